import { localDate } from '@jiannuo/kernel'
import type { Office } from '../office/office.ts'
import { runWatches } from './watches.ts'

/** Runs the watches of a district once a day: the part of the worker that finds what nobody has reported. */
export function watchTender(): (office: Office, district: string) => Promise<void> {
  const days = new Map<string, string>()
  return async (office, district) => {
    const today = localDate(office.now(), office.calendar.utcOffset)
    if (days.get(district) === today) return
    await runWatches(office, district)
    days.set(district, today)
  }
}
