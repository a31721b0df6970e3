import { type CalendarYear, holiday, instant, stateCouncilCalendar, workCalendar, workingDay } from '@jiannuo/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extension, moment, pause, run, said, type RunParts } from '../testing/clock-build.ts'
import { describeDue, dueDate, dueOf } from './due.ts'
import { type OfficeCalendar, ordinaryOffice, type TimeUnit } from './types.ts'

const office = ordinaryOffice
const due = (started: string, value: number, unit: TimeUnit, parts?: RunParts, calendar: OfficeCalendar = office) =>
  said(dueOf(run(started, value, unit, parts), calendar))

describe('working days', () => {
  it.each([
    ['2025-01-24', 5, '2025-02-07'],
    ['2024-09-27', 3, '2024-10-08'],
    ['2025-04-25', 2, '2025-04-28'],
    ['2024-02-09', 1, '2024-02-18'],
    ['2025-09-26', 5, '2025-10-10'],
    ['2024-12-30', 20, '2025-01-27'],
  ])('T3 T5 received %s, %d working days, due %s at 24:00 (domain.md 16)', (started, days, day) => {
    for (const hour of ['00:00', '09:30', '12:30', '17:31', '23:59'])
      expect(due(`${started} ${hour}`, days, 'workday')).toBe(`${day} 24:00`)
  })

  it.each([
    ['2025-01-24', 5, '2025-02-07'],
    ['2024-02-09', 1, '2024-02-18'],
    ['2025-04-25', 2, '2025-04-28'],
  ])('T4 received %s, %d working days, due %s when the office closes', (started, days, day) => {
    expect(due(`${started} 10:00`, days, 'workday', { rule: { lastDay: 'closing' } })).toBe(`${day} 17:30`)
  })

  it('T2 T9 a start after closing is a start: its day is not counted, the next is the first', () => {
    const closing = { rule: { lastDay: 'closing' } } as const
    expect(due('2025-03-03 18:40', 1, 'workday', closing)).toBe('2025-03-04 17:30')
    expect(due('2025-03-03 23:59:59.999', 1, 'workday')).toBe('2025-03-04 24:00')
    expect(due('2025-03-04 00:00', 1, 'workday')).toBe('2025-03-05 24:00')
  })

  it('T2 a start on a rest day: the first working day after it is the first', () => {
    expect(due('2025-10-03 10:00', 1, 'workday')).toBe('2025-10-09 24:00')
    expect(due('2025-10-08 23:00', 3, 'workday')).toBe('2025-10-11 24:00')
  })

  it('T3 a make-up Sunday counts, the free weekday does not', () => {
    expect(due('2025-09-27 10:00', 1, 'workday')).toBe('2025-09-28 24:00')
    expect(due('2025-09-27 10:00', 4, 'workday')).toBe('2025-10-09 24:00')
  })

  it('T6 working days do not roll', () => {
    expect(due('2025-09-26 09:00', 5, 'workday', { rule: { roll: true } })).toBe('2025-10-10 24:00')
  })

  it('T4 the closing is that of the office', () => {
    const early: OfficeCalendar = { ...office, hours: [{ from: 480, to: 960 }] }
    expect(due('2025-03-03 09:00', 2, 'workday', { rule: { lastDay: 'closing' } }, early)).toBe('2025-03-05 16:00')
    const late: OfficeCalendar = { ...office, hours: [{ from: 0, to: 1440 }] }
    expect(due('2025-03-03 09:00', 2, 'workday', { rule: { lastDay: 'closing' } }, late)).toBe('2025-03-05 24:00')
  })

  it('T2 the day is that of the district', () => {
    // 20:00 UTC on the third is 04:00 on the fourth in China.
    const started = '2025-03-03T20:00Z'
    expect(due(started, 1, 'workday')).toBe('2025-03-05 24:00')
    const found = dueOf(run(started, 1, 'workday'), { ...office, utcOffset: 0 })
    expect(found?.at).toBe(moment('2025-03-05T00:00Z'))
  })
})

