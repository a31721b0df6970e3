import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { patrol, patrolMeasures } from '../../testing/patrol.ts'
import { quietIndex, quietInput } from '../../testing/quiet.ts'
import { type Edit, spoil } from '../../testing/spoil.ts'
import {
  catalogue,
  DefinitionError,
  defineIndex,
  type Figure,
  type Index,
  type IndexInput,
  scoreIndex,
} from '../index.ts'

/** Figures of an area in a month: rate, its base, open, finished. */
type Cells = Readonly<Record<string, readonly [rate: number | undefined, base: number, open: number, finished: number]>>

const figureOf = (value: number | undefined, base?: number): Figure => ({
  measure: '',
  title: '',
  unit: '',
  decimals: 0,
  additivity: 'recomputed',
  value,
  adjusted: value,
  numerator: undefined,
  base,
  adjustedNumerator: undefined,
  adjustedBase: base,
  excluded: 0,
  parts: [],
})

function inputOf(months: readonly Cells[]): IndexInput {
  const periods = months.map((_, at) => `2026-0${at + 1}`)
  return {
    areas: Object.keys(months.at(-1) ?? {}),
    periods,
    figure: (measure, _, area, period) => {
      const cells = months[periods.indexOf(period)]?.[area]
      if (cells === undefined) return undefined
      const [rate, base, open, finished] = cells
      if (measure === 'patrol.inTimeRate') return figureOf(rate, base)
      return figureOf(measure === 'patrol.open' ? open : finished)
    },
    settings: {},
  }
}

const scored = (months: readonly Cells[], index: Index = quietIndex) => scoreIndex(index, inputOf(months))
const variant = (...edits: readonly Edit[]): Index => defineIndex(spoil(quietInput, ...edits), patrol)

const MONTHS: readonly Cells[] = [
  { east: [80, 10, 2, 100], west: [60, 10, 4, 100] },
  { east: [90, 10, 2, 100], west: [60, 10, 4, 100] },
  { east: [75, 10, 2, 110], west: [55, 10, 6, 60] },
]

