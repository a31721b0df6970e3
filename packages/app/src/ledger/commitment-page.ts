import type { RecordState } from '@jiannuo/engine'
import type { RecordFilter } from '@jiannuo/store'
import type { Office } from '../office/office.ts'
import type { Session } from '../organisation/session.ts'
import { search } from '../reading/search.ts'
import { readableStates, readsMachine } from '../reading/seen.ts'
import type { Selection } from './list.ts'
import { textField } from './fields.ts'
import { COMMITMENTS } from './machines.ts'
import { type LightCounts, lightCounts } from './overview.ts'

/** What of the ledger a page shows. */
export interface LedgerQuery extends Selection {
  /** Words to find; a search gives one page, the best first, and no counts. */
  readonly words?: string
  readonly after?: string
  /** Rows of the page, 50 unless said, 200 at most. */
  readonly limit?: number
}

/** A page of the ledger, the newest first. */
export interface LedgerPage {
  readonly rows: readonly RecordState[]
  /** Where the next page goes on; absent behind the last. */
  readonly next?: string
  /** Of the whole selection, on its first page. */
  readonly lights?: LightCounts
  readonly total?: number
}

const MOST = 200
const PAGE = 50

/** A page of the ledger with the lights of the whole selection, of what the session may see. */
export async function ledgerPage(office: Office, session: Session, query: LedgerQuery): Promise<LedgerPage> {
  const { words, after, limit = PAGE, ...selection } = query
  const kit = office.machines.kit(COMMITMENTS)
  if (kit === undefined || !readsMachine(kit, session)) return { rows: [], total: 0 }
  if (words !== undefined && words.trim() !== '') return found(office, session, words, selection)
  const most = Math.min(Math.max(limit, 1), MOST)
  const filter: RecordFilter = { machine: COMMITMENTS, order: 'newest', limit: most, ...selection }
  const [listed, counted] = await Promise.all([
    office.store.listWhole(session.scope, after === undefined ? filter : { ...filter, after }),
    after === undefined ? countsOf(office, session, selection) : undefined,
  ])
  const view = await office.districts.view(session.district)
  const states = await readableStates(office, session, view, listed, () => kit)
  const next = listed.length < most ? undefined : listed.at(-1)?.row.key
  return { rows: states, ...(next === undefined ? {} : { next }), ...counted }
}

async function countsOf(office: Office, session: Session, selection: Selection): Promise<Partial<LedgerPage>> {
  const [lights, states] = await Promise.all([
    lightCounts(office, session, selection),
    office.store.counts(session.scope, { machine: COMMITMENTS, ...selection }, 'state'),
  ])
  return { lights, total: states.reduce((sum, { count }) => sum + count, 0) }
}

async function inOrder(office: Office, session: Session, ids: readonly string[]): Promise<readonly RecordState[]> {
  const states = new Map((await office.store.records(session.scope, ids)).map((state) => [state.id, state]))
  return ids.flatMap((id) => states.get(id) ?? [])
}

const matches = (state: RecordState, { facets = [], states, leads }: Selection): boolean =>
  facets.every((group) =>
    group.some((facet) => {
      const at = facet.indexOf('=')
      const value = state.fields[facet.slice(0, at)]
      return (typeof value === 'string' || typeof value === 'number') && String(value) === facet.slice(at + 1)
    }),
  ) &&
  (states === undefined || states.includes(state.state)) &&
  (leads === undefined || leads.includes(state.lead ?? textField(state.fields, 'leadUnit') ?? ''))

async function found(office: Office, session: Session, words: string, selection: Selection): Promise<LedgerPage> {
  const rows = await search(office, session, { query: words, machine: COMMITMENTS, limit: 100 })
  if (!rows.ok) return { rows: [] }
  const states = await inOrder(
    office,
    session,
    rows.value.map(({ id }) => id),
  )
  return { rows: states.filter((state) => matches(state, selection)) }
}
