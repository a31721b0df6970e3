import type { Grant, Machine } from '../model/definition.ts'
import type { RecordState } from '../model/record.ts'
import type { Actor, Context, Post, Refusal, Transition } from '../model/run.ts'
import { type Stop, stop } from './draft.ts'
import { actingPost } from './grant.ts'
import type { ActionPlan } from './plan.ts'

/** Why an action was stopped, before it is made a refusal. */
export interface Stopped extends Stop {
  readonly fields?: NonNullable<Refusal['fields']>
  readonly because?: NonNullable<Refusal['because']>
}

/** A definition runs only the records of its own id and version; anything else is a slip of the caller. */
export function mustFit(machine: Machine, record: RecordState | undefined): void {
  if (record === undefined || (record.machine === machine.id && record.version === machine.version)) return
  throw new RangeError(
    `record ${record.id} is of ${record.machine} ${record.version}, not of ${machine.id} ${machine.version}`,
  )
}

/** Whether an action can be done where the record stands. */
export function checkState(plan: ActionPlan, record: RecordState | undefined): Stop | undefined {
  const { from } = plan.definition
  if (record === undefined) return from === 'new' ? undefined : stop('engine/no-record')
  if (from === 'new') return stop('engine/already-open')
  return from.includes(record.state) ? undefined : stop('engine/wrong-state')
}

/** The post by which an actor may do an action, or the refusal. */
export function checkGrants(
  grants: readonly Grant[],
  actor: Actor,
  record: RecordState | undefined,
  context: Context,
): Post | Stop {
  return actingPost(grants, actor, record, context.units) ?? stop('engine/not-permitted')
}

/** Whether something was stopped. */
export const isStop = (value: Post | Transition | Stop): value is Stop => 'code' in value

/** Makes a refusal of what stopped an action. */
export function refusalOf(
  stopped: Stopped,
  action: string,
  id: string,
  record: RecordState | undefined,
  possible: readonly string[],
): Refusal {
  const { code, params, fields, because } = stopped
  return {
    code,
    action,
    record: id,
    ...(record === undefined ? {} : { state: record.state }),
    params,
    ...(fields === undefined ? {} : { fields }),
    possible,
    ...(because === undefined ? {} : { because }),
  }
}
