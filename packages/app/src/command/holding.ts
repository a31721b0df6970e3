import { machineScope } from '@jiannuo/store'
import type { RecordState } from '@jiannuo/engine'
import type { DistrictView } from '../office/district-view.ts'
import type { Office } from '../office/office.ts'
import { type Kept, keep, keptKey } from './kept.ts'
import { lookupsOf } from './personal.ts'

/** Records at hand while commands are decided. */
export interface Holding {
  /** The record; `null` when it is known that there is none; `undefined` when it must be fetched first. */
  readonly peek: (record: string) => Kept | null | undefined
  /** Fetches records that are not at hand. */
  readonly fetch: (records: readonly string[]) => Promise<void>
}

/** The records that the office remembers of a district, and those of the store behind them. */
export function holdingOf(office: Office, view: DistrictView): Holding {
  const { district } = view.tree
  const absent = new Set<string>()
  return {
    peek: (record) => office.records.get(keptKey(district, record)) ?? (absent.has(record) ? null : undefined),
    async fetch(records) {
      const states = await office.store.records(machineScope(district), records)
      const found = await Promise.all(states.map((state) => keepStored(office, view, state)))
      for (const kept of found) if (kept !== undefined) office.records.set(keptKey(district, kept.state.id), kept)
      const there = new Set(found.map((kept) => kept?.state.id))
      for (const record of records) if (!there.has(record)) absent.add(record)
    },
  }
}

/** A record as the store gave it, with what stands beside it; nothing when its definition is not in the catalogue. */
export async function keepStored(office: Office, view: DistrictView, state: RecordState): Promise<Kept | undefined> {
  const kit = office.machines.kit(state.machine, state.version)
  if (kit === undefined) return undefined
  return keep(office, kit, view.tree, state, await lookupsOf(office, kit, state))
}

/** A record at hand, fetched if need be. */
export async function findKept(office: Office, view: DistrictView, record: string): Promise<Kept | undefined> {
  const holding = holdingOf(office, view)
  const known = holding.peek(record)
  if (known !== undefined) return known ?? undefined
  await holding.fetch([record])
  return holding.peek(record) ?? undefined
}
