import { describe, expect, it } from 'vitest'
import { figureOf, type Played, play } from '../../testing/play.ts'
import { as, type Step, step } from '../example.ts'
import { clerkOf, economist } from '../commitments/examples-people.ts'
import { economy } from './economy.loop.ts'
import { economyMeasures } from './economy.measures.ts'

const subject = { indicator: 'gdp', indicatorName: '地区生产总值', period: '2026-Q1', place: '兰台区', unit: '亿元' }
const series = { series: 'i:lantai:gdp:level', growthSeries: 'i:lantai:gdp:growth' }
const codes = ({ refusals }: Played) => refusals.map(({ code }) => code)

const usable = (figure = {}, more = {}): readonly Step[] => [
  step(economist, 'collect', '2026-04-16 09:00', 'collect', { ...subject, department: 'lantai-statistics', ...more }),
  step(economist, 'hand', '2026-04-17 09:00', 'check', { version: 'preliminary', value: 150, ...figure }),
  as('顾安', step(economist, 'check', '2026-04-17 10:00', 'consult')),
  step(economist, 'release', '2026-04-17 15:00', 'internal', series),
]
const revise = (input = {}): Step =>
  step(economist, 'revise', '2026-06-18 09:00', 'internal', { ...series, version: 'final', value: 148.2, ...input })

const readings = ({ office }: Played) =>
  office
    .entries()
    .flatMap(({ transition }) => transition.entry.events)
    .flatMap((event) => (event.type === 'read' ? [[event.series, event.version, event.value, event.unit]] : []))

describe('Y52 versions', () => {
  it('Y52 each is a reading of its own; the record shows the latest', () => {
    const played = play(economy, [...usable({ comparableGrowth: 6.1 }), revise({ comparableGrowth: 5.8 })])
    expect(readings(played)).toEqual([
      ['i:lantai:gdp:level', 'preliminary', 150, '亿元'],
      ['i:lantai:gdp:growth', 'preliminary', 6.1, '%'],
      ['i:lantai:gdp:level', 'final', 148.2, '亿元'],
      ['i:lantai:gdp:growth', 'final', 5.8, '%'],
    ])
    expect(played.record.fields).toMatchObject({ value: 148.2, version: 'final' })
  })

  it('Y52 without growth nothing is worked out, and comparable prices go before nominal ones', () => {
    expect(readings(play(economy, usable())).map(([name]) => name)).toEqual(['i:lantai:gdp:level'])
    const both = readings(play(economy, usable({ comparableGrowth: 6.1, nominalGrowth: 7 })))
    expect(both[1]).toEqual(['i:lantai:gdp:growth', 'preliminary', 6.1, '%'])
  })

  it('Y52 a revision names its version and its value', () => {
    const bare = step(economist, 'revise', '2026-06-18 09:00', 'internal', { ...series, value: 148 })
    expect(codes(play(economy, [...usable(), bare]))).toEqual(['engine/bad-input'])
  })

  it('Y52 who handed it in does not check it', () => {
    const own = step(economist, 'check', '2026-04-17 10:00', 'consult')
    expect(codes(play(economy, [...usable().slice(0, 2), own]))).toEqual(['own-figure'])
  })

  it('Y52 a unit gives the figure, not the target', () => {
    const clerk = clerkOf('lantai-statistics')
    const target = step(clerk, 'fill', '2026-04-16 10:00', 'collect', { yearTarget: 600 })
    expect(codes(play(economy, [...usable().slice(0, 1), target]))).toEqual(['engine/bad-input'])
  })
})

describe('Y53 making public', () => {
  const publish = (input = {}): Step => step(economist, 'publish', '2026-04-20 10:00', 'public', input)

  it.each([
    ['the day of release', { releasedOn: '2026-04-20' }, []],
    ['a day before', { releasedOn: '2026-04-17' }, []],
    ['no day', {}, ['not-released']],
    ['a day to come', { releasedOn: '2026-04-21' }, ['not-released']],
  ] as const)('Y53 with %s', (_what, input, refused) => {
    expect(codes(play(economy, [...usable(), publish(input)]))).toEqual(refused)
  })

  it('Y53 never what is internal, until that is amended', () => {
    const released = { releasedOn: '2026-04-17' }
    const internal = usable({}, { secrecy: 'internal' })
    expect(codes(play(economy, [...internal, publish(released)]))).toEqual(['secret'])
    const amend = step(economist, 'amend', '2026-04-20 09:00', 'internal', { secrecy: 'public', reason: '已发布。' })
    expect(play(economy, [...internal, amend, publish(released)]).record.state).toBe('public')
  })

  it('Y53 collected, usable and public are counted by month', () => {
    const { record } = play(economy, [...usable(), publish({ releasedOn: '2026-04-20' }), revise()])
    const value = (measure: string, month: string) =>
      figureOf(economyMeasures, economy, [record], measure, { from: month, to: month }).value
    expect(['collected', 'usable', 'published', 'revised'].map((measure) => value(measure, '2026-04'))).toEqual([
      1, 1, 1, 0,
    ])
    expect(value('revised', '2026-06')).toBe(1)
  })
})
