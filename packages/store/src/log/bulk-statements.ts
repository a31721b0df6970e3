import type { Change } from '../api.ts'
import { formatArray } from '../database/array-literal.ts'
import { Column, type ColumnValue, textColumn } from '../database/column.ts'
import { netContributions, netSums } from '../figures/net.ts'
import { timerRow } from '../timers/timer-row.ts'
import type { Batch, Touched, TouchedRecord } from './batch.ts'
import {
  AMOUNTS,
  BESIDES,
  CELLS,
  CHANGES,
  COMMANDED,
  COMMANDS,
  DELTAS,
  GONE,
  LISTED,
  LOG,
  LOGGED,
  LOOKED_UP,
  LOOKUPS,
  MADE,
  MESSAGES,
  NEW_PASSAGES,
  NEW_RECORDS,
  OLD_LOOKUPS,
  OLD_PASSAGES,
  OLD_RECORDS,
  OLD_TIMERS,
  READ,
  READINGS,
  SEARCH,
  SEARCHED,
  SENT,
  STREAMED,
  STREAMS,
  SUMMED,
  TIMED,
  TIMERS,
  type Named,
} from './bulk-texts.ts'
import { holdable, jsonText } from './json-text.ts'
import { changeRow } from './payload.ts'
import type { ReadingRow } from './readings.ts'
import { columnsOf, type RecordColumns } from './record-row.ts'

/** One statement of a batch. */
export interface BulkStatement {
  readonly text: string
  readonly params: readonly unknown[]
}

/** Statements, and how many deltas of sums are among what they write. */
interface Bulk {
  readonly statements: readonly BulkStatement[]
  readonly deltas: number
}

type WithRecord = Touched & { readonly record: TouchedRecord }

interface Written {
  readonly id: string
  readonly isNew: boolean
  readonly touched: WithRecord
  readonly columns: RecordColumns
}

/** What is written, in the order of a statement's columns. */
type Row = readonly ColumnValue[]

/** Everything that a batch writes, as statements in their order; those with nothing to do are left out. */
export function bulkStatements(district: string, batch: Batch): Bulk {
  const { appended, commands, changes, readings } = batch
  if (appended.seq.length === 0 && commands.key.length === 0) return { statements: [], deltas: 0 }
  const given = (text: string, names: Named, columns: Readonly<Record<string, Column>>): BulkStatement => ({
    text,
    params: [district, ...names.map(([name]) => columns[name])],
  })
  const { statements, deltas } = projections(district, { changes, readings, touched: batch.touched() })
  return {
    statements: [
      ...statements,
      given(COMMANDS, COMMANDED, { ...commands }),
      ...(appended.seq.length === 0 ? [] : [given(LOG, LOGGED, { ...appended })]),
      ...besides(district, batch),
    ],
    deltas,
  }
}

/** What entries leave: their streams, the rows that their changes make, and their readings. */
export interface Derived {
  readonly touched: readonly Touched[]
  readonly changes: readonly Change[]
  readonly readings: readonly ReadingRow[]
}

/** All that is derived from entries, as statements in their order. */
export const projectionStatements = (district: string, derived: Derived): readonly BulkStatement[] =>
  projections(district, derived).statements

function projections(district: string, { touched, changes, readings }: Derived): Bulk {
  const records = touched.filter(hasRecord).map(written)
  const streams = touched.filter((one) => one.record === undefined)
  const deltas = netSums(records.flatMap((record) => record.touched.record.deltas))
  const statements = [
    ...recordStatements(district, records),
    ...figureStatements(district, records),
    ...timerStatements(district, records),
    ...json(READINGS, district, readings),
    ...rows(STREAMS, district, STREAMED, streams, (one) => [one.stream, one.seq, one.hash]),
    ...json(
      CHANGES,
      district,
      changes.map((change) => ({ it: change.table, row: changeRow(change) })),
    ),
    ...rows(DELTAS, district, SUMMED, deltas, (one) => [
      one.counter,
      one.period,
      one.unit,
      plain(one.category),
      one.raw,
      one.adjusted,
    ]),
  ]
  return { statements, deltas: deltas.length }
}

const hasRecord = (touched: Touched): touched is WithRecord => touched.record !== undefined

/** A statement on rows by column; none when there are none. */
function rows<T>(
  text: string,
  district: string,
  names: Named,
  all: readonly T[],
  rowOf: (one: T) => Row,
): readonly BulkStatement[] {
  if (all.length === 0) return []
  const columns = names.map(([, type]) => new Column(type))
  for (const one of all) for (const [index, value] of rowOf(one).entries()) columns[index]?.push(value)
  return [{ text, params: [district, ...columns] }]
}

/** A statement on rows as JSON, for those that are few; none when there are none. */
const json = (text: string, district: string, all: readonly unknown[]): readonly BulkStatement[] =>
  all.length === 0 ? [] : [{ text, params: [district, jsonText(all)] }]

