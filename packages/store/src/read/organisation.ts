import type { Json } from '@jiannuo/engine'
import type { Instant } from '@jiannuo/kernel'
import type { MappingRow, PersonRow, PostRow, Scope, SettingRow, UnitRow } from '../api.ts'
import type { Database } from '../database/connection.ts'
import { settingsOf } from '../scope.ts'

async function readAll<R>(database: Database, scope: Scope, text: string): Promise<readonly R[]> {
  return (await database.once<R>('app', settingsOf(scope), text, [scope.district])).rows
}

interface UnitColumns extends Omit<UnitRow, 'parent' | 'order' | 'closed'> {
  readonly parent: string | null
  readonly rank: number
  readonly closed: boolean
}

/** All units, in their order. */
export async function readUnits(database: Database, scope: Scope): Promise<readonly UnitRow[]> {
  const text = 'select id, name, kind, parent, line, rank, closed from unit where district = $1 order by rank, id'
  return (await readAll<UnitColumns>(database, scope, text)).map(({ parent, rank, closed, ...row }) => ({
    ...row,
    order: rank,
    ...(parent === null ? {} : { parent }),
    ...(closed ? { closed } : {}),
  }))
}

/** All persons who may hold posts. */
export async function readPersons(database: Database, scope: Scope): Promise<readonly PersonRow[]> {
  const text = 'select id, name, account from person where district = $1 order by id'
  const rows = await readAll<{ id: string; name: string; account: string | null }>(database, scope, text)
  return rows.map(({ id, name, account }) => ({ id, name, ...(account === null ? {} : { account }) }))
}

interface PostColumns extends Omit<PostRow, 'from' | 'to'> {
  readonly from_at: Instant
  readonly to_at: Instant | null
}

/** All posts, ended ones too. */
export async function readPosts(database: Database, scope: Scope): Promise<readonly PostRow[]> {
  const text = 'select id, person, role, unit, from_at, to_at from post where district = $1 order by id'
  return (await readAll<PostColumns>(database, scope, text)).map(({ from_at, to_at, ...row }) => ({
    ...row,
    from: from_at,
    ...(to_at === null ? {} : { to: to_at }),
  }))
}

/** All settings, with the moment each came into force. */
export async function readSettings(database: Database, scope: Scope): Promise<readonly SettingRow[]> {
  const text =
    'select machine, setting, from_at, value from setting where district = $1 order by machine, setting, from_at'
  const rows = await readAll<{ machine: string; setting: string; from_at: Instant; value: Json }>(database, scope, text)
  return rows.map(({ from_at, ...row }) => ({ ...row, from: from_at }))
}

/** Saved mappings of columns. */
export function readMappings(database: Database, scope: Scope): Promise<readonly MappingRow[]> {
  return readAll<MappingRow>(
    database,
    scope,
    'select id, machine, columns from mapping where district = $1 order by id',
  )
}
