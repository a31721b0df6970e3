import type { Instant, Problem, Result } from '@jiannuo/kernel'
import type {
  BrokenDown,
  Commit,
  CommitOutcome,
  CounterSum,
  CountFilter,
  DataKey,
  DrillFilter,
  DrillPage,
  DueTimer,
  FigureFilter,
  KeptMessage,
  ListedWhole,
  LoggedEntry,
  MappingRow,
  PersonRow,
  PostRow,
  Progress,
  RecordFilter,
  RecordListed,
  ReplayRules,
  Scope,
  Seal,
  SearchFilter,
  SettingRow,
  StoredReading,
  UnitRow,
  ValueCount,
  Verification,
} from './api.ts'
import type { RecordState } from '@jiannuo/engine'
import type { Database } from './database/connection.ts'
import type { LogChange, LogMark } from './read/mark.ts'

/** Personal values: sealed by a data key of their record, opened while that key exists. */
export interface Secrets {
  /** A new data key of a record. It must go into the same commit as the values it seals (`Commit.secrets`). */
  readonly newKey: (district: string, record: string) => DataKey
  /** The value as it may be stored: `enc:v1:<key id>:<base64>`. Sealing the same value twice gives two texts. */
  readonly seal: (district: string, key: DataKey, value: string) => string
  /**
   * The values behind sealed texts, in their order; undefined for one that cannot be opened: its key was erased, or it was
   * changed, or it was sealed under another master key. What is not sealed is given back as it is.
   */
  readonly open: (scope: Scope, sealed: readonly string[]) => Promise<readonly (string | undefined)[]>
  /** The data keys of a record that are not erased: to seal further values of it. */
  readonly keysOf: (scope: Scope, record: string) => Promise<readonly DataKey[]>
  /** Keyed hash for a look-up, `field:hash`: equal for equal values in a district, and nothing can be read from it. */
  readonly lookup: (district: string, field: string, value: string) => string
}

/** A file as it is kept, named by the SHA-256 of its content in hex. */
export interface KeptFile {
  readonly hash: string
  readonly size: number
  readonly mediaType: string
}

/** Originals and evidence, by content hash. */
export interface Files {
  /** Keeps a file; the same content again changes nothing. */
  readonly put: (scope: Scope, bytes: Uint8Array, mediaType: string) => Promise<KeptFile>
  readonly find: (scope: Scope, hash: string) => Promise<KeptFile | undefined>
  /** The content, checked against its hash. Refused with `store/file-missing` or `store/file-damaged`. */
  readonly get: (scope: Scope, hash: string) => Promise<Result<KeptFile & { readonly bytes: Uint8Array }>>
}

/** A version of a definition that the log was written by. */
export interface DefinitionMark {
  readonly machine: string
  readonly version: number
  /** Hash of the definition's content. */
  readonly fingerprint: string
}

/** What `verify` is given. */
export interface VerifyOptions {
  /** One district; all of them unless said. */
  readonly district?: string
  readonly progress?: Progress
  /** Without them only chains, heads and seals are looked at. */
  readonly rules?: Omit<ReplayRules, 'row'>
}

/** What a backup or a restore went through: rows by table. */
export interface Transferred {
  readonly tables: Readonly<Record<string, number>>
  readonly bytes: number
  /** SHA-256 of everything, hex. */
  readonly checksum: string
  /** Worth knowing, such as another master key. */
  readonly notices: readonly Problem[]
}

/** What a store is made of. */
export interface StoreOptions {
  /** Open and migrated (`migrate`). */
  readonly database: Database
  /** 32 bytes; `loadMasterKey` finds or makes them. */
  readonly masterKey: Uint8Array
  /** By which leases of timers run; the machine's clock unless said. */
  readonly clock?: () => number
  /** How long a worker keeps a timer it has claimed: 30 seconds unless said. */
  readonly leaseMs?: number
  /** Deltas appended by this store after which it folds them by itself: 2,000 unless said; 0 for never. */
  readonly foldEvery?: number
}

/** The log and all that is derived from it. Rows never leave it; each call says whose eyes and hands it is. */
export interface Store {
  readonly database: Database
  readonly secrets: Secrets
  readonly files: Files

  /** One command, in one round trip. */
  commit(scope: Scope, commit: Commit): Promise<CommitOutcome>
  /**
   * Many commands in one transaction, for imports and simulations. One that meets a conflict leaves nothing, and those behind
   * it on the same streams are refused too; the others stand. Commands of one stream must come in their order. Gives the
   * outcomes in the order of the commands.
   */
  commitMany(scope: Scope, commits: readonly Commit[]): Promise<readonly CommitOutcome[]>
  /** Answer of a command that was carried out before. */
  answer(scope: Scope, key: string): Promise<CommitOutcome | undefined>
  /** Entries in streams that are no records, by stream; 0 for one that does not exist. */
  heads(scope: Scope, streams: readonly string[]): Promise<Readonly<Record<string, number>>>

