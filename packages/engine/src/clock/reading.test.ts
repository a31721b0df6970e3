import { instant, MS_PER_MINUTE } from '@jiannuo/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extension, moment, pause, run, type RunParts } from '../testing/clock-build.ts'
import { chanceOf, officeOf, randomMoment, randomRun } from '../testing/random-clock.ts'
import { checkRun } from './check.ts'
import { describeDue, dueOf } from './due.ts'
import { clockAt, runAsOf } from './reading.ts'
import { type ClockReading, type ClockRun, ordinaryOffice, type TimeUnit } from './types.ts'

const office = ordinaryOffice

function read(of: ClockRun, at: string): ClockReading {
  const reading = clockAt(of, office, moment(at))
  if (reading === undefined) throw new Error('not started')
  return reading
}

/** A reading in one line: state, used of limit, left, due moment, how late. */
function line(of: ClockRun, at: string): string {
  const { state, used, limit, left, due, overdue, overdueBy } = read(of, at)
  const until = due === undefined ? '—' : describeDue(due, 480)
  return `${state} ${used}/${limit} ${left} ${until}${overdue ? ` late ${overdueBy}` : ''}`
}

// From call to archive over the National Day holiday: five working days, paused from 30 September to 9 October, extended by two.
const hotline = run('2025-09-26 09:40', 5, 'workday', {
  pauses: [pause('2025-09-30 15:00', '2025-10-09 10:00')],
  extensions: [extension(2, '2025-10-10 16:00')],
  stopped: '2025-10-13 11:00',
})

describe('a clock at moments past', () => {
  it('T14 T15 reads as it stood then', () => {
    expect(clockAt(hotline, office, moment('2025-09-26 09:39'))).toBeUndefined()
    expect(line(hotline, '2025-09-26 09:40')).toBe('running 0/5 5 2025-10-10 24:00')
    expect(line(hotline, '2025-09-28 23:59')).toBe('running 0/5 5 2025-10-10 24:00')
    expect(line(hotline, '2025-09-28 24:00')).toBe('running 1/5 4 2025-10-10 24:00')
    expect(line(hotline, '2025-09-30 14:59')).toBe('running 2/5 3 2025-10-10 24:00')
    expect(line(hotline, '2025-09-30 15:00')).toBe('paused 2/5 3 —')
    expect(line(hotline, '2025-10-08 12:00')).toBe('paused 2/5 3 —')
    expect(line(hotline, '2025-10-09 10:00')).toBe('running 2/5 3 2025-10-11 24:00')
    expect(line(hotline, '2025-10-10 15:59')).toBe('running 3/5 2 2025-10-11 24:00')
    expect(line(hotline, '2025-10-10 16:00')).toBe('running 3/7 4 2025-10-14 24:00')
    expect(line(hotline, '2025-10-13 11:00')).toBe('stopped 5/7 2 2025-10-14 24:00')
    expect(line(hotline, '2026-10-13 11:00')).toBe('stopped 5/7 2 2025-10-14 24:00')
  })

  it('T15 hours are read to the minute, pauses left out', () => {
    const signing = run('2025-03-03 11:00', 2, 'workhour', { pauses: [pause('2025-03-03 14:30', '2025-03-03 15:00')] })
    expect(line(signing, '2025-03-03 11:45')).toBe('running 0.75/2 1.25 2025-03-03 15:00')
    expect(line(signing, '2025-03-03 13:00')).toBe('running 1/2 1 2025-03-03 15:00')
    expect(line(signing, '2025-03-03 14:45')).toBe('paused 1.5/2 0.5 —')
    expect(line(signing, '2025-03-03 15:00')).toBe('running 1.5/2 0.5 2025-03-03 15:30')
    expect(line(signing, '2025-03-03 16:30')).toBe('running 3/2 0 2025-03-03 15:30 late 1')
  })

  it('T15 natural days, a pause within a day leaves its day counted', () => {
    const petition = run('2025-03-03 09:00', 60, 'day', { pauses: [pause('2025-03-05 09:00', '2025-03-05 17:00')] })
    expect(line(petition, '2025-03-06 12:00')).toBe('running 2/60 58 2025-05-02 24:00')
  })

  it('T15 the unit is that of the limit', () => {
    for (const unit of ['workday', 'day', 'workhour', 'hour'] as const)
      expect(read(run('2025-03-03 09:00', 5, unit), '2025-03-03 10:00').unit).toBe(unit)
  })
})

