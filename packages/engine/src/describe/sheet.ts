import type { Problem, Result } from '@jiannuo/kernel'
import type { FieldDefinition, FieldType, Machine } from '../model/definition.ts'
import type { Settings, UnitTree } from '../model/run.ts'
import type { Json } from '../model/value.ts'
import { type CellLookup, readCell, writeCell } from './cell.ts'
import { checkFieldValue, type FieldContext, type FieldFault } from '../run/field-value.ts'
import { choicesOf, inputField, own } from './names.ts'
import { sampleCell, writtenAs } from './sheet-words.ts'
import { say } from './say.ts'
import { labels } from './wording.zh.ts'

/** One column of the sheet in which records are exported and imported. */
export interface SheetColumn {
  /** What stands in the header: the field's title, with its unit where it has one: 营业收入（万元）. */
  readonly header: string
  readonly kind: 'field' | 'fact'
  /** Field id; or `id`, `state`, `lead`, `area`, `openedAt`, `closedAt`. */
  readonly id: string
  readonly type: FieldType
  /** Whether an import takes it; the others are only exported. */
  readonly imported: boolean
  /** Whether an import must fill it. */
  readonly required: boolean
  /** How values are written, in words. */
  readonly writtenAs: string
  /** A value as it may stand there; empty for what is only exported. */
  readonly example: string
}

/** What the columns and the reading of rows depend on besides the machine. */
export interface SheetOptions {
  /** The action that an import carries out; the first that opens a record unless said. */
  readonly action?: string
  /** Settings in force, for choices that come from one; without them the defaults hold. */
  readonly settings?: Settings
  /** Unit id → name. When given, a unit must be one of them and may be written by its name. */
  readonly units?: ReadonlyMap<string, string>
}

interface FieldColumn {
  readonly id: string
  readonly field: FieldDefinition
  readonly imported: boolean
  readonly required: boolean
}

/** The action by which an import opens records. */
export function importAction(machine: Machine, options: SheetOptions = {}): string | undefined {
  if (options.action !== undefined) return options.action
  return Object.entries(machine.actions).find(([, { from, system }]) => from === 'new' && system !== true)?.[0]
}

/** The fields in the order of the form that is imported, then the others of the record. */
function fieldColumns(machine: Machine, options: SheetOptions): FieldColumn[] {
  const actionId = importAction(machine, options)
  const action = actionId === undefined ? undefined : own(machine.actions, actionId)
  const input = action?.input ?? []
  const taken = input.flatMap((id) => {
    const field = inputField({ machine, action: actionId }, id)
    if (field === undefined) return []
    return [{ id, field, imported: true, required: field.required === true || (action?.needs ?? []).includes(id) }]
  })
  const others = Object.entries(machine.fields).flatMap(([id, field]) =>
    input.includes(id) ? [] : [{ id, field, imported: false, required: false }],
  )
  return [...taken, ...others]
}

const FACTS = [
  ['id', 'record'],
  ['state', 'choice'],
  ['lead', 'unit'],
  ['area', 'unit'],
  ['openedAt', 'instant'],
  ['closedAt', 'instant'],
] as const satisfies readonly (readonly [keyof typeof labels, FieldType])[]

/** Headers must differ: fields of one title are told apart by their ids. */
function headersOf(machine: Machine, columns: readonly FieldColumn[]): string[] {
  const plain = columns.map(({ field }) => (field.unit === undefined ? field.title : `${field.title}（${field.unit}）`))
  const facts = FACTS.map(([id]) => factHeader(machine, id))
  return plain.map((header, at) =>
    plain.indexOf(header) !== plain.lastIndexOf(header) || facts.includes(header)
      ? `${header}（${columns[at]?.id ?? ''}）`
      : header,
  )
}

const factHeader = (machine: Machine, id: (typeof FACTS)[number][0]): string =>
  id === 'id' ? `${machine.noun}${labels.id}` : labels[id]

/** The columns in which a machine's records are exported and imported, those of the import first. */
export function xlsxColumns(machine: Machine, options: SheetOptions = {}): readonly SheetColumn[] {
  const columns = fieldColumns(machine, options)
  const headers = headersOf(machine, columns)
  const fields = columns.map(({ id, field, imported, required }, at): SheetColumn => {
    const choices = choicesOf(machine, field, options.settings)
    return {
      header: headers[at] ?? field.title,
      kind: 'field',
      id,
      type: field.type,
      imported,
      required,
      writtenAs: writtenAs(field, choices),
      example: imported ? sampleCell(field, choices, options.units) : '',
    }
  })
  const facts = FACTS.map(
    ([id, type]): SheetColumn => ({
      header: factHeader(machine, id),
      kind: 'fact',
      id,
      type,
      imported: false,
      required: false,
      writtenAs: say('sheet/fact'),
      example: '',
    }),
  )
  return [...fields, ...facts]
}

/** Layout is no difference: blanks, the width of brackets, and a star that marks what must be filled. */
const normalHeader = (header: string): string =>
  header
    .replace(/\s/g, '')
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .replace(/[*＊]$/, '')
    .replace(/^[*＊]/, '')

