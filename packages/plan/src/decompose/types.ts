import type { Comparator, PlainDate } from '@jiannuo/kernel'
import type { Modality, StatementKind } from '@jiannuo/reader'
import type { ReadingVersion, Target } from '../model.ts'

/** One number that a passage holds. */
export interface HeldNumber {
  /** Id of the statement. */
  readonly statement: string
  readonly quote: string
  readonly value: number | readonly [number, number]
  readonly unit: string
  /** What it is about, in the words of the text. */
  readonly indicator: string
}

/** The indicator of a proposal or figure. */
export interface NamedIndicator {
  readonly id: string
  readonly name: string
  /** Words that narrow it (省级以上, 中心城区). */
  readonly qualifiers: readonly string[]
  readonly known: boolean
}

/** What one statement or task of a document proposes as a commitment; a person accepts, changes or refuses it. */
export interface Proposal {
  /** Id of the statement or of the task. */
  readonly item: string
  readonly kind: 'statement' | 'task'
  /** Id of the clause. */
  readonly clause: string
  readonly start: number
  readonly end: number
  /** The exact words of the span. */
  readonly quote: string
  /** The whole sentence. */
  readonly sentence: string
  /** Headings above it, outermost first. */
  readonly path: readonly string[]
  /** The outermost heading; empty where there is none. */
  readonly chapter: string
  /** A short wording for lists, at most 40 characters. */
  readonly title: string
  /** The task that the statement stands in, as context. */
  readonly task?: string
  readonly indicator?: NamedIndicator
  readonly target?: Target
  /** Every number of the task, the statement's own first. */
  readonly numbers: readonly HeldNumber[]
  /** First day of the year of the promise. */
  readonly from?: PlainDate
  /** Last day: as the text words it, else the end of the year. */
  readonly due?: PlainDate
  readonly year?: number
  /** Units that the text names in brackets behind the sentence. */
  readonly lead: readonly string[]
  readonly partners: readonly string[]
  /** Departments that usually lead such a thing, the likeliest first. A suggestion, by generic title. */
  readonly departments: readonly string[]
}

/** A result or forecast that a review half states. */
export interface StatedResult {
  readonly statement: string
  readonly clause: string
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly indicator: NamedIndicator
  readonly kind: StatementKind
  readonly modality: Modality
  /** 预计 is a forecast; what a report calls done is still only preliminary (domain.md 15). */
  readonly version: ReadingVersion
  readonly value: number | readonly [number, number]
  readonly unit: string
  readonly comparator: Comparator
  readonly year?: number
  readonly action?: string
}
