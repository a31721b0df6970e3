import type { Condition, CounterDefinition, Expr, Formula, MeasureDefinition } from '@jiannuo/engine'
import {
  all,
  always,
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
  requestIs,
  stated,
  truthField,
} from '@jiannuo/engine'
import { count, of, rate, stock } from '../commitments/measure-parts.ts'
import { PROPOSAL } from './form.ts'
import { levels } from './whistle.fields.ts'
import { streetWhistle } from './whistle.loop.ts'
import { arrivedAt, called, PLACES, type Place } from './whistle.slots.ts'
import { whistleSources as sources } from './whistle.sources.ts'

type Counters = Readonly<Record<string, CounterDefinition>>

const closedAt = { period: fact('closedAt') } as const
const here = { ...closedAt, unit: 'area' } as const
const closed = inState('closed')
const rated = (answer: string): Condition =>
  all(stated('citizen'), equals(truthField('citizen', 'satisfaction'), constant(answer)))

const matters: Counters = {
  received: { title: '报事数', when: always, period: fact('openedAt'), unit: 'area' },
  raised: { title: '上呼件数', when: present(field('raisedAt')), period: field('raisedAt'), unit: 'area' },
  closed: { title: '办结数', when: closed, ...here },
  closedInTime: { title: '按时办结数', when: all(closed, not(present(field('overdueAt')))), ...here },
  closedByLead: { title: '办结数（按处置单位）', when: closed, ...closedAt },
  ended: { title: '转出和终止数', when: inState('transferred', 'dismissed'), ...here },
  redone: { title: '返工件数', when: gt(counter('redo'), constant(0)), period: field('redoneAt'), unit: 'area' },
  open: { title: '在办数', when: not(inState('closed', 'transferred', 'dismissed')), unit: 'area' },
  good: { title: '好评数', when: rated('good'), period: field('feedbackAt'), unit: 'area' },
  evaluated: { title: '已评价数', when: stated('citizen'), period: field('feedbackAt'), unit: 'area' },
  duplicates: { title: '重复报事数', when: equals(field('endedFor'), constant('duplicate')), ...here },
}

// Where each matter was solved in the end.
const byLevel: Counters = Object.fromEntries(
  Object.entries(levels).map(([level, title]) => [
    `closedAt:${level}`,
    { title: `${title}办结数`, when: all(closed, equals(field('level'), constant(level))), ...here },
  ]),
)

const whistledAt = { period: field('whistledAt') } as const
const blown = present(field('whistledAt'))
const scoredAt = field('scoredAt')

const whistles: Counters = {
  whistles: { title: '吹哨次数', when: blown, amount: counter('blow'), ...whistledAt },
  unanswered: { title: '哨未应数', when: present(field('unansweredAt')), period: field('unansweredAt') },
  unfounded: { title: '认定吹哨不当数', when: present(field('unfoundedAt')), period: field('unfoundedAt') },
  whistlesClosed: { title: '吹哨办结数', when: all(blown, closed), ...closedAt },
  whistledMatters: { title: '吹哨件数', when: blown, ...whistledAt },
  scoreCorrected: { title: '更正评分数', when: requestIs('score', 'granted'), period: scoredAt },
}

/** What is counted for the department at one place, and for the street by that department. */
function placeCounters(n: Place): Counters {
  const unit = called(n)
  const wasCalled = all(blown, present(unit))
  const points = (stem: string): Expr => field(`${stem}${n}`)
  return {
    [`called${n}`]: { title: `部门${n}被吹哨数`, when: wasCalled, ...whistledAt, unit },
    [`came${n}`]: { title: `部门${n}到场数`, when: all(wasCalled, present(arrivedAt(n))), ...whistledAt, unit },
    [`cameInTime${n}`]: {
      title: `部门${n}按时到场数`,
      when: all(wasCalled, equals(field(`inTime${n}`), constant(true))),
      ...whistledAt,
      unit,
    },
    [`scored${n}`]: { title: `部门${n}被评分次数`, when: present(points('score')), period: scoredAt, unit },
    [`points${n}`]: {
      title: `部门${n}得分合计`,
      when: present(points('score')),
      amount: points('score'),
      period: scoredAt,
      unit,
    },
    [`rated${n}`]: { title: `部门${n}评价吹哨次数`, when: present(points('backScore')), ...whistledAt },
    [`backPoints${n}`]: {
      title: `部门${n}给街道的分数`,
      when: present(points('backScore')),
      amount: points('backScore'),
      ...whistledAt,
    },
    [`founded${n}`]: {
      title: `部门${n}认为吹哨适当数`,
      when: all(present(points('backScore')), equals(field(`founded${n}`), constant(true))),
      ...whistledAt,
    },
  }
}

const counters: Counters = { ...matters, ...byLevel, ...whistles, ...Object.assign({}, ...PLACES.map(placeCounters)) }

