import {
  daysInMonth,
  dayNumber,
  type Instant,
  instantOf,
  localDate,
  type PlainDate,
  plainDate,
  type Result,
  addDays,
} from '@jiannuo/kernel'
import { type BoardFigure, figureBoard } from '../figures/board.ts'
import type { Office } from '../office/office.ts'
import { refuse } from '../office/problem.ts'
import type { Session } from '../organisation/session.ts'
import { type CaseColumn, caseList, type CaseRow, listColumns } from '../reading/case-list.ts'
import type { CaseQuery } from '../reading/case-query.ts'

/** Which meeting: the week or the month that a day lies in. */
export interface MeetingOf {
  readonly machine: string
  readonly span: 'week' | 'month'
  /** A day of it. */
  readonly on: PlainDate
}

/** What a weekly round or a monthly meeting goes through. */
export interface Meeting {
  readonly machine: string
  readonly title: string
  readonly noun: string
  readonly district: string
  readonly unit: string
  readonly span: 'week' | 'month'
  /** First and last day. */
  readonly from: PlainDate
  readonly to: PlainDate
  readonly asOf: PlainDate
  readonly columns: readonly CaseColumn[]
  readonly figures: readonly BoardFigure[]
  /** Open and past due, the longest first. */
  readonly overdue: readonly CaseRow[]
  /** Open, not past due: those that came in during the span first marked by `isNew`. */
  readonly open: readonly CaseRow[]
  readonly isNew: (row: CaseRow) => boolean
  /** Closed in the span. */
  readonly closed: readonly CaseRow[]
  /** There is more than the sheet holds. */
  readonly cut: boolean
}

/** Rows that a meeting can go through. */
const MOST = 1000
/** Closed rows that are looked through for those of the span. */
const LOOKED = 2000
const PAGE = 200

const MONDAY = 3

/** First and last day of the week (Monday to Sunday) or month that a day lies in. */
export function spanOf({ span, on }: Pick<MeetingOf, 'span' | 'on'>): {
  readonly from: PlainDate
  readonly to: PlainDate
} {
  if (span === 'week') {
    // The first of January 1970, day 0, was a Thursday.
    const from = addDays(on, -((((dayNumber(on) + MONDAY) % 7) + 7) % 7))
    return { from, to: addDays(from, 6) }
  }
  const [year, month] = [Number(on.slice(0, 4)), Number(on.slice(5, 7))]
  return { from: plainDate(year, month, 1), to: plainDate(year, month, daysInMonth(year, month)) }
}

async function rowsOf(
  office: Office,
  session: Session,
  query: CaseQuery,
  most: number,
): Promise<Result<{ readonly rows: readonly CaseRow[]; readonly cut: boolean }>> {
  const rows: CaseRow[] = []
  for (let after: string | undefined; ; ) {
    const page = await caseList(office, session, { ...query, limit: PAGE, ...(after === undefined ? {} : { after }) })
    if (!page.ok) return page
    rows.push(...page.value.rows)
    after = page.value.next
    if (after === undefined || rows.length >= most)
      return { ok: true, value: { rows: rows.slice(0, most), cut: after !== undefined } }
  }
}

/**
 * The sheet of a meeting, of what the session may see: the figures of the month, what is overdue, what is open, what was closed in the span.
 *
 * @returns the sheet, or what `figureBoard` and `caseList` refuse
 */
export async function meetingOf(office: Office, session: Session, of: MeetingOf): Promise<Result<Meeting>> {
  const { machine, span } = of
  const kit = office.machines.kit(machine)
  if (kit === undefined) return refuse('app/no-machine', { machine })
  const { from, to } = spanOf(of)
  const { utcOffset } = office.calendar
  const month = from.slice(0, 7)
  const board = await figureBoard(office, session, { machine, from: month, to: to.slice(0, 7) })
  if (!board.ok) return board
  const open = await rowsOf(office, session, { machine }, MOST)
  if (!open.ok) return open
  const closed = await rowsOf(office, session, { machine, show: 'closed', newest: true }, LOOKED)
  if (!closed.ok) return closed
  const begin = instantOf(from, 0, utcOffset)
  const end = instantOf(to, 1440, utcOffset)
  const within = (at: Instant | undefined): boolean => at !== undefined && at >= begin && at < end
  const view = await office.districts.view(session.district)
  const units = [...new Set(session.posts.map((post) => post.unit))]
  return {
    ok: true,
    value: {
      machine,
      title: kit.machine.title,
      noun: kit.machine.noun,
      district: view.tree.name(session.district),
      unit: view.tree.name(units[0] ?? session.district),
      span,
      from,
      to,
      asOf: localDate(office.now(), utcOffset),
      columns: listColumns(kit),
      figures: board.value.figures.filter(({ figure }) => figure.value !== undefined),
      overdue: open.value.rows.filter((row) => row.overdue),
      open: open.value.rows.filter((row) => !row.overdue),
      isNew: (row) => within(row.openedAt),
      closed: closed.value.rows.filter((row) => within(row.closedAt)),
      cut: open.value.cut,
    },
  }
}
