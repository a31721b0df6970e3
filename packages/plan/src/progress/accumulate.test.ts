import { parsePlainDate, type PlainDate } from '@jiannuo/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IndicatorReading, Target } from '../model.ts'
import { accumulate, describeReason, type Part, rollUp, type Summed } from './index.ts'

const SEED = 20_261_125
const day = (text: string): PlainDate => {
  const parsed = parsePlainDate(text)
  if (!parsed.ok) throw new Error(text)
  return parsed.value
}
const YEAR = { from: day('2026-01-01'), to: day('2026-12-31') }
const END = day('2026-12-31')
const JOBS: Summed = { adding: 'increments', unit: '人', kind: 'increase' }
const STOCK: Summed = { adding: 'last', unit: '户', kind: 'level' }
const SHARE: Summed = { adding: 'recomputed', unit: '%', kind: 'share' }
const RATE: Summed = { adding: 'never', unit: '%', kind: 'rate' }

const reading = (
  id: string,
  period: string,
  value: number,
  rest: Partial<IndicatorReading> = {},
): IndicatorReading => ({
  id,
  period,
  covers: 'period',
  version: 'final',
  source: 'return',
  value,
  unit: '人',
  at: 0,
  ...rest,
})
const sum = (readings: readonly IndicatorReading[], target = JOBS, asOf = END, span = YEAR) => {
  const made = accumulate(readings, target, asOf, span)
  return made.found
    ? {
        value: made.value,
        used: made.used,
        notes: made.notes.map(({ code }) => code),
        version: made.version,
        source: made.source,
      }
    : { reason: made.reason.code }
}

