import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '@jiannuo/store'
import {
  ADMIN,
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
  settled,
  type TestClock,
  tokenOf,
  totpCode,
  valueOf,
} from '../../testing/accounts-kit.ts'
import { startProvider, type TestProvider } from '../../testing/oidc-provider.ts'
import type { Accounts } from './index.ts'

// Authenticators go by the machine's clock. A code of a neighbouring half minute is good too, so tests may take three in turn.
const STEP = 30_000
const codeOfStep = (secret: string, step: number) => totpCode(secret, Date.now() + step * STEP)

// PGlite is slow to start: the way through all factors is gone there too, in accounts.test.ts.
describe.each(engines.filter(({ engine }) => engine !== 'pglite'))('factors on $engine', (engine) => {
  let database: Database
  let clock: TestClock
  let accounts: Accounts

  beforeAll(async () => {
    if (engine.skip === undefined) database = await engine.create()
  }, 120_000)
  afterAll(() => engine.close())
  beforeEach(async (context) => {
    if (engine.skip !== undefined) return context.skip(engine.skip)
    clock = clockAt('2026-03-02T01:00:00Z')
    accounts = await openOver(database, { now: clock.now })
  })

  /** An account with an authenticator, signed in by it; the code of step −1 is used up. */
  async function enrolled() {
    const { account, name, token } = await settled(accounts)
    const { uri, backupCodes } = valueOf((await accounts.enrolTotp(token, GOOD_PASSWORD, ORIGIN)).result)
    const secret = new URL(uri).searchParams.get('secret') ?? ''
    const confirmed = await accounts.verifyTotp({ token, code: codeOfStep(secret, -1) }, ORIGIN)
    return { account, name, secret, uri, backupCodes, before: token, token: tokenOf(confirmed) }
  }
  const challenge = async (name: string) => challengeOf(await accounts.signIn(name, GOOD_PASSWORD, ORIGIN))

  describe('authenticators', () => {
    it('A85 enrolling takes the password and a code; until then a sign-in asks for none', async () => {
      const { name, token } = await settled(accounts)
      expect(bothOf(await accounts.enrolTotp(token, 'wrong', ORIGIN))).toBe('wrong-password / wrong-password')
      const begun = await accounts.enrolTotp(token, GOOD_PASSWORD, ORIGIN)
      expect(begun.event).toMatchObject({ action: 'enrol-totp', ok: true, params: { step: 'begun' } })
      const { uri, backupCodes } = valueOf(begun.result)
      expect(decodeURIComponent(uri)).toMatch(
        new RegExp(`^otpauth://totp/践诺:${name}\\?secret=[A-Z2-7]{32,}&issuer=践诺`),
      )
      expect(new Set(backupCodes).size).toBe(10)
      expect(valueOf((await accounts.signIn(name, GOOD_PASSWORD, ORIGIN)).result).step).toBe('done')
      expect(bothOf(await accounts.verifyTotp({ token, code: '000000x' }, ORIGIN))).toBe('code-refused / wrong-code')
      const code = backupCodes[0] ?? ''
      expect(bothOf(await accounts.verifyTotp({ token, code }, ORIGIN))).toBe('code-refused / wrong-code')
      const secret = new URL(uri).searchParams.get('secret') ?? ''
      const confirmed = await accounts.verifyTotp({ token, code: codeOfStep(secret, 0) }, ORIGIN)
      expect(confirmed.event).toMatchObject({ action: 'enrol-totp', ok: true, params: { method: 'totp' } })
      expect(valueOf((await accounts.signIn(name, GOOD_PASSWORD, ORIGIN)).result).step).toBe('second-factor')
      const again = await accounts.enrolTotp(tokenOf(confirmed), GOOD_PASSWORD, ORIGIN)
      expect(codeOf(again)).toBe('totp-enrolled')
    })

    it('A86 the second step takes a code of the authenticator, each code once', async () => {
      const { account, name, secret } = await enrolled()
      const spent = codeOfStep(secret, -1)
      const first = await challenge(name)
      expect(bothOf(await accounts.verifyTotp({ challenge: first, code: spent }, ORIGIN))).toBe(
        'code-refused / used-code',
      )
      const code = codeOfStep(secret, 0)
      const done = await accounts.verifyTotp(
        { challenge: first, code: ` ${code.slice(0, 3)} ${code.slice(3)}` },
        ORIGIN,
      )
      expect(done.event).toMatchObject({ action: 'second-factor', ok: true, by: account, params: { method: 'totp' } })
      const session = valueOf((await accounts.sessionOf(tokenOf(done), ORIGIN)).result)
      expect(session).toMatchObject({ account, method: 'totp' })
      const second = await challenge(name)
      expect(codeOf(await accounts.verifyTotp({ challenge: second, code }, ORIGIN))).toBe('code-refused')
      expect(codeOf(await accounts.verifyTotp({ challenge: first, code: codeOfStep(secret, 1) }, ORIGIN))).toBe(
        'challenge-over',
      )
      expect(codeOf(await accounts.verifyTotp({ challenge: 'made-up.x', code: '123456' }, ORIGIN))).toBe(
        'challenge-over',
      )
    })

    it('A86 a back-up code opens one session, once', async () => {
      const { name, backupCodes } = await enrolled()
      const code = backupCodes[3] ?? ''
      const done = await accounts.verifyTotp({ challenge: await challenge(name), code }, ORIGIN)
      expect(done.event.params).toEqual({ step: 'done', method: 'backup-code' })
      const again = await accounts.verifyTotp({ challenge: await challenge(name), code }, ORIGIN)
      expect(bothOf(again)).toBe('code-refused / wrong-code')
      const other = backupCodes[4] ?? ''
      expect(codeOf(await accounts.verifyTotp({ challenge: await challenge(name), code: other }, ORIGIN))).toBe('ok')
    })

    it('A86 wrong codes count with wrong passwords, and knowing the password does not wipe them out', async () => {
      const { name, secret } = await enrolled()
      const good = new Set([-1, 0, 1, 2].map((step) => codeOfStep(secret, step)))
      const wrong = Array.from({ length: 9 }, (_, n) => `${n}13579`).filter((code) => !good.has(code))
      const codes: string[] = []
      for (const code of wrong.slice(0, 5))
        codes.push(codeOf(await accounts.verifyTotp({ challenge: await challenge(name), code }, ORIGIN)))
      expect(codes).toEqual(Array.from({ length: 5 }, () => 'code-refused'))
      expect(codeOf(await accounts.signIn(name, GOOD_PASSWORD, ORIGIN))).toBe('locked')
      clock.pass(5)
      const late = await challenge(name)
      expect(codeOf(await accounts.verifyTotp({ challenge: late, code: codeOfStep(secret, 0) }, ORIGIN))).toBe('ok')
    })

    it('A87 sessions opened by password alone end with the enrolment', async () => {
      const { name, token: elsewhere, account } = await settled(accounts)
      const token = tokenOf(await accounts.signIn(name, GOOD_PASSWORD, ORIGIN))
      const { uri } = valueOf((await accounts.enrolTotp(token, GOOD_PASSWORD, ORIGIN)).result)
      expect(codeOf(await accounts.sessionOf(elsewhere, ORIGIN))).toBe('ok')
      const secret = new URL(uri).searchParams.get('secret') ?? ''
      const confirmed = await accounts.verifyTotp({ token, code: codeOfStep(secret, 0) }, ORIGIN)
      expect(codeOf(await accounts.sessionOf(token, ORIGIN))).toBe('no-session')
      const ended = await accounts.sessionOf(elsewhere, ORIGIN)
      expect(codeOf(ended)).toBe('session-over')
      expect(ended.event).toMatchObject({ action: 'session-ended', reason: 'superseded' })
      expect(valueOf((await accounts.sessionOf(tokenOf(confirmed), ORIGIN)).result)).toMatchObject({ account })
    })

    it('A87 where two methods are required, a password alone is good for nothing but enrolling', async () => {
      const { token } = await settled(accounts)
      const strict = await openOver(database, { now: clock.now, requireTotp: true })
      expect(codeOf(await strict.sessionOf(token, ORIGIN))).toBe('totp-required')
      const { uri } = valueOf((await strict.enrolTotp(token, GOOD_PASSWORD, ORIGIN)).result)
      expect(codeOf(await strict.sessionOf(token, ORIGIN))).toBe('totp-required')
      const secret = new URL(uri).searchParams.get('secret') ?? ''
      const confirmed = await strict.verifyTotp({ token, code: codeOfStep(secret, 0) }, ORIGIN)
      expect(codeOf(await strict.sessionOf(tokenOf(confirmed), ORIGIN))).toBe('ok')
    })

    it('A88 an administrator takes away a lost authenticator, and all sessions with it', async () => {
      const { account, name, token } = await enrolled()
      const removed = await accounts.removeFactor(account, 'totp', ADMIN)
      expect(removed.event).toMatchObject({
        action: 'remove-factor',
        by: ADMIN.by,
        params: { factor: 'totp', removed: 1 },
      })
      expect(codeOf(await accounts.sessionOf(token, ORIGIN))).toBe('no-session')
      expect(valueOf((await accounts.signIn(name, GOOD_PASSWORD, ORIGIN)).result).step).toBe('done')
      const again = await accounts.removeFactor(account, 'totp', ADMIN)
      expect(again.event.params).toEqual({ factor: 'totp', removed: 0 })
    })

    it('A88 its owner takes it away with the password alone; all sessions end', async () => {
      const { name, token } = await enrolled()
      expect(bothOf(await accounts.dropTotp(token, 'wrong', ORIGIN))).toBe('wrong-password / wrong-password')
      expect(valueOf((await accounts.sessionOf(token, ORIGIN)).result)).toMatchObject({ twoFactor: true })
      const dropped = await accounts.dropTotp(token, GOOD_PASSWORD, ORIGIN)
      expect(dropped.event).toMatchObject({ action: 'remove-factor', params: { factor: 'totp', removed: 1 } })
      expect(codeOf(await accounts.sessionOf(token, ORIGIN))).toBe('no-session')
      const again = await accounts.signIn(name, GOOD_PASSWORD, ORIGIN)
      expect(valueOf((await accounts.sessionOf(tokenOf(again), ORIGIN)).result)).toMatchObject({ twoFactor: false })
    })

    it('A84 a reset also ends a sign-in that waits for its second step', async () => {
      const { account, name, secret } = await enrolled()
      const waiting = await challenge(name)
      await accounts.resetPassword(account, ADMIN)
      expect(codeOf(await accounts.verifyTotp({ challenge: waiting, code: codeOfStep(secret, 0) }, ORIGIN))).toBe(
        'challenge-over',
      )
    })

    it('A85 the secret and the back-up codes are stored encrypted', async () => {
      const { account, secret, backupCodes } = await enrolled()
      const [row] = await rowsOf(database, 'select * from account_two_factor where user_id = $1', [account])
      const stored = JSON.stringify(row)
      for (const text of [secret, ...backupCodes]) expect(stored).not.toContain(text)
    })
  })

  describe('single sign-on', () => {
    let provider: TestProvider
    let sso: Accounts
    const signOn = async (claims: Readonly<Record<string, unknown>>) => {
      const oidc = sso.oidc
      if (oidc === undefined) throw new Error('single sign-on is off')
      const { url, state } = await oidc.begin()
      return oidc.finish(provider.approve(url, claims), state, ORIGIN)
    }

    beforeAll(async () => {
      provider = await startProvider()
    })
    afterAll(() => provider.close())
    beforeEach(async () => {
      provider.forge({})
      sso = await openOver(database, { now: clock.now, oidc: provider })
    })

    it('A90 single sign-on is off unless configured', async () => {
      expect(accounts.oidc).toBeUndefined()
      expect(sso.oidc?.callbackPath).toBe('/accounts/callback/oidc')
      const { url } = (await sso.oidc?.begin()) ?? { url: '' }
      const asked = new URL(url).searchParams
      expect(asked.get('redirect_uri')).toBe('https://jn.lantai.example/accounts/callback/oidc')
      expect(asked.get('code_challenge_method')).toBe('S256')
      expect(asked.get('scope')).toBe('openid profile')
    })

    it('A90 the account is found by name the first time and by the provider’s subject ever after', async () => {
      const { account, name } = await newAccount(accounts)
      const first = await signOn({ sub: `s-${name}`, preferred_username: name.toUpperCase() })
      expect(first.event).toMatchObject({ action: 'sign-in', ok: true, by: account, params: { method: 'oidc' } })
      const session = valueOf((await sso.sessionOf(tokenOf(first), ORIGIN)).result)
      expect(session).toMatchObject({ account, method: 'oidc', startedAt: clock.now() })
      const renamed = await signOn({ sub: `s-${name}`, preferred_username: '改名了' })
      expect(valueOf(renamed.result)).toMatchObject({ account })
      const reused = await signOn({ sub: 's-another', preferred_username: name })
      expect(bothOf(reused)).toBe('oidc-refused / accounts/oidc-refused')
      await accounts.removeFactor(account, 'oidc', ADMIN)
      expect(codeOf(await sso.sessionOf(tokenOf(first), ORIGIN))).toBe('no-session')
      expect(codeOf(await signOn({ sub: 's-another', preferred_username: name }))).toBe('ok')
    })

    it('A90 nobody becomes an account by signing on, and an e-mail claim opens none', async () => {
      const { name } = await newAccount(accounts)
      const before = await rowsOf(database, 'select count(*) from account_user')
      expect(codeOf(await signOn({ sub: 's1', preferred_username: 'stranger' }))).toBe('oidc-refused')
      const email = `${name}@accounts.invalid`
      expect(codeOf(await signOn({ sub: 's2', email, email_verified: true }))).toBe('oidc-refused')
      expect(codeOf(await signOn({ sub: 's3', preferred_username: email }))).toBe('oidc-refused')
      expect(await rowsOf(database, 'select count(*) from account_user')).toEqual(before)
    })

    it('A90 a closed account is refused, and no token of the provider is kept', async () => {
      const { account, name } = await newAccount(accounts)
      await signOn({ sub: `s-${name}`, preferred_username: name })
      const kept = await rowsOf(database, "select * from account_login where user_id = $1 and provider_id = 'oidc'", [
        account,
      ])
      expect(kept).toMatchObject([{ subject: `s-${name}`, access_token: null, id_token: null, refresh_token: null }])
      await accounts.setClosed(account, true, ADMIN)
      expect(bothOf(await signOn({ sub: `s-${name}`, preferred_username: name }))).toBe('oidc-refused / closed')
    })

    it('A91 only the browser that began comes back, once, with a token that the provider signed for it', async () => {
      const { name } = await newAccount(accounts)
      const claims = { sub: `s-${name}`, preferred_username: name }
      const oidc = valueOf({ ok: true, value: sso.oidc })
      const finish = async (query: string, state: string) =>
        codeOf((await oidc?.finish(query, state, ORIGIN)) ?? refused)
      const begin = async () => (await oidc?.begin()) ?? { url: '', state: '' }
      const [mine, other] = [await begin(), await begin()]
      const query = provider.approve(mine.url, claims)
      expect(await finish(query, other.state)).toBe('oidc-refused')
      expect(await finish(query, '')).toBe('oidc-refused')
      for (const text of [
        'error=access_denied&state=x',
        'state=%00&code=%00',
        'state=%zz',
        '',
        '#',
        `state=${'x'.repeat(9999)}`,
      ])
        expect(await finish(text, mine.state), text.slice(0, 40)).toBe('oidc-refused')
      const next = await begin()
      const approved = provider.approve(next.url, claims)
      expect(await finish(approved, next.state)).toBe('ok')
      expect(await finish(approved, next.state)).toBe('oidc-refused')
      for (const forged of [
        { nonce: 'another' },
        { iss: 'http://elsewhere.example' },
        { aud: 'another' },
        { exp: 1 },
      ]) {
        provider.forge(forged)
        expect(codeOf(await signOn(claims)), JSON.stringify(forged)).toBe('oidc-refused')
      }
    })
  })
})

const refused = { result: { ok: false, problems: [] } } as const
