import { describe, expect, it } from 'vitest'
import { clockComparer } from '../testing/compare-clocks.ts'
import { naiveClockAt, naiveDue, naiveMark, writeTape } from '../testing/naive-clock.ts'
import { moment, pause, run, said, span } from '../testing/clock-build.ts'
import { TAPE_FROM, TAPE_TO } from '../testing/random-clock.ts'
import { ordinaryOffice } from './types.ts'

const RUNS = 20_000
// Any seed will do; bench/clocks.mjs takes others and runs a million.
const SEED = 20_251_001

describe('the minute-by-minute simulator', () => {
  it(`T24 ${RUNS} random schedules, seed ${SEED}: due moments, readings and marks are equal`, () => {
    const { mismatches, met } = clockComparer(SEED, 8)(RUNS)
    if (mismatches.length > 0) console.error(JSON.stringify(mismatches[0], undefined, 1))
    expect(mismatches.length).toBe(0)
    // A comparison of nothing would be equal too.
    for (const kind of [
      'due',
      'due, provisional',
      'no due',
      'before start',
      'running',
      'running, overdue',
      'paused',
      'paused, overdue',
      'stopped',
      'stopped, overdue',
      'mark left',
      'mark before',
      'mark due',
      'mark after',
      'mark left, none',
      'mark before, none',
      'mark due, none',
      'mark after, none',
    ])
      expect(met[kind] ?? 0, kind).toBeGreaterThan(100)
  })

  it('T24 the same seed gives the same schedules, another gives others', () => {
    const met = (seed: number) => clockComparer(seed, 2)(200).met
    expect(met(1)).toEqual(met(1))
    expect(met(1)).not.toEqual(met(2))
  })

  const tape = writeTape(ordinaryOffice, TAPE_FROM, TAPE_TO)

  it.each([
    ['2025-01-24', 5, '2025-02-07'],
    ['2024-09-27', 3, '2024-10-08'],
    ['2025-04-25', 2, '2025-04-28'],
    ['2024-02-09', 1, '2024-02-18'],
    ['2025-09-26', 5, '2025-10-10'],
    ['2024-12-30', 20, '2025-01-27'],
  ])('T24 the simulator itself knows that %s and %d working days end on %s', (started, days, day) => {
    expect(said(naiveDue(tape, run(`${started} 10:00`, days, 'workday')))).toBe(`${day} 24:00`)
  })

  it('T24 the simulator itself, over the National Day holiday', () => {
    const paused = run('2025-09-26 09:00', 5, 'workday', { pauses: [pause('2025-09-30 15:00', '2025-10-09 10:00')] })
    const due = naiveDue(tape, paused)
    expect(said(due)).toBe('2025-10-11 24:00')
    expect(naiveClockAt(tape, paused, moment('2025-10-05 10:00'))).toMatchObject({ state: 'paused', used: 2, left: 3 })
    expect(said(naiveMark(tape, paused, { before: span(1, 'workday') }, due))).toBe('2025-10-10 24:00')
    expect(said(naiveMark(tape, paused, { after: span(1, 'workday') }, due))).toBe('2025-10-13 24:00')
    expect(said(naiveMark(tape, paused, { left: 0.6 }, due))).toBe('2025-09-29 24:00')
  })
})
