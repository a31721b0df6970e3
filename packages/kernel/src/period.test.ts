import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dayPeriod,
  daysIn,
  describePeriod,
  firstDay,
  fiveYearPlan,
  fiveYearPlanOf,
  type Half,
  halfPeriod,
  lastDay,
  monthPeriod,
  type Period,
  parentPeriods,
  periodContains,
  periodCovers,
  type Quarter,
  quarterPeriod,
  samePeriod,
  spanPeriod,
  yearPeriod,
} from './period.ts'
import { addDays, compareDates, dateFromDayNumber, dayNumber, plainDate } from './plain-date.ts'

function span(from: string, to: string): Period {
  const [a = [], b = []] = [from, to].map((text) => text.split('-').map(Number))
  const made = spanPeriod(plainDate(a[0]!, a[1]!, a[2]!), plainDate(b[0]!, b[1]!, b[2]!))
  if (!made.ok) throw new Error('bad span in a test')
  return made.value
}

const year = fc.integer({ min: 1900, max: 2200 })
const date = fc
  .integer({ min: dayNumber(plainDate(1900, 1, 1)), max: dayNumber(plainDate(2200, 12, 31)) })
  .map(dateFromDayNumber)
const anyPeriod: fc.Arbitrary<Period> = fc.oneof(
  year.map(yearPeriod),
  fc.tuple(year, fc.constantFrom<Half>(1, 2)).map(([y, half]) => halfPeriod(y, half)),
  fc.tuple(year, fc.constantFrom<Quarter>(1, 2, 3, 4)).map(([y, quarter]) => quarterPeriod(y, quarter)),
  fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, month]) => monthPeriod(y, month)),
  date.map(dayPeriod),
  fc.integer({ min: 1, max: 40 }).map(fiveYearPlan),
  fc
    .tuple(date, fc.integer({ min: 0, max: 4000 }))
    .map(([from, days]) => ({ kind: 'span', from, to: addDays(from, days) }) as const),
)

describe('the days of a period', () => {
  it.each<[Period, string, string, number]>([
    [yearPeriod(2024), '2024-01-01', '2024-12-31', 366],
    [halfPeriod(2024, 1), '2024-01-01', '2024-06-30', 182],
    [halfPeriod(2025, 2), '2025-07-01', '2025-12-31', 184],
    [quarterPeriod(2024, 1), '2024-01-01', '2024-03-31', 91],
    [quarterPeriod(2024, 3), '2024-07-01', '2024-09-30', 92],
    [monthPeriod(2024, 2), '2024-02-01', '2024-02-29', 29],
    [monthPeriod(2024, 12), '2024-12-01', '2024-12-31', 31],
    [dayPeriod(plainDate(2024, 3, 5)), '2024-03-05', '2024-03-05', 1],
    [span('2024-01-05', '2024-03-02'), '2024-01-05', '2024-03-02', 58],
  ])('K5 %o runs from %s to %s, %d days', (period, first, last, days) => {
    expect([firstDay(period), lastDay(period), daysIn(period)]).toEqual([first, last, days])
  })

  it('K5 refuses a span that ends before it begins, and a month 13', () => {
    const from = plainDate(2025, 3, 1)
    const to = plainDate(2025, 2, 1)
    expect(spanPeriod(from, to)).toEqual({
      ok: false,
      problems: [{ code: 'kernel/bad-span', severity: 'error', params: { from, to } }],
    })
    expect(() => monthPeriod(2025, 13)).toThrow(RangeError)
  })

  it('K5 counts both ends in, and nothing beyond them', () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        const first = firstDay(period)
        const last = lastDay(period)
        expect(compareDates(first, last)).toBeLessThanOrEqual(0)
        expect(periodContains(period, first) && periodContains(period, last)).toBe(true)
        expect(periodContains(period, addDays(first, -1)) || periodContains(period, addDays(last, 1))).toBe(false)
      }),
    )
  })

  it('K5 quarters make the year, without gap or overlap', () => {
    fc.assert(
      fc.property(year, (y) => {
        const quarters = ([1, 2, 3, 4] as const).map((quarter) => quarterPeriod(y, quarter))
        expect(quarters.reduce((sum, quarter) => sum + daysIn(quarter), 0)).toBe(daysIn(yearPeriod(y)))
      }),
    )
  })
})

