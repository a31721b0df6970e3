import {
  type Contribution,
  type Entry,
  type Event,
  fold,
  type Json,
  type ReadingValue,
  type RecordState,
  replay,
} from '@jiannuo/engine'
import { type Instant, instant, monthKey } from '@jiannuo/kernel'
import { type Commit, type RecordRow, type ReplayRules, recordStream, type StreamCommit } from '../src/api.ts'
import { segment } from '../src/search/segment.ts'

export const DISTRICT = 'lantai'
const CHINA = 480
const DAY = 86_400_000

/** Units above each unit of the toy district: two streets, two departments. */
export const LINES: Readonly<Record<string, readonly string[]>> = {
  lantai: ['lantai'],
  water: ['water', 'lantai'],
  roads: ['roads', 'lantai'],
  east: ['east', 'lantai'],
  west: ['west', 'lantai'],
  'east-1': ['east-1', 'east', 'lantai'],
}

/** A moment of the toy year: days and hours after the first of January 2026, 00:00 in China. */
export const at = (day: number, hour = 9): Instant =>
  instant(Date.UTC(2026, 0, 1) - 8 * 3_600_000 + day * DAY + hour * 3_600_000)

export interface Act {
  readonly action: string
  readonly at: Instant
  readonly by?: string
  readonly unit?: string
  readonly events: readonly Event[]
}

const line = (unit: string | undefined): readonly string[] => (unit === undefined ? [] : (LINES[unit] ?? [unit]))

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

function contributions(record: RecordState): readonly Contribution[] {
  const base = {
    unit: record.lead ?? '',
    category: textOf(record.fields.category),
    excluded: record.fields.excluded === true,
  }
  const opened = monthKey(record.openedAt, CHINA)
  const made: Contribution[] = [{ ...base, counter: 'toy.opened', period: opened, amount: 1 }]
  const { money } = record.fields
  if (typeof money === 'number') made.push({ ...base, counter: 'toy.money', period: opened, amount: money })
  if (record.closedAt === undefined) made.push({ ...base, counter: 'toy.open', period: '', amount: 1 })
  else made.push({ ...base, counter: 'toy.closed', period: monthKey(record.closedAt, CHINA), amount: 1 })
  return made
}

function timers(record: RecordState) {
  const { due, reminded } = record.fields
  if (typeof due !== 'number' || record.closedAt !== undefined) return []
  return [
    { clock: 'handle', mark: 'due', at: instant(due) },
    ...(reminded === true ? [] : [{ clock: 'handle', mark: 'soon', at: instant(due - DAY) }]),
  ]
}

function row(record: RecordState): RecordRow {
  const { due, title, phone, facets } = record.fields
  const text = textOf(title)
  return {
    sees: [...new Set([...line(record.openedUnit), ...line(record.lead), ...line(record.area)])],
    title: text,
    category: textOf(record.fields.category),
    ...(typeof due === 'number' && record.closedAt === undefined ? { dueAt: instant(due), dueClock: 'handle' } : {}),
    words: segment(text).join(' '),
    text,
    lookups: typeof phone === 'string' ? [`phone:${phone}`] : [],
    ...(Array.isArray(facets) ? { facets: facets.map(textOf) } : {}),
  }
}

/** The rules of the toy, as `verify` and `rebuild` take them. */
export const toyRules: ReplayRules = {
  replay: (district, id, entries) => replay(entries, { district, id }),
  contributions,
  timers,
  row,
}

/** What an act makes of a record: its part of a commit. */
export function step(record: RecordState | undefined, id: string, act: Act, district = DISTRICT): StreamCommit {
  const expected = record?.seq ?? 0
  const entry: Entry = {
    seq: expected + 1,
    at: act.at,
    by: act.by ?? 'zhang',
    unit: act.unit ?? 'lantai',
    role: 'clerk',
    action: act.action,
    input: {},
    events: act.events,
  }
  const state = fold(record, entry, { district, id })
  const before = record === undefined ? [] : contributions(record)
  const after = contributions(state)
  return {
    stream: recordStream(id),
    expected,
    entry,
    record: { state, row: row(state) },
    deltas: [...before.map((one) => ({ ...one, amount: -one.amount })), ...after],
    contributions: after,
    timers: timers(state),
  }
}

export interface Opening {
  readonly at?: Instant
  readonly lead?: string
  readonly area?: string
  readonly unit?: string
  readonly fields?: Readonly<Record<string, Json>>
}

/** The act that opens a case. */
export const opening = ({ at: moment = at(0), lead, area, unit, fields = {} }: Opening = {}): Act => ({
  action: 'open',
  at: moment,
  ...(unit === undefined ? {} : { unit }),
  events: [
    { type: 'opened', machine: 'toy', version: 1, state: 'new' },
    { type: 'set', fields: { title: '道路积水', category: 'water', ...fields } },
    ...(lead === undefined ? [] : [{ type: 'assigned', as: 'lead', unit: lead } as const]),
    ...(area === undefined ? [] : [{ type: 'assigned', as: 'area', unit: area } as const]),
  ],
})

export const assigning = (unit: string, moment = at(1)): Act => ({
  action: 'assign',
  at: moment,
  events: [{ type: 'assigned', as: 'lead', unit }],
})

export const setting = (fields: Readonly<Record<string, Json>>, moment = at(1)): Act => ({
  action: 'change',
  at: moment,
  events: [{ type: 'set', fields }],
})

/** The act that adds readings. */
export const reading = (readings: readonly Partial<ReadingValue>[], moment = at(1)): Act => ({
  action: 'read',
  at: moment,
  events: readings.map((one) => ({ type: 'read', ...READING, ...one })),
})

const READING: ReadingValue = {
  series: 'gdp',
  period: '2026-01',
  version: 'final',
  covers: 'toDate',
  value: 1,
  unit: '亿元',
  source: 'return',
}

export const closing = (moment = at(5)): Act => ({
  action: 'close',
  at: moment,
  events: [{ type: 'moved', from: 'new', to: 'closed', final: true }],
})

let keys = 0

/** A commit of these streams under a key of its own. */
export function commitOf(streams: readonly StreamCommit[], more: Partial<Commit> = {}): Commit {
  keys += 1
  return { key: `key-${keys}`, at: streams[0]?.entry.at ?? at(0), streams, answer: { n: keys }, ...more }
}

/** The state that a part of a commit leaves. */
export function stateOf(part: StreamCommit): RecordState {
  if (part.record === undefined) throw new Error(`${part.stream} is no record`)
  return part.record.state
}

/** A commit that carries out one act on one record. */
export const acting = (record: RecordState | undefined, id: string, act: Act, more: Partial<Commit> = {}): Commit =>
  commitOf([step(record, id, act)], more)
