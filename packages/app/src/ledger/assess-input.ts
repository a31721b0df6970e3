import type { Json, RecordState } from '@jiannuo/engine'
import { compareDates, daysInMonth, localDate, monthOf, type PlainDate, plainDate, yearOf } from '@jiannuo/kernel'
import {
  type Adding,
  type AssessInput,
  type CurvePoint,
  type Assessment,
  describeReason,
  type Direction,
  type IndicatorReading,
  type LightRules,
  owedSince,
  returnDue,
  type Rhythm,
  type RolledUp,
  silence,
  type Target,
} from '@jiannuo/plan'
import type { StoredReading } from '@jiannuo/store'
import { dateField, flagField, momentField, numberField, rowsField, textField } from './fields.ts'

const KINDS: readonly Target['kind'][] = ['level', 'increase', 'rate', 'share', 'multiple', 'rank']
const COMPARATORS: readonly Target['comparator'][] = ['eq', 'gte', 'gt', 'lte', 'lt', 'approx', 'range']
const DIRECTIONS: readonly Direction[] = ['up', 'down', 'none']
const ADDINGS: readonly Adding[] = ['increments', 'last', 'recomputed', 'never']
const COVERS: readonly IndicatorReading['covers'][] = ['toDate', 'period', 'moment']
const VERSIONS: readonly IndicatorReading['version'][] = ['forecast', 'preliminary', 'final']
const SOURCES: readonly IndicatorReading['source'][] = ['measure', 'document', 'return']

const oneOf = <T extends string>(all: readonly T[], text: string | undefined, otherwise: T): T =>
  all.find((known) => known === text) ?? otherwise

/** The target of a commitment; absent for a task without a number. */
export function targetOf({ fields }: RecordState): Target | undefined {
  const value = numberField(fields, 'value')
  const unit = textField(fields, 'unit')
  if (value === undefined || unit === undefined) return undefined
  const to = numberField(fields, 'valueTo')
  const base = numberField(fields, 'base')
  return {
    kind: oneOf(KINDS, textField(fields, 'kind'), 'level'),
    comparator: oneOf(COMPARATORS, textField(fields, 'comparator'), 'eq'),
    value: to === undefined ? value : [value, to],
    unit,
    direction: oneOf(DIRECTIONS, textField(fields, 'direction'), 'up'),
    adding: oneOf(ADDINGS, textField(fields, 'adding'), 'last'),
    ...(base === undefined ? {} : { base }),
  }
}

/** A stored reading as the rules of tracking know it. */
export const readingOf = (one: StoredReading): IndicatorReading => ({
  id: one.id,
  period: one.period,
  covers: oneOf(COVERS, one.covers, 'moment'),
  version: oneOf(VERSIONS, one.version, 'preliminary'),
  source: oneOf(SOURCES, one.source, 'return'),
  value: one.value,
  unit: one.unit,
  at: one.at,
  ...(one.numerator === undefined ? {} : { numerator: one.numerator }),
  ...(one.denominator === undefined ? {} : { denominator: one.denominator }),
})

/** What stands beside the commitment as it is judged. */
export interface Judging {
  readonly asOf: PlainDate
  readonly rules: LightRules
  readonly rhythm: Rhythm
  readonly tolerance: number
  readonly utcOffset: number
}

/** The last day in time: its own, or the end of its year. */
export const dueOf = ({ fields }: RecordState): PlainDate =>
  dateField(fields, 'due') ?? plainDate(numberField(fields, 'year') ?? 2000, 12, 31)

/** Figures that go on after the year and are the next year's then: what a measure counts, and all that is no sum and no level. */
const isOfItsYear = (state: RecordState): boolean => {
  const adding = targetOf(state)?.adding
  return textField(state.fields, 'measure') !== undefined || adding === 'never' || adding === 'recomputed'
}

/**
 * The days whose readings count: from its first day, or its year's, to the end of the month of its deadline, since figures come by the month.
 * What is behind is worked on after the deadline, so there it goes on with the day's year.
 */
