import type { Span } from '@jiannuo/kernel'
import { verbAt } from '../attach/left.ts'
import { BREAK, classAt, skipSpaceBack } from '../text/chars.ts'
import type { Statement, Task } from '../types.ts'
import { findDue } from './due.ts'
import { findNames } from './names.ts'
import { opening, type Segment } from './segments.ts'

/**
 * Finds what a plan sentence says is to be done. Each segment that opens with a verb is a task, as is one that ends with a verb of being finished;
 * a segment without either belongs to the task before it, unless it holds a quantity of its own or only frames what follows.
 *
 * @param text the document
 * @param segments the sentence's segments
 * @param clause id of its clause
 * @param statements the sentence's statements, in text order
 * @param year the year of the plan
 * @param into tasks found so far; new ones are appended
 */
export function findTasks(
  text: string,
  segments: readonly Segment[],
  clause: string,
  statements: readonly Statement[],
  year: number | undefined,
  into: Task[],
): void {
  let open: Segment | undefined
  let end = 0
  const close = (): void => {
    if (open !== undefined) into.push(taskOf(text, open, end, clause, statements, year, into.length))
    open = undefined
  }
  for (const segment of segments) {
    if (segment.verb >= 0) {
      close()
      open = segment
      end = segment.end
    } else if (segment.frame || segment.dueFrom < segment.start || holdsStatement(statements, segment)) close()
    else if (open !== undefined && !open.atEnd) end = segment.end
  }
  close()
}

/** Most tasks name nothing and hold no statement: they share one empty list. */
const NONE: readonly string[] = Object.freeze([])

const holdsStatement = (statements: readonly Statement[], segment: Span): boolean =>
  statements.some((s) => s.start >= segment.start && s.end <= segment.end)

function taskOf(
  text: string,
  segment: Segment,
  end: number,
  clause: string,
  statements: readonly Statement[],
  year: number | undefined,
  count: number,
): Task {
  const verbEnd = segment.atEnd ? segment.end : chainEnd(text, segment.verb + segment.length, end)
  const due = findDue(text, segment.dueFrom, end, year)
  let inside: string[] | undefined
  for (const s of statements) if (s.start >= segment.start && s.end <= end) (inside ??= []).push(s.id)
  const task: { -readonly [K in keyof Task]: Task[K] } = {
    id: `t${count + 1}`,
    clause,
    start: segment.start,
    end,
    action: text.slice(segment.verb, verbEnd),
    object: segment.atEnd ? objectBefore(text, segment.start, segment.verb, due?.start) : objectOf(text, verbEnd, end),
    names: findNames(text, segment.atEnd ? segment.start : verbEnd, end, opening),
    statements: inside ?? NONE,
  }
  if (due !== undefined) task.due = due
  return task
}

const JOINS = new Set(Array.from('、和及并', (c) => c.charCodeAt(0)))

// 加快|推进…, 新增、改造…: a chain of verbs is one action as long as an object is left
function chainEnd(text: string, from: number, limit: number): number {
  let end = from
  for (;;) {
    const at = JOINS.has(text.charCodeAt(end)) ? end + 1 : end
    const next = verbAt(text, at, limit)
    const stop = at + (next?.length ?? 0)
    if (next === undefined || next.length < 2 || stop + 1 >= limit || '，,、和及的'.includes(text[stop] ?? ''))
      return end
    end = stop
  }
}

function objectOf(text: string, from: number, to: number): string {
  const first = text.charCodeAt(from)
  const start = first === 0x4e86 || first === 0x597d ? from + 1 : from // 了, 好
  let end = skipSpaceBack(text, to, start)
  while (end > start && classAt(text, end - 1) === BREAK) end--
  return text.slice(start, end)
}

// 青简河治理工程|年底前|全面|完工: the object ends where its due date or an adverb begins
const objectBefore = (text: string, from: number, verb: number, due: number | undefined): string => {
  const end = due !== undefined && due > from && due < verb ? due : verb
  return text.slice(from, end).replace(/(?:全面|全部|力争|确保|正式|如期|顺利)+$/, '')
}
