import { plainDate, type PlainDate } from '@jiannuo/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IndicatorReading, Milestone, Target } from '../model.ts'
import {
  accumulate,
  assess,
  type AssessInput,
  completion,
  describeReason,
  forecast,
  isMet,
  lastDuePeriod,
  lightRulesOf,
  LIGHT_PRESETS,
  MONTHLY,
  nextDue,
  nextTurn,
  pace,
  progressWording,
  rollUp,
  silentPeriods,
  YINCHUAN,
} from './index.ts'

const SEED = 20260128
const day = (text: string): PlainDate => {
  const [y = 0, m = 0, d = 0] = text.split('-').map(Number)
  return plainDate(y, m, d)
}
const YEAR = { first: day('2026-01-01'), last: day('2026-12-31') }
const target = (value: number | readonly [number, number], more: Partial<Target> = {}): Target => ({
  kind: 'increase',
  comparator: 'eq',
  value,
  unit: '个',
  direction: 'up',
  adding: 'increments',
  ...more,
})
let ids = 0
const reading = (period: string, value: number, more: Partial<IndicatorReading> = {}): IndicatorReading => ({
  id: `r${++ids}`,
  period,
  covers: 'toDate',
  version: 'preliminary',
  source: 'return',
  value,
  unit: '个',
  at: ids,
  ...more,
})
const base = (more: Partial<AssessInput> = {}): AssessInput => ({
  asOf: day('2026-09-30'),
  year: 2026,
  span: YEAR,
  target: target(100),
  readings: [],
  milestones: [],
  curve: [],
  rules: YINCHUAN,
  owedFrom: day('2026-02-01'),
  hadRed: false,
  ...more,
})
const reached = (found: ReturnType<typeof accumulate>) => ('reached' in found ? found.reached.value : found.none.code)
const on = (asOf: string, readings: readonly IndicatorReading[], of: Partial<Target> = {}) =>
  reached(accumulate(readings, target(100, of), day(asOf), YEAR))
const codes = (input: AssessInput) => {
  const { light, mark, why } = assess(input)
  return [light, mark, why[0]?.code]
}

