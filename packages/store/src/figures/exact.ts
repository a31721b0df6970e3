/**
 * A sum of numbers as they are written in decimal, so that 0.1 + 0.2 is 0.3 and taking back what was added leaves 0. Whole
 * numbers, which is what nearly all figures are made of, are added as they are.
 */
export interface Exact {
  readonly units: bigint | number
  /** Digits behind the decimal point; `units` are counted in the last of them. */
  readonly scale: number
}

/** Nothing. */
export const ZERO: Exact = { units: 0, scale: 0 }

const DECIMAL = /^(-?)(\d{1,400})(?:\.(\d{1,400}))?(?:e([+-]\d{1,4}))?$/

/**
 * A number, or a decimal as the database writes it.
 *
 * @throws RangeError when it is no finite number
 */
export function exact(value: number | string): Exact {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return { units: value === 0 ? 0 : value, scale: 0 }
  const found = DECIMAL.exec(String(value))
  if (found === null) throw new RangeError(`no finite number: ${String(value).slice(0, 40)}`)
  const [, sign = '', whole = '0', fraction = '', exponent = '0'] = found
  const scale = fraction.length - Number(exponent)
  const digits = BigInt(sign + whole + fraction)
  return scale >= 0 ? { units: digits, scale } : { units: digits * 10n ** BigInt(-scale), scale: 0 }
}

/** The sum of two. */
export function plus(a: Exact, b: Exact): Exact {
  if (typeof a.units === 'number' && typeof b.units === 'number' && a.scale === 0 && b.scale === 0) {
    const sum = a.units + b.units
    if (Number.isSafeInteger(sum)) return { units: sum, scale: 0 }
  }
  const scale = Math.max(a.scale, b.scale)
  return { units: raised(a, scale) + raised(b, scale), scale }
}

const raised = (value: Exact, scale: number): bigint => BigInt(value.units) * 10n ** BigInt(scale - value.scale)

/** Whether it is nothing. */
export const isZero = (value: Exact): boolean => value.units === 0 || value.units === 0n

/** As a decimal text: the same text for the same value, however it came about. */
export function decimalText(value: Exact): string {
  const digits = String(value.units)
  if (value.scale === 0) return digits
  const negative = digits.startsWith('-')
  const padded = digits.slice(negative ? 1 : 0).padStart(value.scale + 1, '0')
  const fraction = padded.slice(-value.scale).replace(/0{1,400}$/, '')
  const whole = padded.slice(0, -value.scale)
  const sign = negative && !(whole === '0' && fraction === '') ? '-' : ''
  return fraction === '' ? sign + whole : `${sign}${whole}.${fraction}`
}
