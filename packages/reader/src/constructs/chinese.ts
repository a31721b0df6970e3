import type { Numeral } from './arabic.ts'

const DIGITS = new Map<string, number>([...'〇零○一二三四五六七八九'].map((c, i) => [c, i < 3 ? 0 : i - 2]))
DIGITS.set('两', 2)
const SMALL = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
])

/** A Chinese numeral read in place, without a trailing 万 or 亿, which belong to the unit as Arabic numerals write them. */
export interface ChineseNumeral extends Numeral {
  /** Whether a digit stands in it; 百, 千 alone are scales (百余家, 千亿元). */
  readonly counted: boolean
  /** How many characters it has. */
  readonly length: number
}

/**
 * Reads a Chinese numeral: 十二, 一百二十, 两千, 二〇二四, 百 (as 100). Values below 10,000; 万 and 亿 are left to the unit.
 */
export function readChinese(text: string, at: number, limit: number): ChineseNumeral | undefined {
  let total = 0
  let digit = -1
  let counted = false
  let i = at
  let plain = '' // digits one after the other: 二〇二四
  for (; i < limit; i++) {
    const c = text[i] ?? ''
    const d = DIGITS.get(c)
    if (d !== undefined) {
      plain += d
      digit = d
      counted = true
      continue
    }
    const scale = SMALL.get(c)
    if (scale === undefined) break
    if (plain.length > 1 && plain !== `0${digit}`) break
    total += (digit < 0 ? 1 : digit) * scale
    digit = -1
    plain = ''
  }
  if (i === at) return undefined
  const value = plain.length > 1 && total === 0 ? Number(plain) : total + Math.max(0, digit)
  return { end: i, value, counted, length: i - at }
}
