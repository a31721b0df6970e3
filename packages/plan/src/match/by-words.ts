import type { Clause, Statement, Task } from '@jiannuo/reader'
import type { Reason } from '../model.ts'
import { type ClauseIndex, mentionOf, traceOf } from './mention.ts'
import type { Term } from './terms.ts'
import type { PromiseMatch } from './types.ts'

/** Least share of a phrase that counts as the promise being reported on. */
const MENTIONED = 0.65

/** Least share of a later name. */
const WHOLE = 0.9

/**
 * What counts of a phrase's parts that stand apart in the sentence. A project's name is often taken apart; a figure's words that are strewn
 * about are another figure's.
 */
const STREWN = { statement: 0.5, task: 0.8 } as const

/** Least confidence of an outcome that is asserted; below it somebody should look. */
export const SURE = 0.5
/** Saying that a promise was dropped is a grave thing: silence is asserted with more. */
const SURE_OF_SILENCE = 0.62

/** Three decimals between 0 and 1: a confidence is an estimate. */
export const confidenceOf = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000

/** What is looked for where no figure answers a promise. */
export interface Search {
  /** Phrases each of which stands for the promise. */
  readonly terms: readonly Term[]
  /** Names that stand for a part of it, if they are found whole. */
  readonly later: readonly Term[]
  /** Every phrase of the promise that says anything: a trace of it makes silence less sure. */
  readonly wide: readonly Term[]
  /** Score of the likest result, which was not like enough. */
  readonly nearest: number
}

const clauseEvidence = ({ start, end, id }: Clause) => [{ start, end, clause: id }]

/** What the words of a promise find in the review: a sentence that reports on it, or nothing. */
export function byWords(
  item: Statement | Task,
  of: PromiseMatch['of'],
  { terms, later, wide, nearest }: Search,
  index: ClauseIndex,
): PromiseMatch {
  const first = mentionOf(terms, index, STREWN[of])
  const second = mentionOf(later, index, 0)
  const mention = (first?.score ?? 0) < MENTIONED && second !== undefined && second.score >= WHOLE ? second : first
  const found = confidenceOf(mention?.score ?? 0)
  const shared = { promise: item.id, of, start: item.start, end: item.end }
  if (mention !== undefined && mention.score >= MENTIONED) {
    const code = of === 'task' ? 'match/task-reported' : 'match/no-figure'
    const reasons: readonly Reason[] = [{ code, params: { share: found } }]
    return {
      ...shared,
      outcome: 'mentioned',
      evidence: clauseEvidence(mention.clause),
      confidence: found,
      sure: true,
      reasons,
    }
  }
  const generic = wide.length === 0
  const silence = 1 - Math.max(nearest, found, traceOf(wide, index))
  // words that stand in every plan are no proof of silence
  const confidence = confidenceOf(generic ? Math.min(GENERIC_SILENCE, silence) : silence)
  const reasons: Reason[] = [{ code: 'match/words-not-found', params: { share: found } }]
  if (generic) reasons.push({ code: 'match/generic-words', params: {} })
  return { ...shared, outcome: 'notMentioned', evidence: [], confidence, sure: confidence >= SURE_OF_SILENCE, reasons }
}

const GENERIC_SILENCE = 0.45
