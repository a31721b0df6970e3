import { magnitudeOf, type Span } from '@jiannuo/kernel'
import { attachSentence } from './attach/attach.ts'
import { modalityOf } from './attach/modality.ts'
import type { Draft } from './attach/state.ts'
import { placesIn } from './attach/places.ts'
import { emptySentence, segmentAround, type Sentence, scanSentence } from './attach/scan.ts'
import { yearOf } from './attach/year.ts'
import { classOfClause } from './structure/class.ts'
import { readLabel } from './structure/headings.ts'
import { kindOf, settleMeta } from './structure/meta.ts'
import { buildOutline, type Paragraph } from './structure/outline.ts'
import { sentences } from './structure/sentences.ts'
import { findTerms } from './structure/terms.ts'
import { segments } from './tasks/segments.ts'
import { findTasks } from './tasks/tasks.ts'
import { isSpace } from './text/chars.ts'
import { findProblems } from './problems.ts'
import type { Clause, Coverage, Exclusion, Meta, Reading, ReadOptions, Statement, Task } from './types.ts'

/** What the reading collects while it walks through the text. */
interface Walk {
  readonly text: string
  readonly meta: Meta
  readonly explain: boolean
  readonly clauses: Clause[]
  readonly statements: Statement[]
  readonly tasks: Task[]
  readonly excluded: Exclusion[]
  readonly sentence: Sentence
}

/**
 * Reads a plan or report: outline, clauses, statements, tasks, terms, and what is wrong with the text.
 *
 * Pure and total: the same text gives the same reading, no text makes it throw. Offsets are UTF-16 code units of `text`,
 * and `text.slice(start, end) === quote` for every statement. What a statement is, is said in SPEC.md.
 *
 * @param text the text as given; it is never changed, normalised values stand beside it
 * @param options what the caller knows that the text may not say
 */
export function read(text: string, options: ReadOptions = {}): Reading {
  const firstWords = text.slice(0, 400)
  const outline = buildOutline(
    text,
    (head) =>
      options.kind ??
      kindOf(options.title ?? (head.title !== '' ? head.title : (head.fields.title ?? '')), firstWords, head.session),
    options.blocks,
  )
  const meta = settleMeta(outline.head, firstWords, options)
  const walk: Walk = {
    text,
    meta,
    explain: options.explain === true,
    clauses: [],
    statements: [],
    tasks: [],
    excluded: [],
    sentence: emptySentence(),
  }
  for (const paragraph of outline.paragraphs) readParagraph(walk, paragraph)
  const terms = findTerms(text, outline.paragraphs)
  const problems = findProblems({ text, outline, meta, clauses: walk.clauses, statements: walk.statements })
  return {
    meta,
    outline: outline.headings,
    clauses: walk.clauses,
    statements: walk.statements,
    tasks: walk.tasks,
    terms,
    problems,
    coverage: coverageOf(walk),
  }
}

function readParagraph(walk: Walk, paragraph: Paragraph): void {
  const spans: Span[] = []
  const { heading } = paragraph
  if (heading !== undefined) {
    const end = headingEnd(walk.text, heading.end, heading.resume)
    addClause(walk, paragraph, { start: paragraph.start, end }, true)
    if (heading.resume >= paragraph.end) return
    sentences(walk.text, heading.resume, paragraph.end, spans)
  } else sentences(walk.text, paragraph.start, paragraph.end, spans)
  // the number of an item (1. （2）) belongs to its clause but not to what the clause says
  const item = heading === undefined ? readLabel(walk.text, paragraph.start, paragraph.end) : undefined
  for (const span of spans)
    addClause(
      walk,
      paragraph,
      span,
      false,
      item !== undefined && span.start === paragraph.start ? Math.min(item.end, span.end) : span.start,
    )
}

// the full stop behind a run-in heading belongs to its clause
function headingEnd(text: string, end: number, resume: number): number {
  let i = end
  while (i < resume && !isSpace(text.charCodeAt(i))) i++
  return i
}

