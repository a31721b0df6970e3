import type { Problem } from './problem.ts'
import { granted, type Result, refused } from './result.ts'

declare const plainDateBrand: unique symbol

/** A calendar day without a time or a zone, written `YYYY-MM-DD`, years 0001 to 9999. Sorts as a string. */
export type PlainDate = string & { readonly [plainDateBrand]: true }

/** Year, month (1–12) and day (1–31) of a date. */
export interface DateParts {
  readonly year: number
  readonly month: number
  readonly day: number
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** Whether the year has a 29 February, by the Gregorian rule. */
export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** Days in a month (1–12). */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (LENGTHS[month - 1] ?? 0)
}

/** Whether there is such a day: 2月30日 and the year 0 are none. */
export function dateExists(year: number, month: number, day: number): boolean {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return false
  return year >= 1 && year <= 9999 && day >= 1 && day <= daysInMonth(year, month)
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

/** The number that the digits from `start` to `end` write, or NaN. */
function digitsAt(text: string, start: number, end: number): number {
  let value = 0
  for (let at = start; at < end; at += 1) {
    const digit = text.charCodeAt(at) - 0x30
    if (!(digit >= 0 && digit <= 9)) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

const partsIn = (text: string): DateParts => ({
  year: digitsAt(text, 0, 4),
  month: digitsAt(text, 5, 7),
  day: digitsAt(text, 8, 10),
})

/** Whether a text is a date in the strict form `YYYY-MM-DD`. */
export function isPlainDate(text: string): text is PlainDate {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return false
  const { year, month, day } = partsIn(text)
  return dateExists(year, month, day)
}

const badDate = (text: string): Problem => ({
  code: 'kernel/bad-date',
  severity: 'error',
  params: { text: text.slice(0, 40) },
})

/**
 * Reads a date in the strict form `YYYY-MM-DD`.
 *
 * @returns the date, or `kernel/bad-date` when the form is another or there is no such day
 */
export const parsePlainDate = (text: string): Result<PlainDate> =>
  isPlainDate(text) ? granted(text) : refused(badDate(text))

/**
 * The date of a year, month and day that the caller knows to exist; `dateExists` asks first.
 *
 * @throws RangeError when there is no such day
 */
export function plainDate(year: number, month: number, day: number): PlainDate {
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
  if (!isPlainDate(text)) throw new RangeError(`no such day: ${text}`)
  return text
}

/** Year, month and day. */
export const partsOf = (date: PlainDate): DateParts => partsIn(date)

/** The year. */
export const yearOf = (date: PlainDate): number => digitsAt(date, 0, 4)

/** The month, 1 to 12. */
export const monthOf = (date: PlainDate): number => digitsAt(date, 5, 7)

/** The day of the month, 1 to 31. */
export const dayOf = (date: PlainDate): number => digitsAt(date, 8, 10)

/** Days in a cycle of 400 years, after which the Gregorian calendar repeats, and days from 0000-03-01 to 1970-01-01. */
const ERA = 146_097
const EPOCH_SHIFT = 719_468

/**
 * Days since 1970-01-01 (negative before). Years are counted from March, so that the leap day is the last of its year.
 * Method: H. Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
 */
export function dayNumber(date: PlainDate): number {
  const { year, month, day } = partsIn(date)
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * ERA + dayOfEra - EPOCH_SHIFT
}

/**
 * The date that lies so many days after 1970-01-01.
 *
 * @throws RangeError when the number is not whole or the year leaves 0001–9999
 */
export function dateFromDayNumber(days: number): PlainDate {
  const shifted = days + EPOCH_SHIFT
  const era = Math.floor(shifted / ERA)
  const dayOfEra = shifted - era * ERA
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  return plainDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
}

/**
 * The date so many days later (earlier when negative).
 *
 * @throws RangeError when the year leaves 0001–9999
 */
export const addDays = (date: PlainDate, days: number): PlainDate => dateFromDayNumber(dayNumber(date) + days)

/** Days from `from` to `to`: 0 on the same day, negative when `to` comes first. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => dayNumber(to) - dayNumber(from)

/** Day of the week of a day number: 1 is Monday, 7 is Sunday. 1970-01-01 was a Thursday. */
export const weekdayOf = (days: number): number => ((((days + 3) % 7) + 7) % 7) + 1

/** Day of the week: 1 is Monday, 7 is Sunday (ISO 8601). */
export const dayOfWeek = (date: PlainDate): number => weekdayOf(dayNumber(date))

/** Order for sorting: negative when `a` comes first, 0 on the same day. */
export function compareDates(a: PlainDate, b: PlainDate): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
