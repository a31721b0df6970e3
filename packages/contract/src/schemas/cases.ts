import { z } from 'zod'
import { Id, JsonValue, Limit, Moment, Named } from './common.ts'
import { FormField } from './record.ts'

/** A machine of the catalogue. */
export const MachineId = z.string().min(1).max(60)

/** A system that the session may look into, and what is to be done in it. */
export const SystemTile = z.object({
  machine: z.string(),
  system: z.string(),
  title: z.string(),
  noun: z.string(),
  kind: z.enum(['loop', 'register']),
  purpose: z.string(),
  open: z.number(),
  waiting: z.number(),
  overdue: z.number(),
  /** Due later today. */
  today: z.number(),
  mayOpen: z.boolean(),
})

export const SystemTiles = z.object({ rows: z.array(SystemTile) })

const Offered = z.object({ value: z.string(), title: z.string() })

/** An action that opens records, with its form, or why it is not open. */
export const OpeningView = z.object({
  action: z.string(),
  title: z.string(),
  allowed: z.boolean(),
  why: z.string().optional(),
  form: z.array(FormField),
  /** The field that says where the matter lies. */
  areaField: z.string().optional(),
})

/** What the pages of a system are made of. */
export const SystemSetup = z.object({
  machine: z.string(),
  system: z.string(),
  title: z.string(),
  noun: z.string(),
  kind: z.enum(['loop', 'register']),
  purpose: z.string(),
  states: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      final: z.boolean(),
      counted: z.boolean(),
      stage: z.boolean(),
    }),
  ),
  columns: z.array(z.object({ id: z.string(), title: z.string(), type: z.string() })),
  categories: z.array(Offered),
  categoryTitle: z.string(),
  facets: z.array(z.object({ id: z.string(), title: z.string(), values: z.array(Offered) })),
  hasClocks: z.boolean(),
  openings: z.array(OpeningView),
  /** Absent where the session may not import. */
  sheet: z
    .object({
      columns: z.array(
        z.object({
          id: z.string(),
          header: z.string(),
          required: z.boolean(),
          writtenAs: z.string(),
          example: z.string(),
        }),
      ),
      mappings: z.array(z.string()),
    })
    .optional(),
})

/** Which records of a system are meant. */
export const CasesQuery = z.object({
  mine: z.enum(['true', 'false']).optional(),
  show: z.enum(['open', 'closed', 'all']).optional(),
  /** Comma-separated states. */
  state: z.string().max(400).optional(),
  /** Led by this unit or one below it. */
  lead: z.string().max(200).optional(),
  area: z.string().max(200).optional(),
  category: z.string().max(200).optional(),
  /** `field=value`, several parted by `|`; those of one field are alternatives. */
  facet: z.string().max(1000).optional(),
  due: z.enum(['overdue', 'today', 'week']).optional(),
  q: z.string().max(100).optional(),
  order: z.enum(['due', 'newest']).optional(),
  after: z.string().max(500).optional(),
  limit: Limit.optional(),
})

/** Where a clock stands, for a bar: amounts in its own unit, and in words. */
export const ClockBar = z.object({
  title: z.string(),
  used: z.number(),
  limit: z.number(),
  usedText: z.string(),
  leftText: z.string(),
  due: z.string().optional(),
  state: z.enum(['running', 'paused', 'stopped']),
  overdue: z.boolean(),
})

/** A line of a list of records. */
export const CaseLine = z.object({
  id: Id,
  title: z.string(),
  state: z.string(),
  stateTitle: z.string(),
  category: z.string(),
  leadName: z.string().optional(),
  areaName: z.string().optional(),
  openedAt: Moment,
  closedAt: Moment.optional(),
  overdue: z.boolean(),
  urging: z.string().optional(),
  /** Times it was handled anew. */
  rounds: z.number(),
  mine: z.boolean(),
  /** By the columns of the system, in words. */
  cells: z.array(z.string()),
  clock: ClockBar.optional(),
  /** What an entry of a register lacks for the next stage. */
  lacks: z.array(z.string()).optional(),
})

export const CasesPage = z.object({
  rows: z.array(CaseLine),
  next: z.string().optional(),
  /** How many stand in each state, on the first page of what is open. */
  states: z.array(z.object({ state: z.string(), count: z.number() })).optional(),
})

export const OpenCaseBody = z.object({
  action: z.string().min(1).max(60),
  input: z.record(z.string(), JsonValue),
  key: z.string().min(8).max(150),
})

/** What is about to be registered, or a record that is. */
export const DuplicatesBody = z.object({
  input: z.record(z.string(), JsonValue).optional(),
  area: z.string().max(200).optional(),
  record: Id.optional(),
})

export const DuplicateLine = z.object({
  id: Id,
  title: z.string(),
  stateTitle: z.string(),
  areaName: z.string().optional(),
  openedAt: Moment,
  why: z.string(),
  /** Share of words in common, 0 to 1. */
  alike: z.number(),
})

export const DuplicatesFound = z.object({ rows: z.array(DuplicateLine) })

export const ManyIds = z.object({ ids: z.array(Id).min(1).max(500) })

export const ManyChoices = z.object({
  rows: z.array(z.object({ action: z.string(), title: z.string(), count: z.number(), form: z.array(FormField) })),
})

export const ManyBody = ManyIds.extend({
  action: z.string().min(1).max(60),
  input: z.record(z.string(), JsonValue),
  key: z.string().min(8).max(60),
})

export const ManyDone = z.object({
  rows: z.array(z.object({ id: Id, title: z.string(), ok: z.boolean(), text: z.string() })),
})

export const CaseImportQuery = z.object({
  name: z.string().min(1).max(300),
  take: z.enum(['true', 'false']).optional(),
  /** Ids of the columns that the sheet's fill, in the order of its header, parted by commas; guessed unless given. */
  columns: z.string().max(4000).optional(),
  /** Name of a saved mapping. */
  mapping: z.string().max(64).optional(),
  /** Saves the mapping that was used under this name. */
  saveAs: z.string().max(64).optional(),
})

export const CaseImport = z.object({
  header: z.array(z.string()),
  /** For each title of the header the column that it fills; empty for none. */
  columns: z.array(z.string()),
  /** The first rows, as they stand in the sheet. */
  sample: z.array(z.array(z.string())),
  rows: z.number(),
  opened: z.number(),
  repeated: z.number(),
  failed: z.number(),
  problems: z.array(z.object({ message: z.string(), place: z.string().optional() })),
})

export const FileQuery = z.object({ name: z.string().min(1).max(300) })

export const FileKept = z.object({ hash: z.string(), size: z.number(), ending: z.string() })

export const UnmaskBody = z.object({
  field: z.string().min(1).max(60),
  reason: z.string().min(1).max(400),
  key: z.string().min(8).max(150),
})

export const Unmasked = z.object({ value: z.string() })

/** Records that point to another, by kind and field. */
export const RelatedGroups = z.object({
  groups: z.array(
    z.object({
      machine: z.string(),
      noun: z.string(),
      field: z.string(),
      fieldTitle: z.string(),
      rows: z.array(Named.extend({ stateTitle: z.string(), openedAt: Moment, overdue: z.boolean() })),
      more: z.boolean(),
    }),
  ),
})
