import type { CounterDefinition, MeasureDefinition } from '@jiannuo/engine'
import {
  all,
  always,
  any,
  constant,
  defineMeasures,
  equals,
  fact,
  field,
  firstOf,
  inState,
  minus,
  not,
  oneOf,
  over,
  present,
} from '@jiannuo/engine'
import { count, of, rate, stock } from '../commitments/measure-parts.ts'
import { levyDisputes } from './disputes.loop.ts'
import { disputeSources as sources } from './disputes.sources.ts'

const DAY = constant(86_400_000)
const agreed = present(field('agreedAt'))
// An agreement that the court did not confirm is none any more.
const failed = all(present(field('failedAt')), not(agreed))
const agreedAt = { period: field('agreedAt') } as const
const failedAt = { period: field('failedAt') } as const
const decidedAt = firstOf(field('agreedAt'), field('failedAt'))
const performed = present(field('performedAt'))

const counters: Readonly<Record<string, CounterDefinition>> = {
  registered: { title: '登记数', when: always, period: fact('openedAt') },
  accepted: { title: '受理数', when: present(field('acceptedAt')), period: field('acceptedAt') },
  agreed: { title: '达成协议数', when: agreed, ...agreedAt },
  failed: { title: '未达成数', when: failed, ...failedAt },
  confirmed: { title: '司法确认数', when: present(field('confirmedAt')), period: field('confirmedAt') },
  days: {
    title: '调解天数合计',
    when: any(agreed, failed),
    amount: over(minus(decidedAt, field('acceptedAt')), DAY),
    period: decidedAt,
  },
  agreedAmount: { title: '协议金额合计', when: agreed, amount: field('agreedAmount'), ...agreedAt },
  paid: { title: '已履行金额合计', when: agreed, amount: field('paid'), ...agreedAt },
  performed: { title: '履行完毕数', when: all(agreed, performed), ...agreedAt },
  performedInTime: { title: '按期履行数', when: all(agreed, performed, not(present(field('overdueAt')))), ...agreedAt },
  breached: { title: '未履行数', when: inState('breached'), ...agreedAt },
  lawsuit: { title: '转诉讼数', when: equals(field('route'), constant('lawsuit')), period: fact('closedAt') },
  arbitration: { title: '转仲裁数', when: equals(field('route'), constant('arbitration')), period: fact('closedAt') },
  audit: { title: '转稽核检查数', when: equals(field('route'), constant('audit')), period: fact('closedAt') },
  ended: {
    title: '终结数',
    when: inState('closed', 'routed', 'breached'),
    period: fact('closedAt'),
  },
  closed: { title: '结案数', when: inState('closed'), period: fact('closedAt') },
  open: {
    title: '在办数',
    when: not(oneOf(fact('state'), 'closed', 'routed', 'breached', 'refused', 'transferred', 'withdrawn')),
  },
  owing: {
    title: '逾期未履行数',
    when: all(present(field('overdueAt')), inState('agreed', 'confirming', 'performing')),
  },
}

const matter = count('件')
const money = count('元')
const concluded = { plus: [of('agreed'), of('failed')] } as const
const down = (measure: MeasureDefinition): MeasureDefinition => ({ ...measure, direction: 'down' })

const measures: readonly MeasureDefinition[] = [
  matter('registered', '登记数', '登记的征收争议，按登记月份计。'),
  matter('accepted', '受理数', '受理的争议，按受理月份计。'),
  matter('agreed', '达成协议数', '达成协议的争议，按达成的月份计；法院不予确认的不计。'),
  matter('confirmed', '司法确认数', '经法院确认的协议，按裁定登记的月份计。'),
  matter('closed', '结案数', '履行完毕并回访双方后结案的争议，按结案月份计。'),
  matter('arbitration', '转仲裁数', '引导仲裁的争议，按终结月份计。'),
  matter('audit', '转稽核检查数', '引导稽核或税务检查的争议，按终结月份计。'),
  money('agreedAmount', '协议金额', '协议金额合计，按达成的月份计。'),
  money('paid', '已履行金额', '协议已履行的金额合计，按协议达成的月份计。'),
  down(stock('件')('open', '在办数', '此刻没有终结的争议。')),
  down(stock('件')('owing', '逾期未履行数', '此刻履行期限已过而未履行完毕的协议。')),
  rate(
    'successRate',
    '调解成功率',
    of('agreed'),
    concluded,
    '达成协议件数÷（达成协议件数＋未达成件数）；撤回、移送、不予受理的不在分母里。',
  ),
  rate(
    'performRate',
    '履行率',
    of('performed'),
    of('agreed'),
    '履行完毕件数÷达成协议件数，按协议达成的月份计，后来的履行不改变分母。',
  ),
  rate('performInTimeRate', '按期履行率', of('performedInTime'), of('agreed'), '按期履行完毕件数÷达成协议件数。'),
  rate('paidRate', '履行金额率', of('paid'), of('agreedAmount'), '已履行金额÷协议金额。'),
  {
    ...down(
      rate(
        'meanDays',
        '平均调解天数（自然日）',
        of('days'),
        concluded,
        '受理到达成或终止调解的自然日合计÷两者件数，由合计重算。',
      ),
    ),
    unit: '天',
    source: sources.shenzhen(25),
  },
  down(
    rate(
      'lawsuitRate',
      '转诉率',
      of('lawsuit'),
      of('ended'),
      '转诉讼件数÷终结件数（结案、引导法定途径、未履行转出）。',
    ),
  ),
]

/** Counters and measures of levy disputes (systems.md S08). */
export const disputeMeasures = defineMeasures({ machine: levyDisputes.id, counters, measures }, levyDisputes)
