/** Keeps what was used most recently, up to a number of things; what was not used for longest goes first. */
export interface Recent<V> {
  readonly get: (key: string) => V | undefined
  readonly set: (key: string, value: V) => void
  readonly drop: (key: string) => void
  readonly clear: () => void
  readonly size: () => number
  /** Keeps at least so many from now on. */
  readonly grow: (most: number) => void
}

/** @param most how many values are kept; at least 1 */
export function recent<V>(most: number): Recent<V> {
  // Two generations instead of a list: a hit costs one look-up, and nothing is moved while the young one has room.
  let half = Math.max(1, Math.ceil(most / 2))
  let young = new Map<string, V>()
  let old = new Map<string, V>()
  const set = (key: string, value: V): void => {
    young.set(key, value)
    if (young.size <= half) return
    old = young
    young = new Map()
  }
  return {
    get(key) {
      const fresh = young.get(key)
      if (fresh !== undefined) return fresh
      const aged = old.get(key)
      if (aged === undefined) return undefined
      old.delete(key)
      set(key, aged)
      return aged
    },
    set(key, value) {
      old.delete(key)
      set(key, value)
    },
    drop(key) {
      young.delete(key)
      old.delete(key)
    },
    clear() {
      young = new Map()
      old = new Map()
    },
    size: () => young.size + old.size,
    grow(wanted) {
      half = Math.max(half, Math.ceil(wanted / 2))
    },
  }
}
