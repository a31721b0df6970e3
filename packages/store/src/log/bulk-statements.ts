import type { Change } from '../api.ts'
import { netContributions, netSums } from '../figures/net.ts'
import { timerRow } from '../timers/timer-row.ts'
import type { Batch, Touched, TouchedRecord } from './batch.ts'
import { jsonText } from './json-text.ts'
import { changeRow } from './payload.ts'
import type { ReadingRow } from './readings.ts'
import { columnsOf, type RecordColumns } from './record-row.ts'

/** One statement of a batch. */
export interface BulkStatement {
  readonly text: string
  readonly params: readonly unknown[]
}

const COMMANDS = `insert into command (district, key, at, answer) select $1, * from unnest($2::text[], $3::bigint[], $4::json[])`

const LOG = `
  insert into log (district, stream, seq, at, position, key, body, hash)
  select $1, e.stream, e.seq, e.at, nextval('log_position'), e.key, e.body, decode(e.hash, 'hex')
  from unnest($2::text[], $3::integer[], $4::bigint[], $5::text[], $6::text[], $7::text[]) as e(stream, seq, at, key, body, hash)`

const COLUMNS = `id text, machine text, stands text, lead text, area text, category text, title text, opened_at bigint, closed_at bigint,
  due_at bigint, due_clock text, urging text, rounds integer, first_at bigint, last_at bigint, seq integer, hash text, found text, sees text[], facets text[]`

const ROWS = `rows from (jsonb_to_recordset($2::jsonb) as (${COLUMNS}), unnest($3::json[])) as x(${COLUMNS.replaceAll(/ (?:text\[\]|text|bigint|integer)/g, '')}, state)`

const NEW_RECORDS = `
  insert into record (district, id, machine, stands, lead, area, category, title, opened_at, closed_at, due_at, due_clock, urging, rounds,
    first_at, last_at, seq, hash, found, sees, facets, state)
  select $1, x.id, x.machine, x.stands, x.lead, x.area, x.category, x.title, x.opened_at, x.closed_at, x.due_at, x.due_clock, x.urging,
    x.rounds, x.first_at, x.last_at, x.seq, decode(x.hash, 'hex'), x.found, x.sees, x.facets, x.state
  from ${ROWS}`

const OLD_RECORDS = `
  update record r set machine = x.machine, stands = x.stands, lead = x.lead, area = x.area, category = x.category, title = x.title,
    opened_at = x.opened_at, closed_at = x.closed_at, due_at = x.due_at, due_clock = x.due_clock, urging = x.urging, rounds = x.rounds,
    first_at = least(r.first_at, x.first_at), last_at = greatest(r.last_at, x.last_at), seq = x.seq, hash = decode(x.hash, 'hex'),
    found = x.found, sees = x.sees, facets = x.facets, state = x.state
  from ${ROWS} where r.district = $1 and r.id = x.id`

const STREAMS = `
  insert into stream (district, stream, seq, hash)
  select $1, s.stream, s.seq, decode(s.hash, 'hex') from unnest($2::text[], $3::integer[], $4::text[]) as s(stream, seq, hash)
  on conflict (district, stream) do update set seq = excluded.seq, hash = excluded.hash`

const SEARCH = `
  insert into search (district, record, machine, opened_at, sees, words)
  select $1, x.id, x.machine, x.opened_at, x.sees, array_to_tsvector(x.words)
  from jsonb_to_recordset($2::jsonb) as x(id text, machine text, opened_at bigint, sees text[], words text[])
  on conflict (district, record) do update set sees = excluded.sees, words = excluded.words`

const NEW_PASSAGES = `insert into passage (district, record, text) select $1, x.id, x.text from jsonb_to_recordset($2::jsonb) as x(id text, text text)`
const OLD_PASSAGES = `
  update passage p set text = x.text from jsonb_to_recordset($2::jsonb) as x(id text, text text) where p.district = $1 and p.record = x.id`

const OLD_LOOKUPS = `delete from lookup where district = $1 and record = any($2::text[])`
const LOOKUPS = `insert into lookup (district, lookup, record) select $1, * from unnest($2::text[], $3::text[]) on conflict do nothing`

