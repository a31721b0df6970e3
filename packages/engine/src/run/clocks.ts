import { type Instant, instant } from '@jiannuo/kernel'
import {
  type ClockReading,
  type ClockRun,
  clockAt,
  dueOf,
  markAt,
  type MarkTime,
  type OfficeCalendar,
} from '../clock/index.ts'
import type { Machine } from '../model/definition.ts'
import type { ClockState, RecordState } from '../model/record.ts'
import type { Timer } from '../model/run.ts'

/**
 * A millisecond: what is done at the due moment itself is in time, so that the mark of being due comes right after
 * it.
 */
const JUST_AFTER = 1

/** When a mark is to be carried out; `undefined` while a pause keeps it open. */
export function firesAt(run: ClockRun, mark: MarkTime, calendar: OfficeCalendar): Instant | undefined {
  const moment = markAt(run, mark, calendar)?.at
  if (moment === undefined || !('due' in mark)) return moment
  return instant(moment + JUST_AFTER)
}

const runs = (state: ClockState): boolean => {
  const { stoppedAt, pauses } = state.run
  if (stoppedAt !== undefined) return false
  const last = pauses.at(-1)
  return last === undefined || last.to !== undefined
}

/**
 * The marks that lie before a record, one timer each: of every clock that runs, those not reached yet, in the order
 * of the definition. They replace all timers that the record had. Moments that have passed already are to be
 * carried out at once.
 */
export function timersOf(machine: Machine, record: RecordState, calendar: OfficeCalendar): readonly Timer[] {
  const timers: Timer[] = []
  for (const [clock, { marks }] of Object.entries(machine.clocks)) {
    const state = record.clocks[clock]
    if (state === undefined || marks === undefined || !runs(state)) continue
    for (const [mark, { at }] of Object.entries(marks)) {
      const moment = state.reached.includes(mark) ? undefined : firesAt(state.run, at, calendar)
      if (moment !== undefined) timers.push({ clock, mark, at: moment })
    }
  }
  return timers
}

/** The due moment that comes first among the clocks that run, and which clock it is. */
export function nextDue(
  record: RecordState,
  calendar: OfficeCalendar,
): { readonly clock: string; readonly at: Instant } | undefined {
  let next: { readonly clock: string; readonly at: Instant } | undefined
  for (const [clock, state] of Object.entries(record.clocks)) {
    const due = runs(state) ? dueOf(state.run, calendar) : undefined
    if (due === undefined || (next !== undefined && due.at > next.at)) continue
    // Of two at one moment always the same, in whatever order a store gives the clocks back.
    if (next === undefined || due.at < next.at || clock < next.clock) next = { clock, at: due.at }
  }
  return next
}

/** A clock of a record as it stood at a moment. */
export interface ClockThen {
  readonly clock: string
  /** Absent when it had not been started by then. */
  readonly reading?: ClockReading
  /** Number of the run, the first being 1. */
  readonly run?: number
}

/**
 * Every clock of the definition as it stood at any moment, past ones too, worked out from the record alone: the run
 * that had begun by then, with the pauses, extensions and the stop that were known by then.
 */
export function clocksAt(
  machine: Machine,
  record: RecordState,
  calendar: OfficeCalendar,
  at: Instant,
): readonly ClockThen[] {
  return Object.keys(machine.clocks).map((clock) => {
    const state = record.clocks[clock]
    const all = state === undefined ? [] : [...state.former, state.run]
    const index = all.findLastIndex((run) => run.startedAt <= at)
    const run = all[index]
    const reading = run === undefined ? undefined : clockAt(run, calendar, at)
    return reading === undefined ? { clock } : { clock, reading, run: index + 1 }
  })
}
