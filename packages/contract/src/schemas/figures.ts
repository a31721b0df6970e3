import { z } from 'zod'
import { Id, Moment } from './common.ts'
import { TimelineEntry } from './record.ts'

/** A measure opened: formula, counters, records. */
export const FigureTrace = z.object({
  address: z.string(),
  title: z.string(),
  period: z.string(),
  unitName: z.string(),
  raw: z.string(),
  adjusted: z.string(),
  excluded: z.number(),
  definition: z.string(),
  formula: z.array(z.string()),
  counters: z.array(
    z.object({ id: z.string(), title: z.string(), says: z.string(), raw: z.number(), adjusted: z.number() }),
  ),
  records: z
    .object({
      counter: z.string(),
      rows: z.array(
        z.object({
          id: Id,
          title: z.string(),
          stateTitle: z.string(),
          unitName: z.string(),
          amount: z.number(),
          excluded: z.boolean(),
        }),
      ),
      next: z.string().optional(),
    })
    .optional(),
})

export const TraceQuery = z.object({
  address: z.string().min(1).max(300),
  counter: z.string().max(100).optional(),
  after: z.string().max(500).optional(),
})

/** One record's part in a figure, down to its events. */
export const RecordTrace = z.object({
  record: Id,
  title: z.string(),
  contributions: z.array(z.object({ title: z.string(), amount: z.number(), excluded: z.boolean() })),
  timeline: z.array(TimelineEntry),
})

export const SearchQuery = z.object({ q: z.string().min(1).max(100) })
export const SearchPage = z.object({
  rows: z.array(z.object({ id: Id, machine: z.string(), noun: z.string(), title: z.string(), stateTitle: z.string() })),
})

export const LogQuery = z.object({ before: z.coerce.number().int().optional(), stream: z.string().max(300).optional() })

/** Lines of the log for the auditor, the newest first. */
export const LogPage = z.object({
  rows: z.array(
    z.object({
      position: z.number(),
      at: Moment,
      stream: z.string(),
      seq: z.number(),
      who: z.string(),
      what: z.string(),
      hash: z.string(),
    }),
  ),
  next: z.number().optional(),
})

export const MessagesQuery = z.object({ before: z.coerce.number().int().optional() })

/** Messages to one's posts, the newest first, each with the record it is about. */
export const MessagesPage = z.object({
  rows: z.array(
    z.object({
      id: z.string(),
      at: Moment,
      text: z.string(),
      record: z.string().optional(),
      machine: z.string().optional(),
      noun: z.string().optional(),
      title: z.string().optional(),
      /** Name of the unit that it is meant for. */
      unitName: z.string().optional(),
    }),
  ),
  /** Where the next page begins. */
  next: z.number().optional(),
})
