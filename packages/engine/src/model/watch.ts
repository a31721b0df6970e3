import type { Expr } from './value.ts'

/** What a watch looks at: a measure, or the score of an index. */
export type Watched = { readonly measure: string; readonly category?: string } | { readonly index: string }

/** The line that is watched. */
export type WatchLine =
  | { readonly is: 'above' | 'below'; readonly value: Expr }
  /** Above or below the period before by more than so many percent of it. */
  | { readonly is: 'rise' | 'fall'; readonly percent: Expr }
  /** An index: the run that is reached. */
  | { readonly is: 'run'; readonly run: string }

/** What the case is told: a fact of the alarm, or an expression over constants and settings. */
export type WatchGive = { readonly alarm: 'area' | 'period' | 'value' | 'line' | 'watch' | 'title' | 'words' } | Expr

/** What `defineWatch` takes: a rule over a measure that opens a case when a line is crossed (DESIGN.md 2, 监测预警). */
export interface WatchDefinition {
  readonly id: string
  readonly system: string
  readonly version: number
  readonly title: string
  readonly purpose: string
  readonly source: string
  /** Machine whose settings the expressions read. */
  readonly settings: string
  readonly on: Watched
  /** Kind of unit that is watched, each for itself: `street`. */
  readonly areas: string
  readonly line: WatchLine
  /** Months in a row that must have crossed the line. */
  readonly periods: Expr
  /** Protection of small numbers, as of an index. */
  readonly least?: Expr
  /** Where a case of this watch about this area is still open, no second one is opened. */
  readonly opens: {
    readonly machine: string
    /** An action from `new`, and the role at the district as which the program does it. */
    readonly action: string
    readonly as: string
    /** Field that keeps the id of the watch (a facet), by which open cases of it are found. */
    readonly mark: string
    readonly give: Readonly<Record<string, WatchGive>>
  }
}
