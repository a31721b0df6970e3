import { describe, expect, it } from 'vitest'
import { play } from '../../testing/play.ts'
import { as, type Step, step } from '../example.ts'
import {
  answer,
  clerk,
  dispatched,
  duty,
  filed,
  head,
  kept,
  LEAD,
  leader,
  liaison,
  list,
  office,
  paper,
  promised,
  rated,
  sent,
  talk,
  underWay,
} from './proposals.examples-steps.ts'
import { proposals } from './proposals.loop.ts'

const codes = (steps: readonly Step[], settings = {}): readonly string[] =>
  play(proposals, steps, settings).refusals.map(({ code }) => code)
const draft = (at: string, input = {}): Step => step(clerk(LEAD), 'draftReply', at, 'signing', { ...answer, ...input })
const askReturn = (at: string): Step =>
  step(head(LEAD), 'askReturn', at, 'returning', { reason: 'duty', explanation: '属他单位职责。' })

describe('Y100 giving back', () => {
  const out = [...filed('2025-03-03'), dispatched('2025-03-03')]

  it('Y100 what is not given back in time is taken, and can then not be given back', () => {
    const { record, refusals } = play(proposals, [...out, askReturn('2025-03-18 09:00')])
    expect([record.state, refusals[0]?.code]).toEqual(['handling', 'engine/wrong-state'])
    expect(play(proposals, [...out, askReturn('2025-03-17 18:00')]).record.state).toBe('returning')
  })

  it('Y100 a return that is granted gives another unit the whole time, and never the same one', () => {
    const { record, refusals } = play(proposals, [
      ...out,
      askReturn('2025-03-04 09:00'),
      step(office, 'agreeReturn', '2025-03-05 09:00', 'filed', { reason: '属实。' }),
      step(office, 'dispatch', '2025-03-05 10:00', '', duty),
      step(office, 'dispatch', '2025-03-05 11:00', 'dispatched', { ...duty, leadUnit: 'lantai-urban' }),
    ])
    expect(refusals.map(({ code }) => code)).toEqual(['same-unit-again'])
    expect([record.lead, record.fields['returnedBy']]).toEqual(['lantai-urban', LEAD])
    const [former] = record.clocks['reply']?.former ?? []
    expect([former?.stoppedAt !== undefined, record.clocks['reply']?.run.limit.value]).toEqual([true, 90])
  })

  it('Y100 a return that is refused leaves the time of the answer running', () => {
    const { record } = play(proposals, [
      ...out,
      askReturn('2025-03-04 09:00'),
      step(office, 'refuseReturn', '2025-03-05 09:00', 'handling', { reason: '职责清单写明。' }),
    ])
    expect([record.clocks['reply']?.former.length, record.clocks['reply']?.run.stoppedAt]).toEqual([0, undefined])
  })
})

describe('Y101 three and six months', () => {
  it.each([
    ['ordinary', 90],
    ['wide', 180],
  ])('Y101 %s: %d days unless a day is given', (difficulty, days) => {
    const { record } = play(proposals, [...filed('2025-03-03'), dispatched('2025-03-03', { difficulty })])
    expect(record.clocks['reply']?.run.limit).toEqual({ value: days, unit: 'day' })
  })

  it('Y101 what runs out is urged level by level and stays late though it is answered', () => {
    const { record } = play(proposals, [...underWay('2025-03-03'), ...sent('2025-06-25')])
    expect([record.urging, record.fields['overdueAt'] !== undefined]).toEqual(['talk', true])
    expect(play(proposals, [...underWay('2025-03-03'), ...sent('2025-06-05')]).record.urging).toBe('remind')
  })

  it('Y101 more time not after it has run out', () => {
    const more = { reason: 'study', explanation: '论证。', days: 10, told: true }
    expect(codes([...underWay('2025-03-03'), step(head(LEAD), 'askExtension', '2025-06-05 09:00', '', more)])).toEqual([
      'extension-too-late',
    ])
  })
})

