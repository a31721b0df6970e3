import type { Entry, Event, RecordState } from '@jiannuo/engine'
import type { ReplayRules } from '../api.ts'
import { type ReadingRow, readingRows } from '../log/readings.ts'
import { seersOf } from '../log/record-row.ts'

// A record is seen by lead, co-handlers, area, those who opened it, and all units above them (`RecordRow.sees`): what can change these.
const MOVING: readonly Event['type'][] = ['opened', 'assigned', 'released', 'migrated']

/**
 * The readings of a record's entries, once more, each with the units that saw the record then. The record is replayed up to an
 * entry only where others may have come to see it since the last one.
 *
 * @param state the record as of its last entry
 */
export function readAgain(
  rules: Pick<ReplayRules, 'replay' | 'row'>,
  state: RecordState,
  entries: readonly Entry[],
): readonly ReadingRow[] {
  const { district, id } = state
  const rows: ReadingRow[] = []
  let sees: readonly string[] | undefined
  for (const [index, entry] of entries.entries()) {
    if (entry.events.some(({ type }) => MOVING.includes(type))) sees = undefined
    if (!entry.events.some(({ type }) => type === 'read')) continue
    if (sees === undefined) {
      const then = index + 1 === entries.length ? state : rules.replay(district, id, entries.slice(0, index + 1))
      sees = seersOf(rules.row(then ?? state))
    }
    rows.push(...readingRows(id, entry, sees))
  }
  return rows
}
