import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extension, moment, pause, run, said, span } from '../testing/clock-build.ts'
import { chanceOf, officeOf, randomMark, randomRun } from '../testing/random-clock.ts'
import { dueOf } from './due.ts'
import { markAt } from './marks.ts'
import { runAsOf } from './reading.ts'
import { type ClockRun, type MarkTime, ordinaryOffice } from './types.ts'

const office = ordinaryOffice
const mark = (of: ClockRun, at: MarkTime): string => said(markAt(of, at, office))

const five = run('2025-03-03 09:00', 5, 'workday')
const paused = run('2025-03-03 09:00', 5, 'workday', { pauses: [pause('2025-03-06 10:00', '2025-03-12 10:00')] })

describe('a share left', () => {
  it('T17 falls at the first moment at which no more is left', () => {
    expect(mark(five, { left: 1 })).toBe('2025-03-03 09:00')
    expect(mark(five, { left: 0.8 })).toBe('2025-03-04 24:00')
    expect(mark(five, { left: 0.5 })).toBe('2025-03-06 24:00')
    expect(mark(five, { left: 0.2 })).toBe('2025-03-07 24:00')
    expect(mark(five, { left: 0.19 })).toBe('2025-03-10 24:00')
    expect(mark(five, { left: 0 })).toBe('2025-03-10 24:00')
    const hours = run('2025-03-03 09:00', 2, 'hour')
    expect(mark(hours, { left: 0.25 })).toBe('2025-03-03 10:30')
    expect(mark(run('2025-03-03 11:00', 4, 'workhour'), { left: 0.5 })).toBe('2025-03-03 15:00')
    expect(mark(run('2025-03-03 11:00', 4, 'workhour'), { left: 0.75 })).toBe('2025-03-03 12:00')
  })

  it('T17 shares are meant in decimal', () => {
    for (const [share, day] of [
      [0.29, '2025-05-13'],
      [0.57, '2025-04-15'],
      [0.58, '2025-04-14'],
    ] as const)
      expect(mark(run('2025-03-03 09:00', 100, 'day'), { left: share })).toBe(`${day} 24:00`)
  })

  it('T17 takes pauses out, and extensions in', () => {
    expect(mark(paused, { left: 0.6 })).toBe('2025-03-05 24:00')
    expect(mark(paused, { left: 0.4 })).toBe('2025-03-12 24:00')
    const longer = run('2025-03-03 09:00', 5, 'workday', { extensions: [extension(5, '2025-03-07 09:00')] })
    expect(mark(longer, { left: 0.5 })).toBe('2025-03-10 24:00')
  })

  it('T6 T17 a roll is no part of the limit', () => {
    const rolled = run('2025-03-05 09:00', 10, 'day', { rule: { roll: true } })
    expect(mark(rolled, { left: 0 })).toBe('2025-03-15 24:00')
    expect(mark(rolled, { due: true })).toBe('2025-03-17 24:00')
  })
})

