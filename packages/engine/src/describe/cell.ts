import {
  CHINA_OFFSET,
  dateExists,
  describeInstant,
  isInstant,
  parseInstant,
  plainDate,
  type Result,
} from '@jiannuo/kernel'
import type { FieldDefinition } from '../model/definition.ts'
import type { Json } from '../model/value.ts'
import type { FieldFault } from '../run/field-value.ts'
import { type Choice, isTable } from './names.ts'
import { phrases } from './wording.zh.ts'

/** What a cell may need to be read: the choices of its field, and the units by their names. */
export interface CellLookup {
  readonly choices: readonly Choice[]
  /** Unit id → name. When given, a unit must be one of them and may be written by its name; otherwise any id is taken. */
  readonly units?: ReadonlyMap<string, string> | undefined
}

type Cell = { readonly value: Json } | FieldFault

const fault = (code: string, params: Record<string, string | number> = {}): FieldFault => ({ code, params })

/** Full-width digits and signs as people type them into sheets. */
const halfWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ')

/**
 * Reads the text of a cell as a value of the kind that its field holds; whether the field takes that very value is asked elsewhere.
 *
 * @param text not empty, without blanks around it
 */
export function readCell(text: string, field: FieldDefinition, lookup: CellLookup): Cell {
  switch (field.type) {
    case 'text':
    case 'longText':
    case 'person':
    case 'record':
      return { value: text }
    case 'number':
    case 'money':
      return readNumber(text, field)
    case 'date':
      return readDate(text)
    case 'instant':
      return readInstant(text)
    case 'choice':
      return readChoice(text, lookup.choices)
    case 'choices':
      return readChoices(text, lookup.choices)
    case 'boolean':
      return readBoolean(text)
    case 'unit':
      return readUnit(text, lookup)
    case 'units':
      return readUnits(text, lookup)
    case 'place':
      return readPlace(text)
    case 'files':
      return { value: splitList(text) }
    case 'rows':
      return readRows(text, field, lookup)
  }
}

const splitList = (text: string): string[] =>
  text
    .split(/[、,，;；\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** Beyond fifteen digits a number would no longer be the one that was written. */
const NUMBER = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,12})?$/

function readNumber(text: string, { unit }: FieldDefinition): Cell {
  const plain = halfWidth(text).replace(/\s/g, '')
  const bare = unit !== undefined && plain.endsWith(unit) ? plain.slice(0, -unit.length) : plain
  const value = Number(bare.replaceAll(',', ''))
  if (!NUMBER.test(bare) || !Number.isFinite(value)) return fault('engine/cell-number', { text })
  return { value: value === 0 ? 0 : value }
}

const DATE = /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})日|(\d{2})(\d{2}))$/

/** `2025-01-31`, `2025/1/31`, `2025.1.31`, `2025年1月31日`, `20250131`; `undefined` for anything else. */
function dateIn(text: string): string | undefined {
  const [, year, , m1, d1, m2, d2, m3, d3] = DATE.exec(text) ?? []
  if (year === undefined) return undefined
  const parts = { year: Number(year), month: Number(m1 ?? m2 ?? m3), day: Number(d1 ?? d2 ?? d3) }
  return dateExists(parts.year, parts.month, parts.day) ? plainDate(parts.year, parts.month, parts.day) : undefined
}

function readDate(text: string): Cell {
  const value = dateIn(halfWidth(text).replace(/\s/g, ''))
  return value === undefined ? fault('engine/cell-date', { text }) : { value }
}

function readInstant(text: string): Cell {
  const direct = parseInstant(text, CHINA_OFFSET)
  if (direct.ok) return { value: direct.value }
  const [, day, hour, minute, second] =
    /^(\S{6,11}) *[T ] *(\d{1,2})[:时](\d{2})(?::(\d{2})|分)?$/.exec(halfWidth(text)) ?? []
  const date = day === undefined ? undefined : dateIn(day)
  if (date === undefined) return fault('engine/cell-instant', { text })
  const time = [hour?.padStart(2, '0'), minute, second ?? '00'].join(':')
  const parsed: Result<number> = parseInstant(`${date} ${time}`, CHINA_OFFSET)
  return parsed.ok ? { value: parsed.value } : fault('engine/cell-instant', { text })
}

const allowed = (choices: readonly Choice[]): string => choices.map(({ title }) => title).join(phrases.list)

function readChoice(text: string, choices: readonly Choice[]): Cell {
  const found = choices.find(({ title }) => title === text) ?? choices.find(({ code }) => code === text)
  return found === undefined ? fault('engine/cell-choice', { text, allowed: allowed(choices) }) : { value: found.code }
}

const PARTS = /^[\s、,，;；]+/

