import { isInstant, type Instant } from '@jiannuo/kernel'
import type { RecordListed } from '../api.ts'

/** Columns of a list, in the words of the table `r`. */
export const LISTED =
  'r.id, r.title, r.category, r.stands, r.lead, r.area, r.opened_at, r.closed_at, r.due_at, r.due_clock, r.urging, r.rounds'

/** A row of a list as it comes from the database. */
export interface ListedRow {
  readonly id: string
  readonly title: string
  readonly category: string
  readonly stands: string
  readonly lead: string | null
  readonly area: string | null
  readonly opened_at: Instant
  readonly closed_at: Instant | null
  readonly due_at: number
  readonly due_clock: string | null
  readonly urging: string | null
  readonly rounds: number
}

/** By what a list is ordered: records due next first, or newest first. */
export type ListOrder = 'due' | 'newest'

/** A row of a list. */
export const listedOf = (row: ListedRow, order: ListOrder): RecordListed => ({
  id: row.id,
  title: row.title,
  category: row.category,
  state: row.stands,
  openedAt: row.opened_at,
  rounds: row.rounds,
  key: `${order === 'due' ? row.due_at : row.opened_at}.${row.id}`,
  ...(row.lead === null ? {} : { lead: row.lead }),
  ...(row.area === null ? {} : { area: row.area }),
  ...(row.closed_at === null ? {} : { closedAt: row.closed_at }),
  ...(isInstant(row.due_at) ? { dueAt: row.due_at } : {}),
  ...(row.due_clock === null ? {} : { dueClock: row.due_clock }),
  ...(row.urging === null ? {} : { urging: row.urging }),
})

/** The moment and the id that a key of a list holds; nothing when it is not one of ours. */
export function readKey(key: string): readonly [at: number, id: string] | undefined {
  const dot = key.indexOf('.')
  const at = Number(key.slice(0, dot))
  return dot > 0 && Number.isSafeInteger(at) ? [at, key.slice(dot + 1)] : undefined
}