describe('natural days', () => {
  it('T2 T5 counts every day after the first', () => {
    expect(due('2025-03-03 09:00', 10, 'day')).toBe('2025-03-13 24:00')
    expect(due('2025-09-30 09:00', 3, 'day')).toBe('2025-10-03 24:00')
    expect(due('2024-02-27 09:00', 2, 'day')).toBe('2024-02-29 24:00')
  })

  it.each([
    ['2025-03-05', 10, '2025-03-17'],
    ['2025-01-14', 15, '2025-02-05'],
    ['2025-01-11', 15, '2025-01-26'],
    ['2025-09-01', 30, '2025-10-09'],
    ['2024-12-02', 30, '2025-01-02'],
    ['2026-02-01', 15, '2026-02-24'],
  ])('T6 from %s, %d days with roll end on %s', (started, days, day) => {
    expect(due(`${started} 16:00`, days, 'day', { rule: { roll: true } })).toBe(`${day} 24:00`)
    expect(due(`${started} 16:00`, days, 'day', { rule: { roll: true, lastDay: 'closing' } })).toBe(`${day} 17:30`)
  })

  it('T4 T6 without roll a limit may end on a rest day, at its end', () => {
    expect(due('2025-03-05 09:00', 10, 'day')).toBe('2025-03-15 24:00')
    expect(due('2025-03-05 09:00', 10, 'day', { rule: { lastDay: 'closing' } })).toBe('2025-03-15 17:30')
  })

  it('T6 T10 the day it rolls to must find the clock running', () => {
    // Counted out on Saturday 15 March, paused over Monday and Tuesday.
    const parts = { rule: { roll: true }, pauses: [pause('2025-03-16 10:00', '2025-03-19 08:00')] }
    expect(due('2025-03-05 09:00', 10, 'day', parts)).toBe('2025-03-19 24:00')
    const open = { rule: { roll: true }, pauses: [pause('2025-03-16 10:00')] }
    expect(due('2025-03-05 09:00', 10, 'day', open)).toBe('—')
    expect(due('2025-03-05 09:00', 10, 'day', { pauses: open.pauses })).toBe('2025-03-15 24:00')
  })
})

describe('hours', () => {
  it('T7 run from the moment, day and night', () => {
    expect(due('2025-10-01 22:30', 2, 'hour')).toBe('2025-10-02 00:30')
    expect(due('2025-02-28 09:15', 24, 'hour')).toBe('2025-03-01 09:15')
    expect(due('2025-03-03 09:00:00.250', 0.5, 'hour')).toBe('2025-03-03 09:30')
    expect(dueOf(run('2025-03-03 09:00:00.250', 0.5, 'hour'), office)?.at).toBe(moment('2025-03-03 09:30:00.250'))
    expect(dueOf(run('2025-03-03 09:00', 1 / 3, 'hour'), office)?.at).toBe(moment('2025-03-03 09:20'))
  })

  it('T7 neither closing nor rest days matter to hours', () => {
    for (const rule of [{ roll: true }, { lastDay: 'closing' }] as const)
      expect(due('2025-09-30 17:00', 24, 'hour', { rule })).toBe('2025-10-01 17:00')
  })

  it('T8 office hours run within office hours', () => {
    expect(due('2025-03-03 09:00', 2, 'workhour')).toBe('2025-03-03 11:00')
    expect(due('2025-03-03 11:00', 2, 'workhour')).toBe('2025-03-03 15:00')
    expect(due('2025-03-03 16:30', 2, 'workhour')).toBe('2025-03-04 10:00')
    expect(due('2025-03-07 17:00', 1, 'workhour')).toBe('2025-03-10 09:30')
    expect(due('2025-09-30 17:00', 1, 'workhour')).toBe('2025-10-09 09:30')
    expect(due('2025-01-26 16:00', 13, 'workhour')).toBe('2025-02-05 16:00')
  })

  it('T8 a limit that fills the morning is due at noon, one that fills the day at closing', () => {
    expect(due('2025-03-03 09:00', 3, 'workhour')).toBe('2025-03-03 12:00')
    expect(due('2025-03-03 09:00', 6.5, 'workhour')).toBe('2025-03-03 17:30')
    expect(due('2025-03-03 09:00', 13, 'workhour')).toBe('2025-03-04 17:30')
    expect(due('2025-03-03 12:00', 3.5, 'workhour')).toBe('2025-03-03 17:30')
  })

  it('T9 started outside office hours, they wait for the office', () => {
    for (const started of ['2025-02-28 17:30', '2025-03-01 11:00', '2025-03-02 23:59', '2025-03-03 09:00'])
      expect(due(started, 2, 'workhour')).toBe('2025-03-03 11:00')
    expect(due('2025-03-03 12:30', 1, 'workhour')).toBe('2025-03-03 15:00')
  })

  it('T8 an office without a break, around the clock', () => {
    const always: OfficeCalendar = { ...office, hours: [{ from: 0, to: 1440 }] }
    expect(due('2025-03-07 12:00', 12, 'workhour', {}, always)).toBe('2025-03-07 24:00')
    expect(due('2025-03-07 12:00', 12.5, 'workhour', {}, always)).toBe('2025-03-10 00:30')
  })

  it('T1 hours are rounded to the millisecond', () => {
    expect(dueOf(run('2025-03-03 09:00', 0.1 + 0.2, 'hour'), office)?.at).toBe(moment('2025-03-03 09:18'))
  })
})

