import type { Effect } from '../model/definition.ts'
import type { Json } from '../model/value.ts'
import { type Draft, emit, reasonOf, type Stop, stop, textOf } from './draft.ts'
import { planOf } from './plan.ts'
import { isPresent, latestRequest } from './view.ts'

type Of<K extends string> = Extract<Effect, Readonly<Record<K, unknown>>>

/** Those of the named inputs that were given. */
function given(draft: Draft, ids: readonly string[]): Readonly<Record<string, Json>> {
  const fields: Record<string, Json> = {}
  for (const id of ids) {
    const value = draft.input[id]
    if (value !== undefined && isPresent(value)) fields[id] = value
  }
  return fields
}

/** Records one of the three truths. It is kept apart from the other two and from the record's own fields. */
export function stateTruth(draft: Draft, { state: truth, fields }: Of<'state'>): undefined {
  emit(draft, { type: 'stated', truth, fields: given(draft, fields) })
  return undefined
}

/** Begins another round. */
export function beginRedo(draft: Draft, { reason }: Of<'redo'>): undefined {
  const said = reason === undefined ? reasonOf(draft) : textOf(reason, draft)
  emit(draft, { type: 'redone', round: draft.record.rounds.length + 1, reason: said ?? '' })
  return undefined
}

/** Files a request; while one of the kind waits there cannot be a second. */
export function fileRequest(draft: Draft, { request: kind, fields }: Of<'request'>): Stop | undefined {
  const latest = latestRequest(draft.record, kind)
  const title = draft.machine.requests[kind]?.title ?? kind
  if (latest !== undefined && latest.decision === undefined) return stop('engine/request-pending', { request: title })
  emit(draft, { type: 'requested', kind, fields: given(draft, fields) })
  return undefined
}

/** Decides the pending request. The decision is another person's than the request. */
export function decideRequest(draft: Draft, { decide: kind, granted, basis: clause }: Of<'decide'>): Stop | undefined {
  const latest = latestRequest(draft.record, kind)
  const title = draft.machine.requests[kind]?.title ?? kind
  if (latest === undefined || latest.decision !== undefined)
    return stop('engine/request-not-pending', { request: title })
  if (latest.by === draft.person && draft.role !== '') return stop('engine/second-person', { request: title })
  const reason = reasonOf(draft)
  const basis = clause === undefined ? undefined : textOf(clause, draft)
  emit(draft, {
    type: 'decided',
    kind,
    granted,
    ...(reason === undefined ? {} : { reason }),
    ...(basis === undefined ? {} : { basis }),
  })
  return undefined
}

/** Raises the level of urging; a milder one than the present changes nothing. */
export function urge(draft: Draft, { urge: level }: Of<'urge'>): undefined {
  const levels = planOf(draft.machine).urging
  const present = draft.record.urging === undefined ? -1 : levels.indexOf(draft.record.urging)
  if (levels.indexOf(level) > present) emit(draft, { type: 'urged', level })
  return undefined
}

/** Follows another record as its duplicate. Who heads a group follows nobody, and nobody follows two. */
export function joinGroup(draft: Draft, { join }: Of<'join'>): Stop | undefined {
  const { record } = draft
  const head = textOf(join, draft)
  if (head === undefined) return stop('engine/no-head')
  if (head === record.id) return stop('engine/join-self')
  if (record.members.length > 0) return stop('engine/head-joins', { members: record.members.length })
  if (record.head !== undefined) return stop('engine/already-member', { head: record.head })
  emit(draft, { type: 'joined', head })
  draft.out.push({ type: 'member', head, event: 'memberJoined' })
  return undefined
}

/** Follows its head no longer. */
export function leaveGroup(draft: Draft): Stop | undefined {
  const { head } = draft.record
  if (head === undefined) return stop('engine/not-a-member')
  emit(draft, { type: 'left', head })
  draft.out.push({ type: 'member', head, event: 'memberLeft' })
  return undefined
}

/** Links to another record; without an id there is nothing to link. */
export function linkRecord(draft: Draft, { link: kind, to }: Of<'link'>): Stop | undefined {
  const record = textOf(to, draft)
  if (record === undefined) return undefined
  if (record === draft.record.id) return stop('engine/link-self')
  emit(draft, { type: 'linked', kind, record })
  return undefined
}
