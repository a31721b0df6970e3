import { indexWithin, isSpace } from '../text/chars.ts'
import { OWN_PLACE } from '../lexicon/nouns.ts'
import { TAIL_NOT, TAILS, type Tail } from '../lexicon/tails.ts'
import { FRONT, FRONT_NOT, PROTECTED, VERBS, type VerbClass } from '../lexicon/verbs.ts'

/** What sort of number the words stand before; it decides which of them still belong to the noun. */
export type Measure = 'count' | 'percent' | 'points' | 'rank' | 'other'

const CHANGE_NOUNS = new Set(['增速', '增幅', '涨幅', '降幅', '增长率', '减幅', '增势'])

/** What the words before a number say: the noun phrase, the verb that opens it, the words that tie it to the number. */
export interface Left {
  /** The noun phrase; empty when start === end. */
  start: number
  end: number
  verb: string
  verbClass: VerbClass | ''
  /** Where the verb begins, for nouns that keep it. */
  verbStart: number
  tail: Tail | ''
  tailWord: string
  /** 至少 stood before the verb: 至少建成1处. */
  atLeast: boolean
  /** 分别 or the like stood between noun and number. */
  each: boolean
}

const PUNCTUATION = '，。、；：,;: 　“”"（）()—-–·\t\n\r'

/**
 * Takes the words before a number apart, from both ends inwards: what ties them to the number, then time words, adverbs and verbs in front.
 */
export function readLeft(text: string, from: number, to: number, measure: Measure = 'other'): Left {
  const left: Left = {
    start: from,
    end: to,
    verb: '',
    verbClass: '',
    verbStart: to,
    tail: '',
    tailWord: '',
    each: false,
    atLeast: false,
  }
  stripTail(text, left, measure)
  stripFront(text, left)
  if (indexWithin(text, '至少', from, to) >= 0) left.atLeast = true
  return left
}

// 增长4.7%、低于全国平均|0.3个百分点: what it is compared with stands between the verb and the number
function comparedWith(text: string, from: number, end: number): { at: number; tail: Tail; word: string } | undefined {
  const floor = Math.max(from, end - 14)
  for (let i = end - 2; i >= floor; i--) {
    if (text[i + 1] !== '于') continue
    const word = text.slice(i, i + 2)
    const tail = COMPARISONS[word]
    if (tail === undefined) continue
    return /[，。、；]/.test(text.slice(i, end)) ? undefined : { at: i, tail, word }
  }
  return undefined
}

const COMPARISONS: Readonly<Record<string, Tail>> = {
  高于: 'rise',
  快于: 'rise',
  好于: 'rise',
  优于: 'rise',
  多于: 'rise',
  低于: 'fall',
  慢于: 'fall',
  少于: 'fall',
}

// 农产品加工转化率从2020年|的51%, 粮食产量连续9年|稳定在: a time between noun and number
function timeTail(text: string, from: number, end: number): number {
  if (text[end - 1] !== '年' && !(text[end - 1] === '底' || text[end - 1] === '末')) return 0
  const m =
    /(?:[从由]?(?:19|20|１９|２０)[\d０-９]{2}年[底末]?|连续[一二三四五六七八九十\d０-９]{1,3}年|(?:是|为|相当于)(?:上|去)年)$/.exec(
      text.slice(Math.max(from, end - 9), end),
    )
  return m === null ? 0 : m[0].length
}

const RANK: Readonly<Record<Tail | '', number>> = {
  '': 0,
  fill: 1,
  reach: 2,
  rise: 3,
  fall: 3,
  riseTo: 4,
  fallTo: 4,
}

function stripTail(text: string, left: Left, measure: Measure): void {
  while (left.end > left.start) {
    const code = text.charCodeAt(left.end - 1)
    if (isSpace(code) || code === 0x3001 || code === 0xff1a || code === 58 || code === 0x201c) {
      left.end--
      continue
    }
    const time = timeTail(text, left.start, left.end)
    if (time > 0) {
      left.end -= time
      continue
    }
    const compared = comparedWith(text, left.start, left.end)
    if (compared !== undefined) {
      if (RANK[compared.tail] > RANK[left.tail]) {
        left.tail = compared.tail
        left.tailWord = compared.word
      }
      left.end = compared.at
      continue
    }
    const hit = TAILS.suffix(text, left.end, left.start)
    if (hit === undefined) return
    const at = left.end - hit.word.length
    // 投资计划|完成380亿元, but 行动计划|10个
    if (hit.word === '计划' && (left.tail === '' || left.tail === 'fill')) return
    if (at > left.start && TAIL_NOT[hit.word]?.includes(text[at - 1] ?? '') === true) return
    if (
      measure !== 'percent' &&
      measure !== 'points' &&
      IMPROVES.has(hit.word) &&
      (measure === 'count' || onlyParticles(text, left.start, at))
    )
      return
    // 增速回落0.5个百分点: what moves is the growth rate itself
    if (CHANGE_NOUNS.has(hit.word) && (measure === 'rank' || (measure === 'points' && left.tail !== ''))) return
    if (keepsTail(text, left, at, hit.word)) return
    if (hit.word === '分别' || hit.word === '双双') left.each = true
    if (RANK[hit.value] > RANK[left.tail]) {
      left.tail = hit.value
      left.tailWord = hit.word
    }
    left.end = at
  }
}

