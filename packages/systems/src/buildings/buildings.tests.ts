import type { Condition, Effect, Expr } from '@jiannuo/engine'
import {
  all,
  any,
  constant,
  field,
  firstOf,
  gt,
  gte,
  input,
  lte,
  minus,
  not,
  now,
  over,
  plus,
  present,
  setting,
  times,
  when,
} from '@jiannuo/engine'

const none = constant(0)

/** Area that is let or used by its owner. */
const occupied: Expr = plus(firstOf(field('letArea'), none), firstOf(field('selfUsed'), none))

/** No more is let and used than there is to let. */
export const areasFit: Condition = lte(occupied, field('rentable'))

/** The parts of the firms are no more than the firms; those in the statistics here are some of those over the line. */
export const firmsFit: Condition = all(
  ...['registeredHere', 'taxedHere', 'aboveScale'].map((part) =>
    any(not(present(field(part))), lte(field(part), field('firms'))),
  ),
  any(not(present(field('statedHere'))), lte(field('statedHere'), field('aboveScale'))),
)

const toLet: Condition = all(gt(field('rentable'), none), areasFit)

/** 投用: finished, with space to let. */
export const inUse: Condition = all(present(field('completedOn')), toLet)

/** 运营: let to the share that makes it one. Who has tenants is finished, whether its day is known or not. */
export const operating: Condition = all(toLet, gte(occupied, times(field('rentable'), setting('operatingShare'))))

/** The tax that was reported, of this year so far or of the last one, is at the line. */
const atLine = (tier: string): Condition => {
  const line = setting('tiers', constant(tier), constant('from'))
  return any(gte(input('total'), line), gte(field('taxTotal'), line), gte(field('lastTotal'), line))
}

/** Works out vacancy and occupancy as they were found. 满仓 begins once and ends when the share is lost. */
export const measureSpace: readonly Effect[] = [
  { set: 'vacant', to: minus(field('rentable'), occupied) },
  { set: 'occupancy', to: over(occupied, field('rentable')) },
  when(
    gte(field('occupancy'), setting('fullShare')),
    [{ set: 'fullSince', to: firstOf(field('fullSince'), now) }],
    [{ clear: 'fullSince' }],
  ),
]

const yearEnd: Expr = setting('taxYears', input('year'), constant('at'))

const thisYear: readonly Effect[] = [
  { set: 'taxYear', to: input('year') },
  { set: 'taxAt', to: yearEnd },
  { set: 'taxTotal', to: input('total') },
  { set: 'taxDistrict', to: input('district') },
]
const lastYear: readonly Effect[] = [
  { set: 'lastTotal', to: input('total') },
  { set: 'lastDistrict', to: input('district') },
]
const moveOn: readonly Effect[] = [
  { set: 'lastYear', to: field('taxYear') },
  { set: 'lastAt', to: field('taxAt') },
  { set: 'lastTotal', to: field('taxTotal') },
  { set: 'lastDistrict', to: field('taxDistrict') },
]

/** A later year moves the one before it back; a corrected last year stays the last year. */
export const takeTax: readonly Effect[] = [
  when({ equals: [input('year'), field('lastYear')] }, lastYear, [
    when({ compare: 'lt', of: [field('taxYear'), input('year')] }, moveOn),
    ...thisYear,
  ]),
]

/** Holds the tax of the two years against the lines; the year in which it came over them stays until it falls below. */
export const measureTier: readonly Effect[] = [
  when(
    atLine('ten'),
    [{ set: 'tier', to: constant('ten') }],
    [
      when(
        atLine('five'),
        [{ set: 'tier', to: constant('five') }],
        [when(atLine('one'), [{ set: 'tier', to: constant('one') }], [{ clear: 'tier' }, { clear: 'tierSince' }])],
      ),
    ],
  ),
  when(present(field('tier')), [{ set: 'tierSince', to: firstOf(field('tierSince'), yearEnd) }]),
]

/** The year is this one, a later one, or the last one that is being corrected. */
export const yearKnown: Condition = any(
  not(present(field('taxYear'))),
  { compare: 'gte', of: [input('year'), field('taxYear')] },
  { equals: [input('year'), field('lastYear')] },
)
