import { GENERIC } from '../lexicon/nouns.ts'
import type { Token } from '../constructs/token.ts'
import { VERBS_AFTER } from '../lexicon/after.ts'
import { VERBS } from '../lexicon/verbs.ts'
import { isHan, indexWithin, narrowDigits } from '../text/chars.ts'
import { type Left, readLeft, verbAt } from './left.ts'
import { isMetric, type Noun, type Piece, refineNoun } from './noun.ts'
import { readRight, type Right } from './right.ts'
import { segmentBefore } from './scan.ts'
import { size, type State } from './state.ts'
import { withoutVerb } from './subject.ts'

/** Puts together what is counted from the words before, the words behind and what was spoken of. */
export function indicatorOf(
  state: State,
  token: Token,
  left: Left,
  noun: Noun,
  right: Right | undefined,
  k: number,
): readonly Piece[] {
  const { text } = state
  if (right !== undefined && takesRight(text, token, noun, right)) return rightPieces(state, token, noun, right)
  if (text[token.end] === '的' && state.sentence.tokens[k + 1]?.outer === token.end + 1) {
    const metric = metricEnd(text, noun)
    const head = afterNumber(state, token, { start: token.end + 1, end: token.end + 1 })
    if (size(head) > 0) return metric === undefined ? [head] : [head, metric]
  }
  if (size(noun) === 0) {
    const shared = sharedNoun(state, token, k)
    if (shared !== undefined) return [shared]
    const said = predicate(state, token, right)
    if (said !== undefined && noun.verb === '' && noun.names === undefined) return [said]
    if (noun.names !== undefined && right === undefined && noun.names.end > noun.names.start) return [noun.names]
  }
  if (size(noun) > 0) {
    if (noun.subject !== undefined) return [noun.subject, noun]
    // 民生支出39.6亿元,占一般公共预算支出的81.2%
    if (token.unitClass === 'percent' && text[noun.start] === '占' && state.last.length > 0)
      return [...state.last, noun]
    const words = text.slice(noun.start, noun.end)
    if (token.form === 'rank' && token.unit !== '位') return [noun]
    if (isMetric(words) && state.subject.length > 0 && inherits(state, left, token)) return [...state.subject, noun]
    return [noun]
  }
  if (token.unitClass === 'percent' || token.form === 'rank' || state.last.length === 0)
    return carried(state, noun, left)
  if (noun.verb !== '' && noun.verbClass !== 'push' && state.subject.length > 0 && noun.verb.length >= 2) {
    // 老旧小区改造开工14个、完工5个: a verb of its own takes the place of the last one
    const verbSpan = { start: left.verbStart, end: left.verbStart + left.verb.length }
    if (left.verbClass === 'increase' || left.verb === '') return state.subject
    // 监测78392人次,救助693人次: another thing was done, and to nothing named
    return VERBS_AFTER.get(left.verb) === 'state' || REACHES.has(left.verb)
      ? [...withoutVerb(text, state.subject), verbSpan]
      : [verbSpan]
  }
  return state.last
}

// a metric belongs to what was spoken of unless a verb of its own opens it in a new segment, or 均 spreads it over a whole list
const inherits = (state: State, left: Left, token: Token): boolean => {
  if (state.subject.reduce((n, p) => n + size(p), 0) > 26) return false
  if (left.verb !== '' && left.verbClass !== 'content' && state.floor < state.segmentStart) return false
  return !(/均|都/.test(state.text.slice(left.end, token.outer + 1)) && state.out.drafts.length > 1)
}

// 完成55万平方米、2.8万户旧里改造: two numbers in a row share the noun behind the second
function sharedNoun(state: State, token: Token, k: number): Piece | undefined {
  const next = state.sentence.tokens[k + 1]
  if (next === undefined || next.form === 'excluded' || next.outer >= state.segmentEnd || next.outer - token.end > 1)
    return undefined
  if ((next.outer > token.end && !'、和'.includes(state.text[token.end] ?? '\n')) || token.unitClass === 'percent')
    return undefined
  const right = readRight(state.text, next.end, state.segmentEnd, state.segmentEnd)
  return right === undefined || size(right) === 0 ? undefined : { start: right.start, end: right.end }
}

// 两千余人实现就业: nothing is named but what they did
function predicate(state: State, token: Token, right: Right | undefined): Piece | undefined {
  const { text } = state
  if (
    right !== undefined ||
    token.unitClass !== 'count' ||
    token.form !== 'quantity' ||
    state.floor > state.segmentStart
  )
    return undefined
  let start = token.end
  const verb = /^(?:实现|完成|得到|享受|获得|通过)/.exec(text.slice(start, start + 2))
  if (verb !== null) start += 2
  let end = state.segmentEnd
  while (end > start && !isHan(text.charCodeAt(end - 1)) && text[end - 1] !== '”') end--
  return isHan(text.charCodeAt(start)) && end - start >= 2 && end - start <= 14 ? { start, end } : undefined
}

function carried(state: State, noun: Noun, left: Left): readonly Piece[] {
  if (state.last.length > 0) return state.last
  if (noun.names !== undefined) return [noun.names]
  if (left.verb !== '') return [{ start: left.verbStart, end: left.verbStart + left.verb.length }]
  return subjectBefore(state)
}

/** What the segment before names, where it has no number of its own: 地区生产总值，比上年增长6%. */
export function subjectBefore(state: State): readonly Piece[] {
  const { text } = state
  const before = segmentBefore(state.sentence, state.segmentStart)
  if (before === undefined) return []
  const noun = refineNoun(text, readLeft(text, before.start, before.end))
  return size(noun) > 0 && size(noun) <= 30 ? [noun] : []
}

