import type { ActionDefinition, FieldDefinition } from '@jiannuo/engine'
import { any, constant, counter, equals, field, firstOf, gt, input, not, now, present, when } from '@jiannuo/engine'
import { approval, reason } from '../commitments/commitments.parts.ts'
import { tellAll } from '../commitments/clock-parts.ts'
import { ahead, isMinor, majorOnly, minorOnly, note, notWho, number, passed, tellInspectors } from './hazards.parts.ts'
import { inspectors, leadHeads, leaders, safetyOffice, supervisors } from './hazards.roles.ts'
import { underWay } from './hazards.states.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

const onTheSpot: Readonly<Record<string, FieldDefinition>> = {
  finding: note('复查情况'),
  photos: { title: '复查现场照片', type: 'files', required: true },
}
const opinion: FieldDefinition = { title: '专家验收意见', type: 'files', required: true }

const checking: Actions = {
  pass: {
    title: '复查合格',
    from: ['recheck'],
    to: 'striking',
    by: inspectors,
    fields: onTheSpot,
    guards: [minorOnly, notWho('doneBy', 'own-work')],
    effects: [{ state: 'evidence', fields: Object.keys(onTheSpot) }, ...passed, ...tellAll('to-strike', leadHeads)],
  },
  accept: {
    title: '组织验收合格（重大隐患）',
    from: ['recheck'],
    to: 'deleting',
    by: safetyOffice,
    fields: { ...onTheSpot, opinion },
    guards: [majorOnly, notWho('doneBy', 'own-work'), { when: present(field('reportedUpAt')), code: 'report-first' }],
    effects: [
      { state: 'evidence', fields: [...Object.keys(onTheSpot), 'opinion'] },
      ...passed,
      ...tellAll('to-strike', safetyOffice, leaders),
    ],
  },
  fail: {
    title: '复查不合格，重新整改',
    from: ['recheck'],
    to: 'rectifying',
    by: [...inspectors, ...safetyOffice],
    fields: {
      ...onTheSpot,
      reason: reason('不合格的问题'),
      newDeadline: { title: '重新整改期限', type: 'date', required: true },
    },
    guards: [notWho('doneBy', 'own-work'), ahead(input('newDeadline'))],
    effects: [
      { state: 'evidence', fields: Object.keys(onTheSpot) },
      { set: 'checkedAt', to: firstOf(field('checkedAt'), now) },
      { set: 'failedAt', to: now },
      { count: 'failed' },
      { redo: true },
      { stop: 'recheck' },
      { set: 'deadline', to: input('newDeadline') },
      { start: 'rectification', limit: field('deadline') },
      { urge: 'order' },
      ...tellAll('recheck-failed', inspectors, leadHeads),
    ],
  },
  restart: {
    title: '同意恢复生产经营',
    from: ['striking', 'deleting'],
    to: 'same',
    by: [...leadHeads, ...safetyOffice],
    fields: { document: number('同意恢复的文书号') },
    guards: [
      { when: equals(field('suspended'), constant(true)), code: 'not-suspended' },
      notWho('checkedBy', 'own-check'),
    ],
    effects: [{ set: 'suspended', to: constant(false) }, ...tellInspectors('restarted')],
  },
}

const strikeGuards = [
  notWho('checkedBy', 'own-check'),
  { when: not(equals(field('suspended'), constant(true))), code: 'still-suspended' },
  // 安全生产法 第74条: who reports a hazard is told what came of it.
  {
    when: any(not(equals(field('source'), constant('report'))), gt(counter('answerReporter'), constant(0))),
    code: 'reporter-not-told',
  },
] as const