describe('pauses', () => {
  it('T10 over the National Day holiday takes out the working days at whose ends it stands', () => {
    // 28–30 September are worked, 1–8 October free, 9–11 October worked.
    const holidays = { pauses: [pause('2025-09-30 15:00', '2025-10-09 10:00')] }
    expect(due('2025-09-26 09:00', 5, 'workday')).toBe('2025-10-10 24:00')
    expect(due('2025-09-26 09:00', 5, 'workday', holidays)).toBe('2025-10-11 24:00')
    const within = { pauses: [pause('2025-10-01 09:00', '2025-10-08 18:00')] }
    expect(due('2025-09-26 09:00', 5, 'workday', within)).toBe('2025-10-10 24:00')
    const long = { pauses: [pause('2025-09-28 09:00', '2025-10-13 09:00')] }
    expect(due('2025-09-26 09:00', 5, 'workday', long)).toBe('2025-10-17 24:00')
  })

  it('T10 takes out the natural days of the holiday too', () => {
    const holidays = { pauses: [pause('2025-09-30 15:00', '2025-10-09 10:00')] }
    expect(due('2025-09-26 09:00', 5, 'day', holidays)).toBe('2025-10-10 24:00')
    expect(due('2025-09-26 09:00', 6, 'day', { ...holidays, rule: { roll: true } })).toBe('2025-10-11 24:00')
    expect(due('2025-09-26 09:00', 7, 'day', { ...holidays, rule: { roll: true } })).toBe('2025-10-13 24:00')
  })

  it('T10 within a day takes out no day, over midnight takes out one', () => {
    const within = {
      pauses: [pause('2025-03-04 09:00', '2025-03-04 23:59'), pause('2025-03-05 00:00', '2025-03-05 17:30')],
    }
    expect(due('2025-03-03 09:00', 3, 'workday', within)).toBe('2025-03-06 24:00')
    expect(due('2025-03-03 09:00', 3, 'workday', { pauses: [pause('2025-03-04 23:59', '2025-03-05 00:01')] })).toBe(
      '2025-03-07 24:00',
    )
  })

  it('T10 from midnight to midnight takes out exactly the days between', () => {
    const parts = { pauses: [pause('2025-03-04 24:00', '2025-03-05 24:00')] }
    expect(due('2025-03-03 09:00', 3, 'workday', parts)).toBe('2025-03-07 24:00')
    expect(due('2025-03-03 09:00', 1, 'workday', parts)).toBe('2025-03-04 24:00')
  })

  it('T4 T10 with closing, a pause over the night takes out nothing', () => {
    const rule = { lastDay: 'closing' } as const
    expect(
      due('2025-03-03 09:00', 2, 'workday', { rule, pauses: [pause('2025-03-04 17:30', '2025-03-05 09:00')] }),
    ).toBe('2025-03-05 17:30')
    expect(
      due('2025-03-03 09:00', 2, 'workday', { rule, pauses: [pause('2025-03-04 17:29', '2025-03-04 17:30')] }),
    ).toBe('2025-03-06 17:30')
  })

  it('T10 on the start day takes out no day', () => {
    expect(due('2025-03-03 09:00', 1, 'workday', { pauses: [pause('2025-03-03 09:00', '2025-03-04 10:00')] })).toBe(
      '2025-03-04 24:00',
    )
    expect(due('2025-03-03 09:00', 1, 'workday', { pauses: [pause('2025-03-03 09:00', '2025-03-05 10:00')] })).toBe(
      '2025-03-05 24:00',
    )
  })

  it('T10 takes its length out of hours, its office time out of office hours', () => {
    expect(due('2025-03-03 09:00', 2, 'hour', { pauses: [pause('2025-03-03 10:00', '2025-03-03 10:45')] })).toBe(
      '2025-03-03 11:45',
    )
    expect(due('2025-03-03 09:00', 4, 'workhour', { pauses: [pause('2025-03-03 11:30', '2025-03-03 14:15')] })).toBe(
      '2025-03-03 15:45',
    )
    expect(due('2025-03-03 09:00', 4, 'workhour', { pauses: [pause('2025-03-03 12:00', '2025-03-03 14:00')] })).toBe(
      '2025-03-03 15:00',
    )
  })

  it('T10 several in a row, also touching and empty ones', () => {
    const pauses = [
      pause('2025-03-04 10:00', '2025-03-05 10:00'),
      pause('2025-03-05 10:00', '2025-03-06 10:00'),
      pause('2025-03-06 12:00', '2025-03-06 12:00'),
      pause('2025-03-07 10:00', '2025-03-11 10:00'),
    ]
    expect(due('2025-03-03 09:00', 2, 'workday', { pauses })).toBe('2025-03-11 24:00')
    expect(due('2025-03-03 09:00', 60, 'hour', { pauses })).toBe('2025-03-11 21:00')
  })

  it('T11 no due moment while it is open', () => {
    for (const unit of ['workday', 'day', 'workhour', 'hour'] as const)
      expect(due('2025-03-03 09:00', 5, unit, { pauses: [pause('2025-03-03 09:00')] })).toBe('—')
  })

  it('T11 begun at or after the due moment it does not move it, open or not', () => {
    for (const to of [undefined, '2025-04-01 09:00']) {
      expect(due('2025-03-03 09:00', 2, 'workday', { pauses: [pause('2025-03-05 24:00', to)] })).toBe(
        '2025-03-05 24:00',
      )
      expect(due('2025-03-03 09:00', 2, 'workday', { pauses: [pause('2025-03-08 10:00', to)] })).toBe(
        '2025-03-05 24:00',
      )
      expect(due('2025-03-03 09:00', 2, 'hour', { pauses: [pause('2025-03-03 11:00', to)] })).toBe('2025-03-03 11:00')
      expect(due('2025-03-03 09:00', 3, 'workhour', { pauses: [pause('2025-03-03 12:00', to)] })).toBe(
        '2025-03-03 12:00',
      )
      expect(due('2025-03-03 09:00', 2, 'workday', { pauses: [pause('2025-03-05 23:59', to)] })).toBe(
        to === undefined ? '—' : '2025-04-01 24:00',
      )
    }
  })
})

