import type { CounterDefinition } from '@jiannuo/engine'
import { all, any, constant, counter, defineMeasures, field, gt, inState, not, present } from '@jiannuo/engine'
import { count, of, rate, stock } from './measure-parts.ts'
import { returns } from './returns.loop.ts'
import { ledgerSources as sources } from './sources.ts'

const late = any(present(field('overdueAt')), gt(field('lateDays'), constant(0)))

const counters: Readonly<Record<string, CounterDefinition>> = {
  submitted: { title: '已报数', when: present(field('submittedAt')), period: field('submittedAt') },
  sentBack: {
    title: '退回次数',
    when: present(field('sentBackAt')),
    amount: counter('sendBack'),
    period: field('sentBackAt'),
  },
  approved: { title: '采用数', when: inState('approved'), period: field('approvedAt') },
  onTime: { title: '按时报送数', when: all(present(field('submittedAt')), not(late)), period: field('submittedAt') },
  submittedLate: { title: '迟报数', when: all(present(field('submittedAt')), late), period: field('submittedAt') },
  // Drafted, run out, and neither submitted nor withdrawn since.
  owing: {
    title: '逾期未报数',
    when: all(inState('draft'), present(field('overdueAt'))),
    period: field('overdueAt'),
  },
  waiting: { title: '待审核数', when: inState('submitted') },
}

const returned = count('份')

/** Counters and measures of returns. How many were owed the machine cannot know: what nobody drafted is no record. */
export const returnMeasures = defineMeasures(
  {
    machine: returns.id,
    counters,
    measures: [
      returned('submitted', '已报', '报送的月报，按首次报送的月份和牵头单位计。'),
      returned('sentBack', '退回', '退回的次数，计在最近一次退回的月份。'),
      returned('approved', '批准采用', '审核采用的月报，按采用的月份计。'),
      { ...stock('份')('waiting', '待审核', '此刻已报送待审核的月报。'), direction: 'down' },
      {
        ...rate(
          'onTimeRate',
          '按时报送率',
          of('onTime'),
          { plus: [of('onTime'), of('submittedLate'), of('owing')] },
          '按时报送的月报÷（已报的月报＋已起草而逾期未报的月报）。没有起草的不在分母里，应报份数由台账按报送节奏另算。',
        ),
        source: `${sources.panjin}；${sources.counting}`,
      },
    ],
  },
  returns,
)
