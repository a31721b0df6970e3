import type { TextBlock } from '@jiannuo/kernel'
import type { DocumentKind, Half, Heading } from '../types.ts'
import { isSpace, skipSpace, skipSpaceBack, narrowDigits } from '../text/chars.ts'
import { findGlued, type Habits, learn } from './glued.ts'
import { findHeading, type FoundHeading, type LabelStyle } from './headings.ts'
import { firstHalf, halfOfHeading, isFurniture, opensGlossary, turnsToPlan } from './halves.ts'
import { headerFields, type Head, isTitle, yearIn } from './meta.ts'

/** A paragraph of the text: a line, or the stretch between two lost line ends. */
export interface Paragraph {
  readonly start: number
  readonly end: number
  readonly zone: 'head' | 'body' | 'glossary' | 'furniture'
  readonly half: Half
  /** The heading that this paragraph is or begins with. */
  readonly heading: FoundHeading | undefined
  /** Titles of the headings above the paragraph's text, its own run-in heading included. */
  readonly path: readonly string[]
}

/** The skeleton of a document. */
export interface Outline {
  readonly headings: readonly Heading[]
  readonly paragraphs: readonly Paragraph[]
  readonly head: Head
}

/** Visits the lines of a text without white space at their ends; \r\n, \n, \r and Unicode line ends count alike. */
export function eachLine(text: string, visit: (start: number, end: number) => void): void {
  let from = 0
  const length = text.length
  for (let i = 0; i <= length; i++) {
    const code = i < length ? text.charCodeAt(i) : 10
    if (code !== 10 && code !== 13 && code !== 0x2028 && code !== 0x2029 && code !== 0x85) continue
    const start = skipSpace(text, from, i)
    const end = skipSpaceBack(text, i, start)
    if (end - start > LOST_LINE_ENDS) splitLong(text, start, end, visit)
    else if (end > start) visit(start, end)
    from = i + 1
  }
}

// A "line" of this length is a document whose line ends were turned into spaces.
const LOST_LINE_ENDS = 2000

function splitLong(text: string, start: number, end: number, visit: (start: number, end: number) => void): void {
  let from = start
  for (let i = start; i < end; i++) {
    if (!'。！？：；!?'.includes(text[i] ?? '') || !isSpace(text.charCodeAt(i + 1))) continue
    visit(from, i + 1)
    from = skipSpace(text, i + 1, end)
    i = from - 1
  }
  if (from < end) visit(from, end)
}

interface OpenHeading {
  readonly style: LabelStyle
  readonly title: string
  readonly runIn: boolean
}

interface Builder {
  readonly text: string
  readonly headings: Heading[]
  readonly paragraphs: Paragraph[]
  readonly head: Head
  readonly stack: OpenHeading[]
  /** Titles of the stack, as the last paragraph got them. */
  path: readonly string[]
  readonly habits: Habits
  kind: DocumentKind
  half: Half
  zone: 'head' | 'body' | 'glossary' | 'furniture'
}

/** Finds headings, halves, the disclosure header, the glossary and the page furniture around the document. */
export function buildOutline(
  text: string,
  kind: (head: Head) => DocumentKind,
  blocks: readonly TextBlock[] | undefined,
): Outline {
  const head: Head = { title: '', fields: {}, session: undefined, reviewYear: undefined, planYear: undefined }
  const b: Builder = {
    text,
    headings: [],
    paragraphs: [],
    head,
    stack: [],
    path: [],
    habits: new Map(),
    kind: 'other',
    half: 'other',
    zone: 'head',
  }
  const levels = new Map((blocks ?? []).filter((k) => k.kind === 'heading').map((k) => [k.start, k.level ?? 1]))
  eachLine(text, (start, end) => {
    if (b.zone === 'head' && !readHead(b, start, end)) {
      b.zone = 'body'
      b.kind = kind(head)
      b.half = firstHalf(b.kind)
    }
    if (b.zone === 'head') push(b, start, end, undefined)
    else readBody(b, start, end, levels.has(start))
  })
  return { headings: b.headings, paragraphs: b.paragraphs, head }
}

