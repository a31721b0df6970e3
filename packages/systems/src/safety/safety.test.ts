import { alarmInput, alarmsOf, type Figure, scoreIndex } from '@jiannuo/engine'
import { describe, expect, it } from 'vitest'
import { figureOf, play } from '../../testing/play.ts'
import { step } from '../example.ts'
import { safetyExamples } from './safety.examples.ts'
import { safetyIndex } from './safety.index.ts'
import { safetyWarnings } from './safety.loop.ts'
import { safetyMeasures } from './safety.measures.ts'
import { safetyWatches } from './safety.watches.ts'

const plain = (value: number | undefined, base?: number): Figure => ({
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

/** A street's month: measure → value and base; what is not said is full marks. */
type Month = Readonly<Record<string, readonly [value: number, base?: number]>>

const FULL: Month = {
  'micro-grids.residents': [20_000],
  'disputes.registered': [12],
  'disputes.successRate': [98, 20],
  'disputes.relapseRate': [0, 20],
  'disputes.criminal': [0],
  'hazards.onTimeRate': [100, 20],
  'hotline.onTimeRate': [100, 50],
  'hotline.satisfactionRate': [98, 50],
  'micro-grids.staffedRate': [100, 40],
  'micro-grids.patrolRate': [100, 30],
}

const PERIODS = ['2026-01', '2026-02', '2026-03', '2026-04']

function scoresOf(months: readonly Month[]) {
  return scoreIndex(safetyIndex, {
    areas: ['lantai-beihe'],
    periods: PERIODS.slice(0, months.length),
    figure: (measure, _, __, period) => {
      const [value, base] = { ...FULL, ...months[PERIODS.indexOf(period)] }[measure] ?? []
      return value === undefined ? undefined : plain(value, base)
    },
    settings: {},
  })[0]
}

describe('index', () => {
  it('Y160 full marks in every part make 100 but for what is held against the own months, which is even', () => {
    const score = scoresOf([{}, {}, {}])
    expect(score?.parts.find(({ part }) => part === 'disputes')?.standard).toBe(80)
    expect(score?.score).toBeCloseTo(100 - 0.3 * 0.4 * 20, 6)
    expect(score?.band).toBe('green')
  })

  it('Y160 disputes are counted for ten thousand people, and a rise costs points', () => {
    const disputes = scoresOf([{}, {}, {}, { 'disputes.registered': [18] }])?.parts.find(
      ({ part }) => part === 'disputes',
    )
    expect(disputes).toMatchObject({ value: 9, standard: 0 })
    expect(disputes?.change).toBeLessThan(0)
  })

  it('Y161 a rate over fewer than five says nothing, and its weight goes to the others', () => {
    const score = scoresOf([{}, {}, { 'hazards.onTimeRate': [0, 4] }])
    expect(score?.parts.find(({ part }) => part === 'mended')).toMatchObject({
      weight: 0,
      missing: { why: 'small', rule: 'omit' },
    })
    expect(score?.score).toBeGreaterThan(95)
  })

  it('Y162 a quarrel that became a crime costs five points, four and more cost twenty', () => {
    const off = (cases: number) => scoresOf([{}, {}, { 'disputes.criminal': [cases] }])?.deductions[0]?.points
    expect([off(0), off(1), off(4), off(9)]).toEqual([0, 5, 20, 20])
  })
})

const LOW: Month = {
  'disputes.successRate': [60, 20],
  'hazards.onTimeRate': [70, 20],
  'hotline.onTimeRate': [85, 50],
  'hotline.satisfactionRate': [75, 50],
}

describe('warnings', () => {
  it('Y163 two months in a row in orange or red reach the run, and the watch opens a warning that the street can answer', () => {
    expect(scoresOf([{}, {}, LOW])?.runs).toEqual([{ run: 'low', months: 1, reached: false }])
    const low = scoresOf([{}, LOW, LOW])
    expect(low?.runs).toEqual([{ run: 'low', months: 2, reached: true }])
    const watch = safetyWatches.find(({ id }) => id === 'safety-low')
    if (watch === undefined) throw new Error('no watch')
    const [alarm] = alarmsOf(watch, {
      areas: ['lantai-beihe'],
      periods: ['2026-03'],
      point: () => ({ value: low?.score, runs: ['low'] }),
      settings: {},
    })
    if (alarm === undefined) throw new Error('no alarm')
    const input = alarmInput(watch, alarm, {}, '北河街道2026-03得分偏低')
    const { record } = play(safetyWarnings, [
      step(['peaceOffice', 'lantai'], 'warn', '2026-04-01 03:00', 'issued', input),
    ])
    expect(record).toMatchObject({ state: 'issued', lead: 'lantai-beihe', area: 'lantai-beihe' })
    expect(record.fields).toMatchObject({ watch: 'safety-low', kind: 'index', period: '2026-03' })
  })

  it('Y164 what is not mended in time is reminded and counted; who answered does not lift it', () => {
    const [, chase] = safetyExamples
    const { record, office, refusals } = play(safetyWarnings, chase?.steps ?? [])
    expect(record).toMatchObject({ state: 'lifted', urging: 'talked' })
    expect(record.fields['lateAt']).toBeDefined()
    expect(refusals.map(({ code }) => code)).toEqual(['own-answer'])
    const rate = figureOf(safetyMeasures, safetyWarnings, office.records(), 'inTimeRate')
    expect([rate.numerator, rate.base]).toEqual([0, 1])
  })

  it('Y165 a warning on wrong data is withdrawn, stays on record, and is in no figure', () => {
    const [, , mistaken] = safetyExamples
    const { record, office } = play(safetyWarnings, mistaken?.steps ?? [])
    expect(record.state).toBe('withdrawn')
    expect(figureOf(safetyMeasures, safetyWarnings, office.records(), 'issued').value).toBe(0)
  })
})
