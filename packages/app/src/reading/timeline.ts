import { describeLimit, type Entry, type Event, type FieldDefinition, type Json, type TimeUnit } from '@jiannuo/engine'
import type { Instant } from '@jiannuo/kernel'
import type { LoggedEntry } from '@jiannuo/store'
import type { DistrictView } from '../office/district-view.ts'
import type { Kit } from '../office/machines.ts'
import { phrase } from '../wording.zh.ts'
import { momentText, valueText } from './words.ts'

/** One entry of a record's stream in words: who did what when, and all that came of it. Nothing personal stands in it. */
export interface TimelineEntry {
  readonly seq: number
  readonly at: Instant
  readonly time: string
  readonly person: string
  readonly personName: string
  readonly unit: string
  readonly unitName: string
  readonly role: string
  readonly action: string
  readonly title: string
  readonly lines: readonly string[]
  /** Hash of the entry in the chain, hex, and the one before it. */
  readonly hash: string
  readonly previous: string
}

interface Telling {
  readonly kit: Kit
  readonly view: DistrictView
  readonly entry: Entry
}

/** An entry in words. */
export function timelineEntry(kit: Kit, view: DistrictView, logged: LoggedEntry): TimelineEntry {
  const { entry, hash, previous } = logged
  const telling = { kit, view, entry }
  return {
    seq: entry.seq,
    at: entry.at,
    time: momentText(entry.at),
    person: entry.by,
    personName: nameOf(view, entry.by),
    unit: entry.unit,
    unitName: entry.unit === '' ? '' : view.tree.name(entry.unit),
    role: kit.machine.roles[entry.role] ?? entry.role,
    action: entry.action,
    title: actionTitle(kit, entry.action),
    lines: [...inputLines(telling), ...entry.events.flatMap((event) => eventLine(telling, event))],
    hash,
    previous,
  }
}

const nameOf = (view: DistrictView, person: string): string =>
  person === 'system' ? phrase('system') : (view.persons.get(person)?.name ?? person)

/** What an entry is called: the action's title, or what the machine did of itself. */
export function actionTitle({ machine }: Kit, action: string): string {
  if (action.startsWith('mark:')) {
    const [clock = '', mark = ''] = action.slice(5).split('.')
    const definition = machine.clocks[clock]
    return phrase('entry/mark', {
      clock: definition?.title ?? clock,
      mark: definition?.marks?.[mark]?.title ?? mark,
    })
  }
  const own = machine.actions[action]?.title
  if (own !== undefined) return own
  const known = {
    migrate: 'entry/migrate',
    unmask: 'entry/unmask',
    erase: 'entry/erase',
    member: 'entry/member',
  } as const
  return isKey(known, action) ? phrase(known[action]) : action
}

const isKey = <T extends object>(table: T, key: string): key is Extract<keyof T, string> => Object.hasOwn(table, key)

/** The field that an action's form means by an id: its own, or the record's. */
const fieldOf = ({ kit, entry }: Telling, id: string): FieldDefinition | undefined =>
  kit.machine.actions[entry.action]?.fields?.[id] ?? kit.machine.fields[id]

function inputLines(telling: Telling): string[] {
  return Object.entries(telling.entry.input).map(([id, value]) => given(telling, id, value))
}

function given(telling: Telling, id: string, value: Json): string {
  const field = fieldOf(telling, id)
  const title = field?.title ?? id
  if (field?.personal !== undefined) return phrase('event/set-personal', { field: title })
  return phrase('input/given', { title, value: valueText(telling.kit, telling.view, field, value, telling.entry.at) })
}

const givenAll = (telling: Telling, fields: Readonly<Record<string, Json>>): string =>
  Object.entries(fields)
    .map(([id, value]) => given(telling, id, value))
    .join(phrase('separator'))

function setLine({ kit, view, entry }: Telling, id: string, value: Json): string {
  const field = kit.machine.fields[id]
  const title = field?.title ?? id
  if (field?.personal !== undefined) return phrase('event/set-personal', { field: title })
  return phrase('event/set', { field: title, value: valueText(kit, view, field, value, entry.at) })
}

type EventOf = { readonly [E in Event as E['type']]: E }
type EventType = keyof EventOf
type Told = string | readonly string[]
type Tellers = { readonly [T in EventType]: (event: EventOf[T], telling: Telling) => Told }
/** An event whose type is known to be the key of its teller. */
type Typed<T extends EventType> = { readonly [K in T]: EventOf[K] & { readonly type: K } }[T]

const clockTitle = ({ kit }: Telling, clock: string): string => kit.machine.clocks[clock]?.title ?? clock
const stateTitle = ({ kit }: Telling, state: string): string => kit.machine.states[state]?.title ?? state
const worded = ({ kit }: Telling, id: string): string =>
  kit.machine.wording[id] ?? kit.machine.actions[id]?.title ?? kit.machine.fields[id]?.title ?? id
const fieldTitle = ({ kit }: Telling, id: string): string => kit.machine.fields[id]?.title ?? id

/** A reason is a code of the action's own choices, of the clock's reasons, or words. */
function reasonText(telling: Telling, reason: string, clock?: string): string {
  const field = fieldOf(telling, 'reason')
  const ofClock = clock === undefined ? undefined : telling.kit.machine.clocks[clock]?.pauseReasons?.[reason]
  return ofClock ?? field?.choices?.[reason] ?? reason
}

