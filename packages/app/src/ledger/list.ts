import type { RecordState } from '@jiannuo/engine'
import type { RecordFilter } from '@jiannuo/store'
import type { Office } from '../office/office.ts'
import type { Session } from '../organisation/session.ts'
import { readableStates, readsMachine } from '../reading/seen.ts'

/** Which records of one machine are meant. Every part narrows; facets are `field=value`, one of each group must hold. */
export interface Selection {
  readonly facets?: readonly (readonly string[])[]
  readonly states?: readonly string[]
  readonly leads?: readonly string[]
  readonly open?: boolean
}

const PAGE = 1000

/**
 * Every record of a machine that the session may read and the selection means, whole, in the order of their opening.
 *
 * @param most stops after so many
 */
export async function selectRecords(
  office: Office,
  session: Session,
  machine: string,
  selection: Selection = {},
  most = Number.POSITIVE_INFINITY,
): Promise<readonly RecordState[]> {
  const kit = office.machines.kit(machine)
  if (kit === undefined || !readsMachine(kit, session)) return []
  const view = await office.districts.view(session.district)
  const found: RecordState[] = []
  for (let after: string | undefined; found.length < most; ) {
    const limit = Math.min(PAGE, most - found.length)
    const filter: RecordFilter = { machine, order: 'newest', limit, ...selection, ...(after ? { after } : {}) }
    const listed = await office.store.listWhole(session.scope, filter)
    found.push(...(await readableStates(office, session, view, listed, () => kit)))
    after = listed.length < limit ? undefined : listed.at(-1)?.row.key
    if (after === undefined) break
  }
  return found.sort((a, b) => a.openedAt - b.openedAt || (a.id < b.id ? -1 : 1)).slice(0, most)
}
