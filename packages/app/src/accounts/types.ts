import type { Instant, Result } from '@jiannuo/kernel'
import type { Dialect } from 'kysely'
import type { HashCost } from './hash.ts'
import type { LockRule } from './lock.ts'
import type { AccountProblemCode } from './wording.zh.ts'

/** Where a call comes from, as the server knows it; goes into the audit event and the session. */
export interface Origin {
  /** Address of the caller. */
  readonly from: string
  /** What the browser calls itself. */
  readonly agent?: string
}

/** An administrator's call: who acts. That they may is decided by the use case, not here. */
export interface ActingOrigin extends Origin {
  /** The acting person's id, or `machine`. */
  readonly by: string
}

/** What can happen to an account; each is a line of its audit trail. */
export type AccountAction =
  | 'create'
  | 'sign-in'
  | 'second-factor'
  | 'sign-out'
  | 'session-ended'
  | 'change-password'
  | 'reset-password'
  | 'enrol-totp'
  | 'remove-factor'
  | 'revoke'
  | 'unlock'
  | 'close'
  | 'reopen'

/** Why an attempt failed, for the auditor alone: people who try get a code that does not tell these apart. */
export type AccountReason =
  | AccountProblemCode
  | 'unknown-name'
  | 'wrong-password'
  | 'weak-password'
  | 'wrong-code'
  | 'used-code'
  | 'closed'
  | 'idle'
  | 'too-old'
  | 'superseded'

/**
 * One line for the audit trail (domain 17: each user, with time, subject, object, result). The caller appends it to `stream`.
 * It holds no password, no code, no token, and of a name that is no account only a mark: people type passwords there.
 */
export interface AccountEvent {
  /** `account:<id>`, or `account:unknown` when no account has the name that was tried. */
  readonly stream: string
  readonly at: Instant
  readonly action: AccountAction
  /** Who acted: an account id, the administrator's id, or `unknown:<mark>`, the same mark for the same name. */
  readonly by: string
  readonly from: string
  readonly ok: boolean
  /** Present when not ok. */
  readonly reason?: AccountReason
  /** What more there is to say: how the session began, how many sessions ended. */
  readonly params?: Readonly<Record<string, string | number>>
}

/** What a call answers to the person, and what it leaves for the audit trail. */
export interface Answer<T> {
  readonly result: Result<T>
  readonly event: AccountEvent
}

/** The ways to open a session. */
export const SIGN_IN_METHODS = ['password', 'totp', 'backup-code', 'oidc'] as const

/** How a session was opened. */
export type SignInMethod = (typeof SIGN_IN_METHODS)[number]

/** A session was opened, or the second factor is still to come. */
export type SignedIn =
  | {
      readonly step: 'done'
      readonly account: string
      /** For the cookie. Signed: what the database holds is not enough to make one. */
      readonly token: string
      /** Nothing but `changePassword` works until the initial password is changed. */
      readonly mustChangePassword: boolean
    }
  | {
      readonly step: 'second-factor'
      /** To be given to `verifyTotp` within ten minutes. */
      readonly challenge: string
    }

/** Whose session it is. */
export interface AccountSession {
  readonly id: string
  readonly account: string
  readonly name: string
  readonly district: string
  /** The person of the district whose sign-in this is. */
  readonly person?: string
  readonly method: SignInMethod
  /** Whether an authenticator is enrolled. */
  readonly twoFactor: boolean
  readonly startedAt: Instant
}

/** A session in a list: never with its token. */
export interface SessionListed {
  readonly id: string
  readonly method: SignInMethod
  readonly startedAt: Instant
  /** To the minute. */
  readonly lastSeenAt: Instant
  readonly from: string
  readonly agent: string
}

/** An account to be made. */
export interface NewAccount {
  /** 账号: 3 to 32 of small letters, digits, `.`, `_`, `-`; capitals are made small. */
  readonly name: string
  /** The person's name, as shown. */
  readonly label: string
  readonly district: string
  readonly person?: string
}

/** An account in a list of its district. */
export interface ListedAccount {
  readonly id: string
  readonly name: string
  readonly label: string
  readonly person?: string
  readonly closed: boolean
  /** Whether an authenticator is enrolled. */
  readonly twoFactor: boolean
}

/** An account just made or reset: the only time its password is readable. */
export interface IssuedPassword {
  readonly account: string
  readonly name: string
  readonly initialPassword: string
}

/** What to put into an authenticator, shown once. */
export interface TotpEnrolment {
  /** `otpauth://totp/…`, for a QR code. */
  readonly uri: string
  /** Each opens a session once when the authenticator is lost. */
  readonly backupCodes: readonly string[]
}

/** A code for the second step of a sign-in, or to finish an enrolment. */
export type TotpProof =
  /** Six digits, or one of the back-up codes. */
  | { readonly challenge: string; readonly code: string }
  /** Six digits. */
  | { readonly token: string; readonly code: string }

