import type { CounterDefinition, MeasureDefinition } from '@jiannuo/engine'
import {
  all,
  clockIs,
  constant,
  counter,
  defineMeasures,
  equals,
  field,
  gt,
  inState,
  not,
  oneOf,
  present,
  stated,
  truthField,
} from '@jiannuo/engine'
import { count as countIn, of, rate as rateOf, stock as stockIn } from '../commitments/measure-parts.ts'
import { isTrue, redone, sentB } from './proposals.parts.ts'
import { proposals } from './proposals.loop.ts'
import { sources } from './proposals.sources.ts'

const filed = all(present(field('filedAt')), not(inState('withdrawn')))
const replied = present(field('repliedAt'))
const ofKind = (title: string, kind: string): CounterDefinition => ({
  title,
  when: all(filed, equals(field('kind'), constant(kind))),
  period: field('filedAt'),
})
const ofClass = (code: string): CounterDefinition => ({
  title: `${code}类件数`,
  when: all(replied, equals(field('sentClass'), constant(code))),
  period: field('classAt'),
})
const rating = (title: string, satisfaction: string): CounterDefinition => ({
  title,
  when: all(stated('citizen'), equals(truthField('citizen', 'satisfaction'), constant(satisfaction))),
  period: field('ratedAt'),
})
const owed = ['dispatched', 'returning', 'handling', 'signing', 'vetting'] as const

const course: Readonly<Record<string, CounterDefinition>> = {
  filed: { title: '立案件数', when: filed, period: field('filedAt') },
  motions: ofKind('人大议案件数', 'motion'),
  suggestions: ofKind('代表建议件数', 'suggestion'),
  resolutions: ofKind('政协建议案件数', 'resolution'),
  proposals: ofKind('政协提案件数', 'proposal'),
  keys: { title: '重点督办件数', when: all(filed, isTrue('key')), period: field('filedAt') },
  dispatched: {
    title: '交办件数',
    when: all(present(field('dispatchedAt')), filed),
    period: field('dispatchedAt'),
  },
  returned: {
    title: '退办件数',
    when: present(field('returnedBy')),
    period: field('returnedAt'),
    unit: field('returnedBy'),
  },
  // Of those given out in a month how many have been answered by now: numerator and base are the same ones.
  repliedOfDispatched: { title: '已答复件数（按交办月份）', when: all(replied, filed), period: field('dispatchedAt') },
  replied: { title: '答复件数', when: replied, period: field('repliedAt') },
  repliedInTime: {
    title: '按时答复件数',
    when: all(replied, not(present(field('overdueAt')))),
    period: field('repliedAt'),
  },
  overdue: { title: '答复超期件数', when: all(present(field('overdueAt')), filed), period: field('overdueAt') },
  met: { title: '面商件数', when: all(replied, present(field('metAt'))), period: field('repliedAt') },
  contactedInTime: {
    title: '按时联系件数',
    when: all(replied, clockIs('contact', 'inTime')),
    period: field('repliedAt'),
  },
  redone: { title: '重办件数', when: redone, period: field('redoneAt') },
  redoRounds: {
    title: '重办次数',
    when: gt(counter('redo'), constant(0)),
    amount: counter('redo'),
    period: field('redoneAt'),
  },
}

const results: Readonly<Record<string, CounterDefinition>> = {
  classA: ofClass('A'),
  classB: ofClass('B'),
  classC: ofClass('C'),
  classD: ofClass('D'),
  classed: { title: '已分类答复件数', when: all(replied, present(field('sentClass'))), period: field('classAt') },
  // In the year in which it was kept, though the answer is of a year before and stays B there.
  turned: { title: 'B类转A类件数', when: present(field('turnedAt')), period: field('turnedAt') },
  turnedOfB: {
    title: '已转A类的B类件数（按答复月份）',
    when: all(sentB, present(field('turnedAt'))),
    period: field('classAt'),
  },
  givenUp: { title: 'B类转C类件数', when: present(field('givenUpAt')), period: field('givenUpAt') },
  promiseLate: { title: '承诺超期件数', when: present(field('promiseLateAt')), period: field('promiseLateAt') },
  rated: { title: '已评价件数', when: stated('citizen'), period: field('ratedAt') },
  satisfied: rating('满意件数', 'satisfied'),
  basic: rating('基本满意件数', 'basic'),
  dissatisfied: rating('不满意件数', 'dissatisfied'),
  unrated: { title: '催请后未评价件数', when: isTrue('unrated'), period: field('classAt') },
  published: {
    title: '公开答复件数',
    when: all(replied, present(field('publishedAt'))),
    period: field('classAt'),
  },
  publishable: {
    title: '应公开答复件数',
    when: all(replied, oneOf(field('disclosure'), 'full', 'summary')),
    period: field('classAt'),
  },
}

