import type { ActionDefinition } from '@jiannuo/engine'
import {
  any,
  clockIs,
  constant,
  counter,
  equals,
  fact,
  field,
  firstOf,
  gt,
  holds,
  input,
  lt,
  not,
  now,
  present,
  requestField,
  setting,
  today,
  when,
} from '@jiannuo/engine'
import { isAsked, noneAsked, oneOfList, proof, tell, words } from '../street-whistle/form.ts'
import { shelfReasons } from './requests.clocks.ts'
import { conveners, coStaff, leadHeads, leadStaff, managers, supervisors } from './requests.grants.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

const idle = [noneAsked('extension'), noneAsked('shelf')]

/** 会商: what one unit cannot solve is put on one table. */
const consulting: Actions = {
  convene: {
    title: '召集会商',
    from: ['handling'],
    to: 'consulting',
    by: conveners,
    fields: { co: { title: '会商单位', type: 'units', required: true }, topic: words('会商议题') },
    guards: [{ when: not(holds(input('co'), fact('lead'))), code: 'lead-is-co' }, ...idle],
    effects: [
      { assign: 'co', to: input('co') },
      { set: 'consultedAt', to: firstOf(field('consultedAt'), now) },
      { start: 'consulting' },
      ...tell('consulted', ...coStaff, ...leadStaff),
    ],
  },
  conclude: {
    title: '形成会商结论',
    from: ['consulting'],
    to: 'handling',
    by: conveners,
    input: ['consultOutcome'],
    needs: ['consultOutcome'],
    fields: {
      conclusion: words('会商结论（措施、责任单位、时间）'),
      minutes: proof('会商纪要'),
      newLead: { title: '改由主办的单位', type: 'unit' },
      basis: { title: '改由主办的依据', type: 'text', maxLength: 200 },
    },
    guards: [{ when: any(not(present(input('newLead'))), present(input('basis'))), code: 'basis-missing' }],
    effects: [
      { stop: 'consulting' },
      when(present(input('newLead')), [{ assign: 'lead', to: input('newLead'), basis: input('basis') }]),
      when(equals(field('consultOutcome'), constant('reform')), [{ set: 'reform', to: constant(true) }]),
      ...tell('concluded', ...leadStaff),
    ],
  },
}

/** 挂账: the time stands still for a reason from the list, and is looked at again and again until it is cleared. */
const shelf: Actions = {
  askShelf: {
    title: '申请挂账',
    from: ['handling'],
    to: 'same',
    by: leadHeads,
    fields: {
      reason: oneOfList('理由', shelfReasons),
      explanation: words('说明'),
      planned: { title: '预计解决日期', type: 'date', required: true },
      told: { title: '已向企业说明', type: 'boolean', required: true },
    },
    guards: [
      ...idle,
      { when: equals(input('told'), constant(true)), code: 'tell-firm' },
      { when: gt(input('planned'), today), code: 'day-past' },
    ],
    effects: [
      { request: 'shelf', fields: ['reason', 'explanation', 'planned', 'told'] },
      ...tell('shelf-asked', ...supervisors),
    ],
  },
  grantShelf: {
    title: '同意挂账',
    from: ['handling'],
    to: 'shelved',
    by: supervisors,
    fields: { reason: oneOfList('理由', shelfReasons), opinion: words('审批意见', { required: false }) },
    guards: [isAsked('shelf')],
    effects: [
      { decide: 'shelf', granted: true },
      { pause: 'handling' },
      { set: 'shelvedAt', to: firstOf(field('shelvedAt'), now) },
      { clear: 'clearedAt' },
      // A gap in policy is not waited out: it goes up as a proposal for reform.
      when(equals(input('reason'), constant('policyGap')), [{ set: 'reform', to: constant(true) }]),
      { start: 'shelf' },
      ...tell('decided', ...leadStaff),
    ],
  },
  refuseShelf: {
    title: '不同意挂账',
    from: ['handling'],
    to: 'same',
    by: supervisors,
    fields: { reason: words('不同意的理由') },
    guards: [isAsked('shelf')],
    effects: [{ decide: 'shelf', granted: false }, ...tell('decided', ...leadStaff)],
  },
  reviewShelf: {
    title: '挂账复核，继续挂账',
    from: ['shelved'],
    to: 'same',
    by: supervisors,
    fields: { progress: words('复核情况') },
    effects: [{ start: 'shelf' }],
  },
  clearShelf: {
    title: '销账，恢复办理',
    from: ['shelved'],
    to: 'handling',
    by: [...supervisors, ...leadHeads],
    fields: { progress: words('条件成熟的说明') },
    effects: [
      { stop: 'shelf' },
      { resume: 'handling' },
      { set: 'clearedAt', to: now },
      ...tell('cleared', ...leadStaff),
    ],
  },
}

const extension: Actions = {
  askExtension: {
    title: '申请延期',
    from: ['handling'],
    to: 'same',
    by: leadStaff,
    fields: {
      days: { title: '申请延长（工作日）', type: 'number', required: true, min: 1 },
      explanation: words('理由'),
      told: { title: '已向企业说明', type: 'boolean', required: true },
    },
    guards: [
      ...idle,
      { when: lt(counter('grantExtension'), setting('extensionTimes')), code: 'extension-used-up' },
      { when: not(clockIs('handling', 'overdue')), code: 'extension-too-late' },
      { when: equals(input('told'), constant(true)), code: 'tell-firm' },
    ],
    effects: [
      { request: 'extension', fields: ['days', 'explanation', 'told'] },
      ...tell('extension-asked', ...managers),
    ],
  },
  grantExtension: {
    title: '同意延期',
    from: ['handling'],
    to: 'same',
    by: managers,
    fields: { reason: words('审批意见') },
    guards: [isAsked('extension')],
    effects: [
      { extend: 'handling', by: requestField('extension', 'days') },
      { decide: 'extension', granted: true },
      ...tell('decided', ...leadStaff),
    ],
  },
  refuseExtension: {
    title: '不同意延期',
    from: ['handling'],
    to: 'same',
    by: managers,
    fields: { reason: words('不同意的理由') },
    guards: [isAsked('extension')],
    effects: [{ decide: 'extension', granted: false }, ...tell('decided', ...leadStaff)],
  },
}

/** What is hard: at one table, on the shelf, or with more time. */
export const hardActions: Actions = { ...consulting, ...shelf, ...extension }
