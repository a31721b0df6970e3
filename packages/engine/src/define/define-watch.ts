import { checkWatch } from '../check/check-watch.ts'
import { DefinitionError } from '../check/problem.ts'
import type { Machine } from '../model/definition.ts'
import type { Settings } from '../model/run.ts'
import type { WatchDefinition } from '../model/watch.ts'
import { frozenCopy } from './freeze.ts'

/** A watch, checked and frozen, with the defaults of the settings that it reads. */
export interface Watch extends WatchDefinition {
  readonly defaults: Settings
}

/**
 * Declares a watch: checks that its expressions read settings alone and that what it opens can be opened so, and freezes it. That what it looks at exists is
 * checked with the catalogue.
 *
 * @param machine the machine whose settings it reads
 * @param opened the machine in which it opens cases
 * @throws DefinitionError with every fault at once
 */
export function defineWatch(input: WatchDefinition, machine: Machine, opened: Machine = machine): Watch {
  const problems = checkWatch(input, machine, opened)
  if (problems.length > 0) throw new DefinitionError(`watch ${input.id}`, problems)
  const defaults = Object.entries(machine.settings).map(([id, setting]) => [id, setting.default])
  return frozenCopy({ ...input, defaults: Object.fromEntries(defaults) })
}
