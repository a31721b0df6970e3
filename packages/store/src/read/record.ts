import type { RecordState } from '@jiannuo/engine'
import type { Scope } from '../api.ts'
import type { Database } from '../database/connection.ts'
import { settingsOf } from '../scope.ts'

const ONE = 'select state from record where district = $1 and id = $2'
const MANY = 'select id, state from record where district = $1 and id = any($2::text[])'

/** A record, when there is one and the scope may see it. */
export async function findRecord(database: Database, scope: Scope, id: string): Promise<RecordState | undefined> {
  const { rows } = await database.once<{ state: RecordState }>('app', settingsOf(scope), ONE, [scope.district, id], {
    name: 'jn_record',
    reads: true,
  })
  return rows[0]?.state
}

/** Records in the order of the ids; those that do not exist or may not be seen are left out. */
export async function findRecords(
  database: Database,
  scope: Scope,
  ids: readonly string[],
): Promise<readonly RecordState[]> {
  if (ids.length === 0) return []
  const params = [scope.district, ids]
  const { rows } = await database.once<{ id: string; state: RecordState }>('app', settingsOf(scope), MANY, params, {
    reads: true,
  })
  const found = new Map(rows.map((row) => [row.id, row.state]))
  return ids.flatMap((id) => found.get(id) ?? [])
}
