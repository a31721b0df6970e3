import { describe, expect, it } from 'vitest'
import { figureOf, type Played, play } from '../../testing/play.ts'
import { as, on, type Step, step } from '../example.ts'
import { clerkOf, headOf, supervisor } from './examples-people.ts'
import { returns } from './returns.loop.ts'
import { returnMeasures } from './returns.measures.ts'

const LEAD = 'lantai-housing'
const subject = {
  commitment: 'commitments-1',
  commitmentTitle: '改造老旧小区30个',
  period: '2026-03',
  leadUnit: LEAD,
  series: 'c:commitments-1',
  needsValue: true,
  unit: '个',
}
const draft = (at: string, more = {}): Step => step(clerkOf(LEAD), 'draft', at, 'draft', { ...subject, ...more })
const submit = (at: string, input = {}): Step =>
  step(headOf(LEAD), 'submit', at, 'submitted', { progress: '完工7个。', value: 7, ...input })
const approve = (at: string): Step => step(supervisor, 'approve', at, 'approved')
const sendBack = (at: string): Step => step(supervisor, 'sendBack', at, 'sentBack', { reason: '补佐证。' })

const readings = ({ office }: Played) =>
  office.entries().flatMap(({ transition }) => transition.entry.events.filter(({ type }) => type === 'read'))
const toldOf = ({ office }: Played) =>
  office
    .entries()
    .flatMap(({ transition }) =>
      transition.effects.flatMap((effect) =>
        effect.type === 'follow' ? [[effect.action, effect.records, effect.input]] : [],
      ),
    )

describe('Y50 from the draft to the reading', () => {
  it('Y50 the commitment hears of it once it is submitted, and again once it is taken', () => {
    const played = play(returns, [draft('2026-03-25 09:00'), submit('2026-03-26 09:00'), approve('2026-03-30 09:00')])
    expect(toldOf(played)).toEqual([
      ['heard', ['commitments-1'], { period: '2026-03', reporter: LEAD }],
      ['take', ['commitments-1'], { period: '2026-03' }],
    ])
  })

  it('Y50 what is approved is read, as the unit says it or as a preliminary sum of the year', () => {
    const plain = play(returns, [draft('2026-03-25 09:00'), submit('2026-03-26 09:00'), approve('2026-03-30 09:00')])
    expect(readings(plain)).toEqual([
      {
        type: 'read',
        series: 'c:commitments-1',
        period: '2026-03',
        version: 'preliminary',
        covers: 'toDate',
        value: 7,
        unit: '个',
        source: 'return',
      },
    ])
    const said = play(returns, [
      draft('2026-03-25 09:00', { covers: 'moment' }),
      submit('2026-03-26 09:00', { version: 'final', numerator: 7, denominator: 30 }),
      approve('2026-03-30 09:00'),
    ])
    expect(readings(said)).toMatchObject([{ version: 'final', covers: 'moment', numerator: 7, denominator: 30 }])
  })

  it('Y50 what is sent back is read by nobody, and the time to mend it is short', () => {
    const played = play(returns, [draft('2026-03-25 09:00'), submit('2026-03-26 09:00'), sendBack('2026-03-27 09:00')])
    expect(readings(played)).toEqual([])
    expect(played.record.clocks['refilling']?.run.limit).toEqual({ value: 2, unit: 'workday' })
  })

  it('Y50 a task without numbers is reported in words alone', () => {
    const { record } = play(returns, [
      draft('2026-03-25 09:00', { needsValue: false }),
      step(clerkOf(LEAD), 'submit', '2026-03-26 09:00', 'submitted', { progress: '已印发。' }),
    ])
    expect(record.state).toBe('submitted')
  })

  it('Y50 not for another unit, and not approved by who submitted it', () => {
    const other = play(returns, [draft('2026-03-25 09:00'), draft('2026-03-25 09:00', { leadUnit: 'lantai-urban' })])
    expect(other.refusals.map(({ code }) => code)).toEqual(['engine/already-open'])
    const stranger = step(clerkOf('lantai-urban'), 'draft', '2026-03-25 09:00', 'draft', subject)
    expect(() => play(returns, [stranger])).toThrow('no step opened a record')
    const own = play(returns, [
      draft('2026-03-25 09:00'),
      as('周宁', submit('2026-03-26 09:00')),
      as('周宁', approve('2026-03-27 09:00')),
    ])
    expect(own.refusals.map(({ code }) => code)).toEqual(['own-return'])
  })
})

describe('Y51 in time', () => {
  const { office } = play(
    returns,
    [
      ...on('in time', [draft('2026-03-25 09:00', { filingLimit: 3 })]),
      ...on('late', [draft('2026-03-25 09:01', { filingLimit: 3 })]),
      ...on('never', [draft('2026-03-25 09:02', { filingLimit: 3 })]),
      ...on('withdrawn', [draft('2026-03-25 09:03', { filingLimit: 3 })]),
      ...on('begun late', [draft('2026-03-25 09:04', { lateDays: 2 })]),
      ...on('in time', [submit('2026-03-26 09:00'), sendBack('2026-03-27 09:00'), submit('2026-03-27 15:00')]),
      ...on('begun late', [submit('2026-03-27 16:00')]),
      ...on('late', [submit('2026-03-31 09:00')]),
      ...on('withdrawn', [step(clerkOf(LEAD), 'withdraw', '2026-03-31 09:30', 'withdrawn')]),
    ],
    {},
    '2026-04-01 00:00',
  )
  const figure = (measure: string) =>
    figureOf(returnMeasures, returns, office.records(), measure, { from: '2026-03', to: '2026-03' })

  it('Y51 is over those submitted and those that ran out as drafts', () => {
    const { numerator, base } = figure('onTimeRate')
    expect([numerator, base]).toEqual([1, 4])
  })

  it('Y51 a return counts once, in the month in which it was first submitted', () => {
    expect([figure('submitted').value, figure('sentBack').value, figure('approved').value]).toEqual([3, 1, 0])
  })
})
