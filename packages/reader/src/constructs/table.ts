import { CN_DIGIT, DIGIT, ORDINAL, WORD } from '../text/chars.ts'
import { chineseQuantity } from './chinese-quantity.ts'
import { arabicDate, chineseDate } from './date.ts'
import { fraction, half, oneHalf, tenths } from './fraction.ts'
import { formulaName, identifier } from './name.ts'
import { arabicQuantity } from './quantity.ts'
import { first, ordinalNumber, topN } from './rank.ts'
import { ratioOrSlash } from './ratio.ts'
import type { Construct } from './token.ts'

/**
 * The one table of constructs: which ways of writing a number may begin at a character of each class, in order of precedence.
 * A new way is a file of its own and a line here (CONTRIBUTING.md, recipe "add a construct").
 */
export const CONSTRUCTS: Readonly<Record<number, readonly Construct[]>> = {
  [DIGIT]: [topN, formulaName, arabicDate, identifier, ratioOrSlash, arabicQuantity],
  [CN_DIGIT]: [topN, chineseDate, tenths, fraction, oneHalf, chineseQuantity],
  [ORDINAL]: [ordinalNumber, first],
  [WORD]: [half],
}
