import type { Span } from '@jiannuo/kernel'
import { CLOSE, classAt, isSpace, skipSpace, skipSpaceBack, STOP } from '../text/chars.ts'

/**
 * Splits a paragraph into sentences: each ends behind 。！？ and the closing quotation marks that follow. Spans hold no white space at their ends.
 */
export function sentences(text: string, from: number, to: number, out: Span[]): void {
  let start = skipSpace(text, from, to)
  for (let i = start; i < to; i++) {
    if (classAt(text, i) !== STOP) continue
    let end = i + 1
    while (end < to && (classAt(text, end) === CLOSE || classAt(text, end) === STOP) && !isSpace(text.charCodeAt(end)))
      end++
    if (end > start) out.push({ start, end: skipSpaceBack(text, end, start) })
    start = skipSpace(text, end, to)
    i = start - 1
  }
  const end = skipSpaceBack(text, to, start)
  if (end > start) out.push({ start, end })
}
