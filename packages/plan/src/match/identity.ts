import { SCOPE_WORDS } from './lexicon.zh.ts'
import type { IndicatorIdentity } from './types.ts'
import { comparable, plain } from './words.ts'

/** Words of part and grade in a phrase, in the order of the table. */
export const scopeWordsOf = (words: string): readonly string[] => SCOPE_WORDS.filter((w) => words.includes(w))

/**
 * The identity that needs no dictionary: the words themselves in comparable form. It never claims to know an indicator, so that likeness of
 * words decides; what names a part or a grade (城镇, 规上, 省级) is a qualifier.
 */
export const plainIdentity: IndicatorIdentity = (words, { scope }) => {
  const form = comparable(words)
  const part = scope === undefined ? [] : [plain(scope)]
  return { id: `w:${form}`, known: false, qualifiers: [...new Set([...scopeWordsOf(form), ...part])] }
}
