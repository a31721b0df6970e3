import type { Instant, Result } from '@jiannuo/kernel'
import type { PersonRow, PostRow } from '@jiannuo/store'
import type { DistrictView } from '../office/district-view.ts'
import { freshKey } from '../office/ids.ts'
import type { Office } from '../office/office.ts'
import { refuse } from '../office/problem.ts'
import { alterDistrict } from './change.ts'
import { ADMINISTRATOR, DISTRICT_ROLES, inForce } from './posts.ts'
import { badText, personAlteration, postAlteration } from './rows.ts'
import type { Session } from './session.ts'

/** Adds a person. @returns nothing, or `app/bad-id`, `app/bad-name`, `app/person-exists`, `app/account-taken` */
export async function addPerson(
  office: Office,
  session: Session,
  person: PersonRow,
  key?: string,
): Promise<Result<void>> {
  return addPersons(office, session, [person], key)
}

/** Adds several people in one command. Refused as a whole when one is. */
export async function addPersons(
  office: Office,
  session: Session,
  persons: readonly PersonRow[],
  key?: string,
): Promise<Result<void>> {
  return alterDistrict(
    office,
    session,
    (view) => {
      const ids = new Set(view.persons.keys())
      const accounts = new Set([...view.persons.values()].map(({ account }) => account))
      for (const { id, name, account } of persons) {
        const bad = badText(id, name)
        if (bad !== undefined) return bad
        if (id === 'system' || ids.has(id)) return refuse('app/person-exists', { person: id })
        if (account !== undefined && accounts.has(account)) return refuse('app/account-taken', { account })
        ids.add(id)
        accounts.add(account ?? id)
      }
      return {
        ok: true,
        value: persons.map((person) => personAlteration('person.add', { ...person, name: person.name.trim() })),
      }
    },
    key,
  )
}

/** A post to be filled. `from` is now unless said; without `to` it has no end yet. */
export interface NewPost {
  readonly person: string
  readonly role: string
  readonly unit: string
  readonly from?: Instant
  readonly to?: Instant
}

/**
 * Appoints a person to a post.
 *
 * @returns the id of the post, or `app/no-person`, `app/no-unit`, `app/unit-closed`, `app/unknown-role`,
 * `app/role-needs-district`, `app/bad-term`, `app/post-held` when they hold the same post in that time
 */
export async function appoint(office: Office, session: Session, post: NewPost, key?: string): Promise<Result<string>> {
  const done = await appointAll(office, session, [post], key)
  return done.ok ? { ok: true, value: done.value[0] ?? '' } : done
}

/** Appoints to several posts in one command. Refused as a whole when one is. @returns ids of the posts, in their order */
export async function appointAll(
  office: Office,
  session: Session,
  posts: readonly NewPost[],
  key: string = freshKey(),
): Promise<Result<readonly string[]>> {
  let made: PostRow[] = []
  const done = await alterDistrict(
    office,
    session,
    (view) => {
      made = []
      for (const post of posts) {
        const row = newPostRow(office, view, [...view.posts, ...made], post)
        if (!row.ok) return row
        made.push(row.value)
      }
      return { ok: true, value: made.map((row) => postAlteration('post.appoint', row)) }
    },
    key,
  )
  return done.ok ? { ok: true, value: made.map(({ id }) => id) } : done
}

function newPostRow(
  office: Office,
  view: DistrictView,
  posts: readonly PostRow[],
  { person, role, unit, from = office.now(), to }: NewPost,
): Result<PostRow> {
  const row = view.tree.unit(unit)
  const known = view.persons.get(person)
  if (known === undefined) return refuse('app/no-person', { person })
  if (row === undefined) return refuse('app/no-unit', { unit })
  if (row.closed === true) return refuse('app/unit-closed', { unit: row.name })
  const title = Object.hasOwn(office.machines.roles, role) ? office.machines.roles[role] : undefined
  if (title === undefined) return refuse('app/unknown-role', { role })
  if (DISTRICT_ROLES[role] !== undefined && row.kind !== 'district')
    return refuse('app/role-needs-district', { role: title })
  if (to !== undefined && to <= from) return refuse('app/bad-term')
  const mine = posts.filter((post) => post.person === person)
  const same = mine.find((post) => post.role === role && post.unit === unit && overlaps(post, from, to))
  if (same !== undefined) return refuse('app/post-held', { person: known.name, role: title, unit: row.name })
  const id = `${person}-${mine.length + 1}`
  return { ok: true, value: { id, person, role, unit, from, ...(to === undefined ? {} : { to }) } }
}

const overlaps = (post: PostRow, from: Instant, to: Instant | undefined): boolean =>
  (post.to === undefined || post.to > from) && (to === undefined || post.from < to)

/**
 * Ends a post, now or at a later moment.
 *
 * @returns nothing, or `app/no-such-post`, `app/bad-term`, `app/last-administrator`
 */
export async function endPost(
  office: Office,
  session: Session,
  post: string,
  to: Instant = office.now(),
  key?: string,
): Promise<Result<void>> {
  return alterDistrict(
    office,
    session,
    (view) => {
      const row = view.posts.find(({ id }) => id === post)
      if (row === undefined) return refuse('app/no-such-post', { post })
      if (to < row.from || (row.to !== undefined && row.to <= to)) return refuse('app/bad-term')
      const others = view.posts.filter((other) => other.role === ADMINISTRATOR && other.id !== post)
      if (row.role === ADMINISTRATOR && !others.some((other) => inForce(other, to)))
        return refuse('app/last-administrator')
      return { ok: true, value: [postAlteration('post.end', { ...row, to })] }
    },
    key,
  )
}
