import type { RecordState, Refusal } from '@jiannuo/engine'
import type { Instant } from '@jiannuo/kernel'
import { machineScope } from '@jiannuo/store'
import type { Office } from '../office/office.ts'
import type { Performed } from './command.ts'
import { holdingOf } from './holding.ts'
import { keptKey } from './kept.ts'
import { fireMarksBefore } from './marks.ts'
import {
  answers,
  type BatchItem,
  emptyPlan,
  type Plan,
  planItem,
  planMarks,
  planTold,
  writePlanned,
} from './planning.ts'
import type { Told } from './tell.ts'

export type { BatchItem } from './planning.ts'

/** Many commands that are decided one after the other and written in one transaction. */
export interface Batch {
  /**
   * Decides a command on what those before it will have left, marks that were due before included.
   *
   * @returns what will have been done once the batch is written, or why not
   */
  readonly add: (item: BatchItem) => Promise<Performed>
  /** Has the machine itself do a `told` action of a record. @returns nothing, or why it cannot be done there now */
  readonly tell: (told: Told) => Promise<Refusal | undefined>
  /** A record as it will stand; absent when it is not at hand. */
  readonly stateOf: (record: string) => RecordState | undefined
  /** Brings records to hand, many with one look. */
  readonly fetch: (records: readonly string[]) => Promise<void>
  /** Entries that wait to be written. */
  readonly size: () => number
  /** Writes everything. What meets somebody else's entry is carried out by itself. @returns outcomes in the order of `add` */
  readonly write: () => Promise<readonly Performed[]>
}

/** Begins a batch of commands of one district. Commands of one record must come in the order of their moments. */
export async function openBatch(office: Office, district: string): Promise<Batch> {
  const plan = emptyPlan(office, await office.districts.view(district))
  const items: BatchItem[] = []
  return {
    async add(item) {
      const number = items.push(item) - 1
      await planItem(plan, item, number)
      const refusal = plan.refused.get(number)
      if (refusal !== undefined) return { ok: false, refusal }
      const done = plan.planned.findLast((one) => one.item === number)?.done
      if (done === undefined) throw new Error('a command was neither planned nor refused')
      return { ok: true, value: { ...done, repeated: false } }
    },
    tell: (told) => planTold(plan, told),
    stateOf: (record) => plan.holding.peek(record)?.state,
    async fetch(records) {
      const missing = records.filter((record) => plan.holding.peek(record) === undefined)
      if (missing.length > 0) await plan.holding.fetch(missing)
    },
    size: () => plan.planned.length,
    write: async () => answers(plan, items, await writePlanned(plan, machineScope(district))),
  }
}

/**
 * Carries out many commands of one district in one transaction, for imports.
 *
 * @returns outcomes in the order of the items
 */
export async function performMany(
  office: Office,
  district: string,
  items: readonly BatchItem[],
): Promise<readonly Performed[]> {
  if (items.length === 0) return []
  const batch = await openBatch(office, district)
  await batch.fetch([...new Set(items.flatMap(({ command }) => command.record ?? []))])
  for (const item of items) await batch.add(item)
  return batch.write()
}

/** The store says that they are due; if what is remembered knows nothing of it, it is old. */
async function planAnew(plan: Plan, records: readonly string[], until: Instant): Promise<void> {
  for (const record of records) plan.office.records.drop(keptKey(plan.view.tree.district, record))
  await plan.holding.fetch(records)
  for (const record of records) planMarks(plan, record, until)
}

/**
 * Fires the marks of many records that were due by a moment, in one transaction.
 *
 * @returns marks fired
 */
export async function fireMarksOf(
  office: Office,
  district: string,
  records: readonly string[],
  until: Instant,
): Promise<number> {
  const plan = emptyPlan(office, await office.districts.view(district))
  const missing = records.filter((record) => plan.holding.peek(record) === undefined)
  if (missing.length > 0) await plan.holding.fetch(missing)
  const idle = records.filter((record) => planMarks(plan, record, until) === 0)
  if (idle.length > 0) await planAnew(plan, idle, until)
  const outcomes = await writePlanned(plan, machineScope(district))
  let fired = outcomes.filter((outcome) => outcome.ok && !outcome.repeated).length
  const lost = new Set(
    plan.planned.flatMap(({ after }, index) =>
      outcomes[index]?.ok === true ? [] : after.map(({ state }) => state.id),
    ),
  )
  for (const record of lost)
    fired += await fireMarksBefore(office, plan.view, holdingOf(office, plan.view), record, until)
  return fired
}
