import { granted, refused } from '@jiannuo/kernel'
import { deleteFactor, passwordOf, setPassword } from './account-rows.ts'
import { denied, done, eventOf, problem, type Subject } from './answers.ts'
import { type Allowance, type Base, openSession } from './base.ts'
import type { LibrarySession } from './library.ts'
import { checkPassword, LONGEST_PASSWORD } from './password.ts'
import { endSessions } from './session-rows.ts'
import { lockedOut, selfOf, typedPassword } from './sign-in.ts'
import type { AccountAction, Accounts, Answer, Origin, TotpEnrolment } from './types.ts'

/** What people do with their own account, each by the token of their session. */

/** Whose token this is; marks the session as used. */
export async function sessionOf(base: Base, token: string, origin: Origin): ReturnType<Accounts['sessionOf']> {
  const opened = await openSession(base, token)
  if (opened.ok) {
    const { id, account, name, district, person, method, twoFactor, startedAt } = opened.session
    return {
      result: granted({
        id,
        account,
        name,
        district,
        method,
        twoFactor,
        startedAt,
        ...(person === undefined ? {} : { person }),
      }),
    }
  }
  const result = refused(problem(opened.code))
  if (!opened.ended || opened.session === undefined) return { result }
  const own = { ...selfOf(opened.session.account), from: origin.from, at: base.now() }
  return { result, event: eventOf({ action: 'session-ended', ...own }, opened.reason) }
}

/** A session and the subject of what is done in it, or the refusal. */
type Own =
  | { readonly ok: true; readonly session: LibrarySession; readonly subject: Subject }
  | { readonly ok: false; readonly answer: Answer<never> }

async function ownSession(
  base: Base,
  action: AccountAction,
  token: string,
  origin: Origin,
  allow: readonly Allowance[],
): Promise<Own> {
  const opened = await openSession(base, token, allow)
  const self = opened.session === undefined ? { by: 'unknown' } : selfOf(opened.session.account)
  const subject: Subject = { action, ...self, from: origin.from, at: base.now() }
  if (opened.ok) return { ok: true, session: opened.session, subject }
  return { ok: false, answer: denied(subject, opened.code, opened.reason) }
}

/** Ends one's session. */
export async function signOut(base: Base, token: string, origin: Origin): Promise<Answer<void>> {
  const own = await ownSession(base, 'sign-out', token, origin, ['must-change', 'no-totp'])
  if (!own.ok) return own.answer
  await endSessions(base.db, own.session.account, [own.session.id])
  return done(own.subject, undefined)
}

/** A password that is the account's, or the refusal. Whoever finds a session open may not try passwords in it for ever. */
async function passwordProof(
  base: Base,
  { session, subject }: Own & { readonly ok: true },
  password: string,
): Promise<
  | { readonly ok: true; readonly current: string; readonly old: string }
  | { readonly ok: false; readonly answer: Answer<never> }
> {
  const booking = await base.lock.charge(session.name, subject.at)
  if (!booking.ok) return { ok: false, answer: lockedOut(subject, booking.until) }
  const current = typedPassword(password)
  const old = await passwordOf(base.db, session.account)
  if (old === undefined || current.length > LONGEST_PASSWORD || !(await base.hasher.verify(old, current)))
    return { ok: false, answer: denied(subject, 'accounts/wrong-password', 'wrong-password') }
  await base.lock.clear(session.name)
  return { ok: true, current, old }
}

/** Changes one's own password. */
export async function changePassword(
  base: Base,
  token: string,
  passwords: { readonly current: string; readonly next: string },
  origin: Origin,
): Promise<Answer<void>> {
  const own = await ownSession(base, 'change-password', token, origin, ['must-change', 'no-totp'])
  if (!own.ok) return own.answer
  const { session, subject } = own
  const proof = await passwordProof(base, own, passwords.current)
  if (!proof.ok) return proof.answer
  const { current, old } = proof
  const next = typedPassword(passwords.next)
  const problems = [...checkPassword(next, [session.name, session.label])]
  if (next === current) problems.push(problem('accounts/password-unchanged'))
  if (problems.length > 0) return { result: refused(...problems), event: eventOf(subject, 'weak-password') }
  const hash = await base.hasher.hash(next)
  const change = { account: session.account, hash, replaces: old, mustChange: false, keep: session.id, at: subject.at }
  const ended = await setPassword(base.db, change)
  if (ended === undefined) return denied(subject, 'accounts/wrong-password', 'wrong-password')
  return done(subject, undefined, { ended })
}

/** Begins the enrolment of an authenticator. */
export async function enrolTotp(
  base: Base,
  token: string,
  password: string,
  origin: Origin,
): Promise<Answer<TotpEnrolment>> {
  const own = await ownSession(base, 'enrol-totp', token, origin, ['no-totp'])
  if (!own.ok) return own.answer
  const { session, subject } = own
  const booking = await base.lock.charge(session.name, subject.at)
  if (!booking.ok) return lockedOut(subject, booking.until)
  const enrolment = await base.library.enrol(token, session.name, typedPassword(password))
  if (enrolment === 'TOTP_ALREADY_ENABLED') {
    await base.lock.clear(session.name)
    return denied(subject, 'accounts/totp-enrolled')
  }
  if (typeof enrolment === 'string') return denied(subject, 'accounts/wrong-password', 'wrong-password')
  await base.lock.clear(session.name)
  return done(subject, enrolment, { step: 'begun' })
}

/** Takes away one's own authenticator. */
export async function dropTotp(base: Base, token: string, password: string, origin: Origin): Promise<Answer<void>> {
  const own = await ownSession(base, 'remove-factor', token, origin, [])
  if (!own.ok) return own.answer
  const { session, subject } = own
  const proof = await passwordProof(base, own, password)
  if (!proof.ok) return proof.answer
  const removed = await deleteFactor(base.db, session.account, 'totp', subject.at)
  return done(subject, undefined, { factor: 'totp', removed: removed ? 1 : 0 })
}
