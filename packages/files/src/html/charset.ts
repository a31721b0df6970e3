import { type Decoded, decode, encodingName, leniently, strictly } from '../text.ts'

/** Where a page must name its encoding, generously. */
const HEAD = 8192

/**
 * Decodes a page: byte order mark, UTF-8 if every byte fits, what the caller or the page declares, then the bytes' own pattern.
 * A page that says gb2312 is read as GB18030, which holds it.
 */
export async function decodeHtml(bytes: Uint8Array, declared: string | undefined): Promise<Decoded | undefined> {
  const decoded = declared === undefined ? await decodeUndeclared(bytes) : await decode(bytes, declared)
  return decoded && { ...decoded, text: decoded.text.replace(/^\uFEFF/, '') }
}

async function decodeUndeclared(bytes: Uint8Array): Promise<Decoded | undefined> {
  const marked = /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/.test(Buffer.from(bytes.subarray(0, 3)).toString('latin1'))
  if (!marked && strictly(bytes, 'utf-8') === undefined) {
    const named = metaCharset(bytes)
    const text = named && strictly(bytes, named)
    if (named && text !== undefined) return { text, encoding: named, problems: [] }
    // A page of one encoding with a few bytes broken is still best read by what it says.
    if (named === 'gb18030') return leniently(bytes, named)
  }
  return decode(bytes)
}

function metaCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD)).toString('latin1')
  const label = /<meta\b[^>]{0,300}?charset\s*=\s*["']?\s*([\w-]{2,30})/i.exec(head)?.[1]
  const name = label ? encodingName(label) : undefined
  // A tag that could be read byte by byte cannot stand in UTF-16.
  return name?.startsWith('utf-16') ? 'utf-8' : name
}
