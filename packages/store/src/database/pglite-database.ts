import { AsyncLocalStorage } from 'node:async_hooks'
import type { PGlite } from '@electric-sql/pglite'
import type { Problem } from '@jiannuo/kernel'
import {
  APP_ROLE,
  type Database,
  OWNER_ROLE,
  type Role,
  type Rows,
  type Session,
  type Settings,
  type StatementOptions,
  type TransactionOptions,
} from './connection.ts'
import { asStoreError, StatementFailed } from './errors.ts'
import { PgliteSession } from './pglite-session.ts'
import { retrying } from './retry.ts'
import { identifier, openingScript } from './settings.ts'

/** What a database on PGlite is made of besides. */
export interface PgliteParts {
  readonly notices: readonly Problem[]
  /** Called when it has been closed. */
  readonly closed: () => void
  /** Between 0 and 1, for the pauses between repeated tries. */
  readonly chance: () => number
}

/** PGlite: Postgres inside this process, with one session for everybody. Transactions wait for each other. */
export class PgliteDatabase implements Database {
  readonly engine = 'pglite'
  readonly version: string
  readonly notices: readonly Problem[]
  readonly #db: PGlite
  readonly #closed: () => void
  readonly #chance: () => number
  /** The transaction in whose work we are. */
  readonly #inside = new AsyncLocalStorage<PgliteSession>()
  #last: Promise<unknown> = Promise.resolve()
  #closing: Promise<void> | undefined

  constructor(db: PGlite, version: string, parts: PgliteParts) {
    this.#db = db
    this.version = version
    this.notices = parts.notices
    this.#closed = parts.closed
    this.#chance = parts.chance
  }

  async transaction<T>(
    role: Role,
    settings: Settings,
    work: (session: Session) => Promise<T>,
    options: TransactionOptions = {},
  ): Promise<T> {
    const opening = openingScript(settings, options, role === 'app' ? APP_ROLE : OWNER_ROLE)
    return this.#alone(() => this.#inTransaction(opening, work))
  }

  once<R>(
    role: Role,
    settings: Settings,
    text: string,
    params: readonly unknown[] = [],
    _options: StatementOptions = {},
  ): Promise<Rows<R>> {
    // One session has no rivals, but a function may raise what a rival would cause.
    return retrying(() => this.transaction(role, settings, (session) => session.query<R>(text, params)), this.#chance)
  }

  async listen(channel: string, handler: (payload: string) => void): Promise<() => Promise<void>> {
    const name = identifier(channel)
    const end = await this.#alone(() => this.#db.listen(name, handler))
    return () => this.#alone(() => end())
  }

  close(): Promise<void> {
    this.#closing ??= this.#last.then(async () => {
      await this.#db.close()
      this.#closed()
    })
    return this.#closing
  }

  /** Work after all that was asked for before, for there is one session. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closing !== undefined) return Promise.reject(new Error('the database is closed'))
    // It would wait for its own end.
    if (this.#inside.getStore()?.isOpen === true)
      return Promise.reject(new Error('a transaction of PGlite asks the database for another one'))
    const mine = this.#last.then(work)
    this.#last = mine.catch(() => {})
    return mine
  }

  async #inTransaction<T>(opening: string, work: (session: Session) => Promise<T>): Promise<T> {
    const session = new PgliteSession(this.#db)
    try {
      await this.#exec(opening)
      const value = await this.#inside.run(session, () => work(session))
      session.end()
      await this.#commit()
      return value
    } catch (error) {
      session.end()
      await this.#db.exec('rollback').catch(() => {})
      throw error
    }
  }

  async #commit(): Promise<void> {
    const [result] = await this.#exec('commit')
    // A transaction in which a statement failed cannot commit: it is rolled back. That is no success.
    if (result?.command !== 'COMMIT')
      throw new StatementFailed('the transaction was rolled back, for a statement failed', '25P02')
  }

  async #exec(script: string): Promise<readonly { readonly command?: string }[]> {
    try {
      return await this.#db.exec(script)
    } catch (error) {
      throw asStoreError(error, 'none')
    }
  }
}
