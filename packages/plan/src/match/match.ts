import { granted, refused, type Result } from '@jiannuo/kernel'
import type { Clause, Statement } from '@jiannuo/reader'
import { byWords, confidenceOf, SURE } from './by-words.ts'
import { outcomeOf } from './figure-outcome.ts'
import { plainIdentity } from './identity.ts'
import { type Figure, figuresOf } from './items.ts'
import { type ClauseIndex, indexClauses } from './mention.ts'
import { type Candidate, type Choice, choiceOf, type Pairing, pairUp } from './pairs.ts'
import { type Promised, promisedBy } from './promises.ts'
import { refusalsOf } from './refuse.ts'
import { resultsOf, toldClauses } from './review.ts'
import { longClauses, ofSeveralYears } from './span-of-years.ts'
import { figureTermsIn, laterNames, segmentAround, taskTerms, wideTerms } from './terms.ts'
import type { Evidence, Matching, MatchOptions, PromiseMatch, ReadDocument } from './types.ts'
import { togetherEnough } from './verdict.ts'

/** 左右 where no tolerance is declared. */
const TOLERANCE = 0.05

interface Setting {
  readonly planText: string
  readonly promises: readonly Figure[]
  readonly results: readonly Figure[]
  readonly pairing: Pairing
  readonly index: ClauseIndex
  readonly tolerance: number
}

const evidenceOf = (s: Statement): Evidence => ({ start: s.start, end: s.end, statement: s.id, clause: s.clause })

/** A promise that a result answers. */
function answered(p: Figure, candidate: Candidate, choice: Choice, setting: Setting): PromiseMatch | undefined {
  const r = setting.results[candidate.result]
  if (r === undefined) return undefined
  const judged = outcomeOf(p, r, candidate, choice.shared, setting.tolerance)
  const also = choice.also.flatMap((i) => setting.results[i]?.statement ?? [])
  // parts that make the target together cannot be called short of it, but nobody said that they are parts
  const outcome =
    judged.outcome === 'short' && togetherEnough(p.statement, [r.statement, ...also]) ? 'reworded' : judged.outcome
  const told = also.length === 0 ? [] : [{ code: 'match/several-results', params: { count: also.length + 1 } }]
  const confidence = confidenceOf(candidate.relation.score)
  return {
    promise: p.statement.id,
    of: 'statement',
    start: p.statement.start,
    end: p.statement.end,
    outcome,
    evidence: [r.statement, ...also].map(evidenceOf),
    confidence,
    sure: confidence >= SURE,
    reasons: [...(outcome === judged.outcome ? judged.reasons : judged.reasons.slice(0, 1)), ...told],
  }
}

function ofFigure(p: Figure, at: number, setting: Setting): PromiseMatch {
  const { statement } = p
  const candidates = setting.pairing.candidates[at] ?? []
  const choice = choiceOf(at, setting.promises, setting.pairing)
  const candidate = candidates.find((c) => c.result === choice?.result)
  const found = candidate === undefined || choice === undefined ? undefined : answered(p, candidate, choice, setting)
  if (found !== undefined) return found
  const search = {
    terms: figureTermsIn(setting.planText, statement),
    later: [],
    wide: wideTerms(`${statement.indicator}、${segmentAround(setting.planText, statement)}`),
    nearest: candidates[0]?.relation.score ?? 0,
  }
  return byWords(statement, 'statement', search, setting.index)
}

const clausesOf = ({ reading }: ReadDocument): ReadonlyMap<string, Clause> =>
  new Map(reading.clauses.map((c) => [c.id, c]))

function settingOf(
  plan: ReadDocument,
  report: ReadDocument,
  promised: Promised,
  year: number,
  options: MatchOptions,
): Setting {
  const identify = options.identify ?? plainIdentity
  const told = toldClauses(report.reading, report.text)
  const long = longClauses(
    report.reading.clauses.filter((c) => c.half === 'review'),
    report.text,
  )
  const promises = figuresOf(promised.statements, plan.text, clausesOf(plan), identify, () => false)
  const results = figuresOf(
    resultsOf(report.reading, told, year),
    report.text,
    clausesOf(report),
    identify,
    (s, clause, done) => ofSeveralYears(report.text, clause?.start ?? s.start, s.start, year, long.has(s.clause), done),
  )
  return {
    planText: plan.text,
    promises,
    results,
    pairing: pairUp(promises, results),
    index: indexClauses(told, report.text),
    tolerance: options.tolerance ?? TOLERANCE,
  }
}

/**
 * What became of a plan's promises in the next year's report (DESIGN 5, P90-P119).
 *
 * Promises are the target statements for the year and the tasks without a number; they are set against the results and the sentences of the
 * report's review half. Likeness comes from words, kind and unit, never from numbers; pairs are chosen so that the whole is worth most.
 *
 * @param plan the report or plan that promised, with its reading
 * @param report the report that reviews the promised year
 * @returns the matching, or why the report cannot answer the plan (another year, another place)
 */
export function match(plan: ReadDocument, report: ReadDocument, options: MatchOptions = {}): Result<Matching> {
  const problems = refusalsOf(plan, report)
  const { year } = plan.reading.meta
  if (problems.length > 0 || year === undefined) return refused(...problems)
  const promised = promisedBy(plan.reading, year)
  const setting = settingOf(plan, report, promised, year, options)
  const figures = setting.promises.map((p, at) => ofFigure(p, at, setting))
  const tasks = promised.tasks.map((task) => {
    const search = {
      terms: taskTerms(task, plan.text),
      later: laterNames(task),
      wide: wideTerms(task.object),
      nearest: 0,
    }
    return byWords(task, 'task', search, setting.index)
  })
  const used = new Set(figures.flatMap((m) => m.evidence.map((e) => e.statement)))
  return granted({
    year,
    promises: [...figures, ...tasks].sort((a, b) => a.start - b.start || a.end - b.end),
    notDue: promised.notDue,
    unpromised: setting.results.filter((r) => !used.has(r.statement.id)).map((r) => r.statement.id),
  })
}
