import type { CountFilter, ListedWhole, RecordFilter, RecordListed, Scope } from '../api.ts'
import type { Database } from '../database/connection.ts'
import { jsonText } from '../log/json-text.ts'
import { facetTexts } from '../log/record-row.ts'
import { settingsOf } from '../scope.ts'
import { LISTED, type ListedRow, listedOf, readKey } from './listed.ts'
import { Params } from './params.ts'

/** Rows that one page may have at most. */
export const MOST_ROWS = 1000

/**
 * A page of a list. Ordered by due moment it holds open records only, and those without a running clock last. Every list is
 * one short walk along an index: of several leads, areas or states each gives its first rows, and the first of these are the
 * page.
 */
export async function listRecords(
  database: Database,
  scope: Scope,
  filter: RecordFilter,
): Promise<readonly RecordListed[]> {
  const { text, params } = statementOf(scope, filter, LISTED)
  const { rows } = await database.once<ListedRow>('app', settingsOf(scope), text, params, { reads: true })
  return rows.map((row) => listedOf(row, filter.order))
}

/** The same page with each record whole. */
export async function listWhole(
  database: Database,
  scope: Scope,
  filter: RecordFilter,
): Promise<readonly ListedWhole[]> {
  const { text, params } = statementOf(scope, filter, `${LISTED}, r.state`)
  const { rows } = await database.once<ListedRow & Pick<ListedWhole, 'state'>>('app', settingsOf(scope), text, params, {
    reads: true,
  })
  return rows.map(({ state, ...row }) => ({ row: listedOf(row, filter.order), state }))
}

function statementOf(scope: Scope, filter: RecordFilter, columns: string): ListStatement {
  const { district } = scope
  if (hasFacets(filter)) return facetStatement(district, filter, columns)
  return isBySight(scope, filter) ? sightStatement(district, filter, columns) : listStatement(district, filter, columns)
}

const hasFacets = ({ facets }: CountFilter): boolean => facets !== undefined && facets.length > 0

/**
 * The records that a function names, one by one in its order. A plain join is planned for a thousand names, and then goes through the whole
 * table where that has not many more rows.
 */
const byEach = (source: string, columns: string): string =>
  `select l.* from ${source} cross join lateral
    (select ${columns} from record r where r.district = $1 and r.id = s.record limit 1) l order by s.rank`

/** The statement of a list narrowed by facets, which an index finds for those who see all and for one unit; read once more under the policies. */
function facetStatement(district: string, filter: RecordFilter, columns: string): ListStatement {
  const text = byEach('jn_faceted($2::jsonb, $3, $4, $5, $6) with ordinality as s(record, rank)', columns)
  const asked = jsonText(askedOf(filter))
  return { text, params: [district, asked, filter.order === 'due', ...beginOf(filter), limitOf(filter)] }
}

/** A filter in the words of the database's functions. */
export const askedOf = (filter: CountFilter): Readonly<Record<string, unknown>> => ({
  machine: filter.machine,
  leads: filter.leads,
  areas: filter.area,
  states: filter.states,
  category: filter.category,
  open: filter.open,
  due_before: filter.dueBefore,
  opened_from: filter.openedFrom,
  opened_to: filter.openedTo,
  facets: hasFacets(filter) ? filter.facets?.map(facetTexts) : undefined,
})

/**
 * Whether the records are looked for by the units that may see them: those of an area, or of a scope that is not the whole
 * district. Where a lead, a category or states are asked for, an index of these has the order that is wanted.
 */
const isBySight = (scope: Scope, { leads, area, states, category, order }: RecordFilter): boolean =>
  leads === undefined &&
  (area !== undefined || scope.units !== 'all') &&
  (order === 'due' || (states === undefined && category === undefined))

/** The statement of a list of all that a scope may see; read once more under the policies. */
function sightStatement(district: string, filter: RecordFilter, columns: string): ListStatement {
  const text = byEach('jn_in_sight($2::jsonb, $3, $4, $5, $6) s', columns)
  return {
    text,
    params: [district, jsonText(askedOf(filter)), filter.order === 'due', ...beginOf(filter), limitOf(filter)],
  }
}

