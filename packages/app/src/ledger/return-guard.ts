import type { Json, RecordState, Refusal } from '@jiannuo/engine'
import { refusal } from '../command/command.ts'
import { findKept } from '../command/holding.ts'
import type { DistrictView } from '../office/district-view.ts'
import type { Office } from '../office/office.ts'
import type { Session } from '../organisation/session.ts'
import { textField } from './fields.ts'
import { COMMITMENTS } from './machines.ts'

/** Roles that report for their unit. */
const REPORTERS: readonly string[] = ['unitClerk', 'unitLead']

/** Whether a session may report on a commitment: a post at the unit that leads it. */
const reportsOn = (session: Session, { lead }: RecordState): boolean =>
  session.posts.some((post) => REPORTERS.includes(post.role) && post.unit === lead)

/** The series that readings of a commitment belong to. */
export const seriesOf = (state: RecordState): string => textField(state.fields, 'series') ?? `c:${state.id}`

/**
 * Whether somebody may open a return as they want to: the machine's own rules see the return alone, so that the commitment is theirs
 * is looked at here, whichever way the command comes.
 *
 * @returns nothing, or `app/not-yours`
 */
export async function checkReturnOpening(
  office: Office,
  view: DistrictView,
  session: Session,
  input: Readonly<Record<string, Json>>,
): Promise<Refusal | undefined> {
  const { commitment, leadUnit, series } = input
  const command = { action: 'draft' }
  if (typeof commitment !== 'string') return undefined
  const kept = await findKept(office, view, commitment)
  if (kept?.state.machine !== COMMITMENTS || !reportsOn(session, kept.state))
    return refusal('app/not-yours', command).refusal
  return leadUnit === kept.state.lead && series === seriesOf(kept.state)
    ? undefined
    : refusal('app/not-yours', command).refusal
}
