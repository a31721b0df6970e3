import type { Reason } from '../model.ts'
import type { Figure } from './items.ts'
import type { Candidate } from './pairs.ts'
import type { Difference, Relation } from './relation.ts'
import type { Outcome } from './types.ts'
import { verdictOf } from './verdict.ts'

const CODES: Readonly<Record<Difference, string>> = {
  indicator: 'match/indicator-differs',
  kind: 'match/kind-differs',
  addition: 'match/addition-and-whole',
  unit: 'match/unit-differs',
  scope: 'match/scope-differs',
  years: 'match/several-years',
  shared: 'match/shared-result',
}

const kinds = (p: Figure, r: Figure): Reason['params'] => ({ promised: p.statement.kind, reported: r.statement.kind })

function paramsOf(difference: Difference, p: Figure, r: Figure): Reason['params'] {
  switch (difference) {
    case 'indicator':
      return { promised: p.identity.id, reported: r.identity.id }
    case 'kind':
    case 'addition':
      return kinds(p, r)
    case 'unit':
      return { promised: p.statement.unit, reported: r.statement.unit }
    case 'scope':
      return { promised: p.scope.join('、'), reported: r.scope.join('、') }
    case 'years':
    case 'shared':
      return {}
  }
}

function likenessReason(p: Figure, r: Figure, relation: Relation): Reason {
  if (relation.sameIndicator && p.identity.known) return { code: 'match/same-indicator', params: { id: p.identity.id } }
  const params = { promised: p.statement.indicator, reported: r.statement.indicator }
  return { code: relation.sameIndicator ? 'match/same-words' : 'match/like-words', params }
}

const valueReason = (outcome: Outcome, p: Figure, r: Figure): Reason => ({
  code: `match/value-${outcome}`,
  params: { promised: p.statement.quote, reported: r.statement.quote },
})

/** What a result makes of a promise, with the reasons. */
export interface FigureOutcome {
  readonly outcome: Outcome
  readonly reasons: readonly Reason[]
}

/**
 * What the paired result makes of a promise: its value decides where kind, unit, scope and span are the same; otherwise the promise was
 * answered in other terms, and every difference is told.
 *
 * @param shared whether the result is another promise's already and stands for more than this one
 */
export function outcomeOf(p: Figure, r: Figure, c: Candidate, shared: boolean, tolerance: number): FigureOutcome {
  const { relation } = c
  const differences: readonly Difference[] = shared ? [...relation.differences, 'shared'] : relation.differences
  const like = likenessReason(p, r, relation)
  const verdict = differences.length === 0 ? verdictOf(p.statement, r.statement, tolerance) : undefined
  if (verdict !== undefined) return { outcome: verdict, reasons: [like, valueReason(verdict, p, r)] }
  const told = differences.map((d) => ({ code: CODES[d], params: paramsOf(d, p, r) }))
  return { outcome: 'reworded', reasons: [like, ...told] }
}
