import { existsSync, mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import type { PGlite } from '@electric-sql/pglite'
import { granted, type Problem, type Result } from '@jiannuo/kernel'
import { PREPARE_DATABASE } from './bootstrap.ts'
import { type Database, OWNER_ROLE } from './connection.ts'
import { type Layout, layoutOf } from './launcher/layout.ts'
import { type Lock, takeLock } from './launcher/lock.ts'
import { PgliteDatabase, type PgliteParts } from './pglite-database.ts'
import { detailOf, refuse } from './problems.ts'
import { parsers } from './values.ts'

/** How to open PGlite. */
export interface PgliteOptions {
  /** Longest wait for another process that has it open. */
  readonly waitMs?: number
  /** What people should know about its being used. */
  readonly notices?: readonly Problem[]
  /** Between 0 and 1, for the pauses between repeated tries. */
  readonly chance?: () => number
}

const WAIT_MS = 10_000

/**
 * Opens the PGlite database of a data folder, for one process at a time: a second one is refused, for it would lose rows
 * without a word. Writes survive a killed process, but not a power cut.
 *
 * @param folder the data folder; made when it is not there
 */
export async function openPglite(folder: string, options: PgliteOptions = {}): Promise<Result<Database>> {
  const waitMs = options.waitMs ?? WAIT_MS
  let layout: Layout
  let lock: Lock
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    layout = layoutOf(realpathSync(folder))
    const answer = await takeLock(layout.pgliteLock, waitMs)
    if (!('lock' in answer)) {
      const holder = `${answer.holder.host} ${answer.holder.pid}`.trim()
      return refuse('store/folder-busy', { folder, holder, seconds: Math.round(waitMs / 1000) })
    }
    lock = answer.lock
  } catch (error) {
    return refuse('store/folder-unusable', { folder, detail: detailOf(error) })
  }
  try {
    // One that was not made to the end holds nothing yet.
    if (!existsSync(layout.pgliteReady)) rmSync(layout.pglite, { recursive: true, force: true })
    const db = await startPglite({ dataDir: layout.pglite })
    writeFileSync(layout.pgliteReady, '')
    const { notices = [], chance = Math.random } = options
    return granted(await pgliteDatabase(db, { notices, chance, closed: () => lock.release() }))
  } catch (error) {
    lock.release()
    return refuse('store/pglite-failed', { folder, detail: detailOf(error) })
  }
}

/** Where a PGlite database lies: in a folder, or in memory, filled from a dump of another. */
export interface PglitePlace {
  readonly dataDir?: string
  readonly loadDataDir?: Blob
}

/** Starts PGlite with our extensions and readers of values, and prepares what a new one lacks. */
export async function startPglite(place: PglitePlace): Promise<PGlite> {
  // Loaded here: whoever uses a real server must not pay for it.
  const [pglite, { pg_trgm: trigrams }, { btree_gin: plainGin }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('@electric-sql/pglite/contrib/pg_trgm'),
    import('@electric-sql/pglite/contrib/btree_gin'),
  ])
  const db = await pglite.PGlite.create({ ...place, extensions: { pg_trgm: trigrams, btree_gin: plainGin } })
  useOurValues(db)
  const { rows } = await db.query('select from pg_roles where rolname = $1', [OWNER_ROLE])
  if (rows.length === 0) await db.exec(['begin', ...PREPARE_DATABASE, 'commit'].join(';'))
  await db.exec("set timezone to 'UTC'")
  return db
}

/** A started PGlite as a database. */
export async function pgliteDatabase(db: PGlite, parts: PgliteParts): Promise<Database> {
  const { rows } = await db.query<Record<string, string>>('show server_version')
  const version = Object.values(rows[0] ?? {})[0] ?? ''
  return new PgliteDatabase(db, version.split(' ')[0] ?? '', parts)
}

// Values go in as the texts that we have made of them, and come out by our readers alone.
function useOurValues(db: PGlite): void {
  for (const type of Object.keys(db.serializers)) db.serializers[type] = same
  for (const type of Object.keys(db.parsers)) db.parsers[type] = same
  for (const [type, parse] of parsers) db.parsers[type] = parse
}

const same = (value: string): string => value
