import type { Database } from '../database/connection.ts'
import { machineScope, settingsOf } from '../scope.ts'

/** Where the log of a district stands at a moment, and what the database has under way. */
export interface LogMark {
  /** Position of the district's newest entry. */
  readonly head: number
  /** The database's own name of the moment: `oldest:next:those under way`, of transactions that write. */
  readonly snapshot: string
}

const MARK = `
  select coalesce((select l.position from log l where l.district = $1 order by l.position desc limit 1), 0) as head,
    pg_current_snapshot()::text as snapshot`

/** Where the log of a district stands. */
export async function readMark(database: Database, district: string): Promise<LogMark> {
  const settings = settingsOf({ ...machineScope(district), audit: true })
  const { rows } = await database.once<LogMark>('app', settings, MARK, [district], { name: 'jn_mark', reads: true })
  const [mark] = rows
  if (mark === undefined) throw new Error('a mark without a row')
  return mark
}

/** Whether nothing was being written when a mark was made: then whatever came in later has a larger position than its head. */
export function wasQuiet({ snapshot }: LogMark): boolean {
  const [oldest, next] = snapshot.split(':')
  return oldest === next
}

/**
 * Whether nothing was written to a district's log between two marks of it. The newest position alone does not tell: of two commands at once the one
 * with the smaller position may come in later. It does where nothing was under way at the first mark, since whatever begins later gets a larger one.
 */
export const isUnchanged = (before: LogMark, now: LogMark): boolean =>
  before.snapshot === now.snapshot || (before.head === now.head && wasQuiet(before))

/** An entry of the log by what it was about. */
export interface LogChange {
  readonly position: number
  readonly stream: string
  /** Of an entry that opened a record: what lists find it by, `field=value`, the records among them that it points to. */
  readonly facets: readonly string[]
}

const CHANGES = `
  select l.position, l.stream, coalesce(r.facets, '{}') as facets
  from log l left join record r on l.seq = 1 and l.stream like 'record:%' and r.district = l.district and r.id = substr(l.stream, 8)
  where l.district = $1 and l.position > $2 order by l.position limit $3`

/** Entries of a district behind a position, in their order. */
export async function readChanges(
  database: Database,
  district: string,
  after: number,
  limit: number,
): Promise<readonly LogChange[]> {
  const settings = settingsOf({ ...machineScope(district), audit: true })
  const asked = [district, after, limit]
  const { rows } = await database.once<LogChange>('app', settings, CHANGES, asked, { name: 'jn_changes', reads: true })
  return rows
}