describe('scores', () => {
  it('E130 weighs parts within their group and groups within the whole, and takes deductions off', () => {
    const [east, west] = scored(MONTHS)
    // east: rate 50 points, open best of the two 100, trend +10 % of a span of 50: 80 + 20 × 0.2 = 84.
    expect(east?.parts.map(({ standard, weight, points }) => [standard, weight, points])).toEqual([
      [50, 0.3, 15],
      [100, 0.3, 30],
      [84, 0.4, 33.6],
    ])
    expect(east?.score).toBe(76.6)
    expect(east?.deductions).toEqual([{ deduction: 'open', value: 2, points: 2 }])
    // west: rate 10, open worst 0, trend −40 %: 80 × 0.2 = 16; six open ones cost at most three points.
    expect(west?.parts.map(({ standard }) => standard)).toEqual([10, 0, 16])
    expect([west?.score, west?.deductions[0]?.points]).toEqual([6.4, 3])
    expect([east?.rank, west?.rank, east?.band, west?.band]).toEqual([1, 2, 'yellow', 'red'])
  })

  it('E131 a part without a value is left out, neutral, nothing, or carried over, as the index says; small numbers are none', () => {
    const months: readonly Cells[] = [
      { east: [80, 10, 2, 100], west: [60, 10, 4, 100] },
      { east: [80, 3, 2, 0], west: [undefined, 0, 4, 100] },
    ]
    const [east, west] = scored(months)
    const parts = (area: typeof east) => area?.parts.map(({ standard, weight, missing }) => [standard, weight, missing])
    expect(parts(east)).toEqual([
      [undefined, 0, { why: 'small', rule: 'omit' }],
      // Nobody to divide by: sixty points.
      [60, 0.6, { why: 'none', rule: 'neutral' }],
      [0, 0.4, undefined],
    ])
    expect(parts(west)?.[0]).toEqual([undefined, 0, { why: 'none', rule: 'omit' }])
    const carrying = scored(months, variant(['parts[0].missing', 'carry']))
    expect(carrying[0]?.parts[0]).toMatchObject({ standard: 60, weight: 0.3 })
    expect(scored(months, variant(['parts[0].missing', 'zero']))[0]?.parts[0]).toMatchObject({
      standard: 0,
      weight: 0.3,
    })
    // A first month has nothing to be held against and nothing to carry: its group leaves its weight to the other.
    expect(scored(months.slice(0, 1))[0]?.parts.map(({ weight }) => weight)).toEqual([0.5, 0.5, 0])
  })

  it('E132 says what the score would be without each part, and what each moved since the month before', () => {
    const [east] = scored(MONTHS)
    const [before] = scored(MONTHS.slice(0, 2))
    expect(east?.change).toBeCloseTo((east?.score ?? 0) - (before?.score ?? 0), 9)
    const moved = east?.parts.reduce((sum, { change }) => sum + (change ?? 0), 0) ?? 0
    expect(moved).toBeCloseTo(east?.change ?? 0, 9)
    // Without the rate the group is the open ones alone: 0.6 × 100 + 0.4 × 84 − 2.
    expect(east?.parts[0]?.without).toBeCloseTo(91.6, 9)
  })

  it('E133 counts months in a row in the bands of a run, by scores as they are shown', () => {
    const poor: Cells = { east: [75, 10, 2, 110], west: [55, 10, 6, 60] }
    const runs = (months: readonly Cells[]) => scored(months).map(({ runs: [run] }) => [run?.months, run?.reached])
    expect(runs([poor])).toEqual([
      [0, false],
      [1, false],
    ])
    expect(runs([poor, poor])).toEqual([
      [0, false],
      [2, true],
    ])
    expect(runs([poor, { ...poor, west: [100, 10, 0, 200] }, poor])[1]).toEqual([1, false])
    const edge = variant(['bands[1].from', { const: 76.6 }], ['decimals', 0])
    expect(scored(MONTHS, edge)[0]?.band).toBe('yellow')
  })

  it('E134 areas that are alike share a rank, and peers that are alike all get all', () => {
    const alike: Cells = { east: [80, 10, 2, 100], west: [80, 10, 2, 100], north: [60, 10, 2, 100] }
    const scores = scored([alike, alike])
    expect(scores.map(({ rank }) => rank)).toEqual([1, 1, 3])
    expect(scores.map(({ parts }) => parts[1]?.standard)).toEqual([100, 100, 100])
  })

  it('E130 E132 weights add up to one, points to the score, whatever is missing', () => {
    const cells = fc.tuple(
      fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
      fc.integer({ min: 0, max: 12 }),
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: 0, max: 50 }),
    )
    const month = fc.record({ east: cells, west: cells, north: cells })
    fc.assert(
      fc.property(fc.array(month, { minLength: 1, maxLength: 4 }), (months) => {
        for (const { score, parts, deductions } of scored(months)) {
          const counted = parts.filter(({ standard }) => standard !== undefined)
          for (const { standard = 0 } of counted) expect(standard >= 0 && standard <= 100).toBe(true)
          if (counted.length === 0) {
            expect(score).toBeUndefined()
            continue
          }
          const sum = (of: readonly number[]) => of.reduce((total, one) => total + one, 0)
          expect(sum(counted.map(({ weight }) => weight))).toBeCloseTo(1, 9)
          const off = sum(deductions.map(({ points }) => points))
          expect(Math.max(0, sum(counted.map(({ points }) => points)) - off)).toBeCloseTo(score ?? -1, 6)
        }
      }),
      { seed: 7 },
    )
  })
})

describe('indexes as definitions', () => {
  const faults = (...edits: readonly Edit[]): readonly string[] => {
    try {
      catalogue({ machines: [patrol], measures: [patrolMeasures], indexes: [variant(...edits)] })
      return []
    } catch (error) {
      if (!(error instanceof DefinitionError)) throw error
      return error.problems.map(({ code, path }) => `${path} ${code}`)
    }
  }

  it('E135 names every fault at once, with its place', () => {
    expect(faults()).toEqual([])
    expect(
      faults(
        ['parts[0].group', 'none'],
        ['parts[1].id', 'rate'],
        ['parts[1].weight', { fact: 'lead' }],
        ['parts[2].standard.span', { setting: 'nowhere' }],
        ['bands[2].from', { const: 5 }],
        ['runs[0].bands', ['blue']],
        ['decimals', 9],
        ['basis', []],
        ['deductions[0].says', ' '],
      ),
    ).toEqual([
      'basis engine/no-basis',
      'decimals engine/bad-decimals',
      'parts[0].group engine/unknown-group',
      'parts[1].id engine/part-twice',
      'parts[1].weight engine/looks-outside',
      'parts[2].standard.span engine/unknown-setting',
      'deductions[0].says engine/empty-text',
      'bands[2].from engine/bands-end',
      'runs[0].bands engine/unknown-band',
    ])
    expect(faults(['parts[0].measure', 'patrol.nothing'], ['parts[1].per.measure', 'x.y'])).toEqual([
      'indexes[0].parts[0].measure engine/unknown-measure',
      'indexes[0].parts[1].per.measure engine/unknown-measure',
    ])
  })
})
