import { type Instant, monthKey } from '@jiannuo/kernel'

/** The month so many months later; earlier when negative. Months are `YYYY-MM`. */
export function monthPlus(month: string, count: number): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
}

/** So many months up to one, oldest first. */
export const monthsUpTo = (last: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => monthPlus(last, at - count + 1))

/** The last month that was over at a moment. */
export const lastWholeMonth = (at: Instant, utcOffset: number): string => monthPlus(monthKey(at, utcOffset), -1)
