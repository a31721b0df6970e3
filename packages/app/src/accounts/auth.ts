import { betterAuth } from 'better-auth'
import { genericOAuth, twoFactor, username } from 'better-auth/plugins'
import type { Instant } from '@jiannuo/kernel'
import type { Hasher } from './hash.ts'
import { LONGEST_PASSWORD } from './password.ts'
import { type Db, emailOf, isAccountName, NO_NAME, nameForm, OIDC_PROVIDER } from './tables.ts'
import type { OidcOptions, SignInMethod } from './types.ts'

/** Path under which the library believes itself served; only the way back from single sign-on really is. */
export const BASE_PATH = '/accounts'

/** Header in which a call tells the library's hooks where it comes from; never read from outside. */
export const FROM_HEADER = 'x-jiannuo-from'

/** What the library is opened with. */
export interface LibraryOptions {
  readonly db: Db
  readonly secret: string
  readonly baseUrl: string
  readonly hasher: Hasher
  readonly now: () => Instant
  readonly sessionHours: number
  readonly oidc: OidcOptions | undefined
  readonly log: (message: string) => void
}

const METHOD_OF_PATH: Readonly<Record<string, SignInMethod>> = {
  '/sign-in/username': 'password',
  '/two-factor/verify-totp': 'totp',
  '/two-factor/verify-backup-code': 'backup-code',
  '/callback/:id': 'oidc',
}

/** The parts of the library's call context that the hooks look at. */
interface HookContext {
  readonly path?: string
  readonly headers?: Headers | undefined
  readonly context: { readonly internalAdapter: { findUserById: (id: string) => Promise<unknown> } }
}

const isClosed = (user: unknown): boolean =>
  typeof user === 'object' && user !== null && 'closedAt' in user && user.closedAt !== null

/** The one gate of every session, whichever way it is opened: none for a closed account, and our own clock and origin on it. */
async function stampSession(account: string, context: HookContext | null, now: Instant) {
  const method = METHOD_OF_PATH[context?.path ?? '']
  if (context === null || method === undefined) return false
  if (isClosed(await context.context.internalAdapter.findUserById(account))) return false
  const at = new Date(now)
  const ipAddress = context.headers?.get(FROM_HEADER) ?? ''
  return { data: { method, ipAddress, createdAt: at, updatedAt: at } }
}

/** Tokens of the provider are of no use here and would be one more thing to lose. */
const WITHOUT_TOKENS = {
  accessToken: null,
  refreshToken: null,
  idToken: null,
  accessTokenExpiresAt: null,
  refreshTokenExpiresAt: null,
  scope: null,
}

/**
 * Whose account a provider's claims mean at the first sign-in. What is no account name becomes one that nobody has, so that the
 * provider's own e-mail claim never decides.
 */
const mapProfile =
  (claim: string) =>
  (profile: Readonly<Record<string, unknown>>): { readonly email: string; readonly emailVerified: true } => {
    const value = profile[claim]
    const name = typeof value === 'string' ? nameForm(value) : NO_NAME
    return { email: emailOf(isAccountName(name) ? name : NO_NAME), emailVerified: true }
  }

const providerOf = (oidc: OidcOptions) => ({
  providerId: OIDC_PROVIDER,
  discoveryUrl: oidc.discoveryUrl,
  clientId: oidc.clientId,
  clientSecret: oidc.clientSecret,
  scopes: ['openid', 'profile', ...(oidc.scopes ?? [])],
  requireIdTokenVerification: true,
  disableSignUp: true,
  mapProfileToUser: mapProfile(oidc.nameClaim ?? 'preferred_username'),
})

const STAMPS = { createdAt: 'created_at', updatedAt: 'updated_at' }

// A list that may be changed, for the library asks for one.
const trusted = (): string[] => [OIDC_PROVIDER]

const tables = (options: LibraryOptions) =>
  ({
    user: {
      modelName: 'account_user',
      fields: { name: 'label', emailVerified: 'email_verified', ...STAMPS },
      additionalFields: {
        district: { type: 'string', input: false },
        person: { type: 'string', required: false, input: false },
        mustChange: { type: 'boolean', input: false, fieldName: 'must_change' },
        closedAt: { type: 'date', required: false, input: false, fieldName: 'closed_at' },
      },
    },
    session: {
      modelName: 'account_session',
      fields: { userId: 'user_id', expiresAt: 'expires_at', ipAddress: 'address', userAgent: 'agent', ...STAMPS },
      additionalFields: { method: { type: 'string', input: false } },
      expiresIn: options.sessionHours * 3600,
      disableSessionRefresh: true,
    },
    account: {
      modelName: 'account_login',
      fields: {
        userId: 'user_id',
        providerId: 'provider_id',
        accountId: 'subject',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...STAMPS,
      },
      updateAccountOnSignIn: false,
      accountLinking: { trustedProviders: trusted() },
    },
    verification: { modelName: 'account_verification', fields: { expiresAt: 'expires_at', ...STAMPS } },
  }) as const

const twoFactorTable = {
  user: { fields: { twoFactorEnabled: 'two_factor' } },
  twoFactor: {
    modelName: 'account_two_factor',
    fields: {
      userId: 'user_id',
      backupCodes: 'backup_codes',
      failedVerificationCount: 'failed_verification_count',
      lockedUntil: 'locked_until',
    },
  },
}

/**
 * The library, set up for accounts: our tables, our hash, nobody signs up, nothing is sent anywhere. Its own lock of the second
 * factor is off, because it goes by another clock than ours and would count apart.
 */
export const openAuth = (options: LibraryOptions) =>
  betterAuth({
    appName: '践诺',
    // Given as a list, so that no variable of the environment takes its place.
    secrets: [{ version: 1, value: options.secret }],
    baseURL: options.baseUrl,
    basePath: BASE_PATH,
    database: { db: options.db, type: 'postgres' },
    ...tables(options),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      maxPasswordLength: LONGEST_PASSWORD,
      password: { hash: options.hasher.hash, verify: ({ hash, password }) => options.hasher.verify(hash, password) },
    },
    plugins: [
      username({
        displayUsername: false,
        minUsernameLength: 1,
        maxUsernameLength: 32,
        usernameValidator: () => true,
        schema: { user: { fields: { username: 'account_name' } } },
      }),
      twoFactor({ issuer: '践诺', accountLockout: { enabled: false }, schema: twoFactorTable }),
      genericOAuth({ config: options.oidc === undefined ? [] : [providerOf(options.oidc)] }),
    ],
    databaseHooks: {
      session: { create: { before: (session, context) => stampSession(session.userId, context, options.now()) } },
      account: { create: { before: async () => ({ data: WITHOUT_TOKENS }) } },
    },
    advanced: {
      cookiePrefix: 'jiannuo',
      database: { validateSchema: false },
      // Said, because under tests the library would leave them out.
      disableOriginCheck: false,
      disableCSRFCheck: false,
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_level, message) => options.log(message) },
  })

/** The library, open. */
export type Auth = ReturnType<typeof openAuth>
