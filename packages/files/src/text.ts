import { isUtf8 } from 'node:buffer'
import type { Problem, SourceText, TextBlock } from '@jiannuo/kernel'

/** A text with the encoding it was read by, or nothing when no encoding fits. */
export interface Decoded {
  readonly text: string
  readonly encoding: string
  readonly problems: readonly Problem[]
}

/** Text is judged by its beginning; that much is enough to tell the encodings apart. */
const SAMPLE = 1 << 16
/** A text of which more than this share of characters is lost is not worth reading. */
const LOST_SHARE = 0.1
/** GB2312 puts the 3,755 everyday characters first; nearly all of real simplified Chinese lies there. */
const EVERYDAY_SHARE = 0.7

/**
 * Decodes text by its bytes: declared encoding, byte order mark, UTF-8, UTF-16, GB18030, and a guess by jschardet last.
 *
 * @param bytes the file
 * @param declared encoding that the caller or a page names; it wins when every byte fits it
 * @returns undefined when no encoding gives a readable text
 */
export async function decode(bytes: Uint8Array, declared?: string): Promise<Decoded | undefined> {
  const problems: Problem[] = []
  if (declared) {
    const wanted = encodingName(declared)
    const text = wanted && strictly(bytes, wanted)
    if (wanted && text !== undefined) return { text, encoding: wanted, problems }
    problems.push({ code: 'files/unknown-encoding', severity: 'warning', params: { encoding: declared } })
  }
  const found = byMark(bytes) ?? byPattern(bytes) ?? (await byGuess(bytes))
  if (!found) return undefined
  if (declared && encodingName(declared)) {
    // The name was known, but the bytes say otherwise.
    problems[0] = {
      code: 'files/declared-encoding',
      severity: 'warning',
      params: { encoding: declared, used: found.encoding },
    }
  }
  return { ...found, problems: [...problems, ...found.problems] }
}

/** The name that TextDecoder knows; gb2312 and gbk become gb18030, which reads both and what they leave out. */
export function encodingName(label: string): string | undefined {
  try {
    const name = new TextDecoder(label.trim()).encoding
    return name === 'gbk' ? 'gb18030' : name
  } catch {
    return undefined
  }
}

/** The text when every byte fits the encoding. */
export function strictly(bytes: Uint8Array, encoding: string): string | undefined {
  if (encoding === 'utf-8') return isUtf8(bytes) ? utf8Text(bytes) : undefined
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** UTF-8 by the buffer's own means: the first TextDecoder of a process costs it three milliseconds. */
function utf8Text(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}

function byMark(bytes: Uint8Array): Decoded | undefined {
  const [a, b, c, d] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return leniently(bytes, 'utf-8')
  // FF FE 00 00 is UTF-32, which no office program writes and no decoder here reads.
  if (a === 0xff && b === 0xfe && !(c === 0 && d === 0)) return leniently(bytes, 'utf-16le')
  if (a === 0xfe && b === 0xff) return leniently(bytes, 'utf-16be')
  if (a === 0x84 && b === 0x31 && c === 0x95 && d === 0x33) return leniently(bytes.subarray(4), 'gb18030')
  return undefined
}

function byPattern(bytes: Uint8Array): Decoded | undefined {
  const zero = bytes.includes(0)
  const utf8 = strictly(bytes, 'utf-8')
  if (utf8 !== undefined && !zero) return { text: utf8, encoding: 'utf-8', problems: [] }
  for (const encoding of ['utf-16le', 'utf-16be']) {
    if (looksUtf16(bytes, encoding)) return leniently(bytes, encoding)
  }
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8', problems: [] }
  if (mostlyUtf8(bytes)) return leniently(bytes, 'utf-8')
  return everydayShare(bytes) >= EVERYDAY_SHARE ? leniently(bytes, 'gb18030') : undefined
}

async function byGuess(bytes: Uint8Array): Promise<Decoded | undefined> {
  const { detect } = await import('jschardet')
  const guess = detect(Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, SAMPLE)))
  const named = guess?.encoding ? encodingName(guess.encoding) : undefined
  for (const encoding of [named, 'gb18030']) {
    const text = encoding && strictly(bytes, encoding)
    if (encoding && text !== undefined) return { text, encoding, problems: [] }
  }
  const read = leniently(bytes, named ?? 'gb18030')
  const lost = Number(read.problems[0]?.params?.count ?? 0)
  return lost <= read.text.length * LOST_SHARE ? read : undefined
}

