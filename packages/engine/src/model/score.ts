import type { Expr } from './value.ts'

/**
 * How a value becomes points from 0 to 100. What lies beyond an end gets the points of the end. A weight or a line is an expression over constants and
 * settings, so that a changed one needs no recount.
 */
export type Standard =
  /** Between the value that earns nothing and the one that earns all; where less is better, `full` is the smaller one. */
  | { readonly by: 'line'; readonly zero: Expr; readonly full: Expr }
  /** Between the worst and the best area of the same period. Where all are alike, each gets all. */
  | { readonly by: 'peers' }
  /**
   * Against the area's own mean of the periods before: `even` points for the same, 100 where it is better by `span` percent of that mean, 0
   * where it is worse by as much.
   */
  | { readonly by: 'own'; readonly periods: Expr; readonly even: Expr; readonly span: Expr }

/** What a part gets where its value cannot be said: leaves its weight to the others, `even` points, nothing, or what it had in the period before. */
export type MissingRule = 'omit' | 'neutral' | 'zero' | 'carry'

/** What is divided by before anything is compared: so many of it are one. */
export interface Per {
  /** `machine.measure` */
  readonly measure: string
  /** 10,000 for events per ten thousand people. */
  readonly times: number
}

/** One thing that an index looks at. */
export interface IndexPart {
  readonly id: string
  readonly title: string
  readonly group: string
  /** `machine.measure` */
  readonly measure: string
  readonly category?: string
  readonly per?: Per
  /** Whether more is better. */
  readonly direction: 'up' | 'down'
  readonly standard: Standard
  /** Share within its group; shares need not add up to 1. */
  readonly weight: Expr
  readonly missing: MissingRule
  /** Protection of small numbers: where the base (of a rate) or the value (of a count) is below this, nothing is said. */
  readonly least?: Expr
  readonly says: string
  readonly source: string
}

/** Points taken off the whole: so many for each, at most so many. */
export interface IndexDeduction {
  readonly id: string
  readonly title: string
  readonly measure: string
  readonly category?: string
  readonly each: Expr
  readonly most: Expr
  readonly says: string
  readonly source: string
}

/** A level of a score; the best comes first, the last begins at 0. */
export interface IndexBand {
  readonly id: string
  readonly title: string
  readonly from: Expr
}

/** What becomes noteworthy when an area stands in some bands for so many periods in a row. */
export interface IndexRun {
  readonly id: string
  readonly title: string
  readonly bands: readonly string[]
  readonly periods: Expr
}

/** What `defineIndex` takes: a weighted score of measures, by area and month (DESIGN.md 2, 指数). */
export interface IndexDefinition {
  readonly id: string
  readonly system: string
  /** Raised with every change of parts, weights' meaning, standards; old scores are said with the version that they were made by. */
  readonly version: number
  /** What changed in this version, and why. */
  readonly versionNote: string
  readonly title: string
  readonly purpose: string
  readonly basis: readonly string[]
  /** Machine whose settings the expressions read. */
  readonly settings: string
  /** Kind of unit that is scored: `street`. */
  readonly areas: string
  readonly groups: Readonly<Record<string, { readonly title: string; readonly weight: Expr }>>
  readonly parts: readonly IndexPart[]
  readonly deductions: readonly IndexDeduction[]
  readonly bands: readonly IndexBand[]
  readonly runs: readonly IndexRun[]
  readonly decimals: number
}
