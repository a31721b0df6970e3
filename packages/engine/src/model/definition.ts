import type { ClockRule, MarkTime } from '../clock/index.ts'
import type { Condition, Expr, Json, TruthKind } from './value.ts'

/**
 * What a field holds. `place` is {text, x?, y?}; `file`s are content hashes; `unit` and `person` are ids; `rows` are lines of a
 * small table, each named by its key column.
 */
export type FieldType =
  | 'text'
  | 'longText'
  | 'number'
  | 'money'
  | 'date'
  | 'instant'
  | 'choice'
  | 'choices'
  | 'boolean'
  | 'unit'
  | 'units'
  | 'person'
  | 'place'
  | 'files'
  | 'record'
  | 'rows'

/** How a personal field is shown to those who may not see it whole (domain.md 17). */
export type Mask = 'name' | 'phone' | 'idNumber' | 'address' | 'all'

/**
 * Keeps a personal field from some altogether: while the test holds, who stands to the record only in these
 * relations sees nothing of it, not even masked, and cannot unmask it (济南 32条: the unit a report is about never
 * learns who made it; domain.md 17).
 */
export interface Seal {
  /** Looks at the record alone. */
  readonly when: Condition
  readonly from: readonly Relation[]
}

/** One field of a record or of an action's form. */
export interface FieldDefinition {
  readonly title: string
  readonly type: FieldType
  /** One sentence for the form. */
  readonly help?: string
  readonly required?: boolean
  /** For `choice` and `choices`: code → title. */
  readonly choices?: Readonly<Record<string, string>>
  /** The choices are the keys of this setting (a table whose rows have a `title`) instead. */
  readonly choicesFrom?: string
  /** Unit of measurement of a number: 万元, 人. */
  readonly unit?: string
  readonly min?: number
  readonly max?: number
  readonly maxLength?: number
  /** A regular expression the text must match whole, with what it asks for in words. */
  readonly pattern?: { readonly regex: string; readonly says: string }
  /**
   * Personal: encrypted at rest, masked everywhere, shown whole only with a reason. `lookup` keeps a keyed hash so
   * that the same caller is found again.
   */
  readonly personal?: { readonly mask: Mask; readonly lookup?: boolean; readonly sealed?: Seal }
  /** Its words can be searched. Never for personal fields. */
  readonly search?: boolean
  /** Shown in lists, in this order. */
  readonly column?: number
  /** Lists can be narrowed by its value. For fields of one plain value, never for personal ones. */
  readonly facet?: boolean
  /** For `rows`: the columns of the table, and the one of them (a text) that names a row. Plain columns only. */
  readonly columns?: Readonly<Record<string, FieldDefinition>>
  readonly key?: string
  /**
   * For `rows` that are a plan by period: the column with the period (`YYYY-MM`) and the one with the number planned for it. Readings whose series is
   * the record's own id are held against it.
   */
  readonly plan?: { readonly by: string; readonly value: string }
}

/**
 * A reading (实绩): a value for a period, in a version. It is added to the series that it names and never overwrites an earlier one
 * (domain.md 15). Each part is an expression; one whose value, series or period is absent adds nothing.
 */
export interface ReadingParts {
  /** What is measured: any text, the same for all readings that belong together. */
  readonly series: Expr
  /** `YYYY`, `YYYY-H1`, `YYYY-Q3`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly period: Expr
  /** forecast, preliminary, final. */
  readonly version: Expr
  /** What stretch the value stands for: toDate, period, moment. */
  readonly covers: Expr
  readonly value: Expr
  readonly unit: Expr
  /** Where it comes from: measure, document, return. */
  readonly source: Expr
  /** Counts behind a ratio. */
  readonly numerator?: Expr
  readonly denominator?: Expr
}

/** How a role must stand to a record to act on it. */
export type Relation =
  /** Its post is at the unit that leads the record, or above it. */
  | 'lead'
  /** … at a co-handling unit, or above it. */
  | 'co'
  /** … at the area (street, community) where the matter lies, or above it. */
  | 'area'
  /** … at the district itself. */
  | 'district'
  /** A post anywhere: for opening records, or for matters that any unit may do. */
  | 'anywhere'

/** Who may act: a role in a relation. */
export interface Grant {
  readonly role: string
  readonly at: Relation
}

