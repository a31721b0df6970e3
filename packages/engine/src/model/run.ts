import type { Instant } from '@jiannuo/kernel'
import type { OfficeCalendar } from '../clock/index.ts'
import type { Entry } from './event.ts'
import type { RecordState } from './record.ts'
import type { Condition, Json } from './value.ts'

/** A post that a person holds at the moment of the action. */
export interface Post {
  readonly role: string
  readonly unit: string
}

/** Who acts. */
export interface Actor {
  readonly person: string
  readonly posts: readonly Post[]
}

/** The tree of units, as far as the engine needs it. */
export interface UnitTree {
  /** The unit and all above it, itself first, the district last; empty when there is no such unit. */
  readonly line: (unit: string) => readonly string[]
}

/** Settings in force: setting id → value. What is not set has the definition's default. */
export type Settings = Readonly<Record<string, Json>>

/** What a transition may look at besides the record. */
export interface Context {
  readonly district: string
  readonly at: Instant
  readonly calendar: OfficeCalendar
  readonly settings: Settings
  readonly units: UnitTree
}

/** What somebody wants done. */
export interface Command {
  readonly action: string
  readonly input: Readonly<Record<string, Json>>
  readonly actor: Actor
  /** Id for a record that is opened. */
  readonly record: string
}

/** What must happen outside the record, in the same transaction or after it. */
export type OutEffect =
  /** A message for everyone who holds the role at the unit (or above, when the unit has none). */
  | { readonly type: 'notify'; readonly role: string; readonly unit: string; readonly message: string }
  /** The other record of a group takes note: `memberJoined`/`memberLeft` on the head. */
  | { readonly type: 'member'; readonly head: string; readonly event: 'memberJoined' | 'memberLeft' }
  /** Members follow their head: each does the action, with what of the head's input that action offers. */
  | {
      readonly type: 'follow'
      readonly records: readonly string[]
      readonly action: string
      readonly input: Readonly<Record<string, Json>>
    }

/** What came of a command: the record's next entry, the record after it, and what else must happen. */
export interface Transition {
  readonly entry: Entry
  readonly record: RecordState
  readonly effects: readonly OutEffect[]
}

/** Why not. `possible` are the actions that this actor could take now. */
export interface Refusal {
  readonly code: string
  readonly action: string
  readonly record: string
  readonly state?: string
  /** Values for the wording. */
  readonly params: Readonly<Record<string, string | number>>
  /** For `engine/bad-input`: field id → problem code, with its own params. */
  readonly fields?: readonly {
    readonly field: string
    readonly code: string
    readonly params: Readonly<Record<string, string | number>>
  }[]
  readonly possible: readonly string[]
  /** For a guard that does not hold: the test with the answer of each of its parts. */
  readonly because?: Explanation
}

/** What comes of a command: a transition, or why not. */
export type Outcome =
  | { readonly ok: true; readonly value: Transition }
  | { readonly ok: false; readonly refusal: Refusal }

/** A test with its answer, the values it looked at, and the answers of its parts. */
export interface Explanation {
  readonly condition: Condition
  readonly holds: boolean
  /** Values of the expressions it compares, in the order in which they stand in it. */
  readonly values: readonly Json[]
  readonly parts?: readonly Explanation[]
}

/** A timer that the store keeps for a clock's mark. */
export interface Timer {
  readonly clock: string
  readonly mark: string
  readonly at: Instant
}

/** What a record adds to one counter. */
export interface Contribution {
  /** `machine.counter` */
  readonly counter: string
  /** `YYYY-MM`, or empty for a stock. */
  readonly period: string
  readonly unit: string
  readonly category: string
  readonly amount: number
  /** Granted exclusion: counted in the raw figure, left out of the adjusted one. */
  readonly excluded: boolean
}
