import { digitValue } from '../text/chars.ts'
import { readArabic } from './arabic.ts'
import { quantity } from './quantity.ts'
import { arabicAt, type Construct, excluded } from './token.ts'

/** 1/3 as a share of something (1/3以上, 2/3的); 1:2 and 三产比 9:31:60 as ratios that are no single quantity. */
export const ratioOrSlash: Construct = (cx) => {
  const { text, at, end } = cx
  const top = arabicAt(cx)
  const sign = text[top.end]
  if (sign !== '/' && sign !== ':' && sign !== '：' && sign !== '∶') return undefined
  if (digitValue(text.charCodeAt(top.end + 1)) < 0 || top.end + 1 >= end) return undefined
  const bottom = readArabic(text, top.end + 1, end)
  if (sign === '/' && bottom.value > top.value && bottom.value < 100 && Number.isInteger(top.value)) {
    const value = Math.round((top.value / bottom.value) * 10000) / 100
    return quantity(
      cx,
      {
        number: { end: bottom.end, value },
        unit: { end: bottom.end, text: '%', unitClass: 'percent', more: false, bare: false, base: '%' },
        end: bottom.end,
      },
      'R13.slash',
    )
  }
  let stop = bottom.end
  while ((text[stop] === sign || text[stop] === '.') && stop + 1 < end && digitValue(text.charCodeAt(stop + 1)) >= 0)
    stop = readArabic(text, stop + 1, end).end
  // 收入比缩小至2.28:1 is one quantity; 三产比9:31:60 is none
  if (
    stop === bottom.end &&
    bottom.value === 1 &&
    /比(?:例|值)?(?:为|达|达到|至|到|[\u4e00-\u9fff]{2}[至到为])?$/.test(text.slice(Math.max(cx.start, at - 8), at))
  )
    return quantity(
      cx,
      {
        number: { end: stop, value: top.value },
        unit: { end: stop, text: `${sign}1`, unitClass: 'ratio', more: false, bare: false, base: `${sign}1` },
        end: stop,
      },
      'R13.ratio',
    )
  return excluded(at, stop, 'other', 'R25.ratio')
}
