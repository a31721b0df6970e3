import { checkCatalogue } from '../check/check-catalogue.ts'
import { DefinitionError } from '../check/problem.ts'
import type { Machine } from '../model/definition.ts'
import type { Index } from './define-index.ts'
import type { Measures } from './define-measures.ts'
import type { Watch } from './define-watch.ts'

/** What `catalogue` takes: every version of every machine that records still stand in, and the measures. */
export interface CatalogueInput {
  readonly machines: readonly Machine[]
  readonly measures: readonly Measures[]
  readonly indexes?: readonly Index[]
  readonly watches?: readonly Watch[]
}

/** All definitions that a district runs. */
export interface Catalogue {
  /** The newest version of each machine, in the order given. */
  readonly machines: readonly Machine[]
  /** A machine in a version, the newest unless said. */
  readonly machine: (id: string, version?: number) => Machine | undefined
  /** Versions of a machine, oldest first; empty when there is no such machine. */
  readonly versions: (id: string) => readonly Machine[]
  /** Counters and measures of a machine. */
  readonly measures: (machine: string) => Measures | undefined
  readonly indexes: readonly Index[]
  readonly watches: readonly Watch[]
}

/**
 * Puts definitions together. Several versions of one machine stand side by side, because open records stay on
 * theirs.
 *
 * @throws DefinitionError when a version is given twice, measures are given twice or belong to no machine, a newer version has no step from the one
 * before it, or an index or a watch looks at what there is not
 */
export function catalogue(input: CatalogueInput): Catalogue {
  const problems = checkCatalogue(input)
  if (problems.length > 0) throw new DefinitionError('catalogue', problems)
  const versions = new Map<string, Machine[]>()
  for (const machine of input.machines) versions.set(machine.id, [...(versions.get(machine.id) ?? []), machine])
  for (const list of versions.values()) list.sort((a, b) => a.version - b.version)
  const measures = new Map(input.measures.map((one) => [one.machine, one]))
  return Object.freeze({
    machines: [...versions.values()].flatMap((list) => list.at(-1) ?? []),
    machine: (id: string, version?: number) => {
      const list = versions.get(id)
      return version === undefined ? list?.at(-1) : list?.find((machine) => machine.version === version)
    },
    versions: (id: string) => versions.get(id) ?? [],
    measures: (machine: string) => measures.get(machine),
    indexes: Object.freeze([...(input.indexes ?? [])]),
    watches: Object.freeze([...(input.watches ?? [])]),
  })
}
