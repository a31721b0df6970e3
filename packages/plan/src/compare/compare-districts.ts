import type { Dictionary } from '../indicators/index.ts'
import { byIndicator, nearest } from './choose.ts'
import type { CompareOptions, Comparison, DistrictComparison, Figure } from './types.ts'

/**
 * Two districts side by side (P43, P44). Figures meet by indicator, never by number; each figure of the second district is set against the
 * nearest one of the first that is still free, comparable pairs first.
 *
 * @param figuresA of the first district
 * @param figuresB of the second; differences are the second less the first
 */
export function compareDistricts(
  figuresA: readonly Figure[],
  figuresB: readonly Figure[],
  dictionary: Dictionary,
  options: CompareOptions = {},
): DistrictComparison {
  const groupsA = byIndicator(figuresA)
  const usedA = new Set<Figure>()
  const usedB = new Set<Figure>()
  const take = (wanted: boolean): readonly Comparison[] => {
    const found: Comparison[] = []
    for (const b of figuresB) {
      if (usedB.has(b)) continue
      const free = (groupsA.get(b.indicator.id) ?? []).filter((a) => !usedA.has(a))
      const comparison = nearest(free, b, dictionary, options)
      if (comparison === undefined || comparison.comparable !== wanted) continue
      usedA.add(comparison.a)
      usedB.add(b)
      found.push(comparison)
    }
    return found
  }
  const comparable = take(true)
  const refused = take(false)
  return {
    comparable,
    refused,
    onlyInA: figuresA.filter((a) => !usedA.has(a)),
    onlyInB: figuresB.filter((b) => !usedB.has(b)),
  }
}
