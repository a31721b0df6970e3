import { compareDates, convert, type PlainDate } from '@jiannuo/kernel'
import type { IndicatorReading, Reason, ReadingSource, ReadingVersion, Target } from '../model.ts'
import { type Days, daysOfPeriod, overlap } from './reading-period.ts'
import { reason } from './reason.ts'

/** What was reached, put together from readings. */
export interface Reached {
  /** In the target's unit. */
  readonly value: number
  readonly unit: string
  /** The period that it reaches to. */
  readonly period: string
  readonly version: ReadingVersion
  readonly source: ReadingSource
  readonly numerator?: number
  readonly denominator?: number
  /** Ids of the readings that it rests on. */
  readonly used: readonly string[]
  /** What must be known of it: overlapping periods, a fall of what cannot fall, a forecast. */
  readonly notes: readonly Reason[]
}

/** What accumulation looks at of a target. */
export type Measured = Pick<Target, 'adding' | 'unit' | 'kind'>

/** What was reached, or why nothing can be said. */
export type Accumulated = { readonly reached: Reached } | { readonly none: Reason }

const TRUST: Readonly<Record<ReadingSource, number>> = { measure: 3, document: 2, return: 1 }
const VERSIONS: Readonly<Record<ReadingVersion, number>> = { final: 3, preliminary: 2, forecast: 1 }

interface Placed extends IndicatorReading {
  readonly days: Days
}

/**
 * Which of two readings of the same stretch holds (P51): records before documents before returns; then 最终 before 初步 before 预计; then the
 * later one. The other stays where it is.
 */
function holdsOver(a: Placed, b: Placed): boolean {
  const trust = TRUST[a.source] - TRUST[b.source]
  if (trust !== 0) return trust > 0
  const version = VERSIONS[a.version] - VERSIONS[b.version]
  if (version !== 0) return version > 0
  return a.at !== b.at ? a.at > b.at : a.id > b.id
}

const key = ({ covers, period }: IndicatorReading): string => `${covers === 'moment' ? 'moment' : covers} ${period}`

/** One reading a stretch: the one that holds. A forecast gives way to anything that was reached in the same stretch. */
function held(readings: readonly Placed[]): readonly Placed[] {
  const best = new Map<string, Placed>()
  for (const one of readings) {
    const known = best.get(key(one))
    const real = known !== undefined && (one.version === 'forecast') !== (known.version === 'forecast')
    if (known === undefined || (real ? known.version === 'forecast' : holdsOver(one, known))) best.set(key(one), one)
  }
  return [...best.values()]
}

const byEnd = (a: Placed, b: Placed): number =>
  compareDates(a.days.last, b.days.last) || compareDates(a.days.first, b.days.first) || (a.id < b.id ? -1 : 1)

/**
 * Whether a reading speaks of what had happened by a day: its stretch has begun (the return of a month is made before the month is over); a
 * forecast only counts once its stretch has ended.
 */
const hasBegun = ({ version }: IndicatorReading, { first, last }: Days, asOf: PlainDate): boolean =>
  compareDates(version === 'forecast' ? last : first, asOf) <= 0

/** Readings that count by a day: of the span, begun by then, in a unit that converts. */
function usable(readings: readonly IndicatorReading[], { unit }: Measured, asOf: PlainDate, span: Days): Placed[] {
  return readings.flatMap((one): Placed[] => {
    const days = daysOfPeriod(one.period)
    if (days === undefined || !hasBegun(one, days, asOf) || !overlap(days, span)) return []
    const converted = convert(one.value, one.unit, unit)
    return converted.ok ? [{ ...one, value: converted.value, unit, days }] : []
  })
}

/**
 * What was reached by a day (DESIGN 5, domain.md 15). Increments of separate stretches add up, a value to date stands for all before its end;
 * of levels, ranks and rates the last one stands; shares are worked out again from their counts, where all have them.
 *
 * @param span the stretch that the target is for; readings outside it are not looked at
 * @returns what was reached, or `progress/no-readings`, `progress/units-differ`
 */
export function accumulate(
  readings: readonly IndicatorReading[],
  target: Measured,
  asOf: PlainDate,
  span: Days,
): Accumulated {
  const counted = held(usable(readings, target, asOf, span)).toSorted(byEnd)
  const last = counted.at(-1)
  if (last === undefined) {
    const other = readings.find(({ unit }) => !convert(1, unit, target.unit).ok)
    return other === undefined
      ? { none: reason('progress/no-readings') }
      : { none: reason('progress/units-differ', { a: other.unit, b: target.unit }) }
  }
  if (target.adding === 'increments') return { reached: added(counted, last) }
  if (target.adding === 'recomputed') return { reached: recomputed(counted, last) }
  return { reached: lastOf(counted, last) }
}

const reachedBy = (last: Placed, value: number, used: readonly Placed[], notes: readonly Reason[]): Reached => ({
  value,
  unit: last.unit,
  period: last.period,
  version: used.some(({ version }) => version === 'forecast') ? 'forecast' : last.version,
  source: last.source,
  used: used.map(({ id }) => id),
  notes: used.some(({ version }) => version === 'forecast')
    ? [...notes, reason('progress/forecast', { period: last.period })]
    : notes,
})

