import type { CounterPair, MeasureDefinition, Measures, Settings } from '@jiannuo/engine'
import { choicesOf, counterKey, countersOf, findMeasure } from '@jiannuo/engine'
import type { Instant, Result } from '@jiannuo/kernel'
import type { FigureFilter } from '@jiannuo/store'
import type { DistrictView } from '../office/district-view.ts'
import type { Kit } from '../office/machines.ts'
import type { Office } from '../office/office.ts'
import { refuse } from '../office/problem.ts'
import type { Session } from '../organisation/session.ts'
import { readsMachine } from '../reading/seen.ts'
import { choiceTitle } from '../reading/words.ts'
import { phrase } from '../wording.zh.ts'
import { type FigureAddress, formatFigureAddress, parseFigureAddress } from './address.ts'

/** A figure that may be asked for, with what it is worked out of. */
export interface Asked {
  readonly address: FigureAddress
  readonly view: DistrictView
  readonly kit: Kit
  readonly measures: Measures
  readonly measure: MeasureDefinition
  /** Ids of its counters, without the machine. */
  readonly counters: readonly string[]
  /** What the store is asked. */
  readonly filter: FigureFilter
  readonly settings: Settings
}

/**
 * Looks an address up and holds it against what the session may see: one whose posts are at units sees figures of those units and of
 * what is below them, and that is what it gets when it names no unit.
 *
 * @param address as text, or already read
 */
export async function askFigure(
  office: Office,
  session: Session,
  address: string | FigureAddress,
): Promise<Result<Asked>> {
  const read = typeof address === 'string' ? parseFigureAddress(address) : { ok: true as const, value: address }
  if (!read.ok) return read
  const { machine } = read.value
  const kit = office.machines.kit(machine)
  if (kit !== undefined && findIn(kit, read.value.measure) !== undefined && !readsMachine(kit, session))
    return refuse('app/not-a-reader', { machine: kit.machine.title })
  const view = await office.districts.view(session.district)
  return askIn(office, view, read.value, (unit) => unitsInSight(session, view, unit))
}

/**
 * The same for the program itself, which counts for whoever may see what is fed by the count: all units are in its sight. It must give
 * sums away only, never the records behind them.
 */
export const askAsProgram = async (
  office: Office,
  district: string,
  address: FigureAddress,
): Promise<Result<Asked>> => {
  const view = await office.districts.view(district)
  return askIn(office, view, address, (unit) => unitsNamed(view, unit))
}

const findIn = ({ measures }: Kit, id: string): MeasureDefinition | undefined =>
  measures === undefined ? undefined : findMeasure(measures, id)

function askIn(
  office: Office,
  view: DistrictView,
  address: FigureAddress,
  unitsOf: (unit: string | undefined) => Result<readonly string[] | undefined>,
): Result<Asked> {
  const { machine, measure: id, from, to, unit, category } = address
  const kit = office.machines.kit(machine)
  if (kit === undefined) return refuse('app/no-machine', { machine })
  const { measures } = kit
  const measure = findIn(kit, id)
  if (measures === undefined || measure === undefined)
    return refuse('app/no-measure', { machine: kit.machine.title, measure: id, allowed: allowedMeasures(measures) })
  if (category !== undefined && !isCategory(kit, view, category, office.now()))
    return refuse('app/no-category', { category })
  const units = unitsOf(unit)
  if (!units.ok) return units
  const counters = countersOf(measures, id)
  return {
    ok: true,
    value: {
      address,
      view,
      kit,
      measures,
      measure,
      counters,
      settings: view.settingsAt(machine, office.now()),
      filter: {
        counters: counters.map((counter) => counterKey(machine, counter)),
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
        ...(units.value === undefined ? {} : { units: units.value }),
        ...(category === undefined ? {} : { category }),
      },
    },
  }
}

/** Only a choice can be told from what is none; a category that is free text may be anything. */
function isCategory(kit: Kit, view: DistrictView, category: string, at: Instant): boolean {
  const field = kit.machine.categoryField === undefined ? undefined : kit.machine.fields[kit.machine.categoryField]
  if (field?.type !== 'choice') return kit.machine.categoryField !== undefined
  return Object.hasOwn(choicesOf(field, kit.machine, view.settingsAt(kit.machine.id, at)), category)
}

const allowedMeasures = (measures: Measures | undefined): string =>
  (measures?.measures ?? []).map(({ id }) => id).join(phrase('list'))

/** The units that an address names, one or several parted by commas. */
export const unitsOfAddress = (unit: string | undefined): readonly string[] =>
  unit === undefined ? [] : unit.split(',')

/** Units named by an address with all below them, each once; undefined for the whole district. */
function unitsNamed({ tree }: DistrictView, unit: string | undefined): Result<readonly string[] | undefined> {
  const named = unitsOfAddress(unit)
  const unknown = named.find((id) => tree.unit(id) === undefined)
  if (unknown !== undefined) return refuse('app/no-unit', { unit: unknown })
  if (named.length === 0 || named.includes(tree.district)) return { ok: true, value: undefined }
  return { ok: true, value: [...new Set(named.flatMap((id) => tree.below(id)))] }
}

/** The same as far as the session sees: a session of some units gets those when it names none, and is refused others. */
function unitsInSight(
  session: Session,
  view: DistrictView,
  unit: string | undefined,
): Result<readonly string[] | undefined> {
  const { tree } = view
  const { units } = session.scope
  const wanted = unitsNamed(view, unit)
  if (!wanted.ok || units === 'all') return wanted
  const sight = new Set(units.flatMap((id) => tree.below(id)))
  if (unit === undefined) return { ok: true, value: [...sight] }
  const hidden = unitsOfAddress(unit).find((id) => !sight.has(id))
  if (hidden !== undefined) return refuse('app/unit-out-of-sight', { unit: tree.name(hidden) })
  return { ok: true, value: wanted.value ?? [] }
}

/** Sums by counter, ready to be asked. */
export function sumsBy(
  rows: readonly { readonly counter: string; readonly raw: number; readonly adjusted: number }[],
): (counter: string) => CounterPair {
  const byCounter = new Map<string, CounterPair>()
  for (const { counter, raw, adjusted } of rows) {
    const known = byCounter.get(counter)
    byCounter.set(counter, { raw: raw + (known?.raw ?? 0), adjusted: adjusted + (known?.adjusted ?? 0) })
  }
  return (counter) => byCounter.get(counter) ?? NOTHING
}

const NOTHING: CounterPair = { raw: 0, adjusted: 0 }

/** What a figure is of, in words: its time, its unit, its category. */
export interface Subject {
  readonly address: string
  readonly period: string
  readonly unitName: string
  readonly category?: string
}

/** The subject of a figure in words. */
export function subjectOf(office: Office, { address, view, kit, measure }: Asked): Subject {
  const { from, to, unit, category } = address
  return {
    address: formatFigureAddress(address),
    period: measure.additivity === 'stock' ? phrase('figure/stock') : periodText(from, to),
    unitName: unitsOfAddress(unit ?? view.tree.district)
      .map((id) => view.tree.name(id))
      .join(phrase('list')),
    ...(category === undefined
      ? {}
      : { categoryTitle: choiceTitle(kit, view, kit.machine.categoryField, category, office.now()) }),
  }
}

function periodText(from: string | undefined, to: string | undefined): string {
  if (from === undefined && to === undefined) return phrase('figure/all')
  return from === to ? (from ?? '') : phrase('figure/from-to', { from: from ?? '', to: to ?? '' })
}
