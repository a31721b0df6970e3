import type { Json, RecordState } from '@jiannuo/engine'
import { describe, expect, it } from 'vitest'
import { figureOf, play } from '../../testing/play.ts'
import { type Step, step } from '../example.ts'
import { innovationFirmMeasures } from './firms.measures.ts'
import { innovationFirms } from './firms.register.ts'
import { type TitleId, titleIds } from './firms.titles.ts'

type Input = Readonly<Record<string, Json>>

const sector = ['sector', 'lantai-industry'] as const
const lab: Input = {
  name: '试验企业',
  creditCode: '91420199MA4KA1B2C3',
  field: 'information',
  street: 'lantai-dongmen',
  sector: 'lantai-industry',
  age: 1,
  staff: 500,
  techStaffShare: 10,
  revenue: 20_000,
  assets: 20_000,
  rd: 100,
  rdShare: 4,
  highTechShare: 60,
  ownRights: 1,
  smeScore: 60,
  nicheYears: 2,
  specialisedScore: 60,
  growth: 20,
}
const enter = (more: Input = {}): Step =>
  step(['streetClerk', 'lantai-dongmen'], 'enter', '2022-01-04 09:00', '', { ...lab, ...more })
const award = (at: string, id: TitleId, until: string): Step =>
  step(sector, `award-${id}`, at, '', { from: '2021-12-01', until, document: ['f'] })
const renew = (at: string, title: TitleId, until: string): Step =>
  step(sector, 'renew', at, '', { title, from: '2021-12-01', until, document: ['f'] })
const leave = (at: string): Step => step(sector, 'leave', at, '', { reason: 'moved' })
const record = (steps: readonly Step[], until?: string): RecordState =>
  play(innovationFirms, [enter(), ...steps], {}, until).record
const value = (measure: string, records: readonly RecordState[], asked = {}) =>
  figureOf(innovationFirmMeasures, innovationFirms, records, measure, asked).value
const inYear = (year: number) => ({ from: `${year}-01`, to: `${year}-12` })

describe('Y140 titles and stages', () => {
  it('Y140 a firm holds many titles and stands where the highest puts it, in whatever order they came', () => {
    const steps = [
      award('2022-02-07 09:00', 'giant', '2025-01-31'),
      award('2022-02-08 09:00', 'sme', '2022-12-31'),
      award('2022-03-07 09:00', 'highTech', '2025-02-28'),
    ]
    const one = record(steps)
    expect(one.state).toBe('giant')
    expect([value('titled', [one]), value('titles', [one])]).toEqual([1, 3])
    expect(['at-giant', 'at-highTech', 'at-sme'].map((id) => value(id, [one]))).toEqual([1, 0, 0])
  })

  it('Y140 a title lapses by itself at the end of its last day, and the firm falls to the highest that is left', () => {
    const steps = [
      award('2022-02-07 09:00', 'highTech', '2024-10-01'),
      award('2022-02-08 09:00', 'gazelle', '2024-03-31'),
      award('2022-02-08 10:00', 'specialised', '2024-06-30'),
    ]
    const at = (until: string) => record(steps, until).state
    expect(['2024-03-31 23:59', '2024-04-01 00:01', '2024-06-30 23:59', '2024-07-01 00:01'].map(at)).toEqual([
      'growing',
      'growing',
      'growing',
      'highTech',
    ])
    // A certificate ends on its day, holiday or not.
    expect(['2024-10-01 23:59', '2024-10-02 00:01'].map(at)).toEqual(['highTech', 'potential'])
    expect(value('gazelle', [record(steps, '2024-04-01 00:01')])).toBe(0)
  })

  it('Y140 with a title its conditions are checked, without one it is tutored', () => {
    const running = ({ clocks }: RecordState) =>
      ['tutoring', 'review'].filter((id) => clocks[id] !== undefined && clocks[id].run.stoppedAt === undefined)
    const steps = [award('2022-02-07 09:00', 'sme', '2022-12-31')]
    expect([record([]), record(steps), record(steps, '2023-01-01 00:01')].map(running)).toEqual([
      ['tutoring'],
      ['review'],
      ['tutoring'],
    ])
  })
})

describe('Y141 terms', () => {
  const steps = [award('2022-02-07 09:00', 'highTech', '2025-01-31')]

  it('Y141 half a year before its end a title is soon due, until it is renewed; a year and a quarter before it is told as well', () => {
    const due = (more: readonly Step[], until: string) => value('highTechDue', [record([...steps, ...more], until)])
    expect([due([], '2024-08-01 00:00'), due([], '2024-08-06 00:00')]).toEqual([0, 1])
    expect(due([renew('2024-12-02 09:00', 'highTech', '2027-11-30')], '2025-02-01 00:00')).toBe(0)
    const reached = record(steps, '2025-01-31 12:00').clocks['highTechTerm']?.reached
    expect(reached).toEqual(['year', 'half', 'quarter'])
  })

  it('Y141 renewed in time it goes on; won back after it lapsed it is no new title and no loss', () => {
    const onward = record([...steps, renew('2024-12-02 09:00', 'highTech', '2027-11-30')], '2025-03-01 00:00')
    const lost = record(steps, '2025-03-01 00:00')
    const back = record([...steps, award('2025-04-01 09:00', 'highTech', '2028-03-31')], '2025-05-01 00:00')
    expect([onward, lost, back].map(({ state }) => state)).toEqual(['highTech', 'potential', 'highTech'])
    const net = (year: number) => [onward, lost, back].map((one) => value('highTechNet', [one], inYear(year)))
    expect([net(2022), net(2025)]).toEqual([
      [1, 1, 1],
      [0, -1, 0],
    ])
    expect(value('highTechNew', [back], inYear(2025))).toBe(0)
    expect(value('highTechRenewalRate', [lost, back], inYear(2025))).toBe(50)
  })

  it('Y141 who leaves takes its titles out of the figures, in the month of leaving', () => {
    const gone = record([...steps, leave('2023-05-08 09:00')], '2026-01-01 00:00')
    expect([value('highTech', [gone]), value('highTechNet', [gone], inYear(2023))]).toEqual([0, -1])
    expect(value('highTechNew', [gone], inYear(2022))).toBe(1)
  })
})

