import type { ActionDefinition, FieldDefinition } from '@jiannuo/engine'
import {
  any,
  clockIs,
  coIs,
  counter,
  equals,
  fact,
  field,
  holds,
  input,
  lt,
  not,
  now,
  oneOf,
  present,
  requestField,
  requestIs,
  setting,
} from '@jiannuo/engine'
import { approval, reason } from '../commitments/commitments.parts.ts'
import { tellAll } from '../commitments/clock-parts.ts'
import { levels } from './risks.fields.ts'
import { clerks, coClerks, heads, leaders, local, office } from './risks.roles.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

const long = (title: string): FieldDefinition => ({ title, type: 'longText', required: true, maxLength: 2000 })
const underWay = ['assigned', 'handling', 'reviewing'] as const

/** 办. */
const handling: Actions = {
  answer: {
    title: '首次反馈',
    from: ['assigned'],
    to: 'handling',
    by: clerks,
    input: ['calming', 'solving'],
    needs: ['calming', 'solving'],
    effects: [{ set: 'answeredAt', to: now }, { stop: 'answer' }],
  },
  progress: {
    title: '记录化解进展',
    from: ['handling'],
    to: 'same',
    by: [...clerks, ...coClerks],
    fields: { progress: long('进展情况'), photos: { title: '佐证', type: 'files' } },
  },
  invite: {
    title: '请求协同办理',
    from: ['assigned', 'handling'],
    to: 'same',
    by: [...clerks, ...office],
    fields: { co: { title: '协同单位', type: 'units', required: true }, matter: long('需要协同的事项') },
    guards: [{ when: not(holds(input('co'), fact('lead'))), code: 'lead-is-co' }],
    effects: [{ assign: 'co', to: input('co') }, ...tellAll('invited', coClerks)],
  },
  coAnswer: {
    title: '协同单位反馈',
    from: ['assigned', 'handling'],
    to: 'same',
    by: coClerks,
    fields: { done: long('协同办理情况') },
    guards: [{ when: coIs('actorIsOne'), code: 'not-co' }],
    effects: [{ answered: 'co' }],
  },
  roll: {
    title: '滚动排查',
    from: [...underWay, 'observing'],
    to: 'same',
    by: [...clerks, ...local],
    fields: {
      rolledOn: { title: '排查日期', type: 'date', required: true },
      trend: {
        title: '变化',
        type: 'choice',
        required: true,
        choices: { easing: '缓解', steady: '平稳', rising: '升温' },
      },
      finding: long('排查情况'),
    },
    effects: [{ set: 'rolledAt', to: now }, { start: 'rolling' }, ...tellAll('rolled', office)],
  },
  regrade: {
    title: '升降等级',
    from: ['assigned', 'handling'],
    to: 'same',
    by: office,
    fields: {
      newLevel: { title: '新的等级', type: 'choice', required: true, choices: levels },
      newKeeper: { title: '包案领导', type: 'text', maxLength: 40 },
      reason: reason('升降理由'),
    },
    guards: [
      { when: not(equals(input('newLevel'), field('level'))), code: 'same-level' },
      {
        when: any(oneOf(input('newLevel'), 'blue', 'yellow'), present(field('keeper')), present(input('newKeeper'))),
        code: 'keeper-first',
      },
    ],
    effects: [
      { set: 'keeper', to: { first: [input('newKeeper'), field('keeper')] } },
      { set: 'level', to: input('newLevel') },
      { start: 'rolling' },
      ...tellAll('regraded', clerks, heads, leaders),
    ],
  },
  askExtension: {
    title: '申请延期',
    from: ['handling'],
    to: 'same',
    by: clerks,
    fields: {
      days: { title: '申请延长的天数（自然日）', type: 'number', required: true, min: 1 },
      reason: reason('延期理由和稳控安排'),
    },
    guards: [
      { when: not(requestIs('extension', 'pending')), code: 'request-pending' },
      { when: lt(counter('grantExtension'), setting('extensionTimes')), code: 'extension-used-up' },
      { when: not(clockIs('handling', 'overdue')), code: 'extension-too-late' },
    ],
    effects: [{ request: 'extension', fields: ['days', 'reason'] }, ...tellAll('extension-asked', office)],
  },
  grantExtension: {
    title: '同意延期',
    from: ['handling'],
    to: 'same',
    by: office,
    fields: { reason: approval },
    guards: [{ when: requestIs('extension', 'pending'), code: 'nothing-asked' }],
    effects: [
      { extend: 'handling', by: requestField('extension', 'days') },
      { decide: 'extension', granted: true },
      ...tellAll('decided', clerks),
    ],
  },
  refuseExtension: {
    title: '不同意延期',
    from: ['handling'],
    to: 'same',
    by: office,
    fields: { reason: reason('不同意的理由') },
    guards: [{ when: requestIs('extension', 'pending'), code: 'nothing-asked' }],
    effects: [{ decide: 'extension', granted: false }, ...tellAll('decided', clerks)],
  },
}

/** Handled (systems.md S10: 办). */
export const handlingActions: Actions = handling
