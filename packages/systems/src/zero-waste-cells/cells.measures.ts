import type { Condition, CounterDefinition, Expr, MeasureDefinition } from '@jiannuo/engine'
import {
  all,
  always,
  any,
  clockIs,
  constant,
  defineMeasures,
  equals,
  fact,
  field,
  inState,
  not,
  oneOf,
  present,
} from '@jiannuo/engine'
import { count, of, rate, stock } from '../commitments/measure-parts.ts'
import { faults } from './cells.actions-named.ts'
import { zeroWasteCells } from './cells.register.ts'

const standing = inState('named', 'mending')
const overdue = clockIs('recheck', 'overdue')
const rechecked = present(field('recheckedAt'))

/** How many stand so at this moment. The street is the unit, the kind of cell the category. */
const here = (title: string, when: Condition): CounterDefinition => ({ title, when, unit: 'area' })
const then = (title: string, period: Expr, ...when: readonly Condition[]): CounterDefinition => ({
  title,
  when: all(...when),
  period,
  unit: 'area',
})

const reviewed = field('firstSiteAt')
const namedAt = field('namedAt')
const closedAt = fact('closedAt')

const counters: Readonly<Record<string, CounterDefinition>> = {
  applied: then('申报数', fact('openedAt'), always),
  reviewed: then('现场核查过的', reviewed, present(reviewed)),
  met: then('现场核查过的，至今达标', reviewed, present(reviewed), present(field('metAt'))),
  metFirst: then('首次核查即达标', reviewed, present(reviewed), equals(field('firstMet'), constant(true))),
  created: then('创建数', namedAt, present(namedAt)),
  kept: then('创建后至今保有称号', namedAt, present(namedAt), standing),
  lost: then('摘牌数', closedAt, inState('removed')),
  lostByFault: then('因不达标、违法、造假摘牌', closedAt, inState('removed'), oneOf(field('exitReason'), ...faults)),
  ended: then('终止申报数', closedAt, inState('ended')),
  standing: here('有称号的', standing),
  mending: here('限期整改中', inState('mending')),
  underway: here('申报办理中', inState('applied', 'checked', 'audited', 'published')),
  owed: here('应复核的', all(standing, any(rechecked, overdue))),
  held: here('已按期复核的', all(standing, rechecked, not(overdue))),
  rechecked: here('复核过的', all(standing, rechecked)),
  recheckMet: here('最近复核达标的', all(standing, equals(field('recheckResult'), constant('met')))),
}

const flow = count('个')
const now = stock('个')
const up = (measure: MeasureDefinition): MeasureDefinition => ({ ...measure, direction: 'up' })
const down = (measure: MeasureDefinition): MeasureDefinition => ({ ...measure, direction: 'down' })

const counts: readonly MeasureDefinition[] = [
  up(flow('created', '创建数', '当期命名的细胞，按命名的月份计；后来摘牌的不从当期扣除。')),
  flow('applied', '申报数', '当期申报的单位。'),
  down(flow('lost', '摘牌数', '当期摘牌的细胞，各种原因都在内。')),
  down(flow('lostByFault', '因过摘牌数', '当期因整改不达标、弄虚作假、违法摘牌的细胞；停业搬离和自愿放弃的不算。')),
  flow('ended', '终止申报数', '当期没有命名而终止的申报。'),
  {
    ...flow('netIncrease', '净增数', '创建数－摘牌数，按各自的月份计。'),
    formula: { minus: [of('created'), of('lost')] },
  },
  up(now('standing', '保有数', '此刻有称号的细胞，限期整改中的在内，公示中的不算。')),
  down(now('mending', '限期整改数', '此刻复核不达标、在整改的细胞。')),
  now('underway', '在办数', '此刻申报、自评、待核查、公示中的单位。'),
]

const rates: readonly MeasureDefinition[] = [
  rate(
    'metRate',
    '达标率',
    of('met'),
    of('reviewed'),
    '当期首次现场核查的单位中至今核查达标的÷当期首次现场核查的单位；没核查的不在分母。',
  ),
  rate('metFirstRate', '一次达标率', of('metFirst'), of('reviewed'), '首次现场核查即达标的÷当期首次现场核查的单位。'),
  rate('recheckRate', '复核率', of('held'), of('owed'), '复核过且在周期内的÷应复核的（复核过的，或复核已到期的）。'),
  rate(
    'recheckMetRate',
    '复核达标率',
    of('recheckMet'),
    of('rechecked'),
    '最近一次复核达标的÷复核过的，均为此刻有称号的。',
  ),
  rate('keptRate', '称号保有率', of('kept'), of('created'), '当期创建的细胞中至今有称号的÷当期创建数。'),
]

/** Counters and measures of the cells (systems.md S46): by street and by kind. */
export const zeroWasteCellMeasures = defineMeasures(
  { machine: zeroWasteCells.id, counters, measures: [...counts, ...rates] },
  zeroWasteCells,
)
