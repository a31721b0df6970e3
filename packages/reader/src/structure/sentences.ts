import type { Span } from '@jiannuo/kernel'
import { BREAK, CLOSE, classAt, isSpace, PAUSE, skipSpace, skipSpaceBack, STOP } from '../text/chars.ts'

/**
 * A sentence of more characters than this is cut at its last comma before the limit, or at the limit itself. No sentence that people write
 * is half as long; the limit keeps the cost of attaching, which looks back and forth inside a sentence, linear in the length of any text.
 */
export const LONGEST_SENTENCE = 1500

/**
 * Splits a paragraph into sentences: each ends behind 。！？ and the closing quotation marks that follow. Spans hold no white space at their ends.
 */
export function sentences(text: string, from: number, to: number, out: Span[]): void {
  let start = skipSpace(text, from, to)
  for (let i = start; i < to; i++) {
    if (i - start >= LONGEST_SENTENCE) {
      const cut = lastBreak(text, start, i)
      push(text, start, cut, out)
      start = skipSpace(text, cut, to)
      i = start - 1
      continue
    }
    if (classAt(text, i) !== STOP) continue
    let end = i + 1
    while (end < to && (classAt(text, end) === CLOSE || classAt(text, end) === STOP) && !isSpace(text.charCodeAt(end)))
      end++
    push(text, start, end, out)
    start = skipSpace(text, end, to)
    i = start - 1
  }
  push(text, start, to, out)
}

function push(text: string, start: number, end: number, out: Span[]): void {
  const trimmed = skipSpaceBack(text, end, start)
  if (trimmed > start) out.push({ start, end: trimmed })
}

function lastBreak(text: string, start: number, limit: number): number {
  for (let i = limit - 1; i > start + LONGEST_SENTENCE / 2; i--) {
    const c = classAt(text, i)
    if (c === BREAK || c === PAUSE) return i + 1
  }
  return limit
}
