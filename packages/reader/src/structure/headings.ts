import { classAt, digitValue, isSpace, skipSpace, STOP } from '../text/chars.ts'
import { readChinese } from '../constructs/chinese.ts'

/** The style of a heading's number; styles seen later lie deeper. */
export type LabelStyle =
  | 'part'
  | 'chinese'
  | 'bracketed'
  | 'digit'
  | 'bracketedDigit'
  | 'circled'
  | 'is'
  | 'dash'
  | 'none'

/** A heading's number at the front of a paragraph: where it ends and its style. */
export interface Label {
  readonly end: number
  readonly style: LabelStyle
  /** Its ordinal, 0 when it has none. */
  readonly ordinal: number
}

/** Styles that number items as often as headings. */
const ITEMS: ReadonlySet<LabelStyle> = new Set<LabelStyle>(['digit', 'bracketedDigit', 'circled'])

const NO_LABEL_END = 60

/** Reads the number of a heading at a paragraph's first character: 第一部分, 一、, （二）, 3., （4）, ①, 一是, ——. */
export function readLabel(text: string, at: number, limit: number): Label | undefined {
  const c = text[at] ?? ''
  if (c === '第') return partLabel(text, at, limit)
  if (c === '（' || c === '(') return bracketLabel(text, at, limit)
  if (c === '—' || c === '─' || c === '－') {
    let i = at
    while (i < limit && '—─－'.includes(text[i] ?? '\n')) i++
    return i - at >= 1 ? { end: i, style: 'dash', ordinal: 0 } : undefined
  }
  const circled = c.charCodeAt(0) - 0x2460
  if (circled >= 0 && circled < 20) return { end: at + 1, style: 'circled', ordinal: circled + 1 }
  const code = text.charCodeAt(at)
  if (digitValue(code) >= 0) return digitLabel(text, at, limit)
  const n = readChinese(text, at, Math.min(limit, at + 4))
  if (n === undefined) return undefined
  const sign = text[n.end] ?? ''
  if (sign === '、' || sign === '．' || sign === '.') return { end: n.end + 1, style: 'chinese', ordinal: n.value }
  if (sign === '是' || sign === '要') return { end: n.end + 1, style: 'is', ordinal: n.value }
  return undefined
}

function partLabel(text: string, at: number, limit: number): Label | undefined {
  const n = readChinese(text, at + 1, Math.min(limit, at + 5))
  if (n === undefined) return undefined
  if (text.startsWith('部分', n.end)) return { end: skipSpace(text, n.end + 2, limit), style: 'part', ordinal: n.value }
  return '章节篇'.includes(text[n.end] ?? '\n')
    ? { end: skipSpace(text, n.end + 1, limit), style: 'part', ordinal: n.value }
    : undefined
}

function bracketLabel(text: string, at: number, limit: number): Label | undefined {
  const chinese = readChinese(text, at + 1, Math.min(limit, at + 5))
  const end = chinese?.end ?? digitsFrom(text, at + 1, limit)
  if (end === at + 1 || (text[end] !== '）' && text[end] !== ')')) return undefined
  return {
    end: end + 1,
    style: chinese === undefined ? 'bracketedDigit' : 'bracketed',
    ordinal: chinese?.value ?? Number(text.slice(at + 1, end)),
  }
}

function digitLabel(text: string, at: number, limit: number): Label | undefined {
  const end = digitsFrom(text, at, limit)
  const sign = text[end] ?? ''
  if (end - at > 2 || !'.．、'.includes(sign) || sign === '' || digitValue(text.charCodeAt(end + 1)) >= 0)
    return undefined
  return { end: end + 1, style: 'digit', ordinal: Number(text.slice(at, end)) }
}

const digitsFrom = (text: string, at: number, limit: number): number => {
  let i = at
  while (i < limit && digitValue(text.charCodeAt(i)) >= 0) i++
  return i
}

/** A heading found at the front of a paragraph. */
export interface FoundHeading {
  readonly label: Label | undefined
  /** Where the title's words stand. */
  readonly start: number
  readonly end: number
  /** Where the text of the paragraph goes on; equal to the paragraph's end for a heading line. */
  readonly resume: number
  readonly runIn: boolean
  /** Whether its full stop was lost and its end is inferred from its neighbours. */
  readonly glued?: boolean
}