const GONE = `
  delete from contribution c using jsonb_to_recordset($2::jsonb)
    as g(record text, counter text, period text, unit text, category text, excluded boolean)
  where c.district = $1 and c.counter = g.counter and c.period = g.period and c.unit = g.unit and c.category = g.category
    and c.record = g.record and c.excluded = g.excluded`

const MADE = `
  insert into contribution (district, counter, period, unit, category, record, excluded, amount)
  select $1, m.counter, m.period, m.unit, m.category, m.record, m.excluded, m.amount
  from jsonb_to_recordset($2::jsonb)
    as m(record text, counter text, period text, unit text, category text, excluded boolean, amount numeric)
  on conflict (district, counter, period, unit, category, record, excluded) do update set amount = excluded.amount`

const OLD_TIMERS = 'delete from timer where district = $1 and record = any($2::text[])'
const TIMERS = `
  insert into timer as old (district, record, at, marks) select $1, * from unnest($2::text[], $3::bigint[], $4::text[])
  on conflict (district, record) do update set at = excluded.at, marks = excluded.marks, lease_until = 0
  where old.marks <> excluded.marks`

const READINGS = `
  insert into reading (district, record, seq, ordinal, series, period, version, source, covers, value, numerator, denominator, unit, at, sees)
  select $1, m.* from jsonb_to_recordset($2::jsonb) as m(record text, seq integer, ordinal integer, series text, period text, version text,
    source text, covers text, value numeric, numerator numeric, denominator numeric, unit text, at bigint, sees text[])`

const CHANGES = `select count(jn_put_change($1, c.it, c.row)) from jsonb_to_recordset($2::jsonb) as c(it text, row jsonb)`
const BESIDES = 'select jn_put_besides($1, $2::jsonb)'

type WithRecord = Touched & { readonly record: TouchedRecord }

interface Written {
  readonly id: string
  readonly isNew: boolean
  readonly touched: WithRecord
  readonly columns: RecordColumns
}

/** Everything that a batch writes, as statements in their order; those with nothing to do are left out. */
export function bulkStatements(district: string, batch: Batch): readonly BulkStatement[] {
  const { appended, commands, touched, changes, readings } = batch
  if (appended.length === 0 && commands.length === 0) return []
  const statements = [
    on(COMMANDS, district, column(commands, 'key'), column(commands, 'at'), column(commands, 'answer')),
    on(LOG, district, ...LOGGED.map((name) => column(appended, name))),
    besides(district, batch),
  ]
  return [
    ...projectionStatements(district, { changes, readings, touched: [...touched.values()] }),
    ...statements.filter(isThere),
  ]
}

/** What entries leave: their streams, the rows that their changes make, and their readings. */
export interface Derived {
  readonly touched: readonly Touched[]
  readonly changes: readonly Change[]
  readonly readings: readonly ReadingRow[]
}

/** All that is derived from entries, as statements in their order. */
export function projectionStatements(
  district: string,
  { touched, changes, readings }: Derived,
): readonly BulkStatement[] {
  const records = touched.filter(hasRecord).map(written)
  const streams = touched.filter((one) => one.record === undefined)
  const deltas = netSums(records.flatMap((record) => record.touched.record.deltas))
  const statements = [
    ...recordStatements(district, records),
    ...figureStatements(district, records),
    ...timerStatements(district, records),
    json(READINGS, district, readings),
    on(STREAMS, district, column(streams, 'stream'), column(streams, 'seq'), column(streams, 'hash')),
    json(
      CHANGES,
      district,
      changes.map((change) => ({ it: change.table, row: changeRow(change) })),
    ),
    deltas.length === 0 ? undefined : { text: BESIDES, params: [district, jsonText({ deltas })] },
  ]
  return statements.filter(isThere)
}

const isThere = (statement: BulkStatement | undefined): statement is BulkStatement => statement !== undefined
const hasRecord = (touched: Touched): touched is WithRecord => touched.record !== undefined

const LOGGED = ['stream', 'seq', 'at', 'key', 'body', 'hash'] as const

const column = <T, K extends keyof T>(rows: readonly T[], name: K): readonly T[K][] => rows.map((row) => row[name])

/** A statement on columns of equal length; none when they are empty. */
const on = (text: string, district: string, ...columns: readonly (readonly unknown[])[]): BulkStatement | undefined =>
  columns[0]?.length === 0 ? undefined : { text, params: [district, ...columns] }

