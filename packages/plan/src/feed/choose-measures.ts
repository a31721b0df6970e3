import type { Reason } from '../model.ts'
import { comparable, likeness, type Profile, profileOf } from '../match/words.ts'
import { directionFit, fedBy, kindFit, unitFit } from './fit-measure.ts'
import { reason } from './reason.ts'
import type { FeedWanted, MeasureFit, OfferedMeasure } from './types.ts'

/** From here on names are told to be alike. Below it the reason says that they are not, and a person decides. */
const ALIKE = 0.3

interface Word {
  readonly words: string
  readonly profile: Profile
}

const wordOf = (words: string): Word => ({ words, profile: profileOf(comparable(words)) })

/** A measure says what it counts by its own title, or only together with its machine: 按时办结率 of 工单, of 市民热线. */
const namesOf = ({ title, noun, machine }: OfferedMeasure): readonly Word[] =>
  [title, `${noun}${title}`, `${machine}${title}`].map(wordOf)

interface Likeness {
  readonly likeness: number
  readonly reason: Reason
}

function likest(wanted: readonly Word[], offered: OfferedMeasure): Likeness {
  let best = { value: 0, words: '' }
  for (const name of namesOf(offered)) {
    for (const { words, profile } of wanted) {
      const value = likeness(profile, name.profile)
      if (value > best.value) best = { value, words }
    }
  }
  const { value, words } = best
  if (value < ALIKE) return { likeness: value, reason: reason('feed/words-apart') }
  const percent = Math.round(value * 100)
  return { likeness: value, reason: reason('feed/words-like', { words, title: offered.title, percent }) }
}

/** Whether one measure fits, with every reason (SPEC P150–P154). */
export const fitMeasure = (wanted: FeedWanted, offered: OfferedMeasure): MeasureFit =>
  fitOf(wanted, wanted.words.map(wordOf), offered)

function fitOf(wanted: FeedWanted, words: readonly Word[], offered: OfferedMeasure): MeasureFit {
  const unit = unitFit(wanted, offered)
  const verdicts = [kindFit(wanted.target, offered), unit, directionFit(wanted, offered)].filter(
    (verdict) => verdict !== undefined,
  )
  const named = likest(words, offered)
  const against = verdicts.filter(({ passes }) => !passes)
  const told = against.length > 0 ? against : verdicts
  return {
    id: offered.id,
    fits: against.length === 0,
    by: fedBy(offered.adds),
    ...(unit.as === undefined ? {} : { as: unit.as }),
    likeness: named.likeness,
    reasons: [...told.map((verdict) => verdict.reason), named.reason],
  }
}

/** Those that fit first, among them the likest by words; ids settle the rest, so that the order given plays no part (SPEC P153). */
const better = (a: MeasureFit, b: MeasureFit): number =>
  Number(b.fits) - Number(a.fits) || b.likeness - a.likeness || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/**
 * The measures that could feed a commitment, the best first, those that cannot behind them with what stands against them.
 *
 * @param offered every measure that is declared
 */
export function chooseMeasures(wanted: FeedWanted, offered: readonly OfferedMeasure[]): readonly MeasureFit[] {
  const words = wanted.words.map(wordOf)
  return offered.map((one) => fitOf(wanted, words, one)).sort(better)
}
