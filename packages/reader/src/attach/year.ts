import type { Meta } from '../types.ts'
import type { Token } from '../constructs/token.ts'
import type { Paragraph } from '../structure/outline.ts'
import type { Sentence } from './scan.ts'

/** The year a quantity is for, and whether the plan half only quotes it as past. */
export interface Dated {
  readonly year: number | undefined
  readonly past: boolean
}

/**
 * The year of a quantity: the nearest year named before it in its sentence, else that of its half (GUIDE, `year`).
 */
export function yearOf(sentence: Sentence, text: string, token: Token, paragraph: Paragraph, meta: Meta): Dated {
  const plan = paragraph.half === 'plan'
  const base = plan ? meta.year : (meta.reviewYear ?? meta.year)
  const past = plan && quotedAsPast(sentence, text, token)
  const first = startOfSpan(sentence, text, token)
  if (first !== undefined) return { year: first, past: past || (plan && meta.year !== undefined && first < meta.year) }
  for (let i = sentence.years.length - 1; i >= 0; i--) {
    const mark = sentence.years[i]
    if (mark === undefined || mark.at >= token.start) continue
    if (
      mark.ahead === true &&
      !(plan && meta.year !== undefined && (mark.year === 'this' || Number(mark.year) > meta.year))
    )
      continue
    if (mark.once && numbersBetween(sentence, mark.at, token)) continue
    const named = resolve(mark.year, plan, meta)
    if (named === undefined) continue
    const year = named + (mark.plus ?? 0)
    return { year, past: past || (plan && meta.year !== undefined && year < meta.year) }
  }
  return { year: past ? (meta.reviewYear ?? base) : base, past }
}

// 2020年到2025年,比重从17.9%提升到35.5%: the number behind 从 stands at the start of the span
function startOfSpan(sentence: Sentence, text: string, token: Token): number | undefined {
  const sign = text[token.outer - 1]
  if (sign !== '从' && sign !== '由') return undefined
  for (let i = sentence.years.length - 1; i > 0; i--) {
    const from = sentence.years[i - 1]
    const to = sentence.years[i]
    if (from === undefined || to === undefined || to.at > token.start) continue
    if (typeof from.year === 'number' && typeof to.year === 'number' && from.year < to.year && to.at - from.at <= 8)
      return from.year
  }
  return undefined
}

const numbersBetween = (sentence: Sentence, from: number, token: Token): boolean =>
  sentence.tokens.some((t) => t.form !== 'excluded' && t.start > from && t.start < token.start)

function resolve(year: number | 'this' | 'last' | 'prior' | 'next', plan: boolean, meta: Meta): number | undefined {
  if (typeof year === 'number') return year
  const current = plan ? meta.year : (meta.year ?? meta.reviewYear)
  if (current === undefined) return undefined
  if (year === 'this') return plan ? current : (meta.reviewYear ?? current)
  if (year === 'next') return plan ? current + 1 : current
  const review = meta.reviewYear ?? current
  if (plan) return current - 1
  // 上年 is the year before the one under review; 去年 is seen from the day of delivery
  return year === 'prior' || meta.date?.startsWith(String(review)) === true ? review - 1 : review
}

// 已建成…, 目前…: a fact in the plan half
const quotedAsPast = (sentence: Sentence, text: string, token: Token): boolean => {
  let from = sentence.start
  for (const b of sentence.breaks) if (b < token.outer) from = b + 1
  const words = text.slice(from, token.outer)
  return /已经|已有|现有|目前|截至|(?<![比较是为])(?:去年|上年)/.test(words) && !/力争|确保|达到/.test(words)
}
