import type { Span } from '@jiannuo/kernel'
import type { ClauseClass } from '../types.ts'
import { verbAt } from '../attach/left.ts'
import { FRONT } from '../lexicon/verbs.ts'
import { skipSpace } from '../text/chars.ts'
import type { Paragraph } from './outline.ts'

const SLOGAN = /[！!]$|^各位代表|衷心感谢|崇高敬意|团结奋斗|砥砺前行|而努力奋斗|谱写.{0,30}篇章|使命重在担当|请予审议/
const BACKGROUND =
  /^(?:当前|面对|面临|回顾|这些成绩|成绩的取得|在肯定成绩|同时.{0,3}我们也|我们也清醒|展望|从国际看|从国内看|从全国看|纵观)|机遇|挑战|困难和问题|不足|存在.{0,8}问题|不容乐观|形势/

/** What a clause does, by its half, its zone, its statements and its first words: see SPEC.md R50-R54. */
export function classOfClause(
  text: string,
  span: Span,
  paragraph: Paragraph,
  stated: boolean,
  heading: boolean,
  promises: boolean,
): ClauseClass {
  if (paragraph.zone === 'glossary') return 'definition'
  if (paragraph.zone !== 'body') return 'background'
  if (stated) return paragraph.half === 'plan' ? 'commitment' : 'result'
  if (heading) return paragraph.half === 'plan' ? 'slogan' : 'background'
  const words = text.slice(span.start, span.end)
  if (SLOGAN.test(words)) return 'slogan'
  if (BACKGROUND.test(words) && !opensWithVerb(text, span)) return 'background'
  if (paragraph.half === 'plan') return promises ? 'commitment' : 'background'
  return paragraph.half === 'review' ? 'result' : 'background'
}

/** Whether a sentence opens with a verb once time words and adverbs are taken off: 全力推进…. */
export function opensWithVerb(text: string, span: Span): boolean {
  let at = skipSpace(text, span.start, span.end)
  for (let round = 0; round < 6 && at < span.end; round++) {
    if (verbAt(text, at, span.end) !== undefined) return true
    const hit = FRONT.prefix(text, at, span.end)
    if (hit === undefined) return false
    at += hit.word.length
  }
  return false
}
