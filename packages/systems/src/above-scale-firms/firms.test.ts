import type { Json, RecordState } from '@jiannuo/engine'
import { describe, expect, it } from 'vitest'
import { addsOf, figureOf, play } from '../../testing/play.ts'
import { type Step, step } from '../example.ts'
import { firmMeasures } from './firms.measures.ts'
import { aboveScaleFirms } from './firms.register.ts'

type Input = Readonly<Record<string, Json>>

const firm: Input = {
  name: '兰台试验企业有限公司',
  creditCode: '91420199MA4KA1B2C3',
  industry: 'industry',
  origin: 'grown',
  street: 'lantai-dongmen',
  sector: 'lantai-industry',
  revenueThis: 2000,
}

const statistician = ['statistician', 'lantai'] as const
const enter = (stage: string, more: Input, at = '2025-04-10 09:00'): Step =>
  step(['streetClerk', 'lantai-dongmen'], stage === 'training' ? 'enter' : `enter:${stage}`, at, stage, {
    ...firm,
    ...more,
  })
const report = (at: string, revenueThis: number): Step =>
  step(['streetClerk', 'lantai-dongmen'], 'report', at, '', { revenueThis, revenueMonth: at.slice(0, 7) })
const file = (at: string, window = 'yearly'): Step =>
  step(['sector', 'lantai-industry'], 'file', at, 'filed', { window, batch: at.slice(0, 7), materials: ['m-1'] })
const approve = (at: string): Step =>
  step(statistician, 'approve', at, 'entered', { enteredOn: at.slice(0, 10), number: '回执1号' })
const leave = (at: string): Step => step(statistician, 'leave', at, 'out', { reason: 'below' })

const codes = (steps: readonly Step[], settings = {}): readonly string[] =>
  play(aboveScaleFirms, steps, settings).refusals.map(({ code }) => code)

/** Whether a firm may come into a library, entered at one that takes nearly everything first. */
function standsIn(stage: string, more: Input, settings = {}): boolean {
  const opened = [enter('training', more), step(statistician, 'promote:key', '2025-04-10 10:00', 'key')]
  const steps = stage === 'key' ? opened : [...opened, step(statistician, 'promote:ready', '2025-04-10 11:00', 'ready')]
  const { record } = play(aboveScaleFirms, steps, { trainingShare: 0, ...settings })
  return record.state === stage
}

describe('Y30 lines by industry', () => {
  it.each([
    ['industry', 2000],
    ['wholesale', 2000],
    ['retail', 500],
    ['lodging', 200],
    ['serviceA', 2000],
    ['serviceB', 1000],
    ['serviceC', 500],
  ])('Y30 %s is ready from %d on', (industry, line) => {
    expect(standsIn('ready', { industry, revenueThis: line })).toBe(true)
    expect(standsIn('ready', { industry, revenueThis: line - 1 })).toBe(false)
    expect(standsIn('ready', { industry, revenueThis: line - 1, revenueLast: line })).toBe(true)
  })

  it('Y30 construction asks for a qualification, property for development, whatever the revenue', () => {
    const small = { revenueThis: 1 }
    expect(standsIn('ready', { ...small, industry: 'construction' })).toBe(false)
    expect(standsIn('ready', { ...small, industry: 'construction', qualified: true })).toBe(true)
    expect(standsIn('ready', { ...small, industry: 'estate', qualified: true })).toBe(false)
    expect(standsIn('ready', { ...small, industry: 'estate', developing: true })).toBe(true)
  })

  it('Y30 the key library begins at a share of the line, the training library at another', () => {
    expect([standsIn('key', { revenueThis: 1600 }), standsIn('key', { revenueThis: 1599 })]).toEqual([true, false])
    expect(standsIn('key', { revenueThis: 1599 }, { keyShare: 0.5 })).toBe(true)
    expect(play(aboveScaleFirms, [enter('training', { revenueThis: 1000 })]).record.state).toBe('training')
    expect(() => play(aboveScaleFirms, [enter('training', { revenueThis: 999 })])).toThrow('no step opened a record')
  })

  it('Y30 another table of lines is a setting', () => {
    const settings = { thresholds: { industry: { title: '工业', revenue: 4000 } } }
    expect(standsIn('ready', { revenueThis: 2000 }, settings)).toBe(false)
    expect(standsIn('ready', { revenueThis: 4000 }, settings)).toBe(true)
  })

  it('Y30 who is turned away is told which part of the test fails, and on what values', () => {
    const { refusals } = play(aboveScaleFirms, [
      enter('training', { revenueThis: 1700 }),
      step(statistician, 'promote:key', '2025-04-10 10:00', 'key'),
      step(statistician, 'promote:ready', '2025-04-10 10:05', 'ready'),
    ])
    const [refused] = refusals
    expect(refused?.code).toBe('engine/stage-test')
    expect(refused?.because?.parts?.map(({ holds }) => holds)).toEqual([false, true, true])
    expect(refused?.because?.parts?.[0]?.parts?.[1]?.values).toEqual([1700, 2000])
  })

  it('Y30 revenue that fell below the line stops the filing', () => {
    expect(codes([enter('ready', {}), report('2025-05-10 09:00', 1900), file('2025-05-12 09:00')])).toEqual([
      'not-over-line',
    ])
  })
})

