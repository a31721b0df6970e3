import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assign, type Edge } from './assign.ts'

/** The worth of the best assignment, by trying them all. */
function bestWorth(edges: readonly Edge[], rows: readonly number[], taken: ReadonlySet<number> = new Set()): number {
  const [row, ...rest] = rows
  if (row === undefined) return 0
  const without = bestWorth(edges, rest, taken)
  const withOne = edges
    .filter((e) => e.row === row && !taken.has(e.column))
    .map((e) => e.worth + bestWorth(edges, rest, new Set([...taken, e.column])))
  return Math.max(without, ...withOne)
}

const edgesArbitrary = fc
  .uniqueArray(fc.record({ row: fc.nat(4), column: fc.nat(4), worth: fc.integer({ min: 1, max: 20 }) }), {
    selector: (e) => `${e.row}-${e.column}`,
    maxLength: 14,
  })
  .map((list): readonly Edge[] => list)

describe('assignment', () => {
  it('P99 is worth as much as the best of all assignments, and uses no row or column twice', () => {
    fc.assert(
      fc.property(edgesArbitrary, (edges) => {
        const made = assign(edges)
        const worth = [...made].map(([row, column]) => edges.find((e) => e.row === row && e.column === column)?.worth)
        expect(worth).not.toContain(undefined)
        expect(new Set(made.values()).size).toBe(made.size)
        const total = worth.reduce<number>((sum, w) => sum + (w ?? 0), 0)
        expect(total).toBe(bestWorth(edges, [...new Set(edges.map((e) => e.row))]))
      }),
      { seed: 20260110, numRuns: 300 },
    )
  })

  it('P99 is not best for each in turn: the second best goes to the row that can do with it', () => {
    const made = assign([
      { row: 0, column: 0, worth: 10 },
      { row: 0, column: 1, worth: 9 },
      { row: 1, column: 0, worth: 8 },
    ])
    expect(made).toEqual(
      new Map([
        [0, 1],
        [1, 0],
      ]),
    )
  })
})
