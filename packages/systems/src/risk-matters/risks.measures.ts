import type { CounterDefinition, Expr, MeasureDefinition } from '@jiannuo/engine'
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
  plus,
  present,
} from '@jiannuo/engine'
import { count, of, rate, stock } from '../commitments/measure-parts.ts'
import { riskMatters } from './risks.loop.ts'

const MS_PER_DAY = 86_400_000

const days = (from: Expr, to: Expr): Expr => over(minus(to, from), constant(MS_PER_DAY))
const open = ['found', 'assessed', 'assigned', 'handling', 'reviewing', 'observing'] as const
const unsolved = ['found', 'assessed', 'assigned', 'handling', 'reviewing'] as const
const real = not(inState('merged', 'dismissed'))
const concluded = present(field('concludedAt'))

const opened = { period: fact('openedAt'), unit: 'area' } as const
const whenConcluded = { period: field('concludedAt') } as const

/** How long matters stood in one stage: the days of it, and the matters that have passed it. */
const stage = (id: string, title: string, from: Expr, to: string): Readonly<Record<string, CounterDefinition>> => ({
  [`${id}Days`]: { title: `${title}天数`, when: present(field(to)), amount: days(from, field(to)), period: field(to) },
  [`${id}Passed`]: { title: `经过${title}数`, when: present(field(to)), period: field(to) },
})

const flow: Readonly<Record<string, CounterDefinition>> = {
  found: { title: '发现事项数', when: real, ...opened },
  struckOf: { title: '其中已销号数', when: inState('struckOff'), ...opened },
  relapsedOf: { title: '其中反弹过的', when: all(real, present(field('relapsedAt'))), ...opened },
  assigned: { title: '交办数', when: present(field('assignedAt')), period: field('assignedAt') },
  concluded: { title: '办结数', when: concluded, ...whenConcluded },
  concludedInTime: { title: '按期办结数', when: all(concluded, not(present(field('overdueAt')))), ...whenConcluded },
  owing: { title: '到期未办结数', when: all(not(concluded), present(field('overdueAt'))), period: field('overdueAt') },
  struck: { title: '销号数', when: inState('struckOff'), period: field('struckAt') },
  // Warnings that the machine sends are none of these: only what somebody wrote.
  urged: {
    title: '督办次数',
    when: present(field('urgedAt')),
    amount: plus(counter('remind'), plus(counter('order'), counter('callIn'))),
    period: field('urgedAt'),
  },
  ...stage('assess', '研判', fact('openedAt'), 'assessedAt'),
  ...stage('answer', '首次反馈', field('assignedAt'), 'answeredAt'),
  ...stage('handle', '办理', field('assignedAt'), 'concludedAt'),
}

const stocks: Readonly<Record<string, CounterDefinition>> = {
  open: { title: '在办事项', when: inState(...unsolved) },
  observing: { title: '观察期事项', when: inState('observing') },
  red: { title: '红色在办', when: all(inState(...open), equals(field('level'), constant('red'))), unit: 'area' },
  orange: { title: '橙色在办', when: all(inState(...open), equals(field('level'), constant('orange'))), unit: 'area' },
  openOverdue: { title: '超期在办', when: all(inState(...unsolved), present(field('overdueAt'))) },
  urgedNow: {
    title: '督办约谈中',
    when: all(inState(...unsolved), any(...['order', 'talk'].map((id) => equals(fact('urging'), constant(id))))),
  },
  again: { title: '反弹后在办', when: all(inState(...open), gt(counter('relapsed'), constant(0))), unit: 'area' },
}

const piece = count('件')
const now = stock('件')
const fewer = (measure: MeasureDefinition): MeasureDefinition => ({ ...measure, direction: 'down' })
const average = (id: string, title: string, says: string): MeasureDefinition => ({
  ...fewer(rate(id, title, of(`${id.slice(0, -7)}Days`), of(`${id.slice(0, -7)}Passed`), says)),
  unit: '天',
})

/** Counters and measures of matters of risk (systems.md S10). Matters are counted, never people. */
export const riskMatterMeasures = defineMeasures(
  {
    machine: riskMatters.id,
    counters: { ...flow, ...stocks },
    measures: [
      piece('found', '发现事项数', '上报的风险事项，按上报的月份和所在辖区计；归并和不构成风险的不计。'),
      piece('assigned', '交办数', '交办的，按最近一次交办的月份和责任单位计。'),
      piece('concluded', '办结数', '复核同意办结的，按办结的月份计；反弹的不再计。'),
      piece('struck', '销号数', '观察期内排查过并销号的，按销号的月份计。'),
      { ...piece('urged', '督办次数', '由人提醒、督办、约谈的次数，计在最近一次督办的月份。'), unit: '次' },
      fewer(now('open', '在办事项', '此刻没有办结的风险事项。')),
      now('observing', '观察期事项', '此刻已办结而没有销号的。'),
      fewer(now('red', '红色在办', '此刻没有销号的红色等级事项，按辖区计。')),
      fewer(now('orange', '橙色在办', '此刻没有销号的橙色等级事项，按辖区计。')),
      fewer(now('openOverdue', '超期在办', '此刻超过办结时限而没有办结的。')),
      fewer(now('urgedNow', '督办约谈中', '此刻已督办或约谈而没有办结的。')),
      fewer(now('again', '反弹后在办', '此刻因反弹重新办理的。')),
      rate(
        'onTimeRate',
        '按期办结率',
        of('concludedInTime'),
        { plus: [of('concluded'), of('owing')] },
        '按期办结的÷（办结的＋到期而没有办结的）。',
      ),
      rate(
        'closedRate',
        '结案率',
        of('struckOf'),
        of('found'),
        '同月发现的事项里已销号的÷同月发现的；后来的月份不改变分母。',
      ),
      fewer(rate('relapseRate', '反弹率', of('relapsedOf'), of('found'), '同月发现的事项里反弹过的÷同月发现的。')),
      average('assessAverage', '研判平均停留', '从上报到首次研判的自然日÷经过研判的事项。'),
      average('answerAverage', '首次反馈平均停留', '从交办到首次反馈的自然日÷已反馈的事项。'),
      average('handleAverage', '办理平均停留', '从交办到复核办结的自然日÷办结的事项。'),
    ],
  },
  riskMatters,
)