/** Decodes with U+FFFD for what does not fit, and says how often that was. */
export function leniently(bytes: Uint8Array, encoding: string): Decoded {
  const text = encoding === 'utf-8' ? utf8Text(bytes) : new TextDecoder(encoding).decode(bytes)
  const first = text.indexOf('\uFFFD')
  if (first < 0) return { text, encoding, problems: [] }
  // A replacement character may be written in the file itself; then nothing is lost.
  if (strictly(bytes, encoding) !== undefined) return { text, encoding, problems: [] }
  let count = 0
  for (let at = first; at >= 0; at = text.indexOf('\uFFFD', at + 1)) count++
  const problem: Problem = {
    code: 'files/bad-bytes',
    severity: 'warning',
    span: { start: first, end: first + 1 },
    params: { encoding, count },
  }
  return { text, encoding, problems: [problem] }
}

/** Nine of ten code units are ASCII, Chinese characters or Chinese punctuation. GB bytes taken so give Korean and Yi. */
export function looksUtf16(bytes: Uint8Array, encoding: string): boolean {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return false
  const high = encoding === 'utf-16le' ? 1 : 0
  const end = Math.min(bytes.length, SAMPLE)
  let plausible = 0
  for (let i = 0; i < end; i += 2) {
    const page = bytes[i + high] ?? 0
    const cell = bytes[i + 1 - high] ?? 0
    const ascii = page === 0 && (cell >= 32 ? cell < 0x7f : cell >= 9 && cell <= 13)
    if (ascii || (page >= 0x4e && page <= 0x9f) || page === 0x30 || page === 0xff || page === 0x20) plausible++
  }
  return plausible * 2 >= end * 0.9
}

/** Valid UTF-8 sequences outnumber broken ones by far: a cut or slightly damaged UTF-8 text. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const sample = new TextDecoder('utf-8').decode(bytes.subarray(0, SAMPLE))
  let bad = 0
  let wide = 0
  for (let i = 0; i < sample.length; i++) {
    const code = sample.charCodeAt(i)
    if (code === 0xfffd) bad++
    else if (code > 0x7ff) wide++
  }
  return wide > bad * 8
}

/** Share of the two-byte characters that are everyday characters or punctuation of GB2312; 1 for a text without any. */
function everydayShare(bytes: Uint8Array): number {
  const end = Math.min(bytes.length, SAMPLE)
  let pairs = 0
  let everyday = 0
  for (let i = 0; i < end; i++) {
    const lead = bytes[i] ?? 0
    if (lead < 0x80) continue
    const trail = bytes[++i] ?? 0
    pairs++
    if (trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3))) everyday++
  }
  return pairs === 0 ? 1 : everyday / pairs
}

/** A plain text as it stands: nothing is changed, each line that is not blank is a paragraph. */
export const txtSource = ({ text, encoding, problems }: Decoded): SourceText => ({
  text,
  format: 'txt',
  encoding,
  blocks: paragraphs(text),
  metadata: [],
  problems,
})

function paragraphs(text: string): TextBlock[] {
  const blocks: TextBlock[] = []
  // A form feed or U+2028 ends a line for the eye as well.
  for (const { 0: line, index } of text.matchAll(/[^\r\n\f\u2028\u2029]+/g)) {
    const start = index + line.length - line.trimStart().length
    const end = index + line.trimEnd().length
    if (end > start) blocks.push({ kind: 'paragraph', start, end })
  }
  return blocks
}
