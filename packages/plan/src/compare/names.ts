import { compareNames } from './names.zh.ts'
import type { Figure } from './types.ts'

/** Qualifiers for people; none at all is said too. */
export const scopeName = ({ indicator }: Figure): string =>
  indicator.qualifiers.length === 0 ? compareNames.noScope : indicator.qualifiers.join('')
