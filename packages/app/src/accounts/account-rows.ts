import { randomUUID } from 'node:crypto'
import type { Instant } from '@jiannuo/kernel'
import { sql } from 'kysely'
import { type Db, emailOf, OIDC_PROVIDER, PASSWORD_PROVIDER } from './tables.ts'
import type { ListedAccount, NewAccount } from './types.ts'

/** Statements on accounts and passwords: those that the library has no call for, or would need several for. One round trip each. */

/** An account as the statements here read it. */
export interface AccountRow {
  readonly id: string
  readonly name: string
  readonly label: string
  readonly mustChange: boolean
}

const moment = (at: Instant) => sql`${new Date(at)}::timestamptz`

async function findAccount(db: Db, column: 'id' | 'account_name', value: string): Promise<AccountRow | undefined> {
  const row = await db
    .selectFrom('account_user')
    .select(['id', 'account_name', 'label', 'must_change'])
    .where(column, '=', value)
    .executeTakeFirst()
  return row && { id: row.id, name: row.account_name, label: row.label, mustChange: row.must_change }
}

/** The account of an id. */
export const accountById = (db: Db, id: string): Promise<AccountRow | undefined> => findAccount(db, 'id', id)

/** The account of a name in its kept form. */
export const accountByName = (db: Db, name: string): Promise<AccountRow | undefined> =>
  findAccount(db, 'account_name', name)

/** Makes an account with a password to be changed; its id, or nothing when the name is taken. */
export async function insertAccount(
  db: Db,
  account: NewAccount,
  hash: string,
  at: Instant,
): Promise<string | undefined> {
  const { name, label, district, person = null } = account
  const now = moment(at)
  const { rows } = await sql<{ user_id: string }>`
    with made as (
      insert into account_user
        (id, account_name, label, email, email_verified, district, person, must_change, created_at, updated_at)
      values (${randomUUID()}, ${name}, ${label}, ${emailOf(name)}, true, ${district}, ${person}, true, ${now}, ${now})
      on conflict do nothing returning id
    )
    insert into account_login (id, user_id, provider_id, subject, password, created_at, updated_at)
    select ${randomUUID()}, id, ${PASSWORD_PROVIDER}, id, ${hash}, ${now}, ${now} from made
    returning user_id`.execute(db)
  return rows[0]?.user_id
}

/** The password hash of an account. */
export async function passwordOf(db: Db, account: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('account_login')
    .select('password')
    .where('user_id', '=', account)
    .where('provider_id', '=', PASSWORD_PROVIDER)
    .executeTakeFirst()
  return row?.password ?? undefined
}

/** Puts a costlier hash of the same password in the place of a cheaper one. */
export async function renewPasswordHash(db: Db, account: string, old: string, hash: string): Promise<void> {
  await db
    .updateTable('account_login')
    .set({ password: hash })
    .where('user_id', '=', account)
    .where('provider_id', '=', PASSWORD_PROVIDER)
    .where('password', '=', old)
    .execute()
}

/** A new password and what goes with it. */
export interface PasswordChange {
  readonly account: string
  readonly hash: string
  /** The hash that it replaces; nothing happens when another came first. */
  readonly replaces?: string
  readonly mustChange: boolean
  /** The session that lives on. */
  readonly keep?: string
  readonly at: Instant
}

/**
 * Sets a password. All other sessions end with the old one, and so does what it began and no second factor has finished.
 *
 * @returns how many sessions ended, or nothing when another change came first
 */
export async function setPassword(db: Db, change: PasswordChange): Promise<number | undefined> {
  const { account, hash, replaces = null, mustChange, keep = '' } = change
  const now = moment(change.at)
  const { rows } = await sql<{ changed: number; ended: number }>`
    with changed as (
      update account_login set password = ${hash}, updated_at = ${now}
      where user_id = ${account} and provider_id = ${PASSWORD_PROVIDER} and password = coalesce(${replaces}, password)
      returning user_id
    ), marked as (
      update account_user set must_change = ${mustChange}, updated_at = ${now}
      where id in (select user_id from changed) returning id
    ), ended as (
      delete from account_session where user_id in (select user_id from changed) and id <> ${keep} returning id
    ), dropped as (
      delete from account_verification where identifier like '2fa-%' and value in (select user_id from changed)
    )
    select (select count(*) from changed)::int as changed, (select count(*) from ended)::int as ended`.execute(db)
  const row = rows[0]
  return row === undefined || row.changed === 0 ? undefined : row.ended
}

/** Closes or opens an account; how many sessions ended. */
export async function markClosed(db: Db, account: string, closed: boolean, at: Instant): Promise<number> {
  const now = moment(at)
  const { rows } = await sql<{ ended: number }>`
    with marked as (
      update account_user set updated_at = ${now},
        closed_at = case when ${closed}::boolean then coalesce(closed_at, ${now}) end
      where id = ${account} returning id
    ), ended as (delete from account_session where ${closed}::boolean and user_id = ${account} returning id)
    select count(*)::int as ended from ended`.execute(db)
  return rows[0]?.ended ?? 0
}

/** Takes away the authenticator, or the link to single sign-on, and ends all sessions; whether there was one. */
export async function deleteFactor(db: Db, account: string, factor: 'totp' | 'oidc', at: Instant): Promise<boolean> {
  const removal =
    factor === 'totp'
      ? sql`delete from account_two_factor where user_id = ${account} returning user_id`
      : sql`delete from account_login where user_id = ${account} and provider_id = ${OIDC_PROVIDER} returning user_id`
  const { rows } = await sql<{ removed: number }>`
    with removed as (${removal}), marked as (
      update account_user set two_factor = two_factor and ${factor !== 'totp'}::boolean, updated_at = ${moment(at)}
      where id = ${account} returning id
    ), ended as (delete from account_session where user_id = ${account} returning id)
    select count(*)::int as removed from removed`.execute(db)
  return (rows[0]?.removed ?? 0) > 0
}

/** The accounts of a district, by name. */
export async function accountsIn(db: Db, district: string): Promise<readonly ListedAccount[]> {
  const rows = await db
    .selectFrom('account_user')
    .select(['id', 'account_name', 'label', 'person', 'closed_at', 'two_factor'])
    .where('district', '=', district)
    .orderBy('account_name')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.account_name,
    label: row.label,
    closed: row.closed_at !== null,
    twoFactor: row.two_factor,
    ...(row.person === null ? {} : { person: row.person }),
  }))
}
