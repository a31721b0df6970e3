import type { ActionDefinition } from '@jiannuo/engine'
import { constant, equals, fact, field, firstOf, input, not, now, present, setting, when } from '@jiannuo/engine'
import { approval, reason } from '../commitments/commitments.parts.ts'
import { tellAll } from '../commitments/clock-parts.ts'
import { amendable, foundInput } from './hazards.fields.ts'
import { isMajor, isMinor, majorOnly, number, tellInspectors } from './hazards.parts.ts'
import { finders, inspectors, leadHeads, safetyOffice } from './hazards.roles.ts'
import { unmended } from './hazards.states.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

const area = { title: '所在街道、社区或网格', type: 'unit', required: true } as const

const intake: Actions = {
  register: {
    title: '登记隐患',
    from: 'new',
    to: 'found',
    by: finders,
    input: foundInput,
    fields: { area, lead: { title: '监管单位', type: 'unit', help: '不填的按类别的分工，没有分工的为属地。' } },
    effects: [
      { assign: 'area', to: input('area') },
      {
        assign: 'lead',
        to: firstOf(input('lead'), setting('categories', field('category'), constant('lead')), input('area')),
      },
      when(present(field('repeatOf')), [{ link: 'repeatOf', to: field('repeatOf') }]),
      when(present(field('origin')), [{ link: 'origin', to: field('origin') }]),
      { start: 'grading' },
      ...tellInspectors('to-grade'),
    ],
  },
  amend: {
    title: '更正登记内容',
    from: ['found', 'toOrder'],
    to: 'same',
    by: [...inspectors, ...safetyOffice],
    input: amendable,
  },
  handOver: {
    title: '移交监管单位',
    from: ['found', 'toOrder', 'planning'],
    to: 'same',
    by: safetyOffice,
    fields: { unit: { title: '新的监管单位', type: 'unit', required: true }, basis: number('职责依据') },
    guards: [{ when: not(equals(input('unit'), fact('lead'))), code: 'same-unit' }],
    effects: [{ assign: 'lead', to: input('unit'), basis: input('basis') }, ...tellInspectors('handed-over')],
  },
  dismiss: {
    title: '认定不构成隐患',
    from: ['found'],
    to: 'dismissed',
    by: leadHeads,
    fields: { reason: reason('认定理由') },
  },
}

const grading: Actions = {
  grade: {
    title: '定级',
    from: ['found'],
    to: 'toOrder',
    by: inspectors,
    input: ['level', 'criterion'],
    needs: ['level', 'criterion'],
    effects: [
      { set: 'gradedAt', to: now },
      { stop: 'grading' },
      { start: 'ordering' },
      when(isMajor, [{ start: 'report' }, ...tellAll('major-found', leadHeads, safetyOffice)]),
    ],
  },
  raise: {
    title: '升为重大隐患',
    from: unmended,
    to: 'same',
    by: [...inspectors, ...safetyOffice],
    input: ['criterion'],
    needs: ['criterion'],
    fields: { reason: reason('升级的理由') },
    guards: [{ when: isMinor, code: 'major-already' }],
    effects: [
      { set: 'level', to: constant('major') },
      when(not(present(field('reportedUpAt'))), [{ start: 'report' }]),
      ...tellAll('major-found', leadHeads, safetyOffice),
    ],
  },
  lower: {
    title: '降为一般隐患',
    from: unmended,
    to: 'same',
    by: safetyOffice,
    input: ['criterion'],
    needs: ['criterion'],
    fields: { reason: reason('降级的理由'), opinion: { title: '专家核定意见', type: 'files', required: true } },
    // What is watched in public is not made small while it is.
    guards: [majorOnly, { when: not(equals(field('posted'), constant(true))), code: 'posted' }],
    effects: [{ set: 'level', to: constant('minor') }, { stop: 'report' }, ...tellInspectors('lowered')],
  },
}

const major: Actions = {
  reportUp: {
    title: '上报重大隐患',
    from: unmended,
    to: 'same',
    by: [...inspectors, ...leadHeads],
    fields: {
      channel: {
        title: '上报渠道',
        type: 'choice',
        required: true,
        choices: {
          regulator: '负有安全生产监管职责的主管部门',
          platform: '上级隐患排查治理信息系统',
          committee: '区安全生产委员会办公室',
          superior: '上级安全生产委员会办公室',
        },
      },
      receipt: number('回执号或文号'),
      noticed: { title: '已告知职工大会（代表大会）或从业人员', type: 'boolean', required: true },
    },
    guards: [majorOnly, { when: equals(input('noticed'), constant(true)), code: 'workers-not-told' }],
    effects: [
      { stop: 'report' },
      { set: 'reportedUpAt', to: firstOf(field('reportedUpAt'), now) },
      ...tellAll('reported-up', safetyOffice),
    ],
  },
  post: {
    title: '挂牌督办',
    from: unmended,
    to: 'same',
    by: safetyOffice,
    input: ['postNumber'],
    needs: ['postNumber'],
    fields: { approval, notice: number('公示的媒体和日期') },
    guards: [majorOnly, { when: not(equals(field('posted'), constant(true))), code: 'posted-already' }],
    effects: [
      { set: 'posted', to: constant(true) },
      { set: 'postedAt', to: firstOf(field('postedAt'), now) },
      { clear: 'unpostedAt' },
      { start: 'watch' },
      ...tellAll('posted-now', inspectors, leadHeads),
    ],
  },
}

/** Found, graded, and if it is major reported and posted (domain.md 12). */
export const findingActions: Actions = { ...intake, ...grading, ...major }
