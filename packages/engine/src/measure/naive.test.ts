import { describe, expect, it } from 'vitest'
import { after, CHECK, chief, clerk, FILE, FINISH, inspector, SEND, type Step } from '../../testing/kit.ts'
import { patrol, patrolMeasures } from '../../testing/patrol.ts'
import { type NaiveFilter, naiveSums, type RecordState } from '../index.ts'

const done = after([FILE, SEND, FINISH, CHECK])
const excluded = after(
  [
    [chief, 'askOut', { reason: '无法联系' }, '2025-10-09 09:00'],
    [inspector, 'grantOut', {}, '2025-10-09 10:00'],
  ],
  done,
)
const water: Step = [clerk, 'file', { title: '积水', kind: 'water', area: 'shiqiao' }, '2025-10-09 09:00']
const open = after([water, [clerk, 'send', { lead: 'water' }, '2025-10-09 10:00']])
const records: readonly RecordState[] = [done, excluded, open]

const sums = (filter: Partial<NaiveFilter> = {}) =>
  Object.fromEntries(
    naiveSums(patrolMeasures, patrol, records, { utcOffset: 480, ...filter })
      .filter(({ raw }) => raw !== 0)
      .map(({ counter, raw, adjusted }) => [counter.slice(7), [raw, adjusted]]),
  )

describe('straight count', () => {
  it('E110 every counter over all records, raw and without the excluded', () => {
    expect(sums()).toEqual({
      filed: [3, 2],
      finished: [2, 1],
      inTime: [2, 1],
      solved: [2, 1],
      open: [1, 1],
      byPerson: [3, 2],
    })
    expect(naiveSums(patrolMeasures, patrol, [], { utcOffset: 480 })).toHaveLength(9)
  })

  it('E110 narrowed by months, both counted, which do not narrow a stock', () => {
    expect(sums({ from: '2025-10' })).toEqual({ filed: [1, 1], open: [1, 1], byPerson: [1, 1] })
    expect(sums({ to: '2025-09' })['filed']).toEqual([2, 1])
    expect(sums({ from: '2025-09', to: '2025-10' })['filed']).toEqual([3, 2])
  })

  it('E110 narrowed by units, each counter by its own, and by category', () => {
    expect(sums({ units: ['shiqiao'] })).toEqual({ filed: [1, 1] })
    expect(sums({ units: ['roads', 'water'] })).toMatchObject({ finished: [2, 1], open: [1, 1], byPerson: [3, 2] })
    expect(sums({ category: 'water' })).toEqual({ filed: [1, 1], open: [1, 1], byPerson: [1, 1] })
    expect(sums({ category: '' })).toEqual({})
  })
})
