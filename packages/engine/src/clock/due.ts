import { describeInstant, type Instant, instant, localDate, minuteOfDay, type PlainDate } from '@jiannuo/kernel'
import { reach, restsOnUnsettled } from './count.ts'
import { type Origin, originAt, placesIn, type Scale, scaleOf } from './scale.ts'
import type { ClockRun, Due, OfficeCalendar } from './types.ts'

/** The limit of a run with its extensions, on the scale of its unit: days, or milliseconds. */
export function allowedPlaces(run: ClockRun): number {
  const { value, unit } = run.limit
  let sum = placesIn(value, unit)
  for (const extension of run.extensions) sum += placesIn(extension.by, unit)
  return sum
}

/** The scale on which a run counts. */
export const scaleOfRun = (run: ClockRun, calendar: OfficeCalendar): Scale =>
  scaleOf(calendar, run.limit.unit, run.rule.lastDay, originAt(run.startedAt, calendar))

/** The moment at which a run has counted an amount, and whether that may still move. */
export function reachedBy(run: ClockRun, scale: Scale, amount: number): Due | undefined {
  if (amount === 0) return { at: run.startedAt, provisional: false }
  const place = reach(scale, amount, run.pauses)
  if (place === undefined) return undefined
  const at = scale.momentOf(place)
  return { at, provisional: restsOnUnsettled(scale, run.startedAt, at, run.pauses) }
}

/** A last day that is a rest day gives way to the next working day at whose end the clock runs (民法典 203条). */
function rolledOff(run: ClockRun, calendar: OfficeCalendar, day: number, end: Instant): Due | undefined {
  const { lastDay } = run.rule
  const lastDayItself = scaleOf(calendar, 'workday', lastDay, { at: end, day: day - 1 })
  const provisional = lastDayItself.unsettled(run.startedAt, end)
  if (lastDayItself.placeOf(end) > lastDayItself.origin) return { at: end, provisional }
  const daysAfter = scaleOf(calendar, 'workday', lastDay, { at: end, day })
  const place = reach(daysAfter, 1, run.pauses)
  if (place === undefined) return undefined
  const at = daysAfter.momentOf(place)
  return { at, provisional: provisional || restsOnUnsettled(daysAfter, end, at, run.pauses) }
}

/**
 * When a run falls due, with everything that is in it: all extensions, and every pause that begins before the due moment.
 *
 * @param run a run that `checkRun` lets pass
 * @param calendar the office's calendar
 * @returns `undefined` when a pause that is still open begins before the clock would fall due
 * @throws RangeError on a run or calendar that the checks refuse
 */
export function dueOf(run: ClockRun, calendar: OfficeCalendar): Due | undefined {
  const scale = scaleOfRun(run, calendar)
  const place = reach(scale, allowedPlaces(run), run.pauses)
  if (place === undefined) return undefined
  const at = scale.momentOf(place)
  if (run.limit.unit === 'day' && run.rule.roll) return rolledOff(run, calendar, place, at)
  return { at, provisional: restsOnUnsettled(scale, run.startedAt, at, run.pauses) }
}

/** Where a count after a due moment begins: the day that the moment ends (24:00) or lies in is not counted. */
export function originAfter(due: Instant, calendar: OfficeCalendar): Origin {
  return { at: due, day: originAt(instant(due - 1), calendar).day }
}

/** The day on which a due moment falls, for people: 24:00 is the end of its day, not the beginning of the next. */
export const dueDate = (due: Instant, utcOffset: number): PlainDate => localDate(instant(due - 1), utcOffset)

/** A due moment in the way offices write it: `2025-02-07 24:00`, `2025-02-07 17:30`. */
export const describeDue = (due: Instant, utcOffset: number): string =>
  minuteOfDay(due, utcOffset) === 0 ? `${dueDate(due, utcOffset)} 24:00` : describeInstant(due, utcOffset)
