import type { Span } from '@jiannuo/kernel'
import {
  BREAK,
  CLOSE,
  classAt,
  CN_DIGIT,
  DIGIT,
  digitValue,
  FORECAST,
  OPEN,
  ORDINAL,
  WORD,
  YEAR,
} from '../text/chars.ts'
import { fiveYearEnd, fiveYearPlan } from '../constructs/date.ts'
import { UNITS } from '../lexicon/units.ts'
import { CONSTRUCTS } from '../constructs/table.ts'
import { type Cursor, excluded, moveTo, type Token } from '../constructs/token.ts'

/** A year that the words of a sentence bring in, from its position on. */
export interface YearMark {
  readonly at: number
  /** A calendar year, or one relative to the document. */
  readonly year: number | 'this' | 'last' | 'prior' | 'next'
  /** Whether it holds only for the number right behind it: 由2006年的30家. */
  readonly once: boolean
  /** It holds only where it lies ahead: “十五五”时期 in a plan of 2026. */
  readonly ahead?: boolean
  /** How many years later than `year`. */
  readonly plus?: number
}

/** One sentence with its numerals, breaks and marks: what the attaching rules work on. */
export interface Sentence {
  start: number
  end: number
  readonly tokens: Token[]
  /** Positions of commas, semicolons and colons outside brackets. */
  readonly breaks: number[]
  /** Open position of the bracket that a token stands in, or -1; parallel to tokens. */
  readonly brackets: number[]
  readonly years: YearMark[]
  /** Positions of 预计. */
  readonly forecasts: number[]
}

/** The break before a position and the break at or after another: the segment that a number stands in. */
export function segmentAround(sentence: Sentence, from: number, to: number): { start: number; end: number } {
  const { breaks } = sentence
  let low = 0
  let high = breaks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((breaks[middle] ?? 0) < from) low = middle + 1
    else high = middle
  }
  const start = low > 0 ? (breaks[low - 1] ?? 0) + 1 : sentence.start
  while (low < breaks.length && (breaks[low] ?? 0) < to) low++
  return { start, end: breaks[low] ?? sentence.end }
}

/** The segment that ends where another begins, or undefined for the first of the sentence. */
export function segmentBefore(sentence: Sentence, segmentStart: number): Span | undefined {
  const at = sentence.breaks.lastIndexOf(segmentStart - 1)
  return at < 0 ? undefined : { start: (sentence.breaks[at - 1] ?? sentence.start - 1) + 1, end: segmentStart - 1 }
}

/** An empty sentence buffer; one is reused for a whole document. */
export const emptySentence = (): Sentence => ({
  start: 0,
  end: 0,
  tokens: [],
  breaks: [],
  brackets: [],
  years: [],
  forecasts: [],
})

// Quoted words up to this length are names (“四上”, “新汉十条”); longer quotations are read as text.
const NAME_LENGTH = 18

/**
 * Reads a sentence once from left to right and fills the buffer: every numeral goes through the constructs of its first character.
 */
export function scanSentence(text: string, start: number, end: number, into: Sentence): Sentence {
  reset(into, start, end)
  const cursor: Cursor = { text, start, end, at: start, floor: start, arabic: undefined, chinese: null }
  const brackets: number[] = []
  let i = start
  while (i < end) {
    const c = classAt(text, i)
    if (c === 0) {
      i++
      continue
    }
    if (c === DIGIT || c === CN_DIGIT || c === ORDINAL || c === WORD) {
      i = readToken(cursor, i, c, into, brackets)
      continue
    }
    if (c === OPEN) i = open(text, i, end, into, brackets)
    else if (c === CLOSE) {
      if (brackets.length > 0) brackets.pop()
      i++
    } else {
      if (c === BREAK) {
        if (brackets.length === 0) into.breaks.push(i)
      } else if (c === YEAR) relativeYear(text, i, start, into)
      else if (c === FORECAST && text[i + 1] === '计') into.forecasts.push(i)
      i++
    }
  }
  return into
}

function reset(into: Sentence, start: number, end: number): void {
  into.start = start
  into.end = end
  into.tokens.length = 0
  into.breaks.length = 0
  into.brackets.length = 0
  into.years.length = 0
  into.forecasts.length = 0
}

// What may follow a Chinese numeral that is a number: another numeral, a unit, a date word, a bound. 一 of 一体, 进一步 and 统一 is none.
const FOLLOWS = new Uint8Array(65536)
for (const word of UNITS.words()) FOLLOWS[word.charCodeAt(0)] = 1
for (const c of '〇零○一二三四五六七八九十百千万亿两年月日季届大期成分半余多来世中全周点位名强，。、；：,;（(） ”')
  FOLLOWS[c.charCodeAt(0)] = 1

function readToken(cursor: Cursor, at: number, c: number, into: Sentence, brackets: readonly number[]): number {
  if (c === CN_DIGIT && FOLLOWS[cursor.text.charCodeAt(at + 1)] === 0) return at + 1
  moveTo(cursor, at)
  for (const construct of CONSTRUCTS[c] ?? []) {
    const token = construct(cursor)
    if (token === undefined) continue
    into.tokens.push(token)
    into.brackets.push(brackets[brackets.length - 1] ?? -1)
    if (token.year !== undefined) markYear(cursor.text, token, into)
    else if (token.reason === 'date') markSpan(cursor.text, token, into)
    cursor.floor = token.end
    return Math.max(token.end, at + 1)
  }
  // digits that no construct took, or a numeral that is part of a word
  let i = at + 1
  if (c === DIGIT) while (i < cursor.end && digitValue(cursor.text.charCodeAt(i)) >= 0) i++
  else if (c === CN_DIGIT) while (i < cursor.end && classAt(cursor.text, i) === CN_DIGIT) i++
  return i
}

