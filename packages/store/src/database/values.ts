import { formatArray, parseArray } from './array-literal.ts'
import { Column } from './column.ts'

/**
 * A value for a parameter as the text that Postgres reads, the same on every engine. Numbers, booleans, texts, dates and
 * bytes as themselves; an array as a Postgres array; any other object as JSON. A JSON array must be given as its text
 * (`JSON.stringify`), for nothing tells it from a Postgres array.
 */
export function encodeValue(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return String(value)
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array)
    return `\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}`
  if (Array.isArray(value)) return formatArray(value, encodeValue)
  if (value instanceof Column) return formatArray(value.values(), encodeValue)
  if (typeof value === 'object') return JSON.stringify(value)
  throw new TypeError(`a ${typeof value} cannot go to the database`)
}

/** Reads a whole number; one that JavaScript cannot hold exactly is a bug, for no number of ours is that large. */
function parseWhole(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`whole number from the database is too large: ${text}`)
  return value
}

// Fractions may carry more digits than a double (an average has twenty): they are rounded. Size beyond the whole numbers is not.
function parseNumeric(text: string): number {
  const value = Number(text)
  if (Number.isNaN(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER)
    throw new RangeError(`number from the database is too large: ${text}`)
  return value
}

// `2026-03-01 08:30:00.123456+00`: the server writes a space and a bare hour of offset, which Date does not take everywhere.
// Microseconds are cut to milliseconds.
const MOMENT = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d{1,3})?)\d{0,3}(?:([+-]\d\d)(?::?(\d\d))?)?$/

function parseMoment(text: string): Date {
  const found = MOMENT.exec(text)
  if (found === null) throw new RangeError(`moment from the database cannot be read: ${text}`)
  const [, day, time, hours = '+00', minutes = '00'] = found
  return new Date(`${day}T${time}${hours}:${minutes}`)
}

function parseBytes(text: string): Uint8Array {
  const bytes = Buffer.from(text.slice(2), 'hex')
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

const parseJson = (text: string): unknown => JSON.parse(text)
const same = (text: string): string => text

/** Reads one value of a type. */
export type ValueParser = (text: string) => unknown

// Type number, number of the type's array, reader. Numbers from pg_type; they never change.
const TYPES: readonly (readonly [type: number, array: number, parse: ValueParser])[] = [
  [16, 1000, (text) => text === 't'],
  [17, 1001, parseBytes],
  [18, 1002, same],
  [19, 1003, same],
  [20, 1016, parseWhole],
  [21, 1005, Number],
  [23, 1007, Number],
  [25, 1009, same],
  [26, 1028, Number],
  [114, 199, parseJson],
  [700, 1021, Number],
  [701, 1022, Number],
  [1042, 1014, same],
  [1043, 1015, same],
  [1082, 1182, same],
  [1114, 1115, parseMoment],
  [1184, 1185, parseMoment],
  [1700, 1231, parseNumeric],
  [2950, 2951, same],
  [3802, 3807, parseJson],
]

/**
 * Readers by the number of the type, the same on every engine: whole numbers and numerics are numbers, a date is the text
 * `YYYY-MM-DD`, a timestamp is a Date (without a zone: as UTC), bytes are a Uint8Array, JSON is read, an array is an array
 * of these. Every other type is the text that Postgres writes.
 */
export const parsers: ReadonlyMap<number, ValueParser> = new Map(
  TYPES.flatMap(([type, array, parse]) => [
    [type, parse],
    [array, (text: string) => parseArray(text, parse)],
  ]),
)

/** The reader of a type. */
export const parserOf = (type: number): ValueParser => parsers.get(type) ?? same
