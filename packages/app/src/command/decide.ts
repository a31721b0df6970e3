import {
  actBySystem,
  type Context,
  mayRead,
  noteMember,
  type Outcome,
  type OutEffect,
  type Refusal,
  type Transition,
  transition,
} from '@jiannuo/engine'
import type { Instant } from '@jiannuo/kernel'
import { type Commit, type Message, recordStream, type StreamCommit } from '@jiannuo/store'
import type { DistrictView } from '../office/district-view.ts'
import { isPlainId, recordIdOf } from '../office/ids.ts'
import type { Kit } from '../office/machines.ts'
import type { Office } from '../office/office.ts'
import type { Session } from '../organisation/session.ts'
import { type ActionCommand, answerOf, type Done, type FollowRest, refusal } from './command.ts'
import type { Holding } from './holding.ts'
import { type Kept, keep } from './kept.ts'
import { lookupsAfter, type SealedInput } from './personal.ts'
import { messagesOf, recordPart } from './streams.ts'

/** Members of a group that follow in the same commit as their head; more follow in commits of their own. */
export const FOLLOW_AT_ONCE = 200

/** What shall be written, and what the office knows once it is. */
export interface Decided {
  readonly commit: Commit
  readonly done: Omit<Done, 'repeated'>
  readonly after: readonly Kept[]
}

/** What comes of looking at a command: a decision, a refusal, or the records that must be at hand first. */
export type Decision =
  | { readonly kind: 'decided'; readonly value: Decided }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'needs'; readonly records: readonly string[] }

/** All that a command is decided on. */
export interface Deciding {
  readonly office: Office
  readonly view: DistrictView
  readonly holding: Holding
  readonly session: Session
  readonly command: ActionCommand
  readonly at: Instant
  /** The form with personal values sealed; absent when it has none. */
  readonly sealed?: SealedInput
}

const refused = (command: ActionCommand, code: string, params: Refusal['params'] = {}): Decision => ({
  kind: 'refused',
  refusal: refusal(code, command, params).refusal,
})

/** What rules may look at, at a moment, in a district. */
export const contextAt = (office: Office, view: DistrictView, machine: string, at: Instant): Context => ({
  district: view.tree.district,
  at,
  calendar: office.calendar,
  settings: view.settingsAt(machine, at),
  units: view.tree,
})

/** The id of the record that a command is about: the one it names, or the one it opens. */
export const recordOf = (deciding: Pick<Deciding, 'session' | 'command' | 'at'>): string =>
  deciding.command.record ?? recordIdOf(deciding.session.district, deciding.command.key, deciding.at)

/** Decides a command on what is at hand. Pure but for the words of the search. */
export function decide(deciding: Deciding): Decision {
  const { office, holding, command, session, view } = deciding
  const newest = office.machines.kit(command.machine)
  if (newest === undefined) return refused(command, 'app/no-machine', { machine: command.machine })
  if (newest.forms.get(command.action)?.opens === true) return decideOpening(deciding, newest)
  if (command.record === undefined) return refused(command, 'app/no-record')
  const kept = holding.peek(command.record)
  if (kept === undefined) return { kind: 'needs', records: [command.record] }
  if (kept === null || kept.state.machine !== command.machine) return refused(command, 'app/no-record')
  const kit = office.machines.kit(kept.state.machine, kept.state.version)
  if (kit === undefined) return refused(command, 'app/no-definition', { version: kept.state.version })
  const readable = mayRead(kit.machine, kept.state, session.actor, view.tree)
  if (command.expected !== undefined && command.expected !== kept.state.seq && readable)
    return refused(command, 'app/overtaken')
  const outcome = run(deciding, kit, kept)
  // Whoever may not see a record is not told that there is one.
  if (!outcome.ok) return readable ? { kind: 'refused', refusal: outcome.refusal } : refused(command, 'app/no-record')
  return complete(deciding, kit, kept, outcome.value)
}

function decideOpening(deciding: Deciding, kit: Kit): Decision {
  const { command, holding } = deciding
  if (command.record !== undefined && !isPlainId(command.record))
    return refused(command, 'app/bad-id', { text: command.record.slice(0, 80) })
  const known = command.record === undefined ? null : holding.peek(command.record)
  if (known === undefined && command.record !== undefined) return { kind: 'needs', records: [command.record] }
  // Whoever may not open a record is not told which ids are taken.
  const outcome = run(deciding, kit, undefined)
  if (!outcome.ok) return { kind: 'refused', refusal: outcome.refusal }
  return known ? refused(command, 'app/record-exists') : complete(deciding, kit, undefined, outcome.value)
}

