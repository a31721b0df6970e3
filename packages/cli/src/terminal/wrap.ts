import { charWidth, displayWidth } from '@jiannuo/kernel'

/** Signs that may not begin a line. */
const NOT_FIRST = new Set('，。、；：？！％）》」』】〕〉”’…—,.;:?!%)]}')
/** Signs that may not end a line. */
const NOT_LAST = new Set('（《「『【〔〈“‘([{')

/**
 * Breaks a text into lines of at most `width` places. Chinese may break between any two characters, but not before closing
 * punctuation or behind an opening one; numbers and Latin words stay whole where a line can hold them.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  const flush = () => {
    lines.push(line.trimEnd())
    line = ''
    used = 0
  }
  for (const unit of unitsOf(text)) {
    const size = displayWidth(unit)
    if (used > 0 && used + size > width) flush()
    if (size <= width) {
      if (used === 0 && unit === ' ') continue
      line += unit
      used += size
      continue
    }
    for (const char of unit) {
      const wide = charWidth(char.codePointAt(0) ?? 0)
      if (used > 0 && used + wide > width) flush()
      line += char
      used += wide
    }
  }
  if (line !== '' || lines.length === 0) flush()
  return lines
}

/** A unit grows no longer than this by the signs that hang on to it. */
const MAX_UNIT = 12

/** Pieces that should not be broken. */
function unitsOf(text: string): string[] {
  const units: string[] = []
  let open = ''
  for (const [piece] of text.matchAll(/[\dA-Za-z.,+\-%/]+|[\s\S]/gu)) {
    if (NOT_LAST.has(piece)) {
      open += piece
      continue
    }
    const last = units.length - 1
    // A closing sign hangs on to what is before it; a long row of them may break.
    if (
      open === '' &&
      NOT_FIRST.has(piece) &&
      last >= 0 &&
      (units[last] ?? '').length < MAX_UNIT &&
      units[last] !== ' '
    ) {
      units[last] += piece
    } else units.push(open + piece)
    open = ''
  }
  if (open !== '') units.push(open)
  return units
}
