import type { Condition, CounterDefinition, Formula, MeasureDefinition } from '@jiannuo/engine'
import { all, any, constant, defineMeasures, equals, fact, field, gte, inState, not, present } from '@jiannuo/engine'
import { count, of, rate, stock } from '../commitments/measure-parts.ts'
import { innovationFirms } from './firms.register.ts'
import { holds, of as fieldOf, stageIds, type TitleId, titleIds, titles } from './firms.titles.ts'

const here = inState(...stageIds)
const now = (title: string, when: Condition): CounterDefinition => ({ title, when: all(here, when), unit: 'area' })
const inMonth = (title: string, id: string, when: Condition = present(field(id))): CounterDefinition => ({
  title,
  when,
  period: field(id),
  unit: 'area',
})

/** Answered with the title after it was applied for. */
const passed = (id: TitleId): Condition =>
  all(
    present(field(fieldOf(id, 'Applied'))),
    any(
      gte(field(fieldOf(id, 'Since')), field(fieldOf(id, 'Applied'))),
      gte(field(fieldOf(id, 'Renewed')), field(fieldOf(id, 'Applied'))),
    ),
  )

const countersOf = (id: TitleId): [string, CounterDefinition][] => {
  const { name } = titles[id]
  return [
    [id, now(`有效期内：${name}`, holds(id))],
    [`${id}New`, inMonth(`新增：${name}`, fieldOf(id, 'Since'))],
    [`${id}Lapsed`, inMonth(`失效：${name}`, fieldOf(id, 'Lapsed'))],
    // Who leaves with a title in force takes it along.
    [
      `${id}Gone`,
      { title: `持有而出库：${name}`, when: all(inState('left'), holds(id)), period: fact('closedAt'), unit: 'area' },
    ],
    [`${id}Due`, now(`即将到期：${name}`, all(holds(id), present(field(fieldOf(id, 'Due')))))],
    [`${id}Applied`, inMonth(`申报：${name}`, fieldOf(id, 'Applied'))],
    [`${id}Passed`, inMonth(`申报通过：${name}`, fieldOf(id, 'Applied'), passed(id))],
  ]
}

const specialisedOrAbove = any(holds('specialised'), holds('giant'))
const since = (id: TitleId) => field(fieldOf(id, 'Since'))
const anyOf = (...ids: readonly TitleId[]): Condition => any(...ids.map(holds))

const counters: Readonly<Record<string, CounterDefinition>> = {
  ...Object.fromEntries(titleIds.flatMap(countersOf)),
  inLibrary: now('在库企业', here),
  ...Object.fromEntries(
    stageIds.map((id) => [`at-${id}`, { title: `梯次：${id}`, when: inState(id), unit: 'area' } as const]),
  ),
  titled: now('持有称号的企业', anyOf(...titleIds)),
  national: now('持有国家级称号的企业', anyOf('sme', 'highTech', 'giant')),
  specialisedOrAbove: now('省级以上专精特新企业', specialisedOrAbove),
  // The first of the two titles counts; the second is no second firm.
  provincialFirst: inMonth(
    '先得省级专精特新',
    fieldOf('specialised', 'Since'),
    any(all(present(since('specialised')), not(present(since('giant')))), gte(since('giant'), since('specialised'))),
  ),
  nationalFirst: inMonth(
    '先得国家级小巨人',
    fieldOf('giant', 'Since'),
    all(present(since('giant')), not(all(present(since('specialised')), gte(since('giant'), since('specialised'))))),
  ),
  highTechAboveScale: now('规上高新技术企业', all(holds('highTech'), equals(field('aboveScale'), constant(true)))),
  highTechRenewed: inMonth('高新技术企业复审通过', fieldOf('highTech', 'Renewed')),
  promoted: inMonth('晋级企业', 'promotedAt'),
  taken: { title: '新入库企业', when: present(fact('openedAt')), period: fact('openedAt'), unit: 'area' },
  left: { title: '出库企业', when: inState('left'), period: fact('closedAt'), unit: 'area' },
}

const firmsNow = stock('家')
const firms = count('家')
const sum = (part: string): Formula => ({ plus: titleIds.map((id) => of(`${id}${part}`)) })

