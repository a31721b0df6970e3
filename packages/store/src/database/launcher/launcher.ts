import { existsSync, mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { granted, type Result, refused } from '@jiannuo/kernel'
import { SUPERUSER, TEMPLATE } from '../bootstrap.ts'
import { isLoss } from '../errors.ts'
import { connectAlone } from '../pg-client.ts'
import { databaseProblem, detailOf, reasonText, refuse } from '../problems.ts'
import { type Binaries, findBinaries, packageName } from './binaries.ts'
import { ensureCluster, versionOf } from './cluster.ts'
import { type Layout, layoutOf } from './layout.ts'
import { type Lock, takeLock } from './lock.ts'
import { findServer } from './postmaster.ts'
import { endOrphans, launch, stopServer } from './server-process.ts'
import { chooseUser, giveLike, type ServiceUser } from './service-user.ts'
import { choosePlace, type Place, readPlace, writePlace } from './socket-place.ts'

/** How to start the embedded server. */
export interface EmbeddedOptions {
  /** Folder of other programs of Postgres than the package's, with bin, lib and share. */
  readonly binaries?: string
  /** Settings of the server besides ours: `{ work_mem: '64MB' }`. They count only when this call starts it. */
  readonly settings?: Readonly<Record<string, string>>
  /** Longest wait for another process that starts or stops the same server, and for the server itself. */
  readonly waitMs?: number
}

/** An embedded server that is running. */
export interface EmbeddedServer extends Place {
  readonly folder: string
  readonly pid: number
  /** It was running already. */
  readonly adopted: boolean
  /** Its database was made now. */
  readonly created: boolean
}

/** How an embedded server stands. */
export interface EmbeddedStatus {
  /** `absent`: there is no database in the folder yet. `starting`: recovering, starting or stopping. */
  readonly state: 'absent' | 'stopped' | 'starting' | 'running'
  readonly pid?: number
  readonly place?: Place
  /** Goes on without anyone connected, until it is stopped. */
  readonly keep: boolean
  /** Major version of the data. */
  readonly version?: string
}

const WAIT_MS = 120_000
const RETRY_MS = 50
const LINGER_MS = 500
const LOOK_MS = 5
const GREET_MS = 30_000

/**
 * Starts the embedded server of a data folder, or finds it running. It goes on without anyone connected until `stopEmbedded`,
 * or until a process that has opened its database closes it and nobody else is connected; `keep` rules the latter out.
 *
 * @param folder the data folder; made when it is not there
 */
export const startEmbedded = (
  folder: string,
  options: EmbeddedOptions & { readonly keep?: boolean } = {},
): Promise<Result<EmbeddedServer>> =>
  underLock(folder, options, async (layout) => {
    const started = await ensureServer(layout, options, greetOnce)
    if (!started.ok) return started
    if (options.keep === true) {
      writeFileSync(layout.keep, '', { mode: 0o600 })
      giveLike(layout.folder, layout.keep)
    }
    return granted(started.value.server)
  })

/** Stops the embedded server of a data folder, whoever is connected. Granted with false when it was not running. */
export const stopEmbedded = (folder: string, options: EmbeddedOptions = {}): Promise<Result<boolean>> =>
  underLock(folder, options, async (layout) => {
    rmSync(layout.keep, { force: true })
    return stopHere(layout, options)
  })

/** How the embedded server of a data folder stands. Changes nothing. */
export function statusEmbedded(folder: string): EmbeddedStatus {
  const layout = layoutOf(resolve(folder))
  const version = versionOf(layout.cluster)
  const keep = existsSync(layout.keep)
  if (version === undefined && !existsSync(layout.cluster)) return { state: 'absent', keep }
  const known = version === undefined ? { keep } : { keep, version }
  const server = findServer(layout.cluster)
  if (server.at === 'stopped') return { state: 'stopped', ...known }
  const { pid, ready } = server.postmaster
  const place = readPlace(layout)
  return { state: ready ? 'running' : 'starting', pid, ...(place === undefined ? {} : { place }), ...known }
}

/** Runs work while no other process starts or stops the server of the folder. */
export async function underLock<T>(
  folder: string,
  options: EmbeddedOptions,
  work: (layout: Layout) => Promise<Result<T>>,
): Promise<Result<T>> {
  const waitMs = options.waitMs ?? WAIT_MS
  let layout: Layout
  let lock: Lock
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    // One folder, one name: links and relative paths must lead to the same socket.
    layout = layoutOf(realpathSync(folder))
    const answer = await takeLock(layout.lock, waitMs)
    if (!('lock' in answer)) {
      const holder = `${answer.holder.host} ${answer.holder.pid}`.trim()
      return refuse('store/folder-busy', { folder, holder, seconds: Math.round(waitMs / 1000) })
    }
    lock = answer.lock
  } catch (error) {
    return refuse('store/folder-unusable', { folder, detail: detailOf(error) })
  }
  try {
    return await work(layout)
  } finally {
    lock.release()
  }
}

/**
 * Finds the server running or starts it, and greets it: only one that answers is there. A server that has been killed may
 * look alive for a moment, one that somebody stops looks so until it has ended; both are waited for. Under the lock.
 *
 * @param greet makes itself known to the server; what it gives back is given on
 */
