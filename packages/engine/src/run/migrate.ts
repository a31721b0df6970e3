import type { Machine, MigrationDefinition } from '../model/definition.ts'
import type { Event } from '../model/event.ts'
import type { RecordState } from '../model/record.ts'
import type { Actor, Context, Outcome } from '../model/run.ts'
import type { EngineCode } from '../wording.zh.ts'
import { stop } from './draft.ts'
import { applyEvent } from './fold.ts'
import { machineEntry } from './group.ts'
import { refusalOf } from './permit.ts'
import { isPresent } from './view.ts'

/** Fields that go, or go by another name, and values that the new version asks for. */
function fieldEvents(record: RecordState, step: MigrationDefinition): readonly Event[] {
  const gone: string[] = []
  const fields: Record<string, RecordState['fields'][string]> = {}
  for (const [old, name] of Object.entries(step.fields ?? {})) {
    const value = record.fields[old]
    if (value === undefined || name === old) continue
    gone.push(old)
    if (name !== null) fields[name] = value
  }
  for (const [id, value] of Object.entries(step.defaults ?? {}))
    if (fields[id] === undefined && (gone.includes(id) || !isPresent(record.fields[id]))) fields[id] = value
  return [
    ...gone.map((field): Event => ({ type: 'cleared', field })),
    ...(Object.keys(fields).length === 0 ? [] : [{ type: 'set', fields } as const]),
  ]
}

function stepEvents(record: RecordState, step: MigrationDefinition): readonly Event[] {
  const state = step.states?.[record.state]
  const clocks = step.clocks
  const migrated: Event = {
    type: 'migrated',
    from: step.from,
    to: step.to,
    ...(state === undefined ? {} : { state }),
    ...(clocks === undefined ? {} : { clocks }),
  }
  return [migrated, ...fieldEvents(record, step)]
}

/**
 * Takes a record to another version of its definition, step by step. Nothing else does: an open record stays on the
 * version it began with.
 *
 * @param target the newer version, with the steps that lead to it
 * @returns `engine/no-migration` when a step is missing or the record is as new already, `engine/state-gone` when
 * it would stand in a state that the new version does not have
 * @throws RangeError when the record is of another machine
 */
export function migrateRecord(target: Machine, record: RecordState, context: Context, actor: Actor): Outcome {
  if (record.machine !== target.id)
    throw new RangeError(`record ${record.id} is of ${record.machine}, not of ${target.id}`)
  const refuse = (code: EngineCode, params: Readonly<Record<string, string | number>>): Outcome => ({
    ok: false,
    refusal: refusalOf(stop(code, params), 'migrate', record.id, record, []),
  })
  const { version: from } = record
  if (from >= target.version) return refuse('engine/no-migration', { from, to: target.version })
  const [post] = actor.posts
  const acting = { person: actor.person, unit: post?.unit ?? '', role: post?.role ?? '' }
  const stamp = { at: context.at, by: acting.person, unit: acting.unit }
  const events: Event[] = []
  let next = record
  for (let version = from; version < target.version; version += 1) {
    const step = target.migrations.find((one) => one.from === version && one.to === version + 1)
    if (step === undefined) return refuse('engine/no-migration', { from: version, to: version + 1 })
    const made = stepEvents(next, step)
    events.push(...made)
    for (const event of made) next = applyEvent(next, event, stamp)
  }
  if (target.states[next.state] === undefined) return refuse('engine/state-gone', { state: next.state })
  return { ok: true, value: machineEntry(record, 'migrate', events, context, acting) }
}
