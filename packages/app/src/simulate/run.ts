import type { RecordState } from '@jiannuo/engine'
import { type Instant, instant, MS_PER_HOUR } from '@jiannuo/kernel'
import type { Progress } from '@jiannuo/store'
import { type Batch, type BatchItem, openBatch } from '../command/batch.ts'
import type { Performed } from '../command/command.ts'
import { keptKey } from '../command/kept.ts'
import type { Office } from '../office/office.ts'
import { fireDueTimers } from '../timers.ts'
import { phrase } from '../wording.zh.ts'
import { type Queue, timeQueue } from './queue.ts'

/** One simulated record. */
export interface Played {
  readonly record: string
  readonly number: number
  /** Records that touch each other are of one group. */
  readonly group: number
  /**
   * What is done next, at the moment that was given before; nothing when there is nothing to do then.
   *
   * @param state the record as it stands; absent before it is opened
   * @param look any record of the group
   */
  readonly step: (
    at: Instant,
    state: RecordState | undefined,
    look: (record: string) => RecordState | undefined,
  ) => BatchItem | undefined
  /**
   * Looks at what came of the step.
   *
   * @returns moment of the next step, nothing when the record is done with
   */
  readonly after: (at: Instant, state: RecordState | undefined, outcome: Performed | undefined) => Instant | undefined
}

/** A row of records that come in one after the other. */
export interface Arrivals {
  readonly count: number
  readonly at: (number: number) => Instant
  readonly make: (number: number) => Played
}

/** How to run. */
export interface RunOptions {
  readonly district: string
  readonly until: Instant
  /** Groups are shared out among so many lanes, each of which writes its own batches. */
  readonly workers: number
  readonly progress?: Progress
}

/** What happened. */
export interface RunTally {
  readonly opened: number
  readonly commands: number
  readonly marks: number
  /** Refusals by code. */
  readonly refused: Readonly<Record<string, number>>
}

/** Entries of one transaction. A record that moves several times in one is written once. */
const BATCH = 1500
/** After each stretch the timers are fired of records that nobody has touched. */
const STRETCH = 24 * MS_PER_HOUR
/** Open records are remembered whole: some days' worth of a large district. */
const REMEMBERED = 60_000

interface Lane {
  readonly queue: Queue<Played>
  /** Records that come in during the stretch: that they are new is asked of the store once for all. */
  awaited: Set<string>
  /** Records that are done with: nobody need remember them. */
  finished: string[]
  batch: Batch
}

interface Tally {
  opened: number
  commands: number
  marks: number
  readonly refused: Record<string, number>
}

/**
 * Plays records through simulated time, each in its order: every step through the real use case, many in one transaction; timers at
 * their own moments. The same records give the same steps, however many workers.
 */
export async function play(office: Office, arrivals: Arrivals, options: RunOptions): Promise<RunTally> {
  office.records.grow(REMEMBERED)
  const { district, until, workers, progress } = options
  const write: Write = (lane) => writeLane(office, district, lane)
  const lanes: Lane[] = await Promise.all(
    Array.from({ length: workers }, async () => ({
      queue: timeQueue<Played>(),
      awaited: new Set<string>(),
      finished: [],
      batch: await openBatch(office, district),
    })),
  )
  const tally: Tally = { opened: 0, commands: 0, marks: 0, refused: {} }
  const first = (): number =>
    Math.min(
      tally.opened < arrivals.count ? arrivals.at(tally.opened) : Infinity,
      ...lanes.map((lane) => lane.queue.next()),
    )
  for (let begin = first(); begin <= until; begin = first()) {
    const end = instant(Math.min(begin + STRETCH, until))
    for (; tally.opened < arrivals.count && arrivals.at(tally.opened) <= end; tally.opened++) {
      const played = arrivals.make(tally.opened)
      const lane = lanes[played.group % workers]
      lane?.queue.push(arrivals.at(tally.opened), played.number, played)
      lane?.awaited.add(played.record)
    }
    await Promise.all(lanes.map((lane) => playStretch(lane, write, end, tally)))
    tally.marks += await fireDueTimers(office, { district, until: end })
    progress?.(tally.opened, arrivals.count, phrase('progress/simulate'))
  }
  tally.marks += await fireDueTimers(office, { district, until })
  return tally
}

type Write = (lane: Lane) => Promise<void>

async function playStretch(lane: Lane, write: Write, end: Instant, tally: Tally): Promise<void> {
  await lane.batch.fetch([...lane.awaited])
  while (lane.queue.next() <= end) {
    const at = instant(lane.queue.next())
    const played = lane.queue.pop()
    if (played === undefined) break
    await playStep(lane, played, at, tally)
    if (lane.batch.size() >= BATCH) await write(lane)
  }
  await write(lane)
}

async function playStep(
  { queue, batch, awaited, finished }: Lane,
  played: Played,
  at: Instant,
  tally: Tally,
): Promise<void> {
  let state = batch.stateOf(played.record)
  if (state === undefined && !awaited.delete(played.record)) {
    await batch.fetch([played.record])
    state = batch.stateOf(played.record)
  }
  const item = played.step(at, state, batch.stateOf)
  const outcome = item === undefined ? undefined : await batch.add(item)
  count(tally, outcome)
  const next = played.after(at, batch.stateOf(played.record), outcome)
  if (next === undefined) finished.push(played.record)
  else queue.push(next, played.number, played)
}

async function writeLane(office: Office, district: string, lane: Lane): Promise<void> {
  if (lane.batch.size() > 0) await lane.batch.write()
  for (const record of lane.finished) office.records.drop(keptKey(district, record))
  lane.finished = []
  lane.batch = await openBatch(office, district)
  await lane.batch.fetch([...lane.awaited])
}

function count(tally: Tally, outcome: Performed | undefined): void {
  if (outcome === undefined) return
  if (outcome.ok) tally.commands++
  else tally.refused[outcome.refusal.code] = (tally.refused[outcome.refusal.code] ?? 0) + 1
}
