import type { Span } from '@jiannuo/kernel'
import { verbAt } from '../attach/left.ts'
import { FRONT } from '../lexicon/verbs.ts'
import { Lexicon, words } from '../text/lexicon.ts'
import { skipSpace, skipSpaceBack } from '../text/chars.ts'
import type { Statement, Task } from '../types.ts'
import { findDue } from './due.ts'
import { findNames } from './names.ts'

/** Words that frame what follows and are themselves nothing to be done: 坚持…, 以…为抓手, 围绕…. */
const FRAMES = new Lexicon<true>(
  words('坚持 围绕 聚焦 按照 立足 锚定 紧扣 紧盯 依托 结合 以 通过 牢牢 把握 抢抓 根据 针对 对标 瞄准 着眼 借助 发挥 顺应 面向 遵循 贯彻 紧抓 紧紧 积极适应 深刻 树牢 始终 突出 随着 为了 为 在 当好 秉持 站在', true),
)

interface Segment extends Span {
  /** Where the verb stands, -1 when the segment opens with none. */
  verb: number
  length: number
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
export function findTasks(text: string, span: Span, clause: string, statements: readonly Statement[], year: number | undefined, into: Task[]): void {
  let open: Segment | undefined
  for (const segment of segments(text, span)) {
    if (segment.verb >= 0 || open === undefined) {
      if (open !== undefined && open.verb >= 0) into.push(taskOf(text, open, clause, statements, year, into.length))
      open = segment
    } else open = { ...open, end: segment.end }
  }
  if (open !== undefined && open.verb >= 0) into.push(taskOf(text, open, clause, statements, year, into.length))
}

// Cuts at commas, semicolons and colons outside quotation marks and brackets.
function segments(text: string, span: Span): Segment[] {
  const out: Segment[] = []
  let depth = 0
  let from = span.start
  for (let i = span.start; i <= span.end; i++) {
    const c = i < span.end ? (text[i] ?? '') : '，'
    if ('“《（('.includes(c) && c !== '') depth++
    else if ('”》）)'.includes(c) && depth > 0) depth--
    if (i < span.end && (depth > 0 || !'，,；;：:。！!'.includes(c))) continue
    const start = skipSpace(text, from, i)
    const end = skipSpaceBack(text, i, start)
    if (end > start) out.push({ start, end, ...opening(text, start, end) })
    from = i + 1
  }
  return out
}

function opening(text: string, start: number, end: number): { verb: number; length: number } {
  let at = start
  for (let round = 0; round < 6 && at < end; round++) {
    const frame = FRAMES.prefix(text, at, end)
    const hit = verbAt(text, at, end)
    if (frame !== undefined && (hit === undefined || hit.length <= frame.word.length)) return { verb: -1, length: 0 }
    if (hit !== undefined) return { verb: at, length: hit.length }
    const filler = FRONT.prefix(text, at, end)
    if (filler === undefined) break
    at += filler.word.length
  }
  return { verb: -1, length: 0 }
}

function taskOf(text: string, segment: Segment, clause: string, statements: readonly Statement[], year: number | undefined, count: number): Task {
  let verbEnd = segment.verb + segment.length
  // 加快|推进…: a chain of verbs is one action
  for (let next = verbAt(text, verbEnd, segment.end); next !== undefined && verbEnd + next.length < segment.end; next = verbAt(text, verbEnd, segment.end)) verbEnd += next.length
  const object = objectOf(text, verbEnd, segment.end)
  const due = findDue(text, segment.start, segment.end, year)
  return {
    id: `t${count + 1}`,
    clause,
    start: segment.start,
    end: segment.end,
    action: text.slice(segment.verb, verbEnd),
    object,
    names: findNames(text, verbEnd, segment.end),
    ...(due === undefined ? {} : { due }),
    statements: statements.filter((s) => s.start >= segment.start && s.end <= segment.end).map((s) => s.id),
  }
}

const objectOf = (text: string, from: number, to: number): string => {
  const start = '了好'.includes(text[from] ?? '\n') ? from + 1 : from
  return text.slice(start, skipSpaceBack(text, to, start)).replace(/[，,；;：:]$/, '')
}
