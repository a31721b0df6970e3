/**
 * Character classes. One table lookup a character decides whether anything at all has to be looked at,
 * which is what keeps the reader near the speed of a plain scan.
 */
export const OTHER = 0
export const DIGIT = 1
/** 〇零一二…九十百千万亿两半 */
export const CN_DIGIT = 2
/** 第 首 */
export const ORDINAL = 3
/** 翻 过 超 半 双: a quantity without a number word may begin here */
export const WORD = 4
/** 年 */
export const YEAR = 5
/** ends a sentence: 。！？ and line ends */
export const STOP = 6
/** ends a segment: ，；：, ; : */
export const BREAK = 7
export const PAUSE = 8 // 、
export const OPEN = 9
export const CLOSE = 10
export const SPACE = 11
export const LATIN = 12
/** 预 (of 预计) */
export const FORECAST = 13

const table = new Uint8Array(65536)
const mark = (characters: string, value: number): void => {
  for (const c of characters) table[c.charCodeAt(0)] = value
}
mark('0123456789０１２３４５６７８９', DIGIT)
mark('〇零○一二三四五六七八九十百千万亿两', CN_DIGIT)
mark('第首', ORDINAL)
mark('翻半双', WORD)
mark('年', YEAR)
mark('。！？!?\n\r\u2028\u2029\u0085', STOP)
mark('，；：,;:﹔', BREAK)
mark('、', PAUSE)
mark('“‘《〈（(【〔「『[', OPEN)
mark('”’》〉）)】〕」』]', CLOSE)
mark(' \t\u3000\u00a0\ufeff\u200b\u200c\u200d\u2002\u2003\u2009\v\f', SPACE)
mark('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', LATIN)
mark('预', FORECAST)

/** The class of the character at a position; OTHER outside the text. */
// `| 0` turns the NaN of a position outside the text into a plain 0, so that the index is always a small integer
export const classAt = (text: string, at: number): number => table[text.charCodeAt(at) | 0] ?? OTHER

/** The class of a character code. */
export const classOf = (code: number): number => table[code | 0] ?? OTHER

/** Whether the character is white space that may stand between clauses. */
export const isSpace = (code: number): boolean => {
  const c = table[code | 0]
  return c === SPACE || code === 10 || code === 13 || code === 0x2028 || code === 0x2029 || code === 0x85
}

/** Whether the character is a Chinese ideograph of the basic block. */
export const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff

/** 0-9 for an ASCII or full-width digit, else -1. */
export function digitValue(code: number): number {
  if (code >= 48 && code <= 57) return code - 48
  return code >= 0xff10 && code <= 0xff19 ? code - 0xff10 : -1
}

/** First position at or after `at` that is no white space, at most `limit`. */
export function skipSpace(text: string, at: number, limit: number): number {
  let i = at
  while (i < limit && isSpace(text.charCodeAt(i))) i++
  return i
}

/** Last position before which `[floor, at)` ends in no white space. */
export function skipSpaceBack(text: string, at: number, floor: number): number {
  let i = at
  while (i > floor && isSpace(text.charCodeAt(i - 1))) i--
  return i
}

/** Where a word stands in `[from, limit)`, or -1. Never looks further, so a search inside a phrase costs no more than the phrase. */
export function indexWithin(text: string, word: string, from: number, limit: number): number {
  const code = word.charCodeAt(0)
  const last = limit - word.length
  for (let i = from; i <= last; i++)
    if (text.charCodeAt(i) === code && (word.length === 1 || text.startsWith(word, i))) return i
  return -1
}

/** The words with full-width digits turned to ASCII, one character for one, for patterns that know only ASCII digits. */
export function narrowDigits(words: string): string {
  return /[０-９]/.test(words) ? words.replace(/[０-９]/g, (c) => String(digitValue(c.charCodeAt(0)))) : words
}
