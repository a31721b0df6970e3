import type { SourceText } from '@jiannuo/kernel'
import { createText, type GridCell, type TextBuilder } from '../text-builder.ts'
import { type Footnote, markNumber, takeFootnotes } from './footnotes.ts'
import { dropFurniture, type PageLines } from './furniture.ts'
import { type Layout, measureLayout } from './layout.ts'
import { type Line, withoutMarks } from './lines.ts'
import { continues, joinLines } from './paragraphs.ts'
import { type Cell, readUnits, type Row, type Unit } from './units.ts'

/** A line of a table of contents, which states every heading twice: a leader and a page number. */
const CONTENTS_LINE = /(?:\.{6,}|…{2,}|·{6,}|(?:\. ){5,})\s*[-—]?\s*\d{1,4}\s*[-—]?$/

/** A longer line is a sentence. */
const MAX_CONTENTS_CHARS = 200

/** Makes one text of the pages: paragraphs joined over line and page ends, tables in cells, footnotes at the end. */
export function assemble(raw: readonly PageLines[]): Pick<SourceText, 'text' | 'blocks'> {
  const bare = dropFurniture(raw).map((page) => ({
    ...page,
    lines: page.lines.filter(({ text }) => text.length > MAX_CONTENTS_CHARS || !CONTENTS_LINE.test(text)),
  }))
  const layout = measureLayout(bare)
  const taken = bare.map((page) => takeFootnotes(page, layout))
  const notes = taken.flatMap((page) => page.notes)
  const units = taken.flatMap(({ page }) => readUnits(page.lines))
  const clean = cleaner(notes)
  const text = createText()
  for (let i = 0; i < units.length; ) i += addNext(text, units, i, layout, clean)
  for (const note of notes) {
    text.block('note', noteText(note), { place: { page: note.page } })
  }
  return text.build()
}

/** `1` and `按可比价格计算` stay apart. */
function noteText({ mark, lines }: Footnote): string {
  const text = joinLines(lines.map((line) => line.text.replaceAll('\t', ' ')))
  return `${mark} ${text.slice(mark.length).trimStart()}`
}

type Clean = (line: Line) => string

/** Takes the marks out that refer to a note of the document. */
function cleaner(notes: readonly Footnote[]): Clean {
  const marks = new Set(notes.map(({ mark }) => markNumber(mark) ?? mark))
  const isNote = (mark: string) => marks.has(markNumber(mark) ?? mark)
  return ({ fragments }) => fragments.map((fragment) => withoutMarks(fragment, isNote)).join('\t')
}

/** Adds the paragraph or table that begins at a unit, and says how many units it took. */
function addNext(text: TextBuilder, units: readonly Unit[], at: number, layout: Layout, clean: Clean): number {
  const first = units[at]
  if (first?.kind === 'row') {
    const rows: Row[] = []
    for (let i = at; ; i++) {
      const unit = units[i]
      if (unit?.kind !== 'row') break
      rows.push(unit)
    }
    addTable(text, rows, clean)
    return rows.length
  }
  if (!first) return 1
  const parts = [clean(first.line)]
  let end = at + 1
  for (let before = first.line; ; end++) {
    const next = units[end]
    if (next?.kind !== 'line' || !continues(before, next.line, layout)) break
    parts.push(clean(next.line))
    before = next.line
  }
  text.block('paragraph', joinLines(parts), { place: { page: first.line.page } })
  return end - at
}

/** A single row is a line with gaps; only several rows make a table. */
function addTable(text: TextBuilder, rows: readonly Row[], clean: Clean): void {
  const contents = rows.map(({ cells }) => cells.map((cell) => cellText(cell, clean)))
  const page = rows[0]?.cells[0]?.lines[0]?.page ?? 1
  if (rows.length === 1) {
    text.block('paragraph', (contents[0] ?? []).join('\t'), { place: { page } })
    return
  }
  const widest = rows.reduce((best, row) => (row.cells.length > best.cells.length ? row : best))
  const grid = rows.map(({ cells }, row): GridCell[] => {
    let column = 0
    return cells.map((cell, index) => {
      const left = cells.length - 1 - index
      column = Math.max(column + 1, Math.min(columnOf(cell, widest.cells), widest.cells.length - left))
      return { column, text: contents[row]?.[index] ?? '' }
    })
  })
  text.table(grid, page)
}

/** The column of the widest row whose middle is nearest, from 1. */
function columnOf(cell: Cell, columns: readonly Cell[]): number {
  const middle = (cell.x + cell.x1) / 2
  const distances = columns.map(({ x, x1 }) => Math.max(x - middle, middle - x1, 0))
  return distances.indexOf(Math.min(...distances)) + 1
}

const cellText = ({ lines }: Cell, clean: Clean): string => joinLines(lines.map(clean))
