import { createHash, hash } from 'node:crypto'
import type { Entry } from '@jiannuo/engine'
import type { Change } from '../api.ts'

/** An entry as the log keeps it: with the change of the organisation or of a setting that came with it. */
export type KeptEntry = Entry & { readonly change?: Change }

/** The text that is hashed and kept, byte for byte. */
export const bodyOf = (entry: Entry, change: Change | undefined): string =>
  JSON.stringify(change === undefined ? entry : { ...entry, change })

/** What stands before the first entry of a stream: a hash of its name, so that no stream can be passed off as another. */
export const beginningOf = (district: string, stream: string): Uint8Array =>
  createHash('sha256').update(`${district}\n${stream}`, 'utf8').digest()

/** Hash of an entry: over the hash before it, the key of its command, and its body. */
export const hashOf = (previous: Uint8Array, key: string, body: string): Uint8Array =>
  createHash('sha256').update(previous).update(`${key}\n${body}`, 'utf8').digest()

/** Bytes in hex. */
export const hex = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')

let scratch = Buffer.allocUnsafe(16_384)

/** The same as `hashOf`, in hex from hex, for many entries one after the other. */
export function nextHash(previous: string, key: string, body: string): string {
  const most = 33 + (key.length + body.length) * 3
  if (scratch.length < most) scratch = Buffer.allocUnsafe(most * 2)
  let end = scratch.write(previous, 0, 'hex')
  end += scratch.write(key, end, 'utf8')
  end = scratch.writeUInt8(NEW_LINE, end)
  end += scratch.write(body, end, 'utf8')
  return hash('sha256', scratch.subarray(0, end), 'hex')
}

const NEW_LINE = 10
