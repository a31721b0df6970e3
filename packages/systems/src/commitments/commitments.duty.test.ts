import { mayRead, type RecordState, transition } from '@jiannuo/engine'
import { actorFor, contextAt, simulatedDistrict } from '@jiannuo/engine/testing'
import { describeDue, dueOf, ordinaryOffice } from '@jiannuo/engine'
import { CHINA_OFFSET } from '@jiannuo/kernel'
import { describe, expect, it } from 'vitest'
import { play } from '../../testing/play.ts'
import { type Step, step } from '../example.ts'
import { LEAD, PARTNER, proposed, renovation, underWayFrom } from './commitments.examples-steps.ts'
import { commitments } from './commitments.loop.ts'
import { clerkOf, headOf, supervisor } from './examples-people.ts'

const running = play(commitments, underWayFrom('2026-01-26')).record
const consulted = play(commitments, [
  proposed('2026-01-15 09:00'),
  step(supervisor, 'consult', '2026-01-15 10:00', 'consult'),
]).record

/** Actions that somebody of a unit may do with a record, whatever the form. */
const allowed = (record: RecordState, role: string, unit: string): readonly string[] =>
  Object.keys(commitments.actions).filter((action) => {
    const command = { action, input: {}, actor: actorFor(role, unit), record: record.id }
    const outcome = transition(commitments, record, command, contextAt('2026-03-02 09:00'))
    return (
      outcome.ok ||
      !['engine/not-permitted', 'engine/wrong-state', 'engine/system-action', 'engine/already-open'].includes(
        outcome.refusal.code,
      )
    )
  })

const dueOn = (record: RecordState, clock: string): string | undefined => {
  const state = record.clocks[clock]
  const due = state && dueOf(state.run, ordinaryOffice)
  return due && describeDue(due.at, CHINA_OFFSET)
}

describe('Y38 whose it is', () => {
  it('Y38 people of the lead unit act on it, the clerk on less', () => {
    expect(allowed(running, 'unitClerk', LEAD)).toEqual(['reach'])
    expect(allowed(running, 'unitLead', LEAD)).toEqual([
      'reach',
      'answerRed',
      'requestAdjustment',
      'requestCancel',
      'apply',
    ])
  })

  it.each(['unitClerk', 'unitLead'])(
    'Y38 a %s of a helping or another unit can do nothing once it is issued',
    (role) => {
      for (const unit of [PARTNER, 'lantai-water', 'lantai-dongmen']) expect(allowed(running, role, unit)).toEqual([])
    },
  )

  it('Y38 before, the head of a helping unit comments and objects', () => {
    expect(allowed(consulted, 'unitLead', PARTNER)).toEqual(['comment', 'object'])
    expect(allowed(consulted, 'unitClerk', PARTNER)).toEqual([])
    expect(allowed(consulted, 'unitLead', 'lantai-water')).toEqual([])
  })

  it('Y38 lead and helpers read it, other units do not', () => {
    const units = simulatedDistrict()
    const reads = (role: string, unit: string) => mayRead(commitments, running, actorFor(role, unit), units)
    expect([reads('unitClerk', LEAD), reads('unitClerk', PARTNER), reads('unitClerk', 'lantai-water')]).toEqual([
      true,
      true,
      false,
    ])
    expect([reads('supervisor', 'lantai'), reads('supervisor', LEAD)]).toEqual([true, false])
  })

  it('Y38 a comment of a helper is its answer', () => {
    const { record } = play(commitments, [
      proposed('2026-01-15 09:00'),
      step(supervisor, 'consult', '2026-01-15 10:00', 'consult'),
      step(headOf(PARTNER), 'comment', '2026-01-16 10:00', 'consult', { comment: '无意见。' }),
    ])
    expect(record.co.map(({ unit, answeredAt }) => [unit, answeredAt !== undefined])).toEqual([[PARTNER, true]])
  })
})

