import { ordinaryOffice } from '@jiannuo/engine'
import { describeInstant, MS_PER_DAY } from '@jiannuo/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moment } from '../../testing/kit.ts'
import { chance } from './chance.ts'
import { DEPARTMENTS, inventedName, STREETS } from './lantai.ts'
import { openings } from './openings.ts'
import { timeQueue } from './queue.ts'
import { workTime } from './work-time.ts'

const work = workTime(ordinaryOffice)
const text = (at: number) => describeInstant(at as ReturnType<typeof moment>, 480)

describe('parts of the simulation', () => {
  it('A62 people act in office hours, make-up days included, holidays not', () => {
    expect(text(work.open(moment('2025-09-26 10:00')))).toBe('2025-09-26 10:00')
    expect(text(work.open(moment('2025-09-26 12:30')))).toBe('2025-09-26 14:00')
    // Sunday 28 September is worked, 1 to 8 October are not.
    expect(text(work.open(moment('2025-09-28 08:00')))).toBe('2025-09-28 09:00')
    expect(text(work.after(moment('2025-09-30 17:00'), 60))).toBe('2025-10-09 09:30')
    expect(text(work.after(moment('2025-09-29 09:00'), 390))).toBe('2025-09-30 09:00')
    expect(text(work.duty(moment('2025-10-01 23:30'), 10))).toBe('2025-10-02 07:40')
    expect(text(work.calling(moment('2025-10-01 05:00'), 30))).toBe('2025-10-01 09:00')
    expect(text(work.calling(moment('2025-10-01 10:00'), 30))).toBe('2025-10-01 10:30')
  })

  it('A62 cases come within their days, in order, more by day and on working days, and repeat only what came before', () => {
    const from = moment('2025-09-01 00:00')
    const { at, repeats } = openings(chance(7, 'openings'), work, { cases: 20_000, days: 60, from, utcOffset: 480 })
    expect(at).toHaveLength(20_000)
    expect(at.every((one, n) => one >= from && one < from + 60 * MS_PER_DAY && (n === 0 || at[n - 1]! <= one))).toBe(
      true,
    )
    const hour = (one: number) => Number(text(one).slice(11, 13))
    const count = (fits: (one: number) => boolean) => at.filter(fits).length
    expect(count((one) => hour(one) >= 8 && hour(one) < 18)).toBeGreaterThan(12_000)
    expect(count((one) => hour(one) < 5)).toBeLessThan(800)
    const perDay = (day: string) => count((one) => text(one).startsWith(day))
    expect(perDay('2025-10-03')).toBeLessThan(perDay('2025-09-24'))
    expect(repeats.size).toBeGreaterThan(200)
    for (const [number, head] of repeats) {
      expect(head).toBeLessThan(number)
      expect(repeats.has(head)).toBe(false)
    }
    // A single case has no burst.
    expect(openings(chance(1, 'x'), work, { cases: 1, days: 1, from, utcOffset: 480 }).repeats.size).toBe(0)
  })

  it('A61 the queue gives what comes first in time, then by number', () => {
    const item = fc.tuple(fc.nat(20), fc.nat(1000))
    fc.assert(
      fc.property(fc.uniqueArray(item, { selector: ([, number]) => number }), (items) => {
        const queue = timeQueue<number>()
        for (const [at, number] of items) queue.push(at, number, number)
        const sorted = items.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])
        expect(queue.size()).toBe(items.length)
        for (const [at, number] of sorted) {
          expect(queue.next()).toBe(at)
          expect(queue.pop()).toBe(number)
        }
        expect(queue.pop()).toBeUndefined()
        expect(queue.next()).toBe(Number.POSITIVE_INFINITY)
      }),
    )
  })

  it('A64 units and people of the invented district have names of their own', () => {
    const names = [...DEPARTMENTS, ...STREETS, ...STREETS.flatMap(({ communities }) => communities)]
    expect(new Set(names.map(({ id }) => id)).size).toBe(names.length)
    expect(new Set(names.map(({ name }) => name)).size).toBe(names.length)
    const { whole } = chance(1, 'names')
    for (let n = 0; n < 50; n++) expect(inventedName(whole)).toMatch(/^\p{Script=Han}{2,3}$/u)
  })
})
