import { shiftDecimal } from './decimal.ts'

/**
 * Reads one numeral, Arabic, Chinese or mixed: 1,260 · 1，260 · １２ · 五十六 · 两千 · 3万5千 · 二〇二五 · 三点五万 · 廿八 · 半.
 *
 * Strict: the whole text must be the numeral. What stands for a guess (几十, 三五 for "three to five", 3万5) is
 * `undefined`, as is anything malformed (1,26 · 一百零 · 亿亿). Runs in one pass over char codes.
 *
 * @param text the numeral without bound words (余, 多, 近) and without its unit
 */
export function parseNumeral(text: string): number | undefined {
  if (text.length === 0 || text.length > 64) return undefined
  const first = text.charCodeAt(0)
  if (first === 0x8d1f || first === 0x2d || first === 0x2212) return negated(parseUnsigned(text, 1))
  return parseUnsigned(text, 0)
}

const negated = (value: number | undefined): number | undefined => (value === undefined ? undefined : 0 - value)

const NONE = 0
const ZERO = 1 // 1…10 are the digits 零…九
const TEN = 20 // 20…24: 十 百 千 万 亿 by index
const TWENTY = 30 // 廿 卅 卌: 30 + 2, 3, 4
const POINT = 40

const EXPONENTS = [1, 2, 3, 4, 8] as const

/** Class of each Chinese sign, by char code; one table look-up instead of a chain of comparisons. */
const CLASSES: Uint8Array = classTable()

function classTable(): Uint8Array {
  const table = new Uint8Array(65_536)
  const put = (signs: string, cls: (index: number) => number) => {
    for (let i = 0; i < signs.length; i += 1) table[signs.charCodeAt(i)] = cls(i)
  }
  for (const digits of ['〇一二三四五六七八九', '零壹贰叁肆伍陆柒捌玖', '○壹貳叁肆伍陸柒捌玖'])
    put(digits, (i) => ZERO + i)
  put('两兩', () => ZERO + 2)
  for (const units of ['十百千万亿', '拾佰仟萬億']) put(units, (i) => TEN + i)
  put('廿卅卌', (i) => TWENTY + 2 + i)
  put('点點', () => POINT)
  return table
}

const classOf = (text: string, at: number): number => CLASSES[text.charCodeAt(at)] ?? NONE

const isMultiplier = (cls: number): boolean => cls >= TEN && cls < TWENTY

/** The Arabic digit at `at`, half or full width, or -1. */
function arabicDigit(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code >= 0x30 && code <= 0x39) return code - 0x30
  return code >= 0xff10 && code <= 0xff19 ? code - 0xff10 : -1
}

function parseUnsigned(text: string, from: number): number | undefined {
  if (from >= text.length) return undefined
  if (text.charCodeAt(text.length - 1) === HALF) return halfOf(text, from)
  if (arabicDigit(text, from) >= 0) return parseFromArabic(text, from)
  if (digitRun(text, from) === text.length) return positional(text, from)
  const point = pointAt(text, from)
  return point > from ? chineseDecimal(text, from, point) : composed(text, from)
}

const HALF = 0x534a

/** 半 and 一半 are one half; 三年半 and 半百 are left alone. */
function halfOf(text: string, from: number): number | undefined {
  const before = text.length - from - 1
  const one = before === 1 && text.charCodeAt(from) === 0x4e00
  return before === 0 || one ? 0.5 : undefined
}

/** Where 点 stands, or -1. */
function pointAt(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) if (classOf(text, at) === POINT) return at
  return -1
}

/** Where the run of Chinese digits ends. */
function digitRun(text: string, from: number): number {
  let at = from
  for (let cls = classOf(text, at); cls >= ZERO && cls < TEN; cls = classOf(text, at)) at += 1
  return at
}

/** 二〇二五 is 2025. Two digits without a zero (三五, 七八) say "about", and no amount begins with 零: no numbers. */
function positional(text: string, from: number): number | undefined {
  const length = text.length - from
  let value = 0
  let zeros = 0
  for (let at = from; at < text.length; at += 1) {
    const digit = classOf(text, at) - ZERO
    if (digit === 0) zeros += 1
    value = value * 10 + digit
  }
  const guess = length === 2 && zeros === 0
  const leadingZero = length > 1 && classOf(text, from) === ZERO
  return length > 15 || guess || leadingZero ? undefined : value
}