function addClause(walk: Walk, paragraph: Paragraph, span: Span, heading: boolean, from = span.start): void {
  const id = `c${walk.clauses.length + 1}`
  const { text, sentence } = walk
  scanSentence(text, from, span.end, sentence)
  const before = walk.statements.length
  if (paragraph.zone === 'body') addStatements(walk, paragraph, id)
  else excludeAll(walk, paragraph.zone === 'glossary' ? 'definition' : 'identifier')
  const stated = walk.statements.length > before
  const parts =
    paragraph.half === 'plan' && paragraph.zone === 'body' && !heading
      ? segments(text, { start: from, end: span.end })
      : []
  const kind = classOfClause(
    text,
    span,
    paragraph,
    stated,
    heading,
    parts.some((p) => p.verb >= 0),
  )
  walk.clauses.push({ id, start: span.start, end: span.end, path: paragraph.path, half: paragraph.half, class: kind })
  if (kind === 'commitment' && parts.length > 0)
    findTasks(text, parts, id, walk.statements.slice(before), walk.meta.year, walk.tasks)
}

function addStatements(walk: Walk, paragraph: Paragraph, clause: string): void {
  const { text, sentence } = walk
  if (sentence.tokens.length === 0) return
  const { drafts, exclusions } = attachSentence(text, sentence, walk.explain)
  for (const exclusion of exclusions) walk.excluded.push(exclusion)
  for (const draft of drafts) walk.statements.push(statementOf(walk, paragraph, clause, draft))
}

function statementOf(walk: Walk, paragraph: Paragraph, clause: string, draft: Draft): Statement {
  const { text, meta, sentence } = walk
  const { token } = draft
  const dated = yearOf(sentence, text, token, paragraph, meta)
  const statement: { -readonly [K in keyof Statement]: Statement[K] } = {
    id: `s${walk.statements.length + 1}`,
    clause,
    start: token.start,
    end: token.end,
    quote: text.slice(token.start, token.end),
    value: draft.high === undefined ? draft.value : ([draft.value, draft.high] as const),
    unit: token.unit,
    magnitude: magnitudeOf(draft.value, token.unit),
    comparator: draft.comparator,
    kind: draft.kind,
    modality: modalityOf(sentence, text, token.start, paragraph.half, dated.past),
    year: dated.year,
    indicator:
      draft.pieces.length === 1 ? onePiece(text, draft) : draft.pieces.map((p) => text.slice(p.start, p.end)).join(''),
    indicatorSpans: draft.pieces.map((p) => ({ start: p.start, end: p.end })),
  }
  if (draft.action !== '') statement.action = draft.action
  if (draft.scope !== '') statement.scope = draft.scope
  const places = placesIn(text, segmentAround(sentence, token.outer, token.end).start, token.outer)
  if (places.length > 0) statement.places = places
  if (walk.explain) statement.rules = draft.rules
  return statement
}

const onePiece = (text: string, draft: Draft): string => text.slice(draft.pieces[0]?.start, draft.pieces[0]?.end)

function excludeAll(walk: Walk, reason: Exclusion['reason']): void {
  for (const token of walk.sentence.tokens) {
    const kept = token.reason ?? reason
    walk.excluded.push({ start: token.start, end: token.end, reason: kept })
  }
}

function coverageOf(walk: Walk): Coverage {
  const { text } = walk
  let characters = 0
  let inClauses = 0
  let k = 0
  for (let i = 0; i < text.length; i++) {
    if (isSpace(text.charCodeAt(i))) continue
    characters++
    while (k < walk.clauses.length && (walk.clauses[k]?.end ?? 0) <= i) k++
    if ((walk.clauses[k]?.start ?? i + 1) <= i) inClauses++
  }
  const stated = walk.statements.reduce((n, s, i) => (s.start === walk.statements[i - 1]?.start ? n : n + 1), 0)
  return { characters, inClauses, numerals: stated + walk.excluded.length, stated, excluded: walk.excluded }
}
