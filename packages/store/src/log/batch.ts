import type { Contribution, Entry, Json, RecordState, Timer } from '@jiannuo/engine'
import { type Instant, instant } from '@jiannuo/kernel'
import type { Change, Commit, CommitOutcome, DataKey, Message, RecordRow, StreamCommit } from '../api.ts'
import { Column } from '../database/column.ts'
import { beginningOf, bodyOf, hex, nextHash } from './chain.ts'
import { checked } from './payload.ts'
import { hasReadings, type ReadingRow, readingRows } from './readings.ts'
import { seersOf } from './record-row.ts'

/** Where a stream stands in the database. */
export interface Head {
  readonly seq: number
  /** Hex. */
  readonly hash: string
  /** Of a record: its digest of what it is found by. */
  readonly found?: string
}

/** What the database tells before a batch is written; everything named is locked. */
export interface Look {
  readonly answers: ReadonlyMap<string, Json>
  readonly heads: ReadonlyMap<string, Head>
}

/** Entries to append, by column. */
export interface AppendedColumns {
  readonly stream: Column
  readonly seq: Column
  readonly at: Column
  readonly key: Column
  readonly body: Column
  readonly hash: Column
}

/** Commands carried out, by column. */
export interface CommandColumns {
  readonly key: Column
  readonly at: Column
  readonly answer: Column
}

/** A stream as the batch leaves it. */
export interface Touched {
  readonly stream: string
  /** Absent when the batch begins it. */
  readonly before: Head | undefined
  readonly seq: number
  readonly hash: string
  readonly newest: Entry
  readonly record?: TouchedRecord
}

/** A record as the batch leaves it. */
export interface TouchedRecord {
  readonly state: RecordState
  readonly row: RecordRow
  readonly firstAt: Instant
  readonly lastAt: Instant
  readonly deltas: readonly Contribution[]
  readonly contributions: readonly Contribution[] | undefined
  readonly timers: readonly Timer[] | undefined
}

/** The same while commands are still taken: what only counts at the end is looked at then. */
interface Gathered {
  readonly stream: string
  readonly before: Head | undefined
  readonly seq: number
  readonly hash: string
  readonly newest: Entry
  readonly record?: GatheredRecord
}

interface GatheredRecord {
  readonly state: RecordState
  readonly first: StreamCommit
  readonly last: StreamCommit
  /** Between the first and the last; only of those that do not say what was before them. */
  readonly deltas: readonly Contribution[]
  readonly firstAt: Instant
  readonly lastAt: Instant
  readonly contributions: StreamCommit | undefined
  readonly timers: readonly Timer[] | undefined
}

/** A stream that a command lost: who was first in it is known here only when it was a command of this batch. */
export interface Refused {
  readonly stream: string
  readonly winner: Pick<Gathered, 'newest' | 'record'> | undefined
}

/**
 * Many commands, taken one after the other against the heads that the database has, and collected into what must be written.
 * A command that is refused leaves nothing.
 */
export class Batch {
  readonly appended: AppendedColumns = {
    stream: new Column('text'),
    seq: new Column('integer'),
    at: new Column('bigint'),
    key: new Column('text'),
    body: new Column('text'),
    hash: new Column('bytes'),
  }
  readonly commands: CommandColumns = {
    key: new Column('text'),
    at: new Column('bigint'),
    answer: new Column('json'),
  }
  readonly changes: Change[] = []
  readonly readings: ReadingRow[] = []
  readonly messages: Message[] = []
  readonly secrets: DataKey[] = []
  readonly erased: string[] = []
  readonly #district: string
  readonly #look: Look
  readonly #touched = new Map<string, Gathered>()
  readonly #answers = new Map<string, Json>()
  readonly #lost = new Set<string>()
  #lastAt = 0

  constructor(district: string, look: Look) {
    this.#district = district
    this.#look = look
  }

