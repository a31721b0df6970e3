import type { Contribution } from '@jiannuo/engine'
import type { CounterSum } from '../api.ts'
import { decimalText, type Exact, exact, plus, ZERO } from '../figures/exact.ts'
import { ALL, cellOf } from '../figures/net.ts'
import type { Findings } from './findings.ts'

interface Cell {
  readonly raw: Exact
  readonly adjusted: Exact
}

/** A running sum as it is kept, deltas that are not folded included; decimals. */
export interface TotalRow {
  readonly district: string
  readonly counter: string
  readonly period: string
  readonly unit: string
  readonly category: string
  readonly raw: string
  readonly adjusted: string
}

const SEPARATOR = '\u0002'

/** The second count: every contribution of every replayed record, added up here, cell by cell and for all grains. */
export class Tally {
  readonly #cells = new Map<string, Cell>()
  readonly #naive = new Map<string, Cell>()

  get cells(): number {
    return this.#cells.size
  }

  add(district: string, contributions: readonly Contribution[]): void {
    for (const one of contributions) {
      const { counter, period, unit, category } = one
      for (const u of [unit, ALL])
        for (const c of [category, ALL])
          this.#addTo(district + SEPARATOR + cellOf({ counter, period, unit: u, category: c }), one)
    }
  }

  #addTo(key: string, { amount, excluded }: Contribution): void {
    const cell = this.#cells.get(key) ?? { raw: ZERO, adjusted: ZERO }
    const value = exact(amount)
    this.#cells.set(key, {
      raw: plus(cell.raw, value),
      adjusted: excluded ? cell.adjusted : plus(cell.adjusted, value),
    })
  }

  /** Adds sums that were counted straight from records, without contributions. */
  addNaive(district: string, sums: readonly CounterSum[]): void {
    for (const { counter, raw, adjusted } of sums) {
      const key = district + SEPARATOR + counter
      const cell = this.#naive.get(key) ?? { raw: ZERO, adjusted: ZERO }
      this.#naive.set(key, { raw: plus(cell.raw, exact(raw)), adjusted: plus(cell.adjusted, exact(adjusted)) })
    }
  }

  /** Checks a kept sum, and crosses it off. */
  check(row: TotalRow, findings: Findings): void {
    const key = row.district + SEPARATOR + cellOf(row)
    const expected = this.#cells.get(key) ?? { raw: ZERO, adjusted: ZERO }
    this.#cells.delete(key)
    const found = { raw: exact(row.raw), adjusted: exact(row.adjusted) }
    if (!same(expected, found))
      findings.add('store/total-differs', {
        district: row.district,
        cell: [row.counter, row.period, row.unit, row.category].join(' '),
        found: `${decimalText(found.raw)}/${decimalText(found.adjusted)}`,
        expected: `${decimalText(expected.raw)}/${decimalText(expected.adjusted)}`,
      })
    if (row.unit === ALL && row.category === ALL) this.#takeFromNaive(row)
  }

  #takeFromNaive(row: TotalRow): void {
    const key = row.district + SEPARATOR + row.counter
    const cell = this.#naive.get(key)
    if (cell === undefined) return
    this.#naive.set(key, {
      raw: plus(cell.raw, exact(negative(row.raw))),
      adjusted: plus(cell.adjusted, exact(negative(row.adjusted))),
    })
  }

  /** What no kept sum has answered for. */
  finish(findings: Findings): void {
    for (const [key, expected] of this.#cells)
      if (!same(expected, { raw: ZERO, adjusted: ZERO })) {
        const [district = '', cell = ''] = key.split(SEPARATOR)
        findings.add('store/total-differs', {
          district,
          cell: cell.split('\u0001').join(' '),
          found: '0/0',
          expected: `${decimalText(expected.raw)}/${decimalText(expected.adjusted)}`,
        })
      }
    for (const [key, left] of this.#naive)
      if (!same(left, { raw: ZERO, adjusted: ZERO })) {
        const [district = '', counter = ''] = key.split(SEPARATOR)
        const difference = `${decimalText(left.raw)}/${decimalText(left.adjusted)}`
        findings.add('store/count-differs', { district, counter, difference })
      }
  }
}

const negative = (decimal: string): string => (decimal.startsWith('-') ? decimal.slice(1) : `-${decimal}`)

const same = (a: Cell, b: Cell): boolean => sameValue(a.raw, b.raw) && sameValue(a.adjusted, b.adjusted)

const sameValue = (a: Exact, b: Exact): boolean =>
  (a.units === b.units && a.scale === b.scale) || decimalText(a) === decimalText(b)
