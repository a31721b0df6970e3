import { isInstant, localDate } from '@jiannuo/kernel'
import type { Measures } from '../define/define-measures.ts'
import type { Machine } from '../model/definition.ts'
import type { CounterDefinition } from '../model/measure.ts'
import type { RecordState } from '../model/record.ts'
import { meets } from '../run/condition.ts'
import { recordView, valueOf } from '../run/view.ts'

/** Which part of the counters is counted. Months are `YYYY-MM`, both ends counted; they do not narrow a stock. */
export interface NaiveFilter {
  readonly utcOffset: number
  readonly from?: string
  readonly to?: string
  readonly units?: readonly string[]
  readonly category?: string
}

/** A counter, straight counted. */
export interface NaiveSum {
  /** `machine.counter` */
  readonly counter: string
  readonly raw: number
  readonly adjusted: number
}

function isInMonths(counter: CounterDefinition, machine: Machine, record: RecordState, filter: NaiveFilter): boolean {
  if (counter.period === undefined) return true
  const moment = valueOf(counter.period, recordView(machine, record))
  if (typeof moment !== 'number' || !isInstant(moment)) return false
  const month = localDate(moment, filter.utcOffset).slice(0, 7)
  return (filter.from === undefined || month >= filter.from) && (filter.to === undefined || month <= filter.to)
}

function isOfUnits(counter: CounterDefinition, machine: Machine, record: RecordState, filter: NaiveFilter): boolean {
  if (filter.units === undefined) return true
  const { unit } = counter
  const named =
    typeof unit === 'object' ? valueOf(unit, recordView(machine, record)) : unit === 'area' ? record.area : record.lead
  return filter.units.includes(typeof named === 'string' ? named : '')
}

function isOfCategory(machine: Machine, record: RecordState, filter: NaiveFilter): boolean {
  if (filter.category === undefined) return true
  const value = machine.categoryField === undefined ? '' : record.fields[machine.categoryField]
  return (typeof value === 'string' ? value : '') === filter.category
}

/** Whether the last request for exclusion of any kind was granted, walked through from the first. */
function isLeftOut(machine: Machine, record: RecordState): boolean {
  const last = new Map<string, boolean>()
  for (const request of record.requests)
    if (machine.requests[request.kind]?.excludes === true)
      last.set(request.kind, request.decision !== undefined && request.decision.granted)
  return [...last.values()].includes(true)
}

/**
 * Counts records one by one, without contributions, deltas or sums: the second way to every figure, by which
 * `verify` holds the first one to account.
 */
export function naiveSums(
  measures: Measures,
  machine: Machine,
  records: Iterable<RecordState>,
  filter: NaiveFilter,
): readonly NaiveSum[] {
  const counters = Object.entries(measures.counters)
  const sums = counters.map(() => ({ raw: 0, adjusted: 0 }))
  for (const record of records) {
    if (!isOfCategory(machine, record, filter)) continue
    const leftOut = isLeftOut(machine, record)
    for (const [index, [, counter]] of counters.entries()) {
      const sum = sums[index]
      if (sum === undefined || !meets(counter.when, recordView(machine, record))) continue
      if (!isInMonths(counter, machine, record, filter) || !isOfUnits(counter, machine, record, filter)) continue
      const amount = counter.amount === undefined ? 1 : valueOf(counter.amount, recordView(machine, record))
      if (typeof amount !== 'number') continue
      sum.raw += amount
      if (!leftOut) sum.adjusted += amount
    }
  }
  return counters.map(([id], index) => ({
    counter: `${measures.machine}.${id}`,
    raw: sums[index]?.raw ?? 0,
    adjusted: sums[index]?.adjusted ?? 0,
  }))
}
