import { sessionOf } from '@jiannuo/app'
import { recordAccountEvent } from '@jiannuo/app/accounts'
import type { EndpointName } from '@jiannuo/contract'
import type { RouteSpec, z } from '@jiannuo/contract/schemas'
import { type Problem, refused, type Result } from '@jiannuo/kernel'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { AppContext, Limits, ServerParts } from './app.ts'
import { readBody, readJson } from './body.ts'
import { unkeepable } from './unkeepable.ts'
import { KEPT_FOR } from './kept.ts'
import { csrfOf, isCrossSite, sameText } from './csrf.ts'
import { failureOf } from './failure.ts'
import {
  type AnyHandler,
  type CallContext,
  type FileAnswer,
  type HandlerContext,
  type OwnContext,
  serverProblem,
} from './handler.ts'

/** An endpoint as it is called. */
export interface Called {
  readonly name: EndpointName
  readonly method: string
  readonly path: string
  readonly spec: RouteSpec
  readonly run: AnyHandler
}

const COOKIE = 'jiannuo_session'
const JSON_LIMIT = 1024 * 1024

const refuse = (c: AppContext, problems: readonly Problem[]): Response => {
  const { body, status } = failureOf(problems, c.get('requestId'))
  const wait = problems[0]?.params?.['seconds'] ?? problems[0]?.params?.['minutes']
  if (status === 429 && wait !== undefined)
    c.header('retry-after', String(problems[0]?.params?.['seconds'] === undefined ? Number(wait) * 60 : wait))
  return c.json(body, status)
}

/** Answers one call: limits, origin, session, token, input, use case, answer. */
export async function answerCall(c: AppContext, parts: ServerParts, limits: Limits, called: Called): Promise<Response> {
  const { spec, method } = called
  const token = getCookie(c, COOKIE)
  const wait = called.name === 'health' ? 0 : limits.calls.take(token ?? c.get('from'))
  if (wait > 0) return refuse(c, [serverProblem('server/too-many', { seconds: wait })])
  const changes = method !== 'GET'
  if (changes && isCrossSite(c.req.raw.headers, new URL(parts.settings.baseUrl).origin))
    return refuse(c, [serverProblem('server/cross-site')])
  if (spec.access === 'public' && changes) {
    const late = limits.signIn.take(c.get('from'))
    if (late > 0) return refuse(c, [serverProblem('server/too-many', { seconds: late })])
  }
  const context = await contextOf(c, parts, called, token)
  if (!context.ok) return refuse(c, context.problems)
  const input = await inputOf(c, spec)
  if (!input.ok) return refuse(c, input.problems)
  const kept = KEPT_FOR[called.name]
  if (kept !== undefined && isSignedIn(context.value)) {
    const asked = { name: called.name, kept, input: input.value }
    const text = await parts.kept.answer(context.value.session, asked, () =>
      answerText(parts, called, context.value, input.value),
    )
    return text.ok ? sendText(c, text.value) : refuse(c, text.problems)
  }
  const answer = await called.run(context.value, input.value)
  return answer.ok ? send(c, parts, called, answer.value) : refuse(c, answer.problems)
}

const isSignedIn = (context: CallContext): context is HandlerContext => 'session' in context

/** An answer as the text that is sent. */
async function answerText(
  parts: ServerParts,
  called: Called,
  context: CallContext,
  input: object,
): Promise<Result<string>> {
  const answer = await called.run(context, input)
  if (!answer.ok) return answer
  if (parts.checkAnswers === true) called.spec.answer.parse(answer.value)
  return { ok: true, value: JSON.stringify(answer.value) }
}

function sendText(c: AppContext, text: string): Response {
  c.header('cache-control', 'no-store')
  return c.body(text, 200, { 'content-type': 'application/json' })
}

const OWN: readonly EndpointName[] = ['changePassword', 'signOut']

function contextOf(
  c: AppContext,
  parts: ServerParts,
  called: Called,
  token: string | undefined,
): Promise<Result<CallContext>> | Result<CallContext> {
  if (called.spec.access === 'public') return { ok: true, value: callOf(c, parts) }
  return OWN.includes(called.name) ? ownMatters(c, parts, token) : signedIn(c, parts, called.method, token)
}

