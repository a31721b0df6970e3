import type { Condition, CounterDefinition, MeasureDefinition } from '@jiannuo/engine'
import {
  all,
  clockIs,
  constant,
  counter,
  defineMeasures,
  equals,
  field,
  inState,
  minus,
  not,
  over,
  present,
} from '@jiannuo/engine'
import { count as countIn, of, rate as rateOf, stock as stockIn } from '../commitments/measure-parts.ts'
import { parallelPermits } from './permits.loop.ts'
import { sources } from './permits.sources.ts'

const is = (kind: string): Condition => equals(field('kind'), constant(kind))
const has = (kind: string, moment: string): Condition => all(is(kind), present(field(moment)))
const project = (title: string, moment: string, more?: Condition): CounterDefinition => ({
  title,
  when: more === undefined ? has('project', moment) : all(has('project', moment), more),
  period: field(moment),
})
const permit = (title: string, moment: string, more?: Condition): CounterDefinition => ({
  ...project(title, moment),
  when: more === undefined ? has('permit', moment) : all(has('permit', moment), more),
})
const MS_PER_DAY = 86_400_000
const inTime = not(present(field('overdueAt')))

const counters: Readonly<Record<string, CounterDefinition>> = {
  accepted: project('并联受理项目数', 'acceptedAt'),
  uncorrected: project('未补正即受理项目数', 'acceptedAt', equals(counter('askCorrection'), constant(0))),
  permitsAccepted: permit('并联受理事项数', 'acceptedAt'),
  issued: project('多证齐发项目数', 'issuedAt'),
  certificates: permit('齐发证照数', 'issuedAt'),
  issuedInTime: project('按时齐发项目数', 'issuedAt', all(inTime, clockIs('joint', 'inTime'))),
  overdue: project('审批超时项目数', 'overdueAt'),
  passed: permit('审结事项数', 'passedAt'),
  passedInTime: permit('按时审结事项数', 'passedAt', inTime),
  permitsOverdue: permit('超时事项数', 'overdueAt'),
  naturalDays: {
    ...project('受理到齐发的自然日合计', 'issuedAt'),
    amount: over(minus(field('issuedAt'), field('acceptedAt')), constant(MS_PER_DAY)),
  },
  netDays: { ...project('审批用时合计（工作日）', 'issuedAt'), amount: field('netDays') },
  suppliedInTime: project('容缺按期补齐项目数', 'suppliedAt', not(present(field('supplyLateAt')))),
  supplyLate: project('容缺逾期项目数', 'supplyLateAt'),
  open: { title: '在批项目数', when: inState('reviewing', 'suspended', 'gathered') },
  suspended: { title: '挂起项目数', when: inState('suspended') },
}

const count = countIn('件')
const stock = stockIn('件')
const rate: typeof rateOf = (...parts) => ({ ...rateOf(...parts), source: sources.proposal })
const mean = (id: string, title: string, sum: string, unit: string, says: string): MeasureDefinition => ({
  ...rate(id, title, of(sum), of('issued'), says),
  unit,
  direction: 'down',
})

const measures: readonly MeasureDefinition[] = [
  count('accepted', '办件数（项目）', '并联受理的项目，按受理月份和牵头部门计。'),
  count('permitsAccepted', '办件数（事项）', '并联受理的事项，按受理月份和审批部门计。'),
  count('issued', '多证齐发项目数', '各事项同一天发证的项目，按发证月份计。'),
  count('certificates', '齐发证照数', '随项目同日发出的证照，按发证月份和审批部门计。'),
  count('permitsOverdue', '超时事项数', '事项审批时限已过而未审结的，按到期月份计，以后审结的仍计。'),
  stock('open', '在批项目', '已受理未发证的项目，此刻。'),
  { ...stock('suspended', '挂起项目', '有事项未通过而整组挂起的，此刻。'), direction: 'down' },
  mean(
    'meanNatural',
    '平均用时（自然日）',
    'naturalDays',
    '天',
    '齐发项目受理到发证的自然日合计÷齐发项目数，含特别程序。',
  ),
  mean('meanNet', '平均用时（工作日）', 'netDays', '工作日', '齐发项目逐日计的工作日合计÷齐发项目数，不含特别程序。'),
  rate(
    'onTimeRate',
    '按时率（项目）',
    of('issuedInTime'),
    { plus: [of('issuedInTime'), of('overdue')] },
    '期限内齐发的项目÷（期限内齐发的＋期限届满而未发证的）。',
  ),
  rate(
    'permitOnTimeRate',
    '按时率（事项）',
    of('passedInTime'),
    { plus: [of('passedInTime'), of('permitsOverdue')] },
    '期限内审结通过的事项÷（期限内审结的＋期限届满而未审结的）。',
  ),
  rate('firstTimeRate', '一次通过率', of('uncorrected'), of('accepted'), '没有补正即受理的项目÷并联受理的项目。'),
  rate(
    'supplyRate',
    '容缺按期补齐率',
    of('suppliedInTime'),
    { plus: [of('suppliedInTime'), of('supplyLate')] },
    '按期补齐的容缺项目÷（按期补齐的＋期限届满而未补齐的）。',
  ),
]

/** Counters and measures of S15; a mean shows its sum and its number. */
export const parallelPermitMeasures = defineMeasures(
  { machine: parallelPermits.id, counters, measures },
  parallelPermits,
)
