import type { Json } from '@jiannuo/engine'
import type { Instant, Problem, Result } from '@jiannuo/kernel'
import type { Proposal } from '@jiannuo/plan'
import { type Batch, openBatch } from '../command/batch.ts'
import { refusalProblem } from '../command/explain.ts'
import { freshKey } from '../office/ids.ts'
import type { Office } from '../office/office.ts'
import { problem, refuse } from '../office/problem.ts'
import type { Session } from '../organisation/session.ts'
import { commitmentInput, type Correction } from './commitment-input.ts'
import { flagField, given } from './fields.ts'
import { COMMITMENTS, DOCUMENTS } from './machines.ts'
import { type Decision, type DecidedProposal, type DocumentProposals, isOpen, proposalsOf } from './proposals.ts'

/** What is decided about the proposals of a document; several at once are one command. */
export type Deciding =
  /** Each becomes a commitment, as it was read or as corrected. `items` absent: all that are open. */
  | {
      readonly decide: 'confirm'
      readonly items?: readonly string[]
      readonly corrections?: Readonly<Record<string, Correction>>
    }
  /** They are no commitments; the reason is kept. */
  | { readonly decide: 'reject'; readonly items: readonly string[]; readonly reason: string }
  /** All become one commitment under the title given: the first of them gives the number that is tracked. */
  | {
      readonly decide: 'merge'
      readonly items: readonly string[]
      readonly title: string
      readonly correction?: Correction
    }
  /** One becomes several commitments, each under a title of its own: `parts` are two or more. */
  | { readonly decide: 'split'; readonly items: readonly [string]; readonly parts: readonly SplitPart[] }
  /** A rejection is taken back; what was confirmed is taken back in the ledger. */
  | { readonly decide: 'reopen'; readonly items: readonly string[] }

/** One of the commitments that a proposal is split into. */
export interface SplitPart extends Correction {
  readonly title: string
}

/** What came of it. */
export interface Confirmed {
  readonly document: string
  /** Commitments that were opened: item → record; the first of a split. */
  readonly commitments: Readonly<Record<string, string>>
  readonly decided: number
  /** Proposals that nobody has decided yet. */
  readonly open: number
}

/**
 * Decides proposals of a document. Only from then on do they count: each confirmed one is a commitment in state 拟分解 that names
 * its document and span. Everything is written in one transaction, and deciding the same again changes nothing.
 *
 * @returns what came of it, or `app/not-own` for another place's document, `app/no-item`, `app/item-decided`, `app/no-reason`, or why the session may not do so
 */
export async function decideProposals(
  office: Office,
  session: Session,
  document: string,
  deciding: Deciding,
  at: Instant = office.now(),
): Promise<Result<Confirmed>> {
  const known = await proposalsOf(office, session, document)
  if (!known.ok) return known
  if (!flagField(known.value.document.state.fields, 'own')) return refuse('app/not-own')
  const chosen = chosenOf(known.value, deciding)
  if (!chosen.ok) return chosen
  const batch = await openBatch(office, session.district)
  const work: Work = { office, session, batch, document, known: known.value, at }
  const decisions = await carryOut(work, deciding, chosen.value)
  if (!decisions.ok) return decisions
  if (decisions.value.length > 0) {
    const noted = await noteDecisions(work, decisions.value)
    if (noted !== undefined) return { ok: false, problems: [noted] }
    for (const done of await batch.write())
      if (!done.ok) return { ok: false, problems: [refusalProblem(office, DOCUMENTS, done.refusal)] }
  }
  const commitments = Object.fromEntries(
    decisions.value.flatMap(({ item, commitment }) => (commitment === undefined ? [] : [[item, commitment]])),
  )
  const settled = decisions.value.filter(({ decision }) => decision !== 'reopened').length
  const open = known.value.open + (deciding.decide === 'reopen' ? decisions.value.length : -settled)
  return { ok: true, value: { document, commitments, decided: decisions.value.length, open } }
}

interface Work {
  readonly office: Office
  readonly session: Session
  readonly batch: Batch
  readonly document: string
  readonly known: DocumentProposals
  readonly at: Instant
}

/** The proposals that are meant, or what is wrong with the choice. */
function chosenOf({ items }: DocumentProposals, deciding: Deciding): Result<readonly DecidedProposal[]> {
  if (deciding.decide === 'reject' && deciding.reason.trim() === '') return refuse('app/no-reason')
  if (deciding.items === undefined) return { ok: true, value: items.filter(isOpen) }
  const byItem = new Map(items.map((one) => [one.proposal.item, one]))
  const problems: Problem[] = []
  const chosen: DecidedProposal[] = []
  for (const item of new Set(deciding.items)) {
    const one = byItem.get(item)
    if (one === undefined) problems.push(problem('app/no-item', { item }))
    else if (deciding.decide === 'reopen' ? one.decision?.decision !== 'rejected' : !isOpen(one))
      problems.push(problem('app/item-decided', { item, title: one.proposal.title }))
    else chosen.push(one)
  }
  return problems.length === 0 ? { ok: true, value: chosen } : { ok: false, problems }
}

