import type { Condition, Effect, Expr } from '@jiannuo/engine'
import { all, any, constant, equals, field, gte, lte, minus, not, over, present, setting, times } from '@jiannuo/engine'

/** What the table of lines says of the firm's industry. */
export const ofIndustry = (column: string): Expr => setting('thresholds', field('industry'), constant(column))

/** The line of the firm's industry in 万元; absent where size does not matter. */
export const threshold: Expr = ofIndustry('revenue')

const needs = (what: 'qualification' | 'development', holds: string): Condition =>
  any(not(equals(ofIndustry(what), constant(true))), equals(field(holds), constant(true)))

/** Revenue of this year or of the last one has come to a share of the line. */
const revenueFrom = (line: Expr): Condition =>
  any(not(present(threshold)), gte(field('revenueThis'), line), gte(field('revenueLast'), line))

const share = (part: Expr): Expr => times(threshold, part)

/** 培育库: so near the line that growing over it is worth help. */
export const nearEnough: Condition = revenueFrom(share(setting('trainingShare')))

/** 重点库: a step before the line. */
export const closeToLine: Condition = revenueFrom(share(setting('keyShare')))

/** 达标库: over the line of its industry, with the qualification or the project that the industry asks for (domain.md 7). */
export const overLine: Condition = all(
  revenueFrom(threshold),
  needs('qualification', 'qualified'),
  needs('development', 'developing'),
)

/** What is missing to the line in 万元; negative when it is passed, absent where there is no line. */
const gap: Expr = minus(threshold, field('revenueThis'))

/**
 * Keeps on the entry how far it is from the line. A counter looks at the record alone, so the distance is kept as it was when the revenue was
 * last given; another line of the year shows with the next return.
 */
export const measureGap: readonly Effect[] = [
  { set: 'gap', to: gap },
  { set: 'gapShare', to: over(field('gap'), threshold) },
]

/** What is missing is at most this share of the line. */
export const gapWithin = (part: number): Condition => lte(field('gapShare'), constant(part))
