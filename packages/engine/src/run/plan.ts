import type { ActionDefinition, Machine } from '../model/definition.ts'
import { fieldsOffered, type OfferedField } from './offer.ts'

/** What is worked out of an action once, because every command asks for it. */
export interface ActionPlan {
  readonly id: string
  readonly definition: ActionDefinition
  readonly offered: readonly OfferedField[]
  readonly byId: ReadonlyMap<string, OfferedField>
}

/** What is worked out of a machine once. */
export interface MachinePlan {
  readonly actions: ReadonlyMap<string, ActionPlan>
  readonly urging: readonly string[]
  readonly finals: ReadonlySet<string>
}

function planAction(machine: Machine, id: string, definition: ActionDefinition): ActionPlan {
  const offered = fieldsOffered(machine, definition)
  return { id, definition, offered, byId: new Map(offered.map((field) => [field.id, field])) }
}

const plans = new WeakMap<Machine, MachinePlan>()

/** The plan of a machine; kept as long as the machine is. */
export function planOf(machine: Machine): MachinePlan {
  const known = plans.get(machine)
  if (known !== undefined) return known
  const plan = {
    actions: new Map(Object.entries(machine.actions).map(([id, action]) => [id, planAction(machine, id, action)])),
    urging: Object.keys(machine.urging),
    finals: new Set(Object.keys(machine.states).filter((state) => machine.states[state]?.kind === 'final')),
  }
  plans.set(machine, plan)
  return plan
}
