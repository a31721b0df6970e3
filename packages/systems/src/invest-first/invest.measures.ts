import type { Condition, CounterDefinition, Expr, Formula, MeasureDefinition } from '@jiannuo/engine'
import { all, always, constant, defineMeasures, fact, field, gt, inState, not, present, setting } from '@jiannuo/engine'
import { count, of, rate, stock } from '../commitments/measure-parts.ts'
import { instalments } from './invest.fields.ts'
import { investFirst } from './invest.loop.ts'

const opened = fact('openedAt')
const closed = fact('closedAt')
const isApproved = present(field('approvedAt'))
const isSigned = present(field('signedAt'))
const isConverted = present(field('convertedAt'))
const paidIn = gt(field('paidTotal'), constant(0))

const at = (title: string, period: Expr, when: Condition = always, amount?: Expr): CounterDefinition => ({
  title,
  when,
  period,
  ...(amount === undefined ? {} : { amount }),
})
const now = (title: string, when: Condition, amount?: Expr): CounterDefinition => ({
  title,
  when,
  ...(amount === undefined ? {} : { amount }),
})

const counters: Readonly<Record<string, CounterDefinition>> = {
  applied: at('征集项目', opened),
  // Of those that applied then, who was approved since.
  supported: at('征集后核准', opened, isApproved),
  approved: at('核准立项', field('approvedAt'), isApproved),
  approvedSum: at('核准额', field('approvedAt'), isApproved, field('approved')),
  // Of what was approved then, what was paid since.
  approvedPaid: at('核准后已拨付', field('approvedAt'), isApproved, field('paidTotal')),
  signed: at('签约', field('signedAt'), isSigned),
  signedConverted: at('签约后转股', field('signedAt'), all(isSigned, isConverted)),
  ...Object.fromEntries(
    instalments.map(({ amount, at: moment, no }) => [
      amount,
      at(`第${no}次拨付`, field(moment), present(field(moment)), field(amount)),
    ]),
  ),
  converted: at('转股', field('convertedAt'), isConverted),
  equity: at('转股金额', field('convertedAt'), isConverted, field('equity')),
  exited: at('退出', closed, inState('exited')),
  proceeds: at('退出收入', closed, inState('exited'), field('proceeds')),
  exitedCost: at('退出项目的投入', closed, inState('exited'), field('paidTotal')),
  returned: at('返还、追回', closed, inState('returned')),
  returnedSum: at('返还、追回金额', closed, inState('returned'), field('returnedSum')),
  exempted: at('免责核销', closed, inState('exempted')),
  exemptedSum: at('免责核销的投入', closed, inState('exempted'), field('paidTotal')),
  endedSum: at('已了结项目的投入', closed, all(inState('exited', 'returned', 'exempted'), paidIn), field('paidTotal')),
  running: now('执行中', inState('running', 'triggered', 'converting')),
  waiting: now('待决定转股', inState('triggered')),
  held: now('持股项目', inState('held', 'exiting')),
  out: now(
    '在投资金',
    all(not(inState('exited', 'returned', 'exempted', 'rejected', 'withdrawn')), paidIn),
    field('paidTotal'),
  ),
  invested: now('累计投入', paidIn, field('paidTotal')),
  followOn: now('撬动的后续融资', paidIn, field('followOn')),
}

const projects = count('个')
const money = count('万元')
const projectsNow = stock('个')
const moneyNow = stock('万元')
const up = (measure: MeasureDefinition): MeasureDefinition => ({ ...measure, direction: 'up' })
const down = (measure: MeasureDefinition): MeasureDefinition => ({ ...measure, direction: 'down' })

const PAID: Formula = { plus: instalments.map(({ amount }) => of(amount)) }

const flows: readonly MeasureDefinition[] = [
  projects('applied', '征集项目', '按登记申报的月份计。'),
  up(projects('approved', '立项（核准支持）', '按核准的月份计。')),
  money('approvedSum', '核准额', '核准的金额，按核准的月份计；没有拨付的也在内。'),
  projects('signed', '签约项目', '按签约的月份计。'),
  { ...money('paid', '投入金额（拨付）', '每次拨付计在拨付的月份。'), formula: PAID },
  up(projects('converted', '转股项目', '按股权登记的月份计，决定了还没有登记的不算。')),
  up(money('equity', '转股金额', '按股权登记的月份计。')),
  projects('exited', '退出项目', '退出到账的项目，返还、核销的不算。'),
  up(money('proceeds', '退出金额', '退出到账的金额，按到账的月份计。')),
  projects('returned', '返还、追回项目', '返还、追回到账的项目。'),
  money('returnedSum', '返还、追回金额', '按到账的月份计。'),
  projects('exempted', '失败免责', '认定免责并核销的项目。'),
  money('exemptedSum', '免责核销金额', '免责核销项目的累计拨付额。'),
]

const stocks: readonly MeasureDefinition[] = [
  projectsNow('running', '执行中项目', '此刻执行中、待决定转股和办理股权登记的项目。'),
  down(projectsNow('waiting', '待决定转股', '此刻转股条件已触发、还没有决定的项目。')),
  projectsNow('held', '持股项目', '此刻持股和办理退出的项目。'),
  moneyNow('out', '在投资金', '没有了结的项目的累计拨付额。'),
  moneyNow('invested', '累计投入', '建档以来的累计拨付额。'),
  up(moneyNow('followOn', '撬动后续融资', '有投入的项目登记的后续融资合计。')),
]

const rates: readonly MeasureDefinition[] = [
  rate('approvalRate', '核准率', of('supported'), of('applied'), '当期征集的项目中至今已核准的÷当期征集的项目。'),
  rate('payoutRate', '拨付率', of('approvedPaid'), of('approvedSum'), '当期核准的项目至今拨付额÷当期核准额。'),
  rate(
    'conversionRate',
    '转股率',
    of('signedConverted'),
    of('signed'),
    '当期签约的项目中至今已转股的÷当期签约的项目。',
  ),
  down(
    rate(
      'lossRate',
      '损失率',
      of('exemptedSum'),
      of('endedSum'),
      '当期免责核销项目的投入÷当期了结（退出、返还、核销）项目的投入。',
    ),
  ),
  rate('poolUse', '资金池使用率', of('out'), { value: setting('poolSize') }, '在投资金÷资金池规模（设置）。'),
  {
    ...rate('exitMultiple', '退出回收倍数', of('proceeds'), of('exitedCost'), '当期退出金额÷当期退出项目的投入。'),
    unit: '倍',
    decimals: 2,
  },
  {
    ...rate('leverage', '撬动倍数', of('followOn'), of('invested'), '后续融资÷累计投入，不含财政资金本身。'),
    unit: '倍',
    decimals: 2,
  },
]

/** Counters and measures of investing first (domain.md 13, systems.md S32). */
export const investFirstMeasures = defineMeasures(
  { machine: investFirst.id, counters, measures: [...flows, ...stocks, ...rates] },
  investFirst,
)
