import type { Machine } from '../model/definition.ts'
import type { Condition, Expr } from '../model/value.ts'
import { expressionsOf, partsOf } from '../run/condition.ts'
import type { Names } from './names.ts'
import { type Faults, fault, known } from './problem.ts'
import { operandsOf } from './walk.ts'

/** What a value or a test may look at where it stands. */
export interface Sight {
  readonly machine: Machine
  readonly names: Names
  /** What the form offers there; empty where there is no form. */
  readonly inputs: readonly string[]
  /**
   * `record`: the record alone, as counters and seals see it: no form, no actor, no moment, no settings, or what
   * was counted yesterday would count otherwise today. `settings`: settings and constants alone.
   */
  readonly only?: 'record' | 'settings'
}

type Kind = 'used' | 'input' | 'actor' | 'now' | 'today' | 'setting' | 'const' | 'first' | 'op'

const OUTSIDE_RECORD: readonly string[] = [
  'used',
  'input',
  'actor',
  'now',
  'today',
  'setting',
] satisfies readonly Kind[]
const OF_SETTINGS: readonly string[] = ['const', 'setting', 'first', 'op'] satisfies readonly Kind[]

/** An expression that looks at what it may not see where it stands. */
function* checkSight(expr: Expr, path: string, { only }: Sight): Faults {
  const seen = Object.keys(expr)
  const outside = OUTSIDE_RECORD.find((key) => key in expr)
  if (only === 'record' && outside !== undefined) yield fault('looks-outside', path, outside)
  if (only === 'settings' && !OF_SETTINGS.some((key) => key in expr)) yield fault('looks-outside', path, seen[0] ?? '')
}

function* checkNames(expr: Expr, path: string, sight: Sight): Faults {
  const { machine, names, inputs, only } = sight
  if ('truth' in expr) {
    const fields = names.truths[expr.truth]
    if (fields === undefined) yield fault('truth-never-stated', path, expr.truth, Object.keys(names.truths))
    else yield* known('unknown-truth-field', path, expr.field, fields)
  } else if ('asked' in expr) {
    yield* known('unknown-request', path, expr.asked, machine.requests)
    if (names.asked[expr.asked] !== undefined)
      yield* known('unknown-asked-field', path, expr.field, names.asked[expr.asked] ?? [])
  } else if ('field' in expr) yield* known('unknown-field', path, expr.field, machine.fields)
  else if ('input' in expr && only === undefined) yield* known('unknown-input', path, expr.input, inputs)
  else if ('setting' in expr) yield* known('unknown-setting', path, expr.setting, machine.settings)
  else if ('used' in expr) yield* known('unknown-clock', path, expr.used, machine.clocks)
  else if ('counter' in expr) yield* known('unknown-counter', path, expr.counter, names.counters)
}

/** Finds what is wrong with an expression and all that stand in it. */
export function* checkExpr(expr: Expr, path: string, sight: Sight): Faults {
  yield* checkSight(expr, path, sight)
  yield* checkNames(expr, path, sight)
  const key = 'of' in expr ? 'of' : 'first' in expr ? 'first' : 'by'
  for (const [index, part] of operandsOf(expr).entries()) yield* checkExpr(part, `${path}.${key}[${index}]`, sight)
}

const hasDueMark = (machine: Machine, clock: string): boolean =>
  Object.values(machine.clocks[clock]?.marks ?? {}).some(({ at }) => 'due' in at)

/** Without a moment, that a clock is overdue is known only by the mark that the machine reached. */
function* checkRecordTest(condition: Condition, path: string, { machine, only }: Sight): Faults {
  if (only !== 'record') return
  if ('co' in condition && condition.co === 'actorIsOne') yield fault('looks-outside', path, condition.co)
  if ('clock' in condition && condition.is === 'overdue' && !hasDueMark(machine, condition.clock))
    yield fault('overdue-without-mark', path, condition.clock)
}

function* checkTest(condition: Condition, path: string, sight: Sight): Faults {
  const { machine, names } = sight
  if ('clock' in condition) yield* known('unknown-clock', `${path}.clock`, condition.clock, machine.clocks)
  if ('request' in condition) yield* known('unknown-request', `${path}.request`, condition.request, machine.requests)
  if ('inState' in condition)
    for (const [index, state] of condition.inState.entries())
      yield* known('unknown-state', `${path}.inState[${index}]`, state, machine.states)
  if ('stated' in condition && names.truths[condition.stated] === undefined)
    yield fault('truth-never-stated', `${path}.stated`, condition.stated, Object.keys(names.truths))
  yield* checkRecordTest(condition, path, sight)
}

const keyOf = (condition: Condition): string => Object.keys(condition)[0] ?? ''

/** Finds what is wrong with a test and all that stand in it. */
export function* checkCondition(condition: Condition, path: string, sight: Sight): Faults {
  yield* checkTest(condition, path, sight)
  const key = keyOf(condition)
  const list = 'equals' in condition || 'compare' in condition
  for (const [index, expr] of expressionsOf(condition).entries()) {
    const name = 'compare' in condition ? 'of' : 'holds' in condition && index === 1 ? 'value' : key
    yield* checkExpr(expr, list ? `${path}.${name}[${index}]` : `${path}.${name}`, sight)
  }
  for (const [index, part] of partsOf(condition).entries())
    yield* checkCondition(part, 'not' in condition ? `${path}.not` : `${path}.${key}[${index}]`, sight)
}
