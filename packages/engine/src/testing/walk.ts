import { type Instant, MS_PER_MINUTE } from '@jiannuo/kernel'
import type { Arrow } from '../describe/arrows.ts'
import { dueOf, type OfficeCalendar, ordinaryOffice } from '../clock/index.ts'
import type { Machine } from '../model/definition.ts'
import type { ClockState, RecordState } from '../model/record.ts'
import type { Context, Outcome, Settings } from '../model/run.ts'
import type { Json } from '../model/value.ts'
import { timersOf } from '../run/clocks.ts'
import { reachMark } from '../run/mark.ts'
import { actBySystem } from '../run/system.ts'
import { transition } from '../run/transition.ts'
import { actorsFor } from './actors.ts'
import { type SimulatedDistrict, simulatedDistrict } from './district.ts'
import { type Mentions, mentionsOf } from './mentions.ts'
import { momentOf } from './office.ts'
import { arrowKey, type Path } from './paths.ts'
import { inputVariants, later } from './sample.ts'

/** Where walks take place. */
export interface WalkOptions {
  readonly district?: SimulatedDistrict
  readonly calendar?: OfficeCalendar
  readonly settings?: Settings
  /** Local time at which walks begin. */
  readonly start?: string
}

/** What came of walking a path: records that stand at its end, or why there is none. */
export interface Walk {
  readonly records: readonly RecordState[]
  /** Codes of the refusals met at the step that could not be taken, most frequent first. */
  readonly refusals: readonly string[]
  /** The step that could not be taken; -1 when all were. */
  readonly stuckAt: number
}

/** Walks paths through the real `transition`, with made-up input. */
export interface Walker {
  readonly machine: Machine
  readonly context: (at: Instant) => Context
  readonly walk: (path: Path) => Walk
}

/** Records that are kept at the end of a path, as different from each other as can be. */
const BEAM = 16
/** Ways of taking one arrow that are looked for. */
const MOST_TAKEN = 48
/** How often actions that leave the record where it stands, or the passing of time, may be put in before a step. */
const ROUNDS = 3

const STEP = 10 * MS_PER_MINUTE

/**
 * Makes a walker of a machine. Paths with the same beginning share its walk. Where a step is refused, actions that leave the record in its
 * state are put in before it, and time is let pass to the next marks of its clocks.
 */
export function walker(machine: Machine, options: WalkOptions = {}): Walker {
  const {
    district = simulatedDistrict(),
    calendar = ordinaryOffice,
    settings = {},
    start = '2025-03-03 09:30',
  } = options
  const context = (at: Instant): Context => ({ district: district.id, at, calendar, settings, units: district })
  const scene: Scene = {
    machine,
    context,
    mentions: mentionsOf(machine, settings),
    start: momentOf(start),
    interludes: new WeakMap(),
  }
  const known = new Map<string, Walk>()
  const walk = (path: Path): Walk => {
    const key = path.map(arrowKey).join(' ')
    const before = known.get(key)
    if (before !== undefined) return before
    const result = walkOn(scene, path, walk)
    known.set(key, result)
    return result
  }
  return { machine, context, walk }
}

interface Scene {
  readonly machine: Machine
  readonly context: (at: Instant) => Context
  readonly mentions: Mentions
  readonly start: Instant
  /** Arrows from one state ask for the same ones. */
  readonly interludes: WeakMap<RecordState, readonly Interlude[]>
}

function walkOn(scene: Scene, path: Path, walk: Walker['walk']): Walk {
  const arrow = path.at(-1)
  if (arrow === undefined) return { records: [], refusals: [], stuckAt: -1 }
  const before = path.length === 1 ? undefined : walk(path.slice(0, -1))
  if (before?.records.length === 0) return before
  const refusals = new Map<string, number>()
  const records = takeFrom(scene, before?.records ?? [undefined], arrow, refusals)
  const ranked = [...refusals].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([code]) => code)
  const kept = spread(distinct(records, scene), BEAM)
  return { records: kept, refusals: ranked, stuckAt: kept.length > 0 ? -1 : path.length - 1 }
}

