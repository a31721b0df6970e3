import { z } from 'zod'
import { Moment, Month, Named } from './common.ts'

/** A figure as a page shows it: in words, with numerator and base beside it. */
export const FeedFigure = z.object({
  /** Address for `trace`. */
  address: z.string(),
  title: z.string(),
  period: z.string(),
  unitName: z.string(),
  /** As counted, and with granted exclusions left out: 97.1%（812/836）. */
  raw: z.string(),
  adjusted: z.string(),
  excluded: z.number(),
})

/** By what a commitment is fed, and what that says now; all but `may` is absent when nothing is set. */
export const FeedNow = z.object({
  /** Whether the session may set it. */
  may: z.boolean(),
  /** What the action `feed` was given as `measure`. */
  address: z.string().optional(),
  title: z.string().optional(),
  figure: FeedFigure.optional(),
  at: Moment.optional(),
  /** Stopped by somebody: values stay as they are. */
  stopped: z.boolean().optional(),
  /** Whether the session may go on to the records. */
  traceable: z.boolean().optional(),
})

/** Every measure for a commitment, the best first, those that cannot feed it behind them. */
export const FeedChoices = z.object({
  /** The words that were held against the measures. */
  words: z.array(z.string()),
  from: Month,
  to: Month,
  choices: z.array(
    z.object({
      /** `machine.measure` */
      id: z.string(),
      title: z.string(),
      machineTitle: z.string(),
      unit: z.string(),
      says: z.string(),
      fits: z.boolean(),
      by: z.enum(['toDate', 'moment', 'ratio']),
      /** How alike its words and the indicator's are, share of one. */
      likeness: z.number(),
      reasons: z.array(z.string()),
      categories: z.array(Named),
      /** Whether exclusions can be left out of it. */
      excludes: z.boolean(),
    }),
  ),
})

/** A measure and what it is narrowed to. */
export const FeedQuery = z.object({
  measure: z.string().min(1).max(200),
  /** Ids parted by commas. */
  units: z.string().max(2000).optional(),
  category: z.string().max(200).optional(),
  from: Month.optional(),
  to: Month.optional(),
  adjusted: z.enum(['true', 'false']).optional(),
})

/** What a choice would give: the address to set, its value now, the months so far. */
export const FeedPreview = z.object({
  address: z.string(),
  title: z.string(),
  figure: FeedFigure,
  months: z.array(
    z.object({
      period: Month,
      value: z.number(),
      unit: z.string(),
      numerator: z.number().optional(),
      denominator: z.number().optional(),
    }),
  ),
})
