import type { ActionDefinition, Condition, FieldDefinition } from '@jiannuo/engine'
import {
  all,
  any,
  clockIs,
  constant,
  counter,
  equals,
  fact,
  gt,
  holds,
  input,
  not,
  now,
  requestIs,
  setting,
} from '@jiannuo/engine'
import { sendTo } from './hotline.effects.ts'
import { arbiters, dispatchers, leadHandlers, leadReviewers } from './hotline.grants.ts'
import { returnReasons } from './hotline.requests.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

const atUnit = ['dispatched', 'handling']

const reason: FieldDefinition = { title: '理由', type: 'choice', required: true, choices: returnReasons }
const explanation: FieldDefinition = { title: '说明', type: 'longText', required: true, maxLength: 1000 }
const ruling: FieldDefinition = { title: '裁定意见', type: 'longText', required: true, maxLength: 1000 }
const basis: FieldDefinition = { title: '裁定依据（目录条目或职责规定）', type: 'text', required: true, maxLength: 200 }

const inTime: Condition = clockIs('giveBack', 'running')

// More time is not asked for an order that one gives away: the request would fall to the next unit.
const nothingAsked: Condition = all(
  ...['extension', 'pause', 'shelf', 'termination'].map((kind) => not(requestIs(kind, 'pending'))),
)

/** 潍坊 第22条: what has been ruled on cannot be given back again, unless the district sets it otherwise. */
const mayStillReturn: Condition = any(
  equals(counter('ruled'), constant(0)),
  equals(setting('returnAfterRuling'), constant(true)),
)

const giveBack: Actions = {
  signIn: {
    title: '签收',
    from: ['dispatched'],
    to: 'handling',
    by: leadHandlers,
    effects: [{ stop: 'signIn' }],
  },
  giveBack: {
    title: '退单',
    from: atUnit,
    to: 'returned',
    by: [...leadHandlers, ...leadReviewers],
    fields: { reason, explanation, suggestion: { title: '建议承办单位', type: 'unit' } },
    guards: [
      { when: mayStillReturn, code: 'ruled-already' },
      { when: inTime, code: 'return-too-late' },
      { when: nothingAsked, code: 'request-pending' },
    ],
    effects: [
      { set: 'returnedBy', to: fact('lead') },
      { set: 'returnedAt', to: now },
      { stop: 'signIn' },
      { stop: 'giveBack' },
      { start: 'redispatch' },
      { notify: { role: 'dispatcher', at: 'district' }, message: 'returned' },
    ],
  },
  refuseReturn: {
    title: '不同意退单',
    from: ['returned'],
    to: 'dispatched',
    by: dispatchers,
    fields: { explanation },
    // The time of handling has gone on, so that nothing is won by giving back.
    effects: [
      { stop: 'redispatch' },
      { start: 'signIn' },
      { notify: { role: 'handler', at: 'lead' }, message: 'return-refused' },
    ],
  },
}

const dispute: Actions = {
  object: {
    title: '提出职责异议',
    from: atUnit,
    to: 'arbitration',
    by: leadReviewers,
    fields: { reason, explanation, suggestion: { title: '建议承办单位', type: 'unit' } },
    guards: [
      { when: mayStillReturn, code: 'ruled-already' },
      { when: any(inTime, gt(counter('refuseReturn'), constant(0))), code: 'return-too-late' },
      { when: nothingAsked, code: 'request-pending' },
    ],
    effects: [
      { request: 'objection', fields: ['reason', 'explanation', 'suggestion'] },
      { stop: 'signIn' },
      { stop: 'giveBack' },
      { start: 'arbitration' },
      { notify: { role: 'arbiter', at: 'district' }, message: 'objection' },
    ],
  },
  refer: {
    title: '提请裁定',
    from: ['returned'],
    to: 'arbitration',
    by: dispatchers,
    fields: { reason, explanation },
    effects: [
      { request: 'objection', fields: ['reason', 'explanation'] },
      { stop: 'redispatch' },
      { start: 'arbitration' },
      { notify: { role: 'arbiter', at: 'district' }, message: 'objection' },
    ],
  },
  designate: {
    title: '裁定指定承办单位',
    from: ['arbitration'],
    to: 'dispatched',
    by: arbiters,
    fields: {
      lead: { title: '指定的主办单位', type: 'unit', required: true },
      co: { title: '协办单位', type: 'units' },
      basis,
      ruling,
    },
    guards: [
      { when: not(equals(input('lead'), fact('lead'))), code: 'uphold-instead' },
      { when: not(holds(input('co'), input('lead'))), code: 'lead-is-co' },
    ],
    effects: [
      { decide: 'objection', granted: true, basis: input('basis') },
      { count: 'ruled' },
      { stop: 'arbitration' },
      { set: 'returnedBy', to: fact('lead') },
      { set: 'returnedAt', to: now },
      ...sendTo({ lead: input('lead'), co: input('co'), basis: input('basis'), message: 'designated' }),
    ],
  },
  uphold: {
    title: '裁定维持原派',
    from: ['arbitration'],
    to: 'dispatched',
    by: arbiters,
    fields: { basis, ruling },
    effects: [
      { decide: 'objection', granted: false, basis: input('basis') },
      { count: 'ruled' },
      { stop: 'arbitration' },
      { start: 'signIn' },
      { notify: { role: 'handler', at: 'lead' }, message: 'designated' },
    ],
  },
}

/** Whose it is: sign-in, giving back within the limit, objection and ruling (domain.md 2.2, 2.4: 首接负责). */
export const dutyActions: Actions = { ...giveBack, ...dispute }
