import type { ClockDefinition, Grant } from '@jiannuo/engine'
import { field, firstOf, now, setting } from '@jiannuo/engine'
import { dueMark, officeRule, promisedRule, tellAll } from '../commitments/clock-parts.ts'
import { clerks, heads, leaders, local, office, supervisors } from './risks.roles.ts'
import { riskSources as sources } from './risks.sources.ts'

const step = (title: string, limit: string, who: readonly Grant[], above: readonly Grant[]): ClockDefinition => ({
  title,
  limit: setting(limit),
  rule: officeRule,
  marks: {
    warning: { title: '临期提醒', at: { left: 0.3 }, effects: tellAll('step-warning', who) },
    due: dueMark(...tellAll('step-due', who, above)),
  },
  source: sources.loop,
})

/** The time limits of the loop of risks (systems.md S10; domain.md 16). */
export const riskClocks: Readonly<Record<string, ClockDefinition>> = {
  assess: step('研判时限', 'assessLimit', office, supervisors),
  assign: step('交办时限', 'assignLimit', office, supervisors),
  answer: step('首次反馈时限', 'answerLimit', clerks, heads),
  handling: {
    title: '办结时限',
    limit: setting('handlingLimit', field('level')),
    rule: officeRule,
    marks: {
      warning: { title: '临期预警', at: { left: 0.3 }, effects: tellAll('handling-warning', clerks) },
      due: dueMark(
        { set: 'overdueAt', to: firstOf(field('overdueAt'), now) },
        { urge: 'remind' },
        ...tellAll('handling-due', clerks, heads, office),
      ),
      order: {
        title: '超期3个工作日，督办',
        at: { after: { value: 3, unit: 'workday' } },
        effects: [{ urge: 'order' }, { set: 'urgedAt', to: now }, ...tellAll('urge-order', heads, supervisors)],
      },
      talk: {
        title: '超期7个工作日，约谈',
        at: { after: { value: 7, unit: 'workday' } },
        effects: [{ urge: 'talk' }, { set: 'urgedAt', to: now }, ...tellAll('urge-talk', heads, leaders)],
      },
    },
    extension: { times: setting('extensionTimes'), total: setting('extensionTotal') },
    source: sources.loop,
  },
  review: step('办结复核时限', 'reviewLimit', office, supervisors),
  observe: step('观察期', 'observeLimit', office, supervisors),
  // People do not become calmer on rest days: the day of the next round stands as it falls.
  rolling: {
    title: '滚动排查周期',
    limit: setting('rollingLimit', field('level')),
    rule: promisedRule,
    marks: { due: dueMark(...tellAll('rolling-due', clerks, local)) },
    source: sources.loop,
  },
}
