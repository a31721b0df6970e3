import type { Instant } from '@jiannuo/kernel'
import type { ClockRule, Limit } from '../clock/index.ts'
import type { Json, TruthKind } from './value.ts'

/** A reading with its parts worked out: see `ReadingParts`. */
export interface ReadingValue {
  readonly series: string
  readonly period: string
  readonly version: string
  readonly covers: string
  readonly value: number
  readonly unit: string
  readonly source: string
  readonly numerator?: number
  readonly denominator?: number
}

/** What happened to a record, in small pieces; the pieces of one action stand in one `Entry`. */
export type Event =
  | { readonly type: 'opened'; readonly machine: string; readonly version: number; readonly state: string }
  | { readonly type: 'moved'; readonly from: string; readonly to: string; readonly final: boolean }
  | { readonly type: 'set'; readonly fields: Readonly<Record<string, Json>> }
  | { readonly type: 'cleared'; readonly field: string }
  | { readonly type: 'clockStarted'; readonly clock: string; readonly limit: Limit; readonly rule: ClockRule }
  | { readonly type: 'clockStopped'; readonly clock: string; readonly late: boolean }
  | { readonly type: 'clockPaused'; readonly clock: string; readonly reason: string; readonly approver: string }
  | { readonly type: 'clockResumed'; readonly clock: string }
  /** `again`: marks reached before that lie ahead once more, so that they are reached a second time. */
  | {
      readonly type: 'clockExtended'
      readonly clock: string
      readonly by: number
      readonly reason: string
      readonly approver: string
      readonly again?: readonly string[]
    }
  | { readonly type: 'markReached'; readonly clock: string; readonly mark: string; readonly due: boolean }
  | { readonly type: 'assigned'; readonly as: 'lead' | 'co' | 'area'; readonly unit: string; readonly basis?: string }
  | { readonly type: 'released'; readonly as: 'lead' | 'co'; readonly unit?: string }
  | { readonly type: 'coAnswered'; readonly unit: string }
  | { readonly type: 'stated'; readonly truth: TruthKind; readonly fields: Readonly<Record<string, Json>> }
  | { readonly type: 'counted'; readonly counter: string }
  | { readonly type: 'redone'; readonly round: number; readonly reason: string }
  | { readonly type: 'requested'; readonly kind: string; readonly fields: Readonly<Record<string, Json>> }
  | {
      readonly type: 'decided'
      readonly kind: string
      readonly granted: boolean
      readonly reason?: string
      readonly basis?: string
    }
  | { readonly type: 'urged'; readonly level: string }
  | { readonly type: 'joined'; readonly head: string }
  | { readonly type: 'left'; readonly head: string }
  | { readonly type: 'memberJoined'; readonly member: string }
  | { readonly type: 'memberLeft'; readonly member: string }
  | { readonly type: 'linked'; readonly kind: string; readonly record: string }
  | { readonly type: 'rowsPut'; readonly field: string; readonly key: string; readonly rows: readonly Json[] }
  /** A value for a period was added to a series. Changes nothing on the record. */
  | ({ readonly type: 'read' } & ReadingValue)
  /** A step of definition versions; `state` and `clocks` give the new names of what is called otherwise there. */
  | {
      readonly type: 'migrated'
      readonly from: number
      readonly to: number
      readonly state?: string
      readonly clocks?: Readonly<Record<string, string>>
    }
  /** Somebody saw a personal field whole. Changes nothing on the record. */
  | { readonly type: 'unmasked'; readonly field: string; readonly reason: string }
  /** The key of a personal field was destroyed. */
  | { readonly type: 'erased'; readonly fields: readonly string[]; readonly reason: string }

/** One entry of a record's stream: who did what when, with all that came of it. This is what the log chains. */
export interface Entry {
  readonly seq: number
  readonly at: Instant
  /** Person id, or `system`. */
  readonly by: string
  /** Unit of the post by which they acted; empty for the system. */
  readonly unit: string
  readonly role: string
  /** Action id, or `mark:<clock>.<mark>`, `migrate`, `unmask`, `erase`, `member`. */
  readonly action: string
  /** What the actor gave that is not already in an event. */
  readonly input: Readonly<Record<string, Json>>
  readonly events: readonly Event[]
}
