import { type Instant, localDate, withoutNoise } from '@jiannuo/kernel'
import { clockAt, type OfficeCalendar } from '../clock/index.ts'
import type { Machine } from '../model/definition.ts'
import type { RecordState, RequestRecord } from '../model/record.ts'
import type { Settings, UnitTree } from '../model/run.ts'
import type { Expr, Fact, Json } from '../model/value.ts'

/**
 * All that an expression or a test may look at. A counter sees the record alone: for it there is no moment, no
 * calendar, no units, and input, person and unit are empty.
 */
export interface View {
  /** Settings with their defaults; all that values need of the definition. */
  readonly machine: Pick<Machine, 'settings'>
  readonly record: RecordState | undefined
  readonly input: Readonly<Record<string, Json>>
  /** The acting person, and the unit of the post by which they act. */
  readonly person: string
  readonly unit: string
  readonly at: Instant | undefined
  readonly calendar: OfficeCalendar | undefined
  readonly settings: Settings
  readonly units: UnitTree | undefined
}

/** Input that holds nothing. */
export const NO_INPUT: Readonly<Record<string, Json>> = Object.freeze({})

/** The view of the record alone, as counters have it. */
export const recordView = (machine: Machine, record: RecordState): View => ({
  machine,
  record,
  input: NO_INPUT,
  person: '',
  unit: '',
  at: undefined,
  calendar: undefined,
  settings: NO_INPUT,
  units: undefined,
})

/** The view of settings alone, as formulas, weights and lines have it. */
export const settingsView = (defaults: Settings, settings: Settings): View => ({
  machine: { settings: {} },
  record: undefined,
  input: NO_INPUT,
  person: '',
  unit: '',
  at: undefined,
  calendar: undefined,
  settings: { ...defaults, ...settings },
  units: undefined,
})

/** Whether a value is there: neither null, empty text nor empty list. */
export function isPresent(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === '') return false
  return !Array.isArray(value) || value.length > 0
}

/** Whether a value has keys. */
export const isObject = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether two plain values are the same, whatever the order of their keys. */
export function sameJson(a: Json, b: Json): boolean {
  if (a === b) return true
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((part, i) => sameJson(part, b[i]))
  if (!isObject(a) || !isObject(b)) return false
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  return keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key] ?? null, b[key] ?? null))
}

/** The value of a setting in force: the district's own, or the definition's default. */
export const settingOf = (machine: Pick<Machine, 'settings'>, settings: Settings, id: string): Json =>
  settings[id] ?? machine.settings[id]?.default ?? null

/** The cell of a table whose keys are given in order; `*` stands for every key that is not there. */
function cellOf(table: Json, keys: readonly Json[]): Json {
  let found = table
  for (const key of keys) {
    if (!isObject(found)) return null
    const name = typeof key === 'object' ? '*' : String(key)
    found = (Object.hasOwn(found, name) ? found[name] : found['*']) ?? null
  }
  return found
}

function factOf(record: RecordState, fact: Fact): Json {
  switch (fact) {
    case 'id':
      return record.id
    case 'state':
      return record.state
    case 'lead':
      return record.lead ?? null
    case 'basis':
      return record.basis ?? null
    case 'area':
      return record.area ?? null
    case 'openedAt':
      return record.openedAt
    case 'closedAt':
      return record.closedAt ?? null
    case 'stateSince':
      return record.stateSince
    case 'urging':
      return record.urging ?? null
    case 'groupHead':
      return record.head ?? null
    case 'coCount':
      return record.co.length
  }
}

function calculate(op: 'plus' | 'minus' | 'times' | 'over', a: Json, b: Json): Json {
  if (typeof a !== 'number' || typeof b !== 'number') return null
  switch (op) {
    case 'plus':
      return a + b
    case 'minus':
      return a - b
    case 'times':
      return a * b
    case 'over':
      return b === 0 ? null : a / b
  }
}

/** The latest request of a kind. */
export const latestRequest = (record: RecordState, kind: string): RequestRecord | undefined =>
  record.requests.findLast((request) => request.kind === kind)

const askedOf = (record: RecordState | undefined, kind: string, field: string): Json =>
  (record === undefined ? undefined : latestRequest(record, kind)?.fields[field]) ?? null

function firstPresent(of: readonly Expr[], view: View): Json {
  for (const expr of of) {
    const value = valueOf(expr, view)
    if (isPresent(value)) return value
  }
  return null
}

/** The local day of a view's moment; a counter has none. */
const dayOf = ({ at, calendar }: View): Json =>
  at === undefined || calendar === undefined ? null : localDate(at, calendar.utcOffset)

/** Time used by a clock's present run; a counter has no calendar to tell it by. */
function usedOf(clock: string, { record, at, calendar }: View): Json {
  const run = record?.clocks[clock]?.run
  if (run === undefined || at === undefined || calendar === undefined) return null
  const used = clockAt(run, calendar, at)?.used
  return used === undefined ? null : withoutNoise(used)
}

/** The value of an expression; null when what it asks for is not there. */
export function valueOf(expr: Expr, view: View): Json {
  if ('const' in expr) return expr.const
  if ('truth' in expr) return view.record?.truths[expr.truth]?.fields[expr.field] ?? null
  if ('asked' in expr) return askedOf(view.record, expr.asked, expr.field)
  if ('field' in expr) return view.record?.fields[expr.field] ?? null
  if ('input' in expr) return view.input[expr.input] ?? null
  if ('fact' in expr) return view.record === undefined ? null : factOf(view.record, expr.fact)
  if ('counter' in expr) return view.record?.counters[expr.counter] ?? 0
  if ('now' in expr) return view.at ?? null
  if ('today' in expr) return dayOf(view)
  if ('used' in expr) return usedOf(expr.used, view)
  if ('actor' in expr) return expr.actor === 'person' ? view.person : view.unit
  if ('first' in expr) return firstPresent(expr.first, view)
  if ('op' in expr) return calculate(expr.op, valueOf(expr.of[0], view), valueOf(expr.of[1], view))
  const value = settingOf(view.machine, view.settings, expr.setting)
  if (expr.by === undefined) return value
  return cellOf(
    value,
    expr.by.map((key) => valueOf(key, view)),
  )
}
