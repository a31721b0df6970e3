import {
  addDays,
  compareDates,
  dayOfWeek,
  daysBetween,
  daysInMonth,
  monthOf,
  type PlainDate,
  plainDate,
  yearOf,
} from '@jiannuo/kernel'
import { daysOfPeriod } from './reading-period.ts'

/** 报送节奏: how often and by which day returns are due (domain.md 1.2: monthly by the 28th). */
export interface Rhythm {
  readonly every: 'month' | 'quarter' | 'week'
  /** Day of the month (of the quarter's last month) by which it is due; of a week 1 (Monday) to 7. A shorter month ends it earlier. */
  readonly day: number
  /** Days after it within which a return is still in time. */
  readonly graceDays: number
}

/** Monthly by the 28th. */
export const MONTHLY: Rhythm = { every: 'month', day: 28, graceDays: 0 }

const pad = (value: number): string => String(value).padStart(2, '0')
const onDay = (year: number, month: number, day: number): PlainDate =>
  plainDate(year, month, Math.min(day, daysInMonth(year, month)))

/** The period that a day lies in, as returns name it: `2026-03`, `2026-Q1`, or the Monday of a week. */
export function periodAt(day: PlainDate, { every }: Rhythm): string {
  if (every === 'week') return addDays(day, 1 - dayOfWeek(day))
  if (every === 'quarter') return `${yearOf(day)}-Q${Math.ceil(monthOf(day) / 3)}`
  return `${yearOf(day)}-${pad(monthOf(day))}`
}

/** The last day on which the return of a period is in time. */
export function dueOfPeriod(period: string, rhythm: Rhythm): PlainDate | undefined {
  const days = daysOfPeriod(period)
  if (days === undefined) return undefined
  if (rhythm.every === 'week') return addDays(days.first, rhythm.day - 1 + rhythm.graceDays)
  return addDays(onDay(yearOf(days.last), monthOf(days.last), rhythm.day), rhythm.graceDays)
}

/** The period before. */
function before(period: string, rhythm: Rhythm): string {
  const days = daysOfPeriod(period)
  return days === undefined ? period : periodAt(addDays(days.first, -1), rhythm)
}

/** The last period whose return was due before a day; the day of the deadline itself is still in time. */
export function lastDuePeriod(asOf: PlainDate, rhythm: Rhythm): string {
  let period = periodAt(asOf, rhythm)
  for (let due = dueOfPeriod(period, rhythm); due !== undefined && compareDates(due, asOf) >= 0; ) {
    period = before(period, rhythm)
    due = dueOfPeriod(period, rhythm)
  }
  return period
}

/** The first day, from a day on, on which a return is due. */
export function nextDue(asOf: PlainDate, rhythm: Rhythm): PlainDate | undefined {
  const due = dueOfPeriod(periodAt(asOf, rhythm), rhythm)
  if (due !== undefined && compareDates(asOf, due) <= 0) return due
  const days = daysOfPeriod(periodAt(asOf, rhythm))
  return days === undefined ? undefined : dueOfPeriod(periodAt(addDays(days.last, 1), rhythm), rhythm)
}

/** Periods that are compared must be of one rhythm: by the day that they end. */
const endOf = (period: string): PlainDate | undefined => daysOfPeriod(period)?.last

/**
 * How many due periods in a row have no return: from the one after the last return (or the first that was owed) to the last that was due.
 *
 * @param owedFrom the first day from which returns were owed
 */
export function silentPeriods(
  lastReturned: string | undefined,
  owedFrom: PlainDate,
  asOf: PlainDate,
  rhythm: Rhythm,
): number {
  const lastDue = endOf(lastDuePeriod(asOf, rhythm))
  const heard = lastReturned === undefined ? undefined : endOf(lastReturned)
  if (lastDue === undefined) return 0
  let missing = 0
  let period = lastDuePeriod(asOf, rhythm)
  for (let end: PlainDate | undefined = lastDue; end !== undefined && missing < 60; end = endOf(period)) {
    const due = dueOfPeriod(period, rhythm)
    const owed = due !== undefined && compareDates(owedFrom, due) <= 0
    if (!owed || (heard !== undefined && daysBetween(end, heard) >= 0)) return missing
    missing += 1
    period = before(period, rhythm)
  }
  return missing
}
