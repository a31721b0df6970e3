import { addDays, compareDates, daysBetween, type PlainDate, yearOf } from '@jiannuo/kernel'
import type { CurvePoint, IndicatorReading, Reason, Target } from '../model.ts'
import { accumulate } from './accumulate.ts'
import { completion, isJudgedByValue } from './complete.ts'
import { pace } from './pace.ts'
import { type Days, daysOfPeriod, earlier } from './reading-period.ts'
import { reason } from './reason.ts'

/** What the span's end would bring if all went on so. */
export interface Forecast {
  readonly value: number
  readonly completion?: number
  readonly method: 'linear' | 'lastYear' | 'curve'
  readonly says: Reason
}

/** What a forecast may lean on. */
export interface ForecastInput {
  readonly target: Target
  readonly readings: readonly IndicatorReading[]
  readonly span: Days
  readonly asOf: PlainDate
  readonly curve?: readonly CurvePoint[]
  /** Readings of the year before, for its shape. */
  readonly lastYear?: readonly IndicatorReading[]
}

const yearBefore = (day: PlainDate): PlainDate => {
  const text = `${yearOf(day) - 1}${day.slice(4)}`
  const days = daysOfPeriod(text)
  return days?.last ?? addDays(day, -365)
}

/**
 * A forecast to the end of the span, its method named (P80): by the shape of last year where its figures are there, by the planned curve, else in a
 * straight line. It takes two months of figures; ranks, rates and shares are not drawn out.
 */
export function forecast(input: ForecastInput): Forecast | undefined {
  const { target, readings, span, asOf } = input
  if (isJudgedByValue(target)) return undefined
  const now = accumulate(readings, target, asOf, span)
  if (!('reached' in now)) return undefined
  const ends = daysOfPeriod(now.reached.period)?.last
  const reachedOn = ends === undefined ? undefined : earlier(ends, asOf)
  if (reachedOn === undefined || daysBetween(span.first, reachedOn) < 58) return undefined
  const { value } = now.reached
  const base = target.adding === 'increments' ? 0 : (target.base ?? 0)
  const shape = shareBy(reachedOn, input)
  if (shape === undefined || shape.share <= 0) return undefined
  const end = base + (value - base) / Math.min(1, shape.share)
  const done = completion(end, target)
  return {
    value: end,
    method: shape.method,
    says: reason(`progress/forecast-${shape.method}`, { value: end, unit: target.unit, period: now.reached.period }),
    ...(done === undefined ? {} : { completion: done }),
  }
}

interface Shape {
  readonly share: number
  readonly method: Forecast['method']
}

function shareBy(
  day: PlainDate,
  { target, span, curve = [], lastYear = [] }: Pick<ForecastInput, 'target' | 'span' | 'curve' | 'lastYear'>,
): Shape | undefined {
  const then = { first: yearBefore(span.first), last: yearBefore(span.last) }
  const part = accumulate(lastYear, target, yearBefore(day), then)
  const whole = accumulate(lastYear, target, then.last, then)
  if (
    'reached' in part &&
    'reached' in whole &&
    whole.reached.value > 0 &&
    part.reached.period !== whole.reached.period
  )
    return { share: part.reached.value / whole.reached.value, method: 'lastYear' }
  if (curve.length > 0) return { share: pace(day, yearOf(day), { by: 'curve', span, points: curve }), method: 'curve' }
  if (compareDates(day, span.first) < 0) return undefined
  return { share: pace(day, yearOf(day), { by: 'span', span }), method: 'linear' }
}
