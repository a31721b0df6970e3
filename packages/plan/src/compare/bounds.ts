import { convert } from '@jiannuo/kernel'
import type { Figure } from './types.ts'

/** What a figure leaves possible; an open end excludes the number itself. */
export interface Interval {
  readonly low: number
  readonly high: number
  readonly lowOpen: boolean
  readonly highOpen: boolean
}

/** The number that a figure is calculated with: as written, of a range its lower end. */
export const nominal = ({ value }: Pick<Figure, 'value'>): number =>
  typeof value === 'number' ? value : Math.min(...value)

const top = ({ value }: Figure): number => (typeof value === 'number' ? value : Math.max(...value))

/**
 * What a figure's words leave possible: 1600余 lies above 1600 and is not 1600; 左右 allows the tolerance either way.
 *
 * @param times what one of the figure's unit is in the unit of the comparison
 */
export function intervalOf(figure: Figure, tolerance: number, times: number): Interval {
  const low = nominal(figure) * times
  const high = top(figure) * times
  switch (figure.comparator) {
    case 'eq':
    case 'range':
      return { low, high, lowOpen: false, highOpen: false }
    case 'gte':
      return { low, high: Infinity, lowOpen: false, highOpen: false }
    case 'gt':
      return { low, high: Infinity, lowOpen: true, highOpen: false }
    case 'lte':
      return { low: -Infinity, high, lowOpen: false, highOpen: false }
    case 'lt':
      return { low: -Infinity, high, lowOpen: false, highOpen: true }
    case 'approx':
      return {
        low: low - Math.abs(low) * tolerance,
        high: high + Math.abs(high) * tolerance,
        lowOpen: false,
        highOpen: false,
      }
  }
}

/** Whether everything that the first leaves possible lies below everything that the second does. */
export const below = (a: Interval, b: Interval): boolean =>
  a.high < b.low || (a.high === b.low && (a.highOpen || b.lowOpen))

/**
 * What one of `from` is in `to`; undefined when they do not convert. Classifiers that mean the same for the indicator (家 and 户 of
 * firms) are the caller's to settle.
 */
export function timesOf(from: string, to: string): number | undefined {
  const times = convert(1, from, to)
  return times.ok ? times.value : undefined
}

/** Digits that a difference keeps: more than any figure has, fewer than the noise of a subtraction reaches. */
const DIGITS = 12

/** A number without the noise of binary fractions: 12.3 − 12 is 0.3. */
export const tidy = (value: number): number => Number(value.toPrecision(DIGITS))

/** The second less the first. */
export const minus = (b: number, a: number): number => tidy(b - a)
