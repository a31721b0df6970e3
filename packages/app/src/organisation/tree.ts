import type { UnitTree } from '@jiannuo/engine'
import type { UnitRow } from '@jiannuo/store'

/** The units of one district as they stand now, ready to be asked. */
export interface OrganisationTree extends UnitTree {
  readonly district: string
  /** Closed units are found too: old records name them. */
  readonly unit: (id: string) => UnitRow | undefined
  /** Name of a unit; its id when there is none. */
  readonly name: (id: string) => string
  /** The unit and all below it, closed ones too; empty when there is no such unit. */
  readonly below: (id: string) => readonly string[]
  /** Every unit, in the order of the tree: parents first, then by `order`. */
  readonly all: readonly UnitRow[]
}

const NONE: readonly string[] = Object.freeze([])

/**
 * Makes the tree of its rows.
 *
 * @param district id of the unit at the root
 * @param rows every unit of the district, in any order
 */
export function organisationTree(district: string, rows: readonly UnitRow[]): OrganisationTree {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const children = childrenOf(rows)
  const below = new Map<string, readonly string[]>()
  const all: UnitRow[] = []
  const visit = (row: UnitRow): readonly string[] => {
    all.push(row)
    const ids = [row.id, ...(children.get(row.id) ?? []).flatMap((child) => visit(child))]
    below.set(row.id, ids)
    return ids
  }
  const root = byId.get(district)
  if (root !== undefined) visit(root)
  return {
    district,
    line: (id) => byId.get(id)?.line ?? NONE,
    unit: (id) => byId.get(id),
    name: (id) => byId.get(id)?.name ?? id,
    below: (id) => below.get(id) ?? NONE,
    all,
  }
}

function childrenOf(rows: readonly UnitRow[]): Map<string, UnitRow[]> {
  const children = new Map<string, UnitRow[]>()
  for (const row of rows) {
    if (row.parent === undefined) continue
    const list = children.get(row.parent)
    if (list === undefined) children.set(row.parent, [row])
    else list.push(row)
  }
  for (const list of children.values()) list.sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
  return children
}
