import type { Json, RecordState } from '@jiannuo/engine'
import { type Performed, refusal } from '../command/command.ts'
import { performAt } from '../command/perform.ts'
import type { Office } from '../office/office.ts'
import type { Session } from '../organisation/session.ts'
import { findKept } from '../command/holding.ts'
import { flagField, given, listField, numberField, textField } from './fields.ts'
import { selectRecords } from './list.ts'
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

/** What is owed for a period by the commitments in sight, in the order of their units. Those that are split are reported by their parts. */
export async function returnsOwed(office: Office, session: Session, period: string): Promise<readonly ReturnOwed[]> {
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
    .map((state): ReturnOwed => {
      const mine = byCommitment.get(state.id)
      const value = mine === undefined ? undefined : numberField(mine.fields, 'value')
      return {
        commitment: state.id,
        title: textField(state.fields, 'title') ?? '',
        unit: state.lead ?? listField(state.fields, 'partners')[0] ?? '',
        ...(mine === undefined ? {} : { record: mine.id, state: mine.state }),
        ...(value === undefined ? {} : { value }),
      }
    })
    .sort((a, b) => (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0))
}
