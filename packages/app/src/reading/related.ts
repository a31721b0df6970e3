import { mayRead } from '@jiannuo/engine'
import type { Result } from '@jiannuo/kernel'
import type { Office } from '../office/office.ts'
import type { Session } from '../organisation/session.ts'
import { type InboxRow, inboxRow } from './inbox.ts'
import { findSeen, readableRows, readsMachine } from './seen.ts'

/** Records of one kind that point to another by one of their fields. */
export interface RelatedGroup {
  readonly machine: string
  readonly noun: string
  readonly title: string
  readonly field: string
  readonly fieldTitle: string
  readonly rows: readonly InboxRow[]
  /** There are more than are given. */
  readonly more: boolean
}

const GIVEN = 8

/**
 * Records that point to this one by a field that lists can be narrowed by: the issues of a project, the returns of a commitment. Each
 * such field of every machine that the session reads is asked once.
 *
 * @returns the groups that have any, or `app/no-record`
 */
export async function relatedTo(
  office: Office,
  session: Session,
  record: string,
): Promise<Result<readonly RelatedGroup[]>> {
  const seen = await findSeen(office, session, record)
  if (!seen.ok) return seen
  const { view } = seen.value
  const asked = office.machines.ids.flatMap((id) => {
    const kit = office.machines.kit(id)
    if (kit === undefined || !readsMachine(kit, session)) return []
    return Object.entries(kit.machine.fields).flatMap(([field, { type, facet, title }]) =>
      type === 'record' && facet === true ? [{ kit, field, title }] : [],
    )
  })
  const groups = await Promise.all(
    asked.map(async ({ kit, field, title }): Promise<RelatedGroup> => {
      const facets = [[`${field}=${record}`]]
      const filter = { machine: kit.machine.id, facets, order: 'newest' as const, limit: GIVEN + 1 }
      const listed = await office.store.list(session.scope, filter)
      const rows = await readableRows(office, session, view, listed, () => kit)
      return {
        machine: kit.machine.id,
        noun: kit.machine.noun,
        title: kit.machine.title,
        field,
        fieldTitle: title,
        rows: rows.slice(0, GIVEN).map((row) => inboxRow(office, kit, view, row)),
        more: listed.length > GIVEN,
      }
    }),
  )
  return { ok: true, value: groups.filter(({ rows }) => rows.length > 0) }
}

/** A record as another one names it. */
export interface RecordName {
  readonly id: string
  readonly machine: string
  readonly noun: string
  readonly title: string
  readonly stateTitle: string
}

/** What records that are pointed to are called; those out of sight are left out. One question for all of them. */
export async function recordNames(
  office: Office,
  session: Session,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RecordName>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const [states, view] = await Promise.all([
    office.store.records(session.scope, wanted),
    office.districts.view(session.district),
  ])
  return new Map(
    states.flatMap((state) => {
      const machine = office.machines.kit(state.machine, state.version)?.machine
      if (machine === undefined || !mayRead(machine, state, session.actor, view.tree)) return []
      const title = state.fields[machine.titleField]
      const stateTitle = machine.states[state.state]?.title ?? state.state
      const name = { id: state.id, machine: machine.id, noun: machine.noun, stateTitle }
      return [[state.id, { ...name, title: typeof title === 'string' ? title : '' }] as const]
    }),
  )
}
