import { type AccountRow, accountById, deleteFactor, insertAccount, markClosed, setPassword } from './account-rows.ts'
import { denied, done, type Subject } from './answers.ts'
import type { Base } from './base.ts'
import { initialPassword } from './password.ts'
import { endSessions } from './session-rows.ts'
import { isAccountName, isRowId, nameForm } from './tables.ts'
import type { AccountAction, ActingOrigin, Answer, IssuedPassword, NewAccount } from './types.ts'

/** What administrators do with accounts. Whether they may is the use case's to decide. */

const subjectOf = (base: Base, action: AccountAction, origin: ActingOrigin, account?: string): Subject => ({
  action,
  account,
  by: origin.by,
  from: origin.from,
  at: base.now(),
})

/** Runs work on an account that exists. */
async function onAccount<T>(
  base: Base,
  action: AccountAction,
  id: string,
  origin: ActingOrigin,
  work: (account: AccountRow, subject: Subject) => Promise<Answer<T>>,
): Promise<Answer<T>> {
  const account = isRowId(id) ? await accountById(base.db, id) : undefined
  if (account !== undefined) return work(account, subjectOf(base, action, origin, id))
  const code = 'accounts/unknown-account'
  return denied(subjectOf(base, action, origin), code, code, { account: id.slice(0, 64) })
}

/** A person's name as it is shown: no control signs, and not a story. */
const isLabel = (label: string): boolean => /^[^\p{C}]{1,64}$/u.test(label) && label.trim() !== ''

/** Makes an account. */
export async function createAccount(
  base: Base,
  account: NewAccount,
  origin: ActingOrigin,
): Promise<Answer<IssuedPassword>> {
  const subject = subjectOf(base, 'create', origin)
  const name = nameForm(account.name)
  if (!isAccountName(name))
    return denied(subject, 'accounts/bad-name', 'accounts/bad-name', { name: account.name.slice(0, 64) })
  if (!isLabel(account.label)) return denied(subject, 'accounts/bad-label')
  const password = initialPassword([name, account.label])
  const id = await insertAccount(base.db, { ...account, name }, await base.hasher.hash(password), subject.at)
  if (id === undefined) return denied(subject, 'accounts/name-taken', 'accounts/name-taken', { name })
  return done({ ...subject, account: id }, { account: id, name, initialPassword: password })
}

/** Gives out a new initial password. */
export const resetPassword = (base: Base, id: string, origin: ActingOrigin): Promise<Answer<IssuedPassword>> =>
  onAccount(base, 'reset-password', id, origin, async ({ name, label }, subject) => {
    const password = initialPassword([name, label])
    const hash = await base.hasher.hash(password)
    const ended = await setPassword(base.db, { account: id, hash, mustChange: true, at: subject.at })
    await base.lock.clear(name)
    return done(subject, { account: id, name, initialPassword: password }, { ended: ended ?? 0 })
  })

/** Takes away an authenticator or a link to single sign-on; not having one is no fault. */
export const removeFactor = (
  base: Base,
  id: string,
  factor: 'totp' | 'oidc',
  origin: ActingOrigin,
): Promise<Answer<void>> =>
  onAccount(base, 'remove-factor', id, origin, async (_, subject) => {
    const removed = await deleteFactor(base.db, id, factor, subject.at)
    return done(subject, undefined, { factor, removed: removed ? 1 : 0 })
  })

/** Ends sessions by their ids, or all. */
export const revoke = (
  base: Base,
  id: string,
  sessions: readonly string[] | 'all',
  origin: ActingOrigin,
): Promise<Answer<void>> =>
  onAccount(base, 'revoke', id, origin, async (_, subject) => {
    const ended = await endSessions(base.db, id, sessions === 'all' ? sessions : sessions.filter(isRowId))
    if (ended === 0 && sessions !== 'all') return denied(subject, 'accounts/unknown-session')
    return done(subject, undefined, { ended })
  })

/** Lifts a lock. */
export const unlock = (base: Base, id: string, origin: ActingOrigin): Promise<Answer<void>> =>
  onAccount(base, 'unlock', id, origin, async ({ name }, subject) => {
    await base.lock.clear(name)
    return done(subject, undefined)
  })

/** Closes an account or opens it again. */
export const setClosed = (base: Base, id: string, closed: boolean, origin: ActingOrigin): Promise<Answer<void>> =>
  onAccount(base, closed ? 'close' : 'reopen', id, origin, async (_, subject) =>
    done(subject, undefined, { ended: await markClosed(base.db, id, closed, subject.at) }),
  )
