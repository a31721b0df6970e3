import type { Result } from '@jiannuo/kernel'
import { type Dictionary, type Proposal, proposals } from '@jiannuo/plan'
import type { Office } from '../office/office.ts'
import type { Session } from '../organisation/session.ts'
import { rowsField } from './fields.ts'
import { dictionaryFor } from './indicators.ts'
import { type OpenDocument, openDocument } from './stored-reading.ts'

/** What a person has decided about something that a document proposes. */
export interface Decision {
  readonly item: string
  readonly decision: 'confirmed' | 'rejected' | 'merged' | 'split' | 'reopened'
  readonly commitment?: string
  readonly note?: string
}

/** A proposal with what was decided about it; without a decision it does not count anywhere. */
export interface DecidedProposal {
  readonly proposal: Proposal
  readonly decision?: Decision
}

/** A document with all that it proposes. */
export interface DocumentProposals {
  readonly document: OpenDocument
  readonly dictionary: Dictionary
  readonly items: readonly DecidedProposal[]
  /** How many of them nobody has decided yet. */
  readonly open: number
}

const isDecision = (text: unknown): text is Decision['decision'] =>
  text === 'confirmed' || text === 'rejected' || text === 'merged' || text === 'split' || text === 'reopened'

/** Decisions of a document by item. */
export function decisionsOf({ state }: OpenDocument): ReadonlyMap<string, Decision> {
  const decisions = new Map<string, Decision>()
  for (const { item, decision, commitment, note } of rowsField(state.fields, 'decisions')) {
    if (typeof item !== 'string' || !isDecision(decision)) continue
    decisions.set(item, {
      item,
      decision,
      ...(typeof commitment === 'string' ? { commitment } : {}),
      ...(typeof note === 'string' ? { note } : {}),
    })
  }
  return decisions
}

/** Whether a proposal still waits for somebody. */
export const isOpen = ({ decision }: DecidedProposal): boolean =>
  decision === undefined || decision.decision === 'reopened'

/** What a document proposes, with what was decided. @returns the proposals, or what `openDocument` refuses */
export async function proposalsOf(
  office: Office,
  session: Session,
  record: string,
): Promise<Result<DocumentProposals>> {
  const document = await openDocument(office, session, record)
  return document.ok ? { ok: true, value: await proposalsIn(office, session, document.value) } : document
}

/** What an open document proposes, with what was decided. */
export async function proposalsIn(
  office: Office,
  session: Session,
  document: OpenDocument,
): Promise<DocumentProposals> {
  const dictionary = await dictionaryFor(office, session.district)
  const decisions = decisionsOf(document)
  const items = proposedBy(document, dictionary).map((proposal): DecidedProposal => {
    const decision = decisions.get(proposal.item)
    return decision === undefined ? { proposal } : { proposal, decision }
  })
  return { document, dictionary, items, open: items.filter(isOpen).length }
}

/** By reading, which never changes, with the dictionary that was used. */
const proposed = new WeakMap<object, { readonly dictionary: Dictionary; readonly made: readonly Proposal[] }>()

function proposedBy({ reading, text }: OpenDocument, dictionary: Dictionary): readonly Proposal[] {
  const known = proposed.get(reading)
  if (known?.dictionary === dictionary) return known.made
  const made = proposals(reading, text, dictionary)
  proposed.set(reading, { dictionary, made })
  return made
}
