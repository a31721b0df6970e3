import {
  type Actor,
  contributions,
  evaluateFigure,
  type Figure,
  type Machine,
  type Measures,
  naiveSums,
  type RecordState,
  type Refusal,
  type Settings,
} from '@jiannuo/engine'
import { actorFor, momentOf, type SimulatedOffice, simulatedOffice } from '@jiannuo/engine/testing'
import { CHINA_OFFSET } from '@jiannuo/kernel'
import type { Step } from '../src/example.ts'

// Helpers that the tests of this package share. They stand outside src so that they are not built into the package.

/** What came of a run of steps: the office with its records, the only one of them, and what was refused. */
export interface Played {
  readonly office: SimulatedOffice
  readonly record: RecordState
  readonly refusals: readonly Refusal[]
}

/**
 * Plays steps in a simulated office, marks between them included. What a step expects is not looked at: a refusal is kept, the record stays.
 *
 * @param until local time up to which time passes after the last step
 */
export function play(machine: Machine, steps: readonly Step[], settings: Settings = {}, until?: string): Played {
  const office = simulatedOffice(machine, { settings })
  const refusals: Refusal[] = []
  for (const { role, unit = '', person, action, at, input = {}, record = 'r-1' } of steps) {
    const outcome =
      role === undefined
        ? office.tell(record, action, input, momentOf(at))
        : office.act(record, action, input, actorOf(role, unit, person), momentOf(at))
    if (!outcome.ok) refusals.push(outcome.refusal)
  }
  if (until !== undefined) office.settle(momentOf(until))
  const [record] = office.records()
  if (record === undefined) throw new Error('no step opened a record')
  return { office, record, refusals }
}

const actorOf = (role: string, unit: string, person: string | undefined): Actor => {
  const actor = actorFor(role, unit)
  return person === undefined ? actor : { ...actor, person }
}

/** Where a figure is asked for. */
export interface Asked {
  readonly from?: string
  readonly to?: string
  readonly units?: readonly string[]
}

/** A figure over records, by the naive count. */
export function figureOf(
  measures: Measures,
  machine: Machine,
  records: readonly RecordState[],
  measure: string,
  asked: Asked = {},
  settings: Settings = {},
): Figure {
  const sums = naiveSums(measures, machine, records, { utcOffset: CHINA_OFFSET, ...asked })
  const pair = (counter: string) => sums.find((sum) => sum.counter === counter) ?? { raw: 0, adjusted: 0 }
  return evaluateFigure(measures, measure, pair, settings)
}

/** What one record adds, as `counter period unit amount`, for short assertions. */
export const addsOf = (measures: Measures, machine: Machine, record: RecordState): readonly string[] =>
  contributions(measures, machine, record, CHINA_OFFSET).map(
    ({ counter, period, unit, amount }) => `${counter.slice(machine.id.length + 1)} ${period} ${unit} ${amount}`,
  )
