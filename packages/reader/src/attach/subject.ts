import { VERBS_AFTER } from '../lexicon/after.ts'
import type { Piece } from './noun.ts'
import { size } from './state.ts'

/** What is spoken of without its metric, which does not go on to the next number: 签约项目|总投资. */
export function subjectOf(pieces: readonly Piece[], words: string): readonly Piece[] {
  const lastPiece = pieces[pieces.length - 1]
  if (pieces.length !== 1 || lastPiece === undefined) return pieces
  for (const metric of ENDINGS) {
    if (words.endsWith(metric) && words.length > metric.length + 1)
      return [{ start: lastPiece.start, end: lastPiece.end - metric.length }]
  }
  return pieces
}

const ENDINGS = [
  '总投资',
  '满意率',
  '总量',
  '总数',
  '总额',
  '面积',
  '产值',
  '产量',
  '规模',
  '收入',
  '通车里程',
  '里程',
  '数量',
  '占比',
  '增加值',
  '投资',
]

/** The subject without a verb at its end. */
export const withoutVerb = (text: string, subject: readonly Piece[]): readonly Piece[] => {
  const tail = subject[subject.length - 1]
  if (tail === undefined) return subject
  const verb = VERBS_AFTER.suffix(text, tail.end, tail.start)
  return verb === undefined || verb.word.length >= size(tail)
    ? subject
    : [...subject.slice(0, -1), { start: tail.start, end: tail.end - verb.word.length }]
}
