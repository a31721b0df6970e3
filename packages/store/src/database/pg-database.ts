import type { Problem } from '@jiannuo/kernel'
import type pg from 'pg'
import type {
  Database,
  Engine,
  Role,
  Rows,
  Session,
  Settings,
  StatementOptions,
  TransactionOptions,
} from './connection.ts'
import { asStoreError, isLoss, StatementFailed, StoreUnavailable } from './errors.ts'
import { type Flight, Flights } from './flights.ts'
import type { Listener } from './listener.ts'
import { PgSession, queryConfig, rowsOf } from './pg-session.ts'
import { retrying } from './retry.ts'
import { openingScript } from './settings.ts'
import { stayAwake } from './stay-awake.ts'

/** What a database on a Postgres server is made of. */
export interface PgParts {
  readonly engine: Engine
  readonly version: string
  readonly notices: readonly Problem[]
  readonly pools: Readonly<Record<Role, pg.Pool>>
  readonly listener: Listener
  /**
   * Called before each use: makes sure that the server is there, as far as that can be seen without asking it.
   */
  ready(): Promise<void>
  /**
   * Called when no connection could be made, with the number of tries so far: brings the server back or waits.
   *
   * @returns false when trying again makes no sense
   */
  recover(tries: number): Promise<boolean>
  /** Called after all connections have ended. */
  closed(): Promise<void>
  /** Between 0 and 1, for the pauses between repeated tries. */
  readonly chance: () => number
}

/** A database on a Postgres server: our own embedded one, or one reached by its address. */
export class PgDatabase implements Database {
  readonly engine: Engine
  readonly version: string
  readonly notices: readonly Problem[]
  readonly #parts: PgParts
  readonly #flights = new Flights((flight) => this.#fly(flight))
  #closing: Promise<void> | undefined

  constructor(parts: PgParts) {
    this.#parts = parts
    this.engine = parts.engine
    this.version = parts.version
    this.notices = parts.notices
  }

  async transaction<T>(
    role: Role,
    settings: Settings,
    work: (session: Session) => Promise<T>,
    options: TransactionOptions = {},
  ): Promise<T> {
    const opening = openingScript(settings, options)
    const client = await this.#acquire(role)
    const session = new PgSession(client)
    // Not awaited: the first statement follows it on the wire. If it fails, so does every statement behind it.
    const begun = send(client, opening)
    let outcome: { readonly value: T } | { readonly error: unknown }
    try {
      outcome = { value: await work(session) }
    } catch (error) {
      outcome = { error }
    }
    await session.end()
    return this.#finish(client, begun, outcome)
  }

  async #finish<T>(
    client: pg.PoolClient,
    begun: Promise<Settled>,
    outcome: { readonly value: T } | { readonly error: unknown },
  ): Promise<T> {
    const ended = await send(client, 'error' in outcome ? 'rollback' : 'commit')
    const { error: opening } = await begun
    release(client, ended.error)
    if (opening !== undefined) throw asStoreError(opening, 'none')
    if ('error' in outcome) throw outcome.error
    if (ended.error !== undefined) throw asStoreError(ended.error, 'unknown')
    checkCommitted(ended.value)
    return outcome.value
  }

  async once<R>(
    role: Role,
    settings: Settings,
    text: string,
    params: readonly unknown[] = [],
    options: StatementOptions = {},
  ): Promise<Rows<R>> {
    const opening = openingScript(settings)
    const statement = queryConfig(text, params, options)
    if (options.reads === true) return rowsOf<R>(await this.#flights.join(role, opening, statement))
    const [result] = await this.#fly({ role, opening, statements: [statement] })
    if (result === undefined) throw new Error('a statement without an answer')
    return rowsOf<R>(result)
  }

  #fly(flight: Flight): Promise<readonly pg.QueryResult[]> {
    return retrying(() => this.#inOneFlight(flight), this.#parts.chance)
  }

  /** Begin, statements and commit leave together; a statement that fails makes the commit behind it a rollback. */
  async #inOneFlight({ role, opening, statements }: Flight): Promise<readonly pg.QueryResult[]> {
    const client = await this.#acquire(role)
    const { stream } = client.connection
    stream.cork()
    const begun = send(client, opening)
    const answers = statements.map((statement) => send(client, statement))
    const ending = send(client, 'commit')
    stream.uncork()
    const [opened, answered, ended] = await Promise.all([begun, Promise.all(answers), ending])
    release(client, ended.error)
    const failed = opened.error ?? answered.find(({ error }) => error !== undefined)?.error ?? ended.error
    if (failed !== undefined) throw asStoreError(failed, 'unknown')
    checkCommitted(ended.value)
    return answered.flatMap(({ value }) => value ?? [])
  }

  listen(channel: string, handler: (payload: string) => void): Promise<() => Promise<void>> {
    return this.#parts.listener.listen(channel, handler)
  }

  close(): Promise<void> {
    this.#closing ??= stayAwake(() => this.#close())
    return this.#closing
  }

  async #close(): Promise<void> {
    await this.#parts.listener.close()
    await Promise.all([this.#parts.pools.app.end(), this.#parts.pools.owner.end()])
    await this.#parts.closed()
  }

  async #acquire(role: Role): Promise<pg.PoolClient> {
    if (this.#closing !== undefined) throw new Error('the database is closed')
    for (let tries = 1; ; tries += 1) {
      try {
        await this.#parts.ready()
        return await this.#parts.pools[role].connect()
      } catch (error) {
        if (!isLoss(error)) throw asStoreError(error, 'none')
        if (!(await this.#parts.recover(tries))) throw new StoreUnavailable('none', error)
      }
    }
  }
}

interface Settled {
  readonly value?: pg.QueryResult
  readonly error?: unknown
}

/** Sends a statement at once. By the driver's callback: its own promise costs two more of them a statement. */
const send = (client: pg.PoolClient, statement: string | pg.QueryConfig): Promise<Settled> =>
  new Promise((resolve) => {
    client.query(statement, (error: unknown, value: pg.QueryResult) =>
      resolve(error === null || error === undefined ? { value } : { error }),
    )
  })

/** Back into the pool, unless the connection is broken. */
const release = (client: pg.PoolClient, error: unknown): void => client.release(isLoss(error))

// A transaction in which a statement failed cannot commit: the server rolls back and says so. That is no success.
function checkCommitted(result: pg.QueryResult | undefined): void {
  if (result?.command !== 'COMMIT')
    throw new StatementFailed('the transaction was rolled back, for a statement failed', '25P02')
}
