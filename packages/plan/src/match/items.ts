import { dimensionOf, magnitudeOf } from '@jiannuo/kernel'
import type { Clause, Statement } from '@jiannuo/reader'
import { AREA_OPENS, SCOPE_WORDS } from './lexicon.zh.ts'
import { scopeWordsOf } from './identity.ts'
import { verbClass } from './verbs.ts'
import type { IndicatorIdentified, IndicatorIdentity } from './types.ts'
import { comparable, plain, type Profile, profileOf } from './words.ts'

/** A figure of either document, ready to be matched. */
export interface Figure {
  readonly statement: Statement
  readonly identity: IndicatorIdentified
  readonly profile: Profile
  /** Words of part and grade: 城镇, 规上, 省级, 开发区. */
  readonly scope: readonly string[]
  /** Its place among the figures of its clause that have the same words and kind: 分别增长7.5%和8.5% are 0 of 2 and 1 of 2. */
  readonly place: number
  readonly of: number
  readonly standing: Standing
  /** The sentence before the figure, where its own words only name a class (实现产值): there its subject stands. */
  readonly before: Profile | undefined
  /** The figure sums several years or averages them. */
  readonly long: boolean
}

/** What a figure tells: what is held at a moment, what was added or done, or neither by its words. */
export type Standing = 'held' | 'added' | 'open'

const HELD =
  /(?:达到?|至|发展到|总数[为达]?|总量[为达]?|存栏|保有量?|稳定在|提高到|拥有|现有|共有)\s*(?:[\d.]+[^\d，,。；;、和]{1,5}[、和])*$/
const HELD_WORDS = /存栏|总数|总量|余额|保有量|率$|占比/
const HELD_ACTION = /^(?:达到?|突破|超过|发展到|稳定在|提高到|扩展到)$/

/** How far back the word that governs a row of numbers is looked for. */
const ROW_REACH = 30

const counts = (unit: string): boolean => ['count', 'none'].includes(dimensionOf(unit))

/** What a figure tells, by the words before it, its verb and its indicator. */
function standingOf(s: Statement, text: string): Standing {
  if (s.kind === 'increase') return 'added'
  const before = text.slice(Math.max(0, s.start - ROW_REACH), s.start)
  if (HELD.test(before) || HELD_WORDS.test(s.indicator) || HELD_ACTION.test(s.action ?? '')) return 'held'
  return counts(s.unit) && verbClass(s.action) >= 0 ? 'added' : 'open'
}

/**
 * Whether a figure tells what there is: held by its words, a bare count behind its noun (龙头企业16家), or the size of a thing (投资33亿元的项目).
 */
function isStock(s: Statement, standing: Standing, text: string): boolean {
  if (standing === 'held' || text.charAt(s.end) === '的') return true
  const counted = standing === 'open' && s.kind === 'level' && dimensionOf(s.unit) === 'count'
  return counted && (s.indicatorSpans.at(-1)?.end ?? s.end) <= s.start
}

/** Fewest characters of its own with which words name a thing. */
const NAMED = 2

/** How far before a figure its subject may stand. */
const REACH = 60

const JOINTS = /[、和及与]/

/** The part of joined words that a figure in the row stands for: 财政收入和一般预算收入分别…, 城乡居民…分别…. */
function partOf(words: string, place: number, of: number): string {
  if (of === 2 && words.startsWith('城乡居民')) return `${place === 0 ? '城镇' : '农村'}居民${words.slice(4)}`
  const parts = words.split(JOINTS)
  const own = parts[place]
  // one number for things of one kind holds for each: 财政收入和一般预算收入均增长…
  if (of === 1) return own !== undefined && parts.every((p) => p.length > 3 && p.endsWith(own.slice(-2))) ? own : words
  return parts.length === of && own !== undefined && own.length > 1 && parts.every((p) => p.length > 1) ? own : words
}

function rowKey(s: Statement): string {
  return `${s.clause}|${s.indicator}|${s.kind}|${magnitudeOf(1, s.unit).unit}`
}

/** Several things under one name are a whole: 三大主导产业 is none of the three. */
const WHOLE = /[两二三四五六七八九十\d]{1,2}大/g

const OWN_AREA = /^(?:全[县区市省州旗]|县域|[县区市省]级?|[县区市省]内|我[县区市省])$/

/** Words of part and grade that narrow a figure: its own, the reader's scope, and the part of the area that the sentence opens with. */
function scopeOf(s: Statement, words: string, clause: Clause | undefined, text: string): readonly string[] {
  const area = clause === undefined ? null : AREA_OPENS.exec(plain(text.slice(clause.start, clause.end)))
  const part = area === null ? undefined : SCOPE_WORDS.find((w) => area[0].endsWith(w))
  const own = [...scopeWordsOf(comparable(words)), ...(words.match(WHOLE) ?? [])]
  const scope = s.scope === undefined || OWN_AREA.test(s.scope) ? [] : scopeWordsOf(comparable(s.scope))
  return [...new Set([...own, ...scope, ...(part === undefined ? [] : [part])])]
}

/**
 * Figures of statements in text order, with their identity. Rows (分别) are told apart by their place.
 *
 * @param long tells whether a figure is of several years
 */
export function figuresOf(
  statements: readonly Statement[],
  text: string,
  clauses: ReadonlyMap<string, Clause>,
  identify: IndicatorIdentity,
  long: (s: Statement, clause: Clause | undefined, done: boolean) => boolean,
): readonly Figure[] {
  const sizes = new Map<string, number>()
  for (const s of statements) sizes.set(rowKey(s), (sizes.get(rowKey(s)) ?? 0) + 1)
  const seen = new Map<string, number>()
  return statements.map((s) => {
    const key = rowKey(s)
    const place = seen.get(key) ?? 0
    seen.set(key, place + 1)
    const of = sizes.get(key) ?? 1
    const words = partOf(plain(s.indicator), place, of)
    const clause = clauses.get(s.clause)
    const standing = standingOf(s, text)
    const profile = profileOf(comparable(words))
    const hints = { kind: s.kind, unit: s.unit, scope: s.scope, action: s.action }
    return {
      statement: s,
      identity: identify(words, hints),
      scope: scopeOf(s, words, clause, text),
      profile,
      place,
      of,
      standing,
      before:
        profile.own >= NAMED || clause === undefined
          ? undefined
          : profileOf(comparable(text.slice(Math.max(clause.start, s.start - REACH), s.start))),
      long: long(s, clause, !isStock(s, standing, text)),
    }
  })
}
