import { eraseEntry, isEncrypted, type Outcome, type Refusal, type RecordState, unmaskEntry } from '@jiannuo/engine'
import { machineScope } from '@jiannuo/store'
import type { Performed } from '../command/command.ts'
import { refusal } from '../command/command.ts'
import { contextAt } from '../command/decide.ts'
import { findKept } from '../command/holding.ts'
import { keep, keptKey } from '../command/kept.ts'
import { recordPart } from '../command/streams.ts'
import { freshKey } from '../office/ids.ts'
import type { Kit } from '../office/machines.ts'
import type { Office } from '../office/office.ts'
import type { DistrictView } from '../office/district-view.ts'
import { ADMINISTRATOR } from '../organisation/posts.ts'
import { administers, type Session } from '../organisation/session.ts'
import { wordsOf } from './opened.ts'
import { findSeen } from './seen.ts'

const ATTEMPTS = 6

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
  const noted = await note(office, session, record, key, {
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
  return note(office, session, record, key, {
    decide: (at, state, here) => {
      const fields = at.personal.filter((id) => state.fields[id] !== undefined)
      const actor = { person: session.person, posts }
      return eraseEntry(at.machine, state, fields, reason, actor, contextAt(office, here, at.machine.id, office.now()))
    },
    lookups: () => [],
    erased: keys.map(({ id }) => id),
  })
}

interface Note {
  readonly decide: (kit: Kit, state: RecordState, view: DistrictView) => Outcome
  readonly lookups: (before: readonly string[]) => readonly string[]
  readonly erased: readonly string[]
}

/** Writes an entry that is no action of the definition. */
async function note(
  office: Office,
  session: Session,
  record: string,
  key: string,
  { decide, lookups, erased }: Note,
): Promise<Performed> {
  const view = await office.districts.view(session.district)
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const kept = await findKept(office, view, record)
    const kit = kept === undefined ? undefined : office.machines.kit(kept.state.machine, kept.state.version)
    if (kept === undefined || kit === undefined) return refusal('app/no-record', { action: 'note', record })
    const outcome = decide(kit, kept.state, view)
    if (!outcome.ok) return { ok: false, refusal: outcome.refusal }
    const after = keep(office, kit, view.tree, outcome.value.record, lookups(kept.row.lookups), kept)
    const { seq, state } = after.state
    const written = await office.store.commit(
      { ...machineScope(session.district), person: session.person },
      {
        key,
        at: outcome.value.entry.at,
        streams: [recordPart(kept, outcome.value, after)],
        ...(erased.length === 0 ? {} : { erased }),
        answer: { record, seq, state },
      },
    )
    if (written.ok && !written.repeated) office.records.set(keptKey(session.district, record), after)
    else office.records.drop(keptKey(session.district, record))
    if (written.ok) return { ok: true, value: { record, seq, state, repeated: written.repeated } }
  }
  return refusal('app/busy', { action: 'note', record })
}
