import type { ClockDefinition, ClockRule, Effect, Grant } from '@jiannuo/engine'
import { field, now, setting } from '@jiannuo/engine'
import { PROPOSAL, tell } from '../street-whistle/form.ts'
import { coStaff, leadHeads, leadStaff, managers, supervisors } from './requests.grants.ts'
import { requestSources as sources } from './requests.sources.ts'

const rule: ClockRule = { lastDay: 'midnight', roll: true }
// What was promised to a firm for a day is promised for that day, rest day or not.
const promisedRule: ClockRule = { lastDay: 'midnight', roll: false }

/** Reasons for which handling may stand still: they put a request on the shelf (挂账). */
export const shelfReasons = {
  policyGap: '政策空白或冲突',
  planned: '已列入计划，分期解决',
  upper: '需上级部门批准或支持',
  funds: '资金暂未落实',
  firm: '等待企业补充材料或条件',
} as const

const due = (...effects: readonly Effect[]) => ({ title: '到期', at: { due: true }, effects }) as const
const warning = (message: string, ...who: readonly Grant[]) =>
  ({ title: '临期提醒', at: { left: 0.3 }, effects: tell(message, ...who) }) as const

const plain = (title: string, limit: string, source: string, ...told: readonly Grant[]): ClockDefinition => ({
  title,
  limit: setting(limit),
  rule,
  marks: { warning: warning('step-warning', ...told), due: due(...tell('step-due', ...told, ...supervisors)) },
  source,
})

/** Time limits of firms' requests (systems.md S07; domain.md 16). */
export const requestClocks: Readonly<Record<string, ClockDefinition>> = {
  acceptance: plain('受理时限', 'acceptanceLimit', PROPOSAL, ...managers),
  assigning: plain('交办时限', 'assigningLimit', PROPOSAL, ...managers),
  signIn: plain('签收时限', 'signInLimit', PROPOSAL, ...leadStaff),
  // Nobody is late when it runs out: the request can no longer be given back.
  giveBack: {
    title: '退回时限',
    limit: setting('returnLimit'),
    rule,
    marks: { due: due({ stop: 'giveBack' }) },
    source: `${sources.shandong}；比照适用`,
  },
  handling: {
    title: '办理时限',
    limit: setting('handlingLimits', field('complexity')),
    rule,
    marks: {
      warning: warning('handling-warning', ...leadStaff),
      due: due({ set: 'overdueAt', to: now }, { urge: 'remind' }, ...tell('handling-due', ...leadStaff, ...managers)),
      order: {
        title: '超期2个工作日，督办',
        at: { after: { value: 2, unit: 'workday' } },
        effects: [{ urge: 'order' }, ...tell('urge-order', ...leadHeads, ...supervisors)],
      },
    },
    pauseReasons: shelfReasons,
    extension: { times: setting('extensionTimes'), total: setting('extensionTotal') },
    source: `${sources.business(48)}；时长为${PROPOSAL}`,
  },
  coAnswer: plain('协办答复时限', 'coAnswerLimit', sources.beijing(14), ...coStaff, ...leadStaff),
  consulting: plain('会商时限', 'consultingLimit', PROPOSAL, ...managers),
  shelf: plain('挂账复核周期', 'shelfLimit', PROPOSAL, ...managers, ...leadHeads),
  checking: plain('答复审核时限', 'checkingLimit', sources.jinan(27), ...leadHeads),
  rating: plain('企业评价时限', 'ratingLimit', PROPOSAL, ...managers),
  promise: {
    title: '承诺完成期限',
    limit: { const: { value: 1, unit: 'day' } },
    rule: promisedRule,
    marks: {
      warning: warning('promise-warning', ...leadStaff),
      due: due(
        { set: 'promiseOverdueAt', to: now },
        { urge: 'order' },
        ...tell('promise-due', ...leadStaff, ...managers, ...supervisors),
      ),
    },
    source: `${sources.promises}；比照适用`,
  },
  promiseChecking: plain('承诺核实时限', 'promiseCheckingLimit', PROPOSAL, ...managers),
}
