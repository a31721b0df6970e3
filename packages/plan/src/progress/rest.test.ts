import { addDays, compareDates, parsePlainDate, type PlainDate } from '@jiannuo/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IndicatorReading, Target } from '../model.ts'
import {
  checkLightRules,
  describeLightRules,
  describeReason,
  dueOfPeriod,
  forecast,
  LIGHT_PRESETS,
  lightRulesOf,
  nextDue,
  owedSince,
  progressWording,
  type Rhythm,
  returnDue,
  silence,
  YINCHUAN,
} from './index.ts'

const day = (text: string): PlainDate => {
  const parsed = parsePlainDate(text)
  if (!parsed.ok) throw new Error(text)
  return parsed.value
}
const YEAR = { from: day('2026-01-01'), to: day('2026-12-31') }

describe('returns', () => {
  const by = (asOf: string, rest: Partial<Rhythm> = {}) =>
    returnDue(day(asOf), { every: 'month', day: 28, graceDays: 0, ...rest })

  it('P82 is missing from the day after its due day and grace', () => {
    expect([by('2026-09-28'), by('2026-09-29'), by('2026-10-01')]).toEqual(['2026-08', '2026-09', '2026-09'])
    expect([by('2026-09-30', { graceDays: 2 }), by('2026-10-01', { graceDays: 2 })]).toEqual(['2026-08', '2026-09'])
    expect([by('2026-02-28', { day: 31 }), by('2026-03-01', { day: 31 })]).toEqual(['2026-01', '2026-02'])
    expect([by('2026-10-05', { day: 5, lag: 1 }), by('2026-10-06', { day: 5, lag: 1 })]).toEqual(['2026-08', '2026-09'])
    expect(by('2026-01-15')).toBe('2025-12')
  })
  it('P82 goes by quarters and weeks too', () => {
    expect([by('2026-09-28', { every: 'quarter' }), by('2026-09-29', { every: 'quarter' })]).toEqual([
      '2026-Q2',
      '2026-Q3',
    ])
    // 2026-11-27 is a Friday of ISO week 48; 2027-01-01 lies in week 53 of 2026.
    expect([by('2026-11-27', { every: 'week', day: 5 }), by('2026-11-28', { every: 'week', day: 5 })]).toEqual([
      '2026-W47',
      '2026-W48',
    ])
    expect(by('2027-01-02', { every: 'week', day: 5 })).toBe('2026-W53')
  })
  it('P83 counts the periods missed since the last return or the first owed', () => {
    const rhythm: Rhythm = { every: 'month', day: 28, graceDays: 0 }
    expect(silence('2026-06', day('2026-09-29'), rhythm, YEAR.from)).toBe(3)
    expect(silence('2026-09', day('2026-09-29'), rhythm, YEAR.from)).toBe(0)
    expect(silence('2026-Q2', day('2026-09-29'), rhythm, YEAR.from)).toBe(3)
    expect(silence(undefined, day('2026-03-29'), rhythm, YEAR.from)).toBe(3)
    expect(silence('2024-01', day('2026-03-29'), rhythm, YEAR.from)).toBe(3)
    expect(silence(undefined, day('2026-01-05'), rhythm, YEAR.from)).toBe(0)
    expect(silence('2026-W46', day('2026-11-28'), { every: 'week', day: 5, graceDays: 0 }, YEAR.from)).toBe(2)
  })
})

