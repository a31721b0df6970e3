import { type Cell, Workbook, type Worksheet } from '@cj-tech-master/excelts'
import { withoutNoise } from '@jiannuo/kernel'
import { openZip } from '../zip.ts'

/** Rows of the first sheet that holds anything, with its name. Dates come as `2025-01-31` or `2025-01-31 09:30`. */
export interface SheetRows {
  readonly sheet: string
  readonly rows: string[][]
}

/**
 * Reads the cells of a workbook as texts.
 *
 * @param budget bytes that its parts may unfold to together
 * @throws ZipFault when the file is damaged, has a password, or unfolds to more
 */
export async function readXlsxRows(bytes: Uint8Array, budget: number, rowLimit: number): Promise<SheetRows> {
  // The library unfolds without a bound of its own, so every part is unfolded once under ours first.
  const zip = openZip(bytes, budget)
  for (const name of zip.names) zip.read(name)
  const book = new Workbook()
  await book.xlsx.load(bytes)
  const sheet = book.worksheets.find(({ actualRowCount }) => actualRowCount > 0)
  return sheet === undefined ? { sheet: '', rows: [] } : { sheet: sheet.name, rows: sheetRows(sheet, rowLimit) }
}

function sheetRows(sheet: Worksheet, rowLimit: number): string[][] {
  const rows: string[][] = []
  const last = Math.min(sheet.rowCount, rowLimit)
  for (let number = 1; number <= last; number++) {
    const row = sheet.findRow(number)
    const cells: string[] = []
    row?.eachCell({ includeEmpty: false }, (cell: Cell, column: number) => {
      while (cells.length < column - 1) cells.push('')
      // Of merged cells only the first holds the text.
      cells.push(cell.isMerged && cell.master !== cell ? '' : cellText(cell.value))
    })
    rows.push(cells)
  }
  return rows
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value.trim()
  // A long number (of an order, of a person) has no noise to drop.
  if (typeof value === 'number') return String(Number.isInteger(value) ? value : withoutNoise(value))
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (value instanceof Date) return dateText(value)
  if (typeof value !== 'object') return ''
  // A formula stands for its last result, a link for its text, rich text for its runs, an error for nothing.
  if ('richText' in value && Array.isArray(value.richText)) return value.richText.map(runText).join('').trim()
  if ('result' in value) return cellText(value.result)
  if ('text' in value) return cellText(value.text)
  return ''
}

function runText(run: unknown): string {
  return typeof run === 'object' && run !== null && 'text' in run && typeof run.text === 'string' ? run.text : ''
}

const DAY = 86_400_000

/** A sheet's date has no zone; the library puts it into UTC. Seconds are rounded, for a day's fraction is a float. */
function dateText(date: Date): string {
  const time = Math.round(date.getTime() / 1000) * 1000
  if (!Number.isFinite(time)) return ''
  const iso = new Date(time).toISOString()
  if (time % DAY === 0) return iso.slice(0, 10)
  return `${iso.slice(0, 10)} ${iso.slice(11, iso.endsWith(':00.000Z') ? 16 : 19)}`
}
