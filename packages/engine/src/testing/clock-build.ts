import { type Instant, parseInstant } from '@jiannuo/kernel'
import type { ClockRule, ClockRun, Due, Extension, Limit, Pause, TimeUnit } from '../clock/index.ts'
import { describeDue } from '../clock/index.ts'

/** The moment that a text writes, in China's time: `2025-10-01 09:30`. */
export function moment(text: string): Instant {
  const read = parseInstant(text)
  if (!read.ok) throw new Error(`no moment: ${text}`)
  return read.value
}

/** A length of time as offices say it: 5 workday. */
export const span = (value: number, unit: TimeUnit): Limit => ({ value, unit })

/** A pause with its grounds; open without an end. */
export const pause = (from: string, to?: string): Pause => ({
  from: moment(from),
  ...(to === undefined ? {} : { to: moment(to) }),
  reason: '补正材料',
  approver: '分管负责人',
})

/** An extension with its grounds. */
export const extension = (by: number, at: string): Extension => ({
  by,
  at: moment(at),
  reason: '情况复杂',
  approver: '分管负责人',
})

/** What a test may say of a run beyond its start and limit. */
export interface RunParts {
  readonly rule?: Partial<ClockRule>
  readonly pauses?: readonly Pause[]
  readonly extensions?: readonly Extension[]
  readonly stopped?: string
}

/** A run that ends its days at 24:00 and does not roll, unless said otherwise. */
export const run = (started: string, value: number, unit: TimeUnit, parts: RunParts = {}): ClockRun => ({
  limit: { value, unit },
  rule: { lastDay: 'midnight', roll: false, ...parts.rule },
  startedAt: moment(started),
  pauses: parts.pauses ?? [],
  extensions: parts.extensions ?? [],
  ...(parts.stopped === undefined ? {} : { stoppedAt: moment(parts.stopped) }),
})

/** A due moment in words, `~` before a provisional one, `—` for none. */
export const said = (due: Due | undefined): string =>
  due === undefined ? '—' : `${due.provisional ? '~' : ''}${describeDue(due.at, 480)}`
