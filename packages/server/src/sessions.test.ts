import { describe, expect, it } from 'vitest'
import { codeIn, testServer } from '../testing/kit.ts'

describe('sessions', () => {
  it('V5 V6 V8 a session begins with a new token, and ends when it is left', async () => {
    const { browser, password } = await testServer()
    const one = browser()
    one.cookie = 'jiannuo_session=chosen-by-somebody-else'
    const response = await one.signIn('lantai-leader-1', password)
    const cookie = response.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Strict/)
    expect(cookie).toMatch(/Path=\//)
    expect(one.cookie).not.toContain('chosen')
    expect((await one.get('/api/me')).status).toBe(200)
    const kept = one.cookie
    expect((await one.send('DELETE', '/api/session')).status).toBe(200)
    one.cookie = kept
    expect([(await one.get('/api/me')).status, await codeIn(await one.get('/api/me'))]).toEqual([
      401,
      'accounts/no-session',
    ])
  })

  it('V8 idle too long, too old', async () => {
    const { as, clock } = await testServer({ idleMinutes: 30, sessionHours: 2 })
    const one = await as('lantai-leader-1')
    for (let i = 0; i < 3; i++) {
      clock.pass(25)
      expect((await one.get('/api/me')).status).toBe(200)
    }
    clock.pass(31)
    expect((await one.get('/api/me')).status).toBe(401)
    const two = await as('lantai-leader-1')
    for (let i = 0; i < 5; i++) {
      clock.pass(23)
      await two.get('/api/me')
    }
    clock.pass(10)
    expect((await two.get('/api/me')).status).toBe(401)
  })

  it('V7 changes carry the token of their own session', async () => {
    const { as } = await testServer()
    const [one, two] = [await as('lantai-admin'), await as('lantai-leader-1')]
    const body = { name: '新单位', kind: 'department', parent: 'lantai' }
    const send = (headers: Record<string, string>) => one.post('/api/organisation/units', body, headers)
    for (const token of ['', 'forged', two.csrf])
      expect(await codeIn(await send({ 'x-csrf-token': token }))).toBe('server/bad-csrf')
    expect(await codeIn(await send({ 'sec-fetch-site': 'cross-site' }))).toBe('server/cross-site')
    expect(await codeIn(await send({ origin: 'https://elsewhere.example' }))).toBe('server/cross-site')
    expect((await send({ origin: 'http://127.0.0.1:8080', 'sec-fetch-site': 'same-origin' })).status).toBe(200)
    const stranger = await one.post('/api/session', { name: 'x', password: 'y' }, { 'sec-fetch-site': 'cross-site' })
    expect(await codeIn(stranger)).toBe('server/cross-site')
  })

  it('V8 V9 an initial password opens nothing but its own change; the trail holds no secret', async () => {
    const { as, browser, parts } = await testServer()
    const admin = await as('lantai-admin')
    const made = await admin.post('/api/organisation/people', {
      name: '严试台',
      unit: 'lantai-education',
      role: 'unitClerk',
      account: 'yan.shitai',
    })
    const { password } = (await made.json()) as { password: { password: string } }
    const one = browser()
    const wrong = await one.signIn('yan.shitai', 'not-it-at-all')
    expect([wrong.status, await codeIn(wrong)]).toEqual([401, 'accounts/sign-in-refused'])
    expect(((await (await one.signIn('yan.shitai', password.password)).json()) as { step: string }).step).toBe(
      'change-password',
    )
    expect(await codeIn(await one.get('/api/me'))).toBe('accounts/must-change-password')
    const next = 'Lan-tai-2026-Xin'
    expect((await one.post('/api/me/password', { current: password.password, next })).status).toBe(200)
    await one.signIn('yan.shitai', next)
    expect((await one.get('/api/me')).status).toBe(200)
    const auditor = await as('lantai-auditor-1')
    const log = await (await auditor.get('/api/log')).text()
    expect(log).toContain('account:')
    for (const secret of [next, password.password, one.cookie, parts.settings.secret]) expect(log).not.toContain(secret)
    expect(await codeIn(await admin.get('/api/log'))).toBe('app/administrator-no-log')
  })

  it('V14 the accounts to try are for this machine', async () => {
    const { parts, browser } = await testServer()
    expect(parts.demo.shownTo('127.0.0.1').length).toBeGreaterThan(5)
    expect(parts.demo.shownTo('192.0.2.7')).toEqual([])
    const welcome = (await (await browser().get('/api/welcome')).json()) as { districts: { invented: boolean }[] }
    expect(welcome.districts).toMatchObject([{ id: 'lantai', invented: true }])
  })
})
