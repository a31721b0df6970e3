import { counterKey, countersOf, evaluateFigure, type Figure, type MeasureDefinition } from '@jiannuo/engine'
import type { Result } from '@jiannuo/kernel'
import type { Office } from '../office/office.ts'
import { refuse } from '../office/problem.ts'
import type { Session } from '../organisation/session.ts'
import { readsMachine } from '../reading/seen.ts'
import { formatFigureAddress } from './address.ts'
import { askFigure, sumsBy } from './ask.ts'

/** What a board is of. */
export interface BoardOf {
  readonly machine: string
  /** First and last month, `YYYY-MM`; all months without them. */
  readonly from?: string
  readonly to?: string
  readonly unit?: string
}

/** A figure of a board, by which it opens. */
export interface BoardFigure {
  readonly definition: MeasureDefinition
  readonly figure: Figure
  readonly address: string
}

/** Every figure of a system at once. */
export interface Board {
  readonly machine: string
  readonly title: string
  readonly figures: readonly BoardFigure[]
}

/**
 * All figures of a machine as the session sees them, raw and with exclusions left out: one question to the store.
 *
 * @returns the board, or `app/no-machine`, `app/not-a-reader`, `app/no-measure`, `app/no-unit`, `app/unit-out-of-sight`
 */
export async function figureBoard(office: Office, session: Session, of: BoardOf): Promise<Result<Board>> {
  const kit = office.machines.kit(of.machine)
  if (kit === undefined) return refuse('app/no-machine', { machine: of.machine })
  if (!readsMachine(kit, session)) return refuse('app/not-a-reader', { machine: kit.machine.title })
  const board = { machine: of.machine, title: kit.machine.title }
  const { measures } = kit
  const [first] = measures?.measures ?? []
  if (measures === undefined || first === undefined) return { ok: true, value: { ...board, figures: [] } }
  const addressOf = (measure: string) => ({ ...of, measure })
  const asked = await askFigure(office, session, addressOf(first.id))
  if (!asked.ok) return asked
  const counters = [...new Set(measures.measures.flatMap(({ id }) => countersOf(measures, id)))]
  const filter = { ...asked.value.filter, counters: counters.map((one) => counterKey(of.machine, one)) }
  const sums = sumsBy(await office.store.sums(session.scope, filter))
  const figures = measures.measures.map((definition) => ({
    definition,
    figure: evaluateFigure(measures, definition.id, sums, asked.value.settings),
    address: formatFigureAddress(addressOf(definition.id)),
  }))
  return { ok: true, value: { ...board, figures } }
}

/** A machine with figures that the session may see. */
export interface BoardSystem {
  readonly machine: string
  readonly system: string
  readonly title: string
  readonly measures: number
}

/** Machines whose figures the session may see, in the order of the catalogue. */
export const boardsFor = (office: Office, session: Session): readonly BoardSystem[] =>
  office.machines.ids.flatMap((id) => {
    const kit = office.machines.kit(id)
    const measures = kit?.measures?.measures.length ?? 0
    if (kit === undefined || measures === 0 || !readsMachine(kit, session)) return []
    return [{ machine: id, system: kit.machine.system, title: kit.machine.title, measures }]
  })
