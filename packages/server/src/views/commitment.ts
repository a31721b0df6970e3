import {
  cellText,
  choiceText,
  dateField,
  type DistrictView,
  type LightTurn,
  lightOf,
  listField,
  numberField,
  type Office,
  type RecordState,
  rowsField,
  targetText,
  textField,
} from '@jiannuo/app'
import type { CommitmentRow, LightChange } from '@jiannuo/contract'
import { daysBetween, localDate } from '@jiannuo/kernel'
import { given } from './given.ts'

const SHARE = 1e4
const rounded = (value: number | undefined, to: number): number | undefined =>
  value === undefined ? undefined : Math.round(value * to) / to

/** A commitment as a line of the ledger. */
export function commitmentRow(office: Office, view: DistrictView, state: RecordState): CommitmentRow {
  const { fields } = state
  const lead = state.lead ?? textField(fields, 'leadUnit')
  const due = dateField(fields, 'due')
  const today = localDate(office.now(), office.calendar.utcOffset)
  return {
    id: state.id,
    title: textField(fields, 'title') ?? '',
    year: numberField(fields, 'year') ?? 0,
    chapter: textField(fields, 'chapter') ?? '',
    state: state.state,
    stateTitle: office.machines.kit(state.machine, state.version)?.machine.states[state.state]?.title ?? state.state,
    light: lightOf(state),
    why: cellText(rowsField(fields, 'why')[0]?.['words']),
    target: targetText(state),
    unit: textField(fields, 'unit') ?? '',
    partners: listField(fields, 'partners').map((id) => ({ id, name: view.tree.name(id) })),
    silentPeriods: numberField(fields, 'silentPeriods') ?? 0,
    adjusted: numberField(fields, 'adjustedAt') !== undefined,
    parts: numberField(fields, 'parts') ?? 0,
    seq: state.seq,
    ...given({
      document: textField(fields, 'document'),
      value: numberField(fields, 'value'),
      current: numberField(fields, 'current'),
      currentPeriod: textField(fields, 'currentPeriod'),
      currentVersion: versionTitle(office, view, state),
      completion: rounded(numberField(fields, 'completion'), SHARE),
      pace: rounded(numberField(fields, 'pace'), SHARE),
      gap: rounded(numberField(fields, 'gap'), 100),
      forecast: numberField(fields, 'forecast'),
      lead,
      leadName: lead === undefined ? undefined : view.tree.name(lead),
      leader: textField(fields, 'leader'),
      due,
      daysLeft: due === undefined ? undefined : daysBetween(today, due),
      lastPeriod: textField(fields, 'lastPeriod'),
      parent: textField(fields, 'parent'),
    }),
  }
}

function versionTitle(office: Office, view: DistrictView, state: RecordState): string | undefined {
  const version = textField(state.fields, 'currentVersion')
  return version === undefined ? undefined : choiceText(office, view, 'returns', 'version', version)
}

/** A light that turned, for the overview. */
export function lightChange(view: DistrictView, { state, from, to, on }: LightTurn): LightChange {
  const { fields, lead } = state
  return {
    id: state.id,
    title: textField(fields, 'title') ?? '',
    from,
    to,
    on,
    why: cellText(rowsField(fields, 'why')[0]?.['words']),
    ...given({ leadName: lead === undefined ? undefined : view.tree.name(lead) }),
  }
}
