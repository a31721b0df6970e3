import { verbAt } from '../attach/left.ts'
import { FRAMES } from '../lexicon/frames.ts'
import { FRONT } from '../lexicon/verbs.ts'
import type { FoundHeading, Label, LabelStyle } from './headings.ts'
import { readLabel } from './headings.ts'
import { skipSpace } from '../text/chars.ts'

/** What the run-in headings of one style have looked like so far. */
export interface Habit {
  count: number
  shortest: number
  longest: number
  /** How many of them hold a comma. */
  commas: number
}

/** Habits by label style. */
export type Habits = Map<LabelStyle, Habit>

/** Takes note of a run-in heading. */
export function learn(habits: Habits, style: LabelStyle, words: string): void {
  const comma = /[，,]/.test(words) ? 1 : 0
  const habit = habits.get(style)
  if (habit === undefined) habits.set(style, { count: 1, shortest: words.length, longest: words.length, commas: comma })
  else {
    habit.count++
    habit.shortest = Math.min(habit.shortest, words.length)
    habit.longest = Math.max(habit.longest, words.length)
    habit.commas += comma
  }
}

const OPENERS = [
  '以',
  '围绕',
  '聚焦',
  '坚持',
  '按照',
  '依托',
  '通过',
  '树立',
  '积极',
  '深化',
  '全面',
  '实施',
  '把握',
  '统筹',
]

/**
 * A run-in heading whose full stop was lost: its words run straight into the text. Its neighbours say how long it should be,
 * and a word that opens a sentence says where it ends.
 */
export function findGlued(text: string, start: number, end: number, habits: Habits): FoundHeading | undefined {
  const label = readLabel(text, start, end)
  const habit = habits.get(label?.style ?? 'none')
  if (habit === undefined || habit.count < (label === undefined ? 2 : 1)) return undefined
  const from = skipSpace(text, label?.end ?? start, end)
  if (
    label === undefined &&
    (FRAMES.prefix(text, from, end) !== undefined ||
      FRONT.prefix(text, from, end) !== undefined ||
      /[我这各同一\d]/.test(text[from] ?? ''))
  )
    return undefined
  const at = splitAt(text, from, end, habit)
  return at === 0 ? undefined : heading(label, from, at, end)
}

const heading = (label: Label | undefined, start: number, at: number, end: number): FoundHeading | undefined =>
  at < end ? { label, start, end: at, resume: at, runIn: true, glued: true } : undefined

function splitAt(text: string, from: number, end: number, habit: Habit): number {
  const most = habit.commas * 2 >= habit.count ? 1 : 0
  const low = from + Math.max(6, habit.shortest - 1)
  const high = Math.min(end - 6, from + habit.longest + 2)
  let commas = 0
  let best = 0
  for (let i = from; i <= high; i++) {
    const c = text[i] ?? ''
    if ('。；！：、'.includes(c) && c !== '、') return 0
    if (c === '，' || c === ',') {
      if (++commas > most) break
      continue
    }
    if (i < low || commas < most || '，,的和'.includes(text[i - 1] ?? '')) continue
    if (opens(text, i, end)) best = best === 0 ? i : best
  }
  return best
}

// an adverb and a verb, or a framing word, opens a sentence; a bare verb does so only when it is long enough to be no part of a noun
const opens = (text: string, at: number, end: number): boolean => {
  if (OPENERS.some((word) => text.startsWith(word, at))) return true
  const hit = verbAt(text, at, end)
  return (
    hit !== undefined &&
    hit.length >= 2 &&
    verbAt(text, at - 1, end) === undefined &&
    hit.verbClass !== 'content' &&
    /[\u4e00-\u9fff“]/.test(text[at + hit.length] ?? '')
  )
}
