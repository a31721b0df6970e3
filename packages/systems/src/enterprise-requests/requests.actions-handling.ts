import type { ActionDefinition, Effect, FieldDefinition } from '@jiannuo/engine'
import {
  actorPerson,
  any,
  clockIs,
  clockUsed,
  coIs,
  constant,
  equals,
  fact,
  field,
  firstOf,
  gt,
  holds,
  input,
  not,
  now,
  present,
  today,
  when,
} from '@jiannuo/engine'
import { type Guard, noneAsked, notOwn, oneOfList, tell, words } from '../street-whistle/form.ts'
import { answerKinds } from './requests.fields.ts'
import { coStaff, leadHeads, leadStaff, managers } from './requests.grants.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

const optionalFiles: FieldDefinition = { title: '佐证材料', type: 'files' }
const idle = [noneAsked('extension'), noneAsked('shelf')]

const together: Actions = {
  invite: {
    title: '增加协办单位',
    from: ['assigned', 'handling', 'checking'],
    to: 'same',
    by: [...leadStaff, ...managers],
    fields: { co: { title: '协办单位', type: 'units', required: true }, question: words('需要协办的事项') },
    guards: [{ when: not(holds(input('co'), fact('lead'))), code: 'lead-is-co' }],
    effects: [{ assign: 'co', to: input('co') }, { start: 'coAnswer' }, ...tell('co-asked', ...coStaff)],
  },
  coAnswer: {
    title: '协办答复',
    from: ['assigned', 'handling', 'consulting', 'checking'],
    to: 'same',
    by: coStaff,
    fields: { opinion: words('协办意见'), material: optionalFiles },
    guards: [{ when: coIs('actorIsOne'), code: 'not-co' }],
    effects: [
      { answered: 'co' },
      when(coIs('allAnswered'), [{ stop: 'coAnswer' }]),
      ...tell('co-answered', ...leadStaff),
    ],
  },
  record: {
    title: '记录办理过程',
    from: ['handling', 'shelved', 'promised'],
    to: 'same',
    by: [...leadStaff, ...coStaff],
    input: ['policies'],
    fields: { progress: words('办理情况'), material: optionalFiles },
  },
}

const handed: readonly Effect[] = [
  { set: 'answeredBy', to: actorPerson },
  { stop: 'giveBack' },
  { start: 'checking' },
  ...tell('to-check', ...leadHeads),
]

const saying: Readonly<Record<string, FieldDefinition>> = {
  reply: words('答复内容', { maxLength: 2000 }),
  contacted: { title: '是否已联系企业', type: 'boolean', required: true },
  coExplained: words('协办单位未答复的说明', { required: false }),
}

const sayable: readonly Guard[] = [
  { when: equals(input('contacted'), constant(true)), code: 'tell-firm' },
  { when: any(coIs('none'), coIs('allAnswered'), present(input('coExplained'))), code: 'co-not-answered' },
  ...idle,
]

const signed: readonly Effect[] = [
  { stop: 'checking' },
  { stop: 'handling' },
  when(clockIs('handling', 'late'), [{ set: 'overdueAt', to: firstOf(field('overdueAt'), now) }]),
  { stop: 'coAnswer' },
  { set: 'approvedAt', to: firstOf(field('approvedAt'), now) },
  { set: 'handledDays', to: firstOf(field('handledDays'), clockUsed('handling')) },
  ...tell('to-rate', ...managers),
]

const answering: Actions = {
  answer: {
    title: '提交答复',
    from: ['handling'],
    to: 'checking',
    by: leadStaff,
    input: ['policies'],
    fields: {
      conclusion: oneOfList('答复结论', {
        explained: answerKinds.explained,
        solved: answerKinds.solved,
        refused: answerKinds.refused,
      }),
      ...saying,
      material: optionalFiles,
    },
    // A claim is made with files.
    guards: [
      ...sayable,
      {
        when: any(not(equals(input('conclusion'), constant('solved'))), present(input('material'))),
        code: 'proof-missing',
      },
    ],
    effects: [
      { state: 'handler', fields: ['conclusion', 'reply', 'contacted', 'material'] },
      { set: 'answerKind', to: input('conclusion') },
      { clear: 'promise' },
      { clear: 'promiseDue' },
      ...handed,
    ],
  },
  answerWithPromise: {
    title: '提交承诺答复',
    from: ['handling'],
    to: 'pledging',
    by: leadStaff,
    input: ['promise', 'promiseDue', 'policies'],
    needs: ['promise', 'promiseDue'],
    fields: saying,
    guards: [...sayable, { when: gt(field('promiseDue'), today), code: 'day-past' }],
    effects: [
      { state: 'handler', fields: ['reply', 'contacted'] },
      { set: 'answerKind', to: constant('promised') },
      ...handed,
    ],
  },
  approve: {
    title: '审核签发答复',
    from: ['checking'],
    to: 'rating',
    by: leadHeads,
    guards: [notOwn('answeredBy')],
    effects: [...signed, { start: 'rating' }],
  },
  approvePledge: {
    title: '审核签发承诺',
    from: ['pledging'],
    to: 'promised',
    by: leadHeads,
    guards: [notOwn('answeredBy')],
    effects: [
      ...signed,
      { set: 'promisedAt', to: firstOf(field('promisedAt'), now) },
      // To the end of the day that was promised; one that has passed meanwhile is due tomorrow.
      when(gt(field('promiseDue'), today), [{ start: 'promise', limit: field('promiseDue') }], [{ start: 'promise' }]),
    ],
  },
  sendBack: {
    title: '审核退回',
    from: ['checking', 'pledging'],
    to: 'handling',
    by: leadHeads,
    fields: { comment: words('退回意见') },
    effects: [{ stop: 'checking' }, ...tell('sent-back', ...leadStaff)],
  },
}

/** Handling by the lead and its helpers, and the answer. */
export const handlingActions: Actions = { ...together, ...answering }
