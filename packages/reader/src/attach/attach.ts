import { VERBS } from '../lexicon/verbs.ts'
import { RANK_VERBS } from '../constructs/rank.ts'
import type { Token } from '../constructs/token.ts'
import type { Comparator, Exclusion } from '../types.ts'
import { indicatorOf } from './indicator.ts'
import { decideKind, type Kind } from './kind.ts'
import { type Left, type Measure, readLeft, verbAt } from './left.ts'
import { dealtOut, eachOfList, handOut, handOutTo } from './lists.ts'
import { isMetric, type Noun, type Piece, refineNoun } from './noun.ts'
import { qualifies } from './qualifier.ts'
import { readRight, type Right } from './right.ts'
import { segmentAround, type Sentence } from './scan.ts'
import type { Attached, State } from './state.ts'
import { subjectOf } from './subject.ts'

/** Attaches every numeral of a sentence to what it counts. */
export function attachSentence(text: string, sentence: Sentence, explain: boolean): Attached {
  const out: Attached = { drafts: [], exclusions: [] }
  const state: State = {
    text,
    sentence,
    out,
    subject: [],
    last: [],
    carried: undefined,
    increase: false,
    action: '',
    floor: sentence.start,
    segmentStart: -1,
    segmentEnd: -1,
    queue: [],
    explain,
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
  const { end } = segmentAround(sentence, token.outer, token.end)
  return qualifies(text, token, end, before, sentence.tokens[k + 1])
}

function enterSegment(state: State, token: Token, bracket: number): void {
  const { start: from, end: to } = segmentAround(state.sentence, token.outer, token.end)
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
  const left = readLeft(
    text,
    from,
    Math.max(from, token.form === 'rank' ? rankLeft(text, token, from) : token.outer),
    measureOf(token),
  )
  const right =
    token.form === 'rank' && token.unit === '位'
      ? undefined
      : readRight(text, token.end, state.segmentEnd, next?.outer ?? state.segmentEnd)
  const dealt = dealtOut(text, left)
  const noun = refineNoun(text, left)
  if (left.each || state.queue.length > 0) {
    const opens = state.queue.length === 0
    if (opens) state.queue = dealt === undefined ? handOut(state, noun, k) : handOutTo(state, dealt, noun, k)
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

const measureOf = (token: Token): Measure => {
  if (token.form === 'rank') return 'rank'
  if (token.unit.endsWith('百分点')) return 'points'
  return token.unitClass === 'percent' || token.unitClass === 'times'
    ? 'percent'
    : token.unitClass === 'count'
      ? 'count'
      : 'other'
}

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

function emit(
  state: State,
  token: Token,
  left: Left,
  noun: Noun,
  pieces: readonly Piece[],
  right: Right | undefined,
  own: boolean,
  later = false,
): void {
  const { text } = state
  const words = pieces.map((p) => text.slice(p.start, p.end)).join('')
  const fresh = own && (noun.end > noun.start || right !== undefined)
  const subject = right !== undefined && right.verb !== ''
  const kind = decideKind({
    token,
    tail: left.tail,
    verb: noun.verb,
    verbClass: noun.verbClass,
    noun: noun.end > noun.start ? words : '',
    carried: fresh ? undefined : state.carried,
    distributed: later,
    carriedIncrease:
      state.increase &&
      !subject &&
      !isMetric(text.slice(noun.start, noun.end)) &&
      noun.names === undefined &&
      !sentenceOfItsOwn(text, noun, state.floor < state.segmentStart) &&
      !(state.floor < state.segmentStart && STOCK.test(words)),
  })
  const cut = kind.drop > 0 ? dropTail(pieces, kind.drop) : pieces
  const value = kind.negative ? -token.value : token.value
  state.out.drafts.push({
    token,
    comparator: comparatorOf(state, token, left, own),
    kind: kind.kind,
    value,
    high: token.high,
    pieces: cut.length > 0 ? cut : pieces,
    action: actionOf(state, left, noun),
    scope: token.scope,
    rules: state.explain ? rulesOf(token, kind, left, own, right) : [],
  })
  follow(state, token, kind, noun, cut, words, right)
}

const WORK = /(?:抚育|改造|提升|整治|治理|修复|完工|开工|竣工|投产|清淤|加固)$/

// stocks and flows that a verb of addition in the segment before does not reach: 新增…,粮食播种面积1584万亩
const STOCK =
  /(?:面积|产量|总产|余额|产值|收入|投资|规模|里程|容量|吞吐量|用户|总额|销售额|营收|总量|人口|保有量|能力)$/

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

// A、B分别增长8%、7%以上: one verb governs the list, so the bound at its end holds for all of it (GUIDE, settled cases)
function comparatorOf(state: State, token: Token, left: Left, own: boolean): Comparator {
  if (token.comparator !== 'eq') return token.comparator
  if (left.atLeast) return 'gte'
  if (own) return 'eq'
  let last: Token = token
  for (const t of state.sentence.tokens)
    if (t.form === 'quantity' && t.start > last.start && t.start < state.segmentEnd) last = t
  return last.unit === token.unit && BOUND_BEHIND.test(state.text.slice(last.start, last.end)) ? last.comparator : 'eq'
}

const BOUND_BEHIND = /(?:以上|以内|以下|左右)$/

// the verb that governs the number: its own, the word that ties it, or for a number without a noun the verb before
const actionOf = (state: State, left: Left, noun: Noun): string => {
  if (noun.verb !== '') return noun.verb
  if (left.tail !== 'fill' && left.tailWord !== '') return left.tailWord
  return noun.end > noun.start ? '' : state.action
}

function rulesOf(token: Token, kind: Kind, left: Left, own: boolean, right: Right | undefined): string[] {
  const rules = [token.rule, kind.rule]
  if (!own) rules.push('R36.distributed')
  else if (right !== undefined) rules.push('R33.behind')
  else rules.push(left.start < left.end ? 'R32.before' : 'R35.carried')
  return rules
}

function follow(
  state: State,
  token: Token,
  kind: Kind,
  noun: Noun,
  pieces: readonly Piece[],
  words: string,
  right: Right | undefined,
): void {
  const used = right !== undefined && pieces.some((p) => p.start >= token.end)
  state.floor =
    !used || right === undefined
      ? token.end
      : right.verb === '' || right.verb === 'award'
        ? right.limit
        : right.verbStart
  state.carried = { kind: kind.kind, negative: kind.negative }
  state.last = pieces
  if (noun.verb !== '') {
    state.increase = noun.verbClass === 'increase'
    state.action = noun.verb
  } else if (kind.kind === 'level' && token.form === 'quantity' && kind.rule === 'R46.level') state.increase = false
  const lastPiece = pieces[pieces.length - 1]
  const own = lastPiece === undefined ? '' : state.text.slice(lastPiece.start, lastPiece.end)
  if (pieces.length === 1 && isMetric(own)) return
  if (pieces.length > 1 && isMetric(own)) state.subject = pieces.slice(0, -1)
  else if (kind.kind === 'rate') {
    if (noun.end > noun.start) state.subject = pieces
  } else if (kind.kind !== 'rank') state.subject = subjectOf(pieces, words)
}

const dropTail = (pieces: readonly Piece[], drop: number): Piece[] => {
  const out = [...pieces]
  const tail = out.pop()
  if (tail === undefined) return out
  if (tail.end - tail.start > drop) out.push({ start: tail.start, end: tail.end - drop })
  return out
}
