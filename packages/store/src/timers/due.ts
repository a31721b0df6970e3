import type { Instant } from '@jiannuo/kernel'
import type { DueTimer } from '../api.ts'
import type { Database } from '../database/connection.ts'
import { machineScope, settingsOf } from '../scope.ts'
import { timersOfRow } from './timer-row.ts'

// One row a record: two workers never work at the timers of one record at once, and none waits for the other.
const CLAIM = `
  update timer t set lease_until = $4
  where t.district = $1 and t.record = any(array(
    select record from timer where district = $1 and at <= $2 and lease_until <= $3
    order by at, record limit $5 for update skip locked))
  returning record, marks`

/** How a worker claims timers. */
export interface Claim {
  readonly district: string
  /** Timers up to this moment are due. */
  readonly now: Instant
  /** Records at most. */
  readonly limit: number
  /** The clock that leases run by, and how long they run. */
  readonly clock: number
  readonly leaseMs: number
}

/**
 * Claims records with timers that are due. A timer is fired by the command after which the record no longer has it; if the
 * worker dies before, the lease runs out and the timer is given to another.
 */
export async function claimDue(database: Database, claim: Claim): Promise<readonly DueTimer[]> {
  const { district, now, limit, clock, leaseMs } = claim
  const { rows } = await database.once<{ record: string; marks: string }>(
    'app',
    settingsOf(machineScope(district)),
    CLAIM,
    [district, now, clock, clock + leaseMs, limit],
    { name: 'jn_claim' },
  )
  return rows
    .flatMap(({ record, marks }) =>
      timersOfRow(marks)
        .filter((timer) => timer.at <= now)
        .map((timer) => ({ ...timer, district, record })),
    )
    .sort((a, b) => a.at - b.at)
}

/** The earliest moment at which a timer of the district is due. */
export async function nextTimer(database: Database, district: string): Promise<Instant | undefined> {
  const { rows } = await database.once<{ at: Instant | null }>(
    'app',
    settingsOf(machineScope(district)),
    'select min(at) as at from timer where district = $1',
    [district],
  )
  return rows[0]?.at ?? undefined
}
