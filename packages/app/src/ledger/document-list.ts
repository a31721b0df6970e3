import type { RecordState } from '@jiannuo/engine'
import type { Office } from '../office/office.ts'
import type { Session } from '../organisation/session.ts'
import { flagField } from './fields.ts'
import { selectRecords } from './list.ts'
import { DOCUMENTS } from './machines.ts'
import { proposalsIn } from './proposals.ts'
import { readingOf } from './stored-reading.ts'

/** A document with how many of its proposals nobody has decided yet. */
export interface ListedDocument {
  readonly state: RecordState
  readonly open: number
}

const MOST = 200
/** Proposals are counted for so many of the district's newest own documents; older ones have long been worked through. */
const COUNTED = 20

/** Documents in sight, the newest first. */
export async function documentsOf(office: Office, session: Session): Promise<readonly ListedDocument[]> {
  const states = (await selectRecords(office, session, DOCUMENTS, {}, MOST)).toReversed()
  const own = states.filter(({ fields }) => flagField(fields, 'own')).slice(0, COUNTED)
  const open = new Map<string, number>()
  for (const state of own) {
    const document = await readingOf(office, session, state)
    open.set(state.id, document.ok ? (await proposalsIn(office, session, document.value)).open : 0)
  }
  return states.map((state) => ({ state, open: open.get(state.id) ?? 0 }))
}

/** Proposals of the district's own documents that wait for somebody. */
export async function openDocumentsWaiting(office: Office, session: Session): Promise<number> {
  const documents = await documentsOf(office, session)
  return documents.reduce((sum, { open }) => sum + open, 0)
}
