/**
 * Multiplies by a power of ten in decimal, not in binary, so that 5.6 × 10⁴ is exactly 56000.
 *
 * The shortest decimal of the number is read again with a moved point; the result is the double nearest to the true
 * decimal product. A value that is not finite comes back as it is.
 *
 * @param value the number
 * @param exponent power of ten, may be negative
 */
export function shiftDecimal(value: number, exponent: number): number {
  if (exponent === 0 || value === 0 || !Number.isFinite(value)) return value
  if (exponent > 0 && exponent <= 15 && Number.isInteger(value)) {
    // The usual case, without a detour by way of text: an exact product of two exact numbers.
    const product = value * 10 ** exponent
    if (Number.isSafeInteger(product)) return product
  }
  const text = String(value)
  const mark = text.indexOf('e')
  if (mark < 0) return Number(`${text}e${exponent}`)
  return Number(`${text.slice(0, mark)}e${Number(text.slice(mark + 1)) + exponent}`)
}

/**
 * Drops binary noise: keeps fifteen significant decimal digits, which every double holds faithfully.
 *
 * @param value the number, for instance 0.1 + 0.2
 */
export const withoutNoise = (value: number): number => (Number.isFinite(value) ? Number(value.toPrecision(15)) : value)
