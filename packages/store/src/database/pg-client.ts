import { Socket } from 'node:net'
import { Client, type ClientBase, type ClientConfig, Pool } from 'pg'
import { parserOf } from './values.ts'

/** How to reach a Postgres server. */
export interface Address {
  /** Host name, or the folder of a socket. */
  readonly host?: string
  readonly port?: number
  readonly database?: string
  readonly user?: string
  readonly password?: string
  /** All of it in one, instead: `postgres://…`. */
  readonly connectionString?: string
}

const PARSERS = { getTypeParser: (type: number, format?: string) => (format === 'binary' ? bytes : parserOf(type)) }
const bytes = (value: unknown): unknown => value

/**
 * Options of the driver that all of our connections share: our own readers of values, statements sent without waiting for the
 * answer to the one before.
 */
export const clientConfig = (address: Address, applicationName: string): ClientConfig => ({
  ...address,
  application_name: applicationName,
  pipeline: true,
  types: PARSERS,
})

/** Makes a connection outside a pool. When it breaks, its next use or its `end` tells. */
export async function connectAlone(address: Address, applicationName: string, timeoutMs: number): Promise<Client> {
  const client = new Client({ ...clientConfig(address, applicationName), connectionTimeoutMillis: timeoutMs })
  client.on('error', () => {})
  await client.connect()
  return client
}

/** Lets the process end while a connection is open. Whoever asks something on it then must stay awake for the answer. */
export function letExit(client: Client): void {
  const { stream } = client.connection
  if (stream instanceof Socket) stream.unref()
}

/**
 * A pool of connections.
 *
 * @param prepare statements that every new connection runs first
 */
export function makePool(address: Address, applicationName: string, size: number, prepare: readonly Prepare[]): Pool {
  const pool = new Pool({
    ...clientConfig(address, applicationName),
    max: size,
    idleTimeoutMillis: IDLE_MS,
    connectionTimeoutMillis: WAIT_MS,
    allowExitOnIdle: true,
    verify: (client, done) => void prepareAll(client, prepare).then(() => done(), done),
  })
  // An idle connection broke: the pool has already dropped it. One in use tells by the statement that fails on it; without
  // anyone who hears its error, between two statements, it would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** Work on a new connection before its first use. */
export type Prepare = (client: ClientBase) => Promise<void>

async function prepareAll(client: ClientBase, steps: readonly Prepare[]): Promise<void> {
  for (const step of steps) await step(client)
}

const IDLE_MS = 30_000
/** Long, because a burst of a thousand commands waits here for its turn. */
const WAIT_MS = 60_000
