import type { Contribution, Entry, Json, ReadingValue, RecordState, Timer } from '@jiannuo/engine'
import type { Instant, Problem } from '@jiannuo/kernel'

/**
 * Whose eyes and hands: every call of the store carries one, and the database itself holds it to it by row-level policies.
 */
export interface Scope {
  readonly district: string
  readonly person: string
  /** Units whose records, and those of the units below them, may be seen; `all` for the district's own roles and for the machine. */
  readonly units: readonly string[] | 'all'
  /** May read the log itself (auditor). */
  readonly audit?: boolean
}

/**
 * Names of streams. A record's stream is named after the record, and the store refuses (throws) one that is not. Others are
 * named `unit:<id>`, `person:<id>`, `post:<id>`, `setting:<machine>.<setting>`, `mapping:<id>`, or as the app likes.
 */
export const recordStream = (id: string): string => `record:${id}`

/** What a list needs of a record besides its state: worked out by pure code, stored as columns. */
export interface RecordRow {
  /** Every unit that may see the record: lead, co-handlers, area, those who opened it, and all units above them. */
  readonly sees: readonly string[]
  readonly title: string
  readonly category: string
  /** The next due moment of a running clock, and which clock. */
  readonly dueAt?: Instant
  readonly dueClock?: string
  /** Words to find it by, cut by `segment` and joined by blanks, and the text itself, for passages that are no words. No personal data. */
  readonly words: string
  readonly text: string
  /** Keyed hashes of personal fields that may be looked up: `field:hash`. */
  readonly lookups: readonly string[]
  /**
   * `field=value` texts, one a field, by which lists are narrowed and records counted; none for machines without facets. Of each only the first
   * 200 characters count.
   */
  readonly facets?: readonly string[]
}

/** One stream's part of a command. A record stream carries the record; others (unit, person, setting …) carry rows. */
export interface StreamCommit {
  readonly stream: string
  /** Entries the decider saw in it; 0 for a new one. The database refuses when another came first. */
  readonly expected: number
  readonly entry: Entry
  readonly record?: { readonly state: RecordState; readonly row: RecordRow }
  /** Contributions taken back (negative) and made (positive) by this entry. */
  readonly deltas?: readonly Contribution[]
  /** Contributions that the record has after it, for the drill-down; absent means unchanged. */
  readonly contributions?: readonly Contribution[]
  /**
   * Contributions that it had before. Where all of a record's parts in a batch name them, `deltas` are only worked out from the first to the last,
   * and what is in between is not looked at; `contributions` are then those after it, changed or not.
   */
  readonly known?: readonly Contribution[]
  /** Timers that the record has after it; absent means unchanged. */
  readonly timers?: readonly Timer[]
  /** The change of the organisation, a person, a post, a setting … that this entry makes. */
  readonly change?: Change
}

/** Rows outside the records that an entry writes. */
export type Change =
  | { readonly table: 'unit'; readonly row: UnitRow }
  | { readonly table: 'person'; readonly row: PersonRow }
  | { readonly table: 'post'; readonly row: PostRow }
  | { readonly table: 'setting'; readonly row: SettingRow }
  | { readonly table: 'mapping'; readonly row: MappingRow }

/** A unit of the organisation: district, department, street, community, grid. `line` is itself and all above it. */
export interface UnitRow {
  readonly id: string
  readonly name: string
  readonly kind: 'district' | 'department' | 'street' | 'community' | 'grid'
  readonly parent?: string
  readonly line: readonly string[]
  readonly order: number
  readonly closed?: boolean
}

/** A person who may hold posts. `account` is the sign-in, when there is one. */
export interface PersonRow {
  readonly id: string
  readonly name: string
  readonly account?: string
}

/** A post: a role at a unit, for a term. */
export interface PostRow {
  readonly id: string
  readonly person: string
  readonly role: string
  readonly unit: string
  readonly from: Instant
  readonly to?: Instant
}

/** A setting of a system in force from a moment on. */
export interface SettingRow {
  readonly machine: string
  readonly setting: string
  readonly from: Instant
  readonly value: Json
}

/** A saved column mapping for imports. */
export interface MappingRow {
  readonly id: string
  readonly machine: string
  readonly columns: Readonly<Record<string, string>>
}

/** A message to people, written with the command that causes it. */
export interface Message {
  readonly record: string
  readonly role: string
  readonly unit: string
  readonly message: string
  readonly at: Instant
}

/** One command: all of its streams, or none. */
export interface Commit {
  /** The client's key: the same key again changes nothing and gets the first answer. */
  readonly key: string
  readonly at: Instant
  readonly streams: readonly StreamCommit[]
  readonly messages?: readonly Message[]
  /** New data keys, made by `store.secrets.newKey`, of the values sealed in this command. */
  readonly secrets?: readonly DataKey[]
  /** Data keys destroyed by this command, by id: what they sealed can never be opened again. */
  readonly erased?: readonly string[]
  /** Kept with the key and given back to a repeated command. */
  readonly answer: Json
}

/** How a commit ended. */
export type CommitOutcome =
  | { readonly ok: true; readonly repeated: boolean; readonly answer: Json }
  /** Somebody else came first: their newest entries, so that the refusal can name the winner and the command be decided anew. */
  | {
      readonly ok: false
      readonly conflict: readonly {
        readonly stream: string
        readonly seq: number
        readonly by: string
        readonly at: Instant
        readonly action: string
        readonly state?: RecordState
      }[]
    }

