import { magnitudeOf, withoutNoise } from '@jiannuo/kernel'
import type { Direction, Reason } from '../model.ts'
import { unitRelation } from '../match/units.ts'
import { reason } from './reason.ts'
import type { FedBy, FeedWanted, MeasureAdds, OfferedMeasure } from './types.ts'

/** One test of a measure: the reason, and whether it lets the measure pass. */
export interface Verdict {
  readonly passes: boolean
  readonly reason: Reason
}

const pass = (said: Reason): Verdict => ({ passes: true, reason: said })
const fail = (said: Reason): Verdict => ({ passes: false, reason: said })

const BY: Readonly<Record<MeasureAdds, FedBy>> = { additive: 'toDate', stock: 'moment', recomputed: 'ratio' }

/** How a measure is accumulated: its own nature decides, never the target's wish (SPEC P151). */
export const fedBy = (adds: MeasureAdds): FedBy => BY[adds]

/** A measure that itself compares with a year before; any other rate is a share (domain.md 15.1). */
const GROWTH = /增速|增长率|增幅|同比/

/** What a target of a quantity takes: sums take counts, levels take stocks and means. */
function quantityFit({ kind, adding, unit }: FeedWanted['target'], { adds, unit: own }: OfferedMeasure): Verdict {
  if (kind === 'increase' && adding !== 'increments') return fail(reason('feed/kind-points'))
  if (kind === 'increase' || adding === 'increments') {
    if (adds === 'additive') return pass(reason('feed/flow-adds'))
    return fail(reason(adds === 'stock' ? 'feed/kind-stock-sum' : 'feed/kind-ratio-sum'))
  }
  if (adds === 'additive') return fail(reason('feed/kind-flow-level'))
  if (adds === 'stock') return pass(reason('feed/stock-stands'))
  return pass(reason(own === '%' || unit === '%' ? 'feed/ratio-recomputed' : 'feed/mean-stands'))
}

/** Whether values of the measure make a value of the target's kind (SPEC P151; DESIGN 5, domain.md 15). */
export function kindFit(target: FeedWanted['target'], measure: OfferedMeasure): Verdict {
  switch (target.kind) {
    case 'rank':
    case 'multiple':
      return fail(reason('feed/kind-never', { kind: `kind/${target.kind}` }))
    case 'rate':
      return measure.adds === 'recomputed' && GROWTH.test(measure.title)
        ? pass(reason('feed/ratio-recomputed'))
        : fail(reason('feed/kind-growth'))
    case 'share':
      return measure.adds === 'recomputed' ? pass(reason('feed/ratio-recomputed')) : fail(reason('feed/kind-share'))
    case 'level':
    case 'increase':
      return quantityFit(target, measure)
  }
}

/** Whether the measure counts what the target counts, and in which unit its values are written down (SPEC P150). */
export function unitFit(
  { target, alike = [] }: FeedWanted,
  { unit }: OfferedMeasure,
): Verdict & { readonly as?: string } {
  const units = { from: unit, to: target.unit }
  if (unit === target.unit) return pass(reason('feed/unit-same', units))
  const relation = unitRelation(unit, target.unit)
  if (relation === 'converts') return pass(reason('feed/unit-converts', units))
  if (relation === 'apart') return fail(reason('feed/unit-apart', units))
  const same = relation === 'classifiers' || (alike.includes(unit) && alike.includes(target.unit))
  return same
    ? { ...pass(reason('feed/unit-classifier', units)), as: target.unit }
    : fail(reason('feed/unit-counts', units))
}

/** Which way is better: a bound on one side says it, else the indicator. */
function wantedDirection({ comparator, direction }: FeedWanted['target']): Direction {
  if (comparator === 'gte' || comparator === 'gt') return 'up'
  return comparator === 'lte' ? 'down' : direction
}

/** Two that want opposite things speak of different things (SPEC P152); a measure of no direction fits either way. */
export function directionFit({ target }: FeedWanted, { direction }: OfferedMeasure): Verdict | undefined {
  const wanted = wantedDirection(target)
  if (wanted === 'none' || direction === 'none') return undefined
  if (wanted === direction) return pass(reason('feed/direction-same'))
  return fail(reason('feed/direction-apart', { wanted: `direction/${wanted}`, given: `direction/${direction}` }))
}

/** A value of one classifier in another that names the same thing: 2万户 are 20000家 (SPEC P150). */
export const countedAs = (value: number, from: string, as: string): number =>
  withoutNoise(magnitudeOf(value, from).value / magnitudeOf(1, as).value)
