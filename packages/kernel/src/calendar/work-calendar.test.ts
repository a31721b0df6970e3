import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  compareDates,
  dateFromDayNumber,
  dayNumber,
  dayOfWeek,
  daysBetween,
  isPlainDate,
  type PlainDate,
  plainDate,
} from '../plain-date.ts'
import { year2024 } from './2024.ts'
import { year2025 } from './2025.ts'
import { year2026 } from './2026.ts'
import { type CalendarYear, checkCalendarYear, holiday, workingDay } from './calendar-year.ts'
import {
  addWorkdays,
  calendarAlarm,
  dataEnds,
  daysUntilDataEnds,
  isWorkday,
  naturalDeadline,
  stateCouncilCalendar as calendar,
  workCalendar,
  workdaysBetween,
} from './work-calendar.ts'

function day(text: string): PlainDate {
  if (!isPlainDate(text)) throw new Error(`no such day in a test: ${text}`)
  return text
}

const settled = fc
  .integer({ min: dayNumber(day('2024-01-01')), max: dayNumber(day('2026-10-01')) })
  .map(dateFromDayNumber)
const anyDay = fc
  .integer({ min: dayNumber(day('2015-01-01')), max: dayNumber(day('2040-01-01')) })
  .map(dateFromDayNumber)

function workdaysOf(year: number): number {
  return workdaysBetween(calendar, addDays(plainDate(year, 1, 1), -1), plainDate(year, 12, 31)).count
}

describe('the data', () => {
  it.each([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('K10 %d has %d working days', (year, count) => expect(workdaysOf(year)).toBe(count))

  it.each<[CalendarYear, number, number]>([
    [year2024, 28, 8],
    [year2025, 28, 5],
    [year2026, 33, 6],
  ])('K10 the table of a year is clean', (data, off, work) => {
    expect(checkCalendarYear(data)).toEqual([])
    expect([data.off.length, data.work.length]).toEqual([off, work])
    expect(data.notice).toContain(`国务院办公厅关于${data.year}年部分节假日安排的通知`)
  })

  it.each([
    // 国办发明电〔2023〕7号
    ['2024-02-04', true],
    ['2024-02-09', true],
    ['2024-02-10', false],
    ['2024-02-17', false],
    ['2024-02-18', true],
    ['2024-04-04', false],
    ['2024-04-07', true],
    ['2024-06-10', false],
    ['2024-09-14', true],
    ['2024-10-12', true],
    // 国办发明电〔2024〕12号
    ['2025-01-01', false],
    ['2025-01-26', true],
    ['2025-01-28', false],
    ['2025-02-04', false],
    ['2025-02-08', true],
    ['2025-05-05', false],
    ['2025-06-02', false],
    ['2025-10-08', false],
    ['2025-10-11', true],
    // 2025年11月4日通知
    ['2026-01-02', false],
    ['2026-01-04', true],
    ['2026-02-14', true],
    ['2026-02-23', false],
    ['2026-02-28', true],
    ['2026-05-09', true],
    ['2026-06-19', false],
    ['2026-09-20', true],
    ['2026-09-25', false],
    ['2026-10-07', false],
    ['2026-10-10', true],
  ])('K10 %s is worked: %s, as the notice says', (text, workday) => {
    expect(isWorkday(calendar, day(text))).toEqual({ workday, provisional: false })
  })

  it('K10 plain weeks follow Monday to Friday', () => {
    expect(isWorkday(calendar, day('2025-03-14')).workday).toBe(true)
    expect(isWorkday(calendar, day('2025-03-15')).workday).toBe(false)
    expect(isWorkday(calendar, day('2025-03-16')).workday).toBe(false)
  })

  it('K10 a table with faults is told so, all of them at once', () => {
    const faulty: CalendarYear = {
      year: 2030,
      published: true,
      notice: '',
      off: [...holiday('元旦', '2029-12-31', '2030-01-01'), ...holiday('错', '2031-01-01')],
      work: [workingDay('2030-01-01'), workingDay('2029-11-03')],
    }
    expect(checkCalendarYear(faulty).map(({ code, params }) => [code, params?.date])).toEqual([
      ['kernel/calendar-stray', '2031-01-01'],
      ['kernel/calendar-stray', '2029-11-03'],
      ['kernel/calendar-conflict', '2030-01-01'],
      ['kernel/calendar-idle', '2030-01-01'],
    ])
    expect(() => workingDay('2025-02-30')).toThrow(RangeError)
  })
})

describe('addWorkdays', () => {
  it.each([
    ['2025-01-24', 5, '2025-02-07'],
    ['2024-09-27', 3, '2024-10-08'],
    ['2025-04-25', 2, '2025-04-28'],
    ['2024-02-09', 1, '2024-02-18'],
    ['2025-09-26', 5, '2025-10-10'],
    ['2024-12-30', 20, '2025-01-27'],
  ])('K11 received %s, %d working days end on %s (domain.md 16)', (from, n, to) => {
    expect(addWorkdays(calendar, day(from), n)).toEqual({ date: to, provisional: false })
    expect(workdaysBetween(calendar, day(from), day(to))).toEqual({ count: n, provisional: false })
  })

  it('K11 no days is the day itself, even a rest day', () => {
    expect(addWorkdays(calendar, day('2025-02-01'), 0)).toEqual({ date: '2025-02-01', provisional: false })
  })

  it('K11 counts back as well', () => {
    expect(addWorkdays(calendar, day('2025-02-07'), -3).date).toBe('2025-01-27')
    expect(addWorkdays(calendar, day('2025-02-05'), -2).date).toBe('2025-01-26')
  })

  it('K11 throws on a count that is not whole', () => {
    expect(() => addWorkdays(calendar, day('2025-02-05'), 1.5)).toThrow(RangeError)
    expect(() => addWorkdays(calendar, day('2025-02-05'), Number.NaN)).toThrow(RangeError)
  })

  it('K11 lands on a working day, and workdaysBetween counts it back', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 120 }), (from, n) => {
        const end = addWorkdays(calendar, from, n)
        expect(isWorkday(calendar, end.date).workday).toBe(true)
        expect(compareDates(end.date, from)).toBe(1)
        expect(workdaysBetween(calendar, from, end.date)).toEqual({ count: n, provisional: end.provisional })
        expect(workdaysBetween(calendar, end.date, from).count).toBe(-n)
      }),
    )
  })

  it('K11 limits add up', () => {
    fc.assert(
      fc.property(settled, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 }), (from, a, b) => {
        const inSteps = addWorkdays(calendar, addWorkdays(calendar, from, a).date, b)
        expect(inSteps.date).toBe(addWorkdays(calendar, from, a + b).date)
      }),
    )
  })

  it('K11 a later day never ends earlier', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (from, n) => {
        const today = addWorkdays(calendar, from, n).date
        expect(compareDates(today, addWorkdays(calendar, addDays(from, 1), n).date)).toBeLessThanOrEqual(0)
      }),
    )
  })

  it('K11 nothing lies between a day and itself', () => {
    expect(workdaysBetween(calendar, day('2025-02-07'), day('2025-02-07'))).toEqual({ count: 0, provisional: false })
    expect(Object.is(workdaysBetween(calendar, day('2025-03-16'), day('2025-03-15')).count, 0)).toBe(true)
  })
})

