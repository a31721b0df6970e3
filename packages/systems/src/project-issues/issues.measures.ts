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
  not,
  present,
} from '@jiannuo/engine'
import { count, of, rate, stock } from '../commitments/measure-parts.ts'
import { projectSources as sources } from '../projects/sources.ts'
import { projectIssues } from './issues.loop.ts'

const open = inState('handling', 'agenda', 'shelved', 'applied')
const struck = inState('struckOff')
const relapsed = any(gt(counter('redo'), constant(0)), gt(counter('relapsedElsewhere'), constant(0)))
const atLevel = (level: string): Condition => all(open, equals(field('level'), constant(level)))
const at = (title: string, moment: string, when: Condition = present(field(moment))): CounterDefinition => ({
  title,
  when,
  period: field(moment),
})

const counters: Readonly<Record<string, CounterDefinition>> = {
  raised: { title: '提出问题数', when: always, period: fact('openedAt') },
  assigned: at('交办问题数', 'assignedAt'),
  struckOfAssigned: at('交办后已销号数', 'assignedAt', all(present(field('assignedAt')), struck)),
  struck: at('销号数', 'struckAt', struck),
  struckInTime: at('按期销号数', 'struckAt', all(struck, not(present(field('overdueAt'))))),
  everStruck: at('曾销号数', 'firstStruckAt'),
  relapsedOfStruck: at('销号后反弹数', 'firstStruckAt', all(present(field('firstStruckAt')), relapsed)),
  relapsed: at('反弹问题数', 'relapsedAt', relapsed),
  relapses: {
    ...at('反弹次数', 'relapsedAt', relapsed),
    amount: { op: 'plus', of: [counter('redo'), counter('relapsedElsewhere')] },
  },
  overdue: at('逾期问题数', 'overdueAt'),
  escalated: at('提级问题数', 'escalatedAt'),
  escalations: { ...at('提级次数', 'escalatedAt'), amount: counter('raised') },
  dispatched: at('提交月调度数', 'dispatchedAt'),
  solveDays: { ...at('解决天数之和', 'struckAt', struck), amount: field('solveDays') },
  open: { title: '未销号', when: open },
  openOverdue: { title: '逾期未销号', when: all(open, present(field('overdueAt'))) },
  shelved: { title: '挂账', when: inState('shelved') },
  atDepartment: { title: '部门层级', when: atLevel('department') },
  atDeputy: { title: '分管区领导层级', when: atLevel('deputy') },
  atChief: { title: '区主要领导层级', when: atLevel('chief') },
}

const flow = count('个')
const now = stock('个')
const down = (measure: MeasureDefinition): MeasureDefinition => ({ ...measure, direction: 'down' })

const measures: readonly MeasureDefinition[] = [
  flow('raised', '问题数', '提出的问题，按提出的月份计，不予交办的也在内。'),
  flow('assigned', '交办问题', '交办的问题，按交办的月份计。'),
  { ...flow('struck', '销号问题', '经另一人验证销号的问题，按销号的月份计；反弹的不计。'), direction: 'up' },
  {
    ...rate(
      'strikeRate',
      '销号率',
      of('struckOfAssigned'),
      of('assigned'),
      '同期交办的问题中此刻已销号的÷同期交办的问题；不成立的不在内，挂账的在分母里。',
    ),
    source: `问题销号率＝已销号÷累计交办，${sources.proposal}`,
  },
  rate('inTimeRate', '按期销号率', of('struckInTime'), of('struck'), '从未逾期的销号问题÷销号问题。'),
  down(flow('overdue', '逾期问题', '超过解决时限的问题，按首次逾期的月份计，后来销号的也在内。')),
  down(flow('relapsed', '反弹问题', '销号后反弹的问题，按最近一次反弹的月份计，一个问题计一次。')),
  down({ ...flow('relapses', '反弹次数', '反弹的次数（重开和另立都算），计在该问题最近一次反弹的月份。'), unit: '次' }),
  down(
    rate(
      'relapseRate',
      '复发率',
      of('relapsedOfStruck'),
      of('everStruck'),
      '同期首次销号的问题中至今反弹过的÷同期首次销号的问题。',
    ),
  ),
  flow('escalated', '提级问题', '提级协调的问题，按最近一次提级的月份计，一个问题计一次。'),
  { ...flow('escalations', '提级次数', '提级的次数，含逾期自动提级，计在该问题最近一次提级的月份。'), unit: '次' },
  flow('dispatched', '提交月调度', '提交月调度的问题，按最近一次提交的月份计。'),
  {
    ...down(
      rate(
        'averageDays',
        '平均解决天数',
        of('solveDays'),
        of('struck'),
        '销号问题从交办到销号的自然日之和÷销号问题，挂账的日子也算在内。',
      ),
    ),
    unit: '天',
  },
  down(now('open', '未销号问题', '此刻已交办、没有销号的问题。')),
  down(now('openOverdue', '逾期未销号', '此刻没有销号而已逾期的问题。')),
  now('shelved', '挂账问题', '此刻经批准挂账的问题。'),
  now('atDepartment', '部门层级问题', '此刻在部门（专班）层级的未销号问题。三个层级相加等于未销号问题。'),
  now('atDeputy', '分管区领导层级问题', '此刻由分管区领导协调的未销号问题。'),
  now('atChief', '区主要领导层级问题', '此刻由区主要领导协调的未销号问题。'),
]

/** Counters and measures of the rounds (systems.md S03; domain.md 5), by the unit that is responsible and the kind of issue. */
export const issueMeasures = defineMeasures({ machine: projectIssues.id, counters, measures }, projectIssues)
