import type { Instant, Result } from '@jiannuo/kernel'
import type { PersonRow } from '@jiannuo/store'
import type { Office } from '../office/office.ts'
import { addPersons, appointAll, type NewPost } from '../organisation/people.ts'
import { AUDITOR } from '../organisation/posts.ts'
import { sessionOf } from '../organisation/session.ts'
import { addUnits, createDistrict, type NewUnit } from '../organisation/units.ts'
import { chance } from './chance.ts'
import { DEPARTMENTS, inventedName, LANTAI, STREETS } from './lantai.ts'

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
/** Posts at each department and each street; the same person may hold two. */
const UNIT_STAFF = [
  { person: 'a', roles: ['handler', 'sector', 'streetClerk', 'unitClerk'] },
  { person: 'b', roles: ['handler'] },
  { person: 'c', roles: ['reviewer', 'unitLead'] },
  { person: 'd', roles: ['leader'] },
] as const

/** Id of the demonstration district's first administrator. */
export const DEMO_ADMINISTRATOR = 'lantai-admin'

/**
 * Founds 兰台区 with its departments, streets and communities, and people in every role of the systems; all invented. Once it is
 * there nothing is changed.
 *
 * @param since from when the posts are held; now unless said
 */
export async function foundDemoDistrict(office: Office, since: Instant = office.now()): Promise<Result<string>> {
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
  const { people, posts } = staff(office, name, since)
  for (const step of [
    () => addUnits(office, session.value, units(), 'lantai:units'),
    () => addPersons(office, session.value, people, 'lantai:people'),
    () => appointAll(office, session.value, posts, 'lantai:posts'),
  ]) {
    const done = await step()
    if (!done.ok) return done
  }
  return { ok: true, value: id }
}

function units(): NewUnit[] {
  const departments = DEPARTMENTS.map((row): NewUnit => ({ ...row, kind: 'department', parent: LANTAI.id }))
  const streets = STREETS.map(({ id, name }): NewUnit => ({ id, name, kind: 'street', parent: LANTAI.id }))
  const communities = STREETS.flatMap(({ id, communities: names }) =>
    names.map((row): NewUnit => ({ ...row, kind: 'community', parent: id })),
  )
  return [...departments, ...streets, ...communities]
}

function staff(office: Office, name: () => string, from: Instant): { people: PersonRow[]; posts: NewPost[] } {
  const people: PersonRow[] = []
  const posts: NewPost[] = []
  const add = (id: string, unit: string, roles: readonly string[]): void => {
    people.push({ id, name: name() })
    for (const role of roles)
      if (office.machines.roles[role] !== undefined) posts.push({ person: id, role, unit, from })
  }
  for (const [role, count] of LINE) for (let n = 1; n <= count; n++) add(`${LANTAI.id}-${role}-${n}`, LANTAI.id, [role])
  for (const { id } of DEPARTMENTS)
    for (const { person, roles } of UNIT_STAFF)
      add(
        `${id}-${person}`,
        id,
        roles.filter((role) => role !== 'streetClerk'),
      )
  for (const { id } of STREETS)
    for (const { person, roles } of UNIT_STAFF)
      add(
        `${id}-${person}`,
        id,
        roles.filter((role) => role !== 'sector'),
      )
  return { people, posts }
}
