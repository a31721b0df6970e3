import type { Instant } from '@jiannuo/kernel'
import type { Scope, StoredReading } from '../api.ts'
import type { Database } from '../database/connection.ts'
import { holdable } from '../log/json-text.ts'
import { settingsOf } from '../scope.ts'

// Numbers as texts: a decimal of ours is the shortest one of its number, so reading it gives the same number again, however large.
const READINGS = `
  select record, seq, ordinal, series, period, version, source, covers, value::text as value, numerator::text as numerator,
    denominator::text as denominator, unit, at
  from reading where district = $1 and series = any($2::text[])
  order by series, period, at, seq, ordinal, record limit $3`

interface ReadingListed {
  readonly record: string
  readonly seq: number
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
  readonly at: Instant
}

/** Which of the readings are wanted. */
export interface ReadingsOptions {
  /** Not more than so many, the first in the order; all unless said. */
  readonly limit?: number
}

/** The readings of series that the scope may see. */
export async function readReadings(
  database: Database,
  scope: Scope,
  series: readonly string[],
  { limit }: ReadingsOptions = {},
): Promise<readonly StoredReading[]> {
  if (series.length === 0) return []
  const params = [scope.district, series.map(holdable), limit === undefined ? null : Math.max(0, Math.trunc(limit))]
  const { rows } = await database.once<ReadingListed>('app', settingsOf(scope), READINGS, params, {
    name: 'jn_readings',
    reads: true,
  })
  return rows.map(readingOf)
}

const readingOf = ({ ordinal, value, numerator, denominator, ...row }: ReadingListed): StoredReading => ({
  id: `${row.record}#${row.seq}#${ordinal}`,
  ...row,
  value: Number(value),
  ...(numerator === null ? {} : { numerator: Number(numerator) }),
  ...(denominator === null ? {} : { denominator: Number(denominator) }),
})
