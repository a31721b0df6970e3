import { addDays, compareDates, dayOf, type PlainDate } from '@jiannuo/kernel'
import type { Milestone } from '../model.ts'
import { bandAt } from './clauses.ts'
import { dayOfMonthIndex, daysOfPeriod, earlier, monthEnd, monthIndex } from './days.ts'
import { type AssessInput, type Facts, factsOf, isDone, timeLeft } from './facts.ts'
import { tidy } from './number.ts'
import { gapInPoints, pace, pacingOf } from './pace.ts'
import { nextReturnTurn, type Rhythm } from './returns.ts'
import type { LightRules } from './rules/types.ts'

/** What a light is judged by, and how often returns are owed when they are. */
export interface NextTurnInput extends AssessInput {
  readonly rhythm?: Rhythm
}

/** Days on which a milestone's lateness reaches a band, or on which it is done. */
function stepDays(step: Milestone, { asOf, rules }: NextTurnInput): readonly PlainDate[] {
  if (isDone(step, asOf)) return []
  const ends = rules.steps[step.kind ?? 'other'].map(({ after, count }) => {
    const month = monthIndex(step.due) + after
    return count === 'monthEnds' && after > 0
      ? monthEnd(month - 1)
      : addDays(dayOfMonthIndex(month, dayOf(step.due)), 1)
  })
  return [addDays(step.due, 1), ...ends, ...(step.done === undefined ? [] : [step.done])]
}

const deadlineDays = ({ due, rules }: NextTurnInput): readonly PlainDate[] => [
  due,
  addDays(due, 1),
  ...rules.overdue.map(({ days }) => addDays(due, days)),
  ...rules.nearing.map(({ days }) => addDays(due, -days)),
]

const readingDays = ({ readings }: NextTurnInput): readonly PlainDate[] =>
  readings.flatMap(({ period }) => {
    const days = daysOfPeriod(period)
    // The day after an end is the first on which what is still running goes beyond it.
    return days === undefined ? [] : [days.from, days.to, addDays(days.to, 1)]
  })

/** What time alone makes of pace and of the share left: the same text, the same clauses. */
function standing(day: PlainDate, facts: Facts, input: NextTurnInput, rules: LightRules): string {
  const left = tidy(timeLeft(input, day))
  const mute = rules.unreported.filter((band) => left <= band.left).length
  if (!facts.paced || facts.completion === undefined) return String(mute)
  const gap = gapInPoints(facts.completion, pace(day, pacingOf({ from: input.span.from, to: input.due }, input.curve)))
  const band = gap < 0 ? bandAt(rules.progress, -gap) : undefined
  return `${mute} ${gap < 0} ${band?.from} ${band?.inclusive}`
}

/** The first day up to `limit` on which pace or the share of time left crosses a line. */
function paceTurn(facts: Facts, input: NextTurnInput, limit: PlainDate): PlainDate | undefined {
  const now = standing(input.asOf, facts, input, input.rules)
  for (let day = addDays(input.asOf, 1); compareDates(day, limit) <= 0; day = addDays(day, 1)) {
    if (standing(day, facts, input, input.rules) !== now) return day
  }
  return undefined
}

/**
 * The next day on which the light could change without any news (SPEC P85): a month's end or another day on which pace crosses a line,
 * a point of the curve, a milestone, the deadline, a return day, the beginning or the end of a period that is reported already. On the days before it
 * the light stays as it is; on the day itself it need not change.
 *
 * @returns undefined when only news can change it
 */
export function nextTurn(input: NextTurnInput): PlainDate | undefined {
  const { asOf, span, milestones, curve = [], rhythm, closed } = input
  if (closed === true) return undefined
  const days = [
    span.from,
    ...milestones.flatMap((step) => stepDays(step, input)),
    ...deadlineDays(input),
    ...readingDays(input),
    ...curve.map(({ by }) => by),
    ...(rhythm === undefined ? [] : [nextReturnTurn(asOf, rhythm)]),
  ].filter((day) => compareDates(day, asOf) > 0)
  const [first, ...rest] = days
  // Behind the deadline pace stands still, so there is nothing to look for beyond it.
  const limit = rest.reduce((least, day) => earlier(least, day), first ?? asOf)
  return paceTurn(factsOf(input), input, limit) ?? (first === undefined ? undefined : limit)
}
