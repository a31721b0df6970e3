import { digitValue } from '../text/chars.ts'

const COMMA = 44
const WIDE_COMMA = 0xff0c

/** An Arabic numeral read in place: where it ends and its value. */
export interface Numeral {
  readonly end: number
  readonly value: number
}

const digitsEnd = (text: string, at: number, limit: number): number => {
  let i = at
  while (i < limit && digitValue(text.charCodeAt(i)) >= 0) i++
  return i
}

// 1,260 groups by three; a comma between two clauses (5个,300人) is never followed by exactly three digits and joined to digits before
const groupEnd = (text: string, at: number, limit: number): number => {
  const code = text.charCodeAt(at)
  if (code !== COMMA && code !== WIDE_COMMA) return at
  const end = digitsEnd(text, at + 1, limit)
  return end - at === 4 ? end : at
}

/**
 * Reads an Arabic numeral at a digit: ASCII or full-width digits, thousands groups, a decimal part (. or ．).
 */
export function readArabic(text: string, at: number, limit: number): Numeral {
  let end = digitsEnd(text, at, limit)
  let plain = true
  if (end - at <= 3) {
    for (let next = groupEnd(text, end, limit); next > end; next = groupEnd(text, end, limit)) {
      end = next
      plain = false
    }
  }
  const dot = text.charCodeAt(end)
  if ((dot === 46 || dot === 0xff0e) && end + 1 < limit && digitValue(text.charCodeAt(end + 1)) >= 0) {
    if (dot !== 46) plain = false
    end = digitsEnd(text, end + 1, limit)
  }
  const raw = text.slice(at, end)
  const value = plain ? Number(raw) : Number.NaN
  return { end, value: Number.isNaN(value) ? narrow(raw) : value }
}

// full-width digits and separators: the slow road, taken rarely
function narrow(raw: string): number {
  let s = ''
  for (let i = 0; i < raw.length; i++) {
    const code = raw.charCodeAt(i)
    const d = digitValue(code)
    if (d >= 0) s += d
    else if (code === 46 || code === 0xff0e) s += '.'
  }
  return Number(s)
}
