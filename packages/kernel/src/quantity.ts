import { shiftDecimal, withoutNoise } from './decimal.ts'
import { granted, type Result } from './result.ts'
import { convert, dimensionOf, magnitudeOf } from './unit.ts'
import type { Dimension } from './unit-table.ts'

/**
 * How a number is bounded: `gte` 以上 不低于, `gt` 超过 突破 余, `lte` 以内 不超过, `lt` 近 不到 低于, `approx` 左右 约,
 * `range` 2-3, `eq` none of these.
 */
export type Comparator = 'eq' | 'gte' | 'gt' | 'lte' | 'lt' | 'approx' | 'range'

/** A bounded amount: one number, or the two ends of a range, in a unit as written. */
export interface Quantity {
  readonly value: number | readonly [number, number]
  readonly unit: string
  readonly comparator: Comparator
}

/** What was reached: one number in a unit. */
export interface Amount {
  readonly value: number
  readonly unit: string
}

/** Numbers closer than this share of their size are the same number; it is far above noise and far below any figure. */
const NOISE = 1e-12

const sign = (a: number, b: number): number => {
  const gap = a - b
  return Math.abs(gap) <= NOISE * Math.max(Math.abs(a), Math.abs(b)) ? 0 : gap
}

const endsOf = (value: Quantity['value']): readonly [number, number] =>
  typeof value === 'number' ? [value, value] : [Math.min(...value), Math.max(...value)]

function holds(comparator: Comparator, actual: number, value: Quantity['value'], tolerance: number): boolean {
  const [low, high] = endsOf(value)
  switch (comparator) {
    case 'eq':
    case 'range':
      return sign(actual, low) >= 0 && sign(actual, high) <= 0
    case 'gte':
      return sign(actual, low) >= 0
    case 'gt':
      return sign(actual, low) > 0
    case 'lte':
      return sign(actual, high) <= 0
    case 'lt':
      return sign(actual, high) < 0
    case 'approx':
      return sign(actual, low - tolerance * Math.abs(low)) >= 0 && sign(actual, high + tolerance * Math.abs(high)) <= 0
  }
}

/**
 * Whether an amount lies within what a quantity says. It is the plain relation of the words: more than an `eq` is not
 * `eq`. Whether more is better is a matter of the indicator, and is decided where indicators are known.
 *
 * @param actual what was reached; its unit may be another of the same base
 * @param target what was said
 * @param tolerance share of the number that 左右 allows either way, 0.05 for five per cent; there is no silent default
 * @returns the answer, or `kernel/unit-mismatch`
 */
export function satisfies(actual: Amount, target: Quantity, tolerance: number): Result<boolean> {
  const reached = convert(actual.value, actual.unit, target.unit)
  return reached.ok ? granted(holds(target.comparator, reached.value, target.value, tolerance)) : reached
}

/** Kinds of unit that nobody writes with 万 or 亿 in front. */
const PLAIN: ReadonlySet<Dimension> = new Set(['ratio', 'points', 'multiple', 'rank', 'time', 'temperature'])

const SCALES = [
  [12, '万亿'],
  [8, '亿'],
  [4, '万'],
] as const

const shortEnough = (value: number): boolean => sign(value, Math.round(value * 1e4) / 1e4) === 0

/** The multiplier that suits a number: the largest that leaves at least 1 before the point and four digits behind it. */
function scaleFor(ends: readonly [number, number], unit: string): readonly [number, string] {
  if (PLAIN.has(dimensionOf(unit))) return [0, '']
  const size = Math.min(...ends.filter((end) => end !== 0).map((end) => Math.abs(end)))
  const fits = SCALES.find(
    ([exponent]) => size >= 10 ** exponent && ends.every((end) => shortEnough(shiftDecimal(end, -exponent))),
  )
  return Number.isFinite(size) && fits !== undefined ? fits : [0, '']
}

/** A number as people write it, never 1e+21. */
function written(value: number): string {
  const clean = withoutNoise(value)
  const text = String(clean)
  if (!text.includes('e')) return text
  return text.includes('e-') ? clean.toFixed(20).replace(/0{1,20}$/, '') : String(BigInt(clean))
}

/** Amounts in Chinese without the bound word: 1260亿元, 5.6万户, 2至3所, 3万至5万户. */
function describeAmount(quantity: Quantity): string {
  const [low, high] = endsOf(quantity.value)
  const start = magnitudeOf(low, quantity.unit)
  const end = magnitudeOf(high, quantity.unit)
  const [exponent, name] = scaleFor([start.value, end.value], start.unit)
  const say = (value: number): string => `${written(shiftDecimal(value, -exponent))}${name}`
  const prefix = dimensionOf(start.unit) === 'rank' ? '第' : ''
  const ends = low === high ? say(start.value) : `${say(start.value)}至${say(end.value)}`
  return `${prefix}${ends}${start.unit}`
}

/** A quantity in Chinese, bound word and all: 1260亿元, 12%以上, 超过23.7万户, 5%左右, 2至3所. */
export function describeQuantity(quantity: Quantity): string {
  const amount = describeAmount(quantity)
  switch (quantity.comparator) {
    case 'eq':
    case 'range':
      return amount
    case 'gte':
      return `${amount}以上`
    case 'gt':
      return `超过${amount}`
    case 'lte':
      return `${amount}以内`
    case 'lt':
      return `不到${amount}`
    case 'approx':
      return `${amount}左右`
  }
}
