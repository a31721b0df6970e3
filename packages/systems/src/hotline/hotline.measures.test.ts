import { evaluateFigure, type RecordState, transition } from '@jiannuo/engine'
import { actorFor, contextAt } from '@jiannuo/engine/testing'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addsOf, figureOf, play } from '../../testing/play.ts'
import { type Step, step } from '../example.ts'
import { answer, callerBack, dispatcher, finished, handler, matter, underWay } from './hotline.examples-steps.ts'
import { hotline } from './hotline.loop.ts'
import { hotlineMeasures } from './hotline.measures.ts'

type Sums = Readonly<Record<string, number>>

/** A figure of given sums, as if so many orders had been counted. */
const figure = (measure: string, sums: Sums, settings = {}) =>
  evaluateFigure(
    hotlineMeasures,
    measure,
    (counter) => {
      const raw = sums[counter.slice('hotline.'.length)] ?? 0
      return { raw, adjusted: raw }
    },
    settings,
  )

// domain.md 2.5: 200 valid call-backs, 190 contacted, 150 solved, 120 content, 50 basically content, 30 not
const counted: Sums = { calledBack: 200, responded: 190, solved: 150, satisfied: 120, basic: 50, unreached: 40 }

describe('Y23 three rates', () => {
  it.each([
    ['responseRate', 190, 200, 95],
    ['solveRate', 150, 200, 75],
    // (120 + 0.9 × 50) / 200
    ['satisfactionRate', 165, 200, 82.5],
  ])('Y23 %s is %d over %d', (measure, numerator, base, value) => {
    const { value: got, ...rest } = figure(measure, counted)
    expect([rest.numerator, rest.base, got]).toEqual([numerator, base, value])
  })

  it('Y23 the score is 100 × (0.1 × response + 0.4 × satisfaction + 0.5 × solving), multiplied once', () => {
    expect(figure('score', counted).value).toBe(80)
    const full = { calledBack: 7, responded: 7, solved: 7, satisfied: 7 }
    expect(figure('score', full).value).toBe(100)
  })

  it('Y23 weights, the part of 基本满意 and the base are settings', () => {
    expect(figure('satisfactionRate', counted, { basicWeight: 1 }).value).toBe(85)
    expect(figure('satisfactionRate', counted, { basicWeight: 0.6 }).value).toBe(75)
    expect(figure('solveRate', counted, { unreachedInBase: 1 })).toMatchObject({
      numerator: 150,
      base: 240,
      value: 62.5,
    })
    // 30/35/35 as one banner has it, without the same sum of weights
    const others = { respondedWeight: 0.3, solvedWeight: 0.35, satisfiedWeight: 0.35 }
    expect(figure('score', counted, others).value).toBe(83.625)
  })

  it('Y23 without a call-back there is no rate and no score, and never NaN', () => {
    for (const measure of ['responseRate', 'solveRate', 'satisfactionRate', 'score'])
      expect(figure(measure, {}).value).toBeUndefined()
  })

  it('Y23 a score lies between 0 and 100 whatever the counts', () => {
    const counts = fc.record({
      calledBack: fc.integer({ min: 1, max: 5000 }),
      parts: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
    })
    fc.assert(
      fc.property(counts, ({ calledBack, parts: [a, b] }) => {
        const satisfied = Math.floor(calledBack * a)
        const basic = Math.floor((calledBack - satisfied) * b)
        const sums = { calledBack, satisfied, basic, solved: satisfied, responded: satisfied + basic }
        const { value } = figure('score', sums)
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(100)
      }),
    )
  })
})

const record = (steps: readonly Step[], until?: string, settings = {}): RecordState =>
  play(hotline, steps, settings, until).record

const inTime = record([
  ...underWay('2025-09-22'),
  ...finished('lantai-housing', '2025-09-25 10:00', '2025-09-25 11:00'),
  answer('2025-09-26 10:00', 'satisfied', true, 'archived'),
])
const late = record([
  ...underWay('2025-09-22'),
  ...finished('lantai-housing', '2025-10-09 10:00', '2025-10-09 11:00'),
  answer('2025-10-10 10:00', 'basic', true, 'archived'),
])
const open = record(underWay('2025-09-29'), '2025-09-30 12:00')
const lateAndOpen = record(underWay('2025-09-22'), '2025-10-09 12:00')

describe('Y24 the rate in time', () => {
  it('Y24 is over what fell due, not over what was received', () => {
    const { numerator, base } = figureOf(hotlineMeasures, hotline, [inTime, late, open, lateAndOpen], 'onTimeRate')
    expect([numerator, base]).toEqual([1, 3])
    expect(figureOf(hotlineMeasures, hotline, [open], 'onTimeRate').value).toBeUndefined()
  })

  it('Y24 what ran out counts in the month in which it ran out, finished since or not', () => {
    const of = (month: string) =>
      figureOf(hotlineMeasures, hotline, [inTime, late, lateAndOpen], 'onTimeRate', { from: month, to: month })
    expect([of('2025-09').numerator, of('2025-09').base]).toEqual([1, 3])
    expect(of('2025-10').base).toBe(0)
  })

  it('Y24 an order approved late before its mark was carried out is late all the same', () => {
    const [, approve] = finished('lantai-housing', '2025-09-25 10:00', '2025-09-29 09:00')
    const before = record([
      ...underWay('2025-09-22'),
      ...finished('lantai-housing', '2025-09-25 10:00', '').slice(0, 1),
    ])
    expect(before.fields['overdueAt']).toBeUndefined()
    const { action, at, role = '', unit = '' } = approve!
    const command = { action, input: {}, actor: actorFor(role, unit), record: before.id }
    const outcome = transition(hotline, before, command, contextAt(at))
    expect(outcome.ok && addsOf(hotlineMeasures, hotline, outcome.value.record)).toContain(
      'overdue 2025-09 lantai-housing 1',
    )
  })
})

