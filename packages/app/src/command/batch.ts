import type { RecordState, Refusal } from '@jiannuo/engine'
import type { Instant } from '@jiannuo/kernel'
import { type Commit, type CommitOutcome, machineScope, type Scope } from '@jiannuo/store'
import type { DistrictView } from '../office/district-view.ts'
import type { Office } from '../office/office.ts'
import type { Session } from '../organisation/session.ts'
import { type ActionCommand, type Done, type Performed, refusal as refuse, repeatedAnswer, restOf } from './command.ts'
import { decide } from './decide.ts'
import { followRest } from './follow.ts'
import { checkForm } from './form.ts'
import { type Holding, holdingOf } from './holding.ts'
import { type Kept, keptKey } from './kept.ts'
import { decideMark, fireMarksBefore, firstDue } from './marks.ts'
import { performAt } from './perform.ts'
import { decideTold, type Told } from './tell.ts'

/** One command of many, with who gives it and when. */
export interface BatchItem {
  readonly session: Session
  readonly command: ActionCommand
  readonly at: Instant
}

interface Planned {
  readonly commit: Commit
  readonly after: readonly Kept[]
  /** Number of the item that it carries out; marks that come before have none. */
  readonly item?: number
  readonly done?: Omit<Done, 'repeated'>
}

interface Plan {
  readonly office: Office
  readonly view: DistrictView
  readonly holding: Holding
  /** Records as they will stand once what was planned so far is written. */
  readonly ahead: Map<string, Kept>
  readonly planned: Planned[]
  readonly refused: Map<number, Refusal>
}

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
      const done = plan.planned.at(-1)?.done
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

function emptyPlan(office: Office, view: DistrictView): Plan {
  const ahead = new Map<string, Kept>()
  const behind = holdingOf(office, view)
  const holding: Holding = {
    peek: (record) => ahead.get(record) ?? behind.peek(record),
    fetch: (records) => behind.fetch(records),
  }
  return { office, view, holding, ahead, planned: [], refused: new Map() }
}

async function planItem(plan: Plan, { session, command, at }: BatchItem, number: number): Promise<void> {
  const { office, view, holding } = plan
  if (command.record !== undefined) planMarks(plan, command.record, at)
  const deciding = { office, view, holding, session, command, at }
  const form = await checkForm(deciding)
  if ('refusal' in form) {
    plan.refused.set(number, form.refusal)
    return
  }
  for (;;) {
    const decision = decide({ ...deciding, ...form })
    if (decision.kind === 'needs') {
      await holding.fetch(decision.records)
      continue
    }
    if (decision.kind === 'refused') plan.refused.set(number, decision.refusal)
    else {
      const { commit, after, done } = decision.value
      goAhead(plan, { commit, after, item: number, done })
    }
    return
  }
}

function goAhead(plan: Plan, planned: Planned): void {
  plan.planned.push(planned)
  for (const kept of planned.after) plan.ahead.set(kept.state.id, kept)
}

/** Plans an action that the machine does by itself, after the marks that were due before it. */
async function planTold(plan: Plan, told: Told): Promise<Refusal | undefined> {
  const { office, view, holding } = plan
  if (holding.peek(told.record) === undefined) await holding.fetch([told.record])
  planMarks(plan, told.record, told.at)
  const kept = holding.peek(told.record)
  if (!kept) return refuse('app/no-record', told).refusal
  const decided = decideTold(office, view, kept, told)
  if ('refusal' in decided) return decided.refusal
  goAhead(plan, { commit: decided.commit, after: [decided.after] })
  return undefined
}

/** Plans the marks of a record that are due by a moment. @returns how many */
function planMarks(plan: Plan, record: string, until: Instant): number {
  for (let count = 0; ; count++) {
    const kept = plan.holding.peek(record)
    const timer = kept ? firstDue(kept, until) : undefined
    const decided = kept && timer !== undefined ? decideMark(plan.office, plan.view, kept, timer) : undefined
    if (decided === undefined) return count
    goAhead(plan, { commit: decided.commit, after: [decided.after] })
  }
}

async function writePlanned(plan: Plan, scope: Scope): Promise<readonly CommitOutcome[]> {
  const { office, planned } = plan
  const { district } = plan.view.tree
  if (planned.length === 0) return []
  const outcomes = await office.store.commitMany(
    scope,
    planned.map(({ commit }) => commit),
  )
  for (const kept of plan.ahead.values()) office.records.set(keptKey(district, kept.state.id), kept)
  // What was not written as it was planned is read anew when it is needed next.
  for (const [index, { after }] of planned.entries()) {
    const outcome = outcomes[index]
    if (outcome?.ok === true && !outcome.repeated) continue
    for (const { state } of after) office.records.drop(keptKey(district, state.id))
  }
  return outcomes
}

async function answers(
  plan: Plan,
  items: readonly BatchItem[],
  outcomes: readonly CommitOutcome[],
): Promise<readonly Performed[]> {
  const byItem = new Map<number, { planned: Planned; outcome: CommitOutcome | undefined }>()
  for (const [index, planned] of plan.planned.entries())
    if (planned.item !== undefined) byItem.set(planned.item, { planned, outcome: outcomes[index] })
  const performed: Performed[] = []
  for (const [number, item] of items.entries()) {
    const refusal = plan.refused.get(number)
    const written = byItem.get(number)
    if (refusal !== undefined) performed.push(await answerRefused(plan.office, item, refusal))
    else performed.push(await answerWritten(plan, item, written?.planned, written?.outcome))
  }
  return performed
}

async function answerRefused(office: Office, { session, command }: BatchItem, refusal: Refusal): Promise<Performed> {
  const before = await office.store.answer(session.scope, command.key)
  return before?.ok === true ? repeatedAnswer(command, session.person, before.answer) : { ok: false, refusal }
}

async function answerWritten(
  { office, view }: Plan,
  { session, command, at }: BatchItem,
  planned: Planned | undefined,
  outcome: CommitOutcome | undefined,
): Promise<Performed> {
  if (planned?.done === undefined || outcome?.ok !== true) return performAt(office, session, command, at)
  const rest = restOf(outcome.answer)
  if (rest !== undefined) await followRest(office, view, command.key, rest, planned.commit.at)
  if (outcome.repeated) return repeatedAnswer(command, session.person, outcome.answer)
  return { ok: true, value: { ...planned.done, repeated: false } }
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
