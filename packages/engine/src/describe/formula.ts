import type { CounterDefinition, Formula, MeasuresInput } from '../model/measure.ts'
import type { Machine } from '../model/definition.ts'
import { conditionInWords } from './condition.ts'
import { exprInWords } from './expr.ts'
import { own } from './names.ts'
import { say } from './say.ts'

/** What a page needs of the measures of a machine. */
export type DescribedMeasures = Pick<MeasuresInput, 'counters' | 'measures'>

const BINDS = { plus: 1, minus: 1, times: 2, ratio: 2 } as const

type Joined = keyof typeof BINDS

function joinOf(formula: Formula): { readonly how: Joined; readonly parts: readonly Formula[] } | undefined {
  if ('plus' in formula) return { how: 'plus', parts: formula.plus }
  if ('minus' in formula) return { how: 'minus', parts: formula.minus }
  if ('times' in formula) return { how: 'times', parts: formula.times }
  if ('ratio' in formula) return { how: 'ratio', parts: formula.ratio }
  return undefined
}

/** How a figure is worked out, in words: 按时办结÷当期应办结. */
export function describeFormula(formula: Formula, machine: Machine, measures: DescribedMeasures): string {
  const joined = joinOf(formula)
  if (joined !== undefined) {
    const words = joined.parts.map((part, at) => {
      const text = describeFormula(part, machine, measures)
      return bracketed(joined.how, part, at) ? say('group', { text }) : text
    })
    return words.join(say(`formula/${joined.how}`))
  }
  if ('counter' in formula)
    return say('expr/field', { title: own(measures.counters, formula.counter)?.title ?? formula.counter })
  if ('measure' in formula)
    return say('expr/field', {
      title: measures.measures.find(({ id }) => id === formula.measure)?.title ?? formula.measure,
    })
  if ('value' in formula) return exprInWords(formula.value, { machine })
  return leftOver(formula)
}

/** Only the joined kinds are left here, and they have been said. */
const leftOver = (formula: Exclude<Formula, { counter: string } | { value: unknown } | { measure: string }>): string =>
  JSON.stringify(formula)

function bracketed(how: Joined, part: Formula, at: number): boolean {
  const inner = joinOf(part)?.how
  if (inner === undefined) return false
  const turns = at > 0 && BINDS[inner] === BINDS[how] && (how === 'minus' || how === 'ratio')
  return BINDS[inner] < BINDS[how] || turns
}

/** The outermost ratio of a formula: what gives a rate its numerator and its base. */
export function outermostRatio(formula: Formula): readonly [Formula, Formula] | undefined {
  if ('ratio' in formula) return formula.ratio
  for (const part of joinOf(formula)?.parts ?? []) {
    const found = outermostRatio(part)
    if (found !== undefined) return found
  }
  return undefined
}

/** What a counter counts, when, how much, and where it counts, in words. */
export function describeCounter(counter: CounterDefinition, machine: Machine): string {
  const scope = { machine }
  return [
    say('counter/when', { when: conditionInWords(counter.when, scope) }),
    counter.amount === undefined
      ? say('counter/one')
      : say('counter/amount', { amount: exprInWords(counter.amount, scope) }),
    counter.period === undefined
      ? say('counter/stock')
      : say('counter/period', { period: exprInWords(counter.period, scope) }),
    unitOf(counter.unit, machine),
  ].join(say('then'))
}

function unitOf(unit: CounterDefinition['unit'], machine: Machine): string {
  if (unit === 'area') return say('counter/area')
  if (unit === 'lead' || unit === undefined) return say('counter/lead')
  return say('counter/unit', { unit: exprInWords(unit, { machine }) })
}
