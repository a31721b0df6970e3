import type { Instant } from '@jiannuo/kernel'

const EIGHT_HOURS = 28_800_000
const DAY = 86_400_000

// Fixed lengths, not calendar months: a window only has to be narrow enough, and the database must reckon it alike.
const LENGTHS = [
  ['d', DAY],
  ['w', 7 * DAY],
  ['m', 30 * DAY],
  ['y', 365 * DAY],
] as const

/**
 * Words by which a text is found in a stretch of time: the day, week, month and year it was opened in, and one for all
 * time. No word of a text begins with their sign. `jn_search_windows` reckons the same.
 */
export const windowWords = (district: string, at: Instant): string[] => [
  ...LENGTHS.map(([name, length]) => `~${district}/${name}${Math.trunc((at + EIGHT_HOURS) / length)}`),
  `~${district}/1`,
]