  /** The latest moment of its commands. */
  get lastAt(): Instant {
    return instant(this.#lastAt)
  }

  /** Every stream as the batch leaves it. */
  touched(): readonly Touched[] {
    return [...this.#touched.values()].map(({ record, ...head }) =>
      record === undefined ? head : { ...head, record: recordOf(record) },
    )
  }

  /** Takes a command. @returns its outcome, or the streams in which somebody was first */
  take(commit: Commit): CommitOutcome | { readonly refused: readonly Refused[] } {
    const { key, at, answer, streams } = checked(commit)
    const known = this.#answers.get(key) ?? this.#look.answers.get(key)
    if (known !== undefined) return { ok: true, repeated: true, answer: known }
    const refused = streams
      .filter((part) => this.#lost.has(part.stream) || this.#seqOf(part.stream) !== part.expected)
      .map(({ stream }) => ({ stream, winner: this.#touched.get(stream) }))
    if (refused.length > 0) {
      // What comes after it was decided on what it would have left, even where the number happens to fit.
      for (const { stream } of streams) this.#lost.add(stream)
      return { refused }
    }
    for (const part of streams) this.#append(key, part)
    this.#answers.set(key, answer)
    this.commands.key.push(key)
    this.commands.at.push(at)
    this.commands.answer.push(JSON.stringify(answer))
    this.#lastAt = Math.max(this.#lastAt, at)
    this.messages.push(...(commit.messages ?? []))
    this.secrets.push(...(commit.secrets ?? []))
    this.erased.push(...(commit.erased ?? []))
    return { ok: true, repeated: false, answer }
  }

  #seqOf(stream: string): number {
    return (this.#touched.get(stream) ?? this.#look.heads.get(stream))?.seq ?? 0
  }

  #append(key: string, part: StreamCommit): void {
    const { stream, entry, change } = part
    const before = this.#touched.get(stream)
    const head = this.#look.heads.get(stream)
    const previous = before?.hash ?? head?.hash ?? hex(beginningOf(this.#district, stream))
    const body = bodyOf(entry, change)
    const hash = nextHash(previous, key, body)
    const { appended } = this
    appended.stream.push(stream)
    appended.seq.push(entry.seq)
    appended.at.push(entry.at)
    appended.key.push(key)
    appended.body.push(body)
    appended.hash.push(hash)
    const record = part.record === undefined ? {} : { record: gathered(before?.record, part, part.record.state) }
    this.#touched.set(stream, { stream, before: head, seq: entry.seq, hash, newest: entry, ...record })
    if (change !== undefined) this.changes.push(change)
    if (part.record !== undefined && hasReadings(entry))
      this.readings.push(...readingRows(part.record.state.id, entry, seersOf(part.record.row)))
  }
}

const NONE: readonly Contribution[] = []

function gathered(before: GatheredRecord | undefined, part: StreamCommit, state: RecordState): GatheredRecord {
  const { at } = part.entry
  const first = before?.first ?? part
  // Asked for by name alone, so that nothing is worked out that is not written.
  const same = !('known' in part) && part.contributions === undefined
  return {
    state,
    first,
    last: part,
    deltas: !('known' in first) ? [...(before?.deltas ?? NONE), ...(part.deltas ?? NONE)] : NONE,
    firstAt: before === undefined || at < before.firstAt ? at : before.firstAt,
    lastAt: before === undefined || at > before.lastAt ? at : before.lastAt,
    contributions: same ? before?.contributions : part,
    timers: part.timers ?? before?.timers,
  }
}

function recordOf({
  state,
  first,
  last,
  deltas,
  firstAt,
  lastAt,
  contributions,
  timers,
}: GatheredRecord): TouchedRecord {
  const after = contributions?.contributions
  const row = last.record?.row
  if (row === undefined) throw new RangeError(`record ${state.id} without its row`)
  return {
    state,
    row,
    firstAt,
    lastAt,
    deltas: first.known === undefined ? deltas : replaced(first.known, after ?? NONE),
    contributions: after,
    timers,
  }
}

const isCellOf = (a: Contribution) => (b: Contribution) =>
  a.counter === b.counter &&
  a.period === b.period &&
  a.unit === b.unit &&
  a.category === b.category &&
  a.excluded === b.excluded

/** What was taken back and what was made, whole amounts of each, so that fractions stay exact. */
function replaced(before: readonly Contribution[], after: readonly Contribution[]): readonly Contribution[] {
  const gone = before.filter((old) => after.find(isCellOf(old))?.amount !== old.amount)
  const made = after.filter((now) => before.find(isCellOf(now))?.amount !== now.amount)
  return [...gone.map((old) => ({ ...old, amount: -old.amount })), ...made]
}
