/** A word of a lexicon with what it means there. */
export interface Entry<T> {
  readonly word: string
  readonly value: T
}

const longestFirst = <T>(a: Entry<T>, b: Entry<T>): number => b.word.length - a.word.length

/**
 * A typed word table that is matched in place: which entry begins at, or ends before, a position of a text.
 * Matching looks at one bucket (words by first or last character), so its cost does not grow with the table.
 */
export class Lexicon<T> {
  readonly #byFirst = new Map<number, Entry<T>[]>()
  readonly #byLast = new Map<number, Entry<T>[]>()
  readonly #whole = new Map<string, T>()

  constructor(entries: Iterable<readonly [string, T]>) {
    for (const [word, value] of entries) {
      if (this.#whole.has(word)) continue
      this.#whole.set(word, value)
      const entry = { word, value }
      put(this.#byFirst, word.charCodeAt(0), entry)
      put(this.#byLast, word.charCodeAt(word.length - 1), entry)
    }
    for (const bucket of this.#byFirst.values()) bucket.sort(longestFirst)
    for (const bucket of this.#byLast.values()) bucket.sort(longestFirst)
  }

  /** The longest entry that begins at `at` and ends by `limit`. */
  prefix(text: string, at: number, limit: number): Entry<T> | undefined {
    const bucket = this.#byFirst.get(text.charCodeAt(at))
    if (bucket === undefined) return undefined
    for (const entry of bucket) {
      const length = entry.word.length
      if (at + length <= limit && (length === 1 || text.startsWith(entry.word, at))) return entry
    }
    return undefined
  }

  /** The longest entry that ends at `end` and begins at or after `floor`. */
  suffix(text: string, end: number, floor: number): Entry<T> | undefined {
    const bucket = this.#byLast.get(text.charCodeAt(end - 1))
    if (bucket === undefined) return undefined
    for (const entry of bucket) {
      const from = end - entry.word.length
      if (from >= floor && (entry.word.length === 1 || text.startsWith(entry.word, from))) return entry
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

const put = <T>(map: Map<number, Entry<T>[]>, key: number, entry: Entry<T>): void => {
  const bucket = map.get(key)
  if (bucket === undefined) map.set(key, [entry])
  else bucket.push(entry)
}

/** Words parted by white space, each with the same value. */
export const words = <const T>(list: string, value: T): (readonly [string, T])[] =>
  list
    .trim()
    .split(/\s+/)
    .map((word) => [word, value] as const)

/** A lexicon of bare words parted by white space. */
export const wordSet = (list: string): Lexicon<true> => new Lexicon(words(list, true))
