import { type Instant, instant } from '@jiannuo/kernel'
import type { Kysely } from 'kysely'

/** A moment as the drivers read it: pg and PGlite may be set up to give one or the other. */
type Moment = Date | string

/** The tables of accounts that statements of our own touch; the library has its own view of the same ones. */
export interface AccountTables {
  readonly account_user: {
    readonly id: string
    readonly account_name: string
    readonly label: string
    readonly email: string
    readonly email_verified: boolean
    readonly district: string
    readonly person: string | null
    readonly must_change: boolean
    readonly two_factor: boolean
    readonly closed_at: Moment | null
    readonly created_at: Moment
    readonly updated_at: Moment
  }
  readonly account_login: {
    readonly id: string
    readonly user_id: string
    readonly provider_id: string
    readonly subject: string
    readonly password: string | null
    readonly created_at: Moment
    readonly updated_at: Moment
  }
  readonly account_session: {
    readonly id: string
    readonly user_id: string
    readonly method: string
    readonly address: string
    readonly agent: string
    readonly created_at: Moment
    readonly updated_at: Moment
  }
  readonly account_two_factor: { readonly id: string; readonly user_id: string }
  readonly account_lock: {
    readonly key: string
    readonly failures: number
    readonly locked_until: Moment | null
    readonly forget_at: Moment
  }
}

/** The database of accounts. */
export type Db = Kysely<AccountTables>

/** Name under which the library keeps passwords in `account_login`. */
export const PASSWORD_PROVIDER = 'credential'

/** Name of the single sign-on provider there. */
export const OIDC_PROVIDER = 'oidc'

/** A moment from a row. */
export const momentOf = (value: Moment): Instant => instant(new Date(value).getTime())

/** Accounts have no e-mail, the library wants one: a name under a top domain that never exists (RFC 2606). */
export const emailOf = (name: string): string => `${name}@accounts.invalid`

/** The form in which a name is kept and looked up. */
export const nameForm = (name: string): string => name.normalize('NFKC').trim().toLowerCase()

/** Whether a name in that form may be an account's. */
export const isAccountName = (name: string): boolean => /^[a-z0-9][a-z0-9._-]{2,31}$/.test(name)

/** Whether a text can be the id of a row; what cannot is not asked for, for the database would take some signs amiss. */
export const isRowId = (id: string): boolean => /^[\w-]{1,64}$/.test(id)

/** A name that no account can have. Asked for in the place of what cannot be a name, so that it costs a hash like any other. */
export const NO_NAME = '-'
