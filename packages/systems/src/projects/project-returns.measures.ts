import type { Condition, CounterDefinition } from '@jiannuo/engine'
import { all, any, constant, defineMeasures, equals, field, inState, not, present } from '@jiannuo/engine'
import { count, of, rate, stock } from '../commitments/measure-parts.ts'
import { projectReturns } from './project-returns.loop.ts'
import { projectSources as sources } from './sources.ts'

const counted = inState('counted')
const late = present(field('overdueAt'))
const submitted = present(field('submittedAt'))

/** In the month that the return is about, whenever it was approved. */
const inMonth = (title: string, when: Condition, amount?: string): CounterDefinition => ({
  title,
  when,
  ...(amount === undefined ? {} : { amount: field(amount) }),
  period: field('monthAt'),
})
const invested = (title: string, level: string): CounterDefinition =>
  inMonth(title, all(counted, equals(field('level'), constant(level))), 'monthDone')

const counters: Readonly<Record<string, CounterDefinition>> = {
  done: inMonth('完成投资', counted, 'monthDone'),
  doneMunicipal: invested('完成投资（市级重大）', 'municipal'),
  doneLarge: invested('完成投资（亿元以上其他）', 'large'),
  doneDistrict: invested('完成投资（区级其他）', 'district'),
  planned: inMonth('计划投资', counted, 'planned'),
  lost: inMonth('入统前未计投资', inState('beforeEntry'), 'monthDone'),
  counted: inMonth('已采用月报数', counted),
  inTime: inMonth('按时报送数', all(submitted, not(late))),
  owed: inMonth('应报数', all(any(submitted, late), not(inState('withdrawn')))),
  revised: inMonth('更正数', all(counted, equals(field('version'), constant('final')))),
  waiting: { title: '待审核', when: inState('submitted') },
}

const money = count('万元')
const sheets = count('份')

/** Counters and measures of monthly returns: the investment of a month is added up here once, and nowhere else (domain.md 5). */
export const projectReturnMeasures = defineMeasures(
  {
    machine: projectReturns.id,
    counters,
    measures: [
      {
        ...money('done', '完成投资', '采用的月报当月完成投资之和，计在月报所属的月份；入统前的不计。'),
        direction: 'up',
      },
      money('doneMunicipal', '市级重大项目完成投资', '其中市级重大项目的。三个级别互不重复，相加等于完成投资。'),
      money('doneLarge', '亿元以上其他项目完成投资', '其中亿元以上、未列入市级重大的项目的。'),
      money('doneDistrict', '区级其他项目完成投资', '其中前两级以外项目的。'),
      money('planned', '计划投资', '采用的月报所属月份的计划投资之和。'),
      {
        ...rate(
          'pace',
          '投资进度',
          of('done'),
          of('planned'),
          '完成投资÷同月计划投资，按分月计划曲线，不按十二分之一。',
        ),
        source: sources.tongliang,
      },
      {
        ...money('lost', '入统前未计投资', '项目还没有入统的月份所报的投资，不计入完成投资。'),
        direction: 'down',
        source: sources.statistics,
      },
      sheets('counted', '采用月报', '采用的月报，按所属月份计。'),
      sheets('revised', '更正月报', '按核定数更正过的月报，按所属月份计。'),
      { ...stock('份')('waiting', '待审核月报', '此刻待审核的月报。'), direction: 'down' },
      rate(
        'onTimeRate',
        '月报按时率',
        of('inTime'),
        of('owed'),
        '按时报送÷（已报送＋起草后逾期未报），没有起草的不在分母里。',
      ),
    ],
  },
  projectReturns,
)