const ending: Actions = {
  strike: {
    title: '销号',
    from: ['striking'],
    to: 'struckOff',
    by: leadHeads,
    guards: strikeGuards,
    effects: [{ set: 'struckAt', to: now }],
  },
  strikeMajor: {
    title: '核销（重大隐患）',
    from: ['deleting'],
    to: 'struckOff',
    by: [...safetyOffice, ...leaders],
    fields: { approval, notice: number('公告的媒体和日期') },
    guards: strikeGuards,
    effects: [
      { set: 'struckAt', to: now },
      when(equals(field('posted'), constant(true)), [
        { set: 'posted', to: constant(false) },
        { set: 'unpostedAt', to: now },
      ]),
      ...tellAll('struck-off', inspectors, leadHeads),
    ],
  },
  sendBack: {
    title: '退回复查',
    from: ['striking', 'deleting'],
    to: 'recheck',
    by: [...leadHeads, ...safetyOffice],
    fields: { reason: reason('退回理由') },
    effects: [
      { stop: 'strike' },
      { clear: 'passedAt' },
      { start: 'recheck' },
      when(isMinor, tellInspectors('to-recheck'), tellAll('to-recheck', safetyOffice)),
    ],
  },
  shutDown: {
    title: '关闭取缔',
    from: ['planning', 'rectifying', 'recheck'],
    to: 'shut',
    by: safetyOffice,
    fields: { approval, photos: { title: '关闭现场照片', type: 'files', required: true } },
    effects: [
      when(equals(field('posted'), constant(true)), [
        { set: 'posted', to: constant(false) },
        { set: 'unpostedAt', to: now },
      ]),
      { set: 'suspended', to: constant(false) },
      ...tellInspectors('shut-down'),
    ],
  },
}

const after: Actions = {
  answerReporter: {
    title: '回告举报人或交办单位',
    from: [...underWay, 'struckOff', 'dismissed'],
    to: 'same',
    by: [...inspectors, ...safetyOffice],
    fields: { reply: note('回告内容'), reward: { title: '举报奖励', type: 'money', unit: '元', min: 0 } },
  },
  lookBack: {
    title: '回头看',
    from: ['struckOff'],
    to: 'same',
    by: [...inspectors, ...safetyOffice, ...supervisors],
    fields: onTheSpot,
    effects: [
      { state: 'evidence', fields: Object.keys(onTheSpot) },
      { set: 'lookedBackAt', to: now },
    ],
  },
  relapse: {
    title: '反弹，重新整改',
    from: ['struckOff'],
    to: 'toOrder',
    by: [...safetyOffice, ...supervisors],
    fields: { ...onTheSpot, reason: reason('反弹情况') },
    effects: [
      { redo: true },
      { set: 'relapsedAt', to: now },
      ...['passedAt', 'struckAt', 'overdueAt', 'plannedAt'].map((clear) => ({ clear })),
      { count: 'relapsed' },
      { start: 'ordering' },
      ...tellAll('relapsed', inspectors, leadHeads),
    ],
  },
  inspect: {
    title: '督办检查',
    from: underWay,
    to: 'same',
    by: [...safetyOffice, ...supervisors],
    fields: onTheSpot,
    effects: [
      { state: 'evidence', fields: Object.keys(onTheSpot) },
      when(equals(field('posted'), constant(true)), [{ start: 'watch' }]),
    ],
  },
  urge: {
    title: '下发督办通知书',
    from: underWay,
    to: 'same',
    by: [...safetyOffice, ...supervisors],
    fields: { document: number('通知书文号'), reason: reason('督办要求') },
    effects: [{ urge: 'order' }, ...tellAll('urge-order', leadHeads)],
  },
  callIn: {
    title: '约谈',
    from: underWay,
    to: 'same',
    by: [...safetyOffice, ...leaders],
    fields: { reason: reason('约谈事项') },
    effects: [{ urge: 'talk' }, ...tellAll('urge-talk', leadHeads)],
  },
}

/** Checked by a second person, struck off by a third, looked at again, and opened anew if it comes back (domain.md 12). */
export const closingActions: Actions = { ...checking, ...ending, ...after }
