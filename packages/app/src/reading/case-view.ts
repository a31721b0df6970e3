import { availableActions, type Effect, type Json, type RecordState, type TruthKind } from '@jiannuo/engine'
import type { Instant, Result } from '@jiannuo/kernel'
import { contextAt } from '../command/decide.ts'
import { whyNot } from '../command/explain.ts'
import type { Office } from '../office/office.ts'
import type { Session } from '../organisation/session.ts'
import { type ClockView, clockViews } from './clock-views.ts'
import { fieldKeptBy, joinFieldOf } from './effects.ts'
import { type FieldView, fieldViews, hashesOf, withRecord } from './field-views.ts'
import { type RecordName, recordNames } from './related.ts'
import { findSeen, type Seen } from './seen.ts'
import { type StageView, stageViews } from './stages.ts'
import { type TimelineEntry, timelineEntry } from './timeline.ts'
import { valueText } from './words.ts'

/** An action as it is open to the session, or why not. */
export interface ActionView {
  readonly action: string
  readonly title: string
  readonly allowed: boolean
  /** In words. */
  readonly why?: string
  /** The field of its form by which it joins the record to another as a duplicate. */
  readonly joins?: string
}

/** A truth, a request, a round as words for a page. */
export interface TruthView {
  readonly truth: TruthKind
  readonly at: Instant
  readonly by: string
  readonly unit: string
  readonly fields: readonly { readonly title: string; readonly text: string; readonly files: readonly string[] }[]
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
    /** Who asked, and what for. */
    readonly byName: string
    readonly unitName: string
    readonly fields: TruthView['fields']
    readonly granted?: boolean
    readonly decidedAt?: Instant
  }[]
  readonly head?: string
  readonly members: readonly string[]
  readonly links: readonly { readonly kind: string; readonly title: string; readonly record: string }[]
  /** What the records are called that this one names: in fields, links, its group. */
  readonly names: ReadonlyMap<string, RecordName>
  /** The stage of a register that it stands in and those it may come to; empty for what has no stages. */
  readonly stages: readonly StageView[]
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
  const [history, plain, names] = await Promise.all([
    office.store.history(session.scope, state.id),
    fieldViews(office, session, seen),
    recordNames(office, session, recordsNamed(seen)),
  ])
  const fields = plain.map((field) => withRecord(field, names))
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
    names,
    stages: stageViews(office, view, kit, state),
    actions: actionViews(office, session, seen),
    timeline: history.map((logged) => timelineEntry(kit, view, logged)),
  }
}

/** Every record that this one names. */
function recordsNamed({ kit, state }: Seen): readonly string[] {
  const named = Object.entries(kit.machine.fields).flatMap(([id, { type }]) => {
    const value = state.fields[id]
    return type === 'record' && typeof value === 'string' && value !== '' ? [value] : []
  })
  const head = state.head === undefined ? [] : [state.head]
  // A large group is listed by its first members; the others are counted.
  return [...named, ...head, ...state.members.slice(0, MOST_MEMBERS), ...state.links.map(({ record }) => record)]
}

const MOST_MEMBERS = 50

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
    requests: state.requests.map(({ kind, at, by, unit, fields, decision }) => ({
      kind,
      title: machine.requests[kind]?.title ?? kind,
      at,
      byName: seen.view.persons.get(by)?.name ?? by,
      unitName: seen.view.tree.name(unit),
      fields: toldFields(seen, fields, at, (effect) => 'request' in effect && effect.request === kind),
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
    const fields = toldFields(seen, truth.fields, truth.at, (effect) => 'state' in effect && effect.state === kind)
    const by = view.persons.get(truth.by)?.name ?? truth.by
    return [{ truth: kind, at: truth.at, by, unit: view.tree.name(truth.unit), fields }]
  })
}

/** Values kept under names of fields, in words. Nothing personal is among them. */
function toldFields(
  seen: Seen,
  values: Readonly<Record<string, Json>>,
  at: Instant,
  keeps: (effect: Effect) => boolean,
): TruthView['fields'] {
  return Object.entries(values).map(([id, value]) => {
    const field = fieldKeptBy(seen.kit.machine, keeps, id)
    if (field?.personal !== undefined) return { title: field.title, text: '', files: [] }
    const files = field?.type === 'files' ? hashesOf(value) : []
    return { title: field?.title ?? id, text: valueText(seen.kit, seen.view, field, value, at), files }
  })
}

function actionViews(office: Office, session: Session, { kit, view, state }: Seen): readonly ActionView[] {
  const context = contextAt(office, view, kit.machine.id, office.now())
  return availableActions(kit.machine, state, session.actor, context).map(({ action, allowed, why }) => {
    const definition = kit.machine.actions[action]
    const title = definition?.title ?? action
    const joins = definition === undefined ? undefined : joinFieldOf(definition)
    return {
      action,
      title,
      allowed,
      ...(why === undefined ? {} : { why: whyNot(kit.machine, why) }),
      ...(joins === undefined ? {} : { joins }),
    }
  })
}