// Lines above the document proper: disclosure header, title, session line, speaker. False when the text itself begins.
function readHead(b: Builder, start: number, end: number): boolean {
  const line = b.text.slice(start, Math.min(end, start + 320))
  const fields = headerFields(line)
  if (fields !== undefined) {
    b.head.fields = { ...fields, ...b.head.fields }
    return true
  }
  if (end - start > 90) return false
  const words = narrowDigits(line.replace(/\s/g, ''))
  if (/^各位代表|^同志们|^各位委员/.test(words)) return false
  if (
    /(?:会议|大会)(?:第[一二三四五六七八九十]+次会议)?上?[）)]?$/.test(words) &&
    /大会|会议/.test(words) &&
    words.length < 60
  ) {
    if (b.head.session === undefined || /\d{4}年\d/.test(words)) b.head.session = words
    return true
  }
  if (b.head.title === '' && isTitle(words)) {
    b.head.title = words
    return true
  }
  if (/^[（(—\-─]*\d{4}年\d{1,2}月\d{1,2}日/.test(words) && words.length < 50 && !words.endsWith('。')) {
    b.head.session = `${b.head.session ?? ''}${words}`
    return true
  }
  // an unnumbered heading behind the title opens the document; so does a line that states something
  if (b.head.title !== '' && halfOfHeading(words, 1) !== undefined) return false
  if (/\d/.test(words) && !/^[（(—\-─]*\d{4}年/.test(words)) return false
  return words.length <= 40 && !/[。；;！!，,]/.test(words) && !/^[一二三四五六七八九十（(第0-9]/.test(words)
}

function readBody(b: Builder, start: number, end: number, marked: boolean): void {
  const { text } = b
  const short = end - start < 240 ? text.slice(start, end) : ''
  if (b.zone !== 'body' && short !== '' && opensDocument(short)) {
    // several documents in one text: the next begins behind the glossary of the one before
    b.zone = 'body'
    b.half = firstHalf(b.kind)
    b.stack.length = 0
  }
  if (short !== '' && isFurniture(short)) {
    if (b.zone === 'glossary' || start > text.length * 0.5) b.zone = 'furniture'
    return push(b, start, end, undefined, 'furniture')
  }
  if (b.zone === 'furniture') return push(b, start, end, undefined)
  const found =
    (marked ? markedHeading(text, start, end) : findHeading(text, start, end)) ??
    (end - start > 24 ? findGlued(text, start, end, b.habits) : undefined)
  if (found?.runIn === true && found.glued !== true)
    learn(b.habits, found.label?.style ?? 'none', text.slice(found.start, found.end))
  const title = found === undefined ? short : text.slice(found.start, found.end)
  if (opensGlossary(title.replace(/\s/g, ''))) {
    b.zone = 'glossary'
    b.half = 'other'
    b.stack.length = 0
    if (found !== undefined) record(b, found, start, title)
    return push(b, start, end, found)
  }
  if (b.zone === 'glossary') return push(b, start, end, undefined)
  if (found !== undefined) enter(b, found, start, title)
  else turn(b, start, end)
  push(b, start, end, found)
}

// a salutation, a title, or a first section that looks back
function opensDocument(line: string): boolean {
  const words = line.replace(/\s/g, '')
  if (/^各位(?:代表|委员)/.test(words)) return words.length < 30
  return (
    /^一、.{0,30}(?:回顾|总结)/.test(words) || (isTitle(words) && /(?:政府工作报告|发展计划|统计公报)$/.test(words))
  )
}

const markedHeading = (text: string, start: number, end: number): FoundHeading | undefined => {
  const found = findHeading(text, start, end)
  return found ?? (end - start <= 60 ? { label: undefined, start, end, resume: end, runIn: false } : undefined)
}

// A heading closes those of its style and all that stand below them.
function enter(b: Builder, found: FoundHeading, at: number, title: string): void {
  const style = found.label?.style ?? 'none'
  const open = b.stack.findIndex((h) => h.style === style)
  if (open >= 0) b.stack.length = open
  else if (style === 'chinese' || style === 'part') {
    const below = b.stack.findIndex((h) => h.style !== 'part')
    if (below >= 0) b.stack.length = below
  }
  // a numbered heading never stands below a run-in heading without a number
  if (style !== 'none' && style !== 'is' && style !== 'dash') {
    const loose = b.stack.findIndex((h) => h.style === 'none' && h.runIn)
    if (loose >= 0) b.stack.length = loose
  }
  b.stack.push({ style, title: title.trim(), runIn: found.runIn })
  const top = style === 'chinese' || style === 'part' || (style === 'none' && !found.runIn)
  const half = top ? (halfOfHeading(title, 1) ?? laterYear(b, title)) : undefined
  if (half !== undefined) {
    b.half = b.kind === 'plan' && half === 'other' ? b.half : half
    const year = lastYear(title)
    if (half === 'review' && b.head.reviewYear === undefined) b.head.reviewYear = year
    if (half === 'plan' && b.head.planYear === undefined) b.head.planYear = year
  }
  record(b, found, at, title)
}

// 二、关于2008年工作: a later year than the one reviewed is the year planned
const laterYear = (b: Builder, title: string): Half | undefined => {
  const year = lastYear(title)
  return year !== undefined && b.head.reviewYear !== undefined && year > b.head.reviewYear ? 'plan' : undefined
}

// 2025年和“十四五”时期工作回顾: the latest year named; 今后五年的目标 names none
const lastYear = (title: string): number | undefined => {
  const years = [...narrowDigits(title).matchAll(/((?:19|20)\d{2})(?=年)/g)].map((m) => Number(m[1]))
  return years.length === 0 ? undefined : Math.max(...years)
}

function record(b: Builder, found: FoundHeading, at: number, title: string): void {
  const label = found.label === undefined ? '' : b.text.slice(at, found.label.end).trim()
  b.headings.push({
    start: at,
    end: found.end,
    level: Math.max(1, b.stack.length),
    title: title.trim(),
    label,
    half: b.half,
    runIn: found.runIn,
  })
}

// Without headings a sentence has to say that the plan begins.
function turn(b: Builder, start: number, end: number): void {
  if (b.half !== 'review' || b.kind === 'bulletin') return
  const first = b.text.slice(start, Math.min(end, start + 160))
  if (turnsToPlan(first, b.head.planYear ?? yearIn(b.head.title))) b.half = 'plan'
}

// paragraphs under the same headings share one path
function pathOf(b: Builder): readonly string[] {
  const { path, stack } = b
  if (path.length === stack.length && path.every((title, i) => title === stack[i]?.title)) return path
  b.path = stack.map((h) => h.title)
  return b.path
}

function push(b: Builder, start: number, end: number, heading: FoundHeading | undefined, zone = b.zone): void {
  b.paragraphs.push({
    start,
    end,
    zone,
    heading,
    half: zone === 'body' ? b.half : 'other',
    path: pathOf(b),
  })
}
