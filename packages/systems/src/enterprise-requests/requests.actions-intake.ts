import type { ActionDefinition, Effect, Expr, FieldDefinition } from '@jiannuo/engine'
import {
  actorPerson,
  all,
  clockIs,
  constant,
  equals,
  fact,
  field,
  holds,
  input,
  not,
  now,
  present,
  setting,
  when,
} from '@jiannuo/engine'
import { noneAsked, oneOfList, tell, words } from '../street-whistle/form.ts'
import { amendable, collectInput } from './requests.fields.ts'
import { collectors, coStaff, leadHeads, leadStaff, managers } from './requests.grants.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

const area: FieldDefinition = { title: '企业所在街道或社区', type: 'unit' }
const lead: FieldDefinition = { title: '主办单位', type: 'unit', required: true }
const co: FieldDefinition = { title: '协办单位', type: 'units' }
const basis: FieldDefinition = { title: '交办依据（职责或清单条目）', type: 'text', required: true, maxLength: 200 }

const notBoth = { when: not(holds(input('co'), input('lead'))), code: 'lead-is-co' }

/** A request goes to a unit with its helpers: their clocks begin. */
const sendTo = (to: Expr): readonly Effect[] => [
  { release: 'co' },
  { stop: 'coAnswer' },
  { assign: 'lead', to, basis: input('basis') },
  { assign: 'co', to: input('co') },
  { set: 'assignedAt', to: now },
  { clear: 'overdueAt' },
  { stop: 'assigning' },
  { start: 'signIn' },
  { start: 'giveBack' },
  { start: 'handling' },
  when(not(equals(fact('coCount'), constant(0))), [{ start: 'coAnswer' }, ...tell('co-asked', ...coStaff)]),
  ...tell('assigned', ...leadStaff),
]

const receiving: Actions = {
  collect: {
    title: '收集登记',
    from: 'new',
    to: 'submitted',
    by: collectors,
    input: collectInput,
    fields: { area },
    effects: [
      when(present(input('area')), [{ assign: 'area', to: input('area') }]),
      { set: 'officer', to: actorPerson },
      when(present(field('repeatOf')), [{ link: 'repeatOf', to: field('repeatOf') }]),
      { start: 'acceptance' },
      ...tell('to-accept', ...managers),
    ],
  },
  amend: {
    title: '更正登记内容',
    from: ['submitted', 'accepted', 'returned'],
    to: 'same',
    by: managers,
    input: amendable,
    fields: { area, reason: words('更正理由') },
    effects: [when(present(input('area')), [{ assign: 'area', to: input('area') }])],
  },
  // An answer on the spot ends the matter only when the firm is content with it there and then.
  answerAtOnce: {
    title: '现场答复，企业当场评价',
    from: ['submitted'],
    to: 'archived',
    by: managers,
    input: ['policies'],
    fields: {
      reply: words('答复内容', { maxLength: 2000 }),
      solved: { title: '企业是否认可已解决', type: 'boolean', required: true },
      satisfaction: oneOfList('企业评价', { satisfied: '满意', basic: '基本满意', dissatisfied: '不满意' }),
    },
    guards: [
      { when: holds(setting('atOnceCategories'), field('category')), code: 'needs-handling' },
      {
        when: all(
          equals(input('solved'), constant(true)),
          not(equals(input('satisfaction'), constant('dissatisfied'))),
        ),
        code: 'not-content',
      },
    ],
    effects: [
      { set: 'answerKind', to: constant('explained') },
      { state: 'handler', fields: ['reply', 'solved'] },
      { state: 'citizen', fields: ['solved', 'satisfaction'] },
      { set: 'acceptedAt', to: now },
      { set: 'approvedAt', to: now },
      { set: 'ratedAt', to: now },
    ],
  },
  accept: {
    title: '受理',
    from: ['submitted'],
    to: 'accepted',
    by: managers,
    input: ['complexity'],
    effects: [{ set: 'acceptedAt', to: now }, { stop: 'acceptance' }, { start: 'assigning' }],
  },
  decline: {
    title: '不予受理，告知途径',
    from: ['submitted'],
    to: 'declined',
    by: managers,
    fields: {
      why: oneOfList('原因', {
        lawful: '应当通过诉讼、仲裁、复议等法定途径',
        private: '企业间民事纠纷',
        outside: '不属于本区职权',
        unclear: '经联系仍无法明确诉求',
      }),
      told: words('告知企业的内容'),
    },
  },
  assign: {
    title: '交办',
    from: ['accepted', 'returned'],
    to: 'assigned',
    by: managers,
    fields: { lead, co, basis },
    guards: [notBoth, { when: not(equals(input('lead'), field('returnedBy'))), code: 'same-unit-again' }],
    effects: sendTo(input('lead')),
  },
}

const duty: Actions = {
  signIn: {
    title: '签收',
    from: ['assigned'],
    to: 'handling',
    by: leadStaff,
    effects: [{ stop: 'signIn' }],
  },
  giveBack: {
    title: '退回',
    from: ['assigned', 'handling'],
    to: 'returned',
    by: leadHeads,
    fields: {
      reason: words('退回理由（依据职责规定）'),
      suggestion: { title: '建议主办单位', type: 'unit' },
    },
    guards: [
      { when: clockIs('giveBack', 'running'), code: 'return-too-late' },
      noneAsked('extension'),
      noneAsked('shelf'),
    ],
    effects: [
      { set: 'returnedBy', to: fact('lead') },
      { set: 'returnedAt', to: now },
      { stop: 'signIn' },
      { stop: 'giveBack' },
      { start: 'assigning' },
      ...tell('returned', ...managers),
    ],
  },
  // The time of handling has gone on: nothing is won by giving back.
  insist: {
    title: '不同意退回',
    from: ['returned'],
    to: 'assigned',
    by: managers,
    fields: { reason: words('理由') },
    effects: [{ clear: 'returnedBy' }, { stop: 'assigning' }, { start: 'signIn' }, ...tell('assigned', ...leadStaff)],
  },
  withdraw: {
    title: '企业撤回',
    from: ['submitted', 'accepted', 'assigned', 'handling', 'shelved'],
    to: 'withdrawn',
    by: managers,
    fields: { reason: words('企业撤回的原因和确认方式') },
  },
}

/** Collection, acceptance, assignment and whose it is. */
export const intakeActions: Actions = { ...receiving, ...duty }
