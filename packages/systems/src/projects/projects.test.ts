import type { RecordState } from '@jiannuo/engine'
import { describe, expect, it } from 'vitest'
import { figureOf, type Played, play } from '../../testing/play.ts'
import { as, type Step, step, told } from '../example.ts'
import {
  approving,
  clerk,
  entering,
  enteringStatistics,
  head,
  type Input,
  office,
  paper,
  reportingStart,
  reserving,
  underWay,
  verifyingStart,
} from './examples-people.ts'
import { projectMeasures } from './projects.measures.ts'
import { projects } from './projects.register.ts'

const run = (steps: readonly Step[], until?: string, settings = {}): Played => play(projects, steps, settings, until)
const codes = (steps: readonly Step[], settings = {}) =>
  run(steps, undefined, settings).refusals.map(({ code }) => code)
const value = (measure: string, records: readonly RecordState[], asked = {}) =>
  figureOf(projectMeasures, projects, records, measure, asked).value
const toPreparing = (more: Input = {}): readonly Step[] => [
  entering('2025-03-03 10:00', more),
  reserving('2025-04-02 10:00'),
  approving('2025-06-10 10:00'),
]
const take = (at: string, period: string, added: number, yearToDate: number): Step =>
  told('take', at, 'building', { period, periodYear: Number(period.slice(0, 4)), added, yearToDate, sinceStart: 9000 })
const plan = (year: number, yearPlan: number, at = '2025-10-08 10:00'): Step =>
  step(office, 'setPlan', at, 'building', { year, yearPlan, curve: [{ month: `${year}-10`, planned: yearPlan }] })

describe('Y115 entry to the reserve library', () => {
  it.each([
    ['industry', 5000],
    ['infrastructure', 3000],
    ['livelihood', 1000],
  ])('Y115 %s comes in from %d on', (kind, size) => {
    const state = (totalInvestment: number) =>
      run([entering('2025-03-03 10:00', { kind, totalInvestment }), reserving('2025-04-02 10:00')]).record.state
    expect([state(size), state(size - 1)]).toEqual(['reserve', 'idea'])
  })

  it('Y115 another size is a setting; below the line of ideas nothing is entered', () => {
    const steps = [entering('2025-03-03 10:00', { totalInvestment: 4000 }), reserving('2025-04-02 10:00')]
    expect(run(steps, undefined, { kinds: { industry: { title: '产业', size: 4000 } } }).record.state).toBe('reserve')
    expect(() => run([entering('2025-03-03 10:00', { totalInvestment: 499 })])).toThrow('no step opened a record')
  })

  it('Y115 sent back to the ideas it counts no more as reserved', () => {
    const back = step(office, 'return:idea', '2025-05-06 10:00', 'idea', { reason: '用地未落实。' })
    const { record } = run([entering('2025-03-03 10:00'), reserving('2025-04-02 10:00'), back])
    expect(['idea', 'reserve', 'reserved'].map((id) => value(id, [record]))).toEqual([1, 0, 0])
  })
})

describe('Y116 levels', () => {
  const change = (more: Input) => step(office, 'change', '2025-03-04 10:00', 'idea', more)
  const level = ({ municipal = false, ...more }: Input) =>
    run([entering('2025-03-03 10:00', more), change({ municipal })]).record
  const all = [
    level({ municipal: true, totalInvestment: 26000 }),
    level({ municipal: true, totalInvestment: 6000 }),
    level({ totalInvestment: 10000 }),
    level({ totalInvestment: 9999 }),
  ]

  it('Y116 a project has one level, the highest it reaches, and levels add up to the whole', () => {
    expect(all.map(({ fields }) => fields['level'])).toEqual(['municipal', 'municipal', 'large', 'district'])
    expect(['municipal', 'large', 'district', 'listed'].map((id) => value(id, all))).toEqual([2, 1, 1, 4])
    expect(value('listedInvestment', all)).toBe(26000 + 6000 + 10000 + 9999)
  })

  it('Y116 those of a hundred million and more are told with the municipal ones among them', () => {
    expect([value('hundredMillion', all), value('hundredMillionInvestment', all)]).toEqual([2, 36000])
  })

  it('Y116 a unit changes neither the investment nor the list that its project is on', () => {
    const own = step(clerk, 'change', '2025-03-04 10:00', 'idea', { totalInvestment: 12000 })
    const filled = step(clerk, 'supplement', '2025-03-04 10:00', 'idea', { totalInvestment: 12000 })
    expect(codes([entering('2025-03-03 10:00'), own, filled])).toEqual(['engine/not-permitted', 'engine/bad-input'])
    expect(() => run([entering('2025-03-03 10:00', { municipal: true })])).toThrow('no step opened')
  })

  it('Y116 the level follows a change of the investment', () => {
    const { record } = run([
      entering('2025-03-03 10:00', { totalInvestment: 9000 }),
      change({ totalInvestment: 12000 }),
    ])
    expect(record.fields['level']).toBe('large')
  })
})

