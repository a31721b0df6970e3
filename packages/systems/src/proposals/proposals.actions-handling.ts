import type { ActionDefinition, FieldDefinition } from '@jiannuo/engine'
import {
  clockIs,
  coIs,
  constant,
  counter,
  equals,
  field,
  firstOf,
  holds,
  fact,
  input,
  lt,
  not,
  now,
  requestField,
  setting,
  when,
} from '@jiannuo/engine'
import { tellAll } from '../commitments/clock-parts.ts'
import { extensionReasons, stages, ways } from './proposals.choices.ts'
import { asked, noneAsked, oneOfList, words } from './proposals.parts.ts'
import { coStaff, leadHeads, leadStaff, offices } from './proposals.roles.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

const files: FieldDefinition = { title: '佐证材料', type: 'files' }

const together: Actions = {
  contact: {
    title: '记录与代表委员的沟通',
    from: ['handling', 'redo', 'signing', 'vetting', 'replied', 'tracking'],
    to: 'same',
    by: [...leadStaff, ...coStaff],
    fields: {
      stage: oneOfList('环节（三见面）', stages),
      way: oneOfList('方式', ways),
      on: { title: '日期', type: 'date', required: true },
      said: words('沟通情况和代表委员意见'),
      record: { title: '沟通记录表、照片', type: 'files', required: true },
    },
    effects: [
      { set: 'contactedAt', to: firstOf(field('contactedAt'), now) },
      { stop: 'contact' },
      when(equals(input('way'), constant('meet')), [{ set: 'metAt', to: firstOf(field('metAt'), now) }]),
      when(equals(input('way'), constant('declined')), [{ set: 'meetDeclined', to: constant(true) }]),
    ],
  },
  invite: {
    title: '增加会办单位',
    from: ['handling'],
    to: 'same',
    by: offices,
    fields: { more: { title: '会办单位', type: 'units', required: true }, matter: words('需要会办的事项') },
    guards: [{ when: not(holds(input('more'), fact('lead'))), code: 'lead-is-co' }],
    effects: [{ assign: 'co', to: input('more') }, { start: 'coAnswer' }, ...tellAll('co-invited', coStaff)],
  },
  coAnswer: {
    title: '提出会办意见（分办答复）',
    from: ['dispatched', 'handling'],
    to: 'same',
    by: coStaff,
    fields: {
      opinion: words('会办意见或分办答复'),
      letter: { title: '会办意见函（分办答复函）', type: 'files', required: true },
    },
    guards: [{ when: coIs('actorIsOne'), code: 'not-co' }],
    effects: [
      { answered: 'co' },
      { stop: 'coAgain' },
      when(coIs('allAnswered'), [{ stop: 'coAnswer' }]),
      ...tellAll('co-answered', leadStaff),
    ],
  },
  askCoAgain: {
    title: '会办意见退回重提',
    from: ['handling'],
    to: 'same',
    by: leadStaff,
    fields: { which: { title: '会办单位', type: 'unit', required: true }, why: words('退回理由') },
    guards: [{ when: not(coIs('none')), code: 'no-helpers' }],
    effects: [{ start: 'coAgain' }, ...tellAll('co-again', coStaff)],
  },
  record: {
    title: '记录办理进展',
    from: ['handling', 'tracking'],
    to: 'same',
    by: [...leadStaff, ...coStaff],
    fields: { progress: words('进展情况'), files },
  },
}

const extension: Actions = {
  askExtension: {
    title: '申请延期答复',
    from: ['handling'],
    to: 'same',
    by: leadHeads,
    fields: {
      reason: oneOfList('理由', extensionReasons),
      explanation: words('说明'),
      days: { title: '延长天数', type: 'number', required: true, min: 1 },
      told: { title: '已向代表委员说明', type: 'boolean', required: true },
    },
    guards: [
      noneAsked('extension'),
      { when: lt(counter('grantExtension'), setting('extensionTimes')), code: 'extension-used-up' },
      { when: clockIs('reply', 'running'), code: 'extension-redo' },
      { when: not(clockIs('reply', 'overdue')), code: 'extension-too-late' },
      { when: equals(input('told'), constant(true)), code: 'tell-author' },
    ],
    effects: [
      { request: 'extension', fields: ['reason', 'explanation', 'days', 'told'] },
      ...tellAll('extension-asked', offices),
    ],
  },
  grantExtension: {
    title: '同意延期',
    from: ['handling'],
    to: 'same',
    by: offices,
    fields: { reason: words('审批意见') },
    guards: [asked('extension')],
    effects: [
      { extend: 'reply', by: requestField('extension', 'days') },
      { decide: 'extension', granted: true },
      ...tellAll('decided', leadStaff),
    ],
  },
  refuseExtension: {
    title: '不同意延期',
    from: ['handling'],
    to: 'same',
    by: offices,
    fields: { reason: words('不同意的理由') },
    guards: [asked('extension')],
    effects: [{ decide: 'extension', granted: false }, ...tellAll('decided', leadStaff)],
  },
}

/** Contact, opinions of helpers, and more time (domain.md 14). */
export const handlingActions: Actions = { ...together, ...extension }
