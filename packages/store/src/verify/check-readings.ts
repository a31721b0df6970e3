import type { Entry, ReadingValue } from '@jiannuo/engine'
import { decimalText, exact } from '../figures/exact.ts'
import { holdable } from '../log/json-text.ts'
import type { Findings } from './findings.ts'

/** A reading as it is kept; numbers are decimals. */
export interface ReadingKept {
  readonly district: string
  readonly record: string
  readonly seq: number
  readonly ordinal: number
  readonly series: string
  readonly period: string
  readonly version: string
  readonly source: string
  readonly covers: string
  readonly value: string
  readonly numerator: string | null
  readonly denominator: string | null
  readonly unit: string
  readonly at: number
}

const TEXTS = ['series', 'period', 'version', 'source', 'covers', 'unit'] as const
const NUMBERS = ['value', 'numerator', 'denominator'] as const

/**
 * Checks that a record's readings are those that its entries name: each kept one is looked for in the log, and each of the log
 * must have been met.
 */
export function checkReadings(
  place: { readonly district: string; readonly record: string },
  kept: readonly ReadingKept[],
  entries: readonly Entry[],
  findings: Findings,
): void {
  const said = new Map<string, { readonly at: number; readonly reading: ReadingValue }>()
  for (const { seq, at, events } of entries) {
    let ordinal = 0
    for (const event of events) {
      if (event.type !== 'read') continue
      ordinal += 1
      said.set(`${seq} ${ordinal}`, { at, reading: event })
    }
  }
  for (const row of kept) {
    const key = `${row.seq} ${row.ordinal}`
    const where = { ...place, seq: row.seq, ordinal: row.ordinal }
    const found = said.get(key)
    said.delete(key)
    if (found === undefined) findings.add('store/reading-unsaid', where)
    else for (const part of differences(row, found)) findings.add('store/reading-differs', { ...where, part })
  }
  for (const key of said.keys()) {
    const [seq = 0, ordinal = 0] = key.split(' ').map(Number)
    findings.add('store/reading-missing', { ...place, seq, ordinal })
  }
}

const differences = (
  row: ReadingKept,
  { at, reading }: { readonly at: number; readonly reading: ReadingValue },
): readonly string[] => [
  ...TEXTS.filter((part) => row[part] !== holdable(reading[part])),
  ...NUMBERS.filter((part) => decimal(row[part]) !== decimal(reading[part])),
  ...(row.at === at ? [] : ['at']),
]

const decimal = (value: number | string | null | undefined): string =>
  value === null || value === undefined ? '' : decimalText(exact(value))
