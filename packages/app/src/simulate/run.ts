import type { RecordState } from '@jiannuo/engine'
import { type Instant, instant, MS_PER_HOUR } from '@jiannuo/kernel'
import type { Progress } from '@jiannuo/store'
import type { BatchItem } from '../command/batch.ts'
import type { Performed } from '../command/command.ts'
import { fastHands, type Hands, ordinaryHands } from '../command/pipeline.ts'
import type { Office } from '../office/office.ts'
import { fireDueTimers } from '../timers.ts'
import { phrase } from '../wording.zh.ts'
import { type Queue, timeQueue } from './queue.ts'

/** One simulated record. */
export interface Played {
  readonly record: string
  readonly number: number
  /**
   * What is done next, at the moment that was given before; nothing when there is nothing to do then.
   *
   * @param state the record as it stands; absent before it is opened
   * @param look any record at hand
   */
  readonly step: (
    at: Instant,
    state: RecordState | undefined,
    look: (record: string) => RecordState | undefined,
  ) => BatchItem | undefined
  /**
   * Looks at what came of the step, or of the marks of a clock.
   *
   * @returns moment of the next step, nothing when the record is done with
   */
  readonly after: (at: Instant, state: RecordState | undefined, outcome: Performed | undefined) => Instant | undefined
}

/** A row of records of one machine that come in one after the other. */
export interface Arrivals {
  readonly machine: string
  /** The main time limit of its records. */
  readonly clock?: string
  readonly count: number
  readonly at: (number: number) => Instant
  readonly make: (number: number) => Played
}

/** How to run. */
export interface RunOptions {
  readonly district: string
  readonly until: Instant
  /** Many commands in one transaction; else each in its own. */
  readonly fast: boolean
  /** Transactions that are written at once when it is fast. */
  readonly workers: number
  readonly progress?: Progress
}

/** What happened to the records of a machine. */
export interface MachineTally {
  readonly opened: number
  readonly closed: number
  /** Of these, and of those still open, such that missed the main time limit. */
  readonly late: number
}

/** What happened. */
export interface RunTally {
  readonly opened: number
  readonly commands: number
  readonly marks: number
  /** Refusals by code. */
  readonly refused: Readonly<Record<string, number>>
  readonly machines: Readonly<Record<string, MachineTally>>
}

/** Entries of one transaction. A record that moves several times in one is written once. */
const BATCH = 10_000
/** That the records of so long a stretch are new is asked of the store at once. */
const STRETCH = 24 * MS_PER_HOUR
/** Open records are remembered whole: some weeks' worth of a large district. */
const REMEMBERED = 60_000
const NEVER = Number.POSITIVE_INFINITY
/** Records of one row have numbers of their own. */
const ROW = 100_000_000

interface Alive {
  readonly played: Played
  /** Which of two comes first at one moment. */
  readonly order: number
  readonly row: Arrivals
  /** When it acts next by itself; a mark may come before. */
  next: Instant | undefined
}

interface Tally {
  opened: number
  commands: number
  marks: number
  readonly refused: Record<string, number>
  readonly machines: Record<string, { opened: number; closed: number; late: number }>
}

interface Run {
  readonly hands: Hands
  readonly queue: Queue<Alive>
  readonly until: Instant
  readonly tally: Tally
  /** Records that come in during the stretch. */
  readonly awaited: Set<string>
  /** Records that are still played: others are not looked at, whether they happen to be at hand or not. */
  readonly alive: Set<string>
}

/**
 * Plays rows of records through simulated time, everything in its order: every step through the real use case, every mark of a clock at
 * its own moment. The same rows give the same entries, however they are written.
 */