describe('increments', () => {
  const months = [reading('a', '2026-01', 100), reading('b', '2026-02', 200), reading('c', '2026-03', 300)]

  it('P53 adds stretches that share no day', () => {
    expect(sum(months)).toMatchObject({ value: 600, used: ['a', 'b', 'c'], notes: [] })
  })
  it('P53 Akvo #5211: of cumulative values the last stands, never their sum', () => {
    const totals = months.map((one) => ({ ...one, covers: 'toDate' as const }))
    expect(sum(totals)).toMatchObject({ value: 300, used: ['c'] })
  })
  it('P55 Akvo #5212 and #5194: a cumulative total that falls is flagged', () => {
    const made = accumulate(
      [reading('a', '2026-01', 100, { covers: 'toDate' }), reading('b', '2026-02', 90, { covers: 'toDate' })],
      JOBS,
      END,
      YEAR,
    )
    expect(made).toMatchObject({ found: true, value: 90 })
    expect(made.notes.map(describeReason)).toEqual(['累计数下降：2026-01为100，2026-02为90（数据b），请核对'])
  })
  it('P52 Akvo #5241: editing an old period leaves the later one as it is', () => {
    const totals = [
      reading('a', '2026-05', 50, { covers: 'toDate' }),
      reading('b', '2026-06', 70, { covers: 'toDate' }),
      reading('a2', '2026-05', 55, { covers: 'toDate', at: 999 }),
    ]
    expect(sum(totals)).toMatchObject({ value: 70, used: ['b'] })
  })
  it('P53 Akvo A3: a negative correction counts', () => {
    expect(sum([...months, reading('d', '2026-04', -50.5)])).toMatchObject({ value: 549.5 })
  })
  it('P53, P54 lets a running total replace what it covers, and adds what comes after', () => {
    const total = reading('t', '2026-02', 350, { covers: 'toDate' })
    expect(sum([...months, total])).toMatchObject({ value: 650, used: ['t', 'c'] })
    expect(sum([...months, total]).notes).toEqual(['progress/parts-differ'])
  })
  it('P53 counts nothing twice: a quarter replaces its months, what overlaps in part is left out', () => {
    expect(sum([...months, reading('q', '2026-Q1', 600)])).toMatchObject({ value: 600, used: ['q'], notes: [] })
    const half = [reading('t', '2026-05', 500, { covers: 'toDate' }), reading('q', '2026-Q2', 400)]
    expect(sum(half)).toMatchObject({ value: 500, used: ['t'], notes: ['progress/overlaps'] })
  })
  it('P54 notes a hole', () => {
    expect(sum([reading('a', '2026-01', 1), reading('c', '2026-03', 1)])).toMatchObject({ notes: ['progress/gap'] })
  })
  it('P53 adds the years of a longer span, each by its own running total', () => {
    const two = [reading('a', '2026', 100, { covers: 'toDate' }), reading('b', '2027-06', 40, { covers: 'toDate' })]
    expect(sum(two, JOBS, day('2027-06-30'), { from: day('2026-01-01'), to: day('2027-12-31') })).toMatchObject({
      value: 140,
    })
  })
  it('P50, P51 does not look beyond the day, nor outside the span, and sets aside what is neither', () => {
    expect(sum(months, JOBS, day('2026-02-28'))).toMatchObject({ value: 300 })
    expect(sum(months, JOBS, day('2026-01-31'))).toMatchObject({ value: 100 })
    expect(sum([reading('x', '2025-12', 9)])).toEqual({ reason: 'progress/no-reading' })
    expect(sum([reading('x', '2026-Q1', 9)], JOBS, END, { from: day('2026-02-01'), to: END })).toEqual({
      reason: 'progress/straddles',
    })
    expect(sum([reading('x', '2026-13', 9)])).toEqual({ reason: 'progress/bad-period' })
    expect(sum([reading('x', '2026-03', 9, { covers: 'moment' })])).toEqual({ reason: 'progress/moment-not-added' })
    expect(sum([reading('x', '2026-03', Number.NaN)])).toEqual({ reason: 'progress/no-number' })
  })
  it('P50 counts what a running month has brought, not what is forecast of it', () => {
    const guess = reading('f', '2026-03', 400, { version: 'forecast' })
    expect(sum([...months, guess], JOBS, day('2026-03-28'))).toMatchObject({ value: 600, used: ['a', 'b', 'c'] })
    expect(sum([...months.slice(0, 2), guess], JOBS, day('2026-03-28'))).toMatchObject({ value: 300 })
    expect(sum([...months.slice(0, 2), guess], JOBS, day('2026-03-31'))).toMatchObject({ value: 700 })
    const made = accumulate(months, JOBS, day('2026-03-01'), YEAR)
    expect(made).toMatchObject({ value: 600, period: '2026-03', until: '2026-03-01' })
  })
  it('P50, P53 lets the total of a running period replace what it covers', () => {
    const total = reading('t', '2026-03', 650, { covers: 'toDate' })
    expect(sum([...months, total], JOBS, day('2026-03-20'))).toMatchObject({ value: 650, used: ['t'] })
    const quarter = reading('q', '2026-Q1', 600)
    expect(sum([...months, quarter], JOBS, day('2026-03-20'))).toMatchObject({ value: 600, used: ['q'], notes: [] })
    expect(
      sum([reading('s', '2026-Q1', 9)], JOBS, day('2026-02-20'), { from: YEAR.from, to: day('2026-02-28') }),
    ).toEqual({
      reason: 'progress/straddles',
    })
  })
  it('P50 lets a level of a running month stand over those before, a later day over it', () => {
    const levels = [reading('a', '2026-02', 900, { unit: '户' }), reading('b', '2026-03', 950, { unit: '户' })]
    expect(sum(levels, STOCK, day('2026-02-28'))).toMatchObject({ used: ['a'] })
    expect(sum(levels, STOCK, day('2026-03-01'))).toMatchObject({ used: ['b'] })
    const moment = reading('m', '2026-03', 940, { unit: '户', covers: 'moment', source: 'measure' })
    expect(sum([...levels, moment], STOCK, day('2026-03-10'))).toMatchObject({ used: ['m'] })
  })
  it('P51 converts units, and gives a reason where they do not', () => {
    expect(sum([reading('a', '2026-01', 1.2, { unit: '万人' }), reading('b', '2026-02', 800)])).toMatchObject({
      value: 12_800,
    })
    const made = accumulate([reading('a', '2026-01', 3, { unit: '家' })], JOBS, END, YEAR)
    expect(made.found).toBe(false)
    expect(describeReason(made.reason)).toBe('数据a（2026-01）的单位“家”不能换算为“人”，未计入')
  })
  it('P53 leaves no binary noise', () => {
    expect(sum([reading('a', '2026-01', 0.1), reading('b', '2026-02', 0.2)])).toMatchObject({ value: 0.3 })
  })
})

