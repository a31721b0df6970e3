import type { Numeral } from './arabic.ts'

// digit value by character code, -1 for anything else; scales hold 10, 100, 1000
const DIGIT_OF = new Int8Array(65536).fill(-1)
'〇零○'.split('').forEach((c) => (DIGIT_OF[c.charCodeAt(0)] = 0))
'一二三四五六七八九'.split('').forEach((c, i) => (DIGIT_OF[c.charCodeAt(0)] = i + 1))
DIGIT_OF['两'.charCodeAt(0)] = 2
const SCALE_OF = new Int16Array(65536)
SCALE_OF['十'.charCodeAt(0)] = 10
SCALE_OF['百'.charCodeAt(0)] = 100
SCALE_OF['千'.charCodeAt(0)] = 1000

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
  let run = 0 // digits one after the other: 二〇二四
  let plain = 0
  for (; i < limit; i++) {
    const code = text.charCodeAt(i)
    const d = DIGIT_OF[code] ?? -1
    if (d >= 0) {
      plain = plain * 10 + d
      run++
      digit = d
      counted = true
      continue
    }
    const scale = SCALE_OF[code] ?? 0
    if (scale === 0 || (run > 1 && plain !== digit)) break
    total += (digit < 0 ? 1 : digit) * scale
    digit = -1
    run = 0
    plain = 0
  }
  // 三四, 七八十: two digits in a row are a guess, four a year
  if (
    i === at ||
    ((run === 2 || run === 3) && !text.slice(i - run, i).includes('〇') && !text.slice(i - run, i).includes('零'))
  )
    return undefined
  const value = run > 1 && total === 0 ? plain : total + Math.max(0, digit)
  return { end: i, value, counted, length: i - at }
}
