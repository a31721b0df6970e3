import type { ClockDefinition, Effect, Grant, MarkDefinition } from '@jiannuo/engine'
import { field, firstOf, now, setting } from '@jiannuo/engine'
import { dueMark, officeRule, promisedRule, tellAll } from '../commitments/clock-parts.ts'
import { leaders, projectOffice, statisticians, unitStaff } from './roles.ts'
import { projectSources as sources } from './sources.ts'

type Who = readonly (readonly Grant[])[]

const days = (title: string, value: number, side: 'before' | 'after', effects: readonly Effect[]): MarkDefinition => ({
  title,
  at: side === 'before' ? { before: { value, unit: 'day' } } : { after: { value, unit: 'day' } },
  effects,
})

/** A rhythm of the office: a reminder three days ahead, and the next level when it runs out. */
const rhythm = (title: string, limit: string, message: string, told: Who, over: Who): ClockDefinition => ({
  title,
  limit: setting(limit),
  rule: officeRule,
  marks: {
    soon: days('到期前3日', 3, 'before', tellAll(`${message}-soon`, ...told)),
    due: dueMark(...tellAll(`${message}-due`, ...told, ...over)),
  },
  source: `${sources.proposal}；${sources.civilCode}`,
})

/** Reasons for which works stand still with approval. */
export const suspensions = {
  land: '征拆、用地问题',
  funds: '资金未到位',
  permit: '手续待批',
  market: '企业投资调整',
  force: '自然灾害等不可抗力',
  control: '环保、安全管控停工',
} as const

/** Remembers when a limit first ran out: late is late, whatever comes after. */
const overdue = (id: string): Effect => ({ set: id, to: firstOf(field(id), now) })

/** Time limits of a project (systems.md S26; domain.md 1.4, 5, 16). */
export const projectClocks: Readonly<Record<string, ClockDefinition>> = {
  ideaReview: rhythm('谋划评审周期', 'ideaLimit', 'idea', [unitStaff], [projectOffice]),
  reserveReview: rhythm('储备评审周期', 'reserveLimit', 'reserve', [unitStaff], [projectOffice]),
  start: {
    title: '计划开工期限',
    limit: setting('startLimit'),
    rule: promisedRule,
    marks: {
      soon: days('开工前15日', 15, 'before', tellAll('start-soon', unitStaff)),
      due: dueMark(overdue('startOverdueAt'), ...tellAll('start-due', unitStaff, projectOffice)),
      red: days('逾期满3个月未开工', 90, 'after', tellAll('start-red', unitStaff, projectOffice, leaders)),
    },
    source: `${sources.yinchuan}：当月应开工未开工亮黄灯，连续3个月未开工亮红灯`,
  },
  startCheck: rhythm('开工核实时限', 'startCheckLimit', 'start-check', [projectOffice], [leaders]),
  statEntry: {
    title: '入统时限',
    limit: setting('statEntryLimit'),
    rule: promisedRule,
    marks: {
      yellow: days('到期前30日', 30, 'before', tellAll('entry-yellow', unitStaff, statisticians)),
      due: dueMark(
        overdue('entryOverdueAt'),
        ...tellAll('entry-red', unitStaff, statisticians, projectOffice, leaders),
      ),
    },
    source: `${sources.yinchuan}：开工后1个月未入统亮黄灯，2个月未入统亮红灯；${sources.statistics}`,
  },
  completion: {
    title: '计划竣工期限',
    limit: setting('completionLimit'),
    rule: promisedRule,
    marks: {
      soon: days('竣工前30日', 30, 'before', tellAll('completion-soon', unitStaff)),
      due: dueMark(overdue('completionOverdueAt'), ...tellAll('completion-due', unitStaff, projectOffice)),
    },
    pauseReasons: suspensions,
    source: `项目批复或备案的建设工期；${sources.civilCode}`,
  },
  suspension: rhythm('停工研判周期', 'suspensionLimit', 'suspension', [projectOffice, unitStaff], [leaders]),
  acceptance: rhythm('竣工核实时限', 'acceptanceLimit', 'acceptance', [projectOffice], [leaders]),
  effect: rhythm('达效考核期', 'effectLimit', 'effect', [unitStaff], [projectOffice]),
}
