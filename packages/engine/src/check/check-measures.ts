import type { Machine } from '../model/definition.ts'
import type { CounterDefinition, Formula, MeasureDefinition, MeasuresInput } from '../model/measure.ts'
import { checkCondition, checkExpr, type Sight } from './check-value.ts'
import { namesOf } from './names.ts'
import { type DefinitionProblem, type Faults, fault, known } from './problem.ts'

const MOST_DECIMALS = 6

function* checkCounter(id: string, counter: CounterDefinition, sight: Sight): Faults {
  const path = `counters.${id}`
  if (counter.title.trim() === '') yield fault('empty-text', `${path}.title`, counter.title)
  yield* checkCondition(counter.when, `${path}.when`, sight)
  if (counter.amount !== undefined) yield* checkExpr(counter.amount, `${path}.amount`, sight)
  if (counter.period !== undefined) yield* checkExpr(counter.period, `${path}.period`, sight)
  if (typeof counter.unit === 'object') yield* checkExpr(counter.unit, `${path}.unit`, sight)
}

const numbered = (key: string, parts: readonly Formula[]): readonly (readonly [string, Formula])[] =>
  parts.map((part, index) => [`.${key}[${index}]`, part])

/** Formulas that stand in a formula, each with its place. */
function partsOf(formula: Formula): readonly (readonly [string, Formula])[] {
  if ('plus' in formula) return numbered('plus', formula.plus)
  if ('minus' in formula) return numbered('minus', formula.minus)
  if ('times' in formula) return numbered('times', formula.times)
  return 'ratio' in formula ? numbered('ratio', formula.ratio) : []
}

function* checkFormula(formula: Formula, path: string, measures: MeasuresInput, sight: Sight): Faults {
  if ('counter' in formula) yield* known('unknown-counter', path, formula.counter, measures.counters)
  if ('value' in formula) yield* checkExpr(formula.value, `${path}.value`, { ...sight, only: 'settings' })
  if ('measure' in formula) {
    const ids = measures.measures.map(({ id }) => id)
    yield* known('unknown-measure', path, formula.measure, ids)
  }
  for (const [place, part] of partsOf(formula)) yield* checkFormula(part, `${path}${place}`, measures, sight)
}

/** Everything in a formula, other measures not followed. */
function* within(formula: Formula): Iterable<Formula> {
  yield formula
  for (const [, part] of partsOf(formula)) yield* within(part)
}

function usedMeasures(measures: MeasuresInput, id: string): readonly string[] {
  const measure = measures.measures.find((one) => one.id === id)
  if (measure === undefined) return []
  return [...within(measure.formula)].flatMap((part) => ('measure' in part ? part.measure : []))
}

/** Whether a measure is worked out of itself. */
function goesRound(measures: MeasuresInput, id: string): boolean {
  const seen = new Set(usedMeasures(measures, id))
  for (const used of seen) for (const other of usedMeasures(measures, used)) seen.add(other)
  return seen.has(id)
}

/**
 * What adds up is made of counters that do: sums of moments for counts, stocks for stocks; a ratio or another
 * measure does not.
 */
function* checkAdditivity(measure: MeasureDefinition, path: string, measures: MeasuresInput): Faults {
  if (measure.additivity === 'recomputed') return
  for (const part of within(measure.formula)) {
    if ('ratio' in part || 'measure' in part)
      yield fault('never-additive', `${path}.additivity`, measure.additivity, ['recomputed'])
    if (!('counter' in part)) continue
    const counter = measures.counters[part.counter]
    if (counter === undefined) continue
    const kind = counter.period === undefined ? 'stock' : 'additive'
    if (kind !== measure.additivity) yield fault('additivity-mixed', `${path}.additivity`, part.counter, [kind])
  }
}

function* checkMeasure(index: number, measure: MeasureDefinition, measures: MeasuresInput, sight: Sight): Faults {
  const path = `measures[${index}]`
  const { id, decimals } = measure
  if (measures.measures.findIndex((other) => other.id === id) !== index) yield fault('measure-twice', `${path}.id`, id)
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > MOST_DECIMALS)
    yield fault('bad-decimals', `${path}.decimals`, decimals)
  for (const key of ['title', 'says', 'source'] as const)
    if (measure[key].trim() === '') yield fault('empty-text', `${path}.${key}`, measure[key])
  yield* checkFormula(measure.formula, `${path}.formula`, measures, sight)
  if (goesRound(measures, id)) yield fault('measure-cycle', `${path}.formula`, id)
  yield* checkAdditivity(measure, path, measures)
}

/**
 * Finds every fault of a machine's counters and measures at once: counters that look at more than the record, names
 * that lead nowhere, formulas that go round in a circle, sums of what does not add up.
 */
export function checkMeasures(measures: MeasuresInput, machine: Machine): readonly DefinitionProblem[] {
  const sight: Sight = { machine, names: namesOf(machine), inputs: [], only: 'record' }
  return [
    ...known('other-machine', 'machine', measures.machine, [machine.id]),
    ...Object.entries(measures.counters).flatMap(([id, counter]) => [...checkCounter(id, counter, sight)]),
    ...measures.measures.flatMap((measure, index) => [...checkMeasure(index, measure, measures, sight)]),
  ]
}
