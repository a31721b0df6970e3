import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe } from 'vitest'
import type { Scope } from '../src/api.ts'
import type { Database } from '../src/database/connection.ts'
import { type PrepareDatabase, type TestDatabases, testDatabases } from '../src/database/testing.ts'
import { migrate } from '../src/migrations/migrate.ts'
import { openStore } from '../src/store.ts'
import type { Store } from '../src/store-interface.ts'
import { DISTRICT } from './toy.ts'

export const MASTER_KEY = randomBytes(32)

/** The district's own eyes. */
export const all: Scope = { district: DISTRICT, person: 'zhang', units: 'all' }

/** The eyes of units. */
export const eyes = (...units: string[]): Scope => ({ district: DISTRICT, person: 'li', units })

export const storeOn = (database: Database, more: Partial<Parameters<typeof openStore>[0]> = {}): Store =>
  openStore({ database, masterKey: MASTER_KEY, foldEvery: 0, ...more })

/** What a suite works with: an engine, and fresh stores on it. */
export interface Kit {
  readonly engine: string
  fresh(more?: Partial<Parameters<typeof openStore>[0]>): Promise<Store>
}

/** Runs a suite on every engine that is here; one that is not says why. */
export function onEveryEngine(name: string, suite: (kit: Kit) => void): void {
  for (const engine of testDatabases(prepared, process.env, 'year_2026'))
    describe.skipIf(engine.skip !== undefined)(
      `${name} on ${engine.engine}${engine.skip === undefined ? '' : ` (${engine.skip})`}`,
      () => {
        suite(kitOf(engine))
        afterAll(() => engine.close(), HOOK_MS)
      },
    )
}

/** Databases of every engine that are empty. */
export const bareDatabases = (): readonly TestDatabases[] =>
  testDatabases(() => Promise.resolve(), process.env, 'nothing')

const prepared: PrepareDatabase = async (database) => {
  const migrated = await migrate(database, { year: 2026 })
  if (!migrated.ok) throw new Error(JSON.stringify(migrated.problems))
}

const kitOf = (engine: TestDatabases): Kit => ({
  engine: engine.engine,
  fresh: async (more) => storeOn(await engine.create(), more),
})

// The first store of an engine makes the engine.
const HOOK_MS = 120_000

/** A store that the tests of a group share. */
export function shared(kit: Kit, fill: (store: Store) => Promise<void> = async () => {}): () => Store {
  let store: Store | undefined
  beforeAll(async () => {
    store = await kit.fresh()
    await fill(store)
  }, HOOK_MS)
  afterAll(async () => store?.close(), HOOK_MS)
  return () => {
    if (store === undefined) throw new Error('the store is not open yet')
    return store
  }
}

/** Rows as the owner sees them. */
export const asOwner = async <R = Record<string, unknown>>(
  store: Store,
  text: string,
  params: readonly unknown[] = [],
) => (await store.database.once<R>('owner', {}, text, params)).rows
