import { mayRead, type RecordState } from '@jiannuo/engine'
import type { Instant } from '@jiannuo/kernel'
import type { DistrictView } from '../office/district-view.ts'
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
  /** The machine of the record, its noun and its title, as far as the session sees it. */
  readonly machine?: string
  readonly noun?: string
  readonly title?: string
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
  const view = await office.districts.view(session.district)
  const states = await office.store.records(session.scope, [...new Set(kept.map(({ record }) => record))])
  const abouts = new Map(states.map((state) => [state.id, aboutOf(office, session, view, state)]))
  return kept.map(({ id, record, at, role, unit, message }) => {
    const about = abouts.get(record)
    const machine = about?.machine ?? office.machines.wording(message)[0]
    const words = machine === undefined ? undefined : office.machines.kit(machine)?.machine.wording[message]
    return {
      id,
      record,
      at,
      role: office.machines.roles[role] ?? role,
      unit: view.tree.name(unit),
      text: words ?? message,
      ...about?.shown,
    }
  })
}

/** Of which machine a record is, and what of it may be shown: a message may outlast the sight of its record. */
function aboutOf(office: Office, session: Session, view: DistrictView, state: RecordState) {
  const { machine } = state
  const kit = office.machines.kit(machine, state.version)
  if (kit === undefined || !mayRead(kit.machine, state, session.actor, view.tree)) return { machine }
  const { noun, titleField } = kit.machine
  const title = state.fields[titleField]
  const personal = kit.personal.includes(titleField)
  return { machine, shown: { machine, noun, ...(typeof title === 'string' && !personal ? { title } : {}) } }
}