export async function play(office: Office, rows: readonly Arrivals[], options: RunOptions): Promise<RunTally> {
  office.records.grow(REMEMBERED)
  const { district, until, fast, workers, progress } = options
  const hands = await (fast ? fastHands(office, district, workers) : ordinaryHands(office, district))
  const tally: Tally = { opened: 0, commands: 0, marks: 0, refused: {}, machines: {} }
  const run: Run = { hands, queue: timeQueue<Alive>(), until, tally, awaited: new Set(), alive: new Set() }
  const total = rows.reduce((sum, { count }) => sum + count, 0)
  const coming = comingOf(rows)
  for (let begin = coming.next(run); begin <= until; begin = coming.next(run)) {
    const end = instant(Math.min(begin + STRETCH, until))
    coming.until(run, end)
    await playStretch(run, end)
    progress?.(tally.opened, total, phrase('progress/simulate'))
  }
  await hands.end()
  for (let left = run.queue.pop(); left !== undefined; left = run.queue.pop()) close(run, left)
  tally.marks += await fireDueTimers(office, { district, until })
  return tally
}

/** The rows side by side, each read as far as the time has come. */
function comingOf(rows: readonly Arrivals[]) {
  const read = rows.map(() => 0)
  const first = (row: Arrivals, index: number): number =>
    (read[index] ?? 0) < row.count ? row.at(read[index] ?? 0) : NEVER
  return {
    next: ({ queue }: Run): number => Math.min(queue.next(), ...rows.map(first)),
    until({ queue, awaited, alive, tally }: Run, end: Instant): void {
      for (const [index, row] of rows.entries())
        for (; first(row, index) <= end; read[index] = (read[index] ?? 0) + 1) {
          const number = read[index] ?? 0
          const played = row.make(number)
          const at = row.at(number)
          const order = index * ROW + number
          queue.push(at, order, { played, row, order, next: at })
          awaited.add(played.record)
          alive.add(played.record)
          tally.opened++
        }
    },
  }
}

async function playStretch(run: Run, end: Instant): Promise<void> {
  const { hands, queue, awaited } = run
  await hands.fetch([...awaited])
  while (queue.next() <= end) {
    const at = instant(queue.next())
    const alive = queue.pop()
    if (alive === undefined) break
    await playStep(run, alive, at)
    if (hands.size() < BATCH) continue
    await hands.pass()
    await hands.fetch([...awaited])
  }
}

async function playStep(run: Run, alive: Alive, at: Instant): Promise<void> {
  const { hands, tally } = run
  const { played, row } = alive
  const { record } = played
  if (hands.stateOf(record) === undefined && !run.awaited.delete(record)) await hands.fetch([record])
  if ((hands.dueOf(record) ?? NEVER) <= at) tally.marks += await hands.fire(record, at)
  const state = hands.stateOf(record)
  const look = (other: string): RecordState | undefined => (run.alive.has(other) ? hands.stateOf(other) : undefined)
  const item = alive.next !== undefined && alive.next <= at ? played.step(at, state, look) : undefined
  const outcome = item === undefined ? undefined : await hands.add(item)
  tell(tally, outcome)
  const left = outcome === undefined ? state : hands.stateOf(record)
  if (state === undefined && left !== undefined) tallyOf(tally, row.machine).opened++
  alive.next = played.after(at, left, outcome)
  const due = hands.dueOf(record) ?? NEVER
  // A mark that could not be carried out at its own moment is left to the timers.
  const wake = Math.min(alive.next ?? NEVER, due > at ? due : NEVER)
  if (wake > run.until) close(run, alive)
  else run.queue.push(Math.max(wake, at + 1), alive.order, alive)
}

/** What has become of a record that is no longer played. */
function close({ hands, tally, alive }: Run, { played, row }: Alive): void {
  const state = hands.stateOf(played.record)
  alive.delete(played.record)
  hands.release([played.record])
  if (state === undefined) return
  const of = tallyOf(tally, row.machine)
  if (state.closedAt !== undefined) of.closed++
  if (row.clock !== undefined && state.clocks[row.clock]?.late === true) of.late++
}

function tallyOf(tally: Tally, machine: string): Tally['machines'][string] {
  const known = (tally.machines[machine] ??= { opened: 0, closed: 0, late: 0 })
  return known
}

function tell(tally: Tally, outcome: Performed | undefined): void {
  if (outcome === undefined) return
  if (outcome.ok) tally.commands++
  else tally.refused[outcome.refusal.code] = (tally.refused[outcome.refusal.code] ?? 0) + 1
}
