import type { RecordState } from '@jiannuo/engine'
import { describe, expect, it } from 'vitest'
import { addsOf, figureOf, play } from '../../testing/play.ts'
import { type Step, step, told } from '../example.ts'
import { bothNumbers, LEAD, rules, underWayFrom } from './commitments.examples-steps.ts'
import { commitments } from './commitments.loop.ts'
import { commitmentMeasures } from './commitments.measures.ts'
import { headOf, leader, supervisor } from './examples-people.ts'

const head = headOf(LEAD)
const start = underWayFrom('2026-01-26')
const record = (steps: readonly Step[], until?: string): RecordState =>
  play(commitments, [...start, ...steps], {}, until).record
const figure = (records: readonly RecordState[], measure: string, from = '2026-01', to = '2027-12') =>
  figureOf(commitmentMeasures, commitments, records, measure, { from, to })

const judged = (light: string): Step => told('assess', '2026-03-31 18:00', 'running', { light, lightAt: '2026-03-31' })
const struck = (day: string): readonly Step[] => [
  step(head, 'apply', `${day} 09:00`, 'applied', bothNumbers),
  step(supervisor, 'review', `${day} 10:00`, 'review'),
  step(supervisor, 'strikeOff', `${day} 11:00`, 'struckOff'),
]
const unmet = step(supervisor, 'closeUnmet', '2027-01-04 09:00', 'unmet', { reason: '未完成。' })

describe('Y54 lights', () => {
  const all = ['red', 'red', 'yellow', 'green', 'silent', 'none'].map((light) => record([judged(light)]))
  const fresh = record([])

  it('Y54 are counted as they stand, what was never assessed as 未到评价', () => {
    const counts = ['red', 'yellow', 'green', 'silent', 'unjudged', 'open', 'everRed'].map(
      (measure) => figure([...all, fresh], measure).value,
    )
    expect(counts).toEqual([2, 1, 1, 1, 2, 7, 2])
  })

  it('Y54 stand for the lead unit, and those that have ended show none', () => {
    expect(addsOf(commitmentMeasures, commitments, record([judged('red')]))).toContain(`red  ${LEAD} 1`)
    const ended = record([judged('red'), ...struck('2026-12-16')])
    expect(addsOf(commitmentMeasures, commitments, ended).filter((add) => /^(red|open|everRed) /.test(add))).toEqual([])
  })

  it('Y54 a red that nobody explained in time is counted', () => {
    const silentHead = record([judged('red')], '2026-04-20 09:00')
    const answered = record([
      judged('red'),
      step(head, 'answerRed', '2026-04-02 09:00', 'running', { redAnswer: '赶工。' }),
    ])
    expect(figure([silentHead, answered], 'unexplained').value).toBe(1)
  })
})

describe('Y55 struck off in time', () => {
  const inTime = record(struck('2026-12-16'))
  const onTheDay = record(struck('2026-12-31'))
  const late = record(struck('2027-01-08'))
  const never = record([unmet])
  const open = record([], '2026-06-01 00:00')

  it('Y55 is over what fell due, not over everything', () => {
    const { numerator, base } = figure([inTime, onTheDay, late, never, open], 'onTimeRate')
    expect([numerator, base]).toEqual([2, 4])
    expect(figure([inTime, onTheDay, late, never, open], 'total').value).toBe(5)
  })

  it('Y55 late is late for good, in the month in which the day passed', () => {
    expect(addsOf(commitmentMeasures, commitments, late)).toContain(`missed 2027-01 ${LEAD} 1`)
    expect(figure([late], 'struckOff').value).toBe(1)
    expect(figure([late], 'openOverdue').value).toBe(0)
    expect(figure([record([], '2027-01-02 00:00')], 'openOverdue').value).toBe(1)
  })

  it('Y55 goes by the day as adjusted', () => {
    const adjusted = record([
      step(head, 'requestAdjustment', '2026-12-01 09:00', 'running', { newDue: '2027-01-31', reason: '工期。' }),
      step(supervisor, 'grantAdjustment', '2026-12-02 09:00', 'running', { approval: '常务会议' }),
      ...struck('2027-01-08'),
    ])
    const { numerator, base } = figure([adjusted], 'onTimeRate')
    expect([numerator, base]).toEqual([1, 1])
  })

  it('Y55 what is cancelled after the day fell due for nobody', () => {
    const cancelled = record([
      step(head, 'requestCancel', '2027-01-05 09:00', 'running', { reason: '不再需要。' }),
      step(leader, 'grantCancel', '2027-01-06 09:00', 'cancelled', { approval: '常务会议' }),
    ])
    expect(cancelled.fields['overdueAt']).toBeDefined()
    expect([figure([cancelled], 'onTimeRate').base, figure([cancelled], 'cancelled').value]).toEqual([0, 1])
  })

  it('Y55 a strike-off that was undone counts no more', () => {
    const reopen = step(supervisor, 'reopen', '2026-12-20 09:00', 'running', { reason: '不符。' })
    expect(figure([record([...struck('2026-12-16'), reopen])], 'struckOff').value).toBe(0)
  })
})

describe('Y56 adjustments and evidence', () => {
  const adjusted = record([
    step(head, 'requestAdjustment', '2026-07-06 09:00', 'running', { newValue: 26, reason: '工期。' }),
    step(supervisor, 'grantAdjustment', '2026-07-07 09:00', 'running', { approval: '常务会议' }),
    step(head, 'requestAdjustment', '2026-08-06 09:00', 'running', { newValue: 25, reason: '工期。' }),
    step(supervisor, 'grantAdjustment', '2026-08-07 09:00', 'running', { approval: '常务会议' }),
  ])
  const plain = record([])

  it('Y56 the rate is over those opened in the same months, a commitment once', () => {
    const { numerator, base } = figure([adjusted, plain, plain], 'adjustmentRate', '2026-01', '2026-01')
    expect([numerator, base]).toEqual([1, 3])
    expect(figure([adjusted, plain], 'adjustmentRate', '2026-07', '2026-07').base).toBe(0)
  })

  it('Y56 the count lies in the month of the first, with how often besides', () => {
    expect([
      figure([adjusted], 'adjusted', '2026-07', '2026-07').value,
      figure([adjusted], 'adjustments', '2026-07', '2026-07').value,
      figure([adjusted], 'adjusted', '2026-08', '2026-08').value,
    ]).toEqual([1, 2, 0])
  })

  it('Y56 told in words alone is no evidence', () => {
    const words = play(commitments, [
      ...underWayFrom('2026-01-26', rules, 155),
      step(head, 'apply', '2026-05-20 09:00', 'applied', { summary: '办法已印发。' }),
    ]).record
    const { numerator, base } = figure([record(struck('2026-12-16')), words], 'evidenceRate')
    expect([numerator, base]).toEqual([1, 2])
  })
})
