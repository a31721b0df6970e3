import type { Instant } from '@jiannuo/kernel'
import type { Scale } from './scale.ts'
import type { Pause } from './types.ts'

/** What of a pause a count needs to know. */
export type Gap = Pick<Pause, 'from' | 'to'>

/**
 * The place at which a clock has counted an amount: every pause that begins before it moves it on by what the pause takes out.
 *
 * @param scale the scale
 * @param amount places to count, not negative
 * @param gaps the pauses, in order
 * @returns `undefined` when a pause that is still open comes first
 */
export function reach(scale: Scale, amount: number, gaps: readonly Gap[]): number | undefined {
  let place = scale.origin + amount
  for (const gap of gaps) {
    const from = scale.placeOf(gap.from)
    if (from >= place) break
    if (gap.to === undefined) return undefined
    place += scale.placeOf(gap.to) - from
  }
  return place
}

/** What a clock has counted by a moment that none of the pauses lies behind; an open one lasts until then. */
export function countedBy(scale: Scale, at: Instant, gaps: readonly Gap[]): number {
  let count = scale.placeOf(at) - scale.origin
  for (const gap of gaps) count -= scale.placeOf(gap.to ?? at) - scale.placeOf(gap.from)
  return count
}

/**
 * The first moment from which on no more than an amount is counted until `end`.
 *
 * @param scale the scale
 * @param start nothing before it counts
 * @param end a moment at which the clock runs
 * @param amount places to count back
 * @param gaps the pauses, in order; those that begin at `end` or later are of no matter
 */
export function reachBack(scale: Scale, start: Instant, end: Instant, amount: number, gaps: readonly Gap[]): Instant {
  let place = scale.placeOf(end) - amount
  for (const gap of gaps.toReversed()) {
    if (gap.from >= end) continue
    const to = scale.placeOf(gap.to ?? end)
    if (place > to) break
    place -= to - scale.placeOf(gap.from)
  }
  return place > scale.origin ? scale.momentOf(place) : start
}

/** Whether what a clock counts between two moments rests on days that no notice has settled. Paused days do not matter. */
export function restsOnUnsettled(scale: Scale, from: Instant, to: Instant, gaps: readonly Gap[]): boolean {
  if (!scale.unsettled(from, to)) return false
  let low = from
  for (const gap of gaps) {
    if (gap.from >= to) break
    if (gap.from > low && scale.unsettled(low, gap.from)) return true
    if (gap.to === undefined) return false
    if (gap.to > low) low = gap.to
  }
  return low < to && scale.unsettled(low, to)
}
