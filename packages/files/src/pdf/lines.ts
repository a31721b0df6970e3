import type { Chunk, PageText } from './chunks.ts'

/** A stretch of a line without a wide gap: a whole line of a paragraph, or what one cell has on it. */
export interface Fragment {
  readonly text: string
  readonly x: number
  readonly x1: number
  /** Raised small signs that may refer to a footnote. */
  readonly marks: readonly { readonly at: number; readonly text: string }[]
}

/** A line of a page. */
export interface Line {
  readonly page: number
  readonly x: number
  readonly x1: number
  readonly y: number
  readonly size: number
  readonly fragments: readonly Fragment[]
  /** The fragments, parted by tabs. */
  readonly text: string
}

/** East Asian wide characters and the quotation marks, dashes and ellipses of Chinese print. */
export const WIDE = '\\u2014-\\u2026\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uff60\\uffe0-\\uffe6'
const wide = new RegExp(`[${WIDE}]`)

/** Gaps in parts of the letter size. Chinese type sets a quarter of it between 年 and 2024; half-width blanks are half of it. */
const BLANK = 0.55
const LATIN_BLANK = 0.15
/** From here on a gap parts two cells. Between Chinese characters it may be a spread title and must be wider. */
const CELL = 0.9
const CELL_BETWEEN_WIDE = 1.8

/** How far a piece may stand off the base line of its line: raised and lowered signs do. */
const OFF_LINE = 0.4

/**
 * Orders the pieces of a page into lines, in the order in which the file gives them, which is the order of reading: a table
 * comes cell by cell, a page of two columns column by column.
 */
export function readLines({ page, chunks }: PageText): Line[] {
  const lines: Line[] = []
  let open: OpenLine | undefined
  for (const chunk of chunks) {
    if (open && continuesLine(open, chunk)) {
      open.chunks.push(chunk)
      open.size = Math.max(open.size, chunk.size)
      if (weight(chunk) > weight(open.base)) open.base = chunk
      continue
    }
    if (open) lines.push(makeLine(page, open))
    open = { chunks: [chunk], base: chunk, size: chunk.size }
  }
  if (open) lines.push(makeLine(page, open))
  return isJumbled(lines) ? sorted(lines) : lines
}

/** A line that is being gathered: its pieces, the one that sets its height, the largest size. */
interface OpenLine {
  readonly chunks: Chunk[]
  base: Chunk
  size: number
}

const weight = (chunk: Chunk): number => chunk.text.length * chunk.size

function continuesLine({ chunks, base, size }: OpenLine, chunk: Chunk): boolean {
  const last = chunks.at(-1)
  const reach = Math.max(size, chunk.size) * OFF_LINE * (chunk.size < base.size * 0.85 ? 1.6 : 1)
  return (
    last !== undefined && Math.abs(base.y - chunk.y) <= reach && chunk.x >= last.x1 - Math.max(size, chunk.size) * 0.6
  )
}

function makeLine(page: number, { chunks, base }: OpenLine): Line {
  const fragments: Fragment[] = []
  let open: { text: string; x: number; x1: number; marks: { at: number; text: string }[] } | undefined
  for (const chunk of chunks) {
    const text = innerBlanks(chunk).trim()
    const gap = open ? (chunk.x - open.x1) / base.size : 0
    const blank = open ? gapText(open.text, text, gap) : ''
    if (!open || blank === '\t') {
      open = { text: '', x: chunk.x, x1: chunk.x1, marks: [] }
      fragments.push(open)
    } else open.text += blank
    if (isMark(chunk, base)) open.marks.push({ at: open.text.length, text })
    open.text += text
    open.x1 = Math.max(open.x1, chunk.x1)
  }
  const x = fragments.reduce((least, fragment) => Math.min(least, fragment.x), Number.POSITIVE_INFINITY)
  const x1 = fragments.reduce((most, fragment) => Math.max(most, fragment.x1), 0)
  return { page, x, x1, y: base.y, size: base.size, fragments, text: fragments.map(({ text }) => text).join('\t') }
}

/** What stands between two pieces that are `gap` letter sizes apart. */
function gapText(before: string, after: string, gap: number): string {
  const a = wide.test(before.slice(-1))
  const b = wide.test(after.slice(0, 1))
  if (gap >= (a && b ? CELL_BETWEEN_WIDE : CELL)) return '\t'
  return gap >= (a || b ? BLANK : LATIN_BLANK) ? ' ' : ''
}

const BLANK_AT_WIDE = new RegExp(`(?<=[${WIDE}]) (?! )|(?<! ) (?=[${WIDE}])`, 'g')
/** `… 发布机构: 区发改局`: the blank before a label parts two entries. */
const BEFORE_LABEL = new RegExp(`^ [\\u4e00-\\u9fff]{2,6} ?[:：]`)

/** Blanks inside a piece are the library's guess from small gaps: beside a Chinese character there is none. */
function innerBlanks({ text, x, x1, size }: Chunk): string {
  if (!text.includes(' ')) return text
  const blanks = text.split(' ').length - 1
  const wideOnly = !/[\x21-\x7e]/.test(text)
  // Only full-width characters: what is left of the length are the blanks, and real ones are broad.
  if (wideOnly && (x1 - x - (text.length - blanks) * size) / blanks >= size * 0.4) return text
  return text.replace(BLANK_AT_WIDE, (blank, at: number) => (BEFORE_LABEL.test(text.slice(at, at + 10)) ? blank : ''))
}

/** A raised small number or circled sign. */
const isMark = (chunk: Chunk, base: Chunk): boolean =>
  chunk.size < base.size * 0.85 &&
  chunk.y > base.y + base.size * 0.12 &&
  /^\s*(?:[[［(（〔]?\d{1,3}[\]］)）〕]?|[①-⑳*†]{1,3})\s*$/.test(chunk.text)

/** Whether the file gives its lines in no order: a third of them lie above the one before and to its left. */
function isJumbled(lines: readonly Line[]): boolean {
  if (lines.length < 6) return false
  const backward = lines.filter((line, index) => {
    const before = lines[index - 1]
    return before !== undefined && line.y > before.y + before.size * 0.5 && line.x < before.x1
  })
  return backward.length * 3 > lines.length
}

function sorted(lines: readonly Line[]): Line[] {
  return [...lines].sort((a, b) => (Math.abs(a.y - b.y) > Math.max(a.size, b.size) * OFF_LINE ? b.y - a.y : a.x - b.x))
}

/** Takes the marks of footnotes out of a fragment's text. */
export function withoutMarks(fragment: Fragment, isNote: (mark: string) => boolean): string {
  let { text } = fragment
  for (const { at, text: mark } of fragment.marks.toReversed()) {
    // m² and km² are units, not references.
    if (!isNote(mark) || /[mM㎡米]$/.test(text.slice(0, at))) continue
    text = text.slice(0, at) + text.slice(at + mark.length).trimStart()
  }
  return text
}