/** What a list asks for. Every part narrows. */
export interface RecordFilter {
  readonly machine: string
  readonly states?: readonly string[]
  /** Led by one of these units (exactly these: the caller expands subtrees). */
  readonly leads?: readonly string[]
  readonly area?: readonly string[]
  readonly category?: string
  readonly open?: boolean
  /** `field=value` texts: of every group at least one. */
  readonly facets?: readonly (readonly string[])[]
  /** Due before this moment. */
  readonly dueBefore?: Instant
  readonly openedFrom?: Instant
  readonly openedTo?: Instant
  readonly order: 'due' | 'newest'
  readonly limit: number
  /** Key of the last row of the page before. */
  readonly after?: string
}

/** A row of a list. */
export interface RecordListed {
  readonly id: string
  readonly title: string
  readonly category: string
  readonly state: string
  readonly lead?: string
  readonly area?: string
  readonly openedAt: Instant
  readonly closedAt?: Instant
  readonly dueAt?: Instant
  readonly dueClock?: string
  readonly urging?: string
  readonly rounds: number
  /** Key to go on after. */
  readonly key: string
}

/** Which records are counted: as a list is narrowed. */
export type CountFilter = Omit<RecordFilter, 'order' | 'limit' | 'after'>

/** How many records have a value. */
export interface ValueCount {
  readonly value: string
  readonly count: number
}

/** A reading (实绩) as it is kept: a value of a series for a period, and the entry that brought it. */
export interface StoredReading extends ReadingValue {
  /** Record, number of the entry and place among its readings, the first being 1: `r7#3#1`. */
  readonly id: string
  readonly at: Instant
  readonly record: string
  readonly seq: number
}

/** Sums of one counter over what was asked, raw and with granted exclusions left out. */
export interface CounterSum {
  readonly counter: string
  readonly raw: number
  readonly adjusted: number
}

/** Which part of a counter is asked for. Periods are `YYYY-MM`, both ends counted; a stock has none. */
export interface FigureFilter {
  readonly counters: readonly string[]
  readonly from?: string
  readonly to?: string
  readonly units?: readonly string[]
  readonly category?: string
}

/** A stored entry with its place in the chain. */
export interface LoggedEntry {
  readonly stream: string
  readonly seq: number
  readonly entry: Entry
  /** Hex. */
  readonly hash: string
  readonly previous: string
  readonly key: string
}

/** A row of a list with its record. */
export interface ListedWhole {
  readonly row: RecordListed
  readonly state: RecordState
}

/** A timer handed to a worker: it is fired by a commit in which the record's timers no longer hold it. */
export interface DueTimer extends Timer {
  readonly district: string
  readonly record: string
}

/** Progress of long work. */
export type Progress = (done: number, total: number | undefined, what: string) => void

/** A finding of `verify`. */
export interface Finding {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}

/** What `verify` looked at and found. */
export interface Verification {
  readonly streams: number
  readonly entries: number
  readonly records: number
  readonly figures: number
  readonly findings: readonly Finding[]
}

/** Sealing result: the Merkle root over all entries up to a position, and the root before it. */
export interface Seal {
  readonly number: number
  readonly at: Instant
  readonly position: number
  readonly entries: number
  readonly root: string
  readonly previous: string
}

/** Problems of the store that stop work. */
export type StoreProblem = Problem

/** A data key as it is kept: wrapped by the master key. */
export interface DataKey {
  /** Named in every value it sealed: `enc:v1:<id>:…`. Letters, digits and hyphens. */
  readonly id: string
  readonly record: string
  /** Base64. */
  readonly wrapped: string
}

/** A sum of a breakdown: `key` is the unit, the period (`YYYY-MM`, empty for a stock) or the category. */
export interface BrokenDown extends CounterSum {
  readonly key: string
}

/** Which records make up a counter. */
export interface DrillFilter {
  readonly counter: string
  readonly from?: string
  readonly to?: string
  readonly units?: readonly string[]
  readonly category?: string
  readonly limit: number
  /** Key given with the page before. */
  readonly after?: string
}

/** A record that contributes to a figure, and how much. */
export interface Drilled {
  readonly record: string
  readonly title: string
  readonly state: string
  readonly period: string
  readonly unit: string
  readonly category: string
  readonly amount: number
  readonly excluded: boolean
}

/** A page of a drill-down. It may be short, even empty, and still have a next one: records out of sight are passed over. */
export interface DrillPage {
  readonly rows: readonly Drilled[]
  readonly next?: string
}

/** What a search asks for: all words, else any of them, else the text itself. */
export interface SearchFilter {
  readonly query: string
  readonly machine?: string
  readonly limit: number
}

/** A message as it is kept. */
export interface KeptMessage extends Message {
  readonly id: number
}

/** Pure rules, given by the caller, by which everything derived from the log is worked out again. */
export interface ReplayRules {
  /** The record as the fold of its entries; undefined when they do not make one. */
  readonly replay: (district: string, record: string, entries: readonly Entry[]) => RecordState | undefined
  readonly contributions: (record: RecordState) => readonly Contribution[]
  readonly timers: (record: RecordState) => readonly Timer[]
  /** Sums of all counters counted straight from records of one district, in another way than by contributions. */
  readonly count?: (records: readonly RecordState[]) => readonly CounterSum[]
  /** Needed to rebuild, not to verify. */
  readonly row: (record: RecordState) => RecordRow
}
