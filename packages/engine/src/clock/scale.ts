import { type Instant, instant, localDayNumber, MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE } from '@jiannuo/kernel'
import type { ClockRule, OfficeCalendar, TimeUnit } from './types.ts'
import { type WorkTable, workTable } from './work-table.ts'

/**
 * One unit of time as a line of places: days that have ended, or milliseconds that have run, without regard to pauses. Places
 * never go back as time goes on, so a clock is a matter of adding and taking away places, in every unit alike.
 *
 * Days count at their ends. A pause from `a` to `b` takes out the days that end after `a` and not after `b`, which is what
 * `placeOf(b) − placeOf(a)` says; milliseconds behave the same way.
 */
export interface Scale {
  /** Where the count begins. Nothing before it counts. */
  readonly origin: number
  /** The place of a moment, not before the origin. */
  readonly placeOf: (at: Instant) => number
  /** The first moment that has reached a place. */
  readonly momentOf: (place: number) => Instant
  /** Whether the places between two moments rest on days that no notice has settled. */
  readonly unsettled: (from: Instant, to: Instant) => boolean
}

/** From where a scale counts: the moment itself for hours, the end of a local day for days. */
export interface Origin {
  readonly at: Instant
  readonly day: number
}

/** The origin of a count that begins at a moment: the day on which it lies is not counted (民法典 201条). */
export const originAt = (at: Instant, calendar: OfficeCalendar): Origin => ({
  at,
  day: localDayNumber(at, calendar.utcOffset),
})

/** The amount of a limit on the scale of its unit: days, or milliseconds. */
export const placesIn = (value: number, unit: TimeUnit): number =>
  unit === 'day' || unit === 'workday' ? value : Math.round(value * MS_PER_HOUR)

/** Places back into the unit. */
export const unitsIn = (places: number, unit: TimeUnit): number =>
  unit === 'day' || unit === 'workday' ? places : places / MS_PER_HOUR

/** Milliseconds from the beginning of the UTC day to the end of the local one. */
function endOfDay(calendar: OfficeCalendar, lastDay: ClockRule['lastDay']): number {
  const minute = lastDay === 'closing' ? (calendar.hours.at(-1)?.to ?? Number.NaN) : MS_PER_DAY / MS_PER_MINUTE
  return (minute - calendar.utcOffset) * MS_PER_MINUTE
}

function dayScale(end: number, origin: number): Scale {
  return {
    origin,
    placeOf: (at) => Math.max(Math.floor((at - end) / MS_PER_DAY), origin),
    momentOf: (day) => instant(day * MS_PER_DAY + end),
    unsettled: () => false,
  }
}

function workdayScale(table: WorkTable, end: number, originDay: number): Scale {
  const lastEnded = (at: Instant): number => Math.max(Math.floor((at - end) / MS_PER_DAY), originDay)
  return {
    origin: table.upTo(originDay),
    placeOf: (at) => table.upTo(lastEnded(at)),
    momentOf: (rank) => instant(table.withRank(rank) * MS_PER_DAY + end),
    unsettled: (from, to) => table.unsettled(lastEnded(from), lastEnded(to)),
  }
}

function hourScale(origin: number): Scale {
  return { origin, placeOf: (at) => Math.max(at, origin), momentOf: instant, unsettled: () => false }
}

/** Office time of a day, in milliseconds, up to a time of the day. */
function officeTimeBefore(hours: OfficeCalendar['hours'], time: number): number {
  let sum = 0
  for (const { from, to } of hours) {
    const begin = from * MS_PER_MINUTE
    if (time <= begin) break
    sum += Math.min(time, to * MS_PER_MINUTE) - begin
  }
  return sum
}

/** The first time of the day, in milliseconds, at which so much office time has passed. */
function timeAfterOffice(hours: OfficeCalendar['hours'], amount: number): number {
  let left = amount
  for (const { from, to } of hours) {
    const length = (to - from) * MS_PER_MINUTE
    if (left <= length) return from * MS_PER_MINUTE + left
    left -= length
  }
  throw new RangeError(`no such office time of a day: ${amount}`)
}

function workhourScale(table: WorkTable, { hours, utcOffset }: OfficeCalendar, start: Instant): Scale {
  const offset = utcOffset * MS_PER_MINUTE
  const perDay = officeTimeBefore(hours, MS_PER_DAY)
  const place = (at: number): number => {
    const day = Math.floor((at + offset) / MS_PER_DAY)
    const before = table.upTo(day - 1)
    if (table.upTo(day) === before) return before * perDay
    return before * perDay + officeTimeBefore(hours, at + offset - day * MS_PER_DAY)
  }
  const origin = place(start)
  return {
    origin,
    placeOf: (at) => Math.max(place(at), origin),
    momentOf(reached) {
      // A place at a full day is the closing of that day, not the opening of the next.
      const fullDays = Math.ceil(reached / perDay) - 1
      const time = timeAfterOffice(hours, reached - fullDays * perDay)
      return instant(table.withRank(fullDays + 1) * MS_PER_DAY + time - offset)
    },
    unsettled(from, to) {
      const low = from + offset
      const high = to + offset
      const firstDay = Math.floor(low / MS_PER_DAY)
      const lastDay = Math.floor(high / MS_PER_DAY)
      const passedFirst = officeTimeBefore(hours, low - firstDay * MS_PER_DAY)
      const passedLast = officeTimeBefore(hours, high - lastDay * MS_PER_DAY)
      if (firstDay === lastDay) return passedLast > passedFirst && table.unsettled(firstDay - 1, lastDay)
      // A day of which only the time before opening or after closing is met does not matter.
      return table.unsettled(passedFirst < perDay ? firstDay - 1 : firstDay, passedLast > 0 ? lastDay : lastDay - 1)
    },
  }
}

/**
 * The scale of a unit.
 *
 * @param calendar the office's calendar
 * @param unit what is counted
 * @param lastDay when a day ends; of no matter for hours
 * @param origin where the count begins
 * @throws RangeError when the calendar has no office hours and the unit or rule needs them, or the origin is out of range
 */
export function scaleOf(
  calendar: OfficeCalendar,
  unit: TimeUnit,
  lastDay: ClockRule['lastDay'],
  origin: Origin,
): Scale {
  switch (unit) {
    case 'day':
      return dayScale(endOfDay(calendar, lastDay), origin.day)
    case 'workday':
      return workdayScale(workTable(calendar.work), endOfDay(calendar, lastDay), origin.day)
    case 'hour':
      return hourScale(origin.at)
    case 'workhour':
      return workhourScale(workTable(calendar.work), calendar, origin.at)
  }
}
