import {
  type Contribution,
  contributions,
  counterKey,
  describeCondition,
  describeFormula,
  type Event,
} from '@jiannuo/engine'
import type { Result } from '@jiannuo/kernel'
import type { LoggedEntry } from '@jiannuo/store'
import type { Office } from '../office/office.ts'
import { refuse } from '../office/problem.ts'
import type { Session } from '../organisation/session.ts'
import { findSeen } from '../reading/seen.ts'
import { type TimelineEntry, timelineEntry } from '../reading/timeline.ts'
import { choiceTitle } from '../reading/words.ts'
import type { FigureAddress } from './address.ts'
import { type Asked, askFigure, sumsBy } from './ask.ts'
import { type FigureOf, workOut } from './figure.ts'
import { formulaInNumbers } from './formula-text.ts'

/** One counter of a figure. */
export interface TracedCounter {
  readonly id: string
  readonly title: string
  /** What it counts, in words. */
  readonly says: string
  readonly raw: number
  readonly adjusted: number
}

/** A record that a counter counts, and how much. */
export interface TracedRecord {
  readonly record: string
  readonly title: string
  readonly state: string
  readonly period: string
  readonly unit: string
  readonly unitName: string
  readonly category: string
  readonly amount: number
  /** Left out of the adjusted figure. */
  readonly excluded: boolean
}

/** A figure taken apart. */
export interface Trace {
  readonly figure: FigureOf
  readonly formula: {
    readonly says: string
    readonly source: string
    readonly words: string
    /** With the numbers put in, raw and adjusted. */
    readonly raw: string
    readonly adjusted: string
  }
  readonly counters: readonly TracedCounter[]
  /** The records of the counter asked for, a page of them. */
  readonly records?: { readonly counter: string; readonly rows: readonly TracedRecord[]; readonly next?: string }
}

/** Which records of a figure are wanted. */
export interface TracePage {
  /** Id of a counter; the figure's first unless said, and none when `false`. */
  readonly counter?: string | false
  readonly limit?: number
  readonly after?: string
}

const PAGE = 20
const LONGEST_PAGE = 500

/**
 * Takes a figure apart: the formula in words and with its numbers, the counters it is made of, and the records that one of them counts.
 *
 * @returns the trace, or what `figure` refuses, or `app/no-counter`
 */
export async function trace(
  office: Office,
  session: Session,
  address: string | FigureAddress,
  page: TracePage = {},
): Promise<Result<Trace>> {
  const asked = await askFigure(office, session, address)
  if (!asked.ok) return asked
  const { kit, measures, measure, counters } = asked.value
  const counter = page.counter ?? counters[0]
  if (typeof counter === 'string' && !counters.includes(counter))
    return refuse('app/no-counter', { counter, allowed: counters.join(' ') })
  const worked = await workOut(office, session, asked.value)
  const sums = sumsBy(worked.parts)
  const numbers = { machine: kit.machine, measures, settings: asked.value.settings, sums }
  return {
    ok: true,
    value: {
      figure: worked,
      formula: {
        says: measure.says,
        source: measure.source,
        words: describeFormula(measure.formula, kit.machine, measures),
        raw: formulaInNumbers(measure.formula, { ...numbers, which: 'raw' }),
        adjusted: formulaInNumbers(measure.formula, { ...numbers, which: 'adjusted' }),
      },
      counters: counters.map((id) => tracedCounter(asked.value, id, sums)),
      ...(typeof counter === 'string' ? { records: await recordsOf(office, session, asked.value, counter, page) } : {}),
    },
  }
}

function tracedCounter({ kit, measures }: Asked, id: string, sums: ReturnType<typeof sumsBy>): TracedCounter {
  const definition = measures.counters[id]
  return {
    id,
    title: definition?.title ?? id,
    says: definition === undefined ? '' : describeCondition(definition.when, kit.machine),
    ...sums(counterKey(kit.machine.id, id)),
  }
}

async function recordsOf(
  office: Office,
  session: Session,
  { kit, view, filter, address }: Asked,
  counter: string,
  { limit = PAGE, after }: TracePage,
): Promise<NonNullable<Trace['records']>> {
  const { counters: _counters, ...narrowed } = filter
  const page = await office.store.drill(session.scope, {
    ...narrowed,
    counter: counterKey(address.machine, counter),
    limit: Math.min(Math.max(limit, 1), LONGEST_PAGE),
    ...(after === undefined ? {} : { after }),
  })
  const rows = page.rows.map((row) => ({
    ...row,
    state: kit.machine.states[row.state]?.title ?? row.state,
    unitName: row.unit === '' ? '' : view.tree.name(row.unit),
    category: choiceTitle(kit, view, kit.machine.categoryField, row.category, office.now()),
  }))
  return { counter, rows, ...(page.next === undefined ? {} : { next: page.next }) }
}

/** A record's part in a figure, down to the events. */
export interface RecordTrace {
  readonly record: string
  readonly title: string
  /** What it adds to each counter of the figure, within the months, units and category asked for. */
  readonly contributions: readonly (Contribution & { readonly title: string })[]
  readonly timeline: readonly TimelineEntry[]
  /** The entries as they are chained, with their events and hashes. */
  readonly entries: readonly (Pick<LoggedEntry, 'seq' | 'hash' | 'previous' | 'key'> & {
    readonly events: readonly Event[]
  })[]
}

/**
 * What one record adds to a figure, and every entry and event behind it.
 *
 * @returns the trace, or what `figure` refuses, or `app/no-record`
 */
export async function traceRecord(
  office: Office,
  session: Session,
  address: string | FigureAddress,
  record: string,
): Promise<Result<RecordTrace>> {
  const asked = await askFigure(office, session, address)
  if (!asked.ok) return asked
  const seen = await findSeen(office, session, record)
  if (!seen.ok) return seen
  const { kit, view, state } = seen.value
  if (state.machine !== asked.value.address.machine) return refuse('app/no-record', { record })
  const history = await office.store.history(session.scope, record)
  const title = state.fields[kit.machine.titleField]
  const added = contributions(asked.value.measures, kit.machine, state, office.calendar.utcOffset)
  return {
    ok: true,
    value: {
      record,
      title: typeof title === 'string' ? title : '',
      contributions: added.filter((one) => isAskedFor(asked.value, one)).map((one) => titled(asked.value, one)),
      timeline: history.map((logged) => timelineEntry(kit, view, logged)),
      entries: history.map(({ seq, hash, previous, key, entry }) => ({
        seq,
        hash,
        previous,
        key,
        events: entry.events,
      })),
    },
  }
}

function isAskedFor({ filter }: Asked, { counter, period, unit, category }: Contribution): boolean {
  const { counters, from, to, units } = filter
  return (
    counters.includes(counter) &&
    (period === '' || ((from === undefined || period >= from) && (to === undefined || period <= to))) &&
    (units === undefined || units.includes(unit)) &&
    (filter.category === undefined || filter.category === category)
  )
}

const titled = ({ measures, address }: Asked, one: Contribution): Contribution & { title: string } => {
  const id = one.counter.slice(address.machine.length + 1)
  return { ...one, title: measures.counters[id]?.title ?? id }
}
