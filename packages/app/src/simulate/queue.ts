/** What comes next in time; of things at the same moment the one with the lower number. */
export interface Queue<T> {
  readonly push: (at: number, number: number, value: T) => void
  /** Moment of the first, infinity when there is none. */
  readonly next: () => number
  readonly pop: () => T | undefined
  readonly size: () => number
}

interface Item<T> {
  readonly at: number
  readonly number: number
  readonly value: T
}

/** A binary heap. */
export function timeQueue<T>(): Queue<T> {
  const items: Item<T>[] = []
  const before = (a: Item<T>, b: Item<T>): boolean => a.at < b.at || (a.at === b.at && a.number < b.number)
  const swap = (a: number, b: number): void => {
    const [first, second] = [items[a], items[b]]
    if (first === undefined || second === undefined) return
    items[a] = second
    items[b] = first
  }
  const isBefore = (a: number, b: number): boolean => {
    const [first, second] = [items[a], items[b]]
    return first !== undefined && second !== undefined && before(first, second)
  }
  const rise = (from: number): void => {
    for (let index = from; index > 0; ) {
      const above = (index - 1) >> 1
      if (!isBefore(index, above)) return
      swap(index, above)
      index = above
    }
  }
  const sink = (): void => {
    for (let index = 0; ; ) {
      const left = 2 * index + 1
      const least = isBefore(left + 1, left) ? left + 1 : left
      if (!isBefore(least, index)) return
      swap(index, least)
      index = least
    }
  }
  return {
    push(at, number, value) {
      items.push({ at, number, value })
      rise(items.length - 1)
    },
    next: () => items[0]?.at ?? Number.POSITIVE_INFINITY,
    pop() {
      const first = items[0]
      const last = items.pop()
      if (first === undefined || last === undefined) return undefined
      if (items.length > 0) {
        items[0] = last
        sink()
      }
      return first.value
    },
    size: () => items.length,
  }
}
