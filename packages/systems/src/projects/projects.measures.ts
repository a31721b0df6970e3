import type { Condition, CounterDefinition, Expr, Formula, MeasureDefinition } from '@jiannuo/engine'
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
  gte,
  inState,
  lt,
  not,
  present,
} from '@jiannuo/engine'
import { count, of, rate, stock } from '../commitments/measure-parts.ts'
import { projects } from './projects.register.ts'
import { projectSources as sources } from './sources.ts'

const inReserve = inState('reserve', 'preparing', 'startReported')
const inWorks = inState('building', 'suspended', 'accepting')
/** On the list at all: neither given up nor delivered. */
const listed = any(inState('idea', 'completed'), inReserve, inWorks)
const started = present(field('startVerifiedAt'))
const entered = present(field('enteredAt'))
const ofLevel = (level: string): Condition => all(listed, equals(field('level'), constant(level)))
/** The plan and what is done are of the same year: January shows nothing of last year's investment. */
const ofPlanYear = all(entered, equals(field('doneYear'), field('year')))
const onTime = all(started, not(lt(field('plannedStart'), field('startedOn'))))
/** A counter cannot read a setting: 亿元以上 is what it is called. */
const hundredMillion = gte(field('totalInvestment'), constant(10000))

const here = (title: string, when: Condition, amount?: Expr): CounterDefinition =>
  amount === undefined ? { title, when } : { title, when, amount }
const at = (title: string, moment: string, when: Condition = present(field(moment))): CounterDefinition => ({
  title,
  when,
  period: field(moment),
})
const total = field('totalInvestment')

const flow: Readonly<Record<string, CounterDefinition>> = {
  proposed: { title: '新入库项目数', when: always, period: fact('openedAt') },
  reserved: at('新进储备库数', 'reservedAt'),
  convertedOfReserved: at('储备后已开工数', 'reservedAt', all(present(field('reservedAt')), started)),
  started: at('开工项目数', 'startVerifiedAt'),
  startedInvestment: { ...at('开工项目总投资', 'startVerifiedAt'), amount: total },
  startedOnTime: at('按期开工数', 'startVerifiedAt', onTime),
  startMissed: at('逾期未开工或逾期开工数', 'startOverdueAt', all(present(field('startOverdueAt')), not(onTime))),
  falseStarts: {
    ...at('假开工次数', 'falseStartAt', gt(counter('falseStart'), constant(0))),
    amount: counter('falseStart'),
  },
  entryOwedOfStarted: at('开工后应入统数', 'startVerifiedAt', all(started, gte(total, constant(500)))),
  enteredOfStarted: at('开工后已入统数', 'startVerifiedAt', all(started, entered)),
  entered: at('新入统项目数', 'enteredAt'),
  entryMissed: at('逾期未入统数', 'entryOverdueAt'),
  completed: at('竣工项目数', 'completedAt'),
  effective: at('达效项目数', 'effectiveAt'),
  removed: { title: '退库项目数', when: inState('removed'), period: fact('closedAt') },
}

const standing: Readonly<Record<string, CounterDefinition>> = {
  listed: here('在库项目', listed),
  listedInvestment: here('在库项目总投资', listed, total),
  idea: here('谋划库', inState('idea')),
  ideaInvestment: here('谋划库总投资', inState('idea'), total),
  reserve: here('储备库', inReserve),
  reserveInvestment: here('储备库总投资', inReserve, total),
  works: here('实施库', inWorks),
  worksInvestment: here('实施库总投资', inWorks, total),
  suspended: here('停工', inState('suspended')),
  municipal: here('市级重大', ofLevel('municipal')),
  large: here('亿元以上（不含市级重大）', ofLevel('large')),
  district: here('区级其他', ofLevel('district')),
  hundredMillion: here('亿元以上', all(listed, hundredMillion)),
  hundredMillionInvestment: here('亿元以上总投资', all(listed, hundredMillion), total),
  inStatistics: here('在统项目', all(inWorks, entered)),
  notEntered: here('已开工未入统', all(inWorks, not(entered))),
  yearPlan: here('年度计划投资', all(listed, present(field('yearPlan'))), field('yearPlan')),
  yearDone: here('本年累计完成投资', all(listed, ofPlanYear), field('yearDone')),
  unreconciled: here('累计与月报之和不符', all(listed, entered, not(equals(field('yearDone'), field('yearSum'))))),
  fundsAsked: here('争取资金申报额', present(field('fundsAsked')), field('fundsAsked')),
  fundsObtained: here('争取资金下达额', present(field('fundsObtained')), field('fundsObtained')),
  fundsPaid: here('资金支付额', present(field('fundsPaid')), field('fundsPaid')),
  fundedProjects: here('获得资金项目', gt(field('fundsObtained'), constant(0))),
}

const tasks = count('个')
const now = stock('个')
const money = stock('万元')
const up = (measure: MeasureDefinition): MeasureDefinition => ({ ...measure, direction: 'up' })
const down = (measure: MeasureDefinition): MeasureDefinition => ({ ...measure, direction: 'down' })
const ratio = (id: string, title: string, part: string, base: Formula, says: string, source: string) => ({
  ...rate(id, title, of(part), base, says),
  source,
})

