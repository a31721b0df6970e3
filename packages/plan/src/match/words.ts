import { GENERIC_WORDS, LEADING, SPELLINGS } from './lexicon.zh.ts'

/** How much a character inside a generic word counts beside one that is not. */
const GENERIC = 0.25

const byFirst = new Map<string, string[]>()
for (const word of [...GENERIC_WORDS].sort((a, b) => b.length - a.length)) {
  const first = word.charAt(0)
  const row = byFirst.get(first)
  if (row === undefined) byFirst.set(first, [word])
  else row.push(word)
}

const SILENT = /[“”"'‘’《》〈〉「」\s·・]|\[\d{1,3}\]|（\d{1,3}）|\(\d{1,3}\)/g

/** Words without quotation marks, footnote signs and spaces, full-width signs narrowed. */
export const plain = (text: string): string => text.replace(SILENT, '').normalize('NFKC')

const BRACKETS = /\([^()]{0,20}\)/g

/** Words said of the addition, not of the thing: 城镇新增就业 is 城镇就业. */
const ADDED = /新增|净增/g

const PLAIN_SPELLINGS = SPELLINGS.map(([from, to]) => [plain(from), plain(to)] as const)

/** An indicator's words as they are compared: plain, spellings of one thing made one, leading verbs and own areas gone. */
export function comparable(text: string): string {
  const whole = plain(text).replace(BRACKETS, '')
  let words = whole.replace(ADDED, '')
  if (words.length < 2) words = whole
  for (const [from, to] of PLAIN_SPELLINGS) words = words.replaceAll(from, to)
  for (;;) {
    const lead = LEADING.find((l) => words.startsWith(l) && words.length > l.length + 1)
    if (lead === undefined) return words
    words = words.slice(lead.length)
  }
}

/** A size class names nothing: 过5亿元项目, 千万元以上项目. */
const AMOUNT = /[过超]?\d{0,4}[亿千百万]{1,2}元(?:以上)?/y

function genericAt(words: string, at: number): number {
  AMOUNT.lastIndex = at
  const amount = AMOUNT.exec(words)
  if (amount !== null) return amount[0].length
  return byFirst.get(words.charAt(at))?.find((w) => words.startsWith(w, at))?.length ?? 0
}

/** The weight of every character: a quarter inside a generic word, none for signs, else one. */
export function weightsOf(words: string): readonly number[] {
  const weights: number[] = []
  for (let at = 0; at < words.length; ) {
    const generic = genericAt(words, at)
    if (generic === 0) {
      weights.push(/[\p{L}\p{N}]/u.test(words.charAt(at)) ? 1 : 0)
      at += 1
    } else {
      for (let i = 0; i < generic; i++) weights.push(GENERIC)
      at += generic
    }
  }
  return weights
}

const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0)

/** Words taken apart for likeness: weight of every pair of neighbouring characters (of one character, itself). */
export interface Profile {
  readonly words: string
  readonly pairs: ReadonlyMap<string, number>
  readonly weight: number
  /** Characters that are not generic. */
  readonly own: number
}

/** The profile of words that went through `comparable`. */
export function profileOf(words: string): Profile {
  const weights = weightsOf(words)
  const pairs = new Map<string, number>()
  const length = Math.min(words.length, 2)
  const last = length === 0 ? -1 : words.length - length
  for (let at = 0; at <= last; at++) {
    const pair = words.slice(at, at + length)
    const weight = sum(weights.slice(at, at + length)) / length
    pairs.set(pair, Math.max(pairs.get(pair) ?? 0, weight))
  }
  return { words, pairs, weight: sum([...pairs.values()]), own: weights.filter((w) => w === 1).length }
}

/** What likeness is worth when the longer phrase ends in another thing: 单位生产总值能耗 is no 生产总值. */
const OTHER_HEAD = 0.85

/** Whether the longer phrase ends in a pair of its own that the shorter one lacks. */
function otherHead(a: Profile, b: Profile): boolean {
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a]
  const head = long.words.slice(-2)
  return (long.pairs.get(head) ?? 0) === 1 && !short.pairs.has(head)
}

/**
 * How alike two phrases are, 0 to 1: shared pairs of characters by weight, against both phrases and against the shorter one. Symmetric, 1 for
 * equal words.
 */
export function likeness(a: Profile, b: Profile): number {
  if (a.words === b.words) return a.words === '' ? 0 : 1
  let shared = 0
  for (const [pair, weight] of a.pairs) shared += Math.min(weight, b.pairs.get(pair) ?? 0)
  const least = Math.min(a.weight, b.weight)
  if (least === 0) return 0
  const raw = 0.65 * ((2 * shared) / (a.weight + b.weight)) + 0.35 * (shared / least)
  return otherHead(a, b) ? raw * OTHER_HEAD : raw
}
