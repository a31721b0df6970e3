import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StatementKind } from '@jiannuo/reader'
import type { Adding, Direction } from '../model.ts'
import { standardDictionary } from '../indicators/index.ts'
import {
  chooseMeasures,
  countedAs,
  describeFeedReason,
  fitMeasure,
  type FeedWanted,
  type OfferedMeasure,
} from './index.ts'

const offered = (id: string, title: string, noun: string, machine: string, more: Partial<OfferedMeasure> = {}) =>
  ({ id, title, noun, machine, unit: '个', adds: 'additive', direction: 'up', ...more }) satisfies OfferedMeasure

const RATE = { unit: '%', adds: 'recomputed' } as const
const STOCK = { adds: 'stock', direction: 'none' } as const

/** Measures of an invented district's systems. */
const MEASURES: readonly OfferedMeasure[] = [
  offered('invest.signed', '签约', '招商项目', '招商引资项目全周期'),
  offered('invest.started', '开工', '招商项目', '招商引资项目全周期'),
  offered('invest.open', '在谈', '招商项目', '招商引资项目全周期', STOCK),
  offered('hotline.received', '受理数', '工单', '市民热线', { unit: '件', direction: 'none' }),
  offered('hotline.onTimeRate', '按时办结率', '工单', '市民热线', RATE),
  offered('hotline.solveRate', '解决率', '工单', '市民热线', RATE),
  offered('hotline.redoRate', '重办率', '工单', '市民热线', { ...RATE, direction: 'down' }),
  offered('hotline.score', '三率综合分', '工单', '市民热线', { unit: '分', adds: 'recomputed' }),
  offered('firms.netIncrease', '净增“四上”企业', '企业', '“四上”企业纳统培育库', { unit: '户' }),
  offered('firms.left', '退统', '企业', '“四上”企业纳统培育库', { unit: '户', direction: 'down' }),
  offered('firms.inStatistics', '在库“四上”企业', '企业', '“四上”企业纳统培育库', { ...STOCK, unit: '户' }),
  offered('buildings.hundredMillion', '亿元楼宇', '楼宇', '楼宇经济', { ...STOCK, unit: '栋' }),
  offered('hazards.majorFixed', '重大隐患整改率', '隐患', '安全隐患排查治理', RATE),
  offered('invest.growth', '到位资金同比增速', '招商项目', '招商引资项目全周期', RATE),
  offered('invest.money', '到位资金', '招商项目', '招商引资项目全周期', { unit: '万元' }),
]

const wanted = (
  words: string,
  kind: StatementKind,
  adding: Adding,
  unit: string,
  more: Partial<FeedWanted['target']> = {},
) =>
  ({
    target: { kind, adding, unit, direction: 'up', comparator: 'gte', ...more },
    words: [words],
  }) satisfies FeedWanted

const bestOf = (one: FeedWanted) => {
  const [best] = chooseMeasures(one, MEASURES)
  return best?.fits ? best.id : undefined
}
const fitsOf = (one: FeedWanted) =>
  chooseMeasures(one, MEASURES)
    .flatMap(({ id, fits }) => (fits ? [id] : []))
    .sort()
const codesOf = (one: FeedWanted, id: string) =>
  chooseMeasures(one, MEASURES)
    .find((fit) => fit.id === id)
    ?.reasons.map(({ code }) => code)

