import type { OutEffect } from '@jiannuo/engine'
import { describe, expect, it } from 'vitest'
import { type Played, play } from '../../testing/play.ts'
import { type Step, step, told } from '../example.ts'
import { type Input, LEAD, PARTNER, underWayFrom } from './commitments.examples-steps.ts'
import { commitments } from './commitments.loop.ts'
import { headOf, supervisor } from './examples-people.ts'

const judged = (day: string, light: string, more: Input = {}): Step =>
  told('assess', `${day} 18:00`, 'running', { light, lightAt: day, ...more })
const after = (...steps: readonly Step[]): Played => play(commitments, [...underWayFrom('2026-01-26'), ...steps])

const isMessage = (effect: OutEffect) => effect.type === 'notify'
/** Messages of each entry of an action, as `message role`. */
const messages = ({ office }: Played, action: string): readonly (readonly string[])[] =>
  office
    .entries()
    .filter(({ transition }) => transition.entry.action === action)
    .map(({ transition }) => transition.effects.filter(isMessage).map(({ message, role }) => `${message} ${role}`))

describe('Y42 to be judged anew', () => {
  const pending = ({ record }: Played) => record.fields['pending'] === true

  it('Y42 an assessment takes it away and keeps what it was brought', () => {
    const played = after(
      judged('2026-02-28', 'green', { current: 3, completion: 0.1, why: [{ no: '1', words: '按时' }] }),
    )
    expect(pending(after())).toBe(true)
    expect(pending(played)).toBe(false)
    expect(played.record.fields).toMatchObject({ light: 'green', current: 3, why: [{ no: '1', words: '按时' }] })
  })

  it('Y42 what is not said any more is gone', () => {
    const { record } = after(
      judged('2026-02-28', 'green', { forecast: 31 }),
      judged('2026-03-31', 'green', { forecast: null }),
    )
    expect(record.fields['forecast']).toBeUndefined()
  })

  it.each([
    ['a return', told('heard', '2026-03-02 09:00', 'running', { period: '2026-02' })],
    ['a reading', told('take', '2026-03-02 09:00', 'running', { period: '2026-02' })],
    ['another source', step(supervisor, 'feed', '2026-03-02 09:00', 'running', { series: 'c:1' })],
  ])('Y42 %s leaves it to be judged', (_what, one) => {
    expect(pending(after(judged('2026-02-28', 'green'), one))).toBe(true)
  })

  it('Y42 so does the promised day when it has passed', () => {
    const steps = [...underWayFrom('2026-01-26'), judged('2026-12-30', 'yellow')]
    const played = play(commitments, steps, {}, '2027-01-01 00:01')
    expect([pending(played), played.record.fields['overdueAt'] !== undefined]).toEqual([true, true])
  })
})

describe('Y43 turning', () => {
  it('Y43 red once a spell: noted for good, explained in five working days, told', () => {
    const played = after(judged('2026-04-30', 'red'), judged('2026-05-06', 'red'), judged('2026-05-20', 'green'))
    expect(messages(played, 'assess')).toEqual([
      ['turned-red unitLead', 'turned-red unitClerk', 'turned-red supervisor'],
      [],
      [],
    ])
    expect(played.record.fields).toMatchObject({ hadRed: true, light: 'green' })
    expect(played.record.fields['redSince']).toBeUndefined()
    const clock = played.record.clocks['explain']
    expect([clock?.former.length, clock?.run.stoppedAt !== undefined]).toEqual([0, true])
  })

  it('Y43 staying red keeps the day and the clock', () => {
    const { record } = after(judged('2026-04-30', 'red'), judged('2026-05-06', 'red'))
    expect(record.fields['redSince']).toBe('2026-04-30')
    expect(record.clocks['explain']?.former).toEqual([])
  })

  it('Y43 another spell asks for another explanation', () => {
    const answer = step(headOf(LEAD), 'answerRed', '2026-05-07 09:00', 'running', { redAnswer: '赶工。' })
    const { record } = after(
      judged('2026-04-30', 'red'),
      answer,
      judged('2026-05-20', 'green'),
      judged('2026-08-31', 'red'),
    )
    expect([record.fields['redAnswer'], record.fields['redSince']]).toEqual([undefined, '2026-08-31'])
    expect(record.clocks['explain']?.run.stoppedAt).toBeUndefined()
  })

  it('Y43 the limit is a setting', () => {
    const settings = { explainLimit: { value: 2, unit: 'workday' } }
    const { record } = play(commitments, [...underWayFrom('2026-01-26'), judged('2026-03-02', 'red')], settings)
    expect(record.clocks['explain']?.run.limit).toEqual({ value: 2, unit: 'workday' })
  })

  it('Y43 unanswered, the head and the supervisors are told again', () => {
    const steps = [...underWayFrom('2026-01-26'), judged('2026-03-02', 'red')]
    const played = play(commitments, steps, {}, '2026-03-10 09:00')
    expect(messages(played, 'mark:explain.due')).toEqual([['explain-due unitLead', 'explain-due supervisor']])
  })

  it('Y43 silence is told once', () => {
    const played = after(
      judged('2026-03-31', 'silent', { silentPeriods: 1 }),
      judged('2026-04-30', 'silent', { silentPeriods: 2 }),
      judged('2026-05-06', 'green'),
      judged('2026-06-30', 'silent'),
    )
    expect(messages(played, 'assess').map((list) => list.length)).toEqual([3, 0, 0, 3])
  })
})

describe('Y44 hearing', () => {
  const heard = (at: string, period: string, reporter?: string): Step =>
    told('heard', at, 'running', { period, ...(reporter === undefined ? {} : { reporter }) })

  it('Y44 the clock of returns runs from the assessment and stops with the return', () => {
    const owed = after(judged('2026-03-01', 'green', { returnLimit: 27 }))
    expect(owed.record.clocks['return']?.run.limit).toEqual({ value: 27, unit: 'day' })
    const { record } = after(
      judged('2026-03-01', 'green', { returnLimit: 27 }),
      heard('2026-03-26 09:00', '2026-03', LEAD),
    )
    expect(record.clocks['return']?.run.stoppedAt).toBeDefined()
    expect(record.fields['lastPeriod']).toBe('2026-03')
  })

  it('Y44 reminds three days before and tells when it has run out', () => {
    const steps = [...underWayFrom('2026-01-26'), judged('2026-03-01', 'green', { returnLimit: 27 })]
    const played = play(commitments, steps, {}, '2026-04-01 00:00')
    expect(messages(played, 'mark:return.soon')).toEqual([['return-soon unitLead', 'return-soon unitClerk']])
    expect(messages(played, 'mark:return.due')[0]).toContain('return-due supervisor')
    expect(played.record.fields['pending']).toBe(true)
  })

  it('Y44 an earlier period does not put back a later one', () => {
    const { record } = after(heard('2026-04-26 09:00', '2026-04'), heard('2026-05-02 09:00', '2026-03'))
    expect(record.fields['lastPeriod']).toBe('2026-04')
  })

  it('Y44 who does not lead is not heard', () => {
    const played = after(heard('2026-04-26 09:00', '2026-04', PARTNER))
    expect(played.refusals.map(({ code }) => code)).toEqual(['not-lead'])
    expect(played.record.fields['lastPeriod']).toBeUndefined()
  })
})