describe('which reading holds', () => {
  it('P52 goes by source, then version, then time; a forecast gives way to anything', () => {
    const held = (...readings: readonly IndicatorReading[]) => sum(readings).used
    const one = (id: string, rest: Partial<IndicatorReading>) => reading(id, '2026-01', 1, rest)
    expect(
      held(one('a', { source: 'document', at: 9 }), one('b', { source: 'measure', version: 'preliminary' })),
    ).toEqual(['b'])
    expect(held(one('a', { version: 'preliminary', at: 9 }), one('b', { version: 'final' }))).toEqual(['b'])
    expect(held(one('a', { at: 9 }), one('b', { at: 1 }))).toEqual(['a'])
    expect(held(one('a', { source: 'measure', version: 'forecast' }), one('b', { version: 'preliminary' }))).toEqual([
      'b',
    ])
  })
  it('P57 names the weakest source and version in a sum', () => {
    const made = sum([
      reading('a', '2026-01', 1, { source: 'measure' }),
      reading('b', '2026-02', 1, { source: 'document', version: 'forecast' }),
    ])
    expect(made).toMatchObject({ source: 'document', version: 'forecast' })
  })
})

describe('levels, shares, rates', () => {
  it('P56 lets the last level stand, of a return and a record of one day the record', () => {
    const levels = [
      reading('a', '2026-03', 900, { unit: '户' }),
      reading('b', '2026-06', 950, { unit: '户' }),
      reading('c', '2026-06-30', 948, { unit: '户', covers: 'moment', source: 'measure' }),
    ]
    expect(sum(levels, STOCK)).toMatchObject({ value: 948, used: ['c'] })
  })
  it('P56 works shares out again from counts, else lets the last stand with a note', () => {
    const a = reading('a', '2026-01', 90, { unit: '%', numerator: 90, denominator: 100 })
    const b = reading('b', '2026-02', 50, { unit: '%', numerator: 150, denominator: 300 })
    expect(sum([a, b], SHARE)).toMatchObject({ value: 60, used: ['a', 'b'], notes: [] })
    const bare = reading('b', '2026-02', 50, { unit: '%' })
    expect(sum([a, bare], SHARE)).toMatchObject({ value: 50, used: ['b'], notes: ['progress/no-counts'] })
    const empty = reading('b', '2026-02', 50, { unit: '%', numerator: 0, denominator: 0 })
    expect(sum([empty], SHARE)).toMatchObject({ value: 50, notes: ['progress/zero-denominator'] })
    const total = reading('t', '2026-02', 61, { unit: '%', covers: 'toDate', numerator: 61, denominator: 100 })
    expect(sum([a, b, total], SHARE)).toMatchObject({ value: 61, used: ['t'] })
  })
  it('P56 never adds rates; of one day the rate of the year to date stands', () => {
    const rates = [
      reading('a', '2026-03', 9, { unit: '%' }),
      reading('b', '2026-03', 6.1, { unit: '%', covers: 'toDate' }),
      reading('c', '2026-02', 5, { unit: '%', covers: 'toDate' }),
    ]
    expect(sum(rates, RATE)).toMatchObject({ value: 6.1, used: ['b'] })
  })
})

