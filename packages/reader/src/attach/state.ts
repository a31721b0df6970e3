import type { Span } from '@jiannuo/kernel'
import type { Token } from '../constructs/token.ts'
import type { Comparator, Exclusion, StatementKind } from '../types.ts'
import type { Piece } from './noun.ts'
import type { Sentence } from './scan.ts'

/** A statement before it gets an id, its place in a clause and its year. */
export interface Draft {
  readonly token: Token
  readonly kind: StatementKind
  readonly comparator: Comparator
  readonly value: number
  readonly high: number | undefined
  readonly pieces: readonly Piece[]
  readonly action: string
  readonly scope: string
  readonly rules: readonly string[]
}

/** What one sentence yields. */
export interface Attached {
  readonly drafts: Draft[]
  readonly exclusions: Exclusion[]
}

/** What the attaching rules carry from one number of a sentence to the next. */
export interface State {
  readonly text: string
  readonly sentence: Sentence
  readonly out: Attached
  /** What is spoken of: the noun of the last quantity without its metric. */
  subject: readonly Piece[]
  /** The indicator of the last statement. */
  last: readonly Piece[]
  carried: { kind: StatementKind; negative: boolean } | undefined
  increase: boolean
  action: string
  /** End of the last numeral that became a statement. */
  floor: number
  segmentStart: number
  segmentEnd: number
  /** Indicators that a list with 分别 still has to hand out. */
  queue: (readonly Piece[])[]
  explain: boolean
}

/** Length of a piece. */
export const size = (p: Span): number => p.end - p.start
