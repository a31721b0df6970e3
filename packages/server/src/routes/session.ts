import { administers, ledgerYears, readsLog, sessionOf } from '@jiannuo/app'
import { settled } from '@jiannuo/app/accounts'
import type { Answer } from '@jiannuo/contract'
import { localDate, refused, type Result } from '@jiannuo/kernel'
import type { ServerParts } from '../http/app.ts'
import { csrfOf } from '../http/csrf.ts'
import { interfaceWords } from '../wording.zh.ts'
import { type CallContext, type HandlerContext, type Handlers, serverProblem } from '../http/handler.ts'

type SessionNames = 'health' | 'ready' | 'welcome' | 'signIn' | 'secondFactor' | 'signOut' | 'me' | 'changePassword'

const KEEPERS = ['administrator', 'supervisor'] as const
const STAFF = ['unitLead', 'unitClerk'] as const

async function meOf(context: HandlerContext, parts: ServerParts): Promise<Answer<'me'>> {
  const { office, session, account, csrf } = context
  const view = await office.districts.view(session.district)
  const holds = (roles: readonly string[]): boolean => session.posts.some(({ role }) => roles.includes(role))
  return {
    person: session.person,
    name: session.name,
    account: account.name,
    district: {
      id: session.district,
      name: view.tree.name(session.district),
      invented: parts.demo.invented(session.district),
    },
    posts: session.posts.map(({ role, unit }) => ({
      role,
      roleTitle: office.machines.roles[role] ?? role,
      unit,
      unitName: view.tree.name(unit),
    })),
    may: {
      administer: administers(session),
      import: holds(KEEPERS),
      confirm: holds(KEEPERS),
      report: holds(STAFF),
      review: holds(['supervisor']),
      readLog: readsLog(session),
      readAll: session.scope.units === 'all',
    },
    csrf,
    mustChangePassword: false,
    today: localDate(office.now(), office.calendar.utcOffset),
    years: [...(await ledgerYears(office, session))],
  }
}

/** The account's district, for the trail of a call that may have no session yet. */
const districtOf = async ({ office }: CallContext): Promise<string> => (await office.store.districts())[0] ?? 'office'

/** Completes a sign-in, or a step that gives a new session: the cookie, and who it is. */
export async function enter(
  context: CallContext,
  parts: ServerParts,
  token: string,
  mustChange: boolean,
): Promise<Result<Answer<'signIn'>>> {
  context.setToken(token)
  const csrf = csrfOf(parts.settings.secret, token)
  if (mustChange) return { ok: true, value: { step: 'change-password', csrf } }
  const seen = await context.accounts.sessionOf(token, context.origin)
  if (!seen.result.ok) return seen.result
  const account = seen.result.value
  if (account.person === undefined) return refused(serverProblem('server/no-person'))
  const session = await sessionOf(context.office, account.district, account.person)
  if (!session.ok) return session
  const me = await meOf({ ...context, session: session.value, account, token, csrf }, parts)
  return { ok: true, value: { step: 'done', me } }
}

/** Signing in and out, who one is, and whether the office is there. */
export const sessionHandlers = (parts: ServerParts): Pick<Handlers, SessionNames> => ({
  health: () => Promise.resolve({ ok: true, value: { status: 'ok', version: parts.version } }),
  ready: async ({ office }) => {
    const ready = await office.store.districts().then(
      () => true,
      () => false,
    )
    return { ok: true, value: { status: ready ? 'ready' : 'not-ready' } }
  },
  welcome: async ({ office, origin, accounts, token }) => {
    const signedIn = token !== undefined && (await accounts.sessionOf(token, origin)).result.ok
    const ids = await office.store.districts()
    const districts = await Promise.all(
      ids.map(async (id) => ({
        id,
        name: (await office.districts.view(id)).tree.name(id),
        invented: parts.demo.invented(id),
      })),
    )
    return {
      ok: true,
      value: {
        product: interfaceWords.product,
        version: parts.version,
        signedIn,
        districts,
        demo: parts.demo.shownTo(origin.from),
      },
    }
  },
  signIn: async (context, { body }) => {
    const answer = await context.accounts.signIn(body.name, body.password, context.origin)
    const done = await settled(context.office, await districtOf(context), answer)
    if (!done.ok) return done
    if (done.value.step === 'second-factor')
      return { ok: true, value: { step: 'second-factor', challenge: done.value.challenge } }
    return enter(context, parts, done.value.token, done.value.mustChangePassword)
  },
  secondFactor: async (context, { body }) => {
    const answer = await context.accounts.verifyTotp(body, context.origin)
    const done = await settled(context.office, await districtOf(context), answer)
    if (!done.ok) return done
    if (done.value.step === 'second-factor')
      return { ok: true, value: { step: 'second-factor', challenge: done.value.challenge } }
    return enter(context, parts, done.value.token, done.value.mustChangePassword)
  },
  signOut: async (context) => {
    const answer = await context.accounts.signOut(context.token, context.origin)
    const done = await settled(context.office, await districtOf(context), answer)
    context.setToken(undefined)
    parts.live.drop(context.token)
    return done.ok ? { ok: true, value: {} } : done
  },
  me: async (context) => ({ ok: true, value: await meOf(context, parts) }),
  changePassword: async (context, { body }) => {
    const answer = await context.accounts.changePassword(context.token, body, context.origin)
    const done = await settled(context.office, await districtOf(context), answer)
    return done.ok ? { ok: true, value: {} } : done
  },
})
