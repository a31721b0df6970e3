import type { Grant, Machine, Relation } from '../model/definition.ts'
import type { RecordState } from '../model/record.ts'
import type { Actor, Post } from '../model/run.ts'

/** How somebody may stand to a record in the tests: by one of the relations, or in none. */
export type Standing = 'lead' | 'co' | 'area' | 'district' | 'elsewhere'

/** Every standing, in the order in which tables show them. */
export const STANDINGS: readonly Standing[] = ['lead', 'co', 'area', 'district', 'elsewhere']

/** Units that stand in the relations to a record of the tests, each in one only; the district is above them all. */
export const UNIT_OF = {
  lead: 'lantai-housing',
  co: 'lantai-urban',
  area: 'lantai-dongmen-guihua',
  elsewhere: 'lantai-water',
} as const satisfies Record<Exclude<Standing, 'district'>, string>

/** The record with a lead, a co-handler and an area that differ, so that each relation can be told from the others. */
export const withRelations = (record: RecordState): RecordState => ({
  ...record,
  lead: UNIT_OF.lead,
  co: [{ unit: UNIT_OF.co, since: record.openedAt }],
  area: UNIT_OF.area,
})

/** Somebody with a role who stands so to the records of `withRelations`. */
export function standing(role: string, at: Standing, district: string, person = 'p1'): Actor {
  return { person, posts: [{ role, unit: at === 'district' ? district : UNIT_OF[at] }] }
}

/**
 * What a grant asks, said once more in the simplest way, so that the tests do not lean on what they test: being at the unit that has the
 * relation or, for the district, above all of them.
 *
 * @param isOpen whether there is a record already: before, nobody leads or handles it
 */
export function grantHolds(at: Relation, who: Standing, isOpen: boolean): boolean {
  if (at === 'anywhere') return true
  if (at === 'district') return who === 'district'
  return isOpen && (who === at || who === 'district')
}

/** Whether one of the grants lets the role act in that standing. */
export const mayAct = (grants: readonly Grant[], role: string, who: Standing, isOpen: boolean): boolean =>
  grants.some((grant) => grant.role === role && grantHolds(grant.at, who, isOpen))

/** A post that may do something, and people who may hold it. */
export interface Candidate {
  readonly post: Post
  /** Two, since a decision asks for a second person. */
  readonly people: readonly string[]
}

/** Who may do an action with a record: a post for each of its grants. */
export function actorsFor(
  machine: Machine,
  action: string,
  record: RecordState | undefined,
  district: string,
): readonly Candidate[] {
  return (machine.actions[action]?.by ?? []).flatMap(({ role, at }) => {
    const unit = unitFor(at, record, district)
    return unit === undefined ? [] : [{ post: { role, unit }, people: ['p1', 'p2'] }]
  })
}

function unitFor(at: Relation, record: RecordState | undefined, district: string): string | undefined {
  switch (at) {
    case 'lead':
      return record?.lead
    case 'co':
      return (record?.co.find(({ answeredAt }) => answeredAt === undefined) ?? record?.co[0])?.unit
    case 'area':
      return record?.area
    case 'district':
      return district
    case 'anywhere':
      return record?.lead ?? UNIT_OF.lead
  }
}
