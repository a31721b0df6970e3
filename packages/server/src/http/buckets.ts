/** So many calls at once, and so many a second for ever. */
export interface Rate {
  readonly burst: number
  readonly perSecond: number
}

interface Bucket {
  left: number
  at: number
}

/** Keys remembered; the oldest go first, and a full bucket says nothing. */
const KEPT = 50_000

/** Token buckets by key, in memory: a restart forgives. */
export class Buckets {
  readonly #rate: Rate
  readonly #now: () => number
  readonly #kept = new Map<string, Bucket>()

  constructor(rate: Rate, now: () => number) {
    this.#rate = rate
    this.#now = now
  }

  /** Takes one. @returns seconds to wait when there is none, else 0 */
  take(key: string): number {
    const { burst, perSecond } = this.#rate
    const now = this.#now()
    const found = this.#kept.get(key)
    const left = found === undefined ? burst : Math.min(burst, found.left + ((now - found.at) / 1000) * perSecond)
    this.#kept.delete(key)
    this.#kept.set(key, { left: left < 1 ? left : left - 1, at: now })
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= KEPT) break
      this.#kept.delete(oldest)
    }
    return left < 1 ? Math.ceil((1 - left) / perSecond) : 0
  }
}
