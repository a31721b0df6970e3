import { describeQuantity } from '@jiannuo/kernel'
import type { Statement } from '@jiannuo/reader'

const LONGEST = 40

/** Words at the head of a task that say only when or how firmly: they go, the verb stays. */
const LEADING =
  /^(?:力争|确保|努力|积极|大力|深入|全力|全面|持续|加快|着力|扎实|稳步|进一步|充分|到?\d{4}年(?:底前|底|内)?|年底前|年内|全年|今年)+/

/** At most 40 characters, cut with a sign when longer. */
export const short = (words: string): string => (words.length <= LONGEST ? words : `${words.slice(0, LONGEST - 1)}…`)

/** The amount with its bound; what is written inside the span (以上, 超) and what stands outside (不少于) come out alike. */
function amount(statement: Statement): string {
  const { value, unit, comparator } = statement
  const plain = typeof value === 'number' ? Math.abs(value) : value
  return describeQuantity({ value: plain, unit, comparator })
}

function change(statement: Statement): string {
  const { value } = statement
  const fall = typeof value === 'number' ? value < 0 : Math.max(...value) < 0
  return `${statement.indicator}${fall ? CHANGE.fall : CHANGE.rise}${amount(statement)}`
}

/** The few words that join indicator and amount in a title; they are the trade's own, as a table of data. */
const CHANGE = { rise: '增长', fall: '下降', reach: '达到', add: '新增', less: '减少' } as const

/** A short wording of a statement for lists: 新增城镇就业2.4万人以上, 地区生产总值增长6%左右. */
export function titleOf(statement: Statement): string {
  const { indicator, action, kind } = statement
  const negative = typeof statement.value === 'number' && statement.value < 0
  if (kind === 'rate') return short(change(statement))
  // a rank in the text's own words: 首家 counts no firms
  if (kind === 'rank') return short(`${indicator}${statement.quote}`)
  if (kind === 'share' || kind === 'multiple') return short(`${indicator}${CHANGE.reach}${amount(statement)}`)
  const verb = kind === 'increase' && negative ? CHANGE.less : (action ?? (kind === 'increase' ? CHANGE.add : ''))
  return short(
    `${indicator.startsWith(verb) || indicator.includes(CHANGE.add) ? '' : verb}${indicator}${amount(statement)}`,
  )
}

/** A short wording of a task: its own words without what stands before the verb. */
export function taskTitle(words: string): string {
  const bare = words.replace(LEADING, '').trim()
  return short(bare === '' ? words : bare)
}
