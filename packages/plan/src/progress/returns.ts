import { addDays, compareDates, dateFromDayNumber, dayNumber, dayOfWeek, type PlainDate, yearOf } from '@jiannuo/kernel'
import { type DaySpan, dayOfMonthIndex, daysOfPeriod, monthIndex } from './days.ts'

/** 报送频次: how often a return is owed (domain.md 1.2: 周盘点、月调度、季通报). */
export interface Rhythm {
  readonly every: 'week' | 'month' | 'quarter'
  /** Day of the month (of the quarter's last month), one that the month lacks being its last; of a week 1 is Monday, 7 Sunday. */
  readonly day: number
  /** Natural days after the day on which a return still counts as in time. */
  readonly graceDays: number
  /** The day lies in the period itself (0, the usual 28th) or so many periods later (1: by the 5th of the next month). */
  readonly lag?: number
}

/** Monthly by the 28th (domain.md 1.2, K4), without grace. */
export const MONTHLY_RETURN: Rhythm = { every: 'month', day: 28, graceDays: 0 }

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

/** Number of the Monday's week; consecutive weeks have consecutive numbers. */
const weekIndex = (date: PlainDate): number => (dayNumber(date) - dayOfWeek(date) + 4) / 7

const mondayOf = (index: number): PlainDate => dateFromDayNumber(index * 7 - 3)

function indexOf(date: PlainDate, every: Rhythm['every']): number {
  if (every === 'week') return weekIndex(date)
  return every === 'month' ? monthIndex(date) : Math.floor(monthIndex(date) / 3)
}

/** The ISO week's name: its year is the year of its Thursday. */
function weekName(index: number): string {
  const thursday = addDays(mondayOf(index), 3)
  const year = yearOf(thursday)
  const first = indexOf(dayOfMonthIndex(year * 12, 4), 'week')
  return `${pad(year, 4)}-W${pad(index - first + 1, 2)}`
}

function nameOf(index: number, every: Rhythm['every']): string {
  if (every === 'week') return weekName(index)
  if (every === 'quarter') return `${pad(Math.floor(index / 4), 4)}-Q${(index % 4) + 1}`
  return `${pad(Math.floor(index / 12), 4)}-${pad((index % 12) + 1, 2)}`
}

/** The last day on which the return of a period is in time. */
function dueDay(index: number, { every, day, graceDays, lag = 0 }: Rhythm): PlainDate {
  const late = index + lag
  const due =
    every === 'week'
      ? addDays(mondayOf(late), day - 1)
      : dayOfMonthIndex(every === 'month' ? late : late * 3 + 2, Math.max(1, day))
  return addDays(due, graceDays)
}

const WEEK = /^(\d{4})-W(\d{2})$/

/**
 * The days of a period of returns: those of a reading's period, and ISO weeks `YYYY-Www`.
 *
 * @returns undefined when the text is none of these
 */
export function daysOfReturn(period: string): DaySpan | undefined {
  const [, year, week] = WEEK.exec(period) ?? []
  if (year === undefined || week === undefined || Number(year) < 1) return daysOfPeriod(period)
  const monday = mondayOf(indexOf(dayOfMonthIndex(Number(year) * 12, 4), 'week') + Number(week) - 1)
  return { from: monday, to: addDays(monday, 6) }
}

function lastIndexDue(asOf: PlainDate, rhythm: Rhythm): number {
  let index = indexOf(asOf, rhythm.every)
  while (compareDates(dueDay(index, rhythm), asOf) >= 0) index -= 1
  return index
}

/**
 * The last period whose return should be there (SPEC P82): `YYYY-MM`, `YYYY-Qn` or `YYYY-Www`. The due day and its grace belong to the
 * owner to the end, so a return due on the 28th is missing from the 29th on.
 */
export const returnDue = (asOf: PlainDate, rhythm: Rhythm = MONTHLY_RETURN): string =>
  nameOf(lastIndexDue(asOf, rhythm), rhythm.every)

/**
 * The last day on which the return of a period is in time, its grace included.
 *
 * @param period of any length: it belongs to the rhythm's period that it ends in
 * @returns undefined when the text names no period
 */
export function dueOfPeriod(period: string, rhythm: Rhythm): PlainDate | undefined {
  const days = daysOfReturn(period)
  return days === undefined ? undefined : dueDay(indexOf(days.to, rhythm.every), rhythm)
}

/** The next day, the day itself included, on which the time for a return ends. */
export const nextDue = (asOf: PlainDate, rhythm: Rhythm): PlainDate => dueDay(lastIndexDue(asOf, rhythm) + 1, rhythm)

/**
 * From when returns are owed for what was given on a day: the first day of the period that the day lies in, or of the next one when the
 * day on which its return was due had passed already.
 */
export function owedSince(given: PlainDate, rhythm: Rhythm): PlainDate {
  const index = Math.max(indexOf(given, rhythm.every), lastIndexDue(given, rhythm) + 1)
  return rhythm.every === 'week' ? mondayOf(index) : dayOfMonthIndex(rhythm.every === 'month' ? index : index * 3, 1)
}

/** The next day on which another return begins to be missing. */
export const nextReturnTurn = (asOf: PlainDate, rhythm: Rhythm): PlainDate =>
  addDays(dueDay(lastIndexDue(asOf, rhythm) + 1, rhythm), 1)

/**
 * How many periods in a row are owed and not returned (SPEC P83).
 *
 * @param lastReturned the latest period returned, whatever its length; undefined when none was
 * @param asOf the day
 * @param rhythm how often a return is owed
 * @param first the first day on which anything was owed; periods that ended before it are owed by nobody
 */
export function silence(lastReturned: string | undefined, asOf: PlainDate, rhythm: Rhythm, first: PlainDate): number {
  const returned = lastReturned === undefined ? undefined : daysOfReturn(lastReturned)?.to
  const before = indexOf(first, rhythm.every) - 1
  const from = returned === undefined ? before : Math.max(before, indexOf(returned, rhythm.every))
  return Math.max(0, lastIndexDue(asOf, rhythm) - from)
}
