import { type Grant, mayRead, type RecordState, relates } from '@jiannuo/engine'
import type { Result } from '@jiannuo/kernel'
import type { ListedWhole, RecordListed } from '@jiannuo/store'
import type { DistrictView } from '../office/district-view.ts'
import type { Kit } from '../office/machines.ts'
import type { Office } from '../office/office.ts'
import { refuse } from '../office/problem.ts'
import type { Session } from '../organisation/session.ts'

/** A record that the session may read, with its definition and its district. */
export interface Seen {
  readonly view: DistrictView
  readonly kit: Kit
  readonly state: RecordState
}

/** A record if the session may read it; one out of sight is answered like one that does not exist. */
export async function findSeen(office: Office, session: Session, record: string): Promise<Result<Seen>> {
  const view = await office.districts.view(session.district)
  const state = await office.store.record(session.scope, record)
  const kit = state === undefined ? undefined : office.machines.kit(state.machine, state.version)
  if (state === undefined || kit === undefined || !mayRead(kit.machine, state, session.actor, view.tree))
    return refuse('app/no-record', { record: record.slice(0, 80) })
  return { ok: true, value: { view, kit, state } }
}

/** Whether a role of the session is among the readers of a machine at all. */
export const readsMachine = (kit: Kit, session: Session): boolean =>
  kit.machine.readers.some(({ role }) => session.posts.some((post) => post.role === role))

/**
 * Rows of a list that the session may read. The store shows what its units may see; by which relation somebody sees a record depends
 * on their role, and most rows tell that by themselves. The others are looked at whole.
 */
export async function readableRows(
  office: Office,
  session: Session,
  view: DistrictView,
  rows: readonly RecordListed[],
  kitOf: (row: RecordListed) => Kit | undefined,
): Promise<readonly RecordListed[]> {
  const unsure = rows.filter((row) => !plainlyReadable(kitOf(row), session, view, row))
  if (unsure.length === 0) return rows
  const ids = unsure.filter((row) => kitOf(row) !== undefined).map(({ id }) => id)
  const states = ids.length === 0 ? [] : await office.store.records(session.scope, ids)
  const hidden = new Set(unsure.map(({ id }) => id))
  for (const state of states) {
    const kit = office.machines.kit(state.machine, state.version)
    if (kit !== undefined && mayRead(kit.machine, state, session.actor, view.tree)) hidden.delete(state.id)
  }
  return rows.filter(({ id }) => !hidden.has(id))
}

/** The same of rows that come with their records. @returns the records */
export async function readableStates(
  office: Office,
  session: Session,
  view: DistrictView,
  listed: readonly ListedWhole[],
  kitOf: (row: RecordListed) => Kit | undefined,
): Promise<readonly RecordState[]> {
  const rows = listed.map(({ row }) => row)
  const seen = new Set((await readableRows(office, session, view, rows, kitOf)).map(({ id }) => id))
  return listed.flatMap(({ row, state }) => (seen.has(row.id) ? [state] : []))
}

function plainlyReadable(kit: Kit | undefined, session: Session, view: DistrictView, row: RecordListed): boolean {
  return kit !== undefined && kit.machine.readers.some((grant) => fits(grant, session, view, row))
}

function fits({ role, at }: Grant, session: Session, { tree }: DistrictView, { lead, area }: RecordListed): boolean {
  return session.posts.some(({ role: held, unit }) => {
    if (held !== role) return false
    if (at === 'lead') return lead !== undefined && tree.line(lead).includes(unit)
    if (at === 'area') return area !== undefined && tree.line(area).includes(unit)
    return at !== 'co' && relates(at, unit, undefined, tree)
  })
}
