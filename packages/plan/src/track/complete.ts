import { satisfies } from '@jiannuo/kernel'
import type { Target } from '../model.ts'

/** Share that 左右 allows either way when nobody sets another [P]. */
export const TOLERANCE = 0.05

/** The number that the target must come to: the lower end of a range, of a target to be kept below the upper one. */
export const aimOf = ({ value, direction }: Pick<Target, 'value' | 'direction'>): number =>
  typeof value === 'number' ? value : direction === 'down' ? Math.max(...value) : Math.min(...value)

/** A target that is a ceiling by its words (以内, 不超过, 低于) or by what it measures. */
const isCeiling = ({ comparator, direction }: Target): boolean =>
  comparator === 'lte' || comparator === 'lt' || (direction === 'down' && comparator !== 'gte' && comparator !== 'gt')

/**
 * Whether a value meets the target, bound words and direction honoured (P58): more than a plain target is met where more is better; 左右
 * allows the tolerance on the bad side and any more on the good one.
 */
export function isMet(value: number, target: Target, tolerance: number = TOLERANCE): boolean {
  const { comparator, unit, direction, kind } = target
  const aim = aimOf(target)
  if (kind === 'rank') return value <= aim
  const slack = comparator === 'approx' ? Math.abs(aim) * tolerance : 0
  if (isCeiling(target)) return comparator === 'lt' ? value < aim : value <= aim + slack
  if (direction === 'none' && (comparator === 'eq' || comparator === 'approx' || comparator === 'range')) {
    const met = satisfies({ value, unit }, target, tolerance)
    return met.ok && met.value
  }
  // A fall that was promised is a negative number: the further down the better.
  if (aim < 0 && kind !== 'level') return value <= aim + slack
  return comparator === 'gt' ? value > aim : value >= aim - slack
}

/**
 * Kinds whose target is a state, not a sum that grows with the year: they are judged by value against target, never by time. A promised
 * fall in a count (a negative number) grows with the year like any other.
 */
export const isJudgedByValue = (target: Target): boolean =>
  VALUES.includes(target.kind) ||
  target.comparator === 'lte' ||
  target.comparator === 'lt' ||
  (target.direction === 'down' && aimOf(target) >= 0)

const VALUES: readonly Target['kind'][] = ['rate', 'share', 'rank', 'multiple']

/**
 * 完成率 as a share (1 is all of it). From a base it counts the way from there; without one the value over the target.
 *
 * @returns undefined where it means nothing: ranks, growth rates, targets of 0, ceilings without a base
 */
export function completion(value: number, target: Target): number | undefined {
  const aim = aimOf(target)
  const { base, kind } = target
  if (kind === 'rank' || kind === 'rate') return undefined
  if (base !== undefined && (kind === 'level' || kind === 'share'))
    return aim === base ? undefined : (value - base) / (aim - base)
  if (isCeiling(target) && aim >= 0) return undefined
  return aim === 0 ? undefined : value / aim
}
