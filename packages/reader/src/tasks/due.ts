import { type Half, halfPeriod, lastDay, monthPeriod, type Quarter, quarterPeriod } from '@jiannuo/kernel'
import { narrowDigits } from '../text/chars.ts'
import { fiveYearEnd, fiveYearPlan } from '../constructs/date.ts'
import type { Due } from '../types.ts'

const QUARTERS: Readonly<Record<string, Quarter>> = { 一: 1, 二: 2, 三: 3, 四: 4 }
const COUNT = '一两三四五六七八九十'

const MONTH = /(?:(20\d\d)年)?(1[0-2]|[1-9])月(?:(底|末|上旬|中旬|下旬|份)|(\d{1,2})日)?(?:之?前|以前)?/
const YEAR = /(?:到|至|于)?(20\d\d)年(?:年?底|末)?(?:之?前)?/
const WITHIN = /(?:用|力争)?([一两三四五六七八九十])年(?:内|时间|之内|左右)/
const SOON = /年内|(?:今年)?年底(?:之?前)?|年末|全年|今年/
const HALF = /(上|下)半年|([一二三四])季度|前三季度/

/**
 * When something is due, from the words of a segment: 年内, 6月底前, 三季度, 到2027年, 三年内, “十五五”末.
 *
 * @param text the document
 * @param start first code unit of the segment
 * @param end its end
 * @param year the year of the plan; without it only dates with a year of their own are found
 */
export function findDue(text: string, start: number, end: number, year: number | undefined): Due | undefined {
  const raw = text.slice(start, end)
  if (!raw.includes('年') && !raw.includes('月') && !raw.includes('季') && !raw.includes('末')) return undefined
  const words = narrowDigits(raw)
  const found =
    month(words, start, year) ??
    halfOrQuarter(words, start, year) ??
    named(words, start, year) ??
    within(words, start, year) ??
    plan(text, words, start) ??
    soon(words, start, year)
  return found === undefined ? undefined : { ...found, words: text.slice(found.start, found.end) }
}

const due = (at: number, index: number, words: string, date: string): Due => ({
  start: at + index,
  end: at + index + words.length,
  words,
  date,
})

function month(words: string, at: number, year: number | undefined): Due | undefined {
  const m = MONTH.exec(words)
  if (m === null) return undefined
  const y = m[1] === undefined ? year : Number(m[1])
  const mo = Number(m[2])
  if (y === undefined) return undefined
  const end = lastDay(monthPeriod(y, mo))
  const last = Number(end.slice(8))
  const day = m[4] !== undefined ? Math.min(Number(m[4]), last) : m[3] === '上旬' ? 10 : m[3] === '中旬' ? 20 : last
  return day < 1 ? undefined : due(at, m.index, m[0], `${end.slice(0, 8)}${String(day).padStart(2, '0')}`)
}

function halfOrQuarter(words: string, at: number, year: number | undefined): Due | undefined {
  const m = HALF.exec(words)
  if (m === null || year === undefined) return undefined
  const half: Half | undefined = m[1] === undefined ? undefined : m[1] === '上' ? 1 : 2
  const period = half === undefined ? quarterPeriod(year, QUARTERS[m[2] ?? '三'] ?? 3) : halfPeriod(year, half)
  return due(at, m.index, m[0], lastDay(period))
}

function named(words: string, at: number, year: number | undefined): Due | undefined {
  const m = YEAR.exec(words)
  if (m === null) return undefined
  // 比2020年, 2021年以来 and the year of an award are no due dates
  if (year !== undefined && Number(m[1]) < year) return undefined
  if ('比较自从'.includes(words[m.index - 1] ?? '\n') || words.startsWith('以来', m.index + m[0].length))
    return undefined
  return due(at, m.index, m[0], `${m[1]}-12-31`)
}

function within(words: string, at: number, year: number | undefined): Due | undefined {
  const m = WITHIN.exec(words)
  if (m === null || year === undefined) return undefined
  const n = COUNT.indexOf(m[1] ?? '一') + 1
  return due(at, m.index, m[0], `${year + n - 1}-12-31`)
}

function plan(text: string, words: string, at: number): Due | undefined {
  const i = words.search(/五”?(?:期|时期)?末/)
  const number = i < 2 ? 0 : fiveYearPlan(text, at + i - 2)
  return number === 0
    ? undefined
    : due(at, i - 2, words.slice(i - 2, words.indexOf('末', i) + 1), `${fiveYearEnd(number)}-12-31`)
}

function soon(words: string, at: number, year: number | undefined): Due | undefined {
  const m = SOON.exec(words)
  return m === null || year === undefined ? undefined : due(at, m.index, m[0], `${year}-12-31`)
}
