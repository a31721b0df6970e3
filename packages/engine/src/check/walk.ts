import type { ActionDefinition, Effect, Machine } from '../model/definition.ts'
import type { Condition, Expr } from '../model/value.ts'
import { expressionsOf, partsOf } from '../run/condition.ts'

/** Something in a definition with the place where it stands. */
export interface Placed<T> {
  readonly path: string
  readonly value: T
}

/** Every effect in a list, those inside conditional ones too, with its place. */
export function* effectsIn(effects: readonly Effect[], path: string): Iterable<Placed<Effect>> {
  for (const [index, effect] of effects.entries()) {
    const here = `${path}[${index}]`
    yield { path: here, value: effect }
    if (!('if' in effect)) continue
    yield* effectsIn(effect.then, `${here}.then`)
    yield* effectsIn(effect.otherwise ?? [], `${here}.otherwise`)
  }
}

/** Expressions that stand in an expression. */
export function operandsOf(expr: Expr): readonly Expr[] {
  if ('of' in expr) return expr.of
  if ('first' in expr) return expr.first
  return 'setting' in expr ? (expr.by ?? []) : []
}

/** An expression and all that stand in it. */
export function* expressionsWithin(expr: Expr): Iterable<Expr> {
  yield expr
  for (const part of operandsOf(expr)) yield* expressionsWithin(part)
}

/** A test and all that stand in it. */
export function* conditionsWithin(condition: Condition): Iterable<Condition> {
  yield condition
  for (const part of partsOf(condition)) yield* conditionsWithin(part)
}

/** Every expression in a test. */
export function* expressionsInCondition(condition: Condition): Iterable<Expr> {
  for (const part of conditionsWithin(condition)) for (const expr of expressionsOf(part)) yield* expressionsWithin(expr)
}

/** Expressions that stand directly in an effect, each under its key. */
export function expressionsOfEffect(effect: Effect): readonly Placed<Expr>[] {
  const found: Placed<Expr>[] = []
  const add = (path: string, value: Expr | undefined): void => {
    if (value !== undefined) found.push({ path, value })
  }
  if ('set' in effect || 'link' in effect) add('to', effect.to)
  if ('assign' in effect) {
    add('to', effect.to)
    if (effect.assign === 'lead') add('basis', effect.basis)
  }
  if ('start' in effect) add('limit', effect.limit)
  if ('extend' in effect) add('by', effect.by)
  if ('decide' in effect) add('basis', effect.basis)
  if ('redo' in effect) add('reason', effect.reason)
  if ('join' in effect) add('join', effect.join)
  if ('put' in effect) add('rows', effect.rows)
  if ('read' in effect) for (const [part, expr] of Object.entries(effect.read)) add(`read.${part}`, expr)
  if ('readRows' in effect) add('readRows', effect.readRows)
  if ('tell' in effect) {
    add('tell', effect.tell)
    for (const [id, expr] of Object.entries(effect.give)) add(`give.${id}`, expr)
  }
  return found
}

/** Every list of effects of a machine, with its place: of actions and of marks. */
export function* effectListsOf(machine: Machine): Iterable<Placed<readonly Effect[]>> {
  for (const [id, action] of Object.entries(machine.actions))
    yield { path: `actions.${id}.effects`, value: action.effects ?? [] }
  for (const [clock, { marks = {} }] of Object.entries(machine.clocks))
    for (const [mark, { effects }] of Object.entries(marks))
      yield { path: `clocks.${clock}.marks.${mark}.effects`, value: effects }
}

/** Every effect of a machine. */
export function* allEffects(machine: Machine): Iterable<Placed<Effect>> {
  for (const { path, value } of effectListsOf(machine)) yield* effectsIn(value, path)
}

/** What an action cannot be done without: input that it needs, and own fields that are required. */
export function requiredInput(action: ActionDefinition): readonly string[] {
  const own = Object.entries(action.fields ?? {}).filter(([, field]) => field.required === true)
  return [...new Set([...(action.needs ?? []), ...own.map(([id]) => id)])]
}

/** The action that a head's members do with it. */
export const carriedBy = (action: ActionDefinition): string | undefined =>
  typeof action.carries === 'object' ? action.carries.action : action.carries

/** System actions that something sets off: a mark, the head of a group, or what is outside. */
export function triggeredActions(machine: Machine): ReadonlySet<string> {
  const carried = Object.values(machine.actions).flatMap((action) => carriedBy(action) ?? [])
  const marked = Object.values(machine.clocks).flatMap((clock) =>
    Object.values(clock.marks ?? {}).flatMap((mark) => mark.action ?? []),
  )
  const told = Object.keys(machine.actions).filter((id) => machine.actions[id]?.told === true)
  return new Set([...carried, ...marked, ...told])
}
