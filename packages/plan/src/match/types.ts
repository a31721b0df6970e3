import type { Span } from '@jiannuo/kernel'
import type { Reading, StatementKind } from '@jiannuo/reader'
import type { Reason } from '../model.ts'

/** A document that was read: its text and what the reader made of it. */
export interface ReadDocument {
  readonly text: string
  readonly reading: Reading
}

/** What a statement says besides its words; each hint narrows the choice. */
export interface IdentityHints {
  readonly kind: StatementKind
  readonly unit: string
  readonly scope: string | undefined
  readonly action: string | undefined
}

/** What the words of a statement are about. Equal ids are the same indicator; qualifiers narrow it (规上, 省级以上, 城镇). */
export interface IndicatorIdentified {
  readonly id: string
  /** Whether a dictionary holds the indicator; two known ids that differ are two indicators. */
  readonly known: boolean
  readonly qualifiers: readonly string[]
}

/** Tells what words are about. The dictionary of indicators is one such function, `plainIdentity` another. */
export type IndicatorIdentity = (words: string, hints: IdentityHints) => IndicatorIdentified

/**
 * What became of a promise: reached and more, reached, missed, answered by a figure that cannot be set against it (another kind, unit,
 * scope or span of years), reported on without such a figure, or not a word.
 */
export type Outcome = 'exceeded' | 'met' | 'short' | 'reworded' | 'mentioned' | 'notMentioned'

/** Where an outcome rests: a statement of the report or a clause of it. */
export interface Evidence extends Span {
  /** Id of the statement; absent when the clause as a whole is what is meant. */
  readonly statement?: string
  readonly clause: string
}

/** One promise with what became of it. */
export interface PromiseMatch extends Span {
  /** Id of the statement or task in the plan. */
  readonly promise: string
  readonly of: 'statement' | 'task'
  readonly outcome: Outcome
  /** What it rests on, the strongest first; empty when not mentioned. */
  readonly evidence: readonly Evidence[]
  /** How sure the outcome is, 0 to 1. */
  readonly confidence: number
  /** Whether the outcome is asserted. One that is not is the likeliest, and somebody should look. */
  readonly sure: boolean
  readonly reasons: readonly Reason[]
}

/** The promises of a year set against the next year's report. */
export interface Matching {
  /** The year that was promised for and is reviewed. */
  readonly year: number
  /** One for every promise that was due in the year, in the order of the plan. */
  readonly promises: readonly PromiseMatch[]
  /** Ids of target statements for another year (a five-year aim): not due, so nothing is said of them. */
  readonly notDue: readonly string[]
  /** Ids of the year's results that answer no promise, in the order of the report. */
  readonly unpromised: readonly string[]
}

/** How the matching is made. */
export interface MatchOptions {
  /** Tells what words are about; `plainIdentity` when left out. */
  readonly identify?: IndicatorIdentity
  /** Share of a number that 左右 allows either way; 0.05 when left out. */
  readonly tolerance?: number
}
