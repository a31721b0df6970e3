import type { FormField, Json } from '@jiannuo/contract'

/** What a form's inputs hold: texts, numbers, lists, yes or no. */
export type Values = Readonly<Record<string, unknown>>

const isJson = (value: unknown): value is Json =>
  value === null ||
  ['string', 'number', 'boolean'].includes(typeof value) ||
  Array.isArray(value) ||
  typeof value === 'object'

/** What is sent of a form: what is empty is left out, days and numbers as the definitions have them. */
export function inputOf(fields: readonly FormField[], values: Values): Record<string, Json> {
  const input: Record<string, Json> = {}
  for (const { id, type } of fields) {
    const value = values[id]
    if (value === undefined || value === null || value === '') continue
    if (type === 'number') input[id] = Number(value)
    else if (isJson(value)) input[id] = value
  }
  return input
}

/** Fields that a person fills in; files and references are not typed. */
export const askable = (fields: readonly FormField[]): readonly FormField[] =>
  fields.filter(({ type }) => type !== 'files' && type !== 'record' && type !== 'instant')
