import { assign, type Edge } from './assign.ts'
import type { Figure } from './items.ts'
import { LEAST, type Relation, relationOf } from './relation.ts'
import { likeness } from './words.ts'

/** A promised and a reported figure that may belong together. */
export interface Candidate {
  readonly result: number
  readonly relation: Relation
}

/** What came of pairing figures. */
export interface Pairing {
  /** Candidates of every promise, the best first. */
  readonly candidates: readonly (readonly Candidate[])[]
  /** The result that a promise has to itself. */
  readonly own: ReadonlyMap<number, number>
  /** The promise that has a result to itself. */
  readonly owner: ReadonlyMap<number, number>
}

/** Least score of a pair that is believed. */
const BELIEVE = 0.52

/** What being in the same place of rows of the same length adds; too little to outweigh words. */
const ROW = 0.03

function pairIndex(results: readonly Figure[]): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>()
  results.forEach((r, i) => {
    for (const pair of r.profile.pairs.keys()) {
      const row = index.get(pair)
      if (row === undefined) index.set(pair, [i])
      else row.push(i)
    }
  })
  return index
}

function byIdentity(results: readonly Figure[]): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>()
  results.forEach((r, i) => {
    if (!r.identity.known) return
    const row = index.get(r.identity.id)
    if (row === undefined) index.set(r.identity.id, [i])
    else row.push(i)
  })
  return index
}

function candidatesOf(
  p: Figure,
  results: readonly Figure[],
  pairs: ReadonlyMap<string, readonly number[]>,
  ids: ReadonlyMap<string, readonly number[]>,
): readonly Candidate[] {
  const near = new Set<number>(p.identity.known ? ids.get(p.identity.id) : [])
  for (const pair of p.profile.pairs.keys()) for (const i of pairs.get(pair) ?? []) near.add(i)
  const found: Candidate[] = []
  for (const result of near) {
    const r = results[result]
    const relation = r === undefined ? undefined : relationOf(p, r)
    if (relation !== undefined && relation.score >= LEAST) found.push({ result, relation })
  }
  return found.sort((a, b) => b.relation.score - a.relation.score || a.result - b.result)
}

const sameRow = (p: Figure, r: Figure | undefined): boolean =>
  r !== undefined && p.of > 1 && p.of === r.of && p.place === r.place

/**
 * Pairs promised with reported figures so that the whole is worth most: a result that fits two promises goes where it is missed most.
 */
export function pairUp(promises: readonly Figure[], results: readonly Figure[]): Pairing {
  const pairs = pairIndex(results)
  const ids = byIdentity(results)
  const candidates = promises.map((p) => candidatesOf(p, results, pairs, ids))
  const edges: Edge[] = []
  candidates.forEach((list, row) => {
    const p = promises[row]
    for (const { result, relation } of list) {
      if (relation.score < BELIEVE || p === undefined) continue
      // the square makes one sure pair worth more than two doubtful ones
      const worth = relation.score ** 2 + (sameRow(p, results[result]) ? ROW : 0)
      edges.push({ row, column: result, worth })
    }
  })
  const own = assign(edges)
  return { candidates, own, owner: new Map([...own].map(([row, column]) => [column, row])) }
}

/** Least score of a result that serves a second promise as well, and of one that stands beside a promise's own. */
const SHARED = 0.6
const BESIDE = 0.85

/** Least likeness of two promises that say the same thing twice. */
const TWIN = 0.6

/** The result that answers a promise. */
export interface Choice {
  readonly result: number
  /** Another promise, which says something else, has it already: it stands for more than this one. */
  readonly shared: boolean
  /** Results of the same thing that no promise has: its parts, or the same figure told again. */
  readonly also: readonly number[]
}

/** The result that a promise shares with another, when none is its own. */
function sharedChoice(at: number, promises: readonly Figure[], { candidates, owner }: Pairing): Choice | undefined {
  const best = candidates[at]?.[0]
  if (best === undefined || best.relation.score < BELIEVE) return undefined
  const [p, q] = [promises[at], promises[owner.get(best.result) ?? at]]
  const twin = p !== undefined && q !== undefined && likeness(p.profile, q.profile) >= TWIN
  return twin || best.relation.score >= SHARED ? { result: best.result, shared: !twin, also: [] } : undefined
}

/** The result that answers a promise: its own, or one that answers another promise as well. */
export function choiceOf(at: number, promises: readonly Figure[], pairing: Pairing): Choice | undefined {
  const result = pairing.own.get(at)
  if (result === undefined) return sharedChoice(at, promises, pairing)
  const beside = (pairing.candidates[at] ?? []).filter(
    (c) => !pairing.owner.has(c.result) && c.relation.score >= BESIDE && c.relation.differences.length === 0,
  )
  return { result, shared: false, also: beside.map((c) => c.result) }
}