/** The column that a header means: by its full text, by the title without unit, or by the field id. */
function columnOf(columns: readonly SheetColumn[], header: string): SheetColumn | undefined {
  const wanted = normalHeader(header)
  const exact = columns.find((column) => normalHeader(column.header) === wanted || column.id === wanted)
  if (exact !== undefined) return exact
  const loose = columns.filter((column) => normalHeader(column.header).startsWith(`${wanted}（`))
  return loose.length === 1 ? loose[0] : undefined
}

/** What the header of a sheet leaves open. */
export interface HeaderCheck {
  /** Headers that no column of the machine answers to. */
  readonly unknown: readonly string[]
  /** Columns that an import must fill and that the sheet does not have. */
  readonly missing: readonly string[]
}

/** Holds the header of a sheet against the columns of the machine, once before its rows are read. */
export function checkHeaders(machine: Machine, headers: readonly string[], options: SheetOptions = {}): HeaderCheck {
  const columns = xlsxColumns(machine, options)
  const met = headers.map((header) => columnOf(columns, header))
  return {
    unknown: headers.filter((header, at) => header.trim() !== '' && met[at] === undefined),
    missing: columns.filter((column) => column.required && !met.includes(column)).map(({ header }) => header),
  }
}

/** Reads the cells of a row, in the order of the header, as the input of the importing action. */
export type RowReader = (cells: readonly string[]) => Result<Readonly<Record<string, Json>>>

interface ReadColumn extends FieldColumn {
  readonly header: string
  readonly lookup: CellLookup
  /** Position in the sheet; -1 when the sheet does not have it. */
  readonly at: number
}

/**
 * Makes the reader of a sheet's rows of its header. Columns that an import does not take are left alone, empty cells give nothing;
 * of two headers that mean the same column the first counts.
 *
 * @returns a reader that gives the input, or every fault of the row with its column as `place` (`engine/cell-…` for what cannot be read, else the codes of a form)
 */
export function rowReader(machine: Machine, header: readonly string[], options: SheetOptions = {}): RowReader {
  const columns = xlsxColumns(machine, options)
  const met = header.map((text) => columnOf(columns, text))
  const fields = fieldColumns(machine, options).map(
    (column, index): ReadColumn => ({
      ...column,
      header: columns[index]?.header ?? column.field.title,
      lookup: { choices: choicesOf(machine, column.field, options.settings), units: options.units },
      // A fact may have the id of a field: 属地 of the record, and the area that a form asks for.
      at: met.findIndex((found) => found?.kind === 'field' && found.id === column.id),
    }),
  )
  const taken = fields.filter(({ imported }) => imported)
  const context = { machine, settings: options.settings ?? {}, units: unitsOf(options.units) }
  return (cells) => readRow(taken, cells, context)
}

/** Whether there is such a unit is all that a value is asked; without a list any is taken. */
const unitsOf = (units: SheetOptions['units']): UnitTree => ({
  line: (id) => (units === undefined || units.has(id) ? [id] : []),
})

function readRow(
  columns: readonly ReadColumn[],
  cells: readonly string[],
  context: FieldContext,
): Result<Readonly<Record<string, Json>>> {
  const input: Record<string, Json> = {}
  const problems: Problem[] = []
  for (const { id, field, header, required, lookup, at } of columns) {
    const text = cells[at]?.trim() ?? ''
    if (text === '') {
      if (required) problems.push(problemIn(header, { code: 'engine/missing', params: {} }))
      continue
    }
    const cell = readCell(text, field, lookup)
    const wrong = 'code' in cell ? cell : checkFieldValue(cell.value, field, context)
    if (wrong !== undefined) problems.push(problemIn(header, wrong))
    else if ('value' in cell) input[id] = cell.value
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: input }
}

const problemIn = (header: string, fault: FieldFault): Problem => ({
  code: fault.code,
  severity: 'error',
  place: say('sheet/column', { header }),
  params: { column: header, ...fault.params },
})

/**
 * Reads one row given by its headers, as `rowReader` does.
 *
 * @param row header → text of the cell
 */
export const importRow = (
  machine: Machine,
  row: Readonly<Record<string, string>>,
  options: SheetOptions = {},
): Result<Readonly<Record<string, Json>>> => rowReader(machine, Object.keys(row), options)(Object.values(row))

/**
 * Writes values of fields as one row of text cells, in the order of `xlsxColumns`, so that `importRow` reads them back. Facts stay
 * empty: the caller has them.
 *
 * @param fields field id → value; personal ones as the reader may see them
 */
export function exportRow(
  machine: Machine,
  fields: Readonly<Record<string, Json>>,
  options: SheetOptions = {},
): readonly string[] {
  const byId = new Map(fieldColumns(machine, options).map((column) => [column.id, column.field]))
  return xlsxColumns(machine, options).map(({ id, kind }) => {
    const field = byId.get(id)
    const value = own(fields, id)
    if (kind === 'fact' || field === undefined || value === undefined) return ''
    return writeCell(value, field, { choices: choicesOf(machine, field, options.settings), units: options.units })
  })
}
