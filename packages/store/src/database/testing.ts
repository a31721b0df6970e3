import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { DATABASE, SUPERUSER, TEMPLATE } from './bootstrap.ts'
import { type Database, type Engine, OWNER_ROLE } from './connection.ts'
import { openEmbedded } from './embedded.ts'
import { startEmbedded, stopEmbedded } from './launcher/launcher.ts'
import { connectAlone } from './pg-client.ts'
import { pgliteDatabase, startPglite } from './pglite.ts'
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

/**
 * Databases for tests on every engine. The embedded one starts a server of its own, which ends with this process even when it
 * is killed; databases are copies of a prepared one. A server's are made only where `JIANNUO_TEST_DATABASE_URL` gives a login
 * that may create databases; with `JIANNUO_REQUIRE_SERVER=1` it must.
 *
 * @param prepare runs the migrations
 * @param env for example `process.env`
 * @throws Error when a server is required and none is given
 */
export function testDatabases(
  prepare: PrepareDatabase,
  env: Readonly<Record<string, string | undefined>> = process.env,
): readonly TestDatabases[] {
  return [embeddedDatabases(prepare), pgliteDatabases(prepare), serverDatabases(prepare, env)]
}

/** Databases of one engine for tests. */
export const testDatabasesOf = (engine: 'embedded' | 'pglite', prepare: PrepareDatabase): TestDatabases =>
  engine === 'embedded' ? embeddedDatabases(prepare) : pgliteDatabases(prepare)

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

function embeddedDatabases(prepare: PrepareDatabase): TestDatabases {
  const open = new Set<Database>()
  const server = once(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jiannuo-test-'))
    const settings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '300' }
    const started = must(await startEmbedded(folder, { settings, keep: true }))
    const guard = guardServer(folder)
    const first = must(await openEmbedded(folder))
    await prepare(first)
    await first.close()
    return { folder, started, guard }
  })
  return {
    engine: 'embedded',
    create: async () => {
      const { folder, started } = await server.get()
      const name = freshName()
      const admin = await connectAlone({ ...started, user: SUPERUSER, database: TEMPLATE }, 'jiannuo-test', CONNECT_MS)
      await admin.query(`create database ${identifier(name)} template ${DATABASE} owner ${OWNER_ROLE}`)
      await admin.end()
      const database = must(await openEmbedded(folder, { database: name }))
      open.add(database)
      return database
    },
    close: async () => {
      const made = await server.made()
      if (made === undefined) return
      await Promise.all([...open].map((database) => database.close()))
      must(await stopEmbedded(made.folder))
      rmSync(made.folder, { recursive: true, force: true })
      made.guard()
    },
  }
}

/**
 * Ends a server when this process ends, however that comes about: a shell that reads from us hears it.
 *
 * @returns calls the guard off
 */
function guardServer(folder: string): () => void {
  if (process.platform === 'win32') return () => {}
  const script =
    'read line; [ "$line" = off ] || { kill -QUIT "$(head -1 "$1/postgres/postmaster.pid")"; sleep 1; rm -rf "$1"; }'
  const guard = spawn('/bin/sh', ['-c', script, 'guard', folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  guard.unref()
  guard.stdin.on('error', () => {})
  if ('unref' in guard.stdin && typeof guard.stdin.unref === 'function') guard.stdin.unref()
  return () => guard.stdin.end('off\n')
}

const PARTS = { notices: [], closed: () => {}, chance: Math.random }

function pgliteDatabases(prepare: PrepareDatabase): TestDatabases {
  const open = new Set<Database>()
  const dump = once(async () => {
    const db = await startPglite({})
    const first = await pgliteDatabase(db, PARTS)
    await prepare(first)
    const data = await db.dumpDataDir('none')
    await first.close()
    return data
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

function serverDatabases(prepare: PrepareDatabase, env: Readonly<Record<string, string | undefined>>): TestDatabases {
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
