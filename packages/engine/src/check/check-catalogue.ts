import type { Machine } from '../model/definition.ts'
import type { MeasuresInput } from '../model/measure.ts'
import type { IndexDefinition } from '../model/score.ts'
import type { WatchDefinition } from '../model/watch.ts'
import { allEffects } from './walk.ts'
import { type DefinitionProblem, type Faults, fault, known } from './problem.ts'

interface Definitions {
  readonly machines: readonly Machine[]
  readonly measures: readonly MeasuresInput[]
  readonly indexes?: readonly IndexDefinition[]
  readonly watches?: readonly WatchDefinition[]
}

const named = (measures: readonly MeasuresInput[]): readonly string[] =>
  measures.flatMap(({ machine, measures: list }) => list.map(({ id }) => `${machine}.${id}`))

/** What indexes and watches look at must be there. */
function* checkScores({ measures, indexes = [], watches = [] }: Definitions): Faults {
  const ids = named(measures)
  for (const [at, index] of indexes.entries()) {
    if (indexes.findIndex(({ id }) => id === index.id) !== at) yield fault('index-twice', `indexes[${at}].id`, index.id)
    for (const [number, part] of index.parts.entries()) {
      const path = `indexes[${at}].parts[${number}]`
      yield* known('unknown-measure', `${path}.measure`, part.measure, ids)
      if (part.per !== undefined) yield* known('unknown-measure', `${path}.per.measure`, part.per.measure, ids)
    }
    for (const [number, { measure }] of index.deductions.entries())
      yield* known('unknown-measure', `indexes[${at}].deductions[${number}].measure`, measure, ids)
  }
  for (const [at, { id, on, line }] of watches.entries()) {
    const path = `watches[${at}]`
    if (watches.findIndex((other) => other.id === id) !== at) yield fault('watch-twice', `${path}.id`, id)
    if ('measure' in on) yield* known('unknown-measure', `${path}.on.measure`, on.measure, ids)
    else {
      const all = indexes.map((one) => one.id)
      yield* known('unknown-index', `${path}.on.index`, on.index, all)
      const runs = indexes.find((one) => one.id === on.index)?.runs.map((run) => run.id) ?? []
      if ('run' in line) yield* known('unknown-run', `${path}.line.run`, line.run, runs)
    }
  }
}

/** The state in which a record of an older version would stand, `undefined` when a step on the way is missing. */
function stateAfter(state: string, from: number, newest: Machine): string | undefined {
  let now = state
  for (let version = from; version < newest.version; version += 1) {
    const step = newest.migrations.find((one) => one.from === version)
    if (step === undefined) return undefined
    now = step.states?.[now] ?? now
  }
  return now
}

/**
 * A newer version must be reachable from each that stands beside it, step by step, and have a state for every one
 * of its states.
 */
function* checkSteps(older: Machine, newest: Machine, path: string): Faults {
  for (let version = older.version; version < newest.version; version += 1)
    if (!newest.migrations.some(({ from }) => from === version))
      yield fault('migration-missing', `${path}.migrations`, [version, version + 1])
  for (const state of Object.keys(older.states)) {
    const now = stateAfter(state, older.version, newest)
    if (now !== undefined && newest.states[now] === undefined)
      yield fault('state-gone', `${path}.migrations`, state, Object.keys(newest.states))
  }
}

function* checkVersions({ machines }: Definitions): Faults {
  for (const [index, machine] of machines.entries()) {
    const path = `machines[${index}]`
    const same = machines.filter(({ id }) => id === machine.id)
    if (machines.findIndex(({ id, version }) => id === machine.id && version === machine.version) !== index) {
      yield fault('version-twice', path, [machine.id, machine.version])
      continue
    }
    const newest = same.reduce((best, other) => (other.version > best.version ? other : best), machine)
    if (newest !== machine) yield* checkSteps(machine, newest, `machines[${machines.indexOf(newest)}]`)
  }
}

/** What a record tells another to do must be there to be told in some machine. */
function* checkTold({ machines }: Definitions): Faults {
  const told = machines.flatMap(({ actions }) => Object.keys(actions).filter((id) => actions[id]?.told === true))
  for (const [index, machine] of machines.entries())
    for (const { path, value } of allEffects(machine))
      if ('tell' in value) yield* known('nobody-told', `machines[${index}].${path}.action`, value.action, told)
}

/**
 * Finds every fault between definitions at once: versions given twice, steps that are missing, measures without a
 * machine, actions that nobody can be told to do, indexes and watches that look at nothing.
 */
export function checkCatalogue(input: Definitions): readonly DefinitionProblem[] {
  const ids = [...new Set(input.machines.map(({ id }) => id))]
  const measures = input.measures.flatMap(({ machine }, index) => [
    ...known('unknown-machine', `measures[${index}].machine`, machine, ids),
    ...(input.measures.findIndex((other) => other.machine === machine) === index
      ? []
      : [fault('measures-twice', `measures[${index}]`, machine)]),
  ])
  return [...checkVersions(input), ...measures, ...checkTold(input), ...checkScores(input)]
}