/** Titles may hold the signs that part them (水、电、气), so the longest title that fits is taken each time. */
function readChoices(text: string, choices: readonly Choice[]): Cell {
  const names = choices
    .flatMap(({ code, title }) => [
      { name: title, code },
      { name: code, code },
    ])
    .toSorted((a, b) => b.name.length - a.name.length)
  const found: string[] = []
  let rest = text.replace(PARTS, '')
  while (rest !== '') {
    const hit = names.find(
      ({ name }) => rest.startsWith(name) && (rest === name || PARTS.test(rest.slice(name.length))),
    )
    if (hit === undefined) {
      const word = /^[^\s、,，;；]+/.exec(rest)?.[0] ?? rest
      return fault('engine/cell-choice', { text: word, allowed: allowed(choices) })
    }
    if (!found.includes(hit.code)) found.push(hit.code)
    rest = rest.slice(hit.name.length).replace(PARTS, '')
  }
  return { value: found }
}

const TRUE = new Set([phrases.yes, '有', '√', '✓', '1', 'true', 'y', 'yes'])
const FALSE = new Set([phrases.no, '无', '×', '0', 'false', 'n', 'no'])

function readBoolean(text: string): Cell {
  const word = text.toLowerCase()
  if (TRUE.has(word)) return { value: true }
  return FALSE.has(word) ? { value: false } : fault('engine/cell-boolean', { text })
}

function unitNamed(text: string, units: CellLookup['units']): string | undefined {
  if (units === undefined || units.has(text)) return text
  const named = [...units].filter(([, name]) => name === text)
  // Two units of one name cannot be told apart; the id must be written then.
  return named.length === 1 ? named[0]?.[0] : undefined
}

function readUnit(text: string, { units }: CellLookup): Cell {
  const unit = unitNamed(text, units)
  return unit === undefined ? fault('engine/cell-unit', { text }) : { value: unit }
}

function readUnits(text: string, { units }: CellLookup): Cell {
  const found: string[] = []
  for (const part of splitList(text)) {
    const unit = unitNamed(part, units)
    if (unit === undefined) return fault('engine/cell-unit', { text: part })
    if (!found.includes(unit)) found.push(unit)
  }
  return { value: found }
}

const PLACE = /^(.*?)\s*\[(-?\d{1,12}(?:\.\d{1,12})?),\s*(-?\d{1,12}(?:\.\d{1,12})?)\]$/su

function readPlace(text: string): Cell {
  const [, words, x, y] = PLACE.exec(text) ?? []
  if (words === undefined) return { value: { text } }
  return { value: { text: words, x: Number(x), y: Number(y) } }
}

/** One row a line, its columns parted by upright lines, in the order of the table. */
function readRows(text: string, { columns = {} }: FieldDefinition, lookup: CellLookup): Cell {
  const rows: Json[] = []
  for (const line of text.split('\n').filter((part) => part.trim() !== '')) {
    const parts = line.split(/[|｜]/).map((part) => part.trim())
    const row: Record<string, Json> = {}
    for (const [at, [id, column]] of Object.entries(columns).entries()) {
      const part = parts[at] ?? ''
      if (part === '') continue
      const cell = readCell(part, column, { ...lookup, choices: choicesIn(column) })
      if (!('value' in cell)) return cell
      row[id] = cell.value
    }
    rows.push(row)
  }
  return { value: rows }
}

function writeRows(rows: readonly Json[], { columns = {} }: FieldDefinition, lookup: CellLookup): string {
  const line = (row: Json): string =>
    Object.entries(columns)
      .map(([id, column]) =>
        isTable(row) ? writeCell(row[id] ?? null, column, { ...lookup, choices: choicesIn(column) }) : '',
      )
      .join(' | ')
  return rows.map(line).join('\n')
}

const choicesIn = ({ choices = {} }: FieldDefinition): readonly Choice[] =>
  Object.entries(choices).map(([code, title]) => ({ code, title }))

const plainText = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value))

/**
 * Writes a value as the text of a cell, in the way that `readCell` reads back. What a field cannot hold is written as it is, as JSON.
 */
export function writeCell(value: Json, field: FieldDefinition, lookup: CellLookup): string {
  if (value === null) return ''
  const list = Array.isArray(value) ? value : undefined
  const name = (code: Json): string => lookup.choices.find((choice) => choice.code === code)?.title ?? plainText(code)
  if (field.type === 'choice' && typeof value === 'string') return name(value)
  if (field.type === 'rows' && list !== undefined) return writeRows(list, field, lookup)
  if (field.type === 'choices' && list !== undefined) return list.map(name).join(phrases.list)
  if (typeof value === 'boolean') return value ? phrases.yes : phrases.no
  if (field.type === 'instant' && typeof value === 'number' && isInstant(value))
    return describeInstant(value, CHINA_OFFSET)
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (list !== undefined) return list.map(plainText).join(phrases.list)
  if (isTable(value) && typeof value['text'] === 'string') {
    const { text, x, y } = value
    return typeof x === 'number' && typeof y === 'number' ? `${text}[${x},${y}]` : text
  }
  return JSON.stringify(value)
}
