import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describeProblem, instant, type Problem } from '@jiannuo/kernel'
import { describe, expect, it } from 'vitest'
import { extension, moment, pause, run, span, type RunParts } from '../testing/clock-build.ts'
import { checkLimit, checkMark, checkOffice, checkRule, checkRun } from './check.ts'
import { type ClockRule, type MarkTime, ordinaryOffice, type TimeUnit } from './types.ts'
import { clockWording } from './wording.zh.ts'

const codes = (problems: readonly Problem[]): readonly string[] =>
  problems.map(({ code }) => code.replace(/^engine\/(?:clock-)?/, ''))

const unknown = (text: string): TimeUnit => text as TimeUnit

describe('limits', () => {
  it.each<[number, TimeUnit]>([
    [1, 'workday'],
    [36_500, 'day'],
    [1 / 60, 'hour'],
    [0.5, 'workhour'],
    [876_000, 'hour'],
  ])('T1 takes %d %s', (value, unit) => expect(checkLimit(span(value, unit))).toEqual([]))

  it.each<[number, TimeUnit]>([
    [0, 'workday'],
    [-1, 'day'],
    [0.5, 'workday'],
    [36_501, 'day'],
    [Number.NaN, 'workday'],
    [Number.POSITIVE_INFINITY, 'day'],
  ])('T1 refuses %d %s', (value, unit) => {
    expect(checkLimit(span(value, unit))).toEqual([
      { code: 'engine/clock-days', severity: 'error', params: { value, most: 36_500 } },
    ])
  })

  it.each<[number, TimeUnit]>([
    [0, 'hour'],
    [0.01, 'workhour'],
    [-2, 'hour'],
    [876_001, 'hour'],
    [Number.NaN, 'workhour'],
  ])('T1 refuses %d %s', (value, unit) => expect(codes(checkLimit(span(value, unit)))).toEqual(['hours']))

  it('T1 refuses a unit that it does not know', () => {
    expect(checkLimit(span(1, unknown('week')))).toEqual([
      { code: 'engine/clock-unit', severity: 'error', params: { unit: 'week' } },
    ])
    expect(codes(checkLimit(span(1, unknown('toString'))))).toEqual(['unit'])
  })
})

describe('runs', () => {
  const faults = (parts: RunParts): readonly string[] => codes(checkRun(run('2025-03-03 09:00', 5, 'workday', parts)))

  it('T21 a good one has none', () => {
    const pauses = [pause('2025-03-03 09:00', '2025-03-04 09:00'), pause('2025-03-04 09:00', '2025-03-04 09:00')]
    expect(faults({ pauses, extensions: [extension(3, '2025-03-03 09:00')], stopped: '2025-03-04 09:00' })).toEqual([])
    expect(faults({ pauses: [pause('2025-03-05 09:00')], stopped: '2025-03-05 09:00' })).toEqual([])
  })

  it('T21 pauses in order, apart, within the run', () => {
    expect(faults({ pauses: [pause('2025-03-04 09:00', '2025-03-04 08:59')] })).toEqual(['pause-reversed'])
    expect(faults({ pauses: [pause('2025-03-03 08:59', '2025-03-04 08:59')] })).toEqual(['pause-early'])
    expect(
      faults({
        pauses: [pause('2025-03-04 09:00', '2025-03-06 09:00'), pause('2025-03-05 09:00', '2025-03-07 09:00')],
      }),
    ).toEqual(['pause-overlap'])
    expect(faults({ pauses: [pause('2025-03-04 09:00'), pause('2025-03-05 09:00', '2025-03-07 09:00')] })).toEqual([
      'pause-overlap',
    ])
    expect(
      faults({
        pauses: [pause('2025-03-05 09:00', '2025-03-06 09:00'), pause('2025-03-04 09:00', '2025-03-04 10:00')],
      }),
    ).toEqual(['pause-overlap'])
  })

  it('T21 nothing before the start or after the stop', () => {
    const stopped = '2025-03-06 09:00'
    expect(faults({ pauses: [pause('2025-03-05 09:00', '2025-03-07 09:00')], stopped })).toEqual(['pause-after-stop'])
    expect(faults({ pauses: [pause('2025-03-06 09:01')], stopped })).toEqual(['pause-after-stop'])
    expect(faults({ extensions: [extension(1, '2025-03-06 09:01')], stopped })).toEqual(['extension-after-stop'])
    expect(faults({ extensions: [extension(1, '2025-03-02 09:00')] })).toEqual(['extension-early'])
    expect(faults({ stopped: '2025-03-03 08:59' })).toEqual(['stop-early'])
  })

  it('T21 every pause and extension has its grounds', () => {
    const bare = { reason: ' ', approver: '' }
    expect(faults({ pauses: [{ from: moment('2025-03-04 09:00'), ...bare }] })).toEqual([
      'pause-no-reason',
      'pause-no-approver',
    ])
    expect(faults({ extensions: [{ by: 1, at: moment('2025-03-04 09:00'), ...bare }] })).toEqual([
      'extension-no-reason',
      'extension-no-approver',
    ])
  })

  it('T21 extensions are amounts of the limit’s unit', () => {
    expect(faults({ extensions: [extension(0, '2025-03-04 09:00'), extension(0.5, '2025-03-04 09:00')] })).toEqual([
      'days',
      'days',
    ])
    const hours = run('2025-03-03 09:00', 5, 'hour', { extensions: [extension(0.5, '2025-03-03 10:00')] })
    expect(checkRun(hours)).toEqual([])
  })

  it('T21 moments lie between 1970 and 2199', () => {
    const good = run('2025-03-03 09:00', 5, 'day')
    const far = instant(253_000_000_000_000)
    const why = { reason: '补正材料', approver: '分管负责人' }
    expect(codes(checkRun({ ...good, startedAt: instant(-1) }))).toEqual(['start-moment'])
    expect(codes(checkRun({ ...good, stoppedAt: far }))).toEqual(['stop-moment'])
    expect(codes(checkRun({ ...good, pauses: [{ from: moment('2025-03-04 09:00'), to: far, ...why }] }))).toContain(
      'pause-moment',
    )
    expect(codes(checkRun({ ...good, extensions: [{ by: 1, at: far, ...why }] }))).toContain('extension-moment')
  })

  it('T21 all at once, each naming its place', () => {
    const broken = run('2025-03-03 09:00', 0, 'workday', {
      rule: { lastDay: 'noon' as ClockRule['lastDay'] },
      pauses: [pause('2025-03-04 09:00'), { ...pause('2025-03-05 09:00'), approver: '' }],
      extensions: [extension(-1, '2025-03-01 09:00')],
    })
    expect(codes(checkRun(broken))).toEqual([
      'days',
      'rule',
      'pause-overlap',
      'pause-no-approver',
      'days',
      'extension-early',
    ])
    expect(checkRun(broken)[2]?.params).toEqual({ number: 2 })
  })

  it('T21 a unit that is none is said once', () => {
    const odd = { ...run('2025-03-03 09:00', 5, 'day', { extensions: [extension(1, '2025-03-04 09:00')] }) }
    expect(codes(checkRun({ ...odd, limit: span(5, unknown('月')) }))).toEqual(['unit'])
  })
})

