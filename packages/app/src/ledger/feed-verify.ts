import { type Entry, evaluateFigure, fold, naiveSums, type NaiveFilter, type RecordState } from '@jiannuo/engine'
import type { Finding, StoredReading } from '@jiannuo/store'
import { machineScope } from '@jiannuo/store'
import { askAsProgram, type Asked } from '../figures/ask.ts'
import type { Office } from '../office/office.ts'
import { type FeedAddress, feedSeries, figureOfMonth, formatFeedAddress, parseFeedAddress } from './feed-address.ts'
import { isStanding, monthOf } from './feed-count.ts'
import { textField } from './fields.ts'
import { wasWrittenLater } from './feed-late.ts'
import { FEEDS } from './machines.ts'

/** How many of the readings that measures gave could be worked out again. */
export interface FeedsVerified {
  readonly readings: number
  /** Counted straight from the records as they were at the reading's moment, with the same result. */
  readonly reproduced: number
  /** Value of a month that was over, taken over as final: held against the reading that it repeats. */
  readonly repeated: number
  /** Not to be had again: entries of an earlier moment were written after the reading (补录). No fault. */
  readonly late: number
  /** Older readings of a feed beyond those that are looked at, and those of figures that are declared no more. */
  readonly unchecked: number
}

/** The newest readings of a feed that are counted again: each costs a count of all records of its machine. */
const MOST = 60
const PAGE = 500

interface Check {
  readonly reading: StoredReading
  readonly feed: FeedAddress
  readonly asked: Asked
  readonly filter: NaiveFilter
  readonly filterKey: string
  readonly sums: Map<string, { raw: number; adjusted: number }>
}

/**
 * Counts the readings of feeds a second time, as `verify` goes through the log: for each reading every record is folded up to the
 * reading's moment and counted without contributions, deltas or sums.
 */
export class FeedCheck {
  readonly #office: Office
  /** By district and machine, the earliest reading first. */
  readonly #checks = new Map<string, Check[]>()
  #readings = 0
  #repeated = 0
  #unchecked = 0
  readonly #broken: Finding[] = []

  constructor(office: Office) {
    this.#office = office
  }

  /** Brings the readings of a district's feeds to hand. */
  async open(district: string): Promise<void> {
    const scope = machineScope(district)
    for (let after: string | undefined; ; ) {
      const filter = { machine: FEEDS, order: 'newest', limit: PAGE } as const
      const rows = await this.#office.store.listWhole(scope, after === undefined ? filter : { ...filter, after })
      for (const { state } of rows) await this.#openFeed(district, state)
      after = rows.length < PAGE ? undefined : rows.at(-1)?.row.key
      if (after === undefined) break
    }
    for (const checks of this.#checks.values()) checks.sort((a, b) => a.reading.at - b.reading.at)
  }

  async #openFeed(district: string, state: RecordState): Promise<void> {
    const feed = parseFeedAddress(textField(state.fields, 'address') ?? '')
    if (!feed.ok) return
    const readings = await this.#office.store.readings(machineScope(district), [feedSeries(feed.value)])
    this.#readings += readings.length
    const own = this.#withoutRepeated(feed.value, readings)
    const newest = [...own].sort((a, b) => b.at - a.at || b.seq - a.seq).slice(0, MOST)
    this.#unchecked += own.length - newest.length
    for (const reading of newest) await this.#plan(district, feed.value, reading)
  }

