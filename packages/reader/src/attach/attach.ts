import type { Span } from '@jiannuo/kernel'
import { VERBS_AFTER } from '../lexicon/after.ts'
import { GENERIC } from '../lexicon/nouns.ts'
import { VERBS } from '../lexicon/verbs.ts'
import { RANK_VERBS } from '../constructs/rank.ts'
import type { Token } from '../constructs/token.ts'
import type { Exclusion, Modality, StatementKind } from '../types.ts'
import { decideKind, type Kind } from './kind.ts'
import { type Left, type Measure, readLeft, verbAt } from './left.ts'
import { isMetric, type Noun, type Piece, refineNoun } from './noun.ts'
import { qualifies } from './qualifier.ts'
import { readRight, type Right } from './right.ts'
import type { Sentence } from './scan.ts'
import { isHan } from '../text/chars.ts'

/** A statement before it gets an id, its place in a clause and its year. */
export interface Draft {
  readonly token: Token
  readonly kind: StatementKind
  readonly value: number
  readonly high: number | undefined
  readonly pieces: readonly Piece[]
  readonly action: string
  readonly scope: string
  readonly names: Piece | undefined
  readonly rules: readonly string[]
}

/** What one sentence yields. */
export interface Attached {
  readonly drafts: Draft[]
  readonly exclusions: Exclusion[]
}

interface State {
  readonly text: string
  readonly sentence: Sentence
  readonly out: Attached
  /** What is spoken of: the noun of the last quantity without its metric. */
  subject: readonly Piece[]
  /** The indicator of the last statement. */
  last: readonly Piece[]
  carried: { kind: StatementKind; negative: boolean } | undefined
  increase: boolean
  action: string
  /** End of the last numeral that became a statement. */
  floor: number
  segmentStart: number
  segmentEnd: number
  /** Indicators that a list with 分别 still has to hand out. */
  queue: (readonly Piece[])[]
  explain: boolean
}

/** Attaches every numeral of a sentence to what it counts. */
export function attachSentence(text: string, sentence: Sentence, explain: boolean): Attached {
  const out: Attached = { drafts: [], exclusions: [] }
  const state: State = {
    text, sentence, out, subject: [], last: [], carried: undefined, increase: false, action: '', floor: sentence.start,
    segmentStart: -1, segmentEnd: -1, queue: [], explain,
  }
  const { tokens } = sentence
  const reasons = tokens.map((token, k) => whyNot(text, sentence, token, k))
  for (let k = 0; k < tokens.length; k++) {
    const token = tokens[k]
    if (token === undefined) continue
    const reason = reasons[k]
    if (reason !== undefined) {
      out.exclusions.push({ start: token.start, end: token.end, reason })
      continue
    }
    enterSegment(state, token, sentence.brackets[k] ?? -1)
    let next = k + 1
    while (next < tokens.length && reasons[next] !== undefined) next++
    attachToken(state, token, k, tokens[next])
  }
  return out
}

// Why a numeral states nothing, or undefined when it does.
function whyNot(text: string, sentence: Sentence, token: Token, k: number): Exclusion['reason'] | undefined {
  if (token.form === 'excluded') return token.reason ?? 'other'
  const before = sentence.tokens[k - 1]
  let end = sentence.end
  for (const at of sentence.breaks) {
    if (at >= token.end) {
      end = at
      break
    }
  }
  return qualifies(text, token, end, before, sentence.tokens[k + 1])
}

function enterSegment(state: State, token: Token, bracket: number): void {
  const { breaks, start, end } = state.sentence
  let from = start
  let to = end
  for (const at of breaks) {
    if (at < token.outer) from = at + 1
    else if (at >= token.end) {
      to = at
      break
    }
  }
  if (from !== state.segmentStart) {
    const sign = state.text[from - 1]
    if (sign === ';' || sign === '；') {
      state.increase = false
      state.subject = []
    }
    state.queue = []
  }
  state.segmentStart = from
  state.segmentEnd = to
  if (bracket >= 0) state.floor = Math.max(state.floor, bracketFloor(state.text, bracket, token.outer))
}

