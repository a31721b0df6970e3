import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { granted, type Result, refused } from '@jiannuo/kernel'
import { storeProblem } from '../problems.ts'

const BYTES = 32
const TEXT = /^(?:[0-9a-f]{64}|[A-Za-z0-9+/]{43}=)$/

/** Name of the master key's file in the data folder. */
export const MASTER_KEY_FILE = 'master.key'

/** Where the master key is. */
export interface MasterKeyPlace {
  /** The key itself, 32 bytes in hex or base64: what `JIANNUO_MASTER_KEY` holds. It comes before the folder. */
  readonly text?: string
  /** The data folder, where the key is made at the first start, for its owner's eyes only. */
  readonly folder?: string
}

/**
 * The key that wraps the data keys of personal fields. Refused with `store/master-key-bad` when it is no key of 32 bytes,
 * `store/master-key-missing` when there is no place for one, `store/master-key-unusable` when the file cannot be used.
 */
export function loadMasterKey(place: MasterKeyPlace): Result<Uint8Array> {
  if (place.text !== undefined && place.text !== '') return readKey(place.text, 'JIANNUO_MASTER_KEY')
  if (place.folder === undefined) return refused(storeProblem('store/master-key-missing'))
  const path = join(place.folder, MASTER_KEY_FILE)
  try {
    if (!existsSync(path)) makeKey(place.folder, path)
    return readKey(readFileSync(path, 'utf8'), path)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return refused(storeProblem('store/master-key-unusable', { file: path, detail }))
  }
}

// Two programs may start at once: the second to write finds the first one's key and takes that.
function makeKey(folder: string, path: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  try {
    writeFileSync(path, `${randomBytes(BYTES).toString('base64')}\n`, { flag: 'wx', mode: 0o600, flush: true })
  } catch (error) {
    if (!existsSync(path)) throw error
  }
}

function readKey(text: string, place: string): Result<Uint8Array> {
  const trimmed = text.trim()
  if (!TEXT.test(trimmed)) return refused(storeProblem('store/master-key-bad', { place }))
  return granted(Buffer.from(trimmed, trimmed.length === 2 * BYTES ? 'hex' : 'base64'))
}

/** A name for a master key that tells it from others and gives nothing of it away. */
export const masterKeyName = (key: Uint8Array): string =>
  createHash('sha256').update('jiannuo master key name\n').update(key).digest('hex').slice(0, 16)