describe('rules, marks and offices', () => {
  it('T21 a rule is whole', () => {
    expect(checkRule({ lastDay: 'closing', roll: true })).toEqual([])
    expect(codes(checkRule({ lastDay: 'midnight' } as ClockRule))).toEqual(['rule'])
  })

  it('T21 a mark is one of four', () => {
    for (const mark of [
      { left: 0 },
      { left: 1 },
      { due: true },
      { before: span(1, 'workday') },
      { after: span(0.5, 'hour') },
    ] satisfies MarkTime[])
      expect(checkMark(mark)).toEqual([])
    expect(codes(checkMark({ left: 1.01 }))).toEqual(['mark'])
    expect(codes(checkMark({ left: Number.NaN }))).toEqual(['mark'])
    expect(codes(checkMark({ before: span(0, 'workday') }))).toEqual(['days'])
    expect(codes(checkMark({ after: span(0, 'hour') }))).toEqual(['hours'])
    expect(codes(checkMark({} as MarkTime))).toEqual(['mark'])
  })

  it('T21 an office has hours', () => {
    expect(checkOffice(ordinaryOffice)).toEqual([])
    expect(
      checkOffice({
        ...ordinaryOffice,
        hours: [
          { from: 0, to: 720 },
          { from: 720, to: 1440 },
        ],
      }),
    ).toEqual([])
    for (const hours of [
      [],
      [{ from: 540, to: 540 }],
      [{ from: -1, to: 540 }],
      [{ from: 540, to: 1441 }],
      [{ from: 540.5, to: 720 }],
      [
        { from: 840, to: 1050 },
        { from: 540, to: 720 },
      ],
      [
        { from: 540, to: 720 },
        { from: 719, to: 1050 },
      ],
    ])
      expect(codes(checkOffice({ ...ordinaryOffice, hours }))).toEqual(['office-hours'])
    for (const utcOffset of [841, -841, 0.5, Number.NaN])
      expect(codes(checkOffice({ ...ordinaryOffice, utcOffset }))).toEqual(['office-offset'])
  })
})

describe('wording', () => {
  it('T22 every code has its wording, in Chinese, and no wording is left over', () => {
    const source = readFileSync(fileURLToPath(new URL('check.ts', import.meta.url)), 'utf8')
    const folder = fileURLToPath(new URL('.', import.meta.url))
    const used = new Set([...source.matchAll(/'(engine\/[a-z-]+)'/g)].map((match) => match[1]))
    expect(used).toEqual(new Set(Object.keys(clockWording)))
    for (const name of readdirSync(folder).filter((file) => !/test|wording|check/.test(file)))
      expect(readFileSync(folder + name, 'utf8')).not.toMatch(/'engine\//)
    for (const text of Object.values(clockWording)) expect(text).toMatch(/^[“\p{Script=Han}]/u)
  })

  it('T22 names what is wrong and where', () => {
    const [, second] = checkRun(
      run('2025-03-03 09:00', 0, 'workday', { pauses: [pause('2025-03-04 09:00', '2025-03-04 08:00')] }),
    )
    expect(second && describeProblem(second, clockWording)).toBe('第1次暂停的结束早于开始，请核对起止时间')
    const [days] = checkLimit(span(0, 'workday'))
    expect(days && describeProblem(days, clockWording)).toBe('以天计的时限应为1至36500的整数，现为0，请更正')
  })
})
