import { refused } from '@jiannuo/kernel'
import { accountById, accountByName, passwordOf, renewPasswordHash } from './account-rows.ts'
import { denied, done, eventOf, minutesUntil, problem, type Subject } from './answers.ts'
import { type Base, horizonOf, openSession } from './base.ts'
import { passwordForm } from './password.ts'
import { endStale } from './session-rows.ts'
import { isAccountName, NO_NAME, nameForm } from './tables.ts'
import type { AccountReason, Answer, Origin, SignedIn, TotpProof } from './types.ts'

/** More is neither a name nor a password; the library refuses the latter by its length without hashing. */
const MOST_READ = 512

/** What counts as the same password, however long the text was that came. */
export const typedPassword = (password: string): string => passwordForm(password.slice(0, MOST_READ))

/** The answer while a name is locked. */
export function lockedOut(subject: Subject, until: Parameters<typeof minutesUntil>[0]): Answer<never> {
  return denied(subject, 'accounts/locked', 'accounts/locked', { minutes: minutesUntil(until, subject.at) })
}

/** Signs in by name and password. */
export async function signIn(base: Base, name: string, password: string, origin: Origin): Promise<Answer<SignedIn>> {
  const at = base.now()
  const form = nameForm(name.slice(0, MOST_READ))
  const account = isAccountName(form) ? await accountByName(base.db, form) : undefined
  const by = account?.id ?? `unknown:${base.lock.mark(form).slice(0, 16)}`
  const subject: Subject = { action: 'sign-in', account: account?.id, by, from: origin.from, at }
  const booking = await base.lock.charge(form, at)
  if (!booking.ok) return lockedOut(subject, booking.until)
  const typed = typedPassword(password)
  const step = await base.library.password(account?.name ?? NO_NAME, typed, origin)
  if (step.kind === 'refused' || account === undefined) {
    const closed = step.kind === 'refused' && step.code === 'FAILED_TO_CREATE_SESSION'
    const reason = account === undefined ? 'unknown-name' : closed ? 'closed' : 'wrong-password'
    return denied(subject, 'accounts/sign-in-refused', reason)
  }
  await renewHash(base, account.id, typed)
  if (step.kind === 'challenge') {
    await base.lock.refund(form, booking)
    return done(subject, { step: 'second-factor', challenge: step.challenge }, { step: 'second-factor' })
  }
  await base.lock.clear(form)
  await endStale(base.db, account.id, horizonOf(base, at))
  const { token } = step
  const value: SignedIn = { step: 'done', account: account.id, token, mustChangePassword: account.mustChange }
  return done(subject, value, { step: 'done', method: 'password' })
}

/** Only now is the password at hand, so only now can its hash follow a cost that was raised. */
async function renewHash(base: Base, account: string, typed: string): Promise<void> {
  const hash = await passwordOf(base.db, account)
  if (hash !== undefined && base.hasher.outdated(hash))
    await renewPasswordHash(base.db, account, hash, await base.hasher.hash(typed))
}

const codeForm = (code: string): string => code.slice(0, 64).normalize('NFKC').replace(/\s/g, '')

/** The second step of a sign-in, or the end of an enrolment. */
export async function verifyTotp(base: Base, proof: TotpProof, origin: Origin): Promise<Answer<SignedIn>> {
  const at = base.now()
  const enrolling = 'token' in proof
  const stranger = { action: enrolling ? 'enrol-totp' : 'second-factor', by: 'unknown', from: origin.from, at } as const
  const opened = enrolling ? await openSession(base, proof.token, ['no-totp']) : undefined
  if (opened?.ok === false) {
    const subject = opened.session === undefined ? stranger : { ...stranger, ...selfOf(opened.session.account) }
    return denied(subject, opened.code, opened.reason)
  }
  const id = opened?.session.account ?? ('challenge' in proof ? await base.library.challenged(proof.challenge) : '')
  const account = id === undefined ? undefined : await accountById(base.db, id)
  if (account === undefined) return denied(stranger, 'accounts/challenge-over')
  const subject: Subject = { ...stranger, ...selfOf(account.id) }
  const booking = await base.lock.charge(account.name, at)
  if (!booking.ok) return lockedOut(subject, booking.until)

  const code = codeForm(proof.code)
  const six = /^\d{6}$/.test(code)
  if (enrolling && !six) return denied(subject, 'accounts/code-refused', 'wrong-code')
  if (six && !(await base.library.reserve(`totp:${account.id}:${code}`)))
    return denied(subject, 'accounts/code-refused', 'used-code')
  const step = await base.library.code({ ...proof, code }, origin)
  if (step.kind !== 'session') return codeRefused(subject, step.kind === 'refused' ? step.code : '')
  await base.lock.clear(account.name)
  await endStale(base.db, account.id, horizonOf(base, at))
  const { token } = step
  const value: SignedIn = { step: 'done', account: account.id, token, mustChangePassword: account.mustChange }
  return done(subject, value, { step: 'done', method: six ? 'totp' : 'backup-code' })
}

/** Somebody who acts on their own account. */
export const selfOf = (account: string): { readonly account: string; readonly by: string } => ({ account, by: account })

const OVER = new Set(['INVALID_TWO_FACTOR_COOKIE', 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE'])

function codeRefused(subject: Subject, code: string): Answer<never> {
  if (OVER.has(code)) return denied(subject, 'accounts/challenge-over')
  if (code === 'FAILED_TO_CREATE_SESSION') return denied(subject, 'accounts/sign-in-refused', 'closed')
  return denied(subject, 'accounts/code-refused', 'wrong-code')
}

/** Comes back from single sign-on. */
export async function finishOidc(base: Base, query: string, state: string, origin: Origin): Promise<Answer<SignedIn>> {
  const at = base.now()
  const stranger: Subject = { action: 'sign-in', by: 'unknown', from: origin.from, at }
  const step = await base.library.finish(query, state, origin)
  const session = step.kind === 'session' ? await base.library.session(step.token) : undefined
  if (step.kind !== 'session' || session === undefined) {
    const code = step.kind === 'refused' ? step.code : ''
    const reason: AccountReason = code === 'unable_to_create_session' ? 'closed' : 'accounts/oidc-refused'
    // The provider's own words are anybody's who can write an address.
    const detail = /^[a-z_]{1,60}$/.test(code) ? code : 'other'
    return { result: refused(problem('accounts/oidc-refused')), event: eventOf(stranger, reason, { detail }) }
  }
  await endStale(base.db, session.account, horizonOf(base, at))
  const value: SignedIn = { step: 'done', account: session.account, token: step.token, mustChangePassword: false }
  return done({ ...stranger, ...selfOf(session.account) }, value, { step: 'done', method: 'oidc' })
}
