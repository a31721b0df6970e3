import { log } from './0001-log.ts'
import { records } from './0002-records.ts'
import { organisation } from './0003-organisation.ts'
import { filesAndSecrets } from './0004-files-and-secrets.ts'
import { search } from './0005-search.ts'
import { commit } from './0006-commit.ts'
import { reading } from './0007-reading.ts'
import { accounts } from './0900-accounts.ts'
import { readings } from './0901-readings.ts'
import { searchSooner } from './0902-search.ts'
import type { Migration } from './migration.ts'

/** Every step of the schema, in order. Forward only: a step is added at the end, and never changed. */
export const migrations: readonly Migration[] = [
  log,
  records,
  organisation,
  filesAndSecrets,
  search,
  commit,
  reading,
  accounts,
  readings,
  searchSooner,
]
