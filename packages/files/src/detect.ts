import { looksUtf16 } from './text.ts'

/** What a file is, by its content first and its name second. */
export type Detected =
  | { readonly format: 'txt' | 'html' | 'docx' | 'pdf' }
  | { readonly refusal: string; readonly detail?: string }

/** Bytes of the start that are looked at: enough for a long licence comment before `<html>`. */
const HEAD = 4096
/** Bytes that are searched for control characters: a binary file has them everywhere. */
const SAMPLE = 8192
/** The PDF header may stand behind rubbish of a mail gateway; readers look this far for it. */
const PDF_HEADER_WITHIN = 1024

const HTML_START =
  /^(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|link|script|style|div|p|table|span|article|section|main|center|font|h[1-6]|ul|ol|br)\b/i
const HTML_TAG = /<(?:p|div|table|td|br|span|article|section|h[1-6]|li|body|html)[\s/>]/i

const WEB_NAME = /\.(?:[sx]?html?|shtm|aspx?|jsp|php)$/i
const ZIP_STARTS = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08']

const MAGIC: readonly (readonly [string, string])[] = [
  ['{\\rtf', 'files/unsupported-rtf'],
  ['\x89PNG', 'files/unsupported-image'],
  ['\xff\xd8\xff', 'files/unsupported-image'],
  ['GIF8', 'files/unsupported-image'],
  ['II*\0', 'files/unsupported-image'],
  ['MM\0*', 'files/unsupported-image'],
  ['Rar!', 'files/unsupported-archive'],
  ['7z\xbc\xaf', 'files/unsupported-archive'],
  ['\x1f\x8b', 'files/unsupported-archive'],
]

const BY_EXTENSION: Readonly<Record<string, string>> = {
  doc: 'files/unsupported-doc',
  wps: 'files/unsupported-doc',
  wpt: 'files/unsupported-doc',
  rtf: 'files/unsupported-rtf',
  ofd: 'files/unsupported-ofd',
  xls: 'files/unsupported-xlsx',
  xlsx: 'files/unsupported-xlsx',
  et: 'files/unsupported-xlsx',
  ppt: 'files/unsupported-pptx',
  pptx: 'files/unsupported-pptx',
  odt: 'files/unsupported-odt',
  docx: 'files/broken-docx',
  pdf: 'files/broken-pdf',
}

/** Says what the bytes are. Never throws; a format that cannot be read is named by the code of its refusal. */
export function detect(bytes: Uint8Array, name: string): Detected {
  const head = latin1(bytes, 0, HEAD)
  if (head.slice(0, PDF_HEADER_WITHIN).includes('%PDF-')) return { format: 'pdf' }
  if (ZIP_STARTS.some((start) => head.startsWith(start))) return detectZip(bytes, name)
  if (head.startsWith('\xd0\xcf\x11\xe0')) return detectOle(bytes, name)
  const magic = MAGIC.find(([start]) => head.startsWith(start))
  if (magic) return { refusal: magic[1] }
  // Without zero bytes the tags of a UTF-16 page look like those of any other.
  return detectText(bytes, head.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').replaceAll('\0', ''), name)
}

function detectText(bytes: Uint8Array, head: string, name: string): Detected {
  const start = head.trimStart()
  // Most texts do not begin with a tag, and are spared the search for one.
  if (!/^[<M]/i.test(start) && !WEB_NAME.test(name)) return looksBinary(bytes) ? refusalByName(name) : { format: 'txt' }
  if (/^MIME-Version:/im.test(start.slice(0, 600)) && /multipart\/related/i.test(start)) {
    return { refusal: 'files/unsupported-mht' }
  }
  if (start.startsWith('<?xml') && /<(?:w:wordDocument|pkg:package)\b/.test(start))
    return { refusal: 'files/unsupported-rtf' }
  if (HTML_START.test(start)) return { format: 'html' }
  if (WEB_NAME.test(name) && HTML_TAG.test(latin1(bytes, 0, 1 << 20))) return { format: 'html' }
  return looksBinary(bytes) ? refusalByName(name) : { format: 'txt' }
}

function refusalByName(name: string): Detected {
  const refusal = BY_EXTENSION[extensionOf(name)]
  if (!refusal) return { refusal: 'files/unknown-format' }
  return /broken/.test(refusal) ? { refusal, detail: '开头不对' } : { refusal }
}

/** A zip is told by the names in it, which stand uncompressed in its headers. */
function detectZip(bytes: Uint8Array, name: string): Detected {
  const names = zipNames(bytes)
  const has = (start: string) => names.some((entry) => entry.toLowerCase().startsWith(start))
  if (has('word/')) return { format: 'docx' }
  if (names.some((entry) => /(?:^|\/)OFD\.xml$/i.test(entry))) return { refusal: 'files/unsupported-ofd' }
  if (has('xl/')) return { refusal: 'files/unsupported-xlsx' }
  if (has('ppt/')) return { refusal: 'files/unsupported-pptx' }
  if (names[0] === 'mimetype' && has('content.xml')) return { refusal: 'files/unsupported-odt' }
  const extension = extensionOf(name)
  if (extension === 'docx') return { refusal: 'files/broken-docx', detail: '里面没有正文' }
  return { refusal: BY_EXTENSION[extension] ?? 'files/unsupported-archive' }
}

/** Entry names from the local and central headers, found by their signatures so that a cut file still tells its kind. */
function zipNames(bytes: Uint8Array): string[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const names: string[] = []
  for (const [signature, lengthAt, nameAt] of [
    ['PK\x03\x04', 26, 30],
    ['PK\x01\x02', 28, 46],
  ] as const) {
    let at = buffer.indexOf(signature, 0, 'latin1')
    while (at >= 0 && names.length < 2_000) {
      if (at + nameAt <= buffer.length) {
        names.push(latin1(bytes, at + nameAt, Math.min(buffer.readUInt16LE(at + lengthAt), 300)))
      }
      at = buffer.indexOf(signature, at + 4, 'latin1')
    }
  }
  return names
}

/** An OLE container is an old office file or a password-protected new one; its stream names are in UTF-16. */
function detectOle(bytes: Uint8Array, name: string): Detected {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const holds = (stream: string) => buffer.includes(Buffer.from(stream, 'utf16le'))
  if (holds('EncryptedPackage')) return { refusal: 'files/encrypted-docx' }
  if (holds('WordDocument')) return { refusal: 'files/unsupported-doc' }
  if (holds('PowerPoint Document')) return { refusal: 'files/unsupported-pptx' }
  if (holds('Workbook')) return { refusal: 'files/unsupported-xlsx' }
  const refusal = BY_EXTENSION[extensionOf(name)]
  return { refusal: refusal && !refusal.includes('broken') ? refusal : 'files/unsupported-doc' }
}

/** Control characters that no text holds, more than a stray one. In UTF-16 they are halves of honest characters. */
function looksBinary(bytes: Uint8Array): boolean {
  const end = Math.min(bytes.length, SAMPLE)
  let control = 0
  for (let i = 0; i < end; i++) {
    const byte = bytes[i] ?? 0
    if (byte < 32 && (byte < 9 || byte > 13) && byte !== 0x1a && byte !== 0x1b) control++
  }
  if (control <= 2 + end / 200) return false
  return !looksUtf16(bytes, 'utf-16le') && !looksUtf16(bytes, 'utf-16be')
}

const extensionOf = (name: string): string => /\.([a-z0-9]{1,8})$/i.exec(name.trim())?.[1]?.toLowerCase() ?? ''

const latin1 = (bytes: Uint8Array, start: number, length: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', start, start + length)