describe('before and after the due moment', () => {
  it('T18 goes back in the unit of the mark', () => {
    expect(mark(five, { before: span(1, 'workday') })).toBe('2025-03-07 24:00')
    expect(mark(five, { before: span(1, 'day') })).toBe('2025-03-09 24:00')
    expect(mark(five, { before: span(8, 'hour') })).toBe('2025-03-10 16:00')
    expect(mark(five, { before: span(1, 'workhour') })).toBe('2025-03-10 16:30')
    expect(mark(five, { before: span(6.5, 'workhour') })).toBe('2025-03-07 17:30')
    expect(mark(run('2025-03-03 09:00', 2, 'hour'), { before: span(0.5, 'hour') })).toBe('2025-03-03 10:30')
  })

  it('T18 over a holiday', () => {
    expect(mark(run('2025-09-26 09:00', 4, 'workday'), { before: span(1, 'workday') })).toBe('2025-09-30 24:00')
    expect(mark(run('2025-09-30 16:30', 2, 'workhour'), { before: span(1, 'workhour') })).toBe('2025-09-30 17:30')
  })

  it('T18 at the start when all of it lies within', () => {
    for (const unit of ['workday', 'day', 'workhour', 'hour'] as const)
      expect(mark(five, { before: span(400, unit) })).toBe('2025-03-03 09:00')
    expect(mark(five, { before: span(5, 'workday') })).toBe('2025-03-03 09:00')
  })

  it('T18 before an hour a whole day lies between', () => {
    const hours = run('2025-03-03 09:00', 72, 'hour')
    expect(mark(hours, { before: span(1, 'day') })).toBe('2025-03-04 24:00')
    expect(mark(hours, { before: span(1, 'workday') })).toBe('2025-03-04 24:00')
  })

  it('T18 pauses are no time: a pause after the mark does not move it', () => {
    expect(mark(paused, { due: true })).toBe('2025-03-14 24:00')
    expect(mark(paused, { before: span(2, 'workday') })).toBe('2025-03-12 24:00')
    expect(mark(paused, { before: span(3, 'workday') })).toBe('2025-03-05 24:00')
    expect(mark(five, { before: span(3, 'workday') })).toBe('2025-03-05 24:00')
  })

  it('T19 goes on after the due moment', () => {
    expect(mark(five, { after: span(1, 'workday') })).toBe('2025-03-11 24:00')
    expect(mark(five, { after: span(5, 'day') })).toBe('2025-03-15 24:00')
    expect(mark(five, { after: span(2, 'hour') })).toBe('2025-03-11 02:00')
    expect(mark(five, { after: span(2, 'workhour') })).toBe('2025-03-11 11:00')
    const closing = run('2025-03-03 09:00', 5, 'workday', { rule: { lastDay: 'closing' } })
    expect(mark(closing, { after: span(1, 'workday') })).toBe('2025-03-11 17:30')
    expect(mark(closing, { before: span(1, 'workday') })).toBe('2025-03-07 17:30')
  })

  it('T19 does not count the day of the due moment', () => {
    const hours = run('2025-03-03 09:00', 2, 'hour')
    expect(mark(hours, { after: span(1, 'workday') })).toBe('2025-03-04 24:00')
    expect(mark(run('2025-03-03 22:00', 2, 'hour'), { after: span(1, 'day') })).toBe('2025-03-04 24:00')
  })

  it('T19 takes pauses out', () => {
    const late = run('2025-03-03 09:00', 5, 'workday', { pauses: [pause('2025-03-11 10:00', '2025-03-13 10:00')] })
    expect(mark(late, { after: span(1, 'workday') })).toBe('2025-03-13 24:00')
    expect(mark(late, { after: span(12, 'hour') })).toBe('2025-03-13 12:00')
  })

  it('T13 marks know of unsettled days', () => {
    const before = run('2026-12-21 09:00', 3, 'workday')
    expect(mark(before, { due: true })).toBe('2026-12-24 24:00')
    expect(mark(before, { after: span(1, 'workday') })).toBe('~2026-12-25 24:00')
    expect(mark(before, { after: span(1, 'day') })).toBe('2026-12-25 24:00')
    expect(mark(run('2027-03-01 09:00', 48, 'hour'), { before: span(1, 'workday') })).toBe('~2027-03-01 09:00')
    expect(mark(run('2027-03-01 09:00', 48, 'hour'), { before: span(1, 'hour') })).toBe('2027-03-03 08:00')
    // Had 29 December not been a working day, the mark would lie further back.
    const overTheSeam = run('2023-12-27 09:00', 6, 'day')
    expect(mark(overTheSeam, { before: span(1, 'workday') })).toBe('~2023-12-29 24:00')
    expect(mark(overTheSeam, { due: true })).toBe('2024-01-02 24:00')
  })
})

describe('marks that do not fall', () => {
  const open = run('2025-03-03 09:00', 5, 'workday', { pauses: [pause('2025-03-06 10:00')] })
  const overdue = run('2025-03-03 09:00', 5, 'workday', { pauses: [pause('2025-03-12 10:00')] })

  it('T20 while a pause is open, but for those that have fallen', () => {
    expect(mark(open, { left: 0.6 })).toBe('2025-03-05 24:00')
    for (const at of [{ left: 0.4 }, { before: span(3, 'workday') }, { due: true }, { after: span(1, 'day') }] as const)
      expect(mark(open, at)).toBe('—')
    expect(mark(overdue, { due: true })).toBe('2025-03-10 24:00')
    expect(mark(overdue, { after: span(1, 'workday') })).toBe('2025-03-11 24:00')
    expect(mark(overdue, { after: span(2, 'workday') })).toBe('—')
  })

  it('T20 after the stop, but for those that fall at it', () => {
    const stopped = { ...five, stoppedAt: moment('2025-03-07 24:00') }
    expect(mark(stopped, { left: 0.2 })).toBe('2025-03-07 24:00')
    expect(mark(stopped, { before: span(1, 'workday') })).toBe('2025-03-07 24:00')
    expect(mark(stopped, { due: true })).toBe('—')
    expect(mark({ ...five, stoppedAt: moment('2025-03-07 23:59') }, { left: 0.2 })).toBe('—')
  })
})

describe('whatever happens', () => {
  const calendar = officeOf(office)
  const anySeed = fc.integer({ min: 0, max: 0xffffffff })

  it('T17 T18 T19 marks stand in order around the due moment', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const chance = chanceOf(seed)
        const { stoppedAt: _never, ...of } = randomRun(chance, calendar)
        const due = dueOf(of, office)
        const at = randomMark(chance)
        const found = markAt(of, at, office)
        if (found === undefined || due === undefined) return
        if ('after' in at) expect(found.at).toBeGreaterThan(due.at)
        else expect(found.at).toBeLessThanOrEqual(due.at)
        expect(found.at).toBeGreaterThanOrEqual(of.startedAt)
      }),
      { numRuns: 1000 },
    )
  })

  it('T20 a mark of the share left that has fallen stays where it is as long as nothing is extended', () => {
    fc.assert(
      fc.property(anySeed, fc.integer({ min: 0, max: 1000 }), (seed, thousandths) => {
        const whole = { ...randomRun(chanceOf(seed), calendar), extensions: [] }
        const at: MarkTime = { left: thousandths / 1000 }
        const fallen = markAt(whole, at, office)
        if (fallen === undefined) return
        const known = runAsOf(whole, fallen.at)
        expect(known && markAt(known, at, office)).toEqual(fallen)
      }),
      { numRuns: 1000 },
    )
  })
})
