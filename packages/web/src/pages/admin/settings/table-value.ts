import type { Json, SettingForm } from '@jiannuo/contract'

/** A row of a table of settings: the keys that lead to it, and what stands in its columns. */
export interface Row {
  readonly keys: readonly string[]
  readonly cells: Readonly<Record<string, Json>>
}

/** The key that stands for every other one. */
export const OTHERS = '*'

type Table = { readonly [key: string]: Json }

const isTable = (value: Json | undefined): value is Table =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether the rows of a form are plain values instead of having columns of their own. */
export const isPlain = ({ columns }: SettingForm): boolean => columns.length === 1 && columns[0]?.id === ''

/** Keys in the order of their choices, which a database does not keep; what is no choice after them, all others last. */
function inOrder(entries: readonly [string, Json][], level: SettingForm['levels'][number] | undefined) {
  const place = (key: string): number => {
    const at = level?.choices.findIndex(({ value }) => value === key) ?? -1
    if (at >= 0) return at
    return key === OTHERS ? Number.POSITIVE_INFINITY : Number.MAX_SAFE_INTEGER
  }
  return entries.toSorted(([a], [b]) => {
    const [x, y] = [place(a), place(b)]
    return x === y ? 0 : x < y ? -1 : 1
  })
}

/** A table of settings as rows. */
export function rowsOf(form: SettingForm, value: Json): readonly Row[] {
  const walk = (at: Json, keys: readonly string[]): readonly Row[] => {
    if (keys.length < form.levels.length && isTable(at))
      return inOrder(Object.entries(at), form.levels[keys.length]).flatMap(([key, inner]) =>
        walk(inner, [...keys, key]),
      )
    return [{ keys, cells: isPlain(form) ? { '': at } : isTable(at) ? at : {} }]
  }
  return walk(value, [])
}

const isEmpty = (cell: Json | undefined): boolean => cell === undefined || cell === null || cell === ''

/** Why rows cannot be a table yet. */
export type RowFault = 'missing' | 'repeated'

/** What stands against rows, if anything does. */
export function faultOf(form: SettingForm, rows: readonly Row[]): RowFault | undefined {
  if (rows.some(({ keys }) => keys.length < form.levels.length || keys.some((key) => key.trim() === '')))
    return 'missing'
  if (isPlain(form) && rows.some(({ cells }) => isEmpty(cells['']))) return 'missing'
  const told = rows.map(({ keys }) => JSON.stringify(keys))
  return new Set(told).size < told.length ? 'repeated' : undefined
}

/** The table that rows make; cells that are empty are left out. */
export function valueOf(form: SettingForm, rows: readonly Row[]): Json {
  const leaf = ({ cells }: Row): Json =>
    isPlain(form)
      ? (cells[''] ?? null)
      : Object.fromEntries(Object.entries(cells).filter(([, cell]) => !isEmpty(cell) && cell !== false))
  const build = (some: readonly Row[], level: number): Json => {
    const [first] = some
    if (level === form.levels.length) return first === undefined ? {} : leaf(first)
    const keys = [...new Set(some.map(({ keys: own }) => own[level] ?? ''))]
    return Object.fromEntries(
      keys.map((key) => [
        key,
        build(
          some.filter(({ keys: own }) => own[level] === key),
          level + 1,
        ),
      ]),
    )
  }
  return build(rows, 0)
}
