import type { RecordState } from '../model/record.ts'
import type { Entry, Event } from '../model/event.ts'
import type { Context, Outcome } from '../model/run.ts'
import { momentFor, type Stop, stop, SYSTEM } from './draft.ts'
import { fold } from './fold.ts'
import { refusalOf } from './permit.ts'

/** Name of the entry by which a head takes note of its members. */
const MEMBER = 'member'

/** Why a record cannot head a group that the member joins, or cannot let it go. */
function whyNot(record: RecordState, event: 'memberJoined' | 'memberLeft', member: string): Stop | undefined {
  const known = record.members.includes(member)
  if (event === 'memberLeft') return known ? undefined : stop('engine/not-a-member')
  if (member === record.id) return stop('engine/join-self')
  if (record.head !== undefined) return stop('engine/head-is-member', { head: record.head })
  if (record.closedAt !== undefined) return stop('engine/head-closed')
  return known ? stop('engine/already-member', { head: record.id }) : undefined
}

/**
 * Has the head of a group note that a member joined or left: the other half of the member's own entry, written with
 * it. If the head refuses, neither is written.
 *
 * @param record the head
 * @param member id of the member
 * @returns `engine/head-is-member` when the head follows another itself, `engine/head-closed`, `engine/join-self`,
 * `engine/already-member`, `engine/not-a-member`
 */
export function noteMember(
  record: RecordState,
  event: 'memberJoined' | 'memberLeft',
  member: string,
  context: Context,
): Outcome {
  const stopped = whyNot(record, event, member)
  if (stopped !== undefined) return { ok: false, refusal: refusalOf(stopped, MEMBER, record.id, record, []) }
  return { ok: true, value: machineEntry(record, MEMBER, [{ type: event, member }], context) }
}

/** A transition of events that are decided already, without a definition. */
export function machineEntry(
  record: RecordState,
  action: string,
  events: readonly Event[],
  context: Context,
  acting: { readonly person: string; readonly unit: string; readonly role: string } = SYSTEM,
) {
  const entry: Entry = {
    seq: record.seq + 1,
    at: momentFor(record, context.at),
    by: acting.person,
    unit: acting.unit,
    role: acting.role,
    action,
    input: {},
    events,
  }
  return { entry, record: fold(record, entry, { district: record.district, id: record.id }), effects: [] }
}
