import type { Condition, CounterDefinition, MeasureDefinition } from '@jiannuo/engine'
import {
  all,
  always,
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
  oneOf,
  over,
  present,
  setting,
  stated,
  truthField,
} from '@jiannuo/engine'
import { count, of, rate, stock } from '../commitments/measure-parts.ts'
import { requestSources as sources } from './requests.sources.ts'
import { enterpriseRequests } from './requests.loop.ts'

type Counters = Readonly<Record<string, CounterDefinition>>

const DAY = constant(86_400_000)
const ratedAt = { period: field('ratedAt') } as const
const approvedAt = { period: field('approvedAt') } as const
const closed = ['archived', 'unmet', 'declined', 'withdrawn'] as const
const inArchive = inState('archived')
const answered = present(field('approvedAt'))

const firmSays = (id: string, value: boolean | string): Condition =>
  all(stated('citizen'), equals(truthField('citizen', id), constant(value)))

const flow: Counters = {
  collected: { title: '收集数', when: always, period: fact('openedAt'), unit: 'area' },
  accepted: { title: '受理数', when: present(field('acceptedAt')), period: field('acceptedAt'), unit: 'area' },
  dropped: {
    title: '不予受理和撤回数',
    when: inState('declined', 'withdrawn'),
    period: fact('closedAt'),
    unit: 'area',
  },
  assigned: { title: '交办数', when: present(field('assignedAt')), period: field('assignedAt') },
  answered: { title: '办结数', when: answered, ...approvedAt },
  // What was answered on the spot has no unit; for the district it is handled all the same.
  answeredHere: { title: '办结数（按企业所在地）', when: answered, ...approvedAt, unit: 'area' },
  inTime: { title: '按时办结数', when: all(answered, not(present(field('overdueAt')))), ...approvedAt },
  overdue: { title: '超期数', when: present(field('overdueAt')), period: field('overdueAt') },
  days: {
    title: '办理天数合计',
    when: answered,
    amount: over(minus(field('approvedAt'), fact('openedAt')), DAY),
    ...approvedAt,
  },
  workdays: {
    title: '办理工作日合计',
    when: present(field('handledDays')),
    amount: field('handledDays'),
    ...approvedAt,
  },
  clocked: { title: '计时办结数', when: present(field('handledDays')), ...approvedAt },
  redone: { title: '重办件数', when: gt(counter('redo'), constant(0)), period: field('redoneAt') },
  open: { title: '在办数', when: not(inState(...closed)) },
  openOverdue: {
    title: '在办超期数',
    when: all(
      present(field('overdueAt')),
      inState('assigned', 'returned', 'handling', 'consulting', 'checking', 'pledging'),
    ),
  },
}

const says: Counters = {
  rated: { title: '企业已评价数', when: stated('citizen'), ...ratedAt },
  satisfied: { title: '满意数', when: firmSays('satisfaction', 'satisfied'), ...ratedAt },
  basic: { title: '基本满意数', when: firmSays('satisfaction', 'basic'), ...ratedAt },
  solved: { title: '企业称已解决数', when: firmSays('solved', true), ...ratedAt },
  contradicted: {
    title: '单位称解决而企业称未解决数',
    when: all(firmSays('solved', false), equals(field('answerKind'), constant('solved'))),
    ...ratedAt,
  },
}

const consultedAt = { period: field('consultedAt') } as const
const shelvedAt = { period: field('shelvedAt') } as const
const promisedAt = { period: field('promisedAt') } as const
const shelvedEver = present(field('shelvedAt'))

const hard: Counters = {
  consulted: { title: '会商件数', when: present(field('consultedAt')), ...consultedAt },
  consultSolved: {
    title: '会商后解决件数',
    when: all(present(field('consultedAt')), any(all(inArchive, firmSays('solved', true)), present(field('keptAt')))),
    ...consultedAt,
  },
  shelved: { title: '挂账件数', when: shelvedEver, ...shelvedAt },
  cleared: { title: '销账件数', when: all(shelvedEver, present(field('clearedAt'))), ...shelvedAt },
  onShelf: { title: '在账件数', when: inState('shelved') },
  reform: { title: '报改革建议数', when: equals(field('reform'), constant(true)), period: fact('openedAt') },
  promised: { title: '承诺件数', when: present(field('promisedAt')), ...promisedAt },
  kept: { title: '兑现件数', when: present(field('keptAt')), ...promisedAt },
  keptInTime: {
    title: '按期兑现件数',
    when: all(present(field('keptAt')), not(present(field('promiseOverdueAt')))),
    ...promisedAt,
  },
  promisesOpen: { title: '在跟踪承诺数', when: inState('promised', 'promiseCheck') },
  byConclusion: { title: '不能解决数', when: all(answered, oneOf(field('answerKind'), 'refused')), ...approvedAt },
}

