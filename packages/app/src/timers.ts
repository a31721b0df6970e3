import { setTimeout as sleep } from 'node:timers/promises'
import { type Instant, instant } from '@jiannuo/kernel'
import { fireMarksOf } from './command/batch.ts'
import { ledgerTender } from './ledger/follow-up.ts'
import type { Office } from './office/office.ts'
import { watchTender } from './scores/tender.ts'

/** Records whose timers one worker claims at a time. */
const CLAIMED = 200
/** Claims in a row without a timer that could be fired: what is left is held by other workers, or stale. */
const FRUITLESS = 2

/** How to fire timers. */
export interface FireOptions {
  /** One district; every one that has anything in the log unless said. */
  readonly district?: string
  /** Timers up to this moment; up to now unless said. */
  readonly until?: Instant
  /** Asked between two claims: stops early when it is aborted. */
  readonly signal?: AbortSignal
}

/**
 * Fires the timers that are due: the machine reaches each mark at the mark's own moment, in the order of time for each record. A
 * timer is claimed for a while and fired by the commit that takes it off the record, so that of several workers, and of a worker that
 * dies and the one that comes after it, exactly one fires it.
 *
 * @returns timers fired
 */
export async function fireDueTimers(office: Office, options: FireOptions = {}): Promise<number> {
  const districts = options.district === undefined ? await office.store.districts() : [options.district]
  const until = options.until ?? office.now()
  let fired = 0
  for (const district of districts) fired += await fireDistrict(office, district, until, options.signal)
  return fired
}

async function fireDistrict(
  office: Office,
  district: string,
  until: Instant,
  signal: AbortSignal | undefined,
): Promise<number> {
  let fired = 0
  for (let fruitless = 0; fruitless < FRUITLESS; ) {
    if (signal?.aborted === true) return fired
    const claimed = await office.store.dueTimers(district, until, CLAIMED)
    if (claimed.length === 0) return fired
    const records = [...new Set(claimed.map(({ record }) => record))]
    const done = await fireMarksOf(office, district, records, until)
    fired += done
    fruitless = done === 0 ? fruitless + 1 : 0
  }
  return fired
}

/** How often a server looks for timers. */
export interface TimerLoopOptions {
  readonly district?: string
  /** Milliseconds between two looks: 1,000 unless said. */
  readonly everyMs?: number
  readonly signal: AbortSignal
  /** Told of a look that failed; the next one tries again. */
  readonly onError?: (error: unknown) => void
  readonly onFired?: (timers: number) => void
}

/** Fires timers until it is stopped; what fails is tried again with the next look. */
export async function runTimers(office: Office, options: TimerLoopOptions): Promise<void> {
  const { signal, everyMs = 1000, onError, onFired, district } = options
  const tenders = [ledgerTender(signal), watchTender()]
  while (!signal.aborted) {
    try {
      const fired = await fireDueTimers(office, { signal, ...(district === undefined ? {} : { district }) })
      if (fired > 0) onFired?.(fired)
      for (const one of district === undefined ? await office.store.districts() : [district])
        for (const tend of tenders) await tend(office, one)
    } catch (error) {
      onError?.(error)
    }
    await sleep(everyMs, undefined, { signal }).catch(() => undefined)
  }
}

/** When the next timer of a district is due, for a page that says what is coming. */
export async function nextTimerAt(office: Office, district: string): Promise<Instant | undefined> {
  const at = await office.store.nextTimer(district)
  return at === undefined ? undefined : instant(at)
}