export async function ensureServer<Guest>(
  layout: Layout,
  options: EmbeddedOptions,
  greet: (server: EmbeddedServer) => Promise<Guest>,
): Promise<Result<{ readonly server: EmbeddedServer; readonly guest: Guest }>> {
  const until = Date.now() + (options.waitMs ?? WAIT_MS)
  for (let tries = 0; ; tries += 1) {
    const found = await findOrStart(layout, options, until, tries)
    if (found !== undefined && !found.ok) return found
    try {
      if (found !== undefined) return granted({ server: found.value, guest: await greet(found.value) })
    } catch (error) {
      if (!isLoss(error) || Date.now() >= until)
        return refuse('store/start-failed', { folder: layout.folder, detail: detailOf(error) })
    }
    if (Date.now() >= until) return slow(layout, options)
    await new Promise((done) => setTimeout(done, LOOK_MS))
  }
}

/** @returns nothing while it is still starting or stopping */
async function findOrStart(
  layout: Layout,
  options: EmbeddedOptions,
  until: number,
  tries: number,
): Promise<Result<EmbeddedServer> | undefined> {
  const state = findServer(layout.cluster)
  if (state.at === 'stopped') return startHere(layout, options, until)
  if (!state.postmaster.ready) return undefined
  // What is written down may be wrong (a folder that was moved): then it is where it would be by itself.
  const place = (tries % 2 === 0 ? readPlace(layout) : undefined) ?? (await choosePlace(layout, false))
  return granted({ folder: layout.folder, pid: state.postmaster.pid, adopted: true, created: false, ...place })
}

/** Signs in and out again. */
async function greetOnce(server: EmbeddedServer): Promise<void> {
  const client = await connectAlone({ ...server, user: SUPERUSER, database: TEMPLATE }, 'jiannuo', GREET_MS)
  await client.query('select 1')
  await client.end()
}

const slow = (layout: Layout, options: EmbeddedOptions): Result<never> =>
  refuse('store/start-slow', {
    folder: layout.folder,
    seconds: Math.round((options.waitMs ?? WAIT_MS) / 1000),
  })

async function startHere(layout: Layout, options: EmbeddedOptions, until: number): Promise<Result<EmbeddedServer>> {
  const means = await findMeans(layout, options)
  if (!means.ok) return means
  const { binaries, user } = means.value
  try {
    const place = await choosePlace(layout, false)
    const made = await ensureCluster(layout, binaries, user, place.password)
    if (!made.ok) return made
    const started = await tryStart({ layout, binaries, user, settings: options.settings ?? {} }, place, until)
    if ('slow' in started) return slow(layout, options)
    if ('failed' in started)
      return refuse('store/start-failed', { folder: layout.folder, detail: fatalLine(started.failed) })
    return granted({ folder: layout.folder, adopted: false, created: made.value, ...started })
  } catch (error) {
    return refuse('store/start-failed', { folder: layout.folder, detail: detailOf(error) })
  }
}

type Attempt = { readonly slow: true } | { readonly failed: string } | ({ readonly pid: number } & Place)

// A killed server's children take a moment to notice; until then Postgres finds its memory in use.
const LINGERING = /pre-existing shared memory block|lock file "postmaster\.pid" already exists/
const NO_SOCKETS = /could not (?:bind|create) (?:Unix|any Unix)/

async function tryStart(
  means: Omit<Parameters<typeof launch>[0], 'place'>,
  first: Place,
  until: number,
): Promise<Attempt> {
  const patience = Date.now() + LINGER_MS
  for (let place = first; ; ) {
    writePlace(means.layout, place)
    const started = await launch({ ...means, place }, Math.max(until - Date.now(), 1000))
    if (!('failed' in started)) return { ...place, ...started }
    const short = await choosePlace(means.layout, true)
    if (NO_SOCKETS.test(started.failed) && place.host !== short.host) place = short
    else if (!LINGERING.test(started.failed) || Date.now() >= until) return started
    else if (Date.now() >= patience) endOrphans(means.layout.cluster)
    await new Promise((done) => setTimeout(done, RETRY_MS))
  }
}

/** What the server died of, out of its log. */
function fatalLine(log: string): string {
  const lines = log.trim().split('\n')
  const line = lines.findLast((each) => /(?:FATAL|PANIC):/.test(each)) ?? lines.at(-1) ?? ''
  return line.replace(/^.*?(?=FATAL:|PANIC:)/, '').trim()
}

/** The programs and the user; a refusal where this machine has none, by `store/no-binaries`. */
async function findMeans(
  layout: Layout,
  options: EmbeddedOptions,
): Promise<Result<{ readonly binaries: Binaries; readonly user: ServiceUser | undefined }>> {
  const choice = chooseUser(layout.cluster)
  if ('reason' in choice) return cannotRun(layout, reasonText(choice.reason))
  const found = await findBinaries(choice.user, layout.folder, options.binaries)
  if ('reason' in found) return cannotRun(layout, found.reason)
  return granted({ binaries: found.binaries, user: choice.user })
}

// With data here, an empty database in its stead would look as if all were lost.
const cannotRun = (layout: Layout, reason: string): Result<never> =>
  existsSync(layout.cluster)
    ? refused(
        databaseProblem('store/data-needs-binaries', {
          folder: layout.folder,
          reason,
          package: packageName() ?? 'PostgreSQL 18',
        }),
      )
    : refuse('store/no-binaries', { reason })

/** Stops the server of the folder. Under the lock. */
export async function stopHere(layout: Layout, options: EmbeddedOptions): Promise<Result<boolean>> {
  const state = findServer(layout.cluster)
  if (state.at === 'stopped') return granted(false)
  const { pid } = state.postmaster
  const failed = await stopServer(layout.cluster, pid, options.waitMs ?? WAIT_MS)
  if (failed !== undefined) return refuse('store/stop-failed', { folder: layout.folder, pid, detail: failed })
  return granted(true)
}
