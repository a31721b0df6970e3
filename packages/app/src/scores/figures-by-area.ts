import { counterKey, countersOf, evaluateFigure, type Figure, findMeasure, type Measures } from '@jiannuo/engine'
import { type BrokenDown, machineScope } from '@jiannuo/store'
import { sumsBy } from '../figures/ask.ts'
import { lastWholeMonth } from '../figures/months.ts'
import { isStanding } from '../ledger/feed-count.ts'
import type { DistrictView } from '../office/district-view.ts'
import type { Office } from '../office/office.ts'

/** A measure that is looked at: `machine.measure`, and the category it is narrowed to. */
export interface Wanted {
  readonly measure: string
  readonly category?: string | undefined
  /** A population that others are divided by: what it is now serves for months past as well. */
  readonly population?: boolean
}

/** Figures of areas by month, as they were asked for; absent for what was not. */
export type FiguresByArea = (
  measure: string,
  category: string | undefined,
  area: string,
  period: string,
) => Figure | undefined

interface Known {
  readonly measures: Measures
  readonly id: string
  readonly counters: readonly string[]
  /** It says how things stand now, and nothing of months past. */
  readonly standing: boolean
}

const knownOf = (office: Office, measure: string): Known | undefined => {
  const dot = measure.lastIndexOf('.')
  const machine = measure.slice(0, dot)
  const id = measure.slice(dot + 1)
  const measures = office.machines.kit(machine)?.measures
  if (measures === undefined || findMeasure(measures, id) === undefined) return undefined
  const counters = countersOf(measures, id)
  const standing = isStanding(measures, counters)
  return { measures, id, standing, counters: counters.map((counter) => counterKey(machine, counter)) }
}

const cellKey = (category: string | undefined, area: string, period: string): string =>
  JSON.stringify([category ?? '', area, period])

/**
 * The figures of areas, each with all units below it, for each of the months: one question to the store a month and category. They are sums, counted by the
 * program for whoever may see what is made of them; the records behind them are not given away.
 */
export async function figuresByArea(
  office: Office,
  district: string,
  view: DistrictView,
  asked: { readonly wanted: readonly Wanted[]; readonly areas: readonly string[]; readonly periods: readonly string[] },
): Promise<FiguresByArea> {
  const { wanted, areas, periods } = asked
  const measures = new Map(wanted.map(({ measure }) => [measure, knownOf(office, measure)]))
  const populations = new Set(wanted.flatMap(({ measure, population }) => (population === true ? measure : [])))
  const now = lastWholeMonth(office.now(), office.calendar.utcOffset)
  const categories = [...new Set(wanted.map(({ category }) => category))]
  const scope = machineScope(district)
  const cells = new Map<string, BrokenDown[]>()
  const areaOf = areaFinder(view, areas)
  const ask = async (category: string | undefined, period: string): Promise<void> => {
    const named = wanted.filter((one) => one.category === category)
    const counters = [...new Set(named.flatMap(({ measure }) => measures.get(measure)?.counters ?? []))]
    if (counters.length === 0) return
    const filter = { counters, from: period, to: period, ...(category === undefined ? {} : { category }) }
    for (const row of await office.store.breakdown(scope, filter, 'unit')) {
      const area = areaOf(row.key)
      if (area === undefined) continue
      const key = cellKey(category, area, period)
      const list = cells.get(key)
      if (list === undefined) cells.set(key, [row])
      else list.push(row)
    }
  }
  await Promise.all(categories.flatMap((category) => periods.map((period) => ask(category, period))))
  const settings = new Map(
    [...measures].map(([measure]) => [
      measure,
      view.settingsAt(measure.slice(0, measure.lastIndexOf('.')), office.now()),
    ]),
  )
  return (measure, category, area, period) => {
    const known = measures.get(measure)
    if (known === undefined || !periods.includes(period)) return undefined
    if (known.standing && period < now && !populations.has(measure)) return undefined
    const rows = cells.get(cellKey(category, area, period)) ?? []
    return evaluateFigure(known.measures, known.id, sumsBy(rows), settings.get(measure) ?? {})
  }
}

/** The area that a unit lies in; absent for units that lie in none of them. */
function areaFinder({ tree }: DistrictView, areas: readonly string[]): (unit: string) => string | undefined {
  const all = new Set(areas)
  const found = new Map<string, string | undefined>()
  return (unit) => {
    if (!found.has(unit))
      found.set(
        unit,
        tree.line(unit).find((above) => all.has(above)),
      )
    return found.get(unit)
  }
}

/** Open units of a kind, in the order of the tree. */
export const areasOfKind = ({ tree }: DistrictView, kind: string): readonly string[] =>
  tree.all.filter((unit) => unit.kind === kind && unit.closed !== true).map(({ id }) => id)
