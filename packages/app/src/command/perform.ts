import { setTimeout as sleep } from 'node:timers/promises'
import { type Entry, mayRead, type Refusal } from '@jiannuo/engine'
import { describeInstant, type Instant } from '@jiannuo/kernel'
import { machineScope, type CommitOutcome, type Scope } from '@jiannuo/store'
import type { DistrictView } from '../office/district-view.ts'
import { isClientKey } from '../office/ids.ts'
import type { Office } from '../office/office.ts'
import type { Session } from '../organisation/session.ts'
import { type ActionCommand, type Performed, refusal, repeatedAnswer, restOf } from './command.ts'
import { type Decided, type Deciding, type Decision, decide } from './decide.ts'
import { followRest } from './follow.ts'
import { checkForm } from './form.ts'
import { type Holding, holdingOf } from './holding.ts'
import { keptKey } from './kept.ts'
import { fireMarksBefore } from './marks.ts'

/** How often a command is decided anew when somebody else comes first. */
const ATTEMPTS = 12

type Conflict = Extract<CommitOutcome, { ok: false }>['conflict']

/**
 * Carries out a command: decided by the rules on the newest state that is known, written with its entry, figures, timers and
 * messages in one round trip. When somebody else came first it is decided anew on what they left; if it can then no longer be done, or
 * the command said what it had been decided on (`expected`), the refusal `app/overtaken` names them.
 *
 * @returns what was done, or a refusal: of the engine, or `app/no-machine`, `app/no-record` (also for records out of sight),
 * `app/no-definition`, `app/record-exists`, `app/bad-id`, `app/bad-key`, `app/no-such-record`, `app/no-such-file`, `app/overtaken`, `app/key-reused`, `app/busy`
 */
export const perform = async (office: Office, session: Session, command: ActionCommand): Promise<Performed> =>
  isClientKey(command.key) ? performAt(office, session, command, office.now()) : refusal('app/bad-key', command)

/** The same at a moment that the caller vouches for: for imports of what happened earlier, and for simulations. */
export async function performAt(
  office: Office,
  session: Session,
  command: ActionCommand,
  at: Instant,
): Promise<Performed> {
  const { district } = session
  const view = office.districts.atHand(district) ?? (await office.districts.view(district))
  const holding = holdingOf(office, view)
  let lost: Conflict | undefined
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const ready = await prepare({ office, view, holding, session, command, at })
    if (ready.kind === 'refused') return answerRefusal(office, view, session, command, ready.refusal, lost)
    const outcome = await office.store.commit(scopeOf(session, ready.value), ready.value.commit)
    if (outcome.ok) return finish(office, view, session, command, ready.value, outcome)
    lost = outcome.conflict
    for (const { stream } of lost) office.records.drop(keptKey(district, stream.slice(stream.indexOf(':') + 1)))
    if (command.expected !== undefined) return answerRefusal(office, view, session, command, undefined, lost)
    // Many who want the same record take turns the sooner, the less they all wait for the same moment.
    if (attempt > 1) await sleep(jitter(command.key, attempt))
  }
  return refusal('app/busy', command)
}

/** A few milliseconds that differ from command to command, without chance. */
function jitter(key: string, attempt: number): number {
  let hash = attempt
  for (let index = 0; index < key.length; index++) hash = (Math.imul(hash, 31) + key.charCodeAt(index)) | 0
  return (Math.abs(hash) % 8) * Math.min(attempt, 6)
}

/** A command of one record is held to the sight of whoever acts by the database as well; a group reaches beyond it. */
const scopeOf = (session: Session, { commit }: Decided): Scope =>
  commit.streams.length === 1 ? session.scope : { ...machineScope(session.district), person: session.person }

type Ready = Exclude<Decision, { kind: 'needs' }>

