import { describe, expect, it } from 'vitest'
import { figureOf, type Played, play } from '../../testing/play.ts'
import { as, on, step } from '../example.ts'
import {
  acceptedBy,
  agreed,
  atTable,
  centre,
  charged,
  dispatched,
  failed,
  guided,
  mediator,
  paper,
  performed,
  registered,
  screened,
  STREET,
  toPerform,
  visited,
  wages,
} from './disputes.examples-steps.ts'
import { disputes } from './disputes.loop.ts'
import { disputeSettlementMeasures } from './disputes.measures.ts'

const codes = ({ refusals }: Played) => refusals.map(({ code }) => code)
const limitOf = ({ record }: Played, clock: string) => record.clocks[clock]?.run.limit

const settled = (at = '2025-10-20'): readonly ReturnType<typeof agreed>[] => [
  ...atTable(),
  agreed('2025-09-26 15:00', '2025-10-15'),
  toPerform('2025-09-28 09:00'),
  performed('2025-10-14 10:00'),
  visited(`${at} 09:00`, true, 'archived'),
]

describe('Y88 acceptance and transfer', () => {
  it('Y88 five working days, ten when complex; three to transfer what is not one’s own', () => {
    const simple = play(disputes, [
      registered('2025-09-22 09:00'),
      screened('2025-09-22 10:00'),
      dispatched('2025-09-22 11:00'),
    ])
    expect(limitOf(simple, 'accepting')).toEqual({ value: 5, unit: 'workday' })
    const complex = play(disputes, [
      registered('2025-09-22 09:00', wages),
      screened('2025-09-22 10:00', true),
      dispatched('2025-09-22 11:00', 'lantai-labour'),
    ])
    expect(limitOf(complex, 'accepting')).toEqual({ value: 10, unit: 'workday' })
    const back = step(mediator('lantai-labour'), 'giveBack', '2025-09-23 09:00', 'returned', { reason: '不属于职责。' })
    const returned = play(disputes, [
      registered('2025-09-22 09:00'),
      screened('2025-09-22 10:00'),
      dispatched('2025-09-22 11:00', 'lantai-labour'),
      back,
      dispatched('2025-09-23 10:00', 'lantai-labour'),
      dispatched('2025-09-23 10:10'),
    ])
    expect([codes(returned), returned.record.lead]).toEqual([['returned-by-it'], STREET])
    expect(limitOf(returned, 'transfer')).toEqual({ value: 3, unit: 'workday' })
  })

  it('Y88 mediation is by free will: nobody is made to sit down', () => {
    const unwilling = step(mediator(STREET), 'accept', '2025-09-22 15:00', 'mediating', { willing: false, told: true })
    const played = play(disputes, [...atTable().slice(0, 3), unwilling])
    expect([codes(played), played.record.state]).toEqual([['not-willing'], 'accepting'])
  })
})

describe('Y89 big and hard', () => {
  const start = [
    registered('2025-09-22 09:00', wages),
    screened('2025-09-22 10:00', true),
    dispatched('2025-09-22 11:00'),
  ]

  it('Y89 has a leader who answers for it before it is taken to the table', () => {
    expect(codes(play(disputes, [...start, acceptedBy('2025-09-23 09:00')]))).toEqual(['keeper-first'])
    const kept = play(disputes, [...start, charged('2025-09-23 09:00', 'accepting'), acceptedBy('2025-09-23 10:00')])
    expect([kept.record.state, kept.record.clocks['keeping']?.run.stoppedAt]).toEqual(['mediating', undefined])
  })

  it('Y89 each report of the keeper begins the next stretch', () => {
    const report = step(['leader', 'lantai'], 'keepReport', '2025-09-29 09:00', 'accepting', {
      met: true,
      progress: '面见。',
    })
    const { record } = play(disputes, [...start, charged('2025-09-23 09:00', 'accepting'), report])
    expect(record.clocks['keeping']?.former.length).toBe(1)
  })
})

