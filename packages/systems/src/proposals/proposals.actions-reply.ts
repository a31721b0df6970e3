import type { ActionDefinition, Condition, FieldDefinition } from '@jiannuo/engine'
import {
  actorPerson,
  all,
  any,
  clockIs,
  coIs,
  constant,
  equals,
  field,
  firstOf,
  input,
  not,
  now,
  present,
  setting,
  when,
} from '@jiannuo/engine'
import { tellAll } from '../commitments/clock-parts.ts'

import { type Guard, isTrue, noneAsked, words } from './proposals.parts.ts'
import { leadHeads, leadStaff, liaisons, offices } from './proposals.roles.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

const classIs = (code: string): Condition => equals(field('replyClass'), constant(code))

const ready: readonly Guard[] = [
  { when: present(field('contactedAt')), code: 'not-contacted' },
  {
    when: any(
      equals(setting('meetBeforeReply'), constant(false)),
      present(field('metAt')),
      // Who wants no meeting is not pressed; a key one is met all the same.
      all(isTrue('meetDeclined'), not(isTrue('key'))),
    ),
    code: 'not-met',
  },
  { when: any(coIs('none'), coIs('allAnswered'), present(input('coExplained'))), code: 'co-not-answered' },
  { when: not(clockIs('coAgain', 'running')), code: 'co-again-open' },
  noneAsked('extension'),
  // Class B and a list of promises go together: without the list nobody could be held to it.
  { when: any(not(classIs('B')), present(field('promises'))), code: 'promise-missing' },
  { when: any(classIs('B'), not(present(field('promises')))), code: 'promise-not-b' },
  { when: any(classIs('A'), classIs('B'), present(input('explained'))), code: 'class-why' },
  { when: any(not(equals(field('disclosure'), constant('none'))), present(input('closedWhy'))), code: 'closed-why' },
]

const statement: Readonly<Record<string, FieldDefinition>> = {
  answer: words('答复内容'),
  letter: { title: '答复函', type: 'files', required: true },
  explained: words('暂不能解决的原因说明', false),
  closedWhy: words('不公开的理由', false),
  coExplained: words('会办单位未提意见的说明', false),
}

/** The answer: its class, its promises, who signs, who vets (domain.md 14). */
export const replyActions: Actions = {
  takeUp: {
    title: '接收重办，提出重办措施',
    from: ['redo'],
    to: 'handling',
    by: leadStaff,
    fields: { plan: words('重办措施') },
  },
  promise: {
    title: '列承诺清单（B类答复用）',
    from: ['handling'],
    to: 'same',
    by: leadStaff,
    input: ['promises', 'promiseDue'],
    needs: ['promises', 'promiseDue'],
  },
  unpromise: {
    title: '撤下承诺清单',
    from: ['handling'],
    to: 'same',
    by: leadStaff,
    guards: [{ when: present(field('promises')), code: 'no-promise' }],
    effects: [{ clear: 'promises' }, { clear: 'promiseDue' }],
  },
  draftReply: {
    title: '拟答复',
    from: ['handling'],
    to: 'signing',
    by: leadStaff,
    input: ['replyClass', 'disclosure'],
    needs: ['replyClass', 'disclosure'],
    fields: statement,
    guards: ready,
    effects: [
      { state: 'handler', fields: Object.keys(statement) },
      { set: 'draftedBy', to: actorPerson },
      { start: 'signing' },
      ...tellAll('to-sign', leadHeads),
    ],
  },
  sign: {
    title: '签发',
    from: ['signing'],
    to: 'vetting',
    by: leadHeads,
    guards: [{ when: not(equals(actorPerson, field('draftedBy'))), code: 'own-work' }],
    effects: [{ stop: 'signing' }, { start: 'vetting' }, ...tellAll('to-vet', offices)],
  },
  sendBack: {
    title: '退回修改',
    from: ['signing'],
    to: 'handling',
    by: leadHeads,
    fields: { comment: words('修改意见') },
    effects: [{ stop: 'signing' }, ...tellAll('sent-back', leadStaff)],
  },
  vetBack: {
    title: '审核退回',
    from: ['vetting'],
    to: 'handling',
    by: offices,
    fields: { comment: words('审核意见') },
    effects: [{ stop: 'vetting' }, ...tellAll('sent-back', leadStaff)],
  },
  send: {
    title: '审核通过，答复代表委员',
    from: ['vetting'],
    to: 'replied',
    by: offices,
    fields: { leaderView: words('领办区领导审签意见（重点督办件必填）', false) },
    guards: [{ when: any(not(isTrue('key')), present(input('leaderView'))), code: 'key-needs-leader' }],
    effects: [
      ...['vetting', 'reply', 'redo', 'contact', 'coAnswer'].map((stop) => ({ stop })),
      // The clock's own mark notes it as a rule; an answer sent before the machine came to it is late all the same.
      when(all(not(present(field('repliedAt'))), clockIs('reply', 'late')), [
        { set: 'overdueAt', to: firstOf(field('overdueAt'), now) },
      ]),
      { set: 'repliedAt', to: firstOf(field('repliedAt'), now) },
      { set: 'classAt', to: now },
      { set: 'sentClass', to: field('replyClass') },
      { start: 'rating' },
      ...tellAll('to-rate', liaisons),
    ],
  },
}
