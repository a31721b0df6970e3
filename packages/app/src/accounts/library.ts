import { type Instant, instant } from '@jiannuo/kernel'
import { APIError } from 'better-auth/api'
import { type Auth, BASE_PATH, FROM_HEADER, type LibraryOptions, openAuth } from './auth.ts'
import { emailOf, OIDC_PROVIDER } from './tables.ts'
import { type Origin, SIGN_IN_METHODS, type SignInMethod, type TotpEnrolment, type TotpProof } from './types.ts'

/** How a step of a sign-in went: a session, a challenge for the second factor, or a refusal with the library's code. */
export type Step =
  | { readonly kind: 'session'; readonly token: string }
  | { readonly kind: 'challenge'; readonly challenge: string }
  | { readonly kind: 'refused'; readonly code: string }

/** A session as the library knows it. */
export interface LibrarySession {
  readonly id: string
  readonly account: string
  readonly name: string
  readonly label: string
  readonly district: string
  readonly person: string | undefined
  readonly method: SignInMethod
  readonly twoFactor: boolean
  readonly mustChange: boolean
  readonly closed: boolean
  readonly startedAt: Instant
  readonly seenAt: Instant
}

/** The few calls of the library that accounts are made of. Everything else of it is out of reach from outside. */
export interface Library {
  /** The first step of a sign-in. */
  readonly password: (name: string, password: string, origin: Origin) => Promise<Step>
  /** The second step, or the end of an enrolment. */
  readonly code: (proof: TotpProof, origin: Origin) => Promise<Step>
  /** The account whose sign-in waits for its second step. */
  readonly challenged: (challenge: string) => Promise<string | undefined>
  /** Takes a value for two minutes; false when it is taken. */
  readonly reserve: (value: string) => Promise<boolean>
  readonly enrol: (token: string, name: string, password: string) => Promise<TotpEnrolment | string>
  readonly session: (token: string) => Promise<LibrarySession | undefined>
  readonly begin: () => Promise<{ readonly url: string; readonly state: string }>
  readonly finish: (query: string, state: string, origin: Origin) => Promise<Step>
}

const CODE_LIFE_MS = 120_000

/** Headers carry printable ASCII, and the session table no novels. */
const headerText = (text: string): string => text.replace(/[^ -~]/g, '?').slice(0, 200)

function headersOf(origin: Origin | undefined, cookies: Readonly<Record<string, string>> = {}): Headers {
  const headers = new Headers({ [FROM_HEADER]: headerText(origin?.from ?? '') })
  headers.set('user-agent', headerText(origin?.agent ?? ''))
  // What is not a cookie value would smuggle in another cookie.
  const pairs = Object.entries(cookies).filter(([, value]) => /^[\w.%~+/=-]+$/.test(value))
  if (pairs.length > 0) headers.set('cookie', pairs.map(([name, value]) => `${name}=${value}`).join('; '))
  return headers
}

/** The value of a cookie that an answer sets, if it sets it to anything. */
function cookieOf(headers: Headers, name: string): string | undefined {
  const line = headers.getSetCookie().find((cookie) => cookie.startsWith(`${name}=`))
  const value = line?.slice(name.length + 1).split(';')[0]
  return value === '' ? undefined : value
}

/** Runs a call of the library; an expected refusal becomes its code. A lost database or a bug is thrown on. */
async function refusedBy<T>(call: () => Promise<T>): Promise<T | string> {
  try {
    return await call()
  } catch (error) {
    if (!(error instanceof APIError)) throw error
    const code = error.body?.code ?? 'UNKNOWN'
    // The hook of sessions refuses a closed account, which the library takes for a fault.
    if (error.statusCode >= 500 && code !== 'FAILED_TO_CREATE_SESSION') throw error.cause ?? error
    return code
  }
}

/** The library and the names of its cookies, which carry what it hands out. */
interface Handle {
  readonly auth: Auth
  readonly baseUrl: string
  readonly session: string
  readonly challenge: string
  readonly state: string
}

function stepOf(handle: Handle, answer: { readonly headers: Headers } | string, fallback?: string): Step {
  if (typeof answer === 'string') return { kind: 'refused', code: answer }
  const challenge = cookieOf(answer.headers, handle.challenge)
  if (challenge !== undefined) return { kind: 'challenge', challenge }
  const token = cookieOf(answer.headers, handle.session) ?? fallback
  return token === undefined ? { kind: 'refused', code: 'UNKNOWN' } : { kind: 'session', token }
}

async function passwordStep(handle: Handle, name: string, password: string, origin: Origin): Promise<Step> {
  const call = { body: { username: name, password }, headers: headersOf(origin), returnHeaders: true } as const
  return stepOf(handle, await refusedBy(() => handle.auth.api.signInUsername(call)))
}

