import { compareDates, monthOf, type PlainDate, yearOf } from '@jiannuo/kernel'
import type { CurvePoint, IndicatorReading, Light, Milestone, Reason, Target } from '../model.ts'
import { accumulate, type Accumulated, type Reached } from './accumulate.ts'
import { aimOf, completion, isJudgedByValue, isMet, TOLERANCE } from './complete.ts'
import { forecast, type Forecast } from './forecast.ts'
import type { LightRules } from './light-rules.ts'
import { pace, type Pacing } from './pace.ts'
import type { Days } from './reading-period.ts'
import { reason } from './reason.ts'
import { lastDuePeriod, type Rhythm, silentPeriods } from './rhythm.ts'

/** All that a light looks at. */
export interface AssessInput {
  readonly asOf: PlainDate
  /** Year that the commitment is for. */
  readonly year: number
  /** From its first day to its deadline. */
  readonly span: Days
  readonly target?: Target
  readonly readings: readonly IndicatorReading[]
  /** For a commitment that was split: what its parts have reached, in place of readings. */
  readonly together?: Accumulated
  readonly milestones: readonly Milestone[]
  readonly curve: readonly CurvePoint[]
  readonly rules: LightRules
  /** Absent when nobody has to report: a measure feeds it. */
  readonly rhythm?: Rhythm
  /** First day from which returns are owed. */
  readonly owedFrom: PlainDate
  readonly lastPeriod?: string
  /** A red was shown before and has not been struck off. */
  readonly hadRed: boolean
  readonly tolerance?: number
  readonly lastYear?: readonly IndicatorReading[]
}

/** A light with everything that made it. */
export interface Assessment {
  readonly asOf: PlainDate
  readonly light: Light
  /** 绿灯加注: behind, but by less than the rule asks for. */
  readonly mark?: 'slightly-behind'
  /** Why, the deciding reason first. */
  readonly why: readonly Reason[]
  readonly reached?: Reached
  /** Share of the target, 1 for all of it. */
  readonly completion?: number
  readonly pace: number
  /** Completion less pace in percentage points. */
  readonly gap?: number
  readonly met: boolean
  readonly forecast?: Forecast
  readonly silentPeriods: number
  readonly rule: { readonly id: string; readonly version: number }
}

interface Judged {
  readonly light: Light
  readonly mark?: 'slightly-behind'
  readonly why: readonly Reason[]
}

const RANK: Readonly<Record<Light, number>> = { none: 0, green: 1, silent: 2, yellow: 3, red: 4 }
const worse = (a: Judged, b: Judged): Judged =>
  RANK[b.light] > RANK[a.light] ? { ...b, why: [...b.why, ...a.why] } : { ...a, why: [...a.why, ...b.why] }

const pacingOf = ({ span, curve, year }: AssessInput): Pacing => {
  if (curve.length > 0) return { by: 'curve', span, points: curve }
  const wholeYear = span.first === `${year}-01-01` && span.last === `${year}-12-31`
  return wholeYear ? { by: 'months' } : { by: 'span', span }
}

/**
 * The light of a commitment on a day, with its reasons (P64–P79; domain.md 1.4, DESIGN 5). Worst first: past its deadline; steps overdue;
 * behind time or short of its value; silent; behind a little; on time. A red that was shown before leaves nothing better than yellow.
 */
export function assess(input: AssessInput): Assessment {
  const { asOf, span, target, rules, year } = input
  const share = pace(asOf, year, pacingOf(input))
  const silent = input.rhythm === undefined ? 0 : silentPeriods(input.lastPeriod, input.owedFrom, asOf, input.rhythm)
  const found = target === undefined ? undefined : (input.together ?? accumulate(input.readings, target, asOf, span))
  const reached = found !== undefined && 'reached' in found ? found.reached : undefined
  const met = target !== undefined && reached !== undefined && isMet(reached.value, target, input.tolerance)
  const done = target === undefined || reached === undefined ? undefined : completion(reached.value, target)
  const gap = done === undefined ? undefined : (done - share) * 100
  const about = {
    reached,
    met,
    done,
    share,
    gap,
    silent,
    none: found !== undefined && 'none' in found ? found.none : undefined,
  }
  const judged = withHistory(input, judge(input, about))
  const ahead =
    target === undefined ? undefined : forecast({ target, readings: input.readings, span, asOf, ...curveOf(input) })
  return {
    asOf,
    light: judged.light,
    ...(judged.mark === undefined ? {} : { mark: judged.mark }),
    why: [...judged.why, ...(reached?.notes ?? [])],
    ...(reached === undefined ? {} : { reached }),
    ...(done === undefined ? {} : { completion: done }),
    pace: share,
    ...(gap === undefined ? {} : { gap }),
    met,
    ...(ahead === undefined ? {} : { forecast: ahead }),
    silentPeriods: silent,
    rule: { id: rules.id, version: rules.version },
  }
}

const curveOf = ({ curve, lastYear }: AssessInput) => ({
  ...(curve.length === 0 ? {} : { curve }),
  ...(lastYear === undefined ? {} : { lastYear }),
})

interface About {
  readonly reached: Reached | undefined
  readonly met: boolean
  readonly done: number | undefined
  readonly share: number
  readonly gap: number | undefined
  readonly silent: number
  readonly none: Reason | undefined
}