export function spanOf(state: RecordState, asOf: PlainDate): AssessInput['span'] {
  const due = dueOf(state)
  const first = dateField(state.fields, 'from') ?? plainDate(numberField(state.fields, 'year') ?? 2000, 1, 1)
  const from = compareDates(first, due) <= 0 ? first : due
  const month = plainDate(yearOf(due), monthOf(due), daysInMonth(yearOf(due), monthOf(due)))
  const year = plainDate(yearOf(asOf), 12, 31)
  return { from, to: isOfItsYear(state) || compareDates(year, month) < 0 ? month : year }
}

/** The day on which it was given to its unit. */
const givenOn = ({ fields, openedAt }: RecordState, utcOffset: number): PlainDate =>
  localDate(momentField(fields, 'issuedAt') ?? openedAt, utcOffset)

/** What has been returned and what is missing; nothing is owed where records or the parts give the number. */
export function returnsOf(state: RecordState, judging: Judging): AssessInput['returns'] {
  const { asOf, rhythm, utcOffset } = judging
  const lastPeriod = textField(state.fields, 'lastPeriod')
  const heard = lastPeriod === undefined ? {} : { lastPeriod }
  const reports = textField(state.fields, 'measure') === undefined && numberField(state.fields, 'parts') === undefined
  if (!reports) return heard
  const owedFrom = owedSince(givenOn(state, utcOffset), rhythm)
  const lastDue = returnDue(asOf, rhythm)
  return { ...heard, lastDue, owedFrom, missing: silence(lastPeriod, asOf, rhythm, owedFrom) }
}

/** All that the light of a commitment looks at. */
export function assessInput(
  state: RecordState,
  readings: readonly StoredReading[],
  judging: Judging,
  together?: RolledUp,
): AssessInput {
  const { fields } = state
  const target = targetOf(state)
  return {
    asOf: judging.asOf,
    span: spanOf(state, judging.asOf),
    due: dueOf(state),
    ...(target === undefined ? {} : { target }),
    readings: readings.map(readingOf),
    ...(together === undefined ? {} : { together }),
    milestones: rowsField(fields, 'milestones').flatMap(milestoneOf),
    curve: curveOf(state),
    rules: judging.rules,
    returns: returnsOf(state, judging),
    hadRed: flagField(fields, 'hadRed'),
    tolerance: judging.tolerance,
  }
}

/** The planned curve of a commitment; empty when none was given. */
export const curveOf = ({ fields }: RecordState): readonly CurvePoint[] =>
  rowsField(fields, 'curve').flatMap(({ by, share }) => {
    const day = dateField({ by: by ?? null }, 'by')
    return day !== undefined && typeof share === 'number' ? [{ by: day, share }] : []
  })

function milestoneOf(row: Readonly<Record<string, Json>>): AssessInput['milestones'] {
  const { id, title } = row
  const due = dateField(row, 'due')
  const done = dateField(row, 'done')
  if (typeof id !== 'string' || due === undefined) return []
  return [{ id, title: typeof title === 'string' ? title : id, due, ...(done === undefined ? {} : { done }) }]
}

/** Numbers are kept to a millionth: what a binary fraction adds beyond says nothing. */
const kept = (value: number | undefined): number | null => (value === undefined ? null : Math.round(value * 1e6) / 1e6)

/** An assessment as the form of the action that records it; what is gone is given as nothing. */
export function assessmentForm(
  seen: Assessment,
  { missing = 0 }: AssessInput['returns'],
): Readonly<Record<string, Json>> {
  const { current } = seen
  return {
    light: seen.light,
    lightMark: seen.mark ?? null,
    lightAt: seen.asOf,
    lightRule: `${seen.rule.id}@${seen.rule.version}`,
    why: seen.why.map((reason, at) => ({ no: String(at + 1), code: reason.code, words: describeReason(reason) })),
    current: kept(current?.value),
    currentPeriod: current?.period ?? null,
    currentVersion: current?.version ?? null,
    currentSource: current?.source ?? null,
    usedReadings: current === undefined ? null : current.used.map((id) => ({ id })),
    completion: kept(seen.completion),
    pace: kept(seen.pace),
    gap: kept(seen.gap),
    forecast: kept(seen.forecast?.value),
    forecastMethod: seen.forecast?.method ?? null,
    silentPeriods: missing,
  }
}