/** A statement on rows as JSON; none when there are none. */
const json = (text: string, district: string, rows: readonly unknown[]): BulkStatement | undefined =>
  rows.length === 0 ? undefined : { text, params: [district, jsonText(rows)] }

const written = (touched: WithRecord): Written => ({
  id: touched.record.state.id,
  isNew: touched.before === undefined,
  touched,
  columns: columnsOf(touched.record.state, touched.record.row),
})

function recordStatements(district: string, records: readonly Written[]): readonly (BulkStatement | undefined)[] {
  const put = (text: string, rows: readonly Written[]): BulkStatement | undefined =>
    rows.length === 0
      ? undefined
      : {
          text,
          params: [
            district,
            jsonText(rows.map(recordRow)),
            rows.map(({ touched }) => JSON.stringify(touched.record.state)),
          ],
        }
  const found = records.filter(({ touched, columns }) => touched.before?.found !== columns.found)
  const known = found.filter(({ isNew }) => !isNew)
  const lookups = found.flatMap(({ id, columns }) => columns.lookups.map((lookup) => ({ id, lookup })))
  return [
    put(
      NEW_RECORDS,
      records.filter(({ isNew }) => isNew),
    ),
    put(
      OLD_RECORDS,
      records.filter(({ isNew }) => !isNew),
    ),
    json(SEARCH, district, found.map(searchRow)),
    json(NEW_PASSAGES, district, found.filter(({ isNew }) => isNew).map(passageRow)),
    json(OLD_PASSAGES, district, known.map(passageRow)),
    on(OLD_LOOKUPS, district, column(known, 'id')),
    on(LOOKUPS, district, column(lookups, 'lookup'), column(lookups, 'id')),
  ]
}

function recordRow({ id, touched, columns }: Written): Readonly<Record<string, unknown>> {
  const { words: _words, text: _text, lookups: _lookups, ...listed } = columns
  const { firstAt, lastAt } = touched.record
  return { id, ...listed, first_at: firstAt, last_at: lastAt, seq: touched.seq, hash: touched.hash }
}

const searchRow = ({ id, columns }: Written): Readonly<Record<string, unknown>> => ({
  id,
  machine: columns.machine,
  opened_at: columns.opened_at,
  sees: columns.sees,
  words: columns.words,
})

const passageRow = ({ id, columns }: Written): Readonly<Record<string, string>> => ({ id, text: columns.text })

function figureStatements(district: string, records: readonly Written[]): readonly (BulkStatement | undefined)[] {
  const changes = records.map(({ id, touched }) => {
    const { deltas, contributions = [] } = touched.record
    const { gone, made } = netContributions(deltas, contributions)
    return { gone: gone.map((one) => ({ ...one, record: id })), made: made.map((one) => ({ ...one, record: id })) }
  })
  return [
    json(
      GONE,
      district,
      changes.flatMap(({ gone }) => gone),
    ),
    json(
      MADE,
      district,
      changes.flatMap(({ made }) => made),
    ),
  ]
}

function timerStatements(district: string, records: readonly Written[]): readonly (BulkStatement | undefined)[] {
  const rows = records.flatMap(({ id, isNew, touched }) => {
    const { timers } = touched.record
    return timers === undefined ? [] : [{ id, isNew, row: timerRow(timers) }]
  })
  const gone = rows.filter(({ row, isNew }) => row === null && !isNew)
  const kept = rows.flatMap(({ id, row }) => (row === null ? [] : [{ id, ...row }]))
  return [
    on(OLD_TIMERS, district, column(gone, 'id')),
    on(TIMERS, district, column(kept, 'id'), column(kept, 'at'), column(kept, 'marks')),
  ]
}

function besides(district: string, batch: Batch): BulkStatement | undefined {
  const { messages, secrets, erased } = batch
  if (messages.length + secrets.length + erased.length === 0) return undefined
  const at = Math.max(...batch.commands.map((command) => command.at))
  const given = Object.entries({ messages, secrets, erased }).filter(([, list]) => list.length > 0)
  return { text: BESIDES, params: [district, jsonText({ at, ...Object.fromEntries(given) })] }
}