/** Takes an arrow from one of the records; where none can, after more and more that leaves them in their state. */
function takeFrom(
  scene: Scene,
  records: readonly (RecordState | undefined)[],
  arrow: Arrow,
  refusals: Map<string, number>,
): RecordState[] {
  let here = records
  const seen = new Set(records.flatMap((record) => (record === undefined ? [] : [signature(record, scene)])))
  for (let round = 0; ; round++) {
    const enough = Math.max(4, Math.floor(MOST_TAKEN / Math.max(1, here.length)))
    const found = here.flatMap((record) => take(scene, record, arrow, refusals, enough))
    if (found.length > 0 || round === ROUNDS) return found
    const next = here.flatMap((record) => (record === undefined ? [] : interludes(scene, record)))
    const fresh = next.filter(({ record }) => !seen.has(signature(record, scene)))
    here = fairly(fresh, scene)
    for (const record of here) if (record !== undefined) seen.add(signature(record, scene))
  }
}

/** Takes an arrow from a record in ways that may make a difference; only those count that lead where it points. */
function take(
  scene: Scene,
  record: RecordState | undefined,
  arrow: Arrow,
  refusals: Map<string, number>,
  enough: number,
): RecordState[] {
  const taken: RecordState[] = []
  let tried = 0
  for (const outcome of arrow.system ? bySystem(scene, record, arrow.action) : byPeople(scene, record, arrow.action)) {
    if (!outcome.ok) refusals.set(outcome.refusal.code, (refusals.get(outcome.refusal.code) ?? 0) + 1)
    else if (outcome.value.record.state === arrow.to) taken.push(outcome.value.record)
    tried++
    if (taken.length >= enough) break
  }
  if (tried === 0) refusals.set(NOBODY, (refusals.get(NOBODY) ?? 0) + 1)
  return taken
}

/** Stands among the refusals when no post stands to the record as a grant asks, or no form could be made up. */
const NOBODY = 'nobody may, or no form can be made up'

const nextMoment = (scene: Scene, record: RecordState | undefined): Instant =>
  record === undefined ? scene.start : later(record.changedAt, STEP)

/** Every form by every post that may; a second person only where the first is refused. */
function* byPeople(
  scene: Scene,
  record: RecordState | undefined,
  action: string,
  mostForms = Infinity,
): Generator<Outcome> {
  const { machine, mentions } = scene
  const context = scene.context(nextMoment(scene, record))
  const inputs = inputVariants(machine, action, context, record, mentions)
  const actors = actorsFor(machine, action, record, context.district)
  for (const input of inputs.slice(0, mostForms))
    for (const { people, post } of actors)
      for (const person of people) {
        const actor = { person, posts: [post] }
        const outcome = transition(machine, record, { action, input, actor, record: record?.id ?? 'walk-1' }, context)
        yield outcome
        if (outcome.ok || outcome.refusal.code === 'engine/bad-input') break
      }
}

/** A system action comes with the mark that carries it out, or is done to a member of a group. */
function bySystem(scene: Scene, record: RecordState | undefined, action: string): Outcome[] {
  if (record === undefined) return []
  const { machine, mentions } = scene
  const byMark = timersOf(machine, record, scene.context(record.changedAt).calendar).flatMap(({ clock, mark, at }) => {
    if (machine.clocks[clock]?.marks?.[mark]?.action !== action) return []
    const reached = reachMark(machine, record, clock, mark, scene.context(at))
    return reached === undefined ? [] : [{ ok: true, value: reached } as const]
  })
  if (byMark.length > 0) return byMark
  const context = scene.context(nextMoment(scene, record))
  return inputVariants(machine, action, context, record, mentions).map((input) =>
    actBySystem(machine, record, action, input, context),
  )
}

/** Due moments of the clocks that run. */
function duesOf(scene: Scene, record: RecordState): Instant[] {
  const { calendar } = scene.context(record.changedAt)
  return Object.values(record.clocks).flatMap(({ run }) => {
    const due = run.stoppedAt === undefined ? dueOf(run, calendar) : undefined
    return due === undefined ? [] : [due.at]
  })
}

interface Interlude {
  /** The action, or the passing of time. */
  readonly by: string
  readonly record: RecordState
}

/** Interludes that are no action: a mark of a clock is reached, time passes. */
const MARK = ' mark'
const TIME = ' time'

/** Ways of one action at one place that are put in. */
const MOST_INTERLUDES = 4

/** Forms of one action that are tried for that. */
const MOST_INTERLUDE_FORMS = 24

/** The record after one more action or one more mark that leaves it in its state, or once a clock is overdue. */
function interludes(scene: Scene, record: RecordState): readonly Interlude[] {
  const known = scene.interludes.get(record)
  if (known !== undefined) return known
  const found = findInterludes(scene, record)
  scene.interludes.set(record, found)
  return found
}

