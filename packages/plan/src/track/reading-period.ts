import { compareDates, daysInMonth, isPlainDate, type PlainDate, parsePlainDate, plainDate } from '@jiannuo/kernel'

/** The days that a period names, both counted. */
export interface Days {
  readonly first: PlainDate
  readonly last: PlainDate
}

const months = (year: number, from: number, count: number): Days => ({
  first: plainDate(year, from, 1),
  last: plainDate(year, from + count - 1, daysInMonth(year, from + count - 1)),
})

/** The days of a period as it is written: `2026`, `2026-H1`, `2026-Q3`, `2026-05`, `2026-05-31`; undefined for anything else. */
export function daysOfPeriod(period: string): Days | undefined {
  const [, yearText, part] = /^(\d{4})(?:-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$/.exec(period) ?? []
  if (yearText === undefined) {
    if (!isPlainDate(period)) return undefined
    const day = parsePlainDate(period)
    return day.ok ? { first: day.value, last: day.value } : undefined
  }
  const year = Number(yearText)
  if (part === undefined) return months(year, 1, 12)
  if (part.startsWith('H')) return months(year, Number(part[1]) * 6 - 5, 6)
  if (part.startsWith('Q')) return months(year, Number(part[1]) * 3 - 2, 3)
  return months(year, Number(part), 1)
}

/** Whether two stretches share a day. */
export const overlap = (a: Days, b: Days): boolean =>
  compareDates(a.first, b.last) <= 0 && compareDates(b.first, a.last) <= 0

/** The earlier of two days. */
export const earlier = (a: PlainDate, b: PlainDate): PlainDate => (compareDates(a, b) <= 0 ? a : b)
