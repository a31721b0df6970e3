import { addDays, dayNumber, type Instant, instant, isWorkday, MS_PER_MINUTE, type PlainDate } from '@jiannuo/kernel'
import type { ClockReading, ClockRun, Due, Limit, MarkTime, OfficeCalendar, TimeUnit } from '../clock/index.ts'

/**
 * A second, slow and obvious way to run a clock, to hold the real one against: it walks over the minutes one by one and asks at each
 * what the words of the rule say. It shares no code with the real one but the types and the kernel's calendar, and takes
 * only runs whose moments are whole minutes.
 */
export interface Tape {
  /** Number of the first minute since 1970 (UTC). */
  readonly first: number
  /** What the calendar says of each minute: a sum of the marks below. */
  readonly minutes: Uint8Array
  /** Number of the local day with which it begins. */
  readonly firstDay: number
  /** 1 for the minutes of a run's pauses while that run is walked, else 0. */
  readonly paused: Uint8Array
}

const WORKING_DAY = 1
const OFFICE_HOUR = 2
const UNSETTLED = 4
const ENDS_AT_MIDNIGHT = 8
const ENDS_AT_CLOSING = 16

const MINUTES = 1440

/** Writes the tape of a calendar, local midnight of `from` to local midnight after `to`. */
export function writeTape(calendar: OfficeCalendar, from: PlainDate, to: PlainDate): Tape {
  const closing = Math.max(...calendar.hours.map((hours) => hours.to))
  const anyDay = Array.from({ length: MINUTES }, (_, minute) => {
    const open = calendar.hours.some((hours) => hours.from <= minute && minute < hours.to)
    const midnight = minute === MINUTES - 1 ? ENDS_AT_MIDNIGHT : 0
    return (open ? OFFICE_HOUR : 0) + midnight + (minute === closing - 1 ? ENDS_AT_CLOSING : 0)
  })
  const days = dayNumber(to) - dayNumber(from) + 1
  const minutes = new Uint8Array(days * MINUTES)
  for (let day = 0; day < days; day += 1) {
    const answer = isWorkday(calendar.work, addDays(from, day))
    const ofDay = (answer.workday ? WORKING_DAY : 0) + (answer.provisional ? UNSETTLED : 0)
    for (let minute = 0; minute < MINUTES; minute += 1) minutes[day * MINUTES + minute] = anyDay[minute]! + ofDay
  }
  const first = dayNumber(from) * MINUTES - calendar.utcOffset
  return { first, firstDay: dayNumber(from), minutes, paused: new Uint8Array(minutes.length) }
}

/** The place of a moment on the tape. */
function placeOf(tape: Tape, at: number): number {
  const place = at / MS_PER_MINUTE - tape.first
  if (!Number.isInteger(place) || place < 0 || place > tape.minutes.length)
    throw new RangeError(`not on the tape: ${at}`)
  return place
}

const momentAt = (tape: Tape, place: number): number => (tape.first + place) * MS_PER_MINUTE

/** Lays the pauses of a run on the tape, works, and takes them off again. An open one is laid as far as the work looks. */
function withPauses<T>(tape: Tape, run: ClockRun, until: number, work: () => T): T {
  const spans = run.pauses.map(({ from, to }) => [placeOf(tape, from), to === undefined ? until : placeOf(tape, to)])
  for (const [from, to] of spans) tape.paused.fill(1, from, to)
  try {
    return work()
  } finally {
    for (const [from, to] of spans) tape.paused.fill(0, from, to)
  }
}

/** Where a walk must give up: in a pause that never ends, or at the end of the tape. */
function standsStill(tape: Tape, run: ClockRun): number {
  const open = run.pauses.find((pause) => pause.to === undefined)
  return open === undefined ? tape.minutes.length : placeOf(tape, open.from)
}

/** What a clock counts by the minute: days at their last minute, hours by their minutes. */
interface Counting {
  /** Marks of the tape that a minute must have to be looked at: the last of a day, or one in office hours. */
  readonly moment: number
  /** Marks it must have to count. */
  readonly needs: number
  /** What it then adds. */
  readonly adds: number
  /** No minute before this one counts: days begin after the start day. */
  readonly from: number
}

