import type { ActionDefinition } from '@jiannuo/engine'
import {
  any,
  constant,
  counter,
  clockIs,
  equals,
  field,
  firstOf,
  not,
  now,
  plus,
  present,
  requestField,
  setting,
  lt,
  when,
} from '@jiannuo/engine'
import { approval, reason } from '../commitments/commitments.parts.ts'
import { tellAll } from '../commitments/clock-parts.ts'
import { fiveInput, planInput } from './hazards.fields.ts'
import {
  ahead,
  asked,
  done,
  fiveInPlace,
  isMinor,
  majorOnly,
  minorOnly,
  noneAsked,
  note,
  number,
  photosAfter,
  planComplete,
  tellInspectors,
} from './hazards.parts.ts'
import { inspectors, leadHeads, local, safetyOffice } from './hazards.roles.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

const ordering: Actions = {
  fixAtOnce: {
    title: '当场整改',
    from: ['toOrder'],
    to: 'recheck',
    by: inspectors,
    fields: { statement: note('当场整改情况'), photosAfter },
    guards: [minorOnly],
    effects: [{ state: 'handler', fields: ['statement', 'photosAfter'] }, { stop: 'ordering' }, ...done],
  },
  order: {
    title: '下达整改指令',
    from: ['toOrder'],
    to: 'planning',
    by: inspectors,
    input: ['orderNumber', 'mode', 'deadline'],
    needs: ['orderNumber', 'mode', 'deadline'],
    guards: [ahead(field('deadline'))],
    effects: [
      when(not(equals(field('mode'), constant('limited'))), [{ set: 'suspended', to: constant(true) }]),
      { stop: 'ordering' },
      { start: 'planning' },
      { start: 'rectification', limit: field('deadline') },
    ],
  },
  plan: {
    title: '填写“五落实”方案',
    from: ['planning', 'rectifying'],
    to: 'same',
    by: inspectors,
    input: planInput,
  },
  begin: {
    title: '方案到位，开始整改',
    from: ['planning'],
    to: 'rectifying',
    by: inspectors,
    input: fiveInput,
    guards: [
      { when: fiveInPlace, code: 'five-incomplete' },
      { when: any(isMinor, planComplete), code: 'plan-incomplete' },
      { when: any(isMinor, present(field('reportedUpAt'))), code: 'report-first' },
      {
        when: any(isMinor, equals(field('posted'), constant(true)), equals(setting('mustPost'), constant(false))),
        code: 'post-first',
      },
    ],
    effects: [{ set: 'plannedAt', to: now }, { stop: 'planning' }],
  },
}

const working: Actions = {
  progress: {
    title: '记录整改进展',
    from: ['planning', 'rectifying'],
    to: 'same',
    by: [...inspectors, ...local],
    fields: { progress: note('进展情况'), photos: { title: '现场照片', type: 'files' } },
  },
  suspend: {
    title: '责令停产停业',
    from: ['toOrder', 'planning', 'rectifying', 'recheck'],
    to: 'same',
    by: [...inspectors, ...safetyOffice],
    fields: { document: number('决定书文号'), scope: note('停止生产经营的范围') },
    guards: [{ when: not(equals(field('suspended'), constant(true))), code: 'suspended-already' }],
    effects: [{ set: 'suspended', to: constant(true) }, ...tellAll('suspended', leadHeads, safetyOffice)],
  },
  refer: {
    title: '移送执法',
    from: ['toOrder', 'planning', 'rectifying', 'recheck', 'striking', 'deleting'],
    to: 'same',
    by: [...inspectors, ...safetyOffice],
    fields: {
      document: number('移送文书号'),
      to: {
        title: '移送对象',
        type: 'choice',
        required: true,
        choices: { enforcement: '行政执法机构', licence: '许可证颁发机关', police: '公安机关（行刑衔接）' },
      },
      facts: note('违法事实'),
    },
  },
  reportDone: {
    title: '登记整改完成',
    from: ['rectifying'],
    to: 'recheck',
    by: [...inspectors, ...local],
    fields: {
      statement: note('整改单位的完成情况报告'),
      photosAfter,
      spent: { title: '实际投入资金', type: 'money', unit: '万元', min: 0 },
    },
    guards: [noneAsked],
    effects: [
      { state: 'handler', fields: ['statement', 'photosAfter', 'spent'] },
      // The clock's own mark notes it as a rule; what is reported before the machine came to it is late all the same.
      when(clockIs('rectification', 'overdue'), [{ set: 'overdueAt', to: firstOf(field('overdueAt'), now) }]),
      ...done,
      when(isMinor, tellInspectors('to-recheck'), tellAll('to-recheck', safetyOffice)),
    ],
  },
}

const grant = (title: string, by: ActionDefinition['by'], which: typeof minorOnly): ActionDefinition => ({
  title,
  from: ['rectifying'],
  to: 'same',
  by,
  fields: { reason: approval },
  guards: [which, asked],
  effects: [
    { extend: 'rectification', by: requestField('extension', 'days') },
    { set: 'extendedDays', to: plus(firstOf(field('extendedDays'), constant(0)), requestField('extension', 'days')) },
    { decide: 'extension', granted: true },
    { count: 'extended' },
    ...tellInspectors('decided'),
  ],
})

const extension: Actions = {
  askExtension: {
    title: '申请延期整改',
    from: ['rectifying'],
    to: 'same',
    by: inspectors,
    fields: {
      reason: {
        title: '延期理由',
        type: 'choice',
        required: true,
        choices: {
          works: '工程施工需要工期',
          parts: '设备或材料供应原因',
          weather: '不可抗力或恶劣天气',
          several: '涉及多个单位，需要协调',
        },
      },
      days: { title: '申请延长的天数（自然日）', type: 'number', required: true, min: 1 },
      interim: note('延期期间的安全防范措施'),
      application: { title: '整改单位的书面申请', type: 'files', required: true },
    },
    guards: [
      noneAsked,
      { when: lt(counter('extended'), setting('extensionTimes')), code: 'extension-used-up' },
      { when: not(clockIs('rectification', 'overdue')), code: 'extension-too-late' },
    ],
    effects: [
      { request: 'extension', fields: ['reason', 'days', 'interim', 'application'] },
      when(isMinor, tellAll('extension-asked', leadHeads), tellAll('extension-asked', safetyOffice)),
    ],
  },
  grantExtension: grant('同意延期（一般隐患）', leadHeads, minorOnly),
  grantMajorExtension: grant('同意延期（重大隐患）', safetyOffice, majorOnly),
  refuseExtension: {
    title: '不同意延期',
    from: ['rectifying'],
    to: 'same',
    by: [...leadHeads, ...safetyOffice],
    fields: { reason: reason('不同意的理由') },
    guards: [asked],
    effects: [{ decide: 'extension', granted: false }, ...tellInspectors('decided')],
  },
}

/** The order, the five things in place, the work, more time for it (domain.md 12). */
export const mendingActions: Actions = { ...ordering, ...working, ...extension }
