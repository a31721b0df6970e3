import type { GridCell } from '../text-builder.ts'
import { joinCellLines } from '../text-builder.ts'
import type { Piece } from './lines.ts'
import { attribute, type Element, findElement, isElement, isHidden } from './tree.ts'

/** A table of the page: data in a grid, or a frame that only arranges text. */
export type HtmlTable =
  | { readonly data: true; readonly caption: string; readonly rows: readonly (readonly GridCell[])[] }
  | { readonly data: false; readonly pieces: readonly Piece[] }

interface Cell {
  readonly element: Element
  readonly pieces: readonly Piece[]
  readonly text: string
}

/** Spans beyond these are slips or attacks; the HTML standard caps them alike. */
const MAX_COLSPAN = 1_000
const MAX_ROWSPAN = 65_534
/** Columns beyond this are not kept free under merged cells: no table is so wide. */
const MAX_COLUMNS = 2_000
/** A cell with more than this share of a table's text, in several paragraphs, is the page and not a datum. */
const MAIN_CELL_SHARE = 0.6
const MAIN_CELL_CHARS = 120

/** Reads a table; `readCell` gives the lines of a cell. */
export function readTable(table: Element, readCell: (cell: Element) => Piece[]): HtmlTable {
  const caption = directChildren(table, ['caption']).flatMap((element) => readCell(element))
  const rows = rowsOf(table).map((row) =>
    directChildren(row, ['td', 'th']).map((element): Cell => {
      const pieces = readCell(element)
      return { element, pieces, text: joinCellLines(pieces.map(pieceText)) }
    }),
  )
  if (isLayout(table, rows))
    return { data: false, pieces: [...caption, ...rows.flat().flatMap(({ pieces }) => pieces)] }
  return { data: true, caption: joinCellLines(caption.map(pieceText)), rows: grid(rows) }
}

/** Whether a table only arranges the page, for the finder of the main text, who asks at every depth: the cheap sign comes first. */
export const isLayoutTable = (table: Element, readCell: (cell: Element) => Piece[]): boolean =>
  holdsStructure(table) || !readTable(table, readCell).data

/** Headings and tables inside a cell are parts of a page. */
const holdsStructure = (element: Element): boolean =>
  findElement(element, ({ tagName }) => /^(?:h[1-3]|table)$/.test(tagName)) !== undefined

function isLayout(table: Element, rows: readonly (readonly Cell[])[]): boolean {
  if (/presentation|none/.test(attribute(table, 'role'))) return true
  const filled = rows.map((row) => row.filter(({ text }) => text !== ''))
  if (filled.every((row) => row.length <= 1)) return true
  const cells = filled.flat()
  if (cells.some(({ element }) => findElement(element, ({ tagName }) => /^(?:h[1-3]|table)$/.test(tagName))))
    return true
  const total = cells.reduce((sum, { text }) => sum + text.length, 0)
  return cells.some(
    ({ pieces, text }) => pieces.length >= 3 && text.length > MAIN_CELL_CHARS && text.length > total * MAIN_CELL_SHARE,
  )
}

/** Rows of this table only, not of tables inside its cells. */
function rowsOf(table: Element): Element[] {
  return directChildren(table, ['tr', 'thead', 'tbody', 'tfoot']).flatMap((part) =>
    part.tagName === 'tr' ? [part] : directChildren(part, ['tr']),
  )
}

const directChildren = (element: Element, tags: readonly string[]): Element[] =>
  element.childNodes.filter(
    (node): node is Element => isElement(node) && tags.includes(node.tagName) && !isHidden(node),
  )

/** Gives each cell its grid column; a cell that reaches down over rows keeps its column taken there. */
function grid(rows: readonly (readonly Cell[])[]): GridCell[][] {
  const takenUntil = new Map<number, number>()
  return rows.map((row, index) => {
    let column = 1
    return row.map(({ element, text }) => {
      while ((takenUntil.get(column) ?? 0) > index) column++
      const here = column
      const rowspan = spanOf(element, 'rowspan', MAX_ROWSPAN)
      column += spanOf(element, 'colspan', MAX_COLSPAN)
      for (let at = here; at < Math.min(column, MAX_COLUMNS); at++) takenUntil.set(at, index + rowspan)
      return { text, column: here }
    })
  })
}

function spanOf(element: Element, name: string, most: number): number {
  const span = Number.parseInt(attribute(element, name), 10)
  return Number.isFinite(span) ? Math.min(Math.max(span, 1), most) : 1
}

/** A piece as one line: a table inside a cell loses its grid. */
const pieceText = (piece: Piece): string =>
  piece.kind === 'line'
    ? piece.text
    : piece.table.data
      ? piece.table.rows
          .flat()
          .map(({ text }) => text)
          .join(' ')
      : ''
