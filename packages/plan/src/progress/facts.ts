import { compareDates, daysBetween, type PlainDate } from '@jiannuo/kernel'
import type { CurvePoint, IndicatorReading, Milestone, Target } from '../model.ts'
import { type Accumulated, accumulate, accumulateFirm, type NotAccumulated } from './accumulate.ts'
import { type DaySpan, monthEnd, monthIndex } from './days.ts'
import { type Forecast, forecast } from './forecast.ts'
import { gapInPoints, pace, pacingOf } from './pace.ts'
import { spokenBy } from './pieces.ts'
import { reason } from './reason.ts'
import { daysOfReturn } from './returns.ts'
import type { RolledUp } from './roll-up.ts'
import type { LightRules } from './rules/types.ts'
import { completion, DEFAULT_TOLERANCE, isMet, isPaced, missing } from './target.ts'

/** All that a light is judged by. */
export interface AssessInput {
  /** Left out for a task without a number. */
  readonly target?: Target
  readonly readings: readonly IndicatorReading[]
  /** Of a commitment that was split: what its parts make together, in the target's unit. It takes the place of the readings. */
  readonly together?: RolledUp
  readonly milestones: readonly Milestone[]
  /** The days whose readings count; it may run past `due` when work goes on after the deadline. */
  readonly span: DaySpan
  readonly curve?: readonly CurvePoint[]
  /** The same indicator's readings a year before, for the shape of the forecast. */
  readonly lastYear?: readonly IndicatorReading[]
  /** The day judged, to its end. */
  readonly asOf: PlainDate
  readonly rules: LightRules
  /** The last day in time. */
  readonly due: PlainDate
  /**
   * The last period returned, and the last whose return should be there (`returnDue`); leave `lastDue` out when nothing is owed,
   * because records give the number. Nothing is owed before `owedFrom` (`owedSince`), or before the span when it is left out; `missing` is
   * the number of periods (`silence`) that a silence is told in.
   */
  readonly returns: {
    readonly lastPeriod?: string
    readonly lastDue?: string
    readonly owedFrom?: PlainDate
    readonly missing?: number
  }
  /** Whether it ever showed red. */
  readonly hadRed: boolean
  /** 已销号. */
  readonly closed?: boolean
  readonly tolerance?: number
}

/** What is known on the day, before any rule is looked at. */
export interface Facts {
  readonly current?: Accumulated | NotAccumulated
  readonly paced: boolean
  readonly completion?: number
  readonly pace?: number
  readonly gap?: number
  /** Missing from a target that is judged by its value. */
  readonly short?: number
  /** Reached by values that are no forecast; of a task without a number, every milestone is done. */
  readonly met: boolean
  /** Reached by a day within the deadline. */
  readonly metInTime: boolean
  /** Reached only if a forecast comes true. */
  readonly metByForecast: boolean
  readonly forecast?: Forecast
  readonly late: readonly Milestone[]
  /** Some milestone has come due or was done. */
  readonly stepsBegun: boolean
  readonly silent: boolean
  readonly silentMonths: number
}

/** Whether a milestone was done by a day. */
export const isDone = ({ done }: Milestone, asOf: PlainDate): boolean =>
  done !== undefined && compareDates(done, asOf) <= 0

type NumberFacts = Omit<Facts, 'late' | 'stepsBegun' | 'silent' | 'silentMonths'>

const reaches = (value: Accumulated | NotAccumulated, target: Target, tolerance: number): boolean =>
  value.found && isMet(value.value, target, tolerance)

function paceFacts(input: AssessInput, target: Target, value: number): Partial<NumberFacts> {
  if (!isPaced(target)) return { short: missing(value, target) }
  const reached = completion(value, target)
  if (reached === undefined) return {}
  const owed = pace(input.asOf, pacingOf({ from: input.span.from, to: input.due }, input.curve))
  return { completion: reached, pace: owed, gap: gapInPoints(reached, owed) }
}

/** The value now, and by the deadline when that has passed, with and without forecasts. */
interface Values {
  readonly current: Accumulated | NotAccumulated
  readonly firm: Accumulated | NotAccumulated
  readonly inTime: Accumulated | NotAccumulated
  readonly forecast?: Forecast
}

