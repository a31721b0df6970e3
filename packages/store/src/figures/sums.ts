import type { BrokenDown, CounterSum, FigureFilter, Scope } from '../api.ts'
import type { Database } from '../database/connection.ts'
import { Params } from '../read/params.ts'
import { settingsOf } from '../scope.ts'
import { ALL } from './net.ts'

/** By what a figure may be broken down. */
export type BreakdownBy = 'unit' | 'period' | 'category'

// Totals are kept for each unit and category, for each of the two alone, and for all together: what is asked for is read at
// the coarsest grain that has it. Deltas that are not folded yet are added; of those there are never many.
function statement(district: string, filter: FigureFilter, by?: BreakdownBy): { text: string; params: unknown[] } {
  const params = new Params()
  const common = `district = ${params.add(district)} and counter = any(${params.add(filter.counters)}::text[])`
  const units = filter.units === undefined ? undefined : `unit = any(${params.add(filter.units)}::text[])`
  const category = filter.category === undefined ? undefined : `category = ${params.add(filter.category)}`
  const unitGrain = units ?? (by === 'unit' ? `unit <> '${ALL}'` : `unit = '${ALL}'`)
  const categoryGrain = category ?? (by === 'category' ? `category <> '${ALL}'` : `category = '${ALL}'`)
  const key = by === undefined ? '' : `${by} as key, `
  const parts = spans(filter, params).flatMap((span) => [
    `select counter, ${key}raw, adjusted from measure_total where ${and(common, unitGrain, categoryGrain, span)}`,
    `select counter, ${key}raw, adjusted from measure_delta where ${and(common, units, category, span)}`,
  ])
  const text = `select counter, ${by === undefined ? '' : 'key, '}sum(raw) as raw, sum(adjusted) as adjusted from (
      ${parts.join('\n      union all ')}) cells
    group by counter${by === undefined ? '' : ', key having sum(raw) <> 0 or sum(adjusted) <> 0 order by counter, key'}`
  return { text, params: params.values }
}

const and = (...tests: readonly (string | undefined)[]): string =>
  tests.filter((test) => test !== undefined).join(' and ')

/** Stretches of periods, each one range of the index. A stock has no period and is in every one. */
function spans({ from, to }: FigureFilter, params: Params): readonly (string | undefined)[] {
  const upTo = to === undefined ? undefined : `period <= ${params.add(to)}`
  return from === undefined ? [upTo] : [and(`period >= ${params.add(from)}`, upTo), "period = ''"]
}

/** Sums of counters; one row a counter, in the order they were asked for. */
export async function readSums(database: Database, scope: Scope, filter: FigureFilter): Promise<readonly CounterSum[]> {
  const { text, params } = statement(scope.district, filter)
  const { rows } = await database.once<CounterSum>('app', settingsOf(scope), text, params)
  const found = new Map(rows.map((row) => [row.counter, row]))
  return filter.counters.map((counter) => found.get(counter) ?? { counter, raw: 0, adjusted: 0 })
}

/** Sums by unit, period or category; parts that are 0 are left out. */
export async function readBreakdown(
  database: Database,
  scope: Scope,
  filter: FigureFilter,
  by: BreakdownBy,
): Promise<readonly BrokenDown[]> {
  const { text, params } = statement(scope.district, filter, by)
  return (await database.once<BrokenDown>('app', settingsOf(scope), text, params)).rows
}