describe('Y25 returns', () => {
  const returned = record([
    ...underWay('2025-09-22'),
    step(handler('lantai-housing'), 'giveBack', '2025-09-23 09:00', 'returned', {
      reason: 'duty',
      explanation: '不属于本单位。',
    }),
    step(dispatcher, 'dispatchByHand', '2025-09-23 10:00', 'dispatched', { lead: 'lantai-market', clause: '职责分工' }),
  ])
  const rate = (unit: string) => figureOf(hotlineMeasures, hotline, [returned, inTime], 'returnRate', { units: [unit] })

  it('Y25 a return counts for the unit that gave back, over what it was sent', () => {
    expect([rate('lantai-housing').numerator, rate('lantai-housing').base]).toEqual([1, 2])
    expect([rate('lantai-market').numerator, rate('lantai-market').base]).toEqual([0, 1])
  })

  it('Y25 over the district the same return is not lost', () => {
    const { numerator, base } = figureOf(hotlineMeasures, hotline, [returned, inTime], 'returnRate')
    expect([numerator, base]).toEqual([1, 3])
  })
})

describe('Y26 months', () => {
  it('Y26 every count lies in the month of the event that decides it', () => {
    expect(addsOf(hotlineMeasures, hotline, late)).toEqual([
      'received 2025-09 lantai-dongmen-guihua 1',
      'dispatched 2025-09 lantai-housing 1',
      'signedInTime 2025-09 lantai-housing 1',
      'overdue 2025-09 lantai-housing 1',
      'finished 2025-10 lantai-housing 1',
      'calledBack 2025-10 lantai-housing 1',
      'responded 2025-10 lantai-housing 1',
      'solved 2025-10 lantai-housing 1',
      'basic 2025-10 lantai-housing 1',
    ])
  })

  it('Y26 an open order is a stock without a month', () => {
    expect(addsOf(hotlineMeasures, hotline, lateAndOpen)).toEqual([
      'received 2025-09 lantai-dongmen-guihua 1',
      'dispatched 2025-09 lantai-housing 1',
      'signedInTime 2025-09 lantai-housing 1',
      'overdue 2025-09 lantai-housing 1',
      'open  lantai-housing 1',
      'openOverdue  lantai-housing 1',
    ])
  })

  it('Y26 a redo is counted once as an order and often as rounds, and its former answer no more', () => {
    const unhappy = (at: string) => answer(at, 'dissatisfied', false, 'redo')
    const again = (at: string) => finished('lantai-housing', `${at} 10:00`, `${at} 11:00`)
    const twice = record([
      ...underWay('2025-09-22'),
      ...again('2025-09-23'),
      unhappy('2025-09-24 09:00'),
      ...again('2025-09-25'),
      unhappy('2025-09-26 09:00'),
    ])
    const adds = addsOf(hotlineMeasures, hotline, twice)
    expect(adds).toContain('redone 2025-09 lantai-housing 1')
    expect(adds).toContain('redoRounds 2025-09 lantai-housing 2')
    expect(adds.filter((one) => one.startsWith('calledBack'))).toEqual([])
    expect(figureOf(hotlineMeasures, hotline, [twice, inTime], 'redoRate')).toMatchObject({ numerator: 1, base: 2 })
  })

  it('Y26 an order never reached is in no rate, unless the setting takes it in', () => {
    const missed = ['2025-09-25 15:00', '2025-09-26 09:00', '2025-09-26 15:00'].map((at) =>
      step(callerBack, 'missCall', at, 'callBack'),
    )
    const unreached = record([
      ...underWay('2025-09-22'),
      ...finished('lantai-housing', '2025-09-25 10:00', '2025-09-25 11:00'),
      ...missed,
    ])
    expect(unreached.state).toBe('archived')
    const of = (settings = {}) =>
      figureOf(hotlineMeasures, hotline, [unreached, inTime], 'solveRate', {}, settings).base
    expect([of(), of({ unreachedInBase: 1 })]).toEqual([1, 2])
  })

  it('Y26 repeats and the load per ten thousand people are of what was received, by area', () => {
    const repeat = record(underWay('2025-09-23', 'lantai-housing', { ...matter, repeatOf: 'GD-1' }))
    expect(repeat.links).toEqual([{ kind: 'repeatOf', record: 'GD-1' }])
    const area = { units: ['lantai-dongmen-guihua'] }
    expect(figureOf(hotlineMeasures, hotline, [repeat, inTime], 'repeatRate', area)).toMatchObject({
      numerator: 1,
      base: 2,
    })
    const load = figureOf(hotlineMeasures, hotline, [repeat, inTime], 'perTenThousand', {}, { population: 80 })
    expect([load.numerator, load.base, load.value]).toEqual([2, 80, 0.025])
    expect(figureOf(hotlineMeasures, hotline, [repeat], 'perTenThousand').value).toBeUndefined()
  })

  it('Y26 where the unit says solved and the caller does not, the order is counted apart', () => {
    const steps = [
      ...underWay('2025-09-22'),
      ...finished('lantai-housing', '2025-09-25 10:00', '2025-09-25 11:00'),
      answer('2025-09-26 10:00', 'dissatisfied', false, 'archived'),
    ]
    expect(addsOf(hotlineMeasures, hotline, record(steps, undefined, { maxRedo: 0 }))).toContain(
      'contradicted 2025-09 lantai-housing 1',
    )
  })
})
