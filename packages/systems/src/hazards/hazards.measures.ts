import type { Condition, CounterDefinition, MeasureDefinition } from '@jiannuo/engine'
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
  not,
  present,
} from '@jiannuo/engine'
import { count, of, rate, stock } from '../commitments/measure-parts.ts'
import { hazards } from './hazards.loop.ts'
import { isMajor } from './hazards.parts.ts'
import { hazardSources as sources } from './hazards.sources.ts'
import { underWay } from './hazards.states.ts'

const real = not(inState('dismissed'))
const passed = present(field('passedAt'))
// Mended at the first go, and before the day that stood on the order or was granted.
const inTime = all(passed, not(present(field('overdueAt'))), equals(counter('failed'), constant(0)))
const owing = all(not(passed), present(field('overdueAt')), not(inState('shut', 'dismissed')))
const major = (...also: readonly Condition[]): Condition => all(isMajor, ...also)

const found = { period: fact('openedAt') } as const
const whenPassed = { period: field('passedAt') } as const
const whenDue = { period: field('overdueAt') } as const

const flow: Readonly<Record<string, CounterDefinition>> = {
  found: { title: '排查隐患数', when: real, ...found },
  foundMajor: { title: '排查重大隐患数', when: major(real), ...found },
  // Of those found then, how many are struck off by now: a cohort, so that later months do not change its base.
  closed: { title: '其中已闭环数', when: inState('struckOff', 'shut'), ...found },
  repeated: { title: '重复隐患数', when: all(real, present(field('repeatOf'))), ...found },
  posted: { title: '挂牌数', when: present(field('postedAt')), period: field('postedAt') },
  unposted: { title: '摘牌数', when: present(field('unpostedAt')), period: field('unpostedAt') },
  planned: { title: '“五落实”到位数', when: present(field('plannedAt')), period: field('plannedAt') },
  struck: { title: '销号数', when: inState('struckOff'), period: field('struckAt') },
  struckMajor: { title: '重大隐患核销数', when: major(inState('struckOff')), period: field('struckAt') },
  shut: { title: '关闭取缔数', when: inState('shut'), period: fact('closedAt') },
  reportedDone: { title: '报告整改完成数', when: present(field('doneAt')), period: field('doneAt') },
  rechecked: {
    title: '其中已复查数',
    when: all(present(field('doneAt')), present(field('checkedAt'))),
    period: field('doneAt'),
  },
  failed: {
    title: '复查不合格次数',
    when: present(field('failedAt')),
    amount: counter('failed'),
    period: field('failedAt'),
  },
  passed: { title: '复查合格数', when: passed, ...whenPassed },
  passedInTime: { title: '按期整改数', when: inTime, ...whenPassed },
  owing: { title: '到期未整改数', when: owing, ...whenDue },
  passedMajor: { title: '重大隐患验收合格数', when: major(passed), ...whenPassed },
  owingMajor: { title: '重大隐患到期未整改数', when: major(owing), ...whenDue },
  relapsed: { title: '反弹数', when: present(field('relapsedAt')), period: field('relapsedAt') },
  lookedBack: { title: '回头看数', when: present(field('lookedBackAt')), period: field('lookedBackAt') },
}

const stocks: Readonly<Record<string, CounterDefinition>> = {
  open: { title: '未销号隐患', when: inState(...underWay) },
  openMajor: { title: '未核销重大隐患', when: major(inState(...underWay)) },
  openOverdue: { title: '超期未整改隐患', when: all(inState('planning', 'rectifying'), present(field('overdueAt'))) },
  unplanned: { title: '“五落实”未到位隐患', when: inState('toOrder', 'planning') },
  postedNow: { title: '挂牌督办中', when: equals(field('posted'), constant(true)) },
  suspendedNow: { title: '停产停业中', when: all(inState(...underWay), equals(field('suspended'), constant(true))) },
  urged: {
    title: '已升级督办的在办隐患',
    when: all(inState(...underWay), any(...['order', 'talk'].map((id) => equals(fact('urging'), constant(id))))),
  },
  unreported: {
    title: '未上报的重大隐患',
    when: major(inState(...underWay), not(present(field('reportedUpAt')))),
  },
  everRelapsed: { title: '反弹后在办', when: all(inState(...underWay), gt(counter('relapsed'), constant(0))) },
}

