import { dimensionOf } from '@jiannuo/kernel'
import type { Direction, Target } from '../model.ts'
import { compareNumbers, tidy } from './number.ts'

/** What 左右 (and 近) allows either way, as a share of the number [P, domain.md gives none]. */
export const DEFAULT_TOLERANCE = 0.05

/** A target turned so that its words can be applied: which way is good, and how far the bound reaches. */
interface Sense {
  /** `up`: at least `low`; `down`: at most `high`; `both`: between the two. */
  readonly good: 'up' | 'down' | 'both'
  /** −1 when the target is a fall: 下降3%以上 bounds the size of the fall, so numbers are turned round first. */
  readonly sign: 1 | -1
  readonly low: number
  readonly high: number
  /** 超过 and 低于 leave the number itself out. */
  readonly strict: boolean
  /** 左右 and 近 allow the tolerance. */
  readonly slack: boolean
}

const FLIPPED: Readonly<Record<Direction, Direction>> = { up: 'down', down: 'up', none: 'none' }

/** Words that bound on one side say themselves which way is good; the others leave it to the indicator. */
function goodOf({ comparator, kind }: Target, direction: Direction): Sense['good'] {
  if (kind === 'rank') return 'down'
  switch (comparator) {
    case 'gte':
    case 'gt':
      return 'up'
    case 'lte':
      return 'down'
    case 'lt':
      return direction === 'up' ? 'up' : 'down'
    case 'eq':
    case 'approx':
    case 'range':
      return direction === 'none' ? 'both' : direction
  }
}

function senseOf(target: Target): Sense {
  const ends = typeof target.value === 'number' ? [target.value] : target.value
  const [least, most] = [Math.min(...ends), Math.max(...ends)]
  const fall = most < 0
  const good = goodOf(target, fall ? FLIPPED[target.direction] : target.direction)
  const near = target.comparator === 'lt' && good === 'up'
  return {
    good,
    sign: fall ? -1 : 1,
    low: fall ? -most : least,
    high: fall ? -least : most,
    strict: !near && (target.comparator === 'gt' || target.comparator === 'lt'),
    slack: near || target.comparator === 'approx',
  }
}

/** Whether a value in the target's unit can be put in places, points or per cent, so that a missing piece is no share of it. */
const inPoints = ({ kind, unit }: Target): boolean =>
  kind === 'rate' || kind === 'share' || dimensionOf(unit) === 'points'

/**
 * Whether a target is reached by a value (SPEC P60–P62). More than an exact number is reached when more is better; a fall is
 * reached by a fall as large; a rank by the same place or a better one.
 *
 * @param value in the target's unit
 * @param tolerance share of the number that 左右 and 近 allow
 */
export function isMet(value: number, target: Target, tolerance: number = DEFAULT_TOLERANCE): boolean {
  const { good, sign, low, high, strict, slack } = senseOf(target)
  const reached = sign * value
  const floor = compareNumbers(reached, slack ? low - tolerance * Math.abs(low) : low)
  const cap = compareNumbers(reached, slack ? high + tolerance * Math.abs(high) : high)
  if (good === 'up') return strict ? floor > 0 : floor >= 0
  if (good === 'down') return strict ? cap < 0 : cap <= 0
  return floor >= 0 && cap <= 0
}

/**
 * 完成率: how much of a target is reached, as a share, 1 for all of it (SPEC P63–P65). A range counts from its lower end where more is
 * better; a level with a base counts from the base.
 *
 * @param value in the target's unit
 * @returns undefined where there is no such share: ranks, growth rates, points, caps without a base, a target of 0 or equal to its base
 */
export function completion(value: number, target: Target): number | undefined {
  if (target.kind === 'rate' || target.kind === 'rank' || dimensionOf(target.unit) === 'points') return undefined
  const { good, sign, low, high } = senseOf(target)
  const aim = good === 'down' ? high : low
  const based = target.base !== undefined && target.adding !== 'increments'
  if (!based && good === 'down') return undefined
  const start = based ? sign * (target.base ?? 0) : 0
  return compareNumbers(aim, start) === 0 ? undefined : (sign * value - start) / (aim - start)
}

/** Whether a target is a matter of pace: growth rates, shares, ranks, multiples and caps are judged by their value (SPEC P66). */
export function isPaced(target: Target): boolean {
  return (target.kind === 'level' || target.kind === 'increase') && completion(0, target) !== undefined
}

/**
 * How much is missing from a target that is judged by its value: points for rates and shares, places for ranks, per cent of the
 * target for everything else; 0 when the number itself is reached.
 *
 * @param value in the target's unit
 */
export function missing(value: number, target: Target): number {
  const { good, sign, low, high } = senseOf(target)
  const reached = sign * value
  const under = good === 'down' ? 0 : Math.max(0, low - reached)
  const over = good === 'up' ? 0 : Math.max(0, reached - high)
  const gap = Math.max(under, over)
  if (inPoints(target) || target.kind === 'rank') return tidy(gap)
  const size = Math.abs(under > 0 ? low : high)
  return size === 0 ? tidy(gap * 100) : tidy((gap / size) * 100)
}
