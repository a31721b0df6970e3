import type { Outcome, RecordState } from '@jiannuo/engine'
import { machineScope } from '@jiannuo/store'
import type { DistrictView } from '../office/district-view.ts'
import { isClientKey } from '../office/ids.ts'
import type { Kit } from '../office/machines.ts'
import type { Office } from '../office/office.ts'
import type { Session } from '../organisation/session.ts'
import { type Performed, refusal } from './command.ts'
import { findKept } from './holding.ts'
import { keep, keptKey } from './kept.ts'
import { recordPart } from './streams.ts'

const ATTEMPTS = 6

/** An entry that is no action of the definition: somebody saw, erased, or brought up to date. */
export interface Note {
  readonly decide: (kit: Kit, state: RecordState, view: DistrictView) => Outcome
  readonly lookups: (before: readonly string[]) => readonly string[]
  readonly erased: readonly string[]
}

/** Writes such an entry; decided anew when somebody else came first. @returns what was done, the refusal of `decide`, `app/no-record`, `app/busy` */
export async function writeNote(
  office: Office,
  session: Session,
  record: string,
  key: string,
  { decide, lookups, erased }: Note,
): Promise<Performed> {
  if (!isClientKey(key)) return refusal('app/bad-key', { action: 'note', record })
  const view = await office.districts.view(session.district)
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const kept = await findKept(office, view, record)
    const kit = kept === undefined ? undefined : office.machines.kit(kept.state.machine, kept.state.version)
    if (kept === undefined || kit === undefined) return refusal('app/no-record', { action: 'note', record })
    const outcome = decide(kit, kept.state, view)
    if (!outcome.ok) return { ok: false, refusal: outcome.refusal }
    const now = office.machines.kit(outcome.value.record.machine, outcome.value.record.version) ?? kit
    const after = keep(office, now, view.tree, outcome.value.record, lookups(kept.lookups), kept)
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
