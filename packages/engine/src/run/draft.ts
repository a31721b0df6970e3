import type { Instant } from '@jiannuo/kernel'
import { dueOf, type OfficeCalendar } from '../clock/index.ts'
import type { Machine } from '../model/definition.ts'
import type { Entry, Event } from '../model/event.ts'
import type { RecordState } from '../model/record.ts'
import type { Context, OutEffect, Settings, Transition, UnitTree } from '../model/run.ts'
import type { Expr, Json } from '../model/value.ts'
import type { EngineCode } from '../wording.zh.ts'
import { applyEvent, sealRecord } from './fold.ts'
import { type View, valueOf } from './view.ts'

/** Why an effect cannot be carried out: the code of the refusal and the values of its wording. */
export interface Stop {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}

/** A stop by the engine's own rules, whose code is worded. */
export const stop = (code: EngineCode, params: Stop['params'] = {}): Stop => ({ code, params })

/** Who acts: the person and the post by which they do, or the machine itself. */
export interface Acting {
  readonly person: string
  readonly unit: string
  readonly role: string
}

/** The machine as an actor. */
export const SYSTEM: Acting = Object.freeze({ person: 'system', unit: '', role: '' })

/**
 * An entry while it is being made: the record with all events so far folded in, the events, and what else must happen.
 * It never leaves `transition` and its like; what they give back is plain and never changed afterwards.
 */
export interface Draft extends View {
  readonly machine: Machine
  record: RecordState
  readonly at: Instant
  readonly calendar: OfficeCalendar
  readonly settings: Settings
  readonly units: UnitTree
  readonly district: string
  readonly by: string
  readonly role: string
  readonly events: Event[]
  readonly out: OutEffect[]
}

/** An entry is never earlier than the one before it, however the clocks of two servers differ. */
export const momentFor = (record: RecordState | undefined, at: Instant): Instant =>
  record !== undefined && record.changedAt > at ? record.changedAt : at

/** Begins an entry. */
export function beginDraft(
  machine: Machine,
  record: RecordState,
  acting: Acting,
  input: Readonly<Record<string, Json>>,
  context: Context,
): Draft {
  return {
    machine,
    record,
    input,
    person: acting.person,
    by: acting.person,
    unit: acting.unit,
    role: acting.role,
    at: momentFor(record, context.at),
    calendar: context.calendar,
    settings: context.settings,
    units: context.units,
    district: context.district,
    events: [],
    out: [],
  }
}

/** Adds an event and folds it in. */
export function emit(draft: Draft, event: Event): undefined {
  draft.events.push(event)
  draft.record = applyEvent(draft.record, event, draft)
}

/** A text that an expression gives, `undefined` when it gives none. */
export function textOf(expr: Expr, draft: Draft): string | undefined {
  const value = valueOf(expr, draft)
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The reason that the form gives in its field `reason`. */
export function reasonOf(draft: Draft): string | undefined {
  const { reason } = draft.input
  return typeof reason === 'string' && reason.trim() !== '' ? reason : undefined
}

/** Sets fields of the record, or clears those that are given empty. */
export function setField(draft: Draft, field: string, value: Json, empty: boolean): undefined {
  if (!empty) emit(draft, { type: 'set', fields: { [field]: value } })
  else if (draft.record.fields[field] !== undefined) emit(draft, { type: 'cleared', field })
}

/** Stops a clock that has not ended, late when its due moment has passed. */
export function stopClock(draft: Draft, clock: string): undefined {
  const state = draft.record.clocks[clock]
  if (state === undefined || state.run.stoppedAt !== undefined) return
  const due = dueOf(state.run, draft.calendar)
  emit(draft, { type: 'clockStopped', clock, late: due !== undefined && draft.at > due.at })
}

/** What of the input stands in no event yet: neither set on the record, nor part of a truth or a request. */
function restOfInput(draft: Draft): Readonly<Record<string, Json>> {
  const rest: Record<string, Json> = {}
  for (const id of Object.keys(draft.input)) {
    const value = draft.input[id] ?? null
    if (value === null || Object.hasOwn(draft.machine.fields, id) || isTold(draft, id)) continue
    rest[id] = value
  }
  return rest
}

const TELLS_REASON = new Set<Event['type']>(['clockPaused', 'clockExtended', 'redone', 'decided'])

const isTold = (draft: Draft, id: string): boolean =>
  draft.events.some(
    (event) =>
      (id === 'reason' && TELLS_REASON.has(event.type)) ||
      ((event.type === 'stated' || event.type === 'requested') && Object.hasOwn(event.fields, id)),
  )

/** Ends an entry: numbers it, seals the record. */
export function endDraft(draft: Draft, action: string): Transition {
  const entry: Entry = {
    seq: draft.record.seq + 1,
    at: draft.at,
    by: draft.by,
    unit: draft.unit,
    role: draft.role,
    action,
    input: restOfInput(draft),
    events: draft.events,
  }
  return { entry, record: sealRecord(draft.record, entry), effects: draft.out }
}
