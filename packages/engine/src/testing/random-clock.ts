import {
  addDays,
  type CalendarYear,
  dateFromDayNumber,
  dayNumber,
  dayOfWeek,
  type Instant,
  instant,
  instantOfDay,
  isWorkday,
  localDayNumber,
  MS_PER_DAY,
  MS_PER_MINUTE,
  type PlainDate,
  plainDate,
  workCalendar,
} from '@jiannuo/kernel'
import type { ClockRun, Extension, Limit, MarkTime, OfficeCalendar, Pause, TimeUnit } from '../clock/index.ts'

/** Chance with a seed: the same seed gives the same run of numbers on every machine. */
export interface Chance {
  /** A whole number, both ends included. */
  readonly whole: (from: number, to: number) => number
  /** True in so many of a hundred cases. */
  readonly percent: (share: number) => boolean
  readonly pick: <T>(list: readonly T[]) => T
}

/** Chance from a seed, by the method "mulberry32" (T. Ettinger, public domain). */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  return { whole, percent: (share) => next() * 100 < share, pick: (list) => list[whole(0, list.length - 1)]! }
}

function randomYear(chance: Chance, year: number): CalendarYear {
  const first = plainDate(year, 1, 1)
  const off = new Set<PlainDate>()
  for (let holiday = 0; holiday < 7; holiday += 1) {
    const begins = chance.whole(0, 357)
    for (let day = chance.whole(1, 8); day > 0; day -= 1) off.add(addDays(first, begins + day - 1))
  }
  const work = new Set<PlainDate>()
  for (let madeUp = 0; madeUp < 8; madeUp += 1) {
    const date = addDays(first, chance.whole(0, 364))
    if (dayOfWeek(date) > 5 && !off.has(date)) work.add(date)
  }
  return { year, published: true, notice: '', off: [...off].map((date) => ({ date, name: '假' })), work: [...work] }
}

/** An office with holidays, make-up days, hours and a local time of its own; 2027 has no notice. */
export function randomOffice(chance: Chance): OfficeCalendar {
  const edges = new Set<number>()
  const parts = chance.whole(1, 3)
  while (edges.size < parts * 2) edges.add(chance.percent(10) ? chance.pick([0, 1440]) : chance.whole(0, 288) * 5)
  const sorted = [...edges].toSorted((a, b) => a - b)
  const hours = Array.from({ length: parts }, (_, part) => ({ from: sorted[part * 2]!, to: sorted[part * 2 + 1]! }))
  const years = chance.percent(20) ? [2024, 2026] : [2024, 2025, 2026]
  return {
    work: workCalendar(years.map((year) => randomYear(chance, year))),
    hours,
    utcOffset: chance.pick([480, 480, 0, -300, 345, 840]),
  }
}

const FIRST_START = dayNumber(plainDate(2023, 12, 1))
const LAST_START = dayNumber(plainDate(2027, 3, 31))

/** A calendar with the days around which it is not plain. */
export interface Office {
  readonly calendar: OfficeCalendar
  /** Days that the notices move. */
  readonly moved: readonly number[]
  /** Days before which the notices begin or end. */
  readonly seams: readonly number[]
}

/** Readies a calendar for random runs. */
export function officeOf(calendar: OfficeCalendar): Office {
  const unsettled = (day: number): boolean => isWorkday(calendar.work, dateFromDayNumber(day)).provisional
  const days = Array.from({ length: LAST_START - FIRST_START }, (_, i) => FIRST_START + 1 + i)
  return {
    calendar,
    moved: days.filter((day) => calendar.work.moved.has(day)),
    seams: days.filter((day) => unsettled(day) !== unsettled(day - 1)),
  }
}

/** A minute at which something changes, or any. */
function minuteOfADay(chance: Chance, { hours }: OfficeCalendar): number {
  if (chance.percent(40)) return chance.whole(0, 1439)
  const edges = [0, 1440, ...hours.flatMap(({ from, to }) => [from, to])]
  return Math.min(Math.max(chance.pick(edges) + (chance.percent(25) ? chance.pick([-1, 1]) : 0), 0), 1440)
}

function randomStart(chance: Chance, { calendar, moved, seams }: Office): Instant {
  let day = chance.whole(FIRST_START, LAST_START)
  // Where the calendar is not plain, mistakes live.
  if (chance.percent(50)) day = chance.pick(chance.percent(25) ? seams : moved) - chance.whole(0, 6)
  return instantOfDay(day, minuteOfADay(chance, calendar), calendar.utcOffset)
}

const DAYS = new Set<TimeUnit>(['day', 'workday'])

