import type { RecordState } from '@jiannuo/engine'
import type { Result } from '@jiannuo/kernel'
import { machineScope, type StoredReading } from '@jiannuo/store'
import { formatFigureAddress } from '../figures/address.ts'
import { askFigure } from '../figures/ask.ts'
import type { Office } from '../office/office.ts'
import { refuse } from '../office/problem.ts'
import type { Session } from '../organisation/session.ts'
import { findSeen } from '../reading/seen.ts'
import { type FeedAddress, feedOf, feedSeries, figureOfMonth, parseFeedAddress } from './feed-address.ts'
import { textField } from './fields.ts'
import { FEEDS } from './machines.ts'

/**
 * Whether a session may go from a feed's sum on to the records: it reads their machine, and sees all that was counted. What it may see
 * only in part would open as another figure.
 */
export async function tracesWhole(office: Office, session: Session, feed: FeedAddress): Promise<boolean> {
  if (feed.unit === undefined && session.scope.units !== 'all') return false
  return (await askFigure(office, session, figureOfMonth(feed, feed.to))).ok
}

/** The figure behind a reading of a commitment; absent for one that no measure gave. */
export function figureBehind(
  state: RecordState,
  { series, period }: Pick<StoredReading, 'series' | 'period'>,
): string | undefined {
  const feed = feedOf(state)
  if (feed === undefined || series !== feedSeries(feed)) return undefined
  return formatFigureAddress(figureOfMonth(feed, period))
}

/** A reading that a measure gave, with the way on to its figure. */
export interface TracedReading {
  readonly reading: StoredReading
  /** The feed in words. */
  readonly title: string
  /** What `trace` takes. */
  readonly figure: string
}

/**
 * From a reading (`record#entry#place`) to the figure that was counted. The figure is as of now; what the reading said then stands beside it.
 *
 * @returns it, or `app/no-record`, `app/no-feed-reading`
 */
export async function figureOfReading(office: Office, session: Session, id: string): Promise<Result<TracedReading>> {
  const [record = ''] = id.split('#')
  const seen = await findSeen(office, session, record)
  if (!seen.ok) return seen
  const { state } = seen.value
  const feed = state.machine === FEEDS ? parseFeedAddress(textField(state.fields, 'address') ?? '') : undefined
  if (feed?.ok !== true) return refuse('app/no-feed-reading', { reading: id.slice(0, 80) })
  const readings = await office.store.readings(machineScope(session.district), [feedSeries(feed.value)])
  const reading = readings.find((one) => one.id === id)
  if (reading === undefined) return refuse('app/no-feed-reading', { reading: id.slice(0, 80) })
  const figure = formatFigureAddress(figureOfMonth(feed.value, reading.period))
  return { ok: true, value: { reading, title: textField(state.fields, 'title') ?? '', figure } }
}

/** What `trace` takes for the address of a feed: its figure of the last month that was counted; absent when the text is none. */
export function figureOfFeed(text: string, month: string): string | undefined {
  const feed = parseFeedAddress(text)
  if (!feed.ok) return undefined
  return formatFigureAddress(figureOfMonth(feed.value, month < feed.value.to ? month : feed.value.to))
}