/** A provider of single sign-on (OpenID Connect with discovery). */
export interface OidcOptions {
  /** Address of its `/.well-known/openid-configuration`. */
  readonly discoveryUrl: string
  readonly clientId: string
  readonly clientSecret: string
  /** Claim that holds the account name at the first sign-in; afterwards the provider's `sub` decides. `preferred_username` when absent. */
  readonly nameClaim?: string
  /** Besides `openid profile`. */
  readonly scopes?: readonly string[]
}

/** Single sign-on by redirect. The server sends the browser to `url` and gives back what comes to `callbackPath`. */
export interface OidcSignIn {
  /** Path under the base address to which the provider sends the browser back. */
  readonly callbackPath: string
  /** `state` is a cookie value that must come back to `finish` from the same browser. */
  readonly begin: () => Promise<{ readonly url: string; readonly state: string }>
  /**
   * @param query the query that came to `callbackPath`, without `?`
   * @param state what `begin` gave this browser
   */
  readonly finish: (query: string, state: string, origin: Origin) => Promise<Answer<SignedIn>>
}

/** How accounts are opened. */
export interface AccountsOptions {
  /** Leads to the migrated database, in the role that may use the tables of accounts. Ended by `close`. */
  readonly dialect: Dialect
  /** At least 32 characters; signs session tokens and encrypts authenticator secrets. The same in every process. */
  readonly secret: string
  /** Where people reach the server; `https://` makes cookies secure. */
  readonly baseUrl: string
  /** The clock for lock-out and session time; the codes of authenticators always go by the machine's. */
  readonly now?: () => Instant
  readonly cost?: HashCost
  readonly lock?: LockRule
  /** Minutes without use after which a session ends; 30 when absent. */
  readonly idleMinutes?: number
  /** Hours after which a session ends in any case; 12 when absent. */
  readonly sessionHours?: number
  /** Sessions opened by password alone may do nothing but enrol (domain 17: two methods at grade 3). */
  readonly requireTotp?: boolean
  /** Off when absent. */
  readonly oidc?: OidcOptions
  /** Hears what the library has to say of faults. */
  readonly log?: (message: string) => void
}

/** Sign-in of officials: by account name and password, with TOTP and single sign-on where wanted. */
export interface Accounts {
  /** The accounts of a district, by name. */
  readonly accountsIn: (district: string) => Promise<readonly ListedAccount[]>
  /** Makes an account with a password that is shown once and must be changed. */
  readonly createAccount: (account: NewAccount, origin: ActingOrigin) => Promise<Answer<IssuedPassword>>
  /** The same answer, after about the same time, for a wrong name, a wrong password and a closed account. */
  readonly signIn: (name: string, password: string, origin: Origin) => Promise<Answer<SignedIn>>
  /** The second step of a sign-in, or the end of an enrolment. */
  readonly verifyTotp: (proof: TotpProof, origin: Origin) => Promise<Answer<SignedIn>>
  readonly signOut: (token: string, origin: Origin) => Promise<Answer<void>>
  /** Changes one's own password; one's other sessions end. */
  readonly changePassword: (
    token: string,
    passwords: { readonly current: string; readonly next: string },
    origin: Origin,
  ) => Promise<Answer<void>>
  /** Gives out a new initial password; all sessions end and the lock is lifted. */
  readonly resetPassword: (account: string, origin: ActingOrigin) => Promise<Answer<IssuedPassword>>
  /** Begins an enrolment, to be finished by `verifyTotp`. */
  readonly enrolTotp: (token: string, password: string, origin: Origin) => Promise<Answer<TotpEnrolment>>
  /** Takes away one's own authenticator, with the password; all sessions of the account end. */
  readonly dropTotp: (token: string, password: string, origin: Origin) => Promise<Answer<void>>
  /** Takes away a lost authenticator, or the link to single sign-on. */
  readonly removeFactor: (account: string, factor: 'totp' | 'oidc', origin: ActingOrigin) => Promise<Answer<void>>
  /** Whose token this is, and marks the session as used. Leaves an event only when the session is found to be over. */
  readonly sessionOf: (
    token: string,
    origin: Origin,
  ) => Promise<{ readonly result: Result<AccountSession>; readonly event?: AccountEvent }>
  /** Sessions of an account that have not ended, newest first. */
  readonly listSessions: (account: string) => Promise<readonly SessionListed[]>
  /** Ends sessions of an account by their ids, or all of them. */
  readonly revoke: (account: string, sessions: readonly string[] | 'all', origin: ActingOrigin) => Promise<Answer<void>>
  /** Lifts a lock before its time. */
  readonly unlock: (account: string, origin: ActingOrigin) => Promise<Answer<void>>
  /** Closes an account (its sessions end) or opens it again. Accounts are never deleted: the audit trail names them. */
  readonly setClosed: (account: string, closed: boolean, origin: ActingOrigin) => Promise<Answer<void>>
  /** Absent unless configured. */
  readonly oidc?: OidcSignIn
  /** Lets go of the database. */
  readonly close: () => Promise<void>
}
