import type { Line } from './lines.ts'

/** A page with its lines. */
export interface PageLines {
  readonly page: number
  readonly width: number
  readonly height: number
  readonly lines: readonly Line[]
}

/** Heads and feet stand in this part of the page's height. */
const ZONE = 0.14
/** In this outer part no text stands, only heads and feet. */
const RIM = 0.09
/** Two lines stand at the same height when they differ by less than this. */
const SAME_HEIGHT = 3
const MAX_HEAD_CHARS = 80

const PAGE_NUMBER =
  /^(?:[-—–－─―·•\s]{1,6}\d{1,4}[-—–－─―·•\s]{1,6}|第\s{0,9}\d{1,4}\s{0,9}页(?:\s{0,9}[,，/]?\s{0,9}共\s{0,9}\d{1,4}\s{0,9}页)?|\d{1,4}\s*\/\s*\d{1,4}|(?:page|p\.)\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?|共\s*\d{1,4}\s*页\s*第\s*\d{1,4}\s*页)$/i
const BARE_NUMBER = /^\d{1,4}$/

/** Takes page numbers and running heads and feet off the pages. */
export function dropFurniture(pages: readonly PageLines[]): PageLines[] {
  const repeated = repeatedLines(pages)
  const bare = bareNumberOffset(pages)
  return pages.map((page, index) => {
    const isOutermost = outermost(page)
    const lines = page.lines.filter((line) => {
      if (!inZone(line, page)) return true
      const text = line.text.trim()
      if (PAGE_NUMBER.test(text)) return false
      // A head that names the document and the page: 政府工作报告    第1页.
      if (atRim(line, page) && line.fragments.some((fragment) => PAGE_NUMBER.test(fragment.text.trim()))) return false
      if (BARE_NUMBER.test(text) && Number(text) - index === bare && isOutermost(line)) return false
      return !repeated.has(line)
    })
    return { ...page, lines }
  })
}

const inZone = ({ y }: Line, { height }: PageLines): boolean => y < height * ZONE || y > height * (1 - ZONE)

const atRim = ({ y }: Line, { height }: PageLines): boolean => y < height * RIM || y > height * (1 - RIM)

/** Whether no line of the page stands nearer to its upper or lower edge. */
function outermost({ lines }: PageLines): (line: Line) => boolean {
  const foot = lines.reduce((least, { y }) => Math.min(least, y), Number.POSITIVE_INFINITY)
  const head = lines.reduce((most, { y }) => Math.max(most, y), 0)
  return ({ y }) => y <= foot + 1 || y >= head - 1
}

/** What the bare numbers at the edge are more than the page's index, when they go along with the pages. */
function bareNumberOffset(pages: readonly PageLines[]): number | undefined {
  const votes = new Map<number, number>()
  pages.forEach((page, index) => {
    const offsets = new Set<number>()
    const isOutermost = outermost(page)
    for (const line of page.lines) {
      if (BARE_NUMBER.test(line.text.trim()) && inZone(line, page) && isOutermost(line)) {
        offsets.add(Number(line.text) - index)
      }
    }
    for (const offset of offsets) votes.set(offset, (votes.get(offset) ?? 0) + 1)
  })
  const best = [...votes].sort((a, b) => b[1] - a[1])[0]
  if (!best) return undefined
  // A page alone proves nothing, unless the number is its own.
  return pages.length === 1
    ? best[0] === 1
      ? 1
      : undefined
    : best[1] >= Math.max(2, pages.length / 2)
      ? best[0]
      : undefined
}

/** Lines that stand with the same words at the same height on many pages; even and odd pages may differ. */
function repeatedLines(pages: readonly PageLines[]): Set<Line> {
  const places = new Map<string, { pages: Set<number>; lines: Line[]; kept: Line | undefined }>()
  for (const page of pages) {
    for (const line of page.lines) {
      if (!inZone(line, page) || line.text.length > MAX_HEAD_CHARS) continue
      // A height on the edge of two steps counts for both.
      for (const step of new Set([Math.floor(line.y / SAME_HEIGHT), Math.floor(line.y / SAME_HEIGHT + 0.5) - 0.5])) {
        const key = `${step} ${line.text.replace(/\s+/g, '').replace(/\d+/g, '#')}`
        const place = places.get(key) ?? { pages: new Set(), lines: [], kept: tableHead(line, page) }
        places.set(key, place)
        place.pages.add(page.page)
        place.lines.push(line)
      }
    }
  }
  const found = new Set<Line>()
  for (const place of places.values()) {
    if (place.pages.size < Math.max(2, pages.length * 0.3)) continue
    for (const line of place.lines) if (line !== place.kept) found.add(line)
  }
  return found
}

/** The head of a table that runs over pages is kept where it stands first. */
const tableHead = (line: Line, page: PageLines): Line | undefined =>
  line.fragments.length > 1 && !atRim(line, page) ? line : undefined
