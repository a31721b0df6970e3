import { Workbook } from '@cj-tech-master/excelts'
import { xmlText } from '../xml-text.ts'
import { addChoices, type ChoiceColumn } from './choices.ts'
import { styleSheet } from './sheet-style.ts'
import { type CellValue, displayWidth, type Table } from './table.ts'

/** Excel's own limits; more than this it calls damage. */
const MAX_ROWS = 1_048_576
const MAX_CELL_CHARS = 32_767
const MAX_SHEET_NAME = 31

/** A column is at least this wide, so that its title and filter button are seen, and at most so wide that it still fits a page. */
const MIN_WIDTH = 6
const MAX_WIDTH = 60
/** Rows that are measured for a width; more make the file no better. */
const MEASURED_ROWS = 500

/** The bytes of a workbook; see `writeXlsx`. */
export async function makeWorkbook(tables: readonly Table[]): Promise<Uint8Array> {
  const book = new Workbook()
  const taken = new Set<string>()
  const choosing: ChoiceColumn[] = []
  for (const table of tables.length > 0 ? tables : [{ name: '空', columns: [], rows: [] }]) {
    for (let from = 0; from === 0 || from < table.rows.length; from += MAX_ROWS - 1) {
      choosing.push(...addSheet(book, { ...table, rows: table.rows.slice(from, from + MAX_ROWS - 1) }, taken))
    }
  }
  addChoices(book, choosing, (wanted) => sheetName(wanted, taken))
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** Adds one sheet; the columns for which choices are offered come back, for the lists are put together at the end. */
function addSheet(book: Workbook, table: Table, taken: Set<string>): ChoiceColumn[] {
  const sheet = book.addWorksheet(sheetName(table.name, taken), {
    views: [{ state: 'frozen', xSplit: Math.min(table.frozen ?? 0, table.columns.length), ySplit: 1 }],
  })
  sheet.columns = table.columns.map((column, index) => ({ width: column.width ?? measuredWidth(table, index) }))
  sheet.addRow(table.columns.map(({ title }) => cleanText(title)))
  for (const row of table.rows) {
    sheet.addRow(table.columns.map(({ kind }, index) => xlsxValue(row[index], kind)))
  }
  styleSheet(sheet, table)
  return table.columns.flatMap(({ choices = [] }, index) => {
    const texts = [...new Set(choices.map(cleanText))].filter((text) => text !== '')
    return texts.length === 0 ? [] : [{ sheet, column: index + 1, rows: table.rows.length, choices: texts }]
  })
}

function xlsxValue(value: CellValue, kind: Table['columns'][number]['kind']): string | number | Date | null {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (kind === 'number' && /^-?\d+(?:\.\d+)?$/.test(value)) return Number(value)
  if (kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value)) {
    const date = new Date(`${value}T00:00:00Z`)
    if (!Number.isNaN(date.getTime())) return date
  }
  return cleanText(value)
}

/** What Excel takes: no more than so many characters in a cell. */
function cleanText(text: string): string {
  const clean = xmlText(text)
  return clean.length <= MAX_CELL_CHARS ? clean : `${clean.slice(0, MAX_CELL_CHARS - 1)}…`
}

function sheetName(wanted: string, taken: Set<string>): string {
  const name =
    cleanText(wanted)
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'+|'+$/g, '')
      // The library does not double one inside where the name is quoted.
      .replaceAll("'", '’')
      .trim() || '表'
  for (let n = 1; ; n++) {
    const suffix = n === 1 ? '' : ` (${n})`
    const candidate = name.slice(0, MAX_SHEET_NAME - suffix.length) + suffix
    if (taken.has(candidate.toLowerCase())) continue
    taken.add(candidate.toLowerCase())
    return candidate
  }
}

function measuredWidth(table: Table, index: number): number {
  const column = table.columns[index]
  // The filter button covers two places of the title.
  let width = displayWidth(column?.title ?? '') + 2
  for (const row of table.rows.slice(0, MEASURED_ROWS)) {
    for (const line of String(row[index] ?? '').split('\n')) width = Math.max(width, displayWidth(line))
  }
  return Math.min(Math.max(width + 2, MIN_WIDTH), MAX_WIDTH)
}
