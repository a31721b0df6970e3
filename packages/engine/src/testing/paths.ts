import { type Arrow, arrowsOf } from '../describe/arrows.ts'
import type { Machine } from '../model/definition.ts'

/** A way through the states of a machine, from its opening on. */
export type Path = readonly Arrow[]

/** Paths to one state beyond these are counted, not walked. */
const MOST_PATHS = 60

/** The shortest ways to a state, and how many there are in all. */
export interface ShortestPaths {
  readonly state: string
  readonly paths: readonly Path[]
  readonly count: number
}

/** A name for an arrow that tells it from all others. */
export const arrowKey = ({ from = '', action, to }: Arrow): string => `${from}>${action}>${to}`

/** Arrows that lead on, each once: several branches of one action may lead to one state. */
export function distinctArrows(machine: Machine): Arrow[] {
  const byKey = new Map(arrowsOf(machine).map((arrow) => [arrowKey(arrow), arrow]))
  return [...byKey.values()]
}

/** Every shortest way from the opening to each state that can be reached, by state in the order of the definition. */
export function shortestPaths(machine: Machine): readonly ShortestPaths[] {
  const arrows = distinctArrows(machine)
  const distance = distances(arrows)
  const into = (state: string): Arrow[] =>
    arrows.filter(
      ({ from, to }) =>
        to === state && (from === undefined ? 0 : (distance.get(from) ?? Infinity)) + 1 === distance.get(state),
    )
  const counts = new Map<string, number>()
  const countOf = (state: string): number => {
    const known = counts.get(state)
    if (known !== undefined) return known
    const count = into(state).reduce((sum, { from }) => sum + (from === undefined ? 1 : countOf(from)), 0)
    counts.set(state, count)
    return count
  }
  const pathsTo = (state: string): Path[] =>
    into(state)
      .flatMap((arrow): Path[] =>
        arrow.from === undefined ? [[arrow]] : pathsTo(arrow.from).map((path) => [...path, arrow]),
      )
      .slice(0, MOST_PATHS)
  return Object.keys(machine.states).flatMap((state) =>
    distance.has(state) ? [{ state, paths: pathsTo(state), count: countOf(state) }] : [],
  )
}

function distances(arrows: readonly Arrow[]): Map<string, number> {
  const distance = new Map<string, number>()
  for (let step = 1, last: readonly (string | undefined)[] = [undefined]; last.length > 0; step++) {
    const next = arrows.filter(({ from, to }) => last.includes(from) && !distance.has(to)).map(({ to }) => to)
    for (const state of next) distance.set(state, step)
    last = [...new Set(next)]
  }
  return distance
}

/** Ways to a state that visit no state twice, shortest first: for a state that no shortest way leads to in truth. */
export function simplePaths(machine: Machine, state: string, most = 200): readonly Path[] {
  const arrows = distinctArrows(machine).filter(({ from, to }) => from !== to)
  const found: Path[] = []
  let last: readonly Path[] = arrows.filter(({ from }) => from === undefined).map((arrow) => [arrow])
  while (last.length > 0 && found.length < most) {
    found.push(...last.filter((path) => path.at(-1)?.to === state))
    last = last
      .filter((path) => path.at(-1)?.to !== state)
      .flatMap((path) =>
        arrows
          .filter(
            ({ from, to }) => from === path.at(-1)?.to && !path.some((arrow) => arrow.from === to || arrow.to === to),
          )
          .map((arrow) => [...path, arrow]),
      )
      .slice(0, most * 5)
  }
  return found.slice(0, most)
}
