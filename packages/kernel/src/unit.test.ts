import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { convert, convertible, dimensionOf, type FangHint, magnitudeOf } from './unit.ts'
import { SIZES, SPELLINGS } from './unit-table.ts'

const amount = (value: number, unit: string) => ({ value, unit })

describe('magnitudeOf', () => {
  it.each([
    [5.6, '万户', 56_000, '户'],
    [23.7, '万户', 237_000, '户'],
    [150, '家', 150, '家'],
    [3, '千人', 3000, '人'],
    [4.2, '万人次', 42_000, '人次'],
    [7, '百个', 700, '个'],
    [2, '亿', 200_000_000, ''],
    [5, '', 5, ''],
    [3, '人（家）', 3, '人(家)'],
    [2, '万场次', 20_000, '场次'],
    [3, '千伏', 3, '千伏'],
    [110, 'kv', 110, '千伏'],
    [2, '万千伏安', 20_000, '千伏安'],
  ])('K21 a classifier stays, its multiplier goes: %d%s', (value, unit, expected, base) => {
    expect(magnitudeOf(value, unit)).toEqual(amount(expected, base))
  })

  it.each([
    [73.2, '亿元', 7_320_000_000, '元'],
    [1260, '亿元', 126_000_000_000, '元'],
    [1.26, '万亿元', 1_260_000_000_000, '元'],
    [6.5, '万元', 65_000, '元'],
    [3, '百万元', 3_000_000, '元'],
    [1.5, '千亿元', 150_000_000_000, '元'],
    [8, '亿元人民币', 800_000_000, '元'],
    [1.1, '亿美元', 110_000_000, '美元'],
    [2, '万美金', 20_000, '美元'],
    [3, '亿港币', 300_000_000, '港元'],
    [3, '亿欧元', 300_000_000, '欧元'],
    [3, '亿日元', 300_000_000, '日元'],
  ])('K22 money goes to its own unit, currencies apart: %d%s', (value, unit, expected, base) => {
    expect(magnitudeOf(value, unit)).toEqual(amount(expected, base))
  })

  it.each([
    [30.5, '万方', 305_000, '平方米'],
    [3, '万平方米', 30_000, '平方米'],
    [3, '万㎡', 30_000, '平方米'],
    [3, '万m²', 30_000, '平方米'],
    [3, '平米', 3, '平方米'],
    [3, '万亩', 30_000, '亩'],
    [3, '万公顷', 30_000, '公顷'],
    [3, '平方千米', 3, '平方公里'],
    [3, '万立方米', 30_000, '立方米'],
    [3, '亿方', 300_000_000, '立方米'],
    [3, '亿立方', 300_000_000, '立方米'],
    [3, '方', 3, '方'],
    [3, '千方', 3000, '方'],
  ])('K23 area and volume: %d%s', (value, unit, expected, base) => {
    expect(magnitudeOf(value, unit)).toEqual(amount(expected, base))
  })

  it.each<[number, string, FangHint, number, string]>([
    [3, '方', 'area', 3, '平方米'],
    [3, '方', 'volume', 3, '立方米'],
    [3, '万方', 'volume', 30_000, '立方米'],
    [3, '亿方', 'area', 300_000_000, '平方米'],
    [3, '万户', 'area', 30_000, '户'],
  ])('K23 a hint settles 方: %d%s as %s', (value, unit, hint, expected, base) => {
    expect(magnitudeOf(value, unit, hint)).toEqual(amount(expected, base))
    // The hint of one call must not stick to the next.
    expect(magnitudeOf(3, '万方')).toEqual(amount(30_000, '平方米'))
  })

  it.each([
    [7.5, '公里', 7.5, '公里'],
    [3, '千米', 3, '公里'],
    [1.2, '万公里', 12_000, '公里'],
    [800, '米', 800, '米'],
    [5, '里', 5, '里'],
    [20, '万吨', 200_000, '吨'],
    [3, '千克', 3, '公斤'],
    [73, '亿斤', 7_300_000_000, '斤'],
    [3, '万千瓦', 30_000, '千瓦'],
    [500, '兆瓦', 500_000, '千瓦'],
    [1.5, '吉瓦', 1_500_000, '千瓦'],
    [2, 'GW', 2_000_000, '千瓦'],
    [3, '瓦', 0.003, '千瓦'],
    [8.1, '亿千瓦时', 810_000_000, '千瓦时'],
    [8.1, '亿度', 810_000_000, '千瓦时'],
    [3, 'GWh', 3_000_000, '千瓦时'],
    [4, '万吨标煤', 40_000, '吨标准煤'],
  ])('K24 length, mass, power, energy: %d%s', (value, unit, expected, base) => {
    expect(magnitudeOf(value, unit)).toEqual(amount(expected, base))
  })

  it.each([
    [6.5, '%', 6.5, '%'],
    [6.5, '％', 6.5, '%'],
    [9, '成', 90, '%'],
    [2.7, '‰', 2.7, '‰'],
    [0.3, '个百分点', 0.3, '个百分点'],
    [0.3, '百分点', 0.3, '个百分点'],
    [2, '倍', 2, '倍'],
    [1, '位', 1, '位'],
    [20, '万标箱', 200_000, '标准箱'],
    [20, '万TEU', 200_000, '标准箱'],
  ])('K25 shares, points, multiples, ranks, boxes: %d%s', (value, unit, expected, base) => {
    expect(magnitudeOf(value, unit)).toEqual(amount(expected, base))
  })

  it.each([
    [35, '微克/立方米', 35, '微克/立方米'],
    [35, 'μg/m3', 35, '微克/立方米'],
    [35, 'µg/m³', 35, '微克/立方米'],
    [35, '微克／立方米', 35, '微克/立方米'],
    [0.5, 'mg/L', 0.5, '毫克/升'],
    [90, '元/人', 90, '元/人'],
    [4.5, '万元/人', 45_000, '元/人'],
    [3, '亿元/平方千米', 300_000_000, '元/平方公里'],
    [35, '件/万人', 35, '件/万人'],
    [500, '吨/日', 500, '吨/日'],
    [4, '万吨/日', 40_000, '吨/日'],
    [3, '/', 3, '/'],
  ])('K26 a compound is kept whole but for the multiplier in front: %d%s', (value, unit, expected, base) => {
    expect(magnitudeOf(value, unit)).toEqual(amount(expected, base))
  })

  it('K20 spaces in a unit are nothing', () => {
    expect(magnitudeOf(3, ' 万　平 方米 ')).toEqual(amount(30_000, '平方米'))
  })

  it('K20 a number that is none stays none', () => {
    expect(magnitudeOf(Number.NaN, '万户')).toEqual(amount(Number.NaN, '户'))
  })

  it('K20 what comes out goes in again unchanged', () => {
    const names = [...SIZES.keys(), ...SPELLINGS.keys(), '户', '家', '人次', '元/人', '方']
    const units = fc.tuple(fc.constantFrom('', '十', '百', '千', '万', '亿', '万亿', '百万'), fc.constantFrom(...names))
    fc.assert(
      fc.property(fc.integer({ min: -1000, max: 100_000 }), units, (value, [multiplier, name]) => {
        const once = magnitudeOf(value / 100, `${multiplier}${name}`)
        expect(magnitudeOf(once.value, once.unit)).toEqual(once)
      }),
      { numRuns: 2000 },
    )
  })

  it('K20 takes any text as a unit without a word, also thousands of them', () => {
    const signs = fc.constantFrom(...'十百千万亿元方米瓦时分点/%个户 ％成度吨')
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 8 }), (parts) => {
        expect(Number.isFinite(magnitudeOf(1.5, parts.join('')).value)).toBe(true)
      }),
      { numRuns: 3000 },
    )
    for (let i = 0; i < 20_000; i += 1) magnitudeOf(1, `单位${i}`)
    expect(magnitudeOf(1, '万单位7')).toEqual(amount(10_000, '单位7'))
  })
})

