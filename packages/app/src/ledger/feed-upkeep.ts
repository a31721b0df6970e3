import type { RecordState } from '@jiannuo/engine'
import { addDays, compareDates, daysInMonth, type Instant, localDate, type PlainDate, plainDate } from '@jiannuo/kernel'
import { machineScope, type StoredReading } from '@jiannuo/store'
import { type Batch, openBatch } from '../command/batch.ts'
import { askAsProgram, type Asked, unitsOfAddress } from '../figures/ask.ts'
import type { DistrictView } from '../office/district-view.ts'
import type { Office } from '../office/office.ts'
import type { Session } from '../organisation/session.ts'
import { choiceTitle } from '../reading/words.ts'
import { phrase } from '../wording.zh.ts'
import { type FeedAddress, feedOf, feedRecord, feedSeries, formatFeedAddress } from './feed-address.ts'
import { countMonths, type MonthCount } from './feed-count.ts'
import { numberField } from './fields.ts'
import { FEEDS } from './machines.ts'

/** A feed with the commitments that are fed by it. */
interface Fed {
  readonly feed: FeedAddress
  readonly commitments: readonly string[]
}

function fedBy(states: readonly RecordState[]): readonly Fed[] {
  const found = new Map<string, { feed: FeedAddress; commitments: string[] }>()
  for (const state of states) {
    const feed = feedOf(state)
    if (feed === undefined) continue
    const key = formatFeedAddress(feed)
    const known = found.get(key)
    if (known === undefined) found.set(key, { feed, commitments: [state.id] })
    else known.commitments.push(state.id)
  }
  return [...found.values()]
}

/**
 * Counts every feed of commitments anew and writes down what differs from what was written last: one entry a month and version, of the
 * machine itself, in one transaction with the news to the commitments. The same state of the records gives no entry.
 *
 * @param at the moment of the count. The store knows the figures of now alone, so as of another day nothing is counted.
 * @returns readings written
 */
export async function countFeeds(
  office: Office,
  district: string,
  states: readonly RecordState[],
  at: Instant,
): Promise<number> {
  const { utcOffset } = office.calendar
  const today = localDate(at, utcOffset)
  const all = fedBy(states)
  if (all.length === 0 || compareDates(today, localDate(office.now(), utcOffset)) !== 0) return 0
  const view = await office.districts.view(district)
  const written = await office.store.readings(
    machineScope(district),
    all.map(({ feed }) => feedSeries(feed)),
  )
  const batch = await openBatch(office, district)
  await batch.fetch([...all.map(({ feed }) => feedRecord(feed)), ...all.flatMap(({ commitments }) => commitments)])
  const counting: Counting = { office, view, batch, at, today }
  let count = 0
  for (const fed of all) count += await countOne(counting, fed, lastOfMonths(written, feedSeries(fed.feed)))
  await batch.write()
  return count
}

interface Counting {
  readonly office: Office
  readonly view: DistrictView
  readonly batch: Batch
  readonly at: Instant
  readonly today: PlainDate
}

/** The last reading of each month; the store gives a month's readings in the order of time. */
const lastOfMonths = (readings: readonly StoredReading[], series: string): ReadonlyMap<string, StoredReading> =>
  new Map(readings.filter((one) => one.series === series).map((one) => [one.period, one]))

async function countOne(
  counting: Counting,
  { feed, commitments }: Fed,
  last: ReadonlyMap<string, StoredReading>,
): Promise<number> {
  const { office, view, batch, at, today } = counting
  const asked = await askAsProgram(office, view.tree.district, feed)
  // What can be counted no more (a unit or a measure is gone) keeps the readings that it has.
  if (!asked.ok) return 0
  const record = feedRecord(feed)
  if (batch.stateOf(record) === undefined && !(await start(counting, asked.value, feed))) return 0
  if (batch.stateOf(record)?.state !== 'running') return 0
  const counts = await countMonths(office, asked.value, feed, today.slice(0, 7))
  const closing = closingOf(counting)
  const news = [...counts, ...standing(counts, last, closing)].flatMap((one) =>
    newsOf(one, last.get(one.period), closing),
  )
  for (const input of news) {
    const seq = batch.stateOf(record)?.seq ?? 0
    await batch.tell({ record, action: 'gather', input: { ...input }, key: `feed:${record}:${seq}`, at })
  }
  const latest = news.at(-1)?.period
  if (latest === undefined) return 0
  for (const commitment of commitments) {
    const seq = batch.stateOf(commitment)?.seq ?? 0
    const key = `feed:${commitment}:${seq}`
    // A commitment that is not issued yet takes nothing; it is judged by the readings once it is.
    await batch.tell({ record: commitment, action: 'take', input: { period: latest }, key, at })
  }
  return news.length
}

