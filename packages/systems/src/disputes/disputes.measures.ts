import type { Condition, CounterDefinition, MeasureDefinition } from '@jiannuo/engine'
import {
  all,
  any,
  constant,
  counter,
  defineMeasures,
  equals,
  fact,
  field,
  gt,
  inState,
  minus,
  not,
  over,
  present,
} from '@jiannuo/engine'
import { count, of, rate, stock } from '../commitments/measure-parts.ts'
import { disputes } from './disputes.loop.ts'
import { disputeSources as sources } from './disputes.sources.ts'
import { underWay } from './disputes.states.ts'

const MS_PER_DAY = 86_400_000

const isHard = equals(field('hard'), constant(true))
const settled = inState('archived')
const hard = (...also: readonly Condition[]): Condition => all(isHard, ...also)

const opened = { period: fact('openedAt'), unit: 'area' } as const
const whenSettled = { period: field('settledAt') } as const

const flow: Readonly<Record<string, CounterDefinition>> = {
  registered: { title: '登记纠纷数', when: not(inState('withdrawn')), ...opened },
  // Of those registered then, what has come of them since.
  resolved: { title: '其中已化解数', when: settled, ...opened },
  people: { title: '涉及人数', when: not(inState('withdrawn')), amount: field('people'), ...opened },
  accepted: { title: '受理数', when: present(field('acceptedAt')), period: field('acceptedAt') },
  acceptedInTime: {
    title: '按期受理数',
    when: all(present(field('acceptedAt')), not(equals(field('acceptLate'), constant(true)))),
    period: field('acceptedAt'),
  },
  agreed: { title: '达成协议数', when: present(field('agreedAt')), period: field('agreedAt') },
  failed: { title: '调解不成数', when: present(field('failedAt')), period: field('failedAt') },
  confirmed: { title: '司法确认数', when: present(field('confirmedAt')), period: field('confirmedAt') },
  settled: { title: '化解归档数', when: settled, ...whenSettled },
  settledHard: { title: '重大复杂疑难化解数', when: hard(settled), ...whenSettled },
  settledDays: {
    title: '化解总天数',
    when: settled,
    amount: over(minus(field('settledAt'), fact('openedAt')), constant(MS_PER_DAY)),
    ...whenSettled,
  },
  agreedSum: {
    title: '协议金额',
    when: present(field('agreedAt')),
    amount: field('agreedAmount'),
    period: field('agreedAt'),
  },
  routed: { title: '导入法定途径数', when: inState('routed'), period: fact('closedAt') },
  overdue: { title: '调解超期数', when: present(field('overdueAt')), period: field('overdueAt') },
  kept: { title: '包保纠纷数', when: present(field('keptAt')), period: field('keptAt') },
  relapsed: { title: '反弹数', when: present(field('relapsedAt')), ...opened },
  criminal: { title: '民转刑数', when: present(field('criminalAt')), period: field('criminalAt'), unit: 'area' },
}

const stocks: Readonly<Record<string, CounterDefinition>> = {
  open: { title: '在办纠纷', when: inState(...underWay) },
  openHard: { title: '在办重大复杂疑难纠纷', when: hard(inState(...underWay)) },
  unkept: {
    title: '未包保的重大复杂疑难纠纷',
    when: hard(inState(...underWay), not(present(field('keeper')))),
    unit: 'area',
  },
  highRisk: {
    title: '红橙等级在办纠纷',
    when: all(inState(...underWay), any(...['red', 'orange'].map((risk) => equals(field('risk'), constant(risk))))),
    unit: 'area',
  },
  openOverdue: { title: '调解超期在办', when: all(inState('mediating', 'conferring'), present(field('overdueAt'))) },
  again: { title: '反弹后在办', when: all(inState(...underWay), gt(counter('relapsed'), constant(0))) },
}

const piece = count('件')
const fewer = (measure: MeasureDefinition): MeasureDefinition => ({ ...measure, direction: 'down' })

const flows: readonly MeasureDefinition[] = [
  piece('registered', '登记纠纷数', '登记的纠纷，按登记的月份和所在辖区计；撤回的不计。'),
  { ...piece('people', '涉及人数', '登记的纠纷所涉及的人数。'), unit: '人' },
  piece('accepted', '受理数', '受理调解的，按最近一次受理的月份和主调单位计。'),
  piece('agreed', '达成协议数', '达成调解协议的，按达成的月份计；被驳回、未履行或反弹的不再计。'),
  piece('failed', '调解不成数', '调解不成或不履行协议而引导法定途径的，按结束的月份计。'),
  piece('confirmed', '司法确认数', '法院裁定有效的调解协议，按裁定登记的月份计。'),
  piece('settled', '化解归档数', '回访已履行、已平息而归档的，按归档的月份计。'),
  piece('settledHard', '重大复杂疑难化解数', '其中重大复杂疑难纠纷。'),
  { ...piece('agreedSum', '协议金额', '达成协议的金额合计。'), unit: '万元', decimals: 2 },
  piece('routed', '导入法定途径数', '书面告知后导入诉讼、仲裁等途径的，按导入的月份计。'),
  piece('kept', '包保纠纷数', '明确包保领导的，按首次包保的月份计。'),
  fewer(piece('overdue', '调解超期数', '超过调解时限的，按超期的月份计。')),
  fewer(piece('relapsed', '反弹数', '同月登记的纠纷里反弹过的。')),
  fewer(piece('criminal', '民转刑数', '民间纠纷转为刑事案件的，按登记的月份和辖区计。')),
]

const now = stock('件')
const stocksNow: readonly MeasureDefinition[] = [
  fewer(now('open', '在办纠纷', '此刻没有归档的纠纷。')),
  fewer(now('openHard', '在办重大复杂疑难纠纷', '此刻在办的重大复杂疑难纠纷。')),
  fewer(now('unkept', '未包保的重大复杂疑难纠纷', '此刻在办而没有明确包保领导的。')),
  fewer(now('highRisk', '红橙等级在办纠纷', '此刻在办的红、橙等级纠纷，按辖区计。')),
  fewer(now('openOverdue', '调解超期在办', '此刻超过调解时限而没有结果的。')),
  fewer(now('again', '反弹后在办', '此刻因反弹重新办理的。')),
]

const rates: readonly MeasureDefinition[] = [
  rate(
    'resolvedRate',
    '化解率',
    of('resolved'),
    of('registered'),
    '同月登记的纠纷里已化解归档的÷同月登记的。导入法定途径的不算化解。',
  ),
  rate(
    'successRate',
    '调解成功率',
    of('agreed'),
    { plus: [of('agreed'), of('failed')] },
    '达成协议的÷（达成协议的＋调解不成的）。不予受理和撤回的不在分母里。',
  ),
  {
    ...rate('acceptRate', '按期受理率', of('acceptedInTime'), of('accepted'), '按期决定受理的÷受理的。'),
    source: `${sources.shenzhen(45)}；${sources.counting}`,
  },
  fewer(rate('relapseRate', '反弹率', of('relapsed'), of('registered'), '同月登记的纠纷里反弹过的÷同月登记的。')),
  {
    ...fewer(
      rate('averageDays', '平均化解天数', of('settledDays'), of('settled'), '从登记到化解归档的自然日÷化解归档数。'),
    ),
    unit: '天',
  },
]

/** Counters and measures of disputes (systems.md S09). No person is counted, ranked or scored. */
export const disputeSettlementMeasures = defineMeasures(
  { machine: disputes.id, counters: { ...flow, ...stocks }, measures: [...flows, ...stocksNow, ...rates] },
  disputes,
)
