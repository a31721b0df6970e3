import type { Effect } from '../model/definition.ts'
import type { ClockStanding, Condition, Expr, Fact, Json, TruthKind } from '../model/value.ts'

/** The value itself. */
export const constant = (value: Json): Expr => ({ const: value })

/** A field of the record, with what the action's form has just set. */
export const field = (id: string): Expr => ({ field: id })

/** What the actor gave with the action. */
export const input = (id: string): Expr => ({ input: id })

/** A setting of the district; with `by`, a cell of its table, `*` being the row of every other key. */
export const setting = (id: string, ...by: readonly Expr[]): Expr =>
  by.length === 0 ? { setting: id } : { setting: id, by }

/** How often an action was done, a redo was begun (`redo`) or a named counter was counted on this record. */
export const counter = (id: string): Expr => ({ counter: id })

/** The unit of the post by which the actor acts. */
export const actorUnit: Expr = { actor: 'unit' }

/** The person who acts. */
export const actorPerson: Expr = { actor: 'person' }

/** The moment of the action. */
export const now: Expr = { now: true }

/** The local day of the action: what dates are held against. */
export const today: Expr = { today: true }

/** Time that a clock has used, pauses left out, in the unit of its limit. Seen by guards and effects, never by counters: keep it in a field for those. */
export const clockUsed = (clock: string): Expr => ({ used: clock })

/** What every record knows of itself: who holds it, where it stands, since when. */
export const fact = (id: Fact): Expr => ({ fact: id })

/** A field of one of the three truths, as last stated in this round. */
export const truthField = (truth: TruthKind, id: string): Expr => ({ truth, field: id })

/** A field of the latest request of a kind. */
export const requestField = (request: string, id: string): Expr => ({ asked: request, field: id })

/** The first that is there. */
export const firstOf = (...of: readonly Expr[]): Expr => ({ first: of })

/** Sum. */
export const plus = (a: Expr, b: Expr): Expr => ({ op: 'plus', of: [a, b] })

/** Difference. */
export const minus = (a: Expr, b: Expr): Expr => ({ op: 'minus', of: [a, b] })

/** Product. */
export const times = (a: Expr, b: Expr): Expr => ({ op: 'times', of: [a, b] })

/** Quotient; null when the divisor is 0. */
export const over = (a: Expr, b: Expr): Expr => ({ op: 'over', of: [a, b] })

/** Holds always. */
export const always: Condition = { always: true }

/** Every part holds. */
export const all = (...parts: readonly Condition[]): Condition => ({ all: parts })

/** One part at least holds. */
export const any = (...parts: readonly Condition[]): Condition => ({ any: parts })

/** The part does not hold. */
export const not = (part: Condition): Condition => ({ not: part })

/** Both values are the same. */
export const equals = (a: Expr, b: Expr): Condition => ({ equals: [a, b] })

/** The value is one of those. */
export const oneOf = (value: Expr, ...values: readonly Json[]): Condition => ({ oneOf: value, values })

/** The list holds the value. */
export const holds = (list: Expr, value: Expr): Condition => ({ holds: list, value })

/** Each row of `of` has a row with the same value of column `by` in `rows`. */
export const covers = (rows: Expr, of: Expr, by: string): Condition => ({ covers: rows, of, by })

/** The value is there: neither null, empty text nor empty list. */
export const present = (value: Expr): Condition => ({ present: value })

/** Less than. */
export const lt = (a: Expr, b: Expr): Condition => ({ compare: 'lt', of: [a, b] })

/** Less than or the same. */
export const lte = (a: Expr, b: Expr): Condition => ({ compare: 'lte', of: [a, b] })

/** More than. */
export const gt = (a: Expr, b: Expr): Condition => ({ compare: 'gt', of: [a, b] })

/** More than or the same. */
export const gte = (a: Expr, b: Expr): Condition => ({ compare: 'gte', of: [a, b] })

/** The clock stands so. */
export const clockIs = (clock: string, is: ClockStanding): Condition => ({ clock, is })

/** The record stands in one of the states. */
export const inState = (...states: readonly string[]): Condition => ({ inState: states })

/** The truth has been stated in this round. */
export const stated = (truth: TruthKind): Condition => ({ stated: truth })

/** The latest request of the kind stands so. */
export const requestIs = (request: string, is: 'pending' | 'granted' | 'refused' | 'none'): Condition => ({
  request,
  is,
})

/** How co-handlers stand: the acting unit is one, all have answered, there is none. */
export const coIs = (co: 'actorIsOne' | 'allAnswered' | 'none'): Condition => ({ co })

/** Whether the record heads a group of duplicates, follows one, or neither. */
export const groupIs = (group: 'head' | 'member' | 'none'): Condition => ({ group })

/** Effects that are carried out only when a test holds, and those that are otherwise. */
export const when = (test: Condition, then: readonly Effect[], otherwise?: readonly Effect[]): Effect =>
  // oxlint-disable-next-line unicorn/no-thenable -- plain data, and no function
  otherwise === undefined ? { if: test, then } : { if: test, then, otherwise }
