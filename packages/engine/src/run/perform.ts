import type { Event } from '../model/event.ts'
import type { Machine } from '../model/definition.ts'
import type { RecordState } from '../model/record.ts'
import type { Command, Context, Transition } from '../model/run.ts'
import type { Json } from '../model/value.ts'
import { explainCondition, meets } from './condition.ts'
import { type Acting, beginDraft, type Draft, emit, endDraft, momentFor, stop, stopClock } from './draft.ts'
import { carryOutAll } from './effect.ts'
import { openRecord } from './fold.ts'
import { checkInput } from './input.ts'
import type { Stopped } from './permit.ts'
import { type ActionPlan, planOf } from './plan.ts'
import { isPresent, sameJson, valueOf } from './view.ts'

/** What one action asks of the draft: record fields given with it are set before anything looks at the record. */
function setGiven(draft: Draft, plan: ActionPlan): void {
  const fields: Record<string, Json> = {}
  const empty: string[] = []
  for (const { id, own } of plan.offered) {
    const value = draft.input[id]
    if (own || value === undefined) continue
    if (!isPresent(value)) empty.push(id)
    else if (!sameJson(draft.record.fields[id] ?? null, value)) fields[id] = value
  }
  if (Object.keys(fields).length > 0) emit(draft, { type: 'set', fields })
  for (const field of empty) if (draft.record.fields[field] !== undefined) emit(draft, { type: 'cleared', field })
}

/** The first guard that does not hold, with the answer of each of its parts. */
function checkGuards(draft: Draft, plan: ActionPlan): Stopped | undefined {
  for (const { when, code } of plan.definition.guards ?? [])
    if (!meets(when, draft)) return { code, params: {}, because: explainCondition(when, draft) }
  return undefined
}

/** Where an action leads; `undefined` when the record stays. */
function targetOf(plan: ActionPlan, draft: Draft): string | undefined {
  const { to } = plan.definition
  if (typeof to === 'string') return to === 'same' ? undefined : to
  const branch = to.find(({ when }) => when === undefined || meets(when, draft))
  return branch === undefined || branch.to === 'same' ? undefined : branch.to
}

function move(draft: Draft, from: string, to: string): void {
  const final = planOf(draft.machine).finals.has(to)
  emit(draft, { type: 'moved', from, to, final })
  // Sorted, so that the entry is the same in whatever order a store gives the clocks back.
  if (final) for (const clock of Object.keys(draft.record.clocks).sort()) stopClock(draft, clock)
}

/** What of the input a carried action offers itself. */
function inputFor(plan: ActionPlan | undefined, input: Readonly<Record<string, Json>>): Readonly<Record<string, Json>> {
  return Object.fromEntries(Object.entries(input).filter(([id]) => plan?.byId.has(id) === true))
}

function follow(draft: Draft, plan: ActionPlan): void {
  const { carries } = plan.definition
  const { members } = draft.record
  if (carries === undefined || members.length === 0) return
  const { action, give } = typeof carries === 'string' ? { action: carries, give: {} } : carries
  const given = Object.entries(give).map(([id, expr]) => [id, valueOf(expr, draft)] as const)
  const input = inputFor(planOf(draft.machine).actions.get(action), { ...draft.input, ...Object.fromEntries(given) })
  draft.out.push({ type: 'follow', records: members, action, input })
}

/** Does an action on a draft of an open record: guards, effects, branch. */
export function performOn(draft: Draft, plan: ActionPlan): Stopped | undefined {
  setGiven(draft, plan)
  const stopped = checkGuards(draft, plan) ?? carryOutAll(plan.definition.effects ?? [], draft)
  if (stopped !== undefined) return stopped
  const to = targetOf(plan, draft)
  if (to !== undefined) move(draft, draft.record.state, to)
  follow(draft, plan)
  return undefined
}

/** The state in which the effects of an opening see the record: the one it leads to first. */
function firstTarget(plan: ActionPlan): string {
  const { to } = plan.definition
  return typeof to === 'string' ? to : (to[0]?.to ?? 'same')
}

/** Opens a record. Where it comes to stand is known at the end, so the event that opens it is put right then. */
function performOpening(
  draft: Draft,
  plan: ActionPlan,
  opened: Extract<Event, { readonly type: 'opened' }>,
): Stopped | undefined {
  setGiven(draft, plan)
  const stopped = checkGuards(draft, plan) ?? carryOutAll(plan.definition.effects ?? [], draft)
  if (stopped !== undefined) return stopped
  const state = targetOf(plan, draft) ?? opened.state
  draft.events[0] = { ...opened, state }
  draft.record = { ...draft.record, state }
  if (planOf(draft.machine).finals.has(state)) move(draft, state, state)
  return undefined
}

function openAndPerform(
  machine: Machine,
  plan: ActionPlan,
  acting: Acting,
  command: Pick<Command, 'record' | 'input'>,
  context: Context,
): Transition | Stopped {
  const opened = { type: 'opened', machine: machine.id, version: machine.version, state: firstTarget(plan) } as const
  const stamp = { at: momentFor(undefined, context.at), by: acting.person, unit: acting.unit }
  const record = openRecord(opened, stamp, { district: context.district, id: command.record })
  const draft = beginDraft(machine, record, acting, command.input, context)
  draft.events.push(opened)
  return performOpening(draft, plan, opened) ?? endDraft(draft, plan.id)
}

/** Holds the form against the action, then does it: on the record, or on the one it opens. */
export function runPlan(
  machine: Machine,
  record: RecordState | undefined,
  plan: ActionPlan,
  acting: Acting,
  command: Pick<Command, 'record' | 'input'>,
  context: Context,
): Transition | Stopped {
  const { settings, units } = context
  const faults = checkInput(plan, command.input, record, { machine, settings, units })
  if (faults.length > 0) return { ...stop('engine/bad-input', { count: faults.length }), fields: faults }
  if (record === undefined) return openAndPerform(machine, plan, acting, command, context)
  const draft = beginDraft(machine, record, acting, command.input, context)
  return performOn(draft, plan) ?? endDraft(draft, plan.id)
}
