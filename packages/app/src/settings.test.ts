import { beforeAll, describe, expect, it } from 'vitest'
import { codeOf, lantai, moment, offices, testClock, valueOf } from '../testing/kit.ts'
import { applyPreset, type Office, setSetting, setSettings, settingsOf, settingsTimeline } from './index.ts'

const open = offices()
const clock = testClock('2025-03-03 09:00')
let office: Office
let as: Awaited<ReturnType<typeof lantai>>['as']

beforeAll(async () => {
  office = await open(clock)
  ;({ as } = await lantai(office))
}, 60_000)

const limit = (value: number, unit: string) => ({ value, unit })

describe('settings', () => {
  it('A50 hold from their moment on; what comes later is shown, what is past is not touched', async () => {
    const admin = await as('lantai-admin')
    const from = moment('2025-04-01 00:00')
    valueOf(await setSetting(office, admin, 'hotline', 'signInLimit', limit(4, 'hour'), { from }))
    const shown = async (text: string) =>
      valueOf(await settingsOf(office, admin, 'hotline', moment(text))).find(({ setting }) => setting === 'signInLimit')
    expect(await shown('2025-03-31 23:59')).toMatchObject({
      value: limit(2, 'hour'),
      own: false,
      later: [{ from, value: limit(4, 'hour') }],
    })
    expect(await shown('2025-04-01 00:00')).toMatchObject({ value: limit(4, 'hour'), own: true, from, later: [] })
    expect(
      codeOf(
        await setSetting(office, admin, 'hotline', 'signInLimit', limit(1, 'hour'), {
          from: moment('2025-03-01 00:00'),
        }),
      ),
    ).toBe('app/setting-past')
    expect(
      codeOf(await setSetting(office, await as('lantai-operator-1'), 'hotline', 'signInLimit', limit(1, 'hour'))),
    ).toBe('app/not-administrator')
  })

  it('A51 have the type and the shape of their default', async () => {
    const admin = await as('lantai-admin')
    const set = async (setting: string, value: Parameters<typeof setSetting>[4], machine = 'hotline') => {
      const done = await setSetting(office, admin, machine, setting, value)
      return done.ok ? 'ok' : `${done.problems[0]!.code} ${done.problems[0]!.params?.place ?? ''}`.trim()
    }
    expect(await set('nothing', 1)).toBe('app/no-setting')
    expect(await set('x', 1, 'x')).toBe('app/no-machine')
    expect(await set('basicWeight', 0.8)).toBe('ok')
    expect(await set('basicWeight', -1)).toBe('app/bad-setting')
    expect(await set('basicWeight', '0.8')).toBe('app/bad-setting')
    expect(await set('returnAfterRuling', true)).toBe('ok')
    expect(await set('returnAfterRuling', 'yes')).toBe('app/bad-setting')
    expect(await set('returnLimit', limit(3, 'workday'))).toBe('ok')
    // A limit in days has whole days, and more than none.
    for (const bad of [limit(2.5, 'workday'), limit(0, 'day'), limit(1, 'week'), { value: 1 }, 3, null])
      expect(await set('returnLimit', bad)).toBe('app/bad-setting')
    expect(await set('limits', { '*': { '*': limit(3, 'workday') } })).toBe('ok')
    expect(await set('limits', { urgent: { help: 5 } })).toBe('app/bad-setting urgent.help')
    expect(await set('limits', {})).toBe('app/bad-setting')
    expect(await set('categories', { '990101': { title: '其他' } })).toBe('ok')
    expect(await set('categories', { '990101': { first: '其他' } })).toBe('app/bad-setting 990101')
    expect(await set('directory', { '990101': { lead: 'lantai-urban', co: ['lantai-water'], clause: '目录99' } })).toBe(
      'ok',
    )
    expect(await set('directory', { '990101': { lead: 'lantai-mars', co: [], clause: '目录99' } })).toBe(
      'app/bad-setting 990101',
    )
    expect(await set('directory', { '990101': { co: ['lantai-mars'], clause: '目录99' } })).toBe(
      'app/bad-setting 990101',
    )
    expect(await set('trainingShare', 0.6, 'above-scale-firms')).toBe('ok')
  })

  it('A51 several go in together or not at all', async () => {
    const admin = await as('lantai-admin')
    expect(codeOf(await setSettings(office, admin, 'hotline', { maxRedo: 5, missedCalls: 'three' }))).toBe(
      'app/bad-setting',
    )
    const settings = valueOf(await settingsOf(office, admin, 'hotline'))
    expect(settings.find(({ setting }) => setting === 'maxRedo')).toMatchObject({ own: false })
  })

  it('A52 a published rule set is laid over them as a whole', async () => {
    const admin = await as('lantai-admin')
    expect(codeOf(await applyPreset(office, admin, 'hotline', 'atlantis'))).toBe('app/no-preset')
    expect(codeOf(await applyPreset(office, admin, 'above-scale-firms', 'shandong'))).toBe('app/no-preset')
    clock.pass(1)
    valueOf(await applyPreset(office, admin, 'hotline', 'guangdong'))
    const settings = valueOf(await settingsOf(office, admin, 'hotline'))
    expect(settings.find(({ setting }) => setting === 'limits')).toMatchObject({
      own: true,
      value: { '*': { consult: limit(2, 'workday') } },
    })
  })

  it('A53 a timeline answers for every moment, and for a machine that has set nothing', () => {
    const row = (from: string, value: number) => ({ machine: 'm', setting: 's', from: moment(from), value })
    const at = settingsTimeline([
      row('2025-02-01 00:00', 2),
      row('2025-01-01 00:00', 1),
      { ...row('2025-02-01 00:00', 9), setting: 't' },
    ])
    expect(at('m', moment('2024-12-31 00:00'))).toEqual({})
    expect(at('m', moment('2025-01-31 23:59'))).toEqual({ s: 1 })
    expect(at('m', moment('2025-02-01 00:00'))).toEqual({ s: 2, t: 9 })
    expect(at('other', moment('2025-02-01 00:00'))).toEqual({})
  })
})
