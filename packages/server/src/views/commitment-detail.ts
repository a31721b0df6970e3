import {
  cellText,
  type CommitmentSource,
  type CommitmentView,
  choiceText,
  dateField,
  formsIn,
  type DistrictView,
  type Office,
  paceLine,
  type RecordState,
  type ReadingView,
  rowsField,
  targetText,
  textField,
} from '@jiannuo/app'
import type { CommitmentDetail, FormField, RecordView } from '@jiannuo/contract'
import { commitmentRow } from './commitment.ts'
import { given } from './given.ts'
import { recordWith } from './record.ts'
import { returnRow } from './returns.ts'
import { viewWords } from './words.zh.ts'

const VERSIONS = ['forecast', 'preliminary', 'final'] as const
const SOURCES = viewWords.sources

function reading(one: ReadingView): CommitmentDetail['readings'][number] {
  const version = VERSIONS.find((known) => known === one.version) ?? 'preliminary'
  const source = one.source === 'measure' || one.source === 'document' ? one.source : 'return'
  return {
    id: one.id,
    period: one.period,
    value: one.value,
    unit: one.unit,
    version,
    versionTitle: viewWords.versions[version],
    source,
    sourceTitle: SOURCES[source],
    used: one.used,
    at: one.at,
    ...given({ record: /^[^#]+(?=#)/.exec(one.id)?.[0], figure: one.figure }),
  }
}

function sourceView(one: CommitmentSource): NonNullable<CommitmentDetail['source']> {
  const { place, ...rest } = one
  const page = place?.page === undefined ? undefined : viewWords.page(place.page)
  const table = place?.table === undefined ? undefined : viewWords.table(place.table, place.row ?? 1)
  return { ...rest, ...given({ place: page ?? table }) }
}

function milestones({ fields }: RecordState): CommitmentDetail['milestones'] {
  return rowsField(fields, 'milestones').flatMap((row) => {
    const due = dateField(row, 'due')
    if (due === undefined) return []
    return [{ id: cellText(row['id']), title: cellText(row['title']), due, ...given({ done: dateField(row, 'done') }) }]
  })
}

function numbers({ fields }: RecordState): CommitmentDetail['numbers'] {
  const proof = new Map(
    rowsField(fields, 'proof').map((row) => [cellText(row['item']), [row['source'], row['value']].map(cellText)]),
  )
  return rowsField(fields, 'numbers').map((row) => {
    const item = cellText(row['item'] ?? row['id'])
    return {
      item,
      quote: cellText(row['quote'] ?? row['value']),
      indicator: cellText(row['indicator']),
      ...given({ proof: proof.get(item)?.filter(Boolean).join('，') }),
    }
  })
}

function original(state: RecordState): CommitmentDetail['original'] {
  const { fields } = state
  if (fields['adjustedAt'] === undefined) return undefined
  const before = {
    ...fields,
    value: fields['originalValue'] ?? null,
    valueTo: fields['originalValueTo'] ?? null,
    comparator: fields['originalComparator'] ?? fields['comparator'] ?? null,
  }
  return {
    title: textField(fields, 'originalTitle') ?? textField(fields, 'title') ?? '',
    target: targetText({ ...state, fields: before }),
    ...given({ due: dateField(fields, 'originalDue') }),
  }
}

/** The evidence that strike-off asks for, laid out beforehand: a row for each number, and what each number is. */
function withProofRows(view: RecordView, state: RecordState): RecordView {
  const owed = numbers(state)
  if (owed.length === 0) return view
  const prepare = (field: FormField): FormField =>
    field.id !== 'proof' || field.value !== undefined
      ? field
      : {
          ...field,
          value: owed.map(({ item }) => ({ item })),
          help: owed.map(({ item, indicator, quote }) => viewWords.owedNumber(item, indicator, quote)).join('；'),
        }
  return { ...view, actions: view.actions.map((action) => ({ ...action, form: action.form.map(prepare) })) }
}

/** A commitment whole, for its page. */
export function commitmentDetail(office: Office, whole: CommitmentView): CommitmentDetail {
  const { record: state, seen } = whole
  const { view } = seen
  const record = recordWith(whole.view, formsIn(office, seen))
  return {
    row: commitmentRow(office, view, state),
    reasons: rowsField(state.fields, 'why').map(({ words }) => cellText(words)),
    lightRule: textField(state.fields, 'lightRule') ?? '',
    readings: whole.readings.map(reading),
    paceCurve: paceLine(state).map(({ on, value: reached }) => ({ on, value: reached })),
    milestones: milestones(state),
    numbers: numbers(state),
    returns: whole.returns.map((one) => returnRow(office, view, state, one)),
    parts: whole.parts.map((part) => commitmentRow(office, view, part)),
    record: withProofRows(record, state),
    ...given({ source: whole.source === undefined ? undefined : sourceView(whole.source), original: original(state) }),
  }
}

/** The title of a commitment's light, for words. */
export const lightTitle = (office: Office, view: DistrictView, light: string): string =>
  choiceText(office, view, 'commitments', 'light', light)
