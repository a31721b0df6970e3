import { convert, dimensionOf, type PlainDate, withoutNoise } from '@jiannuo/kernel'
import type { IndicatorReading, ReadingSource, ReadingVersion, Reason, Target } from '../model.ts'
import type { DaySpan } from './days.ts'
import { disjoint, falls } from './disjoint.ts'
import { lastOf, type Piece, piecesOf } from './pieces.ts'
import { reason } from './reason.ts'
import { weakestSource, weakestVersion } from './trust.ts'

/** What of a target decides how values are put together. */
export type Summed = Pick<Target, 'adding' | 'unit' | 'kind'>

/** A value made of readings, with all that is needed to open it again. */
export interface Accumulated {
  readonly found: true
  /** In `unit`. */
  readonly value: number
  readonly unit: string
  /** Period of the latest reading in it. */
  readonly period: string
  /** The last day that the value speaks of. */
  readonly until: PlainDate
  /** Ids of the readings in it, in time order. */
  readonly used: readonly string[]
  readonly numerator?: number
  readonly denominator?: number
  /** The least certain version in it; `forecast` is a value to show, never one that was reached. */
  readonly version: ReadingVersion
  /** The least trusted source in it. */
  readonly source: ReadingSource
  /** How it was put together. */
  readonly reason: Reason
  /** What was set aside, and what looks wrong. */
  readonly notes: readonly Reason[]
}

/** No value, and why. */
export interface NotAccumulated {
  readonly found: false
  readonly reason: Reason
  readonly notes: readonly Reason[]
}

interface Counts {
  readonly numerator: number
  readonly denominator: number
}

interface Made {
  readonly pieces: readonly Piece[]
  readonly value: number
  readonly counts?: Counts
  readonly reason: Reason
  readonly notes: readonly Reason[]
}

const byPlus = (values: readonly number[]): number => withoutNoise(values.reduce((sum, value) => sum + value, 0))

function added(pieces: readonly Piece[], span: DaySpan, unit: string): Made {
  const { pieces: chosen, notes } = disjoint(pieces, span)
  const value = byPlus(chosen.map((piece) => piece.value))
  const [only] = chosen
  const toDate = chosen.length === 1 && only?.reading.covers === 'toDate'
  return {
    pieces: chosen,
    value,
    reason: toDate
      ? reason('progress/made-to-date', { value, unit, period: only.reading.period })
      : reason('progress/made-by-sum', { value, unit, count: chosen.length }),
    notes: [...notes, ...falls(pieces)],
  }
}

const stands = (last: Piece, unit: string, notes: readonly Reason[] = []): Made => ({
  pieces: [last],
  value: last.value,
  reason: reason('progress/made-by-last', { value: last.value, unit, period: last.reading.period }),
  notes,
})

/** Numerators and denominators added up; undefined when one of the pieces has none. */
function countsOf(parts: readonly Partial<Counts>[]): Counts | undefined {
  const numerators = parts.flatMap(({ numerator }) => numerator ?? [])
  const denominators = parts.flatMap(({ denominator }) => denominator ?? [])
  return parts.length > 0 && numerators.length === parts.length && denominators.length === parts.length
    ? { numerator: byPlus(numerators), denominator: byPlus(denominators) }
    : undefined
}

/**
 * A ratio worked out of counts in a unit of the kind of %.
 *
 * @returns the value with its counts, or why it cannot be: a count is missing, the denominator is 0, the unit is no ratio
 */
export function ratioOf(
  parts: readonly Partial<Counts>[],
  unit: string,
): (Counts & { readonly value: number }) | Reason {
  const counts = countsOf(parts)
  if (counts === undefined) return reason('progress/no-counts')
  if (counts.denominator === 0) return reason('progress/zero-denominator')
  const value = convert((counts.numerator / counts.denominator) * 100, '%', unit)
  if (dimensionOf(unit) !== 'ratio' || !value.ok) return reason('progress/unit-no-ratio', { unit })
  return { ...counts, value: withoutNoise(value.value) }
}

function recomputed(pieces: readonly Piece[], last: Piece, span: DaySpan, unit: string): Made {
  const moment = last.reading.covers === 'moment'
  const { pieces: chosen, notes } = moment
    ? { pieces: [last], notes: [] }
    : disjoint(
        pieces.filter(({ reading }) => reading.covers !== 'moment'),
        span,
      )
  const ratio = ratioOf(
    chosen.map(({ reading }) => reading),
    unit,
  )
  // A hole or an overlap between ratios changes nothing when the last one stands alone.
  if ('code' in ratio) return stands(last, unit, [ratio])
  const { numerator, denominator, value } = ratio
  return {
    pieces: chosen,
    value,
    counts: { numerator, denominator },
    reason: reason('progress/made-by-counts', { value, unit, numerator, denominator }),
    notes,
  }
}

function make(pieces: readonly Piece[], last: Piece, { adding, unit }: Summed, span: DaySpan): Made {
  switch (adding) {
    case 'increments':
      return added(pieces, span, unit)
    case 'recomputed':
      return recomputed(pieces, last, span, unit)
    case 'last':
    case 'never':
      return stands(last, unit)
  }
}

/**
 * The value that readings make for a promise by a day (SPEC P50–P58; DESIGN 5, domain.md 15). The list's order plays no part and
 * no reading is changed.
 *
 * @param readings all that is known of the indicator
 * @param target how it adds up, and the unit wanted
 * @param asOf readings whose period begins later, and forecasts whose period ends later, are not looked at; what is running ends here
 * @param span the promise's days; what lies outside is not looked at
 */
export function accumulate(
  readings: readonly IndicatorReading[],
  target: Summed,
  asOf: PlainDate,
  span: DaySpan,
): Accumulated | NotAccumulated {
  const { pieces, notes } = piecesOf(readings, target, asOf, span)
  const last = lastOf(pieces, target.adding === 'never' || target.adding === 'recomputed')
  if (last === undefined) return { found: false, reason: notes[0] ?? reason('progress/no-reading'), notes }
  const made = make(pieces, last, target, span)
  const used = made.pieces.map(({ reading }) => reading)
  const final = made.pieces.at(-1) ?? last
  return {
    found: true,
    value: made.value,
    unit: target.unit,
    period: final.reading.period,
    until: final.to,
    used: used.map(({ id }) => id),
    ...made.counts,
    version: weakestVersion(used),
    source: weakestSource(used),
    reason: made.reason,
    notes: [...notes, ...made.notes],
  }
}

/** The same of readings that are no forecast: only these can have reached a target (SPEC P57). */
export const accumulateFirm = (
  readings: readonly IndicatorReading[],
  target: Summed,
  asOf: PlainDate,
  span: DaySpan,
): Accumulated | NotAccumulated =>
  accumulate(
    readings.filter(({ version }) => version !== 'forecast'),
    target,
    asOf,
    span,
  )