/** The same counter of all places. */
const places = (stem: string): Formula => ({ plus: PLACES.map((n) => of(`${stem}${n}`)) })

const matterCount = count('件')
const additive = (id: string, title: string, formula: Formula, says: string): MeasureDefinition => ({
  ...count('次')(id, title, says),
  formula,
})
const mean = (id: string, title: string, sum: Formula, base: Formula, says: string): MeasureDefinition => ({
  ...rate(id, title, sum, base, says),
  unit: '分',
  source: `${sources.beijing(33)}；${PROPOSAL}`,
})

const levelMeasures = Object.entries(levels).flatMap(([level, title]) => [
  matterCount(`closedAt:${level}`, `${title}办结`, `在${title}层级解决并销号归档的件数，按归档月份和事发地计。`),
  rate(
    `levelShare:${level}`,
    `${title}办结占比`,
    of(`closedAt:${level}`),
    of('closed'),
    `在${title}层级办结的件数÷全部办结件数。`,
  ),
])

const matterMeasures: readonly MeasureDefinition[] = [
  matterCount('received', '报事数', '登记的全部报事，按登记月份和事发地计。'),
  matterCount('closed', '办结数', '销号归档的件数，按归档月份和事发地计。'),
  matterCount('closedByLead', '办结数（按处置单位）', '销号归档的件数，按归档月份和最后处置单位计。'),
  matterCount('ended', '转出和终止数', '转出或终止的件数，不算办结。'),
  matterCount('duplicates', '重复报事数', '因重复终止的件数，按终止月份和事发地计。'),
  { ...stock('件')('open', '在办数', '此刻没有归档、转出或终止的件数。'), direction: 'down' },
]

const measures: readonly MeasureDefinition[] = [
  ...matterMeasures,
  rate(
    'doneRate',
    '办结率',
    of('closed'),
    of('received'),
    '本期销号归档的件数÷本期登记的件数；跨期办结的计在办结的月份，可以超过100%。',
  ),
  rate('onTimeRate', '按时办结率', of('closedInTime'), of('closed'), '处置没有超期的办结件数÷办结件数。'),
  rate('raiseRate', '上呼率', of('raised'), of('received'), '上呼过的件数÷登记件数。'),
  rate(
    'ownRate',
    '社区以下自办率',
    { plus: [of('closedAt:grid'), of('closedAt:community')] },
    of('closed'),
    '在网格和社区办结的件数÷办结件数。',
  ),
  rate('goodRate', '好评率', of('good'), of('evaluated'), '居民好评件数÷已评价件数；没有联系上的不在分母里。'),
  { ...rate('redoRate', '返工率', of('redone'), of('closed'), '返工过的件数÷办结件数。'), direction: 'down' },
  ...levelMeasures,
  additive('whistles', '吹哨数', of('whistles'), '签发的吹哨次数，按最近一次吹哨的月份和街道计。'),
  additive(
    'calls',
    '应哨任务数',
    places('called'),
    '被吹哨的部门次，按最近一次吹哨的月份和部门计；裁定免予应哨的不计。',
  ),
  rate('answerRate', '应哨率', places('came'), places('called'), '到场的部门次÷被吹哨的部门次，按部门计。'),
  rate(
    'answerInTimeRate',
    '及时到场率',
    places('cameInTime'),
    places('called'),
    '按时到场的部门次÷被吹哨的部门次，按部门计；经责令才到的不算按时。',
  ),
  {
    ...additive('unanswered', '哨未应数', of('unanswered'), '到场时限已过部门没有到齐的吹哨，按到期月份和街道计。'),
    direction: 'down',
  },
  {
    ...additive('unfounded', '吹哨不当数', of('unfounded'), '被认定不当或免予应哨后无部门可到的吹哨，按街道计。'),
    direction: 'down',
  },
  additive('scoreCorrected', '更正评分数', of('scoreCorrected'), '异议成立、更正评分的件数。'),
  rate(
    'whistleDoneRate',
    '吹哨事项办结率',
    of('whistlesClosed'),
    of('whistledMatters'),
    '吹哨后销号归档的件数÷吹哨件数。',
  ),
  mean(
    'meanScore',
    '部门平均评分',
    places('points'),
    places('scored'),
    '街道给部门的评分合计÷评分次数，按部门计；由合计重算，不由平均数再平均。',
  ),
  mean(
    'meanBackScore',
    '街道平均评分',
    places('backPoints'),
    places('rated'),
    '部门给吹哨的评分合计÷评价次数，按街道计。',
  ),
  rate('foundedRate', '吹哨适当率', places('founded'), places('rated'), '部门认为适当的评价次数÷评价次数，按街道计。'),
]

/** Counters and measures of reports and whistles (systems.md S06; 北京 第16条、第33条). */
export const whistleMeasures = defineMeasures({ machine: streetWhistle.id, counters, measures }, streetWhistle)
