import type { Accounts } from '@jiannuo/app/accounts'
import { expect, it } from 'vitest'
import { testServer } from '../../testing/kit.ts'
import { keptSessions } from './kept-sessions.ts'

/** Accounts of a server, with every look at a session counted and both clocks in hand. */
async function counted() {
  const { parts, office, clock, browser, password } = await testServer()
  const accounts = parts.accounts
  let looks = 0
  let ticks = 0
  let wait: Promise<void> | undefined
  const slow: Accounts = {
    ...pick(accounts),
    sessionOf: async (token, origin) => {
      looks += 1
      await wait
      return accounts.sessionOf(token, origin)
    },
  }
  const kept = keptSessions(slow, office.now, () => ticks)
  const one = browser()
  await one.signIn('lantai-leader-1', password)
  const token = decodeURIComponent(one.cookie.replace('jiannuo_session=', ''))
  const origin = { from: 'test' }
  return {
    kept,
    token,
    origin,
    clock,
    look: async () => (await kept.sessionOf(token, origin)).result.ok,
    looks: () => looks,
    pass: (ms: number) => {
      ticks += ms
    },
    hold: (until: Promise<void> | undefined) => {
      wait = until
    },
  }
}

/** Functions of accounts one by one: they come behind a proxy. */
const pick = (accounts: Accounts): Accounts => ({
  accountsIn: accounts.accountsIn,
  createAccount: accounts.createAccount,
  signIn: accounts.signIn,
  verifyTotp: accounts.verifyTotp,
  signOut: accounts.signOut,
  changePassword: accounts.changePassword,
  resetPassword: accounts.resetPassword,
  enrolTotp: accounts.enrolTotp,
  dropTotp: accounts.dropTotp,
  removeFactor: accounts.removeFactor,
  sessionOf: accounts.sessionOf,
  listSessions: accounts.listSessions,
  revoke: accounts.revoke,
  unlock: accounts.unlock,
  setClosed: accounts.setClosed,
  close: accounts.close,
})

it('V25 a session is looked up once a second, by either clock', async () => {
  const { look, looks, pass, clock } = await counted()
  expect(await Promise.all([look(), look(), look()])).toEqual([true, true, true])
  expect(looks()).toBe(1)
  pass(999)
  await look()
  expect(looks()).toBe(1)
  pass(1)
  await look()
  expect(looks()).toBe(2)
  clock.pass(1)
  await look()
  expect(looks()).toBe(3)
  clock.pass(-5)
  await look()
  expect(looks()).toBe(4)
})

it('V25 an ended session is refused at once, whoever ends it, and no look-up from before counts', async () => {
  for (const how of ['leave', 'revoke', 'reset', 'close'] as const) {
    const { look, looks, kept, token, origin, hold } = await counted()
    const who = await kept.sessionOf(token, origin)
    const account = who.result.ok ? who.result.value.account : ''
    const acting = { ...origin, by: 'machine' }
    let release = (): void => {}
    hold(new Promise((resolve) => (release = resolve)))
    await kept.revoke(account, ['nothing'], acting)
    const under = look()
    if (how === 'leave') await kept.signOut(token, origin)
    if (how === 'revoke') await kept.revoke(account, 'all', acting)
    if (how === 'reset') await kept.resetPassword(account, acting)
    if (how === 'close') await kept.setClosed(account, true, acting)
    release()
    const before = looks()
    expect([how, await look(), looks()]).toEqual([how, false, before + 1])
    await under
    expect(await look()).toBe(false)
  }
})

it('V25 what refuses is not kept, and leaves its event once', async () => {
  const { kept, token, origin, clock } = await counted()
  clock.pass(31)
  const seen = await Promise.all([kept.sessionOf(token, origin), kept.sessionOf(token, origin)])
  expect(seen.map(({ result }) => result.ok)).toEqual([false, false])
  expect(seen.filter(({ event }) => event !== undefined)).toHaveLength(1)
})
