import type { Clause, Due, Statement, Task } from '@jiannuo/reader'
import { comparators } from '../labels.zh.ts'

/** The value with its bound: ≥12, ≈300, 2–3. */
export function valueWords({ value, comparator }: Statement): string {
  const number = typeof value === 'number' ? numberWords(value) : `${numberWords(value[0])}–${numberWords(value[1])}`
  return `${comparators[comparator]}${number}`
}

/** A number without exponent; what a double cannot hold exactly is not shown as if it could. */
export function numberWords(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e21) return String(value)
  return Number(value.toPrecision(15)).toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })
}

/** The heading path in one line. */
export const pathWords = (clause: Clause | undefined): string => (clause?.path ?? []).join(' › ')

/** What a task says is to be done. */
export const taskWords = ({ action, object }: Task): string => `${action}${object}`

/** When something is due, in the text's own words with the day that they mean: 年底前（2025-12-31）. */
export const dueWords = (due: Due | undefined): string => (due === undefined ? '' : `${due.words}（${due.date}）`)
