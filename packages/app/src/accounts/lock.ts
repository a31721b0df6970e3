import { createHmac } from 'node:crypto'
import type { Instant } from '@jiannuo/kernel'
import { type RawBuilder, sql } from 'kysely'
import { type Db, momentOf } from './tables.ts'

/** When wrong attempts lock a name, and for how long (domain 17: lock on failed sign-in). */
export interface LockRule {
  /** Attempts that may fail before the next has to wait. */
  readonly failures: number
  /** Minutes of the first wait; each failure after it doubles the wait. */
  readonly firstMinutes: number
  /** Minutes of the longest wait. */
  readonly longestMinutes: number
  /** Minutes after the last failure, or after the end of its wait, in which failures are remembered. */
  readonly windowMinutes: number
}

/** Five failures, then 5, 10, 20 … minutes, a day at most; forgotten after an hour. */
export const LOCK_RULE: LockRule = { failures: 5, firstMinutes: 5, longestMinutes: 1440, windowMinutes: 60 }

/** An attempt that may be made, as which failure in a row it is booked; or until when none may. */
export type Booking = { readonly ok: true; readonly failures: number } | { readonly ok: false; readonly until: Instant }

/** Counts wrong attempts by name in the database, so that all processes count together. */
export interface Lock {
  /**
   * Books an attempt as failed before it is tried, so that a thousand at once are not a thousand guesses.
   *
   * @returns the booking, or the end of the wait when the name is locked and nothing may be tried
   */
  readonly charge: (name: string, at: Instant) => Promise<Booking>
  /**
   * Takes a booking back, with the wait that it began: the attempt was right, but the second factor is still to come. What others
   * booked in the meantime stands.
   */
  readonly refund: (name: string, booking: Booking & { readonly ok: true }) => Promise<void>
  /** Forgets all failures of a name. */
  readonly clear: (name: string) => Promise<void>
  /** The mark under which a name is counted. Keyed, because a password may have been typed as the name. */
  readonly mark: (name: string) => string
}

const minutes = (value: RawBuilder<unknown>) => sql`make_interval(secs => 60 * ${value})`

/** The lock over a database. A name that is no account is counted like one, so that a lock tells nothing about names. */
export function openLock(db: Db, secret: string, rule: LockRule): Lock {
  const mark = (name: string) => createHmac('sha256', secret).update(`lock:${name}`).digest('hex')
  const first = sql`${rule.firstMinutes}::float8`
  const longest = sql`${rule.longestMinutes}::float8`
  const window = minutes(sql`${rule.windowMinutes}::float8`)
  const limit = sql`${rule.failures}::int`

  async function charge(name: string, at: Instant): Promise<Booking> {
    const key = mark(name)
    const now = sql<Date>`${new Date(at)}::timestamptz`
    // Doubling stops at 2^30, where any longest wait has been reached, before the number grows out of its type.
    const until = (failures: RawBuilder<unknown>) => sql`case when ${failures} >= ${limit} then
      ${now} + ${minutes(sql`least(${longest}, ${first} * power(2, least(30, ${failures} - ${limit})))`)} end`
    await db.deleteFrom('account_lock').where('forget_at', '<', now).execute()
    const again = sql`(l.failures + 1)`
    const booked = await sql<{ failures: number }>`
      insert into account_lock as l (key, failures, locked_until, forget_at)
      values (${key}, 1, ${until(sql`1`)}, coalesce(${until(sql`1`)}, ${now}) + ${window})
      on conflict (key) do update set failures = ${again}, locked_until = ${until(again)},
        forget_at = coalesce(${until(again)}, ${now}) + ${window}
      where l.locked_until is null or l.locked_until <= ${now}
      returning failures`.execute(db)
    const row = booked.rows[0]
    if (row !== undefined) return { ok: true, failures: row.failures }
    const held = await db.selectFrom('account_lock').select('locked_until').where('key', '=', key).executeTakeFirst()
    return { ok: false, until: held === undefined || held.locked_until === null ? at : momentOf(held.locked_until) }
  }

  return {
    mark,
    charge,
    refund: async (name, { failures }) => {
      await sql`
        update account_lock set failures = failures - 1,
          locked_until = case when failures <> ${failures}::int then locked_until end
        where key = ${mark(name)}`.execute(db)
    },
    clear: async (name) => {
      await db.deleteFrom('account_lock').where('key', '=', mark(name)).execute()
    },
  }
}