const unitOfClock = ({ kit, entry }: Telling, clock: string): TimeUnit => {
  const started = entry.events.find((event) => event.type === 'clockStarted' && event.clock === clock)
  if (started?.type === 'clockStarted') return started.limit.unit
  const limit = kit.machine.clocks[clock]?.limit
  const preset = limit !== undefined && 'const' in limit ? limit.const : undefined
  return typeof preset === 'object' && preset !== null && 'unit' in preset && isUnit(preset.unit)
    ? preset.unit
    : 'workday'
}
const isUnit = (value: unknown): value is TimeUnit =>
  value === 'workday' || value === 'day' || value === 'workhour' || value === 'hour'

const VERSIONS = { forecast: 'version/forecast', preliminary: 'version/preliminary', final: 'version/final' } as const

const versionKey = (version: string) => (isKey(VERSIONS, version) ? VERSIONS[version] : 'version/other')

const TELLERS: Tellers = {
  opened: ({ state }, telling) => phrase('event/opened', { state: stateTitle(telling, state) }),
  moved: ({ from, to, final }, telling) =>
    phrase(final ? 'event/closed' : 'event/moved', { from: stateTitle(telling, from), to: stateTitle(telling, to) }),
  set: ({ fields }, telling) => Object.entries(fields).map(([id, value]) => setLine(telling, id, value)),
  cleared: ({ field }, telling) => phrase('event/cleared', { field: fieldTitle(telling, field) }),
  clockStarted: ({ clock, limit }, telling) =>
    phrase('event/clockStarted', { clock: clockTitle(telling, clock), limit: describeLimit(limit) }),
  clockStopped: ({ clock, late }, telling) =>
    phrase(late ? 'event/clockStopped/late' : 'event/clockStopped', { clock: clockTitle(telling, clock) }),
  clockPaused: ({ clock, reason, approver }, telling) =>
    phrase('event/clockPaused', {
      clock: clockTitle(telling, clock),
      reason: reasonText(telling, reason, clock),
      approver: nameOf(telling.view, approver),
    }),
  clockResumed: ({ clock }, telling) => phrase('event/clockResumed', { clock: clockTitle(telling, clock) }),
  clockExtended: ({ clock, by, reason, approver }, telling) =>
    phrase('event/clockExtended', {
      clock: clockTitle(telling, clock),
      by: describeLimit({ value: by, unit: unitOfClock(telling, clock) }),
      reason: reasonText(telling, reason),
      approver: nameOf(telling.view, approver),
    }),
  markReached: ({ clock, mark }, telling) =>
    phrase('event/markReached', {
      clock: clockTitle(telling, clock),
      mark: telling.kit.machine.clocks[clock]?.marks?.[mark]?.title ?? mark,
    }),
  assigned: ({ as, unit, basis }, { view }) =>
    as === 'lead' && basis !== undefined
      ? phrase('event/assigned/lead/basis', { unit: view.tree.name(unit), basis })
      : phrase(`event/assigned/${as}`, { unit: view.tree.name(unit) }),
  released: ({ as, unit }, { view }) =>
    phrase(`event/released/${as}`, { unit: unit === undefined ? '' : view.tree.name(unit) }),
  coAnswered: ({ unit }, { view }) => phrase('event/coAnswered', { unit: view.tree.name(unit) }),
  stated: ({ truth, fields }, telling) =>
    phrase('event/stated', { truth: phrase(`truth/${truth}`), fields: givenAll(telling, fields) }),
  counted: ({ counter }, telling) => phrase('event/counted', { counter: worded(telling, counter) }),
  redone: ({ round, reason }, telling) => phrase('event/redone', { round, reason: reasonText(telling, reason) }),
  requested: ({ kind, fields }, telling) =>
    phrase('event/requested', {
      request: telling.kit.machine.requests[kind]?.title ?? kind,
      fields: givenAll(telling, fields),
    }),
  decided: ({ kind, granted, reason, basis }, telling) => {
    const request = telling.kit.machine.requests[kind]?.title ?? kind
    const because = reason === undefined ? '' : phrase('event/because', { reason: reasonText(telling, reason) })
    const by = basis === undefined ? '' : phrase('event/basis', { basis })
    return `${phrase(granted ? 'event/decided/granted' : 'event/decided/refused', { request })}${because}${by}`
  },
  urged: ({ level }, { kit }) => phrase('event/urged', { level: kit.machine.urging[level] ?? level }),
  joined: ({ head }) => phrase('event/joined', { head }),
  left: ({ head }) => phrase('event/left', { head }),
  memberJoined: ({ member }) => phrase('event/memberJoined', { member }),
  memberLeft: ({ member }) => phrase('event/memberLeft', { member }),
  linked: ({ kind, record }, telling) => phrase('event/linked', { record, kind: worded(telling, kind) }),
  rowsPut: ({ field, rows }, telling) =>
    phrase('event/rowsPut', {
      field: fieldTitle(telling, field),
      rows: valueText(telling.kit, telling.view, telling.kit.machine.fields[field], rows, telling.entry.at),
    }),
  read: ({ period, value, unit, version }) =>
    phrase('event/read', { period, value, unit, version: phrase(versionKey(version)) }),
  migrated: ({ from, to }) => phrase('event/migrated', { from, to }),
  unmasked: ({ field, reason }, telling) => phrase('event/unmasked', { field: fieldTitle(telling, field), reason }),
  erased: ({ fields, reason }, telling) =>
    phrase('event/erased', { fields: fields.map((id) => fieldTitle(telling, id)).join(phrase('list')), reason }),
}

const tell = <T extends EventType>(telling: Telling, event: Typed<T>): Told => {
  const teller: Tellers[T] = TELLERS[event.type]
  return teller(event, telling)
}

function eventLine(telling: Telling, event: Event): readonly string[] {
  const told = tell(telling, event)
  return typeof told === 'string' ? [told] : told
}
