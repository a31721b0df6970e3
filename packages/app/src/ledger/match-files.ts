import { describeProblem, type Result } from '@jiannuo/kernel'
import {
  type Dictionary,
  dictionaryIdentity,
  match,
  type Matching,
  matchWording,
  type Outcome,
  type PromiseMatch,
  type Proposal,
  proposals,
  standardDictionary,
} from '@jiannuo/plan'
import { openBatch } from '../command/batch.ts'
import type { Office } from '../office/office.ts'
import { refuse } from '../office/problem.ts'
import type { Session } from '../organisation/session.ts'
import { textField } from './fields.ts'
import { dictionaryFor } from './indicators.ts'
import { selectRecords } from './list.ts'
import { COMMITMENTS } from './machines.ts'
import { type DocumentFile, readDocumentFile } from './read-file.ts'
import { openDocument } from './stored-reading.ts'

/** One promise in words, with what became of it. */
export interface PromiseTold {
  /** Statement or task of the plan. */
  readonly item: string
  readonly title: string
  /** The sentence that it stands in. */
  readonly sentence: string
  readonly outcome: Outcome
  readonly sure: boolean
  /** What the report says, word for word; empty when it says nothing. */
  readonly evidence: readonly string[]
  readonly match: PromiseMatch
}

/** The promises of a plan held against the report of the year after. */
export interface PromisesTold {
  readonly plan: string
  readonly report: string
  readonly year: number
  readonly promises: readonly PromiseTold[]
  readonly counts: Readonly<Partial<Record<Outcome, number>>>
}

interface Read {
  readonly text: string
  readonly reading: Parameters<typeof match>[0]['reading']
}

/**
 * Holds the promises of one document against the report that reviews their year.
 *
 * @returns every promise with its outcome, problems of the files, or why the report does not review them
 */
export async function matchFiles(
  planFile: DocumentFile,
  reportFile: DocumentFile,
  dictionary: Dictionary = standardDictionary(),
): Promise<Result<PromisesTold>> {
  const plan = await readDocumentFile(planFile)
  if (!plan.ok) return plan
  const report = await readDocumentFile(reportFile)
  if (!report.ok) return report
  return told(
    { text: plan.value.source.text, reading: plan.value.reading },
    { text: report.value.source.text, reading: report.value.reading },
    dictionary,
  )
}

function told(plan: Read, report: Read, dictionary: Dictionary): Result<PromisesTold> {
  const matching = match(plan, report, { identify: dictionaryIdentity(dictionary) })
  if (!matching.ok) return matching
  const byItem = new Map(proposals(plan.reading, plan.text, dictionary).map((one) => [one.item, one]))
  const promises = matching.value.promises.map((one): PromiseTold => {
    const proposal = byItem.get(one.promise)
    const named = one.outcome === 'notMentioned' ? namedElsewhere(report, proposal) : undefined
    return {
      item: one.promise,
      title: proposal?.title ?? plan.text.slice(one.start, one.end),
      sentence: proposal?.sentence ?? '',
      outcome: one.outcome,
      sure: one.sure && named === undefined,
      evidence: named === undefined ? one.evidence.map((place) => sentenceAt(report, place)) : [named],
      match: one,
    }
  })
  const counts: Partial<Record<Outcome, number>> = {}
  for (const { outcome } of promises) counts[outcome] = (counts[outcome] ?? 0) + 1
  const titles = { plan: plan.reading.meta.title, report: report.reading.meta.title }
  return { ok: true, value: { ...titles, year: matching.value.year, promises, counts } }
}

/** Shorter words turn up anywhere. */
const NAME = 4

/**
 * Where the review names the thing all the same: reports tell what was not done among their difficulties, which are no results. Then it is for a
 * person to say whether it was accounted for.
 */
function namedElsewhere({ text, reading }: Read, proposal: Proposal | undefined): string | undefined {
  const name = proposal?.numbers[0]?.indicator ?? ''
  if (name.length < NAME) return undefined
  const clause = reading.clauses.find(
    ({ half, start, end }) => half === 'review' && text.slice(start, end).includes(name),
  )
  if (clause === undefined) return undefined
  const at = text.indexOf(name, clause.start)
  return text.slice(Math.max(clause.start, at - AROUND), Math.min(clause.end, at + name.length + AROUND))
}

/** Words on either side of a number, so that it can be understood. */
const AROUND = 24

function sentenceAt(
  { text, reading }: Read,
  { clause, start, end }: Matching['promises'][number]['evidence'][number],
): string {
  const whole = reading.clauses.find(({ id }) => id === clause)
  const from = Math.max(whole?.start ?? 0, start - AROUND)
  const to = Math.min(whole?.end ?? text.length, end + AROUND)
  return text.slice(from, to)
}

/**
 * Writes down at the commitments of a plan what the next year's report says of them; struck off, carried over or unmet, each keeps its state.
 *
 * @param plan the imported document whose commitments are meant
 * @param report the imported report
 * @returns the promises, and how many commitments took it down
 */
export async function applyMatch(
  office: Office,
  session: Session,
  plan: string,
  report: string,
): Promise<Result<PromisesTold & { readonly noted: number }>> {
  const promised = await openDocument(office, session, plan)
  if (!promised.ok) return promised
  const reviewed = await openDocument(office, session, report)
  if (!reviewed.ok) return reviewed
  const done = told(promised.value, reviewed.value, await dictionaryFor(office, session.district))
  if (!done.ok) return done
  const commitments = await selectRecords(office, session, COMMITMENTS, { facets: [[`document=${plan}`]] })
  if (commitments.length === 0) return refuse('app/no-commitments')
  const batch = await openBatch(office, session.district)
  await batch.fetch(commitments.map(({ id }) => id))
  const byItem = new Map(done.value.promises.map((one) => [one.item, one]))
  let noted = 0
  for (const { id, fields, seq } of commitments) {
    const found = byItem.get(textField(fields, 'item') ?? '')
    if (found === undefined || !found.sure || textField(fields, 'verdict') === found.outcome) continue
    const [place] = found.match.evidence
    const input = {
      resultDocument: report,
      verdict: found.outcome,
      ...(place === undefined ? {} : { resultItem: place.statement ?? place.clause }),
    }
    const key = `matched:${id}:${seq}:${report}`
    const refused = await batch.tell({ record: id, action: 'matched', input, key, at: office.now() })
    if (refused === undefined) noted += 1
  }
  await batch.write()
  return { ok: true, value: { ...done.value, noted } }
}

/** Why a promise was judged so, in words. */
export const promiseReasons = ({ match: { reasons } }: PromiseTold): readonly string[] =>
  reasons.map((reason) => describeProblem({ ...reason, severity: 'note' }, matchWording))
