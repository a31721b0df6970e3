import type { RecordState } from '@jiannuo/engine'
import { addDays, compareDates, daysInMonth, monthOf, type PlainDate, plainDate, yearOf } from '@jiannuo/kernel'
import { isPaced, pace, pacingOf } from '@jiannuo/plan'
import { curveOf, dueOf, targetOf } from './assess-input.ts'
import { dateField, numberField } from './fields.ts'

/** A point of the line that a commitment should keep: how much of its number by the end of a day. */
export interface PacePoint {
  readonly on: PlainDate
  readonly value: number
}

const monthEnd = (day: PlainDate): PlainDate =>
  plainDate(yearOf(day), monthOf(day), daysInMonth(yearOf(day), monthOf(day)))

/** A line of many years is drawn by its first months only as far as a page can show them. */
const MOST = 72

/**
 * What a commitment should have reached at the end of each month from its first day to its deadline (时序进度), in the unit of its target.
 *
 * @returns nothing for what pace does not apply to: rates, shares, ranks, tasks without a number
 */
export function paceLine(state: RecordState): readonly PacePoint[] {
  const target = targetOf(state)
  if (target === undefined || !isPaced(target)) return []
  const to = dueOf(state)
  const first = dateField(state.fields, 'from') ?? plainDate(numberField(state.fields, 'year') ?? yearOf(to), 1, 1)
  const from = compareDates(first, to) <= 0 ? first : to
  const pacing = pacingOf({ from, to }, curveOf(state))
  const [base, aim] = [target.base ?? 0, typeof target.value === 'number' ? target.value : target.value[0]]
  const points: PacePoint[] = []
  for (let day = monthEnd(from); points.length < MOST; day = monthEnd(addDays(day, 1))) {
    const on = compareDates(day, to) < 0 ? day : to
    points.push({ on, value: Math.round((base + (aim - base) * pace(on, pacing)) * 1e4) / 1e4 })
    if (on === to) break
  }
  return points
}
