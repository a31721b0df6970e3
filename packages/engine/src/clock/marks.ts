import { type Instant, instant, withoutNoise } from '@jiannuo/kernel'
import { reach, reachBack, restsOnUnsettled } from './count.ts'
import { allowedPlaces, dueOf, originAfter, reachedBy, scaleOfRun } from './due.ts'
import { originAt, placesIn, scaleOf } from './scale.ts'
import type { ClockRun, Due, Limit, MarkTime, OfficeCalendar } from './types.ts'

function leftMark(run: ClockRun, calendar: OfficeCalendar, share: number): Due | undefined {
  const allowed = allowedPlaces(run)
  // 0.29 of 100 is 29, not 28.999999999999996.
  const mayBeLeft = Math.floor(withoutNoise(share * allowed))
  return reachedBy(run, scaleOfRun(run, calendar), allowed - mayBeLeft)
}

function beforeMark(run: ClockRun, calendar: OfficeCalendar, due: Due, before: Limit): Due {
  const scale = scaleOf(calendar, before.unit, run.rule.lastDay, originAt(run.startedAt, calendar))
  const amount = placesIn(before.value, before.unit)
  const at = reachBack(scale, run.startedAt, due.at, amount, run.pauses)
  // The day that ends with the mark was looked at too: had it been a rest day, the mark would lie further back.
  const lookedFrom = at > run.startedAt ? instant(at - 1) : at
  return { at, provisional: due.provisional || restsOnUnsettled(scale, lookedFrom, due.at, run.pauses) }
}

function afterMark(run: ClockRun, calendar: OfficeCalendar, due: Due, after: Limit): Due | undefined {
  const scale = scaleOf(calendar, after.unit, run.rule.lastDay, originAfter(due.at, calendar))
  const later = run.pauses.filter((pause) => pause.from >= due.at)
  const place = reach(scale, placesIn(after.value, after.unit), later)
  if (place === undefined) return undefined
  const at = scale.momentOf(place)
  return { at, provisional: due.provisional || restsOnUnsettled(scale, due.at, at, later) }
}

function markOf(run: ClockRun, mark: MarkTime, calendar: OfficeCalendar): Due | undefined {
  if ('left' in mark) return leftMark(run, calendar, mark.left)
  const due = dueOf(run, calendar)
  if (due === undefined || 'due' in mark) return due
  return 'before' in mark ? beforeMark(run, calendar, due, mark.before) : afterMark(run, calendar, due, mark.after)
}

const stoppedBefore = (run: ClockRun, at: Instant): boolean => run.stoppedAt !== undefined && run.stoppedAt < at

/**
 * When a mark of a clock falls, as things stand; it may lie in the past. Marks count only while the clock runs, each in its own unit;
 * those in days fall at the end of a day.
 *
 * @param run a run that `checkRun` lets pass
 * @param mark a mark that `checkMark` lets pass
 * @param calendar the office's calendar
 * @returns `undefined` when a pause that is still open, or the stop, comes before it
 */
export function markAt(run: ClockRun, mark: MarkTime, calendar: OfficeCalendar): Due | undefined {
  const found = markOf(run, mark, calendar)
  return found === undefined || stoppedBefore(run, found.at) ? undefined : found
}
