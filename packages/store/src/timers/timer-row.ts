import type { Timer } from '@jiannuo/engine'
import { type Instant, instant } from '@jiannuo/kernel'

/** A record's timers as their row: the earliest moment, and all of them as JSON, `[clock, mark, at]`, in order. */
export interface TimerRow {
  readonly at: Instant
  readonly marks: string
}

/** The row of a record's timers; null when it has none. One text for the same timers, whatever their order. */
export function timerRow(timers: readonly Timer[]): TimerRow | null {
  const ordered = timers.length < 2 ? timers : [...timers].sort(byMoment)
  const first = ordered[0]
  if (first === undefined) return null
  return { at: first.at, marks: JSON.stringify(ordered.map((timer) => [timer.clock, timer.mark, timer.at])) }
}

const byMoment = (a: Timer, b: Timer): number => a.at - b.at || compare(a.clock, b.clock) || compare(a.mark, b.mark)
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The timers of a row. */
export function timersOfRow(marks: string): Timer[] {
  const read: unknown = JSON.parse(marks)
  if (!Array.isArray(read)) throw new TypeError('a row of timers without a list')
  return read.map((mark: unknown) => {
    if (!Array.isArray(mark)) throw new TypeError('a timer that is no list')
    const [clock, name, at]: unknown[] = mark
    if (typeof clock !== 'string' || typeof name !== 'string' || typeof at !== 'number')
      throw new TypeError('a timer without clock, mark and moment')
    return { clock, mark: name, at: instant(at) }
  })
}