async function codeStep(handle: Handle, proof: TotpProof, origin: Origin): Promise<Step> {
  const { api } = handle.auth
  const cookies = 'token' in proof ? { [handle.session]: proof.token } : { [handle.challenge]: proof.challenge }
  const call = { body: { code: proof.code }, headers: headersOf(origin, cookies), returnHeaders: true } as const
  const six = /^\d{6}$/.test(proof.code)
  const answer = await refusedBy(async () => (six ? api.verifyTOTP(call) : api.verifyBackupCode(call)))
  return stepOf(handle, answer, 'token' in proof ? proof.token : undefined)
}

async function enrol(handle: Handle, token: string, name: string, password: string): Promise<TotpEnrolment | string> {
  const headers = headersOf(undefined, { [handle.session]: token })
  const answer = await refusedBy(() => handle.auth.api.enableTwoFactor({ body: { password }, headers }))
  if (typeof answer === 'string') return answer
  if (answer.method !== 'totp') throw new Error(`the library enrolled ${answer.method}`)
  // The library labels the entry with the e-mail that accounts do not have.
  const uri = answer.totpURI.replace(encodeURIComponent(emailOf(name)), encodeURIComponent(name))
  return { uri, backupCodes: answer.backupCodes }
}

async function readSession(handle: Handle, token: string): Promise<LibrarySession | undefined> {
  const headers = headersOf(undefined, { [handle.session]: token })
  const found = await refusedBy(() => handle.auth.api.getSession({ headers, query: { disableRefresh: true } }))
  if (found === null || typeof found === 'string') return undefined
  const { session: row, user } = found
  const method = SIGN_IN_METHODS.find((one) => one === row.method)
  if (method === undefined) return undefined
  return {
    id: row.id,
    account: user.id,
    name: user.username ?? '',
    label: user.name,
    district: user.district,
    person: user.person ?? undefined,
    method,
    twoFactor: user.twoFactorEnabled === true,
    mustChange: user.mustChange,
    closed: user.closedAt !== null && user.closedAt !== undefined,
    startedAt: instant(row.createdAt.getTime()),
    seenAt: instant(row.updatedAt.getTime()),
  }
}

async function begin(handle: Handle): Promise<{ readonly url: string; readonly state: string }> {
  const page = `${handle.baseUrl}${BASE_PATH}/signed-in`
  const body = { provider: OIDC_PROVIDER, callbackURL: page, errorCallbackURL: page, disableRedirect: true }
  const answer = await handle.auth.api.signInSocial({ body, headers: headersOf(undefined), returnHeaders: true })
  const state = cookieOf(answer.headers, handle.state)
  const { url } = answer.response
  if (state === undefined || url === undefined) throw new Error('the library began no single sign-on')
  return { url, state }
}

async function finish(handle: Handle, query: string, state: string, origin: Origin): Promise<Step> {
  const answer = await handle.auth.api.callbackOAuth({
    params: { id: OIDC_PROVIDER },
    query: Object.fromEntries(new URLSearchParams(query)),
    headers: headersOf(origin, { [handle.state]: state }),
    asResponse: true,
  })
  const failed = new URL(answer.headers.get('location') ?? BASE_PATH, handle.baseUrl).searchParams.get('error')
  return stepOf(handle, failed ?? answer)
}

/** Opens the library over the database of accounts. */
export async function openLibrary(options: LibraryOptions): Promise<Library> {
  const auth = openAuth(options)
  const { authCookies, createAuthCookie, internalAdapter } = await auth.$context
  const handle: Handle = {
    auth,
    baseUrl: options.baseUrl,
    session: authCookies.sessionToken.name,
    challenge: createAuthCookie('two_factor').name,
    state: createAuthCookie('state').name,
  }
  return {
    password: (name, password, origin) => passwordStep(handle, name, password, origin),
    code: (proof, origin) => codeStep(handle, proof, origin),
    challenged: async (challenge) => {
      // The library tests the signature when the code is verified; here it is only asked whose lock counts.
      const identifier = /^(2fa-[\w-]{1,64})\./.exec(challenge)?.[1]
      return identifier && (await internalAdapter.findVerificationValue(identifier))?.value
    },
    reserve: (value) => {
      const expiresAt = new Date(Date.now() + CODE_LIFE_MS)
      return internalAdapter.reserveVerificationValue({ identifier: value, value: '', expiresAt })
    },
    enrol: (token, name, password) => enrol(handle, token, name, password),
    session: (token) => readSession(handle, token),
    begin: () => begin(handle),
    finish: (query, state, origin) => finish(handle, query, state, origin),
  }
}
