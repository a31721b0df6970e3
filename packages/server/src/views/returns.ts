import {
  type DistrictView,
  flagField,
  numberField,
  type Office,
  type OwedPair,
  type RecordState,
  targetText,
  textField,
} from '@jiannuo/app'
import type { ReturnRow } from '@jiannuo/contract'
import { given } from './given.ts'
import { viewWords } from './words.zh.ts'

const stateTitle = (office: Office, one: RecordState): string =>
  office.machines.kit(one.machine, one.version)?.machine.states[one.state]?.title ?? one.state

/** A return of a commitment. */
export function returnRow(office: Office, view: DistrictView, of: RecordState, one: RecordState): ReturnRow {
  const { fields } = one
  return {
    ...owedRow(view, of, textField(fields, 'period') ?? ''),
    id: one.id,
    state: one.state,
    stateTitle: stateTitle(office, one),
    seq: one.seq,
    ...given({
      value: numberField(fields, 'value'),
      progress: textField(fields, 'progress'),
    }),
  }
}

/** What a commitment owes for a period, with nothing there yet. */
export function owedRow(view: DistrictView, of: RecordState, period: string): ReturnRow {
  const { fields } = of
  const unit = of.lead ?? textField(fields, 'leadUnit') ?? ''
  const [last, value] = [textField(fields, 'lastPeriod'), numberField(fields, 'current')]
  return {
    commitment: of.id,
    title: textField(fields, 'title') ?? '',
    unit,
    unitName: view.tree.name(unit),
    period,
    stateTitle: viewWords.notReported,
    valueUnit: textField(fields, 'unit') ?? '',
    needsValue: flagField(fields, 'needsValue'),
    target: targetText(of),
    ...given({ last: last === undefined || value === undefined ? undefined : { period: last, value } }),
  }
}

/** A line of a month's returns: what is owed, and what has come. */
export function boardRow(office: Office, view: DistrictView, { of, one, reason }: OwedPair, period: string): ReturnRow {
  if (one === undefined) return owedRow(view, of, period)
  return { ...returnRow(office, view, of, one), ...given({ reason }) }
}
