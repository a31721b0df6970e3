import type { Dictionary } from '../indicators/index.ts'
import { compareFigures } from './compare-figures.ts'
import type { CompareOptions, Comparison, Figure } from './types.ts'

/** Figures by indicator, in the order of the text. */
export function byIndicator(figures: readonly Figure[]): ReadonlyMap<string, readonly Figure[]> {
  const groups = new Map<string, Figure[]>()
  for (const figure of figures) {
    const group = groups.get(figure.indicator.id)
    if (group === undefined) groups.set(figure.indicator.id, [figure])
    else group.push(figure)
  }
  return groups
}

/** How far apart two figures are: comparable ones first, then the fewest reasons; the same kind breaks a tie. */
const distance = (c: Comparison): number =>
  c.refusals.length * 4 + (c.a.kind === c.b.kind ? 0 : 2) + (c.a.action === c.b.action ? 0 : 1)

/** The comparison of a figure with the nearest of its candidates; undefined when there are none. */
export function nearest(
  candidates: readonly Figure[],
  b: Figure,
  dictionary: Dictionary,
  options: CompareOptions,
): Comparison | undefined {
  let best: Comparison | undefined
  for (const a of candidates) {
    const comparison = compareFigures(a, b, dictionary, options)
    if (best === undefined || distance(comparison) < distance(best)) best = comparison
  }
  return best
}
