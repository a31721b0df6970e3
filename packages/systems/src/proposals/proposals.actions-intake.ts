import type { ActionDefinition, Effect } from '@jiannuo/engine'
import { any, constant, equals, fact, field, holds, input, not, now, present, when } from '@jiannuo/engine'
import { tellAll } from '../commitments/clock-parts.ts'
import { returnReasons } from './proposals.choices.ts'
import { amendable, dutyInput, receiptInput } from './proposals.fields.ts'
import { asked, hasHelpers, isTrue, oneOfList, words } from './proposals.parts.ts'
import { coStaff, desks, leaders, leadHeads, leadStaff, liaisons, offices, supervisors } from './proposals.roles.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

const receipt: Actions = {
  register: {
    title: '登记',
    from: 'new',
    to: 'registered',
    by: desks,
    input: receiptInput,
    effects: [{ start: 'examining' }, { link: 'combined', to: field('combinedWith') }],
  },
  amend: { title: '更正登记', from: ['registered', 'filed'], to: 'same', by: desks, input: amendable },
  file: {
    title: '审查立案',
    from: ['registered'],
    to: 'filed',
    by: liaisons,
    effects: [
      { stop: 'examining' },
      { set: 'filedAt', to: now },
      { start: 'dispatching' },
      ...tellAll('to-dispatch', offices),
    ],
  },
  refuseFiling: {
    title: '不予立案，转作参考',
    from: ['registered'],
    to: 'notFiled',
    by: liaisons,
    fields: { why: words('理由和转送去向') },
  },
  withdraw: {
    title: '领衔人撤回',
    from: ['registered', 'filed', 'dispatched', 'handling'],
    to: 'withdrawn',
    by: liaisons,
    fields: { why: words('撤回情况') },
    effects: tellAll('withdrawn', leadStaff),
  },
}

const given: readonly Effect[] = [
  { release: 'co' },
  { stop: 'coAnswer' },
  { assign: 'lead', to: field('leadUnit'), basis: input('dutyBasis') },
  { assign: 'co', to: field('coUnits') },
  { set: 'dispatchedAt', to: now },
  { stop: 'dispatching' },
  // What a former unit was late with is not laid on the next one.
  { clear: 'overdueAt' },
  { clear: 'ruled' },
  { start: 'takeBack' },
  when(present(field('replyDue')), [{ start: 'reply', limit: field('replyDue') }], [{ start: 'reply' }]),
  ...tellAll('dispatched', leadStaff),
  when(hasHelpers, [{ start: 'coAnswer' }, ...tellAll('co-invited', coStaff)]),
]

const dispatching: Actions = {
  dispatch: {
    title: '交办',
    from: ['filed'],
    to: 'dispatched',
    by: offices,
    input: dutyInput,
    needs: ['mode', 'leadUnit', 'difficulty'],
    fields: { dutyBasis: { title: '交办依据（职责条款或协调意见）', type: 'text', required: true, maxLength: 300 } },
    guards: [
      { when: not(holds(field('coUnits'), field('leadUnit'))), code: 'lead-is-co' },
      { when: any(equals(field('mode'), constant('single')), present(field('coUnits'))), code: 'helpers-missing' },
      { when: not(equals(field('leadUnit'), field('returnedBy'))), code: 'same-unit-again' },
    ],
    effects: given,
  },
  accept: {
    title: '接收',
    from: ['dispatched'],
    to: 'handling',
    by: leadStaff,
    effects: [{ stop: 'takeBack' }, { start: 'contact' }],
  },
  deemAccepted: {
    title: '逾期未退，视为接收',
    from: ['dispatched'],
    to: 'handling',
    by: [],
    system: true,
    effects: [{ stop: 'takeBack' }, { start: 'contact' }],
  },
  askReturn: {
    title: '申请退办',
    from: ['dispatched'],
    to: 'returning',
    by: leadHeads,
    fields: {
      reason: oneOfList('退办理由', returnReasons),
      explanation: words('说明和依据'),
      suggested: { title: '建议改派的单位', type: 'unit' },
    },
    effects: [
      { request: 'return', fields: ['reason', 'explanation', 'suggested'] },
      { stop: 'takeBack' },
      { start: 'ruling' },
      ...tellAll('return-asked', offices),
    ],
  },
  agreeReturn: {
    title: '同意退办，重新交办',
    from: ['returning'],
    to: 'filed',
    by: offices,
    fields: { reason: words('审核意见') },
    guards: [asked('return')],
    effects: [
      { decide: 'return', granted: true },
      { set: 'returnedBy', to: fact('lead') },
      { set: 'returnedAt', to: now },
      { stop: 'ruling' },
      { stop: 'reply' },
      { stop: 'coAnswer' },
      { release: 'co' },
      { release: 'lead' },
      { clear: 'replyDue' },
      { start: 'dispatching' },
    ],
  },
  refuseReturn: {
    title: '不同意退办，由该单位办理',
    from: ['returning'],
    to: 'handling',
    by: offices,
    fields: { reason: words('不同意的理由') },
    guards: [asked('return')],
    effects: [
      { decide: 'return', granted: false },
      { set: 'ruled', to: constant(true) },
      { stop: 'ruling' },
      // The time of the answer has not stood still meanwhile.
      { start: 'contact' },
      ...tellAll('return-refused', leadStaff),
    ],
  },
  markKey: {
    title: '列为重点督办件',
    from: ['filed', 'dispatched', 'handling'],
    to: 'same',
    by: [...liaisons, ...leaders],
    input: ['keyLeader'],
    needs: ['keyLeader'],
    guards: [{ when: not(isTrue('key')), code: 'key-already' }],
    effects: [
      { set: 'key', to: constant(true) },
      { set: 'keyAt', to: now },
      ...tellAll('key-marked', leadStaff, supervisors),
    ],
  },
}

/** From the hand-over to the unit that answers, with refusals (退办) within their limit (domain.md 14). */
export const intakeActions: Actions = { ...receipt, ...dispatching }