describe('Y102 meeting the author', () => {
  const taken = [
    ...filed('2025-03-03'),
    dispatched('2025-03-03'),
    step(clerk(LEAD), 'accept', '2025-03-03 15:00', 'handling'),
  ]

  it('Y102 no answer before the author was met, unless the author wants no meeting or the place asks for none', () => {
    expect(codes([...taken, draft('2025-03-04 09:00')])).toEqual(['not-contacted'])
    expect(codes([...taken, talk('2025-03-04 08:00', 'before', 'phone'), draft('2025-03-04 09:00')])).toEqual([
      'not-met',
    ])
    expect(codes([...taken, talk('2025-03-04 08:00', 'before', 'declined'), draft('2025-03-04 09:00')])).toEqual([])
    expect(
      codes([...taken, talk('2025-03-04 08:00', 'before', 'phone'), draft('2025-03-04 09:00')], {
        meetBeforeReply: false,
      }),
    ).toEqual([])
  })

  it('Y102 a key one is met whatever the author says, and goes out with the leader’s view', () => {
    const key = step(liaison, 'markKey', '2025-03-03 15:30', 'handling', { keyLeader: '分管副区长领办' })
    const declined = talk('2025-03-04 08:00', 'before', 'declined')
    expect(codes([...taken, key, declined, draft('2025-03-04 09:00')])).toEqual(['not-met'])
    const { record, refusals } = play(proposals, [
      ...taken,
      key,
      talk('2025-03-04 08:00', 'before'),
      ...sent('2025-03-05'),
    ])
    expect([record.state, refusals.map(({ code }) => code)]).toEqual(['vetting', ['key-needs-leader']])
  })
})

it('Y103 opinions of helpers are in, or their absence explained; one that was sent back holds the answer up', () => {
  const joint = [
    ...filed('2025-03-03'),
    dispatched('2025-03-03', { mode: 'joint', coUnits: ['lantai-planning'] }),
    step(clerk(LEAD), 'accept', '2025-03-03 15:00', 'handling'),
    talk('2025-03-03 16:00', 'before'),
  ]
  const given = step(clerk('lantai-planning'), 'coAnswer', '2025-03-04 09:00', '', {
    opinion: '无意见。',
    letter: paper,
  })
  const again = step(clerk(LEAD), 'askCoAgain', '2025-03-04 10:00', '', { which: 'lantai-planning', why: '太笼统。' })
  expect(codes([...joint, draft('2025-03-05 09:00')])).toEqual(['co-not-answered'])
  expect(codes([...joint, draft('2025-03-05 09:00', { coExplained: '另行答复。' })])).toEqual([])
  expect(codes([...joint, given, draft('2025-03-05 09:00')])).toEqual([])
  expect(codes([...joint, given, again, draft('2025-03-05 09:00')])).toEqual(['co-again-open'])
  const { record } = play(proposals, [...joint, given])
  expect(record.clocks['coAnswer']?.run.stoppedAt).toBeDefined()
})

describe('Y104 the answer and its class', () => {
  const promise = step(clerk(LEAD), 'promise', '2025-03-04 08:00', 'handling', list)

  it.each([
    ['A without a list', [], {}, []],
    ['B without a list', [], { replyClass: 'B' }, ['promise-missing']],
    ['A with a list', [promise], {}, ['promise-not-b']],
    ['B with a list', [promise], { replyClass: 'B' }, []],
    ['C without a reason', [], { replyClass: 'C' }, ['class-why']],
    ['C with a reason', [], { replyClass: 'C', explained: '条件限制。' }, []],
    ['closed without a reason', [], { disclosure: 'none' }, ['closed-why']],
  ])('Y104 %s', (_what, before, input, expected) => {
    expect(codes([...underWay('2025-03-03'), ...before, draft('2025-03-04 09:00', input)])).toEqual(expected)
  })

  it('Y104 who drafted never signs', () => {
    const own = as('周宁', step(head(LEAD), 'sign', '2025-03-04 10:00', ''))
    expect(codes([...underWay('2025-03-03'), as('周宁', draft('2025-03-04 09:00')), own])).toEqual(['own-work'])
  })
})

