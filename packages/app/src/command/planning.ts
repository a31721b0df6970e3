import type { Refusal } from '@jiannuo/engine'
import type { Instant } from '@jiannuo/kernel'
import type { Commit, CommitOutcome, Scope } from '@jiannuo/store'
import type { DistrictView } from '../office/district-view.ts'
import type { Office } from '../office/office.ts'
import type { Session } from '../organisation/session.ts'
import { type ActionCommand, type Done, type Performed, refusal as refuse, repeatedAnswer, restOf } from './command.ts'
import { decide } from './decide.ts'
import { CHUNK, decideRest, firstRestKey, followRest } from './follow.ts'
import { checkForm } from './form.ts'
import { type Holding, holdingOf } from './holding.ts'
import { type Kept, keptKey } from './kept.ts'
import { decideMark, firstDue } from './marks.ts'
import { performAt } from './perform.ts'
import { decideTold, type Told } from './tell.ts'

/** One command of many, with who gives it and when. */
export interface BatchItem {
  readonly session: Session
  readonly command: ActionCommand
  readonly at: Instant
}

/** What will be written, and the records as it leaves them. */
export interface Planned {
  readonly commit: Commit
  readonly after: readonly Kept[]
  /** Number of the item that it carries out; marks that come before have none. */
  readonly item?: number
  readonly done?: Omit<Done, 'repeated'>
}

/** Commands that are decided and not yet written. */
export interface Plan {
  readonly office: Office
  readonly view: DistrictView
  readonly holding: Holding
  /** Records as they will stand once what was planned so far is written. */
  readonly ahead: Map<string, Kept>
  readonly planned: Planned[]
  readonly refused: Map<number, Refusal>
}

/** Begins a plan on what the office remembers and the store has. */
export function emptyPlan(office: Office, view: DistrictView, behind: Holding = holdingOf(office, view)): Plan {
  const ahead = new Map<string, Kept>()
  const holding: Holding = {
    peek: (record) => ahead.get(record) ?? behind.peek(record),
    fetch: (records) => behind.fetch(records),
  }
  return { office, view, holding, ahead, planned: [], refused: new Map() }
}

/** Decides a command after the marks of its record that were due before it. */
export async function planItem(plan: Plan, { session, command, at }: BatchItem, number: number): Promise<void> {
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
      await planRest(plan, commit)
    }
    return
  }
}

/** What follows the command in a commit of its own follows it in the plan too, as far as it is one. */
async function planRest(plan: Plan, { key, answer, at }: Commit): Promise<void> {
  const rest = restOf(answer)
  if (rest === undefined || rest.records.length > CHUNK) return
  const decided = await decideRest(plan.office, plan.view, plan.holding, firstRestKey(key), rest, at)
  if (decided !== undefined) goAhead(plan, decided)
}

function goAhead(plan: Plan, planned: Planned): void {
  plan.planned.push(planned)
  for (const kept of planned.after) plan.ahead.set(kept.state.id, kept)
}

/** Plans an action that the machine does by itself, after the marks that were due before it. */
export async function planTold(plan: Plan, told: Told): Promise<Refusal | undefined> {
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
export function planMarks(plan: Plan, record: string, until: Instant): number {
  for (let count = 0; ; count++) {
    const kept = plan.holding.peek(record)
    const timer = kept ? firstDue(kept, until) : undefined
    const decided = kept && timer !== undefined ? decideMark(plan.office, plan.view, kept, timer) : undefined
    if (decided === undefined) return count
    goAhead(plan, { commit: decided.commit, after: [decided.after] })
  }
}

/** Writes what was planned, and remembers the records as it leaves them. */
export async function writePlanned(plan: Plan, scope: Scope): Promise<readonly CommitOutcome[]> {
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

/** Outcomes in the order of the items; what met somebody else's entry is carried out by itself. */
export async function answers(
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