describe('accumulation', () => {
  it('P50 increments of separate periods add up', () => {
    const parts = [reading('2026-01', 3, { covers: 'period' }), reading('2026-02', 4, { covers: 'period' })]
    expect(on('2026-03-31', parts)).toBe(7)
    expect(on('2026-01-31', parts)).toBe(3)
  })

  it('P50 Akvo 5211: values to date are not summed, the last one holds', () => {
    expect(on('2026-12-31', [reading('2026-03', 30), reading('2026-06', 55)])).toBe(55)
  })

  it('P50 Akvo 5212, 5194: a fall of what is cumulative is told', () => {
    const found = accumulate([reading('2026-03', 30), reading('2026-06', 25)], target(100), day('2026-12-31'), YEAR)
    expect(reached(found)).toBe(25)
    expect('reached' in found && found.reached.notes.map(({ code }) => code)).toEqual(['progress/fell'])
  })

  it('P50 Akvo 5241: mending an old period leaves the later one alone', () => {
    const late = reading('2026-06', 55)
    expect(on('2026-12-31', [late, reading('2026-03', 99, { at: 10_000 })])).toBe(55)
  })

  it('P50 Akvo 3374: a part that is missing is told, not counted as nothing', () => {
    const one = accumulate([reading('2026-03', 30)], target(100), day('2026-03-31'), YEAR)
    if (!('reached' in one)) throw new Error('nothing reached')
    const whole = rollUp([{ name: '城管局', reached: one.reached }, { name: '教育局' }], target(100))
    expect('reached' in whole && [whole.reached.value, whole.reached.notes[0]?.code]).toEqual([
      30,
      'progress/part-missing',
    ])
  })

  it('P50 Akvo A3: a negative correction counts', () => {
    const parts = [reading('2026-01', 8, { covers: 'period' }), reading('2026-02', -3, { covers: 'period' })]
    expect(on('2026-12-31', parts)).toBe(5)
  })

  it('P50 a value to date stands for all before its end, later stretches are added, overlapping ones once', () => {
    const some = [
      reading('2026-01', 5, { covers: 'period' }),
      reading('2026-03', 20),
      reading('2026-04', 6, { covers: 'period' }),
      reading('2026-Q2', 9, { covers: 'period' }),
    ]
    const found = accumulate(some, target(100), day('2026-12-31'), YEAR)
    expect(reached(found)).toBe(26)
    expect('reached' in found && found.reached.notes[0]?.code).toBe('progress/overlap')
  })

  it('P51 records before documents before returns, final before preliminary before forecast, then the later one', () => {
    const stack = [
      reading('2026-03', 1),
      reading('2026-03', 2, { version: 'final' }),
      reading('2026-03', 3, { source: 'document' }),
      reading('2026-03', 4, { source: 'measure' }),
    ]
    expect(on('2026-03-31', stack)).toBe(4)
    expect(on('2026-03-31', stack.slice(0, 3))).toBe(3)
    expect(on('2026-03-31', stack.slice(0, 2))).toBe(2)
    expect(on('2026-03-31', [reading('2026-03', 6), reading('2026-03', 7)])).toBe(7)
    expect(
      on('2026-03-31', [reading('2026-03', 9, { version: 'forecast', source: 'document' }), reading('2026-03', 6)]),
    ).toBe(6)
  })

  it('P52 levels, ranks and rates: the last one stands; shares are made anew from their counts', () => {
    const two = [reading('2026-03', 30), reading('2026-06', 28)]
    for (const adding of ['last', 'never'] as const) expect(on('2026-12-31', two, { adding })).toBe(28)
    const share = (period: string, value: number, numerator?: number, denominator?: number) =>
      reading(period, value, {
        covers: 'period',
        unit: '%',
        ...(numerator === undefined ? {} : { numerator, denominator: denominator ?? 1 }),
      })
    const of = { adding: 'recomputed', unit: '%', kind: 'share' } as const
    expect(on('2026-12-31', [share('2026-01', 50, 1, 2), share('2026-02', 100, 6, 6)], of)).toBe(87.5)
    expect(on('2026-12-31', [share('2026-01', 50), share('2026-02', 100, 6, 6)], of)).toBe(100)
  })

  it('P53 what ends after the day, lies outside the span or does not convert is not looked at', () => {
    expect(on('2026-05-31', [reading('2026-06', 9)])).toBe('progress/no-readings')
    expect(on('2026-05-31', [reading('2025-12', 9)])).toBe('progress/no-readings')
    expect(on('2026-05-20', [reading('2026-05', 9)])).toBe(9)
    expect(on('2026-05-20', [reading('2026', 9, { version: 'forecast' })])).toBe('progress/no-readings')
    expect(on('2026-05-31', [reading('2026-04', 9, { unit: '亿元' })])).toBe('progress/units-differ')
    expect(on('2026-05-31', [reading('2026-04', 1.2, { unit: '万个' })])).toBe(12000)
  })

  it('P54 parts of a split whole: increments add, shares by counts, the others are refused', () => {
    const part = (value: number, counts = {}) => ({
      name: '单位',
      reached: {
        value,
        unit: '%',
        period: '2026-03',
        version: 'final',
        source: 'return',
        used: [],
        notes: [],
        ...counts,
      } as const,
    })
    const share = target(90, { adding: 'recomputed', unit: '%', kind: 'share' })
    const both = [part(50, { numerator: 1, denominator: 2 }), part(100, { numerator: 8, denominator: 8 })]
    expect(reached(rollUp(both, share))).toBe(90)
    expect(reached(rollUp([part(5), part(6)], target(10, { unit: '%' })))).toBe(11)
    expect(reached(rollUp([part(5), part(6)], { ...share, adding: 'never' }))).toBe('progress/parts-not-added')
    expect(reached(rollUp([part(5), part(6)], share))).toBe('progress/no-counts')
  })

  it('P55 increments against a naive oracle, whatever the order of the readings', () => {
    const month = fc.integer({ min: 1, max: 12 })
    const rows = fc.array(fc.record({ month, value: fc.integer({ min: -50, max: 200 }) }), { maxLength: 30 })
    fc.assert(
      fc.property(rows, month, fc.integer({ min: 0, max: 1e6 }), (list, until, shuffle) => {
        const readings = list.map((one, at) =>
          reading(`2026-${String(one.month).padStart(2, '0')}`, one.value, { covers: 'period', at }),
        )
        const lastOfMonth = new Map<number, number>()
        for (const { month: m, value } of list) lastOfMonth.set(m, value)
        const expected = [...lastOfMonth].filter(([m]) => m <= until)
        const sum = expected.reduce((total, [, value]) => total + value, 0)
        const mixed = [...readings].sort((a, b) => ((a.at * 7919 + shuffle) % 101) - ((b.at * 7919 + shuffle) % 101))
        const asOf = plainDate(
          2026,
          until,
          28 + (until === 2 ? 0 : until === 4 || until === 6 || until === 9 || until === 11 ? 2 : 3),
        )
        const found = accumulate(mixed, target(100), asOf, YEAR)
        expect(reached(found)).toBe(expected.length === 0 ? 'progress/no-readings' : sum)
      }),
      { numRuns: 2000, seed: SEED },
    )
  })
})

