import type { Instant } from '@jiannuo/kernel'
import type { Scope, Seal } from '../api.ts'
import type { Database, Session } from '../database/connection.ts'
import { hex } from '../log/chain.ts'
import { settingsOf } from '../scope.ts'
import { Cursor } from './cursor.ts'
import { leafHash, Merkle } from './merkle.ts'

/** A seal as it is kept. */
export interface SealRow {
  readonly number: number
  readonly at: Instant
  readonly position: number
  readonly entries: number
  readonly root: Uint8Array
  readonly previous: Uint8Array
  readonly peaks: readonly Uint8Array[]
}

const COLUMNS = 'number, at, position, entries, root, previous, peaks'
const NOTHING = new Uint8Array(32)

/** A seal as it is given out. */
export const sealOf = ({ number, at, position, entries, root, previous }: SealRow): Seal => ({
  number,
  at,
  position,
  entries,
  root: hex(root),
  previous: hex(previous),
})

/**
 * Seals the district's log: the Merkle root over all its entries so far. When nothing was added since the last seal, that one
 * stands.
 */
export async function sealLog(database: Database, district: string, at: Instant): Promise<Seal> {
  const position = await settledPosition(database, district)
  return database.transaction('owner', {}, async (session) => {
    await session.query("select pg_advisory_xact_lock(hashtext('jiannuo seal'), hashtext($1))", [district])
    const last = await lastSeal(session, district)
    if (last !== undefined && last.position >= position) return sealOf(last)
    const tree = new Merkle(last?.entries, last?.peaks)
    await addEntries(session, tree, district, last?.position ?? 0, position)
    const row: SealRow = {
      number: (last?.number ?? 0) + 1,
      at,
      position,
      entries: tree.size,
      root: tree.root(),
      previous: last?.root ?? NOTHING,
      peaks: tree.peaks,
    }
    await session.query(`insert into seal (district, ${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8)`, [
      district,
      row.number,
      at,
      position,
      row.entries,
      row.root,
      row.previous,
      row.peaks,
    ])
    return sealOf(row)
  })
}

// An entry takes its place before it is committed. The lock waits for all that are on their way and lets no other begin, so
// that behind it every place up to the last one is filled, or will never be.
async function settledPosition(database: Database, district: string): Promise<number> {
  return database.transaction('owner', {}, async (session) => {
    await session.run('lock table log in share mode')
    const { rows } = await session.query<{ position: number | null }>(
      'select max(position) as position from log where district = $1',
      [district],
    )
    return rows[0]?.position ?? 0
  })
}

async function lastSeal(session: Session, district: string): Promise<SealRow | undefined> {
  const text = `select ${COLUMNS} from seal where district = $1 order by number desc limit 1`
  return (await session.query<SealRow>(text, [district])).rows[0]
}

async function addEntries(
  session: Session,
  tree: Merkle,
  district: string,
  behind: number,
  upTo: number,
): Promise<void> {
  const entries = await Cursor.open<{ position: number; hash: Uint8Array }>(
    session,
    'entries_to_seal',
    'select position, hash from log where district = $1 and position > $2 and position <= $3 order by position',
    [district, behind, upTo],
  )
  for (let row = entries.next; row !== undefined; row = entries.next) {
    tree.add(leafHash(row.position, row.hash))
    await entries.advance()
  }
}

/** All seals of the district, first to last. */
export async function readSeals(database: Database, scope: Scope): Promise<readonly Seal[]> {
  const { rows } = await database.once<SealRow>(
    'app',
    settingsOf(scope),
    `select ${COLUMNS} from seal where district = $1 order by number`,
    [scope.district],
  )
  return rows.map(sealOf)
}
