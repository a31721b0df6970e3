import { indexWithin } from '../text/chars.ts'
import type { Token } from '../constructs/token.ts'
import { subjectBefore } from './indicator.ts'
import type { Left } from './left.ts'
import { isMetric, type Noun, type Piece } from './noun.ts'
import { segmentBefore } from './scan.ts'
import { size, type State } from './state.ts'
import { subjectOf } from './subject.ts'

/** One number for two named measures makes a line for each: 数量和面积均居第一, 落地率、开工率均达70%. */
export function eachOfList(state: State, token: Token, left: Left, noun: Noun): (readonly Piece[])[] {
  const { text } = state
  const ranked = token.form === 'rank' && token.unit === '位'
  if (!ranked && token.unitClass !== 'percent') return []
  const items = splitList(text, noun)
  const tail = items[items.length - 1]
  if (items.length < 2 || items.length > 4 || tail === undefined) return []
  const all = /均|都|双双/.test(text.slice(left.end, token.start))
  if (!ranked)
    return (all || items.length === 2) &&
      items.every((item) => /率$|占比$|比重$/.test(text.slice(item.start, item.end)))
      ? items.map((item) => [item])
      : []
  if (items.length !== 2) return []
  if (
    isMetric(text.slice(tail.start, tail.end)) ||
    items.every((item) => COMPLETE.test(text.slice(item.start, item.end))) ||
    ((all || COMPLETE.test(text.slice(tail.start, tail.end))) && size(items[0] ?? tail) <= 4)
  )
    return share(text, items).map((pieces) => withSubject(state, pieces))
  return []
}

const withSubject = (state: State, pieces: readonly Piece[]): readonly Piece[] =>
  pieces.length === 1 &&
  pieces[0] !== undefined &&
  isMetric(state.text.slice(pieces[0].start, pieces[0].end)) &&
  state.subject.length > 0
    ? [...state.subject, ...pieces]
    : pieces

// how many numbers the segment still has, this one counted
function numbersInSegment(state: State, k: number): number {
  let count = 0
  for (let j = k; j < state.sentence.tokens.length; j++) {
    const t = state.sentence.tokens[j]
    if (t === undefined || t.start >= state.segmentEnd) break
    if (t.form !== 'excluded') count++
  }
  return count
}

/**
 * As many nouns as numbers follow, A、B分别增长x%、y%: a noun list before 分别, or the indicators of the segment before.
 */
export function handOut(state: State, noun: Noun, k: number): (readonly Piece[])[] {
  const { text, sentence, out } = state
  const count = numbersInSegment(state, k)
  if (count < 2) return []
  if (noun.names !== undefined) {
    // A、B、C等“新三样”出口分别增长: the names are the list, the noun behind 等 is common to them
    const names = splitList(text, noun.names)
    const rest = {
      start: text[noun.start] === '“' ? indexWithin(text, '”', noun.start, noun.end) + 1 || noun.start : noun.start,
      end: noun.end,
    }
    if (names.length === count) return names.map((name) => (size(rest) > 0 ? [name, rest] : [name]))
  }
  if (size(noun) > 0) {
    const items = splitList(text, noun)
    if (items.length >= count) return share(text, items.slice(-count))
    const named = namesBefore(state)
    return isMetric(text.slice(noun.start, noun.end)) && named.length === count ? named.map((name) => [name, noun]) : []
  }
  const from = segmentBefore(sentence, state.segmentStart)?.start ?? sentence.start
  const recent = out.drafts.filter((d) => d.kind !== 'rate' && d.kind !== 'rank').slice(-count)
  const latest = recent[recent.length - 1]
  if (recent.length === count && latest !== undefined && latest.token.start >= from) return recent.map((d) => d.pieces)
  const earlier = subjectBefore(state)[0]
  const items = earlier === undefined ? [] : splitList(text, earlier)
  return items.length >= count ? share(text, items.slice(-count)) : []
}

