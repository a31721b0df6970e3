import { z } from 'zod'
import { Day, Id, JsonValue, Light, LightCounts, Limit, Moment, Month, Named, Year } from './common.ts'
import { RecordView } from './record.ts'

/** A line of the ledger. */
export const CommitmentRow = z.object({
  id: Id,
  title: z.string(),
  year: z.number(),
  chapter: z.string(),
  document: z.string().optional(),
  state: z.string(),
  stateTitle: z.string(),
  light: Light,
  /** The first reason of the light, in words. */
  why: z.string(),
  /** The target in words: 不低于1500亿元. Empty for a task without a number. */
  target: z.string(),
  unit: z.string(),
  value: z.number().optional(),
  current: z.number().optional(),
  currentPeriod: z.string().optional(),
  currentVersion: z.string().optional(),
  /** 完成率, 时序进度 as shares of one; 进度差 in percentage points. */
  completion: z.number().optional(),
  pace: z.number().optional(),
  gap: z.number().optional(),
  forecast: z.number().optional(),
  lead: z.string().optional(),
  leadName: z.string().optional(),
  leader: z.string().optional(),
  partners: z.array(Named),
  due: Day.optional(),
  /** Calendar days to `due`; negative when it is past. */
  daysLeft: z.number().optional(),
  lastPeriod: z.string().optional(),
  silentPeriods: z.number(),
  adjusted: z.boolean(),
  parent: z.string().optional(),
  parts: z.number(),
  seq: z.number(),
})

export const OverviewQuery = z.object({ year: Year.optional() })

/** One group of the overview: a unit or a chapter. */
export const LightGroup = LightCounts.extend({ id: z.string(), name: z.string(), total: z.number() })

/** A light that turned. */
export const LightChange = z.object({
  id: Id,
  title: z.string(),
  leadName: z.string().optional(),
  from: Light,
  to: Light,
  on: Day,
  why: z.string(),
})

/** The year at a glance. */
export const Overview = z.object({
  year: z.number(),
  years: z.array(z.number()),
  today: Day,
  total: z.number(),
  struckOff: z.number(),
  lights: LightCounts,
  /** 时序进度 of the year, share of one. */
  pace: z.number(),
  units: z.array(LightGroup),
  chapters: z.array(LightGroup),
  worst: z.array(CommitmentRow),
  silent: z.array(CommitmentRow),
  /** Due within 30 days, or past due and not struck off. */
  due: z.array(CommitmentRow),
  /** Lights that turned within the last 7 days. */
  changes: z.array(LightChange),
  /** The month that returns are owed for now, and how many came. */
  returns: z.object({ period: Month, due: Day, owed: z.number(), come: z.number() }),
  /** Proposals of own documents that nobody has decided yet. */
  unconfirmed: z.number(),
})

export const CommitmentsQuery = z.object({
  year: Year.optional(),
  /** Comma-separated lights. */
  light: z.string().max(100).optional(),
  /** Comma-separated states. */
  state: z.string().max(200).optional(),
  lead: z.string().max(200).optional(),
  chapter: z.string().max(200).optional(),
  document: z.string().max(200).optional(),
  /** Words of title or sentence. */
  q: z.string().max(100).optional(),
  after: z.string().max(500).optional(),
  limit: Limit.optional(),
})

/** A page of the ledger. */
export const CommitmentPage = z.object({
  rows: z.array(CommitmentRow),
  next: z.string().optional(),
  /** Lights of the whole selection; absent for a search by words. */
  lights: LightCounts.optional(),
  total: z.number().optional(),
})

/** The sentence a commitment comes from. */
export const SourceView = z.object({
  document: Id,
  title: z.string(),
  /** SHA-256 of the original file. */
  file: z.string(),
  item: z.string(),
  path: z.string(),
  start: z.number(),
  end: z.number(),
  before: z.string(),
  quote: z.string(),
  after: z.string(),
  place: z.string().optional(),
})

