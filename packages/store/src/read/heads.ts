import type { Json } from '@jiannuo/engine'
import type { CommitOutcome, Scope } from '../api.ts'
import type { Database } from '../database/connection.ts'
import { settingsOf } from '../scope.ts'

/** Entries in streams that are no records, by stream; 0 for those that are not there. */
export async function readHeads(
  database: Database,
  scope: Scope,
  streams: readonly string[],
): Promise<Readonly<Record<string, number>>> {
  const { rows } = await database.once<{ stream: string; seq: number }>(
    'app',
    settingsOf(scope),
    'select stream, seq from stream where district = $1 and stream = any($2::text[])',
    [scope.district, streams],
  )
  return Object.fromEntries([...streams.map((stream) => [stream, 0]), ...rows.map((row) => [row.stream, row.seq])])
}

/** The answer of a command that was carried out. */
export async function readAnswer(database: Database, scope: Scope, key: string): Promise<CommitOutcome | undefined> {
  const { rows } = await database.once<{ answer: Json }>(
    'app',
    settingsOf(scope),
    'select answer from command where district = $1 and key = $2',
    [scope.district, key],
    { name: 'jn_answer' },
  )
  const [row] = rows
  return row === undefined ? undefined : { ok: true, repeated: true, answer: row.answer }
}
