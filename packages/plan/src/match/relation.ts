import type { StatementKind } from '@jiannuo/reader'
import type { Figure } from './items.ts'
import { unitRelation } from './units.ts'
import { verbClass } from './verbs.ts'
import { likeness } from './words.ts'

/** Why two figures about one thing cannot be set against one another. */
export type Difference = 'indicator' | 'kind' | 'addition' | 'unit' | 'scope' | 'years' | 'shared'

/** Least score of a relation that is looked at. */
export const LEAST = 0.3

/** How a promised figure and a reported one stand to one another, before their values are looked at. */
export interface Relation {
  /** 0 to 1: how surely they speak of the same thing. */
  readonly score: number
  readonly words: number
  readonly sameIndicator: boolean
  readonly differences: readonly Difference[]
}

const sameVerb = (a: Figure, b: Figure): boolean => {
  const left = verbClass(a.statement.action)
  return left >= 0 && left === verbClass(b.statement.action)
}

/** Fewest characters of its own that words need to name a thing; with fewer the verbs must agree too. */
const OWN = 2

/** What likeness is worth when the verbs are known and do different things (培训教师, 招聘教师). */
const OTHER_VERB = 0.85

const otherVerb = (a: Figure, b: Figure): boolean => {
  const left = verbClass(a.statement.action)
  const right = verbClass(b.statement.action)
  return left >= 0 && right >= 0 && left !== right
}

/** What likeness of words is worth when they name only a class of things (项目, 道路): little, more when the verbs agree. */
const CLASS_ALONE = 0.3
const CLASS_WITH_VERB = 0.75

/** What likeness is worth when a dictionary holds both and takes them for two indicators. */
const OTHER_INDICATOR = 0.8

/** Least likeness of two wordings of one known indicator with the same qualifiers. */
const SAME_INDICATOR = 0.92

/** What a figure is worth whose subject stands earlier in its sentence. */
const BY_SUBJECT = 0.9

/** Share of the promise's words that stand before a result that only names a class, when that class is the promise's head. */
function bySubject(p: Figure, r: Figure): number {
  if (r.before === undefined || p.profile.own < OWN || !p.profile.words.endsWith(r.profile.words)) return 0
  let found = 0
  for (const [pair, weight] of p.profile.pairs)
    if (r.before.pairs.has(pair) || r.profile.pairs.has(pair)) found += weight
  return (BY_SUBJECT * found) / p.profile.weight
}

function wordsScore(p: Figure, r: Figure): number {
  const raw = likeness(p.profile, r.profile)
  const own = Math.min(p.profile.own, r.profile.own)
  if (own < OWN) return Math.max(raw * (sameVerb(p, r) ? CLASS_WITH_VERB : CLASS_ALONE), bySubject(p, r))
  if (bothKnown(p, r)) {
    if (p.identity.id !== r.identity.id) return raw * OTHER_INDICATOR
    if (sameSet(p.identity.qualifiers, r.identity.qualifiers)) return Math.max(raw, SAME_INDICATOR)
  }
  return own === OWN && raw < 1 && otherVerb(p, r) ? raw * OTHER_VERB : raw
}

const bothKnown = (p: Figure, r: Figure): boolean => p.identity.known && r.identity.known

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((word) => b.includes(word))

/** Words of part and grade that only one of them has: none at all is a difference as well. */
const scopeDiffers = (p: Figure, r: Figure): boolean => !sameSet(p.scope, r.scope)

/** Least likeness of words at which a growth rate and a level are taken for figures of one thing. */
const SAME_THING = 0.8

const counts = (kind: StatementKind): boolean => kind === 'level' || kind === 'increase'

/**
 * A level that is a year's work and an addition are one kind; an addition and what is held are not, and an addition that was promised is not
 * answered by a bare level.
 */
function countsDifference(p: Figure, r: Figure): Difference | 'none' {
  if (p.standing === 'added' && r.standing === 'held') return 'addition'
  if (p.standing === 'held' && r.standing === 'added') return 'addition'
  return p.statement.kind === 'increase' && r.standing === 'open' ? 'addition' : 'none'
}

function kindDifference(p: Figure, r: Figure, words: number): Difference | 'none' | 'apart' {
  const a = p.statement.kind
  const b = r.statement.kind
  if (counts(a) && counts(b)) return countsDifference(p, r)
  if (a === b) return 'none'
  const rated = (a === 'rate' && counts(b)) || (counts(a) && b === 'rate')
  return rated && words >= SAME_THING ? 'kind' : 'apart'
}

/** Least likeness of words at which a figure that cannot be compared is still an answer. */
const ANSWERED = 0.55

const COST: Readonly<Record<Difference, number>> = {
  indicator: 1,
  kind: 0.8,
  addition: 0.85,
  unit: 0.8,
  scope: 0.9,
  years: 0.9,
  shared: 0.9,
}

/** Whether the units leave room for a relation, and whether the values can be set against one another. */
function unitDifference(
  p: Figure,
  r: Figure,
  kinds: Difference | 'none',
  words: number,
): Difference | 'none' | 'apart' {
  if (kinds === 'kind') return 'none'
  switch (unitRelation(p.statement.unit, r.statement.unit)) {
    case 'converts':
      return 'none'
    case 'classifiers':
      return words >= SAME_THING ? 'none' : 'unit'
    case 'counts':
      return 'unit'
    case 'apart':
      return 'apart'
  }
}

/**
 * How a promised figure and a reported one stand to one another; undefined when they can have nothing to do with one another (money and
 * a count, a rank and a share). Numbers are not looked at: equal numbers are no sign of anything.
 */
export function relationOf(p: Figure, r: Figure): Relation | undefined {
  const words = wordsScore(p, r)
  if (words < LEAST) return undefined
  const kinds = kindDifference(p, r, words)
  if (kinds === 'apart') return undefined
  const units = unitDifference(p, r, kinds, words)
  if (units === 'apart') return undefined
  const differences: Difference[] = []
  if (bothKnown(p, r) && p.identity.id !== r.identity.id) differences.push('indicator')
  if (kinds !== 'none') differences.push(kinds)
  if (units !== 'none') differences.push(units)
  if (scopeDiffers(p, r)) differences.push('scope')
  if (r.long && !p.long) differences.push('years')
  if (differences.length > 0 && words < ANSWERED) return undefined
  const sameIndicator = p.identity.id === r.identity.id
  const score = differences.reduce((value, d) => value * COST[d], words)
  return { score, words, sameIndicator, differences }
}
