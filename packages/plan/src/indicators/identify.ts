import { dimensionOf } from '@jiannuo/kernel'
import type { Dictionary } from './dictionary.ts'
import { fits } from './fit.ts'
import { shortHash } from './hash.ts'
import { normalForm } from './normal.ts'
import { qualifiersOf } from './qualifier.ts'
import { type FoundBy, type Hints, type Identity, type Indicator, isKnown, type Unknown } from './types.ts'
import { Barriers, CountTails, Generic, Growth, Joints, Patterns, WorkTails } from './words.ts'

interface Match {
  readonly indicator: Indicator
  readonly by: FoundBy
  readonly qualifiers: readonly string[]
  /** Where in the phrase the indicator's wording begins. */
  readonly at: number
}

/** The qualifier of a figure that is about growth, whichever word the text has for it. */
const GROWTH = '增速'

/** Opens the qualifier that names the second of two things under one number. */
const AND = '及'

const PARTS = /[、,;和与及或]/

/** Whether a qualifier hides a second thing that is counted too. */
const joined = (qualifiers: readonly string[]): boolean => qualifiers.some((q) => q !== '省、市' && Joints.test(q))

/** The longest wording that ends the phrase and goes with kind, unit and the words in front of it. */
function matchEnd(words: string, hints: Hints, dictionary: Dictionary): Match | undefined {
  for (const { indicator, length } of dictionary.endings.of(words)) {
    const front = words.slice(0, words.length - length)
    if (Barriers.test(front) || !fits(indicator, hints)) continue
    const qualifiers = qualifiersOf(front)
    // a class named alone is nothing, and its shorter wordings (收入 in 销售收入) are no more
    if (indicator.narrowed === true && qualifiers.length === 0) return undefined
    if (joined(qualifiers)) continue
    const whole = qualifiers.length === 0
    const by = whole ? (normalForm(indicator.name).words === words.slice(front.length) ? 'name' : 'alias') : 'pattern'
    return { indicator, by, qualifiers, at: front.length }
  }
  return undefined
}

function matchPattern(words: string, hints: Hints, dictionary: Dictionary): Match | undefined {
  for (const [pattern, id] of Patterns) {
    const indicator = dictionary.indicators.get(id)
    if (indicator !== undefined && pattern.test(words) && fits(indicator, hints))
      return { indicator, by: 'pattern', qualifiers: [], at: 0 }
  }
  return undefined
}

const withoutTail = (words: string, tails: readonly string[]): string | undefined => {
  const tail = tails.find((t) => words.length > t.length + 1 && words.endsWith(t))
  return tail === undefined ? undefined : words.slice(0, -tail.length)
}

/** Words without what only says that they are counted (总数) or, for a year's work, what was done (改造). */
function matchTail(words: string, hints: Hints, dictionary: Dictionary): Match | undefined {
  const counted = withoutTail(words, CountTails)
  const found = counted === undefined ? undefined : matchEnd(counted, hints, dictionary)
  if (found !== undefined) return { ...found, by: 'pattern' }
  const done = withoutTail(words, WorkTails)
  const work = done === undefined ? undefined : matchEnd(done, hints, dictionary)
  return work?.indicator.adding.level === 'increments' ? { ...work, by: 'pattern' } : undefined
}

/** 地区生产总值增速高于…0.5个百分点: the growth of an indicator moves. */
function matchGrowth(words: string, hints: Hints, dictionary: Dictionary): Match | undefined {
  const points = hints.kind === 'increase' && dimensionOf(hints.unit ?? '') === 'points'
  if (!points && hints.kind !== 'rank') return undefined
  const tail = Growth.exec(words)?.[0] ?? ''
  if (tail === '' && !points) return undefined
  const found = matchEnd(words.slice(0, words.length - tail.length), { kind: 'rate' }, dictionary)
  return found && { ...found, by: 'pattern', qualifiers: [...found.qualifiers, GROWTH] }
}

