import type { Fragment, Line } from './lines.ts'

/** A line of a paragraph, or a row of a table. Rows grow while the lines of a page are gone through. */
export type Unit = { readonly kind: 'line'; readonly line: Line } | Row

/** A row of a table with the cells found so far. */
export interface Row {
  readonly kind: 'row'
  readonly cells: Cell[]
}

/** A cell of a row: its lines from top to bottom. */
export interface Cell {
  x: number
  x1: number
  readonly lines: Line[]
}

/** A cell's next line is at most this far below, in letter sizes. */
const NEXT_LINE = 2
/** A jump upwards over more than this is a new column of the page, not a cell. */
const MAX_CELL_HEIGHT = 20
/** Clear space between two cells. */
const CELL_GAP = 0.3

/**
 * Finds the rows of tables among the lines of a page. Files give a table cell by cell: a piece to the right on the same line, or
 * higher up and to the right of all that stands in the cell before, is the next cell of the row.
 */
export function readUnits(lines: readonly Line[]): Unit[] {
  const units: Unit[] = []
  for (const line of lines) {
    line.fragments.forEach((fragment, index) => {
      const piece = index === 0 && line.fragments.length === 1 ? line : lineOf(line, fragment)
      addPiece(units, piece, index > 0)
    })
  }
  return units
}

const lineOf = (line: Line, fragment: Fragment): Line => ({
  ...line,
  x: fragment.x,
  x1: fragment.x1,
  fragments: [fragment],
  text: fragment.text,
})

function addPiece(units: Unit[], piece: Line, beside: boolean): void {
  const last = units.at(-1)
  if (last?.kind === 'row') {
    const cell = last.cells.at(-1)
    if (cell && (beside || isNextCell(cell, piece))) {
      last.cells.push(cellOf(piece))
      return
    }
    if (cell && continuesCell(last.cells, cell, piece)) {
      cell.lines.push(piece)
      cell.x = Math.min(cell.x, piece.x)
      cell.x1 = Math.max(cell.x1, piece.x1)
      return
    }
  } else if (last) {
    const cell = firstCell(units, piece, beside)
    if (cell) {
      units.length -= cell.lines.length
      units.push({ kind: 'row', cells: [cell, cellOf(piece)] })
      return
    }
  }
  units.push({ kind: 'line', line: piece })
}

const cellOf = (piece: Line): Cell => ({ x: piece.x, x1: piece.x1, lines: [piece] })

/** Above the last line of the cell, and right of all of it. */
function isNextCell(cell: Cell, piece: Line): boolean {
  const last = cell.lines.at(-1)
  if (!last || last.page !== piece.page) return false
  const rise = piece.y - last.y
  return rise > -piece.size * 0.4 && rise < piece.size * MAX_CELL_HEIGHT && piece.x >= cell.x1 + piece.size * CELL_GAP
}

/** Right below, within the column of the cell, and right of the row's first cell, where the next row would begin. */
function continuesCell(cells: readonly Cell[], cell: Cell, piece: Line): boolean {
  const last = cell.lines.at(-1)
  const before = cells.at(-2)
  if (!last || !before || last.page !== piece.page) return false
  const step = last.y - piece.y
  const inColumn = piece.x >= before.x1 && piece.x < cell.x1 && piece.x1 > cell.x
  return step > piece.size * 0.5 && step <= piece.size * NEXT_LINE && inColumn
}

/** The lines before a piece that are the first cell of the row which the piece goes on. */
function firstCell(units: readonly Unit[], piece: Line, beside: boolean): Cell | undefined {
  const lines: Line[] = []
  let foot = Number.NaN
  for (let i = units.length - 1; i >= 0; i--) {
    const unit = units[i]
    if (unit?.kind !== 'line' || unit.line.page !== piece.page) break
    const { line } = unit
    const below = lines.at(-1)
    if (!below) {
      if (!beside && !isNextCell({ x: line.x, x1: line.x1, lines: [line] }, piece)) return undefined
      foot = line.y
    } else {
      // A cell reaches as far above the piece as below it, when the row is centred.
      const step = line.y - below.y
      const stacked = step > 0 && step <= line.size * NEXT_LINE && line.y <= 2 * piece.y - foot + line.size / 2
      const aligned =
        Math.abs(line.x - below.x) <= line.size || Math.abs(line.x + line.x1 - below.x - below.x1) <= 2 * line.size
      if (!stacked || !aligned || line.x1 + line.size * CELL_GAP > piece.x) break
    }
    lines.push(line)
  }
  if (lines.length === 0) return undefined
  lines.reverse()
  return {
    x: lines.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY),
    x1: lines.reduce((most, { x1 }) => Math.max(most, x1), 0),
    lines,
  }
}
