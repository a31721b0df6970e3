import { createHmac } from 'node:crypto'
import type { Answer } from '@jiannuo/contract'
import { describe, expect, it } from 'vitest'
import { answerOf, type Browser, codeIn, testServer } from '../testing/kit.ts'

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Six digits of RFC 6238. The library goes by the machine's clock; a neighbouring half minute is good too. */
function codeOf(uri: string): string {
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  const bits = [...secret].map((sign) => BASE32.indexOf(sign).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const mac = createHmac('sha1', key).update(counter).digest()
  return String((mac.readUInt32BE((mac.at(-1) ?? 0) & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

const own = (one: Browser) => answerOf('ownAccount', one.get('/api/me/account'))

async function enrolled(one: Browser, password: string) {
  const begun = await answerOf('enrolTotp', one.post('/api/me/totp', { password }))
  const done = await answerOf('confirmTotp', one.post('/api/me/totp/confirmation', { code: codeOf(begun.uri) }))
  if (done.step === 'done') one.csrf = done.me.csrf
  return begun
}

describe('one’s own account', () => {
  it('V21 where one is signed in, never with a token; all others can be ended', async () => {
    const { as } = await testServer()
    const [here, there] = [await as('lantai-leader-1'), await as('lantai-leader-1')]
    const found = await own(here)
    expect(found).toMatchObject({ name: 'lantai-leader-1', twoFactor: false })
    expect(found.sessions.map((one) => `${one.own}`).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['false', 'true'])
    expect(JSON.stringify(found)).not.toContain(here.cookie.split('=')[1])
    expect(await answerOf('endOtherSessions', here.post('/api/me/sessions/end-others', {}))).toEqual({ ended: 1 })
    expect((await there.get('/api/me')).status).toBe(401)
    expect((await own(here)).sessions).toHaveLength(1)
    expect(await answerOf('endOtherSessions', here.post('/api/me/sessions/end-others', {}))).toEqual({ ended: 0 })
  })

  it('V21 an authenticator takes the password and a code, gives a new session and asks from then on', async () => {
    const { as, browser, password, parts } = await testServer()
    const one = await as('lantai-leader-1')
    expect(await codeIn(await one.post('/api/me/totp', { password: 'not-it' }))).toBe('accounts/wrong-password')
    const begun = await answerOf('enrolTotp', one.post('/api/me/totp', { password }))
    expect(begun.uri).toMatch(/^otpauth:\/\/totp\//)
    expect(new Set(begun.backupCodes).size).toBe(10)
    expect((await own(one)).twoFactor).toBe(false)
    expect(await codeIn(await one.post('/api/me/totp/confirmation', { code: '000000x' }))).toBe('accounts/code-refused')
    const [before, token] = [one.cookie, one.csrf]
    const done = await answerOf('confirmTotp', one.post('/api/me/totp/confirmation', { code: codeOf(begun.uri) }))
    expect(done).toMatchObject({ step: 'done', me: { person: 'lantai-leader-1' } })
    expect([one.cookie === before, one.csrf === (done as { me: { csrf: string } }).me.csrf]).toEqual([false, false])
    // The token of the old session is none of the new one.
    expect(await codeIn(await one.post('/api/me/sessions/end-others', {}, { 'x-csrf-token': token }))).toBe(
      'server/bad-csrf',
    )
    one.csrf = (done as { me: { csrf: string } }).me.csrf
    expect((await own(one)).twoFactor).toBe(true)
    const other = browser()
    const challenge = (await (await other.signIn('lantai-leader-1', password)).json()) as Answer<'signIn'>
    expect(challenge.step).toBe('second-factor')
    const code = begun.backupCodes[0] ?? ''
    expect(
      await (await other.post('/api/session/second-factor', { ...challenge, step: undefined, code })).json(),
    ).toMatchObject({ step: 'done' })
    const log = await (await (await as('lantai-auditor-1')).get('/api/log')).text()
    for (const secret of [password, code, codeOf(begun.uri), parts.settings.secret]) expect(log).not.toContain(secret)
  })

  it('V21 its owner takes it away with the password, and is signed out everywhere', async () => {
    const { as, browser, password } = await testServer()
    const one = await as('lantai-leader-1')
    await enrolled(one, password)
    expect(await codeIn(await one.post('/api/me/totp/removal', { password: 'not-it' }))).toBe('accounts/wrong-password')
    expect((await own(one)).twoFactor).toBe(true)
    const kept = one.cookie
    expect((await one.post('/api/me/totp/removal', { password })).status).toBe(200)
    one.cookie = kept
    expect((await one.get('/api/me')).status).toBe(401)
    const again = (await (await browser().signIn('lantai-leader-1', password)).json()) as Answer<'signIn'>
    expect(again.step).toBe('done')
  })

  it('V21 the password is changed from inside too, and other sessions end', async () => {
    const { as, password } = await testServer()
    const [here, there] = [await as('lantai-leader-1'), await as('lantai-leader-1')]
    const change = (current: string, next: string) => here.post('/api/me/password', { current, next })
    expect(await codeIn(await change('not-it', 'Lan-tai-2026-Xin'))).toBe('accounts/wrong-password')
    expect((await change(password, 'short')).status).toBe(422)
    expect((await change(password, 'Lan-tai-2026-Xin')).status).toBe(200)
    expect([(await here.get('/api/me')).status, (await there.get('/api/me')).status]).toEqual([200, 401])
  })
})

describe('accounts of others', () => {
  const people = '/api/organisation/people'

  it('V22 the administrator opens, closes and opens again, and takes away a lost authenticator', async () => {
    const { as, browser, password, office } = await testServer()
    const admin = await as('lantai-admin')
    const made = await answerOf(
      'addPerson',
      admin.post(people, { name: '严试台', unit: 'lantai-education', role: 'unitClerk' }),
    )
    expect(made.password).toBeUndefined()
    const accountOf = async (person: string) => {
      const { people: listed } = await answerOf('organisation', admin.get('/api/organisation'))
      return listed.find(({ id }) => id === person)?.account
    }
    expect(await accountOf(made.id)).toBeUndefined()
    const open = (person: string, name: string) => admin.post(`${people}/${person}/account`, { name })
    expect(await codeIn(await open(made.id, 'No Name'))).toBe('accounts/bad-name')
    const issued = await answerOf('openAccount', open(made.id, 'yan.shitai'))
    expect(issued.name).toBe('yan.shitai')
    expect(await codeIn(await open(made.id, 'yan.2'))).toBe('server/has-account')
    expect(await codeIn(await open('nobody', 'yan.3'))).toBe('app/no-person')
    const close = (person: string, closed: boolean) => admin.post(`${people}/${person}/account/closed`, { closed })
    expect((await close(made.id, true)).status).toBe(200)
    expect(await accountOf(made.id)).toMatchObject({ name: 'yan.shitai', closed: true, twoFactor: false })
    expect((await browser().signIn('yan.shitai', issued.password)).status).toBe(401)
    expect((await close(made.id, false)).status).toBe(200)
    expect((await browser().signIn('yan.shitai', issued.password)).status).toBe(200)
    expect(await codeIn(await close('lantai-admin', true))).toBe('server/own-account')
    const leader = await as('lantai-leader-1')
    await enrolled(leader, password)
    expect(await accountOf('lantai-leader-1')).toMatchObject({ twoFactor: true })
    expect((await admin.send('DELETE', `${people}/lantai-leader-1/second-factor`)).status).toBe(200)
    expect(await accountOf('lantai-leader-1')).toMatchObject({ twoFactor: false })
    expect((await leader.get('/api/me')).status).toBe(401)
    expect((await office.districts.view('lantai')).persons.has(made.id)).toBe(true)
  })

  it('V22 nobody else does any of it', async () => {
    const { as } = await testServer()
    const one = await as('lantai-supervisor-1')
    for (const refused of [
      await one.post(`${people}/lantai-leader-1/account`, { name: 'other' }),
      await one.post(`${people}/lantai-leader-1/account/closed`, { closed: true }),
      await one.send('DELETE', `${people}/lantai-leader-1/second-factor`),
      await one.post(`${people}/lantai-leader-1/password`, {}),
    ])
      expect(await codeIn(refused)).toBe('app/not-administrator')
  })
})

describe('what the pages of the administration are told', () => {
  it('V23 a setting is told with its default, its form and what comes later', async () => {
    const { as, clock } = await testServer()
    const admin = await as('lantai-admin')
    const settingOf = async (id: string) => {
      const { rows } = await answerOf('settings', admin.get('/api/settings'))
      return rows.find(({ machine, setting }) => `${machine}.${setting}` === id)
    }
    expect(await settingOf('commitments.returnRhythm')).toMatchObject({
      usual: { every: 'month', day: 28, graceDays: 0 },
      form: { levels: [], columns: [{ id: 'every', title: '周期', type: 'choice' }, { type: 'number' }, {}] },
    })
    expect(await settingOf('hotline.directory')).toMatchObject({
      form: { levels: [{}], columns: expect.arrayContaining([expect.objectContaining({ id: 'co', type: 'units' })]) },
    })
    expect(await settingOf('commitments.lightRules')).toMatchObject({ keptAt: 'rules' })
    const from = clock.now() + 86_400_000
    const value = { value: 7, unit: 'workday' }
    const set = (body: object) =>
      admin.post('/api/settings', { machine: 'commitments', setting: 'reviewLimit', ...body })
    expect((await set({ value, from })).status).toBe(200)
    expect(await settingOf('commitments.reviewLimit')).toMatchObject({ own: false, later: [{ from, value }] })
    expect(await codeIn(await set({ value, from: clock.now() - 1 }))).toBe('app/setting-past')
    expect(await codeIn(await set({ value: { value: 2.5, unit: 'workday' } }))).toBe('app/bad-setting')
  })

  it('V23 a year of the calendar names the notice that it follows', async () => {
    const { as } = await testServer()
    const one = await as('lantai-education-a')
    const year = (of: number) => answerOf('calendar', one.get(`/api/calendar?year=${of}`))
    expect((await year(2026)).notice).toContain('国务院办公厅')
    expect(await year(2031)).toMatchObject({ published: false, days: [] })
  })
})