const matter = count('件')
const now = stock('件')
const down = (measure: MeasureDefinition): MeasureDefinition => ({ ...measure, direction: 'down' })

const counts: readonly MeasureDefinition[] = [
  {
    ...matter('collected', '收集办理企业诉求数', '登记的全部企业诉求，按登记月份和企业所在地计。'),
    direction: 'up',
  },
  matter('accepted', '受理数', '受理的诉求，含现场答复的，按受理月份计。'),
  matter('dropped', '不予受理和撤回数', '不予受理或企业撤回的诉求，不在办结率的分母里。'),
  matter('assigned', '交办数', '交办的诉求，按最近一次交办的月份和主办单位计。'),
  matter('answered', '办结数', '签发答复的诉求，按首次签发的月份和主办单位计。'),
  matter('byConclusion', '不能解决数', '答复为不能解决的诉求。'),
  down(matter('contradicted', '陈述不一致数', '单位称已解决而企业称未解决的诉求。')),
  matter('reform', '报改革建议数', '因政策空白报改革建议的诉求，按登记月份计。'),
  down(now('open', '在办数', '此刻没有归档的诉求，含承诺跟踪。')),
  down(now('openOverdue', '在办超期数', '此刻办理时限已过而没有答复的诉求。')),
  down(now('onShelf', '在账件数', '此刻挂账的诉求。')),
  now('promisesOpen', '在跟踪承诺数', '此刻承诺而未兑现的诉求。'),
]

const rates: readonly MeasureDefinition[] = [
  rate(
    'doneRate',
    '办结率',
    of('answeredHere'),
    { minus: [of('collected'), of('dropped')] },
    '签发答复的件数÷（收集件数－不予受理和撤回件数）；按各自发生的月份计，跨期办结时可以超过100%。',
  ),
  rate(
    'onTimeRate',
    '按时办结率',
    of('inTime'),
    { plus: [of('inTime'), of('overdue')] },
    '时限内答复件数÷（时限内答复件数＋超期件数）。',
  ),
  {
    ...rate(
      'satisfactionRate',
      '满意率',
      { plus: [of('satisfied'), { times: [{ value: setting('basicWeight') }, of('basic')] }] },
      of('rated'),
      '（满意件数＋折算系数×基本满意件数）÷企业已评价件数；没有联系上的不在分母里，折算系数见设置。',
    ),
  },
  rate('solveRate', '解决率', of('solved'), of('rated'), '企业称已解决的件数÷企业已评价件数。'),
  {
    ...rate(
      'meanDays',
      '平均办理天数（自然日）',
      of('days'),
      of('answered'),
      '登记到首次签发答复的自然日合计÷办结件数，由合计重算。',
    ),
    unit: '天',
    direction: 'down',
  },
  {
    ...rate(
      'meanWorkdays',
      '平均办理天数（工作日）',
      of('workdays'),
      of('clocked'),
      '办理时限的时钟到首次签发答复已用的工作日合计÷计时办结件数，挂账暂停的时间不计；当场答复的不计时。',
    ),
    unit: '个工作日',
    direction: 'down',
  },
  rate(
    'consultSolveRate',
    '会商解决率',
    of('consultSolved'),
    of('consulted'),
    '会商后企业认可已解决或承诺已兑现的件数÷会商件数，按首次会商的月份计。',
  ),
  rate('shelfClearRate', '挂账清零率', of('cleared'), of('shelved'), '已销账的件数÷挂过账的件数，按首次挂账的月份计。'),
  {
    ...rate('keptRate', '承诺兑现率', of('kept'), of('promised'), '企业确认已兑现的承诺÷作出的承诺，按承诺的月份计。'),
    source: sources.promises,
  },
  {
    ...rate('keptInTimeRate', '承诺按期兑现率', of('keptInTime'), of('promised'), '按期兑现的承诺÷作出的承诺。'),
    source: sources.promises,
  },
  down(rate('redoRate', '重办率', of('redone'), of('answered'), '重办过的件数÷办结件数。')),
]

/** Counters and measures of firms' requests (systems.md S07); no base is left unsaid. */
export const requestMeasures = defineMeasures(
  { machine: enterpriseRequests.id, counters: { ...flow, ...says, ...hard }, measures: [...counts, ...rates] },
  enterpriseRequests,
)
