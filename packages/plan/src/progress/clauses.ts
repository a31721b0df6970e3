import { compareDates, dayOf, daysBetween, describeQuantity, type PlainDate } from '@jiannuo/kernel'
import type { Milestone, Reason, Target } from '../model.ts'
import { dayOfMonthIndex, monthIndex, monthsEnded } from './days.ts'
import { type AssessInput, type Facts, timeLeft } from './facts.ts'
import { percent, tidy, twoDigits } from './number.ts'
import { reason } from './reason.ts'
import type { Band, RuleLight, Shown, StepBand } from './rules/types.ts'

/** A clause of the rules that applies, and why. */
export interface Clause extends Shown {
  readonly why: Reason
}

const LIGHT_WORDS = {
  green: 'progress/light-green',
  yellow: 'progress/light-yellow',
  red: 'progress/light-red',
} as const satisfies Record<RuleLight, string>

const shown = ({ light, mark }: Shown): Shown => (mark === undefined ? { light } : { light, mark })

/** The band with the highest line that a number of points has crossed. */
export function bandAt(bands: readonly Band[], points: number): Band | undefined {
  const reached = bands.filter(({ from, inclusive }) => (inclusive ? points >= from : points > from))
  return reached.sort((a, b) => b.from - a.from || Number(a.inclusive) - Number(b.inclusive))[0]
}

const bandWords = ({ from, inclusive, light }: Band): Reason['params'] => ({
  from,
  clause: inclusive ? 'progress/clause-from' : 'progress/clause-over',
  light: LIGHT_WORDS[light],
})

/** Pace: on it, a little behind, or in a band. */
function paceClause({ gap }: Facts, bands: readonly Band[]): readonly Clause[] {
  if (gap === undefined) return []
  if (gap >= 0) return [{ light: 'green', why: reason('progress/on-pace', { gap: twoDigits(gap) }) }]
  const points = twoDigits(-gap)
  const band = bandAt(bands, -gap)
  if (band === undefined) return [{ light: 'green', why: reason('progress/behind-unlit', { points }) }]
  return [{ ...shown(band), why: reason('progress/behind', { points, ...bandWords(band) }) }]
}

/** A target that is judged by its value and not reached; a number that is only touched (超过) counts as the first band. */
function valueClause({ short }: Facts, bands: readonly Band[], target: Target): readonly Clause[] {
  if (short === undefined) return []
  const band = bandAt(bands, short === 0 ? Number.MIN_VALUE : short)
  const params = { points: twoDigits(short), measure: shortWords(target) }
  if (band === undefined) return [{ light: 'green', why: reason('progress/short-unlit', params) }]
  return [{ ...shown(band), why: reason('progress/short', { ...params, ...bandWords(band) }) }]
}

function shortWords({ kind, unit }: Target): string {
  if (kind === 'rank') return 'progress/measure-places'
  const points = kind === 'rate' || kind === 'share' || unit.endsWith('百分点')
  return points ? 'progress/measure-points' : 'progress/measure-percent'
}

/** Behind pace, and the forecast says that the end is out of reach. */
function outlookClause({ gap, forecast }: Facts, { outlook }: AssessInput['rules']): readonly Clause[] {
  const likely = forecast?.completion
  if (outlook === undefined || gap === undefined || gap >= 0 || likely === undefined) return []
  if (tidy(likely) >= outlook.below) return []
  const params = { percent: percent(likely), below: percent(outlook.below), light: LIGHT_WORDS[outlook.light] }
  return [{ ...shown(outlook), why: reason('progress/out-of-reach', params) }]
}

/** Whether a late step has been late for as long as a band asks. */
function isInBand(due: PlainDate, asOf: PlainDate, { after, count }: StepBand): boolean {
  if (compareDates(asOf, due) <= 0) return false
  if (count === 'monthEnds') return monthsEnded(asOf) - monthIndex(due) >= after
  return compareDates(asOf, dayOfMonthIndex(monthIndex(due) + after, dayOf(due))) > 0
}

