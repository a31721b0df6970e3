import type { ActionDefinition } from '@jiannuo/engine'
import {
  actorPerson,
  actorUnit,
  any,
  coIs,
  constant,
  equals,
  fact,
  field,
  firstOf,
  holds,
  input,
  not,
  now,
  present,
  when,
} from '@jiannuo/engine'
import { type Guard, oneOfList, proof, tell, words } from '../street-whistle/form.ts'
import { amendable, registerInput } from './disputes.fields.ts'
import { bodies, centre, centreLeads, mediators, reception } from './disputes.grants.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

const co = { title: '核定单位（税务、社保经办等）', type: 'units', required: true } as const
const notItself: Guard = { when: not(holds(input('co'), fact('lead'))), code: 'lead-is-co' }

/** Only the mediator whom the centre appointed mediates. */
export const asMediator: Guard = { when: equals(field('mediator'), actorPerson), code: 'not-mediator' }

const receiving: Actions = {
  register: {
    title: '登记',
    from: 'new',
    to: 'registered',
    by: reception,
    input: registerInput,
    effects: [{ assign: 'lead', to: actorUnit }, { start: 'acceptance' }, ...tell('to-accept', ...centreLeads)],
  },
  amend: {
    title: '更正登记内容',
    from: ['registered', 'checking'],
    to: 'same',
    by: centre,
    input: amendable,
    fields: { reason: words('更正理由') },
  },
  accept: {
    title: '受理，指定调解员和核定单位',
    from: ['registered'],
    to: 'checking',
    by: centreLeads,
    input: ['mediator'],
    needs: ['mediator'],
    fields: { co, consent: { title: '双方同意调解', type: 'boolean', required: true } },
    guards: [{ when: equals(input('consent'), constant(true)), code: 'no-consent' }, notItself],
    effects: [
      { assign: 'co', to: input('co') },
      { set: 'acceptedAt', to: now },
      { stop: 'acceptance' },
      { start: 'checking' },
      ...tell('to-check', ...bodies, ...mediators),
    ],
  },
  refuse: {
    title: '不予受理',
    from: ['registered'],
    to: 'refused',
    by: centreLeads,
    fields: {
      why: oneOfList('理由', {
        ruled: '已有生效裁判、裁决或复议决定',
        pending: '仲裁、诉讼、复议已受理',
        consent: '一方不同意调解',
        law: '法律规定不得调解',
      }),
      told: words('告知当事人的内容和途径'),
    },
  },
  findOutside: {
    title: '认定不属本中心受理范围',
    from: ['registered'],
    to: 'transferring',
    by: centreLeads,
    fields: { reason: words('理由') },
    effects: [{ stop: 'acceptance' }, { start: 'transfer' }, ...tell('to-transfer', ...mediators)],
  },
  transfer: {
    title: '移送并告知当事人',
    from: ['transferring'],
    to: 'transferred',
    by: centre,
    fields: {
      receiver: { title: '接收单位', type: 'text', required: true, maxLength: 100 },
      receipt: proof('移送回执'),
    },
  },
  withdraw: {
    title: '申请人撤回',
    from: ['registered', 'checking', 'mediating'],
    to: 'withdrawn',
    by: centre,
    fields: { reason: words('撤回原因'), letter: proof('撤回申请书') },
  },
}

/** The facts first: what was declared, what should have been, what is owed. */
const checking: Actions = {
  changeMediator: {
    title: '更换调解员（回避等）',
    from: ['checking', 'mediating', 'unsettled', 'agreed', 'confirming', 'performing'],
    to: 'same',
    by: centreLeads,
    input: ['mediator'],
    needs: ['mediator'],
    fields: {
      why: oneOfList('原因', { recusal: '回避', request: '当事人要求', duty: '工作调整' }),
    },
    effects: tell('mediator-changed', ...mediators),
  },
  addBody: {
    title: '增加核定单位',
    from: ['checking', 'mediating'],
    to: 'same',
    by: mediators,
    fields: { co, question: words('需要核定的事项') },
    guards: [asMediator, notItself],
    effects: [{ assign: 'co', to: input('co') }, ...tell('to-check', ...bodies)],
  },
  giveFacts: {
    title: '出具核定意见',
    from: ['checking', 'mediating'],
    to: 'same',
    by: bodies,
    fields: { opinion: words('核定意见（依据、期间、基数、应补缴）'), sheets: proof('缴费记录、核定表') },
    guards: [{ when: coIs('actorIsOne'), code: 'not-co' }],
    effects: [{ answered: 'co' }, ...tell('facts-given', ...mediators)],
  },
  settleFacts: {
    title: '汇总核定，开始调解',
    from: ['checking'],
    to: 'mediating',
    by: mediators,
    input: ['items', 'verified'],
    needs: ['verified'],
    fields: { unanswered: words('核定单位未答复的说明', { required: false }) },
    guards: [asMediator, { when: any(coIs('allAnswered'), present(input('unanswered'))), code: 'facts-missing' }],
    effects: [
      { state: 'evidence', fields: ['items', 'verified'] },
      { set: 'mediatedAt', to: firstOf(field('mediatedAt'), now) },
      { stop: 'checking' },
      { start: 'mediation' },
      when(not(coIs('allAnswered')), tell('facts-late', ...bodies)),
    ],
  },
}

/** From the desk to the facts (domain.md 11.1, 11.2). */
export const intakeActions: Actions = { ...receiving, ...checking }
