import { type Problem, refused, type Result } from '@jiannuo/kernel'
import { serverProblem } from './http/handler.ts'
import { wantedWords } from './wording.zh.ts'

/** How a server is set up. */
export interface Settings {
  readonly port: number
  /** Address to listen on: loopback unless said. */
  readonly host: string
  /** Address as people type it; decides whether cookies ask for https. */
  readonly baseUrl: string
  /** Key of sessions and tokens; kept in the data folder unless given. */
  readonly secret?: string
  readonly uploadBytes: number
  readonly idleMinutes: number
  readonly sessionHours: number
  /** Calls that one session, or one address without a session, may make in a second for ever; six times as many at once. */
  readonly callsPerSecond: number
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
  /** Who may read the metrics. */
  readonly metrics: 'loopback' | 'all'
  /** Whether the caller's address comes from a proxy's header. */
  readonly trustProxy: boolean
}

type Env = Readonly<Record<string, string | undefined>>

const MB = 1024 * 1024
const LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const
const METRICS = ['loopback', 'all'] as const
const YES_NO = ['true', 'false'] as const

class Reader {
  readonly problems: Problem[] = []
  readonly #env: Env

  constructor(env: Env) {
    this.#env = env
  }

  text(name: string): string | undefined {
    const value = this.#env[name]?.trim()
    return value === '' ? undefined : value
  }

  fault(name: string, wanted: string, shown = this.text(name) ?? ''): void {
    this.problems.push(serverProblem('server/bad-setting', { name, value: shown.slice(0, 80), wanted }))
  }

  whole(name: string, fallback: number, from: number, to: number): number {
    const text = this.text(name)
    if (text === undefined) return fallback
    const value = Number(text)
    if (/^\d+$/.test(text) && value >= from && value <= to) return value
    this.fault(name, name === 'PORT' ? wantedWords.port : wantedWords.number(from, to))
    return fallback
  }

  oneOf<T extends string>(name: string, allowed: readonly T[], fallback: T): T {
    const text = this.text(name)
    if (text === undefined) return fallback
    const found = allowed.find((one) => one === text)
    if (found === undefined) this.fault(name, wantedWords.oneOf(allowed))
    return found ?? fallback
  }
}

const isUrl = (text: string): boolean => /^https?:$/.test(URL.parse(text)?.protocol ?? '')

/**
 * Reads every setting of a server from the environment.
 *
 * @returns the settings, or every one that is wrong, each with its name and what is allowed
 */
export function readSettings(env: Env): Result<Settings> {
  const reader = new Reader(env)
  const port = reader.whole('PORT', 8080, 0, 65_535)
  const host = reader.text('HOST') ?? '127.0.0.1'
  const baseUrl = reader.text('JIANNUO_BASE_URL')
  if (baseUrl !== undefined && !isUrl(baseUrl)) reader.fault('JIANNUO_BASE_URL', wantedWords.url)
  const secret = reader.text('JIANNUO_SECRET')
  if (secret !== undefined && secret.length < 32) reader.fault('JIANNUO_SECRET', wantedWords.secret, '***')
  const settings: Settings = {
    port,
    host,
    baseUrl: (baseUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`).replace(/\/+$/, ''),
    ...(secret === undefined ? {} : { secret }),
    uploadBytes: reader.whole('JIANNUO_UPLOAD_MB', 50, 1, 1000) * MB,
    idleMinutes: reader.whole('JIANNUO_SESSION_IDLE_MINUTES', 30, 1, 1440),
    sessionHours: reader.whole('JIANNUO_SESSION_HOURS', 12, 1, 168),
    callsPerSecond: reader.whole('JIANNUO_CALLS_PER_SECOND', 100, 1, 1_000_000),
    logLevel: reader.oneOf('JIANNUO_LOG', LEVELS, 'info'),
    metrics: reader.oneOf('JIANNUO_METRICS', METRICS, 'loopback'),
    trustProxy: reader.oneOf('JIANNUO_TRUST_PROXY', YES_NO, 'false') === 'true',
  }
  return reader.problems.length > 0 ? refused(...reader.problems) : { ok: true, value: settings }
}
