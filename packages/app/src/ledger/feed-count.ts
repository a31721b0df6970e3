import { type CounterPair, evaluateFigure, type Figure, type MeasureDefinition, type Measures } from '@jiannuo/engine'
import type { IndicatorReading } from '@jiannuo/plan'
import { countedAs } from '@jiannuo/plan'
import { machineScope } from '@jiannuo/store'
import { type Asked, sumsBy } from '../figures/ask.ts'
import type { Office } from '../office/office.ts'
import { countedFrom, type FeedAddress } from './feed-address.ts'

/** The value of a month as the records give it now. */
export interface MonthCount {
  readonly period: string
  readonly covers: IndicatorReading['covers']
  readonly value: number
  readonly unit: string
  readonly numerator?: number
  readonly denominator?: number
}

/** A figure that says how many there are now knows nothing of months past: none of what it counts has a month. */
export const isStanding = ({ counters }: Measures, ids: readonly string[]): boolean =>
  ids.some((id) => counters[id]?.period === undefined)

/** A figure as the value of a month; absent while its base is 0. */
export function monthOf(
  feed: FeedAddress,
  { unit }: Pick<MeasureDefinition, 'unit'>,
  standing: boolean,
  period: string,
  figure: Figure,
): MonthCount | undefined {
  const adjusted = feed.use === 'adjusted'
  const value = adjusted ? figure.adjusted : figure.value
  if (value === undefined) return undefined
  const numerator = adjusted ? figure.adjustedNumerator : figure.numerator
  const denominator = adjusted ? figure.adjustedBase : figure.base
  const counts = feed.by === 'ratio' && numerator !== undefined && denominator !== undefined
  return {
    period,
    covers: standing ? 'moment' : 'toDate',
    value: feed.as === undefined ? value : countedAs(value, unit, feed.as),
    unit: feed.as ?? unit,
    ...(counts ? { numerator, denominator } : {}),
  }
}

const nextMonth = (month: string): string => {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))]
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

/** Months from one to another, both counted. */
export function monthsBetween(from: string, to: string): readonly string[] {
  const months: string[] = []
  for (let month = from; month <= to; month = nextMonth(month)) months.push(month)
  return months
}

/**
 * The values of every month of a feed that has begun, worked out now: of counts and rates each to date, of what stands only that of the
 * running month. One question to the store, however many months.
 *
 * @param month the running month, `YYYY-MM`
 */
export async function countMonths(
  office: Office,
  asked: Asked,
  feed: FeedAddress,
  month: string,
): Promise<readonly MonthCount[]> {
  const { measures, measure, settings, filter, counters, view } = asked
  const standing = isStanding(measures, counters)
  const scope = machineScope(view.tree.district)
  const made = (period: string, sums: (counter: string) => CounterPair): MonthCount[] => {
    const one = monthOf(feed, measure, standing, period, evaluateFigure(measures, measure.id, sums, settings))
    return one === undefined ? [] : [one]
  }
  if (standing) {
    if (month < feed.from || month > feed.to) return []
    return made(month, sumsBy(await office.store.sums(scope, filter)))
  }
  const rows = await office.store.breakdown(scope, filter, 'period')
  return monthsBetween(feed.from, month < feed.to ? month : feed.to).flatMap((period) => {
    const first = countedFrom(feed, period)
    return made(period, sumsBy(rows.filter(({ key }) => key >= first && key <= period)))
  })
}
