import type { RecordState } from '@jiannuo/engine'
import { describe, expect, it } from 'vitest'
import { figureOf, play } from '../../testing/play.ts'
import { as, type Step } from '../example.ts'
import { investFirst } from './invest.loop.ts'
import { investFirstMeasures } from './invest.measures.ts'
import {
  admit,
  apply,
  callBack,
  check,
  claim,
  convert,
  exempt,
  exit,
  pay,
  proposeExit,
  receive,
  register,
  reportLoss,
  review,
  sign,
  signed,
} from './invest.steps.ts'

const record = (steps: readonly Step[]): RecordState => play(investFirst, steps).record
const codes = (steps: readonly Step[]) => play(investFirst, steps).refusals.map(({ code }) => code)
const figure = (measure: string, records: readonly RecordState[], asked = {}, settings = {}) =>
  figureOf(investFirstMeasures, investFirst, records, measure, asked, settings)
const value = (measure: string, records: readonly RecordState[], asked = {}) => figure(measure, records, asked).value
const month = (at: string) => ({ from: at, to: at })

const paid = [...signed, pay('2025-07-08 09:00', 80)]
const converted = [
  ...paid,
  claim('2026-05-11 09:00', 'financing'),
  convert('2026-06-08 09:00', 4, 80),
  register('2026-06-29 09:00'),
]
const exited = [...converted, proposeExit('2027-09-06 09:00'), exit('2027-10-11 09:00', 120)]
const lost = [...paid, reportLoss('2026-04-07 09:00'), exempt('2026-04-20 09:00')]
const returned = [...paid, callBack('2028-07-03 09:00'), receive('2028-08-07 09:00', 84)]

describe('Y145 before the agreement', () => {
  it('Y145 the score sorts, and a panel that is too small decides nothing', () => {
    const opened = [apply('2025-03-03 09:00'), admit('2025-03-10 09:00')]
    const after = (score: number, experts: number) =>
      record([...opened, review('2025-04-07 09:00', score, experts, '')])
    expect([after(70, 5), after(69.9, 5), after(99, 4)].map(({ state }) => state)).toEqual([
      'diligence',
      'rejected',
      'reviewing',
    ])
  })

  it('Y145 nothing is paid before the agreement, nor more than was approved, in four instalments at most', () => {
    expect(codes([...signed.slice(0, 5), pay('2025-06-09 09:00', 10)])).toEqual(['engine/wrong-state'])
    expect(codes([...signed, pay('2025-07-08 09:00', 201)])).toEqual(['over-approved'])
    const passes = ['2025-08-04', '2025-09-01', '2025-10-13', '2025-11-03'].map((day) => check(`${day} 09:00`, true))
    const four = [
      ...signed,
      ...passes,
      ...['2025-11-04', '2025-11-05', '2025-11-06', '2025-11-07'].map((day) => pay(`${day} 09:00`, 40)),
    ]
    expect(codes([...four, pay('2025-11-10 09:00', 40)])).toEqual(['instalments-over'])
    expect(value('paid', [record(four)], month('2025-11'))).toBe(160)
  })

  it('Y145 another instalment waits for another milestone that was reached', () => {
    const again = pay('2025-09-08 09:00', 20)
    expect(codes([...paid, again])).toEqual(['not-checked'])
    expect(codes([...paid, check('2025-08-04 09:00', false), again])).toEqual(['not-checked'])
    expect(codes([...paid, check('2025-08-04 09:00', true), again])).toEqual([])
    const third = pay('2025-09-09 09:00', 20)
    expect(codes([...paid, check('2025-08-04 09:00', true), again, third])).toEqual(['not-checked'])
  })
})

