import type { Condition, CounterDefinition, MeasureDefinition } from '@jiannuo/engine'
import {
  all,
  always,
  any,
  clockIs,
  constant,
  counter,
  covers,
  defineMeasures,
  equals,
  fact,
  field,
  gt,
  inState,
  not,
  present,
} from '@jiannuo/engine'
import { commitments } from './commitments.loop.ts'
import { underWay } from './commitments.states.ts'
import { count, of, rate, stock } from './measure-parts.ts'
import { ledgerSources as sources } from './sources.ts'

const binding = inState(...underWay)
const shows = (light: string): Condition => all(binding, equals(field('light'), constant(light)))

/** Evidence is complete when every target number has its row, and there is one at all: a task that is only told in words has none. */
const evidenced = all(present(field('proof')), covers(field('proof'), field('numbers'), 'item'))

/** What was given up with approval or has gone into another task fell due for nobody. */
const owed = not(inState('merged', 'cancelled'))

// A commitment counts in the month in which it was opened, so that later months do not change the base of a rate.
const opened = { period: fact('openedAt') } as const

const flow: Readonly<Record<string, CounterDefinition>> = {
  total: { title: '承诺总数', when: always, ...opened },
  issued: { title: '已下达数', when: present(field('issuedAt')), period: field('issuedAt') },
  struckOff: { title: '已销号数', when: inState('struckOff'), period: field('struckAt') },
  struckInTime: {
    title: '按期销号数',
    when: all(inState('struckOff'), clockIs('delivery', 'inTime'), not(present(field('overdueAt')))),
    period: field('struckAt'),
  },
  // In the month in which the promised day passed, whether it has been struck off since or not.
  missed: { title: '到期未销号数', when: all(present(field('overdueAt')), owed), period: field('overdueAt') },
  adjustedOf: { title: '其中批准调整过的', when: gt(counter('adjusted'), constant(0)), ...opened },
  adjusted: {
    title: '批准调整的任务数',
    when: gt(counter('adjusted'), constant(0)),
    period: field('adjustedAt'),
  },
  adjustments: {
    title: '批准调整次数',
    when: gt(counter('adjusted'), constant(0)),
    amount: counter('adjusted'),
    period: field('adjustedAt'),
  },
  applied: { title: '申请销号数', when: present(field('appliedAt')), period: field('appliedAt') },
  evidenced: {
    title: '佐证齐全的申请销号数',
    when: all(present(field('appliedAt')), evidenced),
    period: field('appliedAt'),
  },
  merged: { title: '被并入数', when: inState('merged'), period: fact('closedAt') },
  cancelled: { title: '取消数', when: inState('cancelled'), period: fact('closedAt') },
  carried: { title: '跨年结转数', when: inState('carried'), period: fact('closedAt') },
  unmet: { title: '年终未完成数', when: inState('unmet'), period: fact('closedAt') },
}

const standing: Readonly<Record<string, CounterDefinition>> = {
  open: { title: '在办任务', when: binding },
  red: { title: '红灯', when: shows('red') },
  yellow: { title: '黄灯', when: shows('yellow') },
  green: { title: '绿灯', when: shows('green') },
  silent: { title: '静默', when: shows('silent') },
  unjudged: { title: '未到评价', when: any(shows('none'), all(binding, not(present(field('light'))))) },
  everRed: { title: '曾亮红灯的在办任务', when: all(binding, equals(field('hadRed'), constant(true))) },
  unexplained: { title: '红灯说明逾期', when: all(binding, clockIs('explain', 'overdue')) },
  openOverdue: { title: '逾期未完成', when: all(binding, present(field('overdueAt'))) },
}

const tasks = count('项')
const now = stock('项')

const counts: readonly MeasureDefinition[] = [
  tasks('total', '承诺总数', '列入台账的任务，按列入的月份和现牵头单位计，取消和并入的也在内。'),
  tasks('issued', '已下达', '下达的任务，按下达的月份计。'),
  tasks('struckOff', '已销号', '已销号的任务，按销号的月份计；撤销销号的不计。'),
  tasks('adjusted', '调整数', '批准调整过的任务，按首次批准的月份计，一项任务计一次。'),
  tasks('adjustments', '调整次数', '批准调整的次数，计在该任务首次批准的月份。'),
  tasks('merged', '被并入', '并入其他任务的，按并入的月份计。'),
  tasks('cancelled', '取消', '经批准取消的，按批准的月份计。'),
  tasks('carried', '跨年结转', '结转下年的，按结转的月份计。'),
  tasks('unmet', '年终未完成', '年终认定未完成的，按认定的月份计。'),
]

const stocks: readonly MeasureDefinition[] = [
  now('open', '在办任务', '此刻已下达、推进中、申请销号和复核中的任务。'),
  { ...now('red', '红灯', '此刻亮红灯的在办任务。'), direction: 'down' },
  { ...now('yellow', '黄灯', '此刻亮黄灯的在办任务。'), direction: 'down' },
  { ...now('green', '绿灯', '此刻亮绿灯的在办任务。'), direction: 'up' },
  { ...now('silent', '静默', '此刻应报未报、不能评价的在办任务。'), direction: 'down' },
  now('unjudged', '未到评价', '此刻未到评价时间或没有可评价内容的在办任务。'),
  now('everRed', '曾亮红灯', '此刻在办任务中曾经亮过红灯的。'),
  { ...now('unexplained', '红灯说明逾期', '此刻红灯说明时限已过而没有说明的任务。'), direction: 'down' },
  { ...now('openOverdue', '逾期未完成', '此刻完成时限已过而没有销号的在办任务。'), direction: 'down' },
]

const rates: readonly MeasureDefinition[] = [
  rate(
    'onTimeRate',
    '按期销号率',
    of('struckInTime'),
    { plus: [of('struckInTime'), of('missed')] },
    '按期销号数÷（按期销号数＋到期未销号数）：分母是到期应销号的任务，不是承诺总数。以销号日为准，按批准调整后的完成时限算，取消、并入和没有完成时限的不计。',
  ),
  {
    ...rate(
      'adjustmentRate',
      '调整率',
      of('adjustedOf'),
      of('total'),
      '同期列入台账的任务中批准调整过的÷同期列入台账的任务。',
    ),
    direction: 'down',
  },
  {
    ...rate(
      'evidenceRate',
      '佐证齐全率',
      of('evidenced'),
      of('applied'),
      '申请销号的任务中每个目标数都有佐证、且至少有一条佐证的÷申请销号的任务；只有文字说明的算不齐全。',
    ),
    source: `${sources.counting}；销号须每个目标数都有佐证`,
  },
]

/** Counters and measures of the ledger (systems.md S01): lights and open tasks as they stand, everything else by month. */
export const commitmentMeasures = defineMeasures(
  {
    machine: commitments.id,
    counters: { ...flow, ...standing },
    measures: [...counts, ...stocks, ...rates],
  },
  commitments,
)
