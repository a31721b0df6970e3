import { createHash } from 'node:crypto'

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

/** Hash of a leaf: the place of an entry in the log and the hash of the entry. */
export function leafHash(position: number, entryHash: Uint8Array): Uint8Array {
  const place = Buffer.alloc(8)
  place.writeBigInt64BE(BigInt(position))
  return createHash('sha256').update(LEAF).update(place).update(entryHash).digest()
}

const nodeHash = (left: Uint8Array, right: Uint8Array): Uint8Array =>
  createHash('sha256').update(NODE).update(left).update(right).digest()

/**
 * A Merkle tree that grows (RFC 6962, section 2.1, with leaves of our own): of all that was added only the peaks are kept, one
 * for each complete subtree, largest first.
 */
export class Merkle {
  readonly #peaks: Uint8Array[]
  #size: number

  /** @param peaks of a tree of that size, to go on with it */
  constructor(size = 0, peaks: readonly Uint8Array[] = []) {
    this.#size = size
    this.#peaks = [...peaks]
  }

  get size(): number {
    return this.#size
  }

  get peaks(): readonly Uint8Array[] {
    return this.#peaks
  }

  add(leaf: Uint8Array): void {
    let peak = leaf
    for (let size = this.#size; size % 2 === 1; size = (size - 1) / 2) {
      const left = this.#peaks.pop()
      if (left === undefined) throw new RangeError('a tree with fewer peaks than its size asks for')
      peak = nodeHash(left, peak)
    }
    this.#peaks.push(peak)
    this.#size += 1
  }

  /** The root over everything added; of nothing the hash of nothing. */
  root(): Uint8Array {
    return this.#peaks.length === 0
      ? createHash('sha256').digest()
      : this.#peaks.reduceRight((right, left) => nodeHash(left, right))
  }
}
