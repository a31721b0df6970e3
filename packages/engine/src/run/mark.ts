import type { Instant } from '@jiannuo/kernel'
import type { Machine, MarkDefinition } from '../model/definition.ts'
import type { RecordState } from '../model/record.ts'
import type { Context, Transition } from '../model/run.ts'
import { firesAt } from './clocks.ts'
import { beginDraft, type Draft, emit, endDraft, SYSTEM } from './draft.ts'
import { carryOutAll } from './effect.ts'
import { performOn } from './perform.ts'
import { checkState, mustFit } from './permit.ts'
import { planOf } from './plan.ts'
import { NO_INPUT } from './view.ts'

function isAhead(record: RecordState, clock: string, mark: string, definition: MarkDefinition, context: Context) {
  const state = record.clocks[clock]
  if (state === undefined || state.run.stoppedAt !== undefined || state.reached.includes(mark)) return true
  const moment: Instant | undefined = firesAt(state.run, definition.at, context.calendar)
  return moment === undefined || moment > context.at
}

function beginMark(machine: Machine, record: RecordState, clock: string, mark: string, due: boolean, context: Context) {
  const draft = beginDraft(machine, record, SYSTEM, NO_INPUT, context)
  emit(draft, { type: 'markReached', clock, mark, due })
  return draft
}

/** Does the mark's action where it can be done; `false` leaves the draft unusable, for half of it may stand in it. */
function doAction(draft: Draft, action: string): boolean {
  const plan = planOf(draft.machine).actions.get(action)
  if (plan === undefined || checkState(plan, draft.record) !== undefined) return false
  return performOn(draft, plan) === undefined
}

/**
 * Carries out a mark of a clock: notes that it is reached, carries out its effects, and does its action when the
 * record stands where that can be done and its guards hold; else the mark alone is noted. The machine acts, without
 * input.
 *
 * @returns `undefined` for a timer that is stale: the mark is reached, the clock has stopped or is paused, or the
 * mark lies later now
 * @throws RangeError when the record is of another definition or version
 */
export function reachMark(
  machine: Machine,
  record: RecordState,
  clock: string,
  mark: string,
  context: Context,
): Transition | undefined {
  mustFit(machine, record)
  const definition = machine.clocks[clock]?.marks?.[mark]
  if (definition === undefined || isAhead(record, clock, mark, definition, context)) return undefined
  const due = 'due' in definition.at
  const name = `mark:${clock}.${mark}`
  const begin = (): Draft => beginMark(machine, record, clock, mark, due, context)
  const draft = begin()
  const carried = carryOutAll(definition.effects, draft) === undefined
  if (!carried) return endDraft(begin(), name)
  if (definition.action === undefined) return endDraft(draft, name)
  if (doAction(draft, definition.action)) return endDraft(draft, definition.action)
  const alone = begin()
  carryOutAll(definition.effects, alone)
  return endDraft(alone, name)
}