function counting(tape: Tape, unit: TimeUnit, run: ClockRun, start: number, startDay: number): Counting {
  const end = run.rule.lastDay === 'closing' ? ENDS_AT_CLOSING : ENDS_AT_MIDNIGHT
  const tomorrow = (startDay - tape.firstDay + 1) * MINUTES
  if (unit === 'day') return { moment: end, needs: 0, adds: 1, from: tomorrow }
  if (unit === 'workday') return { moment: end, needs: WORKING_DAY, adds: 1, from: tomorrow }
  if (unit === 'hour') return { moment: 0, needs: 0, adds: MS_PER_MINUTE, from: start }
  return { moment: OFFICE_HOUR, needs: WORKING_DAY, adds: MS_PER_MINUTE, from: start }
}

const dayAt = (tape: Tape, place: number): number => tape.firstDay + Math.floor(place / MINUTES)

const countingOf = (tape: Tape, run: ClockRun): Counting => {
  const start = placeOf(tape, run.startedAt)
  return counting(tape, run.limit.unit, run, start, dayAt(tape, start))
}

const amountOf = (value: number, unit: TimeUnit): number =>
  unit === 'hour' || unit === 'workhour' ? Math.round(value * 60 * MS_PER_MINUTE) : value

const wholeLimit = ({ limit, extensions }: ClockRun): number =>
  [limit.value, ...extensions.map((extension) => extension.by)].reduce(
    (sum, value) => sum + amountOf(value, limit.unit),
    0,
  )

/** Walks on from the beginning of the count until the amount is reached. */
function walkOn(tape: Tape, how: Counting, amount: number, stop: number): Due | undefined {
  const { minutes, paused } = tape
  const { moment, needs, adds } = how
  let sum = 0
  let provisional = false
  for (let place = how.from; place < stop; place += 1) {
    const minute = minutes[place]!
    if ((minute & moment) !== moment || paused[place] === 1) continue
    if (needs !== 0 && (minute & UNSETTLED) !== 0) provisional = true
    if ((minute & needs) !== needs) continue
    sum += adds
    if (sum >= amount) return { at: instant(momentAt(tape, place + 1) - (sum - amount)), provisional }
  }
  return undefined
}

/** Walks on from the end of a count in natural days to the first day end on a working day. */
function walkToWorkingDay(tape: Tape, how: Counting, counted: Due, stop: number): Due | undefined {
  let provisional = false
  for (let place = placeOf(tape, counted.at) - 1; place < stop; place += 1) {
    const minute = tape.minutes[place]!
    if ((minute & how.moment) !== how.moment || tape.paused[place] === 1) continue
    if ((minute & UNSETTLED) !== 0) provisional = true
    if ((minute & WORKING_DAY) !== 0) return { at: instant(momentAt(tape, place + 1)), provisional }
  }
  return undefined
}

/** Adds up what counts before a place. */
function walkSum(tape: Tape, how: Counting, from: number, until: number): { sum: number; provisional: boolean } {
  const { minutes, paused } = tape
  const { moment, needs, adds } = how
  let sum = 0
  let provisional = false
  for (let place = Math.max(how.from, from); place < until; place += 1) {
    const minute = minutes[place]!
    if ((minute & moment) !== moment || paused[place] === 1) continue
    if (needs !== 0 && (minute & UNSETTLED) !== 0) provisional = true
    if ((minute & needs) === needs) sum += adds
  }
  return { sum, provisional }
}

function dueOnTape(tape: Tape, run: ClockRun): Due | undefined {
  const how = countingOf(tape, run)
  const stop = standsStill(tape, run)
  const counted = walkOn(tape, how, wholeLimit(run), stop)
  if (counted === undefined || run.limit.unit !== 'day' || !run.rule.roll) return counted
  return walkToWorkingDay(tape, how, counted, stop)
}

/** When a run falls due. */
export const naiveDue = (tape: Tape, run: ClockRun): Due | undefined =>
  withPauses(tape, run, 0, () => dueOnTape(tape, run))

/** A run with everything struck out that came after a moment. */
function strikeOut(run: ClockRun, at: Instant): ClockRun {
  const { stoppedAt, ...rest } = run
  const pauses = []
  for (const pause of run.pauses) {
    if (pause.from > at) break
    const { to, ...open } = pause
    pauses.push(to !== undefined && to <= at ? pause : open)
  }
  const extensions = run.extensions.filter((extension) => !(extension.at > at))
  const struck = { ...rest, pauses, extensions }
  return stoppedAt === undefined || stoppedAt > at ? struck : { ...struck, stoppedAt }
}

