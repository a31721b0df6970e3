import { fieldsFor, isSealed, mayUnmask, type Json, type RecordState } from '@jiannuo/engine'
import { actorFor, momentOf, simulatedDistrict } from '@jiannuo/engine/testing'
import { expect, it } from 'vitest'
import { figureOf, play } from '../../testing/play.ts'
import { on, type Step, step } from '../example.ts'
import {
  answer,
  callerBack,
  dispatcher,
  finished,
  matter,
  operator,
  received,
  reviewer,
  supervisor,
  underWay,
} from './hotline.examples-steps.ts'
import { hotline } from './hotline.loop.ts'
import { hotlineMeasures } from './hotline.measures.ts'

const codes = (refusals: readonly { readonly code: string }[]) => refusals.map(({ code }) => code)
const done = [...underWay('2025-09-22'), ...finished('lantai-housing', '2025-09-24 10:00', '2025-09-24 11:00')]
const again = finished('lantai-housing', '2025-09-28 10:00', '2025-09-28 11:00')

it('Y19 what the unit says and what the caller says stand side by side', () => {
  const { record } = play(hotline, [...done, answer('2025-09-25 10:00', 'dissatisfied', false, 'archived')], {
    maxRedo: 0,
  })
  expect(record.truths.handler?.fields['solved']).toBe(true)
  expect(record.truths.citizen?.fields['solved']).toBe(false)
  expect(record.truths.handler?.unit).toBe('lantai-housing')
})

it('Y19 solved but not content, and content but not solved, both mean another round', () => {
  expect(play(hotline, [...done, answer('2025-09-25 10:00', 'dissatisfied', true, 'redo')]).record.state).toBe('redo')
  expect(play(hotline, [...done, answer('2025-09-25 10:00', 'basic', false, 'redo')]).record.state).toBe('redo')
  expect(play(hotline, [...done, answer('2025-09-25 10:00', 'basic', true, 'archived')]).record.state).toBe('archived')
})

it('Y19 the truths of a round stay in it, and the next one begins without any', () => {
  const { record } = play(hotline, [...done, answer('2025-09-25 10:00', 'dissatisfied', false, 'redo')])
  expect(record.truths).toEqual({})
  expect(record.rounds.map(({ number, lead, truths }) => [number, lead, Object.keys(truths).sort()])).toEqual([
    [1, 'lantai-housing', ['citizen', 'handler']],
  ])
})

it('Y19 another round as often as the setting allows', () => {
  const unhappy = (at: string) => answer(at, 'dissatisfied', false, 'redo')
  const steps = [...done, unhappy('2025-09-25 10:00'), ...again, unhappy('2025-09-29 10:00')]
  expect(play(hotline, steps, { maxRedo: 1 }).record.state).toBe('archived')
  expect(play(hotline, steps, { maxRedo: 2 }).record.state).toBe('redo')
})

it('Y19 only what a check on the spot finds unsolved is reopened', () => {
  const found = (conclusion: string): readonly Step[] => [
    ...done,
    answer('2025-09-25 10:00', 'satisfied', true, 'archived'),
    step(supervisor, 'inspect', '2025-09-26 10:00', 'archived', {
      found: conclusion,
      note: '现场查看。',
      photos: ['p-1'],
    }),
    step(supervisor, 'reopen', '2025-09-26 11:00', 'redo', { reason: '核查不实。' }),
  ]
  expect(codes(play(hotline, found('solved')).refusals)).toEqual(['no-evidence'])
  const { record } = play(hotline, found('partly'))
  expect([record.state, record.closedAt, record.rounds[0]?.truths.evidence?.fields['found']]).toEqual([
    'redo',
    undefined,
    'partly',
  ])
})

it('Y19 the calls that are missed are counted anew in every round', () => {
  const missed = (at: string) => step(callerBack, 'missCall', at, 'callBack')
  const { record } = play(hotline, [
    ...done,
    missed('2025-09-24 15:00'),
    missed('2025-09-25 09:00'),
    answer('2025-09-25 10:00', 'dissatisfied', false, 'redo'),
    ...again,
    missed('2025-09-28 15:00'),
  ])
  expect([record.state, record.fields['missedCalls']]).toEqual(['callBack', 1])
})

const group = (more: readonly Step[] = []) => [
  ...on('head', underWay('2025-09-22')),
  ...on('member', [
    received('2025-09-22 11:00', { ...matter, callerName: '沈星野', callerPhone: '13900001234' }),
    step(dispatcher, 'merge', '2025-09-22 11:10', 'merged', { head: 'head' }),
  ]),
  ...more,
]

it('Y20 members take over lead, basis and statement of their head, and are called back by themselves', () => {
  const { office } = play(
    hotline,
    group(on('head', finished('lantai-housing', '2025-09-24 10:00', '2025-09-24 11:00'))),
  )
  const [head, member] = [office.record('head'), office.record('member')]
  expect(head?.members).toEqual(['member'])
  expect([member?.state, member?.lead, member?.basis]).toEqual(['callBack', 'lantai-housing', head?.basis])
  expect(member?.truths.handler?.fields['reply']).toBe(head?.truths.handler?.fields['reply'])
  const said = { contacted: false, solved: false, satisfaction: 'dissatisfied' }
  const outcome = office.act('member', 'callBack', said, actorFor(...callerBack), momentOf('2025-09-25 09:00'))
  expect(outcome.ok && [outcome.value.record.state, office.record('head')?.state]).toEqual(['redo', 'callBack'])
})

