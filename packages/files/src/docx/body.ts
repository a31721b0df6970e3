import type { GridCell } from '../text-builder.ts'
import { joinCellLines } from '../text-builder.ts'
import type { Numbering } from './numbering.ts'
import { endIsDeleted, type NoteRef, readInline } from './runs.ts'
import { headingLevel, numberingOf, type Styles } from './styles.ts'
import { childNode, childNodes, isNode, isOn, valueOf, wholeNumber, type XmlNode } from './xml.ts'

/** A paragraph as it is read: one line of text; level of a heading, 0 for a title. */
export interface Line {
  readonly text: string
  readonly level: number | undefined
}

/** Where the content of a document goes. */
export interface Sink {
  line(line: Line): void
  table(rows: readonly (readonly GridCell[])[]): void
}

/** What the walk needs besides the document, and what it notes down. */
export interface BodyContext {
  readonly styles: Styles
  readonly numbering: Numbering
  /** Notes in the order in which the text refers to them. */
  readonly notes: NoteRef[]
}

/** Reads blocks (paragraphs, tables, content controls) one after the other into a sink. */
export function createWalker(context: BodyContext, sink: Sink): (node: XmlNode) => void {
  // Text of a paragraph whose end a tracked change removed: it goes on in the next one.
  let carried = ''
  const paragraph = (node: XmlNode) => {
    const inline = readInline(node)
    context.notes.push(...inline.notes)
    const first = inline.lines[0] ?? ''
    if (endIsDeleted(node)) {
      carried += inline.lines.join(' ')
      return
    }
    const properties = childNode(node, 'w:pPr')
    const style = context.styles(valueOf(properties, 'w:pStyle'))
    const number = numberOf(properties, context)
    inline.lines[0] =
      `${number}${carried}${first}`.trim() === number.trim() ? '' : `${number}${(carried + first).trimStart()}`
    carried = ''
    const outline = wholeNumber(valueOf(properties, 'w:outlineLvl'))
    const level = outline === undefined ? (style.isTitle ? 0 : style.heading) : headingLevel(outline)
    if (!style.isContents && !style.hidden) for (const text of inline.lines) sink.line({ text, level })
    for (const box of inline.boxes) walkAll(box)
  }
  const walkAll = (node: XmlNode) => {
    for (const child of node.children) if (isNode(child)) walk(child)
  }
  const walk = (node: XmlNode) => {
    switch (node.name) {
      case 'w:p':
        return paragraph(node)
      case 'w:tbl':
        return table(node, context, sink)
      case 'w:sdt':
        return isContents(node) ? undefined : walkAll(node)
      case 'mc:AlternateContent':
        return walkAll(childNode(node, 'mc:Choice') ?? childNode(node, 'mc:Fallback') ?? node)
      case 'w:del':
      case 'w:moveFrom':
      case 'w:sdtPr':
      case 'w:sectPr':
        return undefined
      default:
        return walkAll(node)
    }
  }
  return walk
}

/** The table of contents that Word keeps up to date: it would state every heading twice. */
const isContents = (node: XmlNode): boolean =>
  valueOf(childNode(childNode(node, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery') === 'Table of Contents'

function numberOf(properties: XmlNode | undefined, { styles, numbering }: BodyContext): string {
  const own = numberingOf(properties)
  const style = valueOf(properties, 'w:pStyle')
  const inherited = styles(style).numbering
  const list = own.list ?? inherited.list
  // List 0 takes away the number that the style would give.
  if (list === undefined || list === '0') return ''
  return numbering.next(list, own.level ?? inherited.level, style)
}

interface Cell extends GridCell {
  readonly lines: readonly Line[]
}

function table(node: XmlNode, context: BodyContext, sink: Sink): void {
  const rows = descend(node, 'w:tr')
    .filter((row) => !isOn(childNode(row, 'w:trPr'), 'w:del'))
    .map((row) => readRow(row, context))
  const filled = rows.map((row) => row.filter(({ text }) => text !== ''))
  // One cell a row is a frame round a text, not a table.
  if (filled.every((row) => row.length <= 1)) {
    for (const { lines } of filled.flat()) for (const line of lines) sink.line(line)
  } else sink.table(rows)
}

function readRow(row: XmlNode, context: BodyContext): Cell[] {
  let column = 1 + (wholeNumber(valueOf(childNode(row, 'w:trPr'), 'w:gridBefore')) ?? 0)
  return descend(row, 'w:tc').map((node): Cell => {
    const properties = childNode(node, 'w:tcPr')
    const here = column
    column += Math.max(1, Math.min(wholeNumber(valueOf(properties, 'w:gridSpan')) ?? 1, 1_000))
    const lines = continues(properties) ? [] : readCell(node, context)
    return { lines, column: here, text: joinCellLines(lines.map(({ text }) => text)) }
  })
}

/** A cell that is merged into the one above or to the left holds nothing of its own. */
function continues(properties: XmlNode | undefined): boolean {
  return ['w:vMerge', 'w:hMerge'].some((name) => {
    const merge = childNode(properties, name)
    return merge !== undefined && merge.attributes['w:val'] !== 'restart'
  })
}

function readCell(node: XmlNode, context: BodyContext): Line[] {
  const lines: Line[] = []
  const walk = createWalker(context, {
    line: (line) => lines.push(line),
    // A table in a cell cannot keep its grid inside one.
    table: (rows) => {
      for (const row of rows) lines.push({ text: joinCellLines(row.map(({ text }) => text)), level: undefined })
    },
  })
  for (const child of node.children) if (isNode(child)) walk(child)
  return lines
}

/** Rows or cells, also where a content control or a custom tag stands round them. */
function descend(node: XmlNode, name: 'w:tr' | 'w:tc'): XmlNode[] {
  return node.children.flatMap((child) => {
    if (!isNode(child)) return []
    if (child.name === name) return [child]
    return /^w:(?:sdt|sdtContent|customXml|ins|moveTo)$/.test(child.name) ? descend(child, name) : []
  })
}

/** The paragraphs of a note as one line. */
export function noteText(notes: XmlNode | undefined, { kind, id }: NoteRef, context: BodyContext): string {
  const node = childNodes(notes, `w:${kind}`).find(({ attributes }) => attributes['w:id'] === id)
  return node ? joinCellLines(readCell(node, context).map(({ text }) => text)) : ''
}
