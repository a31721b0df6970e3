import { addDays, compareDates, daysInMonth, monthOf, type PlainDate, plainDate, yearOf } from '@jiannuo/kernel'
import type { AssessInput } from './assess.ts'
import { nextDue } from './rhythm.ts'

/** The next day, after a day, on which the light could change though nothing is heard: a month ends, something falls due. */
export function nextTurn({
  asOf,
  span,
  milestones,
  curve,
  rhythm,
}: Pick<AssessInput, 'asOf' | 'span' | 'milestones' | 'curve' | 'rhythm'>): PlainDate {
  const year = yearOf(asOf)
  const month = monthOf(asOf)
  const end = plainDate(year, month, daysInMonth(year, month))
  const nextEnd = compareDates(end, asOf) > 0 ? end : monthEndAfter(asOf)
  const due = rhythm === undefined ? undefined : nextDue(asOf, rhythm)
  const days = [
    nextEnd,
    span.first,
    addDays(span.last, 1),
    ...(due === undefined ? [] : [addDays(due, 1)]),
    ...milestones.map(({ due: day }) => addDays(day, 1)),
    ...curve.map(({ by }) => by),
  ].filter((day) => compareDates(day, asOf) > 0)
  return days.reduce((first, day) => (compareDates(day, first) < 0 ? day : first), nextEnd)
}

function monthEndAfter(day: PlainDate): PlainDate {
  const next = addDays(day, 1)
  return plainDate(yearOf(next), monthOf(next), daysInMonth(yearOf(next), monthOf(next)))
}
