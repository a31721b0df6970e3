import { compareDates, daysInMonth, isPlainDate, monthOf, type PlainDate, plainDate, yearOf } from '@jiannuo/kernel'

/** From one day to another, both counted. */
export interface DaySpan {
  readonly from: PlainDate
  readonly to: PlainDate
}

/** Months since the year 0: consecutive months have consecutive numbers. */
export const monthIndex = (date: PlainDate): number => yearOf(date) * 12 + monthOf(date) - 1

/** A day of a month by its index; a day that the month lacks is its last one. */
export function dayOfMonthIndex(index: number, day: number): PlainDate {
  const year = Math.floor(index / 12)
  const month = (index % 12) + 1
  return plainDate(year, month, Math.min(day, daysInMonth(year, month)))
}

/** The last day of a month by its index. */
export const monthEnd = (index: number): PlainDate => dayOfMonthIndex(index, 31)

/** Whether a day is the last of its month. */
export const isMonthEnd = (date: PlainDate): boolean => date === monthEnd(monthIndex(date))

/** How many months of the calendar have ended by the end of a day, counted like `monthIndex`. */
export const monthsEnded = (date: PlainDate): number => monthIndex(date) + (isMonthEnd(date) ? 1 : 0)

/** The later of two days. */
export const later = (a: PlainDate, b: PlainDate): PlainDate => (compareDates(a, b) >= 0 ? a : b)

/** The earlier of two days. */
export const earlier = (a: PlainDate, b: PlainDate): PlainDate => (compareDates(a, b) <= 0 ? a : b)

/** 1 January of a day's year. */
export const yearStart = (date: PlainDate): PlainDate => plainDate(yearOf(date), 1, 1)

/** Whether a span is a whole calendar year. */
export const isWholeYear = ({ from, to }: DaySpan): boolean =>
  from === yearStart(from) && to === plainDate(yearOf(from), 12, 31)

const FORM = /^(\d{4})(?:-(?:H([12])|Q([1-4])|(\d{2})))?$/

/**
 * The days that a reading's period stands for: `YYYY`, `YYYY-H1`, `YYYY-Q3`, `YYYY-MM` or `YYYY-MM-DD`.
 *
 * @returns undefined when the text is none of these or there is no such month or day
 */
export function daysOfPeriod(period: string): DaySpan | undefined {
  if (isPlainDate(period)) return { from: period, to: period }
  const [, year, half, quarter, month] = FORM.exec(period) ?? []
  if (year === undefined || Number(year) < 1) return undefined
  if (month !== undefined && (Number(month) < 1 || Number(month) > 12)) return undefined
  const count = half !== undefined ? 6 : quarter !== undefined ? 3 : month !== undefined ? 1 : 12
  const first = (Number(half ?? quarter ?? month ?? 1) - 1) * count
  const index = Number(year) * 12 + first
  return { from: dayOfMonthIndex(index, 1), to: monthEnd(index + count - 1) }
}