const counts: readonly MeasureDefinition[] = [
  tasks('proposed', '新入库项目', '进谋划库的项目，按登记的月份计。'),
  tasks('reserved', '新进储备库', '转入储备库的项目，按转入的月份计；退回谋划的不计。'),
  up(tasks('started', '新开工项目', '经现场核实认定开工的项目，按核实的月份计；只报未核、被撤销的不计。')),
  { ...tasks('startedInvestment', '新开工项目总投资', '认定开工项目的计划总投资，按核实的月份计。'), unit: '万元' },
  down(tasks('startMissed', '逾期开工', '计划开工日期到了还没有开工的项目，按逾期的月份计，后来开工的也在内。')),
  down({
    ...tasks('falseStarts', '假开工', '因无实质性施工不予认定或被撤销的次数，计在该项目最近一次的月份。'),
    unit: '次',
  }),
  up(tasks('entered', '新入统项目', '登记入统的项目，按登记的月份计。')),
  down(tasks('entryMissed', '逾期未入统', '开工后2个月没有入统的项目，按逾期的月份计，后来入统的也在内。')),
  up(tasks('completed', '竣工项目', '经核实竣工的项目，按核实的月份计。')),
  up(tasks('effective', '达效项目', '认定达效的项目，按认定的月份计。')),
  down(tasks('removed', '退库项目', '退出谋划、储备、实施库的项目，按退库的月份计。')),
]

const stocks: readonly MeasureDefinition[] = [
  now('listed', '在库项目', '此刻在三库和竣工待达效的项目，一个项目计一次。'),
  money('listedInvestment', '在库项目总投资', '在库项目计划总投资之和，一个项目计一次。'),
  now('idea', '谋划项目', '此刻在谋划库的项目。'),
  money('ideaInvestment', '谋划项目总投资', '谋划库项目计划总投资之和。'),
  now('reserve', '储备项目', '此刻在储备库的项目，前期推进和报开工待核的在内。'),
  money('reserveInvestment', '储备项目总投资', '储备库项目计划总投资之和。'),
  now('works', '实施项目', '此刻在实施库的项目，停工和报竣工待核的在内。'),
  money('worksInvestment', '实施项目总投资', '实施库项目计划总投资之和。'),
  down(now('suspended', '停工项目', '此刻停工的项目。')),
  now('municipal', '市级重大项目', '此刻在库、列入市级重大清单的项目。三个级别互不重复，相加等于在库项目。'),
  now('large', '亿元以上其他项目', '此刻在库、计划总投资1亿元及以上、没有列入市级重大清单的项目。'),
  now('district', '区级其他项目', '此刻在库、前两级以外的项目。'),
  now('hundredMillion', '亿元以上项目', '此刻在库、计划总投资1亿元及以上的项目，市级重大也在内，不与市级重大相加。'),
  money('hundredMillionInvestment', '亿元以上项目总投资', '亿元以上项目计划总投资之和，市级重大也在内。'),
  up(now('inStatistics', '在统项目', '此刻在实施库、已入统的项目。')),
  down(now('notEntered', '已开工未入统', '此刻在实施库、还没有入统的项目，其投资不计入。')),
  money('yearPlan', '年度计划投资', '在库项目已下达的年度计划投资之和。'),
  up(money('yearDone', '本年累计完成投资', '已入统项目采用的最近月报本年累计之和，年度与计划年度一致的才计。')),
  down(now('unreconciled', '累计与月报不符', '最近月报所报累计不等于各月采用数之和的项目，须对账。')),
  money('fundsAsked', '争取资金申报额', '各渠道累计申报额。'),
  up(money('fundsObtained', '争取资金下达额', '各渠道累计下达额。')),
  money('fundsPaid', '资金支付额', '累计支付额。'),
  up(now('fundedProjects', '获得资金项目', '有资金下达的项目，一个项目计一次。')),
]

const rates: readonly MeasureDefinition[] = [
  ratio(
    'investmentRate',
    '投资完成率',
    'yearDone',
    of('yearPlan'),
    '本年累计完成投资÷年度计划投资，与时序进度相比另看。',
    sources.tongliang,
  ),
  ratio(
    'startRate',
    '按期开工率',
    'startedOnTime',
    { plus: [of('startedOnTime'), of('startMissed')] },
    '按期开工数÷应开工数（按期开工＋逾期）。以现场核实认定的实际开工日期为准，按批准调整后的计划日期算。',
    `${sources.tongliang}：开工率＝已开工÷计划应开工`,
  ),
  ratio(
    'conversionRate',
    '储备转化率',
    'convertedOfReserved',
    of('reserved'),
    '同期进储备库的项目中至今已开工的÷同期进储备库的项目。',
    sources.proposal,
  ),
  ratio(
    'entryRate',
    '入统率',
    'enteredOfStarted',
    of('entryOwedOfStarted'),
    '同期认定开工的项目中已入统的÷其中计划总投资500万元及以上的。',
    sources.proposal,
  ),
  ratio(
    'obtainedRate',
    '资金争取到位率',
    'fundsObtained',
    of('fundsAsked'),
    '累计下达额÷累计申报额。',
    sources.proposal,
  ),
  ratio('paidRate', '资金支付率', 'fundsPaid', of('fundsObtained'), '累计支付额÷累计下达额。', sources.proposal),
]

/** Counters and measures of the libraries (systems.md S26; domain.md 5). What is invested by month stands with the monthly returns. */
export const projectMeasures = defineMeasures(
  { machine: projects.id, counters: { ...flow, ...standing }, measures: [...counts, ...stocks, ...rates] },
  projects,
)
