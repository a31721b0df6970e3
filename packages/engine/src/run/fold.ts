import type { Instant } from '@jiannuo/kernel'
import type { ClockRun } from '../clock/index.ts'
import type { Entry, Event } from '../model/event.ts'
import type { ClockState, RecordState, RequestRecord } from '../model/record.ts'
import type { Json } from '../model/value.ts'
import { isObject } from './view.ts'

/** Who folds where: the district and the id of the record that a stream belongs to. */
export interface RecordIds {
  readonly district: string
  readonly id: string
}

/** What an event takes from the entry it stands in. */
export type Stamp = Pick<Entry, 'at' | 'by' | 'unit'>

type Of<T extends Event['type']> = Extract<Event, { readonly type: T }>

const NAMES_OF_MACHINE = new Set(['migrate', 'unmask', 'erase', 'member'])

/** Whether the action of an entry is one of the definition's, not one of the machine's own entries. */
export const isDefinedAction = (action: string): boolean => !NAMES_OF_MACHINE.has(action) && !action.startsWith('mark:')

function without<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  if (!Object.hasOwn(record, key)) return record
  const { [key]: _gone, ...rest } = record
  return rest
}

const counted = (record: RecordState, counter: string): RecordState => ({
  ...record,
  counters: { ...record.counters, [counter]: (record.counters[counter] ?? 0) + 1 },
})

function opened(event: Of<'opened'>, stamp: Stamp, ids: RecordIds): RecordState {
  return {
    district: ids.district,
    id: ids.id,
    machine: event.machine,
    version: event.version,
    seq: 0,
    state: event.state,
    stateSince: stamp.at,
    openedAt: stamp.at,
    openedBy: stamp.by,
    ...(stamp.unit === '' ? {} : { openedUnit: stamp.unit }),
    changedAt: stamp.at,
    fields: {},
    co: [],
    clocks: {},
    truths: {},
    rounds: [],
    counters: {},
    requests: [],
    members: [],
    links: [],
  }
}

function moved(record: RecordState, event: Of<'moved'>, at: Instant): RecordState {
  const { closedAt: _open, ...rest } = record
  return { ...rest, state: event.to, stateSince: at, ...(event.final ? { closedAt: at } : {}) }
}

/** A clock that an event changes must be there: the log says so, or it is broken. */
function clockOf(record: RecordState, clock: string): ClockState {
  const state = record.clocks[clock]
  if (state === undefined) throw new Error(`record ${record.id} has no clock ${clock}`)
  return state
}

const withClock = (record: RecordState, clock: string, state: ClockState): RecordState => ({
  ...record,
  clocks: { ...record.clocks, [clock]: state },
})

const withRun = (record: RecordState, clock: string, change: (run: ClockRun) => ClockRun): RecordState => {
  const state = clockOf(record, clock)
  return withClock(record, clock, { ...state, run: change(state.run) })
}

function clockStarted(record: RecordState, event: Of<'clockStarted'>, at: Instant): RecordState {
  const before = record.clocks[event.clock]
  return withClock(record, event.clock, {
    run: { limit: event.limit, rule: event.rule, startedAt: at, pauses: [], extensions: [] },
    reached: [],
    former: before === undefined ? [] : [...before.former, before.run],
  })
}

function clockStopped(record: RecordState, event: Of<'clockStopped'>, at: Instant): RecordState {
  const state = clockOf(record, event.clock)
  return withClock(record, event.clock, {
    ...state,
    run: { ...state.run, stoppedAt: at },
    late: event.late || state.late === true,
  })
}

const clockPaused = (record: RecordState, event: Of<'clockPaused'>, at: Instant): RecordState =>
  withRun(record, event.clock, (run) => ({
    ...run,
    pauses: [...run.pauses, { from: at, reason: event.reason, approver: event.approver }],
  }))

const clockResumed = (record: RecordState, event: Of<'clockResumed'>, at: Instant): RecordState =>
  withRun(record, event.clock, (run) => ({
    ...run,
    pauses: run.pauses.map((pause) => (pause.to === undefined ? { ...pause, to: at } : pause)),
  }))