describe('days of returns', () => {
  const monthly: Rhythm = { every: 'month', day: 28, graceDays: 0 }
  const weekly: Rhythm = { every: 'week', day: 5, graceDays: 0 }
  const quarterly: Rhythm = { every: 'quarter', day: 28, graceDays: 2 }

  it('P82 knows the last day in time of a period, whatever its length', () => {
    expect(dueOfPeriod('2026-03', monthly)).toBe('2026-03-28')
    expect(dueOfPeriod('2026-Q1', monthly)).toBe('2026-03-28')
    expect(dueOfPeriod('2026-02', { ...monthly, day: 31 })).toBe('2026-02-28')
    expect(dueOfPeriod('2026-03', { ...monthly, day: 5, lag: 1 })).toBe('2026-04-05')
    expect(dueOfPeriod('2026-Q1', quarterly)).toBe('2026-03-30')
    expect([dueOfPeriod('2026-W48', weekly), dueOfPeriod('2026-11-23', weekly)]).toEqual(['2026-11-27', '2026-11-27'])
    expect(dueOfPeriod('soon', monthly)).toBeUndefined()
  })
  it('P82 knows the next day on which a return is due', () => {
    expect([nextDue(day('2026-02-28'), monthly), nextDue(day('2026-03-29'), monthly)]).toEqual([
      '2026-02-28',
      '2026-04-28',
    ])
    expect(nextDue(day('2026-03-29'), quarterly)).toBe('2026-03-30')
    expect(nextDue(day('2026-11-28'), weekly)).toBe('2026-12-04')
  })
  it('P83 owes nothing for a period whose day had passed when it was given', () => {
    expect([owedSince(day('2026-03-28'), monthly), owedSince(day('2026-03-29'), monthly)]).toEqual([
      '2026-03-01',
      '2026-04-01',
    ])
    expect(owedSince(day('2026-03-03'), { ...monthly, day: 5, lag: 1 })).toBe('2026-03-01')
    expect([owedSince(day('2026-03-31'), quarterly), owedSince(day('2026-11-27'), weekly)]).toEqual([
      '2026-04-01',
      '2026-11-23',
    ])
    expect(silence(undefined, day('2026-04-28'), monthly, owedSince(day('2026-03-29'), monthly))).toBe(0)
  })
  it('P82 agrees with itself: the day after the next due day its return is missing', () => {
    const rhythms = fc.record({
      every: fc.constantFrom('week' as const, 'month' as const, 'quarter' as const),
      day: fc.integer({ min: 1, max: 7 }),
      graceDays: fc.nat(3),
      lag: fc.nat(1),
    })
    fc.assert(
      fc.property(rhythms, fc.nat(800), (rhythm, offset) => {
        const asOf = addDays(YEAR.from, offset)
        const due = nextDue(asOf, rhythm)
        const period = returnDue(addDays(due, 1), rhythm)
        expect(compareDates(due, asOf)).toBeGreaterThanOrEqual(0)
        expect(dueOfPeriod(period, rhythm)).toBe(due)
        expect(returnDue(due, rhythm)).toBe(returnDue(asOf, rhythm))
      }),
      { seed: 1, numRuns: 2000 },
    )
  })
})

describe('rules as data', () => {
  it('P79 takes a district’s setting: empty, the name of a published set, or a whole set', () => {
    expect(lightRulesOf({})).toEqual({ ok: true, value: YINCHUAN })
    for (const rules of LIGHT_PRESETS) {
      expect(lightRulesOf({ preset: rules.id })).toEqual({ ok: true, value: rules })
      expect(lightRulesOf(JSON.parse(JSON.stringify(rules)))).toEqual({ ok: true, value: rules })
    }
    const faults = (value: unknown) => {
      const made = lightRulesOf(value)
      return made.ok ? [] : made.problems.map(({ place }) => place)
    }
    expect(faults({ preset: 'nowhere', version: 2 })).toEqual(['version', 'preset'])
    expect([faults(3), faults([]), faults({ ...YINCHUAN, title: '' })]).toEqual([['rules'], ['rules'], ['title']])
  })

  it('P80 takes its own presets through JSON unchanged', () => {
    for (const rules of LIGHT_PRESETS) {
      expect(checkLightRules(JSON.parse(JSON.stringify(rules)))).toEqual({ ok: true, value: rules })
      for (const line of describeLightRules(rules)) expect(line).not.toMatch(/progress\/|[{}]|undefined/)
    }
    expect(new Set(LIGHT_PRESETS.map(({ id }) => id)).size).toBe(6)
  })
  it('P79 says every fault at once, with path and what is allowed', () => {
    const broken = {
      ...YINCHUAN,
      id: 'Bad Id',
      version: 0,
      colour: 'red',
      progress: [
        { from: -1, inclusive: 'yes', light: 'blue' },
        { from: 5, inclusive: true, light: 'green', mark: 'pink' },
      ],
      value: [
        { from: 5, inclusive: true, light: 'red' },
        { from: 9, inclusive: true, light: 'yellow' },
      ],
      steps: { start: [], entry: [{ after: 1.5, count: 'weeks', light: 'red' }] },
      overdue: 'never',
      unreported: [{ left: 2, light: 'red' }],
    }
    const checked = checkLightRules(broken)
    const places = checked.ok ? [] : checked.problems.map(({ place }) => place)
    expect(new Set(places)).toEqual(
      new Set([
        'colour',
        'id',
        'version',
        'progress[0].from',
        'progress[0].inclusive',
        'progress[0].light',
        'progress[1].mark',
        'value[1].light',
        'steps.entry[0].after',
        'steps.entry[0].count',
        'steps.other',
        'overdue',
        'unreported[0].left',
      ]),
    )
    const words = checked.ok ? [] : checked.problems.map(({ code, params = {} }) => describeReason({ code, params }))
    expect(words).toContain('progress[0].light应为下列之一：green、yellow、red，现为“blue”')
    for (const line of words) expect(line).not.toMatch(/[{}]|progress\/rules/)
  })
  it('P79 refuses anything without throwing', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(checkLightRules(value).ok).toBe(false)
      }),
      { seed: 1, numRuns: 500 },
    )
  })
  it('P80 describes itself', () => {
    expect(describeLightRules(YINCHUAN).slice(0, 4)).toEqual([
      '项目进度亮灯（银川）（第1版），依据：domain.md 1.4 (K10)',
      '落后时序进度超过0个百分点：绿灯（标注略有滞后）',
      '落后时序进度达到10个百分点：黄灯',
      '落后时序进度超过30个百分点：红灯',
    ])
  })
})

