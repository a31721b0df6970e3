import type { Scope } from './api.ts'
import { drill } from './figures/drill.ts'
import { foldDeltas } from './figures/fold.ts'
import { Folding } from './figures/folding.ts'
import { readBreakdown, readSums } from './figures/sums.ts'
import { filesOf } from './files/files.ts'
import { commit } from './log/commit.ts'
import { commitMany } from './log/commit-many.ts'
import { expireCommands, readDistricts, registerDefinitions } from './log/housekeeping.ts'
import { readAnswer, readHeads } from './read/heads.ts'
import { readHistory, readLog } from './read/history.ts'
import { countRecords } from './read/counts.ts'
import { listRecords, listWhole } from './read/list.ts'
import { readChanges, readMark } from './read/mark.ts'
import { readMessages } from './read/messages.ts'
import { readMappings, readPersons, readPosts, readSettings, readUnits } from './read/organisation.ts'
import { readReadings } from './read/readings.ts'
import { findRecord, findRecords } from './read/record.ts'
import { sameLookup } from './read/same-lookup.ts'
import { searchRecords } from './search/search.ts'
import { masterKeyName } from './secrets/master-key.ts'
import { secretsOf } from './secrets/secrets.ts'
import type { Store, StoreOptions } from './store-interface.ts'
import { claimDue, nextTimer } from './timers/due.ts'
import { backup } from './transfer/backup.ts'
import { restore } from './transfer/restore.ts'
import { rebuild } from './verify/rebuild.ts'
import { readSeals, sealLog } from './verify/seal.ts'
import { verify } from './verify/verify.ts'

const LEASE_MS = 30_000
const FOLD_EVERY = 2000

/** The store on a database that is open and migrated. */
export function openStore(options: StoreOptions): Store {
  const { database, masterKey } = options
  return {
    database,
    secrets: secretsOf(database, masterKey),
    files: filesOf(database),
    ...writing(options),
    ...reading(options),
    ...keeping(options),
    close: () => database.close(),
  }
}

type Writing = Pick<Store, 'commit' | 'commitMany' | 'fold' | 'dueTimers' | 'nextTimer'>

function writing({ database, clock = Date.now, leaseMs = LEASE_MS, foldEvery = FOLD_EVERY }: StoreOptions): Writing {
  const folding = new Folding(database, foldEvery)
  return {
    commit: async (scope, command) => {
      const outcome = await commit(database, scope, command)
      if (outcome.ok) await folding.count(command.streams.reduce((sum, { deltas = [] }) => sum + deltas.length, 0))
      return outcome
    },
    commitMany: async (scope, commands) => {
      const { outcomes, deltas } = await commitMany(database, scope, commands)
      await folding.count(deltas)
      return outcomes
    },
    fold: () => foldDeltas(database),
    dueTimers: (district, now, limit) => claimDue(database, { district, now, limit, clock: clock(), leaseMs }),
    nextTimer: (district) => nextTimer(database, district),
  }
}

type Reading = Pick<
  Store,
  | 'answer'
  | 'heads'
  | 'record'
  | 'records'
  | 'list'
  | 'listWhole'
  | 'counts'
  | 'readings'
  | 'history'
  | 'sameLookup'
  | 'search'
  | 'units'
  | 'persons'
  | 'posts'
  | 'settings'
  | 'mappings'
  | 'messages'
  | 'log'
  | 'mark'
  | 'changes'
  | 'sums'
  | 'breakdown'
  | 'drill'
  | 'seals'
>

const reading = ({ database }: StoreOptions): Reading => ({
  answer: (scope, key) => readAnswer(database, scope, key),
  heads: (scope, streams) => readHeads(database, scope, streams),
  record: (scope, id) => findRecord(database, scope, id),
  records: (scope, ids) => findRecords(database, scope, ids),
  list: (scope, filter) => listRecords(database, scope, filter),
  listWhole: (scope, filter) => listWhole(database, scope, filter),
  counts: (scope, filter, by) => countRecords(database, scope, filter, by),
  readings: (scope, series, options) => readReadings(database, scope, series, options),
  history: (scope, record) => readHistory(database, scope, record),
  sameLookup: (scope, lookups, narrowed) => sameLookup(database, scope, lookups, narrowed),
  search: (scope, filter) => searchRecords(database, scope, filter),
  ...organisation(database),
  log: (scope, page) => readLog(database, scope, page),
  mark: (district) => readMark(database, district),
  changes: (district, after, limit) => readChanges(database, district, after, limit),
  sums: (scope, filter) => readSums(database, scope, filter),
  breakdown: (scope, filter, by) => readBreakdown(database, scope, filter, by),
  drill: (scope, filter) => drill(database, scope, filter),
  seals: (scope) => readSeals(database, scope),
})

type Organisation = Pick<Store, 'units' | 'persons' | 'posts' | 'settings' | 'mappings' | 'messages'>

const organisation = (database: StoreOptions['database']): Organisation => ({
  units: (scope: Scope) => readUnits(database, scope),
  persons: (scope) => readPersons(database, scope),
  posts: (scope) => readPosts(database, scope),
  settings: (scope) => readSettings(database, scope),
  mappings: (scope) => readMappings(database, scope),
  messages: (scope, posts, page) => readMessages(database, scope, posts, page),
})

type Keeping = Pick<
  Store,
  'districts' | 'registerDefinitions' | 'expireCommands' | 'seal' | 'verify' | 'rebuild' | 'backup' | 'restore'
>

function keeping({ database, masterKey }: StoreOptions): Keeping {
  const name = masterKeyName(masterKey)
  return {
    districts: () => readDistricts(database),
    registerDefinitions: (marks) => registerDefinitions(database, marks),
    expireCommands: (before) => expireCommands(database, before),
    seal: (district, at) => sealLog(database, district, at),
    verify: (options) => verify(database, options),
    rebuild: (rules, progress) => rebuild(database, rules, progress),
    backup: (path, progress) =>
      backup(database, { path, masterKey: name, ...(progress === undefined ? {} : { progress }) }),
    restore: (path, options) => restore(database, { ...options, path, masterKey: name }),
  }
}
