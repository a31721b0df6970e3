import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { hex } from '../log/chain.ts'
import { leafHash, Merkle } from './merkle.ts'

const sha = (...parts: Uint8Array[]): Uint8Array => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** The root as RFC 6962 defines it: split at the largest power of two that is smaller. */
function naive(leaves: readonly Uint8Array[]): Uint8Array {
  const [first] = leaves
  if (first === undefined) return sha()
  if (leaves.length === 1) return first
  let split = 1
  while (split * 2 < leaves.length) split *= 2
  return sha(Uint8Array.of(1), naive(leaves.slice(0, split)), naive(leaves.slice(split)))
}

it('S68 gives the root of the definition, and goes on from peaks', () => {
  const leaves = Array.from({ length: 70 }, (_, n) => leafHash(n * 3, sha(Uint8Array.of(n))))
  for (let size = 0; size <= leaves.length; size += 1) {
    const tree = new Merkle()
    for (const leaf of leaves.slice(0, size)) tree.add(leaf)
    expect(hex(tree.root())).toBe(hex(naive(leaves.slice(0, size))))
    const going = new Merkle(tree.size, tree.peaks)
    for (const leaf of leaves.slice(size)) going.add(leaf)
    expect(hex(going.root())).toBe(hex(naive(leaves)))
  }
  expect(hex(leafHash(1, sha()))).not.toBe(hex(leafHash(2, sha())))
  expect(() => new Merkle(3, []).add(sha())).toThrow(RangeError)
})
