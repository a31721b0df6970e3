import {
  compareDates,
  dateExists,
  dayOf,
  monthOf,
  type PlainDate,
  plainDate,
  withoutNoise,
  yearOf,
} from '@jiannuo/kernel'
import type { CurvePoint, IndicatorReading, Reason, Target } from '../model.ts'
import { type Accumulated, accumulate, accumulateFirm } from './accumulate.ts'
import { type DaySpan, isMonthEnd, isWholeYear, monthEnd, monthIndex, monthsEnded } from './days.ts'
import { pace, pacingOf } from './pace.ts'
import { spokenBy } from './pieces.ts'
import { reason } from './reason.ts'
import { completion, isPaced } from './target.ts'

/** How a forecast was made; `sameMonthLastYear` by the share that had been reached by the same day a year before. */
export type ForecastMethod = 'linear' | 'sameMonthLastYear' | 'curve' | 'none'

/** 全年预测: what the end of the span is likely to bring, and by which method. */
export interface Forecast {
  readonly method: ForecastMethod
  /** In the target's unit; left out with method `none`. */
  readonly value?: number
  readonly completion?: number
  /** The method and its figures, or why there is no forecast. */
  readonly says: Reason
}

/** What a forecast may draw on besides this year's readings. */
export interface ForecastHelp {
  readonly curve?: readonly CurvePoint[]
  /** The same indicator's readings of the span a year earlier. */
  readonly lastYear?: readonly IndicatorReading[]
}

/** Months of data below which nothing is forecast [P]. */
const LEAST_MONTHS = 2

const none = (says: Reason): Forecast => ({ method: 'none', says })

/** The same day a year earlier; the last of February stays the last. */
function yearBefore(date: PlainDate): PlainDate {
  const year = yearOf(date) - 1
  if (monthOf(date) === 2 && isMonthEnd(date)) return monthEnd(monthIndex(date) - 12)
  return dateExists(year, monthOf(date), dayOf(date)) ? plainDate(year, monthOf(date), dayOf(date)) : date
}

interface Share {
  readonly method: ForecastMethod
  readonly share: number
}

/** The share of last year's total that stood by the same day, when both days' totals are known and positive. */
function lastYearShare(
  readings: readonly IndicatorReading[],
  target: Target,
  span: DaySpan,
  until: PlainDate,
): Share | undefined {
  if (target.adding !== 'increments') return undefined
  const before: DaySpan = { from: yearBefore(span.from), to: yearBefore(span.to) }
  const then = yearBefore(until)
  const part = accumulate(spokenBy(readings, then), target, then, before)
  const whole = accumulate(readings, target, before.to, before)
  const usable = part.found && whole.found && part.until === then && whole.until === before.to
  if (!usable || part.value <= 0 || whole.value <= 0) return undefined
  return { method: 'sameMonthLastYear', share: part.value / whole.value }
}

function shareBy(current: Accumulated, target: Target, span: DaySpan, help: ForecastHelp): Share {
  const { until } = current
  if (help.curve !== undefined && help.curve.length > 0) {
    return { method: 'curve', share: pace(until, pacingOf(span, help.curve)) }
  }
  const shaped = help.lastYear && lastYearShare(help.lastYear, target, span, until)
  if (shaped !== undefined) return shaped
  // Months of a year count alike at their ends (m/12); a figure from within a month goes by days.
  const byMonths = isWholeYear(span) && isMonthEnd(until)
  return { method: 'linear', share: pace(until, byMonths ? pacingOf(span) : { by: 'span', ...span }) }
}

const CODES = {
  linear: 'progress/forecast-linear',
  curve: 'progress/forecast-curve',
  sameMonthLastYear: 'progress/forecast-last-year',
  none: 'progress/forecast-none',
} as const

/**
 * Forecast to the end of the span (SPEC P86–P88): by the planned curve when there is one, by last year's shape when its readings are
 * given, else in a straight line. Growth rates, shares and ranks have none. Readings that are forecasts themselves are left out.
 *
 * @param span the promise's days; the forecast is for its last one
 * @param asOf readings that begin later are not looked at
 */
export function forecast(
  readings: readonly IndicatorReading[],
  target: Target,
  span: DaySpan,
  asOf: PlainDate,
  help: ForecastHelp = {},
): Forecast {
  if (!isPaced(target)) return none(reason('progress/forecast-not-paced'))
  const based = target.adding !== 'increments'
  if (based && target.base === undefined) return none(reason('progress/forecast-no-base'))
  const current = accumulateFirm(readings, target, asOf, span)
  if (!current.found) return none(current.reason)
  const months = monthsEnded(current.until) - monthIndex(span.from)
  if (months < LEAST_MONTHS || compareDates(current.until, span.from) < 0) {
    return none(reason('progress/forecast-too-early', { months: Math.max(0, months), least: LEAST_MONTHS }))
  }
  const { method, share } = shareBy(current, target, span, help)
  if (share <= 0) return none(reason('progress/forecast-no-share'))
  const base = based ? (target.base ?? 0) : 0
  const value = withoutNoise(base + (current.value - base) / share)
  const reached = completion(value, target)
  const says = reason(CODES[method], {
    value,
    unit: target.unit,
    now: current.value,
    period: current.period,
    percent: Math.round(share * 10_000) / 100,
  })
  return { method, value, ...(reached === undefined ? {} : { completion: reached }), says }
}
