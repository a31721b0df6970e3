import { join } from 'node:path'
import { type Catalogue, type OfficeCalendar, ordinaryOffice } from '@jiannuo/engine'
import { granted, type Instant, instant, type Result, yearOf, localDate } from '@jiannuo/kernel'
import {
  type Database,
  loadMasterKey,
  migrate,
  openDatabase,
  type OpenOptions,
  openStore,
  segment,
  type Store,
} from '@jiannuo/store'
import { catalogueOfSystems } from '@jiannuo/systems'
import type { Kept } from '../command/kept.ts'
import { judgeAfter } from '../ledger/follow-up.ts'
import { districtsOf } from './districts.ts'
import { machinesOf } from './machines.ts'
import type { Office } from './office.ts'
import { recent } from './recent.ts'

/** How to open an office. */
export interface OpenOfficeOptions extends OpenOptions {
  /** The key of personal fields, 32 bytes in hex or base64; else it is kept in the data folder. */
  readonly masterKey?: string
  /** Definitions to run; those of every declared system unless said. */
  readonly catalogue?: Catalogue
  readonly calendar?: OfficeCalendar
  /** The clock; the machine's own unless said. */
  readonly now?: () => Instant
  /** How long the organisation and the settings of a district are trusted before they are read again: 2 seconds unless said. */
  readonly freshMs?: number
  /** Records that are remembered: 4,000 unless said, some 20 MB. */
  readonly remembered?: number
  /** How long a worker keeps a timer that it has claimed. */
  readonly leaseMs?: number
}

const FRESH_MS = 2000
const REMEMBERED = 4000

/**
 * Opens the office: its database (made, started and migrated as need be) with the definitions it runs.
 *
 * @returns the office, or why not: problems of the store, such as `store/definition-changed` for a definition that was changed
 * without a new version
 */
export async function openOffice(options: OpenOfficeOptions): Promise<Result<Office>> {
  const opened = await openDatabase(options)
  if (!opened.ok) return opened
  const office = await furnish(opened.value, options)
  if (!office.ok) await opened.value.close()
  return office
}

async function furnish(database: Database, options: OpenOfficeOptions): Promise<Result<Office>> {
  const now = options.now ?? ((): Instant => instant(Date.now()))
  const calendar = options.calendar ?? ordinaryOffice
  const key = loadMasterKey({ ...textOf(options.masterKey), ...folderOf(options.folder) })
  if (!key.ok) return key
  const migrated = await migrate(database, { year: yearOf(localDate(now(), calendar.utcOffset)) })
  if (!migrated.ok) return migrated
  const { leaseMs } = options
  const store = openStore({ database, masterKey: key.value, ...(leaseMs === undefined ? {} : { leaseMs }) })
  return furnishStore(store, { ...options, now, calendar })
}

const textOf = (text: string | undefined): { text?: string } => (text === undefined ? {} : { text })
const folderOf = (folder: string | undefined): { folder?: string } =>
  folder === undefined ? {} : { folder: join(folder) }

/** An office on a store that is open already. */
export async function furnishStore(
  store: Store,
  options: Pick<OpenOfficeOptions, 'catalogue' | 'freshMs' | 'remembered'> &
    Required<Pick<OpenOfficeOptions, 'now' | 'calendar'>>,
): Promise<Result<Office>> {
  const catalogue = options.catalogue ?? catalogueOfSystems
  const machines = machinesOf(catalogue)
  const registered = await store.registerDefinitions(machines.marks)
  if (!registered.ok) return registered
  return granted({
    catalogue,
    machines,
    store,
    calendar: options.calendar,
    now: options.now,
    notices: store.database.notices,
    districts: districtsOf(store, options.freshMs ?? FRESH_MS, () => performance.now()),
    records: recent<Kept>(options.remembered ?? REMEMBERED),
    followers: [judgeAfter],
    segment: (text) => segment(text).join(' '),
    close: () => store.close(),
  })
}