describe('five-year plans', () => {
  it.each([
    [1, 1953, 1957],
    [2, 1958, 1962],
    [3, 1966, 1970],
    [7, 1986, 1990],
    [10, 2001, 2005],
    [11, 2006, 2010],
    [12, 2011, 2015],
    [13, 2016, 2020],
    [14, 2021, 2025],
    [15, 2026, 2030],
    [16, 2031, 2035],
  ])('K6 plan %d runs from %d to %d', (plan, from, to) => {
    expect(firstDay(fiveYearPlan(plan))).toBe(`${from}-01-01`)
    expect(lastDay(fiveYearPlan(plan))).toBe(`${to}-12-31`)
    for (let y = from; y <= to; y += 1) expect(fiveYearPlanOf(y)).toEqual(fiveYearPlan(plan))
  })

  it.each([1949, 1952, 1963, 1964, 1965])('K6 the year %d has no plan', (y) =>
    expect(fiveYearPlanOf(y)).toBeUndefined(),
  )

  it.each([0, -1, 1.5, 100])('K6 there is no plan %d', (plan) => expect(() => fiveYearPlan(plan)).toThrow(RangeError))
})

describe('periods in periods', () => {
  it('K7 names the larger ones, smallest first', () => {
    expect(parentPeriods(dayPeriod(plainDate(2024, 8, 9)))).toEqual([
      monthPeriod(2024, 8),
      quarterPeriod(2024, 3),
      halfPeriod(2024, 2),
      yearPeriod(2024),
      fiveYearPlan(14),
    ])
    expect(parentPeriods(quarterPeriod(2026, 2))).toEqual([halfPeriod(2026, 1), yearPeriod(2026), fiveYearPlan(15)])
    expect(parentPeriods(yearPeriod(2010))).toEqual([fiveYearPlan(11)])
    expect(parentPeriods(fiveYearPlan(14))).toEqual([])
    expect(parentPeriods(yearPeriod(1964))).toEqual([])
  })

  it('K7 a span has the parents that hold both its ends', () => {
    expect(parentPeriods(span('2024-01-01', '2024-05-31'))).toEqual([
      halfPeriod(2024, 1),
      yearPeriod(2024),
      fiveYearPlan(14),
    ])
    expect(parentPeriods(span('2024-11-01', '2025-02-28'))).toEqual([fiveYearPlan(14)])
    expect(parentPeriods(span('2025-11-01', '2026-02-28'))).toEqual([])
  })

  it('K7 every parent is longer and covers its child', () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        let before = daysIn(period)
        for (const parent of parentPeriods(period)) {
          expect(periodCovers(parent, period)).toBe(true)
          expect(daysIn(parent)).toBeGreaterThan(before)
          before = daysIn(parent)
        }
      }),
    )
  })

  it('K7 the same days are the same period, however said', () => {
    expect(samePeriod(span('2024-01-01', '2024-12-31'), yearPeriod(2024))).toBe(true)
    expect(samePeriod(monthPeriod(2024, 3), quarterPeriod(2024, 1))).toBe(false)
    expect(samePeriod(quarterPeriod(2024, 1), span('2024-01-02', '2024-03-31'))).toBe(false)
    expect(periodCovers(yearPeriod(2024), yearPeriod(2024))).toBe(true)
    expect(periodCovers(monthPeriod(2024, 3), quarterPeriod(2024, 1))).toBe(false)
  })
})

describe('describePeriod', () => {
  it.each<[Period, string]>([
    [yearPeriod(2024), '2024年'],
    [halfPeriod(2024, 1), '2024年上半年'],
    [halfPeriod(2024, 2), '2024年下半年'],
    [quarterPeriod(2024, 3), '2024年三季度'],
    [monthPeriod(2024, 3), '2024年3月'],
    [dayPeriod(plainDate(2024, 3, 5)), '2024年3月5日'],
    [fiveYearPlan(14), '“十四五”时期'],
    [fiveYearPlan(15), '“十五五”时期'],
    [fiveYearPlan(10), '“十五”时期'],
    [fiveYearPlan(9), '“九五”时期'],
    [span('2024-01-05', '2024-03-02'), '2024年1月5日至3月2日'],
    [span('2024-01-01', '2024-03-31'), '2024年1月至3月'],
    [span('2024-11-01', '2025-02-28'), '2024年11月至2025年2月'],
    [span('2021-01-01', '2024-12-31'), '2021年至2024年'],
    [span('2024-12-30', '2025-01-02'), '2024年12月30日至2025年1月2日'],
  ])('K8 says %o as %s', (period, text) => expect(describePeriod(period)).toBe(text))

  it('K8 always says something', () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        expect(describePeriod(period)).toMatch(/[年度月日期]$/)
      }),
    )
  })
})