const stocks: Readonly<Record<string, CounterDefinition>> = {
  open: { title: '在办件数', when: inState(...owed, 'redo') },
  openOverdue: { title: '超期未答复件数', when: all(present(field('overdueAt')), inState(...owed), not(replied)) },
  tracking: { title: '承诺跟踪件数', when: inState('tracking', 'verifying') },
  trackingLate: {
    title: '承诺超期未兑现件数',
    when: all(present(field('promiseLateAt')), inState('tracking', 'verifying')),
  },
}

const count = countIn('件')
const stock = (id: string, title: string, says: string): MeasureDefinition => ({
  ...stockIn('件')(id, title, says),
  direction: 'down',
})

const counts: readonly MeasureDefinition[] = [
  count('filed', '立案件数', '立案而未撤回的，按立案月份计；分类型见类型。'),
  count('motions', '人大议案', '立案的人大议案，按立案月份计。'),
  count('suggestions', '代表建议', '立案的代表建议，按立案月份计。'),
  count('resolutions', '政协建议案', '立案的政协建议案，按立案月份计。'),
  count('proposals', '政协提案', '立案的政协提案，按立案月份计。'),
  count('keys', '重点督办件', '列为重点督办的，按立案月份计。'),
  count('replied', '答复件数', '审核通过发出答复的，按首次答复月份计。'),
  count('classA', 'A类', '按最近一次答复的分类和月份计；重办改变分类的按新分类。'),
  count('classB', 'B类', '同上；以后转为A类的，在答复当年仍是B类。'),
  count('classC', 'C类', '同上。'),
  count('classD', 'D类', '同上。'),
  count('turned', 'B类转A类', '核实兑现的B类，按转类的月份计，不论答复在哪一年。'),
  count('givenUp', 'B类转C类', '经批准不能兑现的，按批准的月份计。'),
  count('redone', '重办件数', '重办过的，按首次重办的月份计。'),
  count('redoRounds', '重办次数', '重办的次数，计在首次重办的月份。'),
  count('returned', '退办件数', '同意退办的，计在退办单位和最近一次退办的月份。'),
  count('unrated', '催请后未评价', '催请后过期未评价的，按答复月份计，不进满意率。'),
  count('promiseLate', '承诺超期', '承诺期限已过而未转类的，按到期月份计。'),
  stock('open', '在办', '已交办未答复和重办中的，此刻。'),
  stock('openOverdue', '超期未答复', '答复时限已过而未答复的，此刻。'),
  stock('tracking', '承诺跟踪中', 'B类答复后尚未转类的，此刻，含以前年度。'),
  stock('trackingLate', '承诺超期未兑现', '承诺期限已过仍在跟踪的，此刻。'),
]

const rate: typeof rateOf = (...parts) => ({ ...rateOf(...parts), source: sources.counting })

const rates: readonly MeasureDefinition[] = [
  rate('replyRate', '办复率', of('repliedOfDispatched'), of('dispatched'), '某月交办的件中至今已答复的÷该月交办的件。'),
  rate(
    'onTimeRate',
    '按时办复率',
    of('repliedInTime'),
    { plus: [of('repliedInTime'), of('overdue')] },
    '期限内答复件数÷（期限内答复件数＋期限届满而未答复件数）：分母是应办复数。',
  ),
  rate('meetRate', '面商率', of('met'), of('replied'), '面商过的件数÷答复件数；电话、书面沟通不算面商。'),
  rate('contactRate', '按时联系率', of('contactedInTime'), of('replied'), '在首次联系时限内联系的件数÷答复件数。'),
  {
    ...rate(
      'satisfactionRate',
      '满意率（含基本满意）',
      { plus: [of('satisfied'), of('basic')] },
      of('rated'),
      '（满意＋基本满意）件数÷已评价件数；重办后以新的评价为准，催请后未评价的不在分母里。',
    ),
    source: `${sources.chongqing}；${sources.counting}`,
  },
  rate('fullSatisfactionRate', '满意率（不含基本满意）', of('satisfied'), of('rated'), '满意件数÷已评价件数。'),
  rate('classARate', 'A类率', of('classA'), of('classed'), 'A类件数÷已分类答复件数，按答复月份；以后转A的不算入。'),
  rate('keptRate', '承诺兑现率', of('turnedOfB'), of('classB'), '某月答复的B类中至今已转A类的÷该月答复的B类。'),
  { ...rate('redoRate', '重办率', of('redone'), of('replied'), '重办件数÷答复件数。'), direction: 'down' },
  rate('publishRate', '答复公开率', of('published'), of('publishable'), '已公开的÷定为公开或摘要公开的答复件数。'),
]

/** Counters and measures of S14; a rate shows its numerator and its base. */
export const proposalMeasures = defineMeasures(
  { machine: proposals.id, counters: { ...course, ...results, ...stocks }, measures: [...counts, ...rates] },
  proposals,
)
