import type { ActionDefinition } from '@jiannuo/engine'
import {
  actorPerson,
  any,
  clockIs,
  coIs,
  constant,
  counter,
  equals,
  field,
  gt,
  input,
  lt,
  not,
  now,
  present,
  setting,
  today,
} from '@jiannuo/engine'
import { reason } from '../commitments/commitments.parts.ts'
import { tellAll } from '../commitments/clock-parts.ts'
import { centres, coMediators, mediators } from './disputes.roles.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

const long = (title: string, required = true) => ({ title, type: 'longText', required, maxLength: 2000 }) as const
const proof = (title: string) => ({ title, type: 'files', required: true }) as const

const mediating: Actions = {
  session: {
    title: '登记调解',
    from: ['mediating', 'conferring'],
    to: 'same',
    by: [...mediators, ...coMediators],
    fields: {
      heldOn: { title: '调解日期', type: 'date', required: true },
      summary: long('调解记录'),
      record: { title: '签名的调解笔录', type: 'files' },
    },
    effects: [{ count: 'sessions' }],
  },
  prolong: {
    title: '双方同意延长调解',
    from: ['mediating'],
    to: 'same',
    by: mediators,
    fields: {
      days: { title: '延长天数（自然日）', type: 'number', required: true, min: 1 },
      reason: reason('延长理由'),
      consent: proof('双方同意的书面材料'),
    },
    guards: [
      { when: lt(counter('prolong'), setting('extensionTimes')), code: 'extension-used-up' },
      { when: not(clockIs('mediation', 'overdue')), code: 'extension-too-late' },
    ],
    effects: [{ extend: 'mediation', by: input('days') }],
  },
  confer: {
    title: '提请会商',
    from: ['mediating'],
    to: 'conferring',
    by: [...mediators, ...centres],
    fields: { co: { title: '会商单位', type: 'units', required: true }, question: long('会商议题') },
    effects: [{ assign: 'co', to: input('co') }, { start: 'confer' }, ...tellAll('to-confer', coMediators)],
  },
  opine: {
    title: '会商单位意见',
    from: ['conferring'],
    to: 'same',
    by: coMediators,
    fields: { opinion: long('意见') },
    guards: [{ when: coIs('actorIsOne'), code: 'not-co' }],
    effects: [{ answered: 'co' }],
  },
  conclude: {
    title: '会商结论',
    from: ['conferring'],
    to: 'mediating',
    by: [...mediators, ...centres],
    fields: {
      conclusion: long('会商结论和分工'),
      silent: { title: '会商单位未提意见的说明', type: 'text', maxLength: 300 },
    },
    guards: [{ when: any(coIs('allAnswered'), present(input('silent'))), code: 'co-silent' }],
    effects: [{ stop: 'confer' }],
  },
}

const agreement = {
  content: long('协议内容'),
  form: {
    title: '协议形式',
    type: 'choice',
    required: true,
    choices: { written: '书面协议', oral: '口头协议（记录在卷）' },
  },
  signed: { title: '双方当事人已签名或确认', type: 'boolean', required: true },
  paper: proof('协议书或口头协议登记表'),
} as const

const ending: Actions = {
  agree: {
    title: '达成调解协议',
    from: ['mediating'],
    to: 'agreed',
    by: mediators,
    input: ['performBy', 'agreedAmount'],
    needs: ['performBy'],
    fields: agreement,
    guards: [
      { when: equals(input('signed'), constant(true)), code: 'not-signed' },
      { when: gt(field('performBy'), today), code: 'perform-past' },
    ],
    effects: [
      { state: 'handler', fields: ['content', 'form', 'signed', 'paper'] },
      { set: 'mediatedBy', to: actorPerson },
      { set: 'agreedAt', to: now },
      { stop: 'mediation' },
      { start: 'confirmation' },
    ],
  },
  fail: {
    title: '调解不成',
    from: ['mediating', 'conferring'],
    to: 'guiding',
    by: mediators,
    fields: { reason: reason('调解不成的原因'), record: proof('终止调解的笔录') },
    effects: [{ set: 'failedAt', to: now }, { stop: 'confer' }, { stop: 'mediation' }, { start: 'guide' }],
  },
  guide: {
    title: '引导法定途径',
    from: ['guiding'],
    to: 'routed',
    by: [...mediators, ...centres],
    fields: {
      route: {
        title: '引导的途径',
        type: 'choice',
        required: true,
        choices: {
          lawsuit: '诉讼',
          arbitration: '仲裁',
          reconsideration: '行政复议',
          ruling: '行政裁决',
          enforcement: '申请强制执行',
          petition: '信访程序',
        },
      },
      told: { title: '已书面告知途径、期限和法律援助', type: 'boolean', required: true },
      notice: proof('告知书'),
    },
    guards: [{ when: equals(input('told'), constant(true)), code: 'tell-route' }],
  },
}

/** Mediation, the conference, the agreement or the failure with the lawful way (domain.md 11.2). */
export const mediationActions: Actions = { ...mediating, ...ending }
