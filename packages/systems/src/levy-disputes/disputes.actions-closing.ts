import type { ActionDefinition } from '@jiannuo/engine'
import {
  actorPerson,
  any,
  clockIs,
  constant,
  equals,
  field,
  firstOf,
  gt,
  gte,
  input,
  lte,
  not,
  now,
  plus,
  present,
  today,
  when,
} from '@jiannuo/engine'
import { line, notOwn, oneOfList, proof, tell, words } from '../street-whistle/form.ts'
import { asMediator } from './disputes.actions-intake.ts'
import { centreLeads, mediators } from './disputes.grants.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

const paidNow = plus(firstOf(field('paid'), constant(0)), input('amount'))

/** 人民调解法 第33条: both parties together, within thirty days of the agreement, or not at all. */
const confirming: Actions = {
  applyConfirmation: {
    title: '双方共同申请司法确认',
    from: ['agreed'],
    to: 'confirming',
    by: mediators,
    fields: {
      together: { title: '双方共同申请', type: 'boolean', required: true },
      court: line('受理法院', { required: true }),
      application: proof('申请书'),
    },
    guards: [asMediator, { when: equals(input('together'), constant(true)), code: 'both-must' }],
    effects: [{ stop: 'confirmation' }],
  },
  confirm: {
    title: '登记司法确认裁定',
    from: ['confirming'],
    to: 'performing',
    by: mediators,
    input: ['confirmation'],
    needs: ['confirmation'],
    fields: { ruling: proof('裁定书') },
    guards: [asMediator],
    effects: [{ set: 'confirmedAt', to: now }],
  },
  // What the court does not confirm is changed by the parties or goes the way of the law.
  notConfirm: {
    title: '法院不予确认',
    from: ['confirming'],
    to: 'unsettled',
    by: mediators,
    fields: { reason: words('法院不予确认的理由'), ruling: proof('裁定书') },
    guards: [asMediator],
    effects: [{ clear: 'agreedAt' }, { set: 'failedAt', to: now }, { stop: 'performance' }, { start: 'routing' }],
  },
  skipConfirmation: {
    title: '双方不申请司法确认',
    from: ['agreed'],
    to: 'performing',
    by: mediators,
    fields: { note: words('双方意见') },
    guards: [asMediator],
    effects: [{ stop: 'confirmation' }],
  },
  missConfirmation: {
    title: '期满未申请司法确认',
    from: ['agreed'],
    to: 'performing',
    by: [],
    system: true,
    effects: [{ stop: 'confirmation' }],
  },
}

/** The follow-up of performance: money by money, each with its voucher. */
const performing: Actions = {
  pay: {
    title: '登记履行',
    from: ['agreed', 'confirming', 'performing'],
    to: 'same',
    by: mediators,
    fields: {
      amount: { title: '本次金额', type: 'money', unit: '元', required: true, min: 0 },
      voucher: proof('缴费或支付凭证'),
    },
    guards: [asMediator, { when: lte(paidNow, field('agreedAmount')), code: 'paid-over' }],
    effects: [{ set: 'paid', to: paidNow }],
  },
  reschedule: {
    title: '双方变更履行期限',
    from: ['performing'],
    to: 'same',
    by: mediators,
    input: ['performBy'],
    needs: ['performBy'],
    fields: {
      together: { title: '双方书面同意', type: 'boolean', required: true },
      amendment: proof('变更协议'),
    },
    guards: [
      asMediator,
      { when: equals(input('together'), constant(true)), code: 'both-must' },
      { when: gt(field('performBy'), today), code: 'day-past' },
    ],
    effects: [{ start: 'performance', limit: field('performBy') }],
  },
  complete: {
    title: '履行完毕',
    from: ['performing'],
    to: 'performed',
    by: mediators,
    fields: { note: words('履行情况', { required: false }) },
    guards: [asMediator, { when: gte(field('paid'), field('agreedAmount')), code: 'paid-short' }],
    effects: [
      { stop: 'performance' },
      when(clockIs('performance', 'late'), [{ set: 'overdueAt', to: firstOf(field('overdueAt'), now) }]),
      { set: 'performedBy', to: actorPerson },
      { set: 'performedAt', to: now },
      { start: 'followUp' },
      ...tell('to-follow-up', ...centreLeads),
    ],
  },
  breach: {
    title: '认定未履行',
    from: ['performing'],
    to: 'breached',
    by: centreLeads,
    input: ['route'],
    needs: ['route'],
    fields: {
      enforce: { title: '已告知可申请强制执行', type: 'boolean', required: true },
      note: words('未履行的情况和已做的督促'),
    },
    guards: [
      { when: clockIs('performance', 'overdue'), code: 'not-due' },
      {
        when: any(not(present(field('confirmedAt'))), equals(input('enforce'), constant(true))),
        code: 'tell-enforcement',
      },
    ],
  },
  close: {
    title: '回访双方，结案',
    from: ['performed'],
    to: 'closed',
    by: centreLeads,
    fields: {
      applicantSays: oneOfList('申请人评价', { content: '满意', basic: '基本满意', not: '不满意' }),
      respondentSays: oneOfList('被申请人评价', { content: '满意', basic: '基本满意', not: '不满意' }),
      remark: words('回访记录', { required: false }),
    },
    guards: [notOwn('performedBy')],
    effects: [{ state: 'citizen', fields: ['applicantSays', 'respondentSays', 'remark'] }],
  },
}

/** The court's confirmation, performance, and the end. */
export const closingActions: Actions = { ...confirming, ...performing }
