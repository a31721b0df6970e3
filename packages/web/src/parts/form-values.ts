import type { FormField, Json } from '@jiannuo/contract'

/** What a form's inputs hold: texts, numbers, lists, yes or no. */
export type Values = Readonly<Record<string, unknown>>

const isJson = (value: unknown): value is Json =>
  value === null ||
  ['string', 'number', 'boolean'].includes(typeof value) ||
  Array.isArray(value) ||
  typeof value === 'object'

/** China's time, whatever the machine's own is. */
const ZONE = '+08:00'
const ZONE_MS = 8 * 3_600_000
/** `YYYY-MM-DDTHH:mm`, as an input of a moment has it. */
const MINUTE = 16

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === ''

/** Lines of a table without cells that hold nothing. */
const lines = (value: readonly Json[]): Json[] =>
  value.map((row) =>
    typeof row === 'object' && row !== null && !Array.isArray(row)
      ? Object.fromEntries(Object.entries(row).filter(([, cell]) => !isEmpty(cell)))
      : row,
  )

function sent(type: string, value: Json): Json | undefined {
  switch (type) {
    case 'number':
    case 'money':
      return Number(value)
    case 'instant':
      return typeof value === 'string' ? Date.parse(`${value}${ZONE}`) : value
    case 'place':
      return typeof value === 'string' ? { text: value.trim() } : value
    case 'rows':
      return Array.isArray(value) ? lines(value) : value
    default:
      return typeof value === 'string' ? value.trim() : value
  }
}

/** What is sent of a form: what is empty is left out, days, moments and numbers as the definitions have them. */
export function inputOf(fields: readonly FormField[], values: Values): Record<string, Json> {
  const input: Record<string, Json> = {}
  for (const { id, type } of fields) {
    const value = values[id]
    if (isEmpty(value) || !isJson(value)) continue
    const json = sent(type, value)
    if (json !== undefined && json !== '') input[id] = json
  }
  return input
}

function shown(type: string, value: Json): Json {
  if (type === 'instant' && typeof value === 'number') return new Date(value + ZONE_MS).toISOString().slice(0, MINUTE)
  if (type === 'place' && typeof value === 'object' && value !== null && 'text' in value) return value.text ?? ''
  return value
}

/** What the inputs of a form hold at first: what the record holds. */
export const initialOf = (fields: readonly FormField[]): Record<string, Json> =>
  Object.fromEntries(
    fields.flatMap(({ id, type, value }) => (value === undefined ? [] : [[id, shown(type, value)] as const])),
  )
