import { isInstant, isPlainDate } from '@jiannuo/kernel'
import { fill } from '../fill.ts'
import type { FieldDefinition, FieldType, Machine } from '../model/definition.ts'
import type { Settings, UnitTree } from '../model/run.ts'
import type { Json } from '../model/value.ts'
import { type EngineCode, engineWording } from '../wording.zh.ts'
import { isObject, isPresent, settingOf } from './view.ts'

/** What is wrong with one field of a form: a code and the values its wording names. */
export interface FieldFault {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}

/** What a field's value is held against besides its definition. */
export interface FieldContext {
  readonly machine: Machine
  readonly settings: Settings
  readonly units: UnitTree
}

/** How a personal value begins once it is encrypted; what it says was checked before. */
export const ENCRYPTED = 'enc:'

/** Whether a value is an encrypted personal one. */
export const isEncrypted = (value: Json): value is string => typeof value === 'string' && value.startsWith(ENCRYPTED)

const fault = (code: EngineCode, params: Readonly<Record<string, string | number>> = {}): FieldFault => ({
  code,
  params,
})

const WRONG_TYPE = fault('engine/wrong-type')

/** Codes and titles of what may be chosen, where the field says so itself or leaves it to a setting. */
export function choicesOf(
  field: FieldDefinition,
  machine: Machine,
  settings: Settings,
): Readonly<Record<string, string>> {
  if (field.choicesFrom === undefined) return field.choices ?? {}
  const table = settingOf(machine, settings, field.choicesFrom)
  if (Array.isArray(table)) return Object.fromEntries(table.map((code) => [String(code), String(code)]))
  if (!isObject(table)) return {}
  return Object.fromEntries(
    Object.entries(table)
      .filter(([code]) => code !== '*')
      .map(([code, row]) => [code, titleOfRow(row) ?? code]),
  )
}

function titleOfRow(row: Json): string | undefined {
  if (typeof row === 'string') return row
  return isObject(row) && typeof row['title'] === 'string' ? row['title'] : undefined
}

function mayChoose(field: FieldDefinition, code: string, context: FieldContext): boolean {
  if (field.choicesFrom === undefined) return field.choices !== undefined && Object.hasOwn(field.choices, code)
  const table = settingOf(context.machine, context.settings, field.choicesFrom)
  if (Array.isArray(table)) return table.includes(code)
  return isObject(table) && code !== '*' && Object.hasOwn(table, code)
}

const patterns = new WeakMap<object, RegExp>()

function matches(pattern: { readonly regex: string }, text: string): boolean {
  let regex = patterns.get(pattern)
  if (regex === undefined) {
    regex = new RegExp(`^(?:${pattern.regex})$`, 'u')
    patterns.set(pattern, regex)
  }
  return regex.test(text)
}

function checkText(value: Json, field: FieldDefinition): FieldFault | undefined {
  if (typeof value !== 'string') return WRONG_TYPE
  if (field.maxLength !== undefined && value.length > field.maxLength)
    return fault('engine/too-long', { most: field.maxLength, length: value.length })
  if (field.pattern !== undefined && !matches(field.pattern, value))
    return fault('engine/pattern', { says: field.pattern.says })
  return undefined
}

function checkNumber(value: Json, field: FieldDefinition): FieldFault | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return WRONG_TYPE
  if (field.min !== undefined && value < field.min) return fault('engine/too-small', { least: field.min, value })
  if (field.max !== undefined && value > field.max) return fault('engine/too-large', { most: field.max, value })
  return undefined
}

function checkChoice(value: Json, field: FieldDefinition, context: FieldContext): FieldFault | undefined {
  if (typeof value !== 'string') return WRONG_TYPE
  return mayChoose(field, value, context) ? undefined : fault('engine/not-a-choice', { value })
}

function checkUnit(value: Json, context: FieldContext): FieldFault | undefined {
  if (typeof value !== 'string') return WRONG_TYPE
  return context.units.line(value).length > 0 ? undefined : fault('engine/no-such-unit', { value })
}

