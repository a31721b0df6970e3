import type { ActionDefinition, Condition, Effect } from '@jiannuo/engine'
import {
  any,
  constant,
  counter,
  covers,
  equals,
  field,
  firstOf,
  gt,
  input,
  not,
  now,
  present,
  setting,
  today,
  when,
} from '@jiannuo/engine'
import { tellAll } from '../commitments/clock-parts.ts'
import { leaders, leadHeads, leadStaff, permitFields, projectInput, windows } from './permits.fields.ts'

import { words } from './permits.actions-heard.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

const suppliedAll: Condition = any(not(present(field('deferred'))), present(field('suppliedAt')))

const intake: Actions = {
  register: {
    title: '登记项目，策划',
    from: 'new',
    to: 'planning',
    by: windows,
    input: projectInput,
    needs: ['projectCode', 'owner', 'stage'],
    effects: [
      { set: 'kind', to: constant('project') },
      { assign: 'lead', to: field('leadUnit') },
      { start: 'telling' },
      ...tellAll('new-project', leadStaff),
    ],
  },
  submit: {
    title: '收件（并联申请）',
    from: ['listed'],
    to: 'checking',
    by: windows,
    fields: { materials: { title: '申请材料', type: 'files', required: true } },
    effects: [{ set: 'submittedAt', to: now }, { start: 'checking' }],
  },
  askCorrection: {
    title: '一次性告知补正',
    from: ['checking'],
    to: 'correcting',
    by: windows,
    fields: { missing: words('需要补正的全部内容'), notice: { title: '补正告知书', type: 'files', required: true } },
    guards: [{ when: equals(counter('askCorrection'), constant(0)), code: 'corrected-once' }],
    effects: [{ stop: 'checking' }, { start: 'correcting' }],
  },
  correct: {
    title: '补正收件',
    from: ['correcting'],
    to: 'checking',
    by: windows,
    fields: { materials: { title: '补正材料', type: 'files', required: true } },
    effects: [{ stop: 'correcting' }, { set: 'submittedAt', to: now }, { start: 'checking' }],
  },
}

const begun: readonly Effect[] = [
  { stop: 'checking' },
  { set: 'acceptedAt', to: now },
  { set: 'netDays', to: constant(0) },
  { start: 'dayCount' },
]

const accepting: Actions = {
  accept: {
    title: '并联受理',
    from: ['checking'],
    to: 'reviewing',
    by: windows,
    carries: 'takeUp',
    effects: [...begun, { start: 'joint' }],
  },
  acceptWithPromise: {
    title: '容缺受理',
    from: ['checking'],
    to: 'reviewing',
    by: windows,
    input: ['deferred', 'deferredUntil'],
    needs: ['deferred', 'deferredUntil'],
    fields: { promise: { title: '补齐承诺书', type: 'files', required: true } },
    guards: [{ when: gt(field('deferredUntil'), today), code: 'deferred-past' }],
    carries: 'takeUp',
    effects: [...begun, { start: 'joint' }, { start: 'supplement', limit: field('deferredUntil') }],
  },
  deem: {
    title: '逾期未告知，视为受理',
    from: ['checking'],
    to: 'reviewing',
    by: [],
    system: true,
    carries: 'takeUp',
    // Accepted since it was received: the days that have gone are part of the time.
    effects: [
      ...begun,
      { set: 'acceptedAt', to: field('submittedAt') },
      { set: 'deemed', to: constant(true) },
      { start: 'joint', limit: setting('jointDeemed') },
    ],
  },
  supply: {
    title: '补齐容缺材料',
    from: ['reviewing', 'suspended', 'gathered', 'issued', 'building'],
    to: 'same',
    by: windows,
    fields: {
      papers: {
        title: '补齐的材料',
        type: 'rows',
        required: true,
        key: 'item',
        columns: permitFields['supplied']?.columns ?? {},
      },
    },
    guards: [{ when: present(field('deferred')), code: 'nothing-deferred' }],
    effects: [
      { put: 'supplied', rows: input('papers') },
      when(covers(field('supplied'), field('deferred'), 'item'), [
        { stop: 'supplement' },
        { set: 'suppliedAt', to: firstOf(field('suppliedAt'), now) },
      ]),
    ],
  },
}

