import {
  dateFromDayNumber,
  dayNumber,
  daysBetween,
  type PlainDate,
  partsOf,
  plainDate,
  weekdayOf,
} from '../plain-date.ts'
import type { Problem } from '../problem.ts'
import { year2024 } from './2024.ts'
import { year2025 } from './2025.ts'
import { year2026 } from './2026.ts'
import type { CalendarYear } from './calendar-year.ts'

/** Working days, built from the yearly notices. Make one with `workCalendar`. */
export interface WorkCalendar {
  /** Years whose notice is out, in order. */
  readonly publishedYears: readonly number[]
  /** Days that the notices set apart from the Mon–Fri rule, by day number: true is worked. */
  readonly moved: ReadonlyMap<number, boolean>
  /** Answers for the days of the published years, worked out once: clocks ask millions of times. */
  readonly known: ReadonlyMap<number, WorkdayAnswer>
}

/** Whether a day is worked, and whether that may still change. */
export interface WorkdayAnswer {
  readonly workday: boolean
  /** True when no notice has settled the day. */
  readonly provisional: boolean
}

/** A computed day, and whether it may still change. */
export interface DateAnswer {
  readonly date: PlainDate
  readonly provisional: boolean
}

/** A count of working days, and whether it may still change. */
export interface CountAnswer {
  readonly count: number
  readonly provisional: boolean
}

/** From this day of December the next year's notice may still move days (so far it has moved 29, 30 and 31 December). */
const SEAM_DAY = 25

/** A calendar from the notices of some years; a later entry for the same day wins, so a correction can be appended. */
export function workCalendar(years: readonly CalendarYear[]): WorkCalendar {
  const moved = new Map<number, boolean>()
  const published = years.filter((data) => data.published)
  for (const data of published) {
    for (const day of data.off) moved.set(dayNumber(day.date), false)
    for (const date of data.work) moved.set(dayNumber(date), true)
  }
  const publishedYears = [...new Set(published.map((data) => data.year))].sort((a, b) => a - b)
  return { publishedYears, moved, known: knownAnswers(publishedYears, moved) }
}

function knownAnswers(publishedYears: readonly number[], moved: ReadonlyMap<number, boolean>) {
  const known = new Map<number, WorkdayAnswer>()
  for (const year of publishedYears) {
    const last = dayNumber(plainDate(year, 12, 31))
    for (let days = dayNumber(plainDate(year, 1, 1)); days <= last; days += 1) {
      known.set(days, ruleFor({ publishedYears, moved }, days))
    }
  }
  return known
}

type Notices = Pick<WorkCalendar, 'publishedYears' | 'moved'>

function isProvisional(calendar: Notices, year: number, month: number, day: number): boolean {
  if (!calendar.publishedYears.includes(year)) return true
  return month === 12 && day >= SEAM_DAY && !calendar.publishedYears.includes(year + 1)
}

/**
 * Holidays with a fixed date in 全国年节及纪念日放假办法 (2024-11-10): 1 January, 1 and 2 May (the second from 2025),
 * 1 to 3 October. Those that follow the moon or the sun are left to the notice.
 */
function isFixedHoliday(year: number, month: number, day: number): boolean {
  if (month === 1) return day === 1
  if (month === 5) return day === 1 || (day === 2 && year >= 2025)
  return month === 10 && day <= 3
}

function ruleFor(calendar: Notices, days: number): WorkdayAnswer {
  const { year, month, day } = partsOf(dateFromDayNumber(days))
  const provisional = isProvisional(calendar, year, month, day)
  const moved = calendar.moved.get(days)
  if (moved !== undefined) return { workday: moved, provisional }
  const weekday = weekdayOf(days) <= 5
  return { workday: weekday && !(provisional && isFixedHoliday(year, month, day)), provisional }
}

/** The notices that ship, year by year. */
export const stateCouncilYears: readonly CalendarYear[] = [year2024, year2025, year2026]

/** The State Council's calendar, 2024 to 2026. A further year is one more data file in this folder. */
export const stateCouncilCalendar: WorkCalendar = workCalendar(stateCouncilYears)

const answerFor = (calendar: WorkCalendar, days: number): WorkdayAnswer =>
  calendar.known.get(days) ?? ruleFor(calendar, days)

/** Whether a day is worked: Monday to Friday, but for the days that the notices move. */
export const isWorkday = (calendar: WorkCalendar, date: PlainDate): WorkdayAnswer =>
  answerFor(calendar, dayNumber(date))

