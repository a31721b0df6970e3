import type { Json } from '../model/value.ts'

/** A fault of a definition: what, where in it, the value that is wrong, and what could stand there instead. */
export interface DefinitionProblem {
  /** Stable, prefixed: `engine/unknown-state`. */
  readonly code: string
  /** Where in the definition: `actions.send.to[1].to`. */
  readonly path: string
  readonly value: Json
  /** What could stand there, where that is a list. */
  readonly allowed: readonly string[]
}

/** A fault, to be given by a check. */
export const fault = (code: string, path: string, value: Json, allowed: readonly string[] = []): DefinitionProblem => ({
  code: `engine/${code}`,
  path,
  value,
  allowed,
})

/** What the checks give: faults, one after the other. */
export type Faults = Iterable<DefinitionProblem>

/** A fault when a name is not among those there are. */
export function* known(
  code: string,
  path: string,
  name: string,
  names: Readonly<Record<string, unknown>> | readonly string[],
): Faults {
  const list = isList(names) ? names : Object.keys(names)
  if (!list.includes(name)) yield fault(code, path, name, list)
}

const isList = (names: Readonly<Record<string, unknown>> | readonly string[]): names is readonly string[] =>
  Array.isArray(names)

/** Allowed choices named in a message; more would hide the first ones. */
const MOST_NAMED = 12

/** A fault in one line, for whoever builds definitions. */
export function describeDefinitionProblem({ code, path, value, allowed }: DefinitionProblem): string {
  const named = allowed.slice(0, MOST_NAMED).join(', ')
  const more = allowed.length > MOST_NAMED ? `, … (${allowed.length})` : ''
  const choices = allowed.length === 0 ? '' : `; allowed: ${named}${more}`
  return `${path}: ${code} ${JSON.stringify(value)}${choices}`
}

/**
 * Thrown by `define…` and `catalogue`: a faulty definition is a bug of whoever built it. Its message names every
 * fault.
 */
export class DefinitionError extends Error {
  readonly problems: readonly DefinitionProblem[]

  constructor(what: string, problems: readonly DefinitionProblem[]) {
    super(
      `${what}: ${problems.length} faults\n${problems.map((one) => `  ${describeDefinitionProblem(one)}`).join('\n')}`,
    )
    this.name = 'DefinitionError'
    this.problems = problems
  }
}
