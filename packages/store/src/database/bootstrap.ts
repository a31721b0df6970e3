import type pg from 'pg'
import { OWNER_ROLE } from './connection.ts'
import { connectAlone } from './pg-client.ts'
import type { Place } from './launcher/socket-place.ts'

/** The database of an office in its own server. */
export const DATABASE = 'jiannuo'

/** What every database of ours may use: trigrams for the search, plain columns in GIN indexes. */
export const EXTENSIONS = ['pg_trgm', 'btree_gin'] as const

/** What a new server must be given before others can sign in; each step may be repeated. */
export const PREPARE_SERVER: readonly string[] = [
  ...EXTENSIONS.map((name) => `create extension if not exists ${name}`),
  `do $$ begin
     if not exists (select from pg_roles where rolname = '${OWNER_ROLE}') then
       create role ${OWNER_ROLE} login createrole;
     end if;
   end $$`,
]

/** What a look at a server tells. */
interface Look {
  readonly version: string
  readonly complete: boolean
}

/**
 * Makes the owner's role and the database when they are not there. The extensions go into the template, so that they come
 * into being with the database in one step.
 *
 * @param client superuser, in any database but the template
 * @returns version of the server: `18.4`
 */
export async function ensureDatabase(client: pg.Client, place: Place, applicationName: string): Promise<string> {
  const { rows } = await client.query<Look>(
    `select split_part(current_setting('server_version'), ' ', 1) as version,
            exists (select from pg_database where datname = $1) as complete`,
    [DATABASE],
  )
  const look = rows[0] ?? { version: '', complete: false }
  if (look.complete) return look.version
  const template = await connectAlone({ ...place, user: 'postgres', database: 'template1' }, applicationName, WAIT_MS)
  try {
    for (const step of PREPARE_SERVER) await template.query(step)
    await template.query(`create database ${DATABASE} owner ${OWNER_ROLE}`)
  } finally {
    await template.end()
  }
  return look.version
}

const WAIT_MS = 30_000
