import { daysBetween, isPlainDate, localDate, type PlainDate } from '@jiannuo/kernel'
import { checkLimit, type Limit, markAt } from '../clock/index.ts'
import type { ClockDefinition, Effect } from '../model/definition.ts'
import type { ClockState } from '../model/record.ts'
import type { Expr, Json } from '../model/value.ts'
import { type Draft, emit, reasonOf, type Stop, stop, stopClock } from './draft.ts'
import { isObject, valueOf } from './view.ts'

type Of<K extends string> = Extract<Effect, Readonly<Record<K, unknown>>>

const UNITS: readonly string[] = ['workday', 'day', 'workhour', 'hour'] satisfies readonly Limit['unit'][]

const isUnit = (unit: Json | undefined): unit is Limit['unit'] => typeof unit === 'string' && UNITS.includes(unit)

/** A limit that a setting or a constant gives; `undefined` when it is none, or none that a clock can count. */
export function limitOf(value: Json): Limit | undefined {
  if (!isObject(value)) return undefined
  const { value: amount, unit } = value
  if (typeof amount !== 'number' || !isUnit(unit)) return undefined
  const limit: Limit = { value: amount, unit }
  return checkLimit(limit).length === 0 ? limit : undefined
}

/** The limit of a run that begins: the clock's own, another one, so many of its own unit, or the days to a date. */
function limitToStart(draft: Draft, own: Expr, override: Expr | undefined): Limit | undefined {
  const value = valueOf(override ?? own, draft)
  if (typeof value === 'string')
    return isPlainDate(value) ? limitOf({ value: daysBetween(todayOf(draft), value), unit: 'day' }) : undefined
  if (typeof value !== 'number') return limitOf(value)
  const unit = limitOf(valueOf(own, draft))?.unit
  return unit === undefined ? undefined : limitOf({ value, unit })
}

const todayOf = ({ at, calendar }: Draft): PlainDate => localDate(at, calendar.utcOffset)

/** Starts a clock; a run that has not ended is stopped first. */
export function startClock(draft: Draft, { start: clock, limit: override }: Of<'start'>): Stop | undefined {
  const definition = draft.machine.clocks[clock]
  if (definition === undefined) return stop('engine/no-such-clock', { clock })
  const limit = limitToStart(draft, definition.limit, override)
  if (limit === undefined) return stop('engine/no-limit', { clock: definition.title })
  stopClock(draft, clock)
  emit(draft, { type: 'clockStarted', clock, limit, rule: definition.rule })
  return undefined
}

const isPaused = (state: ClockState): boolean => {
  const last = state.run.pauses.at(-1)
  return last !== undefined && last.to === undefined
}

interface Running {
  readonly definition: ClockDefinition
  readonly state: ClockState
}

/** A clock that has been started and not stopped, or the refusal. */
function unended(draft: Draft, clock: string): Running | Stop {
  const definition = draft.machine.clocks[clock]
  if (definition === undefined) return stop('engine/no-such-clock', { clock })
  const state = draft.record.clocks[clock]
  if (state === undefined || state.run.stoppedAt !== undefined)
    return stop('engine/clock-not-running', { clock: definition.title })
  return { definition, state }
}

/** Pauses a running clock for a reason of its list (domain.md 16: reason from a list, start, end, approver). */
export function pauseClock(draft: Draft, { pause: clock }: Of<'pause'>): Stop | undefined {
  const found = unended(draft, clock)
  if ('code' in found) return found
  const { title, pauseReasons } = found.definition
  if (isPaused(found.state)) return stop('engine/clock-paused', { clock: title })
  const reason = reasonOf(draft)
  if (reason === undefined || pauseReasons === undefined || !Object.hasOwn(pauseReasons, reason))
    return stop('engine/pause-reason', { clock: title, allowed: Object.values(pauseReasons ?? {}).join('、') })
  emit(draft, { type: 'clockPaused', clock, reason, approver: draft.person })
  return undefined
}

/** Lets a paused clock run on. */
export function resumeClock(draft: Draft, { resume: clock }: Of<'resume'>): Stop | undefined {
  const found = unended(draft, clock)
  if ('code' in found) return found
  if (!isPaused(found.state)) return stop('engine/clock-not-paused', { clock: found.definition.title })
  emit(draft, { type: 'clockResumed', clock })
  return undefined
}

const numberOf = (expr: Expr, draft: Draft): number => {
  const value = valueOf(expr, draft)
  return typeof value === 'number' ? value : 0
}

/**
 * Why a clock may not be extended by so much: no extension at all, too often, too much in sum, or no amount of its
 * unit.
 */
function overLimit(draft: Draft, { definition, state }: Running, by: Json): Stop | undefined {
  const { title: clock, extension } = definition
  if (extension === undefined) return stop('engine/extension-never', { clock })
  const { extensions, limit } = state.run
  if (typeof by !== 'number' || checkLimit({ value: by, unit: limit.unit }).length > 0)
    return stop('engine/extension-amount', { clock, by: typeof by === 'object' ? '' : String(by) })
  const times = numberOf(extension.times, draft)
  if (extensions.length >= times) return stop('engine/extension-times', { clock, times })
  const total = numberOf(extension.total, draft)
  const before = extensions.reduce((sum, other) => sum + other.by, 0)
  if (before + by > total) return stop('engine/extension-total', { clock, total, before, by, unit: limit.unit })
  return undefined
}

/** Marks already reached that lie ahead again once the clock has been given more time. */
function marksAhead(draft: Draft, { definition, state }: Running, by: number): readonly string[] {
  if (state.reached.length === 0) return []
  const more = { by, at: draft.at, reason: '', approver: '' }
  // A pause that is still open can only move them further: if they lie ahead were it to end now, they do.
  const pauses = state.run.pauses.map((pause) => (pause.to === undefined ? { ...pause, to: draft.at } : pause))
  const run = { ...state.run, pauses, extensions: [...state.run.extensions, more] }
  return state.reached.filter((mark) => {
    const time = definition.marks?.[mark]?.at
    const due = time === undefined ? undefined : markAt(run, time, draft.calendar)
    return due !== undefined && due.at > draft.at
  })
}

/** Gives a clock more time, within the limits of its definition. */
export function extendClock(draft: Draft, { extend: clock, by: expr }: Of<'extend'>): Stop | undefined {
  const found = unended(draft, clock)
  if ('code' in found) return found
  const by = valueOf(expr, draft)
  const over = overLimit(draft, found, by)
  if (over !== undefined || typeof by !== 'number') return over
  const reason = reasonOf(draft)
  if (reason === undefined) return stop('engine/no-reason')
  const again = marksAhead(draft, found, by)
  const approver = draft.person
  emit(draft, { type: 'clockExtended', clock, by, reason, approver, ...(again.length === 0 ? {} : { again }) })
  return undefined
}