  /** A final value of what stood at a moment past repeats the one before it; there is no record of that moment to count. */
  #withoutRepeated(feed: FeedAddress, readings: readonly StoredReading[]): readonly StoredReading[] {
    const last = new Map<string, StoredReading>()
    return readings.filter((one) => {
      const before = last.get(one.period)
      last.set(one.period, one)
      if (one.covers !== 'moment' || one.version !== 'final' || before === undefined) return true
      if (one.value === before.value) this.#repeated += 1
      else this.#broken.push(findingOf(feed, one, before.value))
      return false
    })
  }

  async #plan(district: string, feed: FeedAddress, reading: StoredReading): Promise<void> {
    const asked = await askAsProgram(this.#office, district, figureOfMonth(feed, reading.period))
    if (!asked.ok) {
      this.#unchecked += 1
      return
    }
    const { from, to, units, category } = asked.value.filter
    const filter: NaiveFilter = {
      utcOffset: this.#office.calendar.utcOffset,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(units === undefined ? {} : { units }),
      ...(category === undefined ? {} : { category }),
    }
    const key = `${district}\n${feed.machine}`
    const check = { reading, feed, asked: asked.value, filter, filterKey: JSON.stringify(filter), sums: new Map() }
    const known = this.#checks.get(key)
    if (known === undefined) this.#checks.set(key, [check])
    else known.push(check)
  }

  /** Counts a record for every reading of its machine, as it was then. */
  add(record: RecordState, entries: readonly Entry[]): void {
    const checks = this.#checks.get(`${record.district}\n${record.machine}`)
    if (checks === undefined) return
    let [state, next]: [RecordState | undefined, number] = [undefined, 0]
    const counted = new Map<string, ReturnType<typeof naiveSums>>()
    for (const check of checks) {
      for (let entry = entries[next]; entry !== undefined && entry.at <= check.reading.at; entry = entries[++next]) {
        state = fold(state, entry, record)
        counted.clear()
      }
      if (state === undefined) continue
      const sums = counted.get(check.filterKey) ?? this.#count(state, check.filter)
      counted.set(check.filterKey, sums)
      for (const { counter, raw, adjusted } of sums) {
        if (raw === 0 && adjusted === 0) continue
        const sum = check.sums.get(counter)
        if (sum === undefined) check.sums.set(counter, { raw, adjusted })
        else {
          sum.raw += raw
          sum.adjusted += adjusted
        }
      }
    }
  }

  #count(state: RecordState, filter: NaiveFilter): ReturnType<typeof naiveSums> {
    const kit = this.#office.machines.kit(state.machine, state.version)
    return kit?.measures === undefined ? [] : naiveSums(kit.measures, kit.machine, [state], filter)
  }

  /** What came of it, once every record was met. */
  async close(): Promise<{ readonly fed: FeedsVerified; readonly findings: readonly Finding[] }> {
    const findings = [...this.#broken]
    let [reproduced, late] = [0, 0]
    for (const check of [...this.#checks.values()].flat()) {
      const counted = valueAgain(check)
      if (counted !== undefined && isSame(check.reading, counted)) reproduced += 1
      else if (await wasWrittenLater(this.#office, check.asked.view.tree.district, check.feed.machine, check.reading))
        late += 1
      else findings.push(findingOf(check.feed, check.reading, counted?.value))
    }
    const [readings, repeated, unchecked] = [this.#readings, this.#repeated, this.#unchecked]
    return { fed: { readings, reproduced, repeated, late, unchecked }, findings }
  }
}

function valueAgain({ reading, feed, asked, sums }: Check) {
  const { measures, measure, counters, kit, view } = asked
  const settings = view.settingsAt(kit.machine.id, reading.at)
  const figure = evaluateFigure(
    measures,
    measure.id,
    (counter) => sums.get(counter) ?? { raw: 0, adjusted: 0 },
    settings,
  )
  return monthOf(feed, measure, isStanding(measures, counters), reading.period, figure)
}

type Counted = Pick<StoredReading, 'value' | 'numerator' | 'denominator'>

/** Amounts may be fractions; added up in another order they differ in the last place. */
const isNear = (a = 0, b = 0): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a))

const isSame = (a: Counted, b: Counted): boolean =>
  isNear(a.value, b.value) && isNear(a.numerator, b.numerator) && isNear(a.denominator, b.denominator)

const findingOf = (feed: FeedAddress, { id, period, value }: StoredReading, counted: number | undefined): Finding => ({
  code: 'app/feed-not-reproduced',
  params: { address: formatFeedAddress(feed), period, reading: id, kept: value, counted: counted ?? '—' },
})
