import { settled } from '@jiannuo/app/accounts'
import { refused } from '@jiannuo/kernel'
import type { ServerParts } from '../http/app.ts'
import { type Handlers, serverProblem } from '../http/handler.ts'
import { enter } from './session.ts'

type AccountNames = 'ownAccount' | 'enrolTotp' | 'confirmTotp' | 'dropTotp' | 'endOtherSessions'

/** What somebody does with their own account once they are in. */
export const accountHandlers = (parts: ServerParts): Pick<Handlers, AccountNames> => ({
  ownAccount: async ({ accounts, account }) => {
    const sessions = await accounts.listSessions(account.account)
    return {
      ok: true,
      value: {
        name: account.name,
        twoFactor: account.twoFactor,
        sessions: sessions.map((one) => ({ ...one, own: one.id === account.id })),
      },
    }
  },
  enrolTotp: async ({ office, accounts, account, token, origin }, { body }) => {
    const done = await settled(office, account.district, await accounts.enrolTotp(token, body.password, origin))
    return done.ok ? { ok: true, value: { uri: done.value.uri, backupCodes: [...done.value.backupCodes] } } : done
  },
  confirmTotp: async (context, { body }) => {
    const { office, accounts, account, token, origin } = context
    const done = await settled(office, account.district, await accounts.verifyTotp({ token, code: body.code }, origin))
    if (!done.ok) return done
    // A token asks for no second step: the code that came is it.
    if (done.value.step !== 'done') return refused(serverProblem('server/no-session'))
    return enter(context, parts, done.value.token, done.value.mustChangePassword)
  },
  dropTotp: async ({ office, accounts, account, token, origin, setToken }, { body }) => {
    const done = await settled(office, account.district, await accounts.dropTotp(token, body.password, origin))
    if (!done.ok) return done
    setToken(undefined)
    return { ok: true, value: {} }
  },
  endOtherSessions: async ({ office, accounts, account, session, origin }) => {
    const others = (await accounts.listSessions(account.account)).filter(({ id }) => id !== account.id)
    if (others.length === 0) return { ok: true, value: { ended: 0 } }
    const ids = others.map(({ id }) => id)
    const answer = await accounts.revoke(account.account, ids, { ...origin, by: session.person })
    const done = await settled(office, account.district, answer)
    return done.ok ? { ok: true, value: { ended: ids.length } } : done
  },
})