describe('parts of a split commitment', () => {
  const whole: Target = {
    kind: 'increase',
    comparator: 'gte',
    value: 24_000,
    unit: '人',
    direction: 'up',
    adding: 'increments',
  }
  const part = (id: string, value: number, rest: Partial<Part> = {}): Part => ({ id, target: whole, value, ...rest })

  it('P59 adds, negative corrections and other units too', () => {
    const ten: Target = { ...whole, unit: '万人' }
    const made = rollUp([part('a', 100), part('b', -20), { id: 'c', target: ten, value: 1.2 }], whole)
    expect(made).toMatchObject({ found: true, value: 12_080, missing: [], typed: [] })
  })
  it('P59 Akvo #3374: a part that was typed and not linked is in the sum, and named', () => {
    const made = rollUp([part('a', 100), part('b', 20, { typed: true })], whole)
    expect(made).toMatchObject({ found: true, value: 120, typed: ['b'], notes: [{ code: 'progress/parts-typed' }] })
  })
  it('P59 names a part without a value instead of taking it for 0', () => {
    const made = rollUp([part('a', 100), { id: 'b', target: whole }], whole)
    expect(made).toMatchObject({ found: true, value: 100, missing: ['b'], notes: [{ code: 'progress/parts-missing' }] })
  })
  it('P59 says of what the parts come from the latest period and the weakest version and source', () => {
    const origin = { version: 'final', source: 'measure', used: ['r1'] } as const
    const made = rollUp(
      [
        part('a', 100, { ...origin, period: '2026-02', until: day('2026-02-28') }),
        part('b', 20, { ...origin, period: '2026-03', until: day('2026-03-20'), version: 'preliminary', used: ['r2'] }),
      ],
      whole,
    )
    const last = {
      period: '2026-03',
      until: '2026-03-20',
      version: 'preliminary',
      source: 'measure',
      used: ['r1', 'r2'],
    }
    expect(made).toMatchObject(last)
  })
  it('P59 adds levels over units, works shares out again, refuses ranks, rates and strangers', () => {
    const level: Target = { ...whole, kind: 'level', adding: 'last', unit: '户' }
    expect(
      rollUp(
        [
          { id: 'a', target: level, value: 3 },
          { id: 'b', target: level, value: 4 },
        ],
        level,
      ),
    ).toMatchObject({ value: 7 })
    const share: Target = { ...whole, kind: 'share', adding: 'recomputed', unit: '%' }
    const counted = (id: string, numerator: number, denominator: number): Part => ({
      id,
      target: share,
      numerator,
      denominator,
    })
    expect(rollUp([counted('a', 9, 10), counted('b', 1, 10)], share)).toMatchObject({
      value: 50,
      numerator: 10,
      denominator: 20,
    })
    const code = (parts: readonly Part[], target: Target) => rollUp(parts, target).reason.code
    expect(code([counted('a', 9, 10), { id: 'b', target: share, value: 10 }], share)).toBe('progress/no-counts')
    const rate: Target = { ...whole, kind: 'rate', adding: 'never', unit: '%' }
    expect(code([{ id: 'a', target: rate, value: 5 }], rate)).toBe('progress/never-added')
    expect(code([part('a', 1), part('a', 1)], whole)).toBe('progress/part-twice')
    expect(code([part('a', 1), { id: 'b', target: level, value: 1 }], whole)).toBe('progress/parts-unlike')
    expect(code([part('a', 1), { id: 'b', target: { ...whole, unit: '家' }, value: 1 }], whole)).toBe(
      'progress/part-unit',
    )
    expect(code([], whole)).toBe('progress/no-reading')
  })
})