/** Two things under one number: known only when every part is; the parts behind the first narrow it. */
function matchJoined(words: string, hints: Hints, dictionary: Dictionary): Match | undefined {
  const parts = words.split(PARTS).filter((part) => part !== '')
  if (parts.length < 2) return undefined
  const found = parts.map((part) => matchEnd(part, hints, dictionary))
  const [first, ...rest] = found
  if (first === undefined || rest.some((m) => m === undefined)) return undefined
  const others = rest.flatMap((m) => {
    if (m === undefined) return []
    const same = m.indicator === first.indicator
    const narrowing = m.qualifiers.join('')
    return same && narrowing === first.qualifiers.join('') ? [] : [`${AND}${narrowing}${same ? '' : m.indicator.name}`]
  })
  return { ...first, by: 'pattern', qualifiers: [...new Set([...first.qualifiers, ...others])] }
}

/** With the verb in front a longer name may appear: 签约 and 项目. */
function matchAction(words: string, hints: Hints, dictionary: Dictionary): Match | undefined {
  const action = normalForm(hints.action ?? '').words
  if (action === '') return undefined
  const found = matchEnd(action + words, hints, dictionary)
  // what stands in front of the longer name is a part of the verb (新 of 新入库) and narrows nothing
  return found !== undefined && found.at < action.length ? { ...found, qualifiers: [] } : undefined
}

function match(words: string, hints: Hints, dictionary: Dictionary): Match | undefined {
  const longest = matchAction(words, hints, dictionary) ?? matchEnd(words, hints, dictionary)
  if (longest !== undefined && longest.indicator.narrowed !== true) return longest
  // a class (企业, 治理) gives way to a thing that comes to light under another reading of the same words
  const other =
    matchPattern(words, hints, dictionary) ??
    matchGrowth(words, hints, dictionary) ??
    matchTail(words, hints, dictionary)
  if (other !== undefined && other.indicator.narrowed !== true) return other
  return longest ?? other ?? matchJoined(words, hints, dictionary)
}

/** Whether words name a class of things, not one thing (企业, 项目): figures of the same words need not speak of the same. */
export const isGeneric = (words: string): boolean => words.length < 2 || Generic.has(words)

const unknownOf = (words: string): Unknown => ({
  id: `x:${shortHash(words)}`,
  name: words,
  unknown: true,
  generic: isGeneric(words),
})

/** What a person merged the id into; an indicator of the dictionary, or another unknown thing. */
function afterMerge(indicator: Indicator | Unknown, dictionary: Dictionary): Indicator | Unknown {
  const to = dictionary.merged.get(indicator.id)
  if (to === undefined) return indicator
  return dictionary.indicators.get(to) ?? { id: to, name: indicator.name, unknown: true, generic: false }
}

/**
 * What the words of a statement are about: an indicator of the dictionary, or an unknown thing with an id of its own.
 *
 * The longest wording that ends the phrase wins, if kind and unit of the statement fit it; the words in front are kept as qualifiers,
 * so that 规上工业增加值 is never 工业增加值 and 省级以上专精特新企业 says of which grade. Words that make another thing of it (人均, 占…比重) refuse
 * the match: a wrong identity is worse than none. The answer depends on nothing but the arguments.
 *
 * @param words the indicator as the text words it
 * @param hints what else the statement says
 * @param dictionary where to look
 */
export function identify(words: string, hints: Hints, dictionary: Dictionary): Identity {
  const form = normalForm(words)
  const found = match(form.words, hints, dictionary)
  const scope = qualifiersOf(normalForm(hints.scope ?? '').words)
  const indicator = afterMerge(found?.indicator ?? unknownOf(form.words), dictionary)
  const by = found?.by ?? (isKnown(indicator) ? 'alias' : 'unknown')
  return { indicator, by, qualifiers: [...new Set([...(found?.qualifiers ?? []), ...form.notes, ...scope])] }
}
