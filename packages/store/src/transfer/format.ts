/** Mark of a backup file of ours. */
export const FORMAT = 'jiannuo-backup'

/** Version of the format; a file of a later one is refused. */
export const FORMAT_VERSION = 1

/** The first line of a backup. */
export interface BackupHeader {
  readonly format: typeof FORMAT
  readonly formatVersion: number
  readonly engine: string
  readonly postgres: string
  /** Steps of the schema that it was written with. */
  readonly migrations: readonly { readonly id: string; readonly checksum: string }[]
  /** Years whose entries have a part of the log of their own. */
  readonly years: readonly number[]
  /** Name of the master key, which is not in the file. */
  readonly masterKey: string
}

/** Before the rows of a table: its name and its columns. Each row is a line of its own, a list of texts and nulls. */
export interface TableLine {
  readonly table: string
  readonly columns: readonly string[]
}

/** The last line: how many rows of which table there are, and the SHA-256 of all lines before, with their line ends, in hex. */
export interface BackupTrailer {
  readonly end: true
  readonly tables: Readonly<Record<string, number>>
  readonly checksum: string
}

/** A row: each value as Postgres writes it. */
export type RowLine = readonly (string | null)[]

const isObject = (read: unknown): read is Readonly<Record<string, unknown>> =>
  typeof read === 'object' && read !== null && !Array.isArray(read)

const isText = (value: unknown): value is string => typeof value === 'string'
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText)

/** The header that a line holds, if it is one. */
export function readHeader(line: unknown): BackupHeader | undefined {
  if (!isObject(line)) return undefined
  const { format, formatVersion, engine, postgres, migrations, years, masterKey } = line
  const sound =
    format === FORMAT &&
    typeof formatVersion === 'number' &&
    isText(engine) &&
    isText(postgres) &&
    isText(masterKey) &&
    Array.isArray(years) &&
    years.every((year) => Number.isInteger(year)) &&
    Array.isArray(migrations) &&
    migrations.every((step) => isObject(step) && isText(step.id) && isText(step.checksum))
  return sound ? { format, formatVersion, engine, postgres, migrations, years, masterKey } : undefined
}

/** The beginning of a table that a line holds, if it is one. */
export function readTableLine(line: unknown): TableLine | undefined {
  if (!isObject(line)) return undefined
  const { table, columns } = line
  return isText(table) && isTexts(columns) ? { table, columns } : undefined
}

/** The trailer that a line holds, if it is one. */
export function readTrailer(line: unknown): BackupTrailer | undefined {
  if (!isObject(line)) return undefined
  const { end, tables, checksum } = line
  if (end !== true || !isText(checksum) || !isObject(tables)) return undefined
  const counts: Record<string, number> = {}
  for (const [table, count] of Object.entries(tables)) {
    if (typeof count !== 'number') return undefined
    counts[table] = count
  }
  return { end, tables: counts, checksum }
}

/** The row that a line holds, if it is one of so many values. */
export const readRow = (line: unknown, width: number): RowLine | undefined =>
  Array.isArray(line) && line.length === width && line.every((value) => value === null || isText(value))
    ? line
    : undefined
