import type { RecordState } from '@jiannuo/engine'
import type { Light } from '@jiannuo/plan'
import type { Office } from '../office/office.ts'
import type { Session } from '../organisation/session.ts'
import { readsMachine } from '../reading/seen.ts'
import { textField } from './fields.ts'
import { selectRecords, type Selection } from './list.ts'
import { COMMITMENTS } from './machines.ts'

/** How many commitments of a group stand in each light. */
export interface LightCounts {
  readonly green: number
  readonly yellow: number
  readonly red: number
  readonly silent: number
  readonly none: number
}

/** One unit's commitments. */
export interface UnitLights extends LightCounts {
  readonly unit: string
  readonly name: string
  readonly total: number
}

/** The ledger at a glance. */
export interface LedgerOverview {
  readonly total: number
  readonly lights: LightCounts
  readonly struckOff: number
  /** Those with most red first, then most silent. */
  readonly units: readonly UnitLights[]
  /** The worst: red first, those furthest behind first. */
  readonly worst: readonly RecordState[]
  readonly silent: readonly RecordState[]
}

const NONE: LightCounts = { green: 0, yellow: 0, red: 0, silent: 0, none: 0 }
const LIGHTS: readonly Light[] = ['red', 'yellow', 'silent', 'green', 'none']

/** States in which a commitment is owed and followed. */
export const FOLLOWED: readonly string[] = ['issued', 'running', 'applied', 'review']

/** Whether a word names a light. */
export const isLight = (text: string): text is Light => LIGHTS.some((light) => light === text)

const readsLedger = (office: Office, session: Session): boolean => {
  const kit = office.machines.kit(COMMITMENTS)
  return kit !== undefined && readsMachine(kit, session)
}

/** Lights of the commitments that are followed and in sight, by the database's own count. */
export async function lightCounts(office: Office, session: Session, selection: Selection = {}): Promise<LightCounts> {
  if (!readsLedger(office, session)) return NONE
  const rows = await office.store.counts(
    session.scope,
    { machine: COMMITMENTS, states: FOLLOWED, ...selection },
    'light',
  )
  const counts: Record<Light, number> = { ...NONE }
  for (const { value, count } of rows) if (isLight(value)) counts[value] += count
  return counts
}

/** The lights of each unit that leads something. */
async function unitLights(office: Office, session: Session, selection: Selection): Promise<readonly UnitLights[]> {
  const view = await office.districts.view(session.district)
  const groups = await lightsBy(office, session, selection, 'lead')
  return groups
    .map(({ value: unit, ...rest }) => ({ unit, name: view.tree.name(unit), ...rest }))
    .sort((a, b) => b.red - a.red || b.silent - a.silent || b.yellow - a.yellow || b.total - a.total)
}

/** One value of a facet with the lights of the commitments that have it. */
export interface GroupLights extends LightCounts {
  readonly value: string
  readonly total: number
}

/** The lights of what is followed by the values of a facet, or by leading unit. */
export async function lightsBy(
  office: Office,
  session: Session,
  selection: Selection,
  by: string,
): Promise<readonly GroupLights[]> {
  if (!readsLedger(office, session)) return []
  const groups = new Map<string, Record<Light, number>>()
  const byLight = await Promise.all(
    LIGHTS.map((light) =>
      office.store.counts(
        session.scope,
        {
          machine: COMMITMENTS,
          ...selection,
          states: FOLLOWED,
          facets: [...(selection.facets ?? []), [`light=${light}`]],
        },
        by,
      ),
    ),
  )
  for (const [at, rows] of byLight.entries())
    for (const { value, count } of rows) {
      const counts = groups.get(value) ?? { ...NONE }
      counts[LIGHTS[at] ?? 'none'] += count
      groups.set(value, counts)
    }
  return [...groups].map(([value, counts]) => ({
    value,
    total: LIGHTS.reduce((sum, light) => sum + counts[light], 0),
    ...counts,
  }))
}

/** Of so many the worst are picked out; a district that has more red ones than this sees the newest of them. */
const WEIGHED = 200

const gapOf = ({ fields }: RecordState): number => (typeof fields['gap'] === 'number' ? fields['gap'] : 0)

/**
 * The ledger at a glance, of what the session may see.
 *
 * @param most how many of the worst and of the silent are named
 */
export async function ledgerOverview(
  office: Office,
  session: Session,
  selection: Selection = {},
  most = 10,
): Promise<LedgerOverview> {
  // The store counts for units; who reads the ledger at all is a matter of roles.
  if (!readsLedger(office, session)) return { total: 0, lights: NONE, struckOff: 0, units: [], worst: [], silent: [] }
  const withLight = (light: Light): Selection => ({
    ...selection,
    states: FOLLOWED,
    facets: [...(selection.facets ?? []), [`light=${light}`]],
  })
  const [lights, units, closed, red, silent] = await Promise.all([
    lightCounts(office, session, selection),
    unitLights(office, session, selection),
    office.store.counts(session.scope, { machine: COMMITMENTS, ...selection }, 'state'),
    selectRecords(office, session, COMMITMENTS, withLight('red'), WEIGHED),
    selectRecords(office, session, COMMITMENTS, withLight('silent'), most),
  ])
  const yellow =
    red.length >= most ? [] : await selectRecords(office, session, COMMITMENTS, withLight('yellow'), WEIGHED)
  const worst = [...red.toSorted((a, b) => gapOf(a) - gapOf(b)), ...yellow.toSorted((a, b) => gapOf(a) - gapOf(b))]
  return {
    total: closed.reduce((sum, { count }) => sum + count, 0),
    lights,
    struckOff: closed.find(({ value }) => value === 'struckOff')?.count ?? 0,
    units,
    worst: worst.slice(0, most),
    silent,
  }
}

/** The light of a commitment as it was last judged. */
export const lightOf = ({ fields }: RecordState): Light => {
  const light = textField(fields, 'light') ?? 'none'
  return isLight(light) ? light : 'none'
}
