import type { Entry, Event } from '@jiannuo/engine'
import { decimalText, exact } from '../figures/exact.ts'

/** A reading of an entry in the words of its table's columns; numbers as decimals, so that they stay exact. */
export interface ReadingColumns {
  /** Which of the entry's readings it is; the first is 1. */
  readonly ordinal: number
  readonly series: string
  readonly period: string
  readonly version: string
  readonly source: string
  readonly covers: string
  readonly value: string
  readonly numerator: string | null
  readonly denominator: string | null
  readonly unit: string
}

/** A reading with its place and with the units that saw the record when it was written. */
export interface ReadingRow extends ReadingColumns {
  readonly record: string
  readonly seq: number
  readonly at: number
  readonly sees: readonly string[]
}

const MOST_SERIES = 500
const MOST_PERIOD = 40

/** The readings that an entry adds to their series. The one place where the table is worked out. */
export const readingsOf = (entry: Entry): readonly ReadingColumns[] =>
  entry.events.filter(isReading).map((event, n) => ({
    ordinal: n + 1,
    series: event.series,
    period: event.period,
    version: event.version,
    source: event.source,
    covers: event.covers,
    value: decimal(event.value),
    numerator: event.numerator === undefined ? null : decimal(event.numerator),
    denominator: event.denominator === undefined ? null : decimal(event.denominator),
    unit: event.unit,
  }))

/** Whether an entry adds any. */
export const hasReadings = (entry: Entry): boolean => entry.events.some(isReading)

/** The rows of a record's entry. */
export const readingRows = (record: string, entry: Entry, sees: readonly string[]): readonly ReadingRow[] =>
  readingsOf(entry).map((columns) => ({ record, seq: entry.seq, at: entry.at, sees, ...columns }))

/** @throws RangeError on names that no index of the database could hold */
export function checkReadings(entry: Entry): void {
  for (const event of entry.events)
    if (isReading(event) && (event.series.length > MOST_SERIES || event.period.length > MOST_PERIOD))
      throw new RangeError(`a series has at most ${MOST_SERIES} characters, a period ${MOST_PERIOD}`)
}

const isReading = (event: Event): event is Extract<Event, { type: 'read' }> => event.type === 'read'
const decimal = (value: number): string => decimalText(exact(value))