describe('Y90 time of mediation', () => {
  it('Y90 thirty days, longer only with both parties’ consent; what runs out is urged by steps', () => {
    const until = (local: string) => play(disputes, atTable(), {}, local).record
    expect(until('2025-10-22 12:00').urging).toBeUndefined()
    expect(until('2025-10-23 12:00').urging).toBe('remind')
    expect(until('2025-10-30 12:00').urging).toBe('order')
    expect(until('2025-11-14 12:00').urging).toBe('talk')
    const prolong = (at: string) =>
      step(mediator(STREET), 'prolong', at, 'mediating', { days: 10, reason: '等待鉴定。', consent: paper })
    expect(codes(play(disputes, [...atTable(), prolong('2025-10-24 09:00')]))).toEqual(['extension-too-late'])
    expect(
      play(disputes, [...atTable(), prolong('2025-10-20 09:00')], {}, '2025-10-25 12:00').record.urging,
    ).toBeUndefined()
  })
})

describe('Y91 agreement', () => {
  const apply = (at: string, jointly = true) =>
    step(mediator(STREET), 'applyConfirm', at, 'confirming', { jointly, application: paper })
  const signed = [...atTable(), agreed('2025-09-24 15:00', '2025-12-31')]

  it('Y91 both apply to the court within thirty days, or not at all', () => {
    expect(play(disputes, [...signed, apply('2025-10-24 17:00')]).record.state).toBe('confirming')
    expect(codes(play(disputes, [...signed, apply('2025-10-25 09:00')]))).toEqual(['confirm-too-late'])
    expect(codes(play(disputes, [...signed, apply('2025-10-10 09:00', false)]))).toEqual(['not-jointly'])
  })

  it('Y91 performance runs to the day that the parties wrote down', () => {
    const played = play(disputes, [...signed, toPerform('2025-09-26 09:00')])
    expect(limitOf(played, 'performance')).toEqual({ value: 96, unit: 'day' })
  })

  it('Y91 who mediated does not visit; what has not calmed is taken up again', () => {
    const done = [...signed, toPerform('2025-09-26 09:00'), as('江雪', performed('2025-10-10 09:00'))]
    expect(codes(play(disputes, [...done, as('江雪', visited('2025-10-13 09:00', true, 'archived'))]))).toEqual([
      'own-case',
    ])
    const again = play(disputes, [...done, visited('2025-10-13 09:00', false, 'mediating')])
    expect([again.record.state, again.record.rounds.length]).toEqual(['mediating', 1])
  })
})

describe('Y92 the lawful way', () => {
  it('Y92 what fails is not closed before the parties were told in writing where to go', () => {
    const played = play(disputes, [
      ...atTable(),
      failed('2025-09-26 09:00'),
      guided('2025-09-26 10:00', STREET, false, 'routed'),
    ])
    expect([codes(played), played.record.state]).toEqual([['tell-route'], 'guiding'])
  })
})

describe('Y93 figures', () => {
  const relapse = step(centre, 'relapse', '2025-11-03 09:00', 'toDispatch', { reason: '再次争吵。', evidence: paper })
  const { office } = play(
    disputes,
    [
      ...on('settled', settled()),
      ...on('routed', [...atTable(), failed('2025-09-26 09:00'), guided('2025-09-26 10:00')]),
      ...on('again', [...settled('2025-10-22'), relapse]),
      ...on('gone', [
        registered('2025-09-22 09:00'),
        step(centre, 'withdraw', '2025-09-22 10:00', 'withdrawn', { reason: '和解。', proof: paper }),
      ]),
    ].toSorted((a, b) => (a.at < b.at ? -1 : 1)),
  )
  const figure = (id: string) => figureOf(disputeSettlementMeasures, disputes, office.records(), id)

  it('Y93 settled is what was visited and archived; what went to law or came back is not', () => {
    expect(figure('resolvedRate')).toMatchObject({ numerator: 1, base: 3 })
    expect([figure('settled').value, figure('routed').value, figure('again').value]).toEqual([1, 1, 1])
    expect(figure('relapseRate')).toMatchObject({ numerator: 1, base: 3 })
  })

  it('Y93 success is over agreements and failures; days are natural days from the opening', () => {
    expect(figure('successRate')).toMatchObject({ numerator: 1, base: 2 })
    expect(figure('averageDays').value).toBe(28)
  })
})
