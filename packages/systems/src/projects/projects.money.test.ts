import type { RecordState } from '@jiannuo/engine'
import { describe, expect, it } from 'vitest'
import { addsOf, figureOf, type Played, play } from '../../testing/play.ts'
import { type Step, step, told } from '../example.ts'
import { clerk, entering, enteringStatistics, head, office, paper, reserving, underWay } from './examples-people.ts'
import { projectMeasures } from './projects.measures.ts'
import { projects } from './projects.register.ts'

const run = (steps: readonly Step[], until?: string, settings = {}): Played => play(projects, steps, settings, until)
const codes = (steps: readonly Step[], settings = {}) =>
  run(steps, undefined, settings).refusals.map(({ code }) => code)
const value = (measure: string, records: readonly RecordState[], asked = {}) =>
  figureOf(projectMeasures, projects, records, measure, asked).value
const take = (at: string, period: string, added: number, yearToDate: number): Step =>
  told('take', at, 'building', { period, periodYear: Number(period.slice(0, 4)), added, yearToDate, sinceStart: 9000 })
const plan = (year: number, yearPlan: number, at = '2025-10-08 10:00'): Step =>
  step(office, 'setPlan', at, 'building', { year, yearPlan, curve: [{ month: `${year}-10`, planned: yearPlan }] })

describe('Y120 the year against its plan', () => {
  const entered = [...underWay, enteringStatistics('2025-10-09 10:00'), plan(2025, 5000, '2025-10-09 11:00')]
  const two = [take('2025-11-04 10:00', '2025-10', 1000, 1000), take('2025-12-03 10:00', '2025-11', 1500, 2500)]

  it('Y120 done over planned, the cumulative figure counted once', () => {
    const { record } = run([...entered, ...two])
    const figure = figureOf(projectMeasures, projects, [record], 'investmentRate')
    expect([figure.numerator, figure.base, figure.value, value('unreconciled', [record])]).toEqual([2500, 5000, 50, 0])
  })

  it('Y120 an earlier month that comes late puts nothing back, and what does not add up is shown', () => {
    const { record } = run([...entered, two[1]!, take('2025-12-05 10:00', '2025-10', 900, 900)])
    expect(record.fields).toMatchObject({ lastPeriod: '2025-11', yearDone: 2500, yearSum: 2400 })
    expect(value('unreconciled', [record])).toBe(1)
  })

  it('Y120 a new year begins at nothing', () => {
    const next = [...entered, ...two, plan(2026, 9000, '2026-01-05 10:00')]
    expect([value('yearDone', [run(next).record]), value('yearPlan', [run(next).record])]).toEqual([0, 9000])
    const { record } = run([...next, take('2026-02-03 10:00', '2026-01', 700, 700)])
    expect(record.fields).toMatchObject({ doneYear: 2026, yearSum: 700, yearDone: 700 })
  })

  it('Y120 a plan is not above the whole', () => {
    expect(codes([...underWay, plan(2025, 26001)])).toEqual(['plan-over-total'])
  })
})

describe('Y121 money asked for, obtained, paid', () => {
  const line = { source: 'bond', batch: '第一批' }
  const ask = (amount: number) => step(clerk, 'askFunds', '2025-04-03 09:00', 'reserve', { ...line, amount })
  const obtain = (amount: number) =>
    step(office, 'obtainFunds', '2025-04-04 09:00', 'reserve', { ...line, amount, document: '1号' })
  const pay = (amount: number) => step(head, 'payFunds', '2025-04-07 09:00', 'reserve', { amount })
  const begin = [entering('2025-03-03 10:00'), reserving('2025-04-02 10:00')]

  it('Y121 are three sums, none above the one before it', () => {
    const { record, refusals } = run([...begin, ask(3000), ask(1000), obtain(2000), obtain(2001), pay(500), pay(1501)])
    expect(refusals.map(({ code }) => code)).toEqual(['obtained-over-asked', 'paid-over-obtained'])
    const ids = ['fundsAsked', 'fundsObtained', 'fundsPaid', 'obtainedRate', 'paidRate', 'fundedProjects']
    expect(ids.map((id) => value(id, [record]))).toEqual([4000, 2000, 500, 50, 25, 1])
    expect(codes([...begin, ask(26001)])).toEqual(['asked-over-total'])
  })
})

describe('Y122 works that stand still', () => {
  it('Y122 the days of a stop with a reason are not counted, and the rest goes on', () => {
    const suspend = step(office, 'suspend', '2026-01-12 09:00', 'suspended', { reason: 'control', note: '管控。' })
    const resume = step(office, 'resume', '2026-01-22 09:00', 'building', { site: paper('d') })
    const { record, office: desk } = run([...underWay, suspend, resume])
    expect(value('suspended', [record])).toBe(0)
    expect(record.clocks['completion']?.run.pauses).toHaveLength(1)
    desk.settle(Date.UTC(2027, 0, 10, 8) as never)
    expect(desk.record('r-1')?.fields['completionOverdueAt']).toBeUndefined()
    desk.settle(Date.UTC(2027, 0, 12, 8) as never)
    expect(desk.record('r-1')?.fields['completionOverdueAt']).toBeDefined()
  })

  it('Y122 it counts for the unit that is responsible', () => {
    expect(addsOf(projectMeasures, projects, run(underWay).record)).toContain('started 2025-09 lantai-industry 1')
  })
})