/** Walks day by day from `start` (not counted) until `count` working days have been met. */
function walk(calendar: WorkCalendar, start: number, count: number, step: 1 | -1): DateAnswer {
  let days = start
  let provisional = false
  for (let left = count; left > 0; ) {
    days += step
    const answer = answerFor(calendar, days)
    provisional ||= answer.provisional
    if (answer.workday) left -= 1
  }
  return { date: dateFromDayNumber(days), provisional }
}

/**
 * The day on which the n-th working day after `date` falls; the start day is not counted. Negative counts go back,
 * 0 is the day itself, even when it is a rest day.
 *
 * @param n whole number of working days
 * @throws RangeError when `n` is not whole
 */
export function addWorkdays(calendar: WorkCalendar, date: PlainDate, n: number): DateAnswer {
  if (!Number.isSafeInteger(n)) throw new RangeError(`no number of working days: ${n}`)
  return walk(calendar, dayNumber(date), Math.abs(n), n < 0 ? -1 : 1)
}

/**
 * Working days after `from` up to and including `to`, so that it undoes `addWorkdays`; negative when `to` comes first
 * (then the working days after `to` up to and including `from`).
 */
export function workdaysBetween(calendar: WorkCalendar, from: PlainDate, to: PlainDate): CountAnswer {
  const start = dayNumber(from)
  const end = dayNumber(to)
  let count = 0
  let provisional = false
  for (let days = Math.min(start, end) + 1; days <= Math.max(start, end); days += 1) {
    const answer = answerFor(calendar, days)
    provisional ||= answer.provisional
    if (answer.workday) count += 1
  }
  return { count: end < start && count > 0 ? -count : count, provisional }
}

/** How a limit in natural days ends. */
export interface NaturalDeadlineOptions {
  /** Whether a last day that is a rest day moves to the next working day (民法典 203条). True unless said otherwise. */
  readonly roll?: boolean
}

/** The last day of a limit in natural days, and whether it was moved off a rest day. */
export interface NaturalDeadline extends DateAnswer {
  readonly rolled: boolean
}

/**
 * The last day of a limit of `n` natural days that begins after `date` (民法典 201条: the start day is not counted).
 *
 * @param n whole number of days, not negative
 * @throws RangeError when `n` is negative or not whole
 */
export function naturalDeadline(
  calendar: WorkCalendar,
  date: PlainDate,
  n: number,
  options: NaturalDeadlineOptions = {},
): NaturalDeadline {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`no number of days: ${n}`)
  const last = dayNumber(date) + n
  // A limit that does not roll does not ask the calendar, so nothing about it can change.
  if (options.roll === false) return { date: dateFromDayNumber(last), provisional: false, rolled: false }
  const onLast = answerFor(calendar, last)
  if (onLast.workday) return { date: dateFromDayNumber(last), provisional: onLast.provisional, rolled: false }
  const next = walk(calendar, last, 1, 1)
  return { date: next.date, provisional: next.provisional || onLast.provisional, rolled: true }
}

/**
 * The last day that the notices settle, in the first unbroken run of years; `undefined` when no notice is there. It is
 * 24 December of the last year: the days after it wait for the next notice.
 */
export function dataEnds(calendar: WorkCalendar): PlainDate | undefined {
  let [last] = calendar.publishedYears
  if (last === undefined) return undefined
  while (calendar.publishedYears.includes(last + 1)) last += 1
  return plainDate(last, 12, SEAM_DAY - 1)
}

/** Days from `today` to the last settled day: negative when it has passed, minus infinity when there is no data at all. */
export function daysUntilDataEnds(calendar: WorkCalendar, today: PlainDate): number {
  const end = dataEnds(calendar)
  return end === undefined ? Number.NEGATIVE_INFINITY : daysBetween(today, end)
}

/**
 * The alarm before the data ends.
 *
 * @param within days ahead at which it begins
 * @returns `kernel/calendar-ending` (warning) when the end is near, `kernel/calendar-ended` (error) when it has passed
 * or there is no data, nothing while there is time
 */
export function calendarAlarm(calendar: WorkCalendar, today: PlainDate, within: number): Problem | undefined {
  const end = dataEnds(calendar)
  const left = daysUntilDataEnds(calendar, today)
  if (end === undefined || left < 0) {
    return { code: 'kernel/calendar-ended', severity: 'error', params: { date: end ?? '—' } }
  }
  return left > within
    ? undefined
    : { code: 'kernel/calendar-ending', severity: 'warning', params: { date: end, days: left } }
}
