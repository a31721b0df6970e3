import type { Instant } from '@jiannuo/kernel'

const EIGHT_HOURS = 28_800_000
const DAY = 86_400_000

// Each four times as long as the one before: looking in wider and wider windows, little is fetched in vain.
const DAYS = [1, 4, 16, 64, 256] as const

/** What words of a text are looked for: those of its own, and the units and stretches of time that it belongs to. */
export interface Searched {
  readonly district: string
  readonly openedAt: Instant
  /** Cut by `segment` and joined by blanks. */
  readonly words: string
  readonly sees: readonly string[]
}

/**
 * All words that a text is found by, each once. Units and times stand among them with a sign before them that no word of a text
 * begins with; `jn_search_windows` and `jn_search_units` reckon the same.
 */
export function searchWords({ district, openedAt, words, sees }: Searched): readonly string[] {
  const own = words.split(/\s/u).filter((word) => word !== '' && !/^[@~]/.test(word))
  return [...new Set([...own, ...sees.map((unit) => `@${unit}`), ...windowWords(district, openedAt)])]
}

/** The stretches of time that a moment lies in. */
export const windowWords = (district: string, at: Instant): readonly string[] => [
  ...DAYS.map((days) => `~${district}/${days}.${Math.trunc((at + EIGHT_HOURS) / (DAY * days))}`),
  `~${district}/all.1`,
]
