import { z } from 'zod'
import { Id, JsonValue, Moment } from './common.ts'

/** One field of a form or of a record. */
export const FormField = z.object({
  id: z.string(),
  title: z.string(),
  type: z.string(),
  required: z.boolean(),
  help: z.string().optional(),
  choices: z.array(z.object({ value: z.string(), title: z.string() })).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  maxLength: z.number().optional(),
  /** Columns of a field that holds rows. */
  columns: z.array(z.object({ id: z.string(), title: z.string(), type: z.string(), required: z.boolean() })).optional(),
  value: JsonValue.optional(),
})

export const ActionView = z.object({
  action: z.string(),
  title: z.string(),
  allowed: z.boolean(),
  /** Why not, in words. */
  why: z.string().optional(),
  form: z.array(FormField),
})

export const TimelineEntry = z.object({
  seq: z.number(),
  at: Moment,
  time: z.string(),
  personName: z.string(),
  unitName: z.string(),
  action: z.string(),
  title: z.string(),
  lines: z.array(z.string()),
  hash: z.string(),
  previous: z.string(),
})

/** A record of any kind: where it stands, what can be done, what was done. */
export const RecordView = z.object({
  id: Id,
  machine: z.string(),
  noun: z.string(),
  title: z.string(),
  seq: z.number(),
  state: z.string(),
  stateTitle: z.string(),
  waitsFor: z.string().optional(),
  openedAt: Moment,
  closedAt: Moment.optional(),
  leadName: z.string().optional(),
  fields: z.array(z.object({ id: z.string(), title: z.string(), text: z.string(), masked: z.boolean() })),
  clocks: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      source: z.string(),
      state: z.string(),
      due: z.string().optional(),
      used: z.string().optional(),
      left: z.string().optional(),
    }),
  ),
  requests: z.array(z.object({ id: z.string(), title: z.string(), state: z.string(), text: z.string() })),
  actions: z.array(ActionView),
  timeline: z.array(TimelineEntry),
})

/** A command: what is filled in, the version seen, and a key that makes a repetition harmless. */
export const ActBody = z.object({
  input: z.record(z.string(), JsonValue).default({}),
  /** Sequence number that was seen; a record that has moved on is refused, naming who was first. */
  seen: z.number().int().optional(),
  key: z.string().min(8).max(200),
})
