import { isObject, type RecordState } from '@jiannuo/engine'
import { compareDates, localDate, type PlainDate } from '@jiannuo/kernel'
import type { Light } from '@jiannuo/plan'
import type { LoggedEntry } from '@jiannuo/store'
import type { Office } from '../office/office.ts'
import type { Session } from '../organisation/session.ts'
import { dateField } from './fields.ts'
import { isLight } from './overview.ts'

/** A light that turned: on which day, from what to what. */
export interface LightTurn {
  readonly state: RecordState
  readonly from: Light
  readonly to: Light
  readonly on: PlainDate
}

/** Courses that are looked at: an overview names a few, and every one is read from the log. */
const LOOKED_AT = 24

const lightSet = ({ entry }: LoggedEntry): Light | undefined => {
  for (const event of entry.events) {
    const light = event.type === 'set' && isObject(event.fields) ? event.fields['light'] : undefined
    if (typeof light === 'string' && isLight(light)) return light
  }
  return undefined
}

/**
 * The last turn of each commitment's light since a day, the newest first, from its own course in the log. The first light that a commitment ever
 * gets is no turn.
 *
 * @param states commitments that may have turned
 */
export async function lightTurns(
  office: Office,
  session: Session,
  states: readonly RecordState[],
  since: PlainDate,
): Promise<readonly LightTurn[]> {
  const judged = states
    .flatMap((state) => {
      const on = dateField(state.fields, 'lightAt')
      return on === undefined || compareDates(on, since) < 0 ? [] : [{ state, on }]
    })
    .sort((a, b) => compareDates(b.on, a.on))
    .slice(0, LOOKED_AT)
  const turns = await Promise.all(judged.map(({ state }) => lastTurn(office, session, state)))
  return turns
    .filter((turn) => turn !== undefined)
    .filter(({ on }) => compareDates(on, since) >= 0)
    .sort((a, b) => compareDates(b.on, a.on))
}

async function lastTurn(office: Office, session: Session, state: RecordState): Promise<LightTurn | undefined> {
  let before: Light | undefined
  let turn: LightTurn | undefined
  for (const logged of await office.store.history(session.scope, state.id)) {
    const light = lightSet(logged)
    if (light === undefined || light === before) continue
    if (before !== undefined && before !== 'none')
      turn = { state, from: before, to: light, on: localDate(logged.entry.at, office.calendar.utcOffset) }
    before = light
  }
  return turn
}
