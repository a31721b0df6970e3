import type { Machine } from '../model/definition.ts'
import type { RecordState } from '../model/record.ts'
import type { Actor, Context, Outcome } from '../model/run.ts'
import { type Acting, type Stop, stop } from './draft.ts'
import { actingPost } from './grant.ts'
import { machineEntry } from './group.ts'
import { mustFit, refusalOf } from './permit.ts'
import { findField } from './offer.ts'
import { isSealed } from './reading.ts'

const refuse = (stopped: Stop, action: string, record: RecordState): Outcome => ({
  ok: false,
  refusal: refusalOf(stopped, action, record.id, record, []),
})

const isPersonal = (machine: Machine, field: string): boolean => findField(machine, field)?.personal !== undefined

function actingBy(machine: Machine, record: RecordState, actor: Actor, context: Context): Acting | undefined {
  const post = actingPost(machine.unmask, actor, record, context.units)
  return post === undefined ? undefined : { person: actor.person, unit: post.unit, role: post.role }
}

/**
 * The entry that somebody sees a personal field whole: nobody does without leaving one, with a reason.
 *
 * @returns `engine/not-personal`, `engine/no-reason`, `engine/not-permitted`, or `engine/sealed` for a field that
 * is kept from the actor
 */
export function unmaskEntry(
  machine: Machine,
  record: RecordState,
  field: string,
  reason: string,
  actor: Actor,
  context: Context,
): Outcome {
  mustFit(machine, record)
  if (!isPersonal(machine, field)) return refuse(stop('engine/not-personal', { field }), 'unmask', record)
  if (reason.trim() === '') return refuse(stop('engine/no-reason'), 'unmask', record)
  const acting = actingBy(machine, record, actor, context)
  if (acting === undefined) return refuse(stop('engine/not-permitted'), 'unmask', record)
  if (isSealed(machine, record, field, actor, context.units))
    return refuse(stop('engine/sealed', { field: findField(machine, field)?.title ?? field }), 'unmask', record)
  return { ok: true, value: machineEntry(record, 'unmask', [{ type: 'unmasked', field, reason }], context, acting) }
}

/**
 * The entry that the keys of personal fields are destroyed: the values are gone from the record, the chain of the
 * log holds. Who may do that is for the caller to know; it is no action of a definition.
 *
 * @returns `engine/not-personal` or `engine/no-reason`
 */
export function eraseEntry(
  machine: Machine,
  record: RecordState,
  fields: readonly string[],
  reason: string,
  actor: Actor,
  context: Context,
): Outcome {
  mustFit(machine, record)
  const other = fields.find((field) => !isPersonal(machine, field))
  if (other !== undefined) return refuse(stop('engine/not-personal', { field: other }), 'erase', record)
  if (reason.trim() === '') return refuse(stop('engine/no-reason'), 'erase', record)
  const [post] = actor.posts
  const acting = { person: actor.person, unit: post?.unit ?? '', role: post?.role ?? '' }
  return { ok: true, value: machineEntry(record, 'erase', [{ type: 'erased', fields, reason }], context, acting) }
}
