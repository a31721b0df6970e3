import type { Machine } from '../model/definition.ts'
import type { RecordState } from '../model/record.ts'
import type { Command, Context, Outcome, Transition } from '../model/run.ts'
import { availableActions } from './available.ts'
import { stop } from './draft.ts'
import { runPlan } from './perform.ts'
import { checkGrants, checkState, isStop, mustFit, refusalOf, type Stopped } from './permit.ts'
import { planOf } from './plan.ts'

function decide(
  machine: Machine,
  record: RecordState | undefined,
  command: Command,
  context: Context,
): Transition | Stopped {
  const plan = planOf(machine).actions.get(command.action)
  if (plan === undefined) return stop('engine/unknown-action')
  if (plan.definition.system === true) return stop('engine/system-action')
  const misplaced = checkState(plan, record)
  if (misplaced !== undefined) return misplaced
  const post = checkGrants(plan.definition.by, command.actor, record, context)
  if (isStop(post)) return post
  const acting = { person: command.actor.person, unit: post.unit, role: post.role }
  return runPlan(machine, record, plan, acting, command, context)
}

/**
 * Decides what comes of a command: the record's next entry, the record after it and what else must happen, or a
 * refusal. It is looked at in this order: is there such an action, can it be done in this state, may this actor, is
 * the form right (all its faults at once), do the guards hold; then the effects are carried out in order and the
 * branch is taken.
 *
 * @param machine the definition, in the version that the record stands in
 * @param record the record, `undefined` when the command opens one
 * @param command what somebody wants done; personal values are encrypted already (`enc:…`)
 * @param context district, moment, calendar, settings in force, tree of units
 * @throws RangeError when the record is of another definition or version: the caller's slip
 */
export function transition(
  machine: Machine,
  record: RecordState | undefined,
  command: Command,
  context: Context,
): Outcome {
  mustFit(machine, record)
  const decided = decide(machine, record, command, context)
  if (!isStop(decided)) return { ok: true, value: decided }
  const id = record?.id ?? command.record
  const possible = availableActions(machine, record, command.actor, context)
    .filter(({ allowed }) => allowed)
    .map(({ action }) => action)
  return { ok: false, refusal: refusalOf(decided, command.action, id, record, possible) }
}
