import type { Machine } from '../model/definition.ts'
import type { RecordState } from '../model/record.ts'
import type { Context, Outcome, Transition } from '../model/run.ts'
import type { Json } from '../model/value.ts'
import { SYSTEM, stop } from './draft.ts'
import { runPlan } from './perform.ts'
import { checkState, isStop, mustFit, refusalOf, type Stopped } from './permit.ts'
import { type ActionPlan, planOf } from './plan.ts'

/**
 * Has the machine itself do one of its own actions: a member follows its head, another part of the program goes on
 * with it.
 *
 * @returns `engine/not-system` for an action of people; otherwise as `transition`
 * @throws RangeError when the record is of another definition or version
 */
export function actBySystem(
  machine: Machine,
  record: RecordState,
  action: string,
  input: Readonly<Record<string, Json>>,
  context: Context,
): Outcome {
  mustFit(machine, record)
  const plan = planOf(machine).actions.get(action)
  const decided = decideBySystem(machine, record, plan, input, context)
  if (!isStop(decided)) return { ok: true, value: decided }
  return { ok: false, refusal: refusalOf(decided, action, record.id, record, []) }
}

function decideBySystem(
  machine: Machine,
  record: RecordState,
  plan: ActionPlan | undefined,
  input: Readonly<Record<string, Json>>,
  context: Context,
): Transition | Stopped {
  if (plan === undefined) return stop('engine/unknown-action')
  if (plan.definition.system !== true) return stop('engine/not-system')
  return checkState(plan, record) ?? runPlan(machine, record, plan, SYSTEM, { record: record.id, input }, context)
}