// inside a bracket the words before the number begin at the bracket or at the last comma in it
function bracketFloor(text: string, bracket: number, at: number): number {
  for (let i = at - 1; i > bracket; i--) if ('，,；;：:'.includes(text[i] ?? '')) return i + 1
  return bracket + 1
}

function attachToken(state: State, token: Token, k: number, next: Token | undefined): void {
  const { text } = state
  const from = Math.max(state.segmentStart, state.floor)
  const left = readLeft(text, from, Math.max(from, token.form === 'rank' ? rankLeft(text, token, from) : token.outer), measureOf(token))
  const right = token.form === 'rank' && token.unit === '位' ? undefined : readRight(text, token.end, state.segmentEnd, next?.outer ?? state.segmentEnd)
  const noun = refineNoun(text, left)
  if (left.each || state.queue.length > 0) {
    const opens = state.queue.length === 0
    if (opens) state.queue = handOut(state, noun, k)
    const pieces = state.queue.shift()
    if (pieces !== undefined) return emit(state, token, left, noun, pieces, right, false, !opens)
  }
  const several = eachOfList(state, token, left, noun)
  if (several.length > 1) {
    for (const pieces of several) emit(state, token, left, noun, pieces, right, true)
    return
  }
  const pieces = indicatorOf(state, token, left, noun, right, k)
  emit(state, token, left, noun, pieces, right, true)
}

// 数量和面积均居第一, 落地率、开工率均达70%: one number for two named measures makes a line for each
function eachOfList(state: State, token: Token, left: Left, noun: Noun): (readonly Piece[])[] {
  const { text } = state
  const ranked = token.form === 'rank' && token.unit === '位'
  if (!ranked && token.unitClass !== 'percent') return []
  const items = splitList(text, noun)
  const tail = items[items.length - 1]
  if (items.length < 2 || items.length > 4 || tail === undefined) return []
  const all = /均|都|双双/.test(text.slice(left.end, token.start))
  if (!ranked) return all && items.every((item) => /率$|占比$|比重$/.test(text.slice(item.start, item.end))) ? items.map((item) => [item]) : []
  if (items.length !== 2) return []
  if (isMetric(text.slice(tail.start, tail.end)) || items.every((item) => COMPLETE.test(text.slice(item.start, item.end))) || ((all || COMPLETE.test(text.slice(tail.start, tail.end))) && size(items[0] ?? tail) <= 4)) return share(text, items).map((pieces) => withSubject(state, pieces))
  return []
}

const measureOf = (token: Token): Measure => {
  if (token.unit.endsWith('百分点')) return 'points'
  return token.unitClass === 'percent' || token.unitClass === 'times' ? 'percent' : token.unitClass === 'count' ? 'count' : 'other'
}

const withSubject = (state: State, pieces: readonly Piece[]): readonly Piece[] =>
  pieces.length === 1 && pieces[0] !== undefined && isMetric(state.text.slice(pieces[0].start, pieces[0].end)) && state.subject.length > 0 ? [...state.subject, ...pieces] : pieces

// 位居, 列 … before a rank are no part of the noun
function rankLeft(text: string, token: Token, floor: number): number {
  let i = token.outer
  for (let round = 0; round < 3; round++) {
    const verb = RANK_VERBS.suffix(text, i, floor)
    if (verb === undefined) break
    i -= verb.word.length
  }
  return i
}

