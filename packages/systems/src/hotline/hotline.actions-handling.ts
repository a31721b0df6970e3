import type { ActionDefinition, Expr, FieldDefinition } from '@jiannuo/engine'
import {
  actorPerson,
  any,
  clockIs,
  coIs,
  constant,
  counter,
  equals,
  fact,
  field,
  firstOf,
  gt,
  not,
  now,
  oneOf,
  present,
  requestIs,
  input,
  truthField,
  when,
  holds,
} from '@jiannuo/engine'
import { doAgain } from './hotline.effects.ts'
import { coHandlers, leadHandlers, leadReviewers, supervisors } from './hotline.grants.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

const photos: FieldDefinition = { title: '照片等佐证', type: 'files' }
const handlingNow = ['handling', 'redo']

const together: Actions = {
  invite: {
    title: '请求协办会商',
    from: handlingNow,
    to: 'same',
    by: leadHandlers,
    fields: {
      co: { title: '协办单位', type: 'units', required: true },
      question: { title: '需要协办的事项', type: 'longText', required: true, maxLength: 1000 },
    },
    guards: [{ when: not(holds(input('co'), fact('lead'))), code: 'lead-is-co' }],
    effects: [
      { assign: 'co', to: input('co') },
      { start: 'coAnswer' },
      { notify: { role: 'handler', at: 'co' }, message: 'co-invited' },
    ],
  },
  coAnswer: {
    title: '协办答复',
    from: ['dispatched', 'handling', 'redo', 'review'],
    to: 'same',
    by: coHandlers,
    fields: {
      done: { title: '是否按要求办理', type: 'boolean', required: true },
      answer: { title: '答复，或不能办理的说明', type: 'longText', required: true, maxLength: 1000 },
      photos,
    },
    guards: [{ when: coIs('actorIsOne'), code: 'not-co' }],
    effects: [
      { answered: 'co' },
      when(coIs('allAnswered'), [{ stop: 'coAnswer' }]),
      { notify: { role: 'handler', at: 'lead' }, message: 'co-answered' },
    ],
  },
  record: {
    title: '记录办理过程',
    from: [...handlingNow, 'shelved'],
    to: 'same',
    by: [...leadHandlers, ...coHandlers],
    fields: { progress: { title: '办理情况', type: 'longText', required: true, maxLength: 1000 }, photos },
  },
}

const statement: Readonly<Record<string, FieldDefinition>> = {
  contacted: { title: '是否联系诉求人', type: 'boolean', required: true },
  solved: { title: '是否解决', type: 'boolean', required: true },
  reply: { title: '答复内容', type: 'longText', required: true, maxLength: 2000 },
  unsolved: { title: '未解决的原因和下一步安排', type: 'longText', maxLength: 1000 },
  coExplained: { title: '协办单位未答复的说明', type: 'longText', maxLength: 500 },
  photos,
}

const handedOn: Readonly<Record<string, Expr>> = {
  lead: fact('lead'),
  basis: fact('basis'),
  contacted: truthField('handler', 'contacted'),
  solved: truthField('handler', 'solved'),
  reply: truthField('handler', 'reply'),
}

const finishing: Actions = {
  finish: {
    title: '提交办结',
    from: handlingNow,
    to: 'review',
    by: leadHandlers,
    fields: statement,
    guards: [
      { when: any(equals(input('solved'), constant(true)), present(input('unsolved'))), code: 'unsolved-why' },
      { when: any(coIs('none'), coIs('allAnswered'), present(input('coExplained'))), code: 'co-not-answered' },
      { when: any(clockIs('handling', 'running'), clockIs('redo', 'running')), code: 'clock-paused' },
      { when: not(requestIs('termination', 'pending')), code: 'request-pending' },
    ],
    effects: [
      { state: 'handler', fields: Object.keys(statement) },
      { set: 'finishedBy', to: actorPerson },
      { stop: 'giveBack' },
      { start: 'review' },
      { notify: { role: 'reviewer', at: 'lead' }, message: 'to-review' },
    ],
  },
  approve: {
    title: '审核通过',
    from: ['review'],
    to: 'callBack',
    by: leadReviewers,
    guards: [{ when: not(equals(actorPerson, field('finishedBy'))), code: 'own-work' }],
    // Those who follow were waiting for the same work: they take over the unit and its statement, and are called back one by one.
    carries: { action: 'follow', give: handedOn },
    effects: [
      { stop: 'review' },
      { stop: 'handling' },
      // The clock's own mark notes it as a rule; an order approved before the machine came to it is late all the same.
      when(clockIs('handling', 'late'), [{ set: 'overdueAt', to: firstOf(field('overdueAt'), now) }]),
      { stop: 'redo' },
      { stop: 'coAnswer' },
      { set: 'approvedAt', to: firstOf(field('approvedAt'), now) },
      { start: 'callBack' },
      { notify: { role: 'callerBack', at: 'district' }, message: 'to-call-back' },
    ],
  },
  sendBack: {
    title: '审核退回',
    from: ['review'],
    to: [{ when: gt(counter('redo'), constant(0)), to: 'redo' }, { to: 'handling' }],
    by: leadReviewers,
    fields: { comment: { title: '退回意见', type: 'longText', required: true, maxLength: 500 } },
    // The time of handling has not stood still meanwhile: the unit's own check is part of it.
    effects: [{ stop: 'review' }, { notify: { role: 'handler', at: 'lead' }, message: 'sent-back' }],
  },
}

const checking: Actions = {
  inspect: {
    title: '现场核查',
    from: ['handling', 'redo', 'review', 'callBack', 'archived'],
    to: 'same',
    by: supervisors,
    fields: {
      found: {
        title: '核查结论',
        type: 'choice',
        required: true,
        choices: { solved: '已解决', partly: '部分解决', unsolved: '未解决' },
      },
      note: { title: '核查情况', type: 'longText', required: true, maxLength: 1000 },
      photos: { ...photos, required: true },
    },
    effects: [{ state: 'evidence', fields: ['found', 'note', 'photos'] }],
  },
  reopen: {
    title: '核查不实，退回重办',
    from: ['archived'],
    to: 'redo',
    by: supervisors,
    fields: { reason: { title: '理由', type: 'longText', required: true, maxLength: 500 } },
    guards: [{ when: oneOf(truthField('evidence', 'found'), 'partly', 'unsolved'), code: 'no-evidence' }],
    effects: doAgain(input('reason')),
  },
}

/** Handling by the lead with its helpers, finishing, the unit's own check, and the check on the spot (domain.md 2.2, 2.4). */
export const handlingActions: Actions = { ...together, ...finishing, ...checking }
