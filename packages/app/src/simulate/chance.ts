/** Pseudo-random choices from a seed: the same seed gives the same choices on every machine. */
export interface Chance {
  /** At least 0, below 1. */
  readonly next: () => number
  /** Whole number from `low` to `high`, both possible. */
  readonly whole: (low: number, high: number) => number
  /** True with the given probability. */
  readonly hit: (probability: number) => boolean
  /** One of the list, each alike. */
  readonly one: <T>(list: readonly T[]) => T
  /** One of the pairs by weight. */
  readonly weighted: <T>(pairs: readonly (readonly [T, number])[]) => T
  /** Waiting time with this mean: mostly short, now and then long. */
  readonly wait: (mean: number) => number
}

/**
 * A source of chance.
 *
 * @param seed whole number
 * @param stream names one of many independent sources of the same seed, so that what one record draws never depends on another
 */
export function chance(seed: number, stream: string): Chance {
  const next = generator(seed, stream)
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    whole,
    hit: (probability) => next() < probability,
    one: (list) => at(list, whole(0, list.length - 1)),
    weighted(pairs) {
      let left = next() * pairs.reduce((sum, [, weight]) => sum + weight, 0)
      const found = pairs.find(([, weight]) => (left -= weight) < 0) ?? pairs.at(-1)
      if (found === undefined) throw new RangeError('nothing to choose from')
      return found[0]
    },
    wait: (mean) => -Math.log(1 - next()) * mean,
  }
}

function at<T>(list: readonly T[], index: number): T {
  const value = list[index]
  if (value === undefined) throw new RangeError('nothing to choose from')
  return value
}

/** sfc32 (C. Doty-Humphrey, PractRand), seeded by an FNV-1a hash of the stream's name. */
function generator(seed: number, stream: string): () => number {
  let a = seed | 0
  let b = fnv(stream)
  let c = 0x9e3779b9 | 0
  let counter = 1
  const next = (): number => {
    const t = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + t) | 0
    return (t >>> 0) / 4_294_967_296
  }
  for (let round = 0; round < 12; round++) next()
  return next
}

function fnv(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash
}
