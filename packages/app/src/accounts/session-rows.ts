import { type Instant, instant } from '@jiannuo/kernel'
import { type Db, momentOf } from './tables.ts'
import { SIGN_IN_METHODS, type SessionListed } from './types.ts'

/** Statements on sessions. The library makes and reads them; ending, listing and marking them as used is done here. */

/** Sessions are over that were last used at the one moment or earlier, or begun at the other or earlier. */
export interface Horizon {
  readonly usedAfter: Instant
  readonly begunAfter: Instant
}

/** Which sessions are over at a moment. */
export const horizonAt = (at: Instant, idleMs: number, lifeMs: number): Horizon => ({
  usedAfter: instant(at - idleMs),
  begunAfter: instant(at - lifeMs),
})

/** Ends sessions of an account by their ids, or all; how many ended. */
export async function endSessions(db: Db, account: string, sessions: readonly string[] | 'all'): Promise<number> {
  const own = db.deleteFrom('account_session').where('user_id', '=', account)
  const ended = await (sessions === 'all' ? own : own.where('id', 'in', [...sessions, ''])).returning('id').execute()
  return ended.length
}

/** Ends the sessions of an account that are over. */
export async function endStale(db: Db, account: string, horizon: Horizon): Promise<void> {
  const unused = new Date(horizon.usedAfter)
  const old = new Date(horizon.begunAfter)
  await db
    .deleteFrom('account_session')
    .where('user_id', '=', account)
    .where((e) => e.or([e('updated_at', '<=', unused), e('created_at', '<=', old)]))
    .execute()
}

/** Marks a session as used. */
export async function touchSession(db: Db, session: string, at: Instant): Promise<void> {
  await db
    .updateTable('account_session')
    .set({ updated_at: new Date(at) })
    .where('id', '=', session)
    .execute()
}

/** Sessions of an account that are not over, newest first. */
export async function liveSessions(db: Db, account: string, horizon: Horizon): Promise<readonly SessionListed[]> {
  const rows = await db
    .selectFrom('account_session')
    .select(['id', 'method', 'address', 'agent', 'created_at', 'updated_at'])
    .where('user_id', '=', account)
    .where('updated_at', '>', new Date(horizon.usedAfter))
    .where('created_at', '>', new Date(horizon.begunAfter))
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.flatMap((row) => {
    const method = SIGN_IN_METHODS.find((one) => one === row.method)
    const [startedAt, lastSeenAt] = [momentOf(row.created_at), momentOf(row.updated_at)]
    return method === undefined
      ? []
      : [{ id: row.id, method, startedAt, lastSeenAt, from: row.address, agent: row.agent }]
  })
}
