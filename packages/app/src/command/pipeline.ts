import type { RecordState } from '@jiannuo/engine'
import { type Instant, instant } from '@jiannuo/kernel'
import { type DataKey, machineScope, recordStream, type Store } from '@jiannuo/store'
import type { DistrictView } from '../office/district-view.ts'
import type { Office } from '../office/office.ts'
import { type Performed, restOf } from './command.ts'
import { CHUNK, followRest } from './follow.ts'
import { type Holding, holdingOf } from './holding.ts'
import { type Kept, keptKey } from './kept.ts'
import { firstDue, fireMarksBefore } from './marks.ts'
import { performAt } from './perform.ts'
import { type BatchItem, emptyPlan, type Plan, type Planned, planItem, planMarks, writePlanned } from './planning.ts'

/** Carries out commands of one district, one after the other, each decided on what those before it have left. */
export interface Hands {
  /** @returns what is done, or why not */
  readonly add: (item: BatchItem) => Promise<Performed>
  /** Carries out the marks of a record that were due by a moment. @returns how many */
  readonly fire: (record: string, until: Instant) => Promise<number>
  /** A record as it will stand; absent when there is none, or it is not at hand. */
  readonly stateOf: (record: string) => RecordState | undefined
  /** When the next mark of a record is due. */
  readonly dueOf: (record: string) => Instant | undefined
  /** Brings records to hand. */
  readonly fetch: (records: readonly string[]) => Promise<void>
  /** Entries that wait to be written. */
  readonly size: () => number
  /** Lets go of records that are done with, once they are written. */
  readonly release: (records: readonly string[]) => void
  /** Begins to write what waits, after what was being written before. */
  readonly pass: () => Promise<void>
  /** Waits until everything is written. */
  readonly end: () => Promise<void>
}

/** Hands that do everything by itself, each command in its own transaction, as an office does. */
export async function ordinaryHands(office: Office, district: string): Promise<Hands> {
  const view = await office.districts.view(district)
  const peek = (record: string): Kept | undefined => office.records.get(keptKey(district, record))
  const done = Promise.resolve()
  return {
    stateOf: (record) => peek(record)?.state,
    dueOf: (record) => dueOf(peek(record)),
    async fetch(records) {
      const missing = records.filter((record) => peek(record) === undefined)
      if (missing.length > 0) await holdingOf(office, view).fetch(missing)
    },
    add: ({ session, command, at }) => performAt(office, session, command, at),
    fire: (record, until) => fireMarksBefore(office, view, holdingOf(office, view), record, until),
    size: () => 0,
    release: (records) => drop(office, district, records),
    pass: () => done,
    end: () => done,
  }
}

const drop = (office: Office, district: string, records: readonly string[]): void => {
  for (const record of records) office.records.drop(keptKey(district, record))
}

const dueOf = (kept: Kept | null | undefined): Instant | undefined => (kept ? firstDue(kept, FAR)?.at : undefined)

const FAR = instant(253_402_000_000_000)

/**
 * Hands that write many commands in one transaction while the next are being decided: the same decisions, entries and figures, and at every
 * moment the database holds all of a command or nothing of it.
 *
 * @param writers transactions that are written at once; records that touch each other stay in one
 */
export async function fastHands(office: Office, district: string, writers = 1): Promise<Hands> {
  const line = new Pipeline(remembering(office), await office.districts.view(district), Math.max(1, writers))
  return line.hands()
}

class Pipeline {
  readonly #office: Office
  readonly #view: DistrictView
  readonly #writers: number
  /** Anew for each batch: what it once found absent may have come since. */
  #behind: Holding
  #plan: Plan
  #items: BatchItem[] = []
  /** What is being written. */
  #flying: { readonly plan: Plan; readonly landed: Promise<void> } | undefined
  /** Records in which somebody else was first: what was planned for them is done by itself. */
  readonly #lost = new Set<string>()
  #released: string[] = []

  constructor(office: Office, view: DistrictView, writers: number) {
    this.#office = office
    this.#view = view
    this.#writers = writers
    this.#behind = holdingOf(office, view)
    this.#plan = this.#emptyPlan()
  }

