import {
  addDays,
  addWorkdays,
  dayNumber,
  isWorkday,
  plainDate,
  stateCouncilCalendar,
  workCalendar,
} from '@jiannuo/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { workTable } from './work-table.ts'

const first = plainDate(2024, 1, 1)
const anyDate = fc.integer({ min: -1500, max: 3500 }).map((days) => addDays(first, days))

describe('the table of working days', () => {
  it('T25 counts as the calendar does, day by day', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 80 }), (from, n) => {
        const table = workTable(stateCouncilCalendar)
        const rank = table.upTo(dayNumber(from))
        const { date, provisional } = addWorkdays(stateCouncilCalendar, from, n)
        expect(table.withRank(rank + n)).toBe(dayNumber(date))
        expect(table.upTo(dayNumber(date)) - rank).toBe(n)
        expect(table.unsettled(dayNumber(from), dayNumber(date))).toBe(provisional)
      }),
    )
  })

  it('T25 ranks stay what they are when it grows, to either side', () => {
    const work = workCalendar([])
    const table = workTable(work)
    const day = dayNumber(plainDate(2024, 5, 6))
    const rank = table.upTo(day)
    expect(table.withRank(rank)).toBe(day)
    const early = table.upTo(dayNumber(plainDate(1990, 1, 1)))
    const late = table.upTo(dayNumber(plainDate(2090, 1, 1)))
    expect(early).toBeLessThan(rank)
    expect(late).toBeGreaterThan(rank)
    expect([table.upTo(day), table.withRank(rank)]).toEqual([rank, day])
    expect(table.withRank(early - 2000)).toBeLessThan(dayNumber(plainDate(1983, 1, 1)))
    expect(table.withRank(late + 5000)).toBeGreaterThan(dayNumber(plainDate(2108, 1, 1)))
    expect([table.upTo(day), table.withRank(rank)]).toEqual([rank, day])
    expect(isWorkday(work, plainDate(2024, 5, 6)).workday).toBe(true)
  })

  it('T25 nothing lies between a day and itself', () => {
    const day = dayNumber(plainDate(2030, 5, 6))
    expect(workTable(stateCouncilCalendar).unsettled(day, day)).toBe(false)
    expect(workTable(stateCouncilCalendar).unsettled(day, day - 1)).toBe(false)
    expect(workTable(stateCouncilCalendar).unsettled(day - 1, day)).toBe(true)
  })

  it('T25 throws beyond the years 0001 to 9999', () => {
    const table = workTable(stateCouncilCalendar)
    for (const day of [-1e6, 1e7, Number.NaN]) expect(() => table.upTo(day)).toThrow(RangeError)
    for (const rank of [-1e7, 1e7, 0.5]) expect(() => table.withRank(rank)).toThrow(RangeError)
  })

  it('T25 one table belongs to one calendar', () => {
    expect(workTable(stateCouncilCalendar)).toBe(workTable(stateCouncilCalendar))
    expect(workTable(workCalendar([]))).not.toBe(workTable(workCalendar([])))
  })
})
