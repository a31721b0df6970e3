import type { Json } from '@jiannuo/engine'
import { describe, expect, it } from 'vitest'
import { figureOf, type Played, play } from '../../testing/play.ts'
import { as, on, type Step, step } from '../example.ts'
import {
  accepted,
  doneBy,
  EMERGENCY,
  failed,
  five,
  found,
  graded,
  grid,
  head,
  inspector,
  HOUSING,
  majorUnderway,
  office,
  onTheSpot,
  ordered,
  passage,
  passed,
  struckMajor,
  underway,
} from './hazards.examples-steps.ts'
import { hazards } from './hazards.loop.ts'
import { hazardMeasures } from './hazards.measures.ts'

const codes = ({ refusals }: Played) => refusals.map(({ code }) => code)
const told = ({ office: { entries } }: Played, message: string) =>
  entries()
    .flatMap(({ transition }) => transition.effects)
    .filter((effect) => effect.type === 'notify' && effect.message === message).length

const strike = (at: string): Step => step(head(EMERGENCY), 'strike', at, 'struckOff')
const begin = (input: Readonly<Record<string, Json>>): Step =>
  step(inspector(EMERGENCY), 'begin', '2025-09-23 10:00', 'rectifying', input)
const upToOrder = underway().slice(0, 3)

describe('Y80 whose it is', () => {
  it('Y80 the kind says which department watches, else the area does', () => {
    expect(play(hazards, [found('2025-09-22 09:00')]).record.lead).toBe(EMERGENCY)
    const rental = play(hazards, [found('2025-09-22 09:00', { ...passage, category: 'rental' })])
    expect(rental.record.lead).toBe('lantai-dongmen-guihua-1')
    const categories = { fire: { title: '消防', lead: HOUSING } }
    expect(play(hazards, [found('2025-09-22 09:00')], { categories }).record.lead).toBe(HOUSING)
  })

  it('Y80 who reported is kept from the community', () => {
    const sealed = hazards.fields['reporterPhone']?.personal?.sealed
    expect(sealed?.from).toEqual(['area', 'co'])
    expect(sealed?.when).toEqual({ equals: [{ field: 'source' }, { const: 'report' }] })
  })
})

describe('Y81 five in place', () => {
  it.each(['dutyHolder', 'measures', 'funds', 'contingency'])('Y81 work does not begin without %s', (missing) => {
    const rest = Object.fromEntries(Object.entries(five).filter(([id]) => id !== missing))
    const played = play(hazards, [...upToOrder, begin(rest)])
    expect([codes(played), played.record.state]).toEqual([['five-incomplete'], 'planning'])
  })

  it('Y81 nought yuan is an answer; the time limit stands on the order', () => {
    const { record } = play(hazards, [...upToOrder, begin({ ...five, funds: 0 })])
    expect([record.state, record.fields['deadline']]).toEqual(['rectifying', '2025-10-10'])
  })

  it('Y82 a major one waits for its report, its posting and its plan; whether for the posting is a setting', () => {
    const without = majorUnderway().filter(({ action }) => action !== 'post')
    expect(codes(play(hazards, without))).toEqual(['post-first'])
    expect(play(hazards, without, { mustPost: false }).record.state).toBe('rectifying')
    const unreported = majorUnderway().filter(({ action }) => action !== 'reportUp')
    expect(codes(play(hazards, unreported))).toEqual(['report-first'])
    const unplanned = majorUnderway().map((one) => (one.action === 'plan' ? { ...one, input: five } : one))
    expect(codes(play(hazards, unplanned))).toEqual(['plan-incomplete'])
  })
})

describe('Y83 time', () => {
  it('Y83 an overdue order is urged: reminder, order after three days, talk after ten', () => {
    const until = (day: string) => play(hazards, underway('2025-10-10'), {}, `${day} 12:00`).record
    expect(['10-10', '10-11', '10-14', '10-21'].map((day) => until(`2025-${day}`).urging)).toEqual([
      undefined,
      'remind',
      'order',
      'talk',
    ])
    expect(until('2025-10-11').fields['overdueAt']).toBeDefined()
  })

  it('Y83 the day on the order stands though it is a rest day, and goes on through planning', () => {
    const { record, ...rest } = play(hazards, underway('2025-10-05').slice(0, 3), {}, '2025-10-06 00:01')
    expect([record.state, record.urging]).toEqual(['planning', 'remind'])
    expect(told({ record, ...rest }, 'rectification-due')).toBe(3)
  })

  it('Y84 more time is asked for before the day, once, to a later day, and decided by the head, of a major one by the office', () => {
    const ask = (at: string, unit = EMERGENCY, days = 10): Step =>
      step(inspector(unit), 'askExtension', at, 'rectifying', {
        reason: 'works',
        days,
        interim: '专人值守。',
        application: ['c'.repeat(64)],
      })
    const late = play(hazards, [...underway('2025-10-10'), ask('2025-10-12 09:00')])
    expect(codes(late)).toEqual(['extension-too-late'])
    const grant = step(head(EMERGENCY), 'grantExtension', '2025-10-09 15:00', 'rectifying', { reason: '同意' })
    const twice = play(hazards, [...underway('2025-10-10'), ask('2025-10-09 09:00'), grant, ask('2025-10-17 09:00')])
    expect([codes(twice), twice.record.fields['deadline'], twice.record.fields['extendedDays']]).toEqual([
      ['extension-used-up'],
      '2025-10-10',
      10,
    ])
    const major = play(hazards, [
      ...majorUnderway(),
      ask('2025-12-01 09:00', HOUSING),
      step(head(HOUSING), 'grantExtension', '2025-12-02 15:00', 'rectifying', { reason: '同意' }),
    ])
    expect(codes(major)).toEqual(['major-elsewhere'])
  })
})