describe('extensions', () => {
  it('T12 add to the limit', () => {
    expect(due('2025-03-03 09:00', 5, 'workday', { extensions: [extension(5, '2025-03-07 10:00')] })).toBe(
      '2025-03-17 24:00',
    )
    expect(due('2025-03-03 09:00', 2, 'hour', { extensions: [extension(0.5, '2025-03-03 10:00')] })).toBe(
      '2025-03-03 11:30',
    )
  })

  it('T12 granted late, they go on from the count, and pauses in between are taken out', () => {
    const late = [extension(5, '2025-03-20 10:00')]
    expect(due('2025-03-03 09:00', 5, 'workday', { extensions: late })).toBe('2025-03-17 24:00')
    const pauses = [pause('2025-03-12 10:00', '2025-03-14 10:00')]
    expect(due('2025-03-03 09:00', 5, 'workday', { pauses })).toBe('2025-03-10 24:00')
    expect(due('2025-03-03 09:00', 5, 'workday', { pauses, extensions: late })).toBe('2025-03-19 24:00')
  })

  it('T12 go on from the counted days, not from a rolled last day', () => {
    const rolled = { rule: { roll: true } }
    expect(due('2025-03-05 09:00', 10, 'day', rolled)).toBe('2025-03-17 24:00')
    expect(due('2025-03-05 09:00', 10, 'day', { ...rolled, extensions: [extension(3, '2025-03-14 09:00')] })).toBe(
      '2025-03-18 24:00',
    )
  })

  it('T12 several, in any order', () => {
    const extensions = [extension(2, '2025-03-06 09:00'), extension(1, '2025-03-05 09:00')]
    expect(due('2025-03-03 09:00', 2, 'workday', { extensions })).toBe('2025-03-10 24:00')
  })
})