function emit(state: State, token: Token, left: Left, noun: Noun, pieces: readonly Piece[], right: Right | undefined, own: boolean, later = false): void {
  const { text } = state
  const words = pieces.map((p) => text.slice(p.start, p.end)).join('')
  const fresh = own && (noun.end > noun.start || right !== undefined)
  const subject = right !== undefined && right.verb !== ''
  const kind = decideKind({
    token, tail: left.tail, tailWord: left.tailWord, verb: noun.verb, verbClass: noun.verbClass,
    noun: noun.end > noun.start ? words : '', carried: fresh ? undefined : state.carried, distributed: later,
    carriedIncrease: state.increase && !subject && !isMetric(text.slice(noun.start, noun.end)) && noun.names === undefined && !sentenceOfItsOwn(text, noun, state.floor < state.segmentStart) && !(state.floor < state.segmentStart && STOCK.test(words)),
  })
  const cut = kind.drop > 0 ? dropTail(pieces, kind.drop) : pieces
  const value = kind.negative ? -token.value : token.value
  state.out.drafts.push({
    token, kind: kind.kind, value, high: token.high, pieces: cut.length > 0 ? cut : pieces, action: noun.verb !== '' ? noun.verb : left.tail === 'fill' || left.tailWord === '' ? state.action : left.tailWord,
    scope: token.scope, names: noun.names, rules: state.explain ? rulesOf(token, kind, left, own, right) : [],
  })
  follow(state, token, kind, noun, cut, words, right)
}

const WORK = /(?:抚育|改造|提升|整治|治理|修复|完工|开工|竣工|投产|清淤|加固)$/

// stocks and flows that a verb of addition in the segment before does not reach: 新增…,粮食播种面积1584万亩
const STOCK = /(?:面积|产量|总产|余额|产值|收入|投资|规模|里程|容量|吞吐量|用户|总额|销售额|营收|总量|人口|保有量|能力)$/

// a noun with a verb inside is a subject with its own predicate; no addition before it reaches here: 惠企平台服务企业1.45万家
function sentenceOfItsOwn(text: string, noun: Noun, fresh: boolean): boolean {
  if (!fresh) return WORK.test(text.slice(noun.start, noun.end))
  if (VERBS.prefix(text, noun.start, noun.end)?.value === 'content') return true
  for (let p = noun.start + 2; p < noun.end - 1; p++) {
    const hit = verbAt(text, p, noun.end)
    if (hit !== undefined && hit.length >= 2 && hit.verbClass !== 'push') return true
  }
  return false
}

function rulesOf(token: Token, kind: Kind, left: Left, own: boolean, right: Right | undefined): string[] {
  const rules = [token.rule, kind.rule]
  if (!own) rules.push('R36.distributed')
  else if (right !== undefined) rules.push('R33.behind')
  else rules.push(left.start < left.end ? 'R32.before' : 'R35.carried')
  return rules
}

function follow(state: State, token: Token, kind: Kind, noun: Noun, pieces: readonly Piece[], words: string, right: Right | undefined): void {
  const used = right !== undefined && pieces.some((p) => p.start >= token.end)
  state.floor = !used || right === undefined ? token.end : right.verb === '' || right.verb === 'award' ? right.limit : right.verbStart
  state.carried = { kind: kind.kind, negative: kind.negative }
  state.last = pieces
  if (noun.verb !== '') {
    state.increase = noun.verbClass === 'increase'
    state.action = noun.verb
  } else if (kind.kind === 'level' && token.form === 'quantity' && kind.rule === 'R46.level') state.increase = false
  const lastPiece = pieces[pieces.length - 1]
  const own = lastPiece === undefined ? '' : state.text.slice(lastPiece.start, lastPiece.end)
  if (pieces.length > 1 && isMetric(own)) state.subject = pieces.slice(0, -1)
  else if (kind.kind !== 'rank' && kind.kind !== 'rate') state.subject = subjectOf(pieces, words)
}

// the metric at the end of a noun does not go on to the next number: 签约项目|总投资
function subjectOf(pieces: readonly Piece[], words: string): readonly Piece[] {
  const lastPiece = pieces[pieces.length - 1]
  if (pieces.length !== 1 || lastPiece === undefined) return pieces
  for (const metric of ENDINGS) {
    if (words.endsWith(metric) && words.length > metric.length + 1) return [{ start: lastPiece.start, end: lastPiece.end - metric.length }]
  }
  return pieces
}

const ENDINGS = ['总投资', '满意率', '总量', '总数', '总额', '面积', '产值', '产量', '规模', '收入', '通车里程', '里程', '数量', '占比', '增加值', '投资']

