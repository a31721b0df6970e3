import { type Instant, stateCouncilCalendar, type WorkCalendar } from '@jiannuo/kernel'

/** When an office works: the days by the calendar, the hours by the clock on its wall. */
export interface OfficeCalendar {
  readonly work: WorkCalendar
  /** Office hours as minutes of the local day (0–1440), sorted and disjoint; the last `to` is the closing. */
  readonly hours: readonly { readonly from: number; readonly to: number }[]
  /** Local time in minutes ahead of UTC. */
  readonly utcOffset: number
}

/** The State Council's calendar, 09:00–12:00 and 14:00–17:30, UTC+8. A district with other hours makes its own. */
export const ordinaryOffice: OfficeCalendar = {
  work: stateCouncilCalendar,
  hours: [
    { from: 540, to: 720 },
    { from: 840, to: 1050 },
  ],
  utcOffset: 480,
}

/** What a time limit counts: whole days (working or natural ones), or hours (within office hours or all). */
export type TimeUnit = 'workday' | 'day' | 'workhour' | 'hour'

/** A length of time: whole days, or hours down to the minute (0.5 is 30 minutes). */
export interface Limit {
  readonly value: number
  readonly unit: TimeUnit
}

/**
 * How the days of a limit end. It says nothing to a limit in hours, which ends at its moment (民法典 201–203条;
 * domain.md 16).
 */
export interface ClockRule {
  /** A day ends at 24:00, or when the office closes. */
  readonly lastDay: 'midnight' | 'closing'
  /** Whether a limit in natural days that runs out on a rest day ends on the next working day instead. */
  readonly roll: boolean
}

/** A time in which the clock stands still: from its beginning up to, not including, its end; open while it lasts. */
export interface Pause {
  readonly from: Instant
  readonly to?: Instant
  readonly reason: string
  readonly approver: string
}

/** More time, in the unit of the limit. Granted at a moment, unknown before it. */
export interface Extension {
  readonly by: number
  readonly at: Instant
  readonly reason: string
  readonly approver: string
}

/** One run of a clock: everything that has happened to it. `checkRun` says whether it makes sense. */
export interface ClockRun {
  readonly limit: Limit
  readonly rule: ClockRule
  readonly startedAt: Instant
  /** In order, not overlapping; only the last may be open. */
  readonly pauses: readonly Pause[]
  readonly extensions: readonly Extension[]
  readonly stoppedAt?: Instant
}

/** A moment at which something falls due. */
export interface Due {
  readonly at: Instant
  /** True when it rests on a day that no notice has settled yet: it may still move. */
  readonly provisional: boolean
}

/** Where a clock stands at a moment. Amounts are in the unit of its limit. */
export interface ClockReading {
  /** Stopped goes before paused: a clock stopped in a pause is stopped. */
  readonly state: 'running' | 'paused' | 'stopped'
  readonly unit: TimeUnit
  /** Days that have ended, or hours that have run; past the due moment it goes on growing. */
  readonly used: number
  /** The limit with its extensions. */
  readonly limit: number
  /** What is left of the limit, never below 0. */
  readonly left: number
  /** Absent while a pause keeps it open. */
  readonly due?: Instant
  /** Past due and not closed (running or paused), or closed after due (stopped). */
  readonly overdue: boolean
  /** Only when overdue: what has been used since the due moment. 0 in the first day of a limit in days. */
  readonly overdueBy?: number
  /** True when the due moment or what is used rests on a day that no notice has settled. */
  readonly provisional: boolean
}

/** A point of a clock at which something shall happen. */
export type MarkTime =
  /** No more than this share of the limit is left, 0 to 1. */
  | { readonly left: number }
  /** So much before the due moment, counted back while the clock ran. */
  | { readonly before: Limit }
  /** The due moment. */
  | { readonly due: true }
  /** So much after the due moment, counted on while the clock runs. */
  | { readonly after: Limit }
