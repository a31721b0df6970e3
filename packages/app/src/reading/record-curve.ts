import type { Json } from '@jiannuo/engine'
import { type Result, withoutNoise } from '@jiannuo/kernel'
import type { Office } from '../office/office.ts'
import type { Session } from '../organisation/session.ts'
import { findSeen, type Seen } from './seen.ts'

/** A point of a curve: the number of a period, and all of the year up to it. */
export interface CurvePoint {
  readonly period: string
  readonly value: number
  readonly sum: number
  /** Of a reading: forecast, preliminary, final. */
  readonly version?: string
}

/** What was planned by period, and what was reached. */
export interface RecordCurve {
  readonly title: string
  readonly unit: string
  readonly planned: readonly CurvePoint[]
  readonly reached: readonly CurvePoint[]
}

const VERSIONS = ['forecast', 'preliminary', 'final']
const PERIOD = /^\d{4}-(?:0[1-9]|1[0-2])$/

/** Sums begin anew with each year. */
function summed(points: readonly Omit<CurvePoint, 'sum'>[]): readonly CurvePoint[] {
  let year = ''
  let sum = 0
  return points
    .toSorted((a, b) => (a.period < b.period ? -1 : 1))
    .map((point) => {
      if (point.period.slice(0, 4) !== year) sum = 0
      year = point.period.slice(0, 4)
      sum = withoutNoise(sum + point.value)
      return { ...point, sum }
    })
}

function plannedOf({ kit, state }: Seen): Pick<RecordCurve, 'title' | 'unit' | 'planned'> | undefined {
  const found = Object.entries(kit.machine.fields).find(([, { plan }]) => plan !== undefined)
  if (found === undefined) return undefined
  const [id, field] = found
  const { plan } = field
  if (plan === undefined) return undefined
  const rows = state.fields[id]
  const points = (Array.isArray(rows) ? rows : []).flatMap((row: Json) => {
    if (typeof row !== 'object' || row === null || Array.isArray(row)) return []
    const cells = new Map<string, Json>(Object.entries(row))
    const [period, value] = [cells.get(plan.by), cells.get(plan.value)]
    return typeof period === 'string' && PERIOD.test(period) && typeof value === 'number' ? [{ period, value }] : []
  })
  return { title: field.title, unit: field.columns?.[plan.value]?.unit ?? '', planned: summed(points) }
}

/**
 * What a record planned month by month, and the readings of its own series held against it: of several readings of a month the most final counts, of
 * equals the latest.
 *
 * @returns the curve; nothing in it for a record whose definition has no plan; or `app/no-record`
 */
export async function recordCurve(office: Office, session: Session, record: string): Promise<Result<RecordCurve>> {
  const seen = await findSeen(office, session, record)
  if (!seen.ok) return seen
  const planned = plannedOf(seen.value)
  if (planned === undefined) return { ok: true, value: { title: '', unit: '', planned: [], reached: [] } }
  const readings = await office.store.readings(session.scope, [record])
  const best = new Map<string, { period: string; value: number; version: string }>()
  for (const { period, value, version } of readings) {
    if (!PERIOD.test(period)) continue
    const known = best.get(period)
    if (known === undefined || VERSIONS.indexOf(version) >= VERSIONS.indexOf(known.version))
      best.set(period, { period, value, version })
  }
  return { ok: true, value: { ...planned, reached: summed([...best.values()]) } }
}
