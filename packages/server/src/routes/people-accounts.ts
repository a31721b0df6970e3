import { type NewAccount, settled } from '@jiannuo/app/accounts'
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

/** Gives a person's account a new initial password. @returns it, or why not */
export async function renewPassword(context: HandlerContext, person: string): Promise<Result<Issued>> {
  const { office, session, accounts } = context
  if (!administers(session)) return refused(serverProblem('app/not-administrator'))
  const found = (await accounts.accountsIn(session.district)).find((one) => one.person === person)
  if (found === undefined) return refused(serverProblem('accounts/unknown-account', { account: person.slice(0, 80) }))
  const done = await settled(office, session.district, await accounts.resetPassword(found.id, acting(context)))
  if (!done.ok) return done
  const { account: id, name, initialPassword } = done.value
  return { ok: true, value: { account: id, name, password: initialPassword } }
}