function clockExtended(record: RecordState, event: Of<'clockExtended'>, at: Instant): RecordState {
  const state = clockOf(record, event.clock)
  const { by, reason, approver, again = [] } = event
  return withClock(record, event.clock, {
    ...state,
    run: { ...state.run, extensions: [...state.run.extensions, { by, at, reason, approver }] },
    reached: again.length === 0 ? state.reached : state.reached.filter((mark) => !again.includes(mark)),
  })
}

function markReached(record: RecordState, event: Of<'markReached'>): RecordState {
  const state = clockOf(record, event.clock)
  return withClock(record, event.clock, {
    ...state,
    reached: [...state.reached, event.mark],
    ...(event.due ? { late: true } : {}),
  })
}

function assigned(record: RecordState, event: Of<'assigned'>, at: Instant): RecordState {
  const others = record.co.filter((co) => co.unit !== event.unit)
  switch (event.as) {
    case 'lead': {
      const { basis: _former, ...rest } = record
      return { ...rest, lead: event.unit, co: others, ...(event.basis === undefined ? {} : { basis: event.basis }) }
    }
    case 'co':
      return { ...record, co: [...others, { unit: event.unit, since: at }] }
    case 'area':
      return { ...record, area: event.unit }
  }
}

function released(record: RecordState, event: Of<'released'>): RecordState {
  if (event.as === 'co')
    return { ...record, co: event.unit === undefined ? [] : record.co.filter((co) => co.unit !== event.unit) }
  const { lead: _lead, basis: _basis, ...rest } = record
  return rest
}

const coAnswered = (record: RecordState, event: Of<'coAnswered'>, at: Instant): RecordState => ({
  ...record,
  co: record.co.map((co) => (co.unit === event.unit ? { ...co, answeredAt: at } : co)),
})

const stated = (record: RecordState, event: Of<'stated'>, { at, by, unit }: Stamp): RecordState => ({
  ...record,
  truths: { ...record.truths, [event.truth]: { at, by, unit, fields: event.fields } },
})

function redone(record: RecordState, event: Of<'redone'>, at: Instant): RecordState {
  const round = {
    number: event.round,
    endedAt: at,
    reason: event.reason,
    ...(record.lead === undefined ? {} : { lead: record.lead }),
    truths: record.truths,
  }
  return counted({ ...record, rounds: [...record.rounds, round], truths: {} }, 'redo')
}

function decided(record: RecordState, event: Of<'decided'>, { at, by }: Stamp): RecordState {
  const last = record.requests.findLastIndex((request) => request.kind === event.kind)
  const { granted, reason, basis } = event
  const decision: RequestRecord['decision'] = {
    granted,
    at,
    by,
    ...(reason === undefined ? {} : { reason }),
    ...(basis === undefined ? {} : { basis }),
  }
  return { ...record, requests: record.requests.map((request, i) => (i === last ? { ...request, decision } : request)) }
}

/** Rows by their key: a known one keeps its place. */
function rowsPut(record: RecordState, { field, key, rows }: Of<'rowsPut'>): RecordState {
  const keyOf = (row: Json): Json => (isObject(row) ? (row[key] ?? null) : null)
  const before = record.fields[field]
  const kept: Json[] = Array.isArray(before) ? [...before] : []
  for (const row of rows) {
    const at = kept.findIndex((old) => keyOf(old) === keyOf(row))
    if (at < 0) kept.push(row)
    else kept[at] = row
  }
  return { ...record, fields: { ...record.fields, [field]: kept } }
}

function left(record: RecordState): RecordState {
  const { head: _head, ...rest } = record
  return rest
}

function migrated(record: RecordState, event: Of<'migrated'>): RecordState {
  const { to, state = record.state, clocks: names } = event
  if (names === undefined) return { ...record, version: to, state }
  const clocks = Object.fromEntries(Object.entries(record.clocks).map(([id, clock]) => [names[id] ?? id, clock]))
  return { ...record, version: to, state, clocks }
}

