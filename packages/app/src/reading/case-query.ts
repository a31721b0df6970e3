import { type Instant, instant, instantOfDay, localDayNumber } from '@jiannuo/kernel'
import type { CountFilter, RecordFilter } from '@jiannuo/store'
import type { DistrictView } from '../office/district-view.ts'
import type { Kit } from '../office/machines.ts'
import type { Office } from '../office/office.ts'
import type { Session } from '../organisation/session.ts'
import { leadsOf } from './inbox.ts'
import { waitingFor } from './waiting.ts'

/** When what is listed falls due: past already, later today, or within seven days. */
export type DueWindow = 'overdue' | 'today' | 'week'

/** What of a machine's records a list shows. Every part narrows. */
export interface CaseQuery {
  readonly machine: string
  /** What waits for the session to move it on; else everything in sight. */
  readonly mine?: boolean
  /** Open ones unless said. */
  readonly show?: 'open' | 'closed' | 'all'
  readonly states?: readonly string[]
  /** Led by this unit or one below it. */
  readonly lead?: string
  /** Lying in this area or one below it. */
  readonly area?: string
  readonly category?: string
  /** `field=value` texts: of every group at least one. */
  readonly facets?: readonly (readonly string[])[]
  readonly due?: DueWindow
  /** Words to find, or a record's number; gives one page and no counts. */
  readonly words?: string
  readonly newest?: boolean
  /** Rows of a page; 50 unless said, at most 200. */
  readonly limit?: number
  readonly after?: string
}

const WEEK = 7

const DAY_MINUTES = 1440

/** Right behind the end of the day that is so many days from now: what is due at 24:00 belongs to its day. */
export function behindDay(office: Office, days = 0): Instant {
  const { utcOffset } = office.calendar
  return instant(instantOfDay(localDayNumber(office.now(), utcOffset) + days, DAY_MINUTES, utcOffset) + 1)
}

/** What is asked of the store, whether rows or counts are wanted. */
export function countFilter(
  office: Office,
  kit: Kit,
  session: Session,
  { tree }: DistrictView,
  query: CaseQuery,
): CountFilter {
  const { mine, show = 'open', lead, area, category, facets, due } = query
  const waiting = mine === true ? waitingFor(kit, session, tree) : undefined
  const states = waiting === undefined ? query.states : among(waiting.states, query.states)
  return {
    machine: kit.machine.id,
    ...(show === 'all' && mine !== true && due === undefined ? {} : { open: show !== 'closed' }),
    ...(states === undefined ? {} : { states }),
    ...leadsOf(lead === undefined ? undefined : tree.below(lead), waiting?.leads),
    ...(area === undefined ? {} : { area: tree.below(area) }),
    ...(category === undefined ? {} : { category }),
    ...(facets === undefined || facets.length === 0 ? {} : { facets }),
    ...(due === undefined ? {} : { dueBefore: dueBefore(office, due) }),
  }
}

const among = (all: readonly string[], asked: readonly string[] | undefined): readonly string[] =>
  asked === undefined ? all : all.filter((one) => asked.includes(one))

const dueBefore = (office: Office, due: DueWindow): Instant =>
  due === 'overdue' ? office.now() : behindDay(office, due === 'today' ? 0 : WEEK)

/** A page of the list as the store is asked for it. What is due from now on begins behind all that was due before. */
export function pageFilter(
  office: Office,
  kit: Kit,
  filter: CountFilter,
  query: CaseQuery,
): Omit<RecordFilter, 'limit'> {
  const { newest, due, after, show = 'open', mine } = query
  const hasClocks = Object.keys(kit.machine.clocks).length > 0
  const byDue = due !== undefined || (hasClocks && newest !== true && (show === 'open' || mine === true))
  const from = after ?? (due === undefined || due === 'overdue' ? undefined : `${office.now()}.`)
  return { ...filter, order: byDue ? 'due' : 'newest', ...(from === undefined ? {} : { after: from }) }
}
