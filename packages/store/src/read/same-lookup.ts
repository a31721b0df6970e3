import type { RecordListed, Scope } from '../api.ts'
import type { Database } from '../database/connection.ts'
import { settingsOf } from '../scope.ts'
import { LISTED, type ListedRow, listedOf } from './listed.ts'
import { Params } from './params.ts'

/** Which of the records with a look-up are wanted. */
export interface SameLookupOptions {
  readonly machine?: string
  readonly open?: boolean
  readonly limit?: number
}

const LIMIT = 20

/** Records with one of these keyed hashes, newest first: the same caller again. */
export async function sameLookup(
  database: Database,
  scope: Scope,
  lookups: readonly string[],
  options: SameLookupOptions = {},
): Promise<readonly RecordListed[]> {
  if (lookups.length === 0) return []
  const params = new Params()
  const district = params.add(scope.district)
  const hashes = params.add(lookups)
  const { rows } = await database.once<ListedRow>(
    'app',
    settingsOf(scope),
    `select ${LISTED} from record r
      where r.district = ${district} and r.id in
          (select l.record from lookup l where l.district = ${district} and l.lookup = any(${hashes}::text[]))
        ${options.machine === undefined ? '' : `and r.machine = ${params.add(options.machine)}`}
        ${options.open === undefined ? '' : `and (r.closed_at is null) = ${params.add(options.open)}`}
      order by r.opened_at desc, r.id desc limit ${params.add(options.limit ?? LIMIT)}`,
    params.values,
  )
  return rows.map((row) => listedOf(row, 'newest'))
}
