import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { INDICATORS } from './data/index.ts'
import { standardDictionary } from './dictionary.ts'
import { identify } from './identify.ts'
import { normalForm } from './normal.ts'
import { type Hints, isKnown } from './types.ts'

const dictionary = standardDictionary()

/** `id by qualifiers`, the answer on one line. */
const said = (words: string, hints: Hints = {}): string => {
  const { indicator, by, qualifiers } = identify(words, hints, dictionary)
  return [isKnown(indicator) ? indicator.id : '?', by, ...qualifiers].join(' ')
}

describe('the normal form', () => {
  it('P2 quotes, spaces, full width, brackets and 规模以上', () => {
    expect(normalForm('“专精特新” 企业').words).toBe('专精特新企业')
    expect(normalForm('５Ｇ基站（个）').words).toBe('5G基站')
    expect(normalForm('规模以上工业增加值').words).toBe('规上工业增加值')
    expect(normalForm('固定资产投资（不含农户）')).toEqual({ words: '固定资产投资', notes: ['不含农户'] })
    expect(normalForm('固定资产投资（').words).toBe('固定资产投资(')
  })

  it('P2 it is idempotent', () => {
    const piece = constantFrom(
      '规模',
      '及',
      '以上',
      '(',
      ')',
      '（',
      '）',
      '“',
      ' ',
      '５Ｇ',
      '限额',
      '站',
      '不含',
      '％',
      '企业',
    )
    assert(
      property(array(piece, { maxLength: 9 }), (pieces) => {
        const { words } = normalForm(pieces.join(''))
        // a bracket that the first pass closed may leave another one open: only whole brackets are promised
        if (!/[()]/.test(words)) expect(normalForm(words).words).toBe(words)
      }),
      { seed: 20260301, numRuns: 500 },
    )
  })
})

const REFUSED = [
  ['人均地区生产总值', { kind: 'level', unit: '元' }, 'gdp-per-head name'],
  ['户均停车位', { kind: 'level', unit: '个' }, '? unknown'],
  ['地区生产总值', { kind: 'level', unit: '家' }, '? unknown'],
  ['地区生产总值', { kind: 'share', unit: '%' }, '? unknown'],
  ['工业投资占固定资产投资比重', { kind: 'share', unit: '%' }, 'proportion pattern 工业投资占固定资产投资'],
  ['绿地', { kind: 'increase', unit: '公顷' }, 'green-area name'],
  ['绿地', { kind: 'increase', unit: '亿元' }, '? unknown'],
  ['议案、建议满意率', { kind: 'share', unit: '%' }, '? unknown'],
] as const

