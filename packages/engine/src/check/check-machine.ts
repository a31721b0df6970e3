import type { Machine } from '../model/definition.ts'
import { checkActions, checkGrants } from './check-actions.ts'
import { checkClocks } from './check-clocks.ts'
import { checkFields } from './check-fields.ts'
import { checkExamples, checkIds, checkMigrations, checkRequests, checkSettings, checkWording } from './check-rest.ts'
import { checkStates } from './check-states.ts'
import { namesOf } from './names.ts'
import type { DefinitionProblem } from './problem.ts'
import { triggeredActions } from './walk.ts'

/**
 * Finds every fault of a machine at once: names that lead nowhere, states that cannot be reached or left, actions
 * that nobody can take, states without a clock or a reason for none, and whatever else would only show when a
 * record meets it.
 *
 * @returns the faults, each with its code, its place, the value and what could stand there; empty when all is well
 */
export function checkMachine(machine: Machine): readonly DefinitionProblem[] {
  const names = namesOf(machine)
  const triggered = triggeredActions(machine)
  return [
    ...checkIds(machine),
    ...checkFields(machine, names),
    ...checkStates(machine, names, triggered),
    ...checkActions(machine, names, triggered),
    ...checkClocks(machine, names),
    ...checkSettings(machine),
    ...checkRequests(machine, names),
    ...checkGrants(machine.readers, 'readers', machine),
    ...checkGrants(machine.unmask, 'unmask', machine),
    ...checkWording(machine, names),
    ...checkMigrations(machine),
    ...checkExamples(machine),
  ]
}
