import type { RecordListed, Scope, SearchFilter } from '../api.ts'
import type { Database } from '../database/connection.ts'
import { holdable } from '../log/json-text.ts'
import { LISTED, type ListedRow, listedOf } from '../read/listed.ts'
import { settingsOf } from '../scope.ts'
import { normalText, queryWords } from './segment.ts'

const MOST_ROWS = 200
/** Words of a query that are looked for; the rest of a long one is left out. */
const MOST_WORDS = 12
/** Characters of a passage; a single one has no neighbour. */
const SHORTEST = 2
const LONGEST = 60

// The order is the function's; the records are read under the caller's own policies once more.
const TEXT = `
  select ${LISTED} from jn_search($2, $3, $4, $5, $6) f join record r on r.district = $1 and r.id = f.record order by f.rank`

/** A query in the forms that are tried one after the other. */
export interface SearchQuery {
  /** All words. */
  readonly every: string | null
  /** Any of them. */
  readonly some: string | null
  /** The text itself. */
  readonly passage: string | null
}

/** What is looked for. */
export function searchQuery(query: string): SearchQuery {
  const words = queryWords(holdable(query)).slice(0, MOST_WORDS).map(lexeme)
  const passage = normalText(holdable(query)).trim()
  return {
    every: words.length > 0 ? words.join(' & ') : null,
    some: words.length > 1 ? words.join(' | ') : null,
    passage: Array.from(passage).length >= SHORTEST && passage.length <= LONGEST ? passage : null,
  }
}

const lexeme = (word: string): string => `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`

/**
 * Records found by words, newest first: those that have all words, else those whose text holds the query as a passage, else
 * those with any of the words, best first.
 */
export async function searchRecords(
  database: Database,
  scope: Scope,
  filter: SearchFilter,
): Promise<readonly RecordListed[]> {
  const { every, some, passage } = searchQuery(filter.query)
  if (every === null && passage === null) return []
  const { rows } = await database.once<ListedRow>('app', settingsOf(scope), TEXT, [
    scope.district,
    every,
    some,
    passage,
    filter.machine ?? null,
    Math.max(1, Math.min(MOST_ROWS, Math.trunc(filter.limit))),
  ])
  return rows.map((row) => listedOf(row, 'newest'))
}
