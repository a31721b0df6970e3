import type { Office, Session } from '@jiannuo/app'
import type { Accounts, AccountSession, Origin } from '@jiannuo/app/accounts'
import type { Answer, EndpointName } from '@jiannuo/contract'
import type { routes, z as Z } from '@jiannuo/contract/schemas'
import type { Problem, Result } from '@jiannuo/kernel'

type Routes = typeof routes
type Parsed<T> = T extends Z.ZodType ? Z.output<T> : never
type Part<K extends EndpointName, P extends 'params' | 'query' | 'body'> =
  Routes[K] extends Record<P, infer T> ? { readonly [N in P]: Parsed<T> } : unknown

/** What an endpoint was called with, checked and converted by its schemas. */
export type Input<K extends EndpointName> = Part<K, 'params'> & Part<K, 'query'> & Part<K, 'body'>

/** What every call knows. */
export interface CallContext {
  readonly office: Office
  readonly accounts: Accounts
  readonly requestId: string
  /** The session's token as the cookie holds it, whether it is good or not. */
  readonly token?: string
  readonly origin: Origin
  /** The body as bytes, for endpoints that take a file. @returns the bytes, or `server/too-large`, `server/no-body` */
  readonly upload: () => Promise<Result<Uint8Array>>
  /** Sets or clears the session's cookie. */
  readonly setToken: (token: string | undefined) => void
}

/** A call of somebody signed in. */
export interface HandlerContext extends CallContext {
  readonly session: Session
  readonly account: AccountSession
  readonly token: string
  /** What changes must carry as `x-csrf-token`. */
  readonly csrf: string
}

/** A call about one's own account, which is open before anything else is. */
export interface OwnContext extends CallContext {
  readonly token: string
}

/** An answer that is a file. */
export interface FileAnswer {
  readonly file: true
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly name: string
}

/** Answers with a file. */
export const file = (bytes: Uint8Array, mediaType: string, name: string): Result<FileAnswer> => ({
  ok: true,
  value: { file: true, bytes, mediaType, name },
})

/** A refusal by the rules of a system, in its own words: the state, the role, or somebody who was first. */
export const refusedByRules = (code: string, text: string): Result<never> => ({
  ok: false,
  problems: [{ code: 'server/refused', severity: 'error', params: { code, text } }],
})

/** A problem of this package. */
export const serverProblem = (code: string, params: Problem['params'] = {}): Problem => ({
  code,
  severity: 'error',
  params,
})

type Public = 'health' | 'ready' | 'welcome' | 'signIn' | 'secondFactor'
type Own = 'changePassword' | 'signOut'
type Context<K extends EndpointName> = K extends Public ? CallContext : K extends Own ? OwnContext : HandlerContext
type Value<K extends EndpointName> = Routes[K] extends { download: string } ? FileAnswer : Answer<K>

/** Carries out one endpoint. */
export type Handler<K extends EndpointName> = (context: Context<K>, input: Input<K>) => Promise<Result<Value<K>>>

/**
 * Every endpoint by its name in the contract. Parts of the table stand in `routes/`, one file a subject; `handlers.ts` puts them together. A handler
 * calls use cases and shapes what they give; it decides nothing.
 */
export type Handlers = { readonly [K in EndpointName]: Handler<K> }

interface Runs {
  run(context: CallContext, input: object): Promise<Result<unknown>>
}

/** Any of them, as the router calls it: what it is given was checked by the schemas of the same endpoint. */
export type AnyHandler = Runs['run']
