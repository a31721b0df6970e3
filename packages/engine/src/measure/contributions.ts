import { type Instant, isInstant, monthKey } from '@jiannuo/kernel'
import type { Measures } from '../define/define-measures.ts'
import type { Machine } from '../model/definition.ts'
import type { CounterDefinition } from '../model/measure.ts'
import type { RecordState } from '../model/record.ts'
import type { Contribution } from '../model/run.ts'
import { meets } from '../run/condition.ts'
import { excluded } from '../run/exclusion.ts'
import { recordView, type View, valueOf } from '../run/view.ts'

/** The name under which a counter is stored: `machine.counter`. */
export const counterKey = (machine: string, counter: string): string => `${machine}.${counter}`

/** The category that a record is counted by; empty when it has none. */
export function categoryOf(machine: Machine, record: RecordState): string {
  const value = machine.categoryField === undefined ? undefined : record.fields[machine.categoryField]
  return typeof value === 'string' ? value : ''
}

function unitOf(counter: CounterDefinition, record: RecordState, view: View): string {
  const { unit = 'lead' } = counter
  if (unit === 'lead') return record.lead ?? ''
  if (unit === 'area') return record.area ?? ''
  const value = valueOf(unit, view)
  return typeof value === 'string' ? value : ''
}

/** The moment that decides the month; `undefined` when the counter asks for one that the record does not have. */
function momentOf(counter: CounterDefinition, view: View): Instant | 'stock' | undefined {
  if (counter.period === undefined) return 'stock'
  const value = valueOf(counter.period, view)
  return typeof value === 'number' && isInstant(value) ? value : undefined
}

function amountOf(counter: CounterDefinition, view: View): number {
  if (counter.amount === undefined) return 1
  const value = valueOf(counter.amount, view)
  return typeof value === 'number' ? value : 0
}

/**
 * What a record adds to each counter, worked out from the record alone. A counter whose test does not hold, whose
 * amount is 0 or absent, or whose moment is absent gets nothing.
 *
 * @param utcOffset local time in minutes ahead of UTC, which decides the month
 */
export function contributions(
  measures: Measures,
  machine: Machine,
  record: RecordState,
  utcOffset: number,
): readonly Contribution[] {
  const view = recordView(machine, record)
  const category = categoryOf(machine, record)
  const isExcluded = excluded(record, machine)
  const found: Contribution[] = []
  for (const id in measures.counters) {
    const counter = measures.counters[id]
    if (counter === undefined || !meets(counter.when, view)) continue
    const amount = amountOf(counter, view)
    const moment = momentOf(counter, view)
    if (amount === 0 || moment === undefined) continue
    found.push({
      counter: counterKey(measures.machine, id),
      period: moment === 'stock' ? '' : monthKey(moment, utcOffset),
      unit: unitOf(counter, record, view),
      category,
      amount,
      excluded: isExcluded,
    })
  }
  return found
}

const sameCell = (a: Contribution, b: Contribution): boolean =>
  a.counter === b.counter &&
  a.period === b.period &&
  a.unit === b.unit &&
  a.category === b.category &&
  a.excluded === b.excluded

/**
 * What has to be added to the sums when a record changes: the contributions before taken back, those after made,
 * and nothing where they are the same.
 */
export function contributionDeltas(
  before: readonly Contribution[],
  after: readonly Contribution[],
): readonly Contribution[] {
  const deltas: Contribution[] = []
  for (const old of before) {
    const now = after.find((one) => sameCell(one, old))
    const amount = (now?.amount ?? 0) - old.amount
    if (amount !== 0) deltas.push({ ...old, amount })
  }
  for (const now of after) if (!before.some((one) => sameCell(one, now))) deltas.push(now)
  return deltas
}
