import type { Comparator } from '../types.ts'
import { digitValue, isHan } from '../text/chars.ts'
import { Lexicon, words, wordSet } from '../text/lexicon.ts'
import { readArabic } from './arabic.ts'
import { readChinese } from './chinese.ts'
import { arabicAt, chineseAt, type Construct, excluded, type Token } from './token.ts'

/** Verbs that put something at a rank. */
export const RANK_VERBS = new Lexicon<true>(
  words(
    `居 位居 列 位列 名列 排名 排 排在 排位 成为 跃居 跃至 升至 跃升至 上升至 上升到 升到 保持 保持在 稳居 稳居于 进入 跻身  前移至 提升至 提升到 进位至 位次 为 是 荣获 获 获得 夺得 取得 实现 蝉联
     居于 处于 高居 排到 位于 冲进 进至 晋升至 继续位居 继续保持 双双位居 评为 夺取 获评 前进到 前进至 重回 重返 升为 连续 首次 达到 总量居 站稳`,
    true,
  ),
)

/** Places among which something is first. */
export const SCOPE_WORDS = wordSet(
  `全国 全省 全市 全区 全县 全球 全州 全盟 全旗 世界 国内 省内 市内 区内 县内 我国 我省 我市 我县 我区 我州 中国 亚洲 华中 华东 华南 华北 东北 西北 西南 西部 中部 东部 中西部 西部地区 中部地区 东部地区 地区 行业 业内 国际
   副省级城市 计划单列市 省会城市 地级市 直辖市 中心城区 城区 各市 各区 各县 长三角 珠三角 京津冀 大湾区 粤港澳大湾区 长江经济带 区域 城市 省份 省区市 全行业 同类 国内外 系统 沿海 内陆 历史 前茅 县市 县级 百强县 首都 成渝 东盟 欧洲 全自治区 全系统 国家 省`,
)

const RANK_END = '，。、；,;：:）)”！!?？\n 且并和及的与'

const ITEM = new Set('家个座条列单部支例款台项只所张笔艘架处批枚幅'.split(''))

const token = (
  start: number,
  end: number,
  value: number,
  unit: string,
  scope: string,
  comparator: Comparator,
  rule: string,
): Token => ({
  form: 'rank',
  start,
  end,
  outer: start - scope.length,
  value,
  high: undefined,
  unit,
  unitClass: 'count',
  comparator,
  reach: false,
  reason: undefined,
  year: undefined,
  scope,
  rule,
})

/** Ranks and ordinals with 第: 位居全省第一, 第5位, but 第十四辑, 第一批, 第三产业. */
export const ordinalNumber: Construct = (cx) => {
  const { text, at, end } = cx
  const n =
    text.charCodeAt(at + 1) < 128 || text.charCodeAt(at + 1) >= 0xff00
      ? readArabicIf(text, at + 1, end)
      : readChinese(text, at + 1, end)
  if (n === undefined || n.end === at + 1) return undefined
  if (text.startsWith('季度', n.end)) return excluded(at, n.end + 2, 'date', 'R21.quarter')
  const suffix = text[n.end] === '位' || text[n.end] === '名' ? 1 : 0
  const stop = n.end + suffix
  const closed = stop >= end || RANK_END.includes(text[stop] ?? '\n')
  const ordinal = (): Token =>
    excluded(at, Math.min(end, stop + (suffix === 0 && isHan(text.charCodeAt(stop)) ? 1 : 0)), 'ordinal', 'R24.ordinal')
  if (!closed && text[n.end] === '大' && isHan(text.charCodeAt(n.end + 1))) {
    // 成为全国第一大电源
    const place = text.slice(Math.max(cx.floor, at - 8), at)
    const cue = /(?:成为|跃居|跃升为|稳居|升为)([\u4e00-\u9fff]{0,4})$/.exec(place)
    if (cue !== null) return token(at, n.end, n.value, '位', cue[1] ?? '', 'eq', 'R17.rank')
  }
  if (!closed) return ordinal()
  // 分别居全省第四和第六位: the second rank stands in the place of the first
  const joined = cx.floor === at - 1 && '、和及与'.includes(text[at - 1] ?? '\n')
  const cue = joined ? '' : rankCue(text, at, cx.floor)
  return cue === undefined ? ordinal() : token(at, stop, n.value, '位', cue, 'eq', 'R17.rank')
}