const record = (steps: readonly Step[], until?: string): RecordState => play(aboveScaleFirms, steps, {}, until).record

const entered = record([enter('ready', {}), file('2025-11-03 09:00'), approve('2025-12-22 09:00')])
const filed = record([enter('ready', {}), file('2025-11-03 09:00')])
const gone = record([
  enter('ready', {}, '2024-04-10 09:00'),
  file('2024-11-04 09:00'),
  approve('2024-12-20 09:00'),
  leave('2025-12-25 09:00'),
])
const ofYear = { from: '2025-01', to: '2025-12' }
const value = (measure: string, records: readonly RecordState[], asked = {}) =>
  figureOf(firmMeasures, aboveScaleFirms, records, measure, asked).value

describe('Y31 filed is not in', () => {
  it('Y31 a filed firm is in no figure of those that are in', () => {
    expect(['entered', 'inStatistics', 'netIncrease'].map((measure) => value(measure, [filed]))).toEqual([0, 0, 0])
    expect(value('awaiting', [filed])).toBe(1)
    const counted = Object.entries(aboveScaleFirms.states).filter(([, state]) => state.counted === true)
    expect(counted.map(([id]) => id)).toEqual(['entered'])
  })

  it('Y31 nothing but the approval leads into the statistics', () => {
    const leading = Object.entries(aboveScaleFirms.actions).filter(([, { to }]) =>
      typeof to === 'string' ? to === 'entered' : to.some((branch) => branch.to === 'entered'),
    )
    expect(leading.map(([id]) => id)).toEqual(['approve'])
    expect(aboveScaleFirms.actions['approve']?.from).toEqual(['filed'])
  })

  it('Y31 leaving before the approval is no exit from the statistics', () => {
    const left = record([enter('ready', {}), file('2025-11-03 09:00'), leave('2025-11-10 09:00')])
    expect([left.state, value('left', [left])]).toEqual(['removed', 0])
    expect([gone.state, gone.fields['exitReason'], value('left', [gone])]).toEqual(['out', 'below', 1])
  })

  it('Y31 not approved means back to the key library, and no longer filed', () => {
    const back = record([
      enter('ready', {}),
      file('2025-11-03 09:00'),
      step(statistician, 'reject', '2025-12-01 09:00', 'key', { reason: '资料不全。' }),
    ])
    expect([back.state, back.fields['filedAt'], back.clocks['keyVisit']?.run.limit]).toEqual([
      'key',
      undefined,
      { value: 30, unit: 'day' },
    ])
    expect([value('filingRate', [back]), value('awaiting', [back])]).toEqual([undefined, 0])
  })

  it('Y31 the window of filing must be that of the firm', () => {
    expect(codes([enter('ready', {}), file('2025-11-03 09:00', 'monthly')])).toEqual(['wrong-window'])
    expect(codes([enter('ready', { origin: 'founded' }), file('2025-11-03 09:00', 'monthly')])).toEqual([])
  })
})

describe('Y32 net increase', () => {
  it('Y32 is what came in less what went out, by the month of either', () => {
    const records = [entered, gone, filed]
    expect(value('netIncrease', records, ofYear)).toBe(0)
    expect(value('netIncrease', records, { from: '2025-12', to: '2025-12' })).toBe(0)
    expect(value('netIncrease', records, { from: '2024-12', to: '2024-12' })).toBe(1)
    expect(value('netIncrease', [entered], ofYear)).toBe(1)
    expect(value('netIncrease', [gone], ofYear)).toBe(-1)
  })

  it('Y32 firms that grew are told from new ones, and industry from trade', () => {
    const shop = record([
      enter('ready', { industry: 'retail', revenueThis: 600, sector: 'lantai-industry' }),
      file('2025-11-03 09:00'),
      approve('2025-12-22 09:00'),
    ])
    const fresh = record([
      enter('ready', { origin: 'founded' }),
      file('2025-11-03 09:00', 'monthly'),
      approve('2025-12-22 09:00'),
    ])
    const all = [entered, shop, fresh]
    expect(all.map(({ fields }) => fields['step'])).toEqual(['小进规', '小进限', undefined])
    expect(['entered', 'smallIntoIndustry', 'smallIntoTrade'].map((measure) => value(measure, all))).toEqual([3, 1, 1])
  })

  it('Y32 what came in counts for its street', () => {
    expect(addsOf(firmMeasures, aboveScaleFirms, entered)).toEqual([
      'taken 2025-04 lantai-dongmen 1',
      'converted 2025-04 lantai-dongmen 1',
      'reached 2025-04 lantai-dongmen 1',
      'filed 2025-04 lantai-dongmen 1',
      'entered 2025-12 lantai-dongmen 1',
      'smallIntoIndustry 2025-12 lantai-dongmen 1',
      'inStatistics  lantai-dongmen 1',
    ])
  })
})

