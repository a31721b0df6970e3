import {
  availableActions,
  clocksAt,
  type ClockReading,
  fieldsFor,
  isSealed,
  type Json,
  mayUnmask,
  type Pause,
  type RecordState,
  runAsOf,
  type TruthKind,
} from '@jiannuo/engine'
import type { Instant, Result } from '@jiannuo/kernel'
import { contextAt } from '../command/decide.ts'
import { whyNot } from '../command/explain.ts'
import type { Office } from '../office/office.ts'
import { refuse } from '../office/problem.ts'
import type { Session } from '../organisation/session.ts'
import { openedFields } from './opened.ts'
import { findSeen, type Seen } from './seen.ts'
import { type TimelineEntry, timelineEntry } from './timeline.ts'
import { dueText, valueText } from './words.ts'

/** A field as the session sees it. */
export interface FieldView {
  readonly id: string
  readonly title: string
  /** Masked when it is personal; absent when it is kept from the session altogether. */
  readonly value?: Json
  readonly text: string
  /** `masked`: may be shown whole with a reason if `mayUnmask`; `sealed`: kept from the session. */
  readonly personal?: 'masked' | 'sealed'
  readonly mayUnmask?: boolean
}

/** A clock at a moment. */
export interface ClockView {
  readonly clock: string
  readonly title: string
  readonly source: string
  /** Number of the run; absent when the clock has not been started. */
  readonly run?: number
  readonly reading?: ClockReading
  /** Due moment in words; 24:00 belongs to its day. */
  readonly due?: string
  readonly pauses: readonly Pause[]
}

/** An action as it is open to the session, or why not. */
export interface ActionView {
  readonly action: string
  readonly title: string
  readonly allowed: boolean
  /** In words. */
  readonly why?: string
}

/** A truth, a request, a round as words for a page. */
export interface TruthView {
  readonly truth: TruthKind
  readonly at: Instant
  readonly by: string
  readonly unit: string
  readonly fields: readonly { readonly title: string; readonly text: string }[]
}

/** One record as a page shows it. */
export interface CaseView {
  readonly id: string
  readonly machine: string
  readonly version: number
  readonly noun: string
  readonly title: string
  readonly seq: number
  readonly state: string
  readonly stateTitle: string
  readonly waitsFor?: string
  readonly openedAt: Instant
  readonly closedAt?: Instant
  readonly lead?: string
  readonly leadName?: string
  readonly basis?: string
  readonly area?: string
  readonly areaName?: string
  readonly co: readonly { readonly unit: string; readonly name: string; readonly answeredAt?: Instant }[]
  readonly urging?: string
  readonly fields: readonly FieldView[]
  readonly clocks: readonly ClockView[]
  readonly truths: readonly TruthView[]
  readonly rounds: readonly {
    readonly number: number
    readonly endedAt: Instant
    readonly reason: string
    readonly truths: readonly TruthView[]
  }[]
  readonly requests: readonly {
    readonly kind: string
    readonly title: string
    readonly at: Instant
    readonly granted?: boolean
    readonly decidedAt?: Instant
  }[]
  readonly head?: string
  readonly members: readonly string[]
  readonly links: readonly { readonly kind: string; readonly title: string; readonly record: string }[]
  readonly actions: readonly ActionView[]
  readonly timeline: readonly TimelineEntry[]
}

/**
 * A record as the session may see it now: fields (personal ones masked, sealed ones left out), clocks, truths, what can be done and
 * why the rest cannot, and its whole course in words.
 *
 * @returns the view, or `app/no-record` for one that does not exist or is out of sight
 */
export async function caseView(office: Office, session: Session, record: string): Promise<Result<CaseView>> {
  const seen = await findSeen(office, session, record)
  return seen.ok ? { ok: true, value: await caseOf(office, session, seen.value) } : seen
}

/** The same of a record that the session has read. */
export async function caseOf(office: Office, session: Session, seen: Seen): Promise<CaseView> {
  const { kit, view, state } = seen
  const [history, fields] = await Promise.all([
    office.store.history(session.scope, state.id),
    fieldViews(office, session, seen),
  ])
  const { machine } = kit
  const title = state.fields[machine.titleField]
  const waitsFor = machine.states[state.state]?.waitsFor
  return {
    id: state.id,
    machine: machine.id,
    version: state.version,
    noun: machine.noun,
    title: typeof title === 'string' ? title : '',
    seq: state.seq,
    state: state.state,
    stateTitle: machine.states[state.state]?.title ?? state.state,
    ...(waitsFor === undefined ? {} : { waitsFor }),
    openedAt: state.openedAt,
    ...(state.closedAt === undefined ? {} : { closedAt: state.closedAt }),
    ...unitsView(seen),
    ...(state.urging === undefined ? {} : { urging: machine.urging[state.urging] ?? state.urging }),
    fields,
    clocks: clockViews(office, seen, office.now()),
    ...courseView(seen),
    actions: actionViews(office, session, seen),
    timeline: history.map((logged) => timelineEntry(kit, view, logged)),
  }
}

/**
 * The clocks of a record as they stood at a moment, past ones too.
 *
 * @returns the clocks, or `app/no-record`
 */
