/**
 * Where a value holds text that no database and no address can keep: a NUL, or half of a character. Such text is no
 * one's typing, so it is refused at the door rather than by each of those who would trip over it.
 *
 * @returns the place, its names joined by dots, or undefined where all is well
 */
export function unkeepable(value: unknown, at: readonly string[] = []): string | undefined {
  if (typeof value === 'string')
    return value.includes('\0') || !value.isWellFormed() ? at.join('.').slice(0, 120) : undefined
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, inner] of Object.entries(value)) {
    const found = unkeepable(key, [...at, '?']) ?? unkeepable(inner, [...at, key])
    if (found !== undefined) return found
  }
  return undefined
}