describe('the unit table', () => {
  it('K20 every spelling leads to a canonical name that is no spelling itself', () => {
    for (const [name, spelling] of SPELLINGS) {
      expect(SPELLINGS.has(spelling.unit), name).toBe(false)
      expect(SIZES.has(name), name).toBe(false)
    }
  })

  it('K27 every base is a unit of size one', () => {
    for (const [name, size] of SIZES) {
      expect(SIZES.get(size.base), name).toMatchObject({ base: size.base, times: 1, per: 1, dimension: size.dimension })
    }
  })
})

describe('convert', () => {
  it.each([
    [15, '亩', '公顷', 1],
    [1, '公顷', '亩', 15],
    [1, '平方公里', '亩', 1500],
    [1, '平方公里', '公顷', 100],
    [3, '亩', '平方米', 2000],
    [1, '万亩', '平方公里', 6.666_666_666_666_67],
    [30, '万方', '公顷', 30],
    [3, '公里', '里', 6],
    [7.5, '公里', '米', 7500],
    [7500, '米', '千米', 7.5],
    [1, '万吨', '亿斤', 0.2],
    [73, '亿斤', '万吨', 365],
    [3, '公斤', '斤', 6],
    [3, '兆瓦', '万千瓦', 0.3],
    [1.5, '吉瓦', '万千瓦', 150],
    [3, '亿千瓦时', '万度', 30_000],
    [1260, '亿元', '万元', 12_600_000],
    [1.1, '亿元', '元', 110_000_000],
    [9, '成', '%', 90],
    [2.7, '‰', '%', 0.27],
    [56_000, '户', '万户', 5.6],
    [2, '小时', '分钟', 120],
    [3, '万元/人', '元/人', 30_000],
    [20, '万TEU', '标箱', 200_000],
  ])('K27 %d%s in %s is %d', (value, from, to, expected) => {
    expect(convert(value, from, to)).toEqual({ ok: true, value: expected })
    expect(convertible(from, to)).toBe(true)
  })

  it.each([
    ['亿美元', '亿元'],
    ['港元', '元'],
    ['个百分点', '%'],
    ['人次', '人'],
    ['万人次', '万人'],
    ['家', '户'],
    ['倍', '%'],
    ['平方米', '立方米'],
    ['方', '平方米'],
    ['公里', '平方公里'],
    ['元/人', '元'],
    ['千瓦', '千瓦时'],
    ['吨标准煤', '吨'],
    ['工作日', '天'],
    ['个月', '天'],
    ['', '元'],
    ['海里', '公里'],
  ])('K28 refuses %s to %s with kernel/unit-mismatch', (from, to) => {
    expect(convert(1, from, to)).toEqual({
      ok: false,
      problems: [{ code: 'kernel/unit-mismatch', severity: 'error', params: { from, to } }],
    })
    expect(convertible(to, from)).toBe(false)
  })

  it('K27 there and back again is the same number', () => {
    const bases = ['平方米', '亩', '公顷', '平方公里', '万亩', '万平方米']
    const lengths = ['米', '公里', '里', '万公里']
    const pair = fc.oneof(
      fc.tuple(fc.constantFrom(...bases), fc.constantFrom(...bases)),
      fc.tuple(fc.constantFrom(...lengths), fc.constantFrom(...lengths)),
    )
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), pair, (cents, [from, to]) => {
        const value = cents / 100
        const there = convert(value, from, to)
        const back = there.ok ? convert(there.value, to, from) : there
        expect(back.ok && Math.abs(back.value - value) <= value * 1e-13).toBe(true)
      }),
    )
  })
})

describe('dimensionOf', () => {
  it.each([
    ['亿元', 'money'],
    ['亿美元', 'money'],
    ['公里', 'length'],
    ['万方', 'area'],
    ['亿方', 'volume'],
    ['亩', 'area'],
    ['万吨', 'mass'],
    ['兆瓦', 'power'],
    ['亿度', 'energy'],
    ['成', 'ratio'],
    ['个百分点', 'points'],
    ['倍', 'multiple'],
    ['位', 'rank'],
    ['个工作日', 'time'],
    ['℃', 'temperature'],
    ['元/人', 'compound'],
    ['μg/m3', 'compound'],
    ['万户', 'count'],
    ['方', 'count'],
    ['', 'none'],
    ['亿', 'none'],
  ])('K29 %s measures %s', (unit, dimension) => expect(dimensionOf(unit)).toBe(dimension))
})