describe('days that no notice has settled', () => {
  it('T13 make a due moment provisional when the count met one', () => {
    expect(due('2026-12-18 09:00', 4, 'workday')).toBe('2026-12-24 24:00')
    expect(due('2026-12-18 09:00', 5, 'workday')).toBe('~2026-12-25 24:00')
    expect(due('2027-02-26 09:00', 1, 'workday')).toBe('~2027-03-01 24:00')
    expect(due('2026-12-24 16:30', 1, 'workhour')).toBe('2026-12-24 17:30')
    expect(due('2026-12-24 16:30', 1.5, 'workhour')).toBe('~2026-12-25 09:30')
  })

  it('T13 do not concern hours, or natural days that do not roll', () => {
    expect(due('2027-03-03 09:00', 9, 'hour')).toBe('2027-03-03 18:00')
    expect(due('2027-03-03 09:00', 9, 'day')).toBe('2027-03-12 24:00')
    expect(due('2027-03-03 09:00', 9, 'day', { rule: { roll: true } })).toBe('~2027-03-12 24:00')
    expect(due('2026-12-21 09:00', 3, 'day', { rule: { roll: true } })).toBe('2026-12-24 24:00')
    expect(due('2026-12-21 09:00', 5, 'day', { rule: { roll: true } })).toBe('~2026-12-28 24:00')
  })

  it('T13 do not matter while the clock is paused', () => {
    // 2025 has no notice here, 2024 and 2026 have.
    const gap = workCalendar([notice(2024), notice(2026)])
    const calendar = { ...office, work: gap }
    const paused = { pauses: [pause('2024-12-24 10:00', '2026-01-05 10:00')] }
    expect(due('2024-12-20 09:00', 5, 'workday', paused, calendar)).toBe('2026-01-08 24:00')
    expect(due('2024-12-23 17:00', 1, 'workhour', paused, calendar)).toBe('2024-12-24 09:30')
    expect(due('2024-12-23 17:00', 2, 'workhour', paused, calendar)).toBe('2026-01-05 10:30')
    const shorter = { pauses: [pause('2024-12-24 10:00', '2026-01-01 00:00')] }
    expect(due('2024-12-20 09:00', 5, 'workday', shorter, calendar)).toBe('2026-01-06 24:00')
    const tooShort = { pauses: [pause('2024-12-24 10:00', '2025-12-31 23:00')] }
    expect(due('2024-12-20 09:00', 5, 'workday', tooShort, calendar)).toBe('~2026-01-05 24:00')
    expect(due('2024-12-23 17:00', 2, 'workhour', tooShort, calendar)).toBe('2026-01-01 09:30')
  })

  it('T13 matter to office hours only where office hours are met', () => {
    const calendar = { ...office, work: workCalendar([notice(2024), notice(2026)]) }
    const inLunch = [pause('2024-12-24 17:20', '2025-06-02 12:15'), pause('2025-06-02 13:30', '2026-01-05 09:00')]
    expect(due('2024-12-24 17:00', 1, 'workhour', { pauses: inLunch }, calendar)).toBe('2026-01-05 09:40')
    const beforeOpening = [pause('2024-12-25 08:00', '2026-01-05 09:00')]
    expect(due('2024-12-24 17:00', 2, 'workhour', { pauses: beforeOpening }, calendar)).toBe('2026-01-05 10:30')
    const afterOpening = [pause('2024-12-25 09:01', '2026-01-05 09:00')]
    expect(due('2024-12-24 17:00', 2, 'workhour', { pauses: afterOpening }, calendar)).toBe('~2026-01-05 10:29')
  })

  it('T6 T13 a last day that is not settled makes the day it rolls to provisional', () => {
    expect(due('2023-12-29 09:00', 2, 'day', { rule: { roll: true } })).toBe('~2024-01-02 24:00')
    expect(due('2023-12-29 09:00', 3, 'day', { rule: { roll: true } })).toBe('2024-01-02 24:00')
  })
})

const notice = (year: number): CalendarYear => ({ year, published: true, notice: '', off: [], work: [] })

