import type { ClockRule, Limit, MarkTime, TimeUnit } from '../clock/index.ts'
import type { Machine } from '../model/definition.ts'
import type { Expr, Json } from '../model/value.ts'
import { settingOf } from '../run/view.ts'
import { isTable } from './names.ts'
import { say, unreachable } from './say.ts'
import { phrases } from './wording.zh.ts'

const UNITS = {
  workday: 'unit/workday',
  day: 'unit/day',
  workhour: 'unit/workhour',
  hour: 'unit/hour',
} as const satisfies Record<TimeUnit, string>

const isUnit = (unit: unknown): unit is TimeUnit => typeof unit === 'string' && Object.hasOwn(UNITS, unit)

/** A length of time in words: 5个工作日, 2小时. */
export const describeLimit = (limit: Limit): string => say(UNITS[limit.unit], { value: limit.value })

/** Reads a limit out of a setting or a constant; `undefined` when it is none. */
export function asLimit(value: Json | undefined): Limit | undefined {
  if (!isTable(value)) return undefined
  const { value: amount, unit } = value
  return typeof amount === 'number' && isUnit(unit) ? { value: amount, unit } : undefined
}

/** When a mark of a clock falls, in words: 到期前1个工作日. */
export function describeMarkTime(at: MarkTime): string {
  if ('left' in at) return say('mark/left', { percent: Math.round(at.left * 1000) / 10 })
  if ('due' in at) return say('mark/due')
  if ('before' in at) return say('mark/before', { limit: describeLimit(at.before) })
  if ('after' in at) return say('mark/after', { limit: describeLimit(at.after) })
  return unreachable(at)
}

/**
 * How the end of a limit is found, in words; what the units of the limit do not ask for is left out.
 *
 * @param units the units that the limit may have; all of them unless said
 */
export function describeRule(rule: ClockRule, units: ReadonlySet<TimeUnit> = ALL_UNITS): string {
  const natural = units.has('day')
  return [
    ...(units.has('hour') || units.has('workhour') ? [say('rule/hours')] : []),
    ...(natural || units.has('workday') ? [say(`rule/${rule.lastDay}`)] : []),
    ...(natural ? [say(rule.roll ? 'rule/roll' : 'rule/no-roll')] : []),
  ].join(phrases.semicolon)
}

const ALL_UNITS: ReadonlySet<TimeUnit> = new Set(['workday', 'day', 'workhour', 'hour'])

/** Every limit that a default of the settings or a constant holds. */
function limitsIn(value: Json | undefined): Limit[] {
  const limit = asLimit(value)
  if (limit !== undefined) return [limit]
  return isTable(value) ? Object.values(value).flatMap(limitsIn) : []
}

/** The units that a limit may have by the defaults of the settings; empty when they cannot be told. */
export function unitsOfLimit(limit: Expr, machine: Machine): ReadonlySet<TimeUnit> {
  const value = 'const' in limit ? limit.const : 'setting' in limit ? settingOf(machine, {}, limit.setting) : undefined
  return new Set(limitsIn(value).map(({ unit }) => unit))
}

/** The unit of a limit, where it is one and the same everywhere. */
export function unitOfLimit(limit: Expr, machine: Machine): TimeUnit | undefined {
  const units = unitsOfLimit(limit, machine)
  return units.size === 1 ? [...units][0] : undefined
}