export async function clocksAtMoment(
  office: Office,
  session: Session,
  record: string,
  at: Instant,
): Promise<Result<readonly ClockView[]>> {
  const seen = await findSeen(office, session, record)
  if (!seen.ok) return seen
  if (at < seen.value.state.openedAt) return refuse('app/no-record', { record })
  return { ok: true, value: clockViews(office, seen.value, at) }
}

function clockViews(office: Office, { kit, state }: Seen, at: Instant): readonly ClockView[] {
  return clocksAt(kit.machine, state, office.calendar, at).map(({ clock, reading, run }) => {
    const { title = clock, source = '' } = kit.machine.clocks[clock] ?? {}
    if (reading === undefined || run === undefined) return { clock, title, source, pauses: [] }
    const runs = state.clocks[clock]
    const all = runs === undefined ? [] : [...runs.former, runs.run]
    const then = all[run - 1]
    const pauses = then === undefined ? [] : (runAsOf(then, at)?.pauses ?? [])
    return {
      clock,
      title,
      source,
      run,
      reading,
      ...(reading.due === undefined ? {} : { due: dueText(reading.due) }),
      pauses,
    }
  })
}

async function fieldViews(office: Office, session: Session, seen: Seen): Promise<readonly FieldView[]> {
  const { kit, view, state } = seen
  const { machine } = kit
  const opened = await openedFields(office, session, seen)
  const shown = fieldsFor(machine, state, {
    actor: session.actor,
    units: view.tree,
    open: (field) => opened.get(field),
  })
  return Object.entries(machine.fields).flatMap(([id, field]): FieldView[] => {
    if (state.fields[id] === undefined) return []
    if (field.personal === undefined) {
      const value = shown[id] ?? null
      return [{ id, title: field.title, value, text: valueText(kit, view, field, value, office.now()) }]
    }
    if (isSealed(machine, state, id, session.actor, view.tree))
      return [{ id, title: field.title, text: '', personal: 'sealed' }]
    const value = shown[id] ?? null
    const text = typeof value === 'string' ? value : ''
    const may = mayUnmask(machine, state, session.actor, view.tree, id)
    return [{ id, title: field.title, value, text, personal: 'masked', mayUnmask: may }]
  })
}

function unitsView({ view, state }: Seen): Pick<CaseView, 'lead' | 'leadName' | 'basis' | 'area' | 'areaName' | 'co'> {
  const { lead, basis, area } = state
  return {
    ...(lead === undefined ? {} : { lead, leadName: view.tree.name(lead) }),
    ...(basis === undefined ? {} : { basis }),
    ...(area === undefined ? {} : { area, areaName: view.tree.name(area) }),
    co: state.co.map(({ unit, answeredAt }) => ({
      unit,
      name: view.tree.name(unit),
      ...(answeredAt === undefined ? {} : { answeredAt }),
    })),
  }
}

function courseView(seen: Seen): Pick<CaseView, 'truths' | 'rounds' | 'requests' | 'head' | 'members' | 'links'> {
  const { kit, state } = seen
  const { machine } = kit
  return {
    truths: truthViews(seen, state.truths),
    rounds: state.rounds.map(({ number, endedAt, reason, truths }) => {
      return { number, endedAt, reason, truths: truthViews(seen, truths) }
    }),
    requests: state.requests.map(({ kind, at, decision }) => ({
      kind,
      title: machine.requests[kind]?.title ?? kind,
      at,
      ...(decision === undefined ? {} : { granted: decision.granted, decidedAt: decision.at }),
    })),
    ...(state.head === undefined ? {} : { head: state.head }),
    members: state.members,
    links: state.links.map((link) => ({
      ...link,
      title: machine.wording[link.kind] ?? machine.fields[link.kind]?.title ?? link.kind,
    })),
  }
}

function truthViews(seen: Seen, truths: RecordState['truths']): readonly TruthView[] {
  const kinds: readonly TruthKind[] = ['handler', 'citizen', 'evidence']
  return kinds.flatMap((kind) => {
    const truth = truths[kind]
    if (truth === undefined) return []
    const { view } = seen
    const fields = Object.entries(truth.fields).map(([id, value]) => {
      const field = fieldBehind(seen, id)
      if (field?.personal !== undefined) return { title: field.title, text: '' }
      return { title: field?.title ?? id, text: valueText(seen.kit, view, field, value, truth.at) }
    })
    const by = view.persons.get(truth.by)?.name ?? truth.by
    return [{ truth: kind, at: truth.at, by, unit: view.tree.name(truth.unit), fields }]
  })
}

/** Fields of truths come from the forms of actions: the first that offers the id tells its title. */
function fieldBehind({ kit: { machine } }: Seen, id: string) {
  const own = Object.values(machine.actions).find(({ fields }) => fields?.[id] !== undefined)
  return own?.fields?.[id] ?? machine.fields[id]
}

function actionViews(office: Office, session: Session, { kit, view, state }: Seen): readonly ActionView[] {
  const context = contextAt(office, view, kit.machine.id, office.now())
  return availableActions(kit.machine, state, session.actor, context).map(({ action, allowed, why }) => {
    const title = kit.machine.actions[action]?.title ?? action
    return why === undefined ? { action, title, allowed } : { action, title, allowed, why: whyNot(kit.machine, why) }
  })
}
