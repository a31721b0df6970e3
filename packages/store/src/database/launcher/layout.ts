import { join } from 'node:path'

/** What stands in a data folder, as far as databases are concerned. */
export interface Layout {
  readonly folder: string
  /** The Postgres cluster itself. */
  readonly cluster: string
  /** Beginning of the names of clusters that are being made. */
  readonly unfinished: string
  /** Held while a server is started or stopped. */
  readonly lock: string
  /** How to reach the server: folder of the socket or port. */
  readonly record: string
  /** Stands there while the server is to go on without anyone connected. */
  readonly keep: string
  readonly log: string
  readonly pglite: string
  /** Held as long as PGlite is open. */
  readonly pgliteLock: string
  /** Stands there when the PGlite database was made completely. */
  readonly pgliteReady: string
}

/** Where things stand in a data folder. */
export const layoutOf = (folder: string): Layout => ({
  folder,
  cluster: join(folder, 'postgres'),
  unfinished: 'postgres.new-',
  lock: join(folder, 'postgres.lock'),
  record: join(folder, 'postgres.json'),
  keep: join(folder, 'postgres.keep'),
  log: join(folder, 'postgres.log'),
  pglite: join(folder, 'pglite'),
  pgliteLock: join(folder, 'pglite.lock'),
  pgliteReady: join(folder, 'pglite.ready'),
})