const piece = count('处')
const standing = (id: string, title: string, says: string): MeasureDefinition => ({
  ...stock('处')(id, title, says),
  direction: 'down',
})

const flows: readonly MeasureDefinition[] = [
  piece('found', '排查隐患数', '登记的隐患，按登记的月份和监管单位计；认定不构成隐患的不计。'),
  piece('foundMajor', '排查重大隐患数', '其中定为重大隐患的。'),
  piece('posted', '挂牌数', '挂牌督办的重大隐患，按首次挂牌的月份计。'),
  piece('unposted', '摘牌数', '核销或关闭后摘牌的，按摘牌的月份计。'),
  piece('planned', '“五落实”到位数', '责任人、措施、资金、期限、预案都落实并开始整改的，按开始的月份计。'),
  piece('struck', '销号数', '复查合格并经另一人审批销号的，按销号的月份计；反弹重开的不再计。'),
  piece('struckMajor', '重大隐患核销数', '其中重大隐患。'),
  piece('shut', '关闭取缔数', '整改无望而关闭取缔的，按关闭的月份计，不算整改。'),
  { ...piece('failed', '复查不合格次数', '复查不合格退回重改的次数，计在最近一次的月份。'), direction: 'down' },
  { ...piece('repeated', '重复隐患数', '同一场所同类隐患再次出现的，按登记的月份计。'), direction: 'down' },
  { ...piece('relapsed', '反弹数', '销号后反弹、重新整改的，按最近一次反弹的月份计。'), direction: 'down' },
  piece('lookedBack', '回头看数', '销号后作过回头看的，按最近一次的月份计。'),
]

const stocksNow: readonly MeasureDefinition[] = [
  standing('open', '未销号隐患', '此刻登记在册而没有销号的隐患。'),
  standing(
    'openMajor',
    '未核销重大隐患',
    '此刻没有核销的重大隐患；“动态清零”是说它在检查时点为0，不是说整改率为100%。',
  ),
  standing('openOverdue', '超期未整改隐患', '此刻整改期限已过而没有报告完成的隐患。'),
  standing('unreported', '未上报的重大隐患', '此刻在办而没有上报的重大隐患。'),
  { ...standing('postedNow', '挂牌督办中', '此刻挂牌而没有摘牌的重大隐患。'), direction: 'none' },
  { ...standing('suspendedNow', '停产停业中', '此刻停产停业整改的场所。'), direction: 'none' },
  standing('urged', '已升级督办的在办隐患', '此刻在办并已发督办通知书或约谈的隐患。'),
  standing('everRelapsed', '反弹后在办', '此刻因反弹重新整改的隐患。'),
]

const rates: readonly MeasureDefinition[] = [
  {
    ...rate(
      'majorRate',
      '重大隐患整改率',
      of('passedMajor'),
      { plus: [of('passedMajor'), of('owingMajor')] },
      '验收合格的重大隐患÷（验收合格的＋到期而没有验收合格的）。没有到期的不在分母里，与存量和期内新增分开看。',
    ),
    source: `${sources.hubei(10)}；${sources.counting}`,
  },
  rate(
    'onTimeRate',
    '按期整改率',
    of('passedInTime'),
    { plus: [of('passed'), of('owing')] },
    '在整改期限（含批准的延期）内报告完成并首次复查合格的隐患÷（复查合格的＋到期而没有整改合格的）。',
  ),
  rate(
    'closedRate',
    '闭环率',
    of('closed'),
    of('found'),
    '同月登记的隐患里已销号或已关闭取缔的÷同月登记的隐患；后来的月份不改变分母。',
  ),
  rate('recheckRate', '复查率', of('rechecked'), of('reportedDone'), '同月报告整改完成的隐患里已复查的÷报告完成的。'),
  {
    ...rate('repeatRate', '重复隐患率', of('repeated'), of('found'), '重复隐患÷同月登记的隐患。'),
    direction: 'down',
  },
]

/** Counters and measures of hazards (systems.md S12; domain.md 12). Accidents are no hazards and are counted elsewhere. */
export const hazardMeasures = defineMeasures(
  { machine: hazards.id, counters: { ...flow, ...stocks }, measures: [...flows, ...stocksNow, ...rates] },
  hazards,
)
