import { checkMachine } from '../check/check-machine.ts'
import { DefinitionError } from '../check/problem.ts'
import type { ActionDefinition, Machine } from '../model/definition.ts'
import { frozenCopy } from './freeze.ts'

/** Parts of a machine that a definition may leave out: nothing of the kind. */
type Optional = 'requests' | 'urging' | 'settings' | 'readers' | 'unmask' | 'wording' | 'migrations' | 'examples'

/** What `defineLoop` takes: a machine without its kind; what it leaves out is empty. */
export type LoopInput = Omit<Machine, 'kind' | Optional> & Partial<Pick<Machine, Optional>>

/** An action's own fields are of its form, whether `input` names them or not. */
function withOwnFields(action: ActionDefinition): ActionDefinition {
  const input = action.input ?? []
  const more = Object.keys(action.fields ?? {}).filter((id) => !input.includes(id))
  return more.length === 0 ? action : { ...action, input: [...input, ...more] }
}

/** Fills in what was left out. */
export function completeMachine(input: LoopInput, kind: Machine['kind']): Machine {
  const actions = Object.entries(input.actions).map(([id, action]) => [id, withOwnFields(action)])
  return {
    requests: {},
    urging: {},
    settings: {},
    readers: [],
    unmask: [],
    wording: {},
    migrations: [],
    examples: [],
    ...input,
    kind,
    actions: Object.fromEntries(actions),
  }
}

/** Checks a machine and freezes it all the way down. */
export function finishMachine(machine: Machine): Machine {
  const problems = checkMachine(machine)
  if (problems.length > 0) throw new DefinitionError(`${machine.id} ${machine.version}`, problems)
  return frozenCopy(machine)
}

/**
 * Declares a loop (闭环): fills in what is left out, checks every reference and that every state can be reached and
 * left, and freezes it.
 *
 * @throws DefinitionError with every fault at once
 */
export const defineLoop = (input: LoopInput): Machine => finishMachine(completeMachine(input, 'loop'))
