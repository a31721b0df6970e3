import { symbolText } from './symbols.ts'
import { childNode, childNodes, isNode, isOn, type XmlNode } from './xml.ts'

/** The content of a paragraph: its lines, the text boxes that hang on it, the notes it refers to. */
export interface Inline {
  readonly lines: string[]
  readonly boxes: XmlNode[]
  readonly notes: NoteRef[]
}

/** A footnote or endnote by its id. */
export interface NoteRef {
  readonly kind: 'footnote' | 'endnote'
  readonly id: string
}

/** What stands in a paragraph without being its text: properties, deleted text, field codes, the marks of notes. */
const SILENT = new Set(
  (
    'w:pPr w:rPr w:del w:moveFrom w:delText w:instrText w:delInstrText w:footnoteRef w:endnoteRef w:annotationRef w:sdtPr ' +
    'w:sdtEndPr w:rt w:rubyPr w:softHyphen w:commentReference w:fldData w:numberingChange w:tblPr w:object'
  ).split(' '),
)

/** Reads a paragraph's runs as they stand after all tracked changes are accepted. */
export function readInline(paragraph: XmlNode): Inline {
  const inline: Inline = { lines: [''], boxes: [], notes: [] }
  // Field codes may hold runs of their own; a field left open in its code at the end of a paragraph is taken as closed.
  const fields: ('code' | 'result')[] = []
  const write = (text: string) => {
    if (fields.includes('code')) return
    inline.lines[inline.lines.length - 1] += text
  }
  const visitAll = (node: XmlNode) => {
    for (const child of node.children) if (isNode(child)) visit(child)
  }
  const visit = (node: XmlNode) => {
    if (SILENT.has(node.name)) return
    const text = plainText(node)
    if (text !== undefined) write(text)
    else if (node.name === 'w:r' && isOn(childNode(node, 'w:rPr'), 'w:vanish')) return
    else if (node.name === 'w:br' || node.name === 'w:cr') inline.lines.push('')
    else if (node.name === 'w:fldChar') moveField(fields, node.attributes['w:fldCharType'])
    else if (node.name === 'w:txbxContent') inline.boxes.push(node)
    else if (node.name === 'w:footnoteReference') inline.notes.push({ kind: 'footnote', id: idOf(node) })
    else if (node.name === 'w:endnoteReference') inline.notes.push({ kind: 'endnote', id: idOf(node) })
    else if (node.name === 'mc:AlternateContent') alternative(node)
    else if (node.name === 'm:den') {
      // One over two is 1/2, not 12.
      write('/')
      visitAll(node)
    } else visitAll(node)
  }
  const amount = () => inline.lines.join('').length + inline.boxes.length
  // The two branches show the same thing for newer and older programs: one of them is taken.
  const alternative = (node: XmlNode) => {
    const before = amount()
    const choice = childNode(node, 'mc:Choice')
    if (choice) visitAll(choice)
    const fallback = childNode(node, 'mc:Fallback')
    if (amount() === before && fallback) visitAll(fallback)
  }
  visitAll(paragraph)
  return inline
}

/** The characters that an element stands for; undefined for elements that hold others. */
function plainText(node: XmlNode): string | undefined {
  switch (node.name) {
    case 'w:t':
    case 'm:t':
      return node.children.filter((child) => typeof child === 'string').join('')
    case 'w:tab':
    case 'w:ptab':
      return '\t'
    case 'w:noBreakHyphen':
      return '-'
    case 'w:sym':
      return symbolText(node.attributes['w:font'] ?? '', node.attributes['w:char'] ?? '')
    default:
      return undefined
  }
}

function moveField(fields: ('code' | 'result')[], type: string | undefined): void {
  if (type === 'begin') fields.push('code')
  else if (type === 'separate' && fields.length > 0) fields[fields.length - 1] = 'result'
  else if (type === 'end') fields.pop()
}

const idOf = (node: XmlNode): string => node.attributes['w:id'] ?? ''

/** Whether the end of the paragraph is deleted, so that the next one goes on in it. */
export function endIsDeleted(paragraph: XmlNode): boolean {
  const marks = childNode(childNode(paragraph, 'w:pPr'), 'w:rPr')
  return childNodes(marks, 'w:del').length > 0 || childNodes(marks, 'w:moveFrom').length > 0
}
