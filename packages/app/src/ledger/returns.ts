import type { Json, RecordState } from '@jiannuo/engine'
import { addDays, type PlainDate } from '@jiannuo/kernel'
import { dueOfPeriod, nextDue, returnDue } from '@jiannuo/plan'
import { type Performed, refusal } from '../command/command.ts'
import { performAt } from '../command/perform.ts'
import type { Office } from '../office/office.ts'
import type { Session } from '../organisation/session.ts'
import { findKept } from '../command/holding.ts'
import { flagField, given, listField, numberField, textField } from './fields.ts'
import { selectRecords } from './list.ts'
import { judgingAt } from './assess.ts'
import { COMMITMENTS, RETURNS } from './machines.ts'
import { seriesOf } from './return-guard.ts'

/** What a return of a commitment is opened with. */
export function returnInput(state: RecordState, period: string): Readonly<Record<string, Json>> {
  const { fields } = state
  return given({
    commitment: state.id,
    commitmentTitle: textField(fields, 'title'),
    period,
    leadUnit: state.lead,
    series: seriesOf(state),
    needsValue: flagField(fields, 'needsValue'),
    unit: textField(fields, 'unit'),
    covers: textField(fields, 'reports') ?? 'moment',
    version: 'preliminary',
  })
}

/**
 * Opens the return of a commitment for a period, or gives the one that is there. Only units that owe the commitment report on it.
 *
 * @param period `YYYY-MM`, `YYYY-Qn` or `YYYY-MM-DD`
 * @returns the record, or `app/no-record`, `app/not-yours`, or why it cannot be opened
 */
export async function openReturn(
  office: Office,
  session: Session,
  commitment: string,
  period: string,
): Promise<Performed> {
  const view = await office.districts.view(session.district)
  const kept = await findKept(office, view, commitment)
  const command = { machine: RETURNS, action: 'draft', key: `return:${commitment}:${period}` }
  if (kept?.state.machine !== COMMITMENTS) return refusal('app/no-record', command)
  return performAt(office, session, { ...command, input: returnInput(kept.state, period) }, office.now())
}

/** What one commitment owes for a period, and what has come. */
export interface ReturnOwed {
  readonly commitment: string
  readonly title: string
  readonly unit: string
  /** The return, when somebody has begun it. */
  readonly record?: string
  /** draft, submitted, sentBack, approved; absent when nothing is there. */
  readonly state?: string
  readonly value?: number
}

const OWING: readonly string[] = ['running', 'applied', 'review']

/** A commitment that owes a return, and the return when somebody has begun it. */
export interface OwedPair {
  readonly of: RecordState
  readonly one?: RecordState
  /** Why it was last sent back, while it waits to be mended. */
  readonly reason?: string
}

/** What is owed for a period by the commitments in sight, in the order of their units. Those that are split are reported by their parts. */
export async function returnPairs(office: Office, session: Session, period: string): Promise<readonly OwedPair[]> {
  const [commitments, returns] = [
    await selectRecords(office, session, COMMITMENTS, { states: OWING }),
    await selectRecords(office, session, RETURNS, { facets: [[`period=${period}`]] }),
  ]
  const { tree } = await office.districts.view(session.district)
  // A partner sees a commitment, but its lead reports on it.
  const owes = (lead: string | undefined): boolean =>
    session.scope.units === 'all' || session.posts.some(({ unit }) => tree.line(lead ?? '').includes(unit))
  const byCommitment = new Map(
    returns.filter(({ state }) => state !== 'withdrawn').map((one) => [textField(one.fields, 'commitment'), one]),
  )
  return commitments
    .filter(({ fields, lead }) => numberField(fields, 'parts') === undefined && owes(lead))
    .map((of): OwedPair => {
      const one = byCommitment.get(of.id)
      return one === undefined ? { of } : { of, one }
    })
    .sort((a, b) => (unitOf(a.of) < unitOf(b.of) ? -1 : unitOf(a.of) > unitOf(b.of) ? 1 : 0))
}

const unitOf = (of: RecordState): string => of.lead ?? listField(of.fields, 'partners')[0] ?? ''

/** The same with the reasons of those that were sent back, for a page on which they are mended. */
export async function returnsBoard(office: Office, session: Session, period: string): Promise<readonly OwedPair[]> {
  const pairs = await returnPairs(office, session, period)
  return Promise.all(
    pairs.map(async (pair) => {
      if (pair.one?.state !== 'sentBack') return pair
      const history = await office.store.history(session.scope, pair.one.id)
      const back = history.findLast(({ entry }) => entry.action === 'sendBack')
      const reason = back?.entry.input['reason']
      return typeof reason === 'string' ? { ...pair, reason } : pair
    }),
  )
}

/** What is owed for a period, as a list. */
export async function returnsOwed(office: Office, session: Session, period: string): Promise<readonly ReturnOwed[]> {
  return (await returnPairs(office, session, period)).map(({ of, one }) => {
    const value = one === undefined ? undefined : numberField(one.fields, 'value')
    return {
      commitment: of.id,
      title: textField(of.fields, 'title') ?? '',
      unit: unitOf(of),
      ...(one === undefined ? {} : { record: one.id, state: one.state }),
      ...(value === undefined ? {} : { value }),
    }
  })
}

/** The period whose returns are being written on a day, and the day on which they are due. */
export async function periodNow(
  office: Office,
  district: string,
): Promise<{ readonly period: string; readonly due: PlainDate }> {
  const view = await office.districts.view(district)
  const { rhythm, asOf } = judgingAt(office, view, office.now())
  const due = nextDue(asOf, rhythm)
  return { period: returnDue(addDays(due, 1), rhythm), due }
}

/** The day on which the returns of a period are due. */
export async function dueOf(office: Office, district: string, period: string): Promise<PlainDate | undefined> {
  const view = await office.districts.view(district)
  return dueOfPeriod(period, judgingAt(office, view, office.now()).rhythm)
}
