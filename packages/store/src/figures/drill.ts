import { byteOrder } from '../byte-order.ts'
import type { Drilled, DrillFilter, DrillPage, Scope } from '../api.ts'
import type { Database, Session } from '../database/connection.ts'
import { Params } from '../read/params.ts'
import { settingsOf } from '../scope.ts'
import { ALL } from './net.ts'

// Sorts behind every text.
const LAST = '\u{10ffff}'
/** Contributions that one page may look at: only who may see few of them ever meets it. */
const LOOKS = 6000
const MOST_ROWS = 1000

type Place = readonly [period: string, unit: string, category: string, record: string, excluded: boolean]

interface Cell {
  readonly period: string
  readonly unit: string
  readonly category: string
}

interface Range {
  readonly low: readonly [period: string, unit: string, category: string]
  readonly high: Place
}

interface DrillRow extends Cell {
  readonly record: string
  readonly excluded: boolean
  readonly amount: number
  readonly title: string | null
  readonly stands: string | null
}

/**
 * Records that make up a counter, latest period first. A page looks at a bounded number of contributions, so for one who may
 * see few of them it can be short and still have a next one.
 */
export async function drill(database: Database, scope: Scope, filter: DrillFilter): Promise<DrillPage> {
  const after = filter.after === undefined ? undefined : readPlace(filter.after)
  const most = Math.max(1, Math.min(MOST_ROWS, Math.trunc(filter.limit)))
  const rows = await database.transaction(
    'app',
    settingsOf(scope),
    async (session) => {
      const ranges = cut(await rangesOf(session, scope.district, filter), after)
      if (ranges.length === 0) return []
      const found = await session.query<DrillRow>('select * from jn_drill($1, $2::jsonb, $3, $4)', [
        filter.counter,
        JSON.stringify(ranges.map(rangeRow)),
        most,
        LOOKS,
      ])
      return found.rows
    },
    { readOnly: true },
  )
  const seen = rows.flatMap(drilledOf)
  const last = rows.at(-1)
  const more = last !== undefined && (seen.length >= most || last.title === null)
  return { rows: seen, ...(more ? { next: writePlace(last) } : {}) }
}

const drilledOf = (row: DrillRow): Drilled[] =>
  row.title === null || row.stands === null
    ? []
    : [
        {
          record: row.record,
          title: row.title,
          state: row.stands,
          period: row.period,
          unit: row.unit,
          category: row.category,
          amount: row.amount,
          excluded: row.excluded,
        },
      ]

/** Ranges of the contributions' key that hold what is asked for, latest first. */
async function rangesOf(session: Session, district: string, filter: DrillFilter): Promise<readonly Range[]> {
  const { from = '', to = LAST } = filter
  if (filter.units === undefined && filter.category === undefined) {
    const spans: Range[] = [{ low: [from, '', ''], high: [to, LAST, LAST, LAST, true] }]
    // A stock has no period: it is in every span.
    return from === '' ? spans : [...spans, { low: ['', '', ''], high: ['', LAST, LAST, LAST, true] }]
  }
  return (await cellsOf(session, district, filter)).map(({ period, unit, category }) => ({
    low: [period, unit, category === ALL ? '' : category],
    high: [period, unit, category === ALL ? LAST : category, LAST, true],
  }))
}

// Which cells there are is read from the totals; a unit's records of a month lie side by side, those of a category of it too.
async function cellsOf(session: Session, district: string, filter: DrillFilter): Promise<readonly Cell[]> {
  const params = new Params()
  const tests = [
    `district = ${params.add(district)}`,
    `counter = ${params.add(filter.counter)}`,
    ...(filter.from === undefined ? [] : [`(period = '' or period >= ${params.add(filter.from)})`]),
    ...(filter.to === undefined ? [] : [`period <= ${params.add(filter.to)}`]),
    filter.units === undefined ? `unit <> '${ALL}'` : `unit = any(${params.add(filter.units)}::text[])`,
  ]
  const category = filter.category === undefined ? undefined : params.add(filter.category)
  const grain = category ?? `'${ALL}'`
  const pending = category === undefined ? '' : `and category = ${category}`
  const { rows } = await session.query<Cell>(
    `select period, unit, category from measure_total where ${tests.join(' and ')} and category = ${grain}
     union select period, unit, ${grain} from measure_delta where ${tests.join(' and ')} ${pending}
     order by period desc, unit desc, category desc`,
    params.values,
  )
  return rows
}

/** What of the ranges lies behind a place. */
function cut(ranges: readonly Range[], after: Place | undefined): readonly Range[] {
  if (after === undefined) return ranges
  return ranges
    .filter(({ low }) => before(low, after))
    .map((range) => (before(after, range.high) ? { ...range, high: after } : range))
}

function before(a: readonly (string | boolean)[], b: readonly (string | boolean)[]): boolean {
  for (const [index, part] of a.entries()) {
    const other = b[index]
    if (other !== undefined && part !== other) return byteOrder(String(part), String(other)) < 0
  }
  return a.length <= b.length
}

const rangeRow = ({ low, high }: Range, number: number): Readonly<Record<string, unknown>> => ({
  number,
  low_period: low[0],
  low_unit: low[1],
  low_category: low[2],
  high_period: high[0],
  high_unit: high[1],
  high_category: high[2],
  high_record: high[3],
  high_excluded: high[4],
})

const writePlace = (row: DrillRow): string =>
  JSON.stringify([row.period, row.unit, row.category, row.record, row.excluded])

/** A place as it was given with a page; nothing when it is not one of ours. */
function readPlace(text: string): Place | undefined {
  try {
    const read: unknown = JSON.parse(text)
    if (!Array.isArray(read) || read.length !== 5) return undefined
    const [period, unit, category, record, excluded]: unknown[] = read
    return typeof period === 'string' &&
      typeof unit === 'string' &&
      typeof category === 'string' &&
      typeof record === 'string' &&
      typeof excluded === 'boolean'
      ? [period, unit, category, record, excluded]
      : undefined
  } catch {
    return undefined
  }
}