describe('naturalDeadline', () => {
  it.each([
    ['2025-03-03', 10, '2025-03-13', false],
    ['2025-03-05', 10, '2025-03-17', true],
    ['2025-01-14', 15, '2025-02-05', true],
    ['2025-01-11', 15, '2025-01-26', false],
    ['2025-09-01', 30, '2025-10-09', true],
    ['2024-12-02', 30, '2025-01-02', true],
  ])('K12 the last day rolls off a rest day: %s and %d days end on %s', (from, n, date, rolled) => {
    expect(naturalDeadline(calendar, day(from), n)).toEqual({ date, provisional: false, rolled })
  })

  it('K12 it stays where it is when the rule says so', () => {
    const fixed = { date: '2025-03-15', provisional: false, rolled: false }
    expect(naturalDeadline(calendar, day('2025-03-05'), 10, { roll: false })).toEqual(fixed)
    expect(naturalDeadline(calendar, day('2030-01-01'), 1, { roll: false }).provisional).toBe(false)
  })

  it('K12 throws on a limit that is negative or not whole', () => {
    expect(() => naturalDeadline(calendar, day('2025-03-05'), -1)).toThrow(RangeError)
    expect(() => naturalDeadline(calendar, day('2025-03-05'), 0.5)).toThrow(RangeError)
  })

  it('K12 ends on a working day, no earlier than the plain count and on the first that comes', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 400 }), (from, n) => {
        const plain = addDays(from, n)
        const { date, rolled } = naturalDeadline(calendar, from, n)
        expect(isWorkday(calendar, date).workday).toBe(true)
        expect(rolled).toBe(date !== plain)
        for (let at = plain; compareDates(at, date) < 0; at = addDays(at, 1)) {
          expect(isWorkday(calendar, at).workday).toBe(false)
        }
      }),
    )
  })
})

