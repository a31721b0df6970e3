import type pg from 'pg'
import { Column } from './column.ts'
import type { Rows, RowSource, Session, StatementOptions } from './connection.ts'
import { copyRows } from './copy.ts'
import { asStoreError } from './errors.ts'
import { insertRows } from './insert-rows.ts'
import { identifier } from './settings.ts'
import { encodeValue } from './values.ts'

/** A statement as the driver takes it: always by the extended protocol, so that one text is one statement. */
export const queryConfig = (
  text: string,
  params: readonly unknown[],
  options: StatementOptions,
): pg.QueryConfig & { readonly queryMode: 'extended' } => ({
  text,
  values: params.map((value) => (value instanceof Column ? value.bytes() : encodeValue(value))),
  queryMode: 'extended',
  ...(options.name === undefined ? {} : { name: options.name }),
})

/** The driver's result as ours. */
export const rowsOf = <R>(result: pg.QueryResult): Rows<R> => ({ rows: result.rows, count: result.rowCount ?? 0 })

/** A transaction on one connection of a Postgres server. */
export class PgSession implements Session {
  readonly #client: pg.ClientBase
  #ended = false
  /** A bulk load in progress: until it ends nothing else may be sent. */
  #loading: Promise<unknown> | undefined

  constructor(client: pg.ClientBase) {
    this.#client = client
  }

  /**
   * No more statements: the transaction is being ended. A load that the work has left behind is waited for, for nothing may
   * be sent in the midst of it.
   */
  async end(): Promise<void> {
    this.#ended = true
    await this.#loading?.catch(() => {})
  }

  async query<R>(text: string, params: readonly unknown[] = [], options: StatementOptions = {}): Promise<Rows<R>> {
    return rowsOf<R>(await this.#send(() => this.#client.query(queryConfig(text, params, options))))
  }

  async run(script: string): Promise<void> {
    await this.#send(() => this.#client.query(script))
  }

  async load(table: string, columns: readonly string[], rows: RowSource): Promise<number> {
    const { rows: found } = await this.query<{ held: boolean }>('select row_security_active($1::regclass) as held', [
      identifier(table),
    ])
    // COPY is refused to a role that policies hold.
    if (found[0]?.held === true) return insertRows(this, table, columns, rows)
    const copying = this.#send(() => copyRows(this.#client, table, columns, rows))
    this.#loading = copying
    try {
      return await copying
    } finally {
      if (this.#loading === copying) this.#loading = undefined
    }
  }

  async #send<T>(work: () => Promise<T>): Promise<T> {
    while (this.#loading !== undefined) await this.#loading.catch(() => {})
    if (this.#ended) throw new Error('the transaction has ended')
    try {
      return await work()
    } catch (error) {
      // Lost before the commit was sent: nothing of it stays.
      throw asStoreError(error, 'none')
    }
  }
}