// 机械制造、轻工纺织等产业加快转型，分别实现产值…: the names stand in the segment before
function namesBefore(state: State): Piece[] {
  const before = segmentBefore(state.sentence, state.segmentStart)
  if (before === undefined) return []
  const etc = indexWithin(state.text, '等', before.start, before.end)
  return etc > before.start ? splitList(state.text, { start: before.start, end: etc }) : []
}

function splitList(text: string, list: Piece): Piece[] {
  // A、B两项指标: the words that sum the list up are no item
  const summed =
    /(?:[两二三四五六七八九十]|[2-9])(?:项|个|大|类|种)(?:主导|优势|支柱|特色|重点)?(?:指标|产业|集群|行业|板块|数据)?$/.exec(
      text.slice(Math.max(list.start, list.end - 8), list.end),
    )
  const noun = { start: list.start, end: list.end - (summed?.[0].length ?? 0) }
  const items: Piece[] = []
  let start = noun.start
  let depth = 0
  for (let i = noun.start; i <= noun.end; i++) {
    const c = text[i] ?? ''
    if ('“《（('.includes(c) && c !== '') depth++
    else if ('”》）)'.includes(c) && c !== '') depth--
    if (
      i === noun.end ||
      (depth === 0 &&
        (c === '、' ||
          c === '和' ||
          c === '与' ||
          (c === '及' &&
            !'以时其格'.includes(text[i + 1] ?? '\n') &&
            !'普以涉顾波遍触危'.includes(text[i - 1] ?? '\n'))) &&
        !(c === '和' && '谐美平'.includes(text[i + 1] ?? '\n')))
    ) {
      if (i > start) items.push({ start, end: i })
      start = i + 1
    }
  }
  return items
}

// 国家级、省级|研发平台: where the modifiers end alike, what is shared begins behind that sign; else behind as many characters
function sharedFrom(text: string, item: Piece, tail: Piece): number {
  const sign = text[item.end - 1] ?? ''
  if ('级类型户区市县'.includes(sign)) {
    const at = indexWithin(text, sign, tail.start, tail.end)
    if (at >= tail.start && at < tail.start + 6 && at + 1 < tail.end) return at + 1
  }
  return tail.start + size(item)
}

// 城镇和农村居民人均可支配收入: the tail that the last noun carries belongs to the short ones before it as well;
// 农产品加工企业数量、营业收入: the head of the first belongs to a bare metric behind it
const COMPLETE = /(?:率|额|量|值|数|面积|收入|投资|产值|税收|度|比|规模|增速|增幅)$/

function share(text: string, items: readonly Piece[]): (readonly Piece[])[] {
  const tail = items[items.length - 1]
  const first = items[0]
  if (tail === undefined || first === undefined) return []
  return items.map((item, i) => {
    if (
      i < items.length - 1 &&
      size(item) <= 4 &&
      !COMPLETE.test(text.slice(item.start, item.end)) &&
      size(tail) >= size(item) + 2
    )
      return [item, { start: sharedFrom(text, item, tail), end: tail.end }]
    if (i > 0 && isMetric(text.slice(item.start, item.end))) {
      const head = subjectOf([first], text.slice(first.start, first.end))
      return head[0] !== undefined && size(head[0]) < size(first) ? [...head, item] : [item]
    }
    return [item]
  })
}

/**
 * A、B|分别实现|产值: where 分别 stands before a verb inside the words before the number, the list in front of it.
 * Marks the words as dealt out.
 */
export function dealtOut(text: string, left: Left): Piece | undefined {
  const at = indexWithin(text, '分别', left.start, left.end)
  if (at <= left.start || at + 2 >= left.end) return undefined
  const list = { start: left.start, end: at }
  left.each = true
  left.start = at + 2
  return list
}

/** Deals the list out over the numbers that follow, each item with the measure behind the verb. */
export function handOutTo(state: State, list: Piece, noun: Noun, k: number): (readonly Piece[])[] {
  const items = splitList(state.text, list)
  const count = numbersInSegment(state, k)
  if (count < 2 || items.length < count) return []
  return items.slice(-count).map((item) => (size(noun) > 0 ? [item, { start: noun.start, end: noun.end }] : [item]))
}