const dropTail = (pieces: readonly Piece[], drop: number): Piece[] => {
  const out = [...pieces]
  const tail = out.pop()
  if (tail === undefined) return out
  if (tail.end - tail.start > drop) out.push({ start: tail.start, end: tail.end - drop })
  return out
}

const size = (p: Span): number => p.end - p.start

/** Puts together what is counted from the words before, the words behind and what was spoken of. */
function indicatorOf(state: State, token: Token, left: Left, noun: Noun, right: Right | undefined, k: number): readonly Piece[] {
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
    const words = text.slice(noun.start, noun.end)
    if (token.form === 'rank' && token.unit !== '位') return [noun]
    if (isMetric(words) && state.subject.length > 0 && inherits(state, left, token)) return [...state.subject, noun]
    return [noun]
  }
  if (token.unitClass === 'percent' || token.form === 'rank' || state.last.length === 0) return carried(state, noun, left)
  if (noun.verb !== '' && noun.verbClass !== 'push' && state.subject.length > 0 && noun.verb.length >= 2) {
    // 老旧小区改造开工14个、完工5个: a verb of its own takes the place of the last one
    const verbSpan = { start: left.verbStart, end: left.verbStart + left.verb.length }
    return left.verbClass === 'increase' || left.verb === '' ? state.subject : [...withoutVerb(text, state.subject), verbSpan]
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
  if (next === undefined || next.form === 'excluded' || next.outer >= state.segmentEnd || next.outer - token.end !== 1) return undefined
  if (!'、和'.includes(state.text[token.end] ?? '\n') || token.unitClass === 'percent') return undefined
  const right = readRight(state.text, next.end, state.segmentEnd, state.segmentEnd)
  return right === undefined || size(right) === 0 ? undefined : { start: right.start, end: right.end }
}

// 两千余人实现就业: nothing is named but what they did
function predicate(state: State, token: Token, right: Right | undefined): Piece | undefined {
  const { text } = state
  if (right !== undefined || token.unitClass !== 'count' || token.form !== 'quantity' || state.floor > state.segmentStart) return undefined
  let start = token.end
  const verb = /^(?:实现|完成|得到|享受|获得|通过)/.exec(text.slice(start, start + 2))
  if (verb !== null) start += 2
  let end = state.segmentEnd
  while (end > start && !isHan(text.charCodeAt(end - 1)) && text[end - 1] !== '”') end--
  return isHan(text.charCodeAt(start)) && end - start >= 2 && end - start <= 14 ? { start, end } : undefined
}

const withoutVerb = (text: string, subject: readonly Piece[]): readonly Piece[] => {
  const tail = subject[subject.length - 1]
  if (tail === undefined) return subject
  const verb = VERBS_AFTER.suffix(text, tail.end, tail.start)
  return verb === undefined || verb.word.length >= size(tail) ? subject : [...subject.slice(0, -1), { start: tail.start, end: tail.end - verb.word.length }]
}

function carried(state: State, noun: Noun, left: Left): readonly Piece[] {
  if (state.last.length > 0) return state.last
  if (noun.names !== undefined) return [noun.names]
  if (left.verb !== '') return [{ start: left.verbStart, end: left.verbStart + left.verb.length }]
  return segmentBefore(state)
}

// 地区生产总值，比上年增长6%: the subject may be a segment of its own without a number
function segmentBefore(state: State): readonly Piece[] {
  const { text, sentence } = state
  const at = sentence.breaks.lastIndexOf(state.segmentStart - 1)
  if (at < 0) return []
  const from = at > 0 ? (sentence.breaks[at - 1] ?? sentence.start - 1) + 1 : sentence.start
  const left = readLeft(text, from, state.segmentStart - 1)
  const noun = refineNoun(text, left)
  return size(noun) > 0 && size(noun) <= 30 ? [noun] : []
}

