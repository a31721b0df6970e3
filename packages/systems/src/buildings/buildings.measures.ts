import type { Condition, CounterDefinition, Expr, Formula, MeasureDefinition } from '@jiannuo/engine'
import {
  all,
  any,
  clockIs,
  constant,
  defineMeasures,
  equals,
  field,
  fact,
  always,
  inState,
  not,
  present,
} from '@jiannuo/engine'
import { count, of, rate, stock } from '../commitments/measure-parts.ts'
import { buildings } from './buildings.register.ts'

const inUse = inState('letting', 'operating', 'hundredMillion', 'renewing')
const here = inState('construction', 'letting', 'operating', 'hundredMillion', 'renewing')
// Swept once at least: what nobody has counted is in no rate.
const sweptOnce = all(inUse, present(field('sweptAt')))

const held = (title: string, when: Condition, amount?: Expr): CounterDefinition => ({
  title,
  when,
  unit: 'area',
  ...(amount === undefined ? {} : { amount }),
})
const found = (title: string, id: string): CounterDefinition => held(title, sweptOnce, field(id))
/** Tax of one of the two years that an entry keeps, in December of that year. */
const ofYear = (title: string, amount: string, at: string): CounterDefinition => ({
  title,
  when: present(field(amount)),
  amount: field(amount),
  period: field(at),
  unit: 'area',
})
const taxedArea = (title: string, amount: string, at: string): CounterDefinition => ({
  ...ofYear(title, amount, at),
  amount: field('floorArea'),
})

const counters: Readonly<Record<string, CounterDefinition>> = {
  all: held('楼宇数', here),
  inUse: held('投用楼宇数', inUse),
  // As the tax says, whatever is being done to the building.
  hundredMillion: held('亿元楼宇数', all(here, present(field('tier')))),
  five: held(
    '五亿元以上',
    all(here, any(equals(field('tier'), constant('five')), equals(field('tier'), constant('ten')))),
  ),
  ten: held('十亿元以上', all(here, equals(field('tier'), constant('ten')))),
  newHundredMillion: {
    title: '新增亿元楼宇',
    when: present(field('tierSince')),
    period: field('tierSince'),
    unit: 'area',
  },
  taken: { title: '新入库楼宇', when: always, period: fact('openedAt'), unit: 'area' },
  special: held('专业楼宇数', all(here, present(field('recognisedAt')))),
  newSpecial: {
    title: '新增专业楼宇',
    when: present(field('recognisedAt')),
    period: field('recognisedAt'),
    unit: 'area',
  },
  newDigital: {
    title: '新增数字经济专业楼宇',
    when: all(present(field('recognisedAt')), equals(field('specialty'), constant('digital'))),
    period: field('recognisedAt'),
    unit: 'area',
  },
  full: held('满仓楼宇数', all(inUse, present(field('fullSince')))),
  measured: held('已测入驻率楼宇的可租售面积', all(inUse, present(field('vacant'))), field('rentable')),
  vacant: held('空置面积', all(inUse, present(field('vacant'))), field('vacant')),
  firms: found('入驻企业数', 'firms'),
  registered: found('属地注册企业数', 'registeredHere'),
  taxed: found('属地纳税企业数', 'taxedHere'),
  aboveScale: found('“四上”企业数', 'aboveScale'),
  stated: found('属地纳统企业数', 'statedHere'),
  virtual: found('虚拟注册企业数', 'virtual'),
  movedOut: found('本年累计迁出企业数', 'movedOut'),
  leaving: held('迁出预警未了结', inUse, field('leaving')),
  taxThis: ofYear('最近年度税收', 'taxTotal', 'taxAt'),
  taxLast: ofYear('上一年度税收', 'lastTotal', 'lastAt'),
  districtThis: ofYear('最近年度区级税收', 'taxDistrict', 'taxAt'),
  districtLast: ofYear('上一年度区级税收', 'lastDistrict', 'lastAt'),
  areaThis: taxedArea('最近年度有税收数的建筑面积', 'taxTotal', 'taxAt'),
  areaLast: taxedArea('上一年度有税收数的建筑面积', 'lastTotal', 'lastAt'),
  swept: held('扫过的楼宇', sweptOnce),
  verified: held('扫楼已复核的楼宇', all(sweptOnce, present(field('verifiedAt')))),
  onTime: held(
    '在扫楼周期内的楼宇',
    all(inUse, not(any(clockIs('sweep', 'overdue'), clockIs('keySweep', 'overdue'), clockIs('renewal', 'overdue')))),
  ),
}

const buildingsNow = stock('栋')
const firmsNow = stock('户')
const areaNow = stock('㎡')
const built = count('栋')
const money = count('万元')
const plus = (...parts: readonly string[]): Formula => ({ plus: parts.map(of) })
const TAX = plus('taxThis', 'taxLast')

