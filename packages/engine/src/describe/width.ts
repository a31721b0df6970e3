/** Signs that take two places on a terminal: East Asian Width W and F (UAX #11), by their blocks. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u4dbf\u4e00-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u

const ZERO = /[\p{Mn}\p{Me}\u200b-\u200f\u2060-\u2064\ufeff]/u

const placesOf = (char: string): number => (WIDE.test(char) ? 2 : ZERO.test(char) ? 0 : 1)

/** Places that a text takes on a terminal. */
export function textWidth(text: string): number {
  let width = 0
  for (const char of text) width += placesOf(char)
  return width
}

/** The text filled with blanks to a width. */
export const padTo = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - textWidth(text)))

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
      used = textWidth(line)
    }
    if (line === '' && char === ' ') continue
    line += char
    used += size
  }
  if (line !== '' || lines.length === 0) lines.push(line.trimEnd())
  return lines
}
