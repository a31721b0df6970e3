import { checkMeasures } from '../check/check-measures.ts'
import { DefinitionError } from '../check/problem.ts'
import type { Machine } from '../model/definition.ts'
import type { MeasuresInput } from '../model/measure.ts'
import type { Settings } from '../model/run.ts'
import { frozenCopy } from './freeze.ts'

/**
 * Counters and measures of one machine, checked and frozen, with the defaults of the settings that its formulas may
 * read.
 */
export interface Measures extends MeasuresInput {
  readonly defaults: Settings
}

/**
 * Declares the counters and measures of a machine: checks that counters look at nothing but the record, that
 * formulas find what they name and go round in no circle, and freezes them.
 *
 * @throws DefinitionError with every fault at once
 */
export function defineMeasures(input: MeasuresInput, machine: Machine): Measures {
  const problems = checkMeasures(input, machine)
  if (problems.length > 0) throw new DefinitionError(`measures of ${input.machine}`, problems)
  const defaults = Object.entries(machine.settings).map(([id, setting]) => [id, setting.default])
  return frozenCopy({ ...input, defaults: Object.fromEntries(defaults) })
}
