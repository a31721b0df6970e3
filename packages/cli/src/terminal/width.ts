import { charWidth, displayWidth } from '@jiannuo/kernel'

/**
 * The text on one line, harmless to a terminal: white space becomes a blank; control characters, halves of surrogate pairs
 * and signs that turn the writing direction are dropped, so that a file cannot send escape codes to who reads it.
 */
export const oneLine = (text: string): string =>
  text
    .replace(/[\s\u0085]+/g, ' ')
    .replace(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim()

/** The text filled with blanks to a width. */
export function pad(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const blanks = ' '.repeat(Math.max(0, width - displayWidth(text)))
  return align === 'left' ? text + blanks : blanks + text
}

/** The text cut to a width, with … where something was cut. */
export function clip(text: string, width: number): string {
  if (displayWidth(text) <= width) return text
  let kept = ''
  let used = 0
  for (const char of text) {
    const wide = charWidth(char.codePointAt(0) ?? 0)
    if (used + wide > width - 1) break
    kept += char
    used += wide
  }
  return width > 0 ? `${kept}…` : ''
}
