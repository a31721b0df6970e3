import type { Json, RecordState } from '@jiannuo/engine'
import type { Commit, CommitOutcome, Scope } from '../api.ts'
import { textColumn } from '../database/column.ts'
import type { Database, Session } from '../database/connection.ts'
import { StoreUnavailable, sqlState } from '../database/errors.ts'
import { settingsOf } from '../scope.ts'
import { Batch, type Head, type Look, type Refused } from './batch.ts'
import { bulkStatements } from './bulk-statements.ts'
import { type LostStream, lost } from './commit.ts'

const DOUBLED = '23505'
const DEADLOCK = '40P01'
const TRIES = 4

const ANSWERS = 'select key, answer from command where district = $1 and key = any($2::text[])'
// In the order in which single commands lock too.
const RECORDS = `select 'record:' || id as stream, seq, encode(hash, 'hex') as hash, found from record
  where district = $1 and id = any($2::text[]) order by id for update`
const STREAMS = `select stream, seq, encode(hash, 'hex') as hash from stream
  where district = $1 and stream = any($2::text[]) order by stream for update`
const WINNERS = `
  select s.stream, jn_newest(s.stream) as newest, r.state, r.id is not null or t.stream is not null as seen
  from unnest($2::text[]) as s(stream)
    left join record r on r.district = $1 and 'record:' || r.id = s.stream
    left join stream t on t.district = $1 and t.stream = s.stream`
// The records were found under the caller's policies; after the commands they may be out of the caller's sight.
const ALL_UNITS = "select set_config('jiannuo.units', '{*}', true)"

/** What became of many commands, and how many deltas of sums they have left. */
export interface Committed {
  readonly outcomes: readonly CommitOutcome[]
  readonly deltas: number
}

/**
 * Many commands in one transaction. The heads of all streams are read and locked, the chain is worked out here, and each
 * table is written by one statement, each record once, as the last command leaves it.
 *
 * @throws StoreUnavailable, StatementFailed
 */
export async function commitMany(database: Database, scope: Scope, commits: readonly Commit[]): Promise<Committed> {
  if (commits.length === 0) return { outcomes: [], deltas: 0 }
  for (let tries = 1; ; tries += 1) {
    try {
      return await database.transaction('app', settingsOf(scope), (session) => work(session, scope.district, commits))
    } catch (error) {
      if (tries >= TRIES || !worthAnotherTry(error)) throw error
    }
  }
}

// Somebody else added one of the streams or keys meanwhile, or the answer was lost: the next try sees what there is.
const worthAnotherTry = (error: unknown): boolean =>
  sqlState(error) === DOUBLED ||
  sqlState(error) === DEADLOCK ||
  (error instanceof StoreUnavailable && error.outcome === 'unknown')

async function work(session: Session, district: string, commits: readonly Commit[]): Promise<Committed> {
  const batch = new Batch(district, await look(session, district, commits))
  const taken = commits.map((commit) => batch.take(commit))
  const outcomes = await withWinners(session, district, taken)
  const { statements, deltas } = bulkStatements(district, batch)
  if (statements.length > 0)
    await all([session.query(ALL_UNITS), ...statements.map(({ text, params }) => session.query(text, params))])
  return { outcomes, deltas }
}

/** Waits for all, so that none is left on its way when one fails. */
async function all(queries: readonly Promise<unknown>[]): Promise<void> {
  for (const outcome of await Promise.allSettled(queries)) if (outcome.status === 'rejected') throw outcome.reason
}

async function look(session: Session, district: string, commits: readonly Commit[]): Promise<Look> {
  const streams = new Set(commits.flatMap((commit) => commit.streams.map((part) => part.stream)))
  const ids = [...streams].filter((stream) => stream.startsWith('record:')).map((stream) => stream.slice(7))
  const others = [...streams].filter((stream) => !stream.startsWith('record:'))
  const answers = await session.query<{ key: string; answer: Json }>(ANSWERS, [
    district,
    textColumn(commits.map((commit) => commit.key)),
  ])
  const heads = new Map<string, Head>()
  for (const [text, names] of [
    [RECORDS, ids],
    [STREAMS, others],
  ] as const) {
    if (names.length === 0) continue
    const { rows } = await session.query<Head & { stream: string }>(text, [district, textColumn(names)])
    for (const { stream, ...head } of rows) heads.set(stream, head)
  }
  return { answers: new Map(answers.rows.map((row) => [row.key, row.answer])), heads }
}

type Taken = ReturnType<Batch['take']>

/** The outcomes, with the winners of the streams that were lost. */
async function withWinners(
  session: Session,
  district: string,
  taken: readonly Taken[],
): Promise<readonly CommitOutcome[]> {
  const streams = taken.flatMap((one) => ('refused' in one ? one.refused : [])).filter(({ winner }) => !winner)
  const winners = new Map<string, LostStream>()
  if (streams.length > 0) {
    const { rows } = await session.query<LostStream & { seen: boolean; state: RecordState | null }>(WINNERS, [
      district,
      [...new Set(streams.map(({ stream }) => stream))],
    ])
    for (const { seen, ...row } of rows) winners.set(row.stream, seen ? row : { ...row, newest: null })
  }
  return taken.map((one) =>
    'refused' in one ? { ok: false, conflict: one.refused.map((refused) => lost(lostStream(refused, winners))) } : one,
  )
}

function lostStream({ stream, winner }: Refused, winners: ReadonlyMap<string, LostStream>): LostStream {
  if (winner === undefined) return winners.get(stream) ?? { stream, newest: null, state: null }
  const { seq, at, by, action } = winner.newest
  return { stream, newest: { seq, at, by, action }, state: winner.record?.state ?? null }
}
