import type { Office } from '../office/office.ts'
import { localDate } from '@jiannuo/kernel'
import type { Done } from '../command/command.ts'
import { assessLedger } from './assess.ts'
import { textField } from './fields.ts'
import { COMMITMENTS, RETURNS } from './machines.ts'

/**
 * Judges anew what a command has touched, at once and not only with the worker's next round. What this misses, because the process dies in between,
 * is still marked as waiting and is found by `tendLedger`.
 */
export async function judgeAfter(office: Office, district: string, machine: string, done: Done): Promise<void> {
  if (machine !== COMMITMENTS && machine !== RETURNS) return
  const scope = { district, person: 'system', units: 'all' } as const
  const state = await office.store.record(scope, done.record)
  const commitment = machine === RETURNS ? textField(state?.fields ?? {}, 'commitment') : done.record
  if (commitment === undefined) return
  const touched = machine === RETURNS ? await office.store.record(scope, commitment) : state
  if (touched?.fields['pending'] !== true) return
  const parent = textField(touched.fields, 'parent')
  await assessLedger(office, district, { records: parent === undefined ? [commitment] : [commitment, parent] })
}

/** Judges what waits for it, and everything once a day: the part of the worker that turns lights without anybody's doing. */
export function ledgerTender(signal: AbortSignal): (office: Office, district: string) => Promise<void> {
  const days = new Map<string, string>()
  return async (office, district) => {
    const today = localDate(office.now(), office.calendar.utcOffset)
    const all = days.get(district) !== today
    await assessLedger(office, district, all ? 'all' : 'pending', office.now(), { beside: true, signal })
    if (!signal.aborted) days.set(district, today)
  }
}
