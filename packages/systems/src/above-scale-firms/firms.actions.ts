import type { ActionDefinition, Grant } from '@jiannuo/engine'
import { constant, equals, field, inState, now, present, setting, when } from '@jiannuo/engine'
import { returnForm } from './firms.fields.ts'
import { measureGap, ofIndustry, overLine } from './firms.lines.ts'

/** Roles around the libraries. */
export const firmRoles = {
  statistician: '区统计员',
  sector: '行业主管部门专员',
  streetClerk: '街道统计员',
  leader: '区领导',
} as const

export const statisticians: readonly Grant[] = [{ role: 'statistician', at: 'district' }]
export const keepers: readonly Grant[] = [
  ...statisticians,
  { role: 'sector', at: 'lead' },
  { role: 'streetClerk', at: 'area' },
]

/** Who may take a firm in: before there is an entry nobody leads it. */
export const finders: readonly Grant[] = [
  ...statisticians,
  { role: 'sector', at: 'anywhere' },
  { role: 'streetClerk', at: 'anywhere' },
]

const note = { title: '说明', type: 'longText', required: true, maxLength: 1000 } as const

/** What is done besides entering, promoting, sending back and leaving: returns, filing, its result, warning. */
export const firmActions: Readonly<Record<string, ActionDefinition>> = {
  report: {
    title: '填报营收',
    from: ['training', 'key', 'ready', 'filed', 'entered'],
    to: 'same',
    by: keepers,
    input: returnForm,
    needs: ['revenueThis', 'revenueMonth'],
    effects: measureGap,
  },
  visit: {
    title: '登记走访',
    from: ['training', 'key'],
    to: 'same',
    by: keepers,
    fields: { found: { title: '走访情况和企业诉求', type: 'longText', required: true, maxLength: 1000 } },
    effects: [when(inState('training'), [{ start: 'visit' }], [{ start: 'keyVisit' }])],
  },
  file: {
    title: '申报入统',
    from: ['ready'],
    to: 'filed',
    by: keepers,
    input: ['window', 'batch'],
    fields: { materials: { title: '申报材料', type: 'files', required: true } },
    needs: ['window', 'batch'],
    guards: [
      { when: overLine, code: 'not-over-line' },
      { when: equals(setting('windows', field('window'), constant('for')), field('origin')), code: 'wrong-window' },
    ],
    effects: [
      { set: 'filedAt', to: now },
      { stop: 'filing' },
      { start: 'approval' },
      { notify: { role: 'statistician', at: 'district' }, message: 'filed' },
    ],
  },
  approve: {
    title: '登记审批通过，入统',
    from: ['filed'],
    to: 'entered',
    by: statisticians,
    input: ['enteredOn'],
    fields: { number: { title: '审批文号或名录库回执', type: 'text', required: true, maxLength: 80 } },
    needs: ['enteredOn'],
    effects: [
      { set: 'enteredAt', to: now },
      when(equals(field('origin'), constant('grown')), [{ set: 'step', to: ofIndustry('step') }]),
      { stop: 'approval' },
      { start: 'check' },
      { notify: { role: 'sector', at: 'lead' }, message: 'entered' },
    ],
  },
  reject: {
    title: '登记审批不通过，退回',
    from: ['filed'],
    to: 'key',
    by: statisticians,
    fields: { reason: { title: '不通过的原因', type: 'longText', required: true, maxLength: 500 } },
    effects: [
      { stop: 'approval' },
      { clear: 'readyAt' },
      { clear: 'filedAt' },
      { clear: 'window' },
      { clear: 'batch' },
      { start: 'keyVisit' },
      { notify: { role: 'sector', at: 'lead' }, message: 'rejected' },
    ],
  },
  warn: {
    title: '退统预警',
    from: ['entered'],
    to: 'same',
    by: keepers,
    input: ['warning'],
    fields: { note },
    needs: ['warning'],
    effects: [
      { set: 'warnedAt', to: now },
      { notify: { role: 'sector', at: 'lead' }, message: 'warned' },
      { notify: { role: 'streetClerk', at: 'area' }, message: 'warned' },
    ],
  },
  clearWarning: {
    title: '解除退统预警',
    from: ['entered'],
    to: 'same',
    by: keepers,
    fields: { note },
    guards: [{ when: present(field('warnedAt')), code: 'not-warned' }],
    effects: [{ clear: 'warnedAt' }, { clear: 'warning' }],
  },
  check: {
    title: '在库核查',
    from: ['entered'],
    to: 'same',
    by: statisticians,
    fields: { note },
    effects: [{ start: 'check' }],
  },
}
