import type { Instant, Result } from '@jiannuo/kernel'
import type { PostRow, UnitRow } from '@jiannuo/store'
import type { DistrictView } from '../office/district-view.ts'
import type { Office } from '../office/office.ts'
import { refuse } from '../office/problem.ts'
import { alterAs, alterDistrict } from './change.ts'
import { phrase } from '../wording.zh.ts'
import { ADMINISTRATOR } from './posts.ts'
import { badText, personAlteration, postAlteration, unitAlteration } from './rows.ts'
import type { Session } from './session.ts'

/** Kinds of units that may stand right above one of a kind. */
const PARENTS: Readonly<Record<UnitRow['kind'], readonly UnitRow['kind'][]>> = {
  district: [],
  department: ['district', 'department'],
  street: ['district'],
  community: ['street'],
  grid: ['community', 'street'],
}

/** A new district with its first administrator. */
export interface NewDistrict {
  readonly id: string
  readonly name: string
  readonly administrator: { readonly id: string; readonly name: string; readonly account?: string }
  /** From when the administrator holds the post; now unless said. */
  readonly since?: Instant
}

/**
 * Founds a district: the unit at the root, its first administrator and their post, in one command.
 *
 * @returns nothing, or `app/bad-id`, `app/bad-name`, `app/district-exists`
 */
export async function createDistrict(office: Office, district: NewDistrict): Promise<Result<void>> {
  const { id, name, administrator } = district
  const bad = badText(id, name) ?? badText(administrator.id, administrator.name)
  if (bad !== undefined) return bad
  const post: PostRow = {
    id: `${administrator.id}-1`,
    person: administrator.id,
    role: ADMINISTRATOR,
    unit: id,
    from: district.since ?? office.now(),
  }
  const author = { person: 'system', unit: '', role: '' }
  return alterAs(
    office,
    id,
    author,
    (view) =>
      view.tree.all.length > 0
        ? refuse('app/district-exists', { district: id })
        : {
            ok: true,
            value: [
              unitAlteration('unit.add', { id, name: name.trim(), kind: 'district', line: [id], order: 0 }),
              personAlteration('person.add', { ...administrator, name: administrator.name.trim() }),
              postAlteration('post.appoint', post),
            ],
          },
    `district:${id}:${administrator.id}`,
  )
}

/** A new unit. `order` places it among its sisters; last unless said. */
export interface NewUnit {
  readonly id: string
  readonly name: string
  readonly kind: 'department' | 'street' | 'community' | 'grid'
  readonly parent: string
  readonly order?: number
}

/**
 * Adds a unit.
 *
 * @returns nothing, or `app/bad-id`, `app/bad-name`, `app/unit-exists`, `app/no-unit`, `app/unit-closed`, `app/bad-parent`
 */
export async function addUnit(office: Office, session: Session, unit: NewUnit, key?: string): Promise<Result<void>> {
  return addUnits(office, session, [unit], key)
}

/** Adds several units in one command, parents before their children. Refused as a whole when one is. */
export async function addUnits(
  office: Office,
  session: Session,
  units: readonly NewUnit[],
  key?: string,
): Promise<Result<void>> {
  return alterDistrict(
    office,
    session,
    ({ tree }) => {
      const made = new Map<string, UnitRow>()
      for (const unit of units) {
        const row = newUnitRow(unit, (id) => made.get(id) ?? tree.unit(id), tree.all.length + made.size)
        if (!row.ok) return row
        made.set(unit.id, row.value)
      }
      return { ok: true, value: [...made.values()].map((row) => unitAlteration('unit.add', row)) }
    },
    key,
  )
}

function newUnitRow(unit: NewUnit, find: (id: string) => UnitRow | undefined, lastOrder: number): Result<UnitRow> {
  const bad = badText(unit.id, unit.name)
  if (bad !== undefined) return bad
  if (find(unit.id) !== undefined) return refuse('app/unit-exists', { unit: unit.id })
  const parent = find(unit.parent)
  if (parent === undefined) return refuse('app/no-unit', { unit: unit.parent })
  if (parent.closed === true) return refuse('app/unit-closed', { unit: parent.name })
  if (!PARENTS[unit.kind].includes(parent.kind))
    return refuse('app/bad-parent', { unit: unit.name, parent: parent.name })
  const { id, kind } = unit
  const line = [id, ...parent.line]
  return {
    ok: true,
    value: { id, name: unit.name.trim(), kind, parent: parent.id, line, order: unit.order ?? lastOrder },
  }
}

/** Gives a unit another name; records keep its id. @returns nothing, or `app/no-unit`, `app/bad-name` */
export async function renameUnit(
  office: Office,
  session: Session,
  unit: string,
  name: string,
  key?: string,
): Promise<Result<void>> {
  return alterDistrict(
    office,
    session,
    ({ tree }) => {
      const row = tree.unit(unit)
      if (row === undefined) return refuse('app/no-unit', { unit })
      return badText(unit, name) ?? { ok: true, value: [unitAlteration('unit.rename', { ...row, name: name.trim() })] }
    },
    key,
  )
}

/**
 * Closes a unit: it stays in old records, but nothing is given to it any more. Posts at it must have ended, units below it
 * must be closed, and it may lead no open record.
 *
 * @returns nothing, or `app/no-unit`, `app/unit-closed`, `app/unit-in-use` with what stands against it
 */
export async function closeUnit(office: Office, session: Session, unit: string, key?: string): Promise<Result<void>> {
  const open = await openRecordsOf(office, session, unit)
  return alterDistrict(
    office,
    session,
    (view) => {
      const row = view.tree.unit(unit)
      if (row === undefined) return refuse('app/no-unit', { unit })
      if (row.closed === true) return refuse('app/unit-closed', { unit: row.name })
      const stands = open ?? standsAgainst(view, row, office.now())
      if (stands !== undefined)
        return refuse('app/unit-in-use', { unit: row.name, reason: phrase(`obstacle/${stands}`) })
      return { ok: true, value: [unitAlteration('unit.close', { ...row, closed: true })] }
    },
    key,
  )
}

type Obstacle = 'district' | 'posts' | 'units' | 'records'

function standsAgainst(view: DistrictView, row: UnitRow, at: Instant): Obstacle | undefined {
  if (row.kind === 'district') return 'district'
  if (view.posts.some((post) => post.unit === row.id && (post.to === undefined || post.to > at))) return 'posts'
  const open = view.tree.below(row.id).filter((id) => view.tree.unit(id)?.closed !== true)
  return open.length > 1 ? 'units' : undefined
}

async function openRecordsOf(office: Office, session: Session, unit: string): Promise<Obstacle | undefined> {
  for (const machine of office.machines.ids) {
    const filter = { machine, leads: [unit], open: true, order: 'newest', limit: 1 } as const
    if ((await office.store.list(session.scope, filter)).length > 0) return 'records'
  }
  return undefined
}
