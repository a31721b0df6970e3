import { type ClockReading, type ClockRun, clocksAt, describeLimit, type Pause, runAsOf } from '@jiannuo/engine'
import type { Instant, Result } from '@jiannuo/kernel'
import type { Office } from '../office/office.ts'
import { refuse } from '../office/problem.ts'
import type { Session } from '../organisation/session.ts'
import { findSeen, type Seen } from './seen.ts'
import { dueText } from './words.ts'

/** A clock at a moment. */
export interface ClockView {
  readonly clock: string
  readonly title: string
  readonly source: string
  /** Number of the run; absent when the clock has not been started. */
  readonly run?: number
  readonly reading?: ClockReading
  /** Due moment in words; 24:00 belongs to its day. */
  readonly due?: string
  readonly pauses: readonly Pause[]
  /** Pauses and extensions in words, in their order. */
  readonly changes: readonly ClockChange[]
}

/** What was done to a clock: it stood still, or was given more time. */
export interface ClockChange {
  readonly kind: 'pause' | 'extension'
  readonly from: Instant
  /** Absent while a pause lasts, and for an extension. */
  readonly to?: Instant
  /** How much more, in words. */
  readonly by?: string
  readonly reason: string
  readonly approver: string
}

/**
 * The clocks of a record as they stood at a moment, past ones too.
 *
 * @returns the clocks, or `app/no-record`
 */
export async function clocksAtMoment(
  office: Office,
  session: Session,
  record: string,
  at: Instant,
): Promise<Result<readonly ClockView[]>> {
  const seen = await findSeen(office, session, record)
  if (!seen.ok) return seen
  if (at < seen.value.state.openedAt) return refuse('app/no-record', { record })
  return { ok: true, value: clockViews(office, seen.value, at) }
}

/** The clocks of a record at a moment. */
export function clockViews(office: Office, seen: Seen, at: Instant): readonly ClockView[] {
  const { kit, state } = seen
  return clocksAt(kit.machine, state, office.calendar, at).map(({ clock, reading, run }) => {
    const { title = clock, source = '' } = kit.machine.clocks[clock] ?? {}
    if (reading === undefined || run === undefined) return { clock, title, source, pauses: [], changes: [] }
    const runs = state.clocks[clock]
    const all = runs === undefined ? [] : [...runs.former, runs.run]
    const then = all[run - 1]
    const known = then === undefined ? undefined : runAsOf(then, at)
    return {
      clock,
      title,
      source,
      run,
      reading,
      ...(reading.due === undefined ? {} : { due: dueText(reading.due) }),
      pauses: known?.pauses ?? [],
      changes: known === undefined ? [] : clockChanges(seen, clock, known),
    }
  })
}

function clockChanges({ kit: { machine }, view }: Seen, clock: string, run: ClockRun): readonly ClockChange[] {
  const name = (person: string): string => view.persons.get(person)?.name ?? person
  const reasons = machine.clocks[clock]?.pauseReasons ?? {}
  const choices = Object.values(machine.actions).map(({ fields }) => fields?.['reason']?.choices ?? {})
  const reasonText = (code: string): string =>
    reasons[code] ?? choices.find((titles) => Object.hasOwn(titles, code))?.[code] ?? code
  const pauses = run.pauses.map(
    ({ from, to, reason, approver }): ClockChange => ({
      kind: 'pause',
      from,
      ...(to === undefined ? {} : { to }),
      reason: reasonText(reason),
      approver: name(approver),
    }),
  )
  const extensions = run.extensions.map(({ at, by, reason, approver }): ClockChange => {
    const more = describeLimit({ value: by, unit: run.limit.unit })
    return { kind: 'extension', from: at, by: more, reason: reasonText(reason), approver: name(approver) }
  })
  return [...pauses, ...extensions].sort((a, b) => a.from - b.from)
}
