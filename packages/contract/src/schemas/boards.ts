import { z } from 'zod'
import { Day, Month } from './common.ts'

const Text = z.string()
const Value = z.number().optional()

/** A figure as it is shown: raw and with granted exclusions left out, numerator and base beside a rate, and the address by which it opens. */
export const BoardFigure = z.object({
  measure: z.string(),
  title: Text,
  /** Formula in words, with its source. */
  says: Text,
  unit: z.string(),
  decimals: z.number(),
  direction: z.enum(['up', 'down', 'none']),
  additivity: z.enum(['additive', 'stock', 'recomputed']),
  value: Value,
  adjusted: Value,
  raw: Text,
  adjustedText: Text,
  excluded: z.number(),
  address: z.string(),
})

const Span = { from: Month.optional(), to: Month.optional(), unit: z.string().max(200).optional() }
export const BoardQuery = z.object(Span)
export const BoardTableQuery = z.object({ ...Span, by: z.enum(['unit', 'period', 'category']) })

export const Boards = z.object({
  rows: z.array(z.object({ machine: z.string(), system: z.string(), title: Text, measures: z.number() })),
})

/** Every figure of a system. */
export const Board = z.object({ machine: z.string(), title: Text, figures: z.array(BoardFigure) })

/** A figure broken down: units right below the one asked for, months, or categories. */
export const BoardTable = z.object({
  title: Text,
  unit: z.string(),
  decimals: z.number(),
  direction: z.enum(['up', 'down', 'none']),
  rows: z.array(z.object({ key: z.string(), title: Text, value: Value, raw: Text, address: z.string() })),
})

export const MeetingQuery = z.object({ span: z.enum(['week', 'month']), on: Day })

export const Indexes = z.object({
  rows: z.array(z.object({ id: z.string(), system: z.string(), title: Text, purpose: Text, version: z.number() })),
})

export const IndexQuery = z.object({ period: Month.optional() })

/** How one part stands in the score of an area. */
export const IndexPartScore = z.object({
  part: z.string(),
  value: Value,
  valueText: Text,
  standard: Value,
  /** Share of the whole, in percent. */
  weight: z.number(),
  points: z.number(),
  /** Why the value is not said and what was done instead, in words. */
  missing: Text.optional(),
  without: Value,
  change: Value,
  /** By which the figure opens down to its records. */
  address: z.string(),
})

export const IndexAreaScore = z.object({
  area: z.string(),
  name: Text,
  score: Value,
  band: z.string().optional(),
  bandTitle: Text.optional(),
  rank: Value,
  change: Value,
  rankChange: Value,
  parts: z.array(IndexPartScore),
  deductions: z.array(z.object({ title: Text, value: z.number(), points: z.number() })),
  runs: z.array(z.object({ title: Text, months: z.number(), reached: z.boolean() })),
  /** Scores of the months before and this one. */
  course: z.array(z.object({ period: z.string(), score: Value })),
})

/** An index for a month: how it is made, and how every area stands. */
export const IndexBoard = z.object({
  id: z.string(),
  title: Text,
  purpose: Text,
  version: z.number(),
  versionNote: Text,
  basis: z.array(Text),
  period: z.string(),
  /** The month is not over. */
  running: z.boolean(),
  decimals: z.number(),
  bands: z.array(z.object({ id: z.string(), title: Text, from: z.number() })),
  parts: z.array(
    z.object({
      id: z.string(),
      title: Text,
      group: Text,
      says: Text,
      source: Text,
      how: Text,
      direction: z.enum(['up', 'down']),
    }),
  ),
  areas: z.array(IndexAreaScore),
})

const CurvePoint = z.object({ period: z.string(), value: z.number(), sum: z.number(), version: z.string().optional() })

/** What a record planned by month, and what was reached; sums begin anew with each year. */
export const RecordCurve = z.object({
  title: Text,
  unit: z.string(),
  planned: z.array(CurvePoint),
  reached: z.array(CurvePoint),
})
