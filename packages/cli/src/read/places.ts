import type { SourceText, TextBlock } from '@jiannuo/kernel'
import type { Clause, Statement } from '@jiannuo/reader'
import type { DocumentReading } from './document.ts'

/** Finds where an offset stands for a person: line of the text, page or table cell of the file. */
export interface Places {
  /** Line of the text, from 1. */
  readonly line: (offset: number) => number
  /** 第3页 or 表1第2行第3列; empty where the format knows neither. */
  readonly source: (offset: number) => string
  /** The clause of a statement or task. */
  readonly clause: (id: string) => Clause | undefined
}

/** Prepares the look-ups of one document. */
export function placesOf({ source, reading }: DocumentReading): Places {
  const starts = lineStarts(source.text)
  const clauses = new Map(reading.clauses.map((clause) => [clause.id, clause]))
  return {
    line: (offset) => lastAtOrBefore(starts.length, (index) => starts[index] ?? 0, offset) + 1,
    source: (offset) => describePlace(blockAt(source, offset)),
    clause: (id) => clauses.get(id),
  }
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1)
  }
  return starts
}

/** Index of the last of `count` ascending values that is not above the offset; 0 when all are. */
function lastAtOrBefore(count: number, valueAt: (index: number) => number, offset: number): number {
  let low = 0
  let high = count - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (valueAt(middle) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

const blockAt = ({ blocks }: SourceText, offset: number): TextBlock | undefined =>
  blocks[lastAtOrBefore(blocks.length, (index) => blocks[index]?.start ?? 0, offset)]

function describePlace(block: TextBlock | undefined): string {
  const { page, table, row, column } = block?.place ?? {}
  const cell = row === undefined ? '' : `第${row}行${column === undefined ? '' : `第${column}列`}`
  return `${page === undefined ? '' : `第${page}页`}${table === undefined ? '' : `表${table}${cell}`}`
}

/** Signs that end a phrase; a comma between digits does not. */
const PHRASE_END = /[，,；;。：:！!？?\n\r]/

/** What stands before an item of a list and is none of its words. */
const BULLET = /^[\s—–\-·•●▪◆]+/

/**
 * The words that make a statement, verbatim: the phrase around the number, reaching back to the words of its indicator when
 * they stand in an earlier phrase of the clause.
 */
export function phraseOf(text: string, clause: Clause | undefined, statement: Statement): string {
  const low = clause?.start ?? statement.start
  const high = clause?.end ?? statement.end
  const spans = [statement, ...statement.indicatorSpans].filter(({ start, end }) => start >= low && end <= high)
  let start = Math.min(...spans.map((span) => span.start))
  let end = Math.max(...spans.map((span) => span.end))
  while (start > low && !endsPhrase(text, start - 1)) start--
  while (end < high && !endsPhrase(text, end)) end++
  return text.slice(start, end).replace(BULLET, '').trim()
}

function endsPhrase(text: string, at: number): boolean {
  if (!PHRASE_END.test(text[at] ?? '')) return false
  return !(text[at] === ',' && /\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? ''))
}
