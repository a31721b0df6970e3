import type { Condition, CounterDefinition, Formula, MeasureDefinition } from '@jiannuo/engine'
import {
  all,
  always,
  any,
  clockIs,
  constant,
  counter,
  equals,
  fact,
  field,
  gt,
  inState,
  not,
  present,
  requestIs,
  setting,
  stated,
  truthField,
} from '@jiannuo/engine'
import { defineMeasures } from '@jiannuo/engine'
import { hotline } from './hotline.loop.ts'
import { sources } from './hotline.sources.ts'

const citizenSays = (id: string, value: boolean | string): Condition =>
  all(stated('citizen'), equals(truthField('citizen', id), constant(value)))

const answered = { period: field('answeredAt') } as const
const atUnit = ['dispatched', 'returned', 'arbitration', 'handling', 'shelved', 'review', 'callBack', 'redo'] as const
const owed = ['dispatched', 'returned', 'arbitration', 'handling', 'review'] as const

const flow: Readonly<Record<string, CounterDefinition>> = {
  received: { title: '受理数', when: always, period: fact('openedAt'), unit: 'area' },
  repeated: { title: '重复诉求数', when: present(field('repeatOf')), period: fact('openedAt'), unit: 'area' },
  dispatched: { title: '派单数', when: present(field('dispatchedAt')), period: field('dispatchedAt') },
  signedInTime: {
    title: '按时签收数',
    when: all(present(field('dispatchedAt')), clockIs('signIn', 'inTime')),
    period: field('dispatchedAt'),
  },
  returned: {
    title: '退单数',
    when: present(field('returnedBy')),
    period: field('returnedAt'),
    unit: field('returnedBy'),
  },
  // The unit that gave the order back was sent it too, though another leads it now.
  returnedAway: {
    title: '退给他单位的派单数',
    when: all(present(field('returnedBy')), not(equals(field('returnedBy'), fact('lead')))),
    period: field('returnedAt'),
    unit: field('returnedBy'),
  },
  finishedInTime: {
    title: '按时办结数',
    when: all(present(field('approvedAt')), clockIs('handling', 'inTime')),
    period: field('approvedAt'),
  },
  // Counted in the month in which the time ran out, whether it has been finished since or not.
  overdue: { title: '超期数', when: present(field('overdueAt')), period: field('overdueAt') },
  finished: { title: '办结数', when: present(field('approvedAt')), period: field('approvedAt') },
  redone: { title: '重办工单数', when: gt(counter('redo'), constant(0)), period: field('redoneAt') },
  redoRounds: {
    title: '重办次数',
    when: gt(counter('redo'), constant(0)),
    amount: counter('redo'),
    period: field('redoneAt'),
  },
  excluded: { title: '剔除数', when: requestIs('exclusion', 'granted'), period: field('excludedAt') },
  answered: {
    title: '直接答复数',
    when: inState('answered'),
    period: fact('closedAt'),
    unit: 'area',
  },
  terminated: { title: '终止数', when: inState('terminated'), period: fact('closedAt') },
}

const truths: Readonly<Record<string, CounterDefinition>> = {
  calledBack: { title: '有效回访数', when: stated('citizen'), ...answered },
  unreached: { title: '未接通归档数', when: equals(field('unreached'), constant(true)), period: fact('closedAt') },
  responded: { title: '已联系数', when: citizenSays('contacted', true), ...answered },
  solved: { title: '已解决数', when: citizenSays('solved', true), ...answered },
  satisfied: { title: '满意数', when: citizenSays('satisfaction', 'satisfied'), ...answered },
  basic: { title: '基本满意数', when: citizenSays('satisfaction', 'basic'), ...answered },
  // Where the unit says solved and the caller does not: the first thing to look into.
  contradicted: {
    title: '承办称解决而诉求人称未解决数',
    when: all(citizenSays('solved', false), equals(truthField('handler', 'solved'), constant(true))),
    ...answered,
  },
}

const stocks: Readonly<Record<string, CounterDefinition>> = {
  open: { title: '在办数', when: inState(...atUnit) },
  openOverdue: { title: '在办超期数', when: all(present(field('overdueAt')), inState(...owed)) },
  shelved: { title: '挂账数', when: inState('shelved') },
  redoing: {
    title: '重办在办数',
    when: any(inState('redo'), all(inState('review'), gt(counter('redo'), constant(0)))),
  },
}

const of = (id: string): Formula => ({ counter: id })
const value = (id: string): Formula => ({ value: setting(id) })
const measure = (id: string): Formula => ({ measure: id })

/** Orders with a valid call-back, and those never reached as far as the district lets them count. */
const base: Formula = { plus: [of('calledBack'), { times: [value('unreachedInBase'), of('unreached')] }] }

type Partly = Omit<MeasureDefinition, 'unit' | 'additivity' | 'decimals'>

const count = (id: string, title: string, says: string): MeasureDefinition => ({
  id,
  title,
  unit: '件',
  additivity: 'additive',
  direction: 'none',
  formula: of(id),
  decimals: 0,
  says,
  source: sources.proposal,
})

const stock = (id: string, title: string, says: string): MeasureDefinition => ({
  ...count(id, title, says),
  additivity: 'stock',
  direction: 'down',
})

