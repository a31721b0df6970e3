import { parsePlainDate, type PlainDate } from '@jiannuo/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Target } from '../model.ts'
import { percent } from './number.ts'
import { completion, gapInPoints, isMet, isPaced, missing, pace, pacingOf } from './index.ts'

const SEED = 20_261_125
const day = (text: string): PlainDate => {
  const parsed = parsePlainDate(text)
  if (!parsed.ok) throw new Error(text)
  return parsed.value
}
const target = (value: Target['value'], rest: Partial<Target> = {}): Target => ({
  kind: 'level',
  comparator: 'eq',
  value,
  unit: '亿元',
  direction: 'up',
  adding: 'increments',
  ...rest,
})

describe('P60, P61, P62 met or not', () => {
  it.each([
    ['exact, more is better', target(100), [100, 101], [99.9]],
    ['以上', target(100, { comparator: 'gte' }), [100], [99]],
    ['突破', target(100, { comparator: 'gt' }), [100.1], [100]],
    ['range, more is better', target([80, 100]), [80, 120], [79]],
    ['左右', target(100, { comparator: 'approx' }), [95, 130], [94.9]],
    ['左右, to be hit', target(100, { comparator: 'approx', direction: 'none' }), [95, 105], [94, 106]],
    ['近', target(100, { comparator: 'lt' }), [95, 120], [94]],
    ['控制在…以内', target(5.5, { comparator: 'lte', kind: 'share', unit: '%', direction: 'down' }), [5.5, 4], [5.6]],
    ['低于', target(5.5, { comparator: 'lt', kind: 'share', unit: '%', direction: 'down' }), [5.4], [5.5]],
    ['下降3%以上', target(-3, { comparator: 'gte', kind: 'rate', unit: '%', direction: 'down' }), [-3, -4], [-2.9, 1]],
    ['下降3%', target(-3, { kind: 'rate', unit: '%', direction: 'down' }), [-3, -5], [-2, 3]],
    ['降幅在5%以内', target(-5, { comparator: 'lte', kind: 'rate', unit: '%', direction: 'up' }), [-5, -3, 2], [-6]],
    ['前三', target(3, { kind: 'rank', unit: '位', direction: 'down', comparator: 'lte' }), [3, 1], [4]],
    ['rank 以上', target(3, { kind: 'rank', unit: '位', direction: 'down', comparator: 'gte' }), [3, 1], [4]],
    ['noise', target(0.8), [0.7 + 0.1], []],
  ] as const)('%s', (_title, one, reached, short) => {
    expect(reached.map((value) => isMet(value, one))).toEqual(reached.map(() => true))
    expect(short.map((value) => isMet(value, one))).toEqual(short.map(() => false))
  })
  it('P61 takes another tolerance', () => {
    expect(isMet(96, target(100, { comparator: 'approx' }), 0.03)).toBe(false)
    expect(isMet(97, target(100, { comparator: 'approx' }), 0.03)).toBe(true)
  })
})

describe('completion', () => {
  it('P63 is value over target, from the base where there is one, of a range its lower end', () => {
    expect(completion(50, target(200))).toBe(0.25)
    expect(completion(40, target([80, 100]))).toBe(0.5)
    expect(completion(950, target(1000, { base: 900, adding: 'last' }))).toBe(0.5)
    expect(completion(950, target(1000, { adding: 'last' }))).toBe(0.95)
    expect(completion(260, target(200, { base: 300, adding: 'last', direction: 'down' }))).toBe(0.4)
    expect(completion(-4, target(-8, { direction: 'down' }))).toBe(0.5)
  })
  it('P64 is none for rates, points, ranks, caps without base, and 0', () => {
    for (const none of [
      target(6, { kind: 'rate', unit: '%', adding: 'never' }),
      target(2, { kind: 'increase', unit: '个百分点', adding: 'never' }),
      target(3, { kind: 'rank', unit: '位', adding: 'never' }),
      target(3, { comparator: 'lte', direction: 'down' }),
      target(0),
      target(9, { base: 9, adding: 'last' }),
    ]) {
      expect(completion(1, none)).toBeUndefined()
      expect(isPaced(none)).toBe(false)
    }
    expect(completion(93, target(95, { kind: 'share', unit: '%' }))).toBeCloseTo(93 / 95)
    expect(isPaced(target(95, { kind: 'share', unit: '%' }))).toBe(false)
  })
  it('P66 counts what is missing in points, places or per cent', () => {
    expect(missing(5.8, target(6.5, { kind: 'rate', unit: '%' }))).toBe(0.7)
    expect(missing(-2, target(-3, { kind: 'rate', unit: '%', direction: 'down' }))).toBe(1)
    expect(missing(6, target(3, { kind: 'rank', unit: '位', direction: 'down' }))).toBe(3)
    expect(missing(550, target(500, { comparator: 'lte', direction: 'down' }))).toBe(10)
    expect(missing(7, target(6.5, { kind: 'rate', unit: '%' }))).toBe(0)
  })
})

