import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { DATABASE, SUPERUSER, TEMPLATE } from './bootstrap.ts'
import { type Database, type Engine, OWNER_ROLE } from './connection.ts'
import { openEmbedded } from './embedded.ts'
import { startEmbedded, stopEmbedded } from './launcher/launcher.ts'
import { takeLock } from './launcher/lock.ts'
import type { Place } from './launcher/socket-place.ts'
import { connectAlone } from './pg-client.ts'
import { pgliteDatabase, type PglitePlace, startPglite } from './pglite.ts'
import { openServer } from './server.ts'
import { identifier } from './settings.ts'

/** Makes fresh databases of one engine for tests. */
export interface TestDatabases {
  readonly engine: Engine
  /** Why there are none: tests are skipped and say so. */
  readonly skip?: string
  /** A database of its own that `prepare` has prepared; closed with the others, or before. */
  create(): Promise<Database>
  /** Closes all, and leaves no server, no folder and no database behind. */
  close(): Promise<void>
}

/** Brings a new database to where tests begin: runs the migrations. It is called once for each engine, not for each database. */
export type PrepareDatabase = (database: Database) => Promise<void>

type Env = Readonly<Record<string, string | undefined>>

/**
 * Names the folder that the test files of one run share (packages/store/testing/shared.ts): one embedded server, and whatever a name
 * was given for. Without it every file has a server of its own and prepares for itself.
 */
export const SHARED_FOLDER = 'JIANNUO_TEST_SHARED'

/**
 * Databases for tests on every engine. The embedded one starts a server, which ends with the process that began the run even when it
 * is killed; databases are copies of a prepared one. A server's are made only where `JIANNUO_TEST_DATABASE_URL` gives a login
 * that may create databases; with `JIANNUO_REQUIRE_SERVER=1` it must.
 *
 * @param prepare runs the migrations
 * @param env for example `process.env`
 * @param name stands for all that `prepare` does: what was prepared under it is shared by the files of a run
 * @throws Error when a server is required and none is given
 */
export function testDatabases(
  prepare: PrepareDatabase,
  env: Env = process.env,
  name?: string,
): readonly TestDatabases[] {
  return [
    embeddedDatabases(prepare, env[SHARED_FOLDER], name),
    pgliteDatabases(prepare, env[SHARED_FOLDER], name),
    serverDatabases(prepare, env),
  ]
}

/** Databases of one engine for tests, as `testDatabases` makes them. */
export const testDatabasesOf = (
  engine: 'embedded' | 'pglite',
  prepare: PrepareDatabase,
  name?: string,
): TestDatabases => {
  const shared = process.env[SHARED_FOLDER]
  return engine === 'embedded' ? embeddedDatabases(prepare, shared, name) : pgliteDatabases(prepare, shared, name)
}

/** A thing that is made with its first use. */
function once<T>(make: () => Promise<T>): { get(): Promise<T>; made(): Promise<T> | undefined } {
  let made: Promise<T> | undefined
  return { get: () => (made ??= make()), made: () => made }
}

let numbers = 0
const freshName = (): string => {
  numbers += 1
  return `jiannuo_test_${process.pid}_${numbers}`
}

/** An embedded server for tests, with a prepared database on it. */
interface TestServer {
  readonly folder: string
  readonly place: Place
  /** The prepared database. */
  readonly template: string
  /** After the databases were closed. @param made the names of those that were made */
  end(made: readonly string[]): Promise<void>
}

function embeddedDatabases(
  prepare: PrepareDatabase,
  shared: string | undefined,
  name: string | undefined,
): TestDatabases {
  const open = new Map<string, Database>()
  const server = once(() => (isNone(shared) ? ownServer(prepare) : sharedServer(prepare, shared, name)))
  return {
    engine: 'embedded',
    create: async () => {
      const { folder, place, template } = await server.get()
      const fresh = freshName()
      await asSuperuser(place, copyOf(template, fresh))
      const database = must(await openEmbedded(folder, { database: fresh }))
      open.set(fresh, database)
      return database
    },
    close: async () => {
      const made = await server.made()
      if (made === undefined) return
      await Promise.all([...open.values()].map((database) => database.close()))
      await made.end([...open.keys()])
    },
  }
}

const isNone = (text: string | undefined): text is undefined => text === undefined || text === ''

const copyOf = (template: string, name: string): string =>
  `create database ${identifier(name)} template ${identifier(template)} owner ${OWNER_ROLE}`

const startForTests = async (folder: string) => {
  const settings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '300' }
  return must(await startEmbedded(folder, { settings, keep: true }))
}

async function ownServer(prepare: PrepareDatabase): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'jiannuo-test-'))
  const place = await startForTests(folder)
  const guard = guardServer(folder)
  await prepareIn(folder, DATABASE, prepare)
  const end = async (): Promise<void> => {
    must(await stopEmbedded(folder))
    rmSync(folder, { recursive: true, force: true })
    guard()
  }
  return { folder, place, template: DATABASE, end }
}

/** The server of the whole run, which whoever comes first starts. */
async function sharedServer(prepare: PrepareDatabase, shared: string, name: string | undefined): Promise<TestServer> {
  const folder = join(shared, SHARED_SERVER)
  const place = await startForTests(folder)
  const make = async (template: string): Promise<void> => {
    await asSuperuser(place, copyOf(DATABASE, template))
    await prepareIn(folder, template, prepare)
  }
  await madeOnce(shared, 'embedded', () => prepareIn(folder, DATABASE, () => Promise.resolve()))
  const own = name === undefined ? freshName() : undefined
  const template = own ?? `jiannuo_for_${name}`
  await (own === undefined ? madeOnce(shared, template, () => make(template)) : make(template))
  const end = async (made: readonly string[]): Promise<void> => {
    for (const one of own === undefined ? made : [...made, own])
      await asSuperuser(place, `drop database if exists ${identifier(one)} with (force)`)
  }
  return { folder, place, template, end }
}

