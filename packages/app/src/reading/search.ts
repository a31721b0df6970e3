import type { Result } from '@jiannuo/kernel'
import type { RecordListed, SearchFilter } from '@jiannuo/store'
import type { Kit } from '../office/machines.ts'
import type { Office } from '../office/office.ts'
import { refuse } from '../office/problem.ts'
import type { Session } from '../organisation/session.ts'
import { type InboxRow, inboxRow } from './inbox.ts'
import { readableRows, readsMachine } from './seen.ts'

const MOST = 100

/** A record that was found, and of which machine it is. */
export interface FoundRow extends InboxRow {
  readonly machine: string
}

/**
 * Records in sight that hold the words, newest first; without `machine`, of every machine that the session reads.
 *
 * @returns the rows, or `app/no-machine`
 */
export async function search(
  office: Office,
  session: Session,
  { query, machine, limit }: Omit<SearchFilter, 'limit'> & { readonly limit?: number },
): Promise<Result<readonly FoundRow[]>> {
  if (machine !== undefined && office.machines.kit(machine) === undefined) return refuse('app/no-machine', { machine })
  const most = Math.min(Math.max(limit ?? 20, 1), MOST)
  const kits = office.machines.ids.flatMap((id) => {
    const kit = office.machines.kit(id)
    return kit !== undefined && (machine === undefined || id === machine) && readsMachine(kit, session) ? [kit] : []
  })
  if (query.trim() === '' || kits.length === 0) return { ok: true, value: [] }
  const found = await Promise.all(kits.map((kit) => searchMachine(office, session, kit, query, most)))
  return { ok: true, value: found.flat().slice(0, most) }
}

async function searchMachine(
  office: Office,
  session: Session,
  kit: Kit,
  query: string,
  limit: number,
): Promise<readonly FoundRow[]> {
  const { id } = kit.machine
  const view = await office.districts.view(session.district)
  const rows: readonly RecordListed[] = await office.store.search(session.scope, { query, machine: id, limit })
  const readable = await readableRows(office, session, view, rows, () => kit)
  return readable.map((row) => ({ ...inboxRow(office, kit, view, row), machine: id }))
}
