import { granted, type Instant, type Result, refused } from '@jiannuo/kernel'
import type { Database } from '../database/connection.ts'
import { storeProblem } from '../problems.ts'
import type { DefinitionMark } from '../store-interface.ts'

// From one district to the next along the key, so that it costs as many steps as there are districts.
const DISTRICTS = `
  with recursive found as (
    (select district from log order by district limit 1)
    union all
    select (select l.district from log l where l.district > found.district order by l.district limit 1)
    from found where found.district is not null)
  select district from found where district is not null`

/** Districts that have anything in the log. */
export async function readDistricts(database: Database): Promise<readonly string[]> {
  const { rows } = await database.once<{ district: string }>('owner', {}, DISTRICTS)
  return rows.map(({ district }) => district)
}

/** Registers versions of definitions; the content of a version never changes. */
export async function registerDefinitions(database: Database, marks: readonly DefinitionMark[]): Promise<Result<void>> {
  const columns = [
    marks.map(({ machine }) => machine),
    marks.map(({ version }) => version),
    marks.map(({ fingerprint }) => fingerprint),
  ]
  const changed = await database.transaction('owner', {}, async (session) => {
    await session.query(
      'insert into definition select * from unnest($1::text[], $2::int[], $3::text[]) on conflict do nothing',
      columns,
    )
    const { rows } = await session.query<{ machine: string; version: number }>(
      `select m.machine, m.version from unnest($1::text[], $2::int[], $3::text[]) as m(machine, version, fingerprint)
        join definition d on d.machine = m.machine and d.version = m.version and d.fingerprint <> m.fingerprint`,
      columns,
    )
    return rows
  })
  if (changed.length === 0) return granted(undefined)
  return refused(
    ...changed.map(({ machine, version }) => storeProblem('store/definition-changed', { machine, version })),
  )
}

/** Forgets the answers of commands older than a moment. @returns answers forgotten */
export async function expireCommands(database: Database, before: Instant): Promise<number> {
  return (await database.once('owner', {}, 'delete from command where at < $1', [before])).count
}
