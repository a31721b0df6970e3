import type { Condition, CounterDefinition, Expr, Formula, MeasureDefinition } from '@jiannuo/engine'
import { all, clockIs, defineMeasures, fact, field, inState, not, present } from '@jiannuo/engine'
import { count, of, rate, stock } from '../commitments/measure-parts.ts'
import { microGrids } from './grids.register.ts'

const active = inState('active')
const here = inState('active', 'adjusting')

const now = (title: string, when: Condition, amount?: Expr): CounterDefinition => ({
  title,
  when,
  unit: 'area',
  ...(amount === undefined ? {} : { amount }),
})
const held = (title: string, id: string): CounterDefinition => now(title, here, field(id))
const set = (id: string, title: string): CounterDefinition => ({
  title,
  when: present(field(id)),
  period: field(id),
  unit: 'area',
})

const counters: Readonly<Record<string, CounterDefinition>> = {
  grids: now('微网格数', here),
  active: now('运行的微网格', active),
  planned: now('拟设的微网格', inState('planned')),
  households: held('覆盖户数', 'households'),
  residents: held('覆盖人数', 'residents'),
  posts: held('应配力量', 'posts'),
  filled: held('在岗力量', 'filled'),
  partners: held('平安合伙人', 'partners'),
  activePartners: held('活跃平安合伙人', 'activePartners'),
  published: now('已公示', all(active, present(field('publishedAt')))),
  patrolled: now('在巡查周期内', all(active, present(field('patrolledAt')), not(clockIs('patrol', 'overdue')))),
  patrolledOnce: now('巡查过的微网格', all(active, present(field('patrolledAt')))),
  verified: now('最近巡查已抽查', all(active, present(field('verifiedAt')))),
  activeHouseholds: now('运行中覆盖户数', active, field('households')),
  visited: now('本轮已走访户数', active, field('visitedHouseholds')),
  matters: held('累计发现事项', 'matters'),
  own: held('累计自办', 'ownMatters'),
  passed: held('累计上报', 'passedMatters'),
  invalid: held('累计上报无效', 'invalidMatters'),
  setUp: set('setUpAt', '新启用'),
  dissolved: { title: '撤并', when: inState('dissolved'), period: fact('closedAt'), unit: 'area' },
}

const grids = stock('个')
const people = stock('人')
const matters = stock('件')
const flow = count('个')

const up = (measure: MeasureDefinition): MeasureDefinition => ({ ...measure, direction: 'up' })

const stocks: readonly MeasureDefinition[] = [
  grids('grids', '微网格数', '此刻运行和调整中的微网格，拟设的不算。'),
  grids('planned', '拟设微网格', '此刻等待启用的微网格。'),
  stock('户')('households', '覆盖户数', '运行和调整中的微网格覆盖的户数；边界不重叠，可以相加。'),
  people('residents', '覆盖人数', '运行和调整中的微网格覆盖的人数。'),
  people('filled', '在岗力量', '此刻在岗的网格力量，只记人数。'),
  up(people('partners', '平安合伙人', '登记在册的平安合伙人数。')),
  up(people('activePartners', '活跃平安合伙人', '近三个月参与过活动的平安合伙人数。')),
  matters('matters', '累计发现事项', '建档以来登记的发现事项；一段时间的数用两个时点相减。'),
  matters('passed', '累计上报事项', '建档以来上报的事项。'),
]

const flows: readonly MeasureDefinition[] = [
  flow('setUp', '新启用微网格', '按首次启用的月份计。'),
  flow('dissolved', '撤并微网格', '按撤并的月份计；拟设而未启用的不算。'),
]

const passedValid: Formula = { minus: [of('passed'), of('invalid')] }

const rates: readonly MeasureDefinition[] = [
  rate('staffedRate', '配备率', of('filled'), of('posts'), '在岗力量÷应配力量，按人数合计后再除。'),
  rate(
    'publishedRate',
    '公示率',
    of('published'),
    of('active'),
    '公示在有效状态的÷运行的微网格；换人、调整边界后须重新公示。',
  ),
  rate('patrolRate', '巡查率', of('patrolled'), of('active'), '巡查过且在巡查周期内的÷运行的微网格。'),
  rate(
    'verifiedRate',
    '巡查抽查率',
    of('verified'),
    of('patrolledOnce'),
    '最近一次巡查已由另一人抽查的÷巡查过的微网格。',
  ),
  rate('visitRate', '走访率', of('visited'), of('activeHouseholds'), '本轮已走访户数÷运行的微网格覆盖户数。'),
  rate('ownRate', '自办率', of('own'), of('matters'), '累计自办÷累计发现事项。'),
  rate('validRate', '上报有效率', passedValid, of('passed'), '（累计上报−核实无效）÷累计上报。'),
  rate('partnerRate', '合伙人活跃率', of('activePartners'), of('partners'), '活跃的平安合伙人÷平安合伙人。'),
  {
    ...rate('householdsEach', '每个微网格户数', of('households'), of('grids'), '覆盖户数÷微网格数。'),
    unit: '户',
    direction: 'none',
  },
]

/** Counters and measures of the micro-grids (systems.md S55): units, numbers and matters, never a person. */
export const microGridMeasures = defineMeasures(
  { machine: microGrids.id, counters, measures: [...stocks, ...flows, ...rates] },
  microGrids,
)