describe('forecast', () => {
  const target: Target = {
    kind: 'increase',
    comparator: 'gte',
    value: 100,
    unit: '人',
    direction: 'up',
    adding: 'increments',
  }
  const months = (year: number, values: readonly number[]): readonly IndicatorReading[] =>
    values.map((value, index) => ({
      id: `${year}-${index}`,
      period: `${year}-${String(index + 1).padStart(2, '0')}`,
      covers: 'period',
      version: 'final',
      source: 'return',
      value,
      unit: '人',
      at: 0,
    }))

  it('P86 goes in a straight line by months', () => {
    const made = forecast(months(2026, [10, 10, 10]), target, YEAR, day('2026-04-20'))
    expect(made).toMatchObject({ method: 'linear', value: 120, completion: 1.2 })
    expect(describeReason(made.says)).toBe('按目前进度直线推算：2026-03为30人，时间已过25%，期末预计120人')
  })
  it('P86 goes by last year’s shape when its readings reach both days', () => {
    const lastYear = months(2025, [5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 45])
    const made = forecast(months(2026, [10, 10, 10]), target, YEAR, day('2026-03-31'), { lastYear })
    expect(made).toMatchObject({ method: 'sameMonthLastYear', value: 200 })
    const short = forecast(months(2026, [10, 10, 10]), target, YEAR, day('2026-03-31'), {
      lastYear: lastYear.slice(0, 6),
    })
    expect(short.method).toBe('linear')
    const holed = lastYear.filter(({ period }) => period !== '2025-03')
    expect(forecast(months(2026, [10, 10, 10]), target, YEAR, day('2026-03-31'), { lastYear: holed }).method).toBe(
      'linear',
    )
    const whole = {
      ...(lastYear[0] as IndicatorReading),
      id: 'y',
      period: '2025',
      covers: 'toDate',
      value: 100,
    } as const
    expect(
      forecast(months(2026, [10, 10, 10]), target, YEAR, day('2026-03-31'), { lastYear: [...lastYear, whole] }),
    ).toMatchObject({ method: 'sameMonthLastYear', value: 200 })
    const february = forecast(months(2026, [10, 10]), target, YEAR, day('2026-02-28'), { lastYear })
    expect(february).toMatchObject({ method: 'sameMonthLastYear', value: 200 })
  })
  it('P86 goes by the curve, and from the base', () => {
    const curve = [
      { by: day('2026-03-31'), share: 0.1 },
      { by: YEAR.to, share: 1 },
    ]
    expect(forecast(months(2026, [4, 4, 4]), target, YEAR, day('2026-03-31'), { curve })).toMatchObject({
      method: 'curve',
      value: 120,
    })
    const level: Target = { ...target, kind: 'level', adding: 'last', base: 80 }
    expect(forecast(months(2026, [80, 85, 86]), level, YEAR, day('2026-03-31'))).toMatchObject({
      value: 104,
      completion: 1.2,
    })
  })
  it('P87, P88 says why there is none', () => {
    const code = (of: Target, readings: readonly IndicatorReading[]) =>
      forecast(readings, of, YEAR, day('2026-06-30')).says.code
    expect(code(target, months(2026, [10]))).toBe('progress/forecast-too-early')
    expect(
      code(
        target,
        months(2026, [10, 10, 10]).map((one) => ({ ...one, version: 'forecast' as const })),
      ),
    ).toBe('progress/no-reading')
    expect(code({ ...target, kind: 'rate', unit: '%', adding: 'never' }, [])).toBe('progress/forecast-not-paced')
    expect(code({ ...target, kind: 'level', adding: 'last' }, [])).toBe('progress/forecast-no-base')
  })
})

describe('wording', () => {
  it('P89 words every code that the sources use, and nothing else', async () => {
    const { readdirSync, readFileSync } = await import('node:fs')
    const folder = new URL('./', import.meta.url).pathname
    const files = ['', 'rules/'].flatMap((sub) =>
      readdirSync(folder + sub)
        .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'wording.zh.ts')
        .map((name) => readFileSync(folder + sub + name, 'utf8')),
    )
    const used = new Set(files.flatMap((text) => [...text.matchAll(/'(progress\/[a-z-]+)'/g)].map((match) => match[1])))
    expect(used).toEqual(new Set(Object.keys(progressWording)))
  })
  it('P89 shows an unknown code as it is', () => {
    expect(describeReason({ code: 'progress/what', params: {} })).toBe('progress/what')
  })
})