function takesRight(text: string, token: Token, noun: Noun, right: Right): boolean {
  if (size(right) === 0) return false
  if (verbAt(text, noun.start, noun.end)?.length === size(noun)) return true
  // 县政府每年设立400万元保险: the words before end in a verb, so what they give stands behind
  const opener = VERBS.suffix(text, noun.end, noun.start)
  if (
    opener !== undefined &&
    opener.word.length >= 2 &&
    GIVES.has(opener.word) &&
    token.unitClass !== 'percent' &&
    verbAt(text, right.start, right.end) === undefined
  )
    return true
  if (right.of) return token.unitClass !== 'percent' || size(noun) === 0
  if (token.unitClass === 'count' || /^[十百千万亿]+$/.test(token.unit)) return true
  if (token.form === 'rank') return true
  return size(noun) === 0
}

function rightPieces(state: State, token: Token, noun: Noun, right: Right): readonly Piece[] {
  const { text } = state
  const head: Piece = { start: right.start, end: token.form === 'rank' ? beforeEtc(text, right) : right.end }
  const words = text.slice(head.start, head.end)
  const of = words.lastIndexOf('的')
  // 3轮全方位、全覆盖的督导: the thing itself stands behind the last 的
  if (!right.of && of > 0 && of < words.length - 2 && words.lastIndexOf('、', of) >= 0)
    return [{ start: head.start + of + 1, end: head.end }]
  if (right.of) {
    const heads = afterNames(text, afterNumber(state, token, head))
    const metric = metricEnd(text, noun)
    return metric === undefined ? [heads] : [heads, metric]
  }
  if (right.verb === 'award') {
    const object = awarded(text, right.verbEnd, right.limit)
    if (size(object) >= 2) return text.slice(object.start, object.end).includes(words) ? [object] : [object, head]
  }
  if (GENERIC.has(words) && token.form !== 'rank') {
    const close = text[right.end] === '“' ? indexWithin(text, '”', right.end, right.limit) : -1
    if (close > 0) return [{ start: right.end, end: close + 1 }, head]
    if (right.verb === 'state') return [{ start: right.verbStart, end: right.verbEnd }, head]
    if (noun.verbClass === 'content' && noun.names !== undefined)
      return [{ start: noun.start - noun.verb.length, end: noun.start }, head].filter(
        (p) => text.slice(p.start, p.end) === noun.verb || p === head,
      )
    if (size(noun) > 0 && size(noun) <= 12 && noun.names === undefined) return [noun, head]
  }
  return [head]
}

/** Verbs whose subject is what the number tells of: 遗留问题涉及1.2万户. */
const REACHES = new Set(['涉及', '惠及', '覆盖', '带动', '影响'])

const GIVES = new Set(
  '设立 发放 投入 筹集 安排 争取 提供 落实 拨付 减免 兑现 新建 建成 建设 改造 实施 完成 开展 获得 配备 发行 引进'.split(
    ' ',
  ),
)

// 首家外资券商等一批项目落地: the first is what is named, not the rest
const beforeEtc = (text: string, right: Right): number => {
  const etc = indexWithin(text, '等', right.start, right.end)
  return etc > right.start + 1 && etc < right.end ? etc : right.end
}

// 投资70亿元的京昆高速、荣乌高速等一批国家重点工程: what the names are examples of
function afterNames(text: string, head: Piece): Piece {
  const words = text.slice(head.start, head.end)
  const m = /^.*[、和].*[^高中初均平同优劣上下特差]等(?:一批|多个|\d{1,3}[个项条家])?/.exec(narrowDigits(words))
  return m !== null && m[0].length + 2 <= words.length ? { start: head.start + m[0].length, end: head.end } : head
}

// 总投资56.5亿元的9个项目竣工投产: the head of the first number stands behind the second
function afterNumber(state: State, token: Token, head: Piece): Piece {
  const inner = state.sentence.tokens.find(
    (t) => t.form === 'quantity' && t.start > token.start && t.start < state.segmentEnd && t.unitClass !== 'energy',
  )
  if (inner?.unitClass !== 'count') return head
  if (inner.outer > head.start && '和及与、'.includes(state.text[inner.outer - 1] ?? '\n')) return head
  const right = readRight(state.text, inner.end, state.segmentEnd, state.segmentEnd)
  return right === undefined ? head : { start: right.start, end: right.end }
}

// 集中攻坚、压茬推进总投资|9.64亿元的…: of all the words before, the measure at their end belongs to the number
function metricEnd(text: string, noun: Piece): Piece | undefined {
  for (let length = Math.min(6, size(noun)); length >= 2; length--) {
    const start = noun.end - length
    if (isMetric(text.slice(start, noun.end)) || MEASURED_BY.has(text.slice(start, noun.end)))
      return { start, end: noun.end }
  }
  return undefined
}

const MEASURED_BY = new Set([
  '总长',
  '全长',
  '长度',
  '占地',
  '造价',
  '总造价',
  '年产值',
  '年销售额',
  '面积',
  '涉及资金',
])

function awarded(text: string, from: number, limit: number): Piece {
  let start = from
  const year = /^(?:\d{4}年(?:度)?|20\d\d)|^第[一二三四五六七八九十]+(?:届|批)|^首批|^首届/.exec(
    narrowDigits(text.slice(from, Math.min(limit, from + 10))),
  )
  if (year !== null) start += year[0].length
  let end = start
  while (end < limit && !'，。；、'.includes(text[end] ?? '')) end++
  return { start, end }
}
