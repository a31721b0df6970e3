import { digitValue } from '../text/chars.ts'
import { readArabic } from './arabic.ts'
import { quantity } from './quantity.ts'
import { type Construct, excluded } from './token.ts'

/** 1/3 as a share of something (1/3以上, 2/3的); 1:2 and 三产比 9:31:60 as ratios that are no single quantity. */
export const ratioOrSlash: Construct = (cx) => {
  const { text, at, end } = cx
  const top = readArabic(text, at, end)
  const sign = text[top.end]
  if (sign !== '/' && sign !== ':' && sign !== '：' && sign !== '∶') return undefined
  if (digitValue(text.charCodeAt(top.end + 1)) < 0 || top.end + 1 >= end) return undefined
  const bottom = readArabic(text, top.end + 1, end)
  if (sign === '/' && bottom.value > top.value && bottom.value < 100 && Number.isInteger(top.value)) {
    const value = Math.round((top.value / bottom.value) * 10000) / 100
    return quantity(cx, { number: { end: bottom.end, value }, unit: { end: bottom.end, text: '%', unitClass: 'percent', more: false, bare: false, base: '%' }, end: bottom.end }, 'R13.slash')
  }
  let stop = bottom.end
  while ((text[stop] === sign || text[stop] === '.') && stop + 1 < end && digitValue(text.charCodeAt(stop + 1)) >= 0) stop = readArabic(text, stop + 1, end).end
  return excluded(at, stop, 'other', 'R25.ratio')
}