function judge(input: AssessInput, about: About): Judged {
  const { asOf, span, rules, target } = input
  if (about.met) return { light: 'green', why: [reason('progress/met'), ...valueReasons(input, about)] }
  if (compareDates(asOf, span.first) < 0)
    return { light: 'none', why: [reason('progress/not-begun', { from: span.first })] }
  const steps = bySteps(input)
  if (compareDates(asOf, span.last) > 0 && (target !== undefined || !allStepsDone(input)))
    return {
      light: rules.deadline,
      why: [reason('progress/overdue', { due: span.last }), ...valueReasons(input, about)],
    }
  const progress = target === undefined ? undefined : byProgress(input, target, about)
  const base: Judged = progress ?? { light: 'none', why: about.none === undefined ? [] : [about.none] }
  const both = worse(base, steps)
  const left = byTimeLeft(input, about)
  const judged = left === undefined ? both : worse(both, left)
  if (about.silent > 0 && judged.light !== 'red') {
    const period = input.rhythm === undefined ? '' : lastDuePeriod(asOf, input.rhythm)
    return { light: 'silent', why: [reason('progress/silent', { period, periods: about.silent }), ...judged.why] }
  }
  return judged.why.length === 0 ? { light: 'none', why: [reason('progress/nothing-due')] } : judged
}

/** A red that was shown is answered, never erased: made good it shows yellow until it is struck off. */
function withHistory({ hadRed }: AssessInput, judged: Judged): Judged {
  if (!hadRed || judged.light !== 'green') return judged
  return { light: 'yellow', why: [reason('progress/answered-red'), ...judged.why] }
}

const percent = (share: number): number => share * 100

function valueReasons({ target }: AssessInput, { reached, done, share, gap }: About): readonly Reason[] {
  if (target === undefined || reached === undefined) return []
  const value = reason('progress/value', { value: reached.value, target: aimOf(target), unit: target.unit })
  if (done === undefined || gap === undefined) return [value]
  return [value, reason('progress/completion', { completion: percent(done), pace: percent(share), gap })]
}

function byProgress(input: AssessInput, target: Target, about: About): Judged | undefined {
  if (about.reached === undefined) return undefined
  const facts = valueReasons(input, about)
  if (isJudgedByValue(target) || about.gap === undefined) return byValue(input, target, about.reached, facts)
  const { rules } = input
  // Whole points and tenths as people write them: 70.0 − 100.0 is 30 behind, whatever the binary says.
  const behindBy = Math.round(-about.gap * 1e6) / 1e6
  const step = rules.behind.find(({ from, inclusive }) => behindBy > from || (inclusive && behindBy === from))
  if (step !== undefined) {
    const light = step.light === 'red' ? '红灯' : '黄灯'
    return {
      light: step.light,
      why: [reason('progress/behind', { behind: behindBy, rule: rules.title, light }), ...facts],
    }
  }
  return behindBy > 0
    ? {
        light: 'green',
        mark: 'slightly-behind',
        why: [reason('progress/slightly-behind', { behind: behindBy }), ...facts],
      }
    : { light: 'green', why: [reason('progress/on-pace'), ...facts] }
}

/** Targets that do not grow with the year: how far the value is from them. */
function byValue({ rules }: AssessInput, target: Target, { value }: Reached, facts: readonly Reason[]): Judged {
  const aim = aimOf(target)
  const short = Math.abs(value - aim)
  const share = aim === 0 ? 1 : short / Math.abs(aim)
  const near = share <= rules.valueYellow
  const params = { short, share: percent(share), rule: rules.title }
  return near
    ? { light: 'yellow', why: [reason('progress/value-near', params), ...facts] }
    : { light: 'red', why: [reason('progress/value-far', params), ...facts] }
}

const allStepsDone = ({ milestones }: AssessInput): boolean =>
  milestones.length > 0 && milestones.every(({ done }) => done !== undefined)

const monthsBetween = (from: PlainDate, to: PlainDate): number =>
  (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from)

/** Dated steps: the one that is overdue longest. */
function bySteps({ milestones, asOf, rules }: AssessInput): Judged {
  const due = milestones.filter(({ due: day }) => compareDates(day, asOf) < 0)
  const open = due.filter(({ done }) => done === undefined || compareDates(done, asOf) > 0)
  const [oldest] = open.toSorted((a, b) => compareDates(a.due, b.due))
  if (oldest === undefined)
    return due.length === 0 ? { light: 'none', why: [] } : { light: 'green', why: [reason('progress/milestones-kept')] }
  const months = monthsBetween(oldest.due, asOf)
  const step = rules.milestones.toSorted((a, b) => b.months - a.months).find((one) => months >= one.months)
  const why = [reason('progress/milestone-overdue', { title: oldest.title, due: oldest.due, months })]
  return { light: step?.light ?? 'green', why }
}

function byTimeLeft({ rules, span, asOf }: AssessInput, { reached, silent }: About): Judged | undefined {
  if (reached !== undefined && silent === 0) return undefined
  const left = 1 - pace(asOf, yearOf(asOf), { by: 'span', span })
  const step = rules.left.find((one) => left <= one.left)
  return step === undefined
    ? undefined
    : { light: step.light, why: [reason('progress/little-left', { left: percent(step.left) })] }
}

/** The tolerance that holds when nobody sets one. */
export const DEFAULT_TOLERANCE = TOLERANCE
