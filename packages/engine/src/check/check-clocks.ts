import { checkMark, checkRule } from '../clock/index.ts'
import type { ClockDefinition, Machine, MarkDefinition } from '../model/definition.ts'
import type { Expr, Json } from '../model/value.ts'
import { limitOf } from '../run/effect-clock.ts'
import { checkEffects } from './check-effects.ts'
import { checkExpr, type Sight } from './check-value.ts'
import type { Names } from './names.ts'
import { type Faults, fault, known } from './problem.ts'
import { requiredInput } from './walk.ts'

/** Limits that lie so many keys deep in a table, with their places. */
function* limitsIn(value: Json, depth: number, path: string): Iterable<readonly [string, Json]> {
  if (depth === 0) yield [path, value]
  else if (typeof value === 'object' && value !== null && !Array.isArray(value))
    for (const [key, part] of Object.entries(value)) yield* limitsIn(part, depth - 1, `${path}.${key}`)
  else yield [path, value]
}

/** A limit that the definition itself gives must be one that a clock can count. */
function* checkLimitValues(expr: Expr, path: string, machine: Machine): Faults {
  if ('const' in expr && limitOf(expr.const) === undefined) yield fault('bad-limit', path, expr.const)
  if (!('setting' in expr)) return
  const setting = machine.settings[expr.setting]
  if (setting === undefined) return
  for (const [place, value] of limitsIn(setting.default, expr.by?.length ?? 0, `settings.${expr.setting}.default`))
    if (limitOf(value) === undefined) yield fault('bad-limit', place, value)
}

function* checkMarkOf(mark: MarkDefinition, path: string, sight: Sight): Faults {
  for (const { code } of checkMark(mark.at))
    yield { code, path: `${path}.at`, value: JSON.stringify(mark.at), allowed: [] }
  yield* checkEffects(mark.effects, `${path}.effects`, 'mark', sight)
  if (mark.action === undefined) return
  const { actions } = sight.machine
  const systems = Object.keys(actions).filter((id) => actions[id]?.system === true)
  yield* known('unknown-system-action', `${path}.action`, mark.action, systems)
  const action = actions[mark.action]
  for (const id of action === undefined ? [] : requiredInput(action))
    yield fault('mark-needs-input', `${path}.action`, id)
}

function* checkClock(id: string, clock: ClockDefinition, sight: Sight): Faults {
  const path = `clocks.${id}`
  if (clock.source.trim() === '') yield fault('empty-text', `${path}.source`, clock.source)
  yield* checkExpr(clock.limit, `${path}.limit`, sight)
  yield* checkLimitValues(clock.limit, `${path}.limit`, sight.machine)
  for (const { code } of checkRule(clock.rule))
    yield { code, path: `${path}.rule`, value: JSON.stringify(clock.rule), allowed: [] }
  if (clock.extension !== undefined) {
    yield* checkExpr(clock.extension.times, `${path}.extension.times`, sight)
    yield* checkExpr(clock.extension.total, `${path}.extension.total`, sight)
  }
  for (const [mark, definition] of Object.entries(clock.marks ?? {}))
    yield* checkMarkOf(definition, `${path}.marks.${mark}`, sight)
  if (!sight.names.started.includes(id)) yield fault('clock-never-started', path, id)
}

/** Finds what is wrong with the clocks of a machine: limits, rules, marks, and clocks that nothing starts. */
export function* checkClocks(machine: Machine, names: Names): Faults {
  const sight: Sight = { machine, names, inputs: [] }
  for (const [id, clock] of Object.entries(machine.clocks)) yield* checkClock(id, clock, sight)
}
