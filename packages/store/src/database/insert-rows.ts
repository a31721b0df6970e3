import type { RowSource, Session } from './connection.ts'
import { identifier } from './settings.ts'
import { encodeValue } from './values.ts'

const BATCH = 1000

/**
 * Writes rows by inserts of a thousand each. Every column goes as one array of texts that the server casts to the column's
 * own type, so that the same statement serves any table.
 */
export async function insertRows(
  session: Pick<Session, 'query'>,
  table: string,
  columns: readonly string[],
  rows: RowSource,
): Promise<number> {
  const text = await statement(session, table, columns)
  let written = 0
  let batch: (readonly unknown[])[] = []
  const flush = async (): Promise<void> => {
    const arrays = columns.map((_, at) => batch.map((row) => encodeValue(row[at])))
    written += (await session.query(text, arrays)).count
    batch = []
  }
  for await (const row of rows) {
    batch.push(row)
    if (batch.length === BATCH) await flush()
  }
  if (batch.length > 0) await flush()
  return written
}

async function statement(session: Pick<Session, 'query'>, table: string, columns: readonly string[]): Promise<string> {
  const { rows } = await session.query<{ name: string; type: string }>(
    `select attname::text as name, format_type(atttypid, atttypmod) as type
       from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
    [identifier(table)],
  )
  const types = new Map(rows.map(({ name, type }) => [name, type]))
  const casts = columns.map((column, at) => {
    const type = types.get(column)
    if (type === undefined) throw new RangeError(`table ${table} has no column ${column}`)
    return `v.c${at}::${type}`
  })
  const arrays = columns.map((_, at) => `$${at + 1}::text[]`).join(', ')
  const names = columns.map((_, at) => `c${at}`).join(', ')
  return `insert into ${identifier(table)} (${columns.map(identifier).join(', ')})
    select ${casts.join(', ')} from unnest(${arrays}) as v(${names})`
}