function randomLimit(chance: Chance, unit: TimeUnit, most: number): Limit {
  if (DAYS.has(unit)) return { value: chance.whole(1, chance.percent(90) ? most : most * 4), unit }
  const minutes = chance.whole(1, (unit === 'hour' ? 24 : 8) * 60 * most)
  // Half of them whole hours or halves, for which edges meet.
  return { value: chance.percent(50) ? minutes / 60 : Math.max(Math.round(minutes / 30) / 2, 0.5), unit }
}

/** A moment some time after another, often at an edge of the day. */
function laterThan(chance: Chance, calendar: OfficeCalendar, at: Instant, mostDays: number): Instant {
  if (chance.percent(10)) return at
  if (chance.percent(40)) return instant(at + chance.whole(0, mostDays * 1440) * MS_PER_MINUTE)
  const day = localDayNumber(at, calendar.utcOffset) + chance.whole(0, mostDays)
  const later = instantOfDay(day, minuteOfADay(chance, calendar), calendar.utcOffset)
  return later < at ? at : later
}

function randomPauses(chance: Chance, calendar: OfficeCalendar, start: Instant): readonly Pause[] {
  const pauses: Pause[] = []
  let at = start
  for (let left = chance.pick([0, 0, 0, 1, 1, 2, 3, 4]); left > 0; left -= 1) {
    const from = laterThan(chance, calendar, at, 4)
    const words = { reason: '补正材料', approver: '局领导' }
    if (left === 1 && chance.percent(25)) return [...pauses, { from, ...words }]
    at = laterThan(chance, calendar, from, 4)
    pauses.push({ from, to: at, ...words })
  }
  return pauses
}

function randomExtensions(chance: Chance, calendar: OfficeCalendar, run: ClockRun): readonly Extension[] {
  return Array.from({ length: chance.pick([0, 0, 0, 1, 2]) }, () => ({
    by: randomLimit(chance, run.limit.unit, 3).value,
    at: laterThan(chance, calendar, run.startedAt, 12),
    reason: '情况复杂',
    approver: '局领导',
  }))
}

/** The last thing that has happened to a run. */
const lastMoment = (run: ClockRun): Instant =>
  instant(
    Math.max(
      run.startedAt,
      ...run.pauses.map((pause) => pause.to ?? pause.from),
      ...run.extensions.map((extension) => extension.at),
    ),
  )

/** A run of any shape that `checkRun` lets pass, its moments whole minutes. */
export function randomRun(chance: Chance, office: Office): ClockRun {
  const { calendar } = office
  const startedAt = randomStart(chance, office)
  const begun: ClockRun = {
    limit: randomLimit(chance, chance.pick(['workday', 'day', 'workhour', 'hour']), 5),
    rule: { lastDay: chance.pick(['midnight', 'closing']), roll: chance.percent(50) },
    startedAt,
    pauses: randomPauses(chance, calendar, startedAt),
    extensions: [],
  }
  const run = { ...begun, extensions: randomExtensions(chance, calendar, begun) }
  return chance.percent(30) ? { ...run, stoppedAt: laterThan(chance, calendar, lastMoment(run), 8) } : run
}

/** A moment to ask about: where something happens, just beside it, or any; sometimes before the start. */
export function randomMoment(chance: Chance, calendar: OfficeCalendar, run: ClockRun, due?: Instant): Instant {
  const events = [
    run.startedAt,
    ...run.pauses.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to])),
    ...run.extensions.map(({ at }) => at),
    ...(run.stoppedAt === undefined ? [] : [run.stoppedAt]),
    ...(due === undefined ? [] : [due]),
  ]
  if (chance.percent(50)) return instant(chance.pick(events) + chance.pick([-1, 0, 0, 1]) * MS_PER_MINUTE)
  const from = instant(run.startedAt - (chance.percent(5) ? MS_PER_DAY : 0))
  return laterThan(chance, calendar, from, 14)
}

/** A mark of any kind; shares are whole thousandths. */
export function randomMark(chance: Chance): MarkTime {
  const limit = randomLimit(chance, chance.pick(['workday', 'day', 'workhour', 'hour']), 3)
  const share = chance.pick([0, 1000, 500, 200, 250, 100, chance.whole(0, 1000)]) / 1000
  return chance.pick<MarkTime>([{ left: share }, { before: limit }, { after: limit }, { due: true }])
}

/** First and last day that a walk from any random run can meet. */
export const TAPE_FROM = dateFromDayNumber(FIRST_START - 60)
export const TAPE_TO = plainDate(2029, 12, 31)
