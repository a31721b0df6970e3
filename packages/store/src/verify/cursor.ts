import { identifier } from '../database/settings.ts'
import type { Session } from '../database/connection.ts'

/** Rows fetched at a time. */
const BATCH = 2000

/** Rows of a statement, one batch in memory at a time, in the order in which the statement gives them. */
export class Cursor<R> {
  readonly #session: Session
  readonly #name: string
  readonly #batch: number
  #rows: readonly R[] = []
  #at = 0
  #ended = false

  private constructor(session: Session, name: string, batch: number) {
    this.#session = session
    this.#name = name
    this.#batch = batch
  }

  /** @param name one that no other cursor of the transaction has */
  static async open<R>(
    session: Session,
    name: string,
    text: string,
    params: readonly unknown[] = [],
    batch = BATCH,
  ): Promise<Cursor<R>> {
    await session.query(`declare ${identifier(name)} no scroll cursor for ${text}`, params)
    const cursor = new Cursor<R>(session, name, batch)
    await cursor.#fill()
    return cursor
  }

  /** The next row, which stays; undefined behind the last. */
  get next(): R | undefined {
    return this.#rows[this.#at]
  }

  /** Goes on by one row. */
  async advance(): Promise<void> {
    this.#at += 1
    if (this.#at >= this.#rows.length) await this.#fill()
  }

  /** Takes rows from here on as long as they belong together. */
  async takeWhile(belongs: (row: R) => boolean): Promise<R[]> {
    const taken: R[] = []
    for (let row = this.next; row !== undefined && belongs(row); row = this.next) {
      taken.push(row)
      this.#at += 1
      if (this.#at >= this.#rows.length) await this.#fill()
    }
    return taken
  }

  /** Takes what is at hand, at least one row unless the end is reached. */
  async takeBatch(): Promise<readonly R[]> {
    const taken = this.#rows.slice(this.#at)
    await this.#fill()
    return taken
  }

  async #fill(): Promise<void> {
    if (this.#ended) {
      this.#rows = []
    } else {
      const { rows } = await this.#session.query<R>(`fetch ${this.#batch} from ${identifier(this.#name)}`)
      this.#rows = rows
      this.#ended = rows.length < this.#batch
    }
    this.#at = 0
  }
}
