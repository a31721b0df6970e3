import type { Instant } from '@jiannuo/kernel'
import type { KeptMessage } from '@jiannuo/store'
import type { Office } from '../office/office.ts'
import type { Session } from '../organisation/session.ts'

/** A message to the posts of a session, in words. */
export interface MessageView {
  readonly id: number
  readonly record: string
  readonly at: Instant
  readonly role: string
  readonly unit: string
  readonly text: string
}

/**
 * Messages for the session's posts, newest first.
 *
 * @param page `before` is the id of the last message of the page before
 */
export async function messagesFor(
  office: Office,
  session: Session,
  page: { readonly limit?: number; readonly before?: number } = {},
): Promise<readonly MessageView[]> {
  const { limit = 50, before } = page
  const kept = await office.store.messages(session.scope, session.actor.posts, {
    limit: Math.min(Math.max(limit, 1), 200),
    ...(before === undefined ? {} : { before }),
  })
  const { tree } = await office.districts.view(session.district)
  const machines = await machinesOf(office, session, kept)
  return kept.map(({ id, record, at, role, unit, message }) => {
    const machine = machines.get(record) ?? office.machines.wording(message)[0]
    const words = machine === undefined ? undefined : office.machines.kit(machine)?.machine.wording[message]
    return {
      id,
      record,
      at,
      role: office.machines.roles[role] ?? role,
      unit: tree.name(unit),
      text: words ?? message,
    }
  })
}

/** The machines of the records whose messages more than one machine words. */
async function machinesOf(
  office: Office,
  session: Session,
  messages: readonly KeptMessage[],
): Promise<ReadonlyMap<string, string>> {
  const unsure = messages.filter(({ message }) => office.machines.wording(message).length > 1)
  if (unsure.length === 0) return new Map()
  const states = await office.store.records(session.scope, [...new Set(unsure.map(({ record }) => record))])
  return new Map(states.map(({ id, machine }) => [id, machine]))
}
