import { formatChineseNumeral } from './numeral-format.ts'
import { compareDates, dateExists, daysBetween, daysInMonth, type PlainDate, partsOf, plainDate } from './plain-date.ts'
import { granted, type Result, refused } from './result.ts'

/** A half of a year: 上半年 is 1, 下半年 is 2. */
export type Half = 1 | 2

/** A quarter of a year. */
export type Quarter = 1 | 2 | 3 | 4

/** The stretch of time that a figure is for. `plan` of a five-year period is its number: 十四五 is 14. */
export type Period =
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'half'; readonly year: number; readonly half: Half }
  | { readonly kind: 'quarter'; readonly year: number; readonly quarter: Quarter }
  | { readonly kind: 'month'; readonly year: number; readonly month: number }
  | { readonly kind: 'day'; readonly date: PlainDate }
  | { readonly kind: 'fiveYear'; readonly plan: number }
  | { readonly kind: 'span'; readonly from: PlainDate; readonly to: PlainDate }

/** A calendar year. */
export const yearPeriod = (year: number): Period => ({ kind: 'year', year })

/** 上半年 or 下半年 of a year. */
export const halfPeriod = (year: number, half: Half): Period => ({ kind: 'half', year, half })

/** A quarter of a year. */
export const quarterPeriod = (year: number, quarter: Quarter): Period => ({ kind: 'quarter', year, quarter })

/**
 * A month of a year.
 *
 * @throws RangeError when the month is not 1 to 12
 */
export function monthPeriod(year: number, month: number): Period {
  if (!dateExists(year, month, 1)) throw new RangeError(`no such month: ${year}-${month}`)
  return { kind: 'month', year, month }
}

/** A single day. */
export const dayPeriod = (date: PlainDate): Period => ({ kind: 'day', date })

/** From one day to another, both counted; refused with `kernel/bad-span` when the end comes first. */
export const spanPeriod = (from: PlainDate, to: PlainDate): Result<Period> =>
  compareDates(from, to) <= 0
    ? granted({ kind: 'span', from, to })
    : refused({ code: 'kernel/bad-span', severity: 'error', params: { from, to } })

/**
 * The period of a five-year plan by its number: 11 is 十一五 (2006–2010), 15 is 十五五 (2026–2030).
 *
 * @throws RangeError when the number is not a whole number from 1 to 99
 */
export function fiveYearPlan(plan: number): Period {
  if (!Number.isInteger(plan) || plan < 1 || plan > 99) throw new RangeError(`no five-year plan ${plan}`)
  return { kind: 'fiveYear', plan }
}

/** First year of a plan. 一五 and 二五 ran from 1953 and 1958; after the pause of 1963–65 the five-year step is unbroken. */
function planStart(plan: number): number {
  return plan <= 2 ? 1948 + 5 * plan : 1951 + 5 * plan
}

/** The five-year plan that a year belongs to, or `undefined` before 1953 and in 1963–65. */
export function fiveYearPlanOf(year: number): Period | undefined {
  const plan = year >= 1966 ? Math.floor((year - 1951) / 5) : Math.floor((year - 1948) / 5)
  const known = plan >= 1 && plan <= 99 && (year >= 1966 || plan <= 2)
  return known ? { kind: 'fiveYear', plan } : undefined
}

interface Bounds {
  readonly first: PlainDate
  readonly last: PlainDate
}

const monthsFrom = (year: number, month: number, count: number): Bounds => {
  const end = month + count - 1
  return { first: plainDate(year, month, 1), last: plainDate(year, end, daysInMonth(year, end)) }
}