/** A change of the record, as data. Effects of an action are carried out in order. */
export type Effect =
  | { readonly set: string; readonly to: Expr }
  /** Puts rows into a field of type `rows`: those with a known key take the place of their namesakes, others are added at the end. */
  | { readonly put: string; readonly rows: Expr }
  /** Adds a reading to its series; or many, one a row whose columns are named as the parts of a reading. */
  | { readonly read: ReadingParts }
  | { readonly readRows: Expr }
  /**
   * Has another record (of any machine) do one of its `told` actions in the same transaction, with values worked out here. One that
   * cannot do it in its present state is left as it is.
   */
  | { readonly tell: Expr; readonly action: string; readonly give: Readonly<Record<string, Expr>> }
  | { readonly clear: string }
  /**
   * Starts a clock (ending its former run, if it runs). `limit` overrides the clock's own; a plain number is so many of the unit that
   * the clock's own limit has, a date the natural days to the end of it.
   */
  | { readonly start: string; readonly limit?: Expr }
  /** Stops a clock; nothing when it does not run. */
  | { readonly stop: string }
  /** Pauses, resumes and extends; reason and approver come from the action's input `reason` and the actor. */
  | { readonly pause: string }
  | { readonly resume: string }
  /** `by` is a number in the unit of the run's limit. */
  | { readonly extend: string; readonly by: Expr }
  /** Gives the record to a unit; `basis` is the clause of the catalogue that says so. */
  | { readonly assign: 'lead'; readonly to: Expr; readonly basis?: Expr }
  | { readonly assign: 'co'; readonly to: Expr }
  | { readonly assign: 'area'; readonly to: Expr }
  | { readonly release: 'co' | 'lead' }
  /** A co-handler (the acting unit) has answered. */
  | { readonly answered: 'co' }
  /** Records a truth from inputs of the action. */
  | { readonly state: TruthKind; readonly fields: readonly string[] }
  | { readonly count: string }
  /** Begins another round: the truths of this one are kept in it, the redo is counted and linked. The reason is the input `reason` unless said. */
  | { readonly redo: true; readonly reason?: Expr }
  /**
   * Files a request (an objection, an extension, a pause, an exclusion) from the action's input, or decides the
   * pending one.
   */
  | { readonly request: string; readonly fields: readonly string[] }
  | { readonly decide: string; readonly granted: boolean; readonly basis?: Expr }
  /** Raises the level of urging, never lowers it. */
  | { readonly urge: string }
  /** Follows the record whose id the expression gives, as a duplicate. `leave` ends that. */
  | { readonly join: Expr }
  | { readonly leave: true }
  /** Links to another record: a repeat of, a follow-up to. */
  | { readonly link: string; readonly to: Expr }
  /**
   * Effects only when a test holds, others when it does not; tested on the record as the effects before have left
   * it.
   */
  | { readonly if: Condition; readonly then: readonly Effect[]; readonly otherwise?: readonly Effect[] }
  /** A message to everyone who holds a role at the related unit. */
  | { readonly notify: Grant; readonly message: string }

/** A state of a loop or a stage of a register. */
export interface StateDefinition {
  readonly title: string
  readonly kind: 'open' | 'final'
  /** The clock that runs out while a record stands here … */
  readonly clock?: string
  /** … or why none does. A state needs one of the two. */
  readonly noClock?: string
  /** Whom it waits for, in words: 承办单位. */
  readonly waitsFor?: string
  /** A stage of a register: what an entry must meet to come to stand here. */
  readonly test?: Condition
  /** A stage of a register: an entry here counts as being in. */
  readonly counted?: boolean
}

/** One thing that can be done with a record. */
export interface ActionDefinition {
  readonly title: string
  /** States it can be done in; `'new'` opens a record. */
  readonly from: readonly string[] | 'new'
  /**
   * Where it leads: a state, the same one (`'same'`), or the first branch whose condition holds (the last branch
   * needs none). Branches are tested on the record as the effects have left it.
   */
  readonly to: string | readonly { readonly when?: Condition; readonly to: string }[]
  /** Who may. Not for actions of the machine (`system`). */
  readonly by: readonly Grant[]
  /** Done by the machine itself: by a clock's mark or by the head of a group. Nobody may call it. */
  readonly system?: boolean
  /** A `system` action that is set off from outside: by another record that tells it, or by the program. */
  readonly told?: boolean
  /** Field ids of the form: fields of the record (which are then set) or the action's own `fields`. */
  readonly input?: readonly string[]
  /** Input that must be given though the field itself is optional. */
  readonly needs?: readonly string[]
  /** Fields of this action alone: kept in its event, not on the record, unless an effect puts them there. */
  readonly fields?: Readonly<Record<string, FieldDefinition>>
  /**
   * All must hold; the first that does not gives the refusal its code and its words. They are tested before the
   * effects, on the record with the fields of the form already set.
   */
  readonly guards?: readonly { readonly when: Condition; readonly code: string }[]
  readonly effects?: readonly Effect[]
  /**
   * When the head of a group does this, every member does the named `system` action in the same transaction. It is
   * given what of the head's input it offers itself, and the values of `give`, worked out on the head after its
   * effects.
   */
  readonly carries?: string | { readonly action: string; readonly give: Readonly<Record<string, Expr>> }
}