async function carryOut(
  work: Work,
  deciding: Deciding,
  chosen: readonly DecidedProposal[],
): Promise<Result<readonly Decision[]>> {
  const items = chosen.map(({ proposal }) => proposal)
  switch (deciding.decide) {
    case 'reject':
      return { ok: true, value: items.map(({ item }) => ({ item, decision: 'rejected', note: deciding.reason })) }
    case 'reopen':
      return { ok: true, value: items.map(({ item }) => ({ item, decision: 'reopened' })) }
    case 'confirm':
      return openEach(work, items, deciding.corrections ?? {})
    case 'merge':
      return openMerged(work, items, deciding.title, deciding.correction ?? {})
    case 'split':
      return openSplit(work, items, deciding.parts)
  }
}

async function openEach(
  work: Work,
  items: readonly Proposal[],
  corrections: Readonly<Record<string, Correction>>,
): Promise<Result<readonly Decision[]>> {
  const decisions: Decision[] = []
  for (const proposal of items) {
    const opened = await openCommitment(work, proposal, corrections[proposal.item] ?? {})
    if (!opened.ok) return opened
    decisions.push({ item: proposal.item, decision: 'confirmed', commitment: opened.value })
  }
  return { ok: true, value: decisions }
}

async function openMerged(
  work: Work,
  items: readonly Proposal[],
  title: string,
  correction: Correction,
): Promise<Result<readonly Decision[]>> {
  const tracked = items.find(({ target }) => target !== undefined) ?? items[0]
  if (tracked === undefined || items.length < 2) return refuse('app/merge-few')
  const numbers = items.flatMap((proposal) => proposal.numbers)
  const distinct = numbers.filter(
    ({ statement }, at) => numbers.findIndex((other) => other.statement === statement) === at,
  )
  const opened = await openCommitment(work, { ...tracked, numbers: distinct, title }, { ...correction, title })
  if (!opened.ok) return opened
  const decisions = items.map(
    ({ item }): Decision => ({
      item,
      decision: item === tracked.item ? 'confirmed' : 'merged',
      commitment: opened.value,
    }),
  )
  return { ok: true, value: decisions }
}

/** Each part keeps the numbers that its title names; the target goes with the part that names it, or that is given a value. */
async function openSplit(
  work: Work,
  [proposal]: readonly Proposal[],
  parts: readonly SplitPart[],
): Promise<Result<readonly Decision[]>> {
  if (proposal === undefined || parts.length < 2) return refuse('app/parts-few')
  const records: string[] = []
  for (const [at, part] of parts.entries()) {
    const { target, ...rest } = proposal
    const numbers = proposal.numbers.filter(({ quote }) => part.title.includes(quote))
    const tracks = part.value !== undefined || part.title.includes(proposal.quote)
    const share: Proposal = {
      ...rest,
      numbers,
      title: part.title,
      ...(tracks && target !== undefined ? { target } : {}),
    }
    const opened = await openCommitment(work, share, part, `/${at + 1}`)
    if (!opened.ok) return opened
    records.push(opened.value)
  }
  const [commitment = ''] = records
  return { ok: true, value: [{ item: proposal.item, decision: 'split', commitment }] }
}

async function openCommitment(
  { office, session, batch, document, at }: Work,
  proposal: Proposal,
  correction: Correction,
  part = '',
): Promise<Result<string>> {
  const view = await office.districts.view(session.district)
  const input = commitmentInput(view.tree, document, proposal, correction)
  const key = `confirm:${document}:${proposal.item}${part}`
  const done = await batch.add({
    session,
    command: { machine: COMMITMENTS, action: 'propose', input, key },
    at,
  })
  if (done.ok) return { ok: true, value: done.value.record }
  const { text } = refusalProblem(office, COMMITMENTS, done.refusal).params ?? {}
  return refuse('app/item-refused', { item: proposal.item, title: proposal.title, text: text ?? '' })
}

async function noteDecisions(
  { office, session, batch, document, known, at }: Work,
  decisions: readonly Decision[],
): Promise<Problem | undefined> {
  const decided: Json = decisions.map(({ item, decision, commitment, note }) =>
    given({ item, decision, commitment, note }),
  )
  const before = new Set(known.items.flatMap((one) => (isOpen(one) ? [] : [one.proposal.item])))
  for (const { item, decision } of decisions) {
    if (decision === 'reopened') before.delete(item)
    else before.add(item)
  }
  const input = { decided, decidedCount: before.size }
  const done = await batch.add({
    session,
    command: { machine: DOCUMENTS, record: document, action: 'decide', input, key: freshKey() },
    at,
  })
  return done.ok ? undefined : refusalProblem(office, DOCUMENTS, done.refusal)
}
