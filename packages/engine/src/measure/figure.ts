import { withoutNoise } from '@jiannuo/kernel'
import type { Measures } from '../define/define-measures.ts'
import type { Additivity, Formula, MeasureDefinition } from '../model/measure.ts'
import type { Settings } from '../model/run.ts'
import { settingsView, type View, valueOf } from '../run/view.ts'
import { counterKey } from './contributions.ts'

/** A sum of a counter: all records, and those that no granted exclusion leaves out. */
export interface CounterPair {
  readonly raw: number
  readonly adjusted: number
}

/** A counter that a figure is made of. */
export interface FigurePart extends CounterPair {
  /** `machine.counter` */
  readonly counter: string
  readonly title: string
}

/**
 * A measure worked out: raw and with granted exclusions left out, side by side. Values are in the unit of the
 * measure (97.1 with unit `%`); numerators and bases are counts. What cannot be said, because a base is 0, is
 * `undefined`; it is never NaN or infinite.
 */
export interface Figure {
  readonly measure: string
  readonly title: string
  readonly unit: string
  readonly decimals: number
  readonly additivity: Additivity
  readonly value: number | undefined
  readonly adjusted: number | undefined
  readonly numerator: number | undefined
  readonly base: number | undefined
  readonly adjustedNumerator: number | undefined
  readonly adjustedBase: number | undefined
  /** How much granted exclusions take out of the base, or of the value where there is no base. */
  readonly excluded: number
  readonly parts: readonly FigurePart[]
}

type Which = 'raw' | 'adjusted'

interface Evaluation {
  readonly measures: Measures
  readonly view: View
  readonly sums: (counter: string) => CounterPair
  readonly which: Which
}

const sum = (values: readonly (number | undefined)[]): number | undefined =>
  values.reduce((total, value) => (total === undefined || value === undefined ? undefined : total + value), 0)

const product = (values: readonly (number | undefined)[]): number | undefined =>
  values.reduce((total, value) => (total === undefined || value === undefined ? undefined : total * value), 1)

/** A formula's value, shares as shares; absent when a base is 0 or a setting is no number. */
function evaluate(formula: Formula, on: Evaluation): number | undefined {
  if ('counter' in formula) return on.sums(counterKey(on.measures.machine, formula.counter))[on.which]
  if ('value' in formula) {
    const value = valueOf(formula.value, on.view)
    return typeof value === 'number' ? value : undefined
  }
  if ('measure' in formula) {
    const measure = findMeasure(on.measures, formula.measure)
    return measure === undefined ? undefined : evaluate(measure.formula, on)
  }
  if ('plus' in formula) return sum(formula.plus.map((part) => evaluate(part, on)))
  if ('times' in formula) return product(formula.times.map((part) => evaluate(part, on)))
  if ('minus' in formula) {
    const [a, b] = formula.minus.map((part) => evaluate(part, on))
    return a === undefined || b === undefined ? undefined : a - b
  }
  const [numerator, base] = formula.ratio.map((part) => evaluate(part, on))
  return numerator === undefined || base === undefined || base === 0 ? undefined : numerator / base
}

/** A measure by its id. */
export const findMeasure = (measures: Measures, id: string): MeasureDefinition | undefined =>
  measures.measures.find((measure) => measure.id === id)

/**
 * The ratio that a formula is, whatever constants it is multiplied with; absent when it is made of several or of
 * none.
 */
function outermostRatio(formula: Formula, measures: Measures): readonly [Formula, Formula] | undefined {
  if ('ratio' in formula) return formula.ratio
  if ('measure' in formula) {
    const measure = findMeasure(measures, formula.measure)
    return measure === undefined ? undefined : outermostRatio(measure.formula, measures)
  }
  if (!('times' in formula)) return undefined
  const [one, ...more] = formula.times.filter((part) => !('value' in part))
  return one === undefined || more.length > 0 ? undefined : outermostRatio(one, measures)
}

function partsOfFormula(formula: Formula): readonly Formula[] {
  if ('plus' in formula) return formula.plus
  if ('times' in formula) return formula.times
  if ('minus' in formula) return formula.minus
  return 'ratio' in formula ? formula.ratio : []
}

function countersIn(formula: Formula, measures: Measures): readonly string[] {
  if ('counter' in formula) return [formula.counter]
  if ('measure' in formula) {
    const measure = findMeasure(measures, formula.measure)
    return measure === undefined ? [] : countersIn(measure.formula, measures)
  }
  return partsOfFormula(formula).flatMap((part) => countersIn(part, measures))
}

/** Ids of the counters that a measure is made of, each once, in the order of its formula. */
export function countersOf(measures: Measures, measureId: string): readonly string[] {
  const measure = findMeasure(measures, measureId)
  return measure === undefined ? [] : [...new Set(countersIn(measure.formula, measures))]
}

/** A share is said in hundredths. */
const inUnit = (value: number | undefined, unit: string): number | undefined =>
  value === undefined ? undefined : withoutNoise(unit === '%' ? value * 100 : value)

const clean = (value: number | undefined): number | undefined => (value === undefined ? undefined : withoutNoise(value))

/**
 * Works out a measure.
 *
 * @param sums the sum of a counter (`machine.counter`) over what is asked for
 * @param settings settings in force, read now: a changed weight needs no recount
 * @throws RangeError when there is no such measure
 */
export function evaluateFigure(
  measures: Measures,
  measureId: string,
  sums: (counter: string) => CounterPair,
  settings: Settings,
): Figure {
  const measure = findMeasure(measures, measureId)
  if (measure === undefined) throw new RangeError(`no measure ${measureId} of ${measures.machine}`)
  const view = settingsView(measures.defaults, settings)
  const raw: Evaluation = { measures, view, sums, which: 'raw' }
  const adjusted: Evaluation = { ...raw, which: 'adjusted' }
  const ratio = outermostRatio(measure.formula, measures)
  const of = (formula: Formula | undefined, on: Evaluation) =>
    formula === undefined ? undefined : evaluate(formula, on)
  const value = evaluate(measure.formula, raw)
  const adjustedValue = evaluate(measure.formula, adjusted)
  const base = of(ratio?.[1], raw)
  const adjustedBase = of(ratio?.[1], adjusted)
  const whole = ratio === undefined ? [value, adjustedValue] : [base, adjustedBase]
  return {
    measure: measure.id,
    title: measure.title,
    unit: measure.unit,
    decimals: measure.decimals,
    additivity: measure.additivity,
    value: inUnit(value, measure.unit),
    adjusted: inUnit(adjustedValue, measure.unit),
    numerator: clean(of(ratio?.[0], raw)),
    base: clean(base),
    adjustedNumerator: clean(of(ratio?.[0], adjusted)),
    adjustedBase: clean(adjustedBase),
    excluded: withoutNoise((whole[0] ?? 0) - (whole[1] ?? 0)),
    parts: partsIn(measures, measureId, sums),
  }
}

function partsIn(measures: Measures, measureId: string, sums: (counter: string) => CounterPair): readonly FigurePart[] {
  return countersOf(measures, measureId).map((id) => {
    const counter = counterKey(measures.machine, id)
    const { raw, adjusted } = sums(counter)
    return { counter, title: measures.counters[id]?.title ?? id, raw, adjusted }
  })
}
