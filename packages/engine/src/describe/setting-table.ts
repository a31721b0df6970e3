import type { Machine } from '../model/definition.ts'
import type { Expr, Json } from '../model/value.ts'
import { bareValue, columnTitle, exprInWords, fieldBehind } from './expr.ts'
import { asLimit } from './limit.ts'
import { ANY_KEY, choicesOf, isTable, named, own, rowTitle, type Scope, type UnitNames } from './names.ts'
import { labels, phrases } from './wording.zh.ts'

/** A table of settings laid out flat: one row a leaf, the keys of its levels first. */
export interface FlatTable {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Every way in which a machine asks a setting by keys. */
function usesOf(part: unknown, setting: string, found: (readonly Expr[])[] = []): (readonly Expr[])[] {
  if (typeof part !== 'object' || part === null) return found
  if (Array.isArray(part)) {
    for (const each of part) usesOf(each, setting, found)
    return found
  }
  if (isUse(part, setting)) found.push(part.by)
  for (const each of Object.values(part)) usesOf(each, setting, found)
  return found
}

const isUse = (part: object, setting: string): part is { readonly by: readonly Expr[] } =>
  'setting' in part && part.setting === setting && 'by' in part && Array.isArray(part.by)

/** The expressions that are the keys of a setting's table, level by level; the longest use says most. */
export function keysOfSetting(machine: Machine, setting: string): readonly Expr[] {
  const parts = [machine.actions, machine.clocks, machine.requests, machine.states]
  const uses = usesOf(parts, setting).toSorted((a, b) => b.length - a.length)
  return uses[0] ?? []
}

/** A leaf of a table of settings. */
export interface Leaf {
  readonly path: readonly string[]
  readonly value: Json
}

/** A row of its own columns: it has a title, or it is asked by a fixed key. */
const isRow = (value: Json, keys: readonly Expr[], depth: number): boolean => {
  const key = keys[depth]
  return isTable(value) && ('title' in value || (depth > 0 && key !== undefined && 'const' in key))
}

/** The leaves of a table with the keys that lead to each. */
export function leavesOf(value: Json, keys: readonly Expr[], path: readonly string[]): Leaf[] {
  if (!isTable(value) || asLimit(value) !== undefined || isRow(value, keys, path.length)) return [{ path, value }]
  return Object.entries(value).flatMap(([key, each]) => leavesOf(each, keys, [...path, key]))
}

/**
 * The default of a table of settings as rows. Keys that are codes of a field are said by its choices; `*` is 其他.
 *
 * @param units names of units that stand in it by their ids
 * @returns `undefined` when the value is no table
 */
export function flatTable(machine: Machine, setting: string, units: UnitNames = new Map()): FlatTable | undefined {
  const value = own(machine.settings, setting)?.default
  if (!isTable(value) || asLimit(value) !== undefined) return undefined
  const scope: Scope = { machine }
  const keys = keysOfSetting(machine, setting)
  const leaves = leavesOf(value, keys, [])
  const depth = Math.max(1, ...leaves.map(({ path }) => path.length))
  const words = (leaf: Leaf, at: number): string => keyInWords(leaf.path[at], keys[at], scope)
  const columns = columnsOf(leaves).filter(
    // A title that the key says already needs no column of its own.
    (column) => column !== 'title' || leaves.some((leaf) => rowTitle(leaf.value) !== words(leaf, leaf.path.length - 1)),
  )
  const rows = leaves.map((leaf) => [
    ...Array.from({ length: depth }, (_, at) => words(leaf, at)),
    ...(columns.length === 0
      ? [bareValue(named(leaf.value, units), scope)]
      : cellsOf(leaf.value, columns, scope, units)),
  ])
  return {
    header: [
      ...Array.from({ length: depth }, (_, at) => levelTitle(keys[at], scope)),
      ...(columns.length === 0 ? [labels.value] : columns.map((column) => columnTitle(machine, column))),
    ],
    rows,
  }
}

const cellsOf = (leaf: Json, columns: readonly string[], scope: Scope, units: UnitNames): string[] =>
  columns.map((column) => {
    const cell = isTable(leaf) ? own(leaf, column) : undefined
    return cell === undefined || isEmpty(cell) ? '' : bareValue(named(cell, units), scope)
  })

/** The columns that rows among the leaves have. */
export const columnsOf = (leaves: readonly Leaf[]): string[] => [
  ...new Set(leaves.flatMap(({ value }) => (isTable(value) && asLimit(value) === undefined ? Object.keys(value) : []))),
]

const isEmpty = (cell: Json): boolean => cell === null || (Array.isArray(cell) && cell.length === 0)

/** What the keys of a level are. */
export const levelTitle = (key: Expr | undefined, scope: Scope): string => {
  if (key === undefined || 'const' in key) return labels.key
  return fieldBehind(key, scope)?.title || exprInWords(key, scope)
}

function keyInWords(key: string | undefined, by: Expr | undefined, scope: Scope): string {
  if (key === undefined) return ''
  if (key === ANY_KEY) return phrases.other
  const field = by && fieldBehind(by, scope)
  return (field && choicesOf(scope.machine, field).find(({ code }) => code === key)?.title) ?? key
}