describe('late and in time', () => {
  const parts = (stopped?: string): RunParts => (stopped === undefined ? {} : { stopped })
  const three = (stopped?: string): ClockRun => run('2025-03-03 09:00', 3, 'workday', parts(stopped))

  it('T16 at the due moment it is in time, a millisecond later it is not', () => {
    const due = moment('2025-03-06 24:00')
    expect(clockAt(three(), office, due)).toMatchObject({ state: 'running', overdue: false, left: 0 })
    expect(clockAt(three(), office, instant(due + 1))).toMatchObject({ state: 'running', overdue: true, overdueBy: 0 })
    expect(clockAt(three('2025-03-06 24:00'), office, instant(due + 1))).toMatchObject({
      state: 'stopped',
      overdue: false,
    })
  })

  it('T16 past due and not closed, closed after due, and closed in time are told apart', () => {
    expect(line(three(), '2025-03-11 10:00')).toBe('running 5/3 0 2025-03-06 24:00 late 2')
    expect(line(three('2025-03-11 09:00'), '2025-03-20 10:00')).toBe('stopped 5/3 0 2025-03-06 24:00 late 2')
    expect(line(three('2025-03-11 09:00'), '2025-03-10 10:00')).toBe('running 4/3 0 2025-03-06 24:00 late 1')
    expect(line(three('2025-03-06 17:00'), '2025-03-20 10:00')).toBe('stopped 2/3 1 2025-03-06 24:00')
  })

  it('T11 T16 a clock that is overdue stays so in a pause', () => {
    const late = run('2025-03-03 09:00', 3, 'workday', { pauses: [pause('2025-03-10 10:00')] })
    expect(line(late, '2025-03-20 10:00')).toBe('paused 4/3 0 2025-03-06 24:00 late 1')
  })

  it('T12 T16 a late extension takes the lateness away from its moment on', () => {
    const late = run('2025-03-03 09:00', 3, 'workday', { extensions: [extension(5, '2025-03-10 10:00')] })
    expect(read(late, '2025-03-10 09:59').overdue).toBe(true)
    expect(line(late, '2025-03-10 10:00')).toBe('running 4/8 4 2025-03-13 24:00')
  })

  it('T6 T15 T16 over a roll, more is used than the limit before it is late', () => {
    const rolled = run('2025-03-05 09:00', 10, 'day', { rule: { roll: true } })
    expect(line(rolled, '2025-03-17 10:00')).toBe('running 11/10 0 2025-03-17 24:00')
    expect(line(rolled, '2025-03-19 10:00')).toBe('running 13/10 0 2025-03-17 24:00 late 1')
  })

  it('T16 stopped in a pause it is stopped, in time, without a due moment', () => {
    const stopped = run('2025-03-03 09:00', 3, 'workday', {
      pauses: [pause('2025-03-04 10:00')],
      stopped: '2025-04-04 10:00',
    })
    expect(line(stopped, '2025-05-01 10:00')).toBe('stopped 0/3 3 —')
    expect(line(stopped, '2025-03-05 10:00')).toBe('paused 0/3 3 —')
  })

  it('T13 a reading is provisional when its due moment or its count is', () => {
    expect(read(run('2026-12-18 09:00', 5, 'workday'), '2026-12-18 10:00').provisional).toBe(true)
    const paused = run('2026-12-24 09:00', 5, 'workday', { pauses: [pause('2026-12-28 10:00')] })
    expect(read(paused, '2026-12-25 10:00').provisional).toBe(true)
    expect(read(paused, '2027-02-01 10:00').provisional).toBe(true)
    const before = run('2026-12-23 09:00', 5, 'workday', { pauses: [pause('2026-12-25 10:00')] })
    expect(read(before, '2027-02-01 10:00').provisional).toBe(false)
    const late = run('2026-12-18 09:00', 4, 'workday')
    expect(read(late, '2026-12-25 23:00').provisional).toBe(false)
    expect(read(late, '2026-12-28 01:00').provisional).toBe(true)
  })
})