/** 三点一四, 十二点五万: a whole part, digits after the point, then multipliers only. */
function chineseDecimal(text: string, from: number, point: number): number | undefined {
  const end = digitRun(text, point + 1)
  const whole = wholePart(text.slice(0, point), from)
  if (whole === undefined || end === point + 1 || end - point > 15) return undefined
  let fraction = ''
  for (let at = point + 1; at < end; at += 1) fraction += String(classOf(text, at) - ZERO)
  return scaled(Number(`${whole}.${fraction}`), text, end)
}

/** What stands before 点 is a Chinese whole number: 零, 三, 十二, 一百零五; not 半, not 3. */
function wholePart(text: string, from: number): number | undefined {
  if (arabicDigit(text, from) >= 0) return undefined
  const whole = parseUnsigned(text, from)
  return whole !== undefined && Number.isInteger(whole) ? whole : undefined
}

/** A number followed by nothing but multipliers: 1.2 + 万亿. They must grow: 百万, 千亿, 万亿, never 万百. */
function scaled(value: number, text: string, from: number): number | undefined {
  let exponent = 0
  let last = 0
  for (let at = from; at < text.length; at += 1) {
    const cls = classOf(text, at)
    const power = isMultiplier(cls) ? (EXPONENTS[cls - TEN] ?? 0) : 0
    if (power <= last) return undefined
    exponent += power
    last = power
  }
  return shiftDecimal(value, exponent)
}

interface Literal {
  readonly value: number
  readonly end: number
  readonly digits: number
  readonly fractional: boolean
}

/** Thousands are parted by a comma of either width, and every group after the first has three digits. */
function separatedGroup(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code !== 0x2c && code !== 0xff0c) return false
  for (let i = 1; i <= 3; i += 1) if (arabicDigit(text, at + i) < 0) return false
  return arabicDigit(text, at + 4) < 0
}

/** Digits and their count so far; up to fifteen digits the whole number is exact, and longer ones are no quantities. */
interface Digits {
  whole: number
  count: number
}

const MOST_DIGITS = 15

/** Takes the digits from `at` on, at most `most` of them; the place after them. */
function takeDigits(digits: Digits, text: string, at: number, most: number): number {
  let next = at
  for (let digit = arabicDigit(text, next); digit >= 0 && next - at < most; digit = arabicDigit(text, next)) {
    digits.whole = digits.whole * 10 + digit
    digits.count += 1
    next += 1
  }
  return next
}

/** An Arabic number with its thousands and its fraction; the caller decides what may follow. */
function readLiteral(text: string, from: number): Literal | undefined {
  const digits: Digits = { whole: 0, count: 0 }
  let at = takeDigits(digits, text, from, Number.POSITIVE_INFINITY)
  if (digits.count === 0) return undefined
  if (digits.count > 3 && separatedGroup(text, at)) return undefined
  while (separatedGroup(text, at)) at = takeDigits(digits, text, at + 1, 3)
  const integer = digits.count
  const code = text.charCodeAt(at)
  if (code === 0x2e || code === 0xff0e) {
    const end = takeDigits(digits, text, at + 1, Number.POSITIVE_INFINITY)
    if (end > at + 1) at = end
  }
  if (digits.count > MOST_DIGITS) return undefined
  const places = digits.count - integer
  // Both are exact, so the quotient is the double nearest to the decimal.
  return { value: digits.whole / 10 ** places, end: at, digits: integer, fractional: places > 0 }
}

function parseFromArabic(text: string, from: number): number | undefined {
  const literal = readLiteral(text, from)
  if (literal === undefined) return undefined
  if (literal.end === text.length) return literal.value
  return literal.fractional ? scaled(literal.value, text, literal.end) : composed(text, from)
}

/** Running sums of a composed numeral: what 亿 has closed, what 万 has closed since, and what is open below 万. */
interface Sums {
  hundredMillions: number
  tenThousands: number
  open: number
  /** The number that waits for its multiplier. */
  waiting: number | undefined
  /** Whether `waiting` is a lone Chinese digit, the only one that may stand short: 三万五. */
  short: boolean
  /** Power of ten of the last multiplier, 0 before the first. What follows must be smaller than it. */
  last: number
  /** The next 十百千 must be smaller than this. */
  ceiling: number
  pendingZero: boolean
}

