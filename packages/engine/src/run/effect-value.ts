import type { Effect, ReadingParts } from '../model/definition.ts'
import type { Expr, Json } from '../model/value.ts'
import { type Draft, emit, textOf } from './draft.ts'
import { isObject, valueOf } from './view.ts'

type Of<K extends string> = Extract<Effect, Readonly<Record<K, unknown>>>

const NOTHING: Expr = { const: null }
const NOTHING_READ: ReadingParts = {
  series: NOTHING,
  period: NOTHING,
  version: NOTHING,
  covers: NOTHING,
  value: NOTHING,
  unit: NOTHING,
  source: NOTHING,
}
const READING_PARTS = [...Object.keys(NOTHING_READ), 'numerator', 'denominator']

/** Puts rows into a table of the record. */
export function putRows(draft: Draft, { put: field, rows }: Of<'put'>): undefined {
  const value = valueOf(rows, draft)
  const key = draft.machine.fields[field]?.key
  if (key !== undefined && Array.isArray(value) && value.length > 0)
    emit(draft, { type: 'rowsPut', field, key, rows: value })
}

const numberOf = (expr: Expr | undefined, draft: Draft): number | undefined => {
  const value: Json = expr === undefined ? null : valueOf(expr, draft)
  return typeof value === 'number' ? value : undefined
}

/** Adds a reading; one without a value, a series or a period adds nothing. */
export function addReading(draft: Draft, { read: parts }: Of<'read'>): undefined {
  const series = textOf(parts.series, draft)
  const period = textOf(parts.period, draft)
  const value = numberOf(parts.value, draft)
  if (series === undefined || period === undefined || value === undefined) return
  const numerator = numberOf(parts.numerator, draft)
  const denominator = numberOf(parts.denominator, draft)
  emit(draft, {
    type: 'read',
    series,
    period,
    version: textOf(parts.version, draft) ?? '',
    covers: textOf(parts.covers, draft) ?? '',
    value,
    unit: textOf(parts.unit, draft) ?? '',
    source: textOf(parts.source, draft) ?? '',
    ...(numerator === undefined ? {} : { numerator }),
    ...(denominator === undefined ? {} : { denominator }),
  })
}

/** Adds a reading for each row that has a series, a period and a value. */
export function addReadings(draft: Draft, { readRows }: Of<'readRows'>): undefined {
  const rows = valueOf(readRows, draft)
  if (!Array.isArray(rows)) return
  for (const row of rows) {
    if (!isObject(row)) continue
    const parts = Object.fromEntries(READING_PARTS.map((part) => [part, { const: row[part] ?? null }] as const))
    addReading(draft, { read: { ...NOTHING_READ, ...parts } })
  }
}

/** Has other records do something: one whose id the expression gives, or a list of them. */
export function tellRecords(draft: Draft, { tell, action, give }: Of<'tell'>): undefined {
  const named = valueOf(tell, draft)
  const records = (Array.isArray(named) ? named : [named]).filter(
    (id): id is string => typeof id === 'string' && id !== '' && id !== draft.record.id,
  )
  if (records.length === 0) return
  const input: Record<string, Json> = {}
  for (const [id, expr] of Object.entries(give)) {
    const value = valueOf(expr, draft)
    if (value !== null) input[id] = value
  }
  draft.out.push({ type: 'follow', records: [...new Set(records)], action, input })
}