const readArabicIf = (text: string, at: number, limit: number): { end: number; value: number } | undefined => {
  const code = text.charCodeAt(at)
  return (code >= 48 && code <= 57) || (code >= 0xff10 && code <= 0xff19) ? readArabic(text, at, limit) : undefined
}

// The words between a rank verb and the rank are its scope: 位居[中心城区]第一. A scope word alone is cue enough: 数量[全省]第1.
function rankCue(text: string, at: number, floor: number): string | undefined {
  const lowest = Math.max(floor, at - 24)
  for (let i = at; i > lowest; i--) {
    const verb = RANK_VERBS.suffix(text, i, lowest)
    if (verb !== undefined && !(verb.word.length === 1 && verb.word !== '居' && verb.word !== '列' && i !== at))
      return text.slice(i, at)
    if (!isHan(text.charCodeAt(i - 1)) && !'（）()0123456789'.includes(text[i - 1] ?? '')) break
  }
  const scope = SCOPE_WORDS.suffix(text, at, lowest)
  if (scope === undefined) return text[at - 1] === '县' || text[at - 1] === '市' ? '' : undefined
  return scope.word
}

/** Firsts: 全市首家, 全省近五年首单, 居首位; 首届, 首次, 首发 are no ranks. */
export const first: Construct = (cx) => {
  const { text, at } = cx
  const next = text[at + 1] ?? ''
  if (next === '位') {
    const cue = rankCue(text, at, cx.floor)
    return cue === undefined ? undefined : token(at, at + 2, 1, '位', cue, 'eq', 'R18.top')
  }
  if (next === '届') return excluded(at, at + 2, 'ordinal', 'R24.first')
  if (!ITEM.has(next)) return undefined
  const scope = scopeBefore(text, at, cx.start)
  if (scope === '' && next !== '家') return excluded(at, at + 2, 'ordinal', 'R24.first')
  if (next === '批') return scope === '' ? excluded(at, at + 2, 'ordinal', 'R24.first') : undefined
  return token(at, at + 2, 1, next, scope, 'eq', 'R18.first')
}

// 全省近五年首单: the scope may carry a time; it starts at the last scope word within reach
function scopeBefore(text: string, at: number, floor: number): string {
  const lowest = Math.max(floor, at - 12)
  for (let i = at; i > lowest; i--) {
    const hit = SCOPE_WORDS.suffix(text, i, lowest)
    if (hit !== undefined && i - hit.word.length >= lowest) return text.slice(i - hit.word.length, at)
    if (!isHan(text.charCodeAt(i - 1))) break
  }
  return ''
}

/** Among the first n: 居全省前5, 进入全国前十, 前三名. At most that rank. */
export const topN: Construct = (cx) => {
  const { text, at, end } = cx
  if (text[at - 1] !== '前' || at - 1 < cx.floor) return undefined
  const n = digitValue(text.charCodeAt(at)) >= 0 ? arabicAt(cx) : chineseAt(cx)
  if (n === undefined) return undefined
  const suffix = text[n.end] === '位' || text[n.end] === '名' || text[n.end] === '强' ? 1 : 0
  const stop = n.end + suffix
  if (stop < end && !RANK_END.includes(text[stop] ?? '\n') && !text.startsWith('行列', stop)) return undefined
  const cue = rankCue(text, at - 1, cx.floor)
  return cue === undefined ? undefined : token(at - 1, stop, n.value, '位', cue, 'lte', 'R19.top')
}
