import { checkMachine, checkMeasures, type Json, type RecordState } from '@jiannuo/engine'
import { runExamples } from '@jiannuo/engine/testing'
import { describe, expect, it } from 'vitest'
import { addsOf, figureOf, play } from '../../testing/play.ts'
import { type Step, step } from '../example.ts'
import { buildingMeasures } from './buildings.measures.ts'
import { buildings } from './buildings.register.ts'

type Input = Readonly<Record<string, Json>>

const officer = ['buildingOfficer', 'lantai-dongmen'] as const
const sector = ['sector', 'lantai-commerce'] as const
const tower: Input = {
  name: '试验楼',
  code: 'B420199-009',
  kind: 'office',
  street: 'lantai-dongmen',
  sector: 'lantai-commerce',
  floorArea: 20_000,
  rentable: 10_000,
  completedOn: '2023-06-30',
}
const enter = (stage: string, more: Input = {}, at = '2025-01-06 09:00'): Step =>
  step(officer, stage === 'construction' ? 'enter' : `enter:${stage}`, at, stage, { ...tower, ...more })
const counts = {
  letArea: 9_000,
  firms: 50,
  registeredHere: 40,
  taxedHere: 30,
  aboveScale: 5,
  statedHere: 4,
  movedOut: 2,
}
const sweep = (at: string, more: Input = {}): Step =>
  step(officer, 'sweep', at, '', { ...counts, found: '正常。', sheets: ['f'], ...more })
const tax = (at: string, year: string, total: number, version = 'final'): Step =>
  step(['taxOfficer', 'lantai'], 'reportTax', at, '', { year, total, district: total / 4, version, tally: ['f'] })

const record = (steps: readonly Step[]): RecordState => play(buildings, steps).record
const value = (measure: string, records: readonly RecordState[], asked = {}) =>
  figureOf(buildingMeasures, buildings, records, measure, asked).value
const year = (number: string) => ({ from: `${number}-01`, to: `${number}-12` })

it.each(runExamples(buildings))('$title', ({ failures }) => expect(failures).toEqual([]))

it('is free of faults', () => {
  expect(checkMachine(buildings)).toEqual([])
  expect(checkMeasures(buildingMeasures, buildings)).toEqual([])
})

describe('Y135 space', () => {
  it('Y135 occupancy is let and used area over area to let, not rooms, and is worked out again from areas', () => {
    const one = record([enter('letting', { letArea: 6_000, selfUsed: 1_000 })])
    const two = record([enter('letting', { rentable: 30_000, letArea: 3_000 })])
    expect([one.fields['vacant'], one.fields['occupancy']]).toEqual([3_000, 0.7])
    expect([value('occupancy', [one, two]), value('vacancyRate', [one, two])]).toEqual([25, 75])
  })

  it('Y135 a building is operated from half let on, and full from 95 in a hundred; full ends with the share', () => {
    const half = play(buildings, [enter('letting', { letArea: 4_999 }), enter('operating', { letArea: 4_999 })])
    expect(half.refusals.map(({ code }) => code)).toEqual(['engine/already-open'])
    expect(() => record([enter('operating', { letArea: 4_999 })])).toThrow('no step opened a record')
    expect(record([enter('operating', { letArea: 5_000 })]).state).toBe('operating')
    const full = [enter('operating', { letArea: 9_500 })]
    expect(value('full', [record(full)])).toBe(1)
    expect(value('full', [record([...full, sweep('2025-03-03 09:00', { letArea: 9_499 })])])).toBe(0)
  })

  it('Y135 no more is let and used than there is, wherever it is said', () => {
    expect(() => record([enter('letting', { letArea: 9_000, selfUsed: 1_001 })])).toThrow('no step opened a record')
    const { refusals } = play(buildings, [enter('letting'), sweep('2025-03-03 09:00', { selfUsed: 1_001 })])
    expect(refusals.map(({ code }) => code)).toEqual(['area-over'])
  })
})

describe('Y136 where its firms are', () => {
  it('Y136 the rates are over the firms found in the building, those of the statistics over the firms above the line', () => {
    const swept = record([enter('letting'), sweep('2025-03-03 09:00', { virtual: 900 })])
    const never = record([enter('letting')])
    const rates = ['registrationRate', 'taxRate', 'statedRate', 'departureRate']
    expect(rates.map((id) => value(id, [swept, never]))).toEqual([80, 60, 80, 3.84615384615385])
    expect([value('firms', [swept]), value('virtual', [swept])]).toEqual([50, 900])
  })

  it('Y136 parts are no more than the whole', () => {
    const codes = (more: Input) =>
      play(buildings, [enter('letting'), sweep('2025-03-03 09:00', more)]).refusals.map(({ code }) => code)
    for (const more of [{ registeredHere: 51 }, { taxedHere: 51 }, { aboveScale: 51 }, { statedHere: 6 }])
      expect(codes(more)).toEqual(['firms-over'])
    expect(codes({})).toEqual([])
  })
})

