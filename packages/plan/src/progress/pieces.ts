import { compareDates, convert, daysBetween, type PlainDate } from '@jiannuo/kernel'
import type { Adding, IndicatorReading, Reason } from '../model.ts'
import { type DaySpan, daysOfPeriod, earlier, later, monthEnd, monthIndex, yearStart } from './days.ts'
import { reason } from './reason.ts'
import { byTrust } from './trust.ts'

/** A reading in the target's unit, with the days that its value stands for. */
export interface Piece extends DaySpan {
  readonly reading: IndicatorReading
  readonly value: number
}

/** What can be worked with, and what was set aside and why. */
export interface Pieces {
  readonly pieces: readonly Piece[]
  readonly notes: readonly Reason[]
}

function coverageOf(reading: IndicatorReading, days: DaySpan, span: DaySpan): DaySpan {
  switch (reading.covers) {
    case 'toDate':
      // The year to date belongs to a promise from the day on which the promise began.
      return { from: later(yearStart(days.to), span.from), to: days.to }
    case 'period':
      return days
    case 'moment':
      return { from: days.to, to: days.to }
  }
}

const isInside = (days: DaySpan, span: DaySpan): boolean =>
  compareDates(span.from, days.from) <= 0 && compareDates(days.to, span.to) <= 0

const touches = (days: DaySpan, span: DaySpan): boolean =>
  compareDates(days.from, span.to) <= 0 && compareDates(span.from, days.to) <= 0

/** A period speaks once it has begun, because the return of a month is made before the month is over; a forecast once it has ended. */
const hasCome = ({ version }: IndicatorReading, { from, to }: DaySpan, asOf: PlainDate): boolean =>
  compareDates(version === 'forecast' ? to : from, asOf) <= 0

/**
 * Of readings those that speak of a day that has passed: periods that ended no later than the day's month. A year's figure, known now, had
 * begun then as well, but says nothing of where things stood.
 */
export const spokenBy = (readings: readonly IndicatorReading[], day: PlainDate): readonly IndicatorReading[] =>
  readings.filter(({ period }) => {
    const days = daysOfPeriod(period)
    return days === undefined || compareDates(days.to, monthEnd(monthIndex(day))) <= 0
  })

function pieceOf(
  reading: IndicatorReading,
  unit: string,
  asOf: PlainDate,
  span: DaySpan,
  adds: boolean,
): Piece | Reason | undefined {
  const { id, period } = reading
  const days = daysOfPeriod(period)
  if (days === undefined) return reason('progress/bad-period', { id, period })
  if (!hasCome(reading, days, asOf)) return undefined
  const covered = coverageOf(reading, days, span)
  if (!touches(covered, span)) return undefined
  if (!adds && compareDates(days.to, span.to) > 0) return undefined
  if (adds && reading.covers === 'moment') return reason('progress/moment-not-added', { id, period })
  if (adds && !isInside(covered, span)) return reason('progress/straddles', { id, period })
  const value = convert(reading.value, reading.unit, unit)
  if (!value.ok) return reason('progress/unit-differs', { id, period, from: reading.unit, to: unit })
  if (!Number.isFinite(value.value)) return reason('progress/no-number', { id, period })
  // What is still running speaks of the days until now.
  const [from, to] = [earlier(covered.from, asOf), earlier(covered.to, asOf)]
  return { reading, value: value.value, from, to }
}

const inOrder = (a: IndicatorReading, b: IndicatorReading): number =>
  a.period === b.period ? byTrust(a, b) : a.period < b.period ? -1 : 1

/**
 * Readings that count for a promise on a day (SPEC P50, P51): their period has begun by then (a forecast's has ended), lies within the
 * promise's span, and their unit converts. What is set aside for another cause has a note; what is merely early, later or of another year has none.
 */
export function piecesOf(
  readings: readonly IndicatorReading[],
  { adding, unit }: { readonly adding: Adding; readonly unit: string },
  asOf: PlainDate,
  span: DaySpan,
): Pieces {
  const pieces: Piece[] = []
  const notes: Reason[] = []
  for (const reading of [...readings].sort(inOrder)) {
    const piece = pieceOf(reading, unit, asOf, span, adding === 'increments')
    if (piece === undefined) continue
    if ('reading' in piece) pieces.push(piece)
    else notes.push(piece)
  }
  return { pieces, notes }
}

/** Days between the ends of a stretch. */
export const lengthOf = ({ from, to }: DaySpan): number => daysBetween(from, to)

const byDays = (a: Piece, b: Piece): number => compareDates(a.from, b.from) || compareDates(a.to, b.to)

/** Of several readings of the same days the one that holds; in time order. */
export function bestOfEach(pieces: readonly Piece[]): readonly Piece[] {
  const sorted = [...pieces].sort((a, b) => byDays(a, b) || byTrust(a.reading, b.reading))
  return sorted.filter((piece, index) => {
    const before = sorted[index - 1]
    return before === undefined || byDays(before, piece) !== 0
  })
}

/** The piece that stands last: the latest end, there the longest stretch when stretches matter, then the most trusted. */
export function lastOf(pieces: readonly Piece[], stretches: boolean): Piece | undefined {
  const rank = (a: Piece, b: Piece): number =>
    compareDates(b.to, a.to) || (stretches ? lengthOf(b) - lengthOf(a) : 0) || byTrust(a.reading, b.reading)
  return [...pieces].sort(rank)[0]
}