/** A point in the run of a clock at which something happens once. */
export interface MarkDefinition {
  readonly title: string
  readonly at: MarkTime
  /** Carried out by the machine at that moment. */
  readonly effects: readonly Effect[]
  /** Or a `system` action, which may also move the record. */
  readonly action?: string
}

/** A time limit of a loop. */
export interface ClockDefinition {
  readonly title: string
  /** Gives `{value, unit}`, from settings as a rule; its source stands in `source`. */
  readonly limit: Expr
  readonly rule: ClockRule
  readonly marks?: Readonly<Record<string, MarkDefinition>>
  /** Reasons for which it may be paused: code → title. Without it the clock cannot be paused. */
  readonly pauseReasons?: Readonly<Record<string, string>>
  /** How often and by how much (in the unit of the limit) it may be extended. Without it, never. */
  readonly extension?: { readonly times: Expr; readonly total: Expr }
  readonly source: string
}

/** A request that somebody else decides. */
export interface RequestDefinition {
  readonly title: string
  readonly reasons?: Readonly<Record<string, string>>
  /** When granted, the record is left out of adjusted figures; raw ones keep it. */
  readonly excludes?: boolean
  readonly source: string
}

/** A setting of the district that a system reads, with its default. */
export interface SettingDefinition {
  readonly title: string
  /** `table`: rows by key, possibly nested; `limit`: {value, unit}. */
  readonly type: 'number' | 'text' | 'boolean' | 'limit' | 'table' | 'list'
  readonly default: Json
  readonly source: string
}

/** Steps from one version of a definition to the next. Pure; never changes what it is given. */
export interface MigrationDefinition {
  readonly from: number
  readonly to: number
  /** Old state → new state, for those that are renamed or gone. */
  readonly states?: Readonly<Record<string, string>>
  /** Old field → new field; null drops it. */
  readonly fields?: Readonly<Record<string, string | null>>
  /** Values for fields that the new version asks for. */
  readonly defaults?: Readonly<Record<string, Json>>
  /** Old clock → new clock. */
  readonly clocks?: Readonly<Record<string, string>>
}

/** What loops and registers have in common: states, actions, clocks, fields. */
export interface Machine {
  /** Unique in the catalogue: `hotline`. */
  readonly id: string
  /** The system it belongs to. */
  readonly system: string
  readonly kind: 'loop' | 'register'
  readonly version: number
  readonly title: string
  /** One sentence. */
  readonly purpose: string
  /** Laws, rules, documents, each with its place. */
  readonly basis: readonly string[]
  /** How one record is called: 工单, 企业. */
  readonly noun: string
  /** role id → title. */
  readonly roles: Readonly<Record<string, string>>
  readonly fields: Readonly<Record<string, FieldDefinition>>
  /** Which field names a record in lists, which one its category is counted by. */
  readonly titleField: string
  readonly categoryField?: string
  readonly states: Readonly<Record<string, StateDefinition>>
  readonly actions: Readonly<Record<string, ActionDefinition>>
  readonly clocks: Readonly<Record<string, ClockDefinition>>
  readonly requests: Readonly<Record<string, RequestDefinition>>
  /** Levels of urging, mildest first: code → title. */
  readonly urging: Readonly<Record<string, string>>
  readonly settings: Readonly<Record<string, SettingDefinition>>
  /**
   * Who may see records, in which relation; personal fields stay masked. `unmask`: who may see those whole, with a
   * reason.
   */
  readonly readers: readonly Grant[]
  readonly unmask: readonly Grant[]
  /** Wording of guard codes and messages: code → Chinese. */
  readonly wording: Readonly<Record<string, string>>
  readonly migrations: readonly MigrationDefinition[]
  /** Worked examples: given, action, expected; run as tests and shown on the page. */
  readonly examples: readonly ExampleDefinition[]
}

/** A worked example: a history of actions, each with what must come of it. */
export interface ExampleDefinition {
  readonly title: string
  readonly steps: readonly {
    /**
     * Role by which it is done, and the unit of the post (an id of the example's own tree, see `testing`). Neither for a `told` action,
     * which the machine does.
     */
    readonly role?: string
    readonly unit?: string
    /** Who it is, for somebody who acts by several posts; else every post is another person's. */
    readonly person?: string
    /**
     * Which record, when the example has several: a name of its own; an input that holds the name stands for its
     * id.
     */
    readonly record?: string
    readonly action: string
    readonly input?: Readonly<Record<string, Json>>
    /** Local time: `2025-09-26 10:00`. */
    readonly at: string
    /** Expected: the state it leads to, or the refusal's code. */
    readonly state?: string
    readonly refused?: string
    /** Expected due moment of clocks after the step, local time. */
    readonly due?: Readonly<Record<string, string>>
  }[]
}
