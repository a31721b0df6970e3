import type { Comparator } from '../types.ts'
import { digitValue, isHan } from '../text/chars.ts'
import { BOUNDS_AFTER, boundBefore } from '../lexicon/bounds.ts'
import { LETTER_UNITS } from '../lexicon/units.ts'
import { type Numeral, readArabic } from './arabic.ts'
import { MEASURED_TIME } from './duration.ts'
import { arabicAt, type Construct, type Cursor, excluded, type Token } from './token.ts'
import { readUnit, type Unit } from './unit.ts'

const DASHES = '-—–－~～'

const isDash = (text: string, at: number): boolean => DASHES.includes(text[at] ?? '\n')

/** Everything that stands around a numeral. */
interface Parts {
  readonly number: Numeral
  readonly high?: Numeral
  readonly unit: Unit | undefined
  readonly end: number
}

/** A number in Arabic digits with its unit and bounds: 1260亿元, 150余家, 12%以上, 2-3所, 近40%. */
export const arabicQuantity: Construct = (cx) => {
  const { text, at, end } = cx
  const parts = readParts(text, arabicAt(cx), end)
  if (parts.unit === undefined && parts.high === undefined) return bareNumber(cx, parts.number)
  if (parts.unit !== undefined && LETTER_UNITS.has(parts.unit.text) && isHan(text.charCodeAt(parts.unit.end)))
    return excluded(at, parts.end, 'name', 'R22.letterUnit')
  return quantity(cx, parts, 'R10.arabic')
}

function readParts(text: string, number: Numeral, limit: number): Parts {
  const unitAt = text.charCodeAt(number.end) === 32 ? number.end + 1 : number.end
  const unit = readUnit(text, unitAt, limit)
  const afterFirst = unit?.end ?? number.end
  const highAt = rangeAt(text, afterFirst, limit)
  if (highAt === 0) return { number, unit, end: afterFirst }
  const high = readArabic(text, highAt, limit)
  const highUnit = readUnit(text, high.end, limit)
  // 5%-8% and 2-3所 are ranges; 2024-30503 or 100万-3 is not
  if (high.value <= number.value || (unit !== undefined && unit.text !== highUnit?.text))
    return { number, unit, end: afterFirst }
  return { number, high, unit: highUnit, end: highUnit?.end ?? high.end }
}

function rangeAt(text: string, at: number, limit: number): number {
  let i = at
  while (i < limit && i - at < 2 && isDash(text, i)) i++
  if (i === at && (text[i] === '至' || text[i] === '到')) i++
  return i > at && i < limit && digitValue(text.charCodeAt(i)) >= 0 ? i : 0
}

/** Makes the token of a quantity once number and unit are known: bounds before and after, time words sorted out. */
export function quantity(cx: Cursor, parts: Parts, rule: string): Token {
  const { text, at } = cx
  const before = boundBefore(text, at, cx.floor)
  const unit = parts.unit
  const after = boundAfter(text, parts.end, cx.end)
  const start = before?.value.inside === true ? at - before.word.length : at
  const outer = before === undefined ? at : at - before.word.length
  const end = after?.end ?? parts.end
  if (unit?.unitClass === 'time' && !measuresTime(text, outer, at, cx.floor, parts.end))
    return excluded(at, end, 'date', 'R21.duration')
  return {
    form: 'quantity',
    start,
    end,
    outer,
    value: parts.number.value,
    high: parts.high?.value,
    unit: unit?.text ?? '',
    unitClass: unit?.unitClass ?? 'none',
    comparator: comparatorOf(
      before?.value.comparator,
      after?.comparator,
      unit?.more === true,
      parts.high !== undefined,
    ),
    reach: before !== undefined && !before.value.inside && REACHED.has(before.word),
    reason: undefined,
    year: undefined,
    scope: '',
    rule,
  }
}

const REACHED = new Set([
  '达到',
  '达',
  '高达',
  '达到了',
  '突破',
  '突破了',
  '超过',
  '超过了',
  '站上',
  '迈上',
  '已达',
  '均达',
  '均达到',
  '跨越',
])

// 由15个工作日压缩至5个工作日: both are measured, the first because of what follows it
function measuresTime(text: string, outer: number, at: number, floor: number, end: number): boolean {
  if (MEASURED_TIME.suffix(text, outer, floor) !== undefined || MEASURED_TIME.suffix(text, at, floor) !== undefined)
    return true
  if (/天数|时限|时长|寿命|工期|用时|耗时|天气/.test(text.slice(Math.max(floor, outer - 10), outer))) return true
  const sign = text[outer - 1]
  return (
    (sign === '由' || sign === '从') &&
    /^.{0,6}(?:压缩|缩短|压减|缩减|减少|减至|降至|延长|增加|提高|放宽)/.test(text.slice(end, end + 12))
  )
}

/** A bound word behind a unit: 以上, 左右; 余 or 多 behind the unit (700亩多) only at the end of the phrase. */
export function boundAfter(
  text: string,
  at: number,
  limit: number,
): { end: number; comparator: Comparator } | undefined {
  const hit = BOUNDS_AFTER.prefix(text, at, limit)
  if (hit !== undefined && (hit.word !== '内' || !isHan(text.charCodeAt(at + 1))))
    return { end: at + hit.word.length, comparator: hit.value }
  const c = text[at]
  if ((c === '多' || c === '余') && !isHan(text.charCodeAt(at + 1))) return { end: at + 1, comparator: 'gt' }
  return undefined
}

function comparatorOf(
  before: Comparator | undefined,
  after: Comparator | undefined,
  more: boolean,
  range: boolean,
): Comparator {
  if (after !== undefined && after !== 'eq') return after === 'gte' && before === 'gt' ? 'gt' : after
  if (range) return 'range'
  if (before === 'lt') return 'lt'
  if (more) return 'gt'
  return before ?? 'eq'
}

// A number without unit states something only at the end of its phrase, behind a verb or bound word that reaches it.
function bareNumber(cx: Cursor, number: Numeral): Token {
  const { text, at, end } = cx
  const damaged = damagedUnit(text, number.end, end)
  if (damaged > number.end) {
    const token = quantity(
      cx,
      {
        number,
        unit: { end: damaged, text: '%', unitClass: 'percent', more: false, bare: false, base: '%' },
        end: damaged,
      },
      'R15.damaged',
    )
    return token
  }
  const before = boundBefore(text, at, cx.floor)
  const reached =
    before !== undefined ||
    BARE_AFTER.some((word) => text.startsWith(word, at - word.length) && at - word.length >= cx.floor)
  const after = boundAfter(text, number.end, end)
  const stop = after?.end ?? number.end
  const closed = stop >= end || !isHan(text.charCodeAt(stop))
  if (!closed || !reached || text[stop] === ':' || text[stop] === '：')
    return excluded(at, number.end, 'name', 'R22.bare')
  return quantity(cx, { number, unit: undefined, end: number.end }, 'R14.bare')
}

const BARE_AFTER = ['为', '至', '到', '是', '共', '指数', '增长', '下降', '浓度', '系数']

// _M_M_ and the like: what is left of a % sign that a converter broke
function damagedUnit(text: string, at: number, limit: number): number {
  if (text[at] !== '_' && text[at] !== '\ufffd') return at
  let i = at
  while (i < limit && i - at < 12 && /[_A-Za-z\ufffd]/.test(text[i] ?? '')) i++
  return i
}
