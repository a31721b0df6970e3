import { mayRead, type RecordState, type Refusal } from '@jiannuo/engine'
import type { Result } from '@jiannuo/kernel'
import { refusal } from '../command/command.ts'
import type { Deciding } from '../command/decide.ts'
import { askAsProgram } from '../figures/ask.ts'
import type { Office } from '../office/office.ts'
import { refuse } from '../office/problem.ts'
import { type FeedAddress, formatFeedAddress, parseFeedAddress } from './feed-address.ts'
import { isStanding } from './feed-count.ts'
import { feedWanted, fitOf, fitWords } from './feed-fit.ts'
import { dictionaryFor } from './indicators.ts'

/** What the field of a commitment holds at most. */
const LONGEST = 200

/**
 * Whether a figure can feed a commitment: it can be read, there is such a measure, it fits by unit, kind and direction, and it is put
 * together as its nature asks.
 *
 * @returns the address as read, or `app/bad-feed`, `app/feed-long`, `app/feed-no-target`, `app/feed-misfit`, or what `figure` refuses
 */
export async function checkFeed(
  office: Office,
  district: string,
  state: RecordState,
  text: string,
): Promise<Result<FeedAddress>> {
  const read = parseFeedAddress(text)
  if (!read.ok) return read
  const feed = read.value
  // One text for one address: what is written otherwise would be another series.
  if (formatFeedAddress(feed) !== text) return refuse('app/bad-feed', { text: text.slice(0, 80) })
  if (text.length > LONGEST) return refuse('app/feed-long', { limit: LONGEST })
  const asked = await askAsProgram(office, district, feed)
  if (!asked.ok) return asked
  const wanted = feedWanted(state, await dictionaryFor(office, district))
  if (wanted === undefined) return refuse('app/feed-no-target')
  const { measure, measures, counters } = asked.value
  const fit = fitOf(office, wanted, `${feed.machine}.${feed.measure}`)
  if (fit === undefined || !fit.fits)
    return refuse('app/feed-misfit', { title: measure.title, reason: fit === undefined ? '' : fitWords(fit) })
  const standing = isStanding(measures, counters)
  if (fit.by !== feed.by || fit.as !== feed.as || (feed.by === 'toDate' && standing))
    return refuse('app/bad-feed', { text: text.slice(0, 80) })
  return read
}

/**
 * Holds a command that names a measure for a commitment to the same, whichever way it comes. A measure that stays is not looked at again:
 * another setting must not be refused for it.
 *
 * @returns nothing, or the refusal
 */
export async function checkFeedCommand(deciding: Omit<Deciding, 'sealed'>): Promise<Refusal | undefined> {
  const { office, view, session, holding, command } = deciding
  const { record, input } = command
  const { measure } = input
  if (record === undefined || typeof measure !== 'string' || measure === '') return undefined
  if (holding.peek(record) === undefined) await holding.fetch([record])
  const state = holding.peek(record)?.state
  if (state === undefined || state.fields['measure'] === measure) return undefined
  const machine = office.machines.kit(state.machine, state.version)?.machine
  // Whoever may not see it is told what they are always told, and nothing of what it counts.
  if (machine === undefined || !mayRead(machine, state, session.actor, view.tree)) return undefined
  const checked = await checkFeed(office, session.district, state, measure)
  if (checked.ok) return undefined
  const [problem] = checked.problems
  return refusal(problem?.code ?? 'app/bad-feed', command, problem?.params ?? {}).refusal
}
