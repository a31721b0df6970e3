import type { ClockDefinition, ClockRule, Effect, Grant } from '@jiannuo/engine'
import { field, now, setting } from '@jiannuo/engine'
import { PROPOSAL, tell } from '../street-whistle/form.ts'
import { bodies, centre, centreLeads, mediators, supervisors } from './disputes.grants.ts'
import { disputeSources as sources } from './disputes.sources.ts'

const rule: ClockRule = { lastDay: 'midnight', roll: true }
// The parties agreed on a day: it stands as they agreed on it.
const agreedRule: ClockRule = { lastDay: 'midnight', roll: false }

/** Reasons for which the time of mediation may stand still. */
export const pauseReasons = {
  audit: '等待稽核或核定结果',
  appraisal: '等待鉴定、审计结论',
  absent: '当事人因不可抗力不能参加',
} as const

const due = (effects: readonly Effect[], action?: string) =>
  ({ title: '到期', at: { due: true }, effects, ...(action === undefined ? {} : { action }) }) as const

const plain = (
  title: string,
  limit: ClockDefinition['limit'],
  source: string,
  ...told: readonly Grant[]
): ClockDefinition => ({
  title,
  limit,
  rule,
  marks: {
    warning: { title: '临期提醒', at: { left: 0.3 }, effects: tell('step-warning', ...told) },
    due: due(tell('step-due', ...told, ...supervisors)),
  },
  source,
})

/** Time limits of levy disputes (domain.md 11.2, 16). */
export const disputeClocks: Readonly<Record<string, ClockDefinition>> = {
  acceptance: plain(
    '受理审查时限',
    setting('acceptanceLimits', field('complexity')),
    sources.shenzhen(45),
    ...centreLeads,
  ),
  transfer: plain('移送时限', setting('transferLimit'), sources.shenzhen(46), ...centre),
  checking: plain('事实核定时限', setting('checkingLimit'), PROPOSAL, ...bodies, ...mediators),
  mediation: {
    title: '调解期限',
    limit: setting('mediationLimit'),
    rule,
    marks: {
      warning: { title: '临期提醒', at: { left: 0.3 }, effects: tell('mediation-warning', ...mediators) },
      due: due(tell('mediation-due', ...centre), 'lapse'),
    },
    pauseReasons,
    extension: { times: setting('extensionTimes'), total: setting('extensionTotal') },
    source: sources.shenzhen(25),
  },
  routing: plain('引导法定途径时限', setting('routingLimit'), PROPOSAL, ...mediators),
  confirmation: {
    title: '共同申请司法确认期限',
    limit: setting('confirmationLimit'),
    rule,
    marks: {
      warning: { title: '临期提醒', at: { left: 0.3 }, effects: tell('confirmation-warning', ...mediators) },
      due: due(tell('confirmation-due', ...mediators), 'missConfirmation'),
    },
    source: sources.mediation(33),
  },
  performance: {
    title: '履行期限',
    limit: { const: { value: 1, unit: 'day' } },
    rule: agreedRule,
    marks: {
      warning: { title: '临期提醒', at: { left: 0.3 }, effects: tell('performance-warning', ...mediators) },
      due: due([{ set: 'overdueAt', to: now }, { urge: 'remind' }, ...tell('performance-due', ...centre)]),
    },
    source: `${sources.mediation(31)}（协议应当按照约定履行，调解组织监督履行）`,
  },
  followUp: plain('结案回访时限', setting('followUpLimit'), sources.centres, ...centreLeads),
}
