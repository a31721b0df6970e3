import type { Instant } from '@jiannuo/kernel'
import { countedBy, restsOnUnsettled } from './count.ts'
import { allowedPlaces, dueOf, scaleOfRun } from './due.ts'
import { unitsIn } from './scale.ts'
import type { ClockReading, ClockRun, OfficeCalendar, Pause } from './types.ts'

/** Whether all that is in a run had happened by a moment. */
function allKnownBy(run: ClockRun, at: Instant): boolean {
  const last = run.pauses.at(-1)
  return (
    (run.stoppedAt === undefined || run.stoppedAt <= at) &&
    (last === undefined || (last.from <= at && (last.to === undefined || last.to <= at))) &&
    run.extensions.every((extension) => extension.at <= at)
  )
}

function pauseAsOf(pause: Pause, at: Instant): Pause {
  if (pause.to === undefined || pause.to <= at) return pause
  const { to: _later, ...open } = pause
  return open
}

/**
 * A run as it was known at a moment: pauses begun by then (open when they ended later), extensions granted by then, the stop if
 * it had come. What happened at that very moment counts.
 *
 * @returns `undefined` before the start
 */
export function runAsOf(run: ClockRun, at: Instant): ClockRun | undefined {
  if (at < run.startedAt) return undefined
  if (allKnownBy(run, at)) return run
  const { limit, rule, startedAt, stoppedAt } = run
  const pauses = run.pauses.filter((pause) => pause.from <= at).map((pause) => pauseAsOf(pause, at))
  const extensions = run.extensions.filter((extension) => extension.at <= at)
  const known = { limit, rule, startedAt, pauses, extensions }
  return stoppedAt !== undefined && stoppedAt <= at ? { ...known, stoppedAt } : known
}

function stateOf(run: ClockRun): ClockReading['state'] {
  if (run.stoppedAt !== undefined) return 'stopped'
  const last = run.pauses.at(-1)
  return last !== undefined && last.to === undefined ? 'paused' : 'running'
}

/** A value while it is put together. Copying one with a spread would cost ten times the reading. */
type Draft<T> = { -readonly [Field in keyof T]: T[Field] }

/**
 * Where a clock stood at a moment, by what was known then; nothing after the stop counts. A clock that is past due and not closed
 * reads `overdue` while `running` or `paused`, one that was closed after due reads `overdue` and `stopped`.
 *
 * @param run a run that `checkRun` lets pass
 * @param calendar the office's calendar
 * @param at any moment, past or future
 * @returns `undefined` before the start
 */
export function clockAt(run: ClockRun, calendar: OfficeCalendar, at: Instant): ClockReading | undefined {
  const known = runAsOf(run, at)
  if (known === undefined) return undefined
  const { unit } = known.limit
  const end = known.stoppedAt ?? at
  const scale = scaleOfRun(known, calendar)
  const limit = allowedPlaces(known)
  const used = countedBy(scale, end, known.pauses)
  const due = dueOf(known, calendar)
  const reading: Draft<ClockReading> = {
    state: stateOf(known),
    unit,
    used: unitsIn(used, unit),
    limit: unitsIn(limit, unit),
    left: unitsIn(Math.max(limit - used, 0), unit),
    overdue: due !== undefined && end > due.at,
    provisional: due?.provisional === true || restsOnUnsettled(scale, known.startedAt, end, known.pauses),
  }
  if (due === undefined) return reading
  reading.due = due.at
  if (reading.overdue) {
    // What was used by the due moment, on the same scale: only pauses that began before it matter there.
    const usedByDue = countedBy(
      scale,
      due.at,
      known.pauses.filter((pause) => pause.from < due.at),
    )
    reading.overdueBy = unitsIn(used - usedByDue, unit)
  }
  return reading
}
