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
  columns: z
    .array(
      z.object({
        id: z.string(),
        title: z.string(),
        type: z.string(),
        required: z.boolean(),
        choices: z.array(z.object({ value: z.string(), title: z.string() })).optional(),
      }),
    )
    .optional(),
  value: JsonValue.optional(),
  /** Unit of measurement of a number. */
  unit: z.string().optional(),
  /** What the text must match whole, and what it asks for in words. */
  pattern: z.object({ regex: z.string(), says: z.string() }).optional(),
})

export const ActionView = z.object({
  action: z.string(),
  title: z.string(),
  allowed: z.boolean(),
  /** Why not, in words. */
  why: z.string().optional(),
  form: z.array(FormField),
  /** The field of its form by which it joins the record to another as a duplicate. */
  joins: z.string().optional(),
})

/** A record as another one names it. */
export const RecordName = z.object({
  id: z.string(),
  machine: z.string(),
  noun: z.string(),
  title: z.string(),
  stateTitle: z.string(),
})

/** A value kept with a truth or a request, in words, with the files that it names. */
const Told = z.object({ title: z.string(), text: z.string(), files: z.array(z.string()) })

/** What the handler says, what the citizen answers, what is found independently. */
export const TruthView = z.object({
  truth: z.enum(['handler', 'citizen', 'evidence']),
  at: z.number(),
  byName: z.string(),
  unitName: z.string(),
  fields: z.array(Told),
})

/** A field of a record in words. */
export const RecordField = z.object({
  id: z.string(),
  title: z.string(),
  type: z.string(),
  text: z.string(),
  /** Personal and not shown whole. */
  masked: z.boolean(),
  /** Kept from the session altogether. */
  sealed: z.boolean(),
  /** May be shown whole, with a reason. */
  mayUnmask: z.boolean(),
  table: z.object({ columns: z.array(z.string()), rows: z.array(z.array(z.string())) }).optional(),
  files: z.array(z.string()).optional(),
  record: RecordName.optional(),
})

/** A clock of a record: where it stands, and everything that was done to it. */
export const RecordClock = z.object({
  id: z.string(),
  title: z.string(),
  source: z.string(),
  state: z.string(),
  due: z.string().optional(),
  used: z.string().optional(),
  left: z.string().optional(),
  /** For a bar, in the clock's own unit; absent before it is started. */
  bar: z
    .object({
      used: z.number(),
      limit: z.number(),
      state: z.enum(['running', 'paused', 'stopped']),
      overdue: z.boolean(),
    })
    .optional(),
  changes: z.array(
    z.object({
      kind: z.enum(['pause', 'extension']),
      from: Moment,
      to: Moment.optional(),
      by: z.string().optional(),
      reason: z.string(),
      approver: z.string(),
    }),
  ),
})

/** A stage of a register, and what its test says of an entry. */
export const StageView = z.object({
  stage: z.string(),
  title: z.string(),
  /** Where the entry stands now; else one that comes next. */
  present: z.boolean(),
  meets: z.boolean(),
  lines: z.array(z.object({ depth: z.number(), holds: z.boolean(), says: z.string(), values: z.array(z.string()) })),
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
  areaName: z.string().optional(),
  /** Clause of the catalogue by which the lead was given. */
  basis: z.string().optional(),
  urging: z.string().optional(),
  co: z.array(z.object({ name: z.string(), answered: z.boolean() })),
  fields: z.array(RecordField),
  clocks: z.array(RecordClock),
  truths: z.array(TruthView),
  /** Rounds of handling that ended in a redo, with what was said in each. */
  rounds: z.array(z.object({ number: z.number(), endedAt: Moment, reason: z.string(), truths: z.array(TruthView) })),
  requests: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      state: z.string(),
      text: z.string(),
      at: Moment,
      byName: z.string(),
      unitName: z.string(),
      fields: z.array(Told),
      decidedAt: Moment.optional(),
    }),
  ),
  /** The record that it follows as a duplicate, and those that follow it. */
  head: RecordName.optional(),
  members: z.array(RecordName),
  memberCount: z.number(),
  links: z.array(RecordName.extend({ link: z.string() })),
  stages: z.array(StageView),
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