function run(deciding: Deciding, kit: Kit, kept: Kept | undefined): Outcome {
  const { office, view, command, session, at, sealed } = deciding
  const { action } = command
  const input = sealed?.input ?? command.input
  const wanted = { action, input, actor: session.actor, record: recordOf(deciding) }
  return transition(kit.machine, kept?.state, wanted, contextAt(office, view, kit.machine.id, at))
}

interface Parts {
  readonly streams: StreamCommit[]
  readonly after: Kept[]
  readonly messages: Message[]
}

function complete(deciding: Deciding, kit: Kit, before: Kept | undefined, made: Transition): Decision {
  const { office, view, command, sealed } = deciding
  const known = before?.lookups ?? []
  const lookups = sealed === undefined ? known : lookupsAfter(known, sealed.lookups)
  const after = keep(office, kit, view.tree, made.record, lookups, before)
  const parts: Parts = {
    streams: [recordPart(before, made, after)],
    after: [after],
    messages: [...messagesOf(made.record.id, made.entry.at, made.effects)],
  }
  const rest: FollowRest[] = []
  for (const effect of made.effects) {
    const stopped = carry(deciding, effect, parts, made, rest)
    if (stopped !== undefined) return stopped
  }
  const { id: record, seq, state } = made.record
  const done = { record, seq, state }
  const secrets = sealed?.secrets ?? []
  const commit: Commit = {
    key: command.key,
    at: made.entry.at,
    streams: parts.streams,
    ...(parts.messages.length === 0 ? {} : { messages: parts.messages }),
    ...(secrets.length === 0 ? {} : { secrets }),
    answer: answerOf(command, deciding.session.person, done, rest[0]),
  }
  return { kind: 'decided', value: { commit, done, after: parts.after } }
}

/** Carries an effect over to other records: into the same command, or not at all. */
function carry(
  deciding: Deciding,
  effect: OutEffect,
  parts: Parts,
  made: Transition,
  rest: FollowRest[],
): Decision | undefined {
  if (effect.type === 'member') return noteOnHead(deciding, effect.head, effect.event, made.record.id, parts)
  if (effect.type !== 'follow') return undefined
  const { action, input } = effect
  const touched = new Set(parts.streams.map(({ stream }) => stream))
  // A record that this command has already touched comes after it: a stream has one entry in a command.
  const records = effect.records.filter((record) => !touched.has(recordStream(record)))
  const later = [...records.slice(FOLLOW_AT_ONCE), ...effect.records.filter((record) => !records.includes(record))]
  if (later.length > 0) rest.push({ records: later, action, input })
  return follow(deciding, { records: records.slice(0, FOLLOW_AT_ONCE), action, input }, parts)
}

function noteOnHead(
  deciding: Deciding,
  headId: string,
  event: 'memberJoined' | 'memberLeft',
  member: string,
  parts: Parts,
): Decision | undefined {
  const { office, view, holding, session, command, at } = deciding
  const head = holding.peek(headId)
  if (head === undefined) return { kind: 'needs', records: [headId] }
  const kit = head === null ? undefined : office.machines.kit(head.state.machine, head.state.version)
  const mayJoin =
    head !== null &&
    kit !== undefined &&
    kit.machine.id === command.machine &&
    (event === 'memberLeft' || mayRead(kit.machine, head.state, session.actor, view.tree))
  if (!mayJoin) return refused(command, 'app/no-such-record', { record: headId })
  const outcome = noteMember(head.state, event, member, contextAt(office, view, kit.machine.id, at))
  if (!outcome.ok) return refused(command, outcome.refusal.code, outcome.refusal.params)
  addPart(deciding, kit, head, outcome.value, parts)
  return undefined
}

function addPart(deciding: Deciding, kit: Kit, before: Kept, made: Transition, parts: Parts): void {
  const after = keep(deciding.office, kit, deciding.view.tree, made.record, before.lookups, before)
  parts.streams.push(recordPart(before, made, after))
  parts.after.push(after)
  parts.messages.push(...messagesOf(made.record.id, made.entry.at, made.effects))
}

function follow(deciding: Deciding, { records, action, input }: FollowRest, parts: Parts): Decision | undefined {
  const { office, view, holding, at } = deciding
  const missing = records.filter((record) => holding.peek(record) === undefined)
  if (missing.length > 0) return { kind: 'needs', records: missing }
  for (const record of records) {
    const member = holding.peek(record)
    const kit = member ? office.machines.kit(member.state.machine, member.state.version) : undefined
    if (!member || kit === undefined) continue
    const made = actBySystem(kit.machine, member.state, action, input, contextAt(office, view, kit.machine.id, at))
    // A member that has gone its own way meanwhile does not hold up the others.
    if (made.ok) addPart(deciding, kit, member, made.value, parts)
  }
  return undefined
}
