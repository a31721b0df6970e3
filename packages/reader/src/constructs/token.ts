import type { Comparator, ExclusionReason } from '../types.ts'
import { type Numeral, readArabic } from './arabic.ts'
import { type ChineseNumeral, readChinese } from './chinese.ts'
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
  /** The numerals that begin at `at`, read when first asked for: every construct of a character asks for the same one. */
  arabic: Numeral | undefined
  chinese: ChineseNumeral | undefined | null
}

/** Moves a cursor to another character. */
export function moveTo(cx: Cursor, at: number): void {
  cx.at = at
  cx.arabic = undefined
  cx.chinese = null
}

/** The Arabic numeral at the cursor. */
export const arabicAt = (cx: Cursor): Numeral => (cx.arabic ??= readArabic(cx.text, cx.at, cx.end))

/** The Chinese numeral at the cursor, or undefined. */
export function chineseAt(cx: Cursor): ChineseNumeral | undefined {
  if (cx.chinese === null) cx.chinese = readChinese(cx.text, cx.at, cx.end)
  return cx.chinese
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