const rate = (part: Partly): MeasureDefinition => ({ unit: '%', additivity: 'recomputed', decimals: 1, ...part })

const counts: readonly MeasureDefinition[] = [
  count('received', '受理数', '登记的全部诉求，按受理月份和事发地计。'),
  count('dispatched', '派单数', '派出的工单，按最近一次派单的月份和主办单位计。'),
  count('finished', '办结数', '单位审核通过的工单，按审核通过的月份计。'),
  count('answered', '直接答复数', '受理时直接答复的咨询、建议、表扬，按答复的月份和事发地计。'),
  count('terminated', '终止数', '经批准终止的工单，按终止的月份计。'),
  count('contradicted', '陈述不一致数', '承办单位称已解决而诉求人称未解决的工单，按评价月份计。'),
  stock('open', '在办数', '已派出而未归档的工单，此刻。'),
  stock('openOverdue', '在办超期数', '办理时限已过而未办结的工单，此刻。'),
  stock('shelved', '挂账数', '挂账的工单，此刻。'),
  stock('redoing', '重办在办数', '重办中的工单，此刻。'),
]

const threeRates: readonly MeasureDefinition[] = [
  rate({
    id: 'responseRate',
    title: '响应率',
    direction: 'up',
    formula: { ratio: [of('responded'), base] },
    says: '诉求人称已联系的件数÷有效回访件数。',
    source: `${sources.beijing(32)}；${sources.code}`,
  }),
  rate({
    id: 'solveRate',
    title: '解决率',
    direction: 'up',
    formula: { ratio: [of('solved'), base] },
    says: '诉求人称已解决的件数÷有效回访件数。',
    source: `${sources.beijing(32)}；${sources.code}`,
  }),
  rate({
    id: 'satisfactionRate',
    title: '满意率',
    direction: 'up',
    formula: { ratio: [{ plus: [of('satisfied'), { times: [value('basicWeight'), of('basic')] }] }, base] },
    says: '（满意件数＋折算系数×基本满意件数）÷有效回访件数，折算系数见设置。',
    source: `${sources.beijing(32)}；${sources.code}`,
  }),
  {
    id: 'score',
    title: '三率综合分',
    unit: '分',
    additivity: 'recomputed',
    direction: 'up',
    // Full marks are 100: the rates are shares, and are multiplied by 100 here and nowhere else.
    formula: {
      times: [
        { value: constant(100) },
        {
          plus: [
            { times: [value('respondedWeight'), measure('responseRate')] },
            { times: [value('satisfiedWeight'), measure('satisfactionRate')] },
            { times: [value('solvedWeight'), measure('solveRate')] },
          ],
        },
      ],
    },
    decimals: 2,
    says: '100×（响应率×权重＋满意率×权重＋解决率×权重），权重见设置。',
    source: sources.code,
  },
]

const otherRates: readonly MeasureDefinition[] = [
  rate({
    id: 'onTimeRate',
    title: '按时办结率',
    direction: 'up',
    formula: { ratio: [of('finishedInTime'), { plus: [of('finishedInTime'), of('overdue')] }] },
    says: '期限内办结件数÷（期限内办结件数＋期限届满而未办结件数）：分母是应办结数，不是受理数。',
    source: sources.proposal,
  }),
  rate({
    id: 'signInRate',
    title: '签收及时率',
    direction: 'up',
    formula: { ratio: [of('signedInTime'), of('dispatched')] },
    says: '签收时限内签收件数÷派单件数。',
    source: `${sources.qinglong}；${sources.proposal}`,
  }),
  rate({
    id: 'returnRate',
    title: '退单率',
    direction: 'down',
    formula: { ratio: [of('returned'), { plus: [of('dispatched'), of('returnedAway')] }] },
    says: '退单件数÷派单件数，退给他单位的也算在原单位的派单数里。',
    source: sources.proposal,
  }),
  rate({
    id: 'redoRate',
    title: '重办率',
    direction: 'down',
    formula: { ratio: [of('redone'), of('finished')] },
    says: '重办过的工单件数÷办结件数。',
    source: sources.proposal,
  }),
  rate({
    id: 'repeatRate',
    title: '重复诉求率',
    direction: 'down',
    formula: { ratio: [of('repeated'), of('received')] },
    says: '登记为重复诉求的件数÷受理件数，按事发地计。',
    source: sources.proposal,
  }),
  rate({
    id: 'exclusionRate',
    title: '剔除率',
    direction: 'none',
    formula: { ratio: [of('excluded'), of('finished')] },
    says: '批准剔除件数÷办结件数，只看原始口径。',
    source: sources.proposal,
  }),
  {
    id: 'perTenThousand',
    title: '万人诉求量',
    unit: '件/万人',
    additivity: 'recomputed',
    direction: 'none',
    formula: { ratio: [of('received'), value('population')] },
    decimals: 1,
    says: '全区受理件数÷全区常住人口（万人）。',
    source: sources.proposal,
  },
]

/** Counters and measures of the hotline loop (domain.md 2.5); every rate comes with its numerator and its base. */
export const hotlineMeasures = defineMeasures(
  {
    machine: hotline.id,
    counters: { ...flow, ...truths, ...stocks },
    measures: [...counts, ...threeRates, ...otherRates],
  },
  hotline,
)
