import type { ColumnType } from '../database/column.ts'

/** Columns of a statement, in order. */
export type Named = readonly (readonly [name: string, type: ColumnType])[]

const TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'text',
  integer: 'integer',
  bigint: 'bigint',
  boolean: 'boolean',
  json: 'json',
  bytes: 'bytea',
}

/** Columns as rows: `unnest($2::text[], …) as x(id, …)`. */
const rowsFrom = (columns: Named): string =>
  `unnest(${columns.map(([, type], index) => `$${index + 2}::${TYPES[type]}[]`).join(', ')}) as x(${columns.map(([name]) => name).join(', ')})`

/** Columns of `LOG`. */
export const LOGGED: Named = [
  ['stream', 'text'],
  ['seq', 'integer'],
  ['at', 'bigint'],
  ['key', 'text'],
  ['body', 'text'],
  ['hash', 'bytes'],
]
/** Appends entries to the log. */
export const LOG = `
  insert into log (district, stream, seq, at, position, key, body, hash)
  select $1, x.stream, x.seq, x.at, nextval('log_position'), x.key, x.body, x.hash from ${rowsFrom(LOGGED)}`

/** Columns of `COMMANDS`. */
export const COMMANDED: Named = [
  ['key', 'text'],
  ['at', 'bigint'],
  ['answer', 'json'],
]
/** Keeps the answers of commands. */
export const COMMANDS = `insert into command (district, key, at, answer) select $1, x.key, x.at, x.answer from ${rowsFrom(COMMANDED)}`

/** Columns of records. Lists of texts come as the text of an array: arrays in an array would have to be of one length. */
export const LISTED: Named = [
  ['id', 'text'],
  ['machine', 'text'],
  ['stands', 'text'],
  ['lead', 'text'],
  ['area', 'text'],
  ['category', 'text'],
  ['title', 'text'],
  ['opened_at', 'bigint'],
  ['closed_at', 'bigint'],
  ['due_at', 'bigint'],
  ['due_clock', 'text'],
  ['urging', 'text'],
  ['rounds', 'integer'],
  ['first_at', 'bigint'],
  ['last_at', 'bigint'],
  ['seq', 'integer'],
  ['hash', 'bytes'],
  ['found', 'text'],
  ['sees', 'text'],
  ['facets', 'text'],
  ['state', 'json'],
]
const VALUES = LISTED.map(([name]) => `x.${name}${name === 'sees' || name === 'facets' ? '::text[]' : ''}`)
/** Adds records. */
export const NEW_RECORDS = `
  insert into record (district, ${LISTED.map(([name]) => name).join(', ')}) select $1, ${VALUES.join(', ')} from ${rowsFrom(LISTED)}`

const SETS = LISTED.flatMap(([name], index) => {
  if (name === 'id') return []
  if (name === 'first_at') return ['first_at = least(r.first_at, x.first_at)']
  if (name === 'last_at') return ['last_at = greatest(r.last_at, x.last_at)']
  return [`${name} = ${VALUES[index]}`]
})
/** Brings records up to date. */
export const OLD_RECORDS = `update record r set ${SETS.join(', ')} from ${rowsFrom(LISTED)} where r.district = $1 and r.id = x.id`

/** Columns of `STREAMS`. */
export const STREAMED: Named = [
  ['stream', 'text'],
  ['seq', 'integer'],
  ['hash', 'bytes'],
]
/** Heads of streams that are no records. */
export const STREAMS = `
  insert into stream (district, stream, seq, hash) select $1, x.stream, x.seq, x.hash from ${rowsFrom(STREAMED)}
  on conflict (district, stream) do update set seq = excluded.seq, hash = excluded.hash`

/** Columns of `SEARCH`. */
export const SEARCHED: Named = [
  ['id', 'text'],
  ['machine', 'text'],
  ['opened_at', 'bigint'],
  ['sees', 'text'],
  ['words', 'text'],
]
/** What records are found by; no word holds a blank. */
export const SEARCH = `
  insert into search (district, record, machine, opened_at, sees, words)
  select $1, x.id, x.machine, x.opened_at, x.sees::text[], array_to_tsvector(string_to_array(x.words, ' ')) from ${rowsFrom(SEARCHED)}
  on conflict (district, record) do update set sees = excluded.sees, words = excluded.words`

