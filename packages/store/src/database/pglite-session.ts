import type { PGlite, Results } from '@electric-sql/pglite'
import type { Rows, RowSource, Session } from './connection.ts'
import { asStoreError } from './errors.ts'
import { insertRows } from './insert-rows.ts'
import { encodeValue } from './values.ts'

/** The result of PGlite as ours. */
const rowsOf = <R>(result: Results<R>): Rows<R> => ({
  rows: result.rows,
  count: result.rowCount ?? result.affectedRows ?? result.rows.length,
})

/** A transaction in PGlite. Its statements run one after the other, in the order of the calls. */
export class PgliteSession implements Session {
  readonly #db: PGlite
  #ended = false

  constructor(db: PGlite) {
    this.#db = db
  }

  /** Its transaction has not ended. */
  get isOpen(): boolean {
    return !this.#ended
  }

  /** No more statements: the transaction is being ended. */
  end(): void {
    this.#ended = true
  }

  async query<R>(text: string, params: readonly unknown[] = []): Promise<Rows<R>> {
    const values = params.map(encodeValue)
    return rowsOf<R>(await this.#send(() => this.#db.query<R>(text, values)))
  }

  async run(script: string): Promise<void> {
    await this.#send(() => this.#db.exec(script))
  }

  load(table: string, columns: readonly string[], rows: RowSource): Promise<number> {
    return insertRows(this, table, columns, rows)
  }

  async #send<T>(work: () => Promise<T>): Promise<T> {
    if (this.#ended) throw new Error('the transaction has ended')
    try {
      return await work()
    } catch (error) {
      throw asStoreError(error, 'none')
    }
  }
}
