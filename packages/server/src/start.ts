import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { ADMINISTRATOR, type Office, runTimers } from '@jiannuo/app'
import { type Accounts, openOfficeAccounts, settled } from '@jiannuo/app/accounts'
import { refused, type Result } from '@jiannuo/kernel'
import { pino } from 'pino'
import { type Demo, demoAccounts, noDemo } from './demo-accounts.ts'
import { createApp, type ServerParts } from './http/app.ts'
import { ChangesOf } from './http/changes.ts'
import { serverProblem } from './http/handler.ts'
import { KeptAnswers } from './http/kept.ts'
import { keptSessions } from './http/kept-sessions.ts'
import { Metrics } from './http/metrics.ts'
import { Live } from './live/live.ts'
import type { Settings } from './settings.ts'

/** How to start a server on an office that is open. */
export interface StartOptions {
  readonly office: Office
  readonly settings: Settings
  /** The data folder: what must be kept beside the database lies there. */
  readonly folder: string
  /** Where the built pages lie. */
  readonly pages: string
  readonly version: string
  /** Whether the invented district is there to look at, with accounts to try. */
  readonly demo: boolean
}

/** An initial password: the only time that it can be read. */
export interface FirstPassword {
  readonly name: string
  readonly password: string
}

/** A server that runs. */
export interface Running {
  readonly url: string
  readonly demo: Demo
  /** Accounts that were made at this start for administrators who had none. */
  readonly made: readonly FirstPassword[]
  /** Takes no more calls, ends what listens, finishes what is being answered; the office stays open. */
  close(): Promise<void>
}

type FetchCallback = Parameters<typeof getRequestListener>[0]

const SECRET_FILE = 'server-secret'
/** How long open requests may take to end. */
const GRACE_MS = 10_000

/** The key of sessions: given, or made once and kept where only this user reads. */
async function secretOf({ secret }: Settings, folder: string): Promise<string> {
  if (secret !== undefined) return secret
  await mkdir(folder, { recursive: true })
  const path = join(folder, SECRET_FILE)
  const kept = await readFile(path, 'utf8').catch(() => '')
  if (kept.trim().length >= 32) return kept.trim()
  const made = randomBytes(48).toString('base64url')
  await writeFile(path, `${made}\n`, { mode: 0o600 })
  return made
}

/** Makes accounts for administrators who have none, so that somebody can sign in. */
async function firstAdministrators(office: Office, accounts: Accounts): Promise<readonly FirstPassword[]> {
  const made: FirstPassword[] = []
  for (const district of await office.store.districts()) {
    if ((await accounts.accountsIn(district)).length > 0) continue
    const view = await office.districts.view(district)
    for (const { person, role, to } of view.posts) {
      const known = view.persons.get(person)
      if (role !== ADMINISTRATOR || to !== undefined || known === undefined) continue
      const account = { name: known.account ?? person, label: known.name, district, person }
      const answer = await accounts.createAccount(account, { from: 'start', by: 'machine' })
      const done = await settled(office, district, answer)
      if (done.ok) made.push({ name: done.value.name, password: done.value.initialPassword })
    }
  }
  return made
}

/** Everything that a server is made of, without listening. */
export async function assemble(
  options: StartOptions,
): Promise<Result<ServerParts & { readonly made: readonly FirstPassword[] }>> {
  const { office, settings, folder, version, pages } = options
  const secret = await secretOf(settings, folder)
  const { baseUrl, idleMinutes, sessionHours } = settings
  const opened = await openOfficeAccounts(office, { secret, baseUrl, idleMinutes, sessionHours })
  if (!opened.ok) return opened
  const accounts = keptSessions(opened.value, office.now)
  const demo = options.demo ? await demoAccounts(office, accounts, folder) : noDemo
  const made = await firstAdministrators(office, accounts)
  const log = pino({ level: settings.logLevel, base: null })
  const failed = (error: unknown): void =>
    log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'looking')
  const changes = new ChangesOf(office)
  const live = new Live(office, changes, failed)
  const metrics = new Metrics()
  metrics.gauge('jiannuo_pages_listening', 'Pages that listen for changes.', () => live.size)
  const delay = monitorEventLoopDelay()
  delay.enable()
  metrics.gauge('jiannuo_event_loop_seconds', 'Mean delay of the event loop.', () => delay.mean / 1e9)
  return {
    ok: true,
    value: {
      office,
      accounts,
      settings: { ...settings, secret },
      version,
      metrics,
      live,
      kept: new KeptAnswers(office, undefined, changes),
      demo,
      pages: { folder: pages },
      log,
      made,
    },
  }
}

function listening(fetch: FetchCallback, { host, port }: Settings): Promise<Result<Server>> {
  return new Promise((resolve) => {
    const answer = getRequestListener(fetch)
    const server = createServer((incoming, outgoing) => void answer(incoming, outgoing))
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE'
      const problem = taken
        ? serverProblem('server/port-taken', { port })
        : serverProblem('server/no-port', { host, port, why: error.code ?? error.name })
      resolve(refused(problem))
    })
    server.listen(port, host, () => resolve({ ok: true, value: server }))
  })
}

/** Any free port, where 0 was asked for: the address must be known before the first call, which is checked against it. */
async function withPort(settings: Settings): Promise<Settings> {
  if (settings.port !== 0) return settings
  const probe = createServer()
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, settings.host, resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { ...settings, port, baseUrl: settings.baseUrl.replace(/:0$/, `:${port}`) }
}

/**
 * Starts a server: accounts, routes, live updates, and the worker that fires timers and turns lights.
 *
 * @returns the server, or `server/port-taken`, `server/no-port`, or what stands against the accounts' options
 */
export async function startServer(options: StartOptions): Promise<Result<Running>> {
  const settings = await withPort(options.settings)
  const assembled = await assemble({ ...options, settings })
  if (!assembled.ok) return assembled
  const parts = assembled.value
  const { accounts, live, office, log } = parts
  const bound = await listening(createApp(parts).fetch, settings)
  if (!bound.ok) {
    await accounts.close()
    return bound
  }
  const stop = new AbortController()
  const failed = (error: unknown): void =>
    log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'timers')
  const worker = runTimers(office, { signal: stop.signal, onError: failed })
  return {
    ok: true,
    value: {
      url: settings.baseUrl,
      demo: parts.demo,
      made: parts.made,
      close: () => closeAll(bound.value, live, accounts, stop, worker),
    },
  }
}

async function closeAll(
  server: Server,
  live: Live,
  accounts: Accounts,
  stop: AbortController,
  worker: Promise<void>,
): Promise<void> {
  stop.abort()
  live.close()
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const timer = setTimeout(() => server.closeAllConnections(), GRACE_MS)
  await Promise.all([closed, worker])
  clearTimeout(timer)
  await accounts.close()
}
