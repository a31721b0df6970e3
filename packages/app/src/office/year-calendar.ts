import {
  addDays,
  compareDates,
  isWorkday,
  type PlainDate,
  plainDate,
  stateCouncilCalendar,
  stateCouncilYears,
} from '@jiannuo/kernel'

/** A year of the working calendar: what the notice moved, and how many days are worked. */
export interface YearCalendar {
  readonly year: number
  /** False while the State Council's notice is awaited: due days in such a year are provisional. */
  readonly published: boolean
  /** Title, number and date of the notice. */
  readonly notice?: string
  readonly days: readonly { readonly day: PlainDate; readonly kind: 'holiday' | 'make-up'; readonly name: string }[]
  readonly workdays: number
}

/** The working calendar of a year (domain.md 16). */
export function calendarOf(year: number): YearCalendar {
  const notice = stateCouncilYears.find((one) => one.year === year && one.published)
  const off = (notice?.off ?? []).map(({ date, name }) => ({ day: date, kind: 'holiday' as const, name }))
  const work = (notice?.work ?? []).map((day) => ({ day, kind: 'make-up' as const, name: '' }))
  const last = plainDate(year, 12, 31)
  let workdays = 0
  for (let day = plainDate(year, 1, 1); compareDates(day, last) <= 0; day = addDays(day, 1))
    if (isWorkday(stateCouncilCalendar, day).workday) workdays += 1
  return {
    year,
    published: notice !== undefined,
    ...(notice === undefined ? {} : { notice: notice.notice }),
    days: [...off, ...work].sort((a, b) => compareDates(a.day, b.day)),
    workdays,
  }
}
