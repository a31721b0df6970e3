import type { Problem } from '@jiannuo/kernel'

/** Login role of the application: held to the row-level policies, and not the owner of anything. Made by the migrations. */
export const APP_ROLE = 'jiannuo_app'

/** Owner of the database, for migrations and maintenance. Made with the embedded database; on a server the login of its address. */
export const OWNER_ROLE = 'jiannuo_owner'

/** As whom a transaction runs. */
export type Role = 'app' | 'owner'

/** Values that hold for one transaction, by name; see `settingsScript` for the names that are allowed. */
export type Settings = Readonly<Record<string, string>>

/** What a statement gave back. */
export interface Rows<R> {
  readonly rows: readonly R[]
  /** Rows given back or changed. */
  readonly count: number
}

/** How to run a statement. */
export interface StatementOptions {
  /** Keeps the statement parsed and planned on the connection under this name; one name, one text. PGlite ignores it. */
  readonly name?: string
  /**
   * It changes nothing: with others that are asked for at the same moment, by the same role under the same settings, it may share a transaction, and
   * be sent twice. For `once`; PGlite ignores it.
   */
  readonly reads?: boolean
}

/** How to run a transaction. */
export interface TransactionOptions {
  readonly readOnly?: boolean
  /** `read committed` unless said otherwise. */
  readonly isolation?: 'repeatable read' | 'serializable'
}

/** A transaction in progress. It ends with the work that was given it; afterwards it refuses (a bug of the caller). */
export interface Session {
  /**
   * One statement with its parameters `$1 …`. Several may be on their way at once; they run in the order of the calls.
   *
   * @throws StatementFailed when the database refuses it, StoreUnavailable when it is lost
   */
  query<R = Record<string, unknown>>(
    text: string,
    params?: readonly unknown[],
    options?: StatementOptions,
  ): Promise<Rows<R>>
  /** A script of several statements without parameters. */
  run(script: string): Promise<void>
  /**
   * Writes many rows: by COPY where that is allowed (a real server, and no row-level policy in force for the role), else by
   * inserts of a thousand rows.
   *
   * @param table name, with its schema or not
   * @param columns in the order of the values
   * @param rows values of one row each, as parameters are given
   * @returns rows written
   */
  load(table: string, columns: readonly string[], rows: RowSource): Promise<number>
}

/** Rows to write, each a list of values in the order of the columns. */
export type RowSource = Iterable<readonly unknown[]> | AsyncIterable<readonly unknown[]>

/** Which kind of database it is: our own Postgres server, PGlite in this process, or a server reached by its address. */
export type Engine = 'embedded' | 'pglite' | 'server'

/** A database that is open. */
export interface Database {
  readonly engine: Engine
  /** What people should know about it: a fallback, the way the application's role is reached. */
  readonly notices: readonly Problem[]
  /** Version of Postgres: `18.4`. */
  readonly version: string

  /**
   * Runs work in one transaction: committed when it ends, rolled back when it throws. Its opening (begin, settings) goes
   * out together with the first statement. The work uses its session alone: asked for another transaction from within, PGlite
   * could never answer (it refuses), and a pool under load might not.
   *
   * @throws what the work throws; StatementFailed when the commit is refused; StoreUnavailable when the database is lost
   */
  transaction<T>(
    role: Role,
    settings: Settings,
    work: (session: Session) => Promise<T>,
    options?: TransactionOptions,
  ): Promise<T>

  /**
   * One statement in a transaction of its own, in one round trip. Tried again by itself when it lost against another
   * transaction (SQLSTATE 40001, 40P01).
   */
  once<R = Record<string, unknown>>(
    role: Role,
    settings: Settings,
    text: string,
    params?: readonly unknown[],
    options?: StatementOptions,
  ): Promise<Rows<R>>

  /**
   * Hears a channel of NOTIFY. After a lost connection it listens again by itself and calls the handler once with an empty
   * text, for something may have been missed. Listening alone does not keep the process alive.
   *
   * @returns ends the listening
   */
  listen(channel: string, handler: (payload: string) => void): Promise<() => Promise<void>>

  /** Ends all connections. An embedded server that nobody else uses is stopped, unless it was told to stay. */
  close(): Promise<void>
}
