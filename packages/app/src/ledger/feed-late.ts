import { machineScope, type StoredReading } from '@jiannuo/store'
import type { Office } from '../office/office.ts'

const PAGE = 500
/** Entries that are looked through at most, the newest first. */
const MOST = 200_000

/**
 * Whether records of a machine got entries of an earlier moment after a reading had been taken: cases that were imported or entered
 * with the day on which they happened. Then the count of that moment cannot be had again from moments alone.
 */
export async function wasWrittenLater(
  office: Office,
  district: string,
  machine: string,
  reading: StoredReading,
): Promise<boolean> {
  const scope = { ...machineScope(district), audit: true }
  const own = `record:${reading.record}`
  let before: number | undefined
  for (let looked = 0; looked < MOST; looked += PAGE) {
    const page = await office.store.log(scope, before === undefined ? { limit: PAGE } : { limit: PAGE, before })
    const at = page.findIndex(({ stream, seq }) => stream === own && seq === reading.seq)
    const behind = at < 0 ? page : page.slice(0, at)
    const records = behind.filter(({ stream, entry }) => stream.startsWith('record:') && entry.at <= reading.at)
    const states = await office.store.records(scope, [...new Set(records.map(({ stream }) => stream.slice(7)))])
    if (states.some((state) => state.machine === machine)) return true
    const last = page.at(-1)
    if (at >= 0 || last === undefined || page.length < PAGE) return false
    before = last.position
  }
  return false
}