const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '《': '》',
  '〈': '〉',
  '「': '」',
  '『': '』',
  '【': '】',
}

// Steps into a bracket, or over a short quotation, whose numerals are part of a name.
function open(text: string, at: number, end: number, into: Sentence, brackets: number[]): number {
  const sign = text[at] ?? ''
  const closer = CLOSERS[sign]
  if (closer === undefined) {
    brackets.push(at)
    return at + 1
  }
  const reach = sign === '《' ? 60 : NAME_LENGTH
  const close = text.slice(at + 1, Math.min(end, at + 2 + reach)).indexOf(closer)
  if (close < 0) return at + 1
  const stop = at + 1 + close
  nameNumerals(text, at + 1, stop, into)
  return stop + 1
}

function nameNumerals(text: string, from: number, to: number, into: Sentence): void {
  const plan = text[from] === '十' && to === from + 3 ? fiveYearPlan(text, from) : 0
  if (plan > 0) {
    const after = text[to + 1] ?? ''
    if (text.startsWith('时期', to + 1) || text.startsWith('期间', to + 1))
      into.years.push({ at: from, year: fiveYearEnd(plan), once: false, ahead: true })
    if (after === '末' || text.startsWith('期末', to + 1) || text.startsWith('时期末', to + 1))
      into.years.push({ at: from, year: fiveYearEnd(plan), once: false })
    into.tokens.push(excluded(from, to, 'date', 'R21.fiveYear'))
    into.brackets.push(-1)
    return
  }
  for (let i = from; i < to; i++) {
    if (digitValue(text.charCodeAt(i)) < 0) continue
    const begin = i
    while (i < to && digitValue(text.charCodeAt(i)) >= 0) i++
    into.tokens.push(excluded(begin, i, 'name', 'R22.quoted'))
    into.brackets.push(-1)
  }
}

// A year that only serves as a base of comparison or a beginning does not date the number: 比2020年增长, 2020年以来.
function markYear(text: string, token: Token, into: Sentence): void {
  if (token.year === undefined) return
  const before = text[token.start - 1] ?? ''
  const base =
    before === '比' ||
    before === '较' ||
    before === '同' ||
    before === '自' ||
    text.startsWith('以来', token.end) ||
    text.startsWith('相比', token.end) ||
    text.startsWith('同期', token.end) ||
    text.startsWith('起', token.end)
  if (base) return
  // 补建2025年未完成的文化站1个: a year inside a modifier says when the thing began, not when it counts
  const modifier = text.slice(token.end, token.end + 9)
  if (/^[\u4e00-\u9fff]{2,7}的/.test(modifier) && !/^[\u4e00-\u9fff]*(?:新增|全市|全县|全省|全区)/.test(modifier))
    return
  const once = before === '由' || before === '从' || text[token.end] === '的'
  into.years.push({ at: token.start, year: token.year, once })
}

// 三年内, 未来三年: the last of so many years, this one counted
function markSpan(text: string, token: Token, into: Sentence): void {
  const m = /^([一两三四五六七八九十2-9])年$/.exec(text.slice(token.start, token.end))
  if (m === null) return
  const within =
    /^(?:之?内|时间内)/.test(text.slice(token.end, token.end + 3)) ||
    /(?:未来|今后)$/.test(text.slice(Math.max(into.start, token.start - 2), token.start))
  const n = '一两三四五六七八九十'.indexOf(m[1] ?? '') + 1 || Number(m[1])
  if (within) into.years.push({ at: token.start, year: 'this', once: false, ahead: true, plus: n - 1 })
}

const RELATIVE: Readonly<Record<string, YearMark['year']>> = {
  今: 'this',
  去: 'last',
  上: 'prior',
  明: 'next',
  本: 'this',
}

function relativeYear(text: string, at: number, start: number, into: Sentence): void {
  const year = at > start ? RELATIVE[text[at - 1] ?? ''] : undefined
  if (year === undefined) return
  const before = text[at - 2] ?? ''
  // 是上年的1.3倍: a base of comparison
  if ((before === '是' || before === '为' || before === '相') && text[at + 1] === '的') return
  if ('比较同自超及与'.includes(before) && before !== '') {
    // 比上年190天增加19天: the figure of the year compared with stands right behind
    if ((before === '比' || before === '较') && digitValue(text.charCodeAt(at + 1)) >= 0)
      into.years.push({ at: at - 1, year, once: true })
    return
  }
  if (
    text.startsWith('同期', at + 1) ||
    (text[at - 1] === '上' && text[at + 1] === '度') ||
    (text.startsWith('以来', at + 1) && year === 'prior')
  ) {
    if (!text.startsWith('同期为', at + 1)) return
  }
  into.years.push({ at: at - 1, year, once: false })
}