// a count is not made larger by these: 道路绿化提升5条, 提升22个断面
const IMPROVES = new Set([
  '提升',
  '改善',
  '扩大',
  '加快',
  '上升',
  '落实',
  '形成',
  '取得',
  '保持',
  '稳定',
  '扩增',
  '扩张',
  '精简',
  '压缩',
])

// 新增, 增加 and the like directly before the number belong to a noun such as 城镇新增就业 only when more noun follows, so they go;
// but a verb that is all there is (完成, 实现) opens the next number instead of tying this one
const keepsTail = (text: string, left: Left, at: number, word: string): boolean => {
  if (at > left.start) return false
  return word === '净增' || word === '新增' || word === '完成' || word === '实现'
    ? onlyParticles(text, left.start, at)
    : false
}

const onlyParticles = (text: string, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (!PUNCTUATION.includes(text[i] ?? '')) return false
  return true
}

function stripFront(text: string, left: Left): void {
  while (left.start < left.end) {
    const step =
      particle(text, left.start, left.end) ||
      filler(text, left) ||
      verb(text, left) ||
      yearWord(text, left.start, left.end)
    if (step === 0) return
    left.start += step
  }
}

const particle = (text: string, at: number, end: number): number => {
  const c = text[at] ?? ''
  if (c === '“') return indexWithin(text, '”', at, end) < 0 ? 1 : 0
  if ((c === '（' || c === '(') && at < end) return text.slice(at, end).includes(c === '（' ? '）' : ')') ? 0 : 1
  return PUNCTUATION.includes(c) ? 1 : 0
}

function filler(text: string, left: Left): number {
  const hit = FRONT.prefix(text, left.start, left.end)
  if (hit === undefined) {
    const own = OWN_PLACE.prefix(text, left.start, left.end)
    return own === undefined ? 0 : own.word.length
  }
  const next = text[left.start + hit.word.length] ?? ''
  if (next !== '' && FRONT_NOT[hit.word]?.includes(next) === true) return 0
  if (hit.word === '分别') left.each = true
  const opener = VERBS.prefix(text, left.start, left.end)
  return opener !== undefined && opener.word.length > hit.word.length ? 0 : hit.word.length
}

/** A verb at a position: a listed one, or 新 before one (新引进), which adds to a stock whatever the verb (GUIDE, settled cases). */
export function verbAt(text: string, at: number, end: number): { length: number; verbClass: VerbClass } | undefined {
  const hit = VERBS.prefix(text, at, end)
  if (hit !== undefined) {
    // 建成率, 办结率: the verb only names the rate
    if (text[at + hit.word.length] === '率') return undefined
    const kept = PROTECTED.prefix(text, at, end)
    if (kept !== undefined && kept.word.length > hit.word.length) return undefined
    return { length: hit.word.length, verbClass: hit.value }
  }
  if (text[at] !== '新' || at + 1 >= end) return undefined
  const next = VERBS.prefix(text, at + 1, end)
  if (next === undefined || next.word.length < 2 || next.word.startsWith('兴') || next.word === '发展') return undefined
  return { length: next.word.length + 1, verbClass: next.word.startsWith('开工') ? 'content' : 'increase' }
}

function verb(text: string, left: Left): number {
  const hit = verbAt(text, left.start, left.end)
  if (hit === undefined) return 0
  if (left.start + hit.length >= left.end && left.verb === '' && hit.verbClass !== 'push' && left.tail !== '') {
    // a verb alone before the tie (开工达到): keep it as the noun
    if (hit.verbClass === 'content') return 0
  }
  // 救助|款, 推介|会: one character more makes it a noun
  if (left.end - left.start - hit.length === 1) return 0
  // 完成|征收拆迁, 新增|造林: a second verb that is all there is left is what is counted
  if (
    left.start + hit.length >= left.end &&
    left.verb !== '' &&
    hit.verbClass !== 'push' &&
    hit.length >= 2 &&
    !left.verb.startsWith(text.slice(left.start, left.end))
  )
    return 0
  if (left.verbClass !== 'increase' || hit.verbClass === 'increase') {
    left.verbClass = hit.verbClass
    left.verb = text.slice(left.start, left.start + hit.length)
    left.verbStart = left.start
  }
  return hit.length
}

// 2024年 and 12月底 in front of the noun; the date itself is a token of its own
function yearWord(text: string, at: number, end: number): number {
  let i = text[at] === '到' || text[at] === '至' ? at + 1 : at
  const digits = i
  while (
    i < end &&
    ((text.charCodeAt(i) >= 48 && text.charCodeAt(i) <= 57) ||
      (text.charCodeAt(i) >= 0xff10 && text.charCodeAt(i) <= 0xff19))
  )
    i++
  if (i === digits) return 0
  if (text[i] === '年' && i < end)
    return i - at + (text[i + 1] === '度' || text[i + 1] === '底' || text[i + 1] === '末' ? 2 : 1)
  if ((text[i] === '月' || text[i] === '日') && i < end) {
    const stop = i + (text[i + 1] === '底' || text[i + 1] === '末' ? 2 : 1)
    return stop - at + (text[stop] === '前' && stop < end ? 1 : 0)
  }
  return 0
}
