import { choicesOf, evaluateFigure } from '@jiannuo/engine'
import { type Instant, localDate, type Result } from '@jiannuo/kernel'
import { describeFeedReason, type MeasureFit } from '@jiannuo/plan'
import { machineScope } from '@jiannuo/store'
import { formatFigureAddress } from '../figures/address.ts'
import { askAsProgram, subjectOf, sumsBy } from '../figures/ask.ts'
import type { FigureOf } from '../figures/figure.ts'
import type { Kit } from '../office/machines.ts'
import type { Office } from '../office/office.ts'
import { refuse } from '../office/problem.ts'
import type { Session } from '../organisation/session.ts'
import { findSeen, type Seen } from '../reading/seen.ts'
import { type FeedAddress, feedOf, feedRecord, figureOfMonth, formatFeedAddress } from './feed-address.ts'
import { countMonths, type MonthCount } from './feed-count.ts'
import { feedWanted, fitOf, maySetFeed, measuresFor, monthsOwed } from './feed-fit.ts'
import { checkFeed } from './feed-guard.ts'
import { tracesWhole } from './feed-trace.ts'
import { feedTitle } from './feed-upkeep.ts'
import { dictionaryFor } from './indicators.ts'
import { COMMITMENTS } from './machines.ts'

/** A measure that a commitment could be fed by, with why, or why not. */
export interface FeedChoice extends Omit<MeasureFit, 'reasons'> {
  readonly title: string
  readonly machine: string
  readonly machineTitle: string
  readonly unit: string
  readonly says: string
  /** In words, the weightiest first. */
  readonly reasons: readonly string[]
  /** Categories that it can be narrowed to; none where they are free text. */
  readonly categories: readonly { readonly id: string; readonly name: string }[]
  /** Whether records can be left out of it by a granted request. */
  readonly excludes: boolean
}

/** Every measure for a commitment, the best first. */
export interface FeedChoices {
  /** The words that were held against the measures: name and aliases of the indicator. */
  readonly words: readonly string[]
  /** The months that are counted unless others are named. */
  readonly from: string
  readonly to: string
  readonly choices: readonly FeedChoice[]
}

/** A commitment whose feed the session may set. @returns it, or `app/no-record`, `app/feed-not-permitted` */
async function feedable(office: Office, session: Session, record: string): Promise<Result<Seen>> {
  const seen = await findSeen(office, session, record)
  if (!seen.ok) return seen
  if (seen.value.state.machine !== COMMITMENTS) return refuse('app/no-record', { record })
  return maySetFeed(office, session, seen.value) ? seen : refuse('app/feed-not-permitted')
}

/**
 * The measures that a commitment could be fed by, the best first, and those that cannot with what stands against them.
 *
 * @returns them, or `app/no-record`, `app/feed-not-permitted`, `app/feed-no-target`
 */
export async function feedChoices(office: Office, session: Session, record: string): Promise<Result<FeedChoices>> {
  const seen = await feedable(office, session, record)
  if (!seen.ok) return seen
  const { state } = seen.value
  const wanted = feedWanted(state, await dictionaryFor(office, session.district))
  if (wanted === undefined) return refuse('app/feed-no-target')
  const choices = measuresFor(office, wanted).flatMap((fit) => choiceOf(office, seen.value, fit))
  return { ok: true, value: { words: wanted.words, ...monthsOwed(state), choices } }
}

function choiceOf(office: Office, seen: Seen, { reasons, ...fit }: MeasureFit): FeedChoice[] {
  const dot = fit.id.lastIndexOf('.')
  const kit = office.machines.kit(fit.id.slice(0, dot))
  const measure = kit?.measures?.measures.find(({ id }) => id === fit.id.slice(dot + 1))
  if (kit === undefined || measure === undefined) return []
  const { title, unit, says } = measure
  return [
    {
      ...fit,
      title,
      unit,
      says,
      machine: kit.machine.id,
      machineTitle: kit.machine.title,
      reasons: reasons.map(describeFeedReason),
      categories: categoriesOf(office, seen, kit),
      excludes: Object.values(kit.machine.requests).some(({ excludes }) => excludes === true),
    },
  ]
}

function categoriesOf(office: Office, { view }: Seen, { machine }: Kit): FeedChoice['categories'] {
  const field = machine.categoryField === undefined ? undefined : machine.fields[machine.categoryField]
  if (field?.type !== 'choice') return []
  const choices = choicesOf(field, machine, view.settingsAt(machine.id, office.now()))
  return Object.entries(choices).map(([id, name]) => ({ id, name }))
}

/** What a person chooses: a measure, and what it is narrowed to. */
export interface FeedChosen {
  /** `machine.measure` */
  readonly measure: string
  readonly units?: readonly string[]
  readonly category?: string
  readonly from?: string
  readonly to?: string
  /** Granted exclusions left out. */
  readonly adjusted?: boolean
}

