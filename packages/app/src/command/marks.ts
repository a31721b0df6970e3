import { reachMark, type Timer } from '@jiannuo/engine'
import type { Instant } from '@jiannuo/kernel'
import { machineScope, type Commit } from '@jiannuo/store'
import type { DistrictView } from '../office/district-view.ts'
import type { Office } from '../office/office.ts'
import { contextAt } from './decide.ts'
import type { Holding } from './holding.ts'
import { type Kept, keep, keptKey } from './kept.ts'
import { messagesOf, recordPart } from './streams.ts'

/** A mark as it shall be written, and the record after it. */
export interface MarkDecided {
  readonly commit: Commit
  readonly after: Kept
}

/** The timer of a record that comes first, if it is due by a moment. */
export const firstDue = (kept: Kept, until: Instant): Timer | undefined =>
  kept.timers.reduce<Timer | undefined>(
    (first, timer) => (timer.at <= until && (first === undefined || timer.at < first.at) ? timer : first),
    undefined,
  )

/**
 * The machine reaches a mark, at the mark's own moment however late the machine is.
 *
 * @returns nothing when the timer is stale
 */
export function decideMark(office: Office, view: DistrictView, kept: Kept, timer: Timer): MarkDecided | undefined {
  const kit = office.machines.kit(kept.state.machine, kept.state.version)
  if (kit === undefined) return undefined
  const { clock, mark, at } = timer
  const made = reachMark(kit.machine, kept.state, clock, mark, contextAt(office, view, kit.machine.id, at))
  if (made === undefined) return undefined
  const after = keep(office, kit, view.tree, made.record, kept.lookups, kept)
  const messages = messagesOf(made.record.id, made.entry.at, made.effects)
  return {
    after,
    commit: {
      key: `mark:${made.record.id}:${clock}.${mark}:${made.entry.seq}`,
      at: made.entry.at,
      streams: [recordPart(kept, made, after)],
      ...(messages.length === 0 ? {} : { messages }),
      answer: null,
    },
  }
}

/** A mark that is stale only in the store: its timers are written anew with the next entry, so they are left alone here. */
const ROUNDS = 40

/**
 * Fires, one after the other, the marks of a record that were due by a moment, so that what comes next is decided on a record that
 * knows of them however late the timers' own worker is.
 */
export async function fireMarksBefore(
  office: Office,
  view: DistrictView,
  holding: Holding,
  record: string,
  until: Instant,
): Promise<number> {
  const { district } = view.tree
  let fired = 0
  for (let round = 0; round < ROUNDS; round++) {
    if (holding.peek(record) === undefined) await holding.fetch([record])
    const kept = holding.peek(record)
    const timer = kept ? firstDue(kept, until) : undefined
    const decided = kept && timer !== undefined ? decideMark(office, view, kept, timer) : undefined
    if (decided === undefined) return fired
    const outcome = await office.store.commit(machineScope(district), decided.commit)
    if (outcome.ok && !outcome.repeated) {
      fired++
      office.records.set(keptKey(district, record), decided.after)
    } else office.records.drop(keptKey(district, record))
  }
  return fired
}
