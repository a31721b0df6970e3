import { type ListedAccount, type NewAccount, settled } from '@jiannuo/app/accounts'
import { administers } from '@jiannuo/app'
import type { Answer } from '@jiannuo/contract'
import { refused, type Result } from '@jiannuo/kernel'
import { type HandlerContext, serverProblem } from '../http/handler.ts'

type Issued = Answer<'resetPassword'>

const acting = ({ session, origin }: HandlerContext) => ({ ...origin, by: session.person })

/** Makes an account for a person of the session's district. @returns its initial password, or why not */
export async function issueAccount(
  context: HandlerContext,
  account: Omit<NewAccount, 'district'>,
): Promise<Result<Issued>> {
  const { office, session, accounts } = context
  const answer = await accounts.createAccount({ ...account, district: session.district }, acting(context))
  const done = await settled(office, session.district, answer)
  if (!done.ok) return done
  const { account: id, name, initialPassword } = done.value
  return { ok: true, value: { account: id, name, password: initialPassword } }
}

/** The account of a person of the session's district, for whoever administers it. @returns it, or why not */
async function accountOf(context: HandlerContext, person: string): Promise<Result<ListedAccount>> {
  const { session, accounts } = context
  if (!administers(session)) return refused(serverProblem('app/not-administrator'))
  const found = (await accounts.accountsIn(session.district)).find((one) => one.person === person)
  return found === undefined
    ? refused(serverProblem('accounts/unknown-account', { account: person.slice(0, 80) }))
    : { ok: true, value: found }
}

/** Gives a person's account a new initial password. @returns it, or why not */
export async function renewPassword(context: HandlerContext, person: string): Promise<Result<Issued>> {
  const { office, session, accounts } = context
  const found = await accountOf(context, person)
  if (!found.ok) return found
  const answer = await accounts.resetPassword(found.value.id, acting(context))
  const done = await settled(office, session.district, answer)
  if (!done.ok) return done
  const { account: id, name, initialPassword } = done.value
  return { ok: true, value: { account: id, name, password: initialPassword } }
}

/** Makes an account for a person who is there already and has none. @returns its initial password, or why not */
export async function openAccount(context: HandlerContext, person: string, name: string): Promise<Result<Issued>> {
  const { office, session } = context
  if (!administers(session)) return refused(serverProblem('app/not-administrator'))
  const known = (await office.districts.view(session.district)).persons.get(person)
  if (known === undefined) return refused(serverProblem('app/no-person', { person: person.slice(0, 80) }))
  const has = await accountOf(context, person)
  if (has.ok) return refused(serverProblem('server/has-account', { person: known.name, name: has.value.name }))
  return issueAccount(context, { name, label: known.name, person })
}

/** Closes a person's account or opens it again. @returns nothing, or why not */
export async function closeAccount(context: HandlerContext, person: string, closed: boolean): Promise<Result<void>> {
  const { office, session, accounts } = context
  const found = await accountOf(context, person)
  if (!found.ok) return found
  if (closed && person === session.person) return refused(serverProblem('server/own-account'))
  return settled(office, session.district, await accounts.setClosed(found.value.id, closed, acting(context)))
}

/** Takes away a person's lost authenticator. @returns nothing, or why not */
export async function removeFactor(context: HandlerContext, person: string): Promise<Result<void>> {
  const { office, session, accounts } = context
  const found = await accountOf(context, person)
  if (!found.ok) return found
  return settled(office, session.district, await accounts.removeFactor(found.value.id, 'totp', acting(context)))
}
