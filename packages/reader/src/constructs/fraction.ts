import { digitValue } from '../text/chars.ts'
import { boundBefore } from '../lexicon/bounds.ts'
import { readArabic } from './arabic.ts'
import { readChinese } from './chinese.ts'
import { boundAfter, quantity } from './quantity.ts'
import { chineseAt, type Construct, type Cursor, type Token } from './token.ts'

// 成 after a numeral is a tenth unless it begins one of these: 三成 but 一成立, 十成…
const NOT_TENTH = '立为功果本效员长都熟品交型就片绩规套分人名真事百千万团群章文'

const percent = (cx: Cursor, value: number, end: number, rule: string): Token =>
  quantity(
    cx,
    {
      number: { end, value },
      unit: { end, text: '%', unitClass: 'percent', more: false, bare: false, base: '%' },
      end,
    },
    rule,
  )

/** Tenths: 九成, 近七成, 八成以上, 六成半. The value is in %. */
export const tenths: Construct = (cx) => {
  const { text, at } = cx
  const n = chineseAt(cx)
  if (n === undefined || n.length !== 1 || n.value < 1 || n.value > 9 || text[n.end] !== '成') return undefined
  let stop = n.end + 1
  const half = text[stop] === '半' || text[stop] === '多'
  if (half) stop++
  if (NOT_TENTH.includes(text[stop] ?? '\n') || (n.value === 1 && boundBefore(text, at, cx.floor) === undefined))
    return undefined
  const token = percent(cx, n.value * 10 + (text[n.end + 1] === '半' ? 5 : 0), stop, 'R13.tenths')
  return text[n.end + 1] === '多' && token.comparator === 'eq' ? { ...token, comparator: 'gt' } : token
}

/** Fractions: 四分之三, 百分之八十, 1/3. The value is in %, rounded to two decimals. */
export const fraction: Construct = (cx) => {
  const { text, end } = cx
  const bottom = chineseAt(cx)
  if (bottom === undefined || !text.startsWith('分之', bottom.end)) return undefined
  const from = bottom.end + 2
  const top = digitValue(text.charCodeAt(from)) >= 0 ? readArabic(text, from, end) : decimalChinese(text, from, end)
  if (top === undefined || top.end === from || bottom.value === 0) return undefined
  return percent(cx, Math.round((top.value / bottom.value) * 10000) / 100, top.end, 'R13.fraction')
}

function decimalChinese(text: string, at: number, limit: number): { end: number; value: number } | undefined {
  const whole = readChinese(text, at, limit)
  if (whole === undefined || text[whole.end] !== '点') return whole
  const part = readChinese(text, whole.end + 1, limit)
  return part === undefined ? whole : { end: part.end, value: Number(`${whole.value}.${part.value}`) }
}

/** One half: 一半以上, 近一半. */
export const oneHalf: Construct = (cx) => {
  const { text, at, end } = cx
  if (text[at] !== '一' || text[at + 1] !== '半') return undefined
  const bounded = boundBefore(text, at, cx.floor)
  return bounded === undefined && boundAfter(text, at + 2, end) === undefined
    ? undefined
    : percent(cx, 50, at + 2, 'R13.half')
}

/** Halves and doublings: 过半, 超半数, 半数以上, 翻番, 翻一番, 翻两番. */
export const half: Construct = (cx) => {
  const { text, at, end } = cx
  if (text[at] === '翻') return doubling(cx)
  if (text[at] !== '半') return undefined
  const stop = text[at + 1] === '数' ? at + 2 : at + 1
  const bounded = boundBefore(text, at, cx.floor)
  const after = boundAfter(text, stop, end)
  const past = bounded !== undefined && bounded.value.inside && bounded.word !== '上'
  if (!past && !(stop === at + 2 && after !== undefined)) return undefined
  if (stop === at + 1 && after === undefined && '年月天程价径日个百秒岁自'.includes(text[stop] ?? '\n'))
    return undefined
  return percent(cx, 50, stop, 'R13.half')
}

function doubling(cx: Cursor): Token | undefined {
  const { text, at, end } = cx
  const from = text[at + 1] === '了' ? at + 2 : at + 1
  const count = text[from] === '番' ? { end: from, value: 1 } : readChinese(text, from, end)
  if (count === undefined || text[count.end] !== '番' || text[count.end + 1] === '的') return undefined
  const stop = count.end + 1
  return quantity(
    cx,
    {
      number: { end: stop, value: 2 ** count.value },
      unit: { end: stop, text: '倍', unitClass: 'times', more: false, bare: false, base: '倍' },
      end: stop,
    },
    'R13.doubling',
  )
}
