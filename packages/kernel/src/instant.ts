import { dateFromDayNumber, dayNumber, isPlainDate, type PlainDate } from './plain-date.ts'
import type { Problem } from './problem.ts'
import { granted, type Result, refused } from './result.ts'

declare const instantBrand: unique symbol

/**
 * A moment: whole milliseconds since 1970-01-01T00:00Z, without leap seconds, years 0001 to 9999. Which day and hour it is
 * depends on where one stands, so everything about days asks for the distance from UTC in minutes.
 */
export type Instant = number & { readonly [instantBrand]: true }

/** Milliseconds in a minute. */
export const MS_PER_MINUTE = 60_000

/** Milliseconds in an hour. */
export const MS_PER_HOUR = 3_600_000

/** Milliseconds in a day. There is no summer time here, so every day has them all. */
export const MS_PER_DAY = 86_400_000

/** China's distance from UTC in minutes. All of China keeps UTC+8, all year. */
export const CHINA_OFFSET = 480

const MINUTES_PER_DAY = 1440
const FIRST = -62_135_596_800_000
const LAST = 253_402_300_799_999

/** Whether a number is a moment: whole milliseconds within the years 0001 to 9999. */
export const isInstant = (ms: number): ms is Instant => Number.isInteger(ms) && ms >= FIRST && ms <= LAST

/**
 * The moment of a number of milliseconds that the caller knows to be one; `isInstant` asks first.
 *
 * @param ms whole milliseconds since 1970-01-01T00:00Z
 * @throws RangeError when the number is not whole or leaves the years 0001 to 9999
 */
export function instant(ms: number): Instant {
  if (!isInstant(ms)) throw new RangeError(`no such moment: ${ms}`)
  return ms
}

/**
 * The moment at a minute of a local day, the day given by its number.
 *
 * @param day days since 1970-01-01, as `dayNumber` counts them
 * @param minute minute of the local day, 0 to 1440; 1440 is 24:00, the first moment of the next day
 * @param utcOffset minutes ahead of UTC
 * @throws RangeError when there is no such minute or the year leaves 0001 to 9999
 */
export function instantOfDay(day: number, minute: number, utcOffset: number): Instant {
  if (!Number.isInteger(minute) || minute < 0 || minute > MINUTES_PER_DAY)
    throw new RangeError(`no such minute of a day: ${minute}`)
  return instant(day * MS_PER_DAY + (minute - utcOffset) * MS_PER_MINUTE)
}

/**
 * The moment at a minute of a local day.
 *
 * @param date the day
 * @param minute minute of the local day, 0 to 1440; 1440 is 24:00, the first moment of the next day
 * @param utcOffset minutes ahead of UTC
 * @throws RangeError when there is no such minute or the year leaves 0001 to 9999
 */
export const instantOf = (date: PlainDate, minute: number, utcOffset: number): Instant =>
  instantOfDay(dayNumber(date), minute, utcOffset)

/** The local day on which a moment lies, as days since 1970-01-01; 24:00 is the next day. The fast way for clocks. */
export const localDayNumber = (at: Instant, utcOffset: number): number =>
  Math.floor((at + utcOffset * MS_PER_MINUTE) / MS_PER_DAY)

/** The local date on which a moment lies; 24:00 is the next day. */
export const localDate = (at: Instant, utcOffset: number): PlainDate => dateFromDayNumber(localDayNumber(at, utcOffset))

/** The minute of the local day that has begun, 0 to 1439. */
export function minuteOfDay(at: Instant, utcOffset: number): number {
  const minutes = Math.floor(at / MS_PER_MINUTE) + utcOffset
  return minutes - Math.floor(minutes / MINUTES_PER_DAY) * MINUTES_PER_DAY
}

/** The local month of a moment as `YYYY-MM`: the key under which a month's records are counted. Sorts as a text. */
export const monthKey = (at: Instant, utcOffset: number): string => localDate(at, utcOffset).slice(0, 7)

const pad = (value: number): string => String(value).padStart(2, '0')

/** A moment as people write it, to the minute that has begun: `2025-10-01 09:30`. Sorts as a text. */
export function describeInstant(at: Instant, utcOffset: number): string {
  const minute = minuteOfDay(at, utcOffset)
  return `${localDate(at, utcOffset)} ${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`
}

const FORM = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:(Z)|([+-])(\d{2}):?(\d{2}))?$/

const badInstant = (text: string): Problem => ({
  code: 'kernel/bad-instant',
  severity: 'error',
  params: { text: text.slice(0, 40) },
})

/** Milliseconds of the local day; 24:00 stands for its end, and nothing after it. */
function timeOfDay(hour: number, minute: number, second: number, fraction: string): number | undefined {
  const ms = Number(fraction.padEnd(3, '0').slice(0, 3))
  const time = hour * MS_PER_HOUR + minute * MS_PER_MINUTE + second * 1000 + ms
  return minute < 60 && second < 60 && time <= MS_PER_DAY ? time : undefined
}

/** Minutes ahead of UTC that a text names, the fallback when it names none; no zone lies more than 14 hours away. */
function zoneOf(zulu: string | undefined, sign: string | undefined, hour: number, minute: number, fallback: number) {
  if (zulu !== undefined) return 0
  if (sign === undefined) return fallback
  const offset = hour * 60 + minute
  if (minute >= 60 || offset > 840) return undefined
  return sign === '-' ? -offset : offset
}

/**
 * Reads a moment: `2025-10-01 09:30`, with seconds if wanted, or in the form of ISO 8601 with `T` and a zone (`Z`, `+08:00`).
 * `24:00` is the end of the day. What is finer than a millisecond is cut off.
 *
 * @param text the text
 * @param utcOffset minutes ahead of UTC that hold when the text names no zone
 * @returns the moment, or `kernel/bad-instant` when the form is another or there is no such day, time or zone
 */
export function parseInstant(text: string, utcOffset: number = CHINA_OFFSET): Result<Instant> {
  const [, date, hour, minute, second = '0', fraction = '', zulu, sign, zoneHour, zoneMinute] = FORM.exec(text) ?? []
  if (date === undefined || !isPlainDate(date)) return refused(badInstant(text))
  const time = timeOfDay(Number(hour), Number(minute), Number(second), fraction)
  const zone = zoneOf(zulu, sign, Number(zoneHour), Number(zoneMinute), utcOffset)
  if (time === undefined || zone === undefined) return refused(badInstant(text))
  const ms = dayNumber(date) * MS_PER_DAY + time - zone * MS_PER_MINUTE
  return isInstant(ms) ? granted(ms) : refused(badInstant(text))
}