describe('Y137 sweeps', () => {
  it('Y137 quarterly, monthly for a hundred-million one, and overdue is seen by the mark', () => {
    const plain = play(buildings, [enter('letting'), sweep('2025-03-03 09:00')], {}, '2025-06-05 09:00').record
    expect(plain.clocks['sweep']?.run.limit).toEqual({ value: 90, unit: 'day' })
    const big = record([
      enter('operating', { letArea: 6_000 }),
      tax('2025-01-20 09:00', '2024', 12_000),
      sweep('2025-02-10 09:00'),
    ])
    expect([big.state, big.clocks['keySweep']?.run.limit]).toEqual(['hundredMillion', { value: 30, unit: 'day' }])
    expect(big.clocks['sweep']?.run.stoppedAt).toBeDefined()
    expect([value('sweptOnTime', [plain]), value('sweptOnTime', [plain, big])]).toEqual([0, 50])
  })

  it('Y137 a sweep is checked by another person, and a new one is to be checked anew', () => {
    const verify = step(sector, 'verify', '2025-03-04 09:00', '', { way: 'onSite' })
    const checked = record([enter('letting'), sweep('2025-03-03 09:00'), verify])
    const anew = record([enter('letting'), sweep('2025-03-03 09:00'), verify, sweep('2025-05-06 09:00')])
    expect([value('verifiedRate', [checked]), value('verifiedRate', [anew])]).toEqual([100, 0])
  })
})

describe('Y138 tax', () => {
  const opened = enter('operating', { letArea: 6_000 }, '2023-01-03 09:00')
  const steps = [opened, tax('2024-01-22 09:00', '2023', 9_000), tax('2025-01-20 09:00', '2024', 11_000)]

  it('Y138 is of the year it was earned in, however late it is reported, for the two last years', () => {
    const one = record(steps)
    expect(['2023', '2024', '2025'].map((at) => value('tax', [one], year(at)))).toEqual([9_000, 11_000, 0])
    expect(value('districtTax', [one], year('2024'))).toBe(2_750)
    expect(value('yield', [one], year('2024'))).toBe(5_500)
    const mended = record([...steps, tax('2025-03-03 09:00', '2023', 9_200)])
    expect(['2023', '2024'].map((at) => value('tax', [mended], year(at)))).toEqual([9_200, 11_000])
  })

  it('Y138 a building is one of 亿元 by the year that came over the line, new in that year, and no more when both years are below', () => {
    const one = record(steps)
    expect([one.state, value('hundredMillion', [one])]).toEqual(['hundredMillion', 1])
    expect([value('newHundredMillion', [one], year('2024')), value('newHundredMillion', [one], year('2025'))]).toEqual([
      1, 0,
    ])
    const down = record([...steps, tax('2026-01-19 09:00', '2025', 8_000)])
    expect([down.state, down.fields['tier']]).toEqual(['hundredMillion', 'one'])
    const out = record([...steps, tax('2026-01-19 09:00', '2025', 8_000), tax('2027-01-18 09:00', '2026', 8_000)])
    expect([out.state, out.fields['tier'], value('hundredMillion', [out])]).toEqual(['operating', undefined, 0])
  })

  it.each([
    [9_999, [0, 0, 0]],
    [10_000, [1, 0, 0]],
    [50_000, [1, 1, 0]],
    [100_000, [1, 1, 1]],
  ])('Y138 %d counts in its tiers and those below', (total, expected) => {
    const one = record([opened, tax('2024-01-22 09:00', '2023', total)])
    expect(['hundredMillion', 'five', 'ten'].map((id) => value(id, [one]))).toEqual(expected)
  })

  it('Y138 every version is a reading of its own, and no field or row holds the tax of a firm', () => {
    const { office } = play(buildings, [
      opened,
      tax('2024-01-22 09:00', '2023', 9_000, 'preliminary'),
      tax('2024-03-01 09:00', '2023', 9_100),
    ])
    const read = office
      .entries()
      .flatMap(({ transition }) => transition.entry.events.filter(({ type }) => type === 'read'))
    expect(read).toMatchObject([
      { series: 'B420199-009', period: '2023', version: 'preliminary', value: 9_000 },
      { series: 'B420199-009', period: '2023', version: 'final', value: 9_100 },
    ])
    expect(Object.keys(buildings.fields['keyTenants']?.columns ?? {})).toEqual([
      'creditCode',
      'name',
      'floor',
      'standing',
    ])
  })
})

it('Y139 warnings of leaving run until the last is settled', () => {
  const warn = (at: string): Step => step(officer, 'warn', at, '', { firm: '甲', cause: 'rent', note: '拟迁。' })
  const settle = (at: string): Step => step(sector, 'settle', at, '', { firm: '甲', outcome: 'kept', note: '留下。' })
  const two = [enter('letting'), warn('2025-03-03 09:00'), warn('2025-03-04 09:00'), settle('2025-03-05 09:00')]
  expect([value('leaving', [record(two)]), record(two).clocks['retention']?.run.stoppedAt]).toEqual([1, undefined])
  const done = record([...two, settle('2025-03-06 09:00')])
  expect([value('leaving', [done]), done.clocks['retention']?.run.stoppedAt !== undefined]).toEqual([0, true])
})

it('Y139 buildings count for their street; those under construction are in no rate', () => {
  expect(addsOf(buildingMeasures, buildings, record([enter('construction')]))).toEqual([
    'all  lantai-dongmen 1',
    'taken 2025-01 lantai-dongmen 1',
  ])
})
