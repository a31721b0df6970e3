import type { ActionDefinition } from '@jiannuo/engine'
import {
  clockIs,
  constant,
  counter,
  equals,
  field,
  gt,
  input,
  lt,
  not,
  now,
  requestField,
  setting,
  today,
} from '@jiannuo/engine'
import { isAsked, noneAsked, oneOfList, proof, tell, words } from '../street-whistle/form.ts'
import { asMediator } from './disputes.actions-intake.ts'
import { pauseReasons } from './disputes.clocks.ts'
import { centreLeads, mediators } from './disputes.grants.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

const both = (title: string) => ({ title, type: 'boolean', required: true }) as const
const bothAgree = (id: string) => ({ when: equals(input(id), constant(true)), code: 'both-must' }) as const

const talks: Actions = {
  meet: {
    title: '登记会谈',
    from: ['mediating'],
    to: 'same',
    by: mediators,
    fields: {
      where: { title: '地点', type: 'place', required: true },
      present: words('到场人员（单位和身份）', { maxLength: 500 }),
      minutes: words('会谈要点'),
      signedMinutes: proof('双方签字的会谈记录'),
    },
    guards: [asMediator],
  },
  agree: {
    title: '达成协议',
    from: ['mediating'],
    to: 'agreed',
    by: mediators,
    input: ['agreedAmount', 'performBy', 'plan'],
    needs: ['agreedAmount', 'performBy'],
    fields: {
      terms: words('协议要点（补缴期间、金额、方式）', { maxLength: 2000 }),
      signed: both('双方已签字盖章'),
      agreement: proof('调解协议书'),
    },
    guards: [
      asMediator,
      bothAgree('signed'),
      { when: gt(field('performBy'), today), code: 'day-past' },
      noneAsked('extension'),
    ],
    effects: [
      { state: 'handler', fields: ['terms', 'agreement'] },
      { set: 'agreedAt', to: now },
      { set: 'paid', to: constant(0) },
      { stop: 'mediation' },
      { start: 'confirmation' },
      { start: 'performance', limit: field('performBy') },
    ],
  },
  fail: {
    title: '终止调解（未达成）',
    from: ['mediating'],
    to: 'unsettled',
    by: mediators,
    fields: {
      why: oneOfList('原因', {
        refused: '一方拒绝继续调解',
        apart: '双方分歧过大',
        absent: '一方两次无故不到场',
        illegal: '诉求违反强制缴费规定，不能让步',
      }),
      note: words('说明'),
    },
    guards: [asMediator, noneAsked('extension')],
    effects: [{ set: 'failedAt', to: now }, { stop: 'mediation' }, { start: 'routing' }],
  },
  lapse: {
    title: '调解期满未达成',
    from: ['mediating'],
    to: 'unsettled',
    by: [],
    system: true,
    effects: [{ set: 'failedAt', to: now }, { stop: 'mediation' }, { start: 'routing' }],
  },
  route: {
    title: '出具终结书，引导法定途径',
    from: ['unsettled'],
    to: 'routed',
    by: mediators,
    input: ['route'],
    needs: ['route'],
    fields: { told: words('告知双方的途径和时效'), ending: proof('调解终结书') },
    guards: [asMediator],
  },
}

const time: Actions = {
  askExtension: {
    title: '申请延长调解',
    from: ['mediating'],
    to: 'same',
    by: mediators,
    fields: {
      days: { title: '延长天数（自然日）', type: 'number', required: true, min: 1 },
      agreed: both('双方同意延长'),
      explanation: words('理由'),
    },
    guards: [
      asMediator,
      noneAsked('extension'),
      bothAgree('agreed'),
      { when: lt(counter('grantExtension'), setting('extensionTimes')), code: 'extension-used-up' },
    ],
    effects: [
      { request: 'extension', fields: ['days', 'agreed', 'explanation'] },
      ...tell('extension-asked', ...centreLeads),
    ],
  },
  grantExtension: {
    title: '同意延长调解',
    from: ['mediating'],
    to: 'same',
    by: centreLeads,
    fields: { reason: words('审批意见') },
    guards: [isAsked('extension')],
    effects: [
      { extend: 'mediation', by: requestField('extension', 'days') },
      { decide: 'extension', granted: true },
      ...tell('decided', ...mediators),
    ],
  },
  refuseExtension: {
    title: '不同意延长调解',
    from: ['mediating', 'unsettled'],
    to: 'same',
    by: centreLeads,
    fields: { reason: words('不同意的理由') },
    guards: [isAsked('extension')],
    effects: [{ decide: 'extension', granted: false }, ...tell('decided', ...mediators)],
  },
  pause: {
    title: '批准中止调解计时',
    from: ['mediating'],
    to: 'same',
    by: centreLeads,
    fields: { reason: oneOfList('理由', pauseReasons), note: words('说明', { required: false }) },
    guards: [{ when: clockIs('mediation', 'running'), code: 'already-paused' }],
    effects: [{ pause: 'mediation' }, ...tell('paused', ...mediators)],
  },
  resume: {
    title: '恢复调解计时',
    from: ['mediating'],
    to: 'same',
    by: [...mediators, ...centreLeads],
    guards: [{ when: not(clockIs('mediation', 'running')), code: 'not-paused' }],
    effects: [{ resume: 'mediation' }],
  },
}

/** Talks with both sides, and the thirty days they have (深圳 第25条). */
export const mediationActions: Actions = { ...talks, ...time }
