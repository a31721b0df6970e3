import { addDays, compareDates, dayOfWeek, isPlainDate, type PlainDate, yearOf } from '../plain-date.ts'
import type { Problem } from '../problem.ts'

/** A day that is free, and the holiday that makes it so. */
export interface DayOff {
  readonly date: PlainDate
  readonly name: string
}

/** What one notice of the State Council says: the days off and the weekend days that are worked for them. */
export interface CalendarYear {
  readonly year: number
  /** False while the notice is awaited; such a year counts as if it were not there. */
  readonly published: boolean
  /** Title, number and date of the notice, for people who ask where a day comes from. */
  readonly notice: string
  /** May hold days in December of the year before, which a notice sometimes moves. */
  readonly off: readonly DayOff[]
  /** Make-up working days: weekend days that are worked. */
  readonly work: readonly PlainDate[]
}

/**
 * A make-up working day, for the data files.
 *
 * @throws RangeError when the text is no date
 */
export function workingDay(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError(`no such day: ${text}`)
  return text
}

/**
 * The days of one holiday, both ends counted, for the data files.
 *
 * @throws RangeError when a text is no date
 */
export function holiday(name: string, from: string, to: string = from): readonly DayOff[] {
  const days: DayOff[] = []
  const last = workingDay(to)
  for (let date = workingDay(from); compareDates(date, last) <= 0; date = addDays(date, 1)) days.push({ date, name })
  return days
}

const problem = (code: string, severity: Problem['severity'], date: PlainDate, year: number): Problem => ({
  code,
  severity,
  params: { date, year },
})

/** Whether a notice for `year` may speak of a day: its own days, and December of the year before. */
const mayName = (year: number, date: PlainDate): boolean =>
  yearOf(date) === year || date.startsWith(`${String(year - 1).padStart(4, '0')}-12`)

/**
 * Looks through the data of a year before it is used.
 *
 * @returns `kernel/calendar-conflict` for a day both free and worked, `kernel/calendar-stray` for a day of another year,
 * `kernel/calendar-idle` (warning) for a make-up day that is a weekday anyway; empty when all is well
 */
export function checkCalendarYear(data: CalendarYear): readonly Problem[] {
  const off = data.off.map((day) => day.date)
  const free = new Set(off)
  return [
    ...[...off, ...data.work]
      .filter((date) => !mayName(data.year, date))
      .map((date) => problem('kernel/calendar-stray', 'error', date, data.year)),
    ...data.work
      .filter((date) => free.has(date))
      .map((date) => problem('kernel/calendar-conflict', 'error', date, data.year)),
    ...data.work
      .filter((date) => dayOfWeek(date) <= 5)
      .map((date) => problem('kernel/calendar-idle', 'warning', date, data.year)),
  ]
}
