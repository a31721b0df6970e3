import type { Result } from '@jiannuo/kernel'
import { defaultLimits, describeBytes, type Limits, refuse } from '../limits.ts'
import { ZipFault } from '../zip.ts'

/** One row of a sheet below its header. */
export interface SheetRow {
  /** Row number as the sheet shows it, from 1. */
  readonly number: number
  /** One text a column of the header; a cell that is missing is empty. */
  readonly cells: readonly string[]
}

/** A sheet as a list of records. */
export interface Sheet {
  /** Its name; of a CSV the file's. */
  readonly sheet: string
  readonly header: readonly string[]
  readonly rows: readonly SheetRow[]
}

/** How much a sheet may ask for. */
export interface SheetLimits extends Pick<Limits, 'fileBytes' | 'unpackedBytes'> {
  /** Rows below the header. */
  readonly rows: number
  readonly columns: number
}

/** Limits when the caller names none: twice the hotline cases of a large district's year. */
export const defaultSheetLimits: SheetLimits = {
  fileBytes: defaultLimits.fileBytes,
  unpackedBytes: 1024 * 1024 * 1024,
  rows: 500_000,
  columns: 500,
}

/** Lines above the header that a table may have: its title, who made it, when. */
const HEADER_WITHIN = 10

/**
 * Reads the first filled sheet of an XLSX workbook, or a CSV, as a header and its rows. The header is the first of the first ten
 * rows that holds two different texts (or any text, if none does); rows without text are left out and keep their number.
 * Nothing is thrown, whatever the bytes; what cannot be read is refused with a problem of `filesWording`.
 *
 * @param bytes the whole file; not changed
 * @param name file name, used in problems and as the name of a CSV
 */
export async function readSheet(
  bytes: Uint8Array,
  name: string,
  options: { readonly limits?: Partial<SheetLimits>; readonly encoding?: string } = {},
): Promise<Result<Sheet>> {
  const limits = { ...defaultSheetLimits, ...options.limits }
  if (bytes.length > limits.fileBytes)
    return refuse('files/too-large', {
      name,
      size: describeBytes(bytes.length),
      limit: describeBytes(limits.fileBytes),
    })
  const read = await readRows(bytes, name, limits, options.encoding)
  return read.ok ? withHeader(read.value, name, limits) : read
}

interface Rows {
  readonly sheet: string
  readonly rows: readonly string[][]
}

async function readRows(
  bytes: Uint8Array,
  name: string,
  limits: SheetLimits,
  encoding: string | undefined,
): Promise<Result<Rows>> {
  const [a, b, c, d] = bytes
  if (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0) return refuse('files/old-sheet', { name })
  if (a === 0x50 && b === 0x4b) return readWorkbook(bytes, name, limits)
  const { readCsvRows } = await import('./csv-rows.ts')
  const rows = bytes.includes(0) && !(a === 0xff || a === 0xfe) ? undefined : await readCsvRows(bytes, encoding)
  return rows === undefined ? refuse('files/no-sheet', { name }) : { ok: true, value: { sheet: name, rows } }
}

async function readWorkbook(bytes: Uint8Array, name: string, limits: SheetLimits): Promise<Result<Rows>> {
  try {
    const { readXlsxRows } = await import('./read-xlsx.ts')
    const value = await readXlsxRows(bytes, limits.unpackedBytes, limits.rows + HEADER_WITHIN + 1)
    return { ok: true, value }
  } catch (error) {
    if (error instanceof ZipFault && error.reason === 'too-large')
      return refuse('files/unpacked-too-large', { name, limit: describeBytes(limits.unpackedBytes) })
    // The library names no kinds of failure: whatever it stumbles over, the workbook cannot be read.
    return refuse('files/broken-sheet', { name })
  }
}

function withHeader({ sheet, rows }: Rows, name: string, limits: SheetLimits): Result<Sheet> {
  const at = headerAt(rows)
  if (at < 0) return refuse('files/empty-sheet', { name })
  const header = trimEnd((rows[at] ?? []).map(oneLine))
  if (header.length > limits.columns)
    return refuse('files/too-many-columns', { name, columns: header.length, limit: limits.columns })
  const kept: SheetRow[] = []
  for (let index = at + 1; index < rows.length; index++) {
    const cells = header.map((_, column) => rows[index]?.[column]?.trim() ?? '')
    if (cells.some((cell) => cell !== '')) kept.push({ number: index + 1, cells })
  }
  if (kept.length > limits.rows) return refuse('files/too-many-rows', { name, limit: limits.rows })
  return { ok: true, value: { sheet, header, rows: kept } }
}

function headerAt(rows: readonly string[][]): number {
  const top = rows.slice(0, HEADER_WITHIN)
  const wide = top.findIndex((row) => new Set(row.map((cell) => cell.trim()).filter((cell) => cell !== '')).size > 1)
  return wide >= 0 ? wide : top.findIndex((row) => row.some((cell) => cell.trim() !== ''))
}

/** Line breaks inside a column's title are layout. */
const oneLine = (cell: string): string => cell.replace(/[\r\n]+/g, '').trim()

function trimEnd(cells: readonly string[]): string[] {
  let end = cells.length
  while (end > 0 && cells[end - 1] === '') end--
  return cells.slice(0, end)
}
