import { isObject, type RecordState } from '@jiannuo/engine'
import { compareDates, localDate, type PlainDate } from '@jiannuo/kernel'
import type { Light } from '@jiannuo/plan'
import type { LoggedEntry } from '@jiannuo/store'
import type { Office } from '../office/office.ts'
import { type Recent, recent } from '../office/recent.ts'
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

/** A turn as the course of a record had it at its number of entries; that part of the course never changes. */
type KnownTurn = Omit<LightTurn, 'state'> | 'none'

const KNOWN = 4000
const knownTurns = new WeakMap<Office, Recent<KnownTurn>>()

function turnsKnownTo(office: Office): Recent<KnownTurn> {
  const known = knownTurns.get(office)
  if (known !== undefined) return known
  const made = recent<KnownTurn>(KNOWN)
  knownTurns.set(office, made)
  return made
}

async function lastTurn(office: Office, session: Session, state: RecordState): Promise<LightTurn | undefined> {
  const known = turnsKnownTo(office)
  // With the sight by which the course was read.
  const key = JSON.stringify([session.district, session.scope.units, session.scope.audit, state.id, state.seq])
  const turn = known.get(key) ?? (await turnIn(office, session, state.id)) ?? 'none'
  known.set(key, turn)
  return turn === 'none' ? undefined : { state, ...turn }
}

async function turnIn(office: Office, session: Session, record: string): Promise<KnownTurn | undefined> {
  let before: Light | undefined
  let turn: KnownTurn | undefined
  for (const logged of await office.store.history(session.scope, record)) {
    const light = lightSet(logged)
    if (light === undefined || light === before) continue
    if (before !== undefined && before !== 'none')
      turn = { from: before, to: light, on: localDate(logged.entry.at, office.calendar.utcOffset) }
    before = light
  }
  return turn
}
