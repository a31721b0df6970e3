import type { Result } from '@jiannuo/kernel'
import { kyselyDialect } from '@jiannuo/store/kysely'
import type { Office } from '../office/office.ts'
import { openAccounts } from './open-accounts.ts'
import type { Accounts, AccountsOptions } from './types.ts'

/** The accounts of an office, on its own database and clock. @returns them, or what stands against the options */
export const openOfficeAccounts = (
  office: Office,
  options: Omit<AccountsOptions, 'dialect' | 'now'>,
): Promise<Result<Accounts>> =>
  openAccounts({ ...options, dialect: kyselyDialect(office.store.database, 'app'), now: office.now })
