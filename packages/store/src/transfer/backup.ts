import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { granted, type Result, refused } from '@jiannuo/kernel'
import type { Progress } from '../api.ts'
import type { Database, Session } from '../database/connection.ts'
import { identifier } from '../database/settings.ts'
import { storeProblem } from '../problems.ts'
import type { Transferred } from '../store-interface.ts'
import { Cursor } from '../verify/cursor.ts'
import { type BackupHeader, type BackupTrailer, FORMAT, FORMAT_VERSION, type RowLine } from './format.ts'
import { CARRIED, type CarriedTable } from './tables.ts'

/** What a backup is made of and where it goes. */
export interface BackupOptions {
  readonly path: string
  /** Name of the master key. */
  readonly masterKey: string
  readonly progress?: Progress
}

/** Rows fetched and written at a time; of files, pieces. */
const BATCH = 1000
const PIECES = 4

/**
 * Everything of one moment into one file, while work goes on. The file takes its name when it is complete; it is for its
 * owner's eyes only.
 */
export async function backup(database: Database, options: BackupOptions): Promise<Result<Transferred>> {
  const part = `${options.path}.part`
  try {
    const trailer = await database.transaction('owner', {}, (session) => write(database, session, part, options), {
      readOnly: true,
      isolation: 'repeatable read',
    })
    const { size } = await stat(part)
    await rename(part, options.path)
    return granted({ tables: trailer.tables, checksum: trailer.checksum, bytes: size, notices: [] })
  } catch (error) {
    await rm(part, { force: true })
    if (!isFileError(error)) throw error
    return refused(storeProblem('store/backup-not-written', { file: options.path, detail: error.message }))
  }
}

/** An error of the file system, by which the work of a backup is refused; all others are thrown. */
const isFileError = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && /^E[A-Z]{2,20}$/.test(error.code)

async function write(
  database: Database,
  session: Session,
  part: string,
  options: BackupOptions,
): Promise<BackupTrailer> {
  const lines = new Lines(database, session, options)
  await pipeline(
    Readable.from(lines.all(), { objectMode: true, highWaterMark: 4 }),
    createGzip({ level: 5 }),
    createWriteStream(part, { mode: 0o600, flush: true }),
  )
  return lines.trailer()
}

/** The lines of a backup, in pieces of some kilobytes. */
class Lines {
  readonly #database: Database
  readonly #session: Session
  readonly #options: BackupOptions
  readonly #hash = createHash('sha256')
  readonly #counts: Record<string, number> = {}
  #trailer: BackupTrailer | undefined

  constructor(database: Database, session: Session, options: BackupOptions) {
    this.#database = database
    this.#session = session
    this.#options = options
  }

  trailer(): BackupTrailer {
    if (this.#trailer === undefined) throw new Error('a backup without an end')
    return this.#trailer
  }

  async *all(): AsyncGenerator<string> {
    yield this.#line(await this.#header())
    for (const carried of CARRIED) if (await isThere(this.#session, carried.table)) yield* this.#table(carried)
    this.#trailer = { end: true, tables: this.#counts, checksum: this.#hash.digest('hex') }
    yield `${JSON.stringify(this.#trailer)}\n`
  }

  #line(value: unknown): string {
    return this.#hashed(`${JSON.stringify(value)}\n`)
  }

  #hashed(text: string): string {
    this.#hash.update(text, 'utf8')
    return text
  }

  async #header(): Promise<BackupHeader> {
    const { engine, version: postgres } = this.#database
    const steps = await this.#session.query<{ id: string; checksum: string }>(
      'select id, checksum from migration order by number',
    )
    const parts = await this.#session.query<{ year: number }>(
      `select substring(inhrelid::regclass::text from '^log_(\\d{4})$')::int as year from pg_inherits
        where inhparent = 'log'::regclass and inhrelid::regclass::text ~ '^log_\\d{4}$' order by 1`,
    )
    return {
      format: FORMAT,
      formatVersion: FORMAT_VERSION,
      engine,
      postgres,
      migrations: steps.rows,
      years: parts.rows.map(({ year }) => year),
      masterKey: this.#options.masterKey,
    }
  }

  async *#table({ table, order }: CarriedTable): AsyncGenerator<string> {
    const columns = await columnsOf(this.#session, table)
    yield this.#line({ table, columns })
    const values = columns.map((column) => `${identifier(column)}::text`).join(', ')
    const rows = await Cursor.open<{ line: RowLine }>(
      this.#session,
      `backup_${table}`,
      `select array[${values}] as line from ${identifier(table)} order by ${order}`,
      [],
      table === 'blob_piece' ? PIECES : BATCH,
    )
    let count = 0
    while (rows.next !== undefined) {
      const batch = await rows.takeBatch()
      count += batch.length
      yield this.#hashed(batch.map(({ line }) => `${JSON.stringify(line)}\n`).join(''))
      this.#options.progress?.(count, undefined, table)
    }
    this.#counts[table] = count
  }
}

/** Whether there is such a table: a database at an earlier step has not all of them. */
export async function isThere(session: Session, table: string): Promise<boolean> {
  const { rows } = await session.query<{ there: boolean }>('select to_regclass($1) is not null as there', [table])
  return rows[0]?.there === true
}

/** Columns of a table in their order. */
export async function columnsOf(session: Session, table: string): Promise<readonly string[]> {
  const { rows } = await session.query<{ name: string }>(
    `select attname::text as name from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [identifier(table)],
  )
  return rows.map(({ name }) => name)
}