describe('days that no notice has settled', () => {
  it.each([
    ['2027-01-01', false],
    ['2027-05-01', false],
    ['2028-05-02', false],
    ['2027-10-01', false],
    ['2029-10-03', false],
    ['2027-10-04', true],
    ['2027-05-03', true],
    ['2023-05-02', true],
    ['2028-02-05', false],
    ['2027-03-10', true],
  ])('K13 %s is worked: %s, always provisional', (text, workday) => {
    expect(isWorkday(calendar, day(text))).toEqual({ workday, provisional: true })
  })

  it('K13 one unsettled day on the way makes the answer provisional', () => {
    expect(addWorkdays(calendar, day('2026-12-21'), 3)).toEqual({ date: '2026-12-24', provisional: false })
    expect(addWorkdays(calendar, day('2026-12-21'), 4)).toEqual({ date: '2026-12-25', provisional: true })
    expect(workdaysBetween(calendar, day('2026-12-21'), day('2027-01-04')).provisional).toBe(true)
    expect(naturalDeadline(calendar, day('2026-12-20'), 6)).toEqual({
      date: '2026-12-28',
      provisional: true,
      rolled: true,
    })
  })

  it('K14 the end of December waits for the next notice', () => {
    expect(isWorkday(calendar, day('2025-12-31')).provisional).toBe(false)
    expect(isWorkday(calendar, day('2026-12-24')).provisional).toBe(false)
    expect(isWorkday(calendar, day('2026-12-25')).provisional).toBe(true)
  })

  it('K14 a notice moves days in December of the year before', () => {
    // As the notice for 2019 did: 29 December 2018 worked, 30 and 31 free.
    const year2019: CalendarYear = {
      year: 2019,
      published: true,
      notice: '国务院办公厅关于2019年部分节假日安排的通知',
      off: holiday('元旦', '2018-12-30', '2019-01-01'),
      work: [workingDay('2018-12-29')],
    }
    const year2018: CalendarYear = { year: 2018, published: true, notice: '', off: [], work: [] }
    expect(checkCalendarYear(year2019)).toEqual([])
    const both = workCalendar([year2018, year2019])
    expect(isWorkday(both, day('2018-12-29'))).toEqual({ workday: true, provisional: false })
    expect(isWorkday(both, day('2018-12-31'))).toEqual({ workday: false, provisional: false })
    expect(isWorkday(workCalendar([year2018]), day('2018-12-31'))).toEqual({ workday: true, provisional: true })
  })

  it('K13 a year whose notice is awaited counts as absent, a corrected table wins', () => {
    const awaited: CalendarYear = {
      year: 2027,
      published: false,
      notice: '',
      off: holiday('假', '2027-03-10'),
      work: [],
    }
    expect(isWorkday(workCalendar([awaited]), day('2027-03-10'))).toEqual({ workday: true, provisional: true })
    const correction: CalendarYear = { ...year2025, off: [], work: [workingDay('2025-10-08')] }
    expect(isWorkday(workCalendar([year2025, correction]), day('2025-10-08')).workday).toBe(true)
  })
})

describe('the end of the data', () => {
  it('K15 is the last settled day', () => {
    expect(dataEnds(calendar)).toBe('2026-12-24')
    expect(daysUntilDataEnds(calendar, day('2026-12-20'))).toBe(4)
    expect(daysUntilDataEnds(calendar, day('2027-01-03'))).toBe(-10)
  })

  it('K15 a missing year ends it', () => {
    expect(dataEnds(workCalendar([year2024, year2026]))).toBe('2024-12-24')
    expect(dataEnds(workCalendar([year2026, year2025]))).toBe('2026-12-24')
    expect(dataEnds(workCalendar([]))).toBeUndefined()
    expect(daysUntilDataEnds(workCalendar([]), day('2026-12-20'))).toBe(Number.NEGATIVE_INFINITY)
  })

  it('K15 the day after it is provisional, and it is not', () => {
    const end = dataEnds(calendar) ?? day('1970-01-01')
    expect(isWorkday(calendar, end).provisional).toBe(false)
    expect(isWorkday(calendar, addDays(end, 1)).provisional).toBe(true)
  })

  it('K16 the alarm rises well before', () => {
    expect(calendarAlarm(calendar, day('2026-09-01'), 90)).toBeUndefined()
    expect(calendarAlarm(calendar, day('2026-11-22'), 90)).toEqual({
      code: 'kernel/calendar-ending',
      severity: 'warning',
      params: { date: '2026-12-24', days: 32 },
    })
    expect(calendarAlarm(calendar, day('2027-01-01'), 90)?.code).toBe('kernel/calendar-ended')
    expect(calendarAlarm(workCalendar([]), day('2026-01-01'), 90)?.code).toBe('kernel/calendar-ended')
  })
})

describe('every day', () => {
  it('K10 weekends are free and weekdays worked, but for the days in the tables', () => {
    const named = new Set(
      [year2024, year2025, year2026].flatMap((data) => [...data.off.map((off) => off.date), ...data.work]),
    )
    fc.assert(
      fc.property(settled, (date) => {
        if (!named.has(date)) expect(isWorkday(calendar, date).workday).toBe(dayOfWeek(date) <= 5)
        expect(isWorkday(calendar, date).provisional).toBe(false)
      }),
    )
  })

  it('K10 every table keeps its days inside its own year here', () => {
    for (const data of [year2024, year2025, year2026]) {
      const inYear = [...data.off.map((off) => off.date), ...data.work].map((date) =>
        daysBetween(plainDate(data.year, 1, 1), date),
      )
      expect(Math.min(...inYear)).toBeGreaterThanOrEqual(0)
      expect(Math.max(...inYear)).toBeLessThan(366)
    }
  })
})