/** A list without repetition, each part checked by itself; the first that is wrong speaks for the list. */
function checkList(value: Json, check: (part: Json) => FieldFault | undefined): FieldFault | undefined {
  if (!Array.isArray(value)) return WRONG_TYPE
  if (new Set(value).size !== value.length) return fault('engine/repeated')
  for (const part of value) {
    const wrong = check(part)
    if (wrong !== undefined) return wrong
  }
  return undefined
}

/** Ids of people, records and files: a text without spaces. */
const checkId = (value: Json): FieldFault | undefined =>
  typeof value === 'string' && value !== '' && value.length <= 200 && !/\s/u.test(value) ? undefined : WRONG_TYPE

const PLACE_KEYS = new Set(['text', 'x', 'y'])

function checkPlace(value: Json): FieldFault | undefined {
  if (!isObject(value)) return WRONG_TYPE
  const { text, x, y } = value
  const isPlace =
    typeof text === 'string' &&
    (x === undefined || (typeof x === 'number' && Number.isFinite(x))) &&
    (y === undefined || (typeof y === 'number' && Number.isFinite(y))) &&
    Object.keys(value).every((key) => PLACE_KEYS.has(key))
  return isPlace ? undefined : WRONG_TYPE
}

/** Lines of a table: each has its key, no two the same, and no column that the table does not have. */
function checkRows(value: Json, field: FieldDefinition, context: FieldContext): FieldFault | undefined {
  if (!Array.isArray(value)) return WRONG_TYPE
  const { columns = {}, key = '' } = field
  const keys = new Set<Json>()
  for (const [index, row] of value.entries()) {
    if (!isObject(row)) return WRONG_TYPE
    const name = row[key] ?? null
    if (keys.has(name)) return fault('engine/row-repeated', { row: index + 1, key: columns[key]?.title ?? key })
    keys.add(name)
    const wrong = checkRow(row, columns, context)
    if (wrong !== undefined) return fault('engine/bad-row', { row: index + 1, column: wrong.column, fault: wrong.code })
  }
  return undefined
}

function checkRow(
  row: Readonly<Record<string, Json>>,
  columns: Readonly<Record<string, FieldDefinition>>,
  context: FieldContext,
): { readonly column: string; readonly code: string } | undefined {
  const stray = Object.keys(row).find((id) => !Object.hasOwn(columns, id))
  if (stray !== undefined) return { column: stray, code: engineWording['engine/not-offered'] }
  for (const [id, column] of Object.entries(columns)) {
    const cell = row[id] ?? null
    if (!isPresent(cell)) {
      if (column.required === true) return { column: column.title, code: engineWording['engine/missing'] }
      continue
    }
    const wrong = CHECKS[column.type](cell, column, context)
    if (wrong !== undefined) return { column: column.title, code: wordsOf(wrong) }
  }
  return undefined
}

const wordsOf = ({ code, params }: FieldFault): string => fill(isEngineCode(code) ? engineWording[code] : code, params)

const isEngineCode = (code: string): code is EngineCode => Object.hasOwn(engineWording, code)

type Check = (value: Json, field: FieldDefinition, context: FieldContext) => FieldFault | undefined

const CHECKS: Readonly<Record<FieldType, Check>> = {
  text: checkText,
  longText: checkText,
  number: checkNumber,
  money: checkNumber,
  date: (value) => (typeof value === 'string' && isPlainDate(value) ? undefined : WRONG_TYPE),
  instant: (value) => (typeof value === 'number' && isInstant(value) ? undefined : WRONG_TYPE),
  choice: checkChoice,
  choices: (value, field, context) => checkList(value, (part) => checkChoice(part, field, context)),
  boolean: (value) => (typeof value === 'boolean' ? undefined : WRONG_TYPE),
  unit: (value, _field, context) => checkUnit(value, context),
  units: (value, _field, context) => checkList(value, (part) => checkUnit(part, context)),
  person: checkId,
  place: checkPlace,
  files: (value) => checkList(value, checkId),
  record: checkId,
  rows: checkRows,
}

/**
 * Holds a value that is not empty against its field.
 *
 * @returns what is wrong with it; an encrypted personal value passes, because its words were checked before they
 * were encrypted
 */
export function checkFieldValue(value: Json, field: FieldDefinition, context: FieldContext): FieldFault | undefined {
  if (field.personal !== undefined && isEncrypted(value)) return undefined
  return CHECKS[field.type](value, field, context)
}
