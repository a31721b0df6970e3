import { describe, expect, it } from 'vitest'
import { patrolMeasures, patrolMeasuresInput } from '../../testing/patrol.ts'
import { spoil } from '../../testing/spoil.ts'
import {
  addFigures,
  type CounterPair,
  countersOf,
  evaluateFigure,
  type Figure,
  type Measures,
  type Settings,
} from '../index.ts'

const SUMS: Readonly<Record<string, CounterPair>> = {
  'patrol.finished': { raw: 9, adjusted: 8 },
  'patrol.inTime': { raw: 6, adjusted: 6 },
  'patrol.solved': { raw: 5, adjusted: 4 },
  'patrol.content': { raw: 3, adjusted: 2 },
  'patrol.open': { raw: 4, adjusted: 4 },
}
const sumsOf = (sums: typeof SUMS) => (counter: string) => sums[counter] ?? { raw: 0, adjusted: 0 }
const figure = (id: string, sums = SUMS, settings: Settings = {}, measures: Measures = patrolMeasures): Figure =>
  evaluateFigure(measures, id, sumsOf(sums), settings)

describe('figures', () => {
  it('E107 a rate comes with its numerator, its base and the counters it is made of, raw and adjusted side by side', () => {
    expect(figure('inTimeRate')).toEqual({
      measure: 'inTimeRate',
      title: '按时率',
      unit: '%',
      decimals: 1,
      additivity: 'recomputed',
      value: 66.6666666666667,
      adjusted: 75,
      numerator: 6,
      base: 9,
      adjustedNumerator: 6,
      adjustedBase: 8,
      excluded: 1,
      parts: [
        { counter: 'patrol.inTime', title: '按时数', raw: 6, adjusted: 6 },
        { counter: 'patrol.finished', title: '完成数', raw: 9, adjusted: 8 },
      ],
    })
  })

  it('E107 a share is multiplied by a hundred once: in its own unit, not where another measure uses it', () => {
    expect(figure('inTimeRate').value).toBe(66.6666666666667)
    expect(figure('score')).toMatchObject({ unit: '分', value: 66.6666666666667, adjusted: 75, numerator: 6, base: 9 })
    expect(figure('mean').value).toBeCloseTo(6 / 9 - 6.5 / 9, 12)
  })

  it('E107 weights are read when the figure is asked for', () => {
    expect(figure('solvedRate')).toMatchObject({ numerator: 6.5, base: 9, adjustedNumerator: 5, adjusted: 62.5 })
    expect(figure('solvedRate', SUMS, { weight: 1 })).toMatchObject({ numerator: 8, adjusted: 75 })
    expect(figure('solvedRate', SUMS, { weight: '半' })).toMatchObject({
      value: undefined,
      numerator: undefined,
      base: 9,
    })
  })

  it('E107 a base of 0 gives no value, never NaN, and no score made of it', () => {
    for (const id of ['inTimeRate', 'solvedRate', 'score', 'mean']) {
      const empty = figure(id, {})
      expect([empty.value, empty.adjusted]).toEqual([undefined, undefined])
      expect(empty.excluded).toBe(0)
    }
    expect(figure('inTimeRate', {})).toMatchObject({ numerator: 0, base: 0 })
    const gone = figure('inTimeRate', {
      'patrol.finished': { raw: 2, adjusted: 0 },
      'patrol.inTime': { raw: 1, adjusted: 0 },
    })
    expect(gone).toMatchObject({ value: 50, adjusted: undefined, excluded: 2 })
  })

  it('E107 a count has no base; what is excluded is the difference', () => {
    expect(figure('finished')).toMatchObject({
      value: 9,
      adjusted: 8,
      numerator: undefined,
      base: undefined,
      excluded: 1,
    })
  })

  it('E107 what is made of several ratios has no base of its own', () => {
    expect(figure('mean')).toMatchObject({ numerator: undefined, base: undefined })
    const two = {
      ...patrolMeasures,
      ...spoil(patrolMeasuresInput(), ['measures[4].formula.times[2]', { measure: 'solvedRate' }]),
    }
    expect(figure('score', SUMS, {}, two)).toMatchObject({ numerator: undefined, base: undefined })
    expect(figure('score', SUMS, {}, two).value).toBeCloseTo((100 * 6 * 6.5) / 81, 10)
  })

  it('E107 plus and minus, and no binary noise', () => {
    const formula = (value: unknown) => ({
      ...patrolMeasures,
      ...spoil(patrolMeasuresInput(), ['measures[0].formula', value as never]),
    })
    const of = (value: unknown) => figure('finished', SUMS, {}, formula(value)).value
    expect(of({ plus: [{ value: { const: 0.1 } }, { value: { const: 0.2 } }] })).toBe(0.3)
    expect(of({ minus: [{ counter: 'finished' }, { counter: 'open' }] })).toBe(5)
    expect(of({ minus: [{ counter: 'finished' }, { value: { const: null } }] })).toBeUndefined()
    expect(of({ plus: [{ value: { setting: 'gone' } }, { counter: 'open' }] })).toBeUndefined()
    expect(of({ times: [] })).toBe(1)
    expect(of({ measure: 'gone' })).toBeUndefined()
  })

  it('E107 the counters of a measure, through the measures it is made of, each once', () => {
    expect(countersOf(patrolMeasures, 'mean')).toEqual(['inTime', 'finished', 'solved', 'content'])
    expect(countersOf(patrolMeasures, 'gone')).toEqual([])
    const lost = { ...patrolMeasures, ...spoil(patrolMeasuresInput(), ['measures[4].formula', { measure: 'gone' }]) }
    expect(countersOf(lost, 'score')).toEqual([])
  })

  it('E107 a measure that there is not is a slip of the caller', () => {
    expect(() => figure('gone')).toThrow(RangeError)
  })
})

describe('adding figures up', () => {
  const code = (...args: Parameters<typeof addFigures>): string => {
    const added = addFigures(...args)
    return added.ok ? 'ok' : (added.problems[0]?.code ?? '')
  }

  it('E109 counts add up over units and over periods, with their parts', () => {
    const other = figure('finished', { 'patrol.finished': { raw: 3, adjusted: 3 } })
    for (const over of ['units', 'periods'] as const) {
      const added = addFigures([figure('finished'), other], over)
      if (!added.ok) throw new Error('refused')
      expect(added.value).toMatchObject({ value: 12, adjusted: 11, excluded: 1, parts: [{ raw: 12, adjusted: 11 }] })
    }
  })

  it('E109 stocks add up over units alone', () => {
    expect(code([figure('open'), figure('open')], 'units')).toBe('ok')
    expect(code([figure('open'), figure('open')], 'periods')).toBe('engine/stock-over-periods')
  })

  it('E109 rates and scores never add up', () => {
    for (const id of ['inTimeRate', 'score', 'mean'])
      for (const over of ['units', 'periods'] as const)
        expect(code([figure(id), figure(id)], over)).toBe('engine/not-additive')
  })

  it('E109 different measures do not add up, and none gives nothing', () => {
    expect(code([figure('finished'), figure('open')], 'units')).toBe('engine/figures-differ')
    expect(code([], 'units')).toBe('engine/no-figures')
  })

  it('E109 one that cannot be said makes the sum unsaid', () => {
    const unsaid: Figure = { ...figure('finished'), value: undefined, parts: [] }
    const added = addFigures([figure('finished'), unsaid], 'units')
    expect(added.ok && added.value).toMatchObject({ value: undefined, adjusted: 16, parts: [{ raw: 0, adjusted: 0 }] })
  })
})
