import type { Machine } from '../model/definition.ts'
import type { Settings } from '../model/run.ts'
import type { Json } from '../model/value.ts'
import { settingOf } from '../run/view.ts'

/**
 * What the tests of a machine look at: for each field or input that some condition or key names, the values that make a difference.
 * An empty list says that it only matters whether it is there.
 */
export type Mentions = ReadonlyMap<string, readonly Json[]>

/** More keys of one table than these say nothing new. */
const MOST_KEYS = 6

type Plain = { readonly [key: string]: unknown }

const isPlain = (part: unknown): part is Plain => typeof part === 'object' && part !== null && !Array.isArray(part)

/** Looks through all data of a machine for tests and keys. The definition is data, so nothing is missed. */
export function mentionsOf(machine: Machine, settings: Settings = {}): Mentions {
  const found = new Map<string, Json[]>()
  const add = (ids: readonly string[], values: readonly Json[]): void => {
    for (const id of ids) {
      const known = found.get(id) ?? []
      for (const value of values) if (!known.some((each) => sameValue(each, value))) known.push(value)
      found.set(id, known)
    }
  }
  const numbersOf = (part: unknown): number[] => {
    if (!isPlain(part)) return []
    if (typeof part['const'] === 'number') return around(part['const'])
    if (typeof part['setting'] === 'string')
      return numbersIn(settingOf(machine, settings, part['setting'])).flatMap(around)
    return []
  }
  const visit = (part: unknown): void => {
    if (Array.isArray(part)) for (const each of part) visit(each)
    if (!isPlain(part)) return
    noteTest(part, add, numbersOf)
    if (Array.isArray(part['by']) && typeof part['setting'] === 'string')
      noteKeys(settingOf(machine, settings, part['setting']), part['by'], add)
    for (const each of Object.values(part)) visit(each)
  }
  visit([machine.actions, machine.clocks, machine.states, machine.fields])
  return found
}

const sameValue = (a: Json, b: Json): boolean => JSON.stringify(a) === JSON.stringify(b)

const around = (value: number): number[] => [value - 1, value, value + 1]

type Add = (ids: readonly string[], values: readonly Json[]) => void

function noteTest(part: Plain, add: Add, numbersOf: (part: unknown) => number[]): void {
  const { equals, oneOf, values, holds, value, present, compare, covers, of } = part
  if (Array.isArray(equals)) {
    add(idsIn(equals[0]), constantsIn(equals[1]))
    add(idsIn(equals[1]), constantsIn(equals[0]))
  }
  if (oneOf !== undefined && Array.isArray(values)) add(idsIn(oneOf), values)
  if (holds !== undefined) {
    add(idsIn(holds), constantsIn(value))
    add(idsIn(value), [])
  }
  if (present !== undefined) add(idsIn(present), [])
  if (covers !== undefined) add([...idsIn(covers), ...idsIn(of)], [])
  if (compare !== undefined && Array.isArray(of)) {
    add(idsIn(of[0]), numbersOf(of[1]))
    add(idsIn(of[1]), numbersOf(of[0]))
  }
}

/** Keys of a table that a field is looked up in make as many differences as there are rows. */
function noteKeys(table: Json, by: readonly unknown[], add: Add): void {
  let level: Json = table
  for (const key of by) {
    if (!isTable(level)) return
    add(
      idsIn(key),
      Object.keys(level)
        .filter((each) => each !== '*')
        .slice(0, MOST_KEYS),
    )
    level = Object.values(level)[0] ?? null
  }
}

const isTable = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const constantsIn = (part: unknown): Json[] =>
  isPlain(part) && isJson(part['const']) && part['const'] !== null ? [part['const']] : []

const isJson = (value: unknown): value is Json =>
  value === null || ['string', 'number', 'boolean', 'object'].includes(typeof value)

/** Ids of fields and inputs that an expression looks at. */
function idsIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(idsIn)
  if (!isPlain(part)) return []
  const { field, input } = part
  const here = [field, input].filter((id) => typeof id === 'string')
  return [...here, ...Object.values(part).flatMap(idsIn)]
}

function numbersIn(value: Json): number[] {
  if (typeof value === 'number') return [value]
  if (Array.isArray(value)) return value.flatMap(numbersIn)
  return isTable(value) ? [...new Set(Object.values(value).flatMap(numbersIn))].slice(0, MOST_KEYS) : []
}