describe('Y33 credit codes', () => {
  it.each(['91420199MA4KA1B2C3', '12420100441234567X', '92420199MA4LTWNHRQ'])('Y33 %s is one', (creditCode) => {
    expect(record([enter('training', { creditCode })]).fields['creditCode']).toBe(creditCode)
  })

  it.each([
    '91420199MA4KA1B2C',
    '91420199MA4KA1B2C34',
    '91420199MA4KO1B2C3',
    '91420199ma4ka1b2c3',
    '9142019XMA4KA1B2C3',
    '',
  ])('Y33 “%s” is none', (creditCode) => {
    expect(() => record([enter('training', { creditCode })])).toThrow('no step opened a record')
  })
})

describe('Y34 rates of cohorts', () => {
  const ready = record([enter('ready', {})])
  const training = record([enter('training', { revenueThis: 1200 })])

  it('Y34 the filing rate is over the firms that came to be ready then', () => {
    const figure = figureOf(firmMeasures, aboveScaleFirms, [ready, filed, entered, training], 'filingRate', ofYear)
    expect([figure.numerator, figure.base]).toEqual([2, 3])
  })

  it('Y34 the conversion rate is over the firms taken in then, however late they came in', () => {
    const asked = { from: '2024-01', to: '2024-12' }
    const figure = figureOf(firmMeasures, aboveScaleFirms, [gone, entered, training], 'conversionRate', asked)
    expect([figure.numerator, figure.base, figure.value]).toEqual([1, 1, 100])
    expect(value('conversionRate', [entered, training], ofYear)).toBe(50)
  })

  it('Y34 a firm that came to be ready by promotion is of the month of its promotion', () => {
    const promoted = record([
      enter('key', { revenueThis: 1800 }),
      report('2025-10-13 09:00', 2100),
      step(statistician, 'promote:ready', '2025-10-13 10:00', 'ready'),
    ])
    expect(addsOf(firmMeasures, aboveScaleFirms, promoted)).toContain('reached 2025-10 lantai-dongmen 1')
    const back = record([
      enter('key', { revenueThis: 1800 }),
      report('2025-10-13 09:00', 2100),
      step(statistician, 'promote:ready', '2025-10-13 10:00', 'ready'),
      step(statistician, 'return:key', '2025-10-14 10:00', 'key', { reason: '更正。' }),
    ])
    expect(addsOf(firmMeasures, aboveScaleFirms, back).join()).not.toContain('reached')
  })
})

describe('Y35 counts of firms', () => {
  it('Y35 no counter adds up revenue', () => {
    expect(Object.values(firmMeasures.counters).filter(({ amount }) => amount !== undefined)).toEqual([])
  })

  it.each([
    [2000, 'near'],
    [1800, 'near'],
    [1799, 'middle'],
    [1400, 'middle'],
    [1399, 'far'],
    [1000, 'far'],
  ])('Y35 with %d of 2000 a firm is %s the line', (revenueThis, band) => {
    const one = record([enter('training', { revenueThis })])
    expect(['near', 'middle', 'far'].filter((id) => value(id, [one]) === 1)).toEqual([band])
  })

  it('Y35 a firm that is in, or whose industry has no line, is in no band', () => {
    const builder = record([enter('training', { industry: 'construction' })])
    for (const band of ['near', 'middle', 'far']) expect(value(band, [entered, builder])).toBe(0)
  })

  it('Y35 warnings are of firms that are in', () => {
    const warned = record([
      enter('ready', {}),
      file('2025-11-03 09:00'),
      approve('2025-12-22 09:00'),
      step(['streetClerk', 'lantai-dongmen'], 'warn', '2026-03-02 09:00', 'entered', {
        warning: 'below',
        note: '订单减少。',
      }),
    ])
    expect([value('warned', [warned, entered]), value('inStatistics', [warned, entered])]).toEqual([1, 2])
  })
})
