import type { ActionDefinition } from '@jiannuo/engine'
import {
  actorPerson,
  any,
  constant,
  covers,
  equals,
  field,
  input,
  not,
  now,
  present,
  requestField,
} from '@jiannuo/engine'
import { tellAll } from '../commitments/clock-parts.ts'
import { promiseReasons } from './proposals.choices.ts'
import { asked, noneAsked, oneOfList, restartPromise, startPromise, words } from './proposals.parts.ts'
import { leaders, leadHeads, leadStaff, liaisons, offices } from './proposals.roles.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

/** A promise that was kept, or given up with leave. */
export const settled = any(present(field('turnedAt')), present(field('givenUpAt')))

const keeping: Actions = {
  track: {
    title: '列入承诺跟踪',
    from: ['archiving'],
    to: 'tracking',
    by: offices,
    guards: [
      { when: present(field('promises')), code: 'no-promise' },
      { when: not(settled), code: 'promise-settled' },
    ],
    effects: [{ stop: 'archiving' }, startPromise, ...tellAll('tracked', leadStaff)],
  },
  deliver: {
    title: '填报承诺落实情况',
    from: ['tracking'],
    to: 'same',
    by: leadStaff,
    fields: {
      rows: {
        title: '落实情况',
        type: 'rows',
        required: true,
        key: 'item',
        columns: {
          item: { title: '承诺序号', type: 'text', required: true, maxLength: 40 },
          result: { title: '落实情况', type: 'text', required: true, maxLength: 300 },
          doneOn: { title: '落实日期', type: 'date' },
          proof: { title: '佐证材料', type: 'files', required: true },
        },
      },
    },
    effects: [{ put: 'delivered', rows: input('rows') }],
  },
  askTurn: {
    title: '申请B类转A类',
    from: ['tracking'],
    to: 'verifying',
    by: leadStaff,
    fields: { summary: words('承诺兑现情况') },
    guards: [
      { when: covers(field('delivered'), field('promises'), 'item'), code: 'promise-open' },
      noneAsked('promiseChange'),
      noneAsked('giveUp'),
    ],
    effects: [{ set: 'turnAskedBy', to: actorPerson }, { start: 'verifying' }, ...tellAll('to-verify', offices)],
  },
  confirmTurn: {
    title: '核实兑现，转为A类',
    from: ['verifying'],
    to: 'archiving',
    by: offices,
    fields: { found: words('核实情况'), proof: { title: '核实佐证', type: 'files', required: true } },
    guards: [{ when: not(equals(actorPerson, field('turnAskedBy'))), code: 'own-work' }],
    effects: [
      { state: 'evidence', fields: ['found', 'proof'] },
      { set: 'turnedAt', to: now },
      { stop: 'verifying' },
      { stop: 'promise' },
      { start: 'archiving' },
      ...tellAll('turned', leadStaff, liaisons),
    ],
  },
  rejectTurn: {
    title: '核实未兑现，继续跟踪',
    from: ['verifying'],
    to: 'tracking',
    by: offices,
    fields: { why: words('未兑现的情况') },
    effects: [{ stop: 'verifying' }, ...tellAll('sent-back', leadStaff)],
  },
  rateDelivery: {
    title: '登记代表委员对承诺落实的评价',
    from: ['verifying', 'archiving'],
    to: 'same',
    by: liaisons,
    input: ['deliveryView'],
    needs: ['deliveryView'],
    guards: [{ when: present(field('promises')), code: 'no-promise' }],
  },
}

const changing: Actions = {
  askPromiseChange: {
    title: '申请调整承诺期限',
    from: ['tracking'],
    to: 'same',
    by: leadHeads,
    fields: {
      reason: oneOfList('理由', promiseReasons),
      explanation: words('说明'),
      newDue: { title: '新的期限', type: 'date', required: true },
      told: { title: '已向代表委员说明', type: 'boolean', required: true },
    },
    guards: [
      noneAsked('promiseChange'),
      noneAsked('giveUp'),
      { when: equals(input('told'), constant(true)), code: 'tell-author' },
    ],
    effects: [
      { request: 'promiseChange', fields: ['reason', 'explanation', 'newDue', 'told'] },
      ...tellAll('change-asked', leaders),
    ],
  },
  grantPromiseChange: {
    title: '同意调整承诺期限',
    from: ['tracking'],
    to: 'same',
    by: leaders,
    fields: { reason: words('审批意见') },
    guards: [asked('promiseChange')],
    effects: [
      { set: 'promiseDue', to: requestField('promiseChange', 'newDue') },
      ...restartPromise,
      { decide: 'promiseChange', granted: true },
      ...tellAll('decided', leadStaff),
    ],
  },
  refusePromiseChange: {
    title: '不同意调整承诺期限',
    from: ['tracking'],
    to: 'same',
    by: leaders,
    fields: { reason: words('不同意的理由') },
    guards: [asked('promiseChange')],
    effects: [{ decide: 'promiseChange', granted: false }, ...tellAll('decided', leadStaff)],
  },
  askGiveUp: {
    title: '申请转为C类（承诺不能兑现）',
    from: ['tracking'],
    to: 'same',
    by: leadHeads,
    fields: { reason: oneOfList('理由', promiseReasons), explanation: words('说明和后续安排') },
    guards: [noneAsked('giveUp'), noneAsked('promiseChange')],
    effects: [{ request: 'giveUp', fields: ['reason', 'explanation'] }, ...tellAll('change-asked', leaders)],
  },
  grantGiveUp: {
    title: '同意转为C类',
    from: ['tracking'],
    to: 'archiving',
    by: leaders,
    fields: { reason: words('审批意见') },
    guards: [asked('giveUp')],
    effects: [
      { decide: 'giveUp', granted: true },
      { set: 'givenUpAt', to: now },
      { stop: 'promise' },
      { start: 'archiving' },
      ...tellAll('given-up', leadStaff, liaisons),
    ],
  },
  refuseGiveUp: {
    title: '不同意转为C类',
    from: ['tracking'],
    to: 'same',
    by: leaders,
    fields: { reason: words('不同意的理由') },
    guards: [asked('giveUp')],
    effects: [{ decide: 'giveUp', granted: false }, ...tellAll('decided', leadStaff)],
  },
}

/** Promises until they turn A or are given up with the leader's word (domain.md 14). */
export const promiseActions: Actions = { ...keeping, ...changing }
