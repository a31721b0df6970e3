import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { granted, type Result } from '@jiannuo/kernel'
import type pg from 'pg'
import { DATABASE, type Presence, SUPERUSER, signIn } from './bootstrap.ts'
import { APP_ROLE, type Database, OWNER_ROLE, type Role } from './connection.ts'
import { StoreUnavailable } from './errors.ts'
import { type EmbeddedOptions, type EmbeddedServer, ensureServer, stopHere, underLock } from './launcher/launcher.ts'
import { layoutOf } from './launcher/layout.ts'
import { childrenOf, commandLine } from './launcher/processes.ts'
import { watchExit } from './launcher/watch-exit.ts'
import { Listener } from './listener.ts'
import { type Address, connectAlone, letExit, makePool, type Prepare } from './pg-client.ts'
import { PgDatabase } from './pg-database.ts'
import { identifier } from './settings.ts'
import { stayAwake } from './stay-awake.ts'

/** How to open the embedded database. */
export interface OpenEmbeddedOptions extends EmbeddedOptions {
  /** Connections of the application at the same time; the owner has two. */
  readonly poolSize?: number
  /** Another database of the same server than the office's, for tests. */
  readonly database?: string
  /** Between 0 and 1, for the pauses between repeated tries. */
  readonly chance?: () => number
}

const CONNECT_MS = 30_000
const TRIES = 8
const PAUSE_MS = 25

/**
 * Opens the database of a data folder on our own Postgres server, which is started when it is not running. A server that has
 * died is started again by the next use; only the work that was in progress fails.
 *
 * @param folder the data folder
 */
export async function openEmbedded(folder: string, options: OpenEmbeddedOptions = {}): Promise<Result<Database>> {
  const database = options.database ?? DATABASE
  const house = new House(folder, database, options)
  const entered = await house.enter()
  if (!entered.ok) return entered
  const { server, version } = entered.value
  const address = (role: Role): Address => addressOf(server, database, role)
  const prepare = (role: Role): Prepare[] => (server.password === undefined ? [] : [setRole(roleName(role))])
  const pool = (role: Role, size: number): pg.Pool => makePool(address(role), house.name, size, prepare(role))
  const pools = { app: pool('app', options.poolSize ?? 8), owner: pool('owner', 2) }
  const opened: Database = new PgDatabase({
    engine: 'embedded',
    version,
    notices: [],
    pools,
    listener: new Listener(() => connectAlone(address('app'), house.name, CONNECT_MS)),
    ready: () => house.ready(),
    recover: (tries) => house.recover(tries),
    closed: () => {
      unwatch()
      return house.leave()
    },
    chance: options.chance ?? Math.random,
  })
  const unwatch = watchExit({
    close: () => opened.close(),
    leaveNow: () => house.leaveNow(pools.app.totalCount + pools.owner.totalCount),
  })
  return granted(opened)
}

const roleName = (role: Role): string => (role === 'app' ? APP_ROLE : OWNER_ROLE)

// Where a password guards the server (Windows), the superuser's is the only one: the role is taken on after signing in.
const addressOf = (server: EmbeddedServer, database: string, role: Role): Address => ({
  host: server.host,
  port: server.port,
  database,
  ...(server.password === undefined ? { user: roleName(role) } : { user: SUPERUSER, password: server.password }),
})

const setRole =
  (role: string): Prepare =>
  async (client) => {
    await client.query(`set role ${identifier(role)}`)
  }

/** Our presence at an embedded server: one connection that says to others that somebody is here. */
class House {
  /** Tells our connections from those of others. */
  readonly name = `jiannuo-${process.pid}-${randomBytes(4).toString('hex')}`
  readonly #folder: string
  readonly #database: string
  readonly #options: EmbeddedOptions
  #presence: pg.Client | undefined
  #server: EmbeddedServer | undefined
  #entering: Promise<Result<Entered>> | undefined
  #left = false

  constructor(folder: string, database: string, options: EmbeddedOptions) {
    this.#folder = folder
    this.#database = database
    this.#options = options
  }

  /** Makes the server run and signs in, in one step under the lock: nobody can stop it in between. */
  enter(): Promise<Result<Entered>> {
    this.#entering ??= this.#enter().finally(() => {
      this.#entering = undefined
    })
    return this.#entering
  }

  #enter(): Promise<Result<Entered>> {
    return underLock(this.#folder, this.#options, async (layout) => {
      const greet = (server: EmbeddedServer): Promise<Presence> => signIn(server, this.#database, this.name)
      const entered = await ensureServer(layout, this.#options, greet)
      if (!entered.ok) return entered
      const { server, guest } = entered.value
      const { client, version } = guest
      client.on('end', () => {
        if (this.#presence === client) this.#presence = undefined
      })
      letExit(client)
      this.#presence = client
      this.#server = server
      return granted({ server, version })
    })
  }

  async ready(): Promise<void> {
    if (this.#presence !== undefined) return
    const entered = await this.enter()
    if (!entered.ok) throw new StoreUnavailable('none', new Error(entered.problems[0]?.code))
  }

  async recover(tries: number): Promise<boolean> {
    if (tries > TRIES || this.#left) return false
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * tries))
    try {
      await this.#ask('select 1')
    } catch {
      this.#presence = undefined
    }
    return true
  }

  /** Signs out; the last one stops the server, unless it is to stay. */
  async leave(): Promise<void> {
    if (this.#left) return
    this.#left = true
    await underLock(this.#folder, this.#options, async (layout) => {
      const alone = await this.#isAlone()
      await this.#signOut()
      return alone && !existsSync(layout.keep) ? stopHere(layout, this.#options) : granted(false)
    })
    // Where the lock was not to be had.
    await this.#signOut()
  }

  async #signOut(): Promise<void> {
    const presence = this.#presence
    this.#presence = undefined
    await presence?.end()
  }

  async #ask(text: string): Promise<unknown> {
    const found = await stayAwake(async () => this.#presence?.query<{ answer?: unknown }>(text))
    return found?.rows[0]?.answer
  }

  async #isAlone(): Promise<boolean> {
    try {
      const others = await this.#ask(
        `select count(*) as answer from pg_stat_activity
          where backend_type = 'client backend' and application_name <> '${this.name}'`,
      )
      return others === 0
    } catch {
      return false
    }
  }

  /**
   * `process.exit` leaves no time to ask the server who is there: what the system shows of it must do. Where it shows nothing
   * the server stays, to be adopted.
   *
   * @param connections of ours besides the presence
   */
  leaveNow(connections: number): void {
    if (this.#server === undefined || this.#presence === undefined) return
    const { pid, folder } = this.#server
    const clients = childrenOf(pid)?.filter((child) => commandLine(child)?.includes('[local]') === true)
    if (clients === undefined || clients.length > connections + 1 || existsSync(layoutOf(folder).keep)) return
    try {
      process.kill(pid, 'SIGINT')
    } catch {
      // It is gone already.
    }
  }
}

interface Entered {
  readonly server: EmbeddedServer
  readonly version: string
}
