import type { Result, SourceText } from '@jiannuo/kernel'
import { detect } from './detect.ts'
import { defaultLimits, describeBytes, type Limits, refuse } from './limits.ts'
import { decode, txtSource } from './text.ts'

/** How to read a file. */
export interface ReadOptions {
  /** Limits to use instead of the defaults. */
  readonly limits?: Partial<Limits>
  /** Encoding of a TXT or HTML file, when it is known. */
  readonly encoding?: string
}

/**
 * Reads a TXT, HTML, DOCX or PDF file into one text with its blocks. What cannot be read is refused with a problem
 * whose wording is in `filesWording`; nothing is thrown, whatever the bytes.
 *
 * @param bytes the whole file; not changed
 * @param name file name, used in problems and where the content does not tell the format
 */
export async function readSource(
  bytes: Uint8Array,
  name: string,
  options: ReadOptions = {},
): Promise<Result<SourceText>> {
  const limits = { ...defaultLimits, ...options.limits }
  if (bytes.length > limits.fileBytes) {
    const params = { name, size: describeBytes(bytes.length), limit: describeBytes(limits.fileBytes) }
    return refuse('files/too-large', params)
  }
  if (bytes.length === 0) return refuse('files/empty', { name })
  const found = detect(bytes, name)
  if ('refusal' in found) return refuse(found.refusal, { name, detail: found.detail ?? '' })
  const read = await readFormat(found.format, { bytes, name, limits, encoding: options.encoding })
  return read.ok ? checkText(read.value, name, limits) : read
}

/** What every format's reader is given. */
export interface SourceFile {
  readonly bytes: Uint8Array
  readonly name: string
  readonly limits: Limits
  readonly encoding: string | undefined
}

// Each format is loaded when it is met: a TXT must not pay for a PDF library.
async function readFormat(format: SourceText['format'], file: SourceFile): Promise<Result<SourceText>> {
  if (format === 'html') return (await import('./html/read-html.ts')).readHtml(file)
  if (format === 'docx') return (await import('./docx/read-docx.ts')).readDocx(file)
  if (format === 'pdf') return (await import('./pdf/read-pdf.ts')).readPdf(file)
  const decoded = await decode(file.bytes, file.encoding)
  return decoded ? { ok: true, value: txtSource(decoded) } : refuse('files/undecodable', { name: file.name })
}

function checkText(source: SourceText, name: string, limits: Limits): Result<SourceText> {
  if (source.blocks.length === 0) return refuse('files/empty', { name })
  if (source.text.length <= limits.textChars) return { ok: true, value: source }
  return refuse('files/text-too-long', { name, size: source.text.length, limit: limits.textChars })
}
