import type { Problem, Result, SourceText } from '@jiannuo/kernel'
import type { SourceFile } from '../read-source.ts'
import { describeBytes, refuse } from '../limits.ts'
import { createText, type TextBuilder } from '../text-builder.ts'
import { openZip, type Zip, ZipFault } from '../zip.ts'
import { type BodyContext, createWalker, noteText } from './body.ts'
import { type Numbering, readNumbering } from './numbering.ts'
import { readStyles } from './styles.ts'
import { childNodes, eachChild, parseXml, XmlFault, type XmlNode } from './xml.ts'

/** Reads a DOCX as it looks with all tracked changes accepted: numbers restored, tables in cells, notes at the end. */
export async function readDocx(file: SourceFile): Promise<Result<SourceText>> {
  try {
    return { ok: true, value: readParts(openZip(file.bytes, file.limits.unpackedBytes), file.limits.textChars) }
  } catch (error) {
    return refusalOf(error, file)
  }
}

function refusalOf(error: unknown, { name, limits }: SourceFile): Result<never> {
  if (error instanceof XmlFault) return refuse('files/broken-docx', { name, detail: '正文的 XML 有错' })
  if (error instanceof TextTooLong) {
    return refuse('files/text-too-long', { name, size: error.size, limit: limits.textChars })
  }
  if (!(error instanceof ZipFault)) throw error
  if (error.reason === 'too-large') {
    return refuse('files/unpacked-too-large', { name, limit: describeBytes(limits.unpackedBytes) })
  }
  if (error.reason === 'encrypted') return refuse('files/encrypted-docx', { name })
  return refuse('files/broken-docx', { name, detail: error.message })
}

/** Thrown while reading, so that a huge text is not built up first. */
class TextTooLong extends Error {
  readonly size: number
  constructor(size: number) {
    super('text too long')
    this.size = size
  }
}

function readParts(zip: Zip, textChars: number): SourceText {
  const problems: Problem[] = []
  const parts = findParts(zip)
  const body = zip.read(parts.document)
  if (!body) throw new ZipFault('broken', '里面没有正文')
  const side = (name: string, code: string) =>
    readSidePart(zip, parts.beside(name), () => problems.push({ code, severity: 'warning' }))
  const numbering = readNumbering(side('numbering.xml', 'files/broken-numbering'))
  const context: BodyContext = { styles: readStyles(side('styles.xml', 'files/broken-styles')), numbering, notes: [] }
  const text = createText()
  let title: string | undefined
  const walk = createWalker(context, {
    line({ text: line, level }) {
      if (level === undefined) text.block('paragraph', line)
      else text.block('heading', line, level === 0 ? {} : { level })
      if (level === 0 && line.trim() !== '') title ??= line.trim()
    },
    table: (rows) => text.table(rows),
  })
  eachChild(decodeXml(body), 'w:body', (node) => {
    walk(node)
    if (text.length > textChars) throw new TextTooLong(text.length)
  })
  const notes = (kind: string) => side(`${kind}s.xml`, 'files/broken-notes')
  addNotes(text, { ...context, numbering: noNumbers }, { footnote: notes('footnote'), endnote: notes('endnote') })
  return { ...text.build(), format: 'docx', ...(title === undefined ? {} : { title }), metadata: [], problems }
}

// Numbers in notes must not move the counters of the text, which has been read by then anyway.
const noNumbers: Numbering = { next: () => '' }

function addNotes(
  text: TextBuilder,
  context: BodyContext,
  sources: Readonly<Record<'footnote' | 'endnote', XmlNode | undefined>>,
): void {
  // A note in a note would be appended while this runs; such notes are read too, each once.
  const seen = new Set<string>()
  for (const note of context.notes) {
    const key = `${note.kind} ${note.id}`
    if (seen.has(key)) continue
    seen.add(key)
    text.block('note', noteText(sources[note.kind], note, context))
  }
}

/** Where the parts are: named by the package's relations, in `word/` with nearly everyone. */
function findParts(zip: Zip): { document: string; beside(name: string): string } {
  const relations = readSidePart(zip, '_rels/.rels', () => undefined)
  const target = childNodes(relations, 'rel:Relationship').find(({ attributes }) =>
    (attributes.Type ?? '').endsWith('/officeDocument'),
  )?.attributes.Target
  const named = target?.replace(/^\/+/, '')
  const document = named !== undefined && zip.names.includes(named) ? named : 'word/document.xml'
  return { document, beside: (name) => document.replace(/[^/]*$/, name) }
}

/** A part without which the text can still be read: a fault in it is noted and the part passed over. */
function readSidePart(zip: Zip, name: string, onFault: () => void): XmlNode | undefined {
  try {
    const bytes = zip.read(name)
    return bytes && parseXml(decodeXml(bytes))
  } catch (error) {
    if (error instanceof ZipFault && error.reason === 'too-large') throw error
    if (!(error instanceof ZipFault || error instanceof XmlFault)) throw error
    onFault()
    return undefined
  }
}

/** XML parts are UTF-8 or, with a mark, UTF-16. */
function decodeXml(bytes: Uint8Array): string {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(wide).decode(bytes)
}
