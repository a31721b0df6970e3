import type { DefinitionProblem } from '../src/index.ts'

/**
 * One change of a definition: the place, written `actions.send.to[1].to`, and what is put there; nothing takes it
 * away.
 */
export type Edit = readonly [path: string, value?: unknown]

type Tree = { [key: string]: Tree } & Tree[]

/** Names with a colon or a dot stand in quotes: `wording."a.b"`. */
const keysOf = (path: string): readonly string[] =>
  [...path.matchAll(/"([^"]+)"|([^.[\]]+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')

function put(tree: Tree, [path, value]: Edit): void {
  const keys = keysOf(path)
  const last = keys.at(-1) ?? ''
  const parent = keys.slice(0, -1).reduce((part, key) => {
    part[key] ??= {} as Tree
    return part[key] as Tree
  }, tree)
  if (value !== undefined) parent[last] = value as Tree
  else if (Array.isArray(parent)) parent.splice(Number(last), 1)
  else delete parent[last]
}

/** A copy of a definition with changes made to it, good or bad. */
export function spoil<T>(definition: T, ...edits: readonly Edit[]): T {
  const copy = JSON.parse(JSON.stringify(definition)) as T
  for (const edit of edits) put(copy as unknown as Tree, edit)
  return copy
}

/** Faults as `code path`, for comparison. */
export const listed = (problems: readonly DefinitionProblem[]): readonly string[] =>
  problems.map(({ code, path }) => `${code} ${path}`)
