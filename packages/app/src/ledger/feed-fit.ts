import { availableActions, type RecordState } from '@jiannuo/engine'
import { compareDates, monthOf, type PlainDate, yearOf } from '@jiannuo/kernel'
import {
  chooseMeasures,
  describeFeedReason,
  type Dictionary,
  type FeedWanted,
  fitMeasure,
  type MeasureFit,
  type OfferedMeasure,
} from '@jiannuo/plan'
import { contextAt } from '../command/decide.ts'
import { phrase } from '../wording.zh.ts'
import type { Kit } from '../office/machines.ts'
import type { Office } from '../office/office.ts'
import type { Session } from '../organisation/session.ts'
import type { Seen } from '../reading/seen.ts'
import { dueOf, targetOf } from './assess-input.ts'
import { dateField, textField } from './fields.ts'
import { COMMITMENTS, FEEDS } from './machines.ts'

/** What a commitment looks for in a measure; absent for a task without a number. */
export function feedWanted(state: RecordState, dictionary: Dictionary): FeedWanted | undefined {
  const target = targetOf(state)
  if (target === undefined) return undefined
  const { fields } = state
  const id = textField(fields, 'indicator') ?? ''
  const known = dictionary.indicators.get(dictionary.merged.get(id) ?? id)
  const named = [textField(fields, 'indicatorName'), known?.name, ...(known?.aliases ?? [])].filter(
    (words) => words !== undefined,
  )
  const alike = known?.units.find((group) => group.includes(target.unit))
  return {
    target,
    words: named.length === 0 ? [textField(fields, 'title') ?? ''] : [...new Set(named)],
    ...(alike === undefined ? {} : { alike }),
  }
}

const offeredBy = ({ machine, measures }: Kit): readonly OfferedMeasure[] =>
  (measures?.measures ?? []).map(({ id, title, unit, additivity, direction }) => ({
    id: `${machine.id}.${id}`,
    title,
    noun: machine.noun,
    machine: machine.title,
    unit,
    adds: additivity,
    direction,
  }))

/** Every measure that is declared, but those of feeds themselves: a feed that counts feeds would count itself. */
export const offeredMeasures = (office: Office): readonly OfferedMeasure[] =>
  office.machines.ids.flatMap((id) => {
    const kit = office.machines.kit(id)
    return kit === undefined || id === FEEDS ? [] : offeredBy(kit)
  })

/** All measures for a commitment, the best first. */
export const measuresFor = (office: Office, wanted: FeedWanted): readonly MeasureFit[] =>
  chooseMeasures(wanted, offeredMeasures(office))

/** How one measure fits; absent when there is no such. */
export function fitOf(office: Office, wanted: FeedWanted, id: string): MeasureFit | undefined {
  const offered = offeredMeasures(office).find((one) => one.id === id)
  return offered === undefined ? undefined : fitMeasure(wanted, offered)
}

/** The reasons of a fit in one line. */
export const fitWords = ({ reasons }: MeasureFit): string => reasons.map(describeFeedReason).join(phrase('separator'))

const monthKey = (day: PlainDate): string => `${yearOf(day)}-${String(monthOf(day)).padStart(2, '0')}`

/** The months that a commitment counts unless others are named: from its first day, or its year's, to its deadline. */
export function monthsOwed(state: RecordState): { readonly from: string; readonly to: string } {
  const due = dueOf(state)
  const first = dateField(state.fields, 'from')
  const from = first !== undefined && compareDates(first, due) <= 0 ? monthKey(first) : `${yearOf(due)}-01`
  return { from, to: monthKey(due) }
}

/** Whether the session may set by what a commitment is fed, in the state it is in. */
export const maySetFeed = (office: Office, session: Session, { kit, view, state }: Seen): boolean =>
  availableActions(kit.machine, state, session.actor, contextAt(office, view, COMMITMENTS, office.now())).some(
    ({ action, allowed }) => action === 'feed' && allowed,
  )
