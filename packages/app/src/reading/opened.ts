import { isEncrypted, isSealed } from '@jiannuo/engine'
import { machineScope } from '@jiannuo/store'
import type { Office } from '../office/office.ts'
import type { Session } from '../organisation/session.ts'
import type { Seen } from './seen.ts'

/**
 * The personal values of a record, opened so that they can be masked. What is kept from the session is not opened at all, and what
 * was erased is absent.
 */
export async function openedFields(
  office: Office,
  session: Session,
  { kit, view, state }: Seen,
): Promise<ReadonlyMap<string, string>> {
  const sealed = kit.personal.flatMap((id) => {
    const value = state.fields[id]
    const kept = isSealed(kit.machine, state, id, session.actor, view.tree)
    return value !== undefined && isEncrypted(value) && !kept ? [{ id, value }] : []
  })
  if (sealed.length === 0) return new Map()
  const opened = await office.store.secrets.open(
    machineScope(session.district),
    sealed.map(({ value }) => value),
  )
  return new Map(
    sealed.flatMap(({ id }, index) => {
      const text = opened[index]
      return text === undefined ? [] : [[id, wordsOf(kit.machine.fields[id]?.type, text)] as const]
    }),
  )
}

/** A sealed place was sealed as JSON; its words are what is shown. */
export function wordsOf(type: string | undefined, text: string): string {
  if (type !== 'place') return text
  try {
    const place: unknown = JSON.parse(text)
    return typeof place === 'object' && place !== null && 'text' in place ? String(place.text) : text
  } catch {
    return text
  }
}