function erased(record: RecordState, event: Of<'erased'>): RecordState {
  const kept = Object.entries(record.fields).filter(([id]) => !event.fields.includes(id))
  return { ...record, fields: Object.fromEntries(kept) }
}

/** The record after one event of an entry. */
export function applyEvent(record: RecordState, event: Event, stamp: Stamp): RecordState {
  switch (event.type) {
    case 'opened':
      throw new Error(`record ${record.id} is opened a second time`)
    case 'moved':
      return moved(record, event, stamp.at)
    case 'set':
      return { ...record, fields: { ...record.fields, ...event.fields } }
    case 'cleared':
      return { ...record, fields: without(record.fields, event.field) }
    case 'clockStarted':
      return clockStarted(record, event, stamp.at)
    case 'clockStopped':
      return clockStopped(record, event, stamp.at)
    case 'clockPaused':
      return clockPaused(record, event, stamp.at)
    case 'clockResumed':
      return clockResumed(record, event, stamp.at)
    case 'clockExtended':
      return clockExtended(record, event, stamp.at)
    case 'markReached':
      return markReached(record, event)
    case 'assigned':
      return assigned(record, event, stamp.at)
    case 'released':
      return released(record, event)
    case 'coAnswered':
      return coAnswered(record, event, stamp.at)
    case 'stated':
      return stated(record, event, stamp)
    case 'counted':
      return counted(record, event.counter)
    case 'redone':
      return redone(record, event, stamp.at)
    case 'requested': {
      const request = { kind: event.kind, at: stamp.at, by: stamp.by, unit: stamp.unit, fields: event.fields }
      return { ...record, requests: [...record.requests, request] }
    }
    case 'decided':
      return decided(record, event, stamp)
    case 'urged':
      return { ...record, urging: event.level }
    case 'joined':
      return { ...record, head: event.head }
    case 'left':
      return left(record)
    case 'memberJoined':
      return { ...record, members: [...record.members, event.member] }
    case 'memberLeft':
      return { ...record, members: record.members.filter((member) => member !== event.member) }
    case 'linked':
      return { ...record, links: [...record.links, { kind: event.kind, record: event.record }] }
    case 'migrated':
      return migrated(record, event)
    case 'rowsPut':
      return rowsPut(record, event)
    case 'read':
    case 'unmasked':
      return record
    case 'erased':
      return erased(record, event)
  }
}

/** The record once all events of an entry are in it: its number, its moment, and how often its action was done. */
export function sealRecord(record: RecordState, entry: Pick<Entry, 'seq' | 'at' | 'action'>): RecordState {
  const { seq, at, action } = entry
  if (!isDefinedAction(action)) return { ...record, seq, changedAt: at }
  return {
    ...record,
    seq,
    changedAt: at,
    counters: { ...record.counters, [action]: (record.counters[action] ?? 0) + 1 },
  }
}

/**
 * The record after an entry.
 *
 * @param record the record before, `undefined` before the first entry
 * @param entry the next entry of its stream
 * @param ids the district and the id of the record
 * @throws Error when the first entry opens nothing, a later one opens again, or the numbers do not follow: a broken log
 */
export function fold(record: RecordState | undefined, entry: Entry, ids: RecordIds): RecordState {
  const before = record?.seq ?? 0
  if (entry.seq !== before + 1) throw new Error(`record ${ids.id}: entry ${entry.seq} follows entry ${before}`)
  let next = record
  for (const event of entry.events) {
    if (next !== undefined) next = applyEvent(next, event, entry)
    else if (event.type === 'opened') next = opened(event, entry, ids)
  }
  if (next === undefined) throw new Error(`record ${ids.id} is not opened by its first entry`)
  return sealRecord(next, entry)
}

/** The empty record that an opening begins with. */
export const openRecord = opened

/**
 * The record that a whole stream gives.
 *
 * @returns `undefined` for an empty stream
 * @throws Error on a broken log, as `fold` does
 */
export function replay(entries: Iterable<Entry>, ids: RecordIds): RecordState | undefined {
  let record: RecordState | undefined
  for (const entry of entries) record = fold(record, entry, ids)
  return record
}
