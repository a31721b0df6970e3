import type { Comparator } from '@jiannuo/kernel'
import type { Statement } from '@jiannuo/reader'
import { LESS_IS_BETTER } from './lexicon.zh.ts'
import type { Outcome } from './types.ts'
import { inUnit } from './units.ts'

/** What comparing a target with a result says. */
export type Verdict = Extract<Outcome, 'exceeded' | 'met' | 'short'>

const ends = (value: Statement['value']): readonly [number, number] =>
  typeof value === 'number' ? [value, value] : [Math.min(...value), Math.max(...value)]

/** Numbers closer than this share are one number. */
const NOISE = 1e-9
const compare = (a: number, b: number): number =>
  Math.abs(a - b) <= NOISE * Math.max(1, Math.abs(a), Math.abs(b)) ? 0 : a - b

interface Bounded {
  readonly low: number
  readonly high: number
  readonly comparator: Comparator
}

const FLIPPED: Readonly<Record<Comparator, Comparator>> = {
  eq: 'eq',
  gte: 'lte',
  gt: 'lt',
  lte: 'gte',
  lt: 'gt',
  approx: 'approx',
  range: 'range',
}

/** How far a result's words carry it beyond the number: 100余 lies above 100, 近100 below. */
function beyond(order: number, comparator: Comparator): number {
  if (order !== 0) return order
  if (comparator === 'gt') return 1
  return comparator === 'lt' ? -1 : 0
}

function upward(target: Bounded, result: Bounded, tolerance: number): Verdict {
  const against = (mark: number): number => beyond(compare(result.low, mark), result.comparator)
  switch (target.comparator) {
    case 'eq':
    case 'gte': {
      const order = against(target.low)
      if (order === 0) return 'met'
      return order > 0 ? 'exceeded' : 'short'
    }
    case 'gt':
      return against(target.low) > 0 ? 'met' : 'short'
    case 'lte':
    case 'lt': {
      const order = compare(result.high, target.high)
      const open = target.comparator === 'lt' && result.comparator !== 'lt' && result.comparator !== 'lte'
      return order < 0 || (order === 0 && result.comparator !== 'gt' && !open) ? 'met' : 'short'
    }
    case 'approx':
    case 'range': {
      const give = target.comparator === 'approx' ? tolerance : 0
      if (compare(result.low, target.low - Math.abs(target.low) * give) < 0) return 'short'
      return compare(result.low, target.high + Math.abs(target.high) * give) > 0 ? 'exceeded' : 'met'
    }
  }
}

const mirrored = ({ low, high, comparator }: Bounded, flip: boolean): Bounded => ({
  low: -high,
  high: -low,
  comparator: flip ? FLIPPED[comparator] : comparator,
})

/**
 * How a result stands to a target of the same kind. Bounds are honoured (domain.md 15): 左右 allows the tolerance either way, 以内 is a ceiling
 * that cannot be exceeded, 超过 is met by anything above; a promised fall (下降5%) is exceeded by a deeper one, 以上 of a fall meaning its depth;
 * of ranks, and of what is better small (浓度, 失业率), less is more.
 *
 * @param tolerance share of the number that 左右 allows
 * @returns undefined when the units do not convert
 */
export function verdictOf(target: Statement, result: Statement, tolerance: number): Verdict | undefined {
  const [low, high] = ends(target.value)
  const [from, to] = ends(result.value).map((v) => inUnit(v, result.unit, target.unit))
  if (from === undefined || to === undefined) return undefined
  const wanted: Bounded = { low, high, comparator: target.comparator }
  const reached: Bounded = { low: Math.min(from, to), high: Math.max(from, to), comparator: result.comparator }
  // a fall is written as its depth (压减40%以上), so its bound is one of depth
  if (high < 0) return upward(mirrored(wanted, false), mirrored(reached, from >= 0), tolerance)
  const small = target.kind === 'rank' || LESS_IS_BETTER.some((end) => target.indicator.endsWith(end))
  const ceiling = target.comparator === 'lte' || target.comparator === 'lt'
  if (small && !ceiling && target.kind !== 'rate')
    return upward(mirrored(wanted, true), mirrored(reached, true), tolerance)
  return upward(wanted, reached, tolerance)
}

/** Whether results that add up (counts, amounts, additions) reach a target together. */
export function togetherEnough(target: Statement, results: readonly Statement[]): boolean {
  if (results.length < 2 || (target.kind !== 'level' && target.kind !== 'increase')) return false
  const values = results.map((r) => inUnit(ends(r.value)[0], r.unit, target.unit))
  const sum = values.reduce<number>((total, value) => total + (value ?? 0), 0)
  return !values.includes(undefined) && compare(sum, ends(target.value)[0]) >= 0
}
