import { dimensionOf, magnitudeOf } from '@jiannuo/kernel'
import type { Hints, Indicator } from './types.ts'

const groupHolds = (group: readonly string[], unit: string): boolean =>
  group.includes(unit) || group.includes(dimensionOf(unit))

/**
 * The group of an indicator's units that a unit belongs to: 家 and 户 of firms are one group, 个 and 平方米 of estates two.
 *
 * @param unit as written, multiplier and all (万户, 亿元)
 * @returns undefined when the unit does not fit; an empty unit fits the first group
 */
export function unitGroup(indicator: Indicator, unit: string): readonly string[] | undefined {
  const base = magnitudeOf(1, unit).unit
  if (base === '') return indicator.units[0]
  return indicator.units.find((group) => groupHolds(group, base))
}

/** Whether a statement of this kind and unit can be about the indicator. Missing hints refuse nothing. */
export function fits(indicator: Indicator, hints: Hints): boolean {
  const { kind, unit } = hints
  if (kind !== undefined && !indicator.kinds.includes(kind)) return false
  if (unit === undefined || unit === '' || kind === 'rate' || kind === 'rank' || kind === 'multiple') return true
  return unitGroup(indicator, unit) !== undefined
}
