import type { LoggedEntry, Scope } from '../api.ts'
import type { Database } from '../database/connection.ts'
import { beginningOf, hex, type KeptEntry } from '../log/chain.ts'
import { settingsOf } from '../scope.ts'

interface HistoryRow {
  readonly stream: string
  readonly seq: number
  readonly body: string
  readonly hash: Uint8Array
  readonly previous: Uint8Array | null
  readonly key: string
}

/** A row of the log as an entry in its chain. */
export function loggedOf(district: string, row: HistoryRow): LoggedEntry {
  const entry: KeptEntry = JSON.parse(row.body)
  return {
    stream: row.stream,
    seq: row.seq,
    entry,
    hash: hex(row.hash),
    previous: hex(row.previous ?? beginningOf(district, row.stream)),
    key: row.key,
  }
}

/** Entries of a record that the scope may see, oldest first. */
export async function readHistory(database: Database, scope: Scope, record: string): Promise<readonly LoggedEntry[]> {
  const { rows } = await database.once<HistoryRow>('app', settingsOf(scope), 'select * from jn_history($1)', [record], {
    name: 'jn_history',
    reads: true,
  })
  return rows.map((row) => loggedOf(scope.district, row))
}

const LOG = (narrowed: string): string => `
  select l.stream, l.seq, l.body, l.hash, l.key, l.position,
    (select p.hash from log p where p.district = l.district and p.stream = l.stream and p.seq = l.seq - 1) as previous
  from log l where l.district = $1 and l.position < $2 ${narrowed} order by l.position desc limit $3`

/** The log of the district for one who may read it, newest first. */
export async function readLog(
  database: Database,
  scope: Scope,
  page: { readonly limit: number; readonly before?: number; readonly stream?: string },
): Promise<readonly (LoggedEntry & { readonly position: number })[]> {
  const narrowed = page.stream === undefined ? '' : 'and l.stream = $4'
  const { rows } = await database.once<HistoryRow & { position: number }>('app', settingsOf(scope), LOG(narrowed), [
    scope.district,
    page.before ?? Number.MAX_SAFE_INTEGER,
    page.limit,
    ...(page.stream === undefined ? [] : [page.stream]),
  ])
  return rows.map((row) => ({ ...loggedOf(scope.district, row), position: row.position }))
}
