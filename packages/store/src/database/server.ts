import { granted, type Problem, type Result } from '@jiannuo/kernel'
import { APP_ROLE, type Database } from './connection.ts'
import { Listener } from './listener.ts'
import { type Address, connectAlone, makePool, type Prepare } from './pg-client.ts'
import { PgDatabase } from './pg-database.ts'
import { databaseProblem, detailOf, refuse } from './problems.ts'
import { identifier } from './settings.ts'

/** How to open the database of a server. */
export interface OpenServerOptions {
  /** Address of the application's own login; without it the owner's login takes on the application's role. */
  readonly appUrl?: string
  /** Connections of the application at the same time; the owner has two. */
  readonly poolSize?: number
  /** Between 0 and 1, for the pauses between repeated tries. */
  readonly chance?: () => number
}

const CONNECT_MS = 15_000
const OLDEST = 150_000
const TRIES = 6
const PAUSE_MS = 40

/**
 * Opens the database of a Postgres server, 15 or later.
 *
 * @param url address with the login that owns the database: `postgres://user:password@host:5432/database`
 */
export async function openServer(url: string, options: OpenServerOptions = {}): Promise<Result<Database>> {
  const urls = [url, options.appUrl].filter((each) => each !== undefined)
  if (!urls.every(isAddress)) return refuse('store/bad-url')
  const owner: Address = { connectionString: url }
  const looked = await look(owner, url)
  if (!looked.ok) return looked
  const app = await appAccess(owner, options.appUrl)
  if (!app.ok) return app
  const chance = options.chance ?? Math.random
  const name = `jiannuo-${process.pid}`
  return granted(
    new PgDatabase({
      engine: 'server',
      version: looked.value,
      notices: [app.value.notice],
      pools: {
        app: makePool(app.value.address, name, options.poolSize ?? 8, [ourManners, ...app.value.prepare]),
        owner: makePool(owner, name, 2, [ourManners]),
      },
      listener: new Listener(() => connectAlone(app.value.address, name, CONNECT_MS)),
      ready: () => Promise.resolve(),
      recover: (tries) => waitBetween(tries, chance),
      closed: () => Promise.resolve(),
      chance,
    }),
  )
}

function isAddress(url: string): boolean {
  const { protocol } = URL.canParse(url) ? new URL(url) : { protocol: '' }
  return protocol === 'postgres:' || protocol === 'postgresql:'
}

/** Host for messages: never the whole address, for it holds a password. */
function hostOf(url: string): string {
  const { host, searchParams } = new URL(url)
  return decodeURIComponent(host) || (searchParams.get('host') ?? 'localhost')
}

/** @returns version of the server: `15.8` */
async function look(owner: Address, url: string): Promise<Result<string>> {
  const host = hostOf(url)
  try {
    const client = await connectAlone(owner, `jiannuo-${process.pid}`, CONNECT_MS)
    const { rows } = await client.query<{ number: number; version: string }>(
      `select current_setting('server_version_num')::int as number,
              split_part(current_setting('server_version'), ' ', 1) as version`,
    )
    await client.end()
    const { number, version } = rows[0] ?? { number: 0, version: '' }
    if (number < OLDEST) return refuse('store/server-too-old', { host, found: version })
    return granted(version)
  } catch (error) {
    return refuse('store/server-unreachable', { host, detail: detailOf(error) })
  }
}

/** How the application's role is reached. */
interface AppAccess {
  readonly address: Address
  readonly prepare: readonly Prepare[]
  readonly notice: Problem
}

async function appAccess(owner: Address, appUrl: string | undefined): Promise<Result<AppAccess>> {
  if (appUrl === undefined) {
    const notice = databaseProblem('store/app-set-role', { role: APP_ROLE }, 'note')
    return granted({ address: owner, prepare: [takeRole], notice })
  }
  const address = { connectionString: appUrl }
  try {
    const client = await connectAlone(address, `jiannuo-${process.pid}`, CONNECT_MS)
    const { rows } = await client.query<{ user: string; powerful: boolean }>(
      `select rolname as user, rolsuper or rolbypassrls as powerful from pg_roles where rolname = current_user`,
    )
    await client.end()
    const { user, powerful } = rows[0] ?? { user: '', powerful: true }
    if (powerful) return refuse('store/app-too-powerful', { user })
    return granted({ address, prepare: [], notice: databaseProblem('store/app-login', { user }, 'note') })
  } catch (error) {
    return refuse('store/server-unreachable', { host: hostOf(appUrl), detail: detailOf(error) })
  }
}

// What a server may have set otherwise and our reading of values relies on.
const ourManners: Prepare = async (client) => {
  await client.query("set timezone to 'UTC'; set datestyle to 'ISO'; set bytea_output to 'hex'")
}

/** Takes on the application's role for the life of a connection. */
const takeRole: Prepare = async (client) => {
  const role = identifier(APP_ROLE)
  try {
    await client.query(`set role ${role}`)
  } catch (error) {
    if (!isMissingRight(error)) throw error
    // Since Postgres 16 whoever makes a role may grant it, also to themselves, but has not taken it on by that alone.
    await client.query(`grant ${role} to current_user`)
    await client.query(`set role ${role}`)
  }
}

const isMissingRight = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '42501'

/** A server that restarts is back within a second or two; longer absences are the caller's to decide on. */
async function waitBetween(tries: number, chance: () => number): Promise<boolean> {
  if (tries > TRIES) return false
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * 2 ** tries * (0.5 + chance() / 2)))
  return true
}
