import type { Entry } from '@jiannuo/engine'
import { beginningOf, hashOf, hex } from '../log/chain.ts'
import type { Findings } from './findings.ts'

/** An entry as the log keeps it. */
export interface LogRow {
  readonly district: string
  readonly stream: string
  readonly seq: number
  readonly at: number
  readonly key: string
  readonly body: string
  readonly hash: Uint8Array
}

/** What a projection says about the end of a stream. */
export interface HeadRow {
  readonly seq: number
  readonly hash: Uint8Array
}

/**
 * Checks the chain of one stream: that no entry is missing, that each hash is that of the entry behind the one before, that
 * the columns beside the body say what the body says. Every entry that was touched is named by itself.
 *
 * @returns the entries; undefined when one cannot be read
 */
export function checkChain(rows: readonly LogRow[], findings: Findings): readonly Entry[] | undefined {
  const entries: Entry[] = []
  let readable = true
  let seq = 0
  let previous: Uint8Array | undefined
  for (const row of rows) {
    const { district, stream } = row
    const place = { district, stream, seq: row.seq }
    if (row.seq !== seq + 1) findings.add('store/entry-missing', { district, stream, seq: seq + 1 })
    seq = row.seq
    if (hex(hashOf(previous ?? beginningOf(district, stream), row.key, row.body)) !== hex(row.hash))
      findings.add('store/entry-changed', place)
    previous = row.hash
    const entry = readEntry(row.body)
    if (entry === undefined) {
      findings.add('store/entry-unreadable', place)
      readable = false
      continue
    }
    if (entry.seq !== row.seq || entry.at !== row.at) findings.add('store/entry-misplaced', place)
    entries.push(entry)
  }
  return readable ? entries : undefined
}

function readEntry(body: string): Entry | undefined {
  try {
    const read: unknown = JSON.parse(body)
    return isEntry(read) ? read : undefined
  } catch {
    return undefined
  }
}

const isEntry = (read: unknown): read is Entry =>
  typeof read === 'object' &&
  read !== null &&
  'seq' in read &&
  'at' in read &&
  'events' in read &&
  Array.isArray(read.events)

/** Checks that the log and the projection agree on where a stream ends. */
export function checkHead(last: LogRow | undefined, head: HeadRow | undefined, place: Place, findings: Findings): void {
  if (last === undefined) {
    findings.add('store/stream-without-log', { ...place, seq: head?.seq ?? 0 })
    return
  }
  if (head === undefined || head.seq !== last.seq || hex(head.hash) !== hex(last.hash))
    findings.add('store/head-differs', { ...place, seq: last.seq, found: head?.seq ?? 0 })
}

/** Which stream. */
export interface Place {
  readonly district: string
  readonly stream: string
}
