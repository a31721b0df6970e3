import { withoutNoise } from '@jiannuo/kernel'
import type { Watch } from '../define/define-watch.ts'
import type { Settings } from '../model/run.ts'
import type { Json } from '../model/value.ts'
import { settingsView, valueOf } from '../run/view.ts'
import { numbersBy } from '../score/numbers.ts'

/** What is known of an area in a month. */
export interface WatchPoint {
  readonly value: number | undefined
  /** Base of a rate. */
  readonly base?: number | undefined
  /** Runs of an index that are reached. */
  readonly runs?: readonly string[]
}

/** What a watch is held against. */
export interface WatchInput {
  readonly areas: readonly string[]
  /** Whole months, oldest first; alarms are given for the last. */
  readonly periods: readonly string[]
  readonly point: (area: string, period: string) => WatchPoint | undefined
  readonly settings: Settings
}

/** A line that was crossed. */
export interface Alarm {
  readonly watch: string
  readonly area: string
  readonly period: string
  readonly value: number
  /** The line in the unit of the measure; for a rise or fall the value of the month before. */
  readonly line: number | undefined
  /** Months in a row. */
  readonly months: number
}

interface Crossed {
  readonly is: boolean
  readonly line: number | undefined
}

const NOT: Crossed = { is: false, line: undefined }

/** Finds the areas in which the line was crossed, for as many months in a row as the watch asks. Pure. */
export function alarmsOf(watch: Watch, input: WatchInput): readonly Alarm[] {
  const number = numbersBy(watch.defaults, input.settings)
  const needed = Math.max(1, Math.trunc(number(watch.periods) ?? 1))
  const least = number(watch.least)
  const pointOf = (area: string, month: number): WatchPoint | undefined => {
    const period = input.periods[month]
    const point = period === undefined ? undefined : input.point(area, period)
    if (point?.value === undefined) return undefined
    return least !== undefined && (point.base ?? point.value) < least ? undefined : point
  }
  const crossed = (area: string, month: number): Crossed => {
    const point = pointOf(area, month)
    if (point?.value === undefined) return NOT
    const { line } = watch
    if (line.is === 'run') return { is: point.runs?.includes(line.run) === true, line: undefined }
    if ('value' in line) {
      const at = number(line.value)
      if (at === undefined) return NOT
      return { is: line.is === 'above' ? point.value > at : point.value < at, line: at }
    }
    const before = pointOf(area, month - 1)?.value
    const percent = number(line.percent)
    if (before === undefined || before === 0 || percent === undefined) return NOT
    const change = withoutNoise(((point.value - before) / Math.abs(before)) * 100)
    return { is: line.is === 'rise' ? change > percent : -change > percent, line: before }
  }
  const last = input.periods.length - 1
  return input.areas.flatMap((area): Alarm[] => {
    let months = 0
    while (months <= last && crossed(area, last - months).is) months++
    const value = pointOf(area, last)?.value
    const period = input.periods[last]
    if (months < needed || value === undefined || period === undefined) return []
    return [{ watch: watch.id, area, period, value, line: crossed(area, last).line, months }]
  })
}

/**
 * What the opened case is given.
 *
 * @param words the alarm in words for people, worded by the caller
 */
export function alarmInput(
  watch: Watch,
  alarm: Alarm,
  settings: Settings,
  words: string,
): Readonly<Record<string, Json>> {
  const facts: Readonly<Record<string, Json>> = {
    area: alarm.area,
    period: alarm.period,
    value: alarm.value,
    line: alarm.line ?? null,
    watch: watch.id,
    title: watch.title,
    words,
  }
  const view = settingsView(watch.defaults, settings)
  return Object.fromEntries(
    Object.entries(watch.opens.give).flatMap(([id, give]) => {
      const value = 'alarm' in give ? (facts[give.alarm] ?? null) : valueOf(give, view)
      return value === null ? [] : [[id, value] as const]
    }),
  )
}
