import { addDays, compareDates, dayOf, daysBetween, monthOf, type PlainDate, yearOf } from '@jiannuo/kernel'
import type { CurvePoint } from '../model.ts'
import type { Days } from './reading-period.ts'

/** By what the time progress of a commitment is told. */
export type Pacing =
  /** 时序进度 of the whole year: m/12 of the last month that has ended (domain.md 1.3). */
  | { readonly by: 'months' }
  /** Elapsed days of the task's own span over all of them [P]. */
  | { readonly by: 'span'; readonly span: Days }
  /** A planned curve, straight between its points, from nothing at the beginning. */
  | { readonly by: 'curve'; readonly span: Days; readonly points: readonly CurvePoint[] }

/** Months of the year that have ended by the end of a day. */
const monthsEnded = (asOf: PlainDate): number => (dayOf(addDays(asOf, 1)) === 1 ? monthOf(asOf) : monthOf(asOf) - 1)

/**
 * What share of the target should be reached by the end of a day (P60–P62).
 *
 * @param year the year that the commitment is for; before it nothing is due, after it everything
 * @returns 0 to 1
 */
export function pace(asOf: PlainDate, year: number, pacing: Pacing): number {
  switch (pacing.by) {
    case 'months':
      return yearOf(asOf) < year ? 0 : yearOf(asOf) > year ? 1 : monthsEnded(asOf) / 12
    case 'span':
      return elapsed(asOf, pacing.span)
    case 'curve':
      return onCurve(asOf, pacing.span, pacing.points)
  }
}

function elapsed(asOf: PlainDate, { first, last }: Days): number {
  const all = daysBetween(first, last) + 1
  return Math.min(1, Math.max(0, (daysBetween(first, asOf) + 1) / all))
}

function onCurve(asOf: PlainDate, span: Days, points: readonly CurvePoint[]): number {
  const sorted = [...points].sort((a, b) => compareDates(a.by, b.by))
  let from: CurvePoint = { by: addDays(span.first, -1), share: 0 }
  for (const to of sorted) {
    if (compareDates(asOf, to.by) <= 0) {
      const all = daysBetween(from.by, to.by)
      const gone = daysBetween(from.by, asOf)
      return all <= 0 ? to.share : from.share + ((to.share - from.share) * Math.max(0, gone)) / all
    }
    from = to
  }
  return from.share
}
