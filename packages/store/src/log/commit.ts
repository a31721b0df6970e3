import type { Commit, CommitOutcome, Scope } from '../api.ts'
import type { Database } from '../database/connection.ts'
import { StoreUnavailable, sqlState } from '../database/errors.ts'
import type { Json, RecordState } from '@jiannuo/engine'
import { type Instant, instant } from '@jiannuo/kernel'
import { settingsOf } from '../scope.ts'
import { type CommitStatement, commitPayload } from './payload.ts'

/** What `jn_commit` answers; null when the command was carried out. */
interface Answer {
  readonly repeated?: Json
  readonly conflict?: readonly LostStream[]
}

/** A stream in which somebody else came first. */
export interface LostStream {
  readonly stream: string
  readonly state: RecordState | null
  readonly newest: { readonly seq: number; readonly at: Instant; readonly by: string; readonly action: string } | null
}

const DOUBLED = '23505'
const TRIES = 3

/**
 * Carries out a command in one round trip. When the connection is lost on the way the command is sent once more: its key
 * makes that harmless, and its answer tells what became of it.
 *
 * @throws StoreUnavailable, StatementFailed
 */
export async function commit(database: Database, scope: Scope, command: Commit): Promise<CommitOutcome> {
  const statement = commitPayload(command)
  for (let tries = 1; ; tries += 1) {
    try {
      return outcomeOf(await send(database, scope, statement), command)
    } catch (error) {
      if (tries >= TRIES || !worthAnotherTry(error)) {
        if (sqlState(error) === DOUBLED)
          return { ok: false, conflict: command.streams.map((part) => unseen(part.stream)) }
        throw error
      }
    }
  }
}

// Two commands that add the same new stream or bear the same key at once: the second meets the primary key, and on its
// second try it sees the first.
const worthAnotherTry = (error: unknown): boolean =>
  sqlState(error) === DOUBLED || (error instanceof StoreUnavailable && error.outcome === 'unknown')

async function send(database: Database, scope: Scope, statement: CommitStatement): Promise<Answer | null> {
  const { text, params, name } = statement
  const { rows } = await database.once<{ outcome: Answer | null }>('app', settingsOf(scope), text, params, { name })
  return rows[0]?.outcome ?? null
}

function outcomeOf(answer: Answer | null, command: Commit): CommitOutcome {
  if (answer === null) return { ok: true, repeated: false, answer: command.answer }
  if (answer.conflict !== undefined) return { ok: false, conflict: answer.conflict.map(lost) }
  return { ok: true, repeated: true, answer: answer.repeated ?? null }
}

type Lost = Extract<CommitOutcome, { ok: false }>['conflict'][number]

/** A stream that somebody else was first in, with the newest entry, as far as it may be told. */
export const lost = ({ stream, state, newest }: LostStream): Lost => ({
  ...(newest === null ? unseen(stream) : { stream, ...newest }),
  ...(state === null ? {} : { state }),
})

// The stream is there, but out of the sight of whoever asks.
const unseen = (stream: string): Lost => ({ stream, seq: 0, by: '', at: instant(0), action: '' })
