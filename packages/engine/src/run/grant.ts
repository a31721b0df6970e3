import type { Grant, Relation } from '../model/definition.ts'
import type { RecordState } from '../model/record.ts'
import type { Actor, Post, UnitTree } from '../model/run.ts'

/** Whether one unit is another, or lies above it. */
export const isAtOrAbove = (units: UnitTree, above: string, unit: string | undefined): boolean =>
  unit !== undefined && units.line(unit).includes(above)

/**
 * Whether a unit stands to a record as a relation asks. Before there is a record, only `district` and `anywhere`
 * can hold.
 */
export function relates(at: Relation, unit: string, record: RecordState | undefined, units: UnitTree): boolean {
  switch (at) {
    case 'lead':
      return isAtOrAbove(units, unit, record?.lead)
    case 'co':
      return record?.co.some((co) => isAtOrAbove(units, unit, co.unit)) === true
    case 'area':
      return isAtOrAbove(units, unit, record?.area)
    case 'district':
      return units.line(unit).length === 1
    case 'anywhere':
      return units.line(unit).length > 0
  }
}

/** The post by which an actor may act under one of the grants: the first grant that fits, and its first post. */
export function actingPost(
  grants: readonly Grant[],
  actor: Actor,
  record: RecordState | undefined,
  units: UnitTree,
): Post | undefined {
  for (const grant of grants)
    for (const post of actor.posts)
      if (post.role === grant.role && relates(grant.at, post.unit, record, units)) return post
  return undefined
}
