import type { Comparator, PlainDate } from '@jiannuo/kernel'
import type { StatementKind } from '@jiannuo/reader'

/** Whether more is better, less is better, or neither (a target to be hit from both sides, or a plain fact). */
export type Direction = 'up' | 'down' | 'none'

/**
 * How values of one indicator over periods and units make a whole (domain.md 15): increments add up; of levels the last one
 * stands; ratios are worked out again from numerator and denominator; ranks and growth rates are never put together.
 */
export type Adding = 'increments' | 'last' | 'recomputed' | 'never'

/** What a commitment owes, as a number. */
export interface Target {
  readonly kind: StatementKind
  readonly comparator: Comparator
  /** In `unit`; a range has both ends. */
  readonly value: number | readonly [number, number]
  readonly unit: string
  readonly direction: Direction
  readonly adding: Adding
  /** 基期值: where a level stood when the promise was made, in `unit`. Progress of a level counts from here when it is given. */
  readonly base?: number
}

/** How sure a value is: 预计 or 快报, 初步核算, 最终核实. A later version stands beside the earlier, never over it. */
export type ReadingVersion = 'forecast' | 'preliminary' | 'final'

/** Where a value comes from; the order is that of trust (DESIGN 5): records first, documents next, a department's return last. */
export type ReadingSource = 'measure' | 'document' | 'return'

/** What stretch a value stands for: the year up to the period's end, the period alone, or the moment at its end. */
export type Coverage = 'toDate' | 'period' | 'moment'

/** 实绩: a value of an indicator for a period. (The reader's `Reading` is another thing: what a text says.) */
export interface IndicatorReading {
  readonly id: string
  /** `YYYY`, `YYYY-H1`, `YYYY-Q3`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly period: string
  readonly covers: Coverage
  readonly version: ReadingVersion
  readonly source: ReadingSource
  readonly value: number
  readonly unit: string
  /** Counts behind a ratio; without them it cannot be put together with others. */
  readonly numerator?: number
  readonly denominator?: number
  /** When it was recorded, milliseconds since 1970: of two alike the later one holds. */
  readonly at: number
}

/** A dated step of a commitment. */
export interface Milestone {
  readonly id: string
  readonly title: string
  /** 开工 and 入统 have rules of their own (domain.md 1.4); left out for every other step. */
  readonly kind?: 'start' | 'entry'
  readonly due: PlainDate
  readonly done?: PlainDate
}

/** A planned curve: the share of the target (0 to 1) that should be reached by a day. */
export interface CurvePoint {
  readonly by: PlainDate
  readonly share: number
}

/** 亮灯. `silent`: whoever owes it has not reported; `none`: not due yet, or nothing that could be judged. */
export type Light = 'green' | 'yellow' | 'red' | 'silent' | 'none'

/** A reason as a value: a code of this package's wording and the values that the wording names. */
export interface Reason {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}
