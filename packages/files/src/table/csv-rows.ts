import { decode } from '../text.ts'

/** Rows of a CSV as texts, or nothing when the bytes fit no encoding. Quoting by RFC 4180; the separator is the commonest of `,` `;` and tab in the first line. */
export async function readCsvRows(bytes: Uint8Array, encoding?: string): Promise<string[][] | undefined> {
  const decoded = await decode(bytes, encoding)
  return decoded === undefined ? undefined : parseCsv(decoded.text)
}

/** Splits the text of a CSV. A quote that is never closed reaches to the end; nothing throws. */
export function parseCsv(text: string): string[][] {
  const separator = separatorOf(text)
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    const [cell, end] = text[at] === '"' ? quoted(text, at) : plain(text, at, separator)
    row.push(cell)
    at = end
    if (text[at] === separator) {
      at++
      // A separator at the very end is followed by one more, empty cell.
      if (at === text.length) row.push('')
      continue
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++
    at++
    rows.push(row)
    row = []
  }
  if (row.length > 0) rows.push(row)
  return rows
}

function separatorOf(text: string): string {
  const line = text.slice(0, 10_000).split(/\r?\n/, 1)[0] ?? ''
  const count = (sign: string): number => line.split(sign).length
  return [';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',')
}

function plain(text: string, start: number, separator: string): [string, number] {
  let at = start
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++
  return [text.slice(start, at), at]
}

function quoted(text: string, start: number): [string, number] {
  const parts: string[] = []
  let from = start + 1
  for (;;) {
    const close = text.indexOf('"', from)
    if (close < 0) return [parts.join('') + text.slice(from), text.length]
    parts.push(text.slice(from, close))
    if (text[close + 1] !== '"') return [parts.join(''), afterQuote(text, close + 1)]
    parts.push('"')
    from = close + 2
  }
}

/** What stands between a closing quote and the separator is no part of the cell. */
function afterQuote(text: string, start: number): number {
  let at = start
  while (text[at] === ' ') at++
  return at
}