  #emptyPlan(): Plan {
    return emptyPlan(this.#office, this.#view, {
      peek: (record) => this.#flying?.plan.ahead.get(record) ?? this.#behind.peek(record),
      fetch: (records) => this.#behind.fetch(records),
    })
  }

  hands(): Hands {
    const peek = (record: string): Kept | null | undefined => this.#plan.holding.peek(record)
    return {
      stateOf: (record) => peek(record)?.state,
      dueOf: (record) => dueOf(peek(record)),
      fetch: async (records) => {
        const missing = records.filter((record) => peek(record) === undefined)
        if (missing.length > 0) await this.#behind.fetch(missing)
      },
      add: (item) => this.#add(item),
      fire: (record, until) => Promise.resolve(planMarks(this.#plan, record, until)),
      size: () => this.#plan.planned.length,
      release: (records) => void this.#released.push(...records),
      pass: () => this.#pass(),
      end: async () => {
        await this.#pass()
        await this.#landing()
      },
    }
  }

  async #add(item: BatchItem): Promise<Performed> {
    const number = this.#items.push(item) - 1
    await planItem(this.#plan, item, number)
    const refusal = this.#plan.refused.get(number)
    if (refusal !== undefined) return { ok: false, refusal }
    const done = this.#plan.planned.findLast((one) => one.item === number)?.done
    if (done === undefined) throw new Error('a command was neither planned nor refused')
    return { ok: true, value: { ...done, repeated: false } }
  }

  async #landing(): Promise<void> {
    await this.#flying?.landed
    this.#flying = undefined
  }

  async #pass(): Promise<void> {
    await this.#landing()
    const [plan, items, released] = [this.#plan, this.#items, this.#released]
    if (plan.planned.length > 0) this.#flying = { plan, landed: this.#write(plan, items, released) }
    else drop(this.#office, this.#view.tree.district, released)
    this.#behind = holdingOf(this.#office, this.#view)
    this.#plan = this.#emptyPlan()
    this.#items = []
    this.#released = []
  }

  async #write(plan: Plan, items: readonly BatchItem[], released: readonly string[]): Promise<void> {
    const { district } = this.#view.tree
    const spoiled = plan.planned.filter((one) => this.#isLost(one))
    const sound = spoiled.length === 0 ? plan.planned : plan.planned.filter((one) => !this.#isLost(one))
    const lanes = lanesOf(sound, this.#writers)
    const outcomes = await Promise.all(
      lanes.map((planned) => writePlanned({ ...plan, planned }, machineScope(district))),
    )
    const failed = lanes.flatMap((planned, lane) => planned.filter((_, at) => outcomes[lane]?.[at]?.ok !== true))
    for (const one of [...failed, ...spoiled]) await this.#byItself(one, items)
    for (const { commit } of sound) {
      const rest = restOf(commit.answer)
      if (rest !== undefined && rest.records.length > CHUNK)
        await followRest(this.#office, this.#view, commit.key, rest, commit.at)
    }
    drop(this.#office, district, released)
  }

  #isLost({ after }: Planned): boolean {
    return this.#lost.size > 0 && after.some(({ state }) => this.#lost.has(state.id))
  }

  /** Somebody else writes to the same records: whatever was decided on them is decided anew. */
  async #byItself({ after, item, commit }: Planned, items: readonly BatchItem[]): Promise<void> {
    const records = after.map(({ state }) => state.id)
    for (const record of records) {
      this.#lost.add(record)
      this.#plan.ahead.delete(record)
    }
    drop(this.#office, this.#view.tree.district, records)
    const given = item === undefined ? undefined : items[item]
    if (given !== undefined) await performAt(this.#office, given.session, given.command, given.at)
    else for (const record of records) await fireMarksBefore(this.#office, this.#view, this.#behind, record, commit.at)
  }
}

/** Commands shared out so that those which touch the same streams stay together, in their order. */
function lanesOf(planned: readonly Planned[], count: number): readonly Planned[][] {
  if (count === 1) return [[...planned]]
  const parent = new Map<string, string>()
  const rootOf = (stream: string): string => {
    let root = stream
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up
    parent.set(stream, root)
    return root
  }
  for (const { commit } of planned)
    for (const { stream } of commit.streams) parent.set(rootOf(stream), rootOf(commit.streams[0]?.stream ?? stream))
  const lanes = Array.from({ length: count }, (): Planned[] => [])
  const laneOf = new Map<string, number>()
  for (const one of planned) {
    const root = rootOf(one.commit.streams[0]?.stream ?? recordStream(''))
    const lane = laneOf.get(root) ?? laneOf.size % count
    laneOf.set(root, lane)
    lanes[lane]?.push(one)
  }
  return lanes
}

/**
 * The office as many commands in a row see it: files once found are known, and a data key that waits to be written is found again. Nothing is
 * remembered longer than the hands are used.
 */
function remembering(office: Office): Office {
  const { files, secrets } = office.store
  const found = new Map<string, ReturnType<typeof files.find>>()
  const keys = new Map<string, DataKey>()
  const store: Store = {
    ...office.store,
    files: {
      ...files,
      find(scope, hash) {
        const known = found.get(hash) ?? files.find(scope, hash)
        found.set(hash, known)
        return known
      },
    },
    secrets: {
      ...secrets,
      newKey(district, record) {
        const key = secrets.newKey(district, record)
        keys.set(record, key)
        return key
      },
      async keysOf(scope, record) {
        const waiting = keys.get(record)
        return waiting === undefined ? secrets.keysOf(scope, record) : [waiting]
      },
    },
  }
  return { ...office, store }
}
