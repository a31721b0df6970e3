import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shiftDecimal, withoutNoise } from './decimal.ts'

describe('shiftDecimal', () => {
  it.each([
    [5.6, 4, 56_000],
    [73.2, 8, 7_320_000_000],
    [1.005, 2, 100.5],
    [0.07, 2, 7],
    [-2.3, 4, -23_000],
    [56_000, -4, 5.6],
    [1e-7, 4, 0.001],
    [1e21, -21, 1],
    [1.5e280, 10, 1.5e290],
    [0, 8, 0],
    [3.25, 0, 3.25],
  ])('K20 %d × 10^%d is exactly %d', (value, exponent, expected) =>
    expect(shiftDecimal(value, exponent)).toBe(expected),
  )

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('K20 leaves %d as it is', (value) => {
    expect(shiftDecimal(value, 4)).toBe(value)
  })

  it('K20 moves the point of any decimal exactly', () => {
    const digits = fc.integer({ min: 1, max: 10 ** 9 })
    fc.assert(
      fc.property(digits, fc.integer({ min: 0, max: 4 }), fc.constantFrom(4, 8), (whole, places, exponent) => {
        const value = Number(`${whole}e-${places}`)
        expect(shiftDecimal(value, exponent)).toBe(Number(`${whole}e${exponent - places}`))
      }),
    )
  })
})

describe('withoutNoise', () => {
  it('K20 drops binary noise', () => {
    expect(withoutNoise(0.1 + 0.2)).toBe(0.3)
    expect(withoutNoise(4.35 * 100)).toBe(435)
    expect(withoutNoise(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY)
  })
})
