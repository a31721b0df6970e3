import type { ActionDefinition } from '@jiannuo/engine'
import {
  actorPerson,
  all,
  clockIs,
  constant,
  equals,
  field,
  firstOf,
  gt,
  input,
  not,
  now,
  today,
  when,
} from '@jiannuo/engine'
import { reason } from '../commitments/commitments.parts.ts'
import { tellAll } from '../commitments/clock-parts.ts'
import { centres, leadHeads, leaders, mediators, supervisors } from './disputes.roles.ts'
import { underWay } from './disputes.states.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

const long = (title: string, required = true) => ({ title, type: 'longText', required, maxLength: 2000 }) as const
const proof = (title: string) => ({ title, type: 'files', required: true }) as const

const after: Actions = {
  applyConfirm: {
    title: '共同申请司法确认',
    from: ['agreed'],
    to: 'confirming',
    by: mediators,
    fields: {
      jointly: { title: '双方当事人共同申请', type: 'boolean', required: true },
      application: proof('司法确认申请书'),
    },
    guards: [
      { when: equals(input('jointly'), constant(true)), code: 'not-jointly' },
      { when: not(clockIs('confirmation', 'overdue')), code: 'confirm-too-late' },
    ],
    effects: [{ stop: 'confirmation' }, { start: 'court' }],
  },
  confirmed: {
    title: '法院裁定有效',
    from: ['confirming'],
    to: 'performing',
    by: [...mediators, ...centres],
    fields: { ruling: { title: '裁定书文号', type: 'text', required: true, maxLength: 60 } },
    effects: [
      { set: 'confirmedAt', to: now },
      { stop: 'court' },
      when(
        gt(field('performBy'), today),
        [{ start: 'performance', limit: field('performBy') }],
        [{ start: 'performance' }],
      ),
    ],
  },
  refusedByCourt: {
    title: '法院驳回申请，重新调解',
    from: ['confirming'],
    to: 'mediating',
    by: [...mediators, ...centres],
    fields: {
      ruling: { title: '裁定书文号', type: 'text', required: true, maxLength: 60 },
      reason: reason('驳回理由'),
    },
    effects: [{ redo: true }, { clear: 'agreedAt' }, { stop: 'court' }, { start: 'mediation' }],
  },
  perform: {
    title: '不申请确认，进入履行',
    from: ['agreed'],
    to: 'performing',
    by: mediators,
    fields: { told: { title: '已告知可在30日内共同申请司法确认', type: 'boolean', required: true } },
    guards: [{ when: equals(input('told'), constant(true)), code: 'tell-confirm' }],
    effects: [
      { stop: 'confirmation' },
      when(
        gt(field('performBy'), today),
        [{ start: 'performance', limit: field('performBy') }],
        [{ start: 'performance' }],
      ),
    ],
  },
  performed: {
    title: '履行完毕',
    from: ['performing'],
    to: 'followUp',
    by: mediators,
    fields: { note: long('履行情况'), evidence: proof('履行凭证') },
    effects: [
      { state: 'evidence', fields: ['note', 'evidence'] },
      { set: 'mediatedBy', to: actorPerson },
      { set: 'performedAt', to: now },
      { stop: 'performance' },
      { stop: 'keeping' },
      { start: 'followUp' },
      ...tellAll('to-follow-up', centres),
    ],
  },
  breach: {
    title: '拒不履行，引导法定途径',
    from: ['performing'],
    to: 'guiding',
    by: mediators,
    fields: { reason: reason('未履行的情况') },
    effects: [
      { set: 'failedAt', to: now },
      { clear: 'agreedAt' },
      { stop: 'performance' },
      { stop: 'keeping' },
      { start: 'guide' },
    ],
  },
}

const visit = {
  performed: { title: '协议是否履行', type: 'boolean', required: true },
  settled: { title: '纠纷是否平息', type: 'boolean', required: true },
  satisfied: {
    title: '对调解是否满意',
    type: 'choice',
    required: true,
    choices: { satisfied: '满意', basic: '基本满意', dissatisfied: '不满意', silent: '未表态' },
  },
  remark: { title: '回访记录', type: 'longText', maxLength: 1000 },
} as const

/** Both must be so, or the matter is taken up again. */
const calm = all(equals(input('performed'), constant(true)), equals(input('settled'), constant(true)))

const closing: Actions = {
  visit: {
    title: '回访登记',
    from: ['followUp'],
    to: [{ when: clockIs('mediation', 'running'), to: 'mediating' }, { to: 'archived' }],
    by: centres,
    fields: visit,
    guards: [{ when: not(equals(actorPerson, field('mediatedBy'))), code: 'own-case' }],
    effects: [
      { state: 'citizen', fields: Object.keys(visit) },
      { stop: 'followUp' },
      when(
        calm,
        [{ set: 'settledAt', to: now }],
        [
          { redo: true, reason: firstOf(input('remark'), constant('回访时没有履行或没有平息')) },
          { set: 'relapsedAt', to: now },
          { count: 'relapsed' },
          { clear: 'agreedAt' },
          { start: 'mediation' },
          ...tellAll('relapsed', mediators),
        ],
      ),
    ],
  },
  relapse: {
    title: '反弹，重新分流',
    from: ['archived', 'routed'],
    to: 'toDispatch',
    by: [...centres, ...supervisors],
    fields: { reason: reason('反弹情况'), evidence: proof('佐证材料') },
    effects: [
      { redo: true },
      { set: 'relapsedAt', to: now },
      { count: 'relapsed' },
      ...['agreedAt', 'settledAt', 'failedAt', 'overdueAt'].map((clear) => ({ clear })),
      { release: 'lead' },
      { start: 'dispatch' },
      ...tellAll('relapsed-again', centres, leaders),
    ],
  },
  urge: {
    title: '督办',
    from: underWay,
    to: 'same',
    by: [...centres, ...supervisors],
    fields: { reason: reason('督办要求') },
    effects: [{ urge: 'order' }, ...tellAll('urge-order', leadHeads)],
  },
  callIn: {
    title: '约谈',
    from: underWay,
    to: 'same',
    by: [...supervisors, ...leaders],
    fields: { reason: reason('约谈事项') },
    effects: [{ urge: 'talk' }, ...tellAll('urge-talk', leadHeads)],
  },
}

/** The court's confirmation, performance, the visit, the relapse (domain.md 11.2). */
export const afterActions: Actions = { ...after, ...closing }
