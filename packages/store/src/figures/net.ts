import type { Contribution } from '@jiannuo/engine'
import { decimalText, type Exact, exact, isZero, plus, ZERO } from './exact.ts'

/** A change of the running sums. Amounts are decimals as texts, which the database adds without loss. */
export interface SumDelta {
  readonly counter: string
  readonly period: string
  readonly unit: string
  readonly category: string
  readonly raw: string
  readonly adjusted: string
}

/** Which of a record's contributions are gone and which are now there, with their whole amount. */
export interface ContributionChange {
  readonly gone: readonly Omit<Contribution, 'amount'>[]
  readonly made: readonly (Omit<Contribution, 'amount'> & { readonly amount: string })[]
}

/** Unit or category of a total over all units or all categories. */
export const ALL = '*'

const SEPARATOR = '\u0001'

/** One text for the cell of a counter that a contribution counts in. */
export const cellOf = (of: Omit<Contribution, 'amount' | 'excluded'>): string =>
  of.counter + SEPARATOR + of.period + SEPARATOR + of.unit + SEPARATOR + of.category

const keyOf = (of: Omit<Contribution, 'amount'>): string => (of.excluded ? 'x' : '-') + cellOf(of)

/** Contributions taken back and made, netted by cell; cells in which nothing changes are left out. */
export function netSums(deltas: Iterable<Contribution>): SumDelta[] {
  const cells = new Map<string, { of: Contribution; raw: Exact; adjusted: Exact }>()
  for (const delta of deltas) {
    if (delta.unit === ALL || delta.category === ALL) throw new RangeError(`no unit or category is called ${ALL}`)
    const key = cellOf(delta)
    const cell = cells.get(key) ?? { of: delta, raw: ZERO, adjusted: ZERO }
    const amount = exact(delta.amount)
    cells.set(key, {
      of: cell.of,
      raw: plus(cell.raw, amount),
      adjusted: delta.excluded ? cell.adjusted : plus(cell.adjusted, amount),
    })
  }
  const sums: SumDelta[] = []
  for (const { of, raw, adjusted } of cells.values())
    if (!isZero(raw) || !isZero(adjusted)) {
      const { counter, period, unit, category } = of
      sums.push({ counter, period, unit, category, raw: decimalText(raw), adjusted: decimalText(adjusted) })
    }
  return sums
}

/**
 * What changes among a record's contributions: of all that an entry touches, those that are no longer there and those that
 * are, with the amounts they have after it.
 *
 * @param deltas taken back and made by the entry, or by several of one record
 * @param after all contributions of the record after it
 */
export function netContributions(deltas: Iterable<Contribution>, after: readonly Contribution[]): ContributionChange {
  const touched = new Map<string, { of: Contribution; change: Exact; after: Exact }>()
  for (const delta of deltas) {
    const key = keyOf(delta)
    const known = touched.get(key) ?? { of: delta, change: ZERO, after: ZERO }
    touched.set(key, { ...known, change: plus(known.change, exact(delta.amount)) })
  }
  for (const contribution of after) {
    const key = keyOf(contribution)
    const known = touched.get(key)
    if (known !== undefined) touched.set(key, { ...known, after: plus(known.after, exact(contribution.amount)) })
  }
  const gone: Omit<Contribution, 'amount'>[] = []
  const made: (Omit<Contribution, 'amount'> & { amount: string })[] = []
  for (const { of, change, after: amount } of touched.values()) {
    if (isZero(change)) continue
    const { counter, period, unit, category, excluded } = of
    const key = { counter, period, unit, category, excluded }
    if (isZero(amount)) gone.push(key)
    else made.push({ ...key, amount: decimalText(amount) })
  }
  return { gone, made }
}