describe('completion', () => {
  it('P56 the value over the target, or the way from the base', () => {
    expect(completion(50, target(200))).toBe(0.25)
    expect(completion(55, target(60, { base: 50, kind: 'level', adding: 'last' }))).toBe(0.5)
    expect(completion(-3, target(-12, { direction: 'down' }))).toBe(0.25)
    expect(completion(5.2, target(6, { kind: 'rate' }))).toBeUndefined()
    expect(completion(0, target(0))).toBeUndefined()
    expect(completion(2, target([4, 6]))).toBe(0.5)
  })

  it.each([
    [100, {}, 100, true],
    [100, {}, 99.9, false],
    [100, {}, 130, true],
    [100, { comparator: 'gt' }, 100, false],
    [100, { comparator: 'approx' }, 95, true],
    [100, { comparator: 'approx' }, 94, false],
    [5.5, { comparator: 'lte', unit: '%', kind: 'share' }, 5.2, true],
    [5.5, { comparator: 'lte', unit: '%', kind: 'share' }, 5.6, false],
    [-5, { kind: 'rate', unit: '%', direction: 'down' }, -8, true],
    [-5, { kind: 'rate', unit: '%', direction: 'down' }, -4, false],
    [3, { kind: 'rank', comparator: 'lte' }, 2, true],
    [35, { direction: 'down', kind: 'level' }, 36.2, false],
    [[2, 3], { comparator: 'range' }, 2, true],
  ] as const)('P57 target %s %o, reached %s: %s', (value, more, got, met) => {
    expect(isMet(got, target(value as number, more as Partial<Target>))).toBe(met)
  })
})

