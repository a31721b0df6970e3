import type { Statement } from '@jiannuo/reader'
import { modalities, statementKinds } from '../labels.zh.ts'
import type { DocumentReading } from '../read/document.ts'
import type { Places } from '../read/places.ts'
import { valueWords } from '../read/words.ts'
import { type Grid, type GridColumn, layGrid } from '../terminal/grid.ts'
import type { Paint, Screen } from '../terminal/paint.ts'

/** Characters of context before and behind the number. */
const BEFORE = 14
const BEHIND = 6

/** The table of statements. */
export function statementGrid(document: DocumentReading, places: Places, screen: Screen): Grid {
  const { statements } = document.reading
  let shown = ''
  const rows = statements.map((statement, index) => {
    const heading = shortPlace(statement, places)
    const repeated = heading === shown
    shown = heading
    return [
      String(index + 1),
      repeated ? '' : heading,
      statement.indicator,
      valueWords(statement),
      statement.unit,
      statementKinds[statement.kind],
      modalities[statement.modality],
      statement.year === undefined ? '' : String(statement.year),
      context(document.source.text, statement, places),
    ]
  })
  return layGrid(columnsOf(statements, screen.paint), rows, screen.width, screen.paint.heading)
}

function columnsOf(statements: readonly Statement[], paint: Paint): GridColumn[] {
  const byModality = (lines: readonly string[], row: number) => lines.map(paint[statements[row]?.modality ?? 'result'])
  return [
    { title: '序号', min: 4, max: 6, align: 'right', rank: 8 },
    { title: '页/条款', min: 12, max: 24, rank: 1, paint: (lines) => lines.map(paint.faint) },
    { title: '指标', min: 16, max: 30, rank: 9 },
    { title: '数值', min: 8, max: 14, align: 'right', rank: 9, paint: byModality },
    { title: '单位', min: 6, max: 10, rank: 7 },
    { title: '类型', min: 4, max: 4, rank: 2 },
    { title: '性质', min: 4, max: 4, rank: 5, paint: byModality },
    { title: '年份', min: 4, max: 4, rank: 4 },
    { title: '原文', min: 20, max: 72, rank: 3, paint: (lines) => paintMarked(lines, paint.mark) },
  ]
}

/** Page, where the file has pages, and the nearest heading. */
function shortPlace(statement: Statement, places: Places): string {
  const heading = places.clause(statement.clause)?.path.at(-1) ?? ''
  return [places.source(statement.start), heading].filter((part) => part !== '').join(' ')
}

/** The number in 【】 with some of its clause around it. */
export function context(text: string, statement: Statement, places: Places): string {
  const clause = places.clause(statement.clause) ?? statement
  let from = Math.max(clause.start, statement.start - BEFORE)
  let to = Math.min(clause.end, statement.end + BEHIND)
  // Half a number would read as another one.
  while (from > clause.start && from < statement.start && joins(text, from)) from++
  while (to < clause.end && to > statement.end && joins(text, to)) to--
  const before = `${from > clause.start ? '…' : ''}${text.slice(from, statement.start)}`
  const behind = `${text.slice(statement.end, to)}${to < clause.end ? '…' : ''}`
  return `${before}【${statement.quote}】${behind}`
}

// Whether the signs on both sides of an offset belong together: digits of a number, letters of a word, a surrogate pair.
const joins = (text: string, offset: number): boolean =>
  /^(?:[\w.%]{2}|[\ud800-\udbff][\udc00-\udfff])$/.test(text.slice(offset - 1, offset + 1))

/** Colours what stands in 【】, also where it runs on over a line's end. */
export function paintMarked(lines: readonly string[], mark: (text: string) => string): string[] {
  let inside = false
  return lines.map((line) =>
    line
      .split(/(?=【)|(?<=】)/)
      .map((part) => {
        if (part.startsWith('【')) inside = true
        const painted = inside ? mark(part) : part
        if (part.endsWith('】')) inside = false
        return painted
      })
      .join(''),
  )
}
