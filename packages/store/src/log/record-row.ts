import { hash } from 'node:crypto'
import type { RecordState } from '@jiannuo/engine'
import type { Instant } from '@jiannuo/kernel'
import type { RecordRow } from '../api.ts'
import { byteOrder } from '../byte-order.ts'
import { EVERY_UNIT } from '../scope.ts'
import { normalText } from '../search/segment.ts'
import { searchWords } from '../search/search-words.ts'
import { holdable } from './json-text.ts'

/** Due moment of a record on which no clock runs: sorts behind every other, and is still an exact whole number. */
export const NEVER = Number.MAX_SAFE_INTEGER

/** A record's columns as `jn_put_record` takes them. */
export interface RecordColumns {
  readonly machine: string
  readonly stands: string
  readonly lead: string | null
  readonly area: string | null
  readonly category: string
  readonly title: string
  readonly opened_at: Instant
  readonly closed_at: Instant | null
  readonly due_at: number
  readonly due_clock: string | null
  readonly urging: string | null
  readonly rounds: number
  /** Digests of the passage, and of what else the search and the look-ups hold: they are only written when it changes. */
  readonly found: string
  readonly sees: readonly string[]
  readonly facets: readonly string[] | null
  readonly words: readonly string[]
  readonly text: string
  readonly lookups: readonly string[]
}

const digest = (...parts: readonly string[]): string => hash('sha1', parts.join('\n'), 'base64url')

/** The units that see a record, as its column has them. */
export const seersOf = (row: RecordRow): readonly string[] => [EVERY_UNIT, ...new Set(row.sees)]

// An index holds no text of any length. Two values that begin with the same so many characters count as one.
const MOST_FACET = 200

/** Facets as they are kept, in the order of their bytes, and as they are looked for. */
export const facetTexts = (facets: readonly string[]): readonly string[] =>
  [...new Set(facets.map((facet) => holdable(facet.slice(0, MOST_FACET))))].sort(byteOrder)

/** The columns of a record. */
export function columnsOf(state: RecordState, row: RecordRow): RecordColumns {
  const sees = seersOf(row)
  const found = `${digest(row.text)} ${digest(row.words, sees.join(' '), row.lookups.join(' '), String(state.openedAt))}`
  return {
    machine: state.machine,
    stands: state.state,
    lead: state.lead ?? null,
    area: state.area ?? null,
    category: row.category,
    title: row.title,
    opened_at: state.openedAt,
    closed_at: state.closedAt ?? null,
    due_at: row.dueAt ?? NEVER,
    due_clock: row.dueClock ?? null,
    urging: state.urging ?? null,
    rounds: state.rounds.length,
    found,
    sees,
    facets: row.facets === undefined || row.facets.length === 0 ? null : facetTexts(row.facets),
    words: searchWords({ district: state.district, openedAt: state.openedAt, words: row.words, sees }),
    text: normalText(row.text),
    lookups: [...new Set(row.lookups)],
  }
}
