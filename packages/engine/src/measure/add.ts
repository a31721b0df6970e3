import { granted, type Problem, type Result, refused, withoutNoise } from '@jiannuo/kernel'
import type { EngineCode } from '../wording.zh.ts'
import type { Figure, FigurePart } from './figure.ts'

const refuse = (code: EngineCode, params: Problem['params'] = {}): Result<never> =>
  refused({ code, severity: 'error', params })

const addUp = (values: readonly (number | undefined)[]): number | undefined =>
  values.some((value) => value === undefined)
    ? undefined
    : withoutNoise(values.reduce<number>((total, value) => total + (value ?? 0), 0))

function addParts(figures: readonly Figure[]): readonly FigurePart[] {
  const [first] = figures
  return (first?.parts ?? []).map((part, index) => ({
    ...part,
    raw: addUp(figures.map((figure) => figure.parts[index]?.raw)) ?? 0,
    adjusted: addUp(figures.map((figure) => figure.parts[index]?.adjusted)) ?? 0,
  }))
}

/**
 * Adds figures of one measure up, where they may be: counts over units and over periods, stocks over units alone
 * (the last value stands for a period). Rates, means and scores are never added; they are worked out again from
 * their counters (domain.md 15.7).
 *
 * @param over what the figures differ in
 * @returns the sum, or `engine/not-additive`, `engine/stock-over-periods`, `engine/figures-differ`,
 * `engine/no-figures`
 */
export function addFigures(figures: readonly Figure[], over: 'units' | 'periods'): Result<Figure> {
  const [first] = figures
  if (first === undefined) return refuse('engine/no-figures')
  const other = figures.find(({ measure }) => measure !== first.measure)
  if (other !== undefined) return refuse('engine/figures-differ', { a: first.title, b: other.title })
  if (first.additivity === 'recomputed') return refuse('engine/not-additive', { measure: first.title })
  if (first.additivity === 'stock' && over === 'periods')
    return refuse('engine/stock-over-periods', { measure: first.title })
  return granted({
    ...first,
    value: addUp(figures.map(({ value }) => value)),
    adjusted: addUp(figures.map(({ adjusted }) => adjusted)),
    numerator: undefined,
    base: undefined,
    adjustedNumerator: undefined,
    adjustedBase: undefined,
    excluded: addUp(figures.map(({ excluded }) => excluded)) ?? 0,
    parts: addParts(figures),
  })
}
