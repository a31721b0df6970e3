import type { RecordState } from '@jiannuo/engine'
import { describe, expect, it } from 'vitest'
import { figureOf, type Played, play } from '../../testing/play.ts'
import { type Step, step, told } from '../example.ts'
import { clerk, enteringStatistics, type Input, office, statistician, underWay } from './examples-people.ts'
import { september, subject } from './project-returns.examples.ts'
import { projectReturns } from './project-returns.loop.ts'
import { projectReturnMeasures } from './project-returns.measures.ts'
import { projects } from './projects.register.ts'

const draft = (at: string, more: Input = {}): Step => step(clerk, 'draft', at, 'draft', { ...subject, ...more })
const submit = (at: string, more: Input = {}): Step => step(clerk, 'submit', at, 'submitted', { ...september, ...more })
const approve = (at: string, more: Input = {}): Step => step(office, 'approve', at, 'counted', more)
const course = (more: Input = {}, figures: Input = {}): readonly Step[] => [
  draft('2025-09-26 09:00', more),
  submit('2025-09-29 09:00', figures),
  approve('2025-10-10 09:00'),
]
const revise = step(statistician, 'revise', '2026-02-26 09:00', 'counted', {
  finalMonth: 1120,
  finalYear: 1120,
  reason: '年报核定。',
})
const run = (steps: readonly Step[], until?: string): Played => play(projectReturns, steps, {}, until)
const value = (measure: string, records: readonly RecordState[], month?: string) =>
  figureOf(projectReturnMeasures, projectReturns, records, measure, month ? { from: month, to: month } : {}).value
const events = ({ office: desk }: Played) => desk.entries().flatMap(({ transition }) => transition.entry.events)
const toldOf = ({ office: desk }: Played) =>
  desk.entries().flatMap(({ transition }) => transition.effects.flatMap((e) => (e.type === 'follow' ? [e.input] : [])))

describe('Y123 a return becomes a reading', () => {
  it('Y123 when another person approves it, in the series of its project, and the project is told', () => {
    const played = run(course())
    expect(events(played).filter(({ type }) => type === 'read')).toMatchObject([
      { series: 'projects-1', period: '2025-09', version: 'preliminary', covers: 'period', value: 1150, unit: '万元' },
    ])
    expect(toldOf(played)).toMatchObject([{ period: '2025-09', periodYear: 2025, added: 1150, yearToDate: 1150 }])
  })

  it('Y123 a correction is a version beside it, and the project is told the difference', () => {
    const played = run([...course(), revise])
    const read = events(played).flatMap((event) => (event.type === 'read' ? [[event.version, event.value]] : []))
    expect(read).toEqual([
      ['preliminary', 1150],
      ['final', 1120],
    ])
    expect(toldOf(played).at(-1)).toMatchObject({ added: -30, yearToDate: 1120, sinceStart: 1120 })
    expect([value('done', [played.record], '2025-09'), value('revised', [played.record])]).toEqual([1120, 1])
  })
})

describe('Y123 what the project is told', () => {
  it('Y123 it takes, and both agree on what was invested', () => {
    const heard = toldOf(run([...course(), revise])).map((input, index) =>
      told('take', `2026-03-0${index + 2} 10:00`, 'building', input),
    )
    const { record, refusals } = play(projects, [...underWay, enteringStatistics('2025-09-25 10:00'), ...heard])
    expect(refusals).toEqual([])
    expect(record.fields).toMatchObject({ lastPeriod: '2025-09', yearDone: 1120, yearSum: 1120, totalDone: 1120 })
  })
})

describe('Y124 entered first, then figures', () => {
  it.each([
    ['2025-09-01', 1150, 0],
    ['2025-09-30', 1150, 0],
    ['2025-10-01', 0, 1150],
  ])('Y124 entered on %s, counted %d and lost %d', (enteredOn, done, lost) => {
    const played = run(course({ enteredOn }))
    expect([value('done', [played.record]), value('lost', [played.record])]).toEqual([done, lost])
    expect(toldOf(played)).toHaveLength(done === 0 ? 0 : 1)
    expect(events(played).filter(({ type }) => type === 'read')).toHaveLength(done === 0 ? 0 : 1)
  })

  it('Y124 without a day of entry nothing is counted', () => {
    const { enteredOn: _none, ...bare } = subject
    const { record } = run([
      step(clerk, 'draft', '2025-09-26 09:00', 'draft', bare),
      submit('2025-09-29 09:00'),
      approve('2025-10-10 09:00'),
    ])
    expect(record.state).toBe('beforeEntry')
  })
})

describe('Y125 investment by month and level', () => {
  const of = (level: string, monthDone: number) =>
    run(course({ level }, { monthDone, yearDone: monthDone, totalDone: monthDone })).record
  const records = [of('municipal', 500), of('large', 300), of('district', 40)]

  it('Y125 levels add up to the whole, each project once', () => {
    const ids = ['doneMunicipal', 'doneLarge', 'doneDistrict', 'done']
    expect(ids.map((id) => value(id, records, '2025-09'))).toEqual([500, 300, 40, 840])
  })

  it('Y125 it is of the month it is about, not of the month in which it was approved', () => {
    expect([value('done', records, '2025-09'), value('done', records, '2025-10')]).toEqual([840, 0])
  })

  it('Y125 the pace is over what was planned for the month', () => {
    const figure = figureOf(projectReturnMeasures, projectReturns, records, 'pace')
    expect([figure.numerator, figure.base]).toEqual([840, 3600])
  })
})

describe('Y126 in time', () => {
  const codes = (steps: readonly Step[]) => run(steps).refusals.map(({ code }) => code)

  it('Y126 owed by the first of the next month, or the first working day after it', () => {
    expect(value('onTimeRate', [run([draft('2025-09-26 09:00'), submit('2025-10-09 18:00')]).record])).toBe(100)
    expect(value('onTimeRate', [run([draft('2025-09-26 09:00'), submit('2025-10-10 09:00')]).record])).toBe(0)
    expect(value('onTimeRate', [run([draft('2025-09-26 09:00')], '2025-10-10 09:00').record])).toBe(0)
  })

  it('Y126 begun after its day it is late from the first', () => {
    expect(value('onTimeRate', [run([draft('2025-10-20 09:00'), submit('2025-10-20 10:00')]).record])).toBe(0)
  })

  it('Y126 three amounts that agree, a month that has begun, a project of the own unit', () => {
    expect(codes([draft('2025-09-26 09:00'), submit('2025-09-29 09:00', { monthDone: 1151 })])).toEqual([
      'sums-crossed',
    ])
    expect(codes([draft('2025-09-26 09:00'), submit('2025-09-29 09:00', { totalDone: 1149 })])).toEqual([
      'sums-crossed',
    ])
    expect(() => run([draft('2025-09-26 09:00', { period: '2025-10' })])).toThrow('no step opened')
    expect(() => run([draft('2025-09-26 09:00', { leadUnit: 'lantai-housing' })])).toThrow('no step opened')
  })
})
