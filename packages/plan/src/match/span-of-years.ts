import type { Clause } from '@jiannuo/reader'

const LONG =
  /[三五十]年来|五年间?[，,]|“?十[一二三四五六]五”?(?:时期|期间|以来)|“十[一二三四五六]五”工作回顾|(?:过去|的)五年|五年工作/
const YEAR = /这一年|一年来|过去一年|过去的一年|刚刚过去的/

/** Whether words open a stretch about several years or about the year; undefined when they do not say. */
function spoken(words: string): boolean | undefined {
  const long = words.search(LONG)
  const short = words.search(YEAR)
  if (long < 0 && short < 0) return undefined
  return long > short
}

/** How far into a sentence its opening reaches. */
const OPENING = 60

/**
 * The review clauses that tell what was done in several years (五年来, “十三五”时期) and not in the year alone. A clause that does not say goes
 * by the clause before it, the first of a chapter by its headings.
 *
 * @param clauses of the review half, in the order of the text
 */
export function longClauses(clauses: readonly Clause[], text: string): ReadonlySet<string> {
  const found = new Set<string>()
  let path = ''
  let long = false
  for (const clause of clauses) {
    const here = clause.path.join('/')
    if (here !== path) {
      long = spoken(clause.path.at(-1) ?? '') ?? spoken(clause.path[0] ?? '') ?? false
      path = here
    }
    long = spoken(text.slice(clause.start, Math.min(clause.end, clause.start + OPENING))) ?? long
    if (long) found.add(clause.id)
  }
  return found
}

/** Words that hold for every figure of the sentence behind them. */
const SUMMED = /累计|以来|五年|从\d{4}年/

/** Words of a comparison with the year before. */
const YEARLY = /同比|[比较]上年|[比较]去年|可比/

/** Words that hold for the next figure only: an average, or a comparison with an earlier year. */
const COMPARED = /年均|[比较与是]“?(\d{4})年|[比较与]“?十[一二三四五六]五/

/**
 * Whether a figure sums several years, averages them or counts from a year before the last. In a stretch about several years everything that
 * was done is of them all, but not what is held at a moment, nor a figure whose words name the year or compare it with the one before.
 *
 * @param from where its sentence begins
 * @param done whether the figure tells what was done or grew, not what there is
 * @param inLong whether the sentence stands in a stretch about several years
 */
export function ofSeveralYears(
  text: string,
  from: number,
  at: number,
  year: number,
  inLong: boolean,
  done: boolean,
): boolean {
  const sentence = text.slice(from, at)
  const before = sentence.slice(Math.max(sentence.lastIndexOf('；'), sentence.lastIndexOf(';')) + 1)
  const last = before.slice(Math.max(before.lastIndexOf('，'), before.lastIndexOf(',')) + 1)
  if (YEARLY.test(last)) return false
  const compared = COMPARED.exec(last)
  const other = compared !== null && compared[1] !== `${year - 1}`
  return SUMMED.test(before) || other || (inLong && done && !sentence.includes(`${year}年`))
}