/** What a feed would give, worked out before anything is set. */
export interface FeedPreview {
  /** What the commitment's action `feed` takes as `measure`. */
  readonly address: string
  readonly title: string
  /** As of now. */
  readonly figure: FigureOf
  readonly months: readonly MonthCount[]
}

/**
 * What a commitment would be fed with: the figure now and every month so far. Nothing is written.
 *
 * @returns it, or `app/no-record`, `app/feed-not-permitted`, `app/feed-no-target`, `app/feed-misfit`, or what is wrong with the choice
 */
export async function previewFeed(
  office: Office,
  session: Session,
  record: string,
  chosen: FeedChosen,
): Promise<Result<FeedPreview>> {
  const seen = await feedable(office, session, record)
  if (!seen.ok) return seen
  const { state } = seen.value
  const wanted = feedWanted(state, await dictionaryFor(office, session.district))
  if (wanted === undefined) return refuse('app/feed-no-target')
  const fit = fitOf(office, wanted, chosen.measure)
  const address = formatFeedAddress(addressOf(chosen, fit, monthsOwed(state)))
  const feed = await checkFeed(office, session.district, state, address)
  if (!feed.ok) return feed
  const asked = await askAsProgram(office, session.district, feed.value)
  if (!asked.ok) return asked
  const [figure, months] = await Promise.all([
    figureNow(office, session.district, feed.value),
    countMonths(office, asked.value, feed.value, thisMonth(office)),
  ])
  if (!figure.ok) return figure
  return { ok: true, value: { address, title: feedTitle(office, asked.value), figure: figure.value, months } }
}

/** The address of what was chosen; a measure that there is not, or whose months are no months, is refused when it is read. */
function addressOf(
  chosen: FeedChosen,
  fit: MeasureFit | undefined,
  owed: { readonly from: string; readonly to: string },
): FeedAddress {
  const { measure, units = [], category, from = owed.from, to = owed.to, adjusted } = chosen
  const dot = measure.lastIndexOf('.')
  return {
    machine: measure.slice(0, Math.max(dot, 0)),
    measure: measure.slice(dot + 1),
    from,
    to,
    by: fit?.by ?? 'toDate',
    ...(units.length === 0 ? {} : { unit: [...new Set(units)].sort().join(',') }),
    ...(category === undefined ? {} : { category }),
    ...(fit?.as === undefined ? {} : { as: fit.as }),
    ...(adjusted === true ? { use: 'adjusted' } : {}),
  }
}

const thisMonth = (office: Office): string => localDate(office.now(), office.calendar.utcOffset).slice(0, 7)

/** The figure behind a feed as of now: of the running month, or of the feed's last one once that is past. */
async function figureNow(office: Office, district: string, feed: FeedAddress): Promise<Result<FigureOf>> {
  const month = thisMonth(office)
  const period = month < feed.from ? feed.from : month > feed.to ? feed.to : month
  const asked = await askAsProgram(office, district, figureOfMonth(feed, period))
  if (!asked.ok) return asked
  const { measures, measure, settings, filter } = asked.value
  const sums = sumsBy(await office.store.sums(machineScope(district), filter))
  const figure = evaluateFigure(measures, measure.id, sums, settings)
  return { ok: true, value: { ...figure, ...subjectOf(office, asked.value) } }
}

/** By what a commitment is fed, and what that says at this moment. */
export interface FeedNow {
  /** Whether the session may set it. */
  readonly may: boolean
  /** Absent when nothing is set. */
  readonly address?: string
  readonly title?: string
  readonly figure?: FigureOf
  readonly at?: Instant
  /** Somebody has stopped it: values stay as they are. */
  readonly stopped?: boolean
  /** Whether the session may go on to the records. */
  readonly traceable?: boolean
}

/**
 * The feed of a commitment as it stands: whoever may see the commitment sees the sum, the records behind it only who reads their machine.
 *
 * @returns it, or `app/no-record`, or why the figure cannot be counted any more
 */
export async function feedNow(office: Office, session: Session, record: string): Promise<Result<FeedNow>> {
  const seen = await findSeen(office, session, record)
  if (!seen.ok) return seen
  if (seen.value.state.machine !== COMMITMENTS) return refuse('app/no-record', { record })
  const may = maySetFeed(office, session, seen.value)
  const feed = feedOf(seen.value.state)
  if (feed === undefined) return { ok: true, value: { may } }
  const figure = await figureNow(office, session.district, feed)
  if (!figure.ok) return figure
  const [asked, traceable, kept] = await Promise.all([
    askAsProgram(office, session.district, feed),
    tracesWhole(office, session, feed),
    office.store.record(machineScope(session.district), feedRecord(feed)),
  ])
  return {
    ok: true,
    value: {
      may,
      address: formatFeedAddress(feed),
      title: asked.ok ? feedTitle(office, asked.value) : formatFigureAddress(feed),
      figure: figure.value,
      at: office.now(),
      stopped: kept?.state === 'stopped',
      traceable,
    },
  }
}