describe('Y85 second and third person', () => {
  it('Y85 who registered the completion does not check, who checked does not strike off', () => {
    const both = play(hazards, [
      ...underway(),
      as('周宁', doneBy(inspector(EMERGENCY), '2025-10-08 10:00')),
      as('周宁', passed(EMERGENCY, '2025-10-08 11:00')),
      as('周宁', failed(inspector(EMERGENCY), '2025-10-08 11:10', '2025-10-20')),
      as('秦朗', passed(EMERGENCY, '2025-10-08 12:00')),
      as('秦朗', strike('2025-10-08 14:00')),
      as('陆青', strike('2025-10-08 15:00')),
    ])
    expect(codes(both)).toEqual(['own-work', 'own-work', 'own-check'])
    expect(both.record.state).toBe('struckOff')
  })

  it('Y85 the watching unit cannot pass what is major; one of the office accepts, another strikes off', () => {
    const played = play(hazards, [
      ...majorUnderway(),
      doneBy(grid, '2025-12-08 10:00'),
      step(inspector(HOUSING), 'pass', '2025-12-09 10:00', 'striking', onTheSpot),
    ])
    expect([codes(played), played.record.state]).toEqual([['major-elsewhere'], 'recheck'])
    const ended = play(hazards, [
      ...majorUnderway(),
      doneBy(grid, '2025-12-08 10:00'),
      as('梁初', accepted('2025-12-10 10:00')),
      step(head(HOUSING), 'restart', '2025-12-10 11:00', 'deleting', { document: '复1号' }),
      as('梁初', struckMajor('2025-12-10 15:00')),
      struckMajor('2025-12-10 16:00'),
    ])
    expect([codes(ended), ended.record.state]).toEqual([['own-check'], 'struckOff'])
  })
})

describe('Y86 figures', () => {
  const minorOnTime = [
    ...underway(),
    doneBy(grid, '2025-10-08 10:00'),
    passed(EMERGENCY, '2025-10-09 10:00'),
    strike('2025-10-09 15:00'),
  ]
  const minorFailed = [
    ...underway(),
    doneBy(grid, '2025-10-08 10:00'),
    failed(inspector(EMERGENCY), '2025-10-08 15:00', '2025-10-14'),
    doneBy(grid, '2025-10-13 10:00'),
    passed(EMERGENCY, '2025-10-14 10:00'),
  ]
  const majorDone = [
    ...majorUnderway('2025-12-20'),
    doneBy(inspector(HOUSING), '2025-12-08 10:00'),
    accepted('2025-12-12 10:00'),
    step(head(HOUSING), 'restart', '2025-12-15 10:00', 'deleting', { document: '复1号' }),
    struckMajor('2025-12-15 16:00'),
  ]
  const { office: played } = play(
    hazards,
    [
      ...on('on time', minorOnTime),
      ...on('failed', minorFailed),
      ...on('owing', underway('2025-10-10')),
      ...on('major done', majorDone),
      ...on('major owing', majorUnderway('2025-12-10')),
      ...on('none', [
        found('2025-09-22 09:00'),
        step(head(EMERGENCY), 'dismiss', '2025-09-22 10:00', 'dismissed', { reason: '达标。' }),
      ]),
    ].toSorted((a, b) => (a.at < b.at ? -1 : 1)),
    {},
    '2025-12-31 00:00',
  )
  const figure = (id: string) => figureOf(hazardMeasures, hazards, played.records(), id)

  it('Y86 the rate of major ones is over what was accepted or fell due; what is not due is in no base', () => {
    expect(figure('majorRate')).toMatchObject({ numerator: 1, base: 2 })
    expect([figure('openMajor').value, figure('postedNow').value]).toEqual([1, 1])
    expect([figure('posted').value, figure('unposted').value]).toEqual([2, 1])
  })

  it('Y86 what failed a recheck or ran out was not mended in time', () => {
    expect(figure('onTimeRate')).toMatchObject({ numerator: 2, base: 5 })
  })

  it('Y86 the closed loop is a cohort of what was found; what was no hazard is in none', () => {
    expect(figure('closedRate')).toMatchObject({ numerator: 2, base: 5 })
    expect([figure('found').value, figure('foundMajor').value, figure('failed').value]).toEqual([5, 2, 1])
  })

  it('Y87 a relapse takes the strike-off away, begins a round, and counts', () => {
    const back = step(office, 'relapse', '2025-11-03 09:00', 'toOrder', { ...onTheSpot, reason: '又堆放。' })
    const again = play(hazards, [...minorOnTime, back, graded(EMERGENCY, 'minor', '2025-11-03 10:00')])
    expect([again.record.state, again.record.rounds.length, again.record.closedAt]).toEqual(['toOrder', 1, undefined])
    const of = (id: string) => figureOf(hazardMeasures, hazards, [again.record], id).value
    expect([of('struck'), of('relapsed'), of('everRelapsed'), of('open')]).toEqual([0, 1, 1, 1])
    const mended = play(hazards, [...minorOnTime, back, ordered(EMERGENCY, '2025-11-10', '2025-11-03 11:00')])
    expect(mended.record.state).toBe('planning')
  })
})
