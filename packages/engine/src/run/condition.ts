import { dueOf } from '../clock/index.ts'
import type { ClockState, RecordState } from '../model/record.ts'
import type { Explanation } from '../model/run.ts'
import type { ClockStanding, Condition, Expr, Json } from '../model/value.ts'
import { isObject, isPresent, latestRequest, sameJson, type View, valueOf } from './view.ts'

/** Numbers and instants by size, dates by their day; nothing else has an order. */
function inOrder(compare: 'lt' | 'lte' | 'gt' | 'gte', a: Json, b: Json): boolean {
  const numbers = typeof a === 'number' && typeof b === 'number'
  const texts = typeof a === 'string' && typeof b === 'string' && a !== '' && b !== ''
  if (!numbers && !texts) return false
  switch (compare) {
    case 'lt':
      return a < b
    case 'lte':
      return a <= b
    case 'gt':
      return a > b
    case 'gte':
      return a >= b
  }
}

const isPaused = (clock: ClockState): boolean => {
  const last = clock.run.pauses.at(-1)
  return last !== undefined && last.to === undefined
}

/** Past due and not stopped. Without a moment to ask for, whether the machine's own mark has seen it so. */
function isOverdue(clock: ClockState, view: View): boolean {
  if (clock.run.stoppedAt !== undefined) return false
  if (view.at === undefined || view.calendar === undefined) return clock.late === true
  const due = dueOf(clock.run, view.calendar)
  return due !== undefined && view.at > due.at
}

function clockStands(clock: ClockState | undefined, is: ClockStanding, view: View): boolean {
  if (clock === undefined) return is === 'idle'
  const ended = clock.run.stoppedAt !== undefined
  switch (is) {
    case 'idle':
      return false
    case 'running':
      return !ended && !isPaused(clock)
    case 'paused':
      return !ended && isPaused(clock)
    case 'ended':
      return ended
    case 'inTime':
      return ended && clock.late !== true
    case 'late':
      return ended && clock.late === true
    case 'overdue':
      return isOverdue(clock, view)
  }
}

function requestStands(record: RecordState, kind: string, is: 'pending' | 'granted' | 'refused' | 'none'): boolean {
  const request = latestRequest(record, kind)
  if (request === undefined) return is === 'none'
  if (request.decision === undefined) return is === 'pending'
  return is === (request.decision.granted ? 'granted' : 'refused')
}

/** The co-handler that the acting unit answers for: itself, or a unit below it; those who owe an answer first. */
export function coHandlerOf(view: View): RecordState['co'][number] | undefined {
  const { record, unit, units } = view
  if (record === undefined || unit === '') return undefined
  const own = record.co.find((co) => co.unit === unit)
  if (own !== undefined || units === undefined) return own
  const below = record.co.filter((co) => units.line(co.unit).includes(unit))
  return below.find((co) => co.answeredAt === undefined) ?? below[0]
}

function coStands(record: RecordState, is: 'actorIsOne' | 'allAnswered' | 'none', view: View): boolean {
  switch (is) {
    case 'none':
      return record.co.length === 0
    case 'allAnswered':
      return record.co.every((co) => co.answeredAt !== undefined)
    case 'actorIsOne':
      return coHandlerOf(view) !== undefined
  }
}

function groupStands(record: RecordState, is: 'head' | 'member' | 'none'): boolean {
  switch (is) {
    case 'head':
      return record.members.length > 0
    case 'member':
      return record.head !== undefined
    case 'none':
      return record.members.length === 0 && record.head === undefined
  }
}

function coversRows(covers: Json, of: Json, by: string): boolean {
  const values = (rows: Json): readonly Json[] =>
    Array.isArray(rows) ? rows.map((row: Json) => (isObject(row) ? (row[by] ?? null) : null)) : []
  const there = values(covers)
  return values(of).every((value) => value !== null && there.some((other) => sameJson(other, value)))
}

/** Whether a test holds. What it asks about a record that does not exist yet does not hold. */
export function meets(condition: Condition, view: View): boolean {
  if ('all' in condition) return condition.all.every((part) => meets(part, view))
  if ('any' in condition) return condition.any.some((part) => meets(part, view))
  if ('not' in condition) return !meets(condition.not, view)
  if ('equals' in condition) return sameJson(valueOf(condition.equals[0], view), valueOf(condition.equals[1], view))
  if ('present' in condition) return isPresent(valueOf(condition.present, view))
  if ('compare' in condition)
    return inOrder(condition.compare, valueOf(condition.of[0], view), valueOf(condition.of[1], view))
  if ('oneOf' in condition) {
    const value = valueOf(condition.oneOf, view)
    return condition.values.some((other) => sameJson(value, other))
  }
  if ('holds' in condition) {
    const list = valueOf(condition.holds, view)
    const value = valueOf(condition.value, view)
    return Array.isArray(list) && list.some((part) => sameJson(part, value))
  }
  if ('covers' in condition)
    return coversRows(valueOf(condition.covers, view), valueOf(condition.of, view), condition.by)
  if ('always' in condition) return true
  return view.record !== undefined && recordMeets(condition, view.record, view)
}

type OfRecord = Extract<
  Condition,
  | { readonly clock: string }
  | { readonly inState: readonly string[] }
  | { readonly stated: string }
  | { readonly request: string }
  | { readonly co: string }
  | { readonly group: string }
>

function recordMeets(condition: OfRecord, record: RecordState, view: View): boolean {
  if ('clock' in condition) return clockStands(record.clocks[condition.clock], condition.is, view)
  if ('inState' in condition) return condition.inState.includes(record.state)
  if ('stated' in condition) return record.truths[condition.stated] !== undefined
  if ('request' in condition) return requestStands(record, condition.request, condition.is)
  if ('co' in condition) return coStands(record, condition.co, view)
  return groupStands(record, condition.group)
}

/** Expressions that stand directly in a test, in order. */
export function expressionsOf(condition: Condition): readonly Expr[] {
  if ('equals' in condition) return condition.equals
  if ('compare' in condition) return condition.of
  if ('oneOf' in condition) return [condition.oneOf]
  if ('holds' in condition) return [condition.holds, condition.value]
  if ('covers' in condition) return [condition.covers, condition.of]
  return 'present' in condition ? [condition.present] : []
}

/** Tests that stand directly in a test, in order. */
export function partsOf(condition: Condition): readonly Condition[] {
  if ('all' in condition) return condition.all
  if ('any' in condition) return condition.any
  return 'not' in condition ? [condition.not] : []
}

/** A test with the answer of each of its parts, so that whoever is refused sees which part fails and on what values. */
export function explainCondition(condition: Condition, view: View): Explanation {
  const parts = partsOf(condition)
  return {
    condition,
    holds: meets(condition, view),
    values: expressionsOf(condition).map((expr) => valueOf(expr, view)),
    ...(parts.length === 0 ? {} : { parts: parts.map((part) => explainCondition(part, view)) }),
  }
}
