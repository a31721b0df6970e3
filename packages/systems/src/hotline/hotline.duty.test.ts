import type { Json, RecordState } from '@jiannuo/engine'
import { expect, it } from 'vitest'
import { play } from '../../testing/play.ts'
import { step } from '../example.ts'
import { dispatcher, finished, handler, matter, received, reviewer, underWay } from './hotline.examples-steps.ts'
import { hotline } from './hotline.loop.ts'

const codes = (refusals: readonly { readonly code: string }[]) => refusals.map(({ code }) => code)
const startedAt = (record: RecordState, clock: string) => record.clocks[clock]?.run.startedAt

const why = { reason: 'duty', explanation: '不属于本单位职责。' }
const back = (at: string, unit = 'lantai-housing') => step(handler(unit), 'giveBack', at, 'returned', why)
const byHand = (at: string, lead: string) =>
  step(dispatcher, 'dispatchByHand', at, 'dispatched', { lead, clause: '职责分工' })

const classed = (category: string, more: Readonly<Record<string, Json>> = {}) => [
  received('2025-09-22 09:00', { ...matter, category, ...more }),
  step(dispatcher, 'clear', '2025-09-22 09:10', 'ready'),
  step(dispatcher, 'dispatch', '2025-09-22 09:20', 'dispatched'),
]

it('Y10 the catalogue gives lead, helpers and the clause, which stays on the order', () => {
  const { record } = play(hotline, classed('010301'))
  expect([record.lead, record.co.map(({ unit }) => unit)]).toEqual([
    'lantai-urban',
    ['lantai-ecology', 'lantai-housing'],
  ])
  expect(record.basis).toBe('派单目录 010301 施工噪声')
})

it('Y10 a row without a lead means the area leads', () => {
  const { record } = play(hotline, classed('110101'))
  expect([record.lead, record.basis]).toEqual(['lantai-dongmen-guihua', '派单目录 110101 楼道堆物（属地办理）'])
})

it('Y10 without a row an order goes by hand, with the basis written down', () => {
  const settings = { directory: {} }
  const { record, refusals } = play(
    hotline,
    [...classed('020101'), byHand('2025-09-22 09:30', 'lantai-market')],
    settings,
  )
  expect(codes(refusals)).toEqual(['not-in-directory'])
  expect([record.state, record.lead, record.basis]).toEqual(['dispatched', 'lantai-market', '职责分工'])
})

it('Y10 a district changes the catalogue by its setting alone', () => {
  const settings = { directory: { '*': { lead: 'lantai-civil', co: [], clause: '本区目录第1条' } } }
  const { record } = play(hotline, classed('020101'), settings)
  expect([record.lead, record.basis]).toEqual(['lantai-civil', '本区目录第1条'])
})

it('Y11 giving back is open up to the last minute of the limit, and nobody is late when it has run out', () => {
  const inTime = play(hotline, [...underWay('2025-09-22'), back('2025-09-24 23:59')])
  expect([inTime.record.state, codes(inTime.refusals)]).toEqual(['returned', []])
  const late = play(hotline, [...underWay('2025-09-22'), back('2025-09-25 00:01')])
  expect([late.record.state, codes(late.refusals)]).toEqual(['handling', ['return-too-late']])
  expect(late.record.urging).toBeUndefined()
  expect(late.record.clocks['giveBack']?.run.stoppedAt).toBeDefined()
})

it('Y11 an order is not sent again to the unit that has just given it back', () => {
  const { record, refusals } = play(hotline, [
    ...underWay('2025-09-22'),
    back('2025-09-23 09:00'),
    byHand('2025-09-23 10:00', 'lantai-housing'),
    byHand('2025-09-23 10:05', 'lantai-market'),
    back('2025-09-23 11:00', 'lantai-market'),
    byHand('2025-09-23 14:00', 'lantai-housing'),
  ])
  expect(codes(refusals)).toEqual(['same-unit-again'])
  expect(record.lead).toBe('lantai-housing')
})

it('Y11 who asks for more time or an early end does not give back meanwhile', () => {
  const { record, refusals } = play(hotline, [
    ...underWay('2025-09-22'),
    step(handler('lantai-housing'), 'askPause', '2025-09-22 14:00', 'handling', {
      reason: 'caller',
      explanation: '等材料。',
    }),
    back('2025-09-23 09:00'),
    step(dispatcher, 'refusePause', '2025-09-23 10:00', 'handling', { reason: '不用等待。' }),
    back('2025-09-23 11:00'),
  ])
  expect([record.state, codes(refusals)]).toEqual(['returned', ['request-pending']])
})

it('Y12 a refused return leaves the time of handling running', () => {
  const { record } = play(hotline, [
    ...underWay('2025-09-22'),
    back('2025-09-23 09:00'),
    step(dispatcher, 'refuseReturn', '2025-09-23 10:00', 'dispatched', { explanation: '由住建局牵头。' }),
  ])
  expect(startedAt(record, 'handling')).toBe(startedAt(record, 'giveBack'))
  expect(record.clocks['handling']?.former).toEqual([])
})