/** A value for a period, with its version and where it comes from. */
export const ReadingView = z.object({
  id: z.string(),
  period: z.string(),
  value: z.number(),
  unit: z.string(),
  version: z.enum(['forecast', 'preliminary', 'final']),
  versionTitle: z.string(),
  source: z.string(),
  sourceTitle: z.string(),
  record: z.string().optional(),
  at: Moment.optional(),
  /** Whether the present value rests on it. */
  used: z.boolean(),
  /** Address of the figure behind it, for `trace`; only where the session may open it. */
  figure: z.string().optional(),
})

export const ReturnRow = z.object({
  id: Id.optional(),
  commitment: Id,
  title: z.string(),
  unit: z.string(),
  unitName: z.string(),
  period: z.string(),
  /** draft, submitted, sentBack, approved; absent when nobody has begun it. */
  state: z.string().optional(),
  stateTitle: z.string(),
  value: z.number().optional(),
  valueUnit: z.string(),
  progress: z.string().optional(),
  needsValue: z.boolean(),
  target: z.string(),
  /** What was last reported. */
  last: z.object({ period: z.string(), value: z.number() }).optional(),
  /** Why it was sent back. */
  reason: z.string().optional(),
  seq: z.number().optional(),
})

/** A commitment whole. */
export const CommitmentDetail = z.object({
  row: CommitmentRow,
  /** Every reason of the light, in words, the weightiest first. */
  reasons: z.array(z.string()),
  lightRule: z.string(),
  source: SourceView.optional(),
  original: z.object({ title: z.string(), target: z.string(), due: Day.optional() }).optional(),
  readings: z.array(ReadingView),
  /** The line that was to be kept: month end and share of the target's way, as value of the target. */
  paceCurve: z.array(z.object({ on: Day, value: z.number() })),
  milestones: z.array(z.object({ id: z.string(), title: z.string(), due: Day, done: Day.optional() })),
  numbers: z.array(
    z.object({ item: z.string(), quote: z.string(), indicator: z.string(), proof: z.string().optional() }),
  ),
  returns: z.array(ReturnRow),
  parts: z.array(CommitmentRow),
  record: RecordView,
})

export const SplitBody = z.object({
  parts: z
    .array(z.object({ unit: Id, value: z.number().optional() }))
    .min(1)
    .max(60),
  key: z.string().min(8).max(200).optional(),
})

/** One difference between a sheet and the ledger. */
export const SplitDifference = z.object({
  row: z.number(),
  record: z.string(),
  title: z.string(),
  column: z.string(),
  columnTitle: z.string(),
  before: z.string(),
  now: z.string(),
  wanted: z.string(),
  refused: z.string().optional(),
})

export const SplitImport = z.object({
  rows: z.number(),
  differences: z.array(SplitDifference),
  problems: z.array(z.object({ message: z.string(), place: z.string().optional() })),
  takeable: z.number(),
  refused: z.number(),
  taken: z.number(),
})

export const TakeQuery = z.object({ take: z.enum(['true', 'false']).optional() })

export const ReturnsQuery = z.object({ period: Month.optional() })

/** A month's returns of what the session owes or reviews. */
export const ReturnsPage = z.object({
  period: Month,
  due: Day,
  rows: z.array(ReturnRow),
  counts: z.object({
    owed: z.number(),
    missing: z.number(),
    draft: z.number(),
    submitted: z.number(),
    sentBack: z.number(),
    approved: z.number(),
  }),
})

export const OpenReturnBody = z.object({ commitment: Id, period: Month })

export const CircularQuery = z.object({ month: Month })
export const YearQuery = z.object({ year: Year.optional() })

/** Commitments to be changed alike. */
export const BulkBody = z.object({
  ids: z.array(Id).min(1).max(500),
  action: z.string().max(60),
  input: z.record(z.string(), JsonValue),
  key: z.string().min(8).max(200),
})

export const BulkDone = z.object({
  done: z.number(),
  refused: z.array(z.object({ id: Id, title: z.string(), message: z.string() })),
})
