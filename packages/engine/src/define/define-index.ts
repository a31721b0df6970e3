import { checkIndex } from '../check/check-index.ts'
import { DefinitionError } from '../check/problem.ts'
import type { Machine } from '../model/definition.ts'
import type { Settings } from '../model/run.ts'
import type { IndexDefinition } from '../model/score.ts'
import { frozenCopy } from './freeze.ts'

/** An index, checked and frozen, with the defaults of the settings that it reads. */
export interface Index extends IndexDefinition {
  readonly defaults: Settings
}

/**
 * Declares an index: checks groups, parts, bands and runs, and that its expressions read settings alone, and freezes it. That its measures exist is
 * checked with the catalogue.
 *
 * @param machine the machine whose settings it reads
 * @throws DefinitionError with every fault at once
 */
export function defineIndex(input: IndexDefinition, machine: Machine): Index {
  const problems = checkIndex(input, machine)
  if (problems.length > 0) throw new DefinitionError(`index ${input.id}`, problems)
  const defaults = Object.entries(machine.settings).map(([id, setting]) => [id, setting.default])
  return frozenCopy({ ...input, defaults: Object.fromEntries(defaults) })
}
