import type { SourcePlace, TextBlock } from '@jiannuo/kernel'

/** A cell of a table as the text builder takes it: where it stands and what it says. */
export interface GridCell {
  readonly text: string
  /** Grid column, from 1; merged cells before it have been counted. */
  readonly column: number
}

/** Collects blocks into one text: blocks parted by line feeds, cells of a row by tabs. */
export interface TextBuilder {
  /** Adds a paragraph, heading or note; blank text adds nothing. */
  block(kind: 'paragraph' | 'heading' | 'note', text: string, extra?: Pick<TextBlock, 'level' | 'place'>): void
  /** Adds the rows of a table; rows without text are left out but keep their number. */
  table(rows: readonly (readonly GridCell[])[], page?: number): void
  /** Characters so far. */
  readonly length: number
  /** The text and its blocks. */
  build(): { readonly text: string; readonly blocks: readonly TextBlock[] }
}

/** Merged cells leave their columns blank, but absurd spans must not fill the memory with tabs. */
const MAX_TABS = 100

/** An empty text. */
export function createText(): TextBuilder {
  const parts: string[] = []
  const blocks: TextBlock[] = []
  let length = 0
  let tables = 0
  const append = (text: string) => {
    parts.push(text)
    length += text.length
  }
  const mark = (text: string, block: Omit<TextBlock, 'start' | 'end'>) => {
    blocks.push({ ...block, start: length, end: length + text.length })
    append(text)
  }
  const addRow = (cells: readonly GridCell[], place: SourcePlace) => {
    let column = 1
    if (length > 0) append('\n')
    for (const cell of cells) {
      append('\t'.repeat(Math.min(Math.max(0, cell.column - column), MAX_TABS)))
      column = Math.max(column, cell.column)
      if (cell.text !== '') mark(cell.text, { kind: 'cell', place: { ...place, column: cell.column } })
    }
  }
  return {
    block(kind, text, extra = {}) {
      const tidied = tidy(text)
      if (tidied === '') return
      if (length > 0) append('\n')
      mark(tidied, { kind, ...extra })
    },
    table(rows, page) {
      tables++
      rows.forEach((row, index) => {
        // Empty cells at the end of a row would leave blanks at the end of the line.
        const cells = row.map((cell) => ({ ...cell, text: tidy(cell.text) })).filter(({ text }) => text !== '')
        const place = { ...(page === undefined ? {} : { page }), table: tables, row: index + 1 }
        if (cells.length > 0) addRow(cells, place)
      })
    },
    get length() {
      return length
    },
    build: () => ({ text: parts.join(''), blocks }),
  }
}

/** One line without blanks at its ends; no-break spaces become plain ones, and what has no width is dropped. */
export const tidy = (text: string): string =>
  text
    .replace(/[\u200b\u2060\ufeff\u00ad]/g, '')
    .replace(/[\u00a0\u2002-\u200a\u202f]/g, ' ')
    .replace(/[\r\n\f\v\u2028\u2029]+/g, ' ')
    .trim()

/** Joins the lines of a cell so that numbers never run together: `5%` and `6%` stay two. */
export const joinCellLines = (lines: readonly string[]): string =>
  lines
    .map((line) => tidy(line).replaceAll('\t', ' '))
    .filter((line) => line !== '')
    .join(' ')