const ofTitle = (id: TitleId): readonly MeasureDefinition[] => {
  const { name } = titles[id]
  return [
    { ...firmsNow(id, `${name}（有效期内）`, `此刻持有${name}称号且在有效期内的企业。`), direction: 'up' },
    {
      ...firms(`${id}New`, `新增${name}`, '首次取得的，按登记认定的月份计；复审、失而复得的不算新增。'),
      direction: 'up',
    },
    {
      ...firms(`${id}Net`, `净增${name}`, '新增−失效（到期、取消）−持有称号而出库。失而复得的，失效一并撤销。'),
      formula: { minus: [of(`${id}New`), { plus: [of(`${id}Lapsed`), of(`${id}Gone`)] }] },
      direction: 'up',
    },
    firmsNow(`${id}Due`, `${name}即将到期`, '此刻有效期不足6个月、还没有复审通过的。'),
  ]
}

const stageMeasures: readonly MeasureDefinition[] = stageIds.map((id) =>
  firmsNow(
    `at-${id}`,
    `梯次：${innovationFirms.states[id]?.title ?? id}`,
    '按在有效期内的最高称号，一家企业只计一次。',
  ),
)

const wholes: readonly MeasureDefinition[] = [
  firmsNow('inLibrary', '在库企业', '此刻在库的企业，潜在培育的也在内。'),
  { ...firmsNow('titled', '持有称号的企业', '持有任一在有效期内称号的企业，一家只计一次。'), direction: 'up' },
  {
    ...stock('个')('titles', '在有效期内的称号', '称号个数：一家企业持有几个计几个。'),
    formula: sum(''),
    direction: 'up',
  },
  {
    ...firmsNow('national', '持有国家级称号的企业', '持有科技型中小企业、高新技术企业或“小巨人”之一，一家只计一次。'),
    direction: 'up',
  },
  {
    ...firmsNow(
      'specialisedOrAbove',
      '省级以上专精特新企业',
      '持有省级专精特新或国家级“小巨人”的企业，两者都有的只计一次。',
    ),
    direction: 'up',
  },
  {
    ...firms(
      'newSpecialisedOrAbove',
      '新增省级以上专精特新企业',
      '首次取得省级专精特新或国家级“小巨人”，以先取得的为准，只计一次。',
    ),
    formula: { plus: [of('provincialFirst'), of('nationalFirst')] },
    direction: 'up',
  },
  { ...firmsNow('highTechAboveScale', '规上高新技术企业', '高新技术企业中的规模以上企业。'), direction: 'up' },
  {
    ...firmsNow('dueSoon', '即将到期的称号', '六类称号中有效期不足6个月的合计。'),
    formula: sum('Due'),
    direction: 'down',
  },
  firms('taken', '新入库企业', '按入库月份计。'),
  { ...firms('left', '出库企业', '按出库月份计。'), direction: 'down' },
  { ...firms('promoted', '晋级企业', '梯次上升的企业，计在最近一次晋级的月份。'), direction: 'up' },
]

const rates: readonly MeasureDefinition[] = [
  rate('promotionRate', '晋级率', of('promoted'), of('inLibrary'), '当期晋级企业÷此刻在库企业。'),
  rate(
    'passRate',
    '申报通过率',
    sum('Passed'),
    sum('Applied'),
    '当期申报（每称号计最近一次）中至今已认定或复审通过的÷当期申报。',
  ),
  rate(
    'highTechRenewalRate',
    '高新技术企业到期续认率',
    of('highTechRenewed'),
    { plus: [of('highTechRenewed'), of('highTechLapsed')] },
    '当期复审、重新认定通过÷（通过＋失效）。',
  ),
]

/** Counters and measures of the ladder (domain.md 8): titles and firms both, and no firm twice in a count of firms. */
export const innovationFirmMeasures = defineMeasures(
  {
    machine: innovationFirms.id,
    counters,
    measures: [...titleIds.flatMap(ofTitle), ...stageMeasures, ...wholes, ...rates],
  },
  innovationFirms,
)
