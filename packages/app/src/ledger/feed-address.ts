import { createHash } from 'node:crypto'
import type { RecordState } from '@jiannuo/engine'
import type { Result } from '@jiannuo/kernel'
import type { FedBy } from '@jiannuo/plan'
import { type FigureAddress, formatFigureAddress, parseFigureAddress } from '../figures/address.ts'
import { refuse } from '../office/problem.ts'
import { textField } from './fields.ts'
import { seriesOf } from './return-guard.ts'

/**
 * All that is needed to work a commitment's readings out again: which figure, for which months, and how months are put together. As text:
 * `hotline.onTimeRate@2026;unit=lantai-yanchi;by=ratio`, and where they apply `;as=家` and `;use=adjusted`.
 */
export interface FeedAddress extends FigureAddress {
  /** First and last month that readings are taken for. */
  readonly from: string
  readonly to: string
  readonly by: FedBy
  /** The classifier that values are written down in, where it is another than the measure's. */
  readonly as?: string
  /** Granted exclusions are left out; they count unless this is said. */
  readonly use?: 'adjusted'
}

const BYS: readonly FedBy[] = ['toDate', 'moment', 'ratio']
const OWN_PARTS = ['by', 'as', 'use']

const bad = (text: string) => refuse('app/bad-feed', { text: text.slice(0, 80) })

/** Reads a feed's address. @returns the address, or `app/bad-feed`, or what is wrong with the figure's part of it */
export function parseFeedAddress(text: string): Result<FeedAddress> {
  const [head = '', ...parts] = text.trim().split(';')
  const own = new Map<string, string>()
  const others: string[] = []
  for (const part of parts) {
    const at = part.indexOf('=')
    const key = part.slice(0, Math.max(at, 0))
    if (!OWN_PARTS.includes(key)) others.push(part)
    else if (own.has(key) || at + 1 === part.length) return bad(part)
    else own.set(key, part.slice(at + 1))
  }
  const figure = parseFigureAddress([head, ...others].join(';'))
  if (!figure.ok) return figure
  const { from, to } = figure.value
  const by = BYS.find((known) => known === own.get('by'))
  const [as, use] = [own.get('as'), own.get('use')]
  if (from === undefined || to === undefined || by === undefined) return bad(text)
  if (use !== undefined && use !== 'adjusted') return bad(`use=${use}`)
  return {
    ok: true,
    value: {
      ...figure.value,
      from,
      to,
      by,
      ...(as === undefined ? {} : { as }),
      ...(use === undefined ? {} : { use }),
    },
  }
}

/** The address as text, one text for one address; `parseFeedAddress` reads it back. */
export function formatFeedAddress(address: FeedAddress): string {
  const as = address.as === undefined ? '' : `;as=${address.as}`
  const use = address.use === undefined ? '' : `;use=${address.use}`
  return `${formatFigureAddress(address)};by=${address.by}${as}${use}`
}

/** The feed of a commitment; absent when it has none, or one that nobody can read. */
export function feedOf({ fields }: Pick<RecordState, 'fields'>): FeedAddress | undefined {
  const text = textField(fields, 'measure')
  const read = text === undefined ? undefined : parseFeedAddress(text)
  return read?.ok === true ? read.value : undefined
}

/** The series of a feed's readings: the figure names it, so that whoever is fed by the same figure shares it. */
export const feedSeries = (feed: FeedAddress): string => `m:${formatFeedAddress(feed)}`

/** The record that holds a feed's readings; found from the address without looking. */
export const feedRecord = (feed: FeedAddress): string =>
  `f${createHash('sha256').update(formatFeedAddress(feed)).digest('hex').slice(0, 20)}`

/** Every series that a commitment is judged by: its own, and that of the figure it is fed by now. */
export function seriesRead(state: RecordState): readonly string[] {
  const feed = feedOf(state)
  return feed === undefined ? [seriesOf(state)] : [seriesOf(state), feedSeries(feed)]
}

/** The first month that a month's value counts from: a year to date begins with the year, and never before the feed. */
export function countedFrom({ from }: Pick<FeedAddress, 'from'>, period: string): string {
  const january = `${period.slice(0, 4)}-01`
  return from > january ? from : january
}

/** The figure that stands behind the reading of a month. */
export function figureOfMonth(feed: FeedAddress, period: string): FigureAddress {
  const { machine, measure, unit, category } = feed
  return {
    machine,
    measure,
    ...(feed.by === 'moment' ? {} : { from: countedFrom(feed, period), to: period }),
    ...(unit === undefined ? {} : { unit }),
    ...(category === undefined ? {} : { category }),
  }
}
