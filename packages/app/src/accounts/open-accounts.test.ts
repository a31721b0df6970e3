import * as argon2 from '@node-rs/argon2'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Database } from '../../../store/src/database/connection.ts'
import { kyselyDialect } from '../../../store/src/database/index.ts'
import {
  ADMIN,
  BASE_URL,
  challengeOf,
  codeOf,
  engines,
  GOOD_PASSWORD,
  newAccount,
  ORIGIN,
  openOver,
  SECRET,
  settled,
  tokenOf,
  totpCode,
  valueOf,
} from '../../testing/accounts-kit.ts'
import { type AccountEvent, type Accounts, type Answer, accountsWording, openAccounts } from './index.ts'

vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof argon2>()
  return { ...real, hash: vi.fn(real.hash), verify: vi.fn(real.verify) }
})

const pglite = valueOf({ ok: true, value: engines.find(({ engine }) => engine === 'pglite') })

describe('accounts opened', () => {
  let database: Database
  beforeAll(async () => {
    if (pglite !== undefined) database = await pglite.create()
  }, 120_000)
  afterAll(() => pglite?.close())
  afterEach(() => {
    vi.unstubAllEnvs()
    vi.restoreAllMocks()
  })

  it('A74 every refusal of a sign-in costs one hash, whether the name is known or not', async () => {
    const accounts = await openOver(database)
    const { account, name } = await settled(accounts)
    const costOf = async (signInName: string) => {
      vi.mocked(argon2.hash).mockClear()
      vi.mocked(argon2.verify).mockClear()
      expect(codeOf(await accounts.signIn(signInName, 'not the password', ORIGIN))).toBe('sign-in-refused')
      return vi.mocked(argon2.hash).mock.calls.length + vi.mocked(argon2.verify).mock.calls.length
    }
    expect(await costOf(name)).toBe(1)
    expect(await costOf('nobody.here')).toBe(1)
    expect(await costOf('不是账号')).toBe(1)
    expect(await costOf('x'.repeat(500))).toBe(1)
    await accounts.setClosed(account, true, ADMIN)
    expect(await costOf(name)).toBe(1)
  })

  it('A92 every call leaves one event for the trail of the account, and none holds a secret', async () => {
    const accounts = await openOver(database)
    const events: AccountEvent[] = []
    const secrets: string[] = [GOOD_PASSWORD, 'not the password']
    const note = <T>(answer: Answer<T>): Answer<T> => {
      events.push(answer.event)
      return answer
    }
    const made = valueOf(
      note(await accounts.createAccount({ name: 'sun.wei', label: '孙伟', district: 'lantai' }, ADMIN)).result,
    )
    secrets.push(made.initialPassword)
    note(await accounts.signIn('sun.wei', 'not the password', ORIGIN))
    const first = tokenOf(note(await accounts.signIn('sun.wei', made.initialPassword, ORIGIN)))
    note(await accounts.changePassword(first, { current: made.initialPassword, next: GOOD_PASSWORD }, ORIGIN))
    const { uri, backupCodes } = valueOf(note(await accounts.enrolTotp(first, GOOD_PASSWORD, ORIGIN)).result)
    const secret = new URL(uri).searchParams.get('secret') ?? ''
    const code = totpCode(secret, Date.now())
    const second = tokenOf(note(await accounts.verifyTotp({ token: first, code }, ORIGIN)))
    const challenge = challengeOf(note(await accounts.signIn('sun.wei', GOOD_PASSWORD, ORIGIN)))
    note(await accounts.verifyTotp({ challenge, code: backupCodes[0] ?? '' }, ORIGIN))
    note(await accounts.signOut(second, ORIGIN))
    note(await accounts.revoke(made.account, 'all', ADMIN))
    note(await accounts.unlock(made.account, ADMIN))
    note(await accounts.setClosed(made.account, true, ADMIN))
    secrets.push(valueOf(note(await accounts.resetPassword(made.account, ADMIN)).result).initialPassword)
    const who = events.map(({ action, by, ok }) => `${action} ${by === made.account ? 'self' : by} ${ok}`)
    expect(who).toEqual([
      'create person:zhou true',
      'sign-in self false',
      'sign-in self true',
      'change-password self true',
      'enrol-totp self true',
      'enrol-totp self true',
      'sign-in self true',
      'second-factor self true',
      'sign-out self true',
      'revoke person:zhou true',
      'unlock person:zhou true',
      'close person:zhou true',
      'reset-password person:zhou true',
    ])
    expect(events.every(({ stream, from }) => stream === `account:${made.account}` && from === ORIGIN.from)).toBe(true)
    const trail = JSON.stringify(events)
    for (const text of [...secrets, code, secret, first, second, challenge, ...backupCodes])
      expect(trail).not.toContain(text)
  })

  it('A93 nothing is sent anywhere', async () => {
    const sent = vi.spyOn(globalThis, 'fetch')
    const accounts = await openOver(database)
    const { name } = await settled(accounts)
    await accounts.signIn(name, 'not the password', ORIGIN)
    expect(sent).not.toHaveBeenCalled()
  })

  it('A93 a variable of the environment that the library would heed is refused by name', async () => {
    vi.stubEnv('BETTER_AUTH_TELEMETRY', '1')
    vi.stubEnv('BETTER_AUTH_SECRETS', '7:another secret of the environment, long enough')
    const dialect = kyselyDialect(database, 'app')
    const opened = await openAccounts({ dialect, secret: SECRET, baseUrl: BASE_URL })
    expect(opened).toMatchObject({
      problems: [{ code: 'accounts/environment', params: { names: 'BETTER_AUTH_SECRETS、BETTER_AUTH_TELEMETRY' } }],
    })
  })

  it('A95 weak options are refused, all at once', async () => {
    const dialect = kyselyDialect(database, 'app')
    const weak = await openAccounts({
      dialect,
      secret: 'short',
      baseUrl: 'jn.lantai.example',
      cost: { memory: 4096, passes: 2, lanes: 1 },
    })
    expect(codeOf({ result: weak })).toBe('weak-secret weak-hash bad-base-url')
    const onePass = { memory: 65_536, passes: 1, lanes: 1 }
    const open = (options: object) => openAccounts({ dialect, secret: SECRET, baseUrl: BASE_URL, ...options })
    expect(codeOf({ result: await open({ cost: onePass }) })).toBe('weak-hash')
    expect(codeOf({ result: await open({ baseUrl: `${BASE_URL}/` }) })).toBe('bad-base-url')
    expect(codeOf({ result: await open({}) })).toBe('ok')
  })

  it('A95 closing leaves the database open for others', async () => {
    const accounts: Accounts = await openOver(database)
    await accounts.close()
    expect((await newAccount(await openOver(database))).account).not.toBe('')
  })

  it('A96 every refusal has a wording that says what to do', () => {
    for (const [code, words] of Object.entries(accountsWording)) {
      expect(code).toMatch(/^accounts\/[a-z-]+$/)
      expect(words).toMatch(/[\u4e00-\u9fff]/)
    }
  })
})
