import { describe, expect, it } from 'vitest'
import { after, CHECK, chief, clerk, FILE, FINISH, handler, inspector, moment, SEND } from '../../testing/kit.ts'
import { patrol, patrolMeasures, patrolMeasuresInput } from '../../testing/patrol.ts'
import { spoil } from '../../testing/spoil.ts'
import {
  type Contribution,
  categoryOf,
  contributionDeltas,
  contributions,
  excluded,
  type Measures,
  type RecordState,
} from '../index.ts'

const of = (record: RecordState, measures: Measures = patrolMeasures, utcOffset = 480): readonly Contribution[] =>
  contributions(measures, patrol, record, utcOffset)
const counted = (record: RecordState, measures?: Measures): readonly string[] =>
  of(record, measures).map(
    ({ counter, period, unit, amount }) => `${counter.slice(7)} ${period || '-'} ${unit || '-'} ${amount}`,
  )

const filed = after([FILE])
const sent = after([SEND], filed)
const done = after([FINISH, CHECK], sent)
const spoiled = (...edits: Parameters<typeof spoil>[1][]): Measures => ({
  ...patrolMeasures,
  ...spoil(patrolMeasuresInput(), ...edits),
})

describe('contributions', () => {
  it('E105 a record counts where its test holds: month, unit, amount', () => {
    expect(counted(filed)).toEqual(['filed 2025-09 guihua 1', 'open - - 1'])
    expect(counted(sent)).toEqual(['filed 2025-09 guihua 1', 'open - roads 1', 'byPerson 2025-09 roads 1'])
    expect(counted(done)).toEqual([
      'filed 2025-09 guihua 1',
      'finished 2025-09 roads 1',
      'inTime 2025-09 roads 1',
      'solved 2025-09 roads 1',
      'byPerson 2025-09 roads 1',
    ])
    expect(of(filed)[0]).toEqual({
      counter: 'patrol.filed',
      period: '2025-09',
      unit: 'guihua',
      category: 'road',
      amount: 1,
      excluded: false,
    })
  })

  it('E105 an amount is worked out; 0 and what is no number count nothing', () => {
    const redone = after([FINISH, [inspector, 'check', { fine: false }, '2025-09-29 10:00']], sent)
    expect(counted(redone)).toContain('rounds 2025-09 roads 1')
    const texts = spoiled(['counters.filed.amount', { field: 'title' }], ['counters.open.amount', { field: 'size' }])
    expect(counted(sent, texts)).toEqual(['byPerson 2025-09 roads 1'])
  })

  it('E105 without its moment a record does not count in a month, without its unit it counts for none', () => {
    expect(counted(sent, spoiled(['counters.open.period', { field: 'doneAt' }]))).not.toContain('open - roads 1')
    expect(
      counted(sent, spoiled(['counters.open.period', { field: 'title' }])).some((text) => text.startsWith('open')),
    ).toBe(false)
    expect(counted(sent, spoiled(['counters.open.unit', { field: 'size' }]))).toContain('open - - 1')
    const { area: _area, ...nowhere } = filed
    expect(counted(nowhere)).toContain('filed 2025-09 - 1')
  })

  it('E105 the month is the local one', () => {
    const late = after([[clerk, 'file', { title: '夜间', kind: 'road' }, '2025-09-30 23:30']])
    expect(of(late)[0]?.period).toBe('2025-09')
    expect(of(late, patrolMeasures, 540)[0]?.period).toBe('2025-10')
    expect(late.openedAt).toBe(moment('2025-09-30 23:30'))
  })

  it('E105 the category is what the category field says', () => {
    expect(categoryOf(patrol, filed)).toBe('road')
    expect(categoryOf(patrol, { ...filed, fields: {} })).toBe('')
    expect(categoryOf(patrol, { ...filed, fields: { kind: ['road'] } })).toBe('')
    expect(categoryOf(spoil(patrol, ['categoryField']), filed)).toBe('')
  })

  it('E108 a record whose exclusion was granted is marked, in every counter', () => {
    const asked = after([[chief, 'askOut', { reason: '无法联系' }, '2025-10-09 09:00']], done)
    const granted = after([[inspector, 'grantOut', {}, '2025-10-09 10:00']], asked)
    expect([done, asked, granted].map((record) => excluded(record, patrol))).toEqual([false, false, true])
    expect(of(granted).map(({ excluded: out }) => out)).toEqual(Array(5).fill(true))
    const other = after(
      [
        [handler, 'askMore', { reason: '等', more: 1 }, '2025-09-27 10:00'],
        [chief, 'grantMore', { reason: '可' }, '2025-09-27 11:00'],
      ],
      sent,
    )
    expect(excluded(other, patrol)).toBe(false)
  })
})

describe('deltas', () => {
  const line = ({ counter, unit, amount, excluded: out }: Contribution): string =>
    `${counter.slice(7)} ${unit || '-'} ${amount}${out ? ' out' : ''}`
  const delta = (before: RecordState | undefined, now: RecordState) =>
    contributionDeltas(before === undefined ? [] : of(before), of(now)).map(line)

  it('E106 what was counted is taken back where it is counted otherwise now, and nothing is said of what stays', () => {
    expect(delta(undefined, filed)).toEqual(['filed guihua 1', 'open - 1'])
    expect(delta(filed, sent)).toEqual(['open - -1', 'open roads 1', 'byPerson roads 1'])
    expect(delta(sent, done)).toEqual(['open roads -1', 'finished roads 1', 'inTime roads 1', 'solved roads 1'])
    expect(delta(done, done)).toEqual([])
  })

  it('E106 a changed amount is its difference', () => {
    const rounds = (amount: number): Contribution => ({
      counter: 'patrol.rounds',
      period: '2025-09',
      unit: 'roads',
      category: 'road',
      amount,
      excluded: false,
    })
    expect(contributionDeltas([rounds(1)], [rounds(3)]).map(line)).toEqual(['rounds roads 2'])
    expect(contributionDeltas([rounds(3)], []).map(line)).toEqual(['rounds roads -3'])
  })

  it('E106 being excluded moves a record from the one sum to the other', () => {
    const out = {
      ...done,
      requests: [
        {
          kind: 'out',
          at: done.openedAt,
          by: 'a',
          unit: 'b',
          fields: {},
          decision: { granted: true, at: done.openedAt, by: 'c' },
        },
      ],
    }
    expect(delta(done, out).filter((text) => text.startsWith('finished'))).toEqual([
      'finished roads -1',
      'finished roads 1 out',
    ])
  })
})
