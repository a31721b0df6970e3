import type { RecordState } from '@jiannuo/engine'
import { addDays, instant, localDate, type PlainDate, plainDate, yearOf } from '@jiannuo/kernel'
import { dueOfPeriod, pace, returnDue } from '@jiannuo/plan'
import type { Office } from '../office/office.ts'
import type { Session } from '../organisation/session.ts'
import { judgingAt } from './assess.ts'
import { type LightTurn, lightTurns } from './light-changes.ts'
import { selectRecords, type Selection } from './list.ts'
import { COMMITMENTS, RETURNS } from './machines.ts'
import { FOLLOWED, type GroupLights, type LedgerOverview, ledgerOverview, lightsBy } from './overview.ts'

/** The ledger of a year as a leader sees it: where it stands, what changed, what is due, who has not reported. */
export interface YearOverview extends LedgerOverview {
  readonly year: number
  /** Years that the ledger holds, the newest first. */
  readonly years: readonly number[]
  readonly today: PlainDate
  /** 时序进度 of the year, share of one. */
  readonly pace: number
  /** By chapter of the plan, in order of size. */
  readonly chapters: readonly GroupLights[]
  /** Those with a time limit that ends soon or has ended, the most urgent first. */
  readonly due: readonly RecordState[]
  readonly turns: readonly LightTurn[]
  /** The last period owed, the day its returns were due, and how many of those that owe have reported for it or later. */
  readonly returns: { readonly period: string; readonly due: PlainDate; readonly owed: number; readonly come: number }
}

/** How many are named in each list. */
const NAMED = 10
const SOON_DAYS = 30
const WEEK = 7
/** Lights are looked for turns among so many of each colour. */
const LOOKED_THROUGH = 100
const DAY_MS = 86_400_000

/** Years of the ledger in sight, the newest first. */
export async function ledgerYears(office: Office, session: Session): Promise<readonly number[]> {
  const rows = await office.store.counts(session.scope, { machine: COMMITMENTS }, 'year')
  return rows.map(({ value }) => Number(value)).sort((a, b) => b - a)
}

/**
 * A year of the ledger at a glance, of what the session may see.
 *
 * @param year the newest year of the ledger that has begun unless said
 */
export async function yearOverview(office: Office, session: Session, asked?: number): Promise<YearOverview> {
  const now = office.now()
  const today = localDate(now, office.calendar.utcOffset)
  const years = await ledgerYears(office, session)
  const year = asked ?? years.find((one) => one <= yearOf(today)) ?? years[0] ?? yearOf(today)
  const ofYear: Selection = { facets: [[`year=${year}`]] }
  const [overview, chapters, due, turned, returns] = await Promise.all([
    ledgerOverview(office, session, ofYear, NAMED),
    lightsBy(office, session, ofYear, 'chapter'),
    dueSoon(office, session, ofYear),
    mayHaveTurned(office, session, year),
    returnsCome(office, session, year, today),
  ])
  return {
    ...overview,
    year,
    years,
    today,
    pace: pace(today, { by: 'months', year }),
    chapters: chapters.toSorted((a, b) => b.total - a.total),
    due,
    turns: (await lightTurns(office, session, turned, addDays(today, -WEEK))).slice(0, NAMED),
    returns,
  }
}

async function dueSoon(office: Office, session: Session, selection: Selection): Promise<readonly RecordState[]> {
  const dueBefore = instant(office.now() + SOON_DAYS * DAY_MS)
  const rows = await office.store.listWhole(session.scope, {
    machine: COMMITMENTS,
    ...selection,
    states: FOLLOWED,
    open: true,
    dueBefore,
    order: 'due',
    limit: NAMED,
  })
  return rows.map(({ state }) => state)
}

async function mayHaveTurned(office: Office, session: Session, year: number): Promise<readonly RecordState[]> {
  const groups = [
    [[`year=${year}`], ['light=red', 'light=silent']],
    [[`year=${year}`], ['light=yellow']],
    [[`year=${year}`], ['light=green'], ['hadRed=true']],
  ]
  const found = await Promise.all(
    groups.map((facets) => selectRecords(office, session, COMMITMENTS, { facets, states: FOLLOWED }, LOOKED_THROUGH)),
  )
  return found.flat()
}

const OWING: readonly string[] = ['running', 'applied', 'review']
const COME: readonly string[] = ['submitted', 'approved']

const sum = (rows: readonly { readonly count: number }[]): number => rows.reduce((all, { count }) => all + count, 0)

async function returnsCome(
  office: Office,
  session: Session,
  year: number,
  today: PlainDate,
): Promise<YearOverview['returns']> {
  const view = await office.districts.view(session.district)
  const { rhythm } = judgingAt(office, view, office.now())
  const period = returnDue(today, rhythm)
  const owers = { machine: COMMITMENTS, states: OWING, facets: [[`year=${year}`]] }
  const [owing, wholes, come] = await Promise.all([
    office.store.counts(session.scope, owers, 'year'),
    // What was split is reported by its parts.
    office.store.counts(session.scope, owers, 'parent'),
    office.store.counts(session.scope, { machine: RETURNS, states: COME, facets: [[`period=${period}`]] }, 'period'),
  ])
  return {
    period,
    due: dueOfPeriod(period, rhythm) ?? plainDate(year, 12, 31),
    owed: sum(owing) - wholes.length,
    come: sum(come),
  }
}
