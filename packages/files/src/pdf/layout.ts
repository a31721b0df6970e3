import type { PageLines } from './furniture.ts'
import type { Line } from './lines.ts'

/** Measures of a document's body text, by which lines are joined. */
export interface Layout {
  readonly bodySize: number
  /** Left and right edge of the text on a page. */
  edges(page: number): { readonly left: number; readonly right: number }
  /** Usual distance of two lines of a paragraph, in points. */
  readonly spacing: number
  /** How far the first line of a paragraph is usually set in, in points; undefined when it is not. */
  readonly indent: number | undefined
  /** Whether there is more room between paragraphs than between lines. */
  readonly gapped: boolean
}

/** An indent is at least so many letter sizes. */
const INDENT = 1.2
/** A step of more than this many usual steps is a gap between paragraphs. */
export const GAP = 1.35
/** Fewer lines than this say nothing about an edge of their own. */
const ENOUGH_LINES = 8

const HANGING = /[，。、；：！？,.;:!?”’）》)]$/

/** Measures the body text of a document. */
export function measureLayout(pages: readonly PageLines[]): Layout {
  const lines = pages.flatMap((page) => page.lines)
  const bodySize = mode(lines.map((line) => [roundTo(line.size, 0.5), line.text.length]))
  const body = (line: Line) => Math.abs(line.size - bodySize) <= bodySize * 0.08 && line.fragments.length === 1
  const byPage = new Map<number, { left: number; right: number }>()
  for (const group of groupPages(pages)) {
    const bodyLines = group.flatMap((page) => page.lines.filter(body))
    const edges = edgesOf(bodyLines, bodySize)
    for (const { page } of group) byPage.set(page, edges)
  }
  const edges = (page: number) => byPage.get(page) ?? { left: 0, right: 0 }
  const bodyLines = lines.filter(body)
  const spacing = usualSpacing(bodyLines, bodySize)
  const starts = certainStarts(bodyLines, bodySize, edges)
  const indents = starts
    .map(({ line }) => line.x - edges(line.page).left)
    .filter((indent) => indent > bodySize * INDENT)
  const gaps = starts.filter(({ step }) => step > spacing * GAP)
  return {
    bodySize,
    edges,
    spacing,
    indent: indents.length * 2 > starts.length ? mode(indents.map((indent) => [roundTo(indent, 1), 1])) : undefined,
    gapped: gaps.length * 2 > starts.length,
  }
}

/** Pages with edges in common: of one width, and of one side where books mirror their margins. */
function groupPages(pages: readonly PageLines[]): PageLines[][] {
  const groups = new Map<string, PageLines[]>()
  for (const page of pages) {
    const key = `${Math.round(page.width)}`
    groups.set(key, [...(groups.get(key) ?? []), page])
  }
  return [...groups.values()].flatMap((group) => {
    const sides = [0, 1].map((side) => group.filter(({ page }) => page % 2 === side))
    const enough = sides.every((side) => side.flatMap(({ lines }) => lines).length >= ENOUGH_LINES * 4)
    return enough ? sides : [group]
  })
}

function edgesOf(lines: readonly Line[], size: number): { left: number; right: number } {
  if (lines.length === 0) return { left: 0, right: 0 }
  const starts = lines.map(({ x }) => x).sort((a, b) => a - b)
  // Closing punctuation may hang over the right edge, so it does not count for it.
  const ends = lines.map(({ x1, text }) => x1 - (HANGING.test(text) ? size : 0)).sort((a, b) => a - b)
  // The left edge is where many lines begin, for titles and pictures may stand further out.
  const left = starts.find(
    (x, index) => (starts[index + Math.ceil(lines.length / 20) - 1] ?? Number.POSITIVE_INFINITY) - x <= size / 2,
  )
  return { left: left ?? starts[0] ?? 0, right: ends[Math.ceil((ends.length - 1) * 0.98)] ?? 0 }
}

function usualSpacing(lines: readonly Line[], size: number): number {
  const steps: [number, number][] = []
  lines.forEach((line, index) => {
    const before = lines[index - 1]
    if (!before || before.page !== line.page) return
    const step = before.y - line.y
    // A line is set at most three lines apart in official layout; more is a new part.
    if (step > size * 0.8 && step < size * 3) steps.push([roundTo(step, 0.5), Math.min(before.text.length, 20)])
  })
  return steps.length > 0 ? mode(steps) : size * 1.5
}

/** Lines after a short line, which begin a paragraph for certain, with their distance from it. */
function certainStarts(lines: readonly Line[], size: number, edges: Layout['edges']): { line: Line; step: number }[] {
  return lines.flatMap((line, index) => {
    const before = lines[index - 1]
    if (!before || before.page !== line.page || before.x1 > edges(before.page).right - size * 3) return []
    return [{ line, step: before.y - line.y }]
  })
}

const roundTo = (value: number, step: number): number => Math.round(value / step) * step

/** The value with the most weight. */
function mode(weighted: readonly (readonly [number, number])[]): number {
  const weights = new Map<number, number>()
  for (const [value, weight] of weighted) weights.set(value, (weights.get(value) ?? 0) + weight)
  let best = 0
  let most = -1
  for (const [value, weight] of weights) {
    if (weight > most) [best, most] = [value, weight]
  }
  return best
}