/** Readings to date, those of years' ends and moments too: the last of them, with what stretches after it add. */
function added(counted: readonly Placed[], last: Placed): Reached {
  const toDate = counted.filter(({ covers }) => covers !== 'period')
  const base = toDate.at(-1)
  const notes: Reason[] = []
  const before = toDate.at(-2)
  if (base !== undefined && before !== undefined && before.value > base.value && before.value > 0)
    notes.push(reason('progress/fell', { before: before.value, now: base.value, period: base.period }))
  const parts: Placed[] = []
  for (const part of counted.filter(({ covers }) => covers === 'period')) {
    if (base !== undefined && compareDates(part.days.first, base.days.last) <= 0) continue
    const clash = parts.find((other) => overlap(other.days, part.days))
    if (clash === undefined) parts.push(part)
    else notes.push(reason('progress/overlap', { a: clash.period, b: part.period }))
  }
  const used = base === undefined ? parts : [base, ...parts]
  const value = used.reduce((sum, one) => sum + one.value, 0)
  return reachedBy(used.at(-1) ?? last, value, used, notes)
}

function lastOf(counted: readonly Placed[], last: Placed): Reached {
  const real = counted.filter(({ version }) => version !== 'forecast').at(-1)
  const stands = real !== undefined && compareDates(real.days.last, last.days.last) === 0 ? real : last
  return reachedBy(stands, stands.value, [stands], [])
}

/** Counts add up and make the share anew; where one stretch lacks them, the last share stands and says so. */
function recomputed(counted: readonly Placed[], last: Placed): Reached {
  const toDate = counted.filter(({ covers }) => covers !== 'period')
  const base = toDate.at(-1)
  const parts = counted.filter(
    ({ covers, days }) => covers === 'period' && (base === undefined || compareDates(days.first, base.days.last) > 0),
  )
  const used = base === undefined ? parts : [base, ...parts]
  const counts = used.map(({ numerator, denominator }) => ({ numerator, denominator }))
  if (used.length < 2) return withCounts(reachedBy(last, last.value, [last], []), counts[0])
  if (counts.some((one) => one.numerator === undefined || one.denominator === undefined))
    return reachedBy(last, last.value, [last], [reason('progress/no-counts', { period: last.period })])
  const numerator = counts.reduce((sum, one) => sum + (one.numerator ?? 0), 0)
  const denominator = counts.reduce((sum, one) => sum + (one.denominator ?? 0), 0)
  if (denominator === 0)
    return reachedBy(last, last.value, [last], [reason('progress/no-counts', { period: last.period })])
  const times = last.unit === '%' || last.unit === '％' ? 100 : last.unit === '‰' ? 1000 : 1
  return withCounts(reachedBy(last, (numerator / denominator) * times, used, []), { numerator, denominator })
}

const withCounts = (
  reached: Reached,
  counts: { readonly numerator?: number | undefined; readonly denominator?: number | undefined } | undefined,
): Reached => ({
  ...reached,
  ...(counts?.numerator === undefined ? {} : { numerator: counts.numerator }),
  ...(counts?.denominator === undefined ? {} : { denominator: counts.denominator }),
})

/** One part of a commitment that was split: what it owes and what it has reached. */
export interface PartReached {
  readonly name: string
  readonly reached?: Reached
}

/**
 * What the parts of a split commitment have reached together: increments add up, shares are made anew from counts, ranks and rates are
 * never put together; of levels nobody can tell, so they are not either.
 *
 * @returns the whole, or `progress/parts-not-added`, `progress/part-missing` when one has nothing, `progress/no-counts`
 */
export function rollUp(parts: readonly PartReached[], target: Measured): Accumulated {
  const all = parts.flatMap(({ reached }) => reached ?? [])
  const [first] = all
  if (first === undefined) return { none: reason('progress/no-readings') }
  const missing = parts.find(({ reached }) => reached === undefined)
  const notes = missing === undefined ? [] : [reason('progress/part-missing', { name: missing.name })]
  const used = all.flatMap((one) => one.used)
  const latest = all.reduce((best, one) => (one.period > best.period ? one : best), first)
  if (target.adding === 'increments') {
    const value = all.reduce((sum, one) => sum + one.value, 0)
    return { reached: { ...latest, value, used, notes } }
  }
  if (target.adding !== 'recomputed') return { none: reason('progress/parts-not-added', { kind: target.kind }) }
  const numerator = all.reduce((sum, one) => sum + (one.numerator ?? Number.NaN), 0)
  const denominator = all.reduce((sum, one) => sum + (one.denominator ?? Number.NaN), 0)
  if (!(denominator > 0)) return { none: reason('progress/no-counts', { period: latest.period }) }
  const times = target.unit === '%' ? 100 : target.unit === '‰' ? 1000 : 1
  return { reached: { ...latest, value: (numerator / denominator) * times, numerator, denominator, used, notes } }
}
