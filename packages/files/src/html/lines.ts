import {
  attribute,
  type Child,
  type Element,
  flatText,
  isBlock,
  isElement,
  isHidden,
  MAX_DEPTH,
  textOf,
} from './tree.ts'
import { type HtmlTable, readTable } from './table.ts'

/** What a page is made of, in order: lines of text, and tables whose cells stay cells. */
export type Piece =
  | { readonly kind: 'line'; readonly text: string; readonly level?: number }
  | { readonly kind: 'table'; readonly table: HtmlTable }

/** Whether an element is left out of the lines. */
export type Skip = (element: Element) => boolean

const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60\u3000-\u303f]/

/**
 * The lines of an element. Blocks and `<br>` end a line, inline elements never do: `<span>1</span><span>万</span>个` is 1万个.
 */
export function readPieces(root: Element, skip: Skip, from = 0): Piece[] {
  const pieces: Piece[] = []
  let line: string[] = []
  const flush = (level?: number) => {
    const text = collapse(line.join(''))
    line = []
    if (text !== '') pieces.push({ kind: 'line', text, ...(level === undefined ? {} : { level }) })
  }
  const inside = (element: Element, depth: number, level: number | undefined, pre: boolean) => {
    for (const child of element.childNodes) visit(child, depth + 1, level, pre)
  }
  const visit = (node: Child, depth: number, level: number | undefined, pre: boolean) => {
    if (!isElement(node)) {
      if (pre)
        splitLines(
          textOf(node),
          (part) => line.push(part),
          () => flush(level),
        )
      else line.push(textOf(node))
      return
    }
    if (isHidden(node) || skip(node)) return
    if (depth > MAX_DEPTH) line.push(flatText(node))
    else if (node.tagName === 'br') flush(level)
    else if (node.tagName === 'table') {
      flush(level)
      addTable(node, depth)
    } else if (isBlock(node)) {
      flush(level)
      const own = headingLevel(node) ?? level
      inside(node, depth, own, pre || node.tagName === 'pre')
      flush(own)
    } else inside(node, depth, level, pre || /white-space\s*:\s*pre/i.test(attribute(node, 'style')))
  }
  const addTable = (element: Element, depth: number) => {
    const table = readTable(element, (cell) => readPieces(cell, skip, depth + 1))
    if (table.data) pieces.push({ kind: 'table', table })
    else for (const piece of table.pieces) pieces.push(piece)
  }
  inside(root, from, headingLevel(root), root.tagName === 'pre')
  flush(headingLevel(root))
  return pieces
}

const headingLevel = (element: Element): number | undefined =>
  /^h[1-6]$/.test(element.tagName) ? Number(element.tagName.slice(1)) : undefined

/** Preformatted text: its line breaks are the page's. */
function splitLines(text: string, add: (part: string) => void, flush: () => void): void {
  text.split(/\r\n?|\n/).forEach((part, index) => {
    if (index > 0) flush()
    add(part)
  })
}

/** White space as a browser shows it. A line break in the source next to a Chinese character is no space (CSS Text 3, 4.1.2). */
const collapse = (text: string): string =>
  text
    .replace(/[ \t\r\n\f]+/g, (run, at: number) => {
      const breaks = /[\r\n]/.test(run)
      return breaks && (WIDE.test(text.charAt(at - 1)) || WIDE.test(text.charAt(at + run.length))) ? '' : ' '
    })
    .trim()
