import type { ActionDefinition, Condition, Effect, FieldDefinition } from '@jiannuo/engine'
import {
  actorPerson,
  all,
  any,
  clockIs,
  constant,
  counter,
  equals,
  field,
  firstOf,
  gt,
  gte,
  inState,
  input,
  lt,
  not,
  now,
  plus,
  requestField,
  setting,
  today,
  when,
} from '@jiannuo/engine'
import { isAsked, noneAsked, notOwn, oneOfList, proof, tell, words } from '../street-whistle/form.ts'
import { leadHeads, leadStaff, managers, supervisors } from './requests.grants.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

/** Answers of the firm, best first. */
const satisfactions = { satisfied: '满意', basic: '基本满意', dissatisfied: '不满意' } as const

const firmSays: Readonly<Record<string, FieldDefinition>> = {
  solved: { title: '企业是否认为已解决', type: 'boolean', required: true },
  satisfaction: oneOfList('企业评价', satisfactions),
  remark: words('企业意见', { required: false }),
}

/** A promise is not solved yet, and everybody knows: only being discontent with it begins another round. */
const again: Condition = all(
  any(
    equals(input('satisfaction'), constant('dissatisfied')),
    all(equals(input('solved'), constant(false)), equals(field('answerKind'), constant('solved'))),
  ),
  lt(counter('redo'), setting('maxRedo')),
)

const afterRating: ActionDefinition['to'] = [
  { when: clockIs('handling', 'running'), to: 'handling' },
  { when: inState('promised'), to: 'same' },
  { to: 'archived' },
]

const rated: readonly Effect[] = [
  { state: 'citizen', fields: ['solved', 'satisfaction', 'remark'] },
  { set: 'ratedAt', to: now },
  { stop: 'rating' },
  when(again, [
    { redo: true, reason: firstOf(input('remark'), constant('企业评价未解决或不满意')) },
    { set: 'redoneAt', to: firstOf(field('redoneAt'), now) },
    { clear: 'missedCalls' },
    { stop: 'promise' },
    { start: 'handling', limit: setting('redoLimit') },
    ...tell('to-redo', ...leadStaff),
  ]),
]

const missedNow = plus(firstOf(field('missedCalls'), constant(0)), constant(1))

const rating: Actions = {
  rate: {
    title: '登记企业评价',
    from: ['rating', 'promised'],
    to: afterRating,
    by: managers,
    guards: [noneAsked('deferral')],
    fields: {
      ...firmSays,
      how: oneOfList('评价方式', { phone: '电话回访', written: '书面评价', visit: '上门回访' }),
    },
    effects: rated,
  },
  // The firm itself, in its own portal.
  firmRates: {
    title: '企业在线评价',
    from: ['rating', 'promised'],
    to: afterRating,
    by: [],
    system: true,
    told: true,
    guards: [noneAsked('deferral')],
    fields: firmSays,
    effects: rated,
  },
  missFirm: {
    title: '企业未联系上',
    from: ['rating'],
    to: [{ when: lt(field('missedCalls'), setting('missedCalls')), to: 'same' }, { to: 'archived' }],
    by: managers,
    fields: { remark: words('联系情况', { required: false }) },
    effects: [
      when(gte(missedNow, setting('missedCalls')), [{ stop: 'rating' }]),
      { set: 'missedCalls', to: missedNow },
    ],
  },
}

/** A promise stays on the list until it is kept and the firm says so. */
const promises: Actions = {
  keep: {
    title: '提交承诺兑现',
    from: ['promised'],
    to: 'promiseCheck',
    by: leadStaff,
    fields: { result: words('兑现情况'), keptProof: proof('兑现佐证') },
    guards: [noneAsked('deferral')],
    effects: [
      { state: 'evidence', fields: ['result', 'keptProof'] },
      { set: 'keptBy', to: actorPerson },
      { start: 'promiseChecking' },
      ...tell('promise-kept', ...managers),
    ],
  },
  confirmKept: {
    title: '企业确认，承诺销号',
    from: ['promiseCheck'],
    to: 'archived',
    by: managers,
    fields: { satisfaction: oneOfList('企业再次评价', satisfactions), remark: words('企业意见', { required: false }) },
    guards: [
      notOwn('keptBy'),
      { when: not(equals(input('satisfaction'), constant('dissatisfied'))), code: 'not-content' },
    ],
    effects: [
      { stop: 'promise' },
      when(clockIs('promise', 'late'), [{ set: 'promiseOverdueAt', to: firstOf(field('promiseOverdueAt'), now) }]),
      { set: 'keptAt', to: now },
    ],
  },
  rejectKept: {
    title: '企业不认可，继续跟踪',
    from: ['promiseCheck'],
    to: 'promised',
    by: managers,
    fields: { remark: words('企业意见') },
    effects: [{ stop: 'promiseChecking' }, ...tell('promise-rejected', ...leadStaff)],
  },
  askDeferral: {
    title: '申请调整承诺日期',
    from: ['promised'],
    to: 'same',
    by: leadHeads,
    fields: {
      day: { title: '调整后的日期', type: 'date', required: true },
      explanation: words('理由'),
      told: { title: '已向企业说明', type: 'boolean', required: true },
    },
    guards: [
      noneAsked('deferral'),
      { when: gt(input('day'), today), code: 'day-past' },
      { when: equals(input('told'), constant(true)), code: 'tell-firm' },
    ],
    effects: [
      { request: 'deferral', fields: ['day', 'explanation', 'told'] },
      ...tell('deferral-asked', ...supervisors),
    ],
  },
  grantDeferral: {
    title: '同意调整承诺日期',
    from: ['promised'],
    to: 'same',
    by: supervisors,
    fields: { reason: words('审批意见') },
    guards: [isAsked('deferral'), { when: gt(requestField('deferral', 'day'), today), code: 'day-past' }],
    effects: [
      { decide: 'deferral', granted: true },
      { set: 'promiseDue', to: requestField('deferral', 'day') },
      { start: 'promise', limit: field('promiseDue') },
      ...tell('decided', ...leadStaff),
    ],
  },
  refuseDeferral: {
    title: '不同意调整承诺日期',
    from: ['promised'],
    to: 'same',
    by: supervisors,
    fields: { reason: words('不同意的理由') },
    guards: [isAsked('deferral')],
    effects: [{ decide: 'deferral', granted: false }, ...tell('decided', ...leadStaff)],
  },
  giveUp: {
    title: '认定承诺未兑现',
    from: ['promised'],
    to: 'unmet',
    by: supervisors,
    fields: { reason: words('原因和责任'), told: { title: '已向企业说明', type: 'boolean', required: true } },
    guards: [{ when: equals(input('told'), constant(true)), code: 'tell-firm' }, noneAsked('deferral')],
  },
}

/** The firm's own word, and the promise that outlives the answer. */
export const closingActions: Actions = { ...rating, ...promises }
