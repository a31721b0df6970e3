import type { ActionDefinition, Effect, Expr } from '@jiannuo/engine'
import { constant, equals, fact, field, gt, holds, input, not, now, present, when } from '@jiannuo/engine'
import { reason } from '../commitments/commitments.parts.ts'
import { tellAll } from '../commitments/clock-parts.ts'
import { amendable, openInput } from './disputes.fields.ts'
import { centres, coMediators, leadHeads, leaders, mediators, openers } from './disputes.roles.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

const sendTo = (lead: Expr, co: Expr): readonly Effect[] => [
  { release: 'co' },
  { assign: 'lead', to: lead },
  when(present(co), [{ assign: 'co', to: co }]),
  { set: 'dispatchedAt', to: now },
  { start: 'accepting' },
  ...tellAll('to-accept', mediators, coMediators),
]

const intake: Actions = {
  register: {
    title: '登记纠纷',
    from: 'new',
    to: 'registered',
    by: openers,
    input: openInput,
    fields: { area: { title: '所在街道、社区或网格', type: 'unit', required: true } },
    effects: [
      { assign: 'area', to: input('area') },
      when(present(field('repeatOf')), [{ link: 'repeatOf', to: field('repeatOf') }]),
      when(present(field('origin')), [{ link: 'origin', to: field('origin') }]),
      { start: 'screening' },
      ...tellAll('to-screen', centres),
    ],
  },
  amend: {
    title: '更正登记内容',
    from: ['registered', 'toDispatch', 'returned'],
    to: 'same',
    by: centres,
    input: amendable,
  },
  screen: {
    title: '甄别定级',
    from: ['registered'],
    to: 'toDispatch',
    by: centres,
    input: ['risk', 'complexity', 'hard'],
    needs: ['risk', 'complexity', 'hard'],
    effects: [
      { stop: 'screening' },
      { start: 'dispatch' },
      when(equals(field('hard'), constant(true)), tellAll('hard-found', leaders)),
    ],
  },
  grade: {
    title: '调整风险等级',
    from: ['toDispatch', 'accepting', 'mediating', 'conferring'],
    to: 'same',
    by: centres,
    input: ['risk', 'hard'],
    needs: ['risk', 'hard'],
    fields: { reason: reason('调整理由') },
  },
}

const dispatching: Actions = {
  dispatch: {
    title: '分流',
    from: ['toDispatch', 'returned'],
    to: 'accepting',
    by: centres,
    input: ['body'],
    needs: ['body'],
    fields: {
      lead: { title: '主调单位', type: 'unit', required: true },
      co: { title: '协调单位', type: 'units' },
    },
    guards: [
      { when: not(holds(input('co'), input('lead'))), code: 'lead-is-co' },
      { when: not(equals(input('lead'), fact('lead'))), code: 'returned-by-it' },
    ],
    effects: [{ stop: 'dispatch' }, { stop: 'transfer' }, ...sendTo(input('lead'), input('co'))],
  },
  giveBack: {
    title: '不属于职责，退回移送',
    from: ['accepting'],
    to: 'returned',
    by: mediators,
    fields: {
      reason: reason('不属于职责的依据'),
      proper: { title: '建议的主管单位', type: 'unit' },
    },
    effects: [{ stop: 'accepting' }, { start: 'transfer' }, ...tellAll('given-back', centres)],
  },
  accept: {
    title: '受理',
    from: ['accepting'],
    to: 'mediating',
    by: mediators,
    fields: {
      willing: { title: '双方当事人自愿接受调解', type: 'boolean', required: true },
      told: { title: '已告知当事人权利义务', type: 'boolean', required: true },
    },
    guards: [
      { when: equals(input('willing'), constant(true)), code: 'not-willing' },
      { when: equals(input('told'), constant(true)), code: 'tell-rights' },
      // What is big and hard has a leader who answers for it before anybody sits down at the table.
      { when: { any: [not(equals(field('hard'), constant(true))), present(field('keeper'))] }, code: 'keeper-first' },
    ],
    effects: [{ set: 'acceptedAt', to: now }, { stop: 'accepting' }, { start: 'mediation' }],
  },
  decline: {
    title: '一方不愿调解，不予受理',
    from: ['accepting'],
    to: 'guiding',
    by: mediators,
    fields: { reason: reason('不予受理的理由') },
    effects: [{ stop: 'accepting' }, { start: 'guide' }],
  },
  withdraw: {
    title: '当事人撤回',
    from: ['registered', 'toDispatch', 'accepting', 'returned', 'mediating', 'conferring'],
    to: 'withdrawn',
    by: [...centres, ...mediators],
    fields: { reason: reason('撤回理由'), proof: { title: '撤回申请', type: 'files', required: true } },
  },
}

const keepable = [
  'toDispatch',
  'accepting',
  'returned',
  'mediating',
  'conferring',
  'agreed',
  'confirming',
  'performing',
]

const keeping: Actions = {
  takeCharge: {
    title: '升级包保',
    from: keepable,
    to: 'same',
    by: centres,
    input: ['keeper', 'keeperUnit'],
    needs: ['keeper', 'keeperUnit'],
    fields: { plan: { title: '稳控和化解方案', type: 'longText', required: true, maxLength: 2000 } },
    effects: [
      { set: 'hard', to: constant(true) },
      { set: 'keptAt', to: { first: [field('keptAt'), now] } },
      { start: 'keeping' },
      ...tellAll('kept', leaders, leadHeads),
    ],
  },
  keepReport: {
    title: '包保情况报告',
    from: keepable,
    to: 'same',
    by: [...leadHeads, ...leaders, ...centres],
    fields: {
      met: { title: '包保领导已面见当事人', type: 'boolean', required: true },
      progress: { title: '化解进展', type: 'longText', required: true, maxLength: 2000 },
    },
    guards: [{ when: present(field('keeper')), code: 'nobody-keeps' }],
    effects: [{ start: 'keeping' }, { count: 'keptReports' }],
  },
  turnCriminal: {
    title: '登记转为刑事案件',
    from: [...keepable, 'followUp', 'guiding'],
    to: 'same',
    by: [...centres, ...mediators],
    fields: { document: { title: '公安机关立案文书号', type: 'text', required: true, maxLength: 60 } },
    guards: [{ when: not(gt(field('criminalAt'), constant(0))), code: 'criminal-already' }],
    effects: [{ set: 'criminalAt', to: now }, { urge: 'order' }, ...tellAll('turned-criminal', leaders)],
  },
}

/** Registered, screened, sent to one of the five bodies or a department, kept by a leader when it is hard (domain.md 11). */
export const intakeActions: Actions = { ...intake, ...dispatching, ...keeping }
