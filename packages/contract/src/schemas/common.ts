import { z } from 'zod'

/** A day, `YYYY-MM-DD`. */
export const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
/** A month, `YYYY-MM`. */
export const Month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)
/** Milliseconds since 1970 UTC. */
export const Moment = z.number().int()
/** An id of a record, unit, person, document. */
export const Id = z.string().min(1).max(200)
/** A year, from a query string too. */
export const Year = z.coerce.number().int().min(1949).max(2199)
/** How many rows a page holds. */
export const Limit = z.coerce.number().int().min(1).max(200)

/** A value of JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** Anything that JSON can hold. */
export const JsonValue: z.ZodType<Json, Json> = z.json()

/** What is wrong: a stable code, the place, and what to do, in Chinese. */
export const ProblemBody = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  /** Where in the source, in words: 第3行, 表1第2列. */
  place: z.string().optional(),
  /** Offsets in the document's text, where the problem has such. */
  span: z.object({ start: z.number(), end: z.number() }).optional(),
})

/** The body of every answer that is not a success. */
export const Failure = z.object({ error: ProblemBody, problems: z.array(ProblemBody), requestId: z.string() })

/** The colour of a commitment: silent stands for who has not reported. */
export const Light = z.enum(['red', 'yellow', 'silent', 'green', 'none'])

export const LightCounts = z.object({
  red: z.number(),
  yellow: z.number(),
  silent: z.number(),
  green: z.number(),
  none: z.number(),
})

/** An id with its words. */
export const Named = z.object({ id: z.string(), name: z.string() })

/** What a command left behind. */
export const Done = z.object({
  record: z.string(),
  seq: z.number(),
  state: z.string(),
  stateTitle: z.string(),
  /** Done before under the same key; nothing was changed now. */
  repeated: z.boolean(),
})
