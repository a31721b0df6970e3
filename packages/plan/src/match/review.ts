import type { Clause, Reading, Statement } from '@jiannuo/reader'

/** Opens the part about what is still lacking. */
const SHORTCOMINGS =
  /(?:清醒|认识到|看到).{0,50}(?:困难|问题|不足|短板|差距)|^(?:当前|目前|同时|但是?|虽然)[^。]{0,30}(?:存在|面临).{0,16}(?:困难|问题|不足|短板|差距)/
const AHEAD = /^(?:新征程上|我们将|下一步|今后)/
const CLOSING = /^(?:在此|这些成绩|成绩的取得|各位代表[，,！!：:]?$)/

/**
 * Sentences that only head what follows. A short sentence that opens its paragraph without a number or a dash may be read as a heading too, but it
 * tells something as well.
 */
const headingsOf = (reading: Reading): ReadonlySet<number> =>
  new Set(reading.outline.filter((h) => !h.runIn || h.label !== '').map((h) => h.start))

/** The review clauses that tell what was done: not headings, thanks, nor anything from the shortcomings on, until a new chapter begins. */
export function toldClauses(reading: Reading, text: string): readonly Clause[] {
  const headings = headingsOf(reading)
  const opening = new Set(reading.outline.filter((h) => h.runIn && h.label === '').map((h) => h.start))
  const told: Clause[] = []
  let chapter = ''
  let failing = false
  for (const clause of reading.clauses) {
    if (clause.half !== 'review') continue
    const here = clause.path[0] ?? ''
    if (here !== chapter) failing = false
    chapter = here
    const words = text.slice(clause.start, clause.end).trim()
    if (SHORTCOMINGS.test(words)) failing = true
    const tells = clause.class === 'result' || opening.has(clause.start)
    if (failing || !tells || headings.has(clause.start) || AHEAD.test(words) || CLOSING.test(words)) continue
    told.push(clause)
  }
  return told
}

/** The statements of those clauses that are results of the year. */
export function resultsOf(reading: Reading, clauses: readonly Clause[], year: number): readonly Statement[] {
  const told = new Set(clauses.map((c) => c.id))
  return reading.statements
    .filter((s) => s.modality !== 'target' && told.has(s.clause) && (s.year === undefined || s.year === year))
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
}
