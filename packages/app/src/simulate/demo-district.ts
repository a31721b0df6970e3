import type { Instant, Result } from '@jiannuo/kernel'
import type { PersonRow } from '@jiannuo/store'
import type { Office } from '../office/office.ts'
import { addPersons, appointAll, type NewPost } from '../organisation/people.ts'
import { ADMINISTRATOR, AUDITOR } from '../organisation/posts.ts'
import { sessionOf } from '../organisation/session.ts'
import { addUnits, createDistrict, type NewUnit } from '../organisation/units.ts'
import { chance } from './chance.ts'
import { DEPARTMENTS, type DistrictSize, gridsOf, inventedName, LANTAI, streetsOf } from './lantai.ts'

/** Posts at the district itself, and how many people hold each. */
const LINE: readonly (readonly [role: string, people: number])[] = [
  [AUDITOR, 1],
  ['operator', 5],
  ['dispatcher', 3],
  ['callerBack', 4],
  ['supervisor', 2],
  ['arbiter', 1],
  ['leader', 1],
  ['statistician', 1],
  ['economist', 1],
]
/** How many hold each of the other posts that are only held at the district itself. */
const OTHERS = 2

type Kind = 'department' | 'street' | 'community' | 'grid'

/**
 * Who works at a unit of each kind, and in which roles; the same person may hold several. Whoever passes a piece of work must be
 * somebody else than who did it, so there are two of each.
 */
const UNIT_STAFF: Readonly<Record<Kind, Readonly<Record<string, readonly string[]>>>> = {
  department: {
    a: ['handler', 'sector', 'unitClerk', 'inspector', 'mediator', 'serviceOfficer'],
    b: ['handler', 'sector', 'unitClerk', 'inspector', 'mediator'],
    c: ['reviewer', 'unitLead', 'centreLead'],
    d: ['leader'],
    e: ['reviewer', 'unitLead', 'sector'],
  },
  street: {
    a: [
      'handler',
      'streetClerk',
      'unitClerk',
      'streetDesk',
      'inspector',
      'mediator',
      'serviceOfficer',
      'buildingOfficer',
    ],
    b: ['handler', 'streetDesk', 'centre', 'inspector', 'mediator', 'buildingOfficer', 'streetClerk'],
    c: ['reviewer', 'unitLead', 'centreLead', 'centre'],
    d: ['leader'],
    e: ['reviewer', 'unitLead', 'unitClerk', 'streetDesk'],
  },
  community: {
    a: ['communityWorker', 'communityClerk', 'gridWorker', 'mediator', 'centre'],
    b: ['communityWorker', 'communityClerk', 'unitClerk'],
  },
  grid: { a: ['gridWorker'] },
}

/** Id of the demonstration district's first administrator. */
export const DEMO_ADMINISTRATOR = 'lantai-admin'

/**
 * Founds 兰台区 with its departments, streets and communities, and people in every role of the systems; all invented. Once it is
 * there nothing is changed.
 *
 * @param since from when the posts are held; now unless said
 * @param size with fourteen streets and 191 communities, or the small one, which is there in a moment
 */
export async function foundDemoDistrict(
  office: Office,
  since: Instant = office.now(),
  size: DistrictSize = 'small',
): Promise<Result<string>> {
  const { id } = LANTAI
  if ((await office.districts.view(id)).tree.all.length > 0) return { ok: true, value: id }
  const draw = chance(1, 'people').whole
  const name = (): string => inventedName(draw)
  const founded = await createDistrict(office, {
    ...LANTAI,
    administrator: { id: DEMO_ADMINISTRATOR, name: name() },
    since,
  })
  if (!founded.ok) return founded
  const session = await sessionOf(office, id, DEMO_ADMINISTRATOR)
  if (!session.ok) return session
  const units = unitsOf(size)
  const { people, posts } = staff(office, units, name, since)
  for (const step of [
    () => addUnits(office, session.value, units, 'lantai:units'),
    () => addPersons(office, session.value, people, 'lantai:people'),
    () => appointAll(office, session.value, posts, 'lantai:posts'),
  ]) {
    const done = await step()
    if (!done.ok) return done
  }
  return { ok: true, value: id }
}

function unitsOf(size: DistrictSize): readonly NewUnit[] {
  const streets = streetsOf(size)
  const communities = streets.flatMap((street) => street.communities.map((row) => ({ ...row, parent: street.id })))
  return [
    ...DEPARTMENTS.map((row): NewUnit => ({ ...row, kind: 'department', parent: LANTAI.id })),
    ...streets.map(({ id, name }): NewUnit => ({ id, name, kind: 'street', parent: LANTAI.id })),
    ...communities.map((row): NewUnit => ({ ...row, kind: 'community' })),
    ...communities.flatMap((row) =>
      gridsOf(row, size).map((grid): NewUnit => ({ ...grid, kind: 'grid', parent: row.id })),
    ),
  ]
}

function staff(
  office: Office,
  units: readonly NewUnit[],
  name: () => string,
  from: Instant,
): { people: PersonRow[]; posts: NewPost[] } {
  const people: PersonRow[] = []
  const posts: NewPost[] = []
  const add = (id: string, unit: string, roles: readonly string[]): void => {
    people.push({ id, name: name() })
    for (const role of roles)
      if (office.machines.roles[role] !== undefined) posts.push({ person: id, role, unit, from })
  }
  for (const [role, count] of [...LINE, ...othersOf(office)])
    for (let n = 1; n <= count; n++) add(`${LANTAI.id}-${role}-${n}`, LANTAI.id, [role])
  for (const { id, kind } of units)
    for (const [person, roles] of Object.entries(UNIT_STAFF[kind])) add(`${id}-${person}`, id, roles)
  return { people, posts }
}

/** Roles that no unit has its own people for. */
function othersOf(office: Office): readonly (readonly [role: string, people: number])[] {
  const known = new Set([
    ADMINISTRATOR,
    ...LINE.map(([role]) => role),
    ...Object.values(UNIT_STAFF).flatMap((kind) => Object.values(kind).flat()),
  ])
  return Object.keys(office.machines.roles)
    .filter((role) => !known.has(role))
    .map((role) => [role, OTHERS] as const)
}
