import { createHash, randomUUID } from 'node:crypto'
import type { Instant } from '@jiannuo/kernel'

const ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/

/** Whether a text may name a unit, a person, a post or a record: letters, digits, `-` and `_`, at most 64 of them. */
export const isPlainId = (text: string): boolean => ID.test(text)

const KEY = /^[^\p{Cc}#]{1,160}$/u
/** What this package's own keys begin with: a client that could use one could keep a timer from firing, or a count from being written. */
const OWN_KEYS = /^(?:mark|import|feed|watch):/

/** Whether a client may use a key: 1 to 160 visible characters without `#`, and none of our own. */
export const isClientKey = (key: string): boolean => KEY.test(key) && !OWN_KEYS.test(key)

/** A key for a command that its caller gave none. */
export const freshKey = (): string => randomUUID()

/**
 * Id of a record that is opened: its moment first, so that records lie in the order of their opening, then a piece of the hash of
 * the command's key, so that a command that is sent again meets the record it made.
 */
export function recordIdOf(district: string, key: string, at: Instant): string {
  const hash = createHash('sha256').update(`${district}\n${key}`).digest('hex')
  return `${at.toString(36).padStart(9, '0')}${hash.slice(0, 11)}`
}
