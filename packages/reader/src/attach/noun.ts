import { closesList } from '../text/etc.ts'
import { CLOSE, classAt, OPEN, indexWithin } from '../text/chars.ts'
import { GENERIC, METRICS, OWN_PLACE } from '../lexicon/nouns.ts'
import type { Left } from './left.ts'
import { FRAMES } from '../lexicon/frames.ts'
import { FRONT, PROTECTED } from '../lexicon/verbs.ts'
import { verbAt } from './left.ts'

/** A piece of text that goes into an indicator. */
export interface Piece {
  readonly start: number
  readonly end: number
}

/** A noun phrase before a number, cleaned of subjects, verbs and example names. */
export interface Noun extends Piece {
  /** A content verb in front that the noun needs: 签约|项目. */
  readonly verb: string
  readonly verbClass: Left['verbClass']
  /** Where a list of names before 等 stands. */
  readonly names: Piece | undefined
  /** A subject before an inner verb of addition, for a noun too wide to stand alone: [城市]新增[人口]. */
  readonly subject: Piece | undefined
}

/**
 * Finds the noun phrase in what is left between front and tail: behind the names that 等 closes, behind the last verb.
 */
export function refineNoun(text: string, left: Left): Noun {
  let start = left.start
  let end = left.end
  let verb = left.verb
  let verbClass = left.verbClass
  let verbStart = left.verbStart
  const etc = etcAt(text, start, end)
  let names: Piece | undefined
  let subject: Piece | undefined
  if (etc >= 0 && !kindOfThings(text, start, etc, end)) {
    const opener = lastVerb(text, start, etc)
    if (opener !== undefined) {
      verb = text.slice(opener.start, opener.end)
      verbClass = opener.verbClass
      verbStart = opener.start
    }
    names = { start: opener?.end ?? start, end: etc }
    start = skipFillers(text, etc + 1, end)
  }
  const inner = lastVerb(text, start, end)
  if (inner !== undefined && !GOALS.has(text.slice(inner.end, end))) {
    const rest = text.slice(inner.end, end)
    if (METRICS.has(rest) && inner.start === start) start = inner.end
    else if (METRICS.has(rest) && inner.verbClass === 'do' && inner.start - start >= 2) {
      // 光伏产业|实现|营收: whose figure it is stands before the verb
      subject = { start, end: withoutFillers(text, start, inner.start) }
      start = inner.end
    } else if (!METRICS.has(rest) || inner.verbClass === 'increase') {
      verb = text.slice(inner.start, inner.end)
      verbClass = inner.verbClass
      verbStart = inner.start
      if (
        inner.verbClass === 'increase' &&
        (GENERIC.has(rest) || METRICS.has(rest)) &&
        inner.start - start >= 2 &&
        inner.start - start <= 14 &&
        left.verb === ''
      )
        subject = { start, end: inner.start }
      start = skipFillers(text, inner.end, end)
      names = undefined
    }
  }
  ;[start, end] = trim(text, start, end)
  ;[start, end] = withoutBase(text, start, end)
  const own = OWN_PLACE.prefix(text, start, end)
  if (own !== undefined && end - start > own.word.length + 1) start += own.word.length
  const word = text.slice(start, end)
  if (verb !== '' && keepsVerb(verb, verbClass, word) && verbStart + verb.length === start) start = verbStart
  return { start, end, verb, verbClass, names, subject }
}

// 政府部门较改革前减少: what it is compared with is no part of the noun; a lone preposition is no noun
function withoutBase(text: string, start: number, end: number): [number, number] {
  if (end > start && (FRAMES.has(text.slice(start, end)) || GOALS.has(text.slice(start, end)))) return [end, end]
  // 综合指数在全国168个重点城市中|排名第12
  if (text[end - 1] === '中') {
    const inside = text.slice(start, end - 3).lastIndexOf('在')
    const field = inside < 0 ? -1 : start + inside
    const contest = field > start && /评|考核|大赛|竞赛|比赛|榜/.test(text.slice(field, end))
    if (contest) return [field + 1, end - 1]
    if (field > start + 1) return [start, field]
  }
  // 在全省县域创新能力评价中|排名: the contest is what is ranked
  if (text[start] === '在' && text[end - 1] === '中' && end - start >= 6) return [start + 1, end - 1]
  if (end - start === 1 && '对为向将把给从在由让使于每'.includes(text[start] ?? '')) return [end, end]
  for (let i = end - 2; i >= start; i--) {
    const c = text[i]
    if (
      (c === '较' || c === '比') &&
      !'占同环对可性相'.includes(text[i - 1] ?? '') &&
      !'例重较赛价武拼率亚'.includes(text[i + 1] ?? '') &&
      end - i <= 12
    )
      return [start, i]
  }
  return [start, end]
}

/** Words for the goal itself; the number beside them is for what was named before: 增长6.4%(年度目标6%左右). */
const GOALS = new Set(['年度目标', '年初目标', '目标', '年度计划', '预期目标', '目标值', '年初预期目标', '全年目标'])

const keepsVerb = (verb: string, verbClass: Left['verbClass'], noun: string): boolean =>
  GENERIC.has(noun) && (verbClass === 'content' || (verbClass === 'increase' && verb.length > 2))

// 风帆工业园项目累计|完成投资: adverbs in front of the verb are no part of the subject
function withoutFillers(text: string, start: number, end: number): number {
  let at = end
  for (;;) {
    const hit = FRONT.suffix(text, at, start)
    if (hit === undefined || hit.word.length < 2 || at - hit.word.length <= start + 1) return at
    at -= hit.word.length
  }
}

