import type { Json, RecordState } from '@jiannuo/engine'
import { compareDates, type Instant, localDate, type PlainDate, plainDate } from '@jiannuo/kernel'
import {
  type Accumulated,
  type Adding,
  type AssessInput,
  type Assessment,
  describeReason,
  type Direction,
  type IndicatorReading,
  type LightRules,
  type Rhythm,
  type Target,
} from '@jiannuo/plan'
import type { StoredReading } from '@jiannuo/store'
import { dateField, flagField, numberField, rowsField, textField } from './fields.ts'

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

/** The stretch that a commitment is for: its own, or its year. */
export function spanOf({ fields }: RecordState): AssessInput['span'] {
  const year = numberField(fields, 'year') ?? 2000
  const first = dateField(fields, 'from') ?? plainDate(year, 1, 1)
  const last = dateField(fields, 'due') ?? plainDate(year, 12, 31)
  return compareDates(first, last) <= 0 ? { first, last } : { first: last, last }
}

/** Returns are owed from the day on which it was given to its unit. */
const owedFrom = ({ fields, openedAt }: RecordState, utcOffset: number): PlainDate => {
  const issued = numberField(fields, 'issuedAt')
  return localDate((issued ?? openedAt) as Instant, utcOffset)
}

/** All that the light of a commitment looks at. */
export function assessInput(
  state: RecordState,
  readings: readonly StoredReading[],
  judging: Judging,
  together?: Accumulated,
): AssessInput {
  const { fields } = state
  const target = targetOf(state)
  const lastPeriod = textField(fields, 'lastPeriod')
  const reports = textField(fields, 'measure') === undefined && together === undefined
  return {
    asOf: judging.asOf,
    year: numberField(fields, 'year') ?? 2000,
    span: spanOf(state),
    ...(target === undefined ? {} : { target }),
    readings: readings.map(readingOf),
    ...(together === undefined ? {} : { together }),
    milestones: rowsField(fields, 'milestones').flatMap(milestoneOf),
    curve: rowsField(fields, 'curve').flatMap(({ by, share }) => {
      const day = dateField({ by: by ?? null }, 'by')
      return day !== undefined && typeof share === 'number' ? [{ by: day, share }] : []
    }),
    rules: judging.rules,
    ...(reports ? { rhythm: judging.rhythm } : {}),
    owedFrom: owedFrom(state, judging.utcOffset),
    ...(lastPeriod === undefined ? {} : { lastPeriod }),
    hadRed: flagField(fields, 'hadRed'),
    tolerance: judging.tolerance,
  }
}

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
export function assessmentForm(seen: Assessment): Readonly<Record<string, Json>> {
  const { reached } = seen
  return {
    light: seen.light,
    lightMark: seen.mark ?? null,
    lightAt: seen.asOf,
    lightRule: `${seen.rule.id}@${seen.rule.version}`,
    why: seen.why.map((reason, at) => ({ no: String(at + 1), code: reason.code, words: describeReason(reason) })),
    current: kept(reached?.value),
    currentPeriod: reached?.period ?? null,
    currentVersion: reached?.version ?? null,
    currentSource: reached?.source ?? null,
    usedReadings: reached === undefined ? null : reached.used.map((id) => ({ id })),
    completion: kept(seen.completion),
    pace: kept(seen.pace),
    gap: kept(seen.gap),
    forecast: kept(seen.forecast?.value),
    forecastMethod: seen.forecast?.method ?? null,
    silentPeriods: seen.silentPeriods,
  }
}
