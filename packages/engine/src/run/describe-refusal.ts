import { describeProblem, type Wording } from '@jiannuo/kernel'
import { describeCondition } from '../describe/index.ts'
import { fill } from '../fill.ts'
import type { Machine } from '../model/definition.ts'
import type { Explanation, Refusal } from '../model/run.ts'
import type { Condition } from '../model/value.ts'
import { engineWording, refusalPhrases } from '../wording.zh.ts'

const titleOf = (machine: Machine, action: string): string => machine.actions[action]?.title ?? action

const stateTitle = (machine: Machine, state: string): string => machine.states[state]?.title ?? state

/** The states in which an action can be done, as a list of their titles. */
function statesOf(machine: Machine, action: string): string {
  const from = machine.actions[action]?.from ?? []
  if (from === 'new') return ''
  return from.map((id) => fill(refusalPhrases.state, { state: stateTitle(machine, id) })).join(refusalPhrases.names)
}

/** The smallest parts of a test for whose sake it does not hold. */
function failingParts({ condition, holds, parts = [] }: Explanation): readonly Condition[] {
  if (holds) return []
  if ('all' in condition) return parts.flatMap(failingParts)
  return [condition]
}

function fieldFaults(refusal: Refusal, machine: Machine, wording: Wording): readonly string[] {
  const own = machine.actions[refusal.action]?.fields ?? {}
  return (refusal.fields ?? []).map(({ field, code, params }) => {
    const title = own[field]?.title ?? machine.fields[field]?.title ?? field
    return fill(refusalPhrases.field, {
      field: title,
      fault: describeProblem({ code, severity: 'error', params }, wording),
    })
  })
}

const worded = new WeakMap<Machine, Wording>()

/** The engine's words and the machine's own. Put together once: a list of actions asks for them dozens of times. */
function wordingOf(machine: Machine): Wording {
  const known = worded.get(machine)
  if (known !== undefined) return known
  const made: Wording = { ...engineWording, ...machine.wording }
  worded.set(machine, made)
  return made
}

function reasonOf(refusal: Refusal, machine: Machine): string {
  const wording = wordingOf(machine)
  const params = {
    action: titleOf(machine, refusal.action),
    noun: machine.noun,
    from: statesOf(machine, refusal.action),
    ...refusal.params,
  }
  const reason = describeProblem({ code: refusal.code, severity: 'error', params }, wording)
  const failing =
    refusal.code === 'engine/stage-test' && refusal.because !== undefined ? failingParts(refusal.because) : []
  const conditions = failing.map((condition) => describeCondition(condition, machine, refusal.action))
  if (conditions.length > 0)
    return fill(refusalPhrases.failing, { reason, parts: conditions.join(refusalPhrases.list) })
  const faults = fieldFaults(refusal, machine, wording)
  return faults.length === 0 ? reason : fill(refusalPhrases.faulty, { reason, parts: faults.join(refusalPhrases.list) })
}

/**
 * A refusal in Chinese: what was tried and why it cannot be, where the record stands, and what this actor could do
 * now. Of a form every fault is named, of the test of a stage every part that is not met.
 */
export function describeRefusal(refusal: Refusal, machine: Machine): string {
  const { noun } = machine
  const action = titleOf(machine, refusal.action)
  const standing =
    refusal.state === undefined
      ? fill(refusalPhrases.unopened, { noun })
      : fill(refusalPhrases.standing, { noun, record: refusal.record, state: stateTitle(machine, refusal.state) })
  const possible =
    refusal.possible.length === 0
      ? refusalPhrases.nothing
      : fill(refusalPhrases.possible, {
          actions: refusal.possible.map((id) => titleOf(machine, id)).join(refusalPhrases.names),
        })
  return `${fill(refusalPhrases.refused, { action, reason: reasonOf(refusal, machine) })}${standing}${possible}`
}
