import {
  availableActions,
  type FormField,
  formModel,
  type Json,
  type Machine,
  mayRead,
  type RecordState,
} from '@jiannuo/engine'
import type { Result } from '@jiannuo/kernel'
import { performMany } from '../command/batch.ts'
import { refusal } from '../command/command.ts'
import { contextAt } from '../command/decide.ts'
import { explainRefusal } from '../command/explain.ts'
import { isClientKey } from '../office/ids.ts'
import type { Office } from '../office/office.ts'
import { refuse } from '../office/problem.ts'
import type { Session } from '../organisation/session.ts'
import { withColleagues } from './forms.ts'

/** An action that can be done with several records at once, with its form and for how many it is open. */
export interface ManyChoice {
  readonly action: string
  readonly title: string
  readonly count: number
  readonly form: readonly FormField[]
}

/** What became of one record of many. */
export interface ManyOutcome {
  readonly id: string
  readonly title: string
  readonly ok: boolean
  /** The state it came to, or why nothing was done, in words. */
  readonly text: string
}

interface Chosen {
  readonly state: RecordState
  readonly machine: Machine
}

async function chosenOf(
  office: Office,
  session: Session,
  machine: string,
  ids: readonly string[],
): Promise<readonly Chosen[]> {
  const view = await office.districts.view(session.district)
  const states = await office.store.records(session.scope, [...new Set(ids)])
  return states.flatMap((state) => {
    const known = state.machine === machine ? office.machines.kit(machine, state.version)?.machine : undefined
    return known !== undefined && mayRead(known, state, session.actor, view.tree) ? [{ state, machine: known }] : []
  })
}

/**
 * What can be done with several records at once: actions open for at least one of them whose form is the same for all, those that most
 * can do first.
 *
 * @returns the actions, or `app/no-machine`
 */
export async function choicesForMany(
  office: Office,
  session: Session,
  machine: string,
  ids: readonly string[],
): Promise<Result<readonly ManyChoice[]>> {
  if (office.machines.kit(machine) === undefined) return refuse('app/no-machine', { machine: machine.slice(0, 80) })
  const view = await office.districts.view(session.district)
  const context = contextAt(office, view, machine, office.now())
  const chosen = await chosenOf(office, session, machine, ids)
  const tally = new Map<string, { count: number; title: string; forms: Map<string, readonly FormField[]> }>()
  for (const { state, machine: own } of chosen)
    for (const { action, allowed } of availableActions(own, state, session.actor, context)) {
      if (!allowed) continue
      const form = withColleagues(view, session, formModel(own, action, context.settings)?.fields ?? [])
      const known = tally.get(action) ?? { count: 0, title: own.actions[action]?.title ?? action, forms: new Map() }
      known.count++
      known.forms.set(JSON.stringify(form), form)
      tally.set(action, known)
    }
  const choices = [...tally].flatMap(([action, { count, title, forms }]) => {
    const [form, another] = [...forms.values()]
    return form === undefined || another !== undefined ? [] : [{ action, title, count, form }]
  })
  return { ok: true, value: choices.sort((a, b) => b.count - a.count) }
}

/** One action for many records. */
export interface ManyCommand {
  readonly machine: string
  readonly ids: readonly string[]
  readonly action: string
  readonly input: Readonly<Record<string, Json>>
  /** The client's key: sent again, nothing is done twice. */
  readonly key: string
}

/**
 * Does one action with many records, in one transaction. Each stands for itself: one that is refused does not undo the others.
 *
 * @returns what became of each, in the order given, or `app/no-machine`, `app/bad-key`
 */
export async function actOnMany(
  office: Office,
  session: Session,
  { machine, ids, action, input, key }: ManyCommand,
): Promise<Result<readonly ManyOutcome[]>> {
  const kit = office.machines.kit(machine)
  if (kit === undefined) return refuse('app/no-machine', { machine: machine.slice(0, 80) })
  if (!isClientKey(key)) return refuse('app/bad-key')
  const wanted = [...new Set(ids)]
  const chosen = new Map((await chosenOf(office, session, machine, wanted)).map((one) => [one.state.id, one]))
  const at = office.now()
  // What is not there, or out of sight, is not even tried.
  const seen = wanted.filter((id) => chosen.has(id))
  const items = seen.map((record) => ({
    session,
    at,
    command: { machine, record, action, input, key: `${key}:${record}` },
  }))
  const performed = await performMany(office, session.district, items)
  const outcomes = new Map(seen.map((id, index) => [id, performed[index]]))
  const value = wanted.map((id): ManyOutcome => {
    const known = chosen.get(id)
    const outcome = outcomes.get(id) ?? refusal('app/no-record', { action, record: id })
    const title = known?.state.fields[known.machine.titleField]
    const text = outcome.ok
      ? ((known?.machine ?? kit.machine).states[outcome.value.state]?.title ?? outcome.value.state)
      : explainRefusal(office, machine, outcome.refusal)
    return { id, title: typeof title === 'string' ? title : '', ok: outcome.ok, text }
  })
  return { ok: true, value }
}
