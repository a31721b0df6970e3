import type { OfficeCalendar } from '@jiannuo/engine'
import {
  dateFromDayNumber,
  type Instant,
  instant,
  instantOfDay,
  isWorkday,
  localDayNumber,
  MS_PER_MINUTE,
} from '@jiannuo/kernel'

/** When people of the simulation are at work. */
export interface WorkTime {
  readonly isWorkday: (day: number) => boolean
  /** The moment itself when the office is open, else its next opening. */
  readonly open: (at: Instant) => Instant
  /** So many minutes of open office later. */
  readonly after: (at: Instant, minutes: number) => Instant
  /** So many minutes later, moved into the hours in which citizens are called. */
  readonly calling: (at: Instant, minutes: number) => Instant
  /** So many minutes later, moved into the hours in which somebody is on duty, rest days too. */
  readonly duty: (at: Instant, minutes: number) => Instant
}

const CALLS_FROM = 8 * 60 + 30
const CALLS_TO = 20 * 60 + 30
const DUTY_FROM = 7 * 60 + 30
const DUTY_TO = 22 * 60

/** Working days are asked for a million times: each is looked up once. */
export function workTime(calendar: OfficeCalendar): WorkTime {
  const { hours, utcOffset, work } = calendar
  const days = new Map<number, boolean>()
  const working = (day: number): boolean => {
    const known = days.get(day)
    if (known !== undefined) return known
    const answer = isWorkday(work, dateFromDayNumber(day)).workday
    days.set(day, answer)
    return answer
  }
  const minuteAt = (at: Instant, day: number): number => (at - instantOfDay(day, 0, utcOffset)) / MS_PER_MINUTE
  const after = (at: Instant, minutes: number): Instant => {
    let left = minutes
    let day = localDayNumber(at, utcOffset)
    let minute = minuteAt(at, day)
    for (; ; day++, minute = 0) {
      if (!working(day)) continue
      for (const { from, to } of hours) {
        if (minute >= to) continue
        const begin = Math.max(minute, from)
        if (left < to - begin)
          return instant(Math.round(instantOfDay(day, 0, utcOffset) + (begin + left) * MS_PER_MINUTE))
        left -= to - begin
      }
    }
  }
  const within = (opens: number, closes: number) => {
    return (at: Instant, minutes: number): Instant => {
      const wanted = instant(Math.round(at + minutes * MS_PER_MINUTE))
      const day = localDayNumber(wanted, utcOffset)
      const minute = minuteAt(wanted, day)
      if (minute >= opens && minute < closes) return wanted
      return instantOfDay(minute < opens ? day : day + 1, opens + Math.floor(minutes % 45), utcOffset)
    }
  }
  return {
    isWorkday: working,
    open: (at) => after(at, 0),
    after,
    calling: within(CALLS_FROM, CALLS_TO),
    duty: within(DUTY_FROM, DUTY_TO),
  }
}
