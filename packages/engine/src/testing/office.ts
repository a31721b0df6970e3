import { CHINA_OFFSET, type Instant, parseInstant } from '@jiannuo/kernel'
import { type OfficeCalendar, ordinaryOffice } from '../clock/index.ts'
import type { Machine } from '../model/definition.ts'
import type { RecordState } from '../model/record.ts'
import type { Actor, Context, OutEffect, Outcome, Refusal, Settings, Transition } from '../model/run.ts'
import type { Json } from '../model/value.ts'
import { timersOf } from '../run/clocks.ts'
import { noteMember } from '../run/group.ts'
import { reachMark } from '../run/mark.ts'
import { actBySystem } from '../run/system.ts'
import { transition } from '../run/transition.ts'
import { type SimulatedDistrict, simulatedDistrict } from './district.ts'

/** Where a simulated office stands and by what it works. */
export interface OfficeOptions {
  readonly district?: SimulatedDistrict
  readonly calendar?: OfficeCalendar
  /** Settings that differ from the definition's defaults. */
  readonly settings?: Settings
}

/** Something that happened to a record, as the office saw it. */
export interface OfficeEntry {
  readonly record: string
  readonly transition: Transition
}

/**
 * An office that keeps its records in memory and does what a store would do around the pure engine: marks are carried out when their
 * moment comes, heads take note of members, members follow their head.
 */
export interface SimulatedOffice {
  readonly machine: Machine
  readonly district: SimulatedDistrict
  /** The record as it stands now. */
  readonly record: (id: string) => RecordState | undefined
  readonly records: () => readonly RecordState[]
  /** Everything that happened, in order. */
  readonly entries: () => readonly OfficeEntry[]
  /** What an action may look at, at a moment. */
  readonly context: (at: Instant) => Context
  /**
   * Lets time pass up to a moment, then carries out the command. A refusal of any record that is touched leaves all as it was.
   *
   * @param id an id that is not known yet opens a record when the action does
   */
  readonly act: (
    id: string,
    action: string,
    input: Readonly<Record<string, Json>>,
    actor: Actor,
    at: Instant,
  ) => Outcome
  /** Lets time pass up to a moment, then has the machine itself do an action of a record. */
  readonly tell: (id: string, action: string, input: Readonly<Record<string, Json>>, at: Instant) => Outcome
  /** Carries out every mark up to and with a moment, in order of time. */
  readonly settle: (until: Instant) => void
}

/** A local time of the examples as a moment. @throws RangeError when the text is no time */
export function momentOf(local: string): Instant {
  const parsed = parseInstant(local, CHINA_OFFSET)
  if (!parsed.ok) throw new RangeError(`no such moment: ${local}`)
  return parsed.value
}

/** Opens an office for one machine. */
export function simulatedOffice(machine: Machine, options: OfficeOptions = {}): SimulatedOffice {
  const { district = simulatedDistrict(), calendar = ordinaryOffice, settings = {} } = options
  const records = new Map<string, RecordState>()
  const entries: OfficeEntry[] = []
  const context = (at: Instant): Context => ({ district: district.id, at, calendar, settings, units: district })
  const keep = (changes: readonly OfficeEntry[]): void => {
    for (const change of changes) {
      records.set(change.record, change.transition.record)
      entries.push(change)
    }
  }
  const keepWithFollowers = (id: string, outcome: Outcome, at: Instant): Outcome => {
    if (!outcome.ok) return outcome
    const after = withFollowers(machine, records, { record: id, transition: outcome.value }, context(at))
    if ('code' in after) return { ok: false, refusal: after }
    keep(after)
    return outcome
  }
  const settle = (until: Instant): void => {
    for (let next = firstTimer(machine, records, calendar, until); next !== undefined; ) {
      const record = records.get(next.record)
      const reached = record && reachMark(machine, record, next.clock, next.mark, context(next.at))
      if (reached === undefined) throw new Error(`the timer of ${next.clock}.${next.mark} of ${next.record} was stale`)
      const after = withFollowers(machine, records, { record: next.record, transition: reached }, context(next.at))
      keep('code' in after ? [{ record: next.record, transition: reached }] : after)
      next = firstTimer(machine, records, calendar, until)
    }
  }
  return {
    machine,
    district,
    record: (id) => records.get(id),
    records: () => [...records.values()],
    entries: () => entries,
    context,
    settle,
    act: (id, action, input, actor, at) => {
      settle(at)
      const outcome = transition(machine, records.get(id), { action, input, actor, record: id }, context(at))
      return keepWithFollowers(id, outcome, at)
    },
    tell: (id, action, input, at) => {
      settle(at)
      const record = records.get(id)
      if (record === undefined) throw new RangeError(`there is no record ${id} that could be told`)
      return keepWithFollowers(id, actBySystem(machine, record, action, input, context(at)), at)
    },
  }
}

interface NextTimer {
  readonly record: string
  readonly clock: string
  readonly mark: string
  readonly at: Instant
}

/** The timer that comes first; of several at one moment that of the record opened first. */
function firstTimer(
  machine: Machine,
  records: ReadonlyMap<string, RecordState>,
  calendar: OfficeCalendar,
  until: Instant,
): NextTimer | undefined {
  let first: NextTimer | undefined
  for (const [record, state] of records)
    for (const { clock, mark, at } of timersOf(machine, state, calendar))
      if (at <= until && (first === undefined || at < first.at)) first = { record, clock, mark, at }
  return first
}

/** A change with all that follows from it on other records, or the refusal of one of them. */
function withFollowers(
  machine: Machine,
  records: ReadonlyMap<string, RecordState>,
  change: OfficeEntry,
  context: Context,
): readonly OfficeEntry[] | Refusal {
  const changes = [change]
  const now = (id: string): RecordState | undefined =>
    changes.findLast(({ record }) => record === id)?.transition.record ?? records.get(id)
  for (const effect of change.transition.effects) {
    for (const { record, outcome } of followUps(machine, change.record, effect, now, context)) {
      if (!outcome.ok) return outcome.refusal
      changes.push({ record, transition: outcome.value })
    }
  }
  return changes
}

interface FollowUp {
  readonly record: string
  readonly outcome: Outcome
}

function followUps(
  machine: Machine,
  from: string,
  effect: OutEffect,
  now: (id: string) => RecordState | undefined,
  context: Context,
): FollowUp[] {
  if (effect.type === 'member') {
    const head = now(effect.head)
    return head === undefined ? [] : [{ record: effect.head, outcome: noteMember(head, effect.event, from, context) }]
  }
  if (effect.type === 'notify') return []
  return effect.records.flatMap((id) => {
    const member = now(id)
    const outcome = member && actBySystem(machine, member, effect.action, effect.input, context)
    // A member that stands where it cannot follow stays where it is.
    return outcome === undefined || (!outcome.ok && outcome.refusal.code === 'engine/wrong-state')
      ? []
      : [{ record: id, outcome }]
  })
}
