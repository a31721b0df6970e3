import type { Span } from '@jiannuo/kernel'
import { verbAt } from '../attach/left.ts'
import { VERBS_AFTER } from '../lexicon/after.ts'
import { FRAMES } from '../lexicon/frames.ts'
import { FRONT } from '../lexicon/verbs.ts'
import { BREAK, CLOSE, classAt, digitValue, OPEN, skipSpace, skipSpaceBack, STOP, narrowDigits } from '../text/chars.ts'

/** The verb that a segment of a sentence opens with. */
export interface Opening {
  /** Where the verb stands, -1 when the segment opens with none. */
  readonly verb: number
  readonly length: number
  /** The segment only frames what is to be done: 围绕…, 以…为抓手. */
  readonly frame: boolean
}

/** A segment between commas. */
export interface Segment extends Span, Opening {
  /** Where a due date before it may begin: 三年内, 到2027年，…. */
  readonly dueFrom: number
  /** The verb stands at the end, behind its object: 步行街改造6月底前|完工. */
  readonly atEnd: boolean
}

/** Cuts a sentence at commas, semicolons and colons outside quotation marks and brackets; a segment that only dates goes to the next. */
export function segments(text: string, span: Span): Segment[] {
  const out: Segment[] = []
  let depth = 0
  let from = span.start
  let dueFrom = -1
  for (let i = span.start; i <= span.end; i++) {
    if (i < span.end) {
      const c = classAt(text, i)
      if (c === OPEN) depth++
      else if (c === CLOSE && depth > 0) depth--
      if (depth > 0 || (c !== BREAK && c !== STOP)) continue
    }
    const start = skipSpace(text, from, i)
    const end = skipSpaceBack(text, i, start)
    from = i + 1
    if (end <= start) continue
    if (end - start <= 12 && dateEnd(text, start, end) === end) {
      dueFrom = start
      continue
    }
    out.push(segmentOf(text, start, end, dueFrom < 0 ? start : dueFrom))
    dueFrom = -1
  }
  return out
}

function segmentOf(text: string, start: number, end: number, dueFrom: number): Segment {
  const head = opening(text, start, end)
  if (head.verb >= 0 || head.frame)
    return { start, end, verb: head.verb, length: head.length, frame: head.frame, dueFrom, atEnd: false }
  const last = VERBS_AFTER.suffix(text, end, start)
  if (last === undefined || last.value !== 'state' || end - last.word.length - start < 4)
    return { start, end, verb: -1, length: 0, frame: false, dueFrom, atEnd: false }
  return { start, end, verb: end - last.word.length, length: last.word.length, frame: false, dueFrom, atEnd: true }
}

const DATE =
  /^(?:[到至于在]|力争|确保)?(?:(?:20\d\d年)?(?:1[0-2]|[1-9])月(?:份|底|末|上旬|中旬|下旬|\d{1,2}日)?|20\d\d年(?:年?底|末)?|[一两三四五六七八九十]年(?:内|之内|时间)|第?[一二三四]季度|前三季度|[上下]半年|“?十[四五六七]五”?(?:时期|期间|期?末))(?:之?前|以前|末|底)?/

/** Where a date at the front of a segment ends; the segment's start when there is none. */
function dateEnd(text: string, start: number, end: number): number {
  const c = text[start] ?? ''
  if (digitValue(text.charCodeAt(start)) < 0 && !'到至于在力确第前上下一二两三四五六七八九十“'.includes(c)) return start
  const m = DATE.exec(narrowDigits(text.slice(start, Math.min(end, start + 18))))
  return m === null ? start : start + m[0].length
}

/** The verb that a stretch opens with once dates and fillers are taken off; a framing word in front means there is none. */
export function opening(text: string, start: number, end: number): Opening {
  let at = dateEnd(text, start, end)
  for (let round = 0; round < 6 && at < end; round++) {
    const frame = FRAMES.prefix(text, at, end)
    const hit = verbAt(text, at, end)
    if (frame !== undefined && (hit === undefined || hit.length <= frame.word.length)) return framed(text, at, end)
    if (hit !== undefined) return { verb: at, length: hit.length, frame: false }
    const filler = FRONT.prefix(text, at, end)
    if (filler === undefined) break
    at += filler.word.length
    at = dateEnd(text, at, end)
  }
  return { verb: -1, length: 0, frame: false }
}

// 为500户困难家庭实施适老化改造: what is done for them is a task; 为推动高质量发展 only frames one
function framed(text: string, at: number, end: number): Opening {
  if (text[at] === '为') {
    for (let p = at + 3; p < end - 3; p++) {
      const hit = GIVEN.find((word) => text.startsWith(word, p))
      if (hit !== undefined) return { verb: p, length: hit.length, frame: false }
    }
  }
  return { verb: -1, length: 0, frame: true }
}

const GIVEN = ['实施', '安装', '提供', '发放', '办理', '配备', '减免', '开展', '争取', '新建', '建设', '解决']
