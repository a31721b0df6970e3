import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Result } from '@jiannuo/kernel'
import type { Database, Engine } from './connection.ts'
import { type OpenEmbeddedOptions, openEmbedded } from './embedded.ts'
import { layoutOf } from './launcher/layout.ts'
import { openPglite, type PgliteOptions } from './pglite.ts'
import { databaseProblem, refuse } from './problems.ts'
import { type OpenServerOptions, openServer } from './server.ts'

/** Which database to open, and how. */
export interface OpenOptions extends OpenServerOptions, OpenEmbeddedOptions {
  /** Data folder, for the two engines that run here. */
  readonly folder?: string
  /** Address of a Postgres server; it comes before the folder. */
  readonly url?: string
  /** This engine and no other. */
  readonly engine?: Engine
}

/**
 * What the environment says: `DATABASE_URL`, `JIANNUO_APP_DATABASE_URL`, `JIANNUO_DATA`, and `JIANNUO_POSTGRES` for other
 * programs of Postgres than the package's (a folder with bin, lib and share).
 *
 * @param env for example `process.env`
 */
export function optionsFromEnvironment(env: Readonly<Record<string, string | undefined>>): OpenOptions {
  const given: { [Key in 'url' | 'appUrl' | 'folder' | 'binaries']?: string } = {}
  if (env.DATABASE_URL) given.url = env.DATABASE_URL
  if (env.JIANNUO_APP_DATABASE_URL) given.appUrl = env.JIANNUO_APP_DATABASE_URL
  if (env.JIANNUO_DATA) given.folder = env.JIANNUO_DATA
  if (env.JIANNUO_POSTGRES) given.binaries = env.JIANNUO_POSTGRES
  return given
}

/**
 * Opens the database: of the server when an address is given; else of the data folder, on our own Postgres server, or on
 * PGlite where that cannot run (a notice says so). A folder stays with the engine that began it.
 *
 * @returns the database, or why it cannot be opened; wording in `databaseWording`
 */
export async function openDatabase(options: OpenOptions): Promise<Result<Database>> {
  const { folder, url, engine } = options
  if (engine === 'server' || (engine === undefined && url !== undefined))
    return url === undefined ? refuse('store/no-place') : openServer(url, options)
  if (folder === undefined) return refuse('store/no-place')
  if (engine === 'pglite') return openPglite(folder, pgliteOptions(options))
  if (engine === undefined && beganWithPglite(folder))
    return openPglite(folder, {
      ...pgliteOptions(options),
      notices: [databaseProblem('store/pglite-data', { folder }, 'warning')],
    })
  const opened = await openEmbedded(folder, options)
  const lacking = opened.ok ? undefined : opened.problems.find(({ code }) => code === 'store/no-binaries')
  if (lacking === undefined || engine === 'embedded') return opened
  const notice = databaseProblem('store/pglite-fallback', lacking.params ?? {}, 'warning')
  return openPglite(folder, { ...pgliteOptions(options), notices: [notice] })
}

const pgliteOptions = ({ waitMs, chance }: OpenOptions): PgliteOptions => ({
  ...(waitMs === undefined ? {} : { waitMs }),
  ...(chance === undefined ? {} : { chance }),
})

function beganWithPglite(folder: string): boolean {
  const layout = layoutOf(folder)
  return existsSync(layout.pgliteReady) && !existsSync(join(layout.cluster, 'PG_VERSION'))
}
