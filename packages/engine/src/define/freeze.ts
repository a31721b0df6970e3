/**
 * A copy of plain data, frozen all the way down. It is a copy because parts of a definition may be shared with
 * others, or belong to whoever built it. What is absent (`undefined`) is left out.
 */
export function frozenCopy<T>(value: T): T {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a copy has the type of what it copies
  return copy(value) as T
}

function copy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return Object.freeze(value.map(copy))
  const parts = Object.entries(value).filter(([, part]) => part !== undefined)
  return Object.freeze(Object.fromEntries(parts.map(([key, part]) => [key, copy(part)])))
}
