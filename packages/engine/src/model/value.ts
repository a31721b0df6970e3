/** What a field, an input or a setting may hold: plain data, so that it can be printed, hashed and sent. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** A value that is worked out from the record, the input, the settings or the moment. Data, never code. */
export type Expr =
  | { readonly const: Json }
  /** A field of the record. */
  | { readonly field: string }
  /** What the actor gave with the action. */
  | { readonly input: string }
  /**
   * A setting of the district; with `by`, the settings hold a table whose keys are the values of `by`, in order;
   * `*` is any other key.
   */
  | { readonly setting: string; readonly by?: readonly Expr[] }
  /** How often something was counted on this record: an action, a redo, a named counter. 0 when never. */
  | { readonly counter: string }
  /** The acting person, or the unit of the post by which they act. */
  | { readonly actor: 'person' | 'unit' }
  /** The moment of the action. */
  | { readonly now: true }
  /** The local day of the action, `YYYY-MM-DD`. */
  | { readonly today: true }
  /** Time that a clock's run has used by now, pauses left out, in the unit of its limit: working days with unit `workday`. Absent where it never ran. */
  | { readonly used: string }
  /** Who holds the record, where it belongs, and when things happened. */
  | { readonly fact: Fact }
  /** A field of one of the three truths. */
  | { readonly truth: TruthKind; readonly field: string }
  /** A field of the latest request of a kind, decided or not. */
  | { readonly asked: string; readonly field: string }
  /** The first of them that is there (neither null, empty text nor empty list); null when none is. */
  | { readonly first: readonly Expr[] }
  /** Arithmetic; null when an operand is no number (or is absent) or a division is by 0. */
  | { readonly op: 'plus' | 'minus' | 'times' | 'over'; readonly of: readonly [Expr, Expr] }

/** What every record knows without declaring it. Instants are milliseconds since 1970. */
export type Fact =
  | 'id'
  | 'state'
  | 'lead'
  | 'basis'
  | 'area'
  | 'openedAt'
  | 'closedAt'
  | 'stateSince'
  | 'urging'
  | 'groupHead'
  | 'coCount'

/**
 * The three truths of a case, kept apart: what the handler says was done, what the citizen answered, and evidence that
 * depends on neither.
 */
export type TruthKind = 'handler' | 'citizen' | 'evidence'

/** A test, as data: evaluated alike in server and browser, and said in Chinese by `describeCondition`. */
export type Condition =
  | { readonly always: true }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly equals: readonly [Expr, Expr] }
  | { readonly oneOf: Expr; readonly values: readonly Json[] }
  /** The list on the left holds the value on the right. */
  | { readonly holds: Expr; readonly value: Expr }
  /** Each row of `of` has a row with the same value of column `by` in `covers`; always when there is no row. */
  | { readonly covers: Expr; readonly of: Expr; readonly by: string }
  /** Neither absent, null, empty text nor empty list. */
  | { readonly present: Expr }
  /** Numbers (instants too) by size; false when either is absent. */
  | { readonly compare: 'lt' | 'lte' | 'gt' | 'gte'; readonly of: readonly [Expr, Expr] }
  /**
   * How a clock stands. `inTime` and `late` ask of a stopped clock, `overdue` of a running one that has passed its
   * due moment.
   */
  | { readonly clock: string; readonly is: ClockStanding }
  | { readonly inState: readonly string[] }
  /** A truth has been recorded (in the present round). */
  | { readonly stated: TruthKind }
  /** A request of this kind waits for its decision, was granted, or was refused (the latest of the kind counts). */
  | { readonly request: string; readonly is: 'pending' | 'granted' | 'refused' | 'none' }
  /** The acting unit is a co-handler, or every co-handler has answered. */
  | { readonly co: 'actorIsOne' | 'allAnswered' | 'none' }
  /** The record heads a group of merged duplicates, or follows one. */
  | { readonly group: 'head' | 'member' | 'none' }

/** How a clock stands at a moment. `ended` is stopped, in time or late. */
export type ClockStanding = 'idle' | 'running' | 'paused' | 'ended' | 'inTime' | 'late' | 'overdue'
