import type { Answer } from '@jiannuo/contract'

/** A year of the working calendar as it is answered. */
export type YearView = Answer<'calendar'>

/** What a day of the calendar is. */
export type DayKind = 'work' | 'weekend' | 'holiday' | 'make-up'

/** A day as a month shows it. */
export interface DayShown {
  readonly day: string
  readonly date: number
  readonly kind: DayKind
  /** Of a holiday. */
  readonly name: string
}

/** A month: how many cells stand before its first day in a week that begins on Monday, and its days. */
export interface MonthShown {
  readonly month: number
  readonly before: number
  readonly days: readonly DayShown[]
  readonly workdays: number
}

const two = (value: number): string => String(value).padStart(2, '0')

/** The weekday of a day, Monday being 0. */
const weekday = (year: number, month: number, date: number): number =>
  (new Date(Date.UTC(year, month - 1, date)).getUTCDay() + 6) % 7

/** The twelve months of a year. */
export function monthsOf({ year, days }: YearView): readonly MonthShown[] {
  const moved = new Map(days.map((one) => [one.day, one]))
  return Array.from({ length: 12 }, (_, index) => {
    const month = index + 1
    const length = new Date(Date.UTC(year, month, 0)).getUTCDate()
    const shown = Array.from({ length }, (__, at): DayShown => {
      const date = at + 1
      const day = `${year}-${two(month)}-${two(date)}`
      const found = moved.get(day)
      const plain = weekday(year, month, date) > 4 ? 'weekend' : 'work'
      return { day, date, kind: found?.kind ?? plain, name: found?.name ?? '' }
    })
    const workdays = shown.filter(({ kind }) => kind === 'work' || kind === 'make-up').length
    return { month, before: weekday(year, month, 1), days: shown, workdays }
  })
}

/** Days off by holiday, with the days that are worked for it near by left to their own list. */
export interface HolidayShown {
  readonly name: string
  readonly from: string
  readonly to: string
  readonly days: number
}

/** The holidays of a year, each from its first day to its last. */
export function holidaysOf({ days }: YearView): readonly HolidayShown[] {
  const found: HolidayShown[] = []
  for (const { day, kind, name } of days) {
    if (kind !== 'holiday') continue
    const last = found.at(-1)
    const follows = last !== undefined && last.name === name && Date.parse(day) - Date.parse(last.to) === 86_400_000
    if (follows) found[found.length - 1] = { ...last, to: day, days: last.days + 1 }
    else found.push({ name, from: day, to: day, days: 1 })
  }
  return found
}
