import type { Condition, Expr } from './value.ts'

/** How a measure may be added up over units and periods. */
export type Additivity =
  /** Counts and sums: parts add up to the whole. */
  | 'additive'
  /** A stock at a moment: adds over units, the last value stands for a period. */
  | 'stock'
  /** Rates, means, scores: never added, always worked out again from their counters. */
  | 'recomputed'

/** Something counted over records; stored as running sums by month, unit and category. */
export interface CounterDefinition {
  readonly title: string
  /** The record counts when this holds. Looks at the record alone: no input, no actor, no now. */
  readonly when: Condition
  /** How much it counts; 1 unless said. */
  readonly amount?: Expr
  /** The moment that decides the month it counts in (an expression that gives an instant); a stock has none. */
  readonly period?: Expr
  /**
   * Which unit it counts for: the unit that leads (default), the area, or one that an expression gives; none when
   * that is absent.
   */
  readonly unit?: 'lead' | 'area' | Expr
}

/**
 * How a figure is worked out of counters. Settings are read when it is asked for, so a changed weight needs no
 * recount.
 */
export type Formula =
  | { readonly counter: string }
  | { readonly value: Expr }
  | { readonly measure: string }
  | { readonly plus: readonly Formula[] }
  | { readonly minus: readonly [Formula, Formula] }
  | { readonly times: readonly Formula[] }
  /** Numerator over base; undefined when the base is 0. The outermost one gives a rate its numerator and its base. */
  | { readonly ratio: readonly [Formula, Formula] }

/** A number defined over the records of one machine. */
export interface MeasureDefinition {
  readonly id: string
  readonly title: string
  /** 件, %, 分. A ratio with unit % is shown times 100. */
  readonly unit: string
  readonly additivity: Additivity
  /** Whether more is better. */
  readonly direction: 'up' | 'down' | 'none'
  readonly formula: Formula
  readonly decimals: number
  /** Formula in words, with its source. */
  readonly says: string
  readonly source: string
}

/** What `defineMeasures` takes for one machine: its counters and the measures worked out of them. */
export interface MeasuresInput {
  readonly machine: string
  readonly counters: Readonly<Record<string, CounterDefinition>>
  readonly measures: readonly MeasureDefinition[]
}
