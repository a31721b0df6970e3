import { type Instant, MS_PER_DAY, MS_PER_MINUTE } from '@jiannuo/kernel'
import type { Arrow } from '../describe/arrows.ts'
import { type OfficeCalendar, ordinaryOffice } from '../clock/index.ts'
import type { Machine } from '../model/definition.ts'
import type { RecordState } from '../model/record.ts'
import type { Context, Outcome, Settings } from '../model/run.ts'
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
const BEAM = 24
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
  const scene: Scene = { machine, context, mentions: mentionsOf(machine, settings), start: momentOf(start) }
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
}

function walkOn(scene: Scene, path: Path, walk: (path: Path) => Walk): Walk {
  const arrow = path.at(-1)
  if (arrow === undefined) return { records: [], refusals: [], stuckAt: -1 }
  const refusals = new Map<string, number>()
  if (path.length === 1) return walked(take(scene, undefined, arrow, refusals), refusals, 0)
  const before = walk(path.slice(0, -1))
  if (before.records.length === 0) return before
  let here = before.records
  let seen = new Set(here.map((record) => signature(record, scene)))
  for (let round = 0; round <= ROUNDS; round++) {
    const found = here.flatMap((record) => take(scene, record, arrow, refusals))
    if (found.length > 0) return walked(found, refusals, -1)
    const next = distinct(
      here.flatMap((record) => interludes(scene, record)),
      scene,
    ).filter((record) => !seen.has(signature(record, scene)))
    here = spread(next, BEAM)
    seen = new Set([...seen, ...here.map((record) => signature(record, scene))])
  }
  return walked([], refusals, path.length - 1)

  function walked(records: readonly RecordState[], codes: ReadonlyMap<string, number>, stuckAt: number): Walk {
    const ranked = [...codes].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([code]) => code)
    const kept = spread(distinct(records, scene), BEAM)
    return { records: kept, refusals: ranked, stuckAt: kept.length > 0 ? -1 : stuckAt }
  }
}

/** Takes an arrow from a record in every way that may make a difference; only those count that lead where it points. */
function take(
  scene: Scene,
  record: RecordState | undefined,
  arrow: Arrow,
  refusals: Map<string, number>,
): RecordState[] {
  const outcomes = arrow.system ? bySystem(scene, record, arrow.action) : byPeople(scene, record, arrow.action)
  return outcomes.flatMap((outcome) => {
    if (!outcome.ok) {
      refusals.set(outcome.refusal.code, (refusals.get(outcome.refusal.code) ?? 0) + 1)
      return []
    }
    return outcome.value.record.state === arrow.to ? [outcome.value.record] : []
  })
}

const nextMoment = (scene: Scene, record: RecordState | undefined): Instant =>
  record === undefined ? scene.start : later(record.changedAt, STEP)

function byPeople(scene: Scene, record: RecordState | undefined, action: string): Outcome[] {
  const { machine, mentions } = scene
  const context = scene.context(nextMoment(scene, record))
  const inputs = inputVariants(machine, action, context, record, mentions)
  return actorsFor(machine, action, record, context.district).flatMap((actor) =>
    inputs.map((input) =>
      transition(machine, record, { action, input, actor, record: record?.id ?? 'walk-1' }, context),
    ),
  )
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

/** The record after one more action, or one more mark, that leaves it in its state; or a day later. */
function interludes(scene: Scene, record: RecordState): RecordState[] {
  const { machine } = scene
  const acted = Object.entries(machine.actions).flatMap(([id, { from, system }]) => {
    if (from === 'new' || system === true || !from.includes(record.state)) return []
    return byPeople(scene, record, id).flatMap((outcome) => (outcome.ok ? [outcome.value.record] : []))
  })
  const timers = [...timersOf(machine, record, scene.context(record.changedAt).calendar)].sort((a, b) => a.at - b.at)
  const [next] = timers
  const reached = next && reachMark(machine, record, next.clock, next.mark, scene.context(next.at))
  const passed = { ...record, changedAt: later(record.changedAt, MS_PER_DAY) }
  const waits = next === undefined || next.at > passed.changedAt ? [passed] : []
  return [...acted, ...(reached === undefined ? [] : [reached.record]), ...waits].filter(
    ({ state }) => state === record.state,
  )
}

/** What of a record may make a difference to what comes after; records that agree in it are one. */
function signature(record: RecordState, { machine, mentions, context }: Scene): string {
  const { state, fields, lead, area, co, clocks, truths, rounds, counters, requests, urging, head, members } = record
  const { calendar } = context(record.changedAt)
  return JSON.stringify([
    state,
    Object.entries(fields).filter(([id]) => mentions.has(id)),
    lead,
    area,
    co.map(({ unit, answeredAt }) => [unit, answeredAt !== undefined]),
    Object.entries(clocks).map(([id, { run, reached }]) => [
      id,
      run.stoppedAt !== undefined,
      run.pauses.at(-1)?.to === undefined && run.pauses.length > 0,
      reached,
    ]),
    timersOf(machine, record, calendar).length,
    Object.entries(truths).map(([kind, truth]) => [
      kind,
      Object.entries(truth?.fields ?? {}).filter(([id]) => mentions.has(id)),
    ]),
    rounds.length,
    Object.entries(counters).map(([id, count]) => [id, Math.min(count, 3)]),
    requests.map(({ kind, decision }) => [kind, decision?.granted]),
    urging,
    head,
    members.length,
  ])
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
