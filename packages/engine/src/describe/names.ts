import type { FieldDefinition, Machine } from '../model/definition.ts'
import type { Settings } from '../model/run.ts'
import type { Json } from '../model/value.ts'
import { choicesOf as choiceTitles } from '../run/field-value.ts'

/** What is being described: a machine, and the action whose input an expression may read. */
export interface Scope {
  readonly machine: Machine
  /** Without it an input is looked for among the own fields of all actions. */
  readonly action?: string | undefined
}

/** The value of a key that an object holds itself, never one that it inherits. */
export const own = <T>(table: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  table !== undefined && Object.hasOwn(table, key) ? table[key] : undefined

/** Whether a value is an object with keys. */
export const isTable = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A field of the form of an action: its own, or one of the record. */
export function inputField({ machine, action }: Scope, id: string): FieldDefinition | undefined {
  if (action !== undefined) return own(own(machine.actions, action)?.fields, id) ?? own(machine.fields, id)
  const recordField = own(machine.fields, id)
  if (recordField !== undefined) return recordField
  for (const each of Object.values(machine.actions)) {
    const field = own(each.fields, id)
    if (field !== undefined) return field
  }
  return undefined
}

/** A field of one of the truths or of a request, which is recorded from the input of some action. */
export const givenField = (scope: Scope, id: string): FieldDefinition | undefined =>
  inputField({ machine: scope.machine }, id)

/** Titles of the parts of a machine; a part that is not declared keeps its id, so that nothing is swallowed. */
export const titles = {
  field: (machine: Machine, id: string): string => own(machine.fields, id)?.title ?? id,
  state: (machine: Machine, id: string): string => own(machine.states, id)?.title ?? id,
  action: (machine: Machine, id: string): string => own(machine.actions, id)?.title ?? id,
  clock: (machine: Machine, id: string): string => own(machine.clocks, id)?.title ?? id,
  request: (machine: Machine, id: string): string => own(machine.requests, id)?.title ?? id,
  urging: (machine: Machine, id: string): string => own(machine.urging, id) ?? id,
  role: (machine: Machine, id: string): string => own(machine.roles, id) ?? id,
  setting: (machine: Machine, id: string): string => own(machine.settings, id)?.title ?? id,
  /** Counters, kinds of links and messages are worded by the machine; a counter may also be an action. */
  worded: (machine: Machine, id: string): string => own(machine.wording, id) ?? own(machine.actions, id)?.title ?? id,
} as const

/** One choice of a field. */
export interface Choice {
  readonly code: string
  readonly title: string
}

/** Any other key of a table. */
export const ANY_KEY = '*'

const NO_SETTINGS: Settings = {}

/**
 * The choices of a field, in order: those it declares, or the rows of the table of settings that it names.
 *
 * @param settings settings in force; without them the defaults of the machine hold
 */
export const choicesOf = (machine: Machine, field: FieldDefinition, settings?: Settings): readonly Choice[] =>
  Object.entries(choiceTitles(field, machine, settings ?? NO_SETTINGS)).map(([code, title]) => ({ code, title }))

/** The title that a row of a table of settings has. */
export function rowTitle(row: Json): string | undefined {
  const title = isTable(row) ? row['title'] : undefined
  return typeof title === 'string' ? title : undefined
}

/** Unit id → name. */
export type UnitNames = ReadonlyMap<string, string>

/** A value with the ids of units in it said by their names. */
export function named(value: Json, units: UnitNames): Json {
  if (typeof value === 'string') return units.get(value) ?? value
  return Array.isArray(value) ? value.map((each: Json) => named(each, units)) : value
}