function takesRight(text: string, token: Token, noun: Noun, right: Right): boolean {
  if (size(right) === 0) return false
  if (verbAt(text, noun.start, noun.end)?.length === size(noun)) return true
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
  if (!right.of && of > 0 && of < words.length - 2 && words.lastIndexOf('、', of) >= 0) return [{ start: head.start + of + 1, end: head.end }]
  if (right.of) {
    const heads = afterNumber(state, token, head)
    const metric = metricEnd(text, noun)
    return metric === undefined ? [heads] : [heads, metric]
  }
  if (right.verb === 'award') {
    const object = awarded(text, right.verbEnd, right.limit)
    if (size(object) >= 2) return text.slice(object.start, object.end).includes(words) ? [object] : [object, head]
  }
  if (GENERIC.has(words) && token.form !== 'rank') {
    if (text[right.end] === '“' && text.indexOf('”', right.end) > 0 && text.indexOf('”', right.end) < right.limit) return [{ start: right.end, end: text.indexOf('”', right.end) + 1 }, head]
    if (right.verb === 'state') return [{ start: right.verbStart, end: right.verbEnd }, head]
    if (noun.verbClass === 'content' && noun.names !== undefined) return [{ start: noun.start - noun.verb.length, end: noun.start }, head].filter((p) => text.slice(p.start, p.end) === noun.verb || p === head)
    if (size(noun) > 0 && size(noun) <= 12 && noun.names === undefined) return [noun, head]
  }
  return [head]
}

// 首家外资券商等一批项目落地: the first is what is named, not the rest
const beforeEtc = (text: string, right: Right): number => {
  const etc = text.indexOf('等', right.start)
  return etc > right.start + 1 && etc < right.end ? etc : right.end
}

// 总投资56.5亿元的9个项目竣工投产: the head of the first number stands behind the second
function afterNumber(state: State, token: Token, head: Piece): Piece {
  const inner = state.sentence.tokens.find((t) => t.form === 'quantity' && t.start > token.start && t.start < state.segmentEnd && t.unitClass === 'count')
  if (inner === undefined || (inner.outer > head.start && '和及与、'.includes(state.text[inner.outer - 1] ?? '\n'))) return head
  const right = readRight(state.text, inner.end, state.segmentEnd, state.segmentEnd)
  return right === undefined ? head : { start: right.start, end: right.end }
}

// 集中攻坚、压茬推进总投资|9.64亿元的…: of all the words before, the measure at their end belongs to the number
function metricEnd(text: string, noun: Piece): Piece | undefined {
  for (let length = Math.min(6, size(noun)); length >= 2; length--) {
    const start = noun.end - length
    if (isMetric(text.slice(start, noun.end)) || MEASURED_BY.has(text.slice(start, noun.end))) return { start, end: noun.end }
  }
  return undefined
}

const MEASURED_BY = new Set(['总长', '全长', '长度', '占地', '造价', '总造价', '年产值', '年销售额', '面积', '涉及资金'])

function awarded(text: string, from: number, limit: number): Piece {
  let start = from
  const year = /^(?:\d{4}年(?:度)?|20\d\d)|^第[一二三四五六七八九十]+(?:届|批)|^首批|^首届/.exec(text.slice(from, Math.min(limit, from + 10)))
  if (year !== null) start += year[0].length
  let end = start
  while (end < limit && !'，。；、'.includes(text[end] ?? '')) end++
  return { start, end }
}

// A、B分别增长x%、y%: as many nouns as numbers follow; a noun list before 分别, or the indicators of the segment before
function handOut(state: State, noun: Noun, k: number): (readonly Piece[])[] {
  const { text, sentence, out } = state
  let count = 0
  for (let j = k; j < sentence.tokens.length; j++) {
    const t = sentence.tokens[j]
    if (t === undefined || t.start >= state.segmentEnd) break
    if (t.form !== 'excluded') count++
  }
  if (count < 2) return []
  if (noun.names !== undefined) {
    // A、B、C等“新三样”出口分别增长: the names are the list, the noun behind 等 is common to them
    const names = splitList(text, noun.names)
    const rest = { start: text[noun.start] === '“' ? text.indexOf('”', noun.start) + 1 : noun.start, end: noun.end }
    if (names.length === count) return names.map((name) => (size(rest) > 0 ? [name, rest] : [name]))
  }
  if (size(noun) > 0) {
    const items = splitList(text, noun)
    if (items.length >= count) return share(text, items.slice(-count))
    const named = namesBefore(state)
    return isMetric(text.slice(noun.start, noun.end)) && named.length === count ? named.map((name) => [name, noun]) : []
  }
  const before = sentence.breaks[sentence.breaks.lastIndexOf(state.segmentStart - 1) - 1] ?? sentence.start - 1
  const recent = out.drafts.slice(-count)
  if (recent.length === count && recent.every((d) => d.token.start > before)) return recent.map((d) => d.pieces)
  const earlier = segmentBefore(state)[0]
  const items = earlier === undefined ? [] : splitList(text, earlier)
  return items.length >= count ? share(text, items.slice(-count)) : []
}

