import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs'
import { totalmem } from 'node:os'
import type { Binaries } from './binaries.ts'
import { clusterArgument } from './cluster.ts'
import type { Layout } from './layout.ts'
import { clearNote, findServer, isServerOf } from './postmaster.ts'
import { processesIn } from './processes.ts'
import { identityOf, programEnvironment, runProgram } from './run-program.ts'
import { giveLike, type ServiceUser } from './service-user.ts'
import { type Place, preparePlace, socketArgument } from './socket-place.ts'

/** A server that is to be started. */
export interface Launch {
  readonly layout: Layout
  readonly binaries: Binaries
  readonly user: ServiceUser | undefined
  readonly place: Place
  /** Settings of the server besides ours. */
  readonly settings: Readonly<Record<string, string>>
}

/** How a start went: ready, or ended with what it wrote into its log, or not ready in time. */
export type Started = { readonly pid: number } | { readonly failed: string } | { readonly slow: true }

const LOOK_MS = 4
const LONGEST_LOG = 5_000_000
const MEGABYTE = 1024 * 1024

/** Starts the server and waits until it takes connections. It goes on when this process ends. */
export async function launch(start: Launch, waitMs: number): Promise<Started> {
  const { layout, user } = start
  clearNote(layout.cluster)
  preparePlace(layout, start.place, user)
  if (process.platform === 'win32') return launchOnWindows(start, waitMs)
  const from = cutLog(layout)
  const log = openSync(layout.log, 'a', 0o600)
  giveLike(layout.folder, layout.log)
  let ended = false
  try {
    const child = spawn(start.binaries.postgres, serverArguments(start), {
      cwd: layout.cluster,
      detached: true,
      stdio: ['ignore', log, log],
      env: programEnvironment(),
      ...identityOf(user),
    })
    const stop = (): void => {
      ended = true
    }
    child.on('error', stop)
    child.on('exit', stop)
    child.unref()
  } finally {
    closeSync(log)
  }
  const ready = await waitReady(layout, waitMs, () => ended)
  return ready ?? (ended ? { failed: textFrom(layout.log, from) } : { slow: true })
}

async function waitReady(layout: Layout, waitMs: number, ended: () => boolean): Promise<Started | undefined> {
  const until = Date.now() + waitMs
  while (!ended() && Date.now() < until) {
    const state = findServer(layout.cluster)
    if (state.at === 'running' && state.postmaster.ready) return { pid: state.postmaster.pid }
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
  }
  return undefined
}

/** Windows: only pg_ctl can give the server the lesser rights that it insists on. */
async function launchOnWindows(start: Launch, waitMs: number): Promise<Started> {
  const { layout, binaries } = start
  const options = serverArguments(start)
    .slice(2)
    .map((word) => (word === '-c' ? word : `"${word}"`))
    .join(' ')
  const wait = ['-w', '-t', String(Math.ceil(waitMs / 1000))]
  const words = ['start', '-D', layout.cluster, '-l', layout.log, ...wait, '-o', options]
  const ended = await runProgram(binaries.control, words)
  const state = findServer(layout.cluster)
  return state.at === 'running'
    ? { pid: state.postmaster.pid }
    : { failed: `${ended.output}${textFrom(layout.log, 0)}` }
}

function serverArguments(start: Launch): string[] {
  const { layout, place, user } = start
  const tcp = place.password !== undefined
  const settings = {
    listen_addresses: tcp ? place.host : '',
    unix_socket_directories: tcp ? '' : socketArgument(layout, place, user),
    port: String(place.port),
    ...ownSettings(),
    ...start.settings,
  }
  const words = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return ['-D', clusterArgument(layout.cluster, user), ...words]
}

/**
 * One office on one machine: no replication, a modest share of memory, safe against power cuts (fsync and full pages stay
 * on, as they are by themselves). What the log says must not hold rows: no statements, no details.
 */
const ownSettings = (): Record<string, string> => ({
  cluster_name: 'jiannuo',
  max_connections: '60',
  shared_buffers: `${Math.min(512, Math.max(64, Math.floor(totalmem() / MEGABYTE / 16)))}MB`,
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_logical_replication_workers: '0',
  checkpoint_timeout: '10min',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  // Segments in files of the cluster: /dev/shm is small in containers, and some systems clear it when a user signs out.
  ...(process.platform === 'win32' ? {} : { dynamic_shared_memory_type: 'mmap' }),
})

/** @returns where the next words will stand */
function cutLog(layout: Layout): number {
  try {
    const { size } = statSync(layout.log)
    if (size <= LONGEST_LOG) return size
    truncateSync(layout.log)
    return 0
  } catch {
    return 0
  }
}

function textFrom(path: string, from: number): string {
  try {
    return readFileSync(path).subarray(from).toString()
  } catch {
    return ''
  }
}

/**
 * Stops the server of a cluster: clients are cut off, all is written, and it ends. One that does not end so is made to end
 * at once; the next start recovers.
 *
 * @returns what stood against it; nothing when it has ended
 */
export async function stopServer(cluster: string, pid: number, waitMs: number): Promise<string | undefined> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    try {
      process.kill(pid, signal)
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EPERM') return 'EPERM'
    }
    const until = Date.now() + waitMs
    while (Date.now() < until) {
      if (!isServerOf(pid, cluster)) return undefined
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
    }
  }
  return 'timeout'
}

/**
 * Ends what a killed server has left of itself: processes that still work on a statement and have not noticed yet. They hold
 * the memory that the next server needs; what they have not committed is lost in any case.
 */
export function endOrphans(cluster: string): void {
  for (const pid of processesIn(cluster, 'postgres')) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It has ended, or is not ours to end.
    }
  }
}