describe('Y146 shares', () => {
  it('Y146 only what was agreed turns money into shares, once money is in, up to the share that was agreed', () => {
    expect(codes([...paid, claim('2026-05-11 09:00', 'profit')])).toEqual(['not-agreed'])
    expect(codes([...signed, claim('2026-05-11 09:00', 'financing')])).toEqual(['nothing-in'])
    const triggered = [...paid, claim('2026-05-11 09:00', 'financing')]
    expect(codes([...triggered, convert('2026-06-08 09:00', 10.1, 80)])).toEqual(['over-share'])
    expect(codes([...triggered, convert('2026-06-08 09:00', 10, 80)])).toEqual([])
    expect(record(triggered).clocks['conversion']?.run.limit).toEqual({ value: 60, unit: 'day' })
  })

  it('Y146 it counts as turned when the shares are registered, in that month', () => {
    const decided = record(converted.slice(0, -1))
    const held = record(converted)
    expect([decided, held].map((one) => value('converted', [one]))).toEqual([0, 1])
    expect([value('converted', [held], month('2026-06')), value('equity', [held])]).toEqual([1, 80])
  })

  it('Y146 the term of the agreement is the day that it says', () => {
    const { record: one } = play(
      investFirst,
      [...signed.slice(0, 5), sign('2025-07-01 09:00', '', { endsOn: '2026-10-01' })],
      {},
      '2026-10-02 00:01',
    )
    expect([one.clocks['term']?.reached, one.state]).toEqual([['near', 'due'], 'running'])
  })
})

describe('Y147 another person', () => {
  const who = (one: Step): Step => as('甲', one)

  it.each<[string, readonly Step[], string]>([
    [
      'pays who checked',
      [...paid, who(check('2025-08-04 09:00', true)), who(pay('2025-08-05 09:00', 10))],
      'own-check',
    ],
    [
      'decides who claimed',
      [...paid, who(claim('2026-05-11 09:00', 'financing')), who(convert('2026-06-08 09:00', 4, 80))],
      'own-claim',
    ],
    [
      'confirms who proposed the exit',
      [...converted, who(proposeExit('2027-09-06 09:00')), who(exit('2027-10-11 09:00', 120))],
      'own-proposal',
    ],
    [
      'exempts who reported the loss',
      [...paid, who(reportLoss('2026-04-07 09:00')), who(exempt('2026-04-20 09:00'))],
      'own-proposal',
    ],
  ])('Y147 nobody %s', (_what, steps, code) => {
    expect(codes(steps)).toEqual([code])
  })
})

it('Y148 exempt is who kept the procedure and gained nothing; otherwise the money is called back', () => {
  const reported = [...paid, reportLoss('2026-04-07 09:00')]
  const refusals = codes([
    ...reported,
    exempt('2026-04-13 09:00', '', { procedure: false }),
    exempt('2026-04-13 09:10', '', { honest: false }),
  ])
  expect(refusals).toEqual(['procedure-broken', 'not-honest'])
  expect(record([...reported, callBack('2026-04-20 09:00', '', 'notExempt')]).state).toBe('returning')
  expect(value('exempted', [record(lost)], month('2026-04'))).toBe(1)
})

describe('Y149 figures', () => {
  it('Y149 the rates of approval, payout and conversion are over those of the same months, however late', () => {
    const records = [exited, lost, [apply('2025-03-04 09:00')]].map(record)
    const base = (id: string, at: string) => {
      const { numerator, base: over } = figure(id, records, month(at))
      return [numerator, over]
    }
    expect(base('approvalRate', '2025-03')).toEqual([2, 3])
    expect(base('payoutRate', '2025-06')).toEqual([160, 400])
    expect(base('conversionRate', '2025-07')).toEqual([1, 2])
  })

  it('Y149 sold, paid back and lost are told apart, and what is out is none of them', () => {
    const records = [exited, lost, returned, paid].map(record)
    const ids = ['proceeds', 'returnedSum', 'exemptedSum', 'out', 'invested', 'exitMultiple']
    expect(ids.map((id) => value(id, records))).toEqual([120, 84, 80, 80, 320, 1.5])
    expect(figure('lossRate', records)).toMatchObject({ numerator: 80, base: 240 })
    expect(figure('poolUse', records, {}, { poolSize: 800 }).value).toBe(10)
  })
})
