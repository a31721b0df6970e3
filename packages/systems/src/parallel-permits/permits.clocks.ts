import type { ClockDefinition, ClockRule, Effect } from '@jiannuo/engine'
import { constant, field, firstOf, now, plus, setting } from '@jiannuo/engine'
import { dueMark, officeRule, promisedRule, tellAll } from '../commitments/clock-parts.ts'
import { leaders, leadHeads, leadStaff, specials, supervisors, windows } from './permits.fields.ts'
import { sources } from './permits.sources.ts'

const plain = (title: string, limit: string, source: string, ...due: readonly Effect[]): ClockDefinition => ({
  title,
  limit: setting(limit),
  rule: officeRule,
  marks: { due: dueMark(...due) },
  source,
})

// A day of approval counts as the office closes, so that the next one can begin on the same day.
const closing: ClockRule = { lastDay: 'closing', roll: false }

const late: readonly Effect[] = [{ set: 'overdueAt', to: now }, { urge: 'remind' }]

/** Clocks of S15 (domain.md 6.1), all in working days but what the applicant has promised. */
export const permitClocks: Readonly<Record<string, ClockDefinition>> = {
  telling: plain('一次告知时限', 'tellingLimit', sources.proposal, ...tellAll('step-due', windows)),
  checking: {
    ...plain('受理审查时限', 'checkingLimit', sources.correction),
    // Who is not told in time what is missing has been accepted.
    marks: { due: { ...dueMark(...tellAll('deemed', windows, supervisors)), action: 'deem' } },
  },
  correcting: plain('补正时限', 'correctingLimit', sources.proposal, ...tellAll('correction-due', windows)),
  joint: {
    ...plain('并联审批时限', 'jointLimit', `${sources.joint}；${sources.counting}`),
    marks: {
      warning: { title: '临期预警', at: { left: 0.3 }, effects: tellAll('joint-warning', windows, leadHeads) },
      due: dueMark(...late, ...tellAll('joint-due', windows, leadHeads, supervisors)),
      order: {
        title: '超时3个工作日，报区领导',
        at: { after: { value: 3, unit: 'workday' } },
        effects: [{ urge: 'order' }, ...tellAll('joint-due', leaders)],
      },
    },
    pauseReasons: specials,
    extension: { times: constant(1), total: setting('jointExtension') },
  },
  single: {
    ...plain('事项审批时限', 'singleLimit', `${sources.single}；${sources.counting}`),
    marks: {
      warning: { title: '临期预警', at: { left: 0.3 }, effects: tellAll('single-warning', leadStaff) },
      due: dueMark(...late, ...tellAll('single-due', leadHeads, windows, supervisors)),
    },
    pauseReasons: specials,
    extension: { times: constant(1), total: setting('singleExtension') },
  },
  special: plain('特别程序告知的时间', 'specialLimit', sources.special, ...tellAll('special-due', leadStaff, windows)),
  consult: plain('会商时限', 'consultLimit', sources.proposal, ...tellAll('step-due', leadHeads, supervisors)),
  delivery: plain('送达时限', 'deliveryLimit', sources.delivery, ...tellAll('step-due', windows, supervisors)),
  completion: plain(
    '联合验收时限',
    'completionLimit',
    sources.proposal,
    ...tellAll('step-due', leadHeads, supervisors),
  ),
  supplement: {
    ...plain('容缺材料补齐期限', 'supplementLimit', sources.environment),
    rule: promisedRule,
    marks: {
      warning: { title: '临期预警', at: { left: 0.3 }, effects: tellAll('supply-warning', windows) },
      due: dueMark({ set: 'supplyLateAt', to: now }, ...tellAll('supply-due', windows, leadHeads, supervisors)),
    },
  },
  dayCount: {
    title: '审批用时逐日计（工作日）',
    limit: constant({ value: 1, unit: 'workday' }),
    rule: closing,
    marks: {
      due: dueMark(
        { set: 'netDays', to: plus(firstOf(field('netDays'), constant(0)), constant(1)) },
        { start: 'dayCount' },
      ),
    },
    pauseReasons: specials,
    source: `${sources.counting}；${sources.special}`,
  },
}
