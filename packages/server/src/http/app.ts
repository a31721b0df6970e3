import { randomBytes, randomUUID } from 'node:crypto'
import type { Office } from '@jiannuo/app'
import type { Accounts } from '@jiannuo/app/accounts'
import { type EndpointName, EVENTS_PATH, paths } from '@jiannuo/contract'
import { type RouteSpec, routes } from '@jiannuo/contract/schemas'
import { type Context, Hono } from 'hono'
import { handlers } from '../handlers.ts'
import type { Live } from '../live/live.ts'
import type { Demo } from '../demo-accounts.ts'
import { openApiDocument } from '../openapi.ts'
import type { Settings } from '../settings.ts'
import { type Pages, servePage } from '../pages.ts'
import { Buckets } from './buckets.ts'
import { answerCall, type Called } from './call.ts'
import { failureOf } from './failure.ts'
import { serverProblem } from './handler.ts'
import { securityHeaders } from './headers.ts'
import type { KeptAnswers } from './kept.ts'
import type { Metrics } from './metrics.ts'

/** What a server is made of. */
export interface ServerParts {
  readonly office: Office
  readonly accounts: Accounts
  readonly settings: Settings & { readonly secret: string }
  readonly version: string
  readonly metrics: Metrics
  readonly live: Live
  /** Answers that are good until something changes. */
  readonly kept: KeptAnswers
  readonly demo: Demo
  readonly pages: Pages
  readonly log: ServerLog
  /** Checks answers by their schemas too: for tests and while building. */
  readonly checkAnswers?: boolean
}

/** Where the server notes what it does. It is never given personal data. */
export interface ServerLog {
  info(facts: object, message: string): void
  error(facts: object, message: string): void
}

/** What is known of a request while it is answered. */
export type Variables = { requestId: string; nonce: string; route: string; from: string }
type Env = { Variables: Variables; Bindings: { incoming?: { socket?: { remoteAddress?: string } } } }
export type AppContext = Context<Env>

const REQUEST_ID = /^[\w-]{8,64}$/

/** Everything a running server limits calls by. */
export interface Limits {
  readonly signIn: Buckets
  readonly calls: Buckets
}

const now = (): number => performance.now()

/** A page asks for many things when it opens: so many seconds' calls may come at once. */
const BURST_SECONDS = 6

const limitsOf = ({ callsPerSecond }: Settings): Limits => ({
  signIn: new Buckets({ burst: 10, perSecond: 0.2 }, now),
  calls: new Buckets({ burst: BURST_SECONDS * callsPerSecond, perSecond: callsPerSecond }, now),
})

/** The address of the caller: the socket's, or what a trusted proxy says. */
function callerOf(c: AppContext, trustProxy: boolean): string {
  const forwarded = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return forwarded ?? c.env?.incoming?.socket?.remoteAddress ?? 'local'
}

const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.|local$)/

/** The whole interface as a Hono application: routes of the contract, live updates, metrics, pages. */
export function createApp(parts: ServerParts): Hono<Env> {
  const app = new Hono<Env>()
  const limits = limitsOf(parts.settings)
  const https = parts.settings.baseUrl.startsWith('https:')
  app.use(async (c, next) => {
    const began = performance.now()
    const given = c.req.header('x-request-id') ?? ''
    c.set('requestId', REQUEST_ID.test(given) ? given : randomUUID())
    c.set('nonce', randomBytes(16).toString('base64'))
    c.set('route', 'other')
    c.set('from', callerOf(c, parts.settings.trustProxy))
    // Before the answer is made: a header that is added to one that stands costs more than all the rest of the way.
    for (const [name, value] of Object.entries(securityHeaders(c.get('nonce'), https))) c.header(name, value)
    c.header('x-request-id', c.get('requestId'))
    await next()
    const seconds = (performance.now() - began) / 1000
    const [route, status] = [c.get('route'), c.res.status]
    parts.metrics.observe(c.req.method, route, status, seconds)
    parts.log.info(
      { id: c.get('requestId'), method: c.req.method, route, status, ms: Math.round(seconds * 1000) },
      'answered',
    )
  })
  app.onError((error, c) => {
    const id = c.get('requestId')
    parts.log.error({ id, route: c.get('route'), error: error.name, at: error.stack?.split('\n')[1]?.trim() }, 'failed')
    const { body } = failureOf([serverProblem('server/failed', { request: id })], id)
    return c.json(body, 500)
  })
  addRoutes(app, parts, limits)
  app.get('/metrics', (c) => {
    c.set('route', '/metrics')
    if (parts.settings.metrics !== 'all' && !LOOPBACK.test(c.get('from'))) return notFound(c)
    return c.text(parts.metrics.text(), 200, { 'content-type': 'text/plain; version=0.0.4' })
  })
  app.all('/api/*', notFound)
  app.all('*', (c) => {
    c.set('route', 'page')
    return c.req.method === 'GET' || c.req.method === 'HEAD' ? servePage(c, parts.pages) : notFound(c)
  })
  return app
}

function notFound(c: AppContext): Response {
  const path = c.req.path.slice(0, 120)
  const { body, status } = failureOf([serverProblem('server/no-route', { path })], c.get('requestId'))
  return c.json(body, status)
}

const isName = (name: string): name is EndpointName => Object.hasOwn(paths, name)

function addRoutes(app: Hono<Env>, parts: ServerParts, limits: Limits): void {
  const table = handlers(parts)
  for (const name of Object.keys(paths).filter(isName)) {
    const [method, path] = paths[name]
    const spec: RouteSpec = routes[name]
    const called: Called = { name, method, path, spec, run: table[name] }
    app.on(method, path.replace(/\{(\w+)\}/g, ':$1'), (c) => {
      c.set('route', path)
      return answerCall(c, parts, limits, called)
    })
  }
  let document: object | undefined
  app.get('/api/openapi.json', (c) => {
    c.set('route', '/api/openapi.json')
    document ??= openApiDocument(parts.version)
    return c.json(document)
  })
  app.get(EVENTS_PATH, (c) => {
    c.set('route', EVENTS_PATH)
    return parts.live.serve(c, parts)
  })
}
