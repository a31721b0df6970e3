import type { Instant } from '@jiannuo/kernel'
import type { ClockRun } from '../clock/index.ts'
import type { Json, TruthKind } from './value.ts'

/** One of the three truths, as last stated in the present round. */
export interface Truth {
  readonly at: Instant
  readonly by: string
  readonly unit: string
  readonly fields: Readonly<Record<string, Json>>
}

/** A round of handling that ended in a redo. */
export interface Round {
  readonly number: number
  readonly endedAt: Instant
  readonly reason: string
  readonly lead?: string
  readonly truths: Readonly<Partial<Record<TruthKind, Truth>>>
}

/** A request and, once made, its decision. */
export interface RequestRecord {
  readonly kind: string
  readonly at: Instant
  readonly by: string
  readonly unit: string
  readonly fields: Readonly<Record<string, Json>>
  readonly decision?: {
    readonly granted: boolean
    readonly at: Instant
    readonly by: string
    readonly reason?: string
    readonly basis?: string
  }
}

/** A clock on a record: its present or last run, with the marks already reached, and the runs before. */
export interface ClockState {
  readonly run: ClockRun
  readonly reached: readonly string[]
  /** Whether the run was ever seen past its due moment: the machine's own mark, or a stop that came late. */
  readonly late?: boolean
  readonly former: readonly ClockRun[]
}

/** A record (办件 or 条目) as the fold of its events. Plain data; nothing in it is changed in place. */
export interface RecordState {
  readonly district: string
  readonly id: string
  readonly machine: string
  readonly version: number
  /** Number of entries folded; the next one must be seq + 1. */
  readonly seq: number
  readonly state: string
  readonly stateSince: Instant
  readonly openedAt: Instant
  readonly openedBy: string
  /** Unit of the post by which it was opened; absent when the machine opened it. */
  readonly openedUnit?: string
  readonly closedAt?: Instant
  readonly changedAt: Instant
  readonly fields: Readonly<Record<string, Json>>
  readonly lead?: string
  /** Clause of the catalogue by which the lead was given. */
  readonly basis?: string
  readonly co: readonly { readonly unit: string; readonly since: Instant; readonly answeredAt?: Instant }[]
  readonly area?: string
  readonly clocks: Readonly<Record<string, ClockState>>
  readonly truths: Readonly<Partial<Record<TruthKind, Truth>>>
  readonly rounds: readonly Round[]
  readonly counters: Readonly<Record<string, number>>
  readonly requests: readonly RequestRecord[]
  readonly urging?: string
  /** The group of duplicates: the head a member follows, or the members a head has. */
  readonly head?: string
  readonly members: readonly string[]
  readonly links: readonly { readonly kind: string; readonly record: string }[]
}