function valuesOf(input: AssessInput, target: Target): Values {
  const { readings, span, asOf, due, curve, lastYear } = input
  const firm = accumulateFirm(readings, target, asOf, span)
  return {
    current: accumulate(readings, target, asOf, span),
    firm,
    inTime: compareDates(asOf, due) <= 0 ? firm : accumulateFirm(spokenBy(readings, due), target, due, span),
    forecast: forecast(readings, target, { from: span.from, to: due }, asOf, {
      ...(curve === undefined ? {} : { curve }),
      ...(lastYear === undefined ? {} : { lastYear }),
    }),
  }
}

const NOTHING: NotAccumulated = { found: false, reason: reason('progress/no-reading'), notes: [] }

/** Parts have no course of their own: no forecast, and what speaks of days behind the deadline's month came late. */
function valuesTogether(together: RolledUp, { asOf, due }: AssessInput): Values {
  if (!together.found) return { current: together, firm: together, inTime: together }
  const { period = asOf, until = asOf, version = 'preliminary', source = 'return', used = [] } = together
  const current: Accumulated = { ...together, period, until, version, source, used }
  const firm = version === 'forecast' ? NOTHING : current
  const late = compareDates(asOf, due) > 0 && compareDates(until, monthEnd(monthIndex(due))) > 0
  return { current, firm, inTime: late ? NOTHING : firm }
}

function numberFacts(input: AssessInput, target: Target): NumberFacts {
  const { together, tolerance = DEFAULT_TOLERANCE } = input
  const values = together === undefined ? valuesOf(input, target) : valuesTogether(together, input)
  const { current, firm, inTime, forecast: outlook } = values
  const met = reaches(firm, target, tolerance)
  const share = current.found && !isPaced(target) ? completion(current.value, target) : undefined
  return {
    current,
    paced: isPaced(target),
    ...(share === undefined ? {} : { completion: share }),
    ...(current.found ? paceFacts(input, target, current.value) : {}),
    met,
    metInTime: met && reaches(inTime, target, tolerance),
    metByForecast: !met && reaches(current, target, tolerance),
    ...(outlook === undefined ? {} : { forecast: outlook }),
  }
}

function taskFacts({ milestones, asOf, due }: AssessInput): NumberFacts {
  const met = milestones.length > 0 && milestones.every((step) => isDone(step, asOf))
  const metInTime = met && milestones.every((step) => isDone(step, due))
  return { paced: false, met, metInTime, metByForecast: false }
}

/** Months of returns that are owed and not there, and whether any is. */
function silenceOf({ returns, span }: AssessInput): Pick<Facts, 'silent' | 'silentMonths'> {
  const owed = returns.lastDue === undefined ? undefined : daysOfReturn(returns.lastDue)?.to
  const first = returns.owedFrom ?? span.from
  if (owed === undefined || compareDates(owed, first) < 0) return { silent: false, silentMonths: 0 }
  const returned = returns.lastPeriod === undefined ? undefined : daysOfReturn(returns.lastPeriod)?.to
  if (returned !== undefined && compareDates(returned, owed) >= 0) return { silent: false, silentMonths: 0 }
  const from = Math.max(monthIndex(first) - 1, returned === undefined ? 0 : monthIndex(returned))
  return { silent: true, silentMonths: monthIndex(owed) - from }
}

/** What is known of a commitment on a day. */
export function factsOf(input: AssessInput): Facts {
  const { target, milestones, asOf } = input
  return {
    ...(target === undefined ? taskFacts(input) : numberFacts(input, target)),
    late: milestones.filter((step) => !isDone(step, asOf) && compareDates(asOf, step.due) > 0),
    stepsBegun: milestones.some((step) => isDone(step, asOf) || compareDates(asOf, step.due) > 0),
    ...silenceOf(input),
  }
}

/** Share of the time until the deadline that is left at the end of a day. */
export const timeLeft = ({ span, due }: Pick<AssessInput, 'span' | 'due'>, asOf: PlainDate): number => {
  const days = daysBetween(span.from, due) + 1
  return days <= 0 ? 0 : Math.min(1, Math.max(0, daysBetween(asOf, due) / days))
}