function callOf(c: AppContext, parts: ServerParts): CallContext {
  const { office, accounts, settings } = parts
  const agent = c.req.header('user-agent')?.slice(0, 200)
  const token = getCookie(c, COOKIE)
  return {
    office,
    accounts,
    requestId: c.get('requestId'),
    ...(token === undefined ? {} : { token }),
    origin: { from: c.get('from'), ...(agent === undefined ? {} : { agent }) },
    upload: async () => {
      const bytes = await readBody(c.req.raw, settings.uploadBytes)
      return bytes.ok && bytes.value.length === 0 ? refused(serverProblem('server/no-body')) : bytes
    },
    setToken: (made) => {
      const secure = settings.baseUrl.startsWith('https:')
      if (made === undefined) deleteCookie(c, COOKIE, { path: '/', secure })
      else setCookie(c, COOKIE, made, { path: '/', httpOnly: true, sameSite: 'Strict', secure })
    },
  }
}

/** Whoever is signed in, for calls that ask for it. A new person of the district is looked up for every call: posts end. */
export async function signedIn(
  c: AppContext,
  parts: ServerParts,
  method: string,
  token: string | undefined = getCookie(c, COOKIE),
): Promise<Result<HandlerContext>> {
  if (token === undefined) return refused(serverProblem('server/no-session'))
  const call = callOf(c, parts)
  const { office, accounts, settings } = parts
  const seen = await accounts.sessionOf(token, call.origin)
  if (!seen.result.ok) {
    if (seen.event !== undefined) await trailOf(parts, seen.event)
    return seen.result
  }
  const account = seen.result.value
  const csrf = csrfOf(settings.secret, token)
  if (method !== 'GET' && !sameText(c.req.header('x-csrf-token') ?? '', csrf))
    return refused(serverProblem('server/bad-csrf'))
  if (account.person === undefined) return refused(serverProblem('server/no-person'))
  const session = await sessionOf(office, account.district, account.person)
  return session.ok ? { ok: true, value: { ...call, session: session.value, account, token, csrf } } : session
}

async function trailOf(parts: ServerParts, event: Parameters<typeof recordAccountEvent>[2]): Promise<void> {
  const [district] = await parts.office.store.districts()
  if (district !== undefined) await recordAccountEvent(parts.office, district, event)
}

/** Leaving and changing one's password: the accounts check the session, and do it while nothing else is open yet. */
function ownMatters(c: AppContext, parts: ServerParts, token: string | undefined): Result<OwnContext> {
  if (token === undefined) return refused(serverProblem('server/no-session'))
  const csrf = csrfOf(parts.settings.secret, token)
  if (!sameText(c.req.header('x-csrf-token') ?? '', csrf)) return refused(serverProblem('server/bad-csrf'))
  return { ok: true, value: { ...callOf(c, parts), token } }
}

/** What was called with, by the schemas. @returns the parts, or every fault with its place */
async function inputOf(c: AppContext, spec: RouteSpec): Promise<Result<object>> {
  const given: Record<string, unknown> = {}
  if (spec.params !== undefined) given['params'] = c.req.param()
  if (spec.query !== undefined) given['query'] = c.req.query()
  if (spec.body !== undefined) {
    const body = await readJson(c.req.raw, JSON_LIMIT)
    if (!body.ok) return body
    given['body'] = body.value
  }
  const odd = unkeepable(given)
  if (odd !== undefined) return refused(serverProblem('server/bad-text', { field: odd }))
  const problems: Problem[] = []
  const parsed: Record<string, unknown> = {}
  for (const part of ['params', 'query', 'body'] as const) {
    const schema: z.ZodType | undefined = spec[part]
    if (schema === undefined) continue
    const result = schema.safeParse(given[part])
    if (result.success) parsed[part] = result.data
    else
      problems.push(
        ...result.error.issues.slice(0, 20).map(({ path, message }) =>
          serverProblem('server/bad-input', {
            field: path.map(String).join('.').slice(0, 120) || part,
            says: message.slice(0, 200),
          }),
        ),
      )
  }
  return problems.length > 0 ? refused(...problems) : { ok: true, value: parsed }
}

const isFile = (value: unknown): value is FileAnswer =>
  typeof value === 'object' && value !== null && 'file' in value && value.file === true

function send(c: AppContext, parts: ServerParts, called: Called, value: unknown): Response {
  c.header('cache-control', 'no-store')
  if (isFile(value)) {
    c.header('content-type', value.mediaType)
    c.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(value.name)}`)
    return c.body(Uint8Array.from(value.bytes).buffer)
  }
  if (parts.checkAnswers === true) called.spec.answer.parse(value)
  return c.json(value ?? {})
}