async function prepareIn(folder: string, name: string, prepare: PrepareDatabase): Promise<void> {
  const database = must(await openEmbedded(folder, { database: name }))
  await prepare(database)
  await database.close()
}

/** The shared server's folder in the shared folder. */
export const SHARED_SERVER = 'embedded'

/** Makes a thing that the files of a run share, unless one of them has; the mark of it, a file, is put there when it is whole. */
async function madeOnce(
  shared: string,
  name: string,
  make: () => Promise<Uint8Array | void>,
): Promise<Uint8Array<ArrayBuffer>> {
  const mark = join(shared, `${name}.made`)
  const answer = await takeLock(`${mark}.lock`, MAKE_MS)
  if (!('lock' in answer)) throw new Error(`no test database: ${name} is not made in time`)
  try {
    if (!existsSync(mark)) {
      writeFileSync(`${mark}.part`, (await make()) ?? '')
      renameSync(`${mark}.part`, mark)
    }
  } finally {
    answer.lock.release()
  }
  return readFileSync(mark)
}

const MAKE_MS = 300_000

/**
 * Ends a server when this process ends, however that comes about: a shell that reads from us hears it.
 *
 * @param folder the server's
 * @param whole what is removed then
 * @returns calls the guard off
 */
export function guardServer(folder: string, whole: string = folder): () => void {
  if (process.platform === 'win32') return () => {}
  const script =
    'read line; [ "$line" = off ] || { kill -QUIT "$(head -1 "$1/postgres/postmaster.pid")"; sleep 1; rm -rf "$2"; }'
  const guard = spawn('/bin/sh', ['-c', script, 'guard', folder, whole], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  guard.unref()
  guard.stdin.on('error', () => {})
  if ('unref' in guard.stdin && typeof guard.stdin.unref === 'function') guard.stdin.unref()
  return () => guard.stdin.end('off\n')
}

const PARTS = { notices: [], closed: () => {}, chance: Math.random }

function pgliteDatabases(
  prepare: PrepareDatabase,
  shared: string | undefined,
  name: string | undefined,
): TestDatabases {
  const open = new Set<Database>()
  const dump = once(async () => {
    if (isNone(shared)) return pgliteDump({}, prepare)
    // Making one from nothing is dear, and the same for all.
    const empty = () => madeOnce(shared, 'pglite', () => pgliteBytes({}, () => Promise.resolve()))
    const prepared = async () => pgliteBytes({ loadDataDir: new Blob([await empty()]) }, prepare)
    return new Blob([await (name === undefined ? prepared() : madeOnce(shared, `pglite_for_${name}`, prepared))])
  })
  return {
    engine: 'pglite',
    create: async () => {
      const db: PGlite = await startPglite({ loadDataDir: await dump.get() })
      const database = await pgliteDatabase(db, PARTS)
      open.add(database)
      return database
    },
    close: async () => {
      await Promise.all([...open].map((database) => database.close()))
    },
  }
}

/** A PGlite database that has been prepared, as a dump. */
async function pgliteDump(place: PglitePlace, prepare: PrepareDatabase): Promise<Blob> {
  const db = await startPglite(place)
  const first = await pgliteDatabase(db, PARTS)
  await prepare(first)
  const data = await db.dumpDataDir('none')
  await first.close()
  return data
}

const pgliteBytes = async (place: PglitePlace, prepare: PrepareDatabase): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await (await pgliteDump(place, prepare)).arrayBuffer())

function serverDatabases(prepare: PrepareDatabase, env: Env): TestDatabases {
  const url = env.JIANNUO_TEST_DATABASE_URL
  if (url === undefined || url === '') {
    if (env.JIANNUO_REQUIRE_SERVER === '1') throw new Error('JIANNUO_TEST_DATABASE_URL is required')
    const skip = 'JIANNUO_TEST_DATABASE_URL is not set'
    return { engine: 'server', skip, create: noServer, close: () => Promise.resolve() }
  }
  const open = new Map<string, Database>()
  const template = once(async () => {
    const name = freshName()
    await asAdmin(url, `create database ${identifier(name)}`)
    const first = must(await openServer(withDatabase(url, name)))
    await prepare(first)
    await first.close()
    return name
  })
  return {
    engine: 'server',
    create: async () => {
      const from = await template.get()
      const name = freshName()
      await asAdmin(url, `create database ${identifier(name)} template ${identifier(from)}`)
      const database = must(await openServer(withDatabase(url, name)))
      open.set(name, database)
      return database
    },
    close: async () => {
      await Promise.all([...open.values()].map((database) => database.close()))
      const made = await template.made()
      for (const name of [...open.keys(), ...(made === undefined ? [] : [made])])
        await asAdmin(url, `drop database if exists ${identifier(name)} with (force)`)
    },
  }
}

const noServer = (): Promise<never> => Promise.reject(new Error('no server for tests'))

async function asSuperuser(place: Place, script: string): Promise<void> {
  const admin = await connectAlone({ ...place, user: SUPERUSER, database: TEMPLATE }, 'jiannuo-test', CONNECT_MS)
  try {
    await admin.query(script)
  } finally {
    await admin.end()
  }
}

async function asAdmin(url: string, script: string): Promise<void> {
  const admin = await connectAlone({ connectionString: url }, 'jiannuo-test', CONNECT_MS)
  try {
    await admin.query(script)
  } finally {
    await admin.end()
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

function must<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: unknown },
): T {
  if (result.ok) return result.value
  throw new Error(`no test database: ${JSON.stringify(result.problems)}`)
}

const CONNECT_MS = 15_000