/** Decides, after fetching what is not at hand and firing what was due before. */
export async function prepare(deciding: Omit<Deciding, 'sealed'>): Promise<Ready> {
  const { holding, command, office, view, at } = deciding
  if (command.record !== undefined) {
    if (holding.peek(command.record) === undefined) await holding.fetch([command.record])
    const kept = holding.peek(command.record)
    if (kept && kept.timers.some((timer) => timer.at <= at))
      await fireMarksBefore(office, view, holding, kept.state.id, at)
  }
  const form = await checkForm(deciding)
  if ('refusal' in form) return { kind: 'refused', refusal: form.refusal }
  for (;;) {
    const decision = decide({ ...deciding, ...form })
    if (decision.kind !== 'needs') return decision
    await holding.fetch(decision.records)
  }
}

async function finish(
  office: Office,
  view: DistrictView,
  session: Session,
  command: ActionCommand,
  decided: Decided,
  outcome: Extract<CommitOutcome, { ok: true }>,
): Promise<Performed> {
  const rest = restOf(outcome.answer)
  if (outcome.repeated) {
    for (const { state } of decided.after) office.records.drop(keptKey(session.district, state.id))
  } else for (const kept of decided.after) office.records.set(keptKey(session.district, kept.state.id), kept)
  if (rest !== undefined) await followRest(office, view, command.key, rest, decided.commit.at)
  if (!outcome.repeated)
    for (const follow of office.followers)
      await follow(office, session.district, command.machine, { ...decided.done, repeated: false })
  return outcome.repeated
    ? repeatedAnswer(command, session.person, outcome.answer)
    : { ok: true, value: { ...decided.done, repeated: false } }
}

/**
 * The answer to a command that cannot be carried out. It may have been carried out before: then it gets the answer of that time.
 * If somebody else came in between, they are named.
 */
async function answerRefusal(
  office: Office,
  view: DistrictView,
  session: Session,
  command: ActionCommand,
  why: Refusal | undefined,
  lost: Conflict | undefined,
): Promise<Performed> {
  const before = await office.store.answer(session.scope, command.key)
  if (before?.ok === true) return repeatedAnswer(command, session.person, before.answer)
  if (lost === undefined && why?.code !== 'app/overtaken')
    return why === undefined ? refusal('app/busy', command) : { ok: false, refusal: why }
  return { ok: false, refusal: await overtaken(office, view, session, command, why, lost) }
}

interface Winner {
  readonly by: string
  readonly at: Instant
  readonly action: string
}

async function overtaken(
  office: Office,
  view: DistrictView,
  session: Session,
  command: ActionCommand,
  why: Refusal | undefined,
  lost: Conflict | undefined,
): Promise<Refusal> {
  const record = command.record ?? ''
  const kept = await currentOf(office, view, record)
  const kit = kept === undefined ? undefined : office.machines.kit(kept.state.machine, kept.state.version)
  const readable = kept !== undefined && kit !== undefined && mayRead(kit.machine, kept.state, session.actor, view.tree)
  if (!readable) return refusal('app/no-record', command).refusal
  const newest = lost?.find(({ stream, by }) => stream === `record:${record}` && by !== '')
  const winner = newest ?? (await newestEntry(office, session.scope, record)) ?? lost?.find(({ by }) => by !== '')
  return {
    ...(why ?? refusal('app/overtaken', command).refusal),
    code: 'app/overtaken',
    record,
    state: kept.state.state,
    params: { ...winnerParams(office, view, kit.machine.id, winner), reason: why?.code ?? '' },
  }
}

async function currentOf(office: Office, view: DistrictView, record: string) {
  const holding: Holding = holdingOf(office, view)
  if (holding.peek(record) === undefined) await holding.fetch([record])
  return holding.peek(record) ?? undefined
}

async function newestEntry(office: Office, scope: Scope, record: string): Promise<Entry | undefined> {
  return (await office.store.history(scope, record)).at(-1)?.entry
}

function winnerParams(
  office: Office,
  view: DistrictView,
  machine: string,
  winner: Winner | undefined,
): Record<string, string> {
  if (winner === undefined) return { person: '', at: '', action: '' }
  const { actions } = office.machines.kit(machine)?.machine ?? {}
  return {
    person: view.persons.get(winner.by)?.name ?? winner.by,
    at: describeInstant(winner.at, office.calendar.utcOffset),
    action: actions?.[winner.action]?.title ?? winner.action,
  }
}
