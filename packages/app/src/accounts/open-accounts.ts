import { accountsIn } from './account-rows.ts'
import { granted, instant, type Problem, type Result, refused } from '@jiannuo/kernel'
import { Kysely } from 'kysely'
import { createAccount, removeFactor, resetPassword, revoke, setClosed, unlock } from './administer.ts'
import { problem } from './answers.ts'
import { type Base, horizonOf } from './base.ts'
import { LEAST_COST, openHasher } from './hash.ts'
import { LOCK_RULE, openLock } from './lock.ts'
import { changePassword, dropTotp, enrolTotp, sessionOf, signOut } from './own.ts'
import { liveSessions } from './session-rows.ts'
import { finishOidc, signIn, verifyTotp } from './sign-in.ts'
import { type AccountTables, OIDC_PROVIDER } from './tables.ts'
import type { Accounts, AccountsOptions, OidcSignIn } from './types.ts'

const LEAST_SECRET = 32
const IDLE_MINUTES = 30
const SESSION_HOURS = 12

/** What stands against the options and the environment, all of it. */
function checkOptions(options: AccountsOptions): readonly Problem[] {
  const { memory, passes } = options.cost ?? LEAST_COST
  const problems: Problem[] = []
  if (options.secret.length < LEAST_SECRET)
    problems.push(problem('accounts/weak-secret', { size: options.secret.length, least: LEAST_SECRET }))
  if (memory < LEAST_COST.memory || passes < LEAST_COST.passes)
    problems.push(problem('accounts/weak-hash', { memory, passes }))
  if (!/^https?:\/\/[^/]+$/.test(options.baseUrl) || !URL.canParse(options.baseUrl))
    problems.push(problem('accounts/bad-base-url', { url: options.baseUrl.slice(0, 200) }))
  // The library heeds them beside its options: where it reports to, whom it trusts, what it signs with.
  const names = Object.keys(process.env).filter((name) => name.startsWith('BETTER_AUTH_'))
  if (names.length > 0) problems.push(problem('accounts/environment', { names: names.sort().join('、') }))
  return problems
}

/**
 * Opens the accounts over a migrated database. better-auth does the work; no path of it is served, it sends nothing anywhere,
 * and it is loaded here, so that commands that sign nobody in do not load it.
 *
 * @returns the accounts, or what stands against the options
 */
export async function openAccounts(options: AccountsOptions): Promise<Result<Accounts>> {
  const problems = checkOptions(options)
  if (problems.length > 0) return refused(...problems)
  const [{ openLibrary }, hasher] = await Promise.all([import('./library.ts'), openHasher(options.cost ?? LEAST_COST)])
  const db = new Kysely<AccountTables>({ dialect: options.dialect })
  const now = options.now ?? (() => instant(Date.now()))
  const sessionHours = options.sessionHours ?? SESSION_HOURS
  const { secret, baseUrl, oidc, log = () => {} } = options
  const base: Base = {
    library: await openLibrary({ db, secret, baseUrl, hasher, now, sessionHours, oidc, log }),
    db,
    lock: openLock(db, secret, options.lock ?? LOCK_RULE),
    hasher,
    now,
    idleMs: (options.idleMinutes ?? IDLE_MINUTES) * 60_000,
    lifeMs: sessionHours * 3_600_000,
    requireTotp: options.requireTotp ?? false,
  }
  return granted({
    ...accountsOf(base),
    ...(oidc === undefined ? {} : { oidc: oidcOf(base) }),
    close: () => db.destroy(),
  })
}

const accountsOf = (base: Base): Omit<Accounts, 'close' | 'oidc'> => ({
  accountsIn: (district) => accountsIn(base.db, district),
  createAccount: (account, origin) => createAccount(base, account, origin),
  signIn: (name, password, origin) => signIn(base, name, password, origin),
  verifyTotp: (proof, origin) => verifyTotp(base, proof, origin),
  signOut: (token, origin) => signOut(base, token, origin),
  changePassword: (token, passwords, origin) => changePassword(base, token, passwords, origin),
  resetPassword: (account, origin) => resetPassword(base, account, origin),
  enrolTotp: (token, password, origin) => enrolTotp(base, token, password, origin),
  dropTotp: (token, password, origin) => dropTotp(base, token, password, origin),
  removeFactor: (account, factor, origin) => removeFactor(base, account, factor, origin),
  sessionOf: (token, origin) => sessionOf(base, token, origin),
  listSessions: (account) => liveSessions(base.db, account, horizonOf(base, base.now())),
  revoke: (account, sessions, origin) => revoke(base, account, sessions, origin),
  unlock: (account, origin) => unlock(base, account, origin),
  setClosed: (account, closed, origin) => setClosed(base, account, closed, origin),
})

const oidcOf = (base: Base): OidcSignIn => ({
  callbackPath: `/accounts/callback/${OIDC_PROVIDER}`,
  begin: base.library.begin,
  finish: (query, state, origin) => finishOidc(base, query, state, origin),
})
