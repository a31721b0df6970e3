import { instantOf, isInstant, plainDate, type Problem } from '@jiannuo/kernel'
import type { ClockRule, ClockRun, Extension, Limit, MarkTime, OfficeCalendar, Pause, TimeUnit } from './types.ts'
import type { ClockProblemCode } from './wording.zh.ts'

/** A hundred years: more is a slip of the pen, and tables of working days stay small. */
const MOST_DAYS = 36_500
const MOST_HOURS = MOST_DAYS * 24
const SHORTEST_HOURS = 1 / 60

const EARLIEST = instantOf(plainDate(1970, 1, 1), 0, 0)
const LATEST = instantOf(plainDate(2199, 12, 31), 1440, 0)

const COUNTS = { workday: 'days', day: 'days', workhour: 'hours', hour: 'hours' } as const satisfies Record<
  TimeUnit,
  string
>

const problem = (code: ClockProblemCode, params: Readonly<Record<string, string | number>> = {}): Problem => ({
  code,
  severity: 'error',
  params,
})

const isUnit = (unit: string): unit is TimeUnit => Object.hasOwn(COUNTS, unit)

function checkAmount(value: number, unit: string): readonly Problem[] {
  if (!isUnit(unit)) return [problem('engine/clock-unit', { unit })]
  if (COUNTS[unit] === 'days') {
    const fits = Number.isInteger(value) && value >= 1 && value <= MOST_DAYS
    return fits ? [] : [problem('engine/clock-days', { value, most: MOST_DAYS })]
  }
  const fits = value >= SHORTEST_HOURS && value <= MOST_HOURS
  return fits ? [] : [problem('engine/clock-hours', { value, most: MOST_HOURS })]
}

/**
 * Looks through a limit.
 *
 * @returns `engine/clock-unit`, `engine/clock-days` (not a whole number from 1 on) or `engine/clock-hours` (less than a minute);
 * empty when all is well
 */
export const checkLimit = (limit: Limit): readonly Problem[] => checkAmount(limit.value, limit.unit)

/** Looks through a rule: `engine/clock-rule` when a part of it is missing or unknown. */
export function checkRule(rule: ClockRule): readonly Problem[] {
  const known = (rule.lastDay === 'midnight' || rule.lastDay === 'closing') && typeof rule.roll === 'boolean'
  return known ? [] : [problem('engine/clock-rule')]
}

const isMoment = (at: number): boolean => isInstant(at) && at >= EARLIEST && at <= LATEST

/** The problems whose condition holds. */
const found = (number: number, conditions: readonly (readonly [boolean, ClockProblemCode])[]): readonly Problem[] =>
  conditions.flatMap(([holds, code]) => (holds ? [problem(code, { number })] : []))

function checkPause(run: ClockRun, pause: Pause, index: number): readonly Problem[] {
  const { from, to = from } = pause
  const former = run.pauses[index - 1]
  const stop = run.stoppedAt ?? LATEST
  return found(index + 1, [
    [!isMoment(from) || !isMoment(to), 'engine/clock-pause-moment'],
    [from < run.startedAt, 'engine/clock-pause-early'],
    [to < from, 'engine/clock-pause-reversed'],
    [former !== undefined && (former.to === undefined || former.to > from), 'engine/clock-pause-overlap'],
    [from > stop || to > stop, 'engine/clock-pause-after-stop'],
    [pause.reason.trim() === '', 'engine/clock-pause-no-reason'],
    [pause.approver.trim() === '', 'engine/clock-pause-no-approver'],
  ])
}

function checkExtension(run: ClockRun, extension: Extension, index: number): readonly Problem[] {
  const { by, at } = extension
  const amount = isUnit(run.limit.unit) ? checkAmount(by, run.limit.unit) : []
  return [
    ...amount,
    ...found(index + 1, [
      [!isMoment(at), 'engine/clock-extension-moment'],
      [at < run.startedAt, 'engine/clock-extension-early'],
      [run.stoppedAt !== undefined && at > run.stoppedAt, 'engine/clock-extension-after-stop'],
      [extension.reason.trim() === '', 'engine/clock-extension-no-reason'],
      [extension.approver.trim() === '', 'engine/clock-extension-no-approver'],
    ]),
  ]
}

/**
 * Looks through a run before anything is computed from it: its limit and rule, that pauses are in order and do not overlap, that
 * nothing happens before the start or after the stop, and that every pause and extension has its reason and approver.
 *
 * @returns all problems at once; empty when all is well
 */
export function checkRun(run: ClockRun): readonly Problem[] {
  const { stoppedAt, startedAt } = run
  return [
    ...checkLimit(run.limit),
    ...checkRule(run.rule),
    ...(isMoment(startedAt) ? [] : [problem('engine/clock-start-moment')]),
    ...run.pauses.flatMap((pause, index) => checkPause(run, pause, index)),
    ...run.extensions.flatMap((extension, index) => checkExtension(run, extension, index)),
    ...(stoppedAt === undefined || isMoment(stoppedAt) ? [] : [problem('engine/clock-stop-moment')]),
    ...(stoppedAt !== undefined && stoppedAt < startedAt ? [problem('engine/clock-stop-early')] : []),
  ]
}

/** Looks through a mark: `engine/clock-mark` when it is no mark or its share lies outside 0–1, or what its limit has. */
export function checkMark(mark: MarkTime): readonly Problem[] {
  if ('left' in mark) return mark.left >= 0 && mark.left <= 1 ? [] : [problem('engine/clock-mark')]
  if ('before' in mark) return checkLimit(mark.before)
  if ('after' in mark) return checkLimit(mark.after)
  return mark.due ? [] : [problem('engine/clock-mark')]
}

/** Looks through an office's hours and its local time: `engine/office-hours`, `engine/office-offset`. */
export function checkOffice({ hours, utcOffset }: OfficeCalendar): readonly Problem[] {
  const fits = hours.every(({ from, to }, index) => {
    const earliest = hours[index - 1]?.to ?? 0
    return Number.isInteger(from) && Number.isInteger(to) && earliest <= from && from < to && to <= 1440
  })
  const near = Number.isInteger(utcOffset) && Math.abs(utcOffset) <= 840
  return [
    ...(fits && hours.length > 0 ? [] : [problem('engine/office-hours')]),
    ...(near ? [] : [problem('engine/office-offset', { value: utcOffset })]),
  ]
}
