import { transition } from '@jiannuo/engine'
import { contextAt } from '@jiannuo/engine/testing'
import { describe, expect, it } from 'vitest'
import { play } from '../../testing/play.ts'
import { as, type Step, step, told } from '../example.ts'
import { bothNumbers, type Input, LEAD, proposed, rules, underWayFrom } from './commitments.examples-steps.ts'
import { commitments } from './commitments.loop.ts'
import { headOf, supervisor } from './examples-people.ts'

const head = headOf(LEAD)
const start = underWayFrom('2026-01-26')
const codes = (refusals: readonly { readonly code: string }[]) => refusals.map(({ code }) => code)

const apply = (input: Input, at = '2026-12-14 10:00'): Step => step(head, 'apply', at, 'applied', input)
const review = step(supervisor, 'review', '2026-12-15 09:00', 'review')
const strike = step(supervisor, 'strikeOff', '2026-12-16 09:00', 'struckOff')
const row = (item: string) => ({ item, source: '区住建局台账' })

describe('Y47 striking off', () => {
  it.each([
    ['no evidence', {}, 'evidence-missing'],
    ['evidence of one number of two', { proof: [row('s41')] }, 'evidence-missing'],
    ['evidence of other numbers', { proof: [row('s41'), row('s43')] }, 'evidence-missing'],
    ['evidence without a source', { proof: [{ item: 's41' }, row('s42')] }, 'engine/bad-input'],
  ] as const)('Y47 not with %s', (_what, input, code) => {
    expect(codes(play(commitments, [...start, apply(input)]).refusals)).toEqual([code])
  })

  it('Y47 evidence of more than was promised does no harm', () => {
    const { record } = play(commitments, [...start, apply({ proof: [row('s41'), row('s42'), row('s99')] })])
    expect(record.state).toBe('applied')
  })

  it('Y47 the day is noted, and the promised day stops running', () => {
    const { record } = play(commitments, [...start, apply(bothNumbers), review, strike])
    expect([record.state, record.fields['struckOn']]).toEqual(['struckOff', '2026-12-16'])
    expect(Object.values(record.clocks).every(({ run }) => run.stoppedAt !== undefined)).toBe(true)
  })

  it('Y47 never by the person who applied, whichever post they hold besides', () => {
    const { record } = play(commitments, [...start, as('周宁', apply(bothNumbers)), review])
    const actor = {
      person: '周宁',
      posts: [
        { role: 'unitLead', unit: LEAD },
        { role: 'supervisor', unit: 'lantai' },
      ],
    }
    const command = { action: 'strikeOff', input: {}, actor, record: record.id }
    const outcome = transition(commitments, record, command, contextAt('2026-12-16 09:00'))
    expect(outcome.ok ? '' : outcome.refusal.code).toBe('second-person')
  })

  it('Y47 undone, it is open again, keeps its evidence and is struck off no more', () => {
    const reopen = step(supervisor, 'reopen', '2026-12-20 09:00', 'running', { reason: '核实不符。' })
    const { record } = play(commitments, [...start, apply(bothNumbers), review, strike, reopen])
    expect([record.state, record.fields['struckOn'], record.fields['struckAt']]).toEqual([
      'running',
      undefined,
      undefined,
    ])
    expect(record.fields['proof']).toEqual(bothNumbers['proof'])
    expect(record.clocks['delivery']?.run).toMatchObject({ limit: { value: 11, unit: 'day' } })
  })

  it('Y47 undone after the promised day, it is late', () => {
    const reopen = step(supervisor, 'reopen', '2027-02-01 09:00', 'running', { reason: '核实不符。' })
    const { record } = play(commitments, [...start, apply(bothNumbers), review, strike, reopen])
    expect(record.fields['overdueAt']).toBeDefined()
  })
})

describe('Y48 the end of a year', () => {
  it('Y48 what is carried over names the one that goes on with it', () => {
    const carry = step(supervisor, 'carryOver', '2026-12-31 09:00', 'carried', { carriedTo: 'commitments-9' })
    const { record } = play(commitments, [...start, carry])
    expect([record.state, record.fields['carriedTo']]).toEqual(['carried', 'commitments-9'])
    expect(record.links).toEqual([{ kind: 'carriedTo', record: 'commitments-9' }])
    const bare = step(supervisor, 'carryOver', '2026-12-31 09:00', 'carried')
    expect(codes(play(commitments, [...start, bare]).refusals)).toEqual(['engine/bad-input'])
  })

  it('Y48 the next report is noted in every state, and moves nothing', () => {
    expect(commitments.actions['matched']?.from).toEqual(Object.keys(commitments.states))
    const closed = step(supervisor, 'closeUnmet', '2026-12-31 09:00', 'unmet', { reason: '未完成。' })
    const matched = told('matched', '2027-01-12 09:00', 'unmet', { verdict: 'notMentioned' })
    const { record } = play(commitments, [...underWayFrom('2026-01-26', rules, 155), closed, matched])
    expect([record.state, record.fields['verdict'], record.closedAt !== undefined]).toEqual([
      'unmet',
      'notMentioned',
      true,
    ])
  })
})

describe('Y49 what the public sees', () => {
  const publish = (at: string) => step(supervisor, 'publish', at, 'running')

  it('Y49 nothing before it is issued', () => {
    const { refusals } = play(commitments, [proposed('2026-01-15 09:00'), publish('2026-01-15 10:00')])
    expect(codes(refusals)).toEqual(['engine/wrong-state'])
  })

  it('Y49 shown and taken back', () => {
    const shown = play(commitments, [...start, publish('2026-02-02 09:00')])
    expect(shown.record.fields['published']).toBe(true)
    const withdraw = step(supervisor, 'withdraw', '2026-02-03 09:00', 'running', { reason: '有误。' })
    const back = play(commitments, [...start, publish('2026-02-02 09:00'), withdraw, publish('2026-02-04 09:00')])
    expect([back.record.fields['published'], codes(back.refusals)]).toEqual([true, []])
  })
})
