import type { ActionDefinition, Condition, Effect } from '@jiannuo/engine'
import {
  actorPerson,
  all,
  any,
  constant,
  equals,
  field,
  gte,
  input,
  not,
  now,
  present,
  setting,
  stated,
  when,
} from '@jiannuo/engine'
import { type Guard, isAsked, notOwn, oneOfList, proof, tell, words } from './form.ts'
import { calledStaff, streetHead, streetLead, supervisors } from './whistle.grants.ts'
import { actorAt, actorCalled, allScored, called, fieldsOf, PLACES } from './whistle.slots.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

const scores = fieldsOf('score', 'scoreNote')

/** Points below the line say why, and so does nobody's opinion stand without its ground. */
const lowExplained: Condition = all(
  ...PLACES.map((n) =>
    any(
      not(present(field(`score${n}`))),
      gte(field(`score${n}`), setting('lowScore')),
      present(field(`scoreNote${n}`)),
    ),
  ),
)

const onlyCalled: Condition = all(...PLACES.map((n) => any(present(called(n)), not(present(field(`score${n}`))))))

const scoreGuards: readonly Guard[] = [
  { when: allScored, code: 'score-missing' },
  { when: onlyCalled, code: 'score-uncalled' },
  { when: lowExplained, code: 'low-score-why' },
]

const noteBack: readonly Effect[] = PLACES.map((n) =>
  when(actorAt(n), [
    { set: `backScore${n}`, to: input('points') },
    { set: `founded${n}`, to: input('founded') },
  ]),
)

const tellBoth = (message: string): readonly Effect[] => tell(message, ...calledStaff, ...streetLead)

/** 双向评价 (北京 第16条、第33条): the street scores those whom it called, they score the whistle, and may object. */
export const scoringActions: Actions = {
  rateWhistle: {
    title: '部门评价吹哨',
    from: ['jointCheck', 'scoring', 'published'],
    to: 'same',
    by: calledStaff,
    fields: {
      points: { title: '给街道的评分', type: 'number', required: true, min: 0, max: 100, unit: '分' },
      founded: { title: '吹哨是否适当', type: 'boolean', required: true },
      comment: words('评价说明', { required: false }),
    },
    guards: [
      { when: actorCalled, code: 'not-called' },
      { when: any(equals(input('founded'), constant(true)), present(input('comment'))), code: 'unfounded-why' },
    ],
    effects: noteBack,
  },
  score: {
    title: '街道评分',
    from: ['scoring'],
    to: 'published',
    by: [...streetLead, ...streetHead],
    input: scores,
    needs: ['score1'],
    guards: scoreGuards,
    effects: [
      { set: 'scoredBy', to: actorPerson },
      { set: 'scoredAt', to: now },
      { stop: 'scoring' },
      { start: 'objecting' },
      ...tell('scored', ...calledStaff),
    ],
  },
  objectScore: {
    title: '对评分提出异议',
    from: ['published'],
    to: 'scoreReview',
    by: calledStaff,
    fields: {
      reason: oneOfList('理由', { facts: '与事实不符', duty: '超出本部门职责', standard: '未按评分标准' }),
      explanation: words('说明'),
      material: proof('佐证材料'),
    },
    guards: [{ when: actorCalled, code: 'not-called' }],
    effects: [
      { request: 'score', fields: ['reason', 'explanation', 'material'] },
      { stop: 'objecting' },
      { start: 'ruling' },
      ...tell('score-objected', ...supervisors),
    ],
  },
  keepScore: {
    title: '维持评分',
    from: ['scoreReview'],
    to: 'published',
    by: supervisors,
    fields: { reason: words('复核意见') },
    guards: [isAsked('score'), notOwn('scoredBy')],
    effects: [{ decide: 'score', granted: false }, { stop: 'ruling' }, { start: 'objecting' }, ...tellBoth('ruled')],
  },
  correctScore: {
    title: '更正评分',
    from: ['scoreReview'],
    to: 'published',
    by: supervisors,
    input: scores,
    needs: ['score1'],
    fields: { reason: words('复核意见') },
    guards: [isAsked('score'), notOwn('scoredBy'), ...scoreGuards],
    effects: [{ decide: 'score', granted: true }, { stop: 'ruling' }, { start: 'objecting' }, ...tellBoth('ruled')],
  },
  settle: {
    title: '异议期满归档',
    from: ['published'],
    to: [{ when: all(present(field('reporterPhone')), not(stated('citizen'))), to: 'feedback' }, { to: 'closed' }],
    by: [],
    system: true,
    effects: [{ stop: 'objecting' }, { start: 'feedback' }],
  },
}
