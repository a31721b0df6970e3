import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Comparator, describeQuantity, type Quantity, satisfies } from './quantity.ts'

const said = (value: Quantity['value'], unit: string, comparator: Comparator): Quantity => ({ value, unit, comparator })
const meets = (value: number, unit: string, target: Quantity, tolerance = 0.05) =>
  satisfies({ value, unit }, target, tolerance)

describe('satisfies', () => {
  it.each<[Comparator, number, boolean]>([
    ['eq', 100, true],
    ['eq', 101, false],
    ['eq', 99, false],
    ['gte', 100, true],
    ['gte', 99.9, false],
    ['gt', 100, false],
    ['gt', 100.1, true],
    ['lte', 100, true],
    ['lte', 100.1, false],
    ['lt', 100, false],
    ['lt', 99, true],
    ['approx', 95, true],
    ['approx', 105, true],
    ['approx', 94.9, false],
    ['approx', 105.1, false],
    ['range', 100, true],
    ['range', 101, false],
  ])('K40 against %s 100, %d gives %s', (comparator, actual, expected) => {
    expect(meets(actual, '家', said(100, '家', comparator))).toEqual({ ok: true, value: expected })
  })

  it.each<[Comparator, number, boolean]>([
    ['range', 2, true],
    ['range', 3, true],
    ['range', 3.1, false],
    ['range', 1.9, false],
    ['gte', 2, true],
    ['gte', 1, false],
    ['gt', 2, false],
    ['lte', 3, true],
    ['lte', 4, false],
    ['lt', 3, false],
    ['approx', 3.15, true],
    ['eq', 2.5, true],
  ])('K40 against %s 2–3, %d gives %s', (comparator, actual, expected) => {
    expect(meets(actual, '所', said([2, 3], '所', comparator))).toEqual({ ok: true, value: expected })
    expect(meets(actual, '所', said([3, 2], '所', comparator))).toEqual({ ok: true, value: expected })
  })

  it('K41 the tolerance of 左右 is what the caller declares, and works for falls too', () => {
    const about = said(5, '%', 'approx')
    expect(meets(4.6, '%', about, 0.1)).toEqual({ ok: true, value: true })
    expect(meets(4.6, '%', about, 0.05)).toEqual({ ok: true, value: false })
    expect(meets(5, '%', about, 0)).toEqual({ ok: true, value: true })
    expect(meets(-39, '%', said(-40, '%', 'approx'), 0.05)).toEqual({ ok: true, value: true })
    expect(meets(-43, '%', said(-40, '%', 'approx'), 0.05)).toEqual({ ok: true, value: false })
  })

  it('K42 converts the unit first', () => {
    expect(meets(56_000, '户', said(5.6, '万户', 'gte'))).toEqual({ ok: true, value: true })
    expect(meets(126_000, '万元', said(12.6, '亿元', 'eq'))).toEqual({ ok: true, value: true })
    expect(meets(1, '公顷', said(15, '亩', 'eq'))).toEqual({ ok: true, value: true })
    expect(meets(0.1 + 0.2, '%', said(0.3, '%', 'eq'))).toEqual({ ok: true, value: true })
  })

  it('K42 refuses another measure', () => {
    const refusal = meets(5, '亿美元', said(5, '亿元', 'gte'))
    expect(refusal.ok ? [] : refusal.problems.map((problem) => problem.code)).toEqual(['kernel/unit-mismatch'])
  })

  it('K40 gte is gt or eq, and lte is lt or eq', () => {
    const number = fc.integer({ min: -1000, max: 1000 })
    fc.assert(
      fc.property(number, number, (actual, target) => {
        const is = (comparator: Comparator) => {
          const answer = meets(actual, '个', said(target, '个', comparator))
          return answer.ok && answer.value
        }
        expect(is('gte')).toBe(is('gt') || is('eq'))
        expect(is('lte')).toBe(is('lt') || is('eq'))
        expect(is('gt')).toBe(!is('lte'))
      }),
    )
  })
})

describe('describeQuantity', () => {
  it.each<[Quantity, string]>([
    [said(1260, '亿元', 'eq'), '1260亿元'],
    [said(126_000_000_000, '元', 'eq'), '1260亿元'],
    [said(1.26, '万亿元', 'eq'), '1.26万亿元'],
    [said(56_000, '户', 'eq'), '5.6万户'],
    [said(150, '家', 'gt'), '超过150家'],
    [said(12, '%', 'gte'), '12%以上'],
    [said(40, '%', 'lt'), '不到40%'],
    [said(5, '%', 'lte'), '5%以内'],
    [said(5, '%', 'approx'), '5%左右'],
    [said(-21.9, '%', 'eq'), '-21.9%'],
    [said([2, 3], '所', 'range'), '2至3所'],
    [said([3, 5], '万户', 'range'), '3万至5万户'],
    [said([8000, 12_000], '户', 'range'), '8000至12000户'],
    [said(1, '位', 'eq'), '第1位'],
    [said(2, '倍', 'eq'), '2倍'],
    [said(20_000, '倍', 'eq'), '20000倍'],
    [said(123_456_789, '元', 'eq'), '12345.6789万元'],
    [said(1_234_567_891, '元', 'eq'), '123456.7891万元'],
    [said(12_345_678.91, '元', 'eq'), '12345678.91元'],
    [said(1e-7, '%', 'eq'), '0.0000001%'],
    [said(1e22, '%', 'eq'), '10000000000000000000000%'],
    [said(9, '成', 'gt'), '超过90%'],
    [said(3, '万方', 'eq'), '3万平方米'],
    [said(4.5, '万元/人', 'eq'), '4.5万元/人'],
    [said(0, '件', 'eq'), '0件'],
    [said(2, '亿', 'eq'), '2亿'],
    [said(0.1 + 0.2, '%', 'eq'), '0.3%'],
    [said(8540, '户', 'eq'), '8540户'],
    [said(10_000, '户', 'eq'), '1万户'],
  ])('K43 says %o as %s', (quantity, text) => expect(describeQuantity(quantity)).toBe(text))

  it('K43 never writes an exponent', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e23, max: 1e23, noNaN: true }),
        fc.constantFrom('元', '%', '户'),
        (value, unit) => {
          expect(describeQuantity(said(value, unit, 'eq'))).not.toMatch(/\de[+-]?\d/)
        },
      ),
    )
  })
})
