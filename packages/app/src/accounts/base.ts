import type { Instant } from '@jiannuo/kernel'
import type { Hasher } from './hash.ts'
import type { Library, LibrarySession } from './library.ts'
import type { Lock } from './lock.ts'
import { endSessions, type Horizon, horizonAt, touchSession } from './session-rows.ts'
import type { Db } from './tables.ts'
import type { AccountReason } from './types.ts'
import type { AccountProblemCode } from './wording.zh.ts'

/** What the functions of accounts stand on. */
export interface Base {
  readonly library: Library
  readonly db: Db
  readonly lock: Lock
  readonly hasher: Hasher
  readonly now: () => Instant
  readonly idleMs: number
  readonly lifeMs: number
  readonly requireTotp: boolean
}

/** Session moments are kept to the minute: not every look at a page is a write. */
const TOUCH_MS = 60_000

/** What is let through although the session is not good for everything. */
export type Allowance = 'must-change' | 'no-totp'

/** A session that is good for what is asked, or why not. */
export type Opened =
  | { readonly ok: true; readonly session: LibrarySession }
  | {
      readonly ok: false
      readonly code: AccountProblemCode
      readonly reason: AccountReason
      /** Known when the token is genuine. */
      readonly session?: LibrarySession
      /** The session is over and was ended just now. */
      readonly ended: boolean
    }

/** Which sessions are over. */
export const horizonOf = (base: Base, at: Instant): Horizon => horizonAt(at, base.idleMs, base.lifeMs)

/** Why a session is over. */
type Over = 'idle' | 'too-old' | 'closed' | 'superseded'

const shut = (code: AccountProblemCode, session?: LibrarySession, over?: Over): Opened & { readonly ok: false } => ({
  ok: false,
  code,
  reason: over ?? code,
  ended: over !== undefined,
  ...(session === undefined ? {} : { session }),
})

function overBy(session: LibrarySession, horizon: Horizon): Over | undefined {
  if (session.closed) return 'closed'
  // Opened before the authenticator was enrolled, elsewhere.
  if (session.twoFactor && session.method === 'password') return 'superseded'
  if (session.startedAt <= horizon.begunAfter) return 'too-old'
  return session.seenAt <= horizon.usedAfter ? 'idle' : undefined
}

/**
 * Opens a session by its token: genuine, not over, and good for what is asked. Every function that takes a token begins here, so
 * that an initial password or a missing second factor is good for nothing but its own end.
 */
export async function openSession(base: Base, token: string, allow: readonly Allowance[] = []): Promise<Opened> {
  const at = base.now()
  const session = await base.library.session(token)
  if (session === undefined) return shut('accounts/no-session')
  const over = overBy(session, horizonOf(base, at))
  if (over !== undefined) {
    await endSessions(base.db, session.account, [session.id])
    return shut('accounts/session-over', session, over)
  }
  if (session.method !== 'oidc') {
    if (session.mustChange && !allow.includes('must-change')) return shut('accounts/must-change-password', session)
    if (base.requireTotp && !session.twoFactor && !allow.includes('no-totp'))
      return shut('accounts/totp-required', session)
  }
  if (at - session.seenAt >= TOUCH_MS) await touchSession(base.db, session.id, at)
  return { ok: true, session }
}
