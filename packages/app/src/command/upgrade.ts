import { migrateRecord } from '@jiannuo/engine'
import { freshKey } from '../office/ids.ts'
import type { Office } from '../office/office.ts'
import { administers, type Session } from '../organisation/session.ts'
import { type Performed, refusal } from './command.ts'
import { contextAt } from './decide.ts'
import { writeNote } from './note.ts'

/**
 * Takes an open record to the newest version of its definition, by the steps that the versions name. Nothing else does: a record stays on
 * the version it began with.
 *
 * @returns what was done, or `app/not-administrator`, `app/no-record`, a refusal of the engine, `app/busy`
 */
export async function upgradeRecord(
  office: Office,
  session: Session,
  record: string,
  key: string = freshKey(),
): Promise<Performed> {
  if (!administers(session)) return refusal('app/not-administrator', { action: 'migrate', record })
  return writeNote(office, session, record, key, {
    decide: ({ machine }, state, view) => {
      const newest = office.machines.kit(state.machine)?.machine ?? machine
      return migrateRecord(newest, state, contextAt(office, view, state.machine, office.now()), session.actor)
    },
    lookups: (lookups) => lookups,
    erased: [],
  })
}
