import { evaluateFigure, type Figure } from '@jiannuo/engine'
import type { Result } from '@jiannuo/kernel'
import type { Office } from '../office/office.ts'
import type { Session } from '../organisation/session.ts'
import { choiceTitle } from '../reading/words.ts'
import type { FigureAddress } from './address.ts'
import { type Asked, askFigure, type Subject, subjectOf, sumsBy, unitsOfAddress } from './ask.ts'

/** A figure with what it is of. */
export interface FigureOf extends Figure, Subject {}

/**
 * A figure as of now, raw and with granted exclusions left out, with numerator and base.
 *
 * @param address `hotline.satisfactionRate@2025;unit=…`, or already read
 * @returns the figure, or `app/bad-figure-…`, `app/no-machine`, `app/no-measure`, `app/not-a-reader`, `app/no-unit`,
 * `app/no-category`, `app/unit-out-of-sight`
 */
export async function figure(
  office: Office,
  session: Session,
  address: string | FigureAddress,
): Promise<Result<FigureOf>> {
  const asked = await askFigure(office, session, address)
  return asked.ok ? { ok: true, value: await workOut(office, session, asked.value) } : asked
}

/** Works out a figure that may be asked for. */
export async function workOut(office: Office, session: Session, asked: Asked): Promise<FigureOf> {
  const rows = await office.store.sums(session.scope, asked.filter)
  return {
    ...evaluateFigure(asked.measures, asked.measure.id, sumsBy(rows), asked.settings),
    ...subjectOf(office, asked),
  }
}

/** A line of a table of figures. */
export interface FigureRow {
  /** Unit, month or category. */
  readonly key: string
  readonly title: string
  readonly figure: Figure
}

/** By what a table is broken down: months, categories, or the units right below the one asked for. */
export type FigureBy = 'unit' | 'period' | 'category'

/**
 * A figure broken down, each part worked out from its own counters: rates are never added or averaged. Units are shown at the level
 * right below the one asked for, with all that lies below them.
 *
 * @returns rows in the order of the tree, of time, or of the categories; parts without anything are left out
 */
export async function figureTable(
  office: Office,
  session: Session,
  address: string | FigureAddress,
  by: FigureBy,
): Promise<Result<readonly FigureRow[]>> {
  const asked = await askFigure(office, session, address)
  if (!asked.ok) return asked
  const { filter, measures, measure, settings } = asked.value
  const rows = await office.store.breakdown(session.scope, filter, by)
  const groups = grouped(rows, ({ key }) => (by === 'unit' ? unitGroup(asked.value, key) : key))
  const order = orderOf(asked.value, by)
  const table = [...groups].map(
    ([key, parts]): FigureRow => ({
      key,
      title: titleOf(office, asked.value, by, key),
      figure: evaluateFigure(measures, measure.id, sumsBy(parts), settings),
    }),
  )
  return { ok: true, value: table.sort((a, b) => order(a.key) - order(b.key) || (a.key < b.key ? -1 : 1)) }
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return groups
}

/** The unit right below the one asked for that a unit belongs to; the one asked for itself when it counts for that. */
function unitGroup({ address, view }: Asked, unit: string): string {
  const tops = unitsOfAddress(address.unit ?? view.tree.district)
  const line = view.tree.line(unit)
  const at = line.findIndex((above) => tops.includes(above))
  return at > 0 ? (line[at - 1] ?? unit) : unit
}

function titleOf(office: Office, { view, kit }: Asked, by: FigureBy, key: string): string {
  if (by === 'unit') return view.tree.name(key)
  return by === 'category' ? choiceTitle(kit, view, kit.machine.categoryField, key, office.now()) : key
}

function orderOf({ view }: Asked, by: FigureBy): (key: string) => number {
  if (by !== 'unit') return () => 0
  const places = new Map(view.tree.all.map(({ id }, index) => [id, index]))
  return (key) => places.get(key) ?? Number.MAX_SAFE_INTEGER
}
