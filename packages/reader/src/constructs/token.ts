import type { Comparator, ExclusionReason } from '../types.ts'
import type { UnitClass } from '../lexicon/units.ts'

/**
 * A numeral of the text with everything that touches it, before anything is known of its sentence.
 * Every token has every field: objects of one shape keep the hot path fast.
 */
export interface Token {
  /** A quantity or rank is a candidate for a statement; an excluded numeral is accounted for and done. */
  readonly form: 'quantity' | 'rank' | 'excluded'
  /** The span with attached bound words and unit. */
  readonly start: number
  readonly end: number
  /** Where the words before the number end, bound words that stay outside the span taken off. */
  readonly outer: number
  readonly value: number
  /** Upper end of a range. */
  readonly high: number | undefined
  readonly unit: string
  readonly unitClass: UnitClass | 'none'
  readonly comparator: Comparator
  /** A word before it said that a total was reached: 达到, 突破. */
  readonly reach: boolean
  readonly reason: ExclusionReason | undefined
  /** The year that a date names. */
  readonly year: number | undefined
  /** Where a rank holds: 全省, 中心城区. */
  readonly scope: string
  /** Rule of SPEC.md that made it. */
  readonly rule: string
}

/** What a construct sees: the sentence and the position of the character that may start it. */
export interface Cursor {
  readonly text: string
  /** Bounds of the sentence. */
  readonly start: number
  readonly end: number
  /** Position of the triggering character. */
  at: number
  /** End of the token before, or the start of the sentence. */
  floor: number
  /** Position of the innermost open quotation mark, or -1. */
  quote: number
}

/** One way of writing a number. Returns the token, or undefined when the text at the cursor is something else. */
export type Construct = (cursor: Cursor) => Token | undefined

/** An excluded numeral. */
export const excluded = (start: number, end: number, reason: ExclusionReason, rule: string, year?: number): Token => ({
  form: 'excluded',
  start,
  end,
  outer: start,
  value: 0,
  high: undefined,
  unit: '',
  unitClass: 'none',
  comparator: 'eq',
  reach: false,
  reason,
  year,
  scope: '',
  rule,
})