// 机械制造、轻工纺织等产业加快转型，分别实现产值…: the names stand in the segment before
function namesBefore(state: State): Piece[] {
  const { text, sentence } = state
  const at = sentence.breaks.lastIndexOf(state.segmentStart - 1)
  if (at < 0) return []
  const from = at > 0 ? (sentence.breaks[at - 1] ?? sentence.start - 1) + 1 : sentence.start
  const etc = text.indexOf('等', from)
  return etc > from && etc < state.segmentStart ? splitList(text, { start: from, end: etc }) : []
}

function splitList(text: string, list: Piece): Piece[] {
  // A、B两项指标: the words that sum the list up are no item
  const summed = /(?:[两二三四五六七八九十]|[2-9])(?:项|个|大|类|种)(?:指标|产业|数据)?$/.exec(text.slice(Math.max(list.start, list.end - 6), list.end))
  const noun = { start: list.start, end: list.end - (summed?.[0].length ?? 0) }
  const items: Piece[] = []
  let start = noun.start
  let depth = 0
  for (let i = noun.start; i <= noun.end; i++) {
    const c = text[i] ?? ''
    if ('“《（('.includes(c) && c !== '') depth++
    else if ('”》）)'.includes(c) && c !== '') depth--
    if (i === noun.end || (depth === 0 && (c === '、' || c === '和' || c === '与' || (c === '及' && !'以时其格'.includes(text[i + 1] ?? '\n') && !'普以涉顾波遍触危'.includes(text[i - 1] ?? '\n'))) && !(c === '和' && '谐美平'.includes(text[i + 1] ?? '\n')))) {
      if (i > start) items.push({ start, end: i })
      start = text[i] === '以' ? i + 2 : i + 1
    }
  }
  return items
}

// 城镇和农村居民人均可支配收入: the tail that the last noun carries belongs to the short ones before it as well;
// 农产品加工企业数量、营业收入: the head of the first belongs to a bare metric behind it
const COMPLETE = /(?:率|额|量|值|数|面积|收入|投资|产值|税收|度|比|规模)$/

function share(text: string, items: readonly Piece[]): (readonly Piece[])[] {
  const tail = items[items.length - 1]
  const first = items[0]
  if (tail === undefined || first === undefined) return []
  return items.map((item, i) => {
    if (i < items.length - 1 && size(item) <= 4 && !COMPLETE.test(text.slice(item.start, item.end)) && size(tail) >= size(item) + 3) return [item, { start: tail.start + size(item), end: tail.end }]
    if (i > 0 && isMetric(text.slice(item.start, item.end))) {
      const head = subjectOf([first], text.slice(first.start, first.end))
      return head[0] !== undefined && size(head[0]) < size(first) ? [...head, item] : [item]
    }
    return [item]
  })
}

/** Modality by half and marks: 预计 governs to the next ; or 。 (GUIDE, settled cases). */
export function modalityOf(sentence: Sentence, text: string, at: number, half: 'review' | 'plan' | 'other', past: boolean): Modality {
  if (half === 'plan') return past ? 'result' : 'target'
  const marks = sentence.forecasts
  for (let i = marks.length - 1; i >= 0; i--) {
    const mark = marks[i] ?? 0
    if (mark >= at) continue
    const stop = sentence.breaks.some((b) => b > mark && b < at && (text[b] === ';' || text[b] === '；'))
    return stop ? 'result' : 'forecast'
  }
  return 'result'
}
