import type { Problem, Result, SourceText } from '@jiannuo/kernel'
import type { SourceFile } from '../read-source.ts'
import { describeBytes, refuse } from '../limits.ts'
import { assemble } from './assemble.ts'
import { unfoldsBeyond } from './bomb.ts'
import { readChunks } from './chunks.ts'
import type { PageLines } from './furniture.ts'
import { openPdf, type PdfDocument } from './library.ts'
import { readLines } from './lines.ts'

/** Share of unreadable characters from which on a text is reported as garbled. */
const GARBLED_SHARE = 0.05

/** Reads a PDF in this thread: lines joined into paragraphs, page numbers and running heads dropped, every block with its page. */
export async function readPdfHere(file: SourceFile): Promise<Result<SourceText>> {
  const { bytes, name, limits } = file
  if (unfoldsBeyond(bytes, limits.unpackedBytes)) {
    return refuse('files/unpacked-too-large', { name, limit: describeBytes(limits.unpackedBytes) })
  }
  let opened: Awaited<ReturnType<typeof openPdf>>
  try {
    opened = await openPdf(bytes)
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    return refuse(isLocked ? 'files/encrypted-pdf' : 'files/broken-pdf', { name, detail: '结构损坏' })
  }
  try {
    return await readDocument(opened.document, file)
  } finally {
    await opened.close()
  }
}

async function readDocument(document: PdfDocument, { name, limits }: SourceFile): Promise<Result<SourceText>> {
  const count = document.numPages
  if (count > limits.pages) return refuse('files/too-many-pages', { name, pages: count, limit: limits.pages })
  const problems: Problem[] = []
  const pages: PageLines[] = []
  let chars = 0
  for (let number = 1; number <= count; number++) {
    const page = await readPage(document, number)
    if (page) pages.push(page)
    else problems.push({ code: 'files/broken-page', severity: 'warning', place: `第${number}页` })
    if (page && page.lines.length === 0) {
      problems.push({ code: 'files/page-without-text', severity: 'warning', place: `第${number}页` })
    }
    chars += page?.lines.reduce((sum, line) => sum + line.text.length, 0) ?? 0
    if (chars > limits.textChars) return refuse('files/text-too-long', { name, size: chars, limit: limits.textChars })
  }
  if (pages.length === 0) return refuse('files/broken-pdf', { name, detail: '没有一页可读' })
  const { text, blocks } = assemble(pages)
  if (blocks.length === 0) return refuse('files/scanned-pdf', { name, pages: count })
  const garbled = text.match(/[\uFFFD\ue000-\uf8ff]/g)?.length ?? 0
  if (garbled > text.length * GARBLED_SHARE) {
    const share = Math.round((garbled / text.length) * 100)
    problems.push({ code: 'files/garbled-pdf', severity: 'warning', params: { share } })
  }
  return { ok: true, value: { text, format: 'pdf', blocks, metadata: [], problems } }
}

/** A page with its lines; undefined when it is damaged, which must not cost the others. */
async function readPage(document: PdfDocument, number: number): Promise<PageLines | undefined> {
  try {
    const page = await document.getPage(number)
    const read = await readChunks(page)
    page.cleanup()
    return { page: read.page, width: read.width, height: read.height, lines: readLines(read) }
  } catch {
    return undefined
  }
}