describe('Y117 a start is what was seen on the site', () => {
  it.each([
    ['foundation', []],
    ['equipment', []],
    ['clearing', ['no-real-works']],
    ['temporary', ['no-real-works']],
    ['ceremony', ['no-real-works']],
  ])('Y117 %s', (startWorks, refused) => {
    expect(codes([...toPreparing(), reportingStart('2025-09-15 09:00', { startWorks })])).toEqual(refused)
  })

  it('Y117 no start before the permit, none to come, none without pictures', () => {
    const report = (more: Input) => codes([...toPreparing(), reportingStart('2025-09-15 09:00', more)])
    expect(report({ permitOn: '2025-09-16' })).toEqual(['before-permit'])
    expect(report({ startedOn: '2025-09-16' })).toEqual(['day-to-come'])
    expect(report({ photos: [] })).toEqual(['engine/bad-input'])
  })

  it('Y117 reported is not started: it counts once another person has seen it', () => {
    const reported = [...toPreparing(), as('何川', reportingStart('2025-09-15 09:00'))]
    expect(value('started', [run(reported).record])).toBe(0)
    expect(codes([...reported, as('何川', verifyingStart('2025-09-16 09:00'))])).toEqual(['second-person'])
    const { record } = run([...reported, verifyingStart('2025-10-09 09:00')])
    expect([value('started', [record], { from: '2025-10', to: '2025-10' }), value('works', [record])]).toEqual([1, 1])
  })

  it('Y117 a start taken back is in no figure of starts, and counts as a false one', () => {
    const revoke = step(office, 'revokeStart', '2025-11-05 09:00', 'preparing', {
      finding: 'noWork',
      reason: '没有施工。',
      site: paper('d'),
    })
    const { record } = run([...underWay, revoke])
    expect(['started', 'works', 'reserve', 'falseStarts'].map((id) => value(id, [record]))).toEqual([0, 0, 1, 1])
    expect(record.clocks['statEntry']?.run.stoppedAt).toBeDefined()
  })

  it('Y117 missing papers are no false start', () => {
    const reject = step(office, 'rejectStart', '2025-09-16 09:00', 'preparing', {
      finding: 'noPermit',
      reason: '缺件。',
    })
    expect(value('falseStarts', [run([...toPreparing(), reportingStart('2025-09-15 09:00'), reject]).record])).toBe(0)
  })
})

describe('Y118 starts by the planned day', () => {
  const started = (startedOn: string, verified: string) =>
    run([...toPreparing(), reportingStart(`${startedOn} 09:00`), verifyingStart(`${verified} 09:00`)]).record

  it('Y118 the day of the works decides, not the day on which the office came', () => {
    const inTime = started('2025-09-19', '2025-09-24')
    const late = started('2025-09-22', '2025-09-24')
    expect([value('startRate', [inTime]), value('startRate', [late])]).toEqual([100, 0])
    expect(value('startRate', [inTime, late])).toBe(50)
  })

  it('Y118 what has not begun is missed in the month of its day; a new day does not undo that', () => {
    const again = step(office, 'reschedule', '2025-10-09 10:00', 'preparing', {
      plannedStart: '2025-12-01',
      plannedEnd: '2026-12-31',
      reason: '延后。',
      approval: '批复',
    })
    const { record } = run([...toPreparing(), again], '2025-10-10 09:00')
    expect(value('startMissed', [record], { from: '2025-09', to: '2025-09' })).toBe(1)
    expect(run(toPreparing(), '2025-09-20 23:00').record.fields['startOverdueAt']).toBeUndefined()
  })

  it('Y118 it is told 15 days before, on the day, and to the leaders after 90 days', () => {
    const messages = run(toPreparing(), '2025-12-31 09:00')
      .office.entries()
      .flatMap(({ transition }) =>
        transition.effects.flatMap((e) => (e.type === 'notify' ? [`${e.role} ${e.message}`] : [])),
      )
    expect(messages).toContain('unitLead start-soon')
    expect(messages).toContain('projectOffice start-due')
    expect(messages).toContain('leader start-red')
  })
})

describe('Y119 into the statistics, then figures', () => {
  it('Y119 yellow after a month, red after two, and late for good', () => {
    const { record } = run(underWay, '2025-11-24 09:00')
    expect(record.clocks['statEntry']?.reached).toEqual(['yellow', 'due'])
    expect([value('entryMissed', [record]), value('notEntered', [record]), value('entryRate', [record])]).toEqual([
      1, 1, 0,
    ])
    const entered = run([...underWay, enteringStatistics('2025-12-01 09:00')]).record
    expect(['entryMissed', 'notEntered', 'inStatistics', 'entryRate'].map((id) => value(id, [entered]))).toEqual([
      1, 0, 1, 100,
    ])
  })

  it('Y119 no investment is taken of a project that is not entered', () => {
    const plain = run([...underWay, plan(2025, 5000), take('2025-11-04 10:00', '2025-10', 800, 800)])
    expect(plain.refusals.map(({ code }) => code)).toEqual(['not-entered'])
    expect(value('yearDone', [plain.record])).toBe(0)
  })

  it('Y119 nor can it be completed', () => {
    const done = step(head, 'reportCompletion', '2025-11-20 09:00', '', {
      completedOn: '2025-11-18',
      acceptance: paper('e'),
    })
    expect(codes([...underWay, done])).toEqual(['not-entered'])
    expect(codes([...underWay, enteringStatistics('2025-10-09 10:00'), done])).toEqual([])
  })
})
