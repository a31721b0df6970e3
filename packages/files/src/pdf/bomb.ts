import { inflateSync, constants } from 'node:zlib'

/** A stream's dictionary is looked for in so many bytes before its data. */
const DICTIONARY = 2_000
/** Streams packed more often than this are not documents. */
const MAX_LAYERS = 4
/** A document of 2,000 pages has some 20,000 streams. */
const MAX_STREAMS = 200_000

/**
 * Whether the packed streams of a PDF unfold to more than `budget` bytes. pdfjs unfolds into memory without a limit, so this is
 * found out before it starts. Pictures are never unfolded for their text and count one by one only.
 */
export function unfoldsBeyond(bytes: Uint8Array, budget: number): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let left = budget
  let tried = 0
  let end = 0
  for (let at = nextStream(buffer, 0); at >= 0; at = nextStream(buffer, at + 6)) {
    const layers = layersOf(dictionaryBefore(buffer, at))
    const start = dataStart(buffer, at + 6)
    if (layers === 0 || !beginsZlib(buffer, start)) continue
    if (++tried > MAX_STREAMS) return true
    // Found once for all streams before it, or a file of openings would be searched to its end for each.
    if (end < start) end = endOfStream(buffer, start)
    const picture = /\/Subtype\s*\/Image\b/.test(dictionaryBefore(buffer, at))
    const size = unfoldedSize(bytes.subarray(start, end), layers, picture ? budget : left)
    if (size === undefined) return true
    if (!picture) left -= size
  }
  return false
}

/** The next word `stream` that is not the end of `endstream`. */
function nextStream(buffer: Buffer, from: number): number {
  let at = buffer.indexOf('stream', from, 'latin1')
  while (at >= 3 && buffer.toString('latin1', at - 3, at) === 'end') at = buffer.indexOf('stream', at + 6, 'latin1')
  return at
}

/** How often the data is packed by Flate. */
const layersOf = (dictionary: string): number =>
  Math.min(dictionary.match(/\/(?:FlateDecode|Fl)\b/g)?.length ?? 0, MAX_LAYERS)

/** Data begin after the line end that follows the word. */
function dataStart(buffer: Buffer, at: number): number {
  const start = buffer[at] === 13 ? at + 1 : at
  return buffer[start] === 10 ? start + 1 : start
}

/** The two bytes at the head of packed data: method 8 and a check sum. */
function beginsZlib(buffer: Buffer, at: number): boolean {
  const method = buffer[at] ?? 0
  return (method & 15) === 8 && (method * 256 + (buffer[at + 1] ?? 0)) % 31 === 0
}

function endOfStream(buffer: Buffer, from: number): number {
  const end = buffer.indexOf('endstream', from, 'latin1')
  return end < 0 ? buffer.length : end
}

function dictionaryBefore(buffer: Buffer, at: number): string {
  const text = buffer.toString('latin1', Math.max(0, at - DICTIONARY), at)
  const object = text.lastIndexOf(' obj')
  return object < 0 ? text : text.slice(object)
}

/** Bytes that a stream unfolds to; undefined when they are more than `most`. What is no stream after all counts nothing. */
function unfoldedSize(packed: Uint8Array, layers: number, most: number): number | undefined {
  let data = packed
  for (let layer = 0; layer < layers; layer++) {
    try {
      const options = { maxOutputLength: Math.max(most, 1), finishFlush: constants.Z_SYNC_FLUSH }
      const output = inflateSync(data, options)
      data = new Uint8Array(output.buffer, output.byteOffset, output.length)
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') return undefined
      return 0
    }
  }
  return data.length
}
