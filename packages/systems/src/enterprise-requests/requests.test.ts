import { describe, expect, it } from 'vitest'
import { figureOf, play } from '../../testing/play.ts'
import { on, step, told } from '../example.ts'
import {
  answered,
  clerk,
  explained,
  head,
  INDUSTRY,
  leader,
  manager,
  paper,
  PLANNING,
  pledged,
  rate,
  received,
  solved,
  supervisor,
  underWay,
} from './requests.examples-steps.ts'
import { enterpriseRequests } from './requests.loop.ts'
import { requestMeasures } from './requests.measures.ts'

const codes = (steps: Parameters<typeof play>[1]) => {
  const { record, refusals } = play(enterpriseRequests, steps)
  return [record.state, refusals.map(({ code }) => code)] as const
}

const shelfForm = { reason: 'policyGap', explanation: '没有政策。', planned: '2025-12-31', told: true }

describe('handling', () => {
  it('Y70 the time is by difficulty, and goes on while a request is given back and insisted on', () => {
    const limit = (complexity: string) =>
      play(enterpriseRequests, underWay('2025-03-03', complexity)).record.clocks['handling']?.run.limit
    expect([limit('simple'), limit('complex')]).toEqual([
      { value: 5, unit: 'workday' },
      { value: 15, unit: 'workday' },
    ])
    const { record, refusals } = play(enterpriseRequests, [
      ...underWay('2025-03-03'),
      step(head(INDUSTRY), 'giveBack', '2025-03-04 09:00', 'returned', { reason: '职责不符。' }),
      step(manager, 'insist', '2025-03-05 09:00', 'assigned', { reason: '仍由你局牵头。' }),
      step(head(INDUSTRY), 'giveBack', '2025-03-05 10:00', 'assigned', { reason: '再退。' }),
    ])
    expect(refusals.map(({ code }) => code)).toEqual(['return-too-late'])
    expect(record.clocks['handling']?.former).toEqual([])
  })

  it('Y71 whoever answered does not sign it, and solved is said with evidence', () => {
    const bare = { conclusion: 'solved', reply: '已解决。', contacted: true }
    const mine = { ...step(head(INDUSTRY), 'answer', '2025-03-04 10:00', 'checking', solved) }
    expect(
      codes([
        ...underWay('2025-03-03'),
        step(clerk(INDUSTRY), 'answer', '2025-03-04 09:00', 'handling', bare),
        mine,
        step(head(INDUSTRY), 'approve', '2025-03-04 11:00', 'checking'),
      ]),
    ).toEqual(['checking', ['proof-missing', 'own-work']])
  })

  it('Y72 the shelf stops the time for a reason from the list, is looked at again, and a gap in policy goes up', () => {
    const shelved = play(enterpriseRequests, [
      ...underWay('2025-03-03'),
      step(head(INDUSTRY), 'askShelf', '2025-03-04 09:00', 'handling', shelfForm),
      step(clerk(INDUSTRY), 'answer', '2025-03-04 09:30', 'handling', explained),
      step(supervisor, 'grantShelf', '2025-03-04 10:00', 'shelved', { reason: 'policyGap' }),
    ])
    expect(shelved.refusals.map(({ code }) => code)).toEqual(['request-pending'])
    expect(shelved.record.fields['reform']).toBe(true)
    expect(shelved.record.clocks['handling']?.run.pauses[0]).toMatchObject({ reason: 'policyGap' })
    expect(shelved.record.clocks['shelf']?.run.limit).toEqual({ value: 90, unit: 'day' })
  })
})

