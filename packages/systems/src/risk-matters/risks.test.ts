import { describe, expect, it } from 'vitest'
import { figureOf, type Played, play } from '../../testing/play.ts'
import { as, on, step } from '../example.ts'
import {
  answered,
  assessed,
  assigned,
  clerk,
  concluded,
  delay,
  grid,
  head,
  HOUSING,
  LABOUR,
  office,
  relapsed,
  reported,
  rolled,
  struck,
  submitted,
  underHand,
} from './risks.examples-steps.ts'
import { riskMatters } from './risks.loop.ts'
import { riskMatterMeasures } from './risks.measures.ts'

const codes = ({ refusals }: Played) => refusals.map(({ code }) => code)
const limitOf = ({ record }: Played, clock: string) => record.clocks[clock]?.run.limit

const ended = [...underHand(), submitted('2025-10-10 09:00'), concluded('2025-10-13 09:00')]

describe('Y94 each stage has its time', () => {
  it.each([
    ['red', 15, 3],
    ['orange', 15, 7],
    ['yellow', 30, 15],
    ['blue', 30, 30],
  ])('Y94 %s: %d days to end it, every %d days somebody goes round', (level, handling, rolling) => {
    const played = play(riskMatters, underHand(level, { keeper: '副区长' }))
    expect([limitOf(played, 'handling'), limitOf(played, 'rolling')]).toEqual([
      { value: handling, unit: 'day' },
      { value: rolling, unit: 'day' },
    ])
  })

  it('Y94 handling goes on while it is reviewed, and is urged by steps when it runs out', () => {
    const until = (local: string, ...more: readonly ReturnType<typeof submitted>[]) =>
      play(riskMatters, [...underHand(), ...more], {}, local).record
    expect(until('2025-10-23 23:00').urging).toBeUndefined()
    expect(until('2025-10-24 12:00', submitted('2025-10-23 09:00')).urging).toBe('remind')
    expect(until('2025-10-29 12:00').urging).toBe('order')
    expect(until('2025-11-04 12:00').urging).toBe('talk')
  })
})

describe('Y95 assigned', () => {
  it('Y95 red and orange go to nobody without a leader who answers for them, and cannot become so later', () => {
    const bare = [reported('2025-09-22 09:00'), assessed('2025-09-22 10:00', 'orange'), assigned('2025-09-22 11:00')]
    expect(codes(play(riskMatters, bare))).toEqual(['keeper-first'])
    const raise = (newKeeper?: string) =>
      step(office, 'regrade', '2025-09-25 09:00', 'handling', {
        newLevel: 'red',
        reason: '聚集。',
        ...(newKeeper === undefined ? {} : { newKeeper }),
      })
    expect(codes(play(riskMatters, [...underHand(), raise()]))).toEqual(['keeper-first'])
    expect(play(riskMatters, [...underHand(), raise('副区长')]).record.fields['level']).toBe('red')
  })

  it('Y95 what is given back is assessed again, and the next unit has its own time', () => {
    const played = play(riskMatters, [
      reported('2025-09-22 09:00'),
      assessed('2025-09-22 10:00'),
      assigned('2025-09-22 11:00', {}, 'assigned', LABOUR),
      step(head(LABOUR), 'giveBack', '2025-09-23 09:00', 'found', { reason: '不属于职责。' }),
      assessed('2025-09-23 10:00'),
      assigned('2025-09-24 11:00'),
      answered('2025-09-25 09:00'),
    ])
    expect([codes(played), played.record.lead, played.record.clocks['handling']?.former.length]).toEqual([
      [],
      HOUSING,
      1,
    ])
  })
})

describe('Y96 ended', () => {
  it('Y96 who submits does not review, who reviews does not strike off', () => {
    const played = play(riskMatters, [
      ...underHand(),
      as('程远', submitted('2025-10-10 09:00')),
      as('程远', concluded('2025-10-10 10:00')),
      as('方晴', concluded('2025-10-10 11:00')),
      rolled('2025-10-15 09:00', 'observing'),
      as('方晴', struck('2025-11-10 09:00')),
      struck('2025-11-10 10:00'),
    ])
    expect([codes(played), played.record.state]).toEqual([['own-work', 'own-review'], 'struckOff'])
  })

  it('Y96 nothing is struck off before somebody has gone round after its end', () => {
    const before = [...underHand(), rolled('2025-10-08 09:00', 'handling'), ...ended.slice(4)]
    expect(codes(play(riskMatters, [...before, struck('2025-11-14 09:00')]))).toEqual(['roll-first'])
    const seen = play(riskMatters, [...ended, rolled('2025-11-12 09:00', 'observing'), struck('2025-11-14 09:00')])
    expect(seen.record.state).toBe('struckOff')
  })

  it('Y97 a relapse begins a round, from the assessment on', () => {
    const { record } = play(riskMatters, [...ended, relapsed('2025-10-20 09:00')])
    expect([record.state, record.rounds.length, record.fields['concludedAt']]).toEqual(['found', 1, undefined])
    expect(record.clocks['observe']?.run.stoppedAt).toBeDefined()
  })
})

describe('Y98 figures', () => {
  const { office: played } = play(
    riskMatters,
    [
      ...on('struck', [...ended, rolled('2025-11-12 09:00', 'observing'), struck('2025-11-14 09:00')]),
      ...on('owing', underHand()),
      ...on('again', [...ended, relapsed('2025-10-20 09:00')]),
      ...on('none', [
        reported('2025-09-22 09:00'),
        step(office, 'dismiss', '2025-09-22 10:00', 'dismissed', { reason: '无。' }),
      ]),
      ...on('urged', [
        ...underHand('red', { keeper: '副区长' }),
        step(office, 'remind', '2025-09-26 09:00', 'handling', { reason: '报动态。' }),
        step(clerk(HOUSING), 'progress', '2025-09-27 09:00', 'handling', { progress: '已约见。' }),
      ]),
    ].toSorted((a, b) => (a.at < b.at ? -1 : 1)),
    {},
    '2025-11-30 00:00',
  )
  const figure = (id: string) => figureOf(riskMatterMeasures, riskMatters, played.records(), id)

  it('Y98 rates are of what was found; what was no risk is in none, what came back is not ended', () => {
    expect(figure('closedRate')).toMatchObject({ numerator: 1, base: 4 })
    expect(figure('relapseRate')).toMatchObject({ numerator: 1, base: 4 })
    expect(figure('onTimeRate')).toMatchObject({ numerator: 1, base: 3 })
  })

  it('Y98 the days of each stage, what people urged, and what is red now', () => {
    expect(figure('assessAverage').value).toBeCloseTo(0.25, 5)
    expect(figure('handleAverage').value).toBe(20)
    expect([figure('urged').value, figure('red').value, figure('urgedNow').value]).toEqual([1, 1, 2])
  })

  it('Y98 a finder opens it for the place where it lies', () => {
    const { record } = play(riskMatters, [step(grid, 'report', '2025-09-22 09:00', 'found', delay)])
    expect([record.area, record.lead]).toEqual(['lantai-dongmen-guihua-1', undefined])
  })
})