describe('a run as it was known', () => {
  it('T14 forgets what came later', () => {
    expect(runAsOf(hotline, moment('2025-09-26 09:39:59.999'))).toBeUndefined()
    expect(runAsOf(hotline, moment('2025-09-29 10:00'))).toEqual(run('2025-09-26 09:40', 5, 'workday'))
    expect(runAsOf(hotline, moment('2025-10-01 10:00'))).toEqual(
      run('2025-09-26 09:40', 5, 'workday', { pauses: [pause('2025-09-30 15:00')] }),
    )
    const { stoppedAt: _stopped, ...unstopped } = hotline
    expect(runAsOf(hotline, moment('2025-10-12 10:00'))).toEqual(unstopped)
    expect(runAsOf(hotline, moment('2025-10-13 11:00'))).toBe(hotline)
  })

  const calendar = officeOf(office)
  const anySeed = fc.integer({ min: 0, max: 0xffffffff })

  it('T14 what comes later does not change what was read before', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const chance = chanceOf(seed)
        const whole = randomRun(chance, calendar)
        const at = randomMoment(chance, office, whole)
        const later = instant(at + chance.whole(0, 20_000) * MS_PER_MINUTE)
        const then = runAsOf(whole, later)
        expect(clockAt(whole, office, at)).toEqual(then && clockAt(then, office, at))
      }),
      { numRuns: 1000 },
    )
  })

  it('T14 T21 what was known is a run like any other', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const chance = chanceOf(seed)
        const whole = randomRun(chance, calendar)
        const known = runAsOf(whole, randomMoment(chance, office, whole))
        expect(known === undefined ? [] : checkRun(known)).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  it('T15 nothing used is given back, and it grows by no more than the time that passes', () => {
    const perDay: Record<TimeUnit, number> = { workday: 1, day: 1, workhour: 6.5, hour: 24 }
    fc.assert(
      fc.property(anySeed, (seed) => {
        const chance = chanceOf(seed)
        const whole = randomRun(chance, calendar)
        const first = randomMoment(chance, office, whole)
        const days = chance.whole(0, 20)
        const second = instant(first + days * 86_400_000)
        const before = clockAt(whole, office, first)
        const after = clockAt(whole, office, second)
        if (before === undefined || after === undefined) return
        expect(after.used).toBeGreaterThanOrEqual(before.used)
        expect(after.used - before.used).toBeLessThanOrEqual(perDay[before.unit] * days + 1e-9)
        expect(before.left).toBeCloseTo(Math.max(before.limit - before.used, 0), 9)
      }),
      { numRuns: 1000 },
    )
  })

  it('T16 late exactly when the moment, or the stop, is after the due moment', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const chance = chanceOf(seed)
        const whole = randomRun(chance, calendar)
        const at = randomMoment(chance, office, whole, dueOf(whole, office)?.at)
        const reading = clockAt(whole, office, at)
        if (reading === undefined) return
        const end = reading.state === 'stopped' ? (whole.stoppedAt ?? Number.NaN) : at
        expect(reading.overdue).toBe(reading.due !== undefined && end > reading.due)
        expect(reading.overdueBy !== undefined).toBe(reading.overdue)
      }),
      { numRuns: 1000 },
    )
  })
})
