import type { Comparator } from '@jiannuo/kernel'
import type { Modality, StatementKind } from '@jiannuo/reader'
import type { NamedIndicator } from '../decompose/index.ts'
import type { Reason, ReadingVersion } from '../model.ts'

/** A figure of a document or of the ledger: what is compared. Its identity is place, indicator, year and version, never the number. */
export interface Figure {
  /** Id of the statement or record it comes from. */
  readonly id?: string
  readonly place?: string
  readonly year?: number
  /** `2024-H1`, `2024-Q3`, `2024-05`; without one it is the whole year's. */
  readonly period?: string
  readonly modality: Modality
  readonly version?: ReadingVersion
  readonly indicator: NamedIndicator
  readonly kind: StatementKind
  /** In `unit`; a range has both ends. */
  readonly value: number | readonly [number, number]
  readonly unit: string
  readonly comparator: Comparator
  /** The verb of the text: 认定, 新入库. */
  readonly action?: string
  readonly quote?: string
}

/** How the second figure stands to the first. `unclear`: neither way is better, or the bounds leave it open. */
export type Standing = 'better' | 'worse' | 'same' | 'unclear'

/** What comes of setting two figures against one another. */
export interface Comparison {
  readonly a: Figure
  readonly b: Figure
  /** Whether they may be compared at all; then `refusals` is empty. */
  readonly comparable: boolean
  /** Why they may not: every reason, not only the first. */
  readonly refusals: readonly Reason[]
  /** What a reader of the comparison must know. */
  readonly notes: readonly Reason[]
  /** The second less the first, as the numbers are written, in the first one's unit; percentage points for rates and shares. */
  readonly difference?: { readonly value: number; readonly unit: string }
  /** The second divided by the first. */
  readonly ratio?: number
  readonly standing?: Standing
}

/** How a comparison is made. */
export interface CompareOptions {
  /** Share of a number that 左右 allows either way; 0.05 when it is left out, and the note says so. */
  readonly tolerance?: number
}

/** A target held against the year before. */
export interface YearPair {
  readonly target: Figure
  readonly result: Figure
  readonly comparison: Comparison
  /**
   * The target lies below what was reached: `lowered` when the two are comparable, `possible` when only scope or kind differ and the difference
   * may be all there is to it (新入库 against 入库).
   */
  readonly lowered?: 'lowered' | 'possible'
}

/** This year's targets against last year's results. */
export interface YearComparison {
  readonly pairs: readonly YearPair[]
  /** Targets whose indicator no result has. */
  readonly newTargets: readonly Figure[]
  /** Results whose indicator no target takes up. */
  readonly withoutTarget: readonly Figure[]
}

/** Two districts side by side. */
export interface DistrictComparison {
  readonly comparable: readonly Comparison[]
  readonly refused: readonly Comparison[]
  readonly onlyInA: readonly Figure[]
  readonly onlyInB: readonly Figure[]
}
