import type { PageLines } from './furniture.ts'
import type { Layout } from './layout.ts'
import type { Line } from './lines.ts'

/** A footnote: the sign it is referred to by, its lines, its page. */
export interface Footnote {
  readonly mark: string
  readonly page: number
  readonly lines: readonly Line[]
}

/** Footnotes are printed in letters at most this part of the text's. */
const NOTE_SIZE = 0.88
const NOTE_START = /^(?:[①-⑳]|[[［(（〔]\d{1,3}[\]］)）〕]|\d{1,3}(?=[^\d.．、%％])|[*＊†]{1,3})/

/** Takes the footnotes off the foot of a page: small print below all text, beginning with a mark. */
export function takeFootnotes(page: PageLines, { bodySize }: Layout): { page: PageLines; notes: Footnote[] } {
  const isSmall = (line: Line) => line.size <= bodySize * NOTE_SIZE
  const bodyFoot = page.lines.reduce(
    (foot, line) => (isSmall(line) ? foot : Math.min(foot, line.y)),
    Number.POSITIVE_INFINITY,
  )
  const below = page.lines.filter((line) => isSmall(line) && line.y < bodyFoot)
  const first = below.findIndex(({ text }) => NOTE_START.test(text))
  if (first < 0 || !Number.isFinite(bodyFoot)) return { page, notes: [] }
  const notes: { mark: string; page: number; lines: Line[] }[] = []
  for (const line of below.slice(first)) {
    const mark = NOTE_START.exec(line.text)?.[0]
    const last = notes.at(-1)
    // A line of a note may begin with a number by chance; the next note's number follows on.
    if (mark !== undefined && (!last || follows(last.mark, mark))) notes.push({ mark, page: page.page, lines: [line] })
    else last?.lines.push(line)
  }
  const taken = new Set(notes.flatMap(({ lines }) => lines))
  return { page: { ...page, lines: page.lines.filter((line) => !taken.has(line)) }, notes }
}

function follows(before: string, mark: string): boolean {
  const a = markNumber(before)
  const b = markNumber(mark)
  return a === undefined || b === undefined ? true : b === a + 1
}

/** ① and [1] and 1 are the same reference. */
export function markNumber(mark: string): number | undefined {
  const circled = mark.charCodeAt(0) - 0x245f
  if (circled >= 1 && circled <= 20) return circled
  const digits = /\d{1,3}/.exec(mark)?.[0]
  return digits === undefined ? undefined : Number(digits)
}
