import type { Contribution, Json, RecordState } from '@jiannuo/engine'
import { decimalText, exact } from '../figures/exact.ts'
import { timerRow } from '../timers/timer-row.ts'
import type { Findings } from './findings.ts'

/** A record as the projection keeps it. */
export interface RecordColumnsRow {
  readonly district: string
  readonly id: string
  readonly machine: string
  readonly stands: string
  readonly lead: string | null
  readonly area: string | null
  readonly opened_at: number
  readonly closed_at: number | null
  readonly urging: string | null
  readonly rounds: number
  readonly seq: number
  readonly hash: Uint8Array
  /** As it was written. */
  readonly state: string
}

/** A contribution as it is kept; the amount is a decimal. */
export interface ContributionRow extends Omit<Contribution, 'amount'> {
  readonly district: string
  readonly record: string
  readonly amount: string
}

/** Checks that the projection of a record is what its entries give. */
export function checkState(row: RecordColumnsRow, replayed: RecordState, findings: Findings): void {
  const { district, id } = row
  const text = JSON.stringify(replayed)
  if (text !== row.state) {
    const path = firstDifference(JSON.parse(row.state), JSON.parse(text))
    if (path !== undefined) findings.add('store/record-differs', { district, record: id, part: path })
  }
  for (const [column, found, expected] of columnsOf(row, replayed))
    if (found !== expected) findings.add('store/record-differs', { district, record: id, part: column })
}

const columnsOf = (row: RecordColumnsRow, state: RecordState): readonly (readonly [string, unknown, unknown])[] => [
  ['machine', row.machine, state.machine],
  ['stands', row.stands, state.state],
  ['lead', row.lead, state.lead ?? null],
  ['area', row.area, state.area ?? null],
  ['opened_at', row.opened_at, state.openedAt],
  ['closed_at', row.closed_at, state.closedAt ?? null],
  ['urging', row.urging, state.urging ?? null],
  ['rounds', row.rounds, state.rounds.length],
]

/** Where two values part, as a path: `fields.phone`; undefined when they are the same. */
export function firstDifference(a: Json | undefined, b: Json | undefined, path = ''): string | undefined {
  if (Object.is(a, b)) return undefined
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return path === '' ? '.' : path
  if (Array.isArray(a) !== Array.isArray(b)) return path === '' ? '.' : path
  const one = new Map(Object.entries(a))
  const other = new Map(Object.entries(b))
  for (const key of new Set([...one.keys(), ...other.keys()])) {
    const found = firstDifference(one.get(key), other.get(key), path === '' ? key : `${path}.${key}`)
    if (found !== undefined) return found
  }
  return undefined
}

/** Checks that a record's timers are those that its rules give. */
export function checkTimers(
  place: { readonly district: string; readonly record: string },
  found: { readonly at: number; readonly marks: string } | undefined,
  expected: Parameters<typeof timerRow>[0],
  findings: Findings,
): void {
  const row = timerRow(expected)
  if (found?.marks !== row?.marks || found?.at !== row?.at) findings.add('store/timers-differ', place)
}

const contributionKey = (of: Omit<Contribution, 'amount'>): string =>
  [of.counter, of.period, of.unit, of.category, of.excluded ? 'x' : ''].join('\u0001')

/** Checks that a record's contributions are those that its rules give. */
export function checkContributions(
  place: { readonly district: string; readonly record: string },
  found: readonly ContributionRow[],
  expected: readonly Contribution[],
  findings: Findings,
): void {
  const wanted = new Map<string, string>()
  for (const one of expected) if (one.amount !== 0) wanted.set(contributionKey(one), decimalText(exact(one.amount)))
  for (const row of found) {
    const key = contributionKey(row)
    if (wanted.get(key) !== decimalText(exact(row.amount)))
      findings.add('store/contributions-differ', { ...place, counter: row.counter })
    wanted.delete(key)
  }
  for (const key of wanted.keys())
    findings.add('store/contributions-differ', { ...place, counter: key.split('\u0001')[0] ?? '' })
}