/** Where a clock stood at a moment. */
export function naiveClockAt(tape: Tape, run: ClockRun, at: Instant): ClockReading | undefined {
  if (at < run.startedAt) return undefined
  const known = strikeOut(run, at)
  const { unit } = known.limit
  const inUnits = (sum: number): number => (unit === 'hour' || unit === 'workhour' ? sum / MS_PER_MINUTE / 60 : sum)
  const end = known.stoppedAt ?? at
  return withPauses(tape, known, placeOf(tape, end), () => {
    const how = countingOf(tape, known)
    const due = dueOnTape(tape, known)
    const limit = wholeLimit(known)
    const { sum, provisional } = walkSum(tape, how, how.from, placeOf(tape, end))
    const overdue = due !== undefined && end > due.at
    const open = known.pauses.some((pause) => pause.to === undefined)
    return {
      state: known.stoppedAt !== undefined ? 'stopped' : open ? 'paused' : 'running',
      unit,
      used: inUnits(sum),
      limit: inUnits(limit),
      left: inUnits(sum > limit ? 0 : limit - sum),
      provisional: provisional || (due?.provisional ?? false),
      overdue,
      ...(due === undefined ? {} : { due: due.at }),
      ...(overdue ? { overdueBy: inUnits(walkSum(tape, how, placeOf(tape, due.at), placeOf(tape, end)).sum) } : {}),
    }
  })
}

/** Walks back from the due moment as long as no more than the amount lies ahead. */
function walkBack(tape: Tape, run: ClockRun, due: Due, before: Limit): Due {
  const { minutes, paused } = tape
  const start = placeOf(tape, run.startedAt)
  const how = counting(tape, before.unit, run, start, dayAt(tape, start))
  const { moment, needs, adds } = how
  const amount = amountOf(before.value, before.unit)
  let sum = 0
  let provisional = due.provisional
  for (let place = placeOf(tape, due.at) - 1; place >= how.from; place -= 1) {
    const minute = minutes[place]!
    if ((minute & moment) !== moment || paused[place] === 1) continue
    if (needs !== 0 && (minute & UNSETTLED) !== 0) provisional = true
    if ((minute & needs) !== needs) continue
    sum += adds
    if (sum <= amount) continue
    // Of this minute, only what is too much lies before the mark; a day lies before it whole.
    return {
      at: instant(momentAt(tape, adds === 1 ? place + 1 : place) + (adds === 1 ? 0 : sum - amount)),
      provisional,
    }
  }
  return { at: run.startedAt, provisional }
}

function walkAfter(tape: Tape, run: ClockRun, due: Due, after: Limit): Due | undefined {
  const from = placeOf(tape, due.at)
  const how = counting(tape, after.unit, run, from, dayAt(tape, from - 1))
  const reached = walkOn(tape, how, amountOf(after.value, after.unit), standsStill(tape, run))
  return reached && { at: reached.at, provisional: reached.provisional || due.provisional }
}

/** Walks on until no more than a share is left, given in thousandths. */
function walkLeft(tape: Tape, run: ClockRun, thousandths: number): Due | undefined {
  const limit = wholeLimit(run)
  if (thousandths === 1000) return { at: run.startedAt, provisional: false }
  // The least whole amount (day, millisecond) of which 1000 times the rest is within the share.
  const amount = Math.ceil((limit * (1000 - thousandths)) / 1000)
  return walkOn(tape, countingOf(tape, run), amount, standsStill(tape, run))
}

/** When a mark falls, the due moment being known. A share must be whole thousandths. */
export function naiveMark(tape: Tape, run: ClockRun, mark: MarkTime, due: Due | undefined): Due | undefined {
  const found = withPauses(tape, run, 0, () => {
    if ('left' in mark) return walkLeft(tape, run, Math.round(mark.left * 1000))
    if (due === undefined || 'due' in mark) return due
    return 'before' in mark ? walkBack(tape, run, due, mark.before) : walkAfter(tape, run, due, mark.after)
  })
  const tooLate = found !== undefined && run.stoppedAt !== undefined && found.at > run.stoppedAt
  return tooLate ? undefined : found
}