describe('measures that feed a commitment', () => {
  it.each([
    ['招商签约项目', 'increase', 'increments', '个', 'invest.signed'],
    ['开工项目', 'increase', 'increments', '个', 'invest.started'],
    ['群众诉求按时办结率', 'share', 'recomputed', '%', 'hotline.onTimeRate'],
    ['群众诉求解决率', 'share', 'recomputed', '%', 'hotline.solveRate'],
    ['新增四上企业', 'increase', 'increments', '家', 'firms.netIncrease'],
    ['亿元楼宇', 'level', 'last', '栋', 'buildings.hundredMillion'],
    ['重大隐患整改率', 'share', 'recomputed', '%', 'hazards.majorFixed'],
    ['市民热线受理诉求', 'level', 'increments', '件', 'hotline.received'],
    ['招商引资到位资金', 'level', 'increments', '亿元', 'invest.money'],
  ] as const)('P153 %s (%s, %s, %s) is fed best by %5$s', (words, kind, adding, unit, best) => {
    expect(bestOf(wanted(words, kind, adding, unit))).toBe(best)
  })

  it('P150 units: the same, converted, classifiers of one thing; another thing or another dimension does not fit', () => {
    expect(codesOf(wanted('到位资金', 'level', 'increments', '亿元'), 'invest.money')).toContain('feed/unit-converts')
    const firms = wanted('新增企业', 'increase', 'increments', '家')
    expect(chooseMeasures(firms, MEASURES).find(({ id }) => id === 'firms.netIncrease')).toMatchObject({ as: '家' })
    expect(codesOf(firms, 'invest.money')).toContain('feed/unit-apart')
    expect(codesOf(wanted('签约', 'increase', 'increments', '人'), 'invest.signed')).toContain('feed/unit-counts')
    const alike = { ...wanted('亿元楼宇', 'level', 'last', '幢'), alike: ['栋', '幢'] }
    expect(bestOf(alike)).toBe('buildings.hundredMillion')
    expect(countedAs(2, '万户', '家')).toBe(20000)
  })

  it('P151 sums take counts, levels stocks and means, shares what has a numerator; growth, ranks and points take none of these', () => {
    expect(fitsOf(wanted('招商项目', 'level', 'last', '个'))).toEqual(['invest.open', 'firms.inStatistics'].sort())
    expect(codesOf(wanted('招商项目', 'level', 'last', '个'), 'invest.signed')).toContain('feed/kind-flow-level')
    expect(codesOf(wanted('招商项目', 'increase', 'increments', '个'), 'invest.open')).toContain('feed/kind-stock-sum')
    expect(codesOf(wanted('按时办结率', 'share', 'recomputed', '%'), 'hotline.received')).toContain('feed/kind-share')
    expect(fitsOf(wanted('三率综合分', 'level', 'last', '分'))).toEqual(['hotline.score'])
    expect(fitsOf(wanted('到位资金', 'rate', 'never', '%'))).toEqual(['invest.growth'])
    expect(codesOf(wanted('到位资金', 'rate', 'never', '%'), 'hotline.onTimeRate')).toContain('feed/kind-growth')
    expect(codesOf(wanted('满意率', 'increase', 'never', '个百分点'), 'hotline.solveRate')).toContain(
      'feed/kind-points',
    )
    for (const kind of ['rank', 'multiple'] as const) expect(fitsOf(wanted('排名', kind, 'never', '个'))).toEqual([])
  })

  it('P152 what wants less does not feed what wants more; a bound says which', () => {
    const rate = (comparator: FeedWanted['target']['comparator'], direction: Direction) =>
      wanted('重办率', 'share', 'recomputed', '%', { comparator, direction })
    expect(codesOf(rate('gte', 'up'), 'hotline.redoRate')).toContain('feed/direction-apart')
    expect(bestOf(rate('lte', 'up'))).toBe('hotline.redoRate')
    expect(bestOf(rate('eq', 'down'))).toBe('hotline.redoRate')
    expect(bestOf(rate('eq', 'none'))).toBe('hotline.redoRate')
    expect(fitsOf(rate('lte', 'down'))).toEqual(['hotline.redoRate'])
  })

  it('P153 aliases of the dictionary lead to the measure as well', () => {
    const known = [...standardDictionary().indicators.values()].find(({ aliases }) => aliases.length > 0)
    const alias = known?.aliases[0] ?? ''
    const named = [...MEASURES, offered('x.alias', alias, '事项', '某系统')]
    const [best] = chooseMeasures(
      { ...wanted('', 'increase', 'increments', '个'), words: [known?.name ?? '', alias] },
      named,
    )
    expect(best).toMatchObject({ id: 'x.alias', fits: true, likeness: 1 })
  })

  const anything = fc.record({
    words: fc.constantFrom('招商签约项目', '按时办结率', '四上企业', '', '开工'),
    kind: fc.constantFrom<StatementKind>('level', 'increase', 'rate', 'share', 'multiple', 'rank'),
    adding: fc.constantFrom<Adding>('increments', 'last', 'recomputed', 'never'),
    unit: fc.constantFrom('个', '家', '%', '亿元', '个百分点', '件', ''),
    comparator: fc.constantFrom<FeedWanted['target']['comparator']>('eq', 'gte', 'lte', 'approx'),
    direction: fc.constantFrom<Direction>('up', 'down', 'none'),
    order: fc.shuffledSubarray([...MEASURES], { minLength: MEASURES.length }),
  })

  it('P153 P154 the order given plays no part, each measure stands once, and each has its reasons in words', () => {
    fc.assert(
      fc.property(anything, ({ words, kind, adding, unit, comparator, direction, order }) => {
        const one = wanted(words, kind, adding, unit, { comparator, direction })
        const chosen = chooseMeasures(one, order)
        expect(chosen).toEqual(chooseMeasures(one, MEASURES))
        expect(chosen.map(({ id }) => id).sort()).toEqual(MEASURES.map(({ id }) => id).sort())
        expect(
          chosen.findLastIndex(({ fits }) => fits) < chosen.findIndex(({ fits }) => !fits) ||
            chosen.every(({ fits }) => fits) ||
            !chosen.some(({ fits }) => fits),
        ).toBe(true)
        for (const fit of chosen) {
          expect(fitMeasure(one, MEASURES.find(({ id }) => id === fit.id) ?? order[0]!)).toEqual(fit)
          const said = fit.reasons.map(describeFeedReason)
          expect(said.length).toBeGreaterThan(0)
          for (const text of said) expect(text).toMatch(/^(?!.*[{}]).*\p{Script=Han}/u)
        }
      }),
    )
  })
})
