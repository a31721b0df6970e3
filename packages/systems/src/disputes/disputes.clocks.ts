import type { ClockDefinition, Grant } from '@jiannuo/engine'
import { constant, field, firstOf, now, setting } from '@jiannuo/engine'
import { dueMark, officeRule, promisedRule, tellAll } from '../commitments/clock-parts.ts'
import { centres, leadHeads, leaders, mediators, supervisors } from './disputes.roles.ts'
import { disputeSources as sources } from './disputes.sources.ts'

const step = (
  title: string,
  limit: ClockDefinition['limit'],
  source: string,
  ...who: readonly (readonly Grant[])[]
): ClockDefinition => ({
  title,
  limit,
  rule: officeRule,
  marks: {
    warning: { title: '临期提醒', at: { left: 0.3 }, effects: tellAll('step-warning', who[0] ?? []) },
    due: dueMark(...tellAll('step-due', ...who)),
  },
  source,
})

const mediation: ClockDefinition = {
  title: '调解时限',
  limit: setting('mediationLimit'),
  rule: officeRule,
  marks: {
    warning: { title: '临期预警', at: { left: 0.3 }, effects: tellAll('mediation-warning', mediators) },
    due: dueMark(
      { set: 'overdueAt', to: firstOf(field('overdueAt'), now) },
      { urge: 'remind' },
      ...tellAll('mediation-due', mediators, leadHeads, centres),
    ),
    order: {
      title: '超期5个工作日，督办',
      at: { after: { value: 5, unit: 'workday' } },
      effects: [{ urge: 'order' }, ...tellAll('urge-order', leadHeads, supervisors)],
    },
    talk: {
      title: '超期15个工作日，约谈',
      at: { after: { value: 15, unit: 'workday' } },
      effects: [{ urge: 'talk' }, ...tellAll('urge-talk', leadHeads, leaders)],
    },
  },
  extension: { times: setting('extensionTimes'), total: setting('extensionTotal') },
  source: `${sources.shenzhen(25)}；升级间隔为${sources.proposal}`,
}

const accepting = step(
  '受理时限',
  setting('acceptLimit', field('complexity')),
  sources.shenzhen(45),
  mediators,
  leadHeads,
  centres,
)

/** The time limits of the loop of disputes (domain.md 11.2, 16). */
export const disputeClocks: Readonly<Record<string, ClockDefinition>> = {
  screening: step('甄别定级时限', setting('screeningLimit'), sources.centre, centres, supervisors),
  dispatch: step('分流时限', setting('dispatchLimit'), sources.centre, centres, supervisors),
  accepting: {
    ...accepting,
    marks: {
      ...accepting.marks,
      due: dueMark({ set: 'acceptLate', to: constant(true) }, ...tellAll('step-due', mediators, leadHeads, centres)),
    },
  },
  transfer: step('移送时限', setting('transferLimit'), sources.shenzhen(46), centres, supervisors),
  mediation,
  confer: step('会商时限', setting('conferLimit'), sources.proposal, mediators, leadHeads),
  // The parties' own time: nobody is late when it runs out, the court simply no longer takes the application.
  confirmation: {
    title: '申请司法确认期限',
    limit: setting('confirmLimit'),
    rule: officeRule,
    marks: {
      warning: { title: '临期提醒当事人', at: { left: 0.3 }, effects: tellAll('confirm-warning', mediators) },
      due: dueMark(...tellAll('confirm-due', mediators)),
    },
    source: sources.mediation(33),
  },
  court: step('等待法院裁定', setting('courtLimit'), sources.proposal, mediators, centres),
  // The day that the parties wrote into their agreement.
  performance: {
    ...step('履行期限', setting('performLimit'), sources.mediation(31), mediators, centres),
    rule: promisedRule,
  },
  followUp: step('回访时限', setting('followUpLimit'), sources.mediation(31), centres, supervisors),
  guide: step('引导法定途径时限', setting('guideLimit'), sources.mediation(26), mediators, leadHeads),
  keeping: {
    title: '包保跟踪周期',
    limit: setting('keepLimit'),
    rule: officeRule,
    marks: { due: dueMark(...tellAll('keeping-due', leadHeads, centres)) },
    source: sources.proposal,
  },
}
