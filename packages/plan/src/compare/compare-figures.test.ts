import { describeProblem } from '@jiannuo/kernel'
import { assert, constantFrom, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { namedOf } from '../decompose/index.ts'
import { identify, standardDictionary } from '../indicators/index.ts'
import { compareFigures } from './compare-figures.ts'
import type { Comparison, Figure } from './types.ts'
import { compareWording } from './wording.zh.ts'

const dictionary = standardDictionary()

type Given = Partial<Omit<Figure, 'indicator'>> & { readonly words: string }

/** A figure about words, a level in 家 of 2026 in one place unless told otherwise. */
function figure({ words, ...rest }: Given): Figure {
  const base = {
    place: '兰台区',
    year: 2026,
    modality: 'result',
    kind: 'level',
    value: 1,
    unit: '家',
    comparator: 'eq',
  } as const
  const made = { ...base, ...rest }
  return { ...made, indicator: namedOf(identify(words, { kind: made.kind, unit: made.unit }, dictionary)) }
}

const set = (a: Given, b: Given, tolerance?: number): Comparison =>
  compareFigures(figure(a), figure(b), dictionary, tolerance === undefined ? {} : { tolerance })
const why = (c: Comparison): readonly string[] => c.refusals.map((r) => r.code.replace('compare/', ''))
const notes = (c: Comparison): readonly string[] => c.notes.map((r) => r.code.replace('compare/', ''))

describe('refusals', () => {
  it('P30 another indicator, though the number is the same', () => {
    const c = set({ words: '高新技术企业', value: 380 }, { words: '瞪羚企业', value: 380 })
    expect([c.comparable, why(c)]).toEqual([false, ['indicator-differs']])
  })

  it('P31 an addition against what is held, a rate against a level', () => {
    const held = { words: '高新技术企业总数', value: 800 }
    expect(why(set({ words: '高新技术企业', kind: 'increase', value: 90 }, held))).toEqual(['added-against-held'])
    const grown = { words: '地区生产总值', kind: 'rate', value: 6, unit: '%' } as const
    expect(why(set(grown, { words: '地区生产总值', value: 430, unit: '亿元' }))).toEqual([
      'kind-differs',
      'unit-differs',
    ])
  })

  it('P31 where a count is a year of work, 新增 and the bare count are one', () => {
    const c = set(
      { words: '老年助餐点', kind: 'increase', value: 6, unit: '个' },
      { words: '老年助餐点', value: 9, unit: '个' },
    )
    expect([c.comparable, c.difference]).toEqual([true, { value: 3, unit: '个' }])
  })

  it('P32 units that do not convert; classifiers of one meaning do', () => {
    const area = { words: '老旧小区改造', value: 3, unit: '万平方米' }
    expect(why(set({ words: '老旧小区改造', value: 12, unit: '个' }, area))).toEqual(['unit-differs'])
    const c = set({ words: '经营主体', value: 2, unit: '万户' }, { words: '市场主体', value: 25_000, unit: '家' })
    expect(c.difference).toEqual({ value: 0.5, unit: '万户' })
    const lane = set(
      { words: '绿道', kind: 'increase', value: 3, unit: '公里' },
      { words: '绿道', kind: 'increase', value: 3500, unit: '米' },
    )
    expect(lane.difference).toEqual({ value: 0.5, unit: '公里' })
  })

  it('P33 another scope, and another way of counting', () => {
    const c = set({ words: '省级以上专精特新企业', value: 40 }, { words: '专精特新企业', value: 60 })
    expect(why(c)).toEqual(['scope-differs'])
    expect(c.refusals[0]?.params).toEqual({ a: '省级以上', b: '未限定范围' })
    const money = { value: 300, unit: '亿元' }
    const counted = set({ words: '固定资产投资（不含农户）', ...money }, { words: '固定资产投资', ...money })
    expect(why(counted)).toEqual(['definition-differs'])
  })

  it('P34 words that name only a class', () => {
    expect(why(set({ words: '项目', unit: '个' }, { words: '项目', unit: '个' }))).toEqual(['too-generic'])
    expect(set({ words: '兰台风筝坊' }, { words: '“兰台风筝坊”' }).comparable).toBe(true)
  })

  it('P35 years of two places, parts of the year', () => {
    const a = { words: '高新技术企业', value: 800 }
    expect(why(set(a, { ...a, place: '青石区', year: 2025 }))).toEqual(['year-differs'])
    expect(set(a, { ...a, year: 2025 }).comparable).toBe(true)
    expect(why(set({ ...a, period: '2026-H1' }, a))).toEqual(['period-differs'])
    expect(set({ ...a, period: '2026-H1' }, { ...a, year: 2025, period: '2025-H1' }).comparable).toBe(true)
  })

  it('P36 every reason is told, in Chinese and without holes', () => {
    const c = set(
      { words: '省级高新技术企业', kind: 'increase', value: 9 },
      { words: '高新技术企业', value: 800, period: '2026-Q1' },
    )
    expect(why(c)).toEqual(['added-against-held', 'scope-differs', 'period-differs'])
    for (const r of c.refusals) {
      const words = describeProblem({ code: r.code, severity: 'note', params: r.params }, compareWording)
      expect(words).not.toMatch(/[{}]|compare\//)
    }
  })
})

describe('comparisons', () => {
  it('P37 difference and ratio in the first unit', () => {
    const c = set(
      { words: '技术合同成交额', value: 120, unit: '亿元' },
      { words: '技术合同成交额', value: 15_000_000, unit: '万元' },
    )
    expect([c.difference, c.ratio]).toEqual([{ value: 1380, unit: '亿元' }, 12.5])
  })

  it('P37 rates and shares in percentage points, ranks not at all', () => {
    const rate = set(
      { words: '社零额', kind: 'rate', value: 6.5, unit: '%' },
      { words: '社零额', kind: 'rate', value: 7.1, unit: '%' },
    )
    expect([rate.difference, rate.ratio]).toEqual([{ value: 0.6, unit: '个百分点' }, undefined])
    expect(notes(rate)).toContain('in-points')
    const rank = { words: '地区生产总值', kind: 'rank', unit: '位' } as const
    const place = set({ ...rank, value: 5 }, { ...rank, value: 3 })
    expect([place.difference, place.ratio, place.standing]).toEqual([undefined, undefined, 'better'])
    expect(notes(place)).toContain('rank-not-subtracted')
  })

  it.each([
    ['高新技术企业', 'eq', 100, 'eq', 120, 'better'],
    ['高新技术企业', 'eq', 120, 'eq', 100, 'worse'],
    ['高新技术企业', 'eq', 100, 'eq', 100, 'same'],
    ['高新技术企业', 'eq', 1600, 'gt', 1600, 'better'],
    ['高新技术企业', 'gt', 1600, 'gt', 1600, 'unclear'],
    ['高新技术企业', 'gte', 1600, 'eq', 1600, 'unclear'],
    ['高新技术企业', 'gt', 1600, 'eq', 1500, 'worse'],
    ['高新技术企业', 'approx', 100, 'eq', 104, 'unclear'],
    ['高新技术企业', 'approx', 100, 'eq', 106, 'better'],
    ['户籍人口', 'eq', 100, 'eq', 120, 'unclear'],
    ['兰台风筝坊', 'eq', 100, 'eq', 120, 'unclear'],
  ] as const)('P38 %s %s %d, %s %d: %s', (words, comparatorA, a, comparatorB, b, standing) => {
    const unit = words === '户籍人口' ? '人' : '家'
    const c = set(
      { words, value: a, unit, comparator: comparatorA },
      { words, value: b, unit, comparator: comparatorB },
    )
    expect(c.standing).toBe(standing)
  })

  it('P38 less is better for an indicator of harm', () => {
    const jobless = { words: '城镇登记失业率', kind: 'share', unit: '%' } as const
    expect(set({ ...jobless, value: 4.5 }, { ...jobless, value: 4.1 }).standing).toBe('better')
  })

  it('P38 the tolerance of 左右 is the caller’s, and told', () => {
    const a = { words: '高新技术企业', value: 100, comparator: 'approx' } as const
    const c = set(a, { words: '高新技术企业', value: 104 }, 0.02)
    expect(c.standing).toBe('better')
    expect(c.notes.find((n) => n.code === 'compare/tolerance')?.params).toEqual({ percent: 2 })
  })

  it('P39 notes', () => {
    const a = { words: '地区生产总值', value: 400, unit: '亿元', version: 'forecast', year: 2025 } as const
    expect(notes(set(a, { ...a, version: 'final', year: 2026 }))).toEqual(['version-differs', 'not-growth'])
    const aimed = { ...a, version: 'final', modality: 'target', comparator: 'gte' } as const
    expect(notes(set(a, aimed))).toEqual(['target-against-result', 'bounded'])
    expect(notes(set({ ...a, action: '完成' }, a))).toEqual(['action-differs'])
    expect(notes(set(a, { ...a, value: [400, 410], comparator: 'range' }))).toEqual(['range-low'])
  })

  it('P30 P38 comparing is fair: turned round, the difference and the standing turn round', () => {
    const bound = constantFrom('eq', 'gte', 'gt', 'lte', 'lt', 'approx')
    const turned = { better: 'worse', worse: 'better', same: 'same', unclear: 'unclear' } as const
    assert(
      property(bound, bound, integer({ min: 1, max: 9999 }), integer({ min: 1, max: 9999 }), (ca, cb, x, y) => {
        const a = { words: '高新技术企业', value: x, comparator: ca } as const
        const b = { words: '高新技术企业', value: y, comparator: cb } as const
        const there = set(a, b)
        const back = set(b, a)
        expect(back.difference?.value).toBe(0 - (there.difference?.value ?? Number.NaN) || 0)
        expect(back.standing).toBe(turned[there.standing ?? 'unclear'])
      }),
      { seed: 20260304 },
    )
  })
})
