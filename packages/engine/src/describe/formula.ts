import type { CounterDefinition, Formula, MeasuresInput } from '../model/measure.ts'
import type { Machine } from '../model/definition.ts'
import { conditionInWords } from './condition.ts'
import { exprInWords } from './expr.ts'
import { own } from './names.ts'
import { say } from './say.ts'

/** What a page needs of the measures of a machine. */
export type DescribedMeasures = Pick<MeasuresInput, 'counters' | 'measures'>

const BINDS = { plus: 1, minus: 1, times: 2, ratio: 2 } as const

interface Joined {
  readonly how: keyof typeof BINDS
  readonly parts: readonly Formula[]
}

type Leaf = Extract<Formula, { readonly counter: string } | { readonly value: unknown } | { readonly measure: string }>

const isLeaf = (formula: Formula): formula is Leaf => 'counter' in formula || 'value' in formula || 'measure' in formula

function joinOf(formula: Exclude<Formula, Leaf>): Joined {
  if ('plus' in formula) return { how: 'plus', parts: formula.plus }
  if ('minus' in formula) return { how: 'minus', parts: formula.minus }
  if ('times' in formula) return { how: 'times', parts: formula.times }
  return { how: 'ratio', parts: formula.ratio }
}

/** How a figure is worked out, in words: “按时办结”÷“当期应办结”. */
export function describeFormula(formula: Formula, machine: Machine, measures: DescribedMeasures): string {
  if (isLeaf(formula)) return leafInWords(formula, machine, measures)
  const { how, parts } = joinOf(formula)
  const words = parts.map((part, at) => {
    const text = describeFormula(part, machine, measures)
    return bracketed(how, part, at) ? say('group', { text }) : text
  })
  return words.join(say(`formula/${how}`))
}

function leafInWords(leaf: Leaf, machine: Machine, measures: DescribedMeasures): string {
  if ('value' in leaf) return exprInWords(leaf.value, { machine })
  const title =
    'counter' in leaf
      ? (own(measures.counters, leaf.counter)?.title ?? leaf.counter)
      : (measures.measures.find(({ id }) => id === leaf.measure)?.title ?? leaf.measure)
  return say('expr/field', { title })
}

/** Sums within products, and what turns around behind － and ÷. */
function bracketed(how: keyof typeof BINDS, part: Formula, at: number): boolean {
  if (isLeaf(part)) return 'value' in part && 'op' in part.value
  const inner = joinOf(part).how
  const turns = at > 0 && BINDS[inner] === BINDS[how] && (how === 'minus' || how === 'ratio')
  return BINDS[inner] < BINDS[how] || turns
}

/** The outermost ratio of a formula: what gives a rate its numerator and its base. */
export function outermostRatio(formula: Formula): readonly [Formula, Formula] | undefined {
  if (isLeaf(formula)) return undefined
  if ('ratio' in formula) return formula.ratio
  for (const part of joinOf(formula).parts) {
    const found = outermostRatio(part)
    if (found !== undefined) return found
  }
  return undefined
}

/** What a counter counts, when, how much, and where it counts, in words. */
export function describeCounter(counter: CounterDefinition, machine: Machine): string {
  const scope = { machine }
  return [
    'always' in counter.when
      ? say('counter/all')
      : say('counter/when', { when: conditionInWords(counter.when, scope) }),
    counter.amount === undefined
      ? say('counter/one')
      : say('counter/amount', { amount: exprInWords(counter.amount, scope) }),
    counter.period === undefined
      ? say('counter/stock')
      : say('counter/period', { period: exprInWords(counter.period, scope) }),
    unitOf(counter.unit, machine),
  ].join(say('semicolon'))
}

function unitOf(unit: CounterDefinition['unit'], machine: Machine): string {
  if (unit === 'area') return say('counter/area')
  if (unit === 'lead' || unit === undefined) return say('counter/lead')
  return say('counter/unit', { unit: exprInWords(unit, { machine }) })
}