/** Columns of the passages. */
export const READ: Named = [
  ['id', 'text'],
  ['passage', 'text'],
]
/** Adds passages. */
export const NEW_PASSAGES = `insert into passage (district, record, text) select $1, x.id, x.passage from ${rowsFrom(READ)}`
/** Brings passages up to date. */
export const OLD_PASSAGES = `update passage p set text = x.passage from ${rowsFrom(READ)} where p.district = $1 and p.record = x.id`

/** Takes look-ups away. */
export const OLD_LOOKUPS = `delete from lookup where district = $1 and record = any($2::text[])`
/** Columns of `LOOKUPS`. */
export const LOOKED_UP: Named = [
  ['lookup', 'text'],
  ['id', 'text'],
]
/** Adds look-ups. */
export const LOOKUPS = `insert into lookup (district, lookup, record) select $1, x.lookup, x.id from ${rowsFrom(LOOKED_UP)} on conflict do nothing`

/** Columns of `GONE`. */
export const CELLS: Named = [
  ['id', 'text'],
  ['counter', 'text'],
  ['period', 'text'],
  ['unit', 'text'],
  ['category', 'text'],
  ['excluded', 'boolean'],
]
/** Takes contributions away. */
export const GONE = `
  delete from contribution c using ${rowsFrom(CELLS)}
  where c.district = $1 and c.counter = x.counter and c.period = x.period and c.unit = x.unit
    and c.category = x.category and c.record = x.id and c.excluded = x.excluded`

/** Columns of `MADE`. */
export const AMOUNTS: Named = [...CELLS, ['amount', 'text']]
/** Sets contributions, in the order of the key, which is that of the index they go into. */
export const MADE = `
  insert into contribution (district, counter, period, unit, category, record, excluded, amount)
  select $1, x.counter, x.period, x.unit, x.category, x.id, x.excluded, x.amount::numeric from ${rowsFrom(AMOUNTS)}
  order by x.counter collate "C", x.period collate "C", x.unit collate "C", x.category collate "C", x.id collate "C"
  on conflict (district, counter, period, unit, category, record, excluded) do update set amount = excluded.amount`

/** Takes timers away. */
export const OLD_TIMERS = 'delete from timer where district = $1 and record = any($2::text[])'
/** Columns of `TIMERS`. */
export const TIMED: Named = [
  ['id', 'text'],
  ['at', 'bigint'],
  ['marks', 'text'],
]
/** Sets timers. */
export const TIMERS = `
  insert into timer as old (district, record, at, marks) select $1, x.id, x.at, x.marks from ${rowsFrom(TIMED)}
  on conflict (district, record) do update set at = excluded.at, marks = excluded.marks, lease_until = 0
  where old.marks <> excluded.marks`

/** Adds readings. */
export const READINGS = `
  insert into reading (district, record, seq, ordinal, series, period, version, source, covers, value, numerator, denominator, unit, at, sees)
  select $1, m.* from jsonb_to_recordset($2::jsonb) as m(record text, seq integer, ordinal integer, series text, period text, version text,
    source text, covers text, value numeric, numerator numeric, denominator numeric, unit text, at bigint, sees text[])`

/** Makes changes of the organisation. */
export const CHANGES = `select count(jn_put_change($1, c.it, c.row)) from jsonb_to_recordset($2::jsonb) as c(it text, row jsonb)`
/** What else comes with commands and is seldom much. */
export const BESIDES = 'select jn_put_besides($1, $2::jsonb)'

/** Columns of `DELTAS`. */
export const SUMMED: Named = [
  ['counter', 'text'],
  ['period', 'text'],
  ['unit', 'text'],
  ['category', 'text'],
  ['raw', 'text'],
  ['adjusted', 'text'],
]
/** Appends changes of the running sums. */
export const DELTAS = `
  insert into measure_delta (district, counter, period, unit, category, raw, adjusted)
  select $1, x.counter, x.period, x.unit, x.category, x.raw::numeric, x.adjusted::numeric from ${rowsFrom(SUMMED)}`

/** Columns of `MESSAGES`. */
export const SENT: Named = [
  ['record', 'text'],
  ['role', 'text'],
  ['unit', 'text'],
  ['message', 'text'],
  ['at', 'bigint'],
]
/** Adds messages. */
export const MESSAGES = `
  insert into message (district, record, role, unit, message, at)
  select $1, x.record, x.role, x.unit, x.message, x.at from ${rowsFrom(SENT)}`
