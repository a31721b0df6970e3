import { type Instant, instant, MS_PER_DAY, MS_PER_HOUR } from '@jiannuo/kernel'
import type { Chance } from './chance.ts'
import type { WorkTime } from './work-time.ts'

/** When cases come in, and which of them repeat an earlier one. */
export interface Openings {
  /** Ascending. */
  readonly at: readonly Instant[]
  /** Number of the case that this one repeats; absent for most. */
  readonly repeats: ReadonlyMap<number, number>
}

/** Calls by hour of the local day: a peak in the morning, a smaller one in the afternoon, a few at night. */
const HOURS = [2, 1, 1, 1, 1, 2, 5, 12, 26, 34, 33, 27, 17, 19, 28, 29, 27, 23, 18, 16, 14, 10, 6, 4]
const REST_DAY = 0.68
/** How many cases set off a burst of others about the same thing, and how many follow, out of how many that come next. */
const BURST = { share: 0.0045, least: 2, most: 14, within: 160 }
/** The line is called a sixth more often in high summer than in the mean of the year. */
const SEASON = 0.16

/**
 * Lays cases over days: more on working days and by day, more in summer, none before the first moment or after the last.
 *
 * @param from first moment; a midnight
 * @param utcOffset minutes ahead of UTC
 */
export function openings(
  chance: Chance,
  work: WorkTime,
  { cases, days, from, utcOffset }: { cases: number; days: number; from: Instant; utcOffset: number },
): Openings {
  const firstDay = Math.floor((from + utcOffset * 60_000) / MS_PER_DAY)
  const weights: number[] = []
  for (let day = 0; day < days; day++) {
    const season = 1 + SEASON * Math.cos((2 * Math.PI * (dayOfYear(firstDay + day) - 200)) / 365)
    const base = (work.isWorkday(firstDay + day) ? 1 : REST_DAY) * season * (0.9 + 0.2 * chance.next())
    for (const hour of HOURS) weights.push(base * hour)
  }
  const at = spread(chance, weights, cases).map((hours) => instant(Math.floor(from + hours * MS_PER_HOUR)))
  return { at, repeats: bursts(chance, cases) }
}

const dayOfYear = (day: number): number => (((day + 0.5) % 365.2425) + 365.2425) % 365.2425

/** Places in a row of weighted hours, ascending: the n-th of them lies at the n-th share of the whole weight. */
function spread(chance: Chance, weights: readonly number[], count: number): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const places: number[] = []
  let index = 0
  let before = 0
  for (let n = 0; n < count; n++) {
    const wanted = ((n + chance.next()) / count) * total
    while (index < weights.length - 1 && before + (weights[index] ?? 0) <= wanted) before += weights[index++] ?? 0
    places.push(index + Math.min(0.999_999, (wanted - before) / (weights[index] ?? 1)))
  }
  return places
}

function bursts(chance: Chance, cases: number): Map<number, number> {
  const repeats = new Map<number, number>()
  for (let head = 0; head < cases; head++) {
    if (!chance.hit(BURST.share) || repeats.has(head)) continue
    const size = chance.whole(BURST.least, BURST.most)
    for (let n = 0; n < size; n++) {
      const repeat = head + chance.whole(1, BURST.within)
      if (repeat < cases && !repeats.has(repeat)) repeats.set(repeat, head)
    }
  }
  // What repeats a case cannot be repeated itself.
  for (const head of new Set(repeats.values())) if (repeats.has(head)) repeats.delete(head)
  return repeats
}
