import type { RecordState } from '@jiannuo/engine'
import { describe, expect, it } from 'vitest'
import { type Asked, figureOf, play } from '../../testing/play.ts'
import { type Step, step } from '../example.ts'
import {
  answer,
  clerk,
  dispatched,
  filed,
  kept,
  LEAD,
  liaison,
  office,
  paper,
  promised,
  rated,
  sent,
  supervisor,
  talk,
  underWay,
} from './proposals.examples-steps.ts'
import { proposals } from './proposals.loop.ts'
import { proposalMeasures } from './proposals.measures.ts'

const played = (steps: readonly Step[], until?: string): RecordState => play(proposals, steps, {}, until).record
const valueOf = (records: readonly RecordState[], measure: string, asked?: Asked) =>
  figureOf(proposalMeasures, proposals, records, measure, asked).value

const good = played([...underWay('2025-03-03'), ...sent('2025-05-12'), rated('2025-05-20 09:00', 'satisfied', '')])
const fair = played([...underWay('2025-03-03'), ...sent('2025-05-12'), rated('2025-05-20 09:00', 'basic', '')])
const silent = played(
  [...underWay('2025-03-03'), ...sent('2025-05-12'), step(liaison, 'remindRating', '2025-05-20 09:00', 'replied')],
  '2025-07-01 09:00',
)
const late = played([...underWay('2025-03-03'), ...sent('2025-06-25')])
const owing = played(underWay('2025-03-03'), '2025-06-10 09:00')
const turned = played([
  ...underWay('2025-03-03'),
  ...sent('2025-05-12', promised),
  rated('2025-05-20 09:00', 'satisfied', ''),
  step(office, 'track', '2025-05-20 10:00', 'tracking'),
  kept('2026-06-10 09:00', '1', '2'),
  step(clerk(LEAD), 'askTurn', '2026-06-10 10:00', 'verifying', { summary: '已完成。' }),
  step(office, 'confirmTurn', '2026-06-12 09:00', 'archiving', { found: '属实。', proof: paper }),
])

describe('Y107 figures', () => {
  it('Y107 pieces are counted by kind once they are filed, and not when they are withdrawn', () => {
    const motion = played(filed('2025-03-03', { kind: 'motion' }))
    const gone = played([...filed('2025-03-03'), step(liaison, 'withdraw', '2025-03-04 09:00', '', { why: '撤回。' })])
    const all = [good, fair, motion, gone]
    expect(['filed', 'suggestions', 'motions', 'proposals'].map((id) => valueOf(all, id))).toEqual([3, 2, 1, 0])
  })

  it('Y107 in time is over what fell due; answered is over those given out in the same months', () => {
    const all = [good, fair, late, owing]
    expect(valueOf(all, 'onTimeRate')).toBe(50)
    expect(valueOf(all, 'replyRate')).toBe(75)
    expect(valueOf(all, 'openOverdue')).toBe(1)
  })

  it('Y107 content is over those who spoke, with and without 基本满意', () => {
    const all = [good, fair, silent]
    expect(valueOf(all, 'satisfactionRate')).toBe(100)
    expect(valueOf(all, 'fullSatisfactionRate')).toBe(50)
    expect(valueOf(all, 'unrated')).toBe(1)
  })

  it('Y107 a meeting is a meeting: a telephone call makes contact, and no meeting', () => {
    const called = played([
      ...filed('2025-03-03'),
      dispatched('2025-03-03'),
      step(clerk(LEAD), 'accept', '2025-03-03 15:00', 'handling'),
      talk('2025-03-04 09:00', 'before', 'declined'),
      ...sent('2025-05-12'),
    ])
    expect([valueOf([good, called], 'meetRate'), valueOf([good, called], 'contactRate')]).toEqual([50, 100])
  })

  it('Y107 a B that turned A stays B in its year and is counted as turned in the year it was kept', () => {
    const [then, after] = [
      { from: '2025-01', to: '2025-12' },
      { from: '2026-01', to: '2026-12' },
    ] as const
    expect(['classB', 'classA', 'turned'].map((id) => valueOf([turned], id, then))).toEqual([1, 0, 0])
    expect(['classB', 'classA', 'turned'].map((id) => valueOf([turned], id, after))).toEqual([0, 0, 1])
    expect([valueOf([turned, good], 'classARate'), valueOf([turned], 'keptRate')]).toEqual([50, 100])
  })

  it('Y107 an answer that was given again is of its last class, and once done again', () => {
    const again = played([
      ...underWay('2025-03-03'),
      ...sent('2025-05-12', { ...answer, replyClass: 'D', explained: '超出事权。' }),
      rated('2025-05-20 09:00', 'dissatisfied', 'redo'),
      step(clerk(LEAD), 'takeUp', '2025-05-21 09:00', 'handling', { plan: '增设两部。' }),
      ...sent('2025-06-10'),
      rated('2025-06-12 09:00', 'satisfied', ''),
    ])
    expect(['classD', 'classA', 'redone', 'replied'].map((id) => valueOf([again], id))).toEqual([0, 1, 1, 1])
    expect(valueOf([again], 'satisfactionRate')).toBe(100)
  })
})

describe('Y108 disclosure and the look back', () => {
  const archived = [
    ...underWay('2025-03-03'),
    ...sent('2025-05-12'),
    rated('2025-05-20 09:00', 'satisfied', 'archiving'),
    step(office, 'publish', '2025-05-21 09:00', 'archiving', { address: '区政府网' }),
    step(office, 'archive', '2025-05-21 10:00', 'closed'),
  ]

  it('Y108 what shall be public is archived only once it is', () => {
    const early = [...archived.slice(0, -2), step(office, 'archive', '2025-05-21 10:00', '')]
    expect(play(proposals, early).refusals.map(({ code }) => code)).toEqual(['not-published'])
    expect([valueOf([played(archived)], 'publishRate'), valueOf([played(archived), good], 'publishRate')]).toEqual([
      100, 50,
    ])
  })

  it('Y108 what is found not to be as answered is done again, and its new answer is to be made public anew', () => {
    const { record } = play(proposals, [
      ...archived,
      step(supervisor, 'inspect', '2025-11-04 09:00', 'closed', { verdict: 'false', seen: '未开工。', photos: paper }),
      step(supervisor, 'reopen', '2025-11-04 10:00', 'redo', { reason: '与答复不符。' }),
    ])
    expect([record.state, record.closedAt, record.fields['publishedAt']]).toEqual(['redo', undefined, undefined])
  })
})
