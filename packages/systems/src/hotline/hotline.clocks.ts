import type { ClockDefinition, ClockRule, Effect, Grant, MarkDefinition } from '@jiannuo/engine'
import { field, now, setting } from '@jiannuo/engine'
import { sources } from './hotline.sources.ts'

// The line works day and night, so a day ends at 24:00; what runs out on a rest day ends on the next working day.
const rule: ClockRule = { lastDay: 'midnight', roll: true }

const handlers: Grant = { role: 'handler', at: 'lead' }
const reviewers: Grant = { role: 'reviewer', at: 'lead' }
const supervisors: Grant = { role: 'supervisor', at: 'district' }

const tell = (who: Grant, message: string): Effect => ({ notify: who, message })

const due = (title: string, ...effects: readonly Effect[]): MarkDefinition => ({ title, at: { due: true }, effects })

/** Reasons for which the time of handling may stand still; the last ones go with 挂账 (domain.md 16: reason from a list, with approver). */
export const pauseReasons = {
  testing: '检测、鉴定、专家评审期间',
  hearing: '听证、公示期间',
  force: '不可抗力或恶劣天气',
  caller: '等待诉求人补充材料',
  planned: '已列入计划，分期解决',
  policy: '政策条件暂不具备',
  history: '历史遗留问题，需专项研究',
} as const

/** The reasons among them that put an order on the shelf (挂账). */
export const shelfReasons = {
  planned: pauseReasons.planned,
  policy: pauseReasons.policy,
  history: pauseReasons.history,
} as const

const handling: ClockDefinition = {
  title: '办理时限',
  limit: setting('limits', field('urgency'), field('kind')),
  rule,
  marks: {
    // domain.md 1.4: Shangqiu's yellow, three tenths of the time left.
    warning: { title: '临期预警', at: { left: 0.3 }, effects: [tell(handlers, 'handling-warning')] },
    due: due(
      '到期',
      { set: 'overdueAt', to: now },
      { urge: 'remind' },
      tell(handlers, 'handling-due'),
      tell(reviewers, 'handling-due'),
    ),
    order: {
      title: '超期1个工作日，发督办单',
      at: { after: { value: 1, unit: 'workday' } },
      effects: [{ urge: 'order' }, tell(reviewers, 'urge-order'), tell(supervisors, 'urge-order')],
    },
    talk: {
      title: '超期3个工作日，约谈',
      at: { after: { value: 3, unit: 'workday' } },
      effects: [{ urge: 'talk' }, tell(reviewers, 'urge-talk'), tell({ role: 'leader', at: 'lead' }, 'urge-talk')],
    },
  },
  pauseReasons,
  extension: { times: setting('extensionTimes'), total: setting('extensionTotal') },
  source: `${sources.beijing(13)}；${sources.jinan(24)}；${sources.weifang(20)}；${sources.civilCode}`,
}

const redo: ClockDefinition = {
  title: '重办时限',
  limit: setting('redoLimit'),
  rule,
  marks: {
    warning: { title: '临期预警', at: { left: 0.3 }, effects: [tell(handlers, 'handling-warning')] },
    due: due('到期', { urge: 'order' }, tell(reviewers, 'urge-order'), tell(supervisors, 'urge-order')),
  },
  pauseReasons,
  source: sources.jinan(27),
}

/** A clock whose running out is only told to somebody. */
const plain = (title: string, limit: string, source: string, ...told: readonly Grant[]): ClockDefinition => ({
  title,
  limit: setting(limit),
  rule,
  marks: { due: due('到期', ...told.map((who) => tell(who, 'step-due'))) },
  source,
})

/** The time limits of the hotline loop (domain.md 2.3, 2.4, 16). */
export const hotlineClocks: Readonly<Record<string, ClockDefinition>> = {
  triage: plain('派单时限', 'triageLimit', sources.beijingDraft, { role: 'dispatcher', at: 'district' }, supervisors),
  signIn: {
    ...plain('签收时限', 'signInLimit', sources.qinglong),
    marks: { due: due('到期', { urge: 'remind' }, tell(handlers, 'sign-in-due'), tell(reviewers, 'sign-in-due')) },
  },
  // Nobody is late when it runs out: the order simply can no longer be given back.
  giveBack: {
    ...plain('退单时限', 'returnLimit', sources.shandong),
    marks: { due: due('到期，不再接受退单', { stop: 'giveBack' }) },
  },
  redispatch: plain(
    '重新派单时限',
    'redispatchLimit',
    sources.proposal,
    { role: 'dispatcher', at: 'district' },
    supervisors,
  ),
  arbitration: plain(
    '异议审核时限',
    'arbitrationLimit',
    sources.beijing(12),
    { role: 'arbiter', at: 'district' },
    supervisors,
  ),
  handling,
  coAnswer: plain('协办答复时限', 'coAnswerLimit', sources.beijing(14), { role: 'handler', at: 'co' }, handlers),
  review: plain('办结审核时限', 'reviewLimit', sources.jinan(27), reviewers),
  callBack: plain(
    '回访时限',
    'callBackLimit',
    sources.beijing(23),
    { role: 'callerBack', at: 'district' },
    supervisors,
  ),
  redo,
  shelf: plain('挂账复核周期', 'shelfLimit', sources.proposal, reviewers, supervisors),
}
