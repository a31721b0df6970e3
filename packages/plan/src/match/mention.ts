import type { Clause } from '@jiannuo/reader'
import type { Term } from './terms.ts'
import { plain } from './words.ts'

/** Where a promise's words turn up, and how fully. */
export interface Mention {
  readonly clause: Clause
  /** 0 to 1: share of the phrase, by weight, that the clause has. */
  readonly score: number
  /** How many characters of its own were found. */
  readonly found: number
}

/** The review clauses, ready to be searched. */
export interface ClauseIndex {
  readonly clauses: readonly Clause[]
  readonly words: readonly string[]
  /** Clauses by pair of neighbouring characters. */
  readonly byPair: ReadonlyMap<string, readonly number[]>
}

/** Builds the index that `mentionOf` searches. */
export function indexClauses(clauses: readonly Clause[], text: string): ClauseIndex {
  const words = clauses.map((c) => plain(text.slice(c.start, c.end)))
  const byPair = new Map<string, number[]>()
  words.forEach((clause, i) => {
    for (let at = 0; at + 2 <= clause.length; at++) {
      const pair = clause.slice(at, at + 2)
      const row = byPair.get(pair)
      if (row === undefined) byPair.set(pair, [i])
      else if (row.at(-1) !== i) row.push(i)
    }
  })
  return { clauses, words, byPair }
}

/** A phrase with as many characters of its own is a name; a shorter one in a list proves the more the more of the list is found. */
const NAME = 5
const LIST_FLOOR = 0.5

/** Fewest characters of its own that prove a phrase although a part of it is missing. */
const OWN_FOUND = 3
const LONG_STRETCH = 6

/** What a phrase is worth of which too little was found. */
const WEAK = 0.6

/** Most clauses that are looked at closely for one phrase. */
const CLOSE = 12

/** The clauses that share most with a phrase, the fullest first. */
function nearest(term: Term, index: ClauseIndex): readonly number[] {
  const shared = new Map<number, number>()
  for (let at = 0; at + 2 <= term.words.length; at++) {
    const weight = (term.weights[at] ?? 0) + (term.weights[at + 1] ?? 0)
    for (const i of index.byPair.get(term.words.slice(at, at + 2)) ?? []) shared.set(i, (shared.get(i) ?? 0) + weight)
  }
  const sorted = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  return sorted.slice(0, CLOSE).map(([i]) => i)
}

interface Coverage {
  readonly score: number
  /** Characters of its own that were found. */
  readonly found: number
  /** Length of the longest stretch. */
  readonly stretch: number
}

/** The share of a phrase that stands in a clause, in stretches of at least two characters. */
function coverage(term: Term, clause: string, strewn: number): Coverage {
  let covered = 0
  let longest = 0
  let stretch = 0
  let own = 0
  for (let at = 0; at < term.words.length; ) {
    let length = 0
    while (at + length < term.words.length && clause.includes(term.words.slice(at, at + length + 1))) length += 1
    if (length < 2) {
      at += 1
      continue
    }
    let run = 0
    for (let i = at; i < at + length; i++) {
      const weight = term.weights[i] ?? 0
      run += weight
      if (weight >= 1) own += 1
    }
    covered += run
    longest = Math.max(longest, run)
    stretch = Math.max(stretch, length)
    at += length
  }
  const score = term.total === 0 ? 0 : (longest + (covered - longest) * strewn) / term.total
  return { score, found: own, stretch }
}

/** Share of a phrase at which a part of a list counts as found. */
const FULL = 0.7

const better = (a: Mention | undefined, b: Mention): Mention =>
  a === undefined || b.score > a.score || (b.score === a.score && b.found > a.found) ? b : a

/** What a phrase is worth where the place that it begins with is not the one spoken of: 县城污水处理厂, 园区污水处理厂. */
const ELSEWHERE = 0.8
const PLACE = /^(?:县城|城区|农村|园区|开发区|高新区|乡镇|城镇|中心城区|老城区?)/

function elsewhere(term: Term, clause: string): boolean {
  const place = PLACE.exec(term.words)?.[0]
  return place !== undefined && !clause.includes(place)
}

function termMention(term: Term, index: ClauseIndex, strewn: number): Mention | undefined {
  let best: Mention | undefined
  for (const i of nearest(term, index)) {
    const clause = index.clauses[i]
    if (clause === undefined) continue
    const { score, found, stretch } = coverage(term, index.words[i] ?? '', strewn)
    // a short or generic phrase proves something only as a whole, or by a long stretch of it
    const weak = score < 1 && found < OWN_FOUND && (found < 2 || stretch < LONG_STRETCH)
    const worth = (weak ? score * WEAK : score) * (elsewhere(term, index.words[i] ?? '') ? ELSEWHERE : 1)
    best = better(best, { clause, score: worth, found })
  }
  return best
}

/**
 * The clause in which a phrase turns up most fully; of equals the first.
 *
 * @param strewn what counts of the parts that do not stand together with the longest, 0 to 1
 */
export function mentionOf(terms: readonly Term[], index: ClauseIndex, strewn: number): Mention | undefined {
  const found = terms.flatMap((term) => {
    const mention = termMention(term, index, strewn)
    return mention === undefined ? [] : [{ term, mention }]
  })
  const share = found.filter(({ mention }) => mention.score >= FULL).length / Math.max(1, terms.length)
  let best: Mention | undefined
  for (const { term, mention } of found) {
    const factor = term.own >= NAME ? 1 : LIST_FLOOR + (1 - LIST_FLOOR) * Math.max(share, 1 / terms.length)
    best = better(best, { ...mention, score: mention.score * factor })
  }
  return best
}

/** The fullest trace of any phrase, 0 to 1, lists and strewn words counted whole: how much speaks against silence. */
export const traceOf = (terms: readonly Term[], index: ClauseIndex): number =>
  terms.reduce((most, term) => Math.max(most, termMention(term, index, STREWN_TRACE)?.score ?? 0), 0)

const STREWN_TRACE = 0.8