describe('pace and light', () => {
  it('P60 time progress is m/12 of the months that have ended (domain.md 1.3)', () => {
    expect(pace(day('2026-09-30'), 2026, { by: 'months' })).toBe(0.75)
    expect(pace(day('2026-09-29'), 2026, { by: 'months' })).toBeCloseTo(8 / 12, 12)
    expect(pace(day('2025-12-31'), 2026, { by: 'months' })).toBe(0)
    expect(pace(day('2027-01-01'), 2026, { by: 'months' })).toBe(1)
  })

  it('P61 a span by its days, P62 a curve straight between its points', () => {
    const span = { first: day('2026-03-01'), last: day('2026-03-10') }
    expect(pace(day('2026-03-05'), 2026, { by: 'span', span })).toBe(0.5)
    expect(pace(day('2026-02-01'), 2026, { by: 'span', span })).toBe(0)
    const points = [
      { by: day('2026-06-30'), share: 0.2 },
      { by: day('2026-12-31'), share: 1 },
    ]
    expect(pace(day('2026-06-30'), 2026, { by: 'curve', span: YEAR, points })).toBeCloseTo(0.2)
    expect(pace(day('2026-09-30'), 2026, { by: 'curve', span: YEAR, points })).toBeCloseTo(0.2 + 0.8 * (92 / 184))
  })

  it.each([
    ['全部项目', 297, 405.34, '73.27', 'green', 'slightly-behind'],
    ['续建项目', 227.82, 271.5, '83.91', 'green', undefined],
    ['新建项目', 69.19, 133.84, '51.70', 'yellow', undefined],
    ['政府主导', 128.56, 194.09, '66.24', 'green', 'slightly-behind'],
  ] as const)(
    'P63 the figures of a published bulletin, January to September: %s',
    (_name, value, of, share, light, mark) => {
      const seen = assess(
        base({ target: target(of, { unit: '亿元' }), readings: [reading('2026-09', value, { unit: '亿元' })] }),
      )
      expect(((seen.completion ?? 0) * 100).toFixed(2)).toBe(share)
      expect([seen.light, seen.mark]).toEqual([light, mark])
    },
  )

  it('P63 开工率: started of those that should have', () => {
    expect(((completion(57, target(67)) ?? 0) * 100).toFixed(2)).toBe('85.07')
  })

  it.each([
    [75, 'green', undefined],
    [65.01, 'green', 'slightly-behind'],
    [65, 'yellow', undefined],
    [45, 'yellow', undefined],
    [44.99, 'red', undefined],
  ] as const)('P64 10 to 30 points behind, both ends included, is yellow: %s', (value, light, mark) => {
    expect(codes(base({ readings: [reading('2026-09', value)] })).slice(0, 2)).toEqual([light, mark])
  })

  it('P65 past the deadline and not met is red, met is green whenever', () => {
    const late = base({ asOf: day('2027-01-01'), readings: [reading('2026-12', 99)] })
    expect(codes(late)).toEqual(['red', undefined, 'progress/overdue'])
    expect(codes({ ...late, readings: [reading('2026-12', 100)] })).toEqual(['green', undefined, 'progress/met'])
    expect(codes(base({ asOf: day('2026-03-31'), readings: [reading('2026-03', 120)] }))[0]).toBe('green')
  })

  it('P66 a red is answered, never erased: made good it shows yellow', () => {
    const good = base({ hadRed: true, readings: [reading('2026-09', 80)] })
    expect(codes(good)).toEqual(['yellow', undefined, 'progress/answered-red'])
    expect(codes({ ...good, readings: [reading('2026-09', 20)] })[0]).toBe('red')
  })

  it('P67 who has not reported is silent, not green; a red stays red', () => {
    const quiet = base({ rhythm: MONTHLY, lastPeriod: '2026-07', readings: [reading('2026-07', 90)] })
    expect(codes(quiet)).toEqual(['silent', undefined, 'progress/silent'])
    expect(assess(quiet).silentPeriods).toBe(2)
    expect(codes({ ...quiet, lastPeriod: '2026-09' })[0]).toBe('green')
    expect(codes({ ...quiet, readings: [reading('2026-07', 10)] })[0]).toBe('red')
    expect(codes(base({ rhythm: MONTHLY, asOf: day('2026-02-27') }))[0]).toBe('none')
  })

  it('P68 rates, shares, ranks and ceilings are judged by value, never by the month', () => {
    const rate = target(6, { kind: 'rate', unit: '%', adding: 'never' })
    const rated = (value: number) =>
      codes(base({ asOf: day('2026-03-31'), target: rate, readings: [reading('2026-03', value, { unit: '%' })] }))
    expect(rated(6)[0]).toBe('green')
    expect(rated(5.5)).toEqual(['yellow', undefined, 'progress/value-near'])
    expect(rated(5)).toEqual(['red', undefined, 'progress/value-far'])
  })

  it('P69 steps: due this month and not done is yellow, three months on red', () => {
    const step = (due: string, done?: string): Milestone => ({
      id: 'a',
      title: '开工',
      due: day(due),
      ...(done === undefined ? {} : { done: day(done) }),
    })
    const { target: _none, ...plain } = base()
    const task = (...milestones: readonly Milestone[]): AssessInput => ({ ...plain, milestones })
    expect(codes(task(step('2026-09-10')))[0]).toBe('yellow')
    expect(codes(task(step('2026-06-30')))[0]).toBe('red')
    expect(codes(task(step('2026-06-30', '2026-06-20')))[0]).toBe('green')
    expect(codes(task(step('2026-11-30')))).toEqual(['none', undefined, 'progress/nothing-due'])
  })

  it('P70 rules are data: each published set checks, a faulty one is told with every place', () => {
    for (const [id, rules] of Object.entries(LIGHT_PRESETS)) {
      expect(lightRulesOf(JSON.parse(JSON.stringify(rules)))).toEqual({ ok: true, value: rules })
      expect(lightRulesOf({ preset: id })).toEqual({ ok: true, value: rules })
    }
    expect(lightRulesOf({})).toEqual({ ok: true, value: YINCHUAN })
    const bad = lightRulesOf({
      ...YINCHUAN,
      title: '',
      behind: [{ light: 'blue', from: -1, inclusive: true }],
      deadline: 'black',
    })
    expect(bad.ok ? [] : bad.problems.map(({ params }) => params?.['path'])).toEqual([
      'title',
      'behind[0].light',
      'behind[0].from',
      'deadline',
    ])
    expect(lightRulesOf({ preset: 'nowhere' }).ok).toBe(false)
  })

  it('P70 little time left and nothing reported', () => {
    const quiet = base({ rules: LIGHT_PRESETS['shangqiu'] ?? YINCHUAN, asOf: day('2026-10-15') })
    expect(codes(quiet)).toEqual(['yellow', undefined, 'progress/little-left'])
  })

  it('P71 light and pace against a naive oracle', () => {
    const oracle = (value: number, of: number, month: number, hadRed: boolean): string => {
      if (value >= of) return hadRed ? 'yellow' : 'green'
      // In hundredths of points, in whole numbers: no binary fractions.
      const behind = (month * 10_000 * of) / 12 - value * 10_000
      if (behind > 3000 * of) return 'red'
      if (behind >= 1000 * of) return 'yellow'
      return hadRed ? 'yellow' : 'green'
    }
    const months = fc.integer({ min: 1, max: 11 })
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1300 }),
        fc.constantFrom(120, 240, 600, 1200),
        months,
        fc.boolean(),
        (value, of, month, hadRed) => {
          const asOf = plainDate(2026, month, [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 30)
          const period = `2026-${String(month).padStart(2, '0')}`
          const seen = assess(base({ asOf, target: target(of), readings: [reading(period, value)], hadRed }))
          expect(seen.pace).toBeCloseTo(month / 12, 12)
          expect(seen.light).toBe(oracle(value, of, month, hadRed))
        },
      ),
      { numRuns: 3000, seed: SEED },
    )
  })

  it('P72 more never shows worse, and a later day without news never better', () => {
    const order = { none: 0, green: 1, silent: 2, yellow: 3, red: 4 } as const
    const light = (value: number, month: number) =>
      order[assess(base({ asOf: plainDate(2026, month, 28), readings: [reading('2026-01', value)] })).light]
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99 }),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 11 }),
        (value, more, month) => {
          expect(light(value + more, month + 1)).toBeLessThanOrEqual(light(value, month + 1))
          if (value > 0 && month > 1) expect(light(value, month + 1)).toBeGreaterThanOrEqual(light(value, month))
        },
      ),
      { numRuns: 2000, seed: SEED },
    )
  })
})