const stocks: readonly MeasureDefinition[] = [
  buildingsNow('all', '楼宇总数', '此刻在库的楼宇，在建的也在内。'),
  buildingsNow('inUse', '投用楼宇', '此刻招商、运营、亿元和提质更新的楼宇。'),
  {
    ...buildingsNow('hundredMillion', '亿元楼宇', '最近年度或上一年度楼内企业税收达到亿元标准的楼宇（全口径）。'),
    direction: 'up',
  },
  { ...buildingsNow('five', '五亿元以上楼宇', '亿元楼宇中达到五亿元标准的（含十亿元）。'), direction: 'up' },
  { ...buildingsNow('ten', '十亿元以上楼宇', '亿元楼宇中达到十亿元标准的。'), direction: 'up' },
  { ...buildingsNow('special', '专业楼宇', '此刻在库、已认定的专业楼宇。'), direction: 'up' },
  { ...buildingsNow('full', '满仓楼宇', '入驻率达到满仓标准的投用楼宇（“满仓工程”）。'), direction: 'up' },
  firmsNow('firms', '入驻企业', '最近一次扫楼登记的楼内办公企业，只注册不办公的不算。'),
  firmsNow('virtual', '虚拟注册企业', '注册在楼内而不在楼内办公的企业。'),
  { ...firmsNow('leaving', '迁出预警', '此刻未了结的迁出预警户数。'), direction: 'down' },
  { ...areaNow('vacant', '空置面积', '可租售商务面积−出租面积−自用面积。'), direction: 'down' },
]

const flows: readonly MeasureDefinition[] = [
  built('taken', '新入库楼宇', '按入库月份计。'),
  {
    ...built('newHundredMillion', '新增亿元楼宇', '首次达到亿元标准的楼宇，计在税收年度的12月；跌破后再达到的重新计。'),
    direction: 'up',
  },
  { ...built('newSpecial', '新增专业楼宇', '按认定月份计。'), direction: 'up' },
  { ...built('newDigital', '新增数字经济专业楼宇', '按认定月份计。'), direction: 'up' },
  {
    ...money(
      'tax',
      '楼宇税收（全口径）',
      '楼内企业税收合计，计在税收年度的12月；库里保留最近两个年度，更早的在数列里。',
    ),
    formula: TAX,
    direction: 'up',
  },
  {
    ...money('districtTax', '楼宇税收（区级）', '楼内企业税收的区级部分，计在税收年度的12月。'),
    formula: plus('districtThis', 'districtLast'),
    direction: 'up',
  },
]

const rates: readonly MeasureDefinition[] = [
  rate(
    'occupancy',
    '入驻率',
    { minus: [of('measured'), of('vacant')] },
    of('measured'),
    '（出租面积＋自用面积）÷可租售商务面积，按面积不按间数；没有登记过面积的楼宇不在内。',
  ),
  { ...rate('vacancyRate', '空置率', of('vacant'), of('measured'), '空置面积÷可租售商务面积。'), direction: 'down' },
  rate(
    'registrationRate',
    '属地注册率（落地注册率）',
    of('registered'),
    of('firms'),
    '入驻企业中注册地在本区的÷入驻企业。',
  ),
  rate('taxRate', '属地纳税率', of('taxed'), of('firms'), '入驻企业中纳税关系在本区的÷入驻企业。'),
  rate('statedRate', '属地纳统率', of('stated'), of('aboveScale'), '楼内“四上”企业中在本区纳统的÷楼内“四上”企业。'),
  {
    ...rate(
      'departureRate',
      '迁出率',
      of('movedOut'),
      plus('firms', 'movedOut'),
      '本年累计迁出÷（现入驻＋本年累计迁出）。',
    ),
    direction: 'down',
  },
  {
    ...rate(
      'yield',
      '产出率（单位面积税收）',
      { times: [TAX, { value: constant(10_000) }] },
      plus('areaThis', 'areaLast'),
      '楼宇年税收（全口径，元）÷有税收数的楼宇总建筑面积；按年度查询。',
    ),
    unit: '元/㎡',
    decimals: 0,
  },
  rate('sweptOnTime', '按期扫楼率', of('onTime'), of('inUse'), '扫楼周期没有逾期的投用楼宇÷投用楼宇。'),
  rate('verifiedRate', '扫楼复核率', of('verified'), of('swept'), '最近一次扫楼已由另一人复核的楼宇÷扫过的楼宇。'),
]

/** Counters and measures of the buildings (domain.md 9, systems.md S36). Tax is of buildings, never of firms. */
export const buildingMeasures = defineMeasures(
  { machine: buildings.id, counters, measures: [...stocks, ...flows, ...rates] },
  buildings,
)