  record(scope: Scope, id: string): Promise<RecordState | undefined>
  /** In the order of the ids; those that do not exist or may not be seen are left out. */
  records(scope: Scope, ids: readonly string[]): Promise<readonly RecordState[]>
  list(scope: Scope, filter: RecordFilter): Promise<readonly RecordListed[]>
  /** The same page with each record whole, in one question. */
  listWhole(scope: Scope, filter: RecordFilter): Promise<readonly ListedWhole[]>
  /**
   * How many of the records that may be seen fit the filter, by value of a facet (the name of its field), of the state (`state`)
   * or of the leading unit (`lead`); most first. Records without such a value are left out.
   */
  counts(scope: Scope, filter: CountFilter, by: string): Promise<readonly ValueCount[]>
  /**
   * Readings of series, by series, period, moment and place in the log. Each may be seen by whoever could see its record when it
   * was written.
   */
  readings(
    scope: Scope,
    series: readonly string[],
    options?: { readonly limit?: number },
  ): Promise<readonly StoredReading[]>
  /** The record's entries, oldest first; empty when it may not be seen. */
  history(scope: Scope, record: string): Promise<readonly LoggedEntry[]>
  /** Records with one of these look-ups (`secrets.lookup`), newest first. */
  sameLookup(
    scope: Scope,
    lookups: readonly string[],
    options?: { readonly machine?: string; readonly open?: boolean; readonly limit?: number },
  ): Promise<readonly RecordListed[]>
  search(scope: Scope, filter: SearchFilter): Promise<readonly RecordListed[]>

  units(scope: Scope): Promise<readonly UnitRow[]>
  persons(scope: Scope): Promise<readonly PersonRow[]>
  posts(scope: Scope): Promise<readonly PostRow[]>
  settings(scope: Scope): Promise<readonly SettingRow[]>
  mappings(scope: Scope): Promise<readonly MappingRow[]>
  /** Messages for posts, newest first; `before` is the id of the last one of the page before. */
  messages(
    scope: Scope,
    posts: readonly { readonly role: string; readonly unit: string }[],
    page: { readonly limit: number; readonly before?: number },
  ): Promise<readonly KeptMessage[]>
  /** The log itself, newest first, by its position; only with `scope.audit`. */
  log(
    scope: Scope,
    page: { readonly limit: number; readonly before?: number; readonly stream?: string },
  ): Promise<readonly (LoggedEntry & { readonly position: number })[]>
  /** Where the log of a district stands, to be compared by `isUnchanged`. */
  mark(district: string): Promise<LogMark>
  /** Entries of a district behind a position, in their order. Complete behind the head of a mark that `wasQuiet`. */
  changes(district: string, after: number, limit: number): Promise<readonly LogChange[]>

  /** Sums of counters, as of now; one row a counter asked for, also when it is 0. */
  sums(scope: Scope, filter: FigureFilter): Promise<readonly CounterSum[]>
  /** The same, by unit, month or category; parts that are 0 are left out. */
  breakdown(scope: Scope, filter: FigureFilter, by: 'unit' | 'period' | 'category'): Promise<readonly BrokenDown[]>
  drill(scope: Scope, filter: DrillFilter): Promise<DrillPage>
  /** Folds appended deltas into the totals. Sums are right with and without. @returns deltas folded */
  fold(): Promise<number>

  /** Claims timers that are due, for the lease; a worker that dies loses them when it is over. */
  dueTimers(district: string, now: Instant, limit: number): Promise<readonly DueTimer[]>
  /** The earliest moment at which a timer of the district is due. */
  nextTimer(district: string): Promise<Instant | undefined>

  /** Districts that have anything in the log. */
  districts(): Promise<readonly string[]>
  /** Registers definitions; refused with `store/definition-changed` when a version is known with other content. */
  registerDefinitions(marks: readonly DefinitionMark[]): Promise<Result<void>>
  /** Forgets answers of commands older than this. @returns answers forgotten */
  expireCommands(before: Instant): Promise<number>

  seal(district: string, at: Instant): Promise<Seal>
  seals(scope: Scope): Promise<readonly Seal[]>
  verify(options?: VerifyOptions): Promise<Verification>
  /** Works everything derived from the log out again, by the rules given. */
  rebuild(rules: ReplayRules, progress?: Progress): Promise<void>
  /** One file with everything, of one moment, while writes go on. Refused when the file cannot be written. */
  backup(path: string, progress?: Progress): Promise<Result<Transferred>>
  /** Into a database that is migrated and empty, unless told. */
  restore(
    path: string,
    options?: { readonly overwrite?: boolean; readonly progress?: Progress },
  ): Promise<Result<Transferred>>
  close(): Promise<void>
}
