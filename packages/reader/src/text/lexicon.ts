/** A word of a lexicon with what it means there. */
export interface Entry<T> {
  readonly word: string
  readonly value: T
}

// An entry with what the matching loop compares first: its length and the character next to the edge that chose the bucket.
interface Slot<T> extends Entry<T> {
  readonly length: number
  readonly neighbour: number
}

/** Words by the character at one edge: `index` leads from a character code to a bucket, 0 to none. */
interface Buckets<T> {
  readonly index: Uint16Array
  readonly buckets: readonly (readonly Slot<T>[])[]
}

const longestFirst = (a: { length: number }, b: { length: number }): number => b.length - a.length

/**
 * A typed word table that is matched in place: which entry begins at, or ends before, a position of a text.
 *
 * Words are kept in buckets by first and by last character; a bucket is found by one array look-up and most of its words are
 * told apart by one more character, so that the cost of a match does not grow with the table.
 */
export class Lexicon<T> {
  readonly #whole = new Map<string, T>()
  // built when first asked for: most lexicons are only ever matched from one side
  #heads: Buckets<T> | undefined
  #tails: Buckets<T> | undefined

  constructor(entries: Iterable<readonly [string, T]>) {
    for (const [word, value] of entries) if (word !== '' && !this.#whole.has(word)) this.#whole.set(word, value)
  }

  /** The longest entry that begins at `at` and ends by `limit`. */
  prefix(text: string, at: number, limit: number): Entry<T> | undefined {
    if (at >= limit) return undefined
    const heads = (this.#heads ??= bucketsOf(this.#whole, false))
    const index = heads.index[text.charCodeAt(at) | 0] ?? 0
    if (index === 0) return undefined
    const bucket = heads.buckets[index] ?? []
    const next = text.charCodeAt(at + 1)
    for (let k = 0; k < bucket.length; k++) {
      const slot = bucket[k]
      if (slot === undefined || at + slot.length > limit) continue
      if (slot.length === 1 || (slot.neighbour === next && (slot.length === 2 || text.startsWith(slot.word, at))))
        return slot
    }
    return undefined
  }

  /** The longest entry that ends at `end` and begins at or after `floor`. */
  suffix(text: string, end: number, floor: number): Entry<T> | undefined {
    if (end <= floor) return undefined
    const tails = (this.#tails ??= bucketsOf(this.#whole, true))
    const index = tails.index[text.charCodeAt(end - 1) | 0] ?? 0
    if (index === 0) return undefined
    const bucket = tails.buckets[index] ?? []
    const before = text.charCodeAt(end - 2)
    for (let k = 0; k < bucket.length; k++) {
      const slot = bucket[k]
      if (slot === undefined || end - slot.length < floor) continue
      if (
        slot.length === 1 ||
        (slot.neighbour === before && (slot.length === 2 || text.startsWith(slot.word, end - slot.length)))
      )
        return slot
    }
    return undefined
  }

  /** The value of a whole word. */
  get(word: string): T | undefined {
    return this.#whole.get(word)
  }

  /** Every word of the lexicon. */
  words(): Iterable<string> {
    return this.#whole.keys()
  }

  has(word: string): boolean {
    return this.#whole.has(word)
  }
}

function bucketsOf<T>(words: ReadonlyMap<string, T>, fromEnd: boolean): Buckets<T> {
  const index = new Uint16Array(65536)
  const buckets: Slot<T>[][] = [[]]
  for (const [word, value] of words) {
    const length = word.length
    const code = word.charCodeAt(fromEnd ? length - 1 : 0)
    const slot = { word, value, length, neighbour: word.charCodeAt(fromEnd ? length - 2 : 1) }
    const at = index[code] ?? 0
    if (at === 0) {
      index[code] = buckets.length
      buckets.push([slot])
    } else buckets[at]?.push(slot)
  }
  for (const bucket of buckets) if (bucket.length > 1) bucket.sort(longestFirst)
  return { index, buckets }
}

/** Words parted by white space, each with the same value. */
export const words = <const T>(list: string, value: T): (readonly [string, T])[] =>
  list
    .trim()
    .split(/\s+/)
    .map((word) => [word, value] as const)

/** A lexicon of bare words parted by white space. */
export const wordSet = (list: string): Lexicon<true> => new Lexicon(words(list, true))
