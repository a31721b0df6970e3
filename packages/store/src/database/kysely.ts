import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from 'kysely'
import type { Database, Role, Rows, Session, Settings, TransactionOptions } from './connection.ts'
import { identifier } from './settings.ts'

/** Kysely for building queries alone; `runBuilt` runs what it has built. */
export const queryBuilder = <Tables>(): Kysely<Tables> =>
  new Kysely<Tables>({ dialect: dialectOf(() => new DummyDriver()) })

/** Runs a query that `queryBuilder` has built in a transaction. */
export const runBuilt = <R>(
  session: Pick<Session, 'query'>,
  query: { compile(): CompiledQuery<R> },
  options: { readonly name?: string } = {},
): Promise<Rows<R>> => {
  const { sql, parameters } = query.compile()
  return session.query<R>(sql, parameters, options)
}

/**
 * Kysely over a database of ours, as a role and with settings that every transaction gets. A query outside a transaction runs
 * in one of its own. For libraries that bring their own queries; ours go through `Database`.
 */
export const kyselyFor = <Tables>(database: Database, role: Role, settings: Settings = {}): Kysely<Tables> =>
  new Kysely<Tables>({ dialect: kyselyDialect(database, role, settings) })

/** The dialect of `kyselyFor`. Destroying it does not close the database. Streaming is not offered. */
export const kyselyDialect = (database: Database, role: Role, settings: Settings = {}): Dialect =>
  dialectOf(() => new DatabaseDriver(database, role, settings))

const dialectOf = (createDriver: () => Driver): Dialect => ({
  createDriver,
  createAdapter: () => new PostgresAdapter(),
  createQueryCompiler: () => new PostgresQueryCompiler(),
  createIntrospector: (db) => new PostgresIntrospector(db),
})

class DatabaseDriver implements Driver {
  readonly #database: Database
  readonly #role: Role
  readonly #settings: Settings

  constructor(database: Database, role: Role, settings: Settings) {
    this.#database = database
    this.#role = role
    this.#settings = settings
  }

  async init(): Promise<void> {}
  async destroy(): Promise<void> {}
  async releaseConnection(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return new DriverConnection(this.#database, this.#role, this.#settings)
  }

  async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    await ours(connection).begin(settings)
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await ours(connection).end(undefined)
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await ours(connection).end(new RolledBack())
  }

  async savepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await ours(connection).run(`savepoint ${identifier(name)}`)
  }

  async rollbackToSavepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await ours(connection).run(`rollback to savepoint ${identifier(name)}`)
  }

  async releaseSavepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await ours(connection).run(`release savepoint ${identifier(name)}`)
  }
}

/** Ends a transaction of ours without a fault. */
class RolledBack extends Error {}

function ours(connection: DatabaseConnection): DriverConnection {
  if (!(connection instanceof DriverConnection)) throw new Error('a connection of another driver')
  return connection
}

/** Kysely begins and ends transactions by calls; ours last as long as a function: it is held open until the end is called. */
class DriverConnection implements DatabaseConnection {
  readonly #database: Database
  readonly #role: Role
  readonly #settings: Settings
  #held:
    | { readonly session: Session; readonly done: Promise<void>; readonly release: (end: unknown) => void }
    | undefined

  constructor(database: Database, role: Role, settings: Settings) {
    this.#database = database
    this.#role = role
    this.#settings = settings
  }

  async begin(settings: TransactionSettings): Promise<void> {
    let release: ((end: unknown) => void) | undefined
    const until = new Promise<unknown>((resolve) => {
      release = resolve
    })
    const opened = new Promise<void>((resolve, reject) => {
      const done = this.#database.transaction(
        this.#role,
        this.#settings,
        async (session) => {
          this.#held = { session, done, release: (end) => release?.(end) }
          resolve()
          const end = await until
          if (end !== undefined) throw end
        },
        optionsOf(settings),
      )
      done.catch(reject)
    })
    await opened
  }

  async end(error: RolledBack | undefined): Promise<void> {
    const held = this.#held
    this.#held = undefined
    held?.release(error)
    try {
      await held?.done
    } catch (failed) {
      if (!(failed instanceof RolledBack)) throw failed
    }
  }

  async run(script: string): Promise<void> {
    await this.#held?.session.run(script)
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { sql, parameters } = query
    const result = this.#held
      ? await this.#held.session.query<R>(sql, parameters)
      : await this.#database.once<R>(this.#role, this.#settings, sql, parameters)
    const rows = [...result.rows]
    return CHANGING.has(query.query.kind) || rows.length === 0
      ? { rows, numAffectedRows: BigInt(result.count) }
      : { rows }
  }

  // Its results come a part at a time, which a transaction of one flight cannot give.
  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('streaming is not offered')
  }
}

const CHANGING: ReadonlySet<string> = new Set([
  'InsertQueryNode',
  'UpdateQueryNode',
  'DeleteQueryNode',
  'MergeQueryNode',
])

function optionsOf({ accessMode, isolationLevel }: TransactionSettings): TransactionOptions {
  const isolation =
    isolationLevel === 'repeatable read' || isolationLevel === 'serializable' ? { isolation: isolationLevel } : {}
  return accessMode === 'read only' ? { readOnly: true, ...isolation } : isolation
}
