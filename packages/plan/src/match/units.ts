import { convert, convertible, dimensionOf, magnitudeOf } from '@jiannuo/kernel'
import { CLASSIFIERS } from './lexicon.zh.ts'

/** How two units stand: they convert, mean the same of one thing (家 and 个), both only count, or measure different things. */
export type UnitRelation = 'converts' | 'classifiers' | 'counts' | 'apart'

const counted = (unit: string): boolean => ['count', 'none'].includes(dimensionOf(unit))

/** How two units stand to one another. */
export function unitRelation(a: string, b: string): UnitRelation {
  if (convertible(a, b)) return 'converts'
  if (!counted(a) || !counted(b)) return 'apart'
  const [left, right] = [magnitudeOf(1, a).unit, magnitudeOf(1, b).unit]
  return CLASSIFIERS.some((group) => group.includes(left) && group.includes(right)) ? 'classifiers' : 'counts'
}

/** A number of one unit in the other; classifiers that mean the same give up only their multipliers. */
export function inUnit(value: number, from: string, to: string): number | undefined {
  const converted = convert(value, from, to)
  if (converted.ok) return converted.value
  if (unitRelation(from, to) !== 'classifiers') return undefined
  return magnitudeOf(value, from).value / magnitudeOf(1, to).value
}