describe('against a naive oracle', () => {
  const months = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`)
  const anyReading = fc.record({
    id: fc.uuid(),
    period: fc.constantFrom(...months),
    covers: fc.constantFrom('period' as const, 'toDate' as const),
    version: fc.constantFrom('forecast' as const, 'preliminary' as const, 'final' as const),
    source: fc.constantFrom('measure' as const, 'document' as const, 'return' as const),
    value: fc.integer({ min: -500, max: 5000 }),
    unit: fc.constant('人'),
    at: fc.nat(3),
  })
  const list = fc.uniqueArray(anyReading, { selector: ({ id }) => id, maxLength: 14 })
  // January is both the month and the year to date: one stretch, whatever it is called.
  const stretch = (one: IndicatorReading) => `${one.period === '2026-01' ? 'toDate' : one.covers} ${one.period}`
  const rank = (one: IndicatorReading) =>
    [
      one.version === 'forecast' ? 0 : 1,
      ['return', 'document', 'measure'].indexOf(one.source),
      ['forecast', 'preliminary', 'final'].indexOf(one.version),
      one.at,
    ].join(' ')
  const holder = (many: readonly IndicatorReading[]) =>
    many.reduce((best, one) => (rank(one) > rank(best) || (rank(one) === rank(best) && one.id < best.id) ? one : best))
  const naive = (readings: readonly IndicatorReading[], month: number, running: boolean, kind: Summed) => {
    const seen = readings.filter(
      ({ period, version }) => months.indexOf(period) < (running && version === 'forecast' ? month - 1 : month),
    )
    const best = [...new Set(seen.map(stretch))].map((key) => holder(seen.filter((one) => stretch(one) === key)))
    if (best.length === 0) return undefined
    if (kind.adding === 'last') {
      const last = [...seen]
        .map(({ period }) => period)
        .sort()
        .at(-1)
      return holder(seen.filter(({ period }) => period === last)).value
    }
    // Month by month: the last running total wipes the slate, every month after it adds.
    let total = 0
    for (const period of months) {
      const whole = best.find((one) => one.period === period && stretch(one).startsWith('toDate'))
      const alone = best.find((one) => one.period === period && stretch(one).startsWith('period'))
      if (whole !== undefined) total = whole.value
      else total += alone?.value ?? 0
    }
    return total
  }
  const ends = months.map((period) =>
    day(`${period}-${period.endsWith('02') ? '28' : /0[469]|11$/.test(period) ? '30' : '31'}`),
  )

  it('P50, P53, P56, P58 agrees for increments and levels, in any order of the list', () => {
    fc.assert(
      fc.property(
        list,
        fc.integer({ min: 1, max: 12 }),
        fc.boolean(),
        fc.constantFrom(JOBS, { ...STOCK, unit: '人' }),
        (readings, month, running, kind) => {
          const asOf = running ? day(`${months[month - 1]}-15`) : (ends[month - 1] ?? END)
          const made = accumulate(readings, kind, asOf, YEAR)
          expect(made.found ? made.value : undefined).toBe(naive(readings, month, running, kind))
          expect(accumulate(readings.toReversed(), kind, asOf, YEAR)).toEqual(made)
        },
      ),
      { seed: SEED, numRuns: 3000 },
    )
  })
  it('P56 agrees for shares of single months with counts', () => {
    const counted = fc.uniqueArray(
      fc.record({
        period: fc.constantFrom(...months),
        numerator: fc.nat(99),
        denominator: fc.integer({ min: 1, max: 99 }),
      }),
      { selector: ({ period }) => period, minLength: 1 },
    )
    fc.assert(
      fc.property(counted, (rows) => {
        const readings = rows.map((row) => reading(row.period, row.period, 0, { unit: '%', ...row }))
        let [above, below] = [0, 0]
        for (const row of rows) [above, below] = [above + row.numerator, below + row.denominator]
        expect(sum(readings, SHARE).value).toBeCloseTo((above / below) * 100, 10)
      }),
      { seed: SEED, numRuns: 2000 },
    )
  })
})
