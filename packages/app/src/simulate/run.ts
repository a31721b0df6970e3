import type { RecordState } from '@jiannuo/engine'
import { type Instant, MS_PER_HOUR } from '@jiannuo/kernel'
import type { Progress } from '@jiannuo/store'
import { type BatchItem, performMany } from '../command/batch.ts'
import type { Performed } from '../command/command.ts'
import { holdingOf } from '../command/holding.ts'
import { keptKey } from '../command/kept.ts'
import type { Office } from '../office/office.ts'
import { fireDueTimers } from '../timers.ts'
import { phrase } from '../wording.zh.ts'
import { timeQueue } from './queue.ts'

/** One simulated record. */
export interface Played {
  readonly record: string
  /** Records that touch each other bear the same number. */
  readonly group: number
  /**
   * What is done next, at the moment that was given before; nothing when there is nothing to do then.
   *
   * @param state the record as it stands; absent before it is opened
   */
  readonly step: (at: Instant, state: RecordState | undefined) => BatchItem | undefined
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
  /** Batches at once. */
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

const BATCH = 800
/** A batch reaches no further ahead than this: what is done in it may bring on new steps. */
const WINDOW = 24 * MS_PER_HOUR
/** Timers of records that nobody touches are fired as often as this. */
const TIMERS_EVERY = 12 * MS_PER_HOUR
/** Open records are remembered whole: some days' worth of a large district. */
const REMEMBERED = 60_000

interface Turn {
  readonly played: Played
  readonly at: Instant
  readonly item: BatchItem | undefined
}

/**
 * Plays records through simulated time, in its order: each step through the real use case, many in one transaction; timers at their
 * own moments. The same records give the same steps, however many workers.
 */
export async function play(office: Office, arrivals: Arrivals, options: RunOptions): Promise<RunTally> {
  office.records.grow(REMEMBERED)
  const { district, until, progress } = options
  const queue = timeQueue<Played>()
  const tally = { opened: 0, commands: 0, marks: 0, refused: {} as Record<string, number> }
  let arrived = 0
  let fired = Number.NEGATIVE_INFINITY
  const next = (): number => Math.min(queue.next(), arrived < arrivals.count ? arrivals.at(arrived) : queue.next())
  while (next() <= until) {
    const end = Math.min(next() + WINDOW, until)
    const batch: { played: Played; at: Instant }[] = []
    while (batch.length < BATCH && next() <= end) {
      const opening = arrived < arrivals.count && arrivals.at(arrived) <= queue.next()
      const at = (opening ? arrivals.at(arrived) : queue.next()) as Instant
      const played = opening ? arrivals.make(arrived++) : queue.pop()
      if (played !== undefined) batch.push({ played, at })
    }
    for (const { played, at } of await playBatch(office, batch, options, tally)) queue.push(at, played)
    tally.opened = arrived
    if (Math.min(next(), until) - fired >= TIMERS_EVERY) {
      fired = Math.min(next() - 1, until)
      tally.marks += await fireDueTimers(office, { district, until: fired as Instant })
    }
    progress?.(arrived, arrivals.count, phrase('progress/simulate'))
  }
  tally.marks += await fireDueTimers(office, { district, until })
  return tally
}

type Tally = { commands: number; readonly refused: Record<string, number> }

/** @returns who comes again, and when */
async function playBatch(
  office: Office,
  batch: readonly { readonly played: Played; readonly at: Instant }[],
  { district, workers }: RunOptions,
  tally: Tally,
): Promise<readonly { readonly played: Played; readonly at: Instant }[]> {
  await bringToHand(office, district, batch)
  const stateOf = (record: string): RecordState | undefined => office.records.get(keptKey(district, record))?.state
  const lanes: Turn[][] = Array.from({ length: workers }, () => [])
  for (const { played, at } of batch)
    lanes[played.group % workers]?.push({ played, at, item: played.step(at, stateOf(played.record)) })
  const again: { played: Played; at: Instant }[] = []
  await Promise.all(
    lanes.map(async (turns) => {
      const items = turns.flatMap(({ item }) => item ?? [])
      const outcomes = await performMany(office, district, items)
      let index = 0
      for (const { played, at, item } of turns) {
        const outcome = item === undefined ? undefined : outcomes[index++]
        count(tally, outcome)
        const when = played.after(at, stateOf(played.record), outcome)
        if (when !== undefined) again.push({ played, at: when })
      }
    }),
  )
  // In one order whichever worker was faster.
  return again.sort((a, b) => a.at - b.at || (a.played.record < b.played.record ? -1 : 1))
}

function count(tally: Tally, outcome: Performed | undefined): void {
  if (outcome === undefined) return
  if (outcome.ok) tally.commands++
  else tally.refused[outcome.refusal.code] = (tally.refused[outcome.refusal.code] ?? 0) + 1
}

async function bringToHand(
  office: Office,
  district: string,
  batch: readonly { readonly played: Played }[],
): Promise<void> {
  const missing = batch
    .map(({ played }) => played.record)
    .filter((record) => office.records.get(keptKey(district, record)) === undefined)
  if (missing.length > 0) await holdingOf(office, await office.districts.view(district)).fetch(missing)
}
