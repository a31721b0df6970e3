import { isObject, type Json, type RecordState } from '@jiannuo/engine'
import { type Instant, isInstant, isPlainDate, type PlainDate } from '@jiannuo/kernel'
import type { Rhythm } from '@jiannuo/plan'

// Fields of records are plain data; these read them as what their definitions say they are.

type Fields = RecordState['fields']

/** A text of a record; absent when it is empty or something else. */
export function textField(fields: Fields, id: string): string | undefined {
  const value = fields[id]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** A number of a record. */
export function numberField(fields: Fields, id: string): number | undefined {
  const value = fields[id]
  return typeof value === 'number' ? value : undefined
}

/** A day of a record. */
export function dateField(fields: Fields, id: string): PlainDate | undefined {
  const value = fields[id]
  return typeof value === 'string' && isPlainDate(value) ? value : undefined
}

/** A moment of a record. */
export function momentField(fields: Fields, id: string): Instant | undefined {
  const value = fields[id]
  return typeof value === 'number' && isInstant(value) ? value : undefined
}

/** A text or number of a table's cell as text; nothing for anything else. */
export const cellText = (value: Json | undefined): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

/** Whether a yes-or-no field says yes. */
export const flagField = (fields: Fields, id: string): boolean => fields[id] === true

/** Texts of a list. */
export function listField(fields: Fields, id: string): readonly string[] {
  const value = fields[id]
  return Array.isArray(value) ? value.filter((part): part is string => typeof part === 'string') : []
}

/** Lines of a small table. */
export function rowsField(fields: Fields, id: string): readonly Readonly<Record<string, Json>>[] {
  const value = fields[id]
  return Array.isArray(value) ? value.filter(isObject) : []
}

/** Drops what is absent, so that a form holds only what is given. */
export const given = (values: Readonly<Record<string, Json | undefined>>): Readonly<Record<string, Json>> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([id, value]) => (value === undefined ? [] : [[id, value] as const])),
  )

/** Whether a setting is a rhythm of returns. */
export function isRhythm(value: Json | undefined): value is { every: Rhythm['every']; day: number; graceDays: number } {
  if (value === undefined || !isObject(value)) return false
  const { every, day, graceDays } = value
  const known = every === 'month' || every === 'quarter' || every === 'week'
  return known && typeof day === 'number' && typeof graceDays === 'number'
}
