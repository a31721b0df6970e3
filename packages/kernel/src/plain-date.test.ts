import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  compareDates,
  dateExists,
  dateFromDayNumber,
  dayNumber,
  dayOf,
  dayOfWeek,
  daysBetween,
  daysInMonth,
  isLeapYear,
  isPlainDate,
  monthOf,
  parsePlainDate,
  partsOf,
  plainDate,
  yearOf,
} from './plain-date.ts'

const FIRST = dayNumber(plainDate(1, 1, 1))
const LAST = dayNumber(plainDate(9999, 12, 31))
const anyDate = fc.integer({ min: FIRST, max: LAST }).map(dateFromDayNumber)

/** An independent count, by the platform's own clockless arithmetic; only tests may use Date. */
const platform = (days: number) => new Date(days * 86_400_000)

describe('reading a date', () => {
  it.each(['2025-01-31', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('K1 takes %s', (text) => {
    expect(parsePlainDate(text)).toEqual({ ok: true, value: text })
    expect(isPlainDate(text)).toBe(true)
  })

  it.each([
    '2025-02-29',
    '1900-02-29',
    '2025-04-31',
    '2025-13-01',
    '2025-00-10',
    '2025-01-00',
    '0000-01-01',
    '2025-1-31',
    '2025/01/31',
    '2025-01-31 ',
    '２０２５-01-31',
    '20250131',
    '-025-01-31',
    '+2025-1-31',
    '',
  ])('K1 refuses %j with kernel/bad-date', (text) => {
    expect(parsePlainDate(text)).toEqual({
      ok: false,
      problems: [{ code: 'kernel/bad-date', severity: 'error', params: { text } }],
    })
  })

  it('K1 shortens a long text in the problem', () => {
    const read = parsePlainDate('x'.repeat(500))
    expect(read.ok ? '' : read.problems[0]?.params?.text).toHaveLength(40)
  })

  it('K2 makes dates of parts and throws when there is no such day', () => {
    expect(plainDate(2025, 1, 5)).toBe('2025-01-05')
    expect(plainDate(76, 1, 5)).toBe('0076-01-05')
    expect(() => plainDate(2025, 2, 30)).toThrow('no such day: 2025-02-30')
    expect(() => plainDate(2025.5, 2, 3)).toThrow(RangeError)
    expect(() => plainDate(10_000, 1, 1)).toThrow(RangeError)
  })

  it('K2 asks first whether a day exists', () => {
    expect(dateExists(2024, 2, 29)).toBe(true)
    expect(dateExists(2025, 2, 29)).toBe(false)
    expect(dateExists(2025, 1.5, 1)).toBe(false)
    expect(dateExists(2025, 14, 1)).toBe(false)
    expect(dateExists(Number.NaN, 1, 1)).toBe(false)
  })

  it('K2 takes a date apart', () => {
    const date = plainDate(2024, 12, 31)
    expect(partsOf(date)).toEqual({ year: 2024, month: 12, day: 31 })
    expect([yearOf(date), monthOf(date), dayOf(date)]).toEqual([2024, 12, 31])
  })
})

describe('counting days', () => {
  it.each([
    [1900, false],
    [2000, true],
    [2023, false],
    [2024, true],
    [2100, false],
    [2400, true],
  ])('K3 leap year %d: %s', (year, leap) => {
    expect(isLeapYear(year)).toBe(leap)
    expect(daysInMonth(year, 2)).toBe(leap ? 29 : 28)
  })

  it('K3 counts from 1970-01-01', () => {
    expect(dayNumber(plainDate(1970, 1, 1))).toBe(0)
    expect(dayNumber(plainDate(1969, 12, 31))).toBe(-1)
    expect(dayNumber(plainDate(2000, 3, 1))).toBe(11_017)
  })

  it('K3 steps over months, years and leap days', () => {
    expect(addDays(plainDate(2024, 2, 28), 1)).toBe('2024-02-29')
    expect(addDays(plainDate(2025, 2, 28), 1)).toBe('2025-03-01')
    expect(addDays(plainDate(2024, 12, 31), 1)).toBe('2025-01-01')
    expect(addDays(plainDate(2025, 1, 1), -1)).toBe('2024-12-31')
    expect(daysBetween(plainDate(2024, 1, 1), plainDate(2025, 1, 1))).toBe(366)
    expect(daysBetween(plainDate(2025, 3, 1), plainDate(2025, 2, 1))).toBe(-28)
  })

  it('K3 throws beyond the years 0001 to 9999', () => {
    expect(() => addDays(plainDate(9999, 12, 31), 1)).toThrow(RangeError)
    expect(() => addDays(plainDate(1, 1, 1), -1)).toThrow(RangeError)
    expect(() => addDays(plainDate(2025, 1, 1), 0.5)).toThrow(RangeError)
  })

  it('K3 agrees with the platform for every day from 1899 to 2101', () => {
    for (let days = -25_933; days <= 47_846; days += 1) {
      const date = dateFromDayNumber(days)
      expect(date).toBe(platform(days).toISOString().slice(0, 10))
      expect(dayOfWeek(date)).toBe(platform(days).getUTCDay() || 7)
    }
  })

  it('K3 a day number goes to its date and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST, max: LAST }), (days) => {
        const date = dateFromDayNumber(days)
        expect(isPlainDate(date)).toBe(true)
        expect(dayNumber(date)).toBe(days)
      }),
    )
  })

  it('K3 addDays and daysBetween undo each other', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (from, to) => {
        expect(addDays(from, daysBetween(from, to))).toBe(to)
        expect(Math.sign(compareDates(from, to))).toBe(Math.sign(dayNumber(from) - dayNumber(to)))
      }),
    )
  })

  it.each([
    ['2025-01-27', 1],
    ['2025-02-01', 6],
    ['2025-02-02', 7],
    ['1949-10-01', 6],
  ])('K4 %s is weekday %d', (text, weekday) => {
    const date = parsePlainDate(text)
    expect(date.ok && dayOfWeek(date.value)).toBe(weekday)
  })

  it('K4 sorts', () => {
    const days = [plainDate(2025, 10, 2), plainDate(2024, 12, 31), plainDate(2025, 2, 10)]
    expect(days.toSorted(compareDates)).toEqual(['2024-12-31', '2025-02-10', '2025-10-02'])
    expect(compareDates(plainDate(2025, 1, 1), plainDate(2025, 1, 1))).toBe(0)
  })
})