const written = (touched: WithRecord): Written => ({
  id: touched.record.state.id,
  isNew: touched.before === undefined,
  touched,
  columns: columnsOf(touched.record.state, touched.record.row),
})

const QUOTED = /[\\"]/

/** Texts as the text of an array. */
function listText(texts: readonly string[]): string {
  if (texts.length === 0 || texts.some((text) => QUOTED.test(text))) return formatArray(texts, String)
  return `{"${texts.join('","')}"}`
}

function recordStatements(district: string, records: readonly Written[]): readonly BulkStatement[] {
  const fresh = records.filter(({ isNew }) => isNew)
  const known = records.filter(({ isNew }) => !isNew)
  const found = records.filter(({ touched, columns }) => touched.before?.found !== columns.found)
  const again = found.filter(({ isNew }) => !isNew)
  const lookups = found.flatMap(({ id, columns }) => columns.lookups.map((lookup) => [lookup, id] as const))
  return [
    ...rows(NEW_RECORDS, district, LISTED, fresh, recordRow),
    ...rows(OLD_RECORDS, district, LISTED, known, recordRow),
    ...rows(SEARCH, district, SEARCHED, found, searchRow),
    ...rows(
      NEW_PASSAGES,
      district,
      READ,
      found.filter(({ isNew }) => isNew),
      passageRow,
    ),
    ...rows(OLD_PASSAGES, district, READ, again, passageRow),
    ...(again.length === 0 ? [] : [{ text: OLD_LOOKUPS, params: [district, textColumn(again.map(({ id }) => id))] }]),
    ...rows(LOOKUPS, district, LOOKED_UP, lookups, (lookup) => lookup),
  ]
}

const plain = (text: string): string => (text.includes('\0') ? holdable(text) : text)

/** In the order of `LISTED`. */
function recordRow({ id, touched, columns: of }: Written): Row {
  const { firstAt, lastAt, state } = touched.record
  return [
    id,
    of.machine,
    of.stands,
    of.lead,
    of.area,
    plain(of.category),
    plain(of.title),
    of.opened_at,
    of.closed_at,
    of.due_at,
    of.due_clock,
    of.urging,
    of.rounds,
    firstAt,
    lastAt,
    touched.seq,
    touched.hash,
    of.found,
    listText(of.sees),
    of.facets === null ? null : listText(of.facets),
    JSON.stringify(state),
  ]
}

const searchRow = ({ id, columns: of }: Written): Row => [
  id,
  of.machine,
  of.opened_at,
  listText(of.sees),
  plain(of.words.join(' ')),
]

const passageRow = ({ id, columns }: Written): Row => [id, plain(columns.text)]

function figureStatements(district: string, records: readonly Written[]): readonly BulkStatement[] {
  const gone: Row[] = []
  const made: Row[] = []
  for (const { id, touched } of records) {
    const { deltas, contributions = [] } = touched.record
    const change = netContributions(deltas, contributions)
    for (const one of change.gone) gone.push(cell(id, one))
    for (const one of change.made) made.push([...cell(id, one), one.amount])
  }
  return [...rows(GONE, district, CELLS, gone, (row) => row), ...rows(MADE, district, AMOUNTS, made, (row) => row)]
}

type Cell = ReturnType<typeof netContributions>['gone'][number]

const cell = (id: string, { counter, period, unit, category, excluded }: Cell): Row => [
  id,
  counter,
  period,
  unit,
  plain(category),
  excluded,
]

function timerStatements(district: string, records: readonly Written[]): readonly BulkStatement[] {
  const timers = records.flatMap(({ id, isNew, touched }) => {
    const { timers: marks } = touched.record
    return marks === undefined ? [] : [{ id, isNew, row: timerRow(marks) }]
  })
  const gone = timers.filter(({ row, isNew }) => row === null && !isNew)
  const kept = timers.flatMap(({ id, row }): Row[] => (row === null ? [] : [[id, row.at, row.marks]]))
  return [
    ...(gone.length === 0 ? [] : [{ text: OLD_TIMERS, params: [district, textColumn(gone.map(({ id }) => id))] }]),
    ...rows(TIMERS, district, TIMED, kept, (row) => row),
  ]
}

function besides(district: string, batch: Batch): readonly BulkStatement[] {
  const { messages, secrets, erased } = batch
  const sent = rows(MESSAGES, district, SENT, messages, (one) => [one.record, one.role, one.unit, one.message, one.at])
  if (secrets.length + erased.length === 0) return sent
  const given = Object.entries({ secrets, erased }).filter(([, list]) => list.length > 0)
  return [...sent, { text: BESIDES, params: [district, jsonText({ at: batch.lastAt, ...Object.fromEntries(given) })] }]
}
