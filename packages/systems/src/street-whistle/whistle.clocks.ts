import type { ClockDefinition, ClockRule, Effect, Grant } from '@jiannuo/engine'
import { field, now, setting } from '@jiannuo/engine'
import { grant, tell } from './form.ts'
import {
  calledStaff,
  communityHere,
  communityLead,
  desk,
  gridWorkers,
  streetHead,
  streetLead,
  supervisors,
} from './whistle.grants.ts'
import { whistleSources as sources } from './whistle.sources.ts'

// Grids and streets work on rest days too, so a day ends at 24:00; natural days that run out on a rest day end on the next working day.
const rule: ClockRule = { lastDay: 'midnight', roll: true }

const holders: readonly Grant[] = [...gridWorkers, ...communityLead, ...streetLead]

const due = (...effects: readonly Effect[]) => ({ title: '到期', at: { due: true }, effects }) as const

const plain = (title: string, limit: string, source: string, ...told: readonly Grant[]): ClockDefinition => ({
  title,
  limit: setting(limit),
  rule,
  marks: {
    warning: { title: '临期提醒', at: { left: 0.3 }, effects: tell('step-warning', ...told) },
    due: due(...tell('step-due', ...told, ...supervisors)),
  },
  source,
})

/** Time limits of the levels, the whistle and the strike-off (systems.md S06; domain.md 2.2, 18.1). */
export const whistleClocks: Readonly<Record<string, ClockDefinition>> = {
  intake: plain('接件时限', 'intakeLimit', sources.levels, ...communityLead, ...streetLead),
  handling: {
    title: '处置时限',
    limit: setting('levelLimits', field('level'), field('urgency')),
    rule,
    marks: {
      warning: { title: '临期提醒', at: { left: 0.3 }, effects: tell('handling-warning', ...holders, ...calledStaff) },
      due: due({ set: 'overdueAt', to: now }, { urge: 'remind' }, ...tell('handling-due', ...holders, ...calledStaff)),
      order: {
        title: '超期1个工作日，督办',
        at: { after: { value: 1, unit: 'workday' } },
        effects: [{ urge: 'order' }, ...tell('urge-order', ...streetHead, ...supervisors)],
      },
    },
    pauseReasons: {
      weather: '恶劣天气，无法施工',
      procedure: '公告、鉴定、听证等法定程序期间',
      consent: '等待居民或业主表决同意',
    },
    extension: { times: setting('extensionTimes'), total: setting('extensionTotal') },
    source: `${sources.levels}；${sources.grid}`,
  },
  arrival: {
    title: '应哨到场时限',
    limit: setting('arrivalLimits', field('whistleKind')),
    rule,
    marks: {
      warning: { title: '临期提醒', at: { left: 0.3 }, effects: tell('arrival-warning', ...calledStaff) },
      due: {
        title: '哨未应，提级督办',
        at: { due: true },
        effects: [{ urge: 'order' }, ...tell('unanswered', ...calledStaff, ...streetLead, ...supervisors)],
        action: 'escalate',
      },
    },
    source: `${sources.beijing(16)}；《民法典》第201条（按小时计算的，自规定时开始）`,
  },
  ruling: plain('督查室裁定时限', 'rulingLimit', sources.beijing(12), ...supervisors, grant('leader', 'district')),
  verifying: plain('核实销号时限', 'verifyingLimit', sources.jinan(27), ...communityHere, ...streetLead),
  feedback: plain('居民评价时限', 'feedbackLimit', sources.beijing(23), ...communityHere, ...streetLead),
  scoring: plain('互评时限', 'scoringLimit', sources.beijing(33), ...streetLead, ...streetHead, ...desk),
  objecting: {
    title: '评分异议期',
    limit: setting('objectingLimit'),
    rule,
    marks: { due: { title: '期满无异议，归档', at: { due: true }, effects: [], action: 'settle' } },
    source: sources.beijing(33),
  },
}
