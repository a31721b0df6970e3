import type { Arrow } from '../describe/arrows.ts'
import { withEnabler } from './enablers.ts'
import { arrowKey, distinctArrows, type Path, shortestPaths, simplePaths } from './paths.ts'
import type { Walk, Walker } from './walk.ts'

/** A path and what came of walking it. */
export interface WalkedPath {
  readonly path: Path
  readonly walk: Walk
}

/** Everything that was walked. */
export interface Walked {
  /** Every shortest path to every state, by state. */
  readonly paths: readonly WalkedPath[]
  /** Every arrow that none of them takes, after a way to where it begins. */
  readonly arrows: readonly WalkedPath[]
  /** Ways that led to a state in truth; a state that none leads to is not in it. */
  readonly ways: ReadonlyMap<string, readonly WalkedPath[]>
}

const arrived = ({ walk }: WalkedPath): boolean => walk.records.length > 0

/** Walks every shortest path and every other arrow of a machine. */
export function walkAll(walks: Walker): Walked {
  const paths = shortestPaths(walks.machine).flatMap((each) => each.paths.map((path) => helpedWalk(walks, path)))
  const ways = waysByState(walks, paths)
  const taken = new Set(paths.filter(arrived).flatMap(({ path }) => path.map(arrowKey)))
  const arrows = distinctArrows(walks.machine).flatMap((arrow): WalkedPath[] => {
    const before = arrow.from === undefined ? undefined : ways.get(arrow.from)
    return before === undefined || taken.has(arrowKey(arrow)) ? [] : [firstWalk(walks, arrow, before)]
  })
  return { paths, arrows, ways }
}

/** The shortest paths that led to each state; a state that none of them reaches in truth is looked for on longer ones. */
function waysByState(walks: Walker, paths: readonly WalkedPath[]): Map<string, readonly WalkedPath[]> {
  const found = new Map<string, readonly WalkedPath[]>()
  for (const state of Object.keys(walks.machine.states)) {
    const shortest = paths.filter((walked) => arrived(walked) && walked.path.at(-1)?.to === state)
    const ways = shortest.length > 0 ? shortest : firstOf(longerWays(walks, state))
    if (ways.length > 0) found.set(state, ways)
  }
  return found
}

function firstOf<T>(list: Iterable<T>): readonly T[] {
  for (const each of list) return [each]
  return []
}

/** Longer ways that lead to a state in truth, shortest first. */
function* longerWays(walks: Walker, state: string): Generator<WalkedPath> {
  for (const path of simplePaths(walks.machine, state)) {
    const walked = plainWalk(walks, path)
    if (arrived(walked)) yield walked
  }
}

/** Ways to the beginning of an arrow that are tried for it. */
const MOST_WAYS = 8

/** The arrow after the first way to its beginning from which it can be taken: as it is, then with actions put in before it. */
function firstWalk(walks: Walker, arrow: Arrow, before: readonly WalkedPath[]): WalkedPath {
  const { from = '' } = arrow
  const ways = new Map(before.map(({ path }) => [path.map(arrowKey).join(' '), path]))
  for (const { path } of longerWays(walks, from)) {
    if (ways.size >= MOST_WAYS) break
    ways.set(path.map(arrowKey).join(' '), path)
  }
  const paths = [...ways.values()].map((way) => [...way, arrow])
  for (const find of [plainWalk, helpedWalk])
    for (const path of paths) {
      const found = find(walks, path)
      if (arrived(found)) return found
    }
  return plainWalk(walks, paths[0] ?? [arrow])
}

const plainWalk = (walks: Walker, path: Path): WalkedPath => ({ path, walk: walks.walk(path) })

/** The path, or the path with an action put in that makes way for the step that was refused. */
function helpedWalk(walks: Walker, path: Path): WalkedPath {
  const plain = plainWalk(walks, path)
  if (arrived(plain)) return plain
  for (const helped of withEnabler(walks.machine, path, plain.walk.stuckAt)) {
    const found = plainWalk(walks, helped)
    if (arrived(found)) return found
  }
  return plain
}

/** A path in ids: new -accept-> accepted -dispatch-> dispatched. */
export const pathInShort = (path: Path): string =>
  [path[0]?.from ?? 'new', ...path.map(({ action, to }) => `-${action}-> ${to}`)].join(' ')
