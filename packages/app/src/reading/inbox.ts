import type { Instant, Result } from '@jiannuo/kernel'
import type { RecordFilter, RecordListed } from '@jiannuo/store'
import type { DistrictView } from '../office/district-view.ts'
import type { Kit } from '../office/machines.ts'
import type { Office } from '../office/office.ts'
import { refuse } from '../office/problem.ts'
import type { Session } from '../organisation/session.ts'
import { readableRows, readsMachine } from './seen.ts'
import { waitingFor } from './waiting.ts'
import { choiceTitle } from './words.ts'

/** What an inbox shows. Every part narrows. */
export interface InboxFilter {
  readonly machine: string
  /** What waits for one of the session's roles to move it on; else everything in sight. */
  readonly mine?: boolean
  readonly open?: boolean
  readonly states?: readonly string[]
  /** Led by this unit or one below it. */
  readonly unit?: string
  /** Lying in this area or one below it. */
  readonly area?: string
  readonly category?: string
  /** Due before this moment. */
  readonly dueBefore?: Instant
  readonly openedFrom?: Instant
  readonly openedTo?: Instant
  /** The most urgent first, unless `newest`. */
  readonly order?: 'due' | 'newest'
  /** Rows of a page; 50 unless said, at most 200. */
  readonly limit?: number
  /** Key given with the page before. */
  readonly after?: string
}

/** A line of an inbox, in words. */
export interface InboxRow {
  readonly id: string
  readonly title: string
  readonly category: string
  readonly state: string
  readonly stateTitle: string
  readonly lead?: string
  readonly leadName?: string
  readonly area?: string
  readonly areaName?: string
  readonly openedAt: Instant
  readonly closedAt?: Instant
  readonly dueAt?: Instant
  readonly dueClock?: string
  /** Past due and still open. */
  readonly overdue: boolean
  readonly urging?: string
  readonly rounds: number
}

/** A page of an inbox. It may be short, and still have a next one. */
export interface InboxPage {
  readonly rows: readonly InboxRow[]
  readonly next?: string
}

const PAGE = 50
const LONGEST_PAGE = 200

/**
 * Records in sight, the most urgent first, without anything personal.
 *
 * @returns a page, or `app/no-machine`, `app/no-unit`
 */
export async function inbox(office: Office, session: Session, filter: InboxFilter): Promise<Result<InboxPage>> {
  const kit = office.machines.kit(filter.machine)
  if (kit === undefined) return refuse('app/no-machine', { machine: filter.machine })
  const view = await office.districts.view(session.district)
  for (const unit of [filter.unit, filter.area])
    if (unit !== undefined && view.tree.unit(unit) === undefined) return refuse('app/no-unit', { unit })
  if (!readsMachine(kit, session)) return { ok: true, value: { rows: [] } }
  const limit = Math.min(Math.max(filter.limit ?? PAGE, 1), LONGEST_PAGE)
  const asked = storeFilter(kit, session, view, filter)
  if (asked.states?.length === 0) return { ok: true, value: { rows: [] } }
  const listed = await office.store.list(session.scope, { ...asked, limit })
  const rows = await readableRows(office, session, view, listed, () => kit)
  const last = listed.length < limit ? undefined : listed.at(-1)
  const page = rows.map((row) => inboxRow(office, kit, view, row))
  return { ok: true, value: last === undefined ? { rows: page } : { rows: page, next: last.key } }
}

function storeFilter(
  kit: Kit,
  session: Session,
  { tree }: DistrictView,
  { mine, unit, area, limit: _limit, order = 'due', states, ...rest }: InboxFilter,
): Omit<RecordFilter, 'limit'> {
  const waiting = mine === true ? waitingFor(kit, session, tree) : undefined
  const wanted = waiting === undefined ? states : waiting.states.filter((state) => states?.includes(state) ?? true)
  return {
    ...rest,
    order,
    ...(mine === true ? { open: true } : {}),
    ...(wanted === undefined ? {} : { states: wanted }),
    ...leadsOf(unit === undefined ? undefined : tree.below(unit), waiting?.leads),
    ...(area === undefined ? {} : { area: tree.below(area) }),
  }
}

/** Units of both lists, where both are given. */
export function leadsOf(
  asked: readonly string[] | undefined,
  waiting: readonly string[] | undefined,
): { readonly leads?: readonly string[] } {
  if (asked === undefined) return waiting === undefined ? {} : { leads: waiting }
  return { leads: waiting === undefined ? asked : asked.filter((unit) => waiting.includes(unit)) }
}

/** A row of the store in words. */
export function inboxRow(office: Office, kit: Kit, view: DistrictView, row: RecordListed): InboxRow {
  const { key: _key, state, category, ...rest } = row
  const { machine } = kit
  const now = office.now()
  return {
    ...rest,
    state,
    stateTitle: machine.states[state]?.title ?? state,
    category: choiceTitle(kit, view, machine.categoryField, category, now),
    ...(row.lead === undefined ? {} : { leadName: view.tree.name(row.lead) }),
    ...(row.area === undefined ? {} : { areaName: view.tree.name(row.area) }),
    overdue: row.closedAt === undefined && row.dueAt !== undefined && row.dueAt < now,
  }
}
