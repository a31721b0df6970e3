import type { Contribution, Entry, Json, RecordState, Timer } from '@jiannuo/engine'
import type { Instant } from '@jiannuo/kernel'
import type { Change, Commit, CommitOutcome, DataKey, Message, RecordRow, StreamCommit } from '../api.ts'
import { beginningOf, bodyOf, hashOf, hex } from './chain.ts'
import { checked } from './payload.ts'
import { type ReadingRow, readingRows } from './readings.ts'
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

/** An entry to append. */
export interface Appended {
  readonly stream: string
  readonly seq: number
  readonly at: Instant
  readonly key: string
  readonly body: string
  /** Hex. */
  readonly hash: string
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

/** A stream that a command lost: who was first in it is known here only when it was a command of this batch. */
export interface Refused {
  readonly stream: string
  readonly winner: Touched | undefined
}

/**
 * Many commands, taken one after the other against the heads that the database has, and collected into what must be written.
 * A command that is refused leaves nothing.
 */
export class Batch {
  readonly appended: Appended[] = []
  readonly touched = new Map<string, Touched>()
  readonly commands: { readonly key: string; readonly at: Instant; readonly answer: string }[] = []
  readonly changes: Change[] = []
  readonly readings: ReadingRow[] = []
  readonly messages: Message[] = []
  readonly secrets: DataKey[] = []
  readonly erased: string[] = []
  readonly #district: string
  readonly #look: Look
  readonly #answers = new Map<string, Json>()
  readonly #lost = new Set<string>()

  constructor(district: string, look: Look) {
    this.#district = district
    this.#look = look
  }

  /** Takes a command. @returns its outcome, or the streams in which somebody was first */
  take(commit: Commit): CommitOutcome | { readonly refused: readonly Refused[] } {
    const { key, at, answer, streams } = checked(commit)
    const known = this.#answers.get(key) ?? this.#look.answers.get(key)
    if (known !== undefined) return { ok: true, repeated: true, answer: known }
    const refused = streams
      .filter((part) => this.#lost.has(part.stream) || this.#seqOf(part.stream) !== part.expected)
      .map(({ stream }) => ({ stream, winner: this.touched.get(stream) }))
    if (refused.length > 0) {
      // What comes after it was decided on what it would have left, even where the number happens to fit.
      for (const { stream } of streams) this.#lost.add(stream)
      return { refused }
    }
    for (const part of streams) this.#append(key, part)
    this.#answers.set(key, answer)
    this.commands.push({ key, at, answer: JSON.stringify(answer) })
    this.messages.push(...(commit.messages ?? []))
    this.secrets.push(...(commit.secrets ?? []))
    this.erased.push(...(commit.erased ?? []))
    return { ok: true, repeated: false, answer }
  }

  #seqOf(stream: string): number {
    return (this.touched.get(stream) ?? this.#look.heads.get(stream))?.seq ?? 0
  }

  #append(key: string, part: StreamCommit): void {
    const { stream, entry, change } = part
    const before = this.touched.get(stream)
    const head = this.#look.heads.get(stream)
    const previous = before?.hash ?? head?.hash
    const body = bodyOf(entry, change)
    const from = previous === undefined ? beginningOf(this.#district, stream) : Buffer.from(previous, 'hex')
    const hash = hex(hashOf(from, key, body))
    this.appended.push({ stream, seq: entry.seq, at: entry.at, key, body, hash })
    const record = part.record === undefined ? {} : { record: recordAfter(before?.record, part, part.record) }
    this.touched.set(stream, { stream, before: head, seq: entry.seq, hash, newest: entry, ...record })
    if (change !== undefined) this.changes.push(change)
    if (part.record !== undefined)
      this.readings.push(...readingRows(part.record.state.id, entry, seersOf(part.record.row)))
  }
}

function recordAfter(
  before: TouchedRecord | undefined,
  { entry, deltas = [], contributions, timers }: StreamCommit,
  { state, row }: { readonly state: RecordState; readonly row: RecordRow },
): TouchedRecord {
  return {
    state,
    row,
    firstAt: before === undefined || entry.at < before.firstAt ? entry.at : before.firstAt,
    lastAt: before === undefined || entry.at > before.lastAt ? entry.at : before.lastAt,
    deltas: before === undefined ? deltas : [...before.deltas, ...deltas],
    contributions: contributions ?? before?.contributions,
    timers: timers ?? before?.timers,
  }
}
