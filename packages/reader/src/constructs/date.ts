import { fiveYearPlan as fiveYearPeriod, lastDay, yearOf } from '@jiannuo/kernel'
import { digitValue } from '../text/chars.ts'
import { Lexicon, words } from '../text/lexicon.ts'
import { readArabic } from './arabic.ts'
import { arabicAt, chineseAt, type Construct, excluded, type Token } from './token.ts'

// What may follow an Arabic number of a date or a time of day. 天 and 小时 may be a quantity (压缩至3天), see duration.ts.
const DATE_AFTER = new Lexicon<'year' | 'part'>([
  ...words('年 年度 年代', 'year'),
  ...words('月 月份 日 世纪 周年 点钟 时许', 'part'),
])

const CHINESE_AFTER = new Lexicon<true>(
  words('年 年度 年代 月 月份 日 季度 周年 届 大 世纪 中全会 全会 五 五” 十二五 年期 月底', true),
)

const isYear = (value: number, digits: number): boolean => digits === 4 && value >= 1900 && value <= 2100

/**
 * Dates and years in Arabic digits: 2024年, 2023—2025年, 12月10日, 2024-12-30, 75周年, 9时30分. Excluded as `date`; a year is kept.
 */
export const arabicDate: Construct = (cx) => {
  const { text, at, end } = cx
  const first = arabicAt(cx)
  const digits = first.end - at
  if (isYear(first.value, digits)) {
    const span = yearSpan(text, first.end, end)
    if (span !== undefined) return excluded(at, span.end, 'date', 'R21.year', span.year ?? first.value)
    const numeric = numericDate(text, first.end, end)
    if (numeric > first.end) return excluded(at, numeric, 'date', 'R21.numeric', first.value)
  }
  const i = first.end
  const tail = DATE_AFTER.prefix(text, i, end)
  if (tail !== undefined && !isQuantityOfYears(text, i, end))
    return excluded(at, monthEnd(text, i + tail.word.length, end), 'date', 'R21.date')
  const range = rangeOfDates(text, i, end)
  return range > i ? excluded(at, range, 'date', 'R21.range') : undefined
}

// 年产, 年均 … belong to a name; 3年期 and 3年 are lengths of time, dates all the same
const isQuantityOfYears = (text: string, at: number, limit: number): boolean =>
  text.startsWith('年产', at) ||
  text.startsWith('日处理', at) ||
  (text.startsWith('日', at) && at + 1 < limit && text[at + 1] === '产')

function yearSpan(text: string, at: number, limit: number): { end: number; year?: number } | undefined {
  if (text[at] === '年') return { end: monthEnd(text, at + (text.startsWith('年度', at) ? 2 : 1), limit) }
  const c = text[at] ?? ''
  if (c !== '' && '-—–~～至到、和/'.includes(c)) {
    let i = at + 1
    while (i < limit && '-—–'.includes(text[i] ?? '')) i++
    if (digitValue(text.charCodeAt(i)) < 0) return undefined
    const second = readArabic(text, i, limit)
    if (!isYear(second.value, second.end - i)) return undefined
    return { end: text[second.end] === '年' ? second.end + 1 : second.end, year: second.value }
  }
  return undefined
}

// 月, 日, 底, 末 behind a year
function monthEnd(text: string, at: number, limit: number): number {
  let i = at
  for (let round = 0; round < 3 && i < limit; round++) {
    const d = digitValue(text.charCodeAt(i))
    if (d >= 0) {
      const n = readArabic(text, i, limit)
      const c = text[n.end]
      if (n.end - i > 2 || (c !== '月' && c !== '日' && c !== '时' && c !== '分')) return i
      i = n.end + 1
    } else if (text.startsWith('月', i) && round === 0) i++
    else return i
  }
  return i
}

// 2024-12-30, 2024.12.30, 2024/12
function numericDate(text: string, at: number, limit: number): number {
  let i = at
  for (let round = 0; round < 2; round++) {
    const c = text[i]
    if (c !== '-' && c !== '.' && c !== '/') return i
    if (i + 1 >= limit || digitValue(text.charCodeAt(i + 1)) < 0) return i
    const n = readArabic(text, i + 1, limit)
    if (n.end - i - 1 > 2 || n.value > 31) return i
    i = n.end
  }
  return i
}

// 1—9月, 1至10月, 3-5年
function rangeOfDates(text: string, at: number, limit: number): number {
  const c = text[at] ?? ''
  if (c === '' || !'-—–~～至'.includes(c)) return at
  let i = at + 1
  while (i < limit && '-—–'.includes(text[i] ?? '')) i++
  if (digitValue(text.charCodeAt(i)) < 0) return at
  const n = readArabic(text, i, limit)
  const tail = text[n.end]
  return tail === '月' || tail === '年' || tail === '日' ? n.end + 1 : at
}

/**
 * Dates and periods in Chinese numerals: 二〇二四年, 十二月, 三季度, 十四五, 二十大, 第十六届…会议, 三年. Excluded as `date`.
 */
export const chineseDate: Construct = (cx) => {
  const { text, at, end } = cx
  if (text[at] === '十' && fiveYearPlan(text, at) > 0) return excluded(at, at + 3, 'date', 'R21.fiveYear')
  const n = chineseAt(cx)
  if (n === undefined) return undefined
  const tail = CHINESE_AFTER.prefix(text, n.end, end)
  if (tail === undefined || (n.value === 1 && tail.word === '年')) return undefined
  if (tail.word === '大' && n.value !== 20 && (n.value < 15 || n.value > 30)) return undefined
  return chineseTail(at, n.value, n.end, tail.word)
}

function chineseTail(at: number, value: number, end: number, tail: string): Token {
  const year = tail === '年' && value >= 1900 && value <= 2100 ? value : undefined
  return excluded(at, end + tail.length, 'date', 'R21.chinese', year)
}

/** Number of the plan named at a position (十四五 → 14), or 0. */
export function fiveYearPlan(text: string, at: number): number {
  if (text[at + 2] !== '五' || text[at] !== '十') return 0
  const n = '一二三四五六七八九'.indexOf(text[at + 1] ?? ' ') + 1
  return n > 0 ? 10 + n : 0
}

/** Last year of a five-year plan: the 14th ends in 2025. */
export const fiveYearEnd = (plan: number): number => yearOf(lastDay(fiveYearPeriod(plan)))