describe('Y142 conditions', () => {
  const codes = (title: TitleId, more: Input) =>
    play(innovationFirms, [
      enter(more),
      step(sector, 'apply', '2022-02-07 09:00', '', { title, batch: '2022' }),
    ]).refusals.map(({ code }) => code)

  it.each<[TitleId, Input]>([
    ['sme', { staff: 501 }],
    ['sme', { revenue: 20_001 }],
    ['sme', { assets: 20_001 }],
    ['sme', { smeScore: 59 }],
    ['highTech', { age: 0.9 }],
    ['highTech', { ownRights: 0 }],
    ['highTech', { techStaffShare: 9.9 }],
    ['highTech', { highTechShare: 59.9 }],
    ['highTech', { accident: true }],
    ['highTech', { rdShare: 3.9 }],
    ['highTech', { revenue: 4_999, rdShare: 4.9 }],
    ['highTech', { revenue: 20_001, rdShare: 2.9 }],
    ['gazelle', { growth: 19 }],
    ['specialised', { nicheYears: 1 }],
    ['specialised', { rd: 99 }],
    ['specialised', { rdShare: 2.9 }],
    ['specialised', { revenue: 999 }],
    ['specialised', { specialisedScore: 59 }],
  ])('Y142 %s is not applied for with %o', (title, more) => {
    expect(codes(title, more)).toEqual([`${title}-unmet`])
  })

  it.each<[TitleId, Input]>([
    ['sme', {}],
    ['highTech', {}],
    ['highTech', { revenue: 4_999, rdShare: 5 }],
    ['highTech', { revenue: 20_001, rdShare: 3 }],
    ['gazelle', {}],
    ['specialised', { revenue: 1_000 }],
    ['specialised', { revenue: 0, newEquity: 2_000 }],
    ['specialised', { specialisedScore: 0, directPass: true }],
    ['species', {}],
  ])('Y142 %s is applied for with %o', (title, more) => {
    expect(codes(title, more)).toEqual([])
  })

  it('Y142 the national title asks for the provincial one in force', () => {
    expect(codes('giant', {})).toEqual(['giant-unmet'])
    const apply = step(sector, 'apply', '2022-03-07 09:00', '', { title: 'giant', batch: '2022' })
    const held = play(innovationFirms, [enter(), award('2022-02-07 09:00', 'specialised', '2024-12-31'), apply])
    expect(held.refusals).toEqual([])
  })
})

describe('Y143 no firm twice', () => {
  const both = record([
    award('2022-02-07 09:00', 'specialised', '2025-01-31'),
    award('2023-02-06 09:00', 'giant', '2026-01-31'),
  ])
  const provincial = record([award('2022-02-07 09:00', 'specialised', '2025-01-31')])
  const national = record([award('2023-02-06 09:00', 'giant', '2026-01-31')])

  it('Y143 provincial and national are told apart, and counted once where they are counted together', () => {
    const all = [both, provincial, national]
    expect(['specialised', 'giant', 'specialisedOrAbove', 'national'].map((id) => value(id, all))).toEqual([2, 2, 3, 2])
    const added = [2022, 2023].map((year) => value('newSpecialisedOrAbove', all, inYear(year)))
    expect(added).toEqual([2, 1])
  })

  it('Y143 the stages add up to the firms of the library', () => {
    const all = [both, provincial, national, record([])]
    const stages = ['potential', 'sme', 'highTech', 'growing', 'giant', 'newSpecies']
    const sum = stages.reduce((total, id) => total + (value(`at-${id}`, all) ?? 0), 0)
    expect([sum, value('inLibrary', all), titleIds.length]).toEqual([4, 4, 6])
  })
})

it('Y144 the rate of applications that passed is over those of the same months', () => {
  const apply = (at: string): Step => step(sector, 'apply', at, '', { title: 'highTech', batch: '2022' })
  const passed = record([apply('2022-06-06 09:00'), award('2022-12-05 09:00', 'highTech', '2025-11-30')])
  const waits = record([apply('2022-06-06 09:00')])
  const rejected = record([
    apply('2022-06-06 09:00'),
    step(sector, 'reject', '2022-10-10 09:00', '', { note: '材料不符。' }),
  ])
  const figure = figureOf(innovationFirmMeasures, innovationFirms, [passed, waits, rejected], 'passRate', {
    from: '2022-06',
    to: '2022-06',
  })
  expect([figure.numerator, figure.base]).toEqual([1, 3])
  expect(passed.clocks['application']?.run.stoppedAt).toBeDefined()
})