describe('rhythm, turns, forecast', () => {
  it('P75 monthly by the 28th, weekly, quarterly; grace counts', () => {
    expect(lastDuePeriod(day('2026-03-28'), MONTHLY)).toBe('2026-02')
    expect(lastDuePeriod(day('2026-03-29'), MONTHLY)).toBe('2026-03')
    expect(lastDuePeriod(day('2026-04-02'), { ...MONTHLY, graceDays: 5 })).toBe('2026-02')
    expect(lastDuePeriod(day('2026-05-01'), { every: 'quarter', day: 28, graceDays: 0 })).toBe('2026-Q1')
    expect(lastDuePeriod(day('2026-01-31'), { every: 'week', day: 5, graceDays: 0 })).toBe('2026-01-26')
    expect(nextDue(day('2026-03-29'), MONTHLY)).toBe('2026-04-28')
    expect(nextDue(day('2026-02-28'), MONTHLY)).toBe('2026-02-28')
  })

  it('P76 silence counts periods since the last return, from when returns were owed', () => {
    const since = (last: string | undefined, asOf: string) => silentPeriods(last, day('2026-02-10'), day(asOf), MONTHLY)
    expect(since(undefined, '2026-02-28')).toBe(0)
    expect(since(undefined, '2026-03-01')).toBe(1)
    expect(since(undefined, '2026-05-30')).toBe(4)
    expect(since('2026-04', '2026-05-30')).toBe(1)
    expect(since('2026-05', '2026-05-30')).toBe(0)
  })

  it('P77 the next day on which a light can change by itself', () => {
    const plain = { asOf: day('2026-03-10'), span: YEAR, milestones: [], curve: [] }
    expect(nextTurn(plain)).toBe('2026-03-31')
    expect(nextTurn({ ...plain, rhythm: MONTHLY })).toBe('2026-03-29')
    expect(nextTurn({ ...plain, milestones: [{ id: 'a', title: '开工', due: day('2026-03-14') }] })).toBe('2026-03-15')
    expect(nextTurn({ ...plain, asOf: day('2026-03-31') })).toBe('2026-04-30')
  })

  it('P77 between two turns nothing changes', () => {
    const month = fc.integer({ min: 1, max: 12 })
    const any = fc.record({
      month,
      dayOf: fc.integer({ min: 1, max: 28 }),
      value: fc.integer({ min: 0, max: 120 }),
      due: month,
      last: month,
    })
    fc.assert(
      fc.property(any, ({ month: m, dayOf, value, due, last }) => {
        const input = base({
          asOf: plainDate(2026, m, dayOf),
          readings: [reading('2026-01', value)],
          milestones: [{ id: 'a', title: '开工', due: plainDate(2026, due, 15) }],
          rhythm: MONTHLY,
          lastPeriod: `2026-${String(last).padStart(2, '0')}`,
        })
        const turn = nextTurn(input)
        const eve = plainDate(...(turn.split('-').map(Number) as [number, number, number]))
        const before = new Date(
          Date.UTC(Number(eve.slice(0, 4)), Number(eve.slice(5, 7)) - 1, Number(eve.slice(8)) - 1),
        )
        const asOf = plainDate(before.getUTCFullYear(), before.getUTCMonth() + 1, before.getUTCDate())
        if (asOf <= input.asOf) return
        expect(assess({ ...input, asOf }).light).toBe(assess(input).light)
      }),
      { numRuns: 1000, seed: SEED },
    )
  })

  it('P80 a forecast names its method, and rates are not drawn out', () => {
    const readings = [reading('2026-03', 30)]
    const asOf = day('2026-03-31')
    const plain = { target: target(100), readings, span: YEAR, asOf }
    expect(forecast(plain)).toMatchObject({ method: 'linear' })
    expect(forecast(plain)?.value).toBeCloseTo(30 / (90 / 365), 6)
    const lastYear = [reading('2025-03', 10), reading('2025-12', 100)]
    expect(forecast({ ...plain, lastYear })).toMatchObject({ method: 'lastYear', value: 300 })
    const curve = [
      { by: day('2026-03-31'), share: 0.5 },
      { by: day('2026-12-31'), share: 1 },
    ]
    expect(forecast({ ...plain, curve })).toMatchObject({ method: 'curve', value: 60 })
    expect(forecast({ ...plain, target: target(6, { kind: 'rate' }) })).toBeUndefined()
    expect(forecast({ ...plain, readings: [reading('2026-01', 9)] })).toBeUndefined()
  })

  it('P81 every reason is worded, and says its numbers', () => {
    const seen = assess(base({ readings: [reading('2026-09', 40)] }))
    const words = seen.why.map(describeReason)
    expect(words.every((text) => text !== '' && !/[{}]/.test(text))).toBe(true)
    expect(words[0]).toContain('35')
    expect(Object.values(progressWording).every((text) => text.length > 0)).toBe(true)
  })
})