it('Y12 another unit gets the whole time, without the lateness of the former one', () => {
  const { record } = play(
    hotline,
    [
      ...classed('030201', { urgency: 'critical' }),
      step(handler('lantai-housing'), 'signIn', '2025-09-22 09:30', 'handling'),
      back('2025-09-22 12:00'),
      byHand('2025-09-22 12:30', 'lantai-emergency'),
    ],
    {},
    '2025-09-22 13:00',
  )
  expect(record.clocks['handling']?.former).toHaveLength(1)
  expect(record.fields['overdueAt']).toBeUndefined()
})

it('Y13 what has been ruled on can be given back only where the setting allows it', () => {
  const steps = [
    ...underWay('2025-09-22'),
    step(reviewer('lantai-housing'), 'object', '2025-09-22 11:00', 'arbitration', why),
    step(['arbiter', 'lantai'], 'designate', '2025-09-23 09:00', 'dispatched', {
      lead: 'lantai-market',
      basis: '职责分工',
      ruling: '由市场监管局牵头。',
    }),
    back('2025-09-23 10:00', 'lantai-market'),
  ]
  expect(codes(play(hotline, steps).refusals)).toEqual(['ruled-already'])
  const { record, refusals } = play(hotline, steps, { returnAfterRuling: true })
  expect([record.state, codes(refusals)]).toEqual(['returned', []])
  expect(record.requests.map(({ kind, decision }) => [kind, decision?.granted, decision?.basis])).toEqual([
    ['objection', true, '职责分工'],
  ])
})

it('Y14 the clock of the helpers stops with the last answer', () => {
  const answer = (unit: string, at: string) =>
    step(handler(unit), 'coAnswer', at, 'dispatched', { done: true, answer: '已办。' })
  const one = play(hotline, [...classed('010301'), answer('lantai-ecology', '2025-09-22 10:00')])
  expect(one.record.clocks['coAnswer']?.run.stoppedAt).toBeUndefined()
  const both = play(hotline, [
    ...classed('010301'),
    answer('lantai-ecology', '2025-09-22 10:00'),
    answer('lantai-housing', '2025-09-22 11:00'),
  ])
  expect(both.record.clocks['coAnswer']?.run.stoppedAt).toBeDefined()
  expect(both.record.clocks['coAnswer']?.late).not.toBe(true)
})

it('Y14 helpers that a ruling names have their time too, and those of the former unit are released', () => {
  const ruled = (more: Readonly<Record<string, Json>>) =>
    play(hotline, [
      ...classed('010301'),
      step(reviewer('lantai-urban'), 'object', '2025-09-22 11:00', 'arbitration', why),
      step(['arbiter', 'lantai'], 'designate', '2025-09-23 09:00', 'dispatched', {
        lead: 'lantai-housing',
        basis: '职责分工',
        ruling: '工地由住建局监管。',
        ...more,
      }),
    ]).record
  const alone = ruled({})
  expect([alone.co, alone.clocks['coAnswer']?.run.stoppedAt === undefined]).toEqual([[], false])
  const record = ruled({ co: ['lantai-water'] })
  expect(record.co.map(({ unit, answeredAt }) => [unit, answeredAt])).toEqual([['lantai-water', undefined]])
  expect(record.clocks['coAnswer']?.former).toHaveLength(1)
  expect(record.clocks['coAnswer']?.run.stoppedAt).toBeUndefined()
})

it('Y14 a lead without helpers starts no clock for them, and one that goes on without an answer says why', () => {
  expect(play(hotline, underWay('2025-09-22')).record.clocks['coAnswer']).toBeUndefined()
  const solved = { contacted: true, solved: true, reply: '已办结。' }
  const { record, refusals } = play(hotline, [
    ...classed('010301'),
    step(handler('lantai-urban'), 'signIn', '2025-09-22 10:00', 'handling'),
    step(handler('lantai-urban'), 'finish', '2025-09-23 10:00', 'review', solved),
    step(handler('lantai-urban'), 'finish', '2025-09-23 10:10', 'review', {
      ...solved,
      coExplained: '两家均未答复，已书面催办。',
    }),
  ])
  expect([record.state, codes(refusals)]).toEqual(['review', ['co-not-answered']])
})

it('Y18 handling ends when the reviewer passes it, and sending back does not start it again', () => {
  const { record } = play(hotline, [
    ...underWay('2025-09-22'),
    step(handler('lantai-housing'), 'finish', '2025-09-25 10:00', 'review', {
      contacted: true,
      solved: true,
      reply: '已修复。',
    }),
    step(reviewer('lantai-housing'), 'sendBack', '2025-09-26 10:00', 'handling', { comment: '补充照片。' }),
    ...finished('lantai-housing', '2025-09-28 10:00', '2025-09-29 09:00'),
  ])
  expect([record.state, record.clocks['handling']?.late, record.clocks['handling']?.former]).toEqual([
    'callBack',
    true,
    [],
  ])
})

it('Y18 who finished it cannot pass it, not even as a reviewer', () => {
  const both = { person: 'p-1', posts: ['handler', 'reviewer'].map((role) => ({ role, unit: 'lantai-housing' })) }
  const { office, record } = play(hotline, underWay('2025-09-22'))
  const at = office.context(record.changedAt).at
  const done = office.act('r-1', 'finish', { contacted: true, solved: true, reply: '已修复。' }, both, at)
  expect(done.ok).toBe(true)
  const passed = office.act('r-1', 'approve', {}, both, at)
  expect(passed.ok ? '' : passed.refusal.code).toBe('own-work')
})