describe('Y105 what the author says of it', () => {
  const answered = [...underWay('2025-03-03'), ...sent('2025-05-12')]
  const discontent = rated('2025-05-20 09:00', 'dissatisfied', 'redo')
  const second = [
    step(clerk(LEAD), 'takeUp', '2025-05-21 09:00', 'handling', { plan: '增设两部。' }),
    ...sent('2025-06-10'),
    rated('2025-06-12 09:00', 'dissatisfied', ''),
  ]

  it('Y105 not content means another round, as often as the setting says; the round before is kept', () => {
    const { record } = play(proposals, [...answered, discontent, ...second])
    expect([record.state, record.rounds.length]).toEqual(['archiving', 1])
    expect(record.rounds[0]?.truths.citizen?.fields['satisfaction']).toBe('dissatisfied')
    expect(play(proposals, [...answered, discontent, ...second], { maxRedo: 2 }).record.state).toBe('redo')
  })

  it('Y105 who stays silent after being reminded is not waited for', () => {
    const reminded = step(liaison, 'remindRating', '2025-06-06 09:00', 'replied')
    expect(play(proposals, [...answered, reminded], {}, '2025-06-27 23:00').record.state).toBe('replied')
    expect(play(proposals, [...answered, reminded], {}, '2025-06-28 01:00').record.state).toBe('archiving')
    expect(play(proposals, answered, {}, '2026-06-28 01:00').record.state).toBe('replied')
  })
})

describe('Y106 promises', () => {
  const tracked = [
    ...underWay('2025-03-03'),
    ...sent('2025-05-12', promised),
    rated('2025-05-20 09:00', 'basic', 'archiving'),
    step(office, 'publish', '2025-05-20 09:10', 'archiving', { address: '区政府网' }),
    step(office, 'track', '2025-05-20 09:20', 'tracking'),
  ]
  const ask = step(clerk(LEAD), 'askTurn', '2026-06-11 09:00', 'verifying', { summary: '已完成。' })

  it('Y106 with an open promise it is not archived but stays on the list, over the end of the year', () => {
    expect(codes([...tracked.slice(0, -1), step(office, 'archive', '2025-05-20 10:00', '')])).toEqual([
      'promise-untracked',
    ])
    const { record } = play(proposals, tracked, {}, '2026-07-01 09:00')
    expect([record.state, record.fields['promiseLateAt'] !== undefined, record.urging]).toEqual([
      'tracking',
      true,
      'remind',
    ])
  })

  it('Y106 it turns A when each promise has its proof and another person has seen to it', () => {
    expect(codes([...tracked, kept('2026-06-10 09:00', '1'), ask])).toEqual(['promise-open'])
    const confirm = (person: string): Step =>
      as(person, step(office, 'confirmTurn', '2026-06-12 09:00', '', { found: '属实。', proof: paper }))
    const asked = [...tracked, kept('2026-06-10 09:00', '1', '2'), as('周宁', ask)]
    expect(codes([...asked, confirm('周宁')])).toEqual(['own-work'])
    expect(play(proposals, [...asked, confirm('林岚')]).record.state).toBe('archiving')
  })

  it('Y106 the day is moved and the promise given up only by the district leader', () => {
    const give = step(head(LEAD), 'askGiveUp', '2026-06-01 09:00', 'tracking', {
      reason: 'policy',
      explanation: '停止补助。',
    })
    const grant = (who: typeof leader): Step => step(who, 'grantGiveUp', '2026-06-02 09:00', '', { reason: '同意。' })
    expect(codes([...tracked, give, grant(office)])).toEqual(['engine/not-permitted'])
    expect(play(proposals, [...tracked, give, grant(leader)]).record.fields['givenUpAt']).toBeDefined()
  })
})
