import type { Dictionary } from '../indicators/index.ts'
import type { Direction, Reason } from '../model.ts'
import { below, intervalOf, minus, nominal, tidy } from './bounds.ts'
import { notesOf } from './notes.ts'
import { refusalsOf, unitRatio } from './refuse.ts'
import type { CompareOptions, Comparison, Figure, Standing } from './types.ts'

/** 左右 where no tolerance is declared; the comparison carries a note of it. */
const TOLERANCE = 0.05

const IN_POINTS = new Set<Figure['kind']>(['rate', 'share'])

/** Which way is better for a figure: of a rank the smaller number, else as the indicator says. */
export function directionOf(figure: Figure, dictionary: Dictionary): Direction {
  if (figure.kind === 'rank') return 'down'
  return dictionary.indicators.get(figure.indicator.id)?.direction ?? 'none'
}

function standingOf(a: Figure, b: Figure, times: number, tolerance: number, direction: Direction): Standing {
  const first = intervalOf(a, tolerance, 1)
  const second = intervalOf(b, tolerance, times)
  const exact = a.comparator === 'eq' && b.comparator === 'eq'
  if (exact && minus(second.low, first.low) === 0) return 'same'
  const more = below(first, second)
  if (direction === 'none' || !(more || below(second, first))) return 'unclear'
  return more === (direction === 'up') ? 'better' : 'worse'
}

function measured(a: Figure, b: Figure, times: number): Pick<Comparison, 'difference' | 'ratio'> {
  if (a.kind === 'rank') return {}
  const first = nominal(a)
  const second = nominal(b) * times
  const points = IN_POINTS.has(a.kind)
  const difference = { value: minus(second, first), unit: points ? '个百分点' : a.unit }
  return points || first === 0 ? { difference } : { difference, ratio: tidy(second / first) }
}

const refusedWith = (a: Figure, b: Figure, refusals: readonly Reason[]): Comparison => ({
  a,
  b,
  comparable: false,
  refusals,
  notes: [],
})

/**
 * Sets one figure against another, or refuses with every reason (DESIGN 5; P30-P39): indicator, kind, unit, scope and period must be the same.
 * Differences of rates and shares are percentage points; ranks are never subtracted; bounds are honoured, so that the standing is
 * `unclear` where the words leave it open.
 *
 * @param a the first figure
 * @param b the second, which is said to be better or worse
 * @param dictionary tells direction, and which classifiers mean the same
 */
export function compareFigures(a: Figure, b: Figure, dictionary: Dictionary, options: CompareOptions = {}): Comparison {
  const refusals = refusalsOf(a, b, dictionary)
  if (refusals.length > 0) return refusedWith(a, b, refusals)
  const tolerance = options.tolerance ?? TOLERANCE
  const times = a.kind === 'rank' ? 1 : (unitRatio(a, b, dictionary) ?? 1)
  return {
    a,
    b,
    comparable: true,
    refusals: [],
    notes: notesOf(a, b, tolerance),
    ...measured(a, b, times),
    standing: standingOf(a, b, times, tolerance, directionOf(a, dictionary)),
  }
}
