import type { Settings } from '@jiannuo/engine'
import type { Instant } from '@jiannuo/kernel'
import { machineScope, type PersonRow, type PostRow, type SettingRow, type Store } from '@jiannuo/store'
import { type OrganisationTree, organisationTree } from '../organisation/tree.ts'

/** What a district is made of besides its records, as one reading of the store gave it. */
export interface DistrictView {
  readonly tree: OrganisationTree
  readonly persons: ReadonlyMap<string, PersonRow>
  readonly posts: readonly PostRow[]
  /** Settings of a machine that were set by a moment; what was never set is absent and has its default. */
  readonly settingsAt: (machine: string, at: Instant) => Settings
  readonly settings: readonly SettingRow[]
}

/** Reads a district from the store. */
export async function loadDistrict(store: Store, district: string): Promise<DistrictView> {
  const scope = machineScope(district)
  const [units, persons, posts, settings] = await Promise.all([
    store.units(scope),
    store.persons(scope),
    store.posts(scope),
    store.settings(scope),
  ])
  return {
    tree: organisationTree(district, units),
    persons: new Map(persons.map((person) => [person.id, person])),
    posts,
    settings,
    settingsAt: settingsTimeline(settings),
  }
}

interface Segment {
  readonly from: number
  readonly values: Settings
}

const NOTHING: Settings = Object.freeze({})

/** Settings change seldom and are asked for with every command: each machine's history is cut into stretches of equal settings. */
export function settingsTimeline(rows: readonly SettingRow[]): DistrictView['settingsAt'] {
  const machines = new Map<string, SettingRow[]>()
  for (const row of rows) {
    const list = machines.get(row.machine)
    if (list === undefined) machines.set(row.machine, [row])
    else list.push(row)
  }
  const segments = new Map([...machines].map(([machine, list]) => [machine, segmentsOf(list)]))
  return (machine, at) => segments.get(machine)?.findLast((segment) => segment.from <= at)?.values ?? NOTHING
}

function segmentsOf(rows: readonly SettingRow[]): Segment[] {
  const segments: Segment[] = []
  let values: Settings = NOTHING
  for (const row of rows.toSorted((a, b) => a.from - b.from)) {
    values = Object.freeze({ ...values, [row.setting]: row.value })
    if (segments.at(-1)?.from === row.from) segments.pop()
    segments.push({ from: row.from, values })
  }
  return segments
}
