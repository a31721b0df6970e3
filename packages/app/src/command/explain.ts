import { describeRefusal, type Machine, type Refusal } from '@jiannuo/engine'
import { describeProblem, type Problem } from '@jiannuo/kernel'
import type { Office } from '../office/office.ts'
import { problem } from '../office/problem.ts'
import { appWording, phrase } from '../wording.zh.ts'

const worded = new WeakMap<Machine, Machine>()

/** The machine with the words of this package beside its own, so that a form's faults of both are said. */
function withOurWords(machine: Machine): Machine {
  const known = worded.get(machine)
  if (known !== undefined) return known
  const made = { ...machine, wording: { ...appWording, ...machine.wording } }
  worded.set(machine, made)
  return made
}

/** A refusal in Chinese: what was tried, why it cannot be, and what can be done instead. */
export function explainRefusal(office: Office, machineId: string, refusal: Refusal): string {
  const machine = office.machines.kit(machineId)?.machine
  const own = refusal.code.startsWith('app/')
  if (machine !== undefined && (!own || refusal.state !== undefined))
    return describeRefusal(refusal, withOurWords(machine))
  const action = machine?.actions[refusal.action]?.title ?? refusal.action
  const reason = describeProblem({ code: refusal.code, severity: 'error', params: refusal.params }, appWording)
  return phrase('refused', { action, reason })
}

/** A refusal as a problem, for work that is made of several commands: its own code and words stand in it. */
export const refusalProblem = (office: Office, machineId: string, refusal: Refusal): Problem =>
  problem('app/refused', { code: refusal.code, text: explainRefusal(office, machineId, refusal) })

/** Why an action is not open, in one sentence, for a list of actions. */
export function whyNot(machine: Machine, refusal: Refusal): string {
  const [first = ''] = describeRefusal(refusal, withOurWords(machine)).split('。', 1)
  return first
}
