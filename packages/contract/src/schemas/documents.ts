import { z } from 'zod'
import { Day, Id, JsonValue, Moment, Named, ProblemBody } from './common.ts'

export const DocumentRow = z.object({
  id: Id,
  title: z.string(),
  kind: z.enum(['report', 'plan', 'bulletin', 'other']),
  kindTitle: z.string(),
  place: z.string(),
  year: z.number().optional(),
  own: z.boolean(),
  state: z.string(),
  stateTitle: z.string(),
  statements: z.number(),
  tasks: z.number(),
  /** Proposals that nobody has decided yet. */
  open: z.number(),
  importedAt: Moment,
})

export const DocumentList = z.object({ rows: z.array(DocumentRow) })

/** A file goes up as the body itself; its name stands here, percent-encoded. */
export const UploadQuery = z.object({
  name: z.string().min(1).max(300),
  /** Whether it is the district's own document; another's is only compared with. */
  own: z.enum(['true', 'false']).optional(),
})

/** The disclosure header and what else is known of the document. */
export const DocumentMeta = z.object({
  title: z.string(),
  kind: z.enum(['report', 'plan', 'bulletin', 'other']),
  kindTitle: z.string(),
  place: z.string().optional(),
  year: z.number().optional(),
  publisher: z.string().optional(),
  indexNumber: z.string().optional(),
  documentNumber: z.string().optional(),
  date: z.string().optional(),
})

export const ClauseView = z.object({
  id: z.string(),
  start: z.number(),
  end: z.number(),
  path: z.array(z.string()),
  half: z.enum(['review', 'plan', 'other']),
  class: z.string(),
})

export const OutlineEntry = z.object({ start: z.number(), end: z.number(), level: z.number(), text: z.string() })

export const StatementView = z.object({
  id: z.string(),
  clause: z.string(),
  start: z.number(),
  end: z.number(),
  quote: z.string(),
  /** In words: 不低于1500亿元. */
  target: z.string(),
  indicator: z.string(),
  kindTitle: z.string(),
  modality: z.enum(['target', 'result', 'forecast']),
  year: z.number().optional(),
  scope: z.string().optional(),
})

/** What a passage proposes as a commitment, and what was decided of it. */
export const ProposalView = z.object({
  item: z.string(),
  kind: z.enum(['statement', 'task']),
  clause: z.string(),
  start: z.number(),
  end: z.number(),
  title: z.string(),
  target: z.string(),
  value: z.number().optional(),
  unit: z.string(),
  comparator: z.string().optional(),
  indicator: z.string().optional(),
  indicatorName: z.string().optional(),
  indicatorKnown: z.boolean(),
  due: Day.optional(),
  /** Unit that is proposed as lead, where one of the district's fits. */
  lead: Named.optional(),
  partners: z.array(Named),
  decision: z.enum(['open', 'confirmed', 'rejected', 'merged', 'split']),
  commitment: z.string().optional(),
  note: z.string().optional(),
})

/** A document with its text and everything that was read from it. Offsets are UTF-16, end exclusive. */
export const DocumentDetail = z.object({
  row: DocumentRow,
  meta: DocumentMeta,
  /** SHA-256 of the original. */
  file: z.string(),
  fileName: z.string(),
  text: z.string(),
  outline: z.array(OutlineEntry),
  clauses: z.array(ClauseView),
  statements: z.array(StatementView),
  proposals: z.array(ProposalView),
  problems: z.array(ProblemBody),
})

/** What an import would bring; nothing is written. */
export const DocumentPreview = DocumentDetail.omit({ row: true, file: true })

export const DocumentImported = z.object({ row: DocumentRow, repeated: z.boolean(), problems: z.array(ProblemBody) })

/** What a person changes as they confirm. */
export const Correction = z.object({
  title: z.string().max(300).optional(),
  leadUnit: Id.optional(),
  partners: z.array(Id).optional(),
  leader: z.string().max(80).optional(),
  due: Day.optional(),
  from: Day.optional(),
  indicator: z.string().max(200).optional(),
  indicatorName: z.string().max(200).optional(),
  value: z.number().optional(),
  valueTo: z.number().optional(),
  unit: z.string().max(40).optional(),
  comparator: z.string().max(20).optional(),
  base: z.number().optional(),
})

export const DecisionBody = z.discriminatedUnion('decide', [
  z.object({
    decide: z.literal('confirm'),
    /** Absent: all that are open. */
    items: z.array(z.string()).optional(),
    corrections: z.record(z.string(), Correction).optional(),
  }),
  z.object({ decide: z.literal('reject'), items: z.array(z.string()).min(1), reason: z.string().min(1).max(500) }),
  z.object({
    decide: z.literal('merge'),
    items: z.array(z.string()).min(2),
    title: z.string().min(1).max(300),
    correction: Correction.optional(),
  }),
  z.object({
    decide: z.literal('split'),
    items: z.tuple([z.string()]),
    parts: z
      .array(Correction.extend({ title: z.string().min(1).max(300) }))
      .min(2)
      .max(20),
  }),
  z.object({ decide: z.literal('reopen'), items: z.array(z.string()).min(1) }),
])

export const Decided = z.object({
  decided: z.number(),
  open: z.number(),
  commitments: z.record(z.string(), z.string()),
})

export const PromisesQuery = z.object({ plan: Id, report: Id })

export const PromiseView = z.object({
  item: z.string(),
  title: z.string(),
  sentence: z.string(),
  outcome: z.enum(['exceeded', 'met', 'short', 'reworded', 'mentioned', 'notMentioned']),
  outcomeTitle: z.string(),
  sure: z.boolean(),
  confidence: z.number(),
  evidence: z.array(z.string()),
  reasons: z.array(z.string()),
})

/** The promises of a plan held against the report of the year after. */
export const Promises = z.object({
  plan: Named,
  report: Named,
  year: z.number(),
  counts: z.record(z.string(), z.number()),
  rows: z.array(PromiseView),
})

export const FiguresQuery = z.object({
  a: Id,
  /** Absent: results against targets of `a` itself. */
  b: Id.optional(),
})

/** Two figures side by side: comparable, or refused with the reasons. */
export const FigurePair = z.object({
  indicator: z.string(),
  a: z.object({ quote: z.string(), value: z.string(), number: z.number().optional() }).optional(),
  b: z.object({ quote: z.string(), value: z.string(), number: z.number().optional() }).optional(),
  /** The second less the first, signed, with its unit; only where they compare. */
  difference: z.string().optional(),
  /** lowered, possible, better, worse, same, unclear, refused, new, dropped, onlyA, onlyB */
  verdict: z.string(),
  verdictTitle: z.string(),
  reasons: z.array(z.string()),
})

export const Compared = z.object({
  kind: z.enum(['years', 'districts']),
  a: z.object({ title: z.string(), place: z.string().optional(), year: z.number().optional() }),
  b: z.object({ title: z.string(), place: z.string().optional(), year: z.number().optional() }),
  rows: z.array(FigurePair),
})

export const Anything = JsonValue