it('Y20 members end with their head, and a head that goes on a second time passes over those who have gone on', () => {
  const ended = play(
    hotline,
    group([
      ...on('head', [
        step(reviewer('lantai-housing'), 'askTermination', '2025-09-23 10:00', 'handling', {
          reason: 'lawful',
          explanation: '已诉讼。',
        }),
        step(dispatcher, 'grantTermination', '2025-09-23 11:00', 'terminated', { reason: '属实。' }),
      ]),
    ]),
  )
  expect(ended.office.record('member')?.state).toBe('terminated')
  const twice = play(
    hotline,
    group([
      ...on('head', finished('lantai-housing', '2025-09-24 10:00', '2025-09-24 11:00')),
      ...on('member', [answer('2025-09-25 09:00', 'satisfied', true, 'archived')]),
      ...on('head', [answer('2025-09-25 10:00', 'dissatisfied', false, 'redo'), ...again]),
    ]),
  )
  expect(codes(twice.refusals)).toEqual([])
  expect([twice.office.record('head')?.state, twice.office.record('member')?.state]).toEqual(['callBack', 'archived'])
})

it('Y20 a head with followers is neither answered at the desk nor told another way', () => {
  const { refusals } = play(hotline, [
    ...on('head', [received('2025-09-22 09:00', { ...matter, kind: 'consult' })]),
    ...on('member', [
      received('2025-09-22 09:05'),
      step(dispatcher, 'merge', '2025-09-22 09:06', 'merged', { head: 'head' }),
    ]),
    ...on('head', [
      step(operator, 'answerAtOnce', '2025-09-22 09:10', 'answered', { directReply: '请联系物业。' }),
      step(operator, 'tellRoute', '2025-09-22 09:11', 'told', { route: 'lawsuit', told: '请起诉。' }),
    ]),
  ])
  expect(codes(refusals)).toEqual(['has-followers', 'has-followers'])
})

const exclusion = (decision: string): readonly Step[] => [
  ...done,
  answer('2025-09-25 10:00', 'dissatisfied', false, 'archived'),
  step(reviewer('lantai-housing'), 'askExclusion', '2025-09-26 09:00', 'archived', {
    reason: 'uncooperative',
    explanation: '拒绝入户。',
    evidence: ['r-1'],
  }),
  step(supervisor, decision, '2025-09-28 09:00', 'archived', { reason: '已核。' }),
]

it('Y21 an excluded order stays in the raw figure and leaves the adjusted one', () => {
  const good = play(hotline, [...done, answer('2025-09-25 10:00', 'satisfied', true, 'archived')]).record
  const bad = play(hotline, exclusion('grantExclusion'), { maxRedo: 0 }).record
  const figure = figureOf(hotlineMeasures, hotline, [good, bad], 'solveRate')
  expect([figure.numerator, figure.base, figure.value]).toEqual([1, 2, 50])
  expect([figure.adjustedNumerator, figure.adjustedBase, figure.adjusted, figure.excluded]).toEqual([1, 1, 100, 1])
  expect(bad.requests.map(({ kind, unit, decision }) => [kind, unit, decision?.by])).toEqual([
    ['exclusion', 'lantai-housing', 'supervisor@lantai'],
  ])
  const share = figureOf(hotlineMeasures, hotline, [good, bad], 'exclusionRate')
  expect([share.numerator, share.base]).toEqual([1, 2])
})

it('Y21 a refused exclusion changes no figure', () => {
  const bad = play(hotline, exclusion('refuseExclusion'), { maxRedo: 0 }).record
  const figure = figureOf(hotlineMeasures, hotline, [bad], 'solveRate')
  expect([figure.base, figure.adjustedBase]).toEqual([1, 1])
})

it('Y21 an exclusion without evidence is not even filed', () => {
  const without = { reason: 'repeat', explanation: '重复。' }
  const { refusals } = play(hotline, [
    ...done,
    answer('2025-09-25 10:00', 'basic', true, 'archived'),
    step(reviewer('lantai-housing'), 'askExclusion', '2025-09-26 09:00', 'archived', without),
  ])
  expect(refusals.map(({ fields }) => fields)).toEqual([[{ field: 'evidence', code: 'engine/missing', params: {} }]])
})

const units = simulatedDistrict()
const reported = (kind: string): RecordState =>
  play(hotline, underWay('2025-09-22', 'lantai-housing', { ...matter, kind })).record
const seen = (record: RecordState, role: string, unit: string): Readonly<Record<string, Json>> =>
  fieldsFor(hotline, record, { actor: actorFor(role, unit), units })

it('Y22 the unit sees the caller masked, but nothing of the caller of a report', () => {
  const complaint = seen(reported('complaint'), 'handler', 'lantai-housing')
  expect([complaint['callerName'], complaint['callerPhone']]).toEqual(['林*', '138****1234'])
  const report = seen(reported('report'), 'handler', 'lantai-housing')
  expect(Object.keys(report)).not.toContain('callerName')
  expect(Object.keys(report)).not.toContain('callerPhone')
  expect(report['content']).toBe(matter['content'])
})

it('Y22 the line still sees and may unmask the caller of a report, the unit and the street may not', () => {
  const record = reported('report')
  expect(Object.keys(seen(record, 'callerBack', 'lantai'))).toContain('callerPhone')
  expect(mayUnmask(hotline, record, actorFor('callerBack', 'lantai'), units, 'callerPhone')).toBe(true)
  expect(mayUnmask(hotline, record, actorFor('handler', 'lantai-housing'), units, 'callerPhone')).toBe(false)
  expect(isSealed(hotline, record, 'callerName', actorFor('handler', 'lantai-dongmen'), units)).toBe(true)
  expect(mayUnmask(hotline, reported('help'), actorFor('handler', 'lantai-housing'), units, 'callerPhone')).toBe(true)
})