/** Behind which row a page begins: the last one of the page before, or the first that the filter lets through. */
function beginOf({ order, after, openedTo }: RecordFilter): readonly [at: number, id: string] {
  const key = after === undefined ? undefined : readKey(after)
  if (order === 'due') return key ?? [Number.MIN_SAFE_INTEGER, '']
  if (key !== undefined && (openedTo === undefined || key[0] < openedTo)) return key
  return openedTo === undefined ? [Number.MAX_SAFE_INTEGER, ''] : [openedTo, '']
}

const limitOf = ({ limit }: RecordFilter): number => Math.max(1, Math.min(MOST_ROWS, Math.trunc(limit)))

/** A statement with its parameters. */
interface ListStatement {
  readonly text: string
  readonly params: readonly unknown[]
}

/** The statement of a list. Not prepared: its plan depends on the values. */
function listStatement(district: string, filter: RecordFilter, columns: string): ListStatement {
  const params = new Params()
  const tests = [`r.district = ${params.add(district)}`, `r.machine = ${params.add(filter.machine)}`]
  const walk = walkOf(filter)
  for (const [column, values] of listsOf(filter))
    if (column !== walk?.column) tests.push(`r.${column} = any(${params.add(values)}::text[])`)
  if (walk !== undefined) tests.push(`r.${walk.column} = part.value`)
  tests.push(...momentTests(filter, params))
  const order = filter.order === 'due' ? 'due_at, id' : 'opened_at desc, id desc'
  const limit = limitOf(filter)
  const page = `select ${columns} from record r where ${tests.join(' and ')} order by ${orderOf('r', order)} limit ${limit}`
  if (walk === undefined) return { text: page, params: params.values }
  const parts = params.add([...new Set(walk.values)])
  const text = `select r.* from unnest(${parts}::text[]) as part(value) cross join lateral (${page}) r
    order by ${orderOf('r', order)} limit ${limit}`
  return { text, params: params.values }
}

const orderOf = (table: string, order: string): string =>
  order
    .split(', ')
    .map((part) => `${table}.${part}`)
    .join(', ')

type ListColumn = 'lead' | 'area' | 'stands'

const listsOf = (filter: RecordFilter): readonly (readonly [ListColumn, readonly string[]])[] => [
  ...(filter.leads === undefined ? [] : [['lead', filter.leads] as const]),
  ...(filter.states === undefined ? [] : [['stands', filter.states] as const]),
  ...(filter.area === undefined ? [] : [['area', filter.area] as const]),
]

/** The column along whose values the list is put together: the first that an index of this order begins with. */
function walkOf(filter: RecordFilter): { readonly column: ListColumn; readonly values: readonly string[] } | undefined {
  for (const [column, values] of listsOf(filter))
    if (column === 'lead' || (column === 'stands' && filter.order === 'newest' && filter.category === undefined))
      return { column, values }
  return undefined
}

function momentTests(filter: RecordFilter, params: Params): string[] {
  const due = filter.order === 'due'
  const after = filter.after === undefined ? undefined : readKey(filter.after)
  return [
    ...(due || filter.open === true ? ['r.closed_at is null'] : []),
    ...(filter.open === false ? ['r.closed_at is not null'] : []),
    ...(filter.category === undefined ? [] : [`r.category = ${params.add(filter.category)}`]),
    ...(filter.dueBefore === undefined ? [] : [`r.due_at < ${params.add(filter.dueBefore)}`]),
    ...(filter.openedFrom === undefined ? [] : [`r.opened_at >= ${params.add(filter.openedFrom)}`]),
    ...(filter.openedTo === undefined ? [] : [`r.opened_at < ${params.add(filter.openedTo)}`]),
    ...(after === undefined
      ? []
      : [
          due
            ? `(r.due_at, r.id) > (${params.add(after[0])}, ${params.add(after[1])})`
            : `(r.opened_at, r.id) < (${params.add(after[0])}, ${params.add(after[1])})`,
        ]),
  ]
}
