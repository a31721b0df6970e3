import { classAt, digitValue, LATIN, skipSpaceBack } from '../text/chars.ts'
import { Lexicon, wordSet } from '../text/lexicon.ts'
import { readArabic } from './arabic.ts'
import { arabicAt, type Construct, excluded } from './token.ts'

const LATIN_UNITS =
  /^(?:km²?|kW|KW|MW|GW|kWh|GWh|MWh|GWH|MWH|TEU|PB|TB|GB|MB|TBq|[EPT][Ff](?:lops|LOPS)?(?![A-Za-z])|Tbps|Gbps|Mbps|m[²³23]|m(?![A-Za-z])|P(?![A-Za-z])|KV|kV)/

const NAME_AFTER = wordSet(
  '号线 号楼 号地 号文 号院 号桥 号馆 号井 号公 号机 版本 路公 国道 省道 路北 路南 号坝 号隧 号码 号产 号厂 号仓 号地块 厂',
)

const FORMULA = new Set('+＋×xX*Nn·'.split(''))

// digits, letters and the signs of a formula that belong to one name: 1+5+N, G518, 5G, 7×24
function nameEnd(text: string, at: number, limit: number): number {
  let i = at
  while (i < limit) {
    const code = text.charCodeAt(i)
    const letter = classAt(text, i) === LATIN
    if (digitValue(code) >= 0 || letter || FORMULA.has(text[i] ?? '')) i++
    else if (
      (text[i] === '.' || text[i] === '-') &&
      i + 1 < limit &&
      (digitValue(text.charCodeAt(i + 1)) >= 0 || classAt(text, i + 1) === LATIN)
    )
      i++
    else break
  }
  return i
}

/**
 * Numbers that are part of a name: letters or formula signs touch them (PM2.5, 5G, G518, 1+5+N, 7×24), or 号线, 号楼 follow.
 */
export const formulaName: Construct = (cx) => {
  const { text, at, end } = cx
  const before = at > cx.start ? (text[at - 1] ?? '') : ''
  if (before === '〕') return undefined
  const number = arabicAt(cx)
  const after = text[number.end] ?? ''
  if (before !== '' && (classAt(text, at - 1) === LATIN || '+＋×*#_@'.includes(before)))
    return excluded(at, Math.max(number.end, nameEnd(text, at, end)), 'name', 'R22.letter')
  if (
    after !== '' &&
    number.end < end &&
    (FORMULA.has(after) || (classAt(text, number.end) === LATIN && !latinUnit(text, number.end, end)))
  )
    return excluded(at, nameEnd(text, at, end), 'name', 'R22.formula')
  return NAME_AFTER.prefix(text, number.end, end) === undefined
    ? undefined
    : excluded(at, number.end + 1, 'name', 'R22.number')
}

function latinUnit(text: string, at: number, limit: number): boolean {
  return LATIN_UNITS.test(text.slice(at, Math.min(limit, at + 8)))
}

const IDENTIFIER_BEFORE = new Lexicon<true>(
  [
    'ICP备',
    '安备',
    '标识码:',
    '标识码：',
    '邮编:',
    '邮编：',
    '电话:',
    '电话：',
    '技术支持:',
    '索引号',
    '索 引 号',
    '文号',
    '文  号',
    '字〔',
    '发〔',
    '〔',
    '热线',
    '传真',
    '网安',
    '备案号',
  ].map((word) => [word, true] as const),
)

/**
 * Document, index and telephone numbers, licences, post codes, house numbers. Excluded as `identifier`.
 */
export const identifier: Construct = (cx) => {
  const { text, at, end } = cx
  const number = arabicAt(cx)
  let i = number.end
  while (
    i + 1 < end &&
    (text[i] === '-' || text[i] === '/' || text[i] === '—') &&
    digitValue(text.charCodeAt(i + 1)) >= 0
  )
    i = readArabic(text, i + 1, end).end
  const joined = i > number.end
  const digits = number.end - at
  const tail = text[i] === '号' ? i + 1 : i
  if (digits >= 7 && Number.isInteger(number.value) && !'万亿元个人户家件吨亩%'.includes(text[i] ?? '\n'))
    return excluded(at, tail, 'identifier', 'R23.long')
  if (joined && (digits >= 5 || i - number.end >= 6)) return excluded(at, tail, 'identifier', 'R23.joined')
  if (IDENTIFIER_BEFORE.suffix(text, skipSpaceBack(text, at, cx.start), cx.start) !== undefined)
    return excluded(at, tail, 'identifier', 'R23.labelled')
  if ((text[i] === '号' && i === number.end) || '[〔【［'.includes(text[at - 1] ?? '\n'))
    return excluded(at, tail, 'identifier', 'R23.number')
  if (text.startsWith('热线', i) || text.startsWith('便民', i) || text.startsWith('平台', i))
    return excluded(at, i, 'identifier', 'R23.line')
  return undefined
}
