import {
  cellText,
  type DecidedProposal,
  type DistrictView,
  flagField,
  listField,
  numberField,
  type Office,
  type OpenDocument,
  type RecordState,
  textField,
  unitNamed,
} from '@jiannuo/app'
import type { DocumentDetail, DocumentRow, ProposalView, StatementView } from '@jiannuo/contract'
import { describeQuantity } from '@jiannuo/kernel'
import { given } from './given.ts'
import { viewWords } from './words.zh.ts'

type Reading = OpenDocument['reading']
const KINDS = ['report', 'plan', 'bulletin', 'other'] as const

/** A document as a line of the list. */
export function documentRow(office: Office, state: RecordState, open: number): DocumentRow {
  const { fields } = state
  const kind = KINDS.find((one) => one === textField(fields, 'kind')) ?? 'other'
  return {
    id: state.id,
    title: textField(fields, 'title') ?? '',
    kind,
    kindTitle: viewWords.documentKinds[kind],
    place: textField(fields, 'place') ?? '',
    own: flagField(fields, 'own'),
    state: state.state,
    stateTitle: office.machines.kit(state.machine, state.version)?.machine.states[state.state]?.title ?? state.state,
    statements: numberField(fields, 'statements') ?? 0,
    tasks: numberField(fields, 'tasks') ?? 0,
    open,
    importedAt: state.openedAt,
    ...given({ year: numberField(fields, 'year') }),
  }
}

const statementView = (one: Reading['statements'][number]): StatementView => ({
  id: one.id,
  clause: one.clause,
  start: one.start,
  end: one.end,
  quote: one.quote,
  target: describeQuantity(one),
  indicator: one.indicator,
  kindTitle: viewWords.statementKinds[one.kind],
  modality: one.modality,
  ...given({ year: one.year, scope: one.scope }),
})

const DECISIONS = { confirmed: 'confirmed', rejected: 'rejected', merged: 'merged', split: 'split' } as const

/** What a passage proposes, with what was decided about it. */
export function proposalView({ tree }: DistrictView, { proposal, decision }: DecidedProposal): ProposalView {
  const { target, indicator } = proposal
  const unit = (words: readonly string[]): string | undefined => {
    for (const name of words) {
      const id = unitNamed(tree, name)
      if (id !== undefined) return id
    }
    return undefined
  }
  const lead = unit(proposal.lead) ?? unit(proposal.departments)
  const named = (id: string) => ({ id, name: tree.name(id) })
  const decided = decision === undefined || decision.decision === 'reopened' ? 'open' : DECISIONS[decision.decision]
  const value = target === undefined ? undefined : typeof target.value === 'number' ? target.value : target.value[0]
  return {
    item: proposal.item,
    kind: proposal.kind,
    clause: proposal.clause,
    start: proposal.start,
    end: proposal.end,
    title: proposal.title,
    target: target === undefined ? '' : describeQuantity(target),
    unit: target?.unit ?? '',
    indicatorKnown: indicator?.known ?? false,
    partners: proposal.partners.flatMap((words) => {
      const id = unitNamed(tree, words)
      return id === undefined ? [] : [named(id)]
    }),
    decision: decided,
    ...given({
      value,
      comparator: target?.comparator,
      indicator: indicator?.id,
      indicatorName: indicator?.name,
      due: proposal.due,
      lead: lead === undefined ? undefined : named(lead),
      commitment: decision?.commitment,
      note: decision?.note,
    }),
  }
}

type ReadParts = Pick<DocumentDetail, 'meta' | 'text' | 'outline' | 'clauses' | 'statements'>

/** What was read in a text, for the page that shows it beside the text. */
export function readingParts(reading: Reading, text: string): ReadParts {
  const { meta } = reading
  return {
    meta: {
      title: meta.title,
      kind: meta.kind,
      kindTitle: viewWords.documentKinds[meta.kind],
      ...given({
        place: meta.place,
        year: meta.year,
        publisher: meta.publisher,
        indexNumber: meta.indexNumber,
        documentNumber: meta.documentNumber,
        date: meta.date,
      }),
    },
    text,
    outline: reading.outline.map(({ start, end, level, title, label }) => ({
      start,
      end,
      level,
      text: `${label}${title}`,
    })),
    clauses: reading.clauses.map(({ id, start, end, path, half, class: kind }) => ({
      id,
      start,
      end,
      path: [...path],
      half,
      class: kind,
    })),
    statements: reading.statements.map(statementView),
  }
}

/** Name and hash of a document's original file. */
export const originalOf = ({ fields }: RecordState): { readonly file: string; readonly fileName: string } => ({
  file: listField(fields, 'original')[0] ?? '',
  fileName: cellText(fields['fileName']) || cellText(fields['title']),
})
