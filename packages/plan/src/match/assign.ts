/** A possible pair: a row, a column and what it is worth (more is better, above 0). */
export interface Edge {
  readonly row: number
  readonly column: number
  readonly worth: number
}

const filled = <T extends number | boolean>(length: number, value: T): T[] => Array.from({ length }, () => value)

/** Rows and columns that hang together through edges. */
function components(edges: readonly Edge[]): readonly (readonly Edge[])[] {
  const parent = new Map<string, string>()
  const root = (key: string): string => {
    let at = key
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up
    parent.set(key, at)
    return at
  }
  for (const { row, column } of edges) {
    const [a, b] = [`r${row}`, `c${column}`]
    if (!parent.has(a)) parent.set(a, a)
    if (!parent.has(b)) parent.set(b, b)
    parent.set(root(a), root(b))
  }
  const groups = new Map<string, Edge[]>()
  for (const edge of edges) {
    const key = root(`r${edge.row}`)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [edge])
    else group.push(edge)
  }
  return [...groups.values()]
}

const at = (list: readonly number[], i: number): number => list[i] ?? 0

/**
 * The Hungarian method with potentials for one component, rows no more than columns.
 * `cost[i][j]`, both from 1; column 0 is where a new row enters.
 */
function hungarian(cost: readonly (readonly number[])[], columns: number): readonly number[] {
  const rows = cost.length
  const u = filled<number>(rows + 1, 0)
  const v = filled<number>(columns + 1, 0)
  const match = filled<number>(columns + 1, 0)
  const way = filled<number>(columns + 1, 0)
  for (let i = 1; i <= rows; i++) {
    match[0] = i
    let j0 = 0
    const least = filled<number>(columns + 1, Infinity)
    const used = filled<boolean>(columns + 1, false)
    do {
      used[j0] = true
      const i0 = at(match, j0)
      let delta = Infinity
      let j1 = 0
      for (let j = 1; j <= columns; j++) {
        if (used[j] === true) continue
        const reduced = at(cost[i0 - 1] ?? [], j - 1) - at(u, i0) - at(v, j)
        if (reduced < at(least, j)) {
          least[j] = reduced
          way[j] = j0
        }
        if (at(least, j) < delta) {
          delta = at(least, j)
          j1 = j
        }
      }
      for (let j = 0; j <= columns; j++) {
        if (used[j] === true) {
          const held = at(match, j)
          u[held] = at(u, held) + delta
          v[j] = at(v, j) - delta
        } else least[j] = at(least, j) - delta
      }
      j0 = j1
    } while (at(match, j0) !== 0)
    do {
      const before = at(way, j0)
      match[j0] = at(match, before)
      j0 = before
    } while (j0 !== 0)
  }
  return match
}

function solve(edges: readonly Edge[]): readonly (readonly [number, number])[] {
  if (edges.length === 1) return edges.map((e) => [e.row, e.column])
  const rows = [...new Set(edges.map((e) => e.row))].sort((a, b) => a - b)
  const columns = [...new Set(edges.map((e) => e.column))].sort((a, b) => a - b)
  const rowAt = new Map(rows.map((r, i) => [r, i]))
  const columnAt = new Map(columns.map((c, i) => [c, i]))
  // every row has a column of its own that is worth nothing, so that it may stay alone
  const cost = rows.map(() => filled<number>(columns.length + rows.length, 0))
  for (const e of edges) {
    const row = cost[rowAt.get(e.row) ?? 0]
    if (row !== undefined) row[columnAt.get(e.column) ?? 0] = -e.worth
  }
  const match = hungarian(cost, columns.length + rows.length)
  const pairs: (readonly [number, number])[] = []
  columns.forEach((column, j) => {
    const i = (match[j + 1] ?? 0) - 1
    const row = rows[i]
    if (row !== undefined && (cost[i]?.[j] ?? 0) < 0) pairs.push([row, column])
  })
  return pairs
}

/**
 * The pairs of rows and columns that are worth most together, every row and column at most once. Best for all, not best for each in turn.
 *
 * @returns the column of every row that has one
 */
export function assign(edges: readonly Edge[]): ReadonlyMap<number, number> {
  return new Map(components(edges).flatMap(solve))
}
