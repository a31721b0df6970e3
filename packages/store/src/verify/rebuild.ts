import { instant } from '@jiannuo/kernel'
import type { Change, Progress, ReplayRules } from '../api.ts'
import type { Database, Session } from '../database/connection.ts'
import { foldWithin } from '../figures/fold.ts'
import type { Touched, TouchedRecord } from '../log/batch.ts'
import { projectionStatements } from '../log/bulk-statements.ts'
import { hex, type KeptEntry } from '../log/chain.ts'
import type { ReadingRow } from '../log/readings.ts'
import type { LogRow } from './check-chain.ts'
import { Cursor } from './cursor.ts'
import { readAgain } from './read-again.ts'

const RECORD = 'record:'
/** Streams written at a time. */
const BATCH = 500

const LOG = 'select district, stream, seq, at, key, body, hash from log order by district, stream, seq'
const DERIVED =
  'record, lookup, search, passage, contribution, measure_delta, measure_total, reading, timer, stream, unit, person, post, setting, mapping'

/**
 * Throws away everything derived and works it out again from the log, in one transaction; nobody else writes meanwhile.
 *
 * @throws Error when a stream cannot be replayed: verify first
 */
export async function rebuild(database: Database, rules: ReplayRules, progress: Progress = () => {}): Promise<void> {
  await database.transaction('owner', {}, async (session) => {
    await session.run(`lock table log in share row exclusive mode; truncate ${DERIVED}`)
    const counted = await session.query<{ entries: number }>('select count(*)::int as entries from log')
    const total = counted.rows[0]?.entries ?? 0
    const log = await Cursor.open<LogRow>(session, 'entries_to_replay', LOG)
    let entries = 0
    let batch = emptyBatch('')
    for (let row = log.next; row !== undefined; row = log.next) {
      const { district, stream } = row
      if (batch.district !== district || batch.touched.length >= BATCH) {
        await write(session, batch)
        batch = emptyBatch(district)
        progress(entries, total, 'entries')
      }
      const rows = await log.takeWhile((next) => next.district === district && next.stream === stream)
      entries += rows.length
      take(batch, rules, rows)
    }
    await write(session, batch)
    await foldWithin(session)
    progress(entries, total, 'entries')
  })
}

interface ReplayBatch {
  readonly district: string
  readonly touched: Touched[]
  readonly changes: Change[]
  readonly readings: ReadingRow[]
}

const emptyBatch = (district: string): ReplayBatch => ({ district, touched: [], changes: [], readings: [] })

function take(batch: ReplayBatch, rules: ReplayRules, rows: readonly LogRow[]): void {
  const entries = rows.map((row): KeptEntry => JSON.parse(row.body))
  const last = rows.at(-1)
  const newest = entries.at(-1)
  if (last === undefined || newest === undefined) return
  const { stream, seq, hash } = last
  for (const { change } of entries) if (change !== undefined) batch.changes.push(change)
  const touched = { stream, before: undefined, seq, hash: hex(hash), newest }
  if (!stream.startsWith(RECORD)) {
    batch.touched.push(touched)
    return
  }
  const record = replayed(rules, last, rows, entries)
  batch.touched.push({ ...touched, record })
  batch.readings.push(...readAgain(rules, record.state, entries))
}

function replayed(
  rules: ReplayRules,
  { district, stream }: LogRow,
  rows: readonly LogRow[],
  entries: readonly KeptEntry[],
): TouchedRecord {
  const state = rules.replay(district, stream.slice(RECORD.length), entries)
  if (state === undefined) throw new Error(`the entries of ${stream} give no record`)
  const contributions = rules.contributions(state)
  const moments = rows.map((row) => row.at)
  return {
    state,
    row: rules.row(state),
    firstAt: instant(moments.reduce((a, b) => Math.min(a, b))),
    lastAt: instant(moments.reduce((a, b) => Math.max(a, b))),
    deltas: contributions,
    contributions,
    timers: rules.timers(state),
  }
}

async function write(session: Session, { district, ...derived }: ReplayBatch): Promise<void> {
  for (const { text, params } of projectionStatements(district, derived)) await session.query(text, params)
}
