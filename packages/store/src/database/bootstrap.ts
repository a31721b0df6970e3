import type pg from 'pg'
import { OWNER_ROLE } from './connection.ts'
import type { Place } from './launcher/socket-place.ts'
import { connectAlone } from './pg-client.ts'
import { identifier } from './settings.ts'

/** The database of an office in its own server. */
export const DATABASE = 'jiannuo'

/** The superuser of an embedded server, for its making and for our presence there. */
export const SUPERUSER = 'postgres'

/** A database that every server has. */
export const TEMPLATE = 'template1'

/** What every database of ours may use: trigrams for the search, plain columns in GIN indexes. */
const EXTENSIONS = ['pg_trgm', 'btree_gin']

/** What a new database must be given before others can sign in; each step may be repeated. */
export const PREPARE_DATABASE: readonly string[] = [
  ...EXTENSIONS.map((name) => `create extension if not exists ${name}`),
  `do $$ begin
     if not exists (select from pg_roles where rolname = '${OWNER_ROLE}') then
       create role ${OWNER_ROLE} login createrole;
     end if;
     execute format('alter database %I owner to ${OWNER_ROLE}', current_database());
   end $$`,
]

const WAIT_MS = 30_000
const NO_SUCH_DATABASE = '3D000'

/** A connection of the superuser, and the version of the server: `18.4`. */
export interface Presence {
  readonly client: pg.Client
  readonly version: string
}

/**
 * Signs in to a database of an embedded server as the superuser. The office's own is made when it is not there.
 *
 * @param database its name
 * @param applicationName what others see of us
 */
export async function signIn(place: Place, database: string, applicationName: string): Promise<Presence> {
  const connect = (name: string): Promise<pg.Client> =>
    connectAlone({ ...place, user: SUPERUSER, database: name }, applicationName, WAIT_MS)
  try {
    return await look(await connect(database))
  } catch (error) {
    if (database !== DATABASE || !isMissing(error)) throw error
  }
  await makeDatabase(connect)
  return look(await connect(database))
}

async function look(client: pg.Client): Promise<Presence> {
  const { rows } = await client.query<{ version: string }>(
    `select split_part(current_setting('server_version'), ' ', 1) as version`,
  )
  return { client, version: rows[0]?.version ?? '' }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === NO_SUCH_DATABASE

/**
 * Makes the office's database of the empty one that every new server has: a copy would cost a thousand files. It gets its name
 * last, so that it is found only when it is complete.
 */
async function makeDatabase(connect: (name: string) => Promise<pg.Client>): Promise<void> {
  const empty = await connect(EMPTY)
  try {
    for (const step of PREPARE_DATABASE) await empty.query(step)
  } finally {
    await empty.end()
  }
  const template = await connect(TEMPLATE)
  try {
    await template.query(`alter database ${identifier(EMPTY)} rename to ${identifier(DATABASE)}`)
  } finally {
    await template.end()
  }
}

const EMPTY = 'postgres'
