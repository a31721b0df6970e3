import { charWidth, displayWidth } from '@jiannuo/kernel'

const placesOf = (char: string): number => charWidth(char.codePointAt(0) ?? 0)

/** The text filled with blanks to a width. */
export const padTo = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - displayWidth(text)))

/** The text on lines of at most `width` places, broken behind a blank or 、 where there is one near the end, else anywhere. */
export function wrapTo(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const char of text) {
    const size = placesOf(char)
    if (used + size > width && line !== '') {
      const gap = Math.max(line.lastIndexOf(' '), line.lastIndexOf('、'))
      const cut = gap > line.length / 2 ? gap + 1 : line.length
      lines.push(line.slice(0, cut).trimEnd())
      line = line.slice(cut)
      used = displayWidth(line)
    }
    if (line === '' && char === ' ') continue
    line += char
    used += size
  }
  if (line !== '' || lines.length === 0) lines.push(line.trimEnd())
  return lines
}
