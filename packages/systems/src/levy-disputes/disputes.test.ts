import { describe, expect, it } from 'vitest'
import { figureOf, play } from '../../testing/play.ts'
import { on, step } from '../example.ts'
import { appointed, inTalks, lead, matter, mediator, pact, paid, paper } from './disputes.examples-steps.ts'
import { levyDisputes } from './disputes.loop.ts'
import { disputeMeasures } from './disputes.measures.ts'

const played = (steps: Parameters<typeof play>[1], until?: string) => play(levyDisputes, steps, {}, until)
const codes = (steps: Parameters<typeof play>[1]) => played(steps).refusals.map(({ code }) => code)

const talks = inTalks('2025-03-03', '2025-03-04')
const agreedOn = [...talks, step(mediator, 'agree', '2025-03-05 09:00', 'agreed', pact('2025-06-01'))]

describe('to an agreement', () => {
  it('Y76 mediation is of both parties’ will, on facts that were given, by the mediator appointed', () => {
    const register = step(mediator, 'register', '2025-03-03 09:00', 'registered', matter)
    const accept = step(lead, 'accept', '2025-03-03 10:00', 'checking', appointed)
    expect(
      codes([register, step(lead, 'accept', '2025-03-03 09:30', 'registered', { ...appointed, consent: false })]),
    ).toEqual(['no-consent'])
    const begin = step(mediator, 'settleFacts', '2025-03-04 09:00', 'checking', { verified: 100 })
    expect(codes([register, accept, begin])).toEqual(['facts-missing'])
    const other = step(lead, 'changeMediator', '2025-03-04 11:00', 'mediating', { mediator: '另一人', why: 'recusal' })
    const agree = step(mediator, 'agree', '2025-03-05 09:00', 'mediating', pact('2025-06-01'))
    expect(codes([...talks, other, agree])).toEqual(['not-mediator'])
  })

  it('Y77 thirty days without an agreement end the talks by themselves; a pause does not count', () => {
    expect(played(talks, '2025-04-03 23:59').record.state).toBe('mediating')
    expect(played(talks, '2025-04-04 00:01').record.state).toBe('unsettled')
    // Ten days stood still; 13 April is a Sunday, so the last day is the 14th.
    const paused = [
      ...talks,
      step(lead, 'pause', '2025-03-10 09:00', 'mediating', { reason: 'audit' }),
      step(mediator, 'resume', '2025-03-20 09:00', 'mediating'),
    ]
    expect(played(paused, '2025-04-14 23:59').record.state).toBe('mediating')
    expect(played(paused, '2025-04-15 00:01').record.state).toBe('unsettled')
  })

  it('Y78 confirmation is asked for by both within thirty days of the agreement, else performance is followed', () => {
    const apply = (at: string, together: boolean) =>
      step(mediator, 'applyConfirmation', at, 'confirming', { together, court: '兰台区人民法院', application: paper })
    expect(codes([...agreedOn, apply('2025-03-06 09:00', false)])).toEqual(['both-must'])
    const late = played([...agreedOn, apply('2025-04-08 09:00', true)])
    expect([late.record.state, late.refusals.map(({ code }) => code)]).toEqual(['performing', ['engine/wrong-state']])
    expect(played([...agreedOn, apply('2025-04-07 09:00', true)]).record.state).toBe('confirming')
  })
})

describe('performance and figures', () => {
  const performing = [
    ...agreedOn,
    step(mediator, 'skipConfirmation', '2025-03-06 09:00', 'performing', { note: '不申请。' }),
  ]

  it('Y79 performed is what was agreed, paid with vouchers; rates are of the agreements made', () => {
    const short = [...performing, step(mediator, 'pay', '2025-03-10 09:00', 'performing', paid(16000))]
    expect(codes([...short, step(mediator, 'complete', '2025-03-11 09:00', 'performing')])).toEqual(['paid-short'])
    expect(codes([...short, step(mediator, 'pay', '2025-03-11 09:00', 'performing', paid(300))])).toEqual(['paid-over'])
    const { office } = played([
      ...on('one', [
        ...short,
        step(mediator, 'pay', '2025-03-11 09:00', 'performing', paid(200)),
        step(mediator, 'complete', '2025-03-11 10:00', 'performed'),
      ]),
      ...on('two', performing),
      ...on('three', [
        ...talks,
        step(mediator, 'fail', '2025-03-14 09:00', 'unsettled', { why: 'apart', note: '分歧大。' }),
        step(mediator, 'route', '2025-03-17 09:00', 'routed', { route: 'lawsuit', told: '已告知。', ending: paper }),
      ]),
    ])
    const pair = (measure: string) => {
      const asked = { from: '2025-03', to: '2025-03' }
      const { numerator, base } = figureOf(disputeMeasures, levyDisputes, office.records(), measure, asked)
      return [numerator, base]
    }
    expect(pair('successRate')).toEqual([2, 3])
    expect(pair('performRate')).toEqual([1, 2])
    expect(pair('paidRate')).toEqual([16200, 32400])
    expect(pair('lawsuitRate')).toEqual([1, 1])
  })
})
