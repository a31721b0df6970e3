import type { CountFilter, Scope, ValueCount } from '../api.ts'
import { byteOrder } from '../byte-order.ts'
import type { Database } from '../database/connection.ts'
import { holdable, jsonText } from '../log/json-text.ts'
import { settingsOf } from '../scope.ts'
import { askedOf } from './list.ts'

const COUNTS = 'select value, count from jn_counts($1::jsonb, $2)'

/** How many records in sight fit a filter, by value; most first, then by value. */
export async function countRecords(
  database: Database,
  scope: Scope,
  filter: CountFilter,
  by: string,
): Promise<readonly ValueCount[]> {
  const params = [jsonText(askedOf(filter)), holdable(by)]
  const { rows } = await database.once<ValueCount>('app', settingsOf(scope), COUNTS, params, { reads: true })
  return rows.toSorted((a, b) => b.count - a.count || byteOrder(a.value, b.value))
}
