import { byteOrder } from '../byte-order.ts'
import { type Commit, recordStream, type StreamCommit } from '../api.ts'
import { netContributions, netSums } from '../figures/net.ts'
import { bodyOf } from './chain.ts'
import { jsonText } from './json-text.ts'
import { checkReadings, readingsOf } from './readings.ts'
import { columnsOf } from './record-row.ts'
import { timerRow } from '../timers/timer-row.ts'

/** A statement with its parameters, as it goes to the database. */
export interface CommitStatement {
  readonly text: string
  readonly params: readonly unknown[]
  readonly name: string
}

const TEXT = 'select jn_commit($1::jsonb, $2::json, $3::text[], $4::text[]) as outcome'
const KEY = /^[^\p{Cc}]{1,200}$/u

/**
 * A command as the one statement that carries it out. Sent bare, with the settings of the scope, it is the floor that the
 * use cases are measured against.
 *
 * @throws RangeError on a bug of the caller: a key that is empty, too long or has control characters; a stream that is named
 *   twice or not after its record; an entry that does not follow what was expected
 */
export function commitPayload(commit: Commit): CommitStatement {
  const streams = inOrder(checked(commit).streams)
  const deltas = netSums(streams.flatMap((part) => part.deltas ?? []))
  const payload = {
    key: commit.key,
    at: commit.at,
    streams: streams.map(streamPart),
    ...(deltas.length > 0 ? { deltas } : {}),
    ...(some(commit.messages) ? { messages: commit.messages } : {}),
    ...(some(commit.secrets) ? { secrets: commit.secrets } : {}),
    ...(some(commit.erased) ? { erased: commit.erased } : {}),
  }
  return {
    text: TEXT,
    name: 'jn_commit',
    params: [
      jsonText(payload),
      JSON.stringify(commit.answer),
      streams.map((part) => bodyOf(part.entry, part.change)),
      streams.map((part) => (part.record === undefined ? null : JSON.stringify(part.record.state))),
    ],
  }
}

const some = (list: readonly unknown[] | undefined): boolean => list !== undefined && list.length > 0

/** The commit itself, when its caller has made no mistake. */
export function checked(commit: Commit): Commit {
  if (!KEY.test(commit.key)) throw new RangeError('a command needs a key of 1 to 200 visible characters')
  const names = new Set<string>()
  for (const part of commit.streams) {
    if (names.has(part.stream)) throw new RangeError(`stream ${part.stream} stands twice in one command`)
    names.add(part.stream)
    if (part.entry.seq !== part.expected + 1)
      throw new RangeError(`entry ${part.entry.seq} of ${part.stream} does not follow ${part.expected}`)
    checkRecord(part)
    checkReadings(part.entry)
  }
  return commit
}

function checkRecord(part: StreamCommit): void {
  const state = part.record?.state
  if (state === undefined) {
    if (part.stream.startsWith('record:')) throw new RangeError(`stream ${part.stream} comes without its record`)
    return
  }
  if (part.stream !== recordStream(state.id)) throw new RangeError(`stream ${part.stream} is not of record ${state.id}`)
  if (state.seq !== part.entry.seq) throw new RangeError(`record ${state.id} is not as of entry ${part.entry.seq}`)
  if (!('known' in part) && part.contributions === undefined && some(part.deltas))
    throw new RangeError(`record ${state.id} has changes of contributions, but not the contributions after them`)
}

/** One order for all commands, so that no two wait for each other: records first, each kind by name. */
export const inOrder = (streams: readonly StreamCommit[]): readonly StreamCommit[] =>
  streams.length < 2 ? streams : [...streams].sort((a, b) => byteOrder(lockName(a), lockName(b)))

const lockName = (part: StreamCommit): string => (part.record === undefined ? '1' : '0') + part.stream

function streamPart(part: StreamCommit): Readonly<Record<string, unknown>> {
  const { stream, expected, entry, record, change, timers } = part
  const head = { stream, expected, at: entry.at }
  const changed = change === undefined ? {} : { table: change.table, change: changeRow(change) }
  if (record === undefined) return { ...head, ...changed }
  const net = netContributions(part.deltas ?? [], part.contributions ?? [])
  const readings = readingsOf(entry)
  return {
    ...head,
    ...changed,
    record: record.state.id,
    row: columnsOf(record.state, record.row),
    ...(some(readings) ? { readings } : {}),
    ...(some(net.gone) || some(net.made) ? net : {}),
    ...(timers === undefined ? {} : { timer: timerRow(timers) }),
  }
}

/** A change in the words of its table's columns. */
export function changeRow(change: NonNullable<StreamCommit['change']>): Readonly<Record<string, unknown>> {
  switch (change.table) {
    case 'unit': {
      const { order, closed = false, ...row } = change.row
      return { ...row, rank: order, closed }
    }
    case 'post': {
      const { from, to, ...row } = change.row
      return { ...row, from_at: from, to_at: to ?? null }
    }
    case 'setting': {
      const { from, ...row } = change.row
      return { ...row, from_at: from }
    }
    case 'person':
    case 'mapping':
      return { ...change.row }
  }
}
