import type { Span } from '@jiannuo/kernel'
import { verbAt } from '../attach/left.ts'
import { FRAMES } from '../lexicon/frames.ts'
import { FRONT } from '../lexicon/verbs.ts'
import { BREAK, CLOSE, classAt, OPEN, skipSpace, skipSpaceBack, STOP } from '../text/chars.ts'
import type { Statement, Task } from '../types.ts'
import { findDue } from './due.ts'
import { findNames } from './names.ts'

interface Segment extends Span {
  /** Where the verb stands, -1 when the segment opens with none. */
  verb: number
  length: number
  /** The segment only frames what is to be done. */
  frame: boolean
}

/**
 * Finds what a plan sentence says is to be done. Each segment that opens with a verb is a task; a segment without one belongs to the task before it.
 *
 * @param text the document
 * @param span the sentence
 * @param clause id of its clause
 * @param statements the sentence's statements, in text order
 * @param year the year of the plan
 * @param into tasks found so far; new ones are appended
 */
export function findTasks(
  text: string,
  span: Span,
  clause: string,
  statements: readonly Statement[],
  year: number | undefined,
  into: Task[],
): void {
  let open: Segment | undefined
  const close = (): void => {
    if (open !== undefined) into.push(taskOf(text, open, clause, statements, year, into.length))
    open = undefined
  }
  for (const segment of segments(text, span)) {
    if (segment.verb >= 0) {
      close()
      open = segment
    } else if (segment.frame || statements.some((s) => s.start >= segment.start && s.end <= segment.end)) close()
    else if (open !== undefined) open = { ...open, end: segment.end }
  }
  close()
}

// Cuts at commas, semicolons and colons outside quotation marks and brackets.
function segments(text: string, span: Span): Segment[] {
  const out: Segment[] = []
  let depth = 0
  let from = span.start
  for (let i = span.start; i <= span.end; i++) {
    if (i < span.end) {
      const c = classAt(text, i)
      if (c === OPEN) depth++
      else if (c === CLOSE && depth > 0) depth--
      if (depth > 0 || (c !== BREAK && c !== STOP)) continue
    }
    const start = skipSpace(text, from, i)
    const end = skipSpaceBack(text, i, start)
    if (end > start) {
      const head = opening(text, start, end)
      out.push({ start, end, verb: head.verb, length: head.length, frame: head.frame })
    }
    from = i + 1
  }
  return out
}

/** The verb that a segment opens with once fillers are taken off; a framing word in front means there is none. */
export function opening(text: string, start: number, end: number): { verb: number; length: number; frame: boolean } {
  let at = start
  for (let round = 0; round < 6 && at < end; round++) {
    const frame = FRAMES.prefix(text, at, end)
    const hit = verbAt(text, at, end)
    if (frame !== undefined && (hit === undefined || hit.length <= frame.word.length))
      return { verb: -1, length: 0, frame: true }
    if (hit !== undefined) return { verb: at, length: hit.length, frame: false }
    const filler = FRONT.prefix(text, at, end)
    if (filler === undefined) break
    at += filler.word.length
  }
  return { verb: -1, length: 0, frame: false }
}

function taskOf(
  text: string,
  segment: Segment,
  clause: string,
  statements: readonly Statement[],
  year: number | undefined,
  count: number,
): Task {
  const verbEnd = chainEnd(text, segment.verb + segment.length, segment.end)
  const due = findDue(text, segment.start, segment.end, year)
  const inside: string[] = []
  for (const s of statements) if (s.start >= segment.start && s.end <= segment.end) inside.push(s.id)
  const task: { -readonly [K in keyof Task]: Task[K] } = {
    id: `t${count + 1}`,
    clause,
    start: segment.start,
    end: segment.end,
    action: text.slice(segment.verb, verbEnd),
    object: objectOf(text, verbEnd, segment.end),
    names: findNames(text, verbEnd, segment.end, opening),
    statements: inside,
  }
  if (due !== undefined) task.due = due
  return task
}

// 加快|推进…, 新增、改造…: a chain of verbs is one action as long as an object is left
function chainEnd(text: string, from: number, limit: number): number {
  let end = from
  for (;;) {
    const at = '、和及并'.includes(text[end] ?? '\n') ? end + 1 : end
    const next = verbAt(text, at, limit)
    if (
      next === undefined ||
      next.length < 2 ||
      at + next.length + 1 >= limit ||
      '，,、和及的'.includes(text[at + next.length] ?? '')
    )
      return end
    end = at + next.length
  }
}

const objectOf = (text: string, from: number, to: number): string => {
  const start = '了好'.includes(text[from] ?? '\n') ? from + 1 : from
  return text.slice(start, skipSpaceBack(text, to, start)).replace(/[，,；;：:]$/, '')
}