describe('the calendar', () => {
  it('T25 answers do not depend on what was asked before, however far apart', () => {
    const fresh = { ...office, work: workCalendar([notice(2025)]) }
    const ask = (started: string): string => due(started, 3, 'workday', {}, fresh)
    const first = ask('2025-03-03 09:00')
    expect(ask('1971-06-01 09:00')).toBe('~1971-06-04 24:00')
    expect(ask('2190-06-01 09:00')).toBe('~2190-06-04 24:00')
    expect(ask('1970-01-01 09:00')).toBe('~1970-01-06 24:00')
    expect(ask('2025-03-03 09:00')).toBe(first)
    expect(due('2024-01-01 09:00', 2000, 'workday', {}, fresh)).toBe(
      due('2024-01-01 09:00', 2000, 'workday', {}, { ...office, work: workCalendar([notice(2025)]) }),
    )
  })

  it('T25 a corrected calendar is a new object with answers of its own', () => {
    const corrected = workCalendar([
      { ...notice(2025), off: holiday('停工', '2025-03-04'), work: [workingDay('2025-03-08')] },
    ])
    expect(due('2025-03-03 09:00', 4, 'workday', {}, { ...office, work: corrected })).toBe('2025-03-08 24:00')
    expect(due('2025-03-03 09:00', 4, 'workday')).toBe('2025-03-07 24:00')
    expect(office.work).toBe(stateCouncilCalendar)
  })

  it('T21 a run that the check refuses is a bug of the caller', () => {
    expect(() => dueOf(run('2025-03-03 09:00', Number.NaN, 'workday'), office)).toThrow(RangeError)
    expect(() => dueOf(run('2025-03-03 09:00', 1e9, 'workday'), office)).toThrow(RangeError)
    expect(() => dueOf(run('2025-03-03 09:00', Number.NaN, 'hour'), office)).toThrow(RangeError)
    expect(() => dueOf(run('2025-03-03 09:00', 2, 'workhour'), { ...office, hours: [] })).toThrow(RangeError)
    expect(() =>
      dueOf(run('2025-03-03 09:00', 2, 'day', { rule: { lastDay: 'closing' } }), { ...office, hours: [] }),
    ).toThrow(RangeError)
  })
})

describe('saying it', () => {
  it('T23 by the day that it ends', () => {
    const end = moment('2025-02-08 00:00')
    expect(describeDue(end, 480)).toBe('2025-02-07 24:00')
    expect(dueDate(end, 480)).toBe('2025-02-07')
    expect(describeDue(moment('2025-02-07 17:30'), 480)).toBe('2025-02-07 17:30')
    expect(dueDate(moment('2025-02-07 00:01'), 480)).toBe('2025-02-07')
  })
})

const anyUnit = fc.constantFrom<TimeUnit>('workday', 'day', 'workhour', 'hour')
const anyStart = fc.integer({ min: moment('2024-01-01 00:00'), max: moment('2026-06-30 24:00') }).map(instant)
const anyRule = fc.record({ lastDay: fc.constantFrom('midnight' as const, 'closing' as const), roll: fc.boolean() })
const why = { reason: '补正材料', approver: '分管负责人' }

describe('whatever happens', () => {
  it('T10 T12 more pause or more time never makes a due moment earlier, to the millisecond', () => {
    const anyLength = fc.integer({ min: 0, max: 5 * 86_400_000 })
    fc.assert(
      fc.property(
        anyStart,
        anyUnit,
        anyRule,
        fc.integer({ min: 1, max: 20 }),
        fc.tuple(anyLength, anyLength, fc.integer({ min: 1, max: 5 })),
        (startedAt, unit, rule, value, [wait, length, by]) => {
          const plain = { limit: { value, unit }, rule, startedAt, pauses: [], extensions: [] }
          const from = instant(startedAt + wait)
          const paused = { ...plain, pauses: [{ from, to: instant(from + length), ...why }] }
          const extended = { ...plain, extensions: [{ by, at: startedAt, ...why }] }
          const at = dueOf(plain, office)?.at ?? Number.NaN
          expect(dueOf(paused, office)?.at).toBeGreaterThanOrEqual(at)
          expect(dueOf(extended, office)?.at).toBeGreaterThanOrEqual(at)
          expect(dueOf(extended, office)).toEqual(dueOf({ ...plain, limit: { value: value + by, unit } }, office))
        },
      ),
    )
  })

  it('T7 T10 hours and their pauses add up to the millisecond', () => {
    fc.assert(
      fc.property(
        anyStart,
        fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 2, maxLength: 8 }),
        (startedAt, steps) => {
          const pauses = []
          let at: number = startedAt
          let paused = 0
          for (let i = 0; i + 1 < steps.length; i += 2) {
            const from = instant(at + (steps[i] ?? 0))
            at = from + (steps[i + 1] ?? 0)
            paused += steps[i + 1] ?? 0
            pauses.push({ from, to: instant(at), ...why })
          }
          const found = dueOf(
            {
              limit: { value: 30, unit: 'hour' },
              rule: { lastDay: 'midnight', roll: false },
              startedAt,
              pauses,
              extensions: [],
            },
            office,
          )
          expect(found).toEqual({ at: startedAt + 30 * 3_600_000 + paused, provisional: false })
        },
      ),
    )
  })
})
