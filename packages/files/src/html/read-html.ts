import type { MetadataEntry, Result, SourceText } from '@jiannuo/kernel'
import { parse } from 'parse5'
import type { SourceFile } from '../read-source.ts'
import { refuse } from '../limits.ts'
import { createText } from '../text-builder.ts'
import { decodeHtml } from './charset.ts'
import { disclosureOf, metaEntries, pairsOf, withoutRepeats } from './disclosure.ts'
import { type Piece, readPieces } from './lines.ts'
import { findMainText, isSitePart, type Measure, measureAll } from './main-text.ts'
import { isToolLine } from './noise.ts'
import { isLayoutTable } from './table.ts'
import { type Element, findElement, flatText, isElement, isHidden } from './tree.ts'

/** A page's tree takes some 300 bytes of memory a tag; the largest page of tables seen has 60,000 tags. */
const MAX_TAGS = 2_000_000

/** Reads a web page: the main text, the disclosure header as metadata, the site around it left out. */
export async function readHtml(file: SourceFile): Promise<Result<SourceText>> {
  const decoded = await decodeHtml(file.bytes, file.encoding)
  if (!decoded) return refuse('files/undecodable', { name: file.name })
  const tags = countTags(decoded.text)
  if (tags > MAX_TAGS) return refuse('files/too-many-tags', { name: file.name, count: tags, limit: MAX_TAGS })
  const page = parse(decoded.text)
  const body = findElement(page, ({ tagName }) => tagName === 'body' || tagName === 'frameset')
  if (!body) return refuse('files/empty', { name: file.name })
  const meta = metaEntries(page)
  const main = readMain(body)
  const title = titleOf(
    meta,
    body,
    findElement(page, ({ tagName }) => tagName === 'title'),
  )
  const text = assemble(main.pieces, title)
  const metadata = withoutRepeats([...main.metadata, ...meta])
  const problems = decoded.problems.filter(({ code }) => code !== 'files/bad-bytes' || /\uFFFD/.test(text.text))
  return {
    ok: true,
    value: {
      ...text,
      format: 'html',
      encoding: decoded.encoding,
      ...(title === undefined ? {} : { title }),
      metadata,
      // Offsets in the page are not offsets in the text.
      problems: problems.map(({ code, severity, params }) => ({ code, severity, ...(params ? { params } : {}) })),
    },
  }
}

function countTags(text: string): number {
  let count = 0
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) count++
  return count
}

interface MainText {
  readonly pieces: readonly Piece[]
  readonly metadata: readonly MetadataEntry[]
}

function readMain(body: Element): MainText {
  const measures = measureAll(body)
  const headers = findDisclosures(body, measures)
  const noHeaders = (element: Element) => headers.has(element)
  const main = findMainText(body, measures, (table) => isLayoutTable(table, (cell) => readPieces(cell, noHeaders)))
  const skip = (element: Element) => headers.has(element) || isSitePart(element, measures, main)
  const pieces = readPieces(main, skip).filter((piece) => piece.kind === 'table' || !isToolLine(piece.text))
  const around = readPieces(body, (element) => element === main || headers.has(element))
  const notes = around.flatMap((piece) =>
    piece.kind === 'line' && piece.text.length <= 200 ? pairsOf(piece.text) : [],
  )
  return { pieces, metadata: [...[...headers.values()].flat(), ...notes] }
}

/** The boxes that are disclosure headers, outermost first, with what they say. */
function findDisclosures(body: Element, measures: ReadonlyMap<Element, Measure>): Map<Element, MetadataEntry[]> {
  const found = new Map<Element, MetadataEntry[]>()
  const stack: Element[] = [body]
  for (let element = stack.pop(); element; element = stack.pop()) {
    const entries = mayBeHeader(element, measures.get(element))
      ? disclosureOf(readPieces(element, () => false))
      : undefined
    if (entries) found.set(element, entries)
    else stack.push(...element.childNodes.filter((node): node is Element => isElement(node) && !isHidden(node)))
  }
  return found
}

/** Only a small box can be a header; the bound also keeps boxes in boxes from being read over and over. */
const mayBeHeader = ({ tagName }: Element, measure: Measure | undefined): boolean =>
  measure !== undefined &&
  /^(?:table|ul|dl|div|section|header)$/.test(tagName) &&
  measure.elements <= 400 &&
  measure.chars + measure.linked > 0 &&
  measure.chars + measure.linked <= 4_000

/** Names of the page: the meta tag, the first large heading, the title without the site's name. */
function titleOf(meta: readonly MetadataEntry[], body: Element, head: Element | undefined): string | undefined {
  const named = meta.find(({ name }) => name === '标题')?.value
  const heading = findElement(body, ({ tagName }) => tagName === 'h1')
  const headed = heading ? clean(flatText(heading)) : ''
  const titled = clean(head?.childNodes.map((node) => ('value' in node ? node.value : '')).join('') ?? '')
  // `计划_政务公开_某区人民政府`: what follows the last mark is the site.
  const own = titled.split(/\s*[_|｜]\s*|\s+[-—–]+\s+|-(?=[^-]*(?:人民政府|政府网|门户网站?|委员会|局)$)/)[0] ?? ''
  // Editors name a page so when its author named it nothing.
  const unnamed = /^(?:document|untitled.*|无标题.*|新建.*文档.*)$/i
  return [named, headed, own].find((text) => text !== undefined && text !== '' && !unnamed.test(text))
}

const clean = (text: string): string => text.replace(/[\s\u00a0\u3000]+/g, ' ').trim()

const bare = (line: string): string => line.replace(/\s+/g, '')

/** The title stands first in the text, also where the site keeps it outside of the main box. */
function assemble(pieces: readonly Piece[], title: string | undefined): Pick<SourceText, 'text' | 'blocks'> {
  const text = createText()
  const opening = pieces
    .slice(0, 12)
    .map((piece) => (piece.kind === 'line' ? bare(piece.text) : ''))
    .join('')
  if (title !== undefined && pieces.length > 0 && !opening.includes(bare(title)))
    text.block('heading', title, { level: 1 })
  for (const piece of pieces) {
    if (piece.kind === 'line') {
      const { level } = piece
      text.block(level === undefined ? 'paragraph' : 'heading', piece.text, level === undefined ? {} : { level })
    } else if (piece.table.data) {
      text.block('paragraph', piece.table.caption)
      text.table(piece.table.rows)
    }
  }
  return text.build()
}
