import type { RecordState } from '@jiannuo/engine'
import { describe, expect, it } from 'vitest'
import { play } from '../../testing/play.ts'
import { as, on, type Step, step, told } from '../example.ts'
import { bothNumbers, type Input, LEAD, proposed, underWayFrom } from './commitments.examples-steps.ts'
import { commitments } from './commitments.loop.ts'
import { headOf, leader, supervisor } from './examples-people.ts'

const head = headOf(LEAD)
const start = underWayFrom('2026-01-26')
const codes = (refusals: readonly { readonly code: string }[]) => refusals.map(({ code }) => code)

const ask = (input: Input, at = '2026-07-06 09:00'): Step =>
  step(head, 'requestAdjustment', at, 'running', { reason: '工期紧。', ...input })
const grant = (at = '2026-07-10 09:00', more: Input = {}): Step =>
  step(supervisor, 'grantAdjustment', at, 'running', { approval: '区政府第12次常务会议', ...more })
const granted = (input: Input): RecordState => play(commitments, [...start, ask(input), grant()]).record

describe('Y45 adjustments', () => {
  it('Y45 change what was asked for, and nothing else', () => {
    const before = play(commitments, start).record.fields
    const { fields } = granted({ newValue: 26 })
    const changed = Object.keys({ ...before, ...fields }).filter((id) => before[id] !== fields[id])
    expect(changed.filter((id) => typeof fields[id] !== 'object').sort()).toEqual(['adjustedAt', 'value'])
    expect([fields['value'], fields['originalValue']]).toEqual([26, 30])
  })

  it('Y45 a new value without an upper end is a range no longer', () => {
    const range = { newComparator: 'range', newValue: 24, newValueTo: 28 }
    expect(granted(range).fields).toMatchObject({ comparator: 'range', value: 24, valueTo: 28 })
    const { record } = play(commitments, [
      ...start,
      ask(range),
      grant(),
      ask({ newComparator: 'gte', newValue: 25 }, '2026-08-03 09:00'),
      grant('2026-08-04 09:00'),
    ])
    expect([record.fields['comparator'], record.fields['value'], record.fields['valueTo']]).toEqual([
      'gte',
      25,
      undefined,
    ])
    expect(record.counters['adjusted']).toBe(2)
  })

  it('Y45 a new day runs from then on, and lateness against the old one is gone', () => {
    const late = play(commitments, [
      ...start,
      ask({ newDue: '2027-03-31' }, '2027-01-04 09:00'),
      grant('2027-01-05 09:00'),
    ])
    expect(late.record.fields['overdueAt']).toBeUndefined()
    expect(late.record.clocks['delivery']?.run.limit).toEqual({ value: 85, unit: 'day' })
    expect(late.record.clocks['delivery']?.former).toHaveLength(1)
  })

  it('Y45 nobody grants what they asked for', () => {
    const { refusals } = play(commitments, [...start, as('周宁', ask({ newValue: 26 })), as('周宁', grant())])
    expect(codes(refusals)).toEqual(['engine/second-person'])
  })

  it('Y45 neither without saying by what, nor when nothing was asked', () => {
    const bare = step(supervisor, 'grantAdjustment', '2026-07-10 09:00', 'running')
    expect(codes(play(commitments, [...start, ask({ newValue: 26 }), bare]).refusals)).toEqual(['engine/bad-input'])
    expect(codes(play(commitments, [...start, grant()]).refusals)).toEqual(['nothing-asked'])
  })

  it('Y45 refused, everything stays as it was', () => {
    const refuse = step(leader, 'refuseAdjustment', '2026-07-10 09:00', 'running', { reason: '不同意。' })
    const { record } = play(commitments, [...start, ask({ newValue: 26 }), refuse])
    expect([record.fields['value'], record.counters['adjusted'], record.fields['adjustedAt']]).toEqual([
      30,
      undefined,
      undefined,
    ])
  })

  it.each([
    ['apply', head, bothNumbers],
    ['mergeInto', supervisor, { head: 'x' }],
    ['reassign', supervisor, { newLead: 'lantai-planning', basis: '改革方案' }],
    ['carryOver', supervisor, { carriedTo: 'x' }],
    ['closeUnmet', supervisor, { reason: '未完成。' }],
    ['requestCancel', supervisor, { reason: '不办了。' }],
  ] as const)('Y45 while it waits there is no %s', (action, doer, input) => {
    const { refusals } = play(commitments, [
      ...start,
      ask({ newValue: 26 }),
      step(doer, action, '2026-07-07 09:00', 'running', input),
    ])
    expect(codes(refusals)).toEqual(['request-pending'])
  })
})

describe('Y46 cancelling, merging, handing on', () => {
  it('Y46 the supervisors cannot cancel, even what the unit asks to', () => {
    const { record, refusals } = play(commitments, [
      ...start,
      step(head, 'requestCancel', '2026-03-02 09:00', 'running', { reason: '不再需要。' }),
      step(supervisor, 'grantCancel', '2026-03-03 09:00', 'cancelled', { approval: '同意' }),
    ])
    expect([record.state, codes(refusals)]).toEqual(['running', ['engine/not-permitted']])
  })

  it('Y46 what is closed heads nothing', () => {
    const { office, refusals } = play(commitments, [
      ...on('甲', [...start, step(supervisor, 'closeUnmet', '2026-12-31 09:00', 'unmet', { reason: '未完成。' })]),
      ...on('乙', [
        proposed('2026-12-31 09:10'),
        step(supervisor, 'mergeInto', '2026-12-31 09:20', 'merged', { head: '甲' }),
      ]),
    ])
    expect([office.record('乙')?.state, codes(refusals)]).toEqual(['draft', ['engine/head-closed']])
  })

  it('Y46 handed on, it waits for the new unit, and what the old one owed ends', () => {
    const { record } = play(commitments, [
      ...start,
      told('assess', '2026-03-01 18:00', 'running', { light: 'red', lightAt: '2026-03-01', returnLimit: 27 }),
      step(supervisor, 'reassign', '2026-03-02 09:00', 'issued', {
        newLead: 'lantai-planning',
        newPartners: [LEAD],
        basis: '区机构改革方案',
      }),
    ])
    expect([record.state, record.lead, record.basis, record.co.map(({ unit }) => unit)]).toEqual([
      'issued',
      'lantai-planning',
      '区机构改革方案',
      [LEAD],
    ])
    expect(record.fields).toMatchObject({ leadUnit: 'lantai-planning', partners: [LEAD] })
    expect(record.fields['contact']).toBeUndefined()
    const runs = ['return', 'explain', 'acceptance', 'delivery'].filter(
      (id) => record.clocks[id] !== undefined && record.clocks[id].run.stoppedAt === undefined,
    )
    expect(runs).toEqual(['acceptance', 'delivery'])
  })
})