function stepClause(step: Milestone, { asOf, rules }: AssessInput): readonly Clause[] {
  const bands = rules.steps[step.kind ?? 'other'].filter((band) => isInBand(step.due, asOf, band))
  return bands.map((band) => ({
    ...shown(band),
    why: reason('progress/step-late', {
      step: step.title,
      due: step.due,
      days: daysBetween(step.due, asOf),
      light: LIGHT_WORDS[band.light],
    }),
  }))
}

function stepClauses(facts: Facts, input: AssessInput): readonly Clause[] {
  const late = facts.late.flatMap((step) => stepClause(step, input))
  if (facts.late.length > 0 || !facts.stepsBegun) return late
  return [{ light: 'green', why: reason('progress/steps-kept') }]
}

/** The clauses of the deadline: over it, near it, or running towards it unreported. */
function deadlineClauses(facts: Facts, input: AssessInput): readonly Clause[] {
  const { asOf, due, rules } = input
  const days = daysBetween(due, asOf)
  if (days > 0 && facts.metByForecast) return [{ light: 'yellow', why: reason('progress/forecast-not-final', { due }) }]
  const over = rules.overdue.filter((band) => days >= band.days && days > 0)
  const near = rules.nearing.filter((band) => days <= 0 && -days <= band.days)
  const reported = input.returns.lastPeriod !== undefined || facts.current?.found === true
  const left = timeLeft(input, asOf)
  const mute = rules.unreported.filter((band) => !reported && days <= 0 && tidy(left) <= band.left)
  return [
    ...over.map((b) => ({ ...shown(b), why: reason('progress/overdue', { due, days, light: LIGHT_WORDS[b.light] }) })),
    ...near.map((b) => ({
      ...shown(b),
      why: reason('progress/near', { due, days: -days, light: LIGHT_WORDS[b.light] }),
    })),
    ...mute.map((b) => ({
      ...shown(b),
      why: reason('progress/unreported', { due, percent: percent(left), light: LIGHT_WORDS[b.light] }),
    })),
  ]
}

function metClause(facts: Facts, { target, due }: AssessInput): Clause {
  if (!facts.metInTime) return { light: 'yellow', why: reason('progress/made-good-late', { due }) }
  if (target === undefined) return { light: 'green', why: reason('progress/all-done') }
  return { light: 'green', why: reason(facts.paced ? 'progress/met' : 'progress/holds') }
}

/** Every clause that applies on the day; none when there is nothing to judge. */
export function clausesOf(facts: Facts, input: AssessInput): readonly Clause[] {
  if (facts.met) return [metClause(facts, input)]
  const { rules, target } = input
  return [
    ...deadlineClauses(facts, input),
    ...paceClause(facts, rules.progress),
    ...(target === undefined ? [] : valueClause(facts, rules.value, target)),
    ...outlookClause(facts, rules),
    ...stepClauses(facts, input),
  ]
}

const figure = (value: number, unit: string): string => describeQuantity({ value, unit, comparator: 'eq' })

/** The figures that a light rests on, whatever it says. */
export function figuresOf(facts: Facts, input: AssessInput): readonly Reason[] {
  // Of a whole it must be said which parts are not in it.
  return [...numberFigures(facts, input), ...(input.target === undefined ? [] : (input.together?.notes ?? []))]
}

function numberFigures(facts: Facts, { target, asOf }: AssessInput): readonly Reason[] {
  const { current, completion, pace, gap, short } = facts
  if (target === undefined || current === undefined) return []
  if (!current.found) return [current.reason]
  const { value, unit, period, version } = current
  const base = { value: figure(value, unit), target: describeQuantity(target), period }
  const forecast = version === 'forecast' ? [reason('progress/is-forecast', { value: base.value })] : []
  if (completion !== undefined && pace !== undefined && gap !== undefined) {
    const params = { ...base, asOf, completion: percent(completion), pace: percent(pace), gap: twoDigits(gap) }
    const bare = target.adding !== 'increments' && target.base === undefined
    return [reason('progress/figures-pace', params), ...forecast, ...(bare ? [reason('progress/no-base')] : [])]
  }
  const lacking = { points: twoDigits(short ?? 0), measure: shortWords(target) }
  return [reason('progress/figures-value', { ...base, ...lacking }), ...forecast]
}
