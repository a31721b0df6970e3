import { inflateRawSync } from 'node:zlib'

/** The packed parts of a zip file, unfolded one at a time and never beyond the budget. */
export interface Zip {
  readonly names: readonly string[]
  /** The bytes of a part; undefined when there is no such part. Throws `ZipFault`. */
  read(name: string): Uint8Array | undefined
}

/** Why a zip cannot be read: it is damaged, or it unfolds to more than is allowed. */
export class ZipFault extends Error {
  readonly reason: 'broken' | 'too-large' | 'encrypted'
  constructor(reason: ZipFault['reason'], message: string) {
    super(message)
    this.reason = reason
  }
}

interface Entry {
  readonly method: number
  readonly packed: number
  readonly unpacked: number
  readonly headerAt: number
  readonly encrypted: boolean
}

const END_OF_DIRECTORY = 'PK\x05\x06'
/** The end record may be followed by a comment of so many bytes. */
const MAX_COMMENT = 65_535
const STORED = 0
const DEFLATED = 8

/**
 * Opens a zip file by its central directory.
 *
 * @param budget bytes that all parts read from it may unfold to together. Parts that are never read cost nothing, so pictures
 * do not count.
 */
export function openZip(bytes: Uint8Array, budget: number): Zip {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = readDirectory(buffer)
  let left = budget
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name)
      if (!entry) return undefined
      if (entry.encrypted) throw new ZipFault('encrypted', '设有密码')
      // What the directory declares is checked first, what really comes out as it comes out.
      if (entry.unpacked > left) throw new ZipFault('too-large', name)
      const content = unfold(packedBytes(bytes, buffer, entry), entry.method, left)
      left -= content.length
      return content
    },
  }
}

function readDirectory(buffer: Buffer): Map<string, Entry> {
  const end = buffer.lastIndexOf(END_OF_DIRECTORY, buffer.length, 'latin1')
  if (end < 0 || end + 22 > buffer.length || buffer.length - end > 22 + MAX_COMMENT) {
    throw new ZipFault('broken', '文件不完整')
  }
  const entries = new Map<string, Entry>()
  let at = buffer.readUInt32LE(end + 16)
  for (let left = buffer.readUInt16LE(end + 10); left > 0; left--) {
    if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== 0x02014b50) throw new ZipFault('broken', '目录损坏')
    const nameLength = buffer.readUInt16LE(at + 28)
    // Some programs write backslashes, and readers of DOCX take part names without regard to a leading slash.
    const name = buffer
      .toString('utf8', at + 46, at + 46 + nameLength)
      .replaceAll('\\', '/')
      .replace(/^\/+/, '')
    entries.set(name, {
      encrypted: (buffer.readUInt16LE(at + 8) & 1) === 1,
      method: buffer.readUInt16LE(at + 10),
      packed: buffer.readUInt32LE(at + 20),
      unpacked: buffer.readUInt32LE(at + 24),
      headerAt: buffer.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32)
  }
  return entries
}

function packedBytes(bytes: Uint8Array, buffer: Buffer, { headerAt, packed }: Entry): Uint8Array {
  if (headerAt + 30 > buffer.length || buffer.readUInt32LE(headerAt) !== 0x04034b50)
    throw new ZipFault('broken', '目录损坏')
  const start = headerAt + 30 + buffer.readUInt16LE(headerAt + 26) + buffer.readUInt16LE(headerAt + 28)
  if (start + packed > buffer.length) throw new ZipFault('broken', '文件不完整')
  return bytes.subarray(start, start + packed)
}

function unfold(packed: Uint8Array, method: number, most: number): Uint8Array {
  if (method === STORED) {
    if (packed.length > most) throw new ZipFault('too-large', '')
    return packed
  }
  if (method !== DEFLATED) throw new ZipFault('broken', '压缩方式不认识')
  try {
    // zlib stops by itself once it has put out this much.
    const { buffer, byteOffset, length } = inflateRawSync(packed, { maxOutputLength: Math.max(most, 1) })
    return new Uint8Array(buffer, byteOffset, length)
  } catch (error) {
    const tooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw new ZipFault(tooLarge ? 'too-large' : 'broken', tooLarge ? '' : '压缩数据损坏')
  }
}