/**
 * Finds the heading that a paragraph is or begins with. A line with a number and without a full stop is a heading line;
 * a short first sentence is a run-in heading when the paragraph goes on after it.
 */
export function findHeading(text: string, start: number, end: number): FoundHeading | undefined {
  const label = readLabel(text, start, end)
  const from = skipSpace(text, label?.end ?? start, end)
  const stop = firstStop(text, from, end)
  const words = stop - from
  if (words <= 1) return undefined
  const closed = stop < end
  const rest = skipSpace(text, stop + 1, end)
  if (!closed || rest >= end) {
    if (label === undefined || label.style === 'dash')
      return !closed && label === undefined && titleLike(text, from, stop)
        ? { label, start: from, end: stop, resume: end, runIn: false }
        : undefined
    const gap = spaceSplit(text, from, end)
    if (gap > 0) return { label, start: from, end: gap, resume: skipSpace(text, gap, end), runIn: true }
    // 1.开展大走访。 is an item, not a heading; so is a sentence that states quantities
    const item = closed && (ITEMS.has(label.style) || hasQuantity(text, from, stop, 1))
    return words <= 50 && (!closed || words <= 40) && label.style !== 'is' && !item
      ? { label, start: from, end: stop, resume: end, runIn: false }
      : undefined
  }
  // “路修好了。”: the full stop of a quotation ends no heading
  if ('”’」』'.includes(text[stop + 1] ?? '\n')) return undefined
  const gap = label !== undefined && label.style !== 'is' && label.style !== 'dash' ? spaceSplit(text, from, stop) : 0
  if (gap > 0) return { label, start: from, end: gap, resume: skipSpace(text, gap, end), runIn: true }
  if (text[stop] === '！' || text[stop] === '!' || text[stop] === '？') return undefined
  const most = label === undefined ? 26 : label.style === 'dash' ? 30 : NO_LABEL_END
  if (words > most || hasQuantity(text, from, stop, label === undefined ? 0 : 2)) return undefined
  if (
    label === undefined &&
    (commas(text, from, stop) > 1 || '我今这一同当在去过现各'.includes(text[from] ?? '') || text[stop] === '；')
  )
    return undefined
  return { label, start: from, end: stop, resume: rest, runIn: true }
}

// 一、2019年工作回顾 过去一年…: where a converter lost the line end, white space inside the head parts heading and text
function spaceSplit(text: string, from: number, limit: number): number {
  const reach = Math.min(limit, from + 40)
  for (let i = from + 4; i < reach; i++) {
    if ('，。；,;：'.includes(text[i] ?? '')) return 0
    if (isSpace(text.charCodeAt(i)) && skipSpace(text, i, limit) + 8 < limit) return i
  }
  return 0
}

function firstStop(text: string, from: number, end: number): number {
  for (let i = from; i < end; i++) if (classAt(text, i) === STOP || text.charCodeAt(i) === 0xff1b) return i
  return end
}

const commas = (text: string, from: number, to: number): number => {
  let n = 0
  for (let i = from; i < to; i++) if (text.charCodeAt(i) === 0xff0c || text.charCodeAt(i) === 44) n++
  return n
}

const hasQuantity = (text: string, from: number, to: number, allowed: number): boolean => {
  let n = 0
  for (let i = from; i < to; i++) {
    if (digitValue(text.charCodeAt(i)) < 0) continue
    n++
    while (i < to && digitValue(text.charCodeAt(i)) >= 0) i++
  }
  return n > allowed
}

const TITLE =
  /(?:建议|谋划|构想|意见|回顾|安排|总结|任务|目标|部署|要求|打算|展望|建设|解释|注释|说明|措施|情况|思路|重点|附件|目录|工作|实事|清单)$/

const titleLike = (text: string, from: number, to: number): boolean =>
  to - from <= 30 && TITLE.test(text.slice(from, to).trim()) && !/[，。：]/.test(text.slice(from, to))
