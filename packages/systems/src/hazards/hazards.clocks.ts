import type { ClockDefinition, Grant } from '@jiannuo/engine'
import { field, firstOf, now, setting } from '@jiannuo/engine'
import { dueMark, officeRule, promisedRule, tellAll } from '../commitments/clock-parts.ts'
import { inspectors, leadHeads, leaders, safetyOffice, supervisors } from './hazards.roles.ts'
import { hazardSources as sources } from './hazards.sources.ts'

/** A step of the office: a warning with three tenths left, a word as it runs out. */
const step = (
  title: string,
  limit: ClockDefinition['limit'],
  source: string,
  who: readonly Grant[],
  above: readonly Grant[],
): ClockDefinition => ({
  title,
  limit,
  rule: officeRule,
  marks: {
    warning: { title: '临期提醒', at: { left: 0.3 }, effects: tellAll('step-warning', who) },
    due: dueMark(...tellAll('step-due', who, above)),
  },
  source,
})

const byLevel = (id: string) => setting(id, field('level'))

// A day that stands on an order is that day, rest day or not: danger does not wait for a working day.
const rectification: ClockDefinition = {
  title: '整改期限',
  limit: byLevel('rectifyLimit'),
  rule: promisedRule,
  marks: {
    warning: {
      title: '临期预警',
      at: { left: 0.3 },
      effects: tellAll('rectification-warning', inspectors),
    },
    due: dueMark(
      { set: 'overdueAt', to: firstOf(field('overdueAt'), now) },
      { urge: 'remind' },
      ...tellAll('rectification-due', inspectors, leadHeads, safetyOffice),
    ),
    order: {
      title: '超期3日，下发督办通知书',
      at: { after: { value: 3, unit: 'day' } },
      effects: [{ urge: 'order' }, ...tellAll('urge-order', leadHeads, supervisors)],
    },
    talk: {
      title: '超期10日，约谈',
      at: { after: { value: 10, unit: 'day' } },
      effects: [{ urge: 'talk' }, ...tellAll('urge-talk', leadHeads, supervisors, leaders)],
    },
  },
  extension: { times: setting('extensionTimes'), total: setting('extensionTotal') },
  source: `${sources.law(65)}；${sources.hubei(10)}；升级间隔为${sources.proposal}`,
}

/** The time limits of the loop of hazards (domain.md 12, 16). */
export const hazardClocks: Readonly<Record<string, ClockDefinition>> = {
  grading: step('定级时限', setting('gradingLimit'), sources.proposal, inspectors, safetyOffice),
  ordering: step('下达整改时限', byLevel('orderLimit'), sources.proposal, inspectors, leadHeads),
  report: {
    ...step('重大隐患上报时限', setting('reportLimit'), sources.law(41), inspectors, leadHeads),
    marks: { due: dueMark(...tellAll('report-due', inspectors, leadHeads, safetyOffice)) },
  },
  planning: step('方案落实时限', byLevel('planLimit'), sources.hubei(6), inspectors, leadHeads),
  rectification,
  recheck: step('复查时限', byLevel('recheckLimit'), sources.hubei(10), [...inspectors, ...safetyOffice], leadHeads),
  strike: step('销号时限', setting('strikeLimit'), sources.proposal, [...leadHeads, ...safetyOffice], supervisors),
  watch: {
    title: '挂牌督办跟踪周期',
    limit: setting('watchLimit'),
    rule: officeRule,
    marks: { due: dueMark(...tellAll('watch-due', safetyOffice)) },
    source: sources.hubei(9),
  },
}
