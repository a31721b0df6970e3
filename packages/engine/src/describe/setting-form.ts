import type { Machine } from '../model/definition.ts'
import type { Settings } from '../model/run.ts'
import type { Json } from '../model/value.ts'
import { settingOf } from '../run/view.ts'
import { columnTitle, fieldBehind } from './expr.ts'
import { asLimit } from './limit.ts'
import { type Choice, choicesOf, isTable, own, type Scope } from './names.ts'
import { columnsOf, keysOfSetting, leavesOf, levelTitle } from './setting-table.ts'

/** One level of keys of a table of settings. */
export interface SettingLevel {
  /** Empty where the machine does not say what its keys are. */
  readonly title: string
  /** Keys that there can be, besides `*` for all others; empty where a key is any text. */
  readonly choices: readonly Choice[]
}

/** One column of a table of settings. */
export interface SettingColumn {
  /** Empty for the one column of a table whose leaves are plain values. */
  readonly id: string
  readonly title: string
  readonly type: 'number' | 'text' | 'boolean' | 'limit' | 'unit' | 'units' | 'choice'
  readonly choices: readonly Choice[]
}

/** How a table of settings is filled in: the keys that lead to a row, and what stands in it. Without levels it is one row. */
export interface SettingForm {
  readonly levels: readonly SettingLevel[]
  readonly columns: readonly SettingColumn[]
}

const NO_CHOICES: readonly Choice[] = []

/**
 * How a table of settings is filled in, as its default and its present value have it.
 *
 * @param settings settings in force; choices that come from them are taken from there
 * @returns `undefined` for a setting that is no table
 */
export function settingForm(machine: Machine, setting: string, settings: Settings = {}): SettingForm | undefined {
  const definition = own(machine.settings, setting)
  if (definition?.type !== 'table') return undefined
  const values = [definition.default, settingOf(machine, settings, setting)]
  const scope: Scope = { machine }
  const keys = keysOfSetting(machine, setting)
  const single = keys.length === 0 && values.every(isPlainRow)
  const leaves = single
    ? values.map((value) => ({ path: [], value: value ?? {} }))
    : values.flatMap((value) => leavesOf(value ?? {}, keys, []))
  const depth = single ? 0 : Math.max(1, ...leaves.map(({ path }) => path.length))
  const ids = columnsOf(leaves)
  const cells = (id: string): Json[] =>
    leaves.flatMap(({ value }) => (isTable(value) ? (own(value, id) ?? []) : [])).filter((cell) => cell !== null)
  return {
    levels: Array.from({ length: depth }, (_, at) => {
      const key = keys[at]
      const field = key && fieldBehind(key, scope)
      return {
        title: key === undefined ? '' : levelTitle(key, scope),
        choices: field ? choicesOf(machine, field, settings) : NO_CHOICES,
      }
    }),
    columns:
      ids.length > 0
        ? ids.map((id) => ({ id, title: columnTitle(machine, id), ...cellType(machine, id, cells(id)) }))
        : valueColumn(leaves.map(({ value }) => value)),
  }
}

/** A row by itself: plain values under names that are its columns. */
const isPlainRow = (value: Json | undefined): boolean =>
  isTable(value) && asLimit(value) === undefined && !Object.values(value).some((each) => isTable(each))

/** The column of leaves that are no rows; none while there are none. */
function valueColumn(values: readonly Json[]): SettingColumn[] {
  const [first] = values.filter((value) => !isTable(value) || asLimit(value) !== undefined)
  if (first === undefined) return []
  return [{ id: '', title: '', type: plainType(first), choices: NO_CHOICES }]
}

function plainType(value: Json): 'number' | 'text' | 'boolean' | 'limit' {
  if (asLimit(value) !== undefined) return 'limit'
  return typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'text'
}

/** Columns that name units, as the settings of the organisation are checked. */
const UNIT_COLUMNS: Readonly<Record<string, 'unit' | 'units'>> = { lead: 'unit', co: 'units' }

function cellType(machine: Machine, id: string, cells: readonly Json[]): Pick<SettingColumn, 'type' | 'choices'> {
  const unit = own(UNIT_COLUMNS, id)
  if (unit !== undefined) return { type: unit, choices: NO_CHOICES }
  const [first = ''] = cells
  const type = plainType(first)
  const choices = type === 'text' ? choicesOfColumn(machine, id, cells) : NO_CHOICES
  return { type: choices.length > 0 ? 'choice' : type, choices }
}

/** Choices that the machine words as `column.code`, else those of the field whose codes all the cells are. */
function choicesOfColumn(machine: Machine, id: string, cells: readonly Json[]): readonly Choice[] {
  const worded = Object.entries(machine.wording).filter(([key]) => key.startsWith(`${id}.`))
  if (worded.length > 0) return worded.map(([key, title]) => ({ code: key.slice(id.length + 1), title }))
  for (const field of Object.values(machine.fields)) {
    if (field.choices === undefined) continue
    const { choices } = field
    const fits = cells.length > 0 && cells.every((cell) => typeof cell === 'string' && Object.hasOwn(choices, cell))
    if (fits) return choicesOf(machine, field)
  }
  return NO_CHOICES
}