function findInterludes(scene: Scene, record: RecordState): Interlude[] {
  const { machine } = scene
  const stays = ({ state }: RecordState): boolean => state === record.state
  const acted = Object.entries(machine.actions).flatMap(([by, { from, system }]): Interlude[] => {
    if (from === 'new' || system === true || !from.includes(record.state)) return []
    const after: Interlude[] = []
    for (const outcome of byPeople(scene, record, by, MOST_INTERLUDE_FORMS)) {
      if (outcome.ok && stays(outcome.value.record)) after.push({ by, record: outcome.value.record })
      if (after.length >= MOST_INTERLUDES) break
    }
    return after
  })
  const timers = [...timersOf(machine, record, scene.context(record.changedAt).calendar)].sort((a, b) => a.at - b.at)
  const [next] = timers
  const reached = next && reachMark(machine, record, next.clock, next.mark, scene.context(next.at))
  const marked = reached !== undefined && stays(reached.record) ? [{ by: MARK, record: reached.record }] : []
  const waited = duesOf(scene, record).flatMap((due): Interlude[] => {
    const at = later(due, MS_PER_MINUTE)
    const passes = at > record.changedAt && (next === undefined || next.at > at)
    return passes ? [{ by: TIME, record: { ...record, changedAt: at } }] : []
  })
  return [...acted, ...marked, ...waited]
}

/**
 * A beam in which every kind of interlude has its share, half of it for the records that went furthest that way: some tests ask
 * for the third time.
 */
function fairly(all: readonly Interlude[], scene: Scene): readonly RecordState[] {
  const kinds = [...new Set(all.map(({ by }) => by))]
  const share = Math.max(2, Math.ceil(BEAM / Math.max(1, kinds.length)))
  const parts = kinds.map((kind) => {
    const records = distinct(
      all.filter(({ by }) => by === kind).map(({ record }) => record),
      scene,
    )
    const furthest = records.toSorted((a, b) => progress(b, kind) - progress(a, kind))
    return [...furthest.slice(0, share / 2), ...spread(records, share / 2)]
  })
  return distinct(parts.flat(), scene)
}

/** How far a record has gone by one kind of interlude: how often an action was done, how many marks its clocks have reached. */
function progress(record: RecordState, kind: string): number {
  if (kind === TIME) return record.changedAt
  if (kind !== MARK) return record.counters[kind] ?? 0
  return Object.values(record.clocks).reduce((sum, { reached }) => sum + reached.length, 0)
}

/** What of a record may make a difference to what comes after; records that agree in it are one. */
function signature(record: RecordState, scene: Scene): string {
  const { mentions } = scene
  const { state, lead, area, co, clocks, rounds, counters, requests, urging, head, members } = record
  const told = (fields: Readonly<Record<string, Json>> = {}): unknown[] =>
    Object.entries(fields).filter(([id]) => mentions.has(id))
  return JSON.stringify([
    [state, lead, area, rounds.length, urging, head, members.length],
    told(record.fields),
    co.map(({ unit, answeredAt }) => [unit, answeredAt !== undefined]),
    Object.entries(clocks).map(([id, clock]) => [id, standingOf(clock), clock.reached]),
    duesOf(scene, record).map((due) => due < record.changedAt),
    Object.entries(record.truths).map(([kind, truth]) => [kind, told(truth?.fields)]),
    Object.entries(counters).map(([id, count]) => [id, Math.min(count, 3)]),
    requests.map(({ kind, decision }) => [kind, decision?.granted]),
  ])
}

function standingOf({ run }: ClockState): string {
  if (run.stoppedAt !== undefined) return 'ended'
  const last = run.pauses.at(-1)
  return last !== undefined && last.to === undefined ? 'paused' : 'running'
}

function distinct(records: readonly RecordState[], scene: Scene): RecordState[] {
  const bySignature = new Map<string, RecordState>()
  for (const record of records) {
    const key = signature(record, scene)
    if (!bySignature.has(key)) bySignature.set(key, record)
  }
  return [...bySignature.values()]
}

/** At most so many, taken evenly over the list. */
function spread<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list
  return Array.from({ length: most }, (_, at) => list[Math.floor((at * list.length) / most)]).filter(
    (each) => each !== undefined,
  )
}
