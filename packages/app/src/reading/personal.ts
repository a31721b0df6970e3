import { eraseEntry, isEncrypted, type Refusal, unmaskEntry } from '@jiannuo/engine'
import { machineScope } from '@jiannuo/store'
import { type Performed, refusal } from '../command/command.ts'
import { contextAt } from '../command/decide.ts'
import { findKept } from '../command/holding.ts'
import { writeNote } from '../command/note.ts'
import { freshKey } from '../office/ids.ts'
import type { Office } from '../office/office.ts'
import { ADMINISTRATOR } from '../organisation/posts.ts'
import { administers, type Session } from '../organisation/session.ts'
import { wordsOf } from './opened.ts'
import { findSeen } from './seen.ts'

/** A personal value shown whole. */
export type Unmasked = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly refusal: Refusal }

/**
 * Shows a personal field whole, with a reason: first the entry that says who saw it and why, then the value.
 *
 * @returns the value, or a refusal of the engine, `app/no-record`, `app/erased` when its key was destroyed, `app/busy`
 */
export async function unmask(
  office: Office,
  session: Session,
  record: string,
  field: string,
  reason: string,
  key: string = freshKey(),
): Promise<Unmasked> {
  const seen = await findSeen(office, session, record)
  const command = { action: 'unmask', record }
  if (!seen.ok) return refusal('app/no-record', command)
  const noted = await writeNote(office, session, record, key, {
    decide: (kit, state, view) =>
      unmaskEntry(
        kit.machine,
        state,
        field,
        reason,
        session.actor,
        contextAt(office, view, kit.machine.id, office.now()),
      ),
    lookups: (lookups) => lookups,
    erased: [],
  })
  if (!noted.ok) return noted
  const { kit, state } = seen.value
  const stored = state.fields[field]
  if (stored === undefined) return { ok: true, value: '' }
  const [value] = isEncrypted(stored)
    ? await office.store.secrets.open(machineScope(session.district), [stored])
    : [typeof stored === 'string' ? stored : JSON.stringify(stored)]
  return value === undefined
    ? refusal('app/erased', command)
    : { ok: true, value: wordsOf(kit.machine.fields[field]?.type, value) }
}

/**
 * Destroys the keys of a record's personal values: they can never be read again, in no backup made later either, and the chain of
 * the log still holds. Only an administrator may, with a reason.
 *
 * @returns what was done, or `app/not-administrator`, `app/no-record`, `app/nothing-personal`, `engine/no-reason`, `app/busy`
 */
export async function erase(
  office: Office,
  session: Session,
  record: string,
  reason: string,
  key: string = freshKey(),
): Promise<Performed> {
  const command = { action: 'erase', record }
  if (!administers(session)) return refusal('app/not-administrator', command)
  const view = await office.districts.view(session.district)
  const kept = await findKept(office, view, record)
  const kit = kept === undefined ? undefined : office.machines.kit(kept.state.machine, kept.state.version)
  if (kept === undefined || kit === undefined) return refusal('app/no-record', command)
  const keys = await office.store.secrets.keysOf(machineScope(session.district), record)
  const before = await office.store.answer(session.scope, key)
  if (keys.length === 0 && before === undefined) return refusal('app/nothing-personal', command)
  const posts = session.actor.posts.filter(({ role }) => role === ADMINISTRATOR)
  return writeNote(office, session, record, key, {
    decide: (at, state, here) => {
      const fields = at.personal.filter((id) => state.fields[id] !== undefined)
      const actor = { person: session.person, posts }
      return eraseEntry(at.machine, state, fields, reason, actor, contextAt(office, here, at.machine.id, office.now()))
    },
    lookups: () => [],
    erased: keys.map(({ id }) => id),
  })
}