describe('pace', () => {
  it('P70 by months counts months that have ended', () => {
    const by = (asOf: string) => pace(day(asOf), { by: 'months', year: 2026 })
    expect(
      ['2025-12-31', '2026-01-30', '2026-01-31', '2026-09-30', '2026-10-30', '2026-12-31', '2027-03-01'].map(by),
    ).toEqual([0, 0, 1 / 12, 0.75, 0.75, 1, 1])
    expect(pace(day('2026-02-28'), { by: 'months' })).toBe(2 / 12)
    expect(pace(day('2028-02-28'), { by: 'months' })).toBe(1 / 12)
  })
  it('P71 by span counts days, both ends', () => {
    const by = (asOf: string) => pace(day(asOf), { by: 'span', from: day('2026-03-01'), to: day('2026-03-10') })
    expect(['2026-02-28', '2026-03-01', '2026-03-05', '2026-03-10', '2026-04-01'].map(by)).toEqual([0, 0.1, 0.5, 1, 1])
  })
  it('P72 by curve is linear between points from 0', () => {
    const points = [
      { by: day('2026-12-31'), share: 1 },
      { by: day('2026-01-10'), share: 0.2 },
    ]
    const by = (asOf: string) => pace(day(asOf), { by: 'curve', from: day('2026-01-01'), points })
    expect(by('2025-12-31')).toBe(0)
    expect(by('2026-01-05')).toBeCloseTo(0.1)
    expect(by('2026-01-10')).toBeCloseTo(0.2)
    expect(by('2027-01-10')).toBe(1)
  })
  it('P74 chooses curve, months, span', () => {
    expect(pacingOf({ from: day('2026-01-01'), to: day('2026-12-31') }).by).toBe('months')
    expect(pacingOf({ from: day('2026-01-01'), to: day('2026-06-30') }).by).toBe('span')
    expect(
      pacingOf({ from: day('2026-01-01'), to: day('2026-12-31') }, [{ by: day('2026-06-30'), share: 0.3 }]).by,
    ).toBe('curve')
  })
  it('P70, P71, P72 agrees with counting days one by one', () => {
    const dates = fc
      .integer({ min: 0, max: 900 })
      .map((n) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10))
    fc.assert(
      fc.property(dates, dates, dates, (a, b, c) => {
        const [from, to] = [a, b].sort()
        let [gone, all] = [0, 0]
        let ended = 0
        for (let at = Date.parse('2025-01-01'); at <= Date.parse('2027-12-31'); at += 86_400_000) {
          const text = new Date(at).toISOString().slice(0, 10)
          const next = new Date(at + 86_400_000).toISOString().slice(0, 10)
          if (text >= from && text <= to) all += 1
          if (text >= from && text <= to && text <= c) gone += 1
          if (text.startsWith('2026') && text <= c && next.slice(5, 7) !== text.slice(5, 7)) ended += 1
        }
        const points = [{ by: day(to), share: 1 }]
        expect(pace(day(c), { by: 'span', from: day(from), to: day(to) })).toBeCloseTo(gone / all, 12)
        expect(pace(day(c), { by: 'curve', from: day(from), points })).toBeCloseTo(gone / all, 12)
        expect(pace(day(c), { by: 'months', year: 2026 })).toBeCloseTo(ended / 12, 12)
      }),
      { seed: SEED, numRuns: 2000 },
    )
  })
})

describe('worked figures of domain.md 1.3, January to September', () => {
  const september = pace(day('2026-09-30'), { by: 'months' })
  it.each([
    ['all, slightly below', 297, 405.34, 73.27, -1.73],
    ['renewed, reached', 227.82, 271.5, 83.91, 8.91],
    ['new, clearly below', 69.19, 133.84, 51.7, -23.3],
    ['government-led, below', 128.56, 194.09, 66.24, -8.76],
  ] as const)('P73 %s', (_title, value, aim, share, gap) => {
    const reached = completion(value, target(aim)) ?? Number.NaN
    expect(september).toBe(0.75)
    expect(percent(reached)).toBe(share)
    expect(gapInPoints(reached, september)).toBeCloseTo(gap, 2)
  })
  it('P73 开工率 57 of 67', () => {
    expect(percent(completion(57, target(67, { unit: '个' })) ?? 0)).toBe(85.07)
  })
})
