import type { Machine } from '../model/definition.ts'
import type { RecordState } from '../model/record.ts'
import type { Actor, Context, Refusal } from '../model/run.ts'
import type { Condition, Expr } from '../model/value.ts'
import { expressionsOf, explainCondition, meets, partsOf } from './condition.ts'
import { momentFor } from './draft.ts'
import { type ActionPlan, planOf } from './plan.ts'
import { checkGrants, checkState, refusalOf, type Stopped } from './permit.ts'
import { NO_INPUT, type View } from './view.ts'

/** An action of a machine as it is open to one actor now, or why it is not. */
export interface AvailableAction {
  readonly action: string
  readonly allowed: boolean
  readonly why?: Refusal
}

/** Whether an expression cannot be known before the form is filled in. */
function asksInput(expr: Expr, plan: ActionPlan): boolean {
  if ('input' in expr) return true
  if ('truth' in expr || 'asked' in expr) return false
  if ('field' in expr) return plan.byId.has(expr.field)
  if ('first' in expr) return expr.first.some((part) => asksInput(part, plan))
  if ('of' in expr) return expr.of.some((part) => asksInput(part, plan))
  return 'setting' in expr && expr.by?.some((part) => asksInput(part, plan)) === true
}

const isOpen = (condition: Condition, plan: ActionPlan): boolean =>
  expressionsOf(condition).some((expr) => asksInput(expr, plan)) ||
  partsOf(condition).some((part) => isOpen(part, plan))

/** What of a guard can be asked without the form: of parts that must all hold, those that need nothing of it. */
function askable(condition: Condition, plan: ActionPlan): readonly Condition[] {
  if ('all' in condition) return condition.all.flatMap((part) => askable(part, plan))
  return isOpen(condition, plan) ? [] : [condition]
}

function failingGuard(plan: ActionPlan, view: View): Stopped | undefined {
  for (const { when, code } of plan.definition.guards ?? [])
    for (const part of askable(when, plan))
      if (!meets(part, view)) return { code, params: {}, because: explainCondition(when, view) }
  return undefined
}

function whyNot(
  machine: Machine,
  record: RecordState | undefined,
  plan: ActionPlan,
  actor: Actor,
  context: Context,
): Stopped | undefined {
  const misplaced = checkState(plan, record)
  if (misplaced !== undefined) return misplaced
  const post = checkGrants(plan.definition.by, actor, record, context)
  if ('code' in post) return post
  const { calendar, settings, units } = context
  const at = momentFor(record, context.at)
  return failingGuard(plan, {
    machine,
    record,
    input: NO_INPUT,
    person: actor.person,
    unit: post.unit,
    at,
    calendar,
    settings,
    units,
  })
}

/**
 * Every action of people that the machine has, in the order of the definition: whether this actor could do it now,
 * or why not. Guards are asked as far as they can be without the form; one that needs the form counts as open.
 *
 * @param record the record, `undefined` for what can be opened
 */
export function availableActions(
  machine: Machine,
  record: RecordState | undefined,
  actor: Actor,
  context: Context,
): readonly AvailableAction[] {
  const plans = [...planOf(machine).actions.values()].filter(({ definition }) => definition.system !== true)
  const answers = plans.map((plan) => ({ plan, why: whyNot(machine, record, plan, actor, context) }))
  const possible = answers.filter(({ why }) => why === undefined).map(({ plan }) => plan.id)
  return answers.map(({ plan, why }) =>
    why === undefined
      ? { action: plan.id, allowed: true }
      : { action: plan.id, allowed: false, why: refusalOf(why, plan.id, record?.id ?? '', record, possible) },
  )
}