// the last 等 that ends a list of names, outside quotation marks
function etcAt(text: string, start: number, end: number): number {
  for (let i = end - 1; i > start; i--) if (closesList(text, i) && !insideQuote(text, start, i)) return i
  return -1
}

// 国债及预算内资金等项目: sorts of things, joined by 及 or named by short common words, are the noun itself
const kindOfThings = (text: string, start: number, etc: number, end: number): boolean => {
  const rest = text.slice(etc + 1, end)
  if (rest === '') return false
  const names = text.slice(start, etc)
  if (/^(?:领域|方面|行业|业态|专项|环节|资金|费用|费|补贴|各类资金|税费)/.test(rest)) return true
  return GENERIC.has(rest) && /[资金券款]$/.test(names)
}

function lastVerb(
  text: string,
  start: number,
  end: number,
): { start: number; end: number; verbClass: Left['verbClass'] } | undefined {
  for (let p = end - 3; p >= start; p--) {
    const hit = verbAt(text, p, end - 1)
    if (hit === undefined || hit.length < 2) continue
    if (insideQuote(text, start, p) || insideQuote(text, p + hit.length, end, true)) continue
    const overlap = p > start ? verbAt(text, p - 1, end - 1) : undefined
    if (overlap !== undefined && overlap.length > hit.length) {
      if (hit.verbClass !== 'push') return { start: p - 1, end: p - 1 + overlap.length, verbClass: overlap.verbClass }
    }
    if (PROTECTED.prefix(text, p, end) !== undefined) continue
    const next = text[p + hit.length] ?? ''
    const before = text[p - 1] ?? ''
    if (
      '的率量额者业型式性商户站点园厂类费品力数'.includes(next) ||
      before === '的' ||
      before === '、' ||
      next === '、' ||
      next === '和' ||
      next === '及' ||
      before === '及' ||
      before === '和' ||
      before === '与'
    )
      continue
    if (hit.verbClass === 'push' && end - p - hit.length < 4) continue
    if (nominal(text, p, p + hit.length, end)) continue
    const added = text.slice(Math.max(start, p - 2), p)
    return {
      start: p,
      end: p + hit.length,
      verbClass: added === '新增' || added === '净增' ? 'increase' : hit.verbClass,
    }
  }
  return undefined
}

// A verb inside a compound: [城市更新]项目, [医疗保障]基金, [科技成果转化]活动. A short word behind and no object marker makes it a noun.
const nominal = (text: string, at: number, verbEnd: number, end: number): boolean => {
  const rest = text.slice(verbEnd, end)
  const word = text.slice(at, verbEnd)
  if (rest.length <= 1 || (word === '新增' && rest === '就业')) return true
  return !CLEAR.has(word) && !(word.startsWith('新') && word.length > 2)
}

/** Verbs that are hardly ever part of a compound noun: an object follows. */
const CLEAR = new Set(
  '兑付 兑现 降低 压减 新增 净增 完成 实现 建成 举办 打造 引进 获批 入选 荣获 发放 争取 筹集 办理 办结 受理 拆除 安装 投入 落实 撬动 带动 拉动 拥有 吸纳 促成 招引 修建 栽植 筹措 聘请 拨付 减免 授予 发行 化解 调处 查处 破获 认定 列入 纳入 达成 吸引 集聚 聚集 汇聚 建有 设立 成立 新建 新改建 完善 惠及 争创 增设 清退 盘活 腾退 关停 取缔 淘汰 打通 提供 实施 引导 组织 推动 帮助 支持 开展 争取到 培养 选配 招聘 培训 推出 建立 新推出 兴建 购置 配备 投放 处置 关闭 聚焦'.split(
    ' ',
  ),
)

function insideQuote(text: string, from: number, to: number, ahead = false): boolean {
  let depth = 0
  for (let i = from; i < to; i++) {
    const c = classAt(text, i)
    if (c === OPEN) depth++
    else if (c === CLOSE && --depth < 0 && ahead) return true
  }
  return !ahead && depth > 0
}

const skipFillers = (text: string, from: number, end: number): number => {
  let i = from
  for (;;) {
    const c = text[i] ?? ''
    if (i < end && (c === '了' || c === '的' || c === ' ' || c === '、' || c === '，' || c === '各')) i++
    else if (
      i < end &&
      (text.startsWith('一批', i) ||
        text.startsWith('各类', i) ||
        text.startsWith('多个', i) ||
        text.startsWith('一系列', i))
    )
      i += text.startsWith('一系列', i) ? 3 : 2
    else return i
  }
}

function trim(text: string, from: number, to: number): [number, number] {
  let start = from
  let end = to
  while (start < end && ' 　、，；：,;:的和及与并了”）)'.includes(text[start] ?? '')) {
    if (text[start] === '和' && (text[start + 1] === '美' || text[start + 1] === '平' || text[start + 1] === '谐'))
      break
    start++
  }
  // a quotation mark whose other half lies beyond the number
  if (text[start] === '“' && indexWithin(text, '”', start, end) < 0) start++
  // “四好农村路”[4]: a footnote mark is no part of the noun
  const mark = /[[〔【][\d]{1,3}[\]〕】]$/.exec(text.slice(Math.max(start, end - 5), end))
  if (mark !== null) end -= mark[0].length
  while (end > start && ' 　、，；：,;:的等“（(各共'.includes(text[end - 1] ?? '')) end--
  return [start, end]
}

/** Whether the words measure something named elsewhere: 总量, 满意率, 面积. */
export const isMetric = (word: string): boolean => METRICS.has(word)
