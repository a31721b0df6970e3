import type { Column as SheetColumn, Worksheet } from '@cj-tech-master/excelts'
import { xmlText } from '../xml-text.ts'
import type { Column, Table } from './table.ts'

const GREY = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDEDED' } } as const
/** Number of A4 among Excel's papers. */
const A4 = 9
/** What stays possible in a sheet with locked columns. */
const ALLOWED = { formatColumns: true, formatRows: true, sort: true, autoFilter: true, insertRows: true } as const

/** Dresses a sheet whose rows stand in it: header, alignment, locks, filter, print. */
export function styleSheet(sheet: Worksheet, table: Table): void {
  if (table.columns.length === 0) return
  const locks = table.columns.some(({ readOnly }) => readOnly === true)
  table.columns.forEach((column, index) => {
    styleColumn(sheet.getColumn(index + 1), column, locks)
  })
  const header = sheet.getRow(1)
  header.font = { bold: true }
  header.alignment = { vertical: 'middle', wrapText: true }
  table.columns.forEach(({ note }, index) => {
    const title = sheet.getCell(1, index + 1)
    if (note !== undefined) title.note = xmlText(note)
    if (locks) title.protection = { locked: true }
  })
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1 + table.rows.length, column: table.columns.length } }
  if (locks) sheet.sheetProtection = { sheet: true, ...ALLOWED }
  print(sheet)
}

function styleColumn(target: SheetColumn, { kind, wrap = true, readOnly = false }: Column, locks: boolean): void {
  target.alignment = { vertical: 'top', wrapText: wrap }
  if (kind === 'date') target.numFmt = 'yyyy-mm-dd'
  if (readOnly) target.fill = GREY
  if (locks) target.protection = { locked: readOnly }
}

function print(sheet: Worksheet): void {
  sheet.pageSetup.paperSize = A4
  sheet.pageSetup.orientation = 'landscape'
  sheet.pageSetup.fitToPage = true
  sheet.pageSetup.fitToWidth = 1
  // As many pages downwards as it takes.
  sheet.pageSetup.fitToHeight = 0
  sheet.pageSetup.printTitlesRow = '1:1'
}
