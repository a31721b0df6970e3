import type { ActionDefinition, Grant, Machine } from '../model/definition.ts'
import { isDefinedAction } from '../run/fold.ts'
import { engineWording } from '../wording.zh.ts'
import { checkEffects } from './check-effects.ts'
import { checkCondition, checkExpr, type Sight } from './check-value.ts'
import type { Names } from './names.ts'
import { type Faults, fault, known } from './problem.ts'
import { requiredInput } from './walk.ts'

const NEW = 'new'
const SAME = 'same'

/** Finds grants to roles that there are not. */
export function* checkGrants(grants: readonly Grant[], path: string, machine: Machine): Faults {
  for (const [index, { role }] of grants.entries())
    yield* known('unknown-role', `${path}[${index}].role`, role, machine.roles)
}

function* checkWho(
  action: ActionDefinition,
  path: string,
  machine: Machine,
  triggered: ReadonlySet<string>,
  id: string,
): Faults {
  yield* checkGrants(action.by, `${path}.by`, machine)
  if (action.system === true) {
    if (action.by.length > 0)
      yield fault(
        'system-with-role',
        `${path}.by`,
        action.by.map(({ role }) => role),
      )
    if (!triggered.has(id)) yield fault('system-action-idle', path, id)
    return
  }
  if (action.told === true) yield fault('told-by-people', `${path}.told`, true)
  if (action.by.length === 0) yield fault('no-role', `${path}.by`, [], Object.keys(machine.roles))
  else if (action.from === NEW && action.by.every(({ at }) => at !== 'district' && at !== 'anywhere'))
    yield fault(
      'grant-before-record',
      `${path}.by`,
      action.by.map(({ at }) => at),
      ['district', 'anywhere'],
    )
}

function* checkTarget(to: string, path: string, opening: boolean, machine: Machine): Faults {
  if (to === SAME && !opening) return
  yield* known('unknown-state', path, to, machine.states)
}

function* checkWay(action: ActionDefinition, path: string, sight: Sight): Faults {
  const { machine } = sight
  const opening = action.from === NEW
  if (action.from !== NEW)
    for (const [index, state] of action.from.entries())
      yield* known('unknown-state', `${path}.from[${index}]`, state, machine.states)
  if (typeof action.to === 'string') {
    yield* checkTarget(action.to, `${path}.to`, opening, machine)
    return
  }
  if (action.to.length === 0) yield fault('no-branch', `${path}.to`, [], Object.keys(machine.states))
  for (const [index, { when, to }] of action.to.entries()) {
    const here = `${path}.to[${index}]`
    yield* checkTarget(to, `${here}.to`, opening, machine)
    if (when !== undefined) yield* checkCondition(when, `${here}.when`, sight)
    const last = index === action.to.length - 1
    if (when === undefined && !last)
      yield fault('branch-unreachable', `${path}.to[${index + 1}]`, action.to[index + 1]?.to ?? '')
    if (when !== undefined && last) yield fault('last-branch-conditional', here, to)
  }
}

function* checkForm(action: ActionDefinition, path: string, machine: Machine): Faults {
  const offered = action.input ?? []
  const fields = [...Object.keys(action.fields ?? {}), ...Object.keys(machine.fields)]
  for (const [index, id] of offered.entries()) {
    yield* known('unknown-field', `${path}.input[${index}]`, id, fields)
    if (offered.indexOf(id) !== index) yield fault('offered-twice', `${path}.input[${index}]`, id)
  }
  for (const [index, id] of (action.needs ?? []).entries())
    yield* known('needs-not-offered', `${path}.needs[${index}]`, id, offered)
}

function* checkCarried(action: ActionDefinition, path: string, sight: Sight): Faults {
  const { carries } = action
  const { machine } = sight
  if (carries === undefined) return
  const id = typeof carries === 'string' ? carries : carries.action
  const systems = Object.keys(machine.actions).filter((other) => machine.actions[other]?.system === true)
  yield* known('unknown-system-action', `${path}.carries`, id, systems)
  const carried = machine.actions[id]
  if (carried?.system !== true) return
  const given = [...(action.input ?? []), ...(typeof carries === 'string' ? [] : Object.keys(carries.give))]
  for (const needed of requiredInput(carried))
    if (!given.includes(needed)) yield fault('carried-needs-input', `${path}.carries`, needed)
  if (typeof carries === 'string') return
  const offered = carried.input ?? []
  for (const [input, expr] of Object.entries(carries.give)) {
    yield* known('unknown-input', `${path}.carries.give`, input, offered)
    yield* checkExpr(expr, `${path}.carries.give.${input}`, sight)
  }
}

/** Finds what is wrong with the actions of a machine: who, where to, form, guards, effects, members. */
export function* checkActions(machine: Machine, names: Names, triggered: ReadonlySet<string>): Faults {
  const worded = [...Object.keys(machine.wording), ...Object.keys(engineWording)]
  for (const [id, action] of Object.entries(machine.actions)) {
    const path = `actions.${id}`
    const sight: Sight = { machine, names, inputs: action.input ?? [] }
    if (!isDefinedAction(id)) yield fault('reserved-name', path, id)
    yield* checkWho(action, path, machine, triggered, id)
    yield* checkWay(action, path, sight)
    yield* checkForm(action, path, machine)
    for (const [index, { when, code }] of (action.guards ?? []).entries()) {
      yield* checkCondition(when, `${path}.guards[${index}].when`, sight)
      yield* known('unworded', `${path}.guards[${index}].code`, code, worded)
    }
    yield* checkEffects(action.effects ?? [], `${path}.effects`, action.system === true ? 'system' : 'action', sight)
    yield* checkCarried(action, path, sight)
  }
}