const running = ['joint', 'dayCount', 'consult', 'supplement', 'checking', 'correcting', 'telling']

const deciding: Actions = {
  extendJoint: {
    title: '批准延长并联审批时限',
    from: ['reviewing', 'suspended', 'gathered'],
    to: 'same',
    by: leaders,
    fields: {
      reason: words('理由'),
      days: { title: '延长（工作日）', type: 'number', required: true, min: 1 },
      told: { title: '已将理由告知申请人', type: 'boolean', required: true },
    },
    guards: [{ when: equals(input('told'), constant(true)), code: 'tell-applicant' }],
    effects: [{ extend: 'joint', by: input('days') }, ...tellAll('joint-extended', windows)],
  },
  refuseAll: {
    title: '会商后不予许可',
    from: ['suspended'],
    to: 'refused',
    by: leadHeads,
    fields: {
      why: words('理由和依据，救济途径'),
      decision: { title: '不予许可决定书', type: 'files', required: true },
    },
    carries: 'end',
    effects: running.map((stop) => ({ stop })),
  },
  withdraw: {
    title: '申请人撤回',
    from: ['planning', 'listing', 'listed', 'checking', 'correcting', 'reviewing', 'suspended'],
    to: 'withdrawn',
    by: windows,
    fields: { why: words('撤回（逾期未补正）情况') },
    carries: 'end',
    effects: running.map((stop) => ({ stop })),
  },
  issueAll: {
    title: '多证齐发',
    from: ['gathered'],
    to: 'issued',
    by: windows,
    input: ['startCertificate'],
    guards: [
      { when: any(suppliedAll, equals(setting('issueBeforeSupplied'), constant(true))), code: 'deferred-missing' },
    ],
    carries: 'issue',
    effects: [{ stop: 'joint' }, { stop: 'dayCount' }, { set: 'issuedAt', to: now }, { start: 'delivery' }],
  },
}

const after: Actions = {
  deliver: {
    title: '送达',
    from: ['issued'],
    to: 'building',
    by: windows,
    fields: { how: { title: '送达方式', type: 'text', required: true, maxLength: 100 } },
    effects: [{ stop: 'delivery' }],
  },
  grantPhase: {
    title: '核发分阶段施工许可',
    from: ['reviewing', 'gathered', 'building'],
    to: 'same',
    by: leadHeads,
    fields: {
      phase: {
        title: '分阶段施工许可',
        type: 'rows',
        required: true,
        key: 'phase',
        columns: permitFields['phases']?.columns ?? {},
      },
    },
    effects: [{ put: 'phases', rows: input('phase') }],
  },
  applyCompletion: {
    title: '申请联合验收',
    from: ['building'],
    to: 'completing',
    by: windows,
    fields: { materials: { title: '验收材料', type: 'files', required: true } },
    guards: [{ when: suppliedAll, code: 'deferred-missing' }],
    effects: [{ start: 'completion' }, ...tellAll('to-complete', leadStaff)],
  },
  failCompletion: {
    title: '验收不通过，限期整改',
    from: ['completing'],
    to: 'building',
    by: leadHeads,
    fields: { opinions: words('各部门一次汇总的整改意见') },
    effects: [{ stop: 'completion' }],
  },
  passCompletion: {
    title: '联合验收通过',
    from: ['completing'],
    to: 'done',
    by: leadHeads,
    fields: { opinions: { title: '联合验收意见书', type: 'files', required: true } },
    effects: [{ stop: 'completion' }],
  },
}

/** A project from planning to the joint check at completion (domain.md 6). */
export const projectActions: Actions = { ...intake, ...accepting, ...deciding, ...after }
