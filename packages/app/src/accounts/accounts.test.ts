import * as argon2 from '@node-rs/argon2'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Database } from '@jiannuo/store'
import { kyselyDialect } from '@jiannuo/store/kysely'
import {
  ADMIN,
  BASE_URL,
  bothOf,
  challengeOf,
  clockAt,
  codeOf,
  engines,
  GOOD_PASSWORD,
  newAccount,
  ORIGIN,
  openOver,
  rowsOf,
  SECRET,
  settled,
  type TestClock,
  tokenOf,
  totpCode,
  valueOf,
} from '../../testing/accounts-kit.ts'
import { startProvider } from '../../testing/oidc-provider.ts'
import { type AccountEvent, type Accounts, type Answer, accountsWording, openAccounts } from './index.ts'

vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof argon2>()
  return { ...real, hash: vi.fn(real.hash), verify: vi.fn(real.verify) }
})

describe.each(engines)('accounts on $engine', (engine) => {
  let database: Database
  let clock: TestClock
  let accounts: Accounts

  beforeAll(async () => {
    if (engine.skip === undefined) database = await engine.create()
  }, 120_000)
  afterAll(() => engine.close())
  afterEach(() => {
    vi.unstubAllEnvs()
    vi.restoreAllMocks()
  })
  beforeEach(async (context) => {
    if (engine.skip !== undefined) return context.skip(engine.skip)
    clock = clockAt('2026-03-02T01:00:00Z')
    accounts = await openOver(database, { now: clock.now })
  })

  describe('made and signed in', () => {
    it('A70 people sign in by account name, in any spelling of it', async () => {
      const { initialPassword } = await newAccount(accounts, 'Zhao.Min')
      expect(codeOf(await accounts.signIn(' ＺＨＡＯ.min', initialPassword, ORIGIN))).toBe('ok')
      const again = { name: 'zhao.MIN', label: '赵敏', district: 'lantai' }
      expect(codeOf(await accounts.createAccount(again, ADMIN))).toBe('name-taken')
      expect(codeOf(await accounts.createAccount({ ...again, name: '赵敏' }, ADMIN))).toBe('bad-name')
    })

    it('A70 no text makes a call fail otherwise than by its refusal', async () => {
      const { account } = await newAccount(accounts)
      for (const text of [
        'a\u0000b',
        '%zz',
        '%00',
        '2fa-%',
        '2fa-x.y=',
        '\ud800',
        "'; drop table x",
        'é; jiannuo.state=1',
      ]) {
        expect(codeOf(await accounts.signIn(text, text, ORIGIN)), text).toBe('sign-in-refused')
        expect(codeOf(await accounts.sessionOf(text, ORIGIN)), text).toBe('no-session')
        expect(codeOf(await accounts.verifyTotp({ challenge: text, code: text }, ORIGIN)), text).toBe('challenge-over')
        expect(codeOf(await accounts.verifyTotp({ token: text, code: text }, ORIGIN)), text).toBe('no-session')
        expect(codeOf(await accounts.unlock(text, ADMIN)), text).toBe('unknown-account')
        expect(codeOf(await accounts.revoke(account, [text], ADMIN)), text).toBe('unknown-session')
        expect(codeOf(await accounts.createAccount({ name: text, label: '赵敏', district: 'lantai' }, ADMIN))).toBe(
          'bad-name',
        )
      }
      const nameless = { name: 'nameless', label: 'a\u0000b', district: 'lantai' }
      expect(codeOf(await accounts.createAccount(nameless, ADMIN))).toBe('bad-label')
    })

    it('A71 the initial password is given out once, kept as a hash, and must be changed before anything else', async () => {
      const { account, name, initialPassword } = await newAccount(accounts)
      const [login] = await rowsOf(database, 'select * from account_login where user_id = $1', [account])
      expect(JSON.stringify(login)).not.toContain(initialPassword)
      const signedIn = await accounts.signIn(name, initialPassword, ORIGIN)
      expect(valueOf(signedIn.result)).toMatchObject({ step: 'done', account, mustChangePassword: true })
      const token = tokenOf(signedIn)
      expect(codeOf(await accounts.sessionOf(token, ORIGIN))).toBe('must-change-password')
      expect(codeOf(await accounts.enrolTotp(token, initialPassword, ORIGIN))).toBe('must-change-password')
      const passwords = { current: initialPassword, next: GOOD_PASSWORD }
      expect(codeOf(await accounts.changePassword(token, passwords, ORIGIN))).toBe('ok')
      const session = valueOf((await accounts.sessionOf(token, ORIGIN)).result)
      expect(session).toMatchObject({ account, name, district: 'lantai', method: 'password', startedAt: clock.now() })
      expect(session.person).toMatch(/^p\d+$/)
    })

    it('A73 the hash is argon2id of 19 MiB and two passes, and follows a cost that is raised at the next sign-in', async () => {
      const { account, name, token } = await settled(accounts)
      const hash = async () => {
        const rows = await rowsOf(database, 'select password from account_login where user_id = $1', [account])
        return String(rows[0]?.password)
      }
      const before = await hash()
      expect(before).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
      const dearer = await openOver(database, { now: clock.now, cost: { memory: 20_480, passes: 3, lanes: 1 } })
      expect(codeOf(await dearer.signIn(name, 'not the password', ORIGIN))).toBe('sign-in-refused')
      expect(await hash()).toBe(before)
      expect(codeOf(await dearer.signIn(name, GOOD_PASSWORD, ORIGIN))).toBe('ok')
      const after = await hash()
      expect(after).toMatch(/^\$argon2id\$v=19\$m=20480,t=3,p=1\$/)
      expect(codeOf(await accounts.signIn(name, GOOD_PASSWORD, ORIGIN))).toBe('ok')
      expect(await hash()).toBe(after)
      expect(codeOf(await accounts.sessionOf(token, ORIGIN))).toBe('ok')
    })

    it('A74 a wrong name, a wrong password and a closed account get one answer; the trail tells them apart', async () => {
      const { account, name } = await settled(accounts)
      const answers = [
        await accounts.signIn('nobody.here', GOOD_PASSWORD, ORIGIN),
        await accounts.signIn('不是账号', GOOD_PASSWORD, ORIGIN),
        await accounts.signIn(name, `${GOOD_PASSWORD}x`, ORIGIN),
        await accounts.signIn(name, '', ORIGIN),
        await accounts.signIn(name, 'x'.repeat(100_000), ORIGIN),
      ]
      await accounts.setClosed(account, true, ADMIN)
      answers.push(await accounts.signIn(name, GOOD_PASSWORD, ORIGIN))
      expect(new Set(answers.map(({ result }) => JSON.stringify(result))).size).toBe(1)
      expect(answers.map(({ event }) => event.reason)).toEqual([
        'unknown-name',
        'unknown-name',
        'wrong-password',
        'wrong-password',
        'wrong-password',
        'closed',
      ])
    })
  })

  describe('lock-out', () => {
    const fail = (name: string) => accounts.signIn(name, 'not the password', ORIGIN)

    it('A75 the fifth failure locks, each later one doubles the wait, and a success forgets all', async () => {
      const { name } = await settled(accounts)
      for (let n = 1; n <= 5; n += 1) expect(bothOf(await fail(name)), `${n}`).toBe('sign-in-refused / wrong-password')
      const locked = await accounts.signIn(name, GOOD_PASSWORD, ORIGIN)
      expect(locked.result).toMatchObject({ problems: [{ code: 'accounts/locked', params: { minutes: 5 } }] })
      expect(locked.event).toMatchObject({ ok: false, reason: 'accounts/locked' })
      clock.pass(4)
      expect(codeOf(await fail(name))).toBe('locked')
      clock.pass(1)
      expect(codeOf(await fail(name))).toBe('sign-in-refused')
      clock.pass(9)
      expect((await fail(name)).result).toMatchObject({ problems: [{ params: { minutes: 1 } }] })
      clock.pass(1)
      expect(codeOf(await accounts.signIn(name, GOOD_PASSWORD, ORIGIN))).toBe('ok')
      for (let n = 1; n <= 4; n += 1) await fail(name)
      expect(codeOf(await accounts.signIn(name, GOOD_PASSWORD, ORIGIN))).toBe('ok')
    })

    it('A75 failures are forgotten after the window, and no wait is longer than the longest', async () => {
      const { name } = await settled(accounts)
      for (let n = 1; n <= 4; n += 1) await fail(name)
      clock.pass(61)
      for (let n = 1; n <= 4; n += 1) await fail(name)
      expect(codeOf(await accounts.signIn(name, GOOD_PASSWORD, ORIGIN))).toBe('ok')
      const lock = { failures: 2, firstMinutes: 5, longestMinutes: 15, windowMinutes: 60 }
      const strict = await openOver(database, { now: clock.now, lock })
      const waits: unknown[] = []
      for (let n = 1; n <= 6; n += 1) {
        await strict.signIn(name, 'wrong', ORIGIN)
        const { result } = await strict.signIn(name, GOOD_PASSWORD, ORIGIN)
        if (result.ok) await strict.signIn(name, 'wrong', ORIGIN)
        const minutes = result.ok ? 0 : Number(result.problems[0]?.params?.minutes)
        waits.push(minutes)
        clock.pass(minutes)
      }
      expect(waits).toEqual([0, 5, 10, 15, 15, 15])
    })

    it('A76 all processes count together, and a burst of guesses gets no more than its five', async () => {
      const { name } = await settled(accounts)
      const other = await openOver(database, { now: clock.now })
      const guesses = Array.from({ length: 20 }, (_, n) =>
        (n % 2 === 0 ? accounts : other).signIn(name, `guess ${n} of many`, ORIGIN),
      )
      const codes = (await Promise.all(guesses)).map(codeOf)
      expect(codes.filter((code) => code === 'sign-in-refused')).toHaveLength(5)
      expect(codes.filter((code) => code === 'locked')).toHaveLength(15)
      expect(codeOf(await other.signIn(name, GOOD_PASSWORD, ORIGIN))).toBe('locked')
    })

    it('A77 a name that is no account locks like one, and is nowhere written down', async () => {
      const typed = 'MyPassword-typed-here'
      for (let n = 1; n <= 5; n += 1) expect(codeOf(await fail(typed))).toBe('sign-in-refused')
      const { result, event } = await fail(typed)
      expect(codeOf({ result })).toBe('locked')
      expect(event.stream).toBe('account:unknown')
      expect(event.by).toMatch(/^unknown:[0-9a-f]{16}$/)
      expect((await fail(typed)).event.by).toBe(event.by)
      expect((await fail(`${typed}!`)).event.by).not.toBe(event.by)
      const rows = await rowsOf(database, 'select * from account_lock')
      expect(JSON.stringify([rows, event]).toLowerCase()).not.toContain('typed')
    })

    it('A78 an administrator lifts a lock, and so does a new initial password', async () => {
      const { account, name } = await settled(accounts)
      for (let n = 1; n <= 6; n += 1) await fail(name)
      const unlocked = await accounts.unlock(account, ADMIN)
      expect(unlocked.event).toMatchObject({ action: 'unlock', by: ADMIN.by, stream: `account:${account}`, ok: true })
      expect(codeOf(await accounts.signIn(name, GOOD_PASSWORD, ORIGIN))).toBe('ok')
      for (let n = 1; n <= 6; n += 1) await fail(name)
      const { initialPassword } = valueOf((await accounts.resetPassword(account, ADMIN)).result)
      expect(codeOf(await accounts.signIn(name, initialPassword, ORIGIN))).toBe('ok')
    })
  })

  describe('sessions', () => {
    it('A79 a session ends when it is not used for half an hour; use keeps it', async () => {
      const { account, token } = await settled(accounts)
      clock.pass(29)
      expect(codeOf(await accounts.sessionOf(token, ORIGIN))).toBe('ok')
      clock.pass(29)
      expect((await accounts.sessionOf(token, ORIGIN)).event).toBeUndefined()
      clock.pass(30)
      const ended = await accounts.sessionOf(token, ORIGIN)
      expect(codeOf(ended)).toBe('session-over')
      expect(ended.event).toMatchObject({ action: 'session-ended', reason: 'idle', stream: `account:${account}` })
      expect(codeOf(await accounts.sessionOf(token, ORIGIN))).toBe('no-session')
    })

    it('A80 a session ends after twelve hours, used or not', async () => {
      const { token } = await settled(accounts)
      for (let n = 1; n <= 24; n += 1) {
        clock.pass(29)
        expect(codeOf(await accounts.sessionOf(token, ORIGIN)), `${n * 29}`).toBe('ok')
      }
      clock.pass(24)
      const ended = await accounts.sessionOf(token, ORIGIN)
      expect(codeOf(ended)).toBe('session-over')
      expect(ended.event?.reason).toBe('too-old')
    })

    it('A81 sessions are listed without their tokens, and end one by one, all at once, or by signing out', async () => {
      const { account, name, token } = await settled(accounts)
      clock.pass(5)
      const phone = tokenOf(await accounts.signIn(name, GOOD_PASSWORD, { from: '172.16.0.9', agent: 'phone' }))
      const listed = await accounts.listSessions(account)
      expect(listed).toMatchObject([
        { method: 'password', from: '172.16.0.9', agent: 'phone', startedAt: clock.now() },
        { method: 'password', from: ORIGIN.from, agent: 'Mozilla/5.0 (??)' },
      ])
      const held = JSON.stringify(listed)
      for (const secret of [token, phone]) expect(held).not.toContain(secret.split('.')[0])
      const gone = await accounts.revoke(account, [listed[0]?.id ?? ''], ADMIN)
      expect(gone.event).toMatchObject({ action: 'revoke', by: ADMIN.by, ok: true, params: { ended: 1 } })
      expect(codeOf(await accounts.sessionOf(phone, ORIGIN))).toBe('no-session')
      expect(codeOf(await accounts.revoke(account, [listed[0]?.id ?? ''], ADMIN))).toBe('unknown-session')
      expect(codeOf(await accounts.signOut(token, ORIGIN))).toBe('ok')
      expect(codeOf(await accounts.signOut(token, ORIGIN))).toBe('no-session')
      const third = tokenOf(await accounts.signIn(name, GOOD_PASSWORD, ORIGIN))
      expect(codeOf(await accounts.revoke(account, 'all', ADMIN))).toBe('ok')
      expect(codeOf(await accounts.sessionOf(third, ORIGIN))).toBe('no-session')
    })

    it('A82 what the database holds is not enough to make a token', async () => {
      const { account, token } = await settled(accounts)
      const [row] = await rowsOf(database, 'select token from account_session where user_id = $1', [account])
      const stored = String(row?.token)
      expect(token.startsWith(`${stored}.`)).toBe(true)
      const signature = token.slice(stored.length + 1)
      const forged = ['', stored, `${stored}.`, `${stored}.${signature.slice(1)}`, `x${token}`, `a; ${token}`, '王']
      for (const text of forged) expect(codeOf(await accounts.sessionOf(text, ORIGIN)), text).toBe('no-session')
      const elsewhere = await openOver(database, { now: clock.now, secret: 'p9Lr4WsKt2VzYx7MnBq6HdGf3CjTeUaR' })
      expect(codeOf(await elsewhere.sessionOf(token, ORIGIN))).toBe('no-session')
      expect(codeOf(await accounts.sessionOf(token, ORIGIN))).toBe('ok')
    })
  })

  describe('passwords changed and accounts closed', () => {
    it('A83 changing asks for the current password, applies the rule, and ends the other sessions', async () => {
      const { account, name, token } = await settled(accounts)
      const other = tokenOf(await accounts.signIn(name, GOOD_PASSWORD, ORIGIN))
      const change = (current: string, next: string) => accounts.changePassword(token, { current, next }, ORIGIN)
      expect(bothOf(await change('wrong', 'Reservoir-east-9'))).toBe('wrong-password / wrong-password')
      expect(bothOf(await change(GOOD_PASSWORD, 'short'))).toBe('password-too-weak / weak-password')
      expect(codeOf(await change(GOOD_PASSWORD, `xx-${name}-Zz9`))).toBe('password-holds-name')
      expect(codeOf(await change(GOOD_PASSWORD, GOOD_PASSWORD))).toBe('password-unchanged')
      const changed = await change(GOOD_PASSWORD, 'Reservoir-east-9')
      expect(changed.event).toMatchObject({ ok: true, by: account, params: { ended: 1 } })
      expect(codeOf(await accounts.sessionOf(token, ORIGIN))).toBe('ok')
      expect(codeOf(await accounts.sessionOf(other, ORIGIN))).toBe('no-session')
      expect(codeOf(await accounts.signIn(name, GOOD_PASSWORD, ORIGIN))).toBe('sign-in-refused')
      expect(codeOf(await accounts.signIn(name, 'Reservoir-east-9', ORIGIN))).toBe('ok')
    })

    it('A83 trying passwords in an open session locks as well', async () => {
      const { token } = await settled(accounts)
      const attempts = [1, 2, 3, 4, 5, 6].map(() => ({ current: 'a guess', next: 'Reservoir-east-9' }))
      const codes: string[] = []
      for (const passwords of attempts) codes.push(codeOf(await accounts.changePassword(token, passwords, ORIGIN)))
      expect(codes).toEqual([...Array.from({ length: 5 }, () => 'wrong-password'), 'locked'])
    })

    it('A84 a reset gives out a new initial password and ends every session', async () => {
      const { account, name, token } = await settled(accounts)
      const reset = await accounts.resetPassword(account, ADMIN)
      expect(reset.event).toMatchObject({ action: 'reset-password', by: ADMIN.by, params: { ended: 1 } })
      expect(codeOf(await accounts.sessionOf(token, ORIGIN))).toBe('no-session')
      expect(codeOf(await accounts.signIn(name, GOOD_PASSWORD, ORIGIN))).toBe('sign-in-refused')
      const { initialPassword } = valueOf(reset.result)
      const again = tokenOf(await accounts.signIn(name, initialPassword, ORIGIN))
      expect(codeOf(await accounts.sessionOf(again, ORIGIN))).toBe('must-change-password')
    })

    it('A89 a closed account has no session and gets none, until it is opened again', async () => {
      const { account, name, token } = await settled(accounts)
      expect((await accounts.setClosed(account, true, ADMIN)).event).toMatchObject({ action: 'close', ok: true })
      expect(codeOf(await accounts.sessionOf(token, ORIGIN))).toBe('no-session')
      expect(codeOf(await accounts.signIn(name, GOOD_PASSWORD, ORIGIN))).toBe('sign-in-refused')
      expect((await accounts.setClosed(account, false, ADMIN)).event).toMatchObject({ action: 'reopen', ok: true })
      expect(codeOf(await accounts.signIn(name, GOOD_PASSWORD, ORIGIN))).toBe('ok')
      const calls = [accounts.resetPassword, accounts.unlock]
      for (const call of calls) expect(codeOf(await call('nobody', ADMIN))).toBe('unknown-account')
      expect(codeOf(await accounts.setClosed('nobody', true, ADMIN))).toBe('unknown-account')
      expect(codeOf(await accounts.removeFactor('nobody', 'totp', ADMIN))).toBe('unknown-account')
      expect(codeOf(await accounts.revoke('nobody', 'all', ADMIN))).toBe('unknown-account')
    })
  })

  it('A85 A86 A88 A90 the whole way: enrolled, second step, back-up code, taken away, single sign-on', async () => {
    const { account, name, token } = await settled(accounts)
    const { uri, backupCodes } = valueOf((await accounts.enrolTotp(token, GOOD_PASSWORD, ORIGIN)).result)
    const secret = new URL(uri).searchParams.get('secret') ?? ''
    expect(codeOf(await accounts.verifyTotp({ token, code: totpCode(secret, Date.now()) }, ORIGIN))).toBe('ok')
    const challenge = challengeOf(await accounts.signIn(name, GOOD_PASSWORD, ORIGIN))
    const next = totpCode(secret, Date.now() + 30_000)
    expect(codeOf(await accounts.verifyTotp({ challenge, code: next }, ORIGIN))).toBe('ok')
    const again = challengeOf(await accounts.signIn(name, GOOD_PASSWORD, ORIGIN))
    expect(codeOf(await accounts.verifyTotp({ challenge: again, code: backupCodes[0] ?? '' }, ORIGIN))).toBe('ok')
    expect((await accounts.removeFactor(account, 'totp', ADMIN)).event.params).toMatchObject({ removed: 1 })
    expect(valueOf((await accounts.signIn(name, GOOD_PASSWORD, ORIGIN)).result).step).toBe('done')
    const provider = await startProvider()
    const { oidc } = await openOver(database, { now: clock.now, oidc: provider })
    const { url, state } = (await oidc?.begin()) ?? { url: '', state: '' }
    const query = provider.approve(url, { sub: 's1', preferred_username: name })
    expect((await oidc?.finish(query, state, ORIGIN))?.event).toMatchObject({ by: account, params: { method: 'oidc' } })
    expect((await accounts.removeFactor(account, 'oidc', ADMIN)).event.params).toMatchObject({ removed: 1 })
    await provider.close()
  })

  it('A74 every refusal of a sign-in costs one hash, whether the name is known or not', async () => {
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
    await accounts.close()
    expect((await newAccount(await openOver(database))).account).not.toBe('')
  })

  it('A96 every refusal has a wording that says what to do', () => {
    for (const [code, words] of Object.entries(accountsWording)) {
      expect(code).toMatch(/^accounts\/[a-z-]+$/)
      expect(words).toMatch(/[\u4e00-\u9fff]/)
    }
  })

  it('A94 the application’s role can neither delete, rename nor move an account, nor store anything but argon2id', async () => {
    const { account } = await newAccount(accounts)
    const asApp = (text: string) => database.once('app', {}, text, [account])
    const forbidden = [
      'delete from account_user where id = $1',
      "update account_user set account_name = 'root' where id = $1",
      "update account_user set person = 'p0' where id = $1",
      "update account_user set district = 'other' where id = $1",
      "update account_login set subject = 'x' where user_id = $1",
      'update account_session set user_id = $1',
      'update account_session set expires_at = now() where user_id = $1',
      'update account_session set created_at = now() where user_id = $1',
      "update account_verification set value = 'x' where value = $1",
    ]
    for (const text of forbidden) await expect(asApp(text), text).rejects.toMatchObject({ state: '42501' })
    const plain = "update account_login set password = 'plain' where user_id = $1"
    await expect(asApp(plain)).rejects.toMatchObject({ state: '23514' })
  })
})
