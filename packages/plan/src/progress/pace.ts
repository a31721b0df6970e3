import { addDays, compareDates, dayNumber, daysBetween, type PlainDate, yearOf } from '@jiannuo/kernel'
import type { CurvePoint } from '../model.ts'
import { type DaySpan, isWholeYear, monthsEnded } from './days.ts'
import { tidy } from './number.ts'

/**
 * 时序进度的算法: months of a calendar year, the task's own span, or a planned curve that starts with nothing at the beginning of
 * `from`. Without `year` months are those of the day's own year.
 */
export type Pacing =
  | { readonly by: 'months'; readonly year?: number }
  | { readonly by: 'span'; readonly from: PlainDate; readonly to: PlainDate }
  | { readonly by: 'curve'; readonly from: PlainDate; readonly points: readonly CurvePoint[] }

const within = (share: number): number => Math.min(1, Math.max(0, share))

interface Point {
  readonly day: number
  readonly share: number
}

/** The points in time order behind the start; two of one day leave the one that asks for more. */
function pointsOf(from: PlainDate, points: readonly CurvePoint[]): readonly Point[] {
  const start = { day: dayNumber(addDays(from, -1)), share: 0 }
  const given = points
    .map(({ by, share }) => ({ day: dayNumber(by), share }))
    .filter(({ day }) => day > start.day)
    .sort((a, b) => a.day - b.day || b.share - a.share)
  return [start, ...given.filter((point, index) => point.day !== given[index - 1]?.day)]
}

function onCurve(asOf: PlainDate, from: PlainDate, points: readonly CurvePoint[]): number {
  const line = pointsOf(from, points)
  const day = dayNumber(asOf)
  const next = line.findIndex((point) => point.day > day)
  const before = line[next < 0 ? line.length - 1 : next - 1]
  const after = line[next]
  if (before === undefined) return 0
  if (after === undefined) return before.share
  return before.share + ((after.share - before.share) * (day - before.day)) / (after.day - before.day)
}

/**
 * 时序进度: the share that should be reached by the end of a day (SPEC P70–P73; domain.md 1.3).
 *
 * By months only months that have ended count: 75% from 30 September to 30 October, because figures come by the month.
 *
 * @returns 0 before the start, 1 behind the end; on a curve the share of its last point behind it
 */
export function pace(asOf: PlainDate, pacing: Pacing): number {
  switch (pacing.by) {
    case 'months':
      return within((monthsEnded(asOf) - (pacing.year ?? yearOf(asOf)) * 12) / 12)
    case 'span': {
      const days = daysBetween(pacing.from, pacing.to) + 1
      return days <= 0
        ? Number(compareDates(asOf, pacing.to) >= 0)
        : within((daysBetween(pacing.from, asOf) + 1) / days)
    }
    case 'curve':
      return onCurve(asOf, pacing.from, pacing.points)
  }
}

/** The pacing of a task (SPEC P74): its curve when it has one, months when it runs a calendar year, else its own span. */
export function pacingOf(span: DaySpan, curve?: readonly CurvePoint[]): Pacing {
  if (curve !== undefined && curve.length > 0) return { by: 'curve', from: span.from, points: curve }
  return isWholeYear(span) ? { by: 'months', year: yearOf(span.from) } : { by: 'span', from: span.from, to: span.to }
}

/** 进度差: completion less pace, in percentage points; negative is behind. */
export const gapInPoints = (reached: number, due: number): number => tidy((reached - due) * 100)
