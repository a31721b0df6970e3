import {
  counterKey,
  type Expr,
  type Formula,
  type Machine,
  type Measures,
  settingOf,
  type Settings,
} from '@jiannuo/engine'
import type { CounterPair } from '@jiannuo/engine'

/** What a formula is written out with. */
export interface Numbers {
  readonly machine: Machine
  readonly measures: Measures
  readonly settings: Settings
  readonly sums: (counter: string) => CounterPair
  readonly which: 'raw' | 'adjusted'
}

const BINDS = { plus: 1, minus: 1, times: 2, ratio: 2 } as const
const SIGNS = { plus: ' + ', minus: ' − ', times: ' × ', ratio: ' ÷ ' } as const

/**
 * A formula written out with its numbers: `(812 + 0.9 × 120) ÷ 1020`. What it is called stands in the formula in words; here is what
 * was put in.
 */
export function formulaInNumbers(formula: Formula, on: Numbers): string {
  if ('counter' in formula) return String(on.sums(counterKey(on.measures.machine, formula.counter))[on.which])
  if ('value' in formula) return numberOf(formula.value, on)
  if ('measure' in formula) {
    const measure = on.measures.measures.find(({ id }) => id === formula.measure)
    return measure === undefined ? '?' : inner(measure.formula, on, 3)
  }
  const how = 'plus' in formula ? 'plus' : 'minus' in formula ? 'minus' : 'times' in formula ? 'times' : 'ratio'
  const parts =
    'plus' in formula
      ? formula.plus
      : 'minus' in formula
        ? formula.minus
        : 'times' in formula
          ? formula.times
          : formula.ratio
  const strict = how === 'minus' || how === 'ratio'
  return parts.map((part, index) => inner(part, on, BINDS[how] + (strict && index > 0 ? 1 : 0))).join(SIGNS[how])
}

/** In brackets when it binds less than what stands around it. */
function inner(formula: Formula, on: Numbers, binds: number): string {
  const text = formulaInNumbers(formula, on)
  const own =
    'plus' in formula || 'minus' in formula
      ? 1
      : 'times' in formula || 'ratio' in formula
        ? 2
        : Number.POSITIVE_INFINITY
  return own < binds ? `(${text})` : text
}

function numberOf(expr: Expr, { machine, settings }: Numbers): string {
  const value = 'const' in expr ? expr.const : 'setting' in expr ? settingOf(machine, settings, expr.setting) : null
  return typeof value === 'number' ? String(value) : '?'
}