describe('identity', () => {
  it.each([
    ['地区生产总值', {}, 'gdp name'],
    ['全区生产总值', {}, 'gdp alias'],
    ['规模以上工业增加值', {}, 'scaled-industrial-value-added name'],
    ['工业增加值', {}, 'industrial-value-added name'],
    ['省级以上“专精特新”企业', {}, 'specialised-smes pattern 省级以上'],
    ['中心城区停车泊位', {}, 'parking-spaces pattern 中心城区'],
    ['亿元以上项目', {}, 'projects pattern 亿元以上'],
    ['全年完成固定资产投资（不含农户）', {}, 'fixed-asset-investment name 不含农户'],
    ['高新技术企业', { scope: '兰台片区' }, 'high-tech-firms name 兰台片区'],
    ['人工智能实训基地', {}, 'bases pattern 人工智能实训'],
  ])('P3 %s', (words, hints, answer) => {
    expect(said(words, hints)).toBe(answer)
  })

  it('P3 every name and alias finds its own indicator', () => {
    for (const indicator of INDICATORS) {
      if (indicator.narrowed) continue
      for (const words of [indicator.name, ...indicator.aliases])
        expect(identify(words, {}, dictionary).indicator.id, words).toBe(indicator.id)
    }
  })

  it.each(REFUSED)('P4 %s %o', (words, hints, answer) => {
    expect(said(words, hints)).toBe(answer)
  })

  it('P5 a class alone is unknown and generic; with other words it is known', () => {
    const alone = identify('项目', { kind: 'level', unit: '个' }, dictionary).indicator
    expect('unknown' in alone && alone.generic).toBe(true)
    expect(said('销售收入')).toBe('? unknown')
    expect(said('丝绸销售收入')).toBe('revenue pattern 丝绸')
    const own = identify('风筝节摊位', {}, dictionary).indicator
    expect('unknown' in own && own.generic).toBe(false)
  })

  it('P6 the same words give the same id, and other words another', () => {
    const id = (words: string) => identify(words, {}, dictionary).indicator.id
    expect(id('“兰台风筝”工坊坊主')).toBe(id('兰台风筝 工坊坊主'))
    expect(id('兰台风筝工坊坊主')).toBe('x:' + id('兰台风筝工坊坊主').slice(2))
    expect(id('兰台风筝工坊坊主')).not.toBe(id('兰台风筝工坊学徒'))
    const ids = new Set(Array.from({ length: 20_000 }, (_, n) => id(`兰台${n}号坊主`)))
    expect(ids.size).toBe(20_000)
  })

  it('P6 the id of words does not change from one release to the next', () => {
    expect(identify('兰台风筝工坊坊主', {}, dictionary).indicator.id).toMatchInlineSnapshot(`"x:1k8r04q1qdm2nq"`)
  })

  it('P6 P9 any words and hints get an answer, twice the same', () => {
    const piece = constantFrom(
      '新增',
      '高新技术企业',
      '和',
      '、',
      '省级',
      '人均',
      '总数',
      '项目',
      '改造',
      '(',
      '“',
      '兰',
    )
    const words = array(piece, { maxLength: 7 }).map((list) => list.join(''))
    const kinds = ['level', 'increase', 'rate', 'share', 'multiple', 'rank'] as const
    assert(
      property(words, constantFrom(...kinds), constantFrom('', '家', '万户', '%', '亿元'), (w, kind, unit) => {
        const first = identify(w, { kind, unit }, dictionary)
        expect(identify(w, { kind, unit }, dictionary)).toEqual(first)
        if (isKnown(first.indicator)) expect(first.indicator.kinds).toContain(kind)
      }),
      { seed: 20260302, numRuns: 400 },
    )
  })

  it('P8 two things under one number', () => {
    expect(said('省级专精特新及国家级“小巨人”企业')).toBe('specialised-smes pattern 省级 及国家级专精特新“小巨人”企业')
    expect(said('绿道和绿地')).toBe('greenways pattern 及绿地')
    expect(said('幸福食堂、老年助餐点')).toBe('elder-canteens pattern')
    expect(said('绿道和风筝')).toBe('? unknown')
    expect(said('固定资产投资和农村固定资产投资')).toBe('fixed-asset-investment pattern 及农村')
  })

  it.each([
    ['项目', { action: '签约', kind: 'level', unit: '个' }, 'signed-projects name'],
    ['科技型中小企业', { action: '新入库', kind: 'increase', unit: '家' }, 'tech-smes pattern'],
    ['高新技术企业总数', {}, 'high-tech-firms pattern'],
    ['民生实事任务', { kind: 'level', unit: '件' }, 'livelihood-projects pattern'],
    ['医院改造', { kind: 'level', unit: '家' }, '? unknown'],
    ['地区生产总值', { kind: 'increase', unit: '个百分点' }, 'gdp pattern 增速'],
    ['地区生产总值增速', { kind: 'rank', unit: '位' }, 'gdp pattern 增速'],
    ['大学毕业生留兰就业创业', { kind: 'level', unit: '万人' }, 'graduates-kept pattern'],
  ] as const)('P9 %s %o', (words, hints, answer) => {
    expect(said(words, hints)).toBe(answer)
  })
})
