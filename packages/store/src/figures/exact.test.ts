import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { decimalText, exact, isZero, plus, ZERO } from './exact.ts'
import { netContributions, netSums } from './net.ts'

const sum = (...values: (number | string)[]): string =>
  decimalText(values.map((value) => exact(value)).reduce((a, b) => plus(a, b), ZERO))

it('S51 adds decimals as they are written', () => {
  expect(sum(0.1, 0.2)).toBe('0.3')
  expect(sum(0.1, 0.2, -0.3)).toBe('0')
  expect(sum(-0.5, 0.2)).toBe('-0.3')
  expect(sum(1e21, 1)).toBe('1000000000000000000001')
  expect(sum(1e-7, 2e-7)).toBe('0.0000003')
  expect(sum(9007199254740991, 9007199254740991)).toBe('18014398509481982')
  expect(sum('12.50', '-2.5')).toBe('10')
  expect(sum(-0)).toBe('0')
  expect(sum('-0.00')).toBe('0')
  expect(isZero(plus(exact(2.5), exact(-2.5)))).toBe(true)
  expect(() => exact(Number.NaN)).toThrow(RangeError)
  expect(() => exact('1/2')).toThrow(RangeError)
})

it('S51 takes back exactly what was added, in any order', () => {
  const values = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), { maxLength: 12 })
  fc.assert(
    fc.property(values, (list) => {
      expect(sum(...list, ...list.map((value) => -value).toReversed())).toBe('0')
      expect(sum(...list)).toBe(sum(...[...list].toReversed()))
    }),
  )
})

it('S51 nets what an entry takes back and makes', () => {
  const base = { counter: 't.c', period: '2026-01', unit: 'u', category: 'k', excluded: false }
  const same = [
    { ...base, amount: -1 },
    { ...base, amount: 1 },
  ]
  expect(netSums(same)).toEqual([])
  expect(netContributions(same, [{ ...base, amount: 1 }])).toEqual({ gone: [], made: [] })
  const excluded = [
    { ...base, amount: -2 },
    { ...base, amount: 2, excluded: true },
    { ...base, counter: 't.d', amount: 0.1 },
  ]
  const { counter: _counter, excluded: _excluded, ...cell } = base
  expect(netSums(excluded)).toEqual([
    { counter: 't.c', ...cell, raw: '0', adjusted: '-2' },
    { counter: 't.d', ...cell, raw: '0.1', adjusted: '0.1' },
  ])
  expect(
    netContributions(excluded, [
      { ...base, amount: 2, excluded: true },
      { ...base, counter: 't.d', amount: 0.1 },
    ]),
  ).toEqual({
    gone: [base],
    made: [
      { ...base, excluded: true, amount: '2' },
      { ...base, counter: 't.d', amount: '0.1' },
    ],
  })
  expect(() => netSums([{ ...base, unit: '*', amount: 1 }])).toThrow(RangeError)
})
