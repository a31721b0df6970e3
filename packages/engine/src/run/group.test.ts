import { describe, expect, it } from 'vitest'
import { act, after, at, clerk, done, FILE, inspector, moment, refusal, SEND } from '../../testing/kit.ts'
import { patrol } from '../../testing/patrol.ts'
import { spoil } from '../../testing/spoil.ts'
import { actBySystem, noteMember, type RecordState } from '../index.ts'

const T = '2025-09-26 11:00'
const filed = after([FILE])
const member: RecordState = { ...filed, id: 'P2' }
const joining = done(act(member, [clerk, 'merge', { head: 'P1' }, T]))
const heading = done(noteMember(filed, 'memberJoined', 'P2', at(T)))
const drop = [inspector, 'drop', { reason: '误报' }, '2025-09-26 12:00'] as const
const codeOf = (...args: Parameters<typeof noteMember>): string => refusal(noteMember(...args)).code

describe('joining', () => {
  it('E50 the member follows, and its head is to take note', () => {
    expect(joining.record).toMatchObject({ state: 'merged', head: 'P1' })
    expect(joining.effects).toEqual([{ type: 'member', head: 'P1', event: 'memberJoined' }])
  })

  it('E50 the head notes it in an entry of its own', () => {
    expect(heading.entry).toEqual({
      seq: 2,
      at: moment(T),
      by: 'system',
      unit: '',
      role: '',
      action: 'member',
      input: {},
      events: [{ type: 'memberJoined', member: 'P2' }],
    })
    expect(heading.record).toMatchObject({ seq: 2, members: ['P2'], counters: { file: 1 } })
    expect(heading.effects).toEqual([])
  })

  it('E50 nobody follows itself, or two, and who heads a group follows nobody', () => {
    const of = (record: RecordState, head: string) => refusal(act(record, [clerk, 'merge', { head }, T])).code
    expect(of(filed, 'P1')).toBe('engine/join-self')
    expect(of({ ...member, head: 'P3' }, 'P1')).toBe('engine/already-member')
    expect(of(heading.record, 'P3')).toBe('engine/head-joins')
    const silent = spoil(patrol, ['actions.merge.effects', [{ join: { field: 'size' } }]])
    expect(refusal(act(filed, [clerk, 'merge', { head: 'P3' }, T], silent)).code).toBe('engine/no-head')
  })

  it('E50 a head that follows another, or is closed, or has the member already, refuses', () => {
    expect(codeOf({ ...filed, head: 'P0' }, 'memberJoined', 'P2', at(T))).toBe('engine/head-is-member')
    expect(codeOf({ ...filed, closedAt: moment(T) }, 'memberJoined', 'P2', at(T))).toBe('engine/head-closed')
    expect(codeOf(heading.record, 'memberJoined', 'P2', at(T))).toBe('engine/already-member')
    expect(codeOf(filed, 'memberJoined', 'P1', at(T))).toBe('engine/join-self')
  })

  it('E50 leaving is noted on both sides', () => {
    const leaving = done(act(joining.record, [clerk, 'split', {}, '2025-09-26 12:00']))
    expect(leaving.record).not.toHaveProperty('head')
    expect(leaving.effects).toEqual([{ type: 'member', head: 'P1', event: 'memberLeft' }])
    const left = done(noteMember(heading.record, 'memberLeft', 'P2', at('2025-09-26 12:00')))
    expect(left.record.members).toEqual([])
    expect(codeOf(left.record, 'memberLeft', 'P2', at(T))).toBe('engine/not-a-member')
    const again = spoil(patrol, ['actions.amend.effects', [{ leave: true }]])
    expect(refusal(act(filed, [clerk, 'amend', {}, T], again)).code).toBe('engine/not-a-member')
  })

  it('E50 a closed head may let a member go', () => {
    expect(noteMember({ ...heading.record, closedAt: moment(T) }, 'memberLeft', 'P2', at(T)).ok).toBe(true)
  })
})

describe('following', () => {
  it('E51 what the head does is carried to every member, with what of the form the member’s action offers', () => {
    expect(done(act(heading.record, drop)).effects).toEqual([
      { type: 'follow', records: ['P2'], action: 'dropAlong', input: { reason: '误报' } },
    ])
    expect(done(act(filed, drop)).effects).toEqual([])
    expect(done(act(heading.record, SEND)).effects).toEqual([
      { type: 'notify', role: 'handler', unit: 'roads', message: 'sent' },
    ])
  })

  it('E51 values worked out on the head after its effects may be given along; what is not offered is left out', () => {
    const machine = spoil(
      patrol,
      ['actions.dropAlong.input', ['reason', 'lead']],
      ['actions.dropAlong.fields.lead', { title: '主办', type: 'unit' }],
      ['actions.drop.effects', [{ assign: 'lead', to: { const: 'parks' } }]],
      ['actions.drop.carries', { action: 'dropAlong', give: { lead: { fact: 'lead' }, area: { fact: 'area' } } }],
    )
    expect(done(act(heading.record, drop, machine)).effects).toEqual([
      { type: 'follow', records: ['P2'], action: 'dropAlong', input: { reason: '误报', lead: 'parks' } },
    ])
  })

  it('E51 the machine does it on the member, as itself', () => {
    const followed = done(actBySystem(patrol, joining.record, 'dropAlong', { reason: '误报' }, at('2025-09-26 12:00')))
    expect(followed.entry).toMatchObject({
      by: 'system',
      unit: '',
      role: '',
      action: 'dropAlong',
      input: { reason: '误报' },
    })
    expect(followed.record).toMatchObject({ state: 'dropped', head: 'P1' })
  })

  it('E51 the machine does only its own actions, in their states, with their forms', () => {
    const of = (record: RecordState, action: string, input = {}) =>
      refusal(actBySystem(patrol, record, action, input, at(T)))
    expect(of(joining.record, 'x').code).toBe('engine/unknown-action')
    expect(of(joining.record, 'split').code).toBe('engine/not-system')
    expect(of(filed, 'dropAlong', { reason: '误报' })).toMatchObject({
      code: 'engine/wrong-state',
      state: 'filed',
      possible: [],
    })
    expect(of(joining.record, 'dropAlong').code).toBe('engine/bad-input')
    expect(() => actBySystem(patrol, { ...filed, version: 9 }, 'lapse', {}, at(T))).toThrow(RangeError)
  })
})
