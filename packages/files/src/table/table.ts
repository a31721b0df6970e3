/** What a cell may hold; null and undefined are empty cells. */
export type CellValue = string | number | null | undefined

/** One column of a table that is written out. */
export interface Column {
  readonly title: string
  /** Width in half-width characters; without it, the width follows from the content. */
  readonly width?: number
  /** `number` and `date` (values `YYYY-MM-DD`) become real numbers and dates in XLSX; `text` is the default. */
  readonly kind?: 'text' | 'number' | 'date'
  /** False keeps long text on one line; else it is wrapped. XLSX only, as all that follows. */
  readonly wrap?: boolean
  /** Hint that opens on the column's title: how it is to be filled in. */
  readonly note?: string
  /** Offered in a drop-down list. Another entry is questioned, not refused: two leads may stand in one cell. */
  readonly choices?: readonly string[]
  /** Grey, and locked in a sheet that is protected without a password: whoever has to change it can. */
  readonly readOnly?: boolean
}

/** A table to be written as CSV or as a sheet of an XLSX workbook. */
export interface Table {
  /** Name of the sheet. */
  readonly name: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly CellValue[])[]
  /** Columns at the left that stay when the others are moved; 0 when it is not given. XLSX only. */
  readonly frozen?: number
}

/** Width of a text on the screen: East Asian wide characters take two places. */
export function displayWidth(text: string): number {
  let width = 0
  for (const char of text) width += isWide(char.codePointAt(0) ?? 0) ? 2 : 1
  return width
}

const isWide = (code: number): boolean =>
  (code >= 0x1100 && code <= 0x115f) ||
  (code >= 0x2e80 && code <= 0xa4cf) ||
  (code >= 0xac00 && code <= 0xd7a3) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0xfe30 && code <= 0xfe6f) ||
  (code >= 0xff00 && code <= 0xff60) ||
  (code >= 0xffe0 && code <= 0xffe6) ||
  code >= 0x20000 ||
  // Dashes, ellipses and quotation marks are wide in Chinese fonts.
  (code >= 0x2014 && code <= 0x2026)

/** How a CSV is written. */
export interface CsvOptions {
  /** Byte order mark at the beginning, without which Excel takes Chinese for another encoding; true by default. */
  readonly mark?: boolean
  /** Line of column titles; true by default. */
  readonly header?: boolean
}

/** The table as CSV in UTF-8 by RFC 4180, lines ended by CRLF. Text that a spreadsheet would run as a formula is defused. */
export function writeCsv(table: Table, options: CsvOptions = {}): Uint8Array {
  const lines = table.rows.map((row) => table.columns.map((_, index) => csvCell(row[index])).join(','))
  if (options.header !== false) lines.unshift(table.columns.map(({ title }) => csvCell(title)).join(','))
  const mark = options.mark === false ? '' : '\uFEFF'
  return new TextEncoder().encode(mark + lines.map((line) => `${line}\r\n`).join(''))
}

function csvCell(value: CellValue): string {
  if (value === null || value === undefined) return ''
  const text = defused(String(value))
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** An apostrophe before `=cmd` keeps a spreadsheet from running it; -40 and +5.5% are numbers and stay. */
function defused(text: string): string {
  if (!/^[=+\-@\t\r＝＋－＠]/.test(text)) return text
  return /^[+-]?\d[\d,]*(?:\.\d+)?(?:e[+-]?\d+)?%?$/i.test(text) ? text : `'${text}`
}

/**
 * Writes an XLSX workbook, one sheet a table: bold frozen header with a filter, widths by the display width of Chinese, long
 * text wrapped; printed on A4 on its side, as wide as the sheet, the header on every page. Text stays text, so nothing in it is run
 * as a formula. A table beyond Excel's rows goes on in a further sheet. Lists of choices stand in a hidden sheet at the end.
 */
export async function writeXlsx(tables: readonly Table[]): Promise<Uint8Array> {
  // Loaded here: only who writes a workbook pays for the library.
  return (await import('./xlsx.ts')).makeWorkbook(tables)
}