describe('Y39 what was promised', () => {
  const originals = ({ fields }: RecordState) =>
    ['originalTitle', 'originalValue', 'originalComparator', 'originalDue'].map((id) => fields[id])
  const promised = ['改造老旧小区30个，惠及居民8000户', 30, 'eq', '2026-12-31']

  it('Y39 is kept through corrections', () => {
    const { record } = play(commitments, [
      proposed('2026-01-15 09:00'),
      step(supervisor, 'edit', '2026-01-15 10:00', 'draft', { title: '改造老旧小区', value: 28, due: '2026-11-30' }),
    ])
    expect([record.fields['value'], record.fields['due']]).toEqual([28, '2026-11-30'])
    expect(originals(record)).toEqual(promised)
  })

  it('Y39 no form of any action offers an original', () => {
    const offered = Object.values(commitments.actions).flatMap(({ input = [] }) => input)
    expect(offered.filter((id) => id.startsWith('original'))).toEqual([])
  })
})

describe('Y40 issuing', () => {
  const issue: Step = step(supervisor, 'issue', '2026-01-26 10:00', 'issued')
  const withDue = (due: string) =>
    play(commitments, [proposed('2026-01-26 09:00', { ...renovation, due }), issue]).record

  it('Y40 the promised day runs to its end, rest day or not, whether the days are given or not', () => {
    expect(dueOn(withDue('2026-12-31'), 'delivery')).toBe('2026-12-31 24:00')
    expect(dueOn(running, 'delivery')).toBe('2026-12-31 24:00')
    // a Sunday, and a day within the holidays
    expect(dueOn(withDue('2026-11-15'), 'delivery')).toBe('2026-11-15 24:00')
    expect(dueOn(withDue('2026-10-01'), 'delivery')).toBe('2026-10-01 24:00')
  })

  it('Y40 without a day, or with one that has passed, nothing runs', () => {
    expect(withDue('2026-01-26').clocks['delivery']).toBeUndefined()
    const { due: _due, ...timeless } = renovation
    const { record } = play(commitments, [proposed('2026-01-26 09:00', timeless), issue])
    expect([record.state, record.clocks['delivery']]).toEqual(['issued', undefined])
  })

  it('Y40 a unit that leads is needed, and one that leads does not help besides', () => {
    const { refusals } = play(commitments, [
      proposed('2026-01-26 09:00', { title: '建成社区食堂5个', year: 2026 }),
      issue,
      step(supervisor, 'edit', '2026-01-26 10:30', 'draft', { leadUnit: LEAD, partners: [LEAD] }),
    ])
    expect(refusals.map(({ code }) => code)).toEqual(['lead-missing', 'lead-is-partner'])
  })
})

describe('Y41 milestones', () => {
  const planned = { id: 'q2', title: '开工30个', due: '2026-06-30' }
  const start = play(commitments, [
    ...underWayFrom('2026-01-26').slice(0, 2),
    step(clerkOf(LEAD), 'accept', '2026-01-26 11:00', 'running', { milestones: [planned] }),
  ]).record
  const reach = (row: Readonly<Record<string, string>>) =>
    transition(
      commitments,
      start,
      { action: 'reach', input: { milestone: [row] }, actor: actorFor('unitClerk', LEAD), record: start.id },
      contextAt('2026-06-26 09:00'),
    )

  it('Y41 the day on which it was done is all that is new', () => {
    const outcome = reach({ ...planned, done: '2026-06-25' })
    expect(outcome.ok && outcome.value.record.fields['milestones']).toEqual([{ ...planned, done: '2026-06-25' }])
  })

  it.each([
    ['another day', { ...planned, due: '2026-09-30' }],
    ['other words', { ...planned, title: '开工20个' }],
    ['another number', { ...planned, id: 'q3' }],
  ])('Y41 %s is refused', (_what, row) => {
    const outcome = reach({ ...row, done: '2026-06-25' })
    expect(outcome.ok ? '' : outcome.refusal.code).toBe('no-such-milestone')
  })
})
