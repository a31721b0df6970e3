import { describeProblem, describeQuantity } from '@jiannuo/kernel'
import { type Comparison, compareWording, type Figure, type Reason, type Standing } from '@jiannuo/plan'
import type { FilesCompared } from './compare-files.ts'

/** What came of setting two figures side by side. */
export type ComparedVerdict = Standing | 'lowered' | 'possible' | 'refused' | 'new' | 'dropped' | 'onlyA' | 'onlyB'

/** Two figures side by side in words, or one that has no counterpart. */
export interface ComparedRow {
  readonly indicator: string
  readonly a?: Figure
  readonly b?: Figure
  /** The second less the first, signed, with its unit; absent where they are not comparable. */
  readonly difference?: string
  readonly verdict: ComparedVerdict
  /** Why they are not comparable, or what must be known of the comparison. */
  readonly reasons: readonly string[]
}

/** A figure in words: 新增120家. */
export const figureWords = (figure: Figure): string =>
  `${figure.kind === 'increase' && figure.action !== undefined ? figure.action : ''}${describeQuantity(figure)}`

/** Its indicator in words, with what narrows it. */
export const indicatorWords = ({ indicator }: Figure): string =>
  indicator.qualifiers.length === 0 ? indicator.name : `${indicator.name}（${indicator.qualifiers.join('、')}）`

const words = (reasons: readonly Reason[]): readonly string[] =>
  reasons.map((reason) => describeProblem({ ...reason, severity: 'note' }, compareWording))

function pair(comparison: Comparison, lowered?: 'lowered' | 'possible'): ComparedRow {
  const { a, b, comparable, difference, standing, refusals, notes } = comparison
  const [one, other] = [indicatorWords(a), indicatorWords(b)]
  const sign = difference !== undefined && difference.value > 0 ? '+' : ''
  return {
    indicator: one === other ? one : `${one}／${other}`,
    a,
    b,
    ...(difference === undefined ? {} : { difference: `${sign}${difference.value}${difference.unit}` }),
    verdict: lowered ?? (comparable ? (standing ?? 'unclear') : 'refused'),
    reasons: words(comparable ? notes : refusals),
  }
}

const alone = (figure: Figure, side: 'a' | 'b', verdict: ComparedVerdict): ComparedRow => ({
  indicator: indicatorWords(figure),
  [side]: figure,
  verdict,
  reasons: [],
})

/** A comparison as rows in the order in which people want them: what was lowered, what compares, what is refused, what stands alone. */
export function comparedRows(done: FilesCompared): readonly ComparedRow[] {
  if (done.kind === 'years') {
    const { pairs, newTargets, withoutTarget } = done.years
    const rows = pairs.map(({ comparison, lowered }) => pair(comparison, lowered))
    const first = (row: ComparedRow): number =>
      row.verdict === 'lowered' ? 0 : row.verdict === 'possible' ? 1 : row.verdict === 'refused' ? 3 : 2
    return [
      ...rows.toSorted((a, b) => first(a) - first(b)),
      ...newTargets.map((figure) => alone(figure, 'b', 'new')),
      ...withoutTarget.map((figure) => alone(figure, 'a', 'dropped')),
    ]
  }
  const { comparable, refused, onlyInA, onlyInB } = done.districts
  return [
    ...[...comparable, ...refused].map((comparison) => pair(comparison)),
    ...onlyInA.map((figure) => alone(figure, 'a', 'onlyA')),
    ...onlyInB.map((figure) => alone(figure, 'b', 'onlyB')),
  ]
}