function boundsOf(period: Period): Bounds {
  switch (period.kind) {
    case 'year':
      return monthsFrom(period.year, 1, 12)
    case 'half':
      return monthsFrom(period.year, period.half * 6 - 5, 6)
    case 'quarter':
      return monthsFrom(period.year, period.quarter * 3 - 2, 3)
    case 'month':
      return monthsFrom(period.year, period.month, 1)
    case 'day':
      return { first: period.date, last: period.date }
    case 'fiveYear': {
      const start = planStart(period.plan)
      return { first: plainDate(start, 1, 1), last: plainDate(start + 4, 12, 31) }
    }
    case 'span':
      return { first: period.from, last: period.to }
  }
}

/** The first day of a period. */
export const firstDay = (period: Period): PlainDate => boundsOf(period).first

/** The last day of a period, which still belongs to it. */
export const lastDay = (period: Period): PlainDate => boundsOf(period).last

/** How many days a period has. */
export function daysIn(period: Period): number {
  const { first, last } = boundsOf(period)
  return daysBetween(first, last) + 1
}

/** Whether a day lies in a period. */
export function periodContains(period: Period, date: PlainDate): boolean {
  const { first, last } = boundsOf(period)
  return compareDates(first, date) <= 0 && compareDates(date, last) <= 0
}

/** Whether a whole period lies in another; a period lies in itself. */
export function periodCovers(outer: Period, inner: Period): boolean {
  const { first, last } = boundsOf(inner)
  return periodContains(outer, first) && periodContains(outer, last)
}

const quarterOf = (month: number): Quarter => (month <= 3 ? 1 : month <= 6 ? 2 : month <= 9 ? 3 : 4)

/**
 * The larger calendar periods that a period lies wholly in, smallest first: a month has quarter, half, year and
 * five-year plan. A span that crosses the turn of a year has at most its five-year plan.
 */
export function parentPeriods(period: Period): readonly Period[] {
  const { year, month } = partsOf(firstDay(period))
  const plan = fiveYearPlanOf(year)
  const larger: readonly Period[] = [
    monthPeriod(year, month),
    quarterPeriod(year, quarterOf(month)),
    halfPeriod(year, month <= 6 ? 1 : 2),
    yearPeriod(year),
    ...(plan === undefined ? [] : [plan]),
  ]
  const days = daysIn(period)
  return larger.filter((parent) => daysIn(parent) > days && periodCovers(parent, period))
}

/** Whether two periods are the same days, however they are said. */
export function samePeriod(a: Period, b: Period): boolean {
  const left = boundsOf(a)
  const right = boundsOf(b)
  return left.first === right.first && left.last === right.last
}

function describeDay(date: PlainDate): string {
  const { year, month, day } = partsOf(date)
  return `${year}年${month}月${day}日`
}

/** Says a span by years or months when its ends are whole ones: 2024年1月至3月. */
function describeSpan(from: PlainDate, to: PlainDate): string {
  const start = partsOf(from)
  const end = partsOf(to)
  const wholeMonths = start.day === 1 && end.day === daysInMonth(end.year, end.month)
  if (wholeMonths && start.month === 1 && end.month === 12 && start.year !== end.year) {
    return `${start.year}年至${end.year}年`
  }
  const startDay = wholeMonths ? '' : `${start.day}日`
  const endDay = wholeMonths ? '' : `${end.day}日`
  const endYear = start.year === end.year ? '' : `${end.year}年`
  return `${start.year}年${start.month}月${startDay}至${endYear}${end.month}月${endDay}`
}

/** A period in Chinese: 2024年, 2024年上半年, 2024年三季度, 2024年3月, “十四五”时期. */
export function describePeriod(period: Period): string {
  switch (period.kind) {
    case 'year':
      return `${period.year}年`
    case 'half':
      return `${period.year}年${period.half === 1 ? '上' : '下'}半年`
    case 'quarter':
      return `${period.year}年${formatChineseNumeral(period.quarter)}季度`
    case 'month':
      return `${period.year}年${period.month}月`
    case 'day':
      return describeDay(period.date)
    case 'fiveYear':
      return `“${formatChineseNumeral(period.plan)}五”时期`
    case 'span':
      return describeSpan(period.from, period.to)
  }
}
