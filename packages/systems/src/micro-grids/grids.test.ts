import type { Json, RecordState } from '@jiannuo/engine'
import { describe, expect, it } from 'vitest'
import { addsOf, figureOf, play } from '../../testing/play.ts'
import { type Step, step } from '../example.ts'
import { microGridMeasures } from './grids.measures.ts'
import { microGrids } from './grids.register.ts'

type Input = Readonly<Record<string, Json>>

const worker = ['gridWorker', 'lantai-dongmen-guihua-1'] as const
const community = ['communityClerk', 'lantai-dongmen-guihua'] as const
const street = ['streetClerk', 'lantai-dongmen'] as const
const yard: Input = {
  name: '试验微网格',
  code: '420199001001-01-01',
  kind: 'estate',
  grid: 'lantai-dongmen-guihua-1',
  street: 'lantai-dongmen',
  boundary: '1至3栋。',
  households: 100,
  posts: 2,
}
const enter = (more: Input = {}): Step => step(community, 'enter', '2025-03-03 09:00', '', { ...yard, ...more })
const start = (at = '2025-03-03 10:00'): Step => step(street, 'promote:active', at, '')
const staff = (at: string, filled: number, newHolder = false): Step =>
  step(community, 'staff', at, '', { filled, newHolder })
const shown = { shownName: true, shownRange: true, shownHolder: true, shownPhone: true }
const publish = (at: string): Step => step(community, 'publish', at, '', { ...shown, photos: ['f'] })
const patrol = (at: string): Step => step(worker, 'patrol', at, '', { route: '1栋', photos: ['f'] })
const record = (steps: readonly Step[], until?: string): RecordState => play(microGrids, steps, {}, until).record
const value = (measure: string, records: readonly RecordState[], asked = {}) =>
  figureOf(microGridMeasures, microGrids, records, measure, asked).value

describe('Y150 units', () => {
  it.each([
    [19, 'planned'],
    [20, 'active'],
    [120, 'active'],
    [121, 'planned'],
  ])('Y150 with %d households it is %s', (households, state) => {
    expect(record([enter({ households }), start()]).state).toBe(state)
  })

  it('Y150 what is only planned covers nobody, and is no unit that was dissolved', () => {
    const planned = record([enter()])
    const gone = record([enter(), step(street, 'leave', '2025-03-04 09:00', '', { reason: 'wrong' })])
    const active = record([enter(), start()])
    expect([value('grids', [planned, gone, active]), value('households', [planned, active])]).toEqual([1, 100])
    expect([gone.state, value('dissolved', [gone], { from: '2025-03', to: '2025-03' })]).toEqual(['withdrawn', 0])
    expect(addsOf(microGridMeasures, microGrids, active)).toContain('households  lantai-dongmen-guihua-1 100')
  })
})

describe('Y151 staffing is numbers', () => {
  it('Y151 the rate is over posts, summed before it is divided', () => {
    const full = record([enter(), start(), staff('2025-03-04 09:00', 2)])
    const thin = record([enter({ posts: 8 }), start(), staff('2025-03-04 09:00', 2)])
    expect(value('staffedRate', [full, thin])).toBe(40)
  })

  it('Y151 no field of an entry is personal, and of persons only the last patroller is kept', () => {
    const fields = Object.entries(microGrids.fields)
    expect(fields.filter(([, { personal }]) => personal !== undefined)).toEqual([])
    expect(fields.flatMap(([id, { type }]) => (type === 'person' ? [id] : []))).toEqual(['patrolledBy'])
  })
})

describe('Y152 made known', () => {
  it('Y152 within five working days of its start, and anew for another holder or another edge', () => {
    const steps = [enter(), start(), publish('2025-03-05 09:00')]
    const rate = (more: readonly Step[]) => value('publishedRate', [record([...steps, ...more])])
    const adjusted = [step(street, 'promote:adjusting', '2025-04-07 09:00', ''), start('2025-04-08 09:00')]
    expect([rate([]), rate([staff('2025-04-01 09:00', 2)])]).toEqual([100, 100])
    expect([rate([staff('2025-04-01 09:00', 2, true)]), rate(adjusted)]).toEqual([0, 0])
    const edge = step(community, 'redraw', '2025-04-07 09:00', '', { boundary: '1、2栋。', households: 60 })
    expect(play(microGrids, [...steps, edge]).refusals.map(({ code }) => code)).toEqual(['engine/wrong-state'])
    expect(record(steps.slice(0, 2)).clocks['publicity']?.run.limit).toEqual({ value: 5, unit: 'workday' })
    expect(record([...steps, staff('2025-04-01 09:00', 2, true)]).clocks['publicity']?.run.stoppedAt).toBeUndefined()
  })
})

describe('Y153 patrols and visits', () => {
  it('Y153 the rate of patrols falls when a week has passed without one', () => {
    const steps = [enter(), start(), patrol('2025-03-04 09:00')]
    const rate = (until: string) => value('patrolRate', [record(steps, until)])
    expect([rate('2025-03-11 23:00'), rate('2025-03-12 01:00')]).toEqual([100, 0])
    expect(value('patrolRate', [record([enter(), start()])])).toBe(0)
  })

  it('Y153 a patrol is checked by another person, and a new one anew', () => {
    const verify = step(street, 'verify', '2025-03-05 09:00', '', { note: '属实。' })
    const steps = [enter(), start(), patrol('2025-03-04 09:00'), verify]
    expect(value('verifiedRate', [record(steps)])).toBe(100)
    expect(value('verifiedRate', [record([...steps, patrol('2025-03-06 09:00')])])).toBe(0)
  })

  it('Y153 households visited are those of the round', () => {
    const visit = (at: string, visited: number): Step => step(worker, 'visit', at, '', { visited })
    const steps = [enter(), start(), visit('2025-03-05 09:00', 60), visit('2025-03-06 09:00', 40)]
    const closed = step(community, 'closeRound', '2025-03-07 09:00', '', { note: '走访一遍。' })
    expect([value('visitRate', [record(steps)]), value('visitRate', [record([...steps, closed])])]).toEqual([100, 0])
    const over = play(microGrids, [...steps, visit('2025-03-07 09:00', 1)])
    expect(over.refusals.map(({ code }) => code)).toEqual(['visits-over'])
  })
})

it('Y154 matters are done on the spot or passed on, with a link to the case; what is found invalid lowers the rate', () => {
  const matter = (at: string, handled: string, more: Input = {}): Step =>
    step(worker, 'matter', at, '', { subject: 'hazard', handled, note: '楼道堆物。', ...more })
  const { record: one } = play(microGrids, [
    enter(),
    start(),
    matter('2025-03-04 09:00', 'own'),
    matter('2025-03-04 10:00', 'passed', { case: 'hazards-7' }),
    matter('2025-03-04 11:00', 'passed'),
    step(street, 'invalidate', '2025-03-05 09:00', '', { note: '重复。' }),
  ])
  expect([value('matters', [one]), value('passed', [one]), value('validRate', [one])]).toEqual([3, 2, 50])
  expect(one.links).toMatchObject([{ kind: 'passed-on', record: 'hazards-7' }])
})