describe('the firm’s word', () => {
  it('Y73 satisfaction is the firm’s own; not content or not solved means another round with its own time', () => {
    const once = [...underWay('2025-03-03'), ...answered('2025-03-04 10:00', '2025-03-04 11:00')]
    const again = play(enterpriseRequests, [...once, rate('2025-03-05 09:00', 'basic', false, 'handling')]).record
    expect([again.state, again.rounds.length]).toEqual(['handling', 1])
    expect(again.clocks['handling']?.run.limit).toEqual({ value: 5, unit: 'workday' })
    const online = told('firmRates', '2025-03-05 09:00', 'archived', { solved: true, satisfaction: 'satisfied' })
    expect(codes([...once, online])[0]).toBe('archived')
    expect(codes([...once, step(clerk(INDUSTRY), 'rate', '2025-03-05 09:00', 'rating', { solved: true })])[1]).toEqual([
      'engine/not-permitted',
    ])
  })

  it('Y74 a promise stays on the list until the firm confirms it, and runs out on the day promised', () => {
    const made = [...underWay('2025-03-03'), ...pledged('2025-03-10 10:00', '2025-03-10 11:00', '2025-03-30')]
    const late = play(enterpriseRequests, made, {}, '2025-03-31 00:01').record
    expect([late.state, late.urging, late.fields['promiseOverdueAt'] !== undefined]).toEqual([
      'promised',
      'order',
      true,
    ])
    const rated = rate('2025-03-11 09:00', 'satisfied', true, 'promised')
    expect(codes([...made, rated])[0]).toBe('promised')
    const kept = step(clerk(INDUSTRY), 'keep', '2025-03-20 09:00', 'promiseCheck', {
      result: '已办。',
      keptProof: paper,
    })
    const confirmed = step(manager, 'confirmKept', '2025-03-21 09:00', 'archived', { satisfaction: 'satisfied' })
    expect(codes([...made, kept, confirmed])[0]).toBe('archived')
  })
})

describe('figures', () => {
  const { office } = play(enterpriseRequests, [
    ...on('one', [
      ...underWay('2025-03-03'),
      step(leader, 'convene', '2025-03-03 14:00', 'consulting', { co: [PLANNING], topic: '用地。' }),
      step(leader, 'conclude', '2025-03-04 09:00', 'handling', {
        consultOutcome: 'solution',
        conclusion: '调整。',
        minutes: paper,
      }),
      step(clerk(PLANNING), 'coAnswer', '2025-03-04 10:00', 'handling', { opinion: '同意。' }),
      ...answered('2025-03-05 08:00', '2025-03-05 09:00'),
      rate('2025-03-06 09:00', 'satisfied', true, 'archived'),
    ]),
    ...on('two', [
      ...underWay('2025-03-10'),
      ...answered('2025-03-14 08:00', '2025-03-14 09:00', explained),
      rate('2025-03-14 15:00', 'basic', false, 'archived'),
    ]),
    ...on('three', [
      ...underWay('2025-03-17'),
      step(head(INDUSTRY), 'askShelf', '2025-03-18 09:00', 'handling', shelfForm),
      step(supervisor, 'grantShelf', '2025-03-18 10:00', 'shelved', { reason: 'policyGap' }),
    ]),
    ...on('four', received('2025-03-24')),
  ])
  const figure = (measure: string, settings = {}) =>
    figureOf(
      requestMeasures,
      enterpriseRequests,
      office.records(),
      measure,
      { from: '2025-03', to: '2025-03' },
      settings,
    )

  it('Y75 every rate of the report has its numerator and base; 基本满意 counts as far as the setting says', () => {
    const pair = (measure: string) => [figure(measure).numerator, figure(measure).base]
    expect(figure('collected').value).toBe(4)
    expect(pair('doneRate')).toEqual([2, 4])
    expect(pair('satisfactionRate')).toEqual([2, 2])
    expect(figure('satisfactionRate', { basicWeight: 0.6 }).numerator).toBe(1.6)
    expect(pair('consultSolveRate')).toEqual([1, 1])
    expect(pair('shelfClearRate')).toEqual([0, 1])
    expect(pair('meanDays')).toEqual([6, 2])
    // Six natural days with one weekend among them.
    expect(pair('meanWorkdays')).toEqual([4, 2])
  })
})
