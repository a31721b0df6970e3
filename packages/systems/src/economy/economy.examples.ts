import type { ExampleDefinition } from '@jiannuo/engine'
import { as, refusal, step, type Step } from '../example.ts'
import { clerkOf, economist } from '../commitments/examples-people.ts'

const byOther = (one: Step): Step => as('顾安', one)

const revenue = {
  indicator: 'public-budget-revenue',
  indicatorName: '地方一般公共预算收入',
  period: '2026-03',
  place: '兰台区',
  department: 'lantai-statistics',
  unit: '亿元',
  yearTarget: 64,
} as const

const destination = {
  series: 'i:lantai:public-budget-revenue:level',
  growthSeries: 'i:lantai:public-budget-revenue:growth',
} as const

const course: ExampleDefinition = {
  title: '采集快报、另一人核对、会商后内部使用；发布前不公开；最终核实后修订，旧值留存',
  steps: [
    step(
      economist,
      'collect',
      '2026-04-01 09:00',
      { state: 'collect', due: { collection: '2026-04-21 24:00' } },
      revenue,
    ),
    step(clerkOf('lantai-water'), 'fill', '2026-04-09 09:00', refusal('engine/not-permitted'), { value: 16 }),
    step(clerkOf('lantai-statistics'), 'fill', '2026-04-10 09:00', 'collect', { value: 15.8, nominalGrowth: 5.1 }),
    step(economist, 'hand', '2026-04-10 10:00', refusal('version-missing')),
    step(
      economist,
      'hand',
      '2026-04-10 10:05',
      { state: 'check', due: { checking: '2026-04-13 24:00' } },
      {
        version: 'preliminary',
      },
    ),
    step(economist, 'check', '2026-04-10 10:10', refusal('own-figure')),
    byOther(
      step(economist, 'check', '2026-04-13 09:00', { state: 'consult', due: { consultation: '2026-04-15 24:00' } }),
    ),
    byOther(step(economist, 'release', '2026-04-14 15:00', 'internal', destination)),
    step(economist, 'publish', '2026-04-14 16:00', refusal('not-released')),
    step(economist, 'publish', '2026-04-14 16:05', refusal('not-released'), { releasedOn: '2026-04-20' }),
    step(economist, 'publish', '2026-04-20 10:30', 'public', { releasedOn: '2026-04-20' }),
    step(economist, 'revise', '2026-06-18 09:00', 'public', {
      ...destination,
      version: 'final',
      value: 15.6,
      nominalGrowth: 3.8,
      reason: '决算核实。',
    }),
  ],
}

const sent: ExampleDefinition = {
  title: '会商发现口径不符，退回重采；内部数据不公开',
  steps: [
    step(economist, 'collect', '2026-04-01 09:00', 'collect', {
      ...revenue,
      indicator: 'industrial-output',
      indicatorName: '规上工业增加值',
      secrecy: 'internal',
    }),
    step(economist, 'hand', '2026-04-10 10:00', refusal('figure-missing')),
    step(economist, 'hand', '2026-04-10 10:05', 'check', { version: 'preliminary', value: 41, comparableGrowth: 6.2 }),
    byOther(step(economist, 'check', '2026-04-10 11:00', 'consult')),
    step(economist, 'sendBack', '2026-04-13 09:00', 'collect', { reason: '增速用了现价，应为可比价。' }),
    step(economist, 'hand', '2026-04-13 15:00', 'check', { comparableGrowth: 5.4 }),
    byOther(step(economist, 'check', '2026-04-13 16:00', 'consult')),
    step(economist, 'release', '2026-04-14 09:00', 'internal', {
      growthSeries: 'i:lantai:industrial-output:growth',
    }),
    step(economist, 'publish', '2026-04-20 10:00', refusal('secret'), { releasedOn: '2026-04-17' }),
    step(economist, 'amend', '2026-04-20 11:00', 'internal', {
      secrecy: 'public',
      reason: '统计部门已发布，可以公开。',
    }),
    step(economist, 'revise', '2026-05-06 09:00', 'internal', { version: 'final', value: 41.3, comparableGrowth: 5.5 }),
  ],
}

/** Worked examples of monthly figures. */
export const economyExamples: readonly ExampleDefinition[] = [course, sent]