type Closing = (period: string) => boolean

const DEFAULT_DAYS = 10

/** Whether a month is over for so many days that its value is final. */
function closingOf({ view, at, today }: Counting): Closing {
  const days = numberField(view.settingsAt(FEEDS, at), 'finalAfter') ?? DEFAULT_DAYS
  return (period) => {
    const [year, month] = [Number(period.slice(0, 4)), Number(period.slice(5))]
    return compareDates(today, addDays(plainDate(year, month, daysInMonth(year, month)), days)) > 0
  }
}

/** Months past of what stands at a moment cannot be counted any more: their last value becomes the final one as it is. */
const standing = (
  counts: readonly MonthCount[],
  last: ReadonlyMap<string, StoredReading>,
  closing: Closing,
): readonly MonthCount[] =>
  [...last.values()].flatMap((one) =>
    one.covers !== 'moment' ||
    one.version === 'final' ||
    !closing(one.period) ||
    counts.some(({ period }) => period === one.period)
      ? []
      : [
          {
            period: one.period,
            covers: 'moment' as const,
            value: one.value,
            unit: one.unit,
            ...(one.numerator === undefined ? {} : { numerator: one.numerator }),
            ...(one.denominator === undefined ? {} : { denominator: one.denominator }),
          },
        ],
  )

/** What of a count is worth an entry: another value than the last one, or that it is final now. Once final, a month stays final. */
function newsOf(
  count: MonthCount,
  last: StoredReading | undefined,
  closing: Closing,
): readonly (MonthCount & { readonly version: string })[] {
  const version = last?.version === 'final' || closing(count.period) ? 'final' : 'preliminary'
  const same =
    last !== undefined &&
    last.version === version &&
    last.value === count.value &&
    last.numerator === count.numerator &&
    last.denominator === count.denominator
  return same ? [] : [{ ...count, version }]
}

/** The program as somebody who starts a feed: the supervisors have chosen the figure, on the commitment. */
function programAt(view: DistrictView, at: Instant): Session {
  const { district } = view.tree
  const posts = [{ role: 'supervisor', unit: district }]
  const actor = { person: 'system', posts }
  return { district, person: 'system', name: '', posts: [], actor, scope: machineScope(district), at }
}

async function start({ office, view, batch, at }: Counting, asked: Asked, feed: FeedAddress): Promise<boolean> {
  const record = feedRecord(feed)
  const { says, source } = asked.measure
  const input = {
    title: feedTitle(office, asked),
    address: formatFeedAddress(feed),
    series: feedSeries(feed),
    by: feed.by,
    source: phrase('feed/source', { says, source }),
  }
  const command = { machine: FEEDS, record, action: 'start', input, key: `feed:${record}` }
  return (await batch.add({ session: programAt(view, at), command, at })).ok
}

/** A feed in words: 市民热线 按时办结率（砚池街道，城市管理）. */
export function feedTitle(office: Office, { view, kit, measure, address }: Asked): string {
  const parts = [
    ...unitsOfAddress(address.unit).map((unit) => view.tree.name(unit)),
    ...(address.category === undefined
      ? []
      : [choiceTitle(kit, view, kit.machine.categoryField, address.category, office.now())]),
  ]
  const narrowed = parts.length === 0 ? '' : phrase('feed/narrowed', { parts: parts.join(phrase('list')) })
  return phrase('feed/title', { machine: kit.machine.title, measure: measure.title, narrowed })
}
