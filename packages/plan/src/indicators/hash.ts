const PRIME = 0x01000193

/** FNV-1a over UTF-16 code units, 32 bits. */
function fnv(text: string, basis: number): number {
  let hash = basis
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    hash = Math.imul(hash ^ (code & 0xff), PRIME)
    hash = Math.imul(hash ^ (code >>> 8), PRIME)
  }
  return hash >>> 0
}

/**
 * A short hash that is the same on every machine and in every year: two runs of FNV-1a with different beginnings, 64 bits together,
 * so that a district's thousand unknown indicators do not meet by chance.
 */
export const shortHash = (text: string): string =>
  fnv(text, 0x811c9dc5).toString(36).padStart(7, '0') + fnv(text, 0x9e3779b9).toString(36).padStart(7, '0')
