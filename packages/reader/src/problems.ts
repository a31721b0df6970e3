import type { Problem, Span } from '@jiannuo/kernel'
import { verbAt } from './attach/left.ts'
import { FRONT } from './lexicon/verbs.ts'
import type { Outline } from './structure/outline.ts'
import type { Clause, Meta, Statement } from './types.ts'
import { BREAK, CLOSE, classAt, isHan, OPEN, OTHER, PAUSE, STOP } from './text/chars.ts'

/** What the checks look at. */
export interface Checked {
  readonly text: string
  readonly outline: Outline
  readonly meta: Meta
  readonly clauses: readonly Clause[]
  readonly statements: readonly Statement[]
}

/** Everything about the text that an editor would mend, and everything that made the reading less sure. In text order. */
export function findProblems(c: Checked): Problem[] {
  const found: Problem[] = []
  documentProblems(c, found)
  headingProblems(c, found)
  characterProblems(c, found)
  quantityProblems(c, found)
  repeatedSentences(c, found)
  return found.sort((a, b) => (a.span?.start ?? -1) - (b.span?.start ?? -1))
}

function documentProblems(c: Checked, found: Problem[]): void {
  const { meta, outline } = c
  if (c.clauses.length === 0) {
    found.push({ code: 'reader/empty', severity: 'warning' })
    return
  }
  if (outline.headings.length === 0 && c.clauses.length > 10)
    found.push({ code: 'reader/no-headings', severity: 'warning' })
  if (meta.year === undefined && c.statements.length > 0) found.push({ code: 'reader/no-year', severity: 'warning' })
  if (meta.kind !== 'report' || c.clauses.length < 40) return
  const halves = new Set(c.clauses.map((k) => k.half))
  if (!halves.has('plan')) found.push({ code: 'reader/no-plan', severity: 'note' })
  if (!halves.has('review')) found.push({ code: 'reader/no-review', severity: 'note' })
}

// 一、 三、: a number is missing or stands twice among headings of one style under one heading
function headingProblems(c: Checked, found: Problem[]): void {
  const last = new Map<string, number>()
  for (const p of c.outline.paragraphs) {
    const label = p.heading?.label
    if (p.heading?.glued === true)
      found.push({
        code: 'reader/glued-heading',
        severity: 'warning',
        span: { start: p.heading.start, end: p.heading.end },
        params: { title: c.text.slice(p.heading.start, p.heading.end) },
      })
    if (label === undefined || label.ordinal === 0 || p.zone !== 'body') continue
    const key = `${label.style} ${p.path.slice(0, -1).join('/')}`
    const before = last.get(key)
    const span = { start: p.start, end: p.heading?.end ?? p.end }
    const number = c.text.slice(p.start, label.end).trim()
    if (before === undefined ? label.ordinal > 1 : label.ordinal > before + 1)
      found.push({ code: 'reader/heading-gap', severity: 'warning', span, params: { number } })
    else if (before !== undefined && label.ordinal === before)
      found.push({ code: 'reader/heading-twice', severity: 'warning', span, params: { number } })
    last.set(key, label.ordinal)
  }
}

const CLOSER: Readonly<Record<string, string>> = { '“': '”', '《': '》', '（': '）' }
const OPENER: Readonly<Record<string, string>> = { '”': '“', '》': '《', '）': '（' }

function characterProblems(c: Checked, found: Problem[]): void {
  for (const p of c.outline.paragraphs) if (p.zone !== 'furniture') paragraphMarks(c.text, p, found)
  for (const m of c.text.matchAll(/[\ufffd\ue000-\uf8ff]{1,50}/g))
    found.push({
      code: 'reader/damaged-characters',
      severity: 'warning',
      span: { start: m.index, end: m.index + m[0].length },
    })
}

// quotation marks, book marks and brackets have to pair off inside a paragraph; a mark that stands twice is a slip
function paragraphMarks(text: string, p: Span, found: Problem[]): void {
  const open = new Map<string, number[]>()
  for (let i = p.start; i < p.end; i++) {
    const c = classAt(text, i)
    if (c === OTHER) continue
    if (c === OPEN) {
      const sign = text[i] ?? ''
      if (CLOSER[sign] === undefined) continue
      const stack = open.get(sign)
      if (stack === undefined) open.set(sign, [i])
      else stack.push(i)
    } else if (c === CLOSE) {
      const opener = OPENER[text[i] ?? '']
      if (opener === undefined) continue
      if (open.get(opener)?.pop() === undefined)
        found.push({
          code: 'reader/unopened',
          severity: 'note',
          span: { start: i, end: i + 1 },
          params: { mark: text[i] ?? '' },
        })
    } else if (
      (c === STOP || c === BREAK || c === PAUSE) &&
      text[i] === text[i + 1] &&
      text[i + 1] !== text[i - 1] &&
      i + 1 < p.end &&
      text.charCodeAt(i) > 127
    )
      found.push({
        code: 'reader/doubled-mark',
        severity: 'note',
        span: { start: i, end: i + 2 },
        params: { mark: text.slice(i, i + 2) },
      })
  }
  for (const at of [...open.values()].flat())
    found.push({
      code: 'reader/unclosed',
      severity: 'note',
      span: { start: at, end: at + 1 },
      params: { mark: text[at] ?? '' },
    })
}

function quantityProblems(c: Checked, found: Problem[]): void {
  const { text } = c
  for (const s of c.statements) {
    const span = { start: s.start, end: s.end }
    if (s.quote.includes('_') || s.quote.includes('\ufffd'))
      found.push({ code: 'reader/damaged-unit', severity: 'warning', span, params: { quote: s.quote } })
    else if (s.unit === '' && !/指数|系数|指标|得分|评分|比$|价格/.test(s.indicator))
      found.push({ code: 'reader/missing-unit', severity: 'warning', span, params: { quote: s.quote } })
    if (s.indicator === '')
      found.push({ code: 'reader/no-indicator', severity: 'warning', span, params: { quote: s.quote } })
    if (runsOn(text, s))
      found.push({
        code: 'reader/lost-stop',
        severity: 'warning',
        span,
        params: { quote: text.slice(s.start, s.end + 6) },
      })
  }
}

// 不动产证6700余本严厉打击…: behind a number whose noun stands before it, an adverb and a verb begin another sentence
const runsOn = (text: string, s: Statement): boolean => {
  if (!isHan(text.charCodeAt(s.end)) || s.kind === 'rank' || (s.indicatorSpans[0]?.start ?? s.end) >= s.end)
    return false
  const hit = FRONT.prefix(text, s.end, s.end + 12)
  return hit !== undefined && hit.word.length >= 2 && verbAt(text, s.end + hit.word.length, s.end + 16) !== undefined
}

// A text that says everything twice is one problem, not thousands.
const MOST_REPEATS = 100

function repeatedSentences(c: Checked, found: Problem[]): void {
  const { text } = c
  const seen = new Map<number, Clause>()
  let repeats = 0
  for (const clause of c.clauses) {
    if (clause.end - clause.start < 30) continue
    const key = hash(text, clause.start, clause.end)
    const first = seen.get(key)
    if (first === undefined) seen.set(key, clause)
    else if (text.slice(first.start, first.end) === text.slice(clause.start, clause.end)) {
      found.push({ code: 'reader/repeated', severity: 'note', span: { start: clause.start, end: clause.end } })
      if (++repeats >= MOST_REPEATS) return
    }
  }
}

// FNV-1a over the characters: cheaper to keep than the sentences themselves
function hash(text: string, start: number, end: number): number {
  let h = 0x811c9dc5
  for (let i = start; i < end; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h | 0
}
