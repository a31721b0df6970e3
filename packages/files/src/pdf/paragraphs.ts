import { GAP, type Layout } from './layout.ts'
import { type Line, WIDE } from './lines.ts'

/** Lines that differ more in size belong to different paragraphs. */
const SAME_SIZE = 0.08
/** Width of a Latin letter or digit in letter sizes, a broad one, with the room that is set beside it. */
const LATIN_WIDTH = 0.65

const SENTENCE_END = /[。！？!?][”’）》]?$/
/** What begins a paragraph of its own, as a rule: 一、 （一） 第一章 ——. */
const MARKER =
  /^(?:[一二三四五六七八九十百]{1,4}、|[（(][一二三四五六七八九十百]{1,4}[）)]|第[一二三四五六七八九十百]{1,4}[章节条部分篇]|——|-{2,}|[●■◆★])/

// A character with the brackets before it and the punctuation after it that may not begin a line; words and numbers are whole, and
// quotation marks hold on both sides (UAX 14).
const PIECE = `[（《「『【〔〈(]*(?:[${WIDE}]|[^${WIDE}\\s]+)[，。、；：？！）》」』】〕〉％,.;:?!%)\\]}]*`
const FIRST_PIECE = new RegExp(`^[“‘]*${PIECE}(?:[“”‘’]+(?:${PIECE})?)*`)
const wide = new RegExp(`[${WIDE}]`)

/**
 * Whether a line goes on in the next one. A line is broken off because the next piece had no room on it; if the piece would have
 * fitted, somebody ended the paragraph there.
 */
export function continues(line: Line, next: Line, layout: Layout): boolean {
  if (Math.abs(line.size - next.size) > Math.min(line.size, next.size) * SAME_SIZE) return false
  if (!isFull(line, next, layout)) return false
  const ended = SENTENCE_END.test(line.text)
  const opens = MARKER.test(next.text)
  if (line.page === next.page) {
    const step = line.y - next.y
    if (step > layout.spacing * GAP * Math.max(1, line.size / layout.bodySize) || step < line.size * 0.5) return false
  }
  // Without indents and gaps the signs that open a paragraph are all there is.
  if (layout.indent === undefined) return layout.gapped || !(ended && opens)
  const indent = next.x - layout.edges(next.page).left
  if (indent < next.size) return true
  // The usual indent opens a paragraph; what stands further in, such as a title in the middle, goes on from line to line.
  return Math.abs(indent - layout.indent) > next.size * 0.7 && !ended && !opens
}

function isFull(line: Line, next: Line, layout: Layout): boolean {
  const room = layout.edges(line.page).right - line.x1
  // Between 3 and 座 a quarter of a letter is left free, which needs room too.
  const mixed = wide.test(line.text.slice(-1)) !== wide.test(next.text.slice(0, 1))
  return room < pieceWidth(FIRST_PIECE.exec(next.text)?.[0] ?? '', next) + (mixed ? 0.3 : 0.15) * line.size
}

/** Width of the first unbreakable piece of a line: a character with the punctuation that may not begin a line, a word, a number. */
function pieceWidth(piece: string, line: Line): number {
  let width = 0
  for (const char of piece) width += wide.test(char) ? 1 : LATIN_WIDTH
  return width * line.size
}

/** Joins the lines of a paragraph: nothing between them where a Chinese character touches, a blank between words. */
export function joinLines(lines: readonly string[]): string {
  const parts: string[] = []
  for (const line of lines.filter((text) => text !== '')) {
    const before = parts.at(-1)
    // A word that was hyphenated stays so: the hyphen may be its own.
    if (before !== undefined && !/[-\s]$/.test(before) && !wide.test(before.slice(-1)) && !wide.test(line.charAt(0)))
      parts.push(' ')
    parts.push(line)
  }
  return parts.join('')
}
