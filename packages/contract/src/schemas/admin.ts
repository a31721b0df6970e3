import { z } from 'zod'
import { Day, Id, JsonValue, Light, Moment, ProblemBody, Year } from './common.ts'

export const UnitView = z.object({
  id: Id,
  name: z.string(),
  kind: z.string(),
  kindTitle: z.string(),
  parent: z.string().optional(),
  closed: z.boolean(),
  people: z.number(),
})

export const PersonView = z.object({
  id: Id,
  name: z.string(),
  posts: z.array(
    z.object({
      id: Id,
      role: z.string(),
      roleTitle: z.string(),
      unit: z.string(),
      unitName: z.string(),
      from: Moment,
      to: Moment.optional(),
    }),
  ),
  /** Absent when nobody can sign in as this person. */
  account: z.object({ id: Id, name: z.string(), closed: z.boolean(), twoFactor: z.boolean() }).optional(),
  /** Name that was set down for an account which has not been made yet. */
  accountWanted: z.string().optional(),
})

/** Units of the district; those who may administer see its people and roles too. */
export const Organisation = z.object({
  units: z.array(UnitView),
  people: z.array(PersonView),
  roles: z.array(z.object({ id: z.string(), title: z.string() })),
  kinds: z.array(z.object({ id: z.string(), title: z.string() })),
})

export const NewUnitBody = z.object({
  id: Id.optional(),
  name: z.string().min(1).max(100),
  kind: z.string().min(1).max(40),
  parent: Id,
})
export const RenameUnitBody = z.object({ name: z.string().min(1).max(100) })
export const NewPersonBody = z.object({
  name: z.string().min(1).max(80),
  unit: Id,
  role: z.string().min(1).max(80),
  /** Name to sign in with; no account is made without one. */
  account: z.string().min(1).max(100).optional(),
})
export const NewPostBody = z.object({ unit: Id, role: z.string().min(1).max(80) })
export const NewAccountBody = z.object({ name: z.string().min(1).max(100) })
export const CloseAccountBody = z.object({ closed: z.boolean() })
export const IssuedPassword = z.object({ account: z.string(), name: z.string(), password: z.string() })
export const PersonMade = z.object({ id: Id, password: IssuedPassword.optional() })

export const OrganisationImported = z.object({
  rows: z.number(),
  units: z.number(),
  people: z.number(),
  posts: z.number(),
  known: z.number(),
  problems: z.array(ProblemBody),
})

const SettingChoice = z.object({ value: z.string(), title: z.string() })

/** How a table of settings is filled in: keys that lead to a row, and its columns; without levels it is one row. */
export const SettingForm = z.object({
  levels: z.array(z.object({ title: z.string(), choices: z.array(SettingChoice) })),
  columns: z.array(
    z.object({
      /** Empty for the one column of rows that are plain values. */
      id: z.string(),
      title: z.string(),
      type: z.enum(['number', 'text', 'boolean', 'limit', 'unit', 'units', 'choice']),
      choices: z.array(SettingChoice),
    }),
  ),
})

export const SettingView = z.object({
  machine: z.string(),
  machineTitle: z.string(),
  setting: z.string(),
  title: z.string(),
  type: z.enum(['number', 'text', 'boolean', 'limit', 'table', 'list']),
  source: z.string(),
  value: JsonValue,
  /** The default. */
  usual: JsonValue,
  own: z.boolean(),
  form: SettingForm.optional(),
  /** The page on which it is kept, where it is not this one. */
  keptAt: z.enum(['rules', 'indicators']).optional(),
  /** Since when the district's own value holds. */
  from: Moment.optional(),
  /** What comes later. */
  later: z.array(z.object({ from: Moment, value: JsonValue })),
})
export const SettingsPage = z.object({ rows: z.array(SettingView) })
export const SettingBody = z.object({
  machine: z.string(),
  setting: z.string(),
  value: JsonValue,
  /** From when it holds; from now unless said. */
  from: Moment.optional(),
})

/** Light rules: the published sets, the one in force, and what each says in words. */
export const LightRules = z.object({
  current: z.object({ id: z.string(), title: z.string(), source: z.string(), clauses: z.array(z.string()) }),
  presets: z.array(z.object({ id: z.string(), title: z.string(), source: z.string(), clauses: z.array(z.string()) })),
})
export const LightRulesBody = z.object({ preset: z.string().max(80) })

/** Lights that a set of rules would turn. */
export const LightRulesPreview = z.object({
  judged: z.number(),
  changes: z.array(z.object({ id: Id, title: z.string(), from: Light, to: Light, why: z.string() })),
})

export const CalendarQuery = z.object({ year: Year })
export const CalendarView = z.object({
  year: z.number(),
  /** Whether the State Council has published it; else due days in it are provisional. */
  published: z.boolean(),
  /** Title, number and date of the notice. */
  notice: z.string().optional(),
  days: z.array(z.object({ day: Day, kind: z.enum(['holiday', 'make-up']), name: z.string() })),
  workdays: z.number(),
})

export const IndicatorRow = z.object({
  id: z.string(),
  name: z.string(),
  aliases: z.array(z.string()),
  own: z.boolean(),
  commitments: z.number(),
})
export const IndicatorQuery = z.object({ q: z.string().max(60).optional() })
export const IndicatorsPage = z.object({ rows: z.array(IndicatorRow), total: z.number() })
export const MergeIndicatorsBody = z.object({ from: z.string().min(1).max(200), into: z.string().min(1).max(200) })
export const Nothing = z.object({})