/** 五十六, 两千零五, 3万5千, 十亿, 三万五. */
function composed(text: string, from: number): number | undefined {
  const sums: Sums = {
    hundredMillions: 0,
    tenThousands: 0,
    open: 0,
    waiting: undefined,
    short: false,
    last: 0,
    ceiling: 4,
    pendingZero: false,
  }
  let at = from
  while (at < text.length) {
    const next = step(sums, text, at, at === from)
    if (next === undefined) return undefined
    at = next
  }
  return total(sums)
}

/** Takes one sign (or one Arabic literal) in; the place after it, or `undefined` when it cannot stand there. */
function step(sums: Sums, text: string, at: number, first: boolean): number | undefined {
  const cls = classOf(text, at)
  if (cls === NONE) return takeLiteral(sums, text, at)
  if (cls === POINT) return undefined
  if (cls === ZERO) return takeZero(sums, at, first)
  if (cls < TEN) return takeNumber(sums, cls - ZERO, true) ? at + 1 : undefined
  if (cls >= TWENTY) return takeTens(sums, cls - TWENTY) ? at + 1 : undefined
  return takeMultiplier(sums, EXPONENTS[cls - TEN] ?? 0, first) ? at + 1 : undefined
}

/** Whether an amount is small enough to stand behind the last multiplier: 3万50000 is none. */
const fits = (sums: Sums, amount: number): boolean => sums.last === 0 || amount < 10 ** sums.last

function takeNumber(sums: Sums, value: number, short: boolean): boolean {
  if (sums.waiting !== undefined) return false
  sums.waiting = value
  // 一百零五 is 105: behind 零 a lone digit counts itself.
  sums.short = short && !sums.pendingZero
  sums.pendingZero = false
  return true
}

function takeLiteral(sums: Sums, text: string, at: number): number | undefined {
  const literal = readLiteral(text, at)
  if (literal === undefined || literal.fractional) return undefined
  // 3万5 may be 35,000 or 30,005: no number. 3万500 and 3万5千 are plain.
  const lonely = literal.end === text.length && literal.digits === 1 && sums.last > 1
  return !lonely && takeNumber(sums, literal.value, false) ? literal.end : undefined
}

function takeZero(sums: Sums, at: number, first: boolean): number | undefined {
  if (first || sums.waiting !== undefined || sums.pendingZero || sums.last === 0) return undefined
  sums.pendingZero = true
  return at + 1
}

/** 廿 and 卅 are a digit and its 十 in one sign. */
const takeTens = (sums: Sums, digit: number): boolean =>
  takeNumber(sums, digit, false) && takeMultiplier(sums, 1, false)

function takeMultiplier(sums: Sums, exponent: number, first: boolean): boolean {
  if (exponent >= 4) return closeSection(sums, exponent, first)
  if (exponent >= sums.ceiling) return false
  // 十五 and 一百十五 leave out the one; 百 and 千 do so only where the numeral begins.
  if (sums.waiting === undefined && exponent > 1 && !first) return false
  const amount = (sums.waiting ?? 1) * 10 ** exponent
  if (!fits(sums, amount)) return false
  sums.open += amount
  sums.waiting = undefined
  sums.pendingZero = false
  sums.last = exponent
  sums.ceiling = exponent
  return true
}

function closeSection(sums: Sums, exponent: number, first: boolean): boolean {
  const section = sums.open + (sums.waiting ?? 0)
  const whole = exponent === 4 ? section : sums.tenThousands + section
  const closed = exponent === 4 ? sums.tenThousands > 0 : sums.hundredMillions > 0
  if (closed || sums.pendingZero || (whole === 0 && !first)) return false
  const value = (first ? 1 : whole) * 10 ** exponent
  // 亿 stands before 万, and what 万 closes must not reach it.
  if (exponent === 4 && sums.hundredMillions > 0 && value >= 10 ** 8) return false
  sums.tenThousands = exponent === 4 ? value : 0
  if (exponent === 8) sums.hundredMillions = value
  sums.open = 0
  sums.waiting = undefined
  sums.last = exponent
  sums.ceiling = 4
  return true
}

function total(sums: Sums): number | undefined {
  if (sums.pendingZero) return undefined
  const closed = sums.hundredMillions + sums.tenThousands + sums.open
  if (sums.waiting === undefined) return closed
  // 三万五 is 35,000 and 一百五 is 150: a lone last digit counts in tenths of the multiplier before it.
  if (sums.short && sums.last > 1) return closed + sums.waiting * 10 ** (sums.last - 1)
  return fits(sums, sums.waiting) ? closed + sums.waiting : undefined
}
